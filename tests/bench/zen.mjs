// A rules engine as a peer: its own language says which fields of a tidied claim are not well formed. It
// reads its expressions anew each time it is asked.
import * as zen from "@gorules/zen-engine-wasm/dist/zen_engine_wasm.js";
import wasm from "@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm";
import { CHOICES, FIELDS, PATTERNS } from "./rules/forms.mjs";

const quoted = (text) => `'${text}'`;

export function zenPeer() {
  zen.initSync({ module: wasm });
  const tests = FIELDS.filter((name) => CHOICES[name] ?? PATTERNS[name]).map((name) => [
    name,
    CHOICES[name] ? `$ in [${CHOICES[name].map(quoted)}]` : `matches($, ${quoted(PATTERNS[name])})`,
  ]);
  return (claim) => {
    const isBad = ([name, test]) =>
      claim[name] !== undefined && !zen.evaluateUnaryExpression(test, { $: claim[name] });
    return new Set(tests.filter(isBad).map(([name]) => name));
  };
}
