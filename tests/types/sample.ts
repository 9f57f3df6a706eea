// A caller's program that must compile against the library's types, and lines that must not.
import {
  checkClaim,
  describe,
  init,
  mergeEvidence,
  negotiateLocale,
  readEvidence,
} from "cpor-preflight";

await init(undefined, { locales: ["en"], skus: false });
const { evidence, problems } = readEvidence("{}", { name: "graph-subscriptions.json" });
const report = checkClaim(
  { userRole: "global-admin", partnerId: "5357564" },
  mergeEvidence(evidence, {}),
  { ruleset: "2020-06", locale: negotiateLocale(["de-AT"]), today: "2026-11-22" },
);
const verdict: "fix" | "confirm" | "ready" = report.verdict;
const texts: string[] = report.findings.map(({ what, why, next }) => `${what} ${why} ${next}`);
const rows: (number | undefined)[] = problems.map(({ row }) => row);
const labels: string[] = describe({ locale: "en" }).fields.map(({ label }) => label);
console.log(verdict, texts, rows, labels);

// @ts-expect-error: a report has no such verdict
report.verdict === "approved";
// @ts-expect-error: the claim has a closed list of activities
checkClaim({ activity: "sales" });
