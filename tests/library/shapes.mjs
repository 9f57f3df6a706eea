// What an answer of the library looks like: each function names what is wrong with one.
import assert from "node:assert/strict";
import { describe, init, LOCALES, mergeEvidence } from "cpor-preflight";

await init();
const described = describe({});
/** What the core calls its lists. */
export const { lists } = described;
/** The questions of the guide for the activity. */
export const ACTIVITY_QUESTIONS = [
  "solutionArea",
  "purchaseChannel",
  "contribution",
  "seeksPayment",
];
/** The parts of evidence. */
export const PARTS = [
  "tenants",
  "unresolvedDomains",
  "subscriptions",
  "partnerIds",
  "associations",
];
const checkIds = described.checks.map(({ id }) => id);

export function planFaults(plan) {
  const keys = ["schema", "ruleset", "locale", "partnerId", "claims", "excluded", "csv"];
  const faults = keyFaults("plan", plan, keys);
  if (faults.length) return faults;
  const silent = plan.excluded.find(({ code, text }) => !code || !text);
  if (silent) faults.push(`${JSON.stringify(silent)} says nothing`);
  const rows = plan.csv.split("\r\n").length;
  if (rows !== plan.claims.length + 2) faults.push(`${rows} rows`);
  return faults;
}

export function reportFaults(report) {
  const faults = keyFaults("report", report, [
    ...["schema", "ruleset", "locale", "today", "verdict"],
    ...["checks", "findings", "understood", "timeline"],
  ]);
  if (faults.length) return faults;
  const { ruleset, locale, today, verdict, checks, findings, understood } = report;
  const wrong = (what, value) => faults.push(`${what} is ${JSON.stringify(value)}`);
  if (report.schema !== 1) wrong("schema", report.schema);
  if (!["2020-06", "2023-10"].includes(ruleset)) wrong("ruleset", ruleset);
  if (!LOCALES.includes(locale)) wrong("locale", locale);
  if (!isDay(today)) wrong("today", today);
  const ids = checks.map(({ id }) => id);
  if (!same(ids, checkIds)) wrong("checks", ids);
  const outcomes = checks.map(({ outcome }) => outcome);
  for (const outcome of outcomes) if (!lists.Outcome.includes(outcome)) wrong("outcome", outcome);
  const blocks = findings.some(({ severity }) => severity === "blocks");
  for (const { id, outcome, basis, asks } of checks) {
    if (["pass", "fail"].includes(outcome) !== lists.Basis.includes(basis))
      wrong(`basis of ${id}`, basis);
    if (asks !== undefined && !lists.Asks.includes(asks)) wrong(`asks of ${id}`, asks);
    if (outcome === "unknown" && !asks) wrong(`asks of ${id}`, asks);
  }
  const isOpen = outcomes.some((outcome) => outcome === "unknown" || outcome === "fail");
  const due = blocks ? "fix" : isOpen ? "confirm" : "ready";
  if (verdict !== due) wrong(`verdict, which should be ${due},`, verdict);
  for (const finding of findings) faults.push(...findingFaults(finding, ruleset));
  faults.push(...orderFaults(findings));
  for (const [field, value] of Object.entries(understood)) {
    if (!lists.Field.includes(field)) wrong("understood field", field);
    if (typeof value !== "string" || !value || value.length > 300) wrong(field, value);
  }
  return [...faults, ...timelineFaults(report.timeline)];
}

