// The hand-written rules with the library's words, as one function.
import skuCsv from "../../www/generated/skus.ts";
import catalogue from "../../www/generated/text-en.ts";
import { Words } from "../../www/lib/text.ts";
import { handWritten } from "./by-hand.mjs";
import { tidied } from "./rules/forms.mjs";
import { judge } from "./rules/judge.mjs";
import { prepare } from "./rules/known.mjs";

/** `(claim) => findings` in words, all by hand. */
export const byHand = (evidence, edition, today) =>
  answering(handWritten(), evidence, edition, today);

/** The same with the schema of a peer, which says which fields of a tidied claim are not well formed. */
export function answering(isBad, evidence, edition, today) {
  const known = prepare(evidence, skuCsv);
  const words = new Words(catalogue, edition);
  return (claim) => {
    const tidy = tidied(claim);
    const findings = judge(tidy, isBad(tidy), known, today);
    for (const finding of findings)
      Object.assign(finding, words.finding(finding.code, finding.params));
    return findings;
  };
}
