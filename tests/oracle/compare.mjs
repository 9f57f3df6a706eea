// Compares two answers to a claim, point by point: the oracle's with the product's, or either with what
// a case written by hand expects.
import { PARAMS } from "./codes.mjs";
import { ANYTHING } from "./reading.mjs";

/** What the product says, in the oracle's form. */
export function ofProduct(report) {
  const plain = ({ outcome, basis, asks }) => ({ outcome, basis, asks });
  const findings = report.findings.map(({ code, severity, fields, params }) => ({
    code,
    severity,
    fields,
    params,
  }));
  const steps = report.timeline.map(({ step, from, by }) => [step, { from, by }]);
  return {
    ruleset: report.ruleset,
    verdict: report.verdict,
    checks: Object.fromEntries(report.checks.map((check) => [check.id, plain(check)])),
    findings,
    understood: report.understood,
    timeline: Object.fromEntries(steps),
    inOrder: isInOrder(report.timeline),
  };
}

/** Do the steps come in the order of their days? When a subscription can be claimed stands first. */
function isInOrder(steps) {
  const days = steps
    .filter(({ step }) => step !== "claimable")
    .map(({ from, by }) => from ?? by)
    .filter(Boolean);
  return days.every((day, at) => at === 0 || days[at - 1] <= day);
}

/** Steps that the oracle knows; the product may have more. */
const STEPS = [
  ...["submit", "review-starts", "review", "arbitration", "comments", "answer", "dispute"],
  ...["subscription-ends", "new-claim"],
];

/** Everything that is judged, as lines of text: a point, and what is said about it. */
function lines(answer) {
  const found = new Map();
  found.set("ruleset", answer.ruleset);
  found.set("verdict", answer.verdict);
  for (const [id, { outcome, basis, asks }] of Object.entries(answer.checks)) {
    found.set(`${id}`, outcome);
    found.set(`${id} basis`, basis ?? "");
    found.set(`${id} asks`, asks ?? "");
  }
  const counts = new Map();
  for (const { code, severity, fields, params } of sorted(answer.findings)) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    const name = `${code}#${counts.get(code)}`;
    found.set(name, `${severity} ${fields}`);
    for (const param of PARAMS[code] ?? []) found.set(`${name} ${param}`, said(params[param]));
  }
  for (const [field, value] of Object.entries(answer.understood))
    found.set(`understood ${field}`, value);
  for (const step of STEPS) {
    const days = answer.timeline[step];
    found.set(`timeline ${step}`, days ? `${days.from ?? ""}/${days.by ?? ""}` : "no such step");
  }
  found.set("timeline order", answer.inOrder === false ? "not by day" : "by day");
  return found;
}

const said = (value) =>
  Array.isArray(value) ? value.join("+") : value === undefined ? "" : `${value}`;

/** In an order that does not depend on who answers. */
function sorted(findings) {
  const key = ({ code, params }) =>
    [code, ...(PARAMS[code] ?? []).map((name) => said(params[name]))].join("\n");
  return findings.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** What the two say differently, as `point: product … | oracle …`; an empty list where they agree. */
export function differences(product, oracle) {
  const [ours, theirs] = [lines(product), lines(oracle)];
  const found = [];
  for (const point of new Set([...ours.keys(), ...theirs.keys()])) {
    const [a, b] = [ours.get(point), theirs.get(point)];
    if (a === b) continue;
    if (b === ANYTHING) continue;
    found.push(`${point}: product ${a ?? "nothing"} | oracle ${b ?? "nothing"}`);
  }
  return found;
}
