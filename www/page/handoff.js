import { fill } from "./dom.js";

// In the order in which the claim form asks, where the library could not be asked for all of it.
const CLAIM_FORM = [
  "partnerId",
  "customerDomain",
  "customerTenantId",
  "solutionArea",
  "activity",
  "product",
  "subscriptionId",
  "proofOfExecution",
];

/**
 * The claim and its findings as plain text: for the claim form, for a support request, for a colleague.
 * `form` is what the library's `claimForm` says.
 */
export function handoff({ words, labels, report, claim, form }) {
  const { support } = labels;
  const label = Object.fromEntries(claim.map(([name, text]) => [name, text]));
  const value = Object.fromEntries(claim.map(([name, , text]) => [name, text]));
  const asked = ({ field, label: own, note }) =>
    line(note ? `${own} (${note})` : own, field && value[field]);
  const blocking = report?.findings.filter(({ severity }) => severity === "blocks") ?? [];
  const lines = [
    ...title(words.claimForm),
    ...(form?.fields.map(asked) ?? CLAIM_FORM.map((name) => line(label[name], value[name]))),
    ...title(support.title),
    line(support.program, "CPOR"),
    line(support.partnerId, value.partnerId),
    line(support.claimId),
    line(support.tenant, value.customerTenantId),
    line(support.subscription, value.subscriptionId || value.product),
    line(support.description, blocking.map(({ what }) => what).join(" ")),
  ];
  if (!report) return [...lines, "", words.notChecked].join("\n");
  lines.push(
    ...title(`${words.result}: ${labels.verdicts[report.verdict].title}`),
    `${words.decides} ${fill(words.checked, report)}`,
  );
  for (const { severity, code, what, next, source, sources = [] } of report.findings) {
    lines.push("", `[${labels.severities[severity]}] ${code}: ${what}`, `  ${next}`);
    for (const { ruleset, section } of [source, ...sources]) lines.push(`  ${ruleset}, ${section}`);
  }
  return [...lines, ...title("JSON"), json(report, claim)].join("\n");
}

/** What a machine needs of the report; the sentences stay out. */
export function json(report, claim) {
  const values = claim.map(([name, , , value]) => [name, value]).filter(([, value]) => value);
  const filed = { claim: Object.fromEntries(values) };
  if (!report) return JSON.stringify(filed, null, 1);
  const { schema, ruleset, today, verdict, checks } = report;
  const findings = report.findings.map(({ what, why, next, ...finding }) => finding);
  return JSON.stringify({ ...filed, schema, ruleset, today, verdict, checks, findings }, null, 1);
}

const title = (text) => ["", text, "-".repeat(text.length)];

const line = (label, value = "") => `${label}: ${value}`.trimEnd();
