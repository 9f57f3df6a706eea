// Claim and result as one text.

import type { Kit } from "./kit.js";
import { resultText } from "./result-text.js";

/** The claim as it was read, then the result as its button copies it. */
export function handoffText(kit: Kit): string {
  const { store, words, host } = kit;
  const { understood } = store.report;
  const lines = host.described.fields.flatMap(({ name, shortLabel }) => {
    const value = understood[name] ?? store.text(name);
    return value ? [`${shortLabel}: ${kit.option(name, value)}`] : [];
  });
  return [words.handoff.claim, ...lines, "", resultText(kit)].join("\n");
}