function findingFaults(finding, ruleset) {
  const faults = keyFaults("finding", finding, [
    ...["code", "kind", "severity", "fields", "params"],
    ...["actions", "what", "why", "next", "source", "authority", "docs"],
    ...(finding?.sources ? ["sources"] : []),
  ]);
  if (faults.length) return faults;
  const { code, kind, severity, fields, params, what, why, next, source, sources } = finding;
  const wrong = (what, value) => faults.push(`${code}: ${what} is ${JSON.stringify(value)}`);
  if (!lists.Code.includes(code)) wrong("code", code);
  if (!lists.Kind.includes(kind)) wrong("kind", kind);
  if (!lists.Severity.includes(severity)) wrong("severity", severity);
  for (const field of fields) if (!lists.Field.includes(field)) wrong("field", field);
  for (const [name, value] of Object.entries(params)) {
    const texts = Array.isArray(value) ? value : [value];
    for (const text of texts) {
      if (typeof text !== "string" || text.length > 120) wrong(`${name} (${text?.length})`, value);
    }
  }
  // What a parameter brings in is the caller's; the rest is ours.
  const brought = Object.values(params).flat();
  for (const [name, text] of Object.entries({ what, why, next })) {
    const ours = brought.reduce((rest, value) => rest.split(value || "\0").join(""), text ?? "");
    if (typeof text !== "string" || !text || /[{}]|undefined|null|\[object/.test(ours))
      wrong(name, text);
  }
  for (const place of [source, ...(sources ?? [])]) {
    const keys = Object.keys(place ?? {})
      .sort()
      .join();
    if (keys !== "ruleset,section,url" || place.ruleset !== ruleset) wrong("source", place);
    if (!place.section || !place.url?.startsWith("https://")) wrong("source", place);
  }
  for (const { id, label, field, changes = {}, opens, kinds = [] } of finding.actions) {
    if (!lists.ActionId.includes(id)) wrong("action", id);
    if (!label || /[{}]|undefined/.test(label)) wrong(`label of ${id}`, label);
    for (const name of [field ?? "product", ...Object.keys(changes)])
      if (!lists.Field.includes(name)) wrong(`field of ${id}`, name);
    if (opens && !lists.Opens.includes(opens)) wrong(`what ${id} opens`, opens);
    if (!kinds.every((kind) => lists.ExportKind.includes(kind))) wrong(`kinds of ${id}`, kinds);
  }
  if (!lists.Authority.includes(finding.authority)) wrong("authority", finding.authority);
  if (finding.authority === "inferred" && severity === "blocks") wrong("authority", "inferred");
  return faults;
}

function orderFaults(findings) {
  const faults = [];
  const place = ({ severity, fields }) => {
    const field = fields.length ? lists.Field.indexOf(fields[0]) : lists.Field.length;
    return lists.Severity.indexOf(severity) * 100 + field;
  };
  findings.forEach((finding, at) => {
    if (at && place(findings[at - 1]) > place(finding))
      faults.push(`${finding.code}: out of order`);
  });
  const told = findings.map(({ code, params }) => `${code} ${JSON.stringify(params)}`);
  const doubles = told.filter((one, at) => told.indexOf(one) !== at);
  return [...faults, ...doubles.map((double) => `twice: ${double}`)];
}

export function timelineFaults(steps) {
  if (!Array.isArray(steps) || steps.length < 3) return [`timeline is ${JSON.stringify(steps)}`];
  return steps.flatMap((step) => {
    const { step: name, from, by, label, note, ...rest } = step;
    const faults = Object.keys(rest).map((key) => `step ${name}: has ${key}`);
    if (!lists.StepName.includes(name)) faults.push(`step is ${name}`);
    for (const day of [from, by]) {
      if (day !== undefined && !isDay(day)) faults.push(`step ${name}: day is ${day}`);
    }
    for (const text of [label, note]) {
      if (!text || /[{}]|undefined/.test(text)) faults.push(`step ${name}: text is ${text}`);
    }
    return faults;
  });
}

export function diagnosisFaults(diagnosis) {
  const faults = keyFaults("diagnosis", diagnosis, [
    ...["ruleset", "locale", "conclusion", "causes", "nextQuestion", "answered"],
    ...["customerMessage", "supportRequest"],
  ]);
  if (faults.length) return faults;
  const { causes, nextQuestion, answered, conclusion } = diagnosis;
  const wrong = (what, value) => faults.push(`${what} is ${JSON.stringify(value)}`);
  if (!lists.Conclusion.includes(conclusion.state)) wrong("conclusion", conclusion);
  if (causes.length !== lists.Cause.length) wrong("number of causes", causes.length);
  for (const { code, status, basis, ...texts } of causes) {
    if (!lists.Code.includes(code)) wrong("code", code);
    if (!lists.CauseStatus.includes(status)) wrong("status", status);
    if (!lists.CauseBasis.includes(basis)) wrong("basis", basis);
    for (const text of Object.values(texts)) {
      if (typeof text !== "string" || !text || /[{}]|undefined/.test(text)) wrong(code, text);
    }
  }
  const possible = causes.filter(({ status }) => status === "possible").length;
  if (!nextQuestion && possible > 1 && !answered.some(({ answer }) => answer === "unknown"))
    wrong("next question", nextQuestion);
  return faults;
}

export function activityFaults(advice) {
  const faults = keyFaults("advice", advice, [
    ...["activities", "activity", "nextQuestion", "ranking", "reconsider"],
  ]);
  if (faults.length) return faults;
  const { activities, activity, nextQuestion, ranking, reconsider } = advice;
  if (activities.length === 0 && nextQuestion === null && !reconsider?.text)
    faults.push("there is nothing to go by");
  if (activity !== null && !lists.Activity.includes(activity)) faults.push(`activity ${activity}`);
  if (nextQuestion !== null && !ACTIVITY_QUESTIONS.includes(nextQuestion))
    faults.push(`next question is ${nextQuestion}`);
  const ranked = ranking.map((one) => one.activity).sort();
  if (!same(ranked, [...lists.Activity].sort())) faults.push(`ranking is of ${ranked}`);
  return [...faults, ...ranking.flatMap(rankedFaults)];
}

export function partnerIdFaults(advice) {
  const faults = keyFaults("advice", advice, ["next", "partnerId", "ranking"]);
  if (faults.length) return faults;
  const { partnerId, next, ranking } = advice;
  if (partnerId !== null && typeof partnerId !== "string") faults.push(`Partner ID ${partnerId}`);
  if (!next || typeof next !== "string") faults.push(`next is ${next}`);
  for (const { id, next } of ranking) {
    if (typeof id !== "string" || !next) faults.push(`ranked ${id}: next is ${next}`);
  }
  return [...faults, ...ranking.flatMap(rankedFaults)];
}

function rankedFaults({ fit, because }) {
  const faults = lists.Fit.includes(fit) ? [] : [`fit is ${fit}`];
  for (const reason of because) {
    const { fits = "yes", ...others } = reason;
    if (!["yes", "no", "depends"].includes(fits)) faults.push(`it fits: ${fits}`);
    faults.push(...keyFaults("because", others, ["question", "answer", "effect", "text"]));
    const { question, answer, effect, text } = reason;
    if (typeof question !== "string") faults.push(`question is ${question}`);
    if (answer !== null && typeof answer !== "string") faults.push(`answer is ${answer}`);
    if (!lists.Effect.includes(effect)) faults.push(`effect is ${effect}`);
    const ours = (text ?? "").split(answer || "\0").join("");
    if (!text || /[{}]|undefined/.test(ours)) faults.push(`text is ${text}`);
  }
  return faults;
}

export function identifiedFaults(identified) {
  const faults = keyFaults("identified", identified, ["confidence", "kind", "value"]);
  const { kind, value, confidence } = identified;
  if (!lists.IdentifierKind.includes(kind)) faults.push(`kind is ${kind}`);
  if (typeof value !== "string") faults.push(`value is ${value}`);
  if (!["certain", "likely"].includes(confidence)) faults.push(`confidence is ${confidence}`);
  return faults;
}

export function exportFaults({ asOf, helps = [], ...read }) {
  const members = ["evidence", "kind", "missing", "problems", "rows", "unread"];
  const faults = keyFaults("export", read, members);
  if (faults.length) return faults;
  if (asOf !== undefined && !isDay(asOf)) faults.push(`asOf is ${asOf}`);
  if (!lists.ExportKind.includes(read.kind)) faults.push(`kind is ${read.kind}`);
  if (!Number.isInteger(read.rows)) faults.push(`rows are ${read.rows}`);
  for (const kind of helps) if (!lists.ExportKind.includes(kind)) faults.push(`helps ${kind}`);
  for (const name of [...read.unread, ...read.missing])
    if (!name || typeof name !== "string") faults.push(`column ${name}`);
  for (const { row, code, text, columns = [], name = "", ...rest } of read.problems) {
    if (![...columns, name].every((shown) => typeof shown === "string"))
      faults.push(`problem ${code} names ${columns} ${name}`);
    if (row !== undefined && !Number.isInteger(row)) faults.push(`row is ${row}`);
    if (![...lists.ProblemCode, "not-text"].includes(code)) faults.push(`problem is ${code}`);
    if (!text || Object.keys(rest).length) faults.push(`problem ${code}: ${text} ${rest}`);
  }
  return [...faults, ...evidenceFaults(read.evidence)];
}

export function evidenceFaults(evidence) {
  // It names what could not be read.
  const { unread, ...rest } = evidence ?? {};
  const faults = keyFaults("evidence", rest, PARTS);
  for (const part of PARTS) {
    if (!Array.isArray(evidence?.[part])) faults.push(`${part} is ${evidence?.[part]}`);
  }
  const again = faults.length ? evidence : mergeEvidence(evidence, {});
  if (!same(mergeEvidence(again, {}), again)) faults.push("is not read again as it was written");
  return faults;
}

export function localeFaults(locale) {
  return LOCALES.includes(locale) ? [] : [`locale is ${locale}`];
}

function keyFaults(name, value, keys) {
  const actual = Object.keys(value ?? {}).sort();
  return same(actual, [...keys].sort()) ? [] : [`${name} has ${actual}`];
}

export function isDay(text) {
  return /^\d{4,5}-\d\d-\d\d$/.test(text);
}

export function same(a, b) {
  try {
    assert.deepEqual(a, b);
    return true;
  } catch {
    return false;
  }
}
