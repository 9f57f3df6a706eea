// What other rule sets would say of a claim.

import { REGISTRY } from "./registry.js";
import type { EditionDifference, Finding, Report } from "./types.js";

/**
 * What each rule set but that of a report would say otherwise.
 *
 * @param under checks the claim under a rule set
 */
export function editionsBeside(
  { ruleset: own, findings: base }: Report,
  under: (ruleset: string) => Report,
): EditionDifference[] {
  const others = REGISTRY.rulesets.filter(({ id }) => id !== own);
  return others.map(({ id }) => {
    const { ruleset, verdict, findings } = under(id);
    const [added, removed] = [without(findings, base), without(base, findings)];
    return { ruleset, verdict, added, removed };
  });
}

/** The findings that are not among the others, or weigh otherwise there. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const key = ({ code, severity, fields, params }: Finding) =>
    JSON.stringify([code, severity, fields, params]);
  const known = new Set(others.map(key));
  return findings.filter((finding) => !known.has(key(finding)));
}
