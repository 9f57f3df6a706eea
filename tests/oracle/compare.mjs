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

/** Puts cases to both; the sum, and the disagreements by kind, each with its shortest example. */
export function compareAll(cases, ask, judge) {
  const sum = { passed: 0, failed: 0, kinds: new Map() };
  for (const one of cases) {
    const found = disagreement(one, ask, judge);
    sum[found.length > 0 ? "failed" : "passed"] += 1;
    if (found.length === 0) continue;
    const kind = found.join("\n");
    const { count = 0, example } = sum.kinds.get(kind) ?? {};
    const isShorter = !example || size(one) < size(example);
    sum.kinds.set(kind, { count: count + 1, example: isShorter ? one : example });
  }
  return sum;
}

/** What both say differently of a case. */
export function disagreement({ claim, evidence, options }, ask, judge) {
  return differences(ask(claim, evidence, options), judge(claim, evidence, options));
}

const size = (one) => JSON.stringify([one.claim, one.evidence, one.options])?.length ?? 0;

/** The same case without all that the disagreement does not need. */
export function shortened(one, ask, judge) {
  const kind = disagreement(one, ask, judge).join("\n");
  let best = one;
  for (let again = true; again; ) {
    again = false;
    for (const smaller of smallerThan(best)) {
      if (disagreement(smaller, ask, judge).join("\n") !== kind) continue;
      best = smaller;
      again = true;
      break;
    }
  }
  return best;
}

/** Without a field of the claim, a part of the evidence, a row of it, or a value of a row. */
function* smallerThan({ claim, evidence, ...rest }) {
  const isPlain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const without = (members, name) =>
    Object.fromEntries(Object.entries(members).filter(([key]) => key !== name));
  for (const field of isPlain(claim) ? Object.keys(claim) : [])
    yield { ...rest, evidence, claim: without(claim, field) };
  for (const part of isPlain(evidence) ? Object.keys(evidence) : []) {
    yield { ...rest, claim, evidence: without(evidence, part) };
    const rows = Array.isArray(evidence[part]) ? evidence[part] : [];
    for (const [at, row] of rows.entries()) {
      yield { ...rest, claim, evidence: { ...evidence, [part]: rows.toSpliced(at, 1) } };
      for (const name of isPlain(row) ? Object.keys(row) : []) {
        const less = rows.with(at, without(row, name));
        yield { ...rest, claim, evidence: { ...evidence, [part]: less } };
      }
    }
  }
}

/** A disagreement as text: what differs, the claim, the evidence, and both answers. */
export function told({ count, example }, ask, judge) {
  const { name, claim, evidence, options } = shortened(example, ask, judge);
  const answers = [ask(claim, evidence, options), judge(claim, evidence, options)];
  return [
    `${count} × ${differences(...answers).join("\n    ")}`,
    `  case     ${name}, ${JSON.stringify(options)}`,
    `  claim    ${JSON.stringify(claim)}`,
    `  evidence ${JSON.stringify(evidence)}`,
    ...answers.map((answer, at) => `  ${at === 0 ? "product " : "oracle  "} ${brief(answer)}`),
  ].join("\n");
}

const brief = ({ ruleset, verdict, checks, findings }) =>
  JSON.stringify({
    ruleset,
    verdict,
    checks: Object.fromEntries(
      Object.entries(checks).map(([id, { outcome, basis, asks }]) => [
        id,
        [outcome, basis, asks].filter(Boolean).join(" "),
      ]),
    ),
    findings: findings.map(({ code, severity, params }) => [severity, code, params]),
  });

/** All disagreements as text, the shortest first. */
export function disagreements(kinds, ask, judge, most = 20) {
  return [...kinds.values()]
    .sort((a, b) => size(a.example) - size(b.example))
    .slice(0, most)
    .map((kind) => told(kind, ask, judge))
    .join("\n");
}
