// Runs where the library runs: see claim.mjs.
import ajvValidate from "./ajv-compiled.mjs";
import { answering } from "./answer.mjs";
import { peers } from "./peers.mjs";
import { race } from "./rounds.mjs";
import { zenPeer } from "./zen.mjs";

const OURS = "cpor-preflight";
const PEERS = { ...peers(ajvValidate), "zen-engine-wasm": zenPeer() };

export default async function task(input) {
  const core = await import(input.library);
  await core.init();
  const { compared, differences } = equalityGate(core, input);
  if (differences.length > 0) return { compared, differences, races: [] };
  const races = [];
  for (const [where, evidence] of Object.entries(evidences(input))) {
    const checks = checksWith(core, evidence, input);
    for (const [name, claims] of Object.entries(input.claims)) {
      const contenders = Object.entries(checks).map(([who, check]) => ({
        name: who,
        // A new object each time, as a form or a row gives it.
        call: (n) => length(check({ ...claims[n % claims.length] })),
      }));
      const what = `${name}, ${where}`;
      const options = { ...input.options, batch: claims.length };
      races.push({ name: what, ...(await race(contenders, options)) });
    }
  }
  return { compared, differences, races };
}

/** What is known beside a claim. */
const evidences = ({ evidence }) => ({
  "evidence about 500 customers": evidence,
  "no evidence": {},
});

function checksWith(core, evidence, { today }) {
  const options = { ruleset: "2020-06", locale: "en", today };
  const held = core.holdEvidence(evidence);
  const [edition] = core.rulesets({ locale: "en" });
  return {
    [OURS]: (claim) => core.checkClaim(claim, held, options).findings,
    ...Object.fromEntries(
      Object.entries(PEERS).map(([name, isBad]) => [
        name,
        answering(isBad, evidence, edition, today),
      ]),
    ),
  };
}

/** All yield the same codes at the same fields in the same words, or what follows is no comparison. */
function equalityGate(core, input) {
  const told = (findings) =>
    findings
      .map(({ code, fields, what, why, next }) => `${code} ${fields} ${what} ${why} ${next}`)
      .sort()
      .join("\n");
  const groups = input.scenarios.map(({ title, claim, evidence }) => [evidence, [[title, claim]]]);
  const drawn = Object.entries(input.claims).flatMap(([name, claims]) =>
    claims.map((claim, n) => [`${name} ${n}`, claim]),
  );
  for (const evidence of Object.values(evidences(input))) groups.push([evidence, drawn]);
  const differences = [];
  let compared = 0;
  for (const [evidence, claims] of groups) {
    const checks = checksWith(core, evidence, input);
    for (const [title, claim] of claims) {
      compared += 1;
      const expected = told(checks[OURS](claim));
      for (const name of Object.keys(PEERS)) {
        const actual = told(checks[name](claim));
        if (actual !== expected) differences.push({ title, name, expected, actual });
      }
    }
  }
  return { compared, differences };
}

/** Messages are made when they are read. */
function length(findings) {
  let sum = 0;
  for (const { what, why, next } of findings) sum += what.length + why.length + next.length;
  return sum;
}
