// Compares the oracle with the built package, claim by claim.
import { checkClaim } from "cpor-preflight";
import { TODAY } from "./cases.mjs";
import { judge } from "./oracle.mjs";

/** What the product says, in the oracle's form. */
function product({ claim, evidence, ruleset }) {
  const report = checkClaim(claim, evidence, { ruleset, locale: "en", today: TODAY });
  return {
    verdict: report.verdict,
    checks: Object.fromEntries(report.checks.map(({ id, outcome }) => [id, outcome])),
    findings: report.findings
      .map(({ code, severity, fields }) => `${code} ${severity} ${fields}`)
      .sort(),
  };
}

/** What each says that the other does not, as text; "" where they agree. */
export function difference(one) {
  const ours = product(one);
  const theirs = judge(one.claim, one.evidence, { ruleset: one.ruleset, today: TODAY });
  const lines = (said) => [
    `verdict ${said.verdict}`,
    ...Object.entries(said.checks).map((pair) => pair.join(" ")),
    ...said.findings,
  ];
  const only = (a, b, sign) =>
    lines(a)
      .filter((line) => !lines(b).includes(line))
      .map((line) => sign + line);
  if (JSON.stringify(lines(ours).sort()) === JSON.stringify(lines(theirs).sort())) return "";
  return (
    [...only(ours, theirs, "product: "), ...only(theirs, ours, "oracle: ")].join("; ") ||
    "not the same number of findings"
  );
}

/** Runs cases; returns how many agreed and how many did not, and the disagreements by kind. */
export function compareAll(cases) {
  const kinds = new Map();
  const sum = { passed: 0, failed: 0, kinds };
  for (const one of cases) {
    const found = difference(one);
    sum[found ? "failed" : "passed"] += 1;
    if (!found) continue;
    const known = kinds.get(found) ?? { count: 0, example: one };
    kinds.set(found, { ...known, count: known.count + 1 });
  }
  return sum;
}
