// A second opinion on claims: the rules written once more, naively, from their sources and not from
// src/, so that the two do not share mistakes. Slow and plain on purpose; texts are not its concern.
//
// Judged are edition, verdict, outcome, basis and `asks` of every check, code, severity, fields and
// parameters of every finding, what was understood, and the timeline. Where the spec leaves a value
// open, the oracle says ANYTHING.
import { areaAndActivity, channel, product } from "./choices.mjs";
import { CHECKS, CODES, ON_SUBSCRIPTION } from "./codes.mjs";
import { domainName, role, tenantAndDomain, tenantId } from "./customer.mjs";
import { EDITIONS, editionFor } from "./editions.mjs";
import { readForm, understood } from "./form.mjs";
import { joined } from "./joining.mjs";
import { competition, partnerAccount, partnerId, proof } from "./partner.mjs";
import { productNamed } from "./products.mjs";
import { ANYTHING, dayIn } from "./reading.mjs";
import { findSubscription, subscription, subscriptionId } from "./subscription.mjs";
import { timeline } from "./timeline.mjs";

/** In the order in which they need each other; the report's own order is `CHECKS`. */
const RULES = [
  role,
  tenantId,
  findSubscription,
  areaAndActivity,
  subscriptionId,
  product,
  domainName,
  tenantAndDomain,
  channel,
  subscription,
  partnerId,
  partnerAccount,
  competition,
  proof,
];

/** Judges a claim on the whole; without `options.ruleset` the claim's day decides. */
export function judge(claim, evidence, options) {
  const faults = [];
  const note = (code, params) => faults.push([code, params]);
  const { ruleset, today } = readOptions(options, note);
  const form = readForm(claim, today, note);
  const edition = editionFor(ruleset, form.day);
  const say = sayer(EDITIONS[edition].severities);
  for (const [code, params] of faults) say(code, params);
  const know = { ...form, edition, rules: EDITIONS[edition], evidence: joined(evidence, today) };
  know.explained = new Set();
  know.meant = form.product && productNamed(form.product);
  const checks = Object.assign({}, ...RULES.map((rule) => rule(know, say)));
  unverified(know, checks, say);
  for (const told of malformedParts(know.evidence.malformed)) say("evidence-malformed", told);
  contradictions(know, say);
  const verdict = verdictOf(checks, say.findings);
  know.isArbitrated = say.findings.some(({ code, params }) => isArbitration(code, params));
  return {
    ruleset: edition,
    verdict,
    checks: Object.fromEntries(CHECKS.map((id) => [id, checks[id]])),
    findings: say.findings,
    understood: understood(form, know),
    timeline: timeline(know, verdict),
  };
}

/** Each part is told once as a whole, and once with its rows, of which the first three are named. */
function malformedParts(told) {
  const parts = new Map();
  for (const { part, row } of told) {
    const isWhole = row === "" || row === ANYTHING;
    const key = `${part} ${isWhole}`;
    const { rows = new Set() } = parts.get(key) ?? {};
    parts.set(key, { part, isWhole, rows: rows.add(row) });
  }
  return [...parts.values()].map(({ part, isWhole, rows: [...rows] }) => {
    const isSeveral = !isWhole && rows.length > 1;
    const several = rows.slice(0, 3).join(", ") + (rows.length > 3 ? " …" : "");
    return { part, row: rows[0], rows: isSeveral ? several : "" };
  });
}

/** What options say; a day that is none counts as the day on which the oracle is asked. */
function readOptions(options, note) {
  const wrong = (field, problem) => note("input-malformed", { field, problem });
  const isObject = typeof options === "object" && !Array.isArray(options);
  if (options !== undefined && !isObject) wrong("options", "wrong-type");
  const { ruleset, today } = (isObject && options) || {};
  const isKnown = (ruleset ?? undefined) === undefined || ruleset === "latest";
  if (!isKnown && !Object.hasOwn(EDITIONS, ruleset)) wrong("ruleset", "not-an-option");
  const day = typeof today === "string" ? dayIn(today) : undefined;
  if ((today ?? undefined) !== undefined && !day) wrong("today", "not-a-date");
  const now = new Date();
  const pad = (number) => `${number}`.padStart(2, "0");
  const local = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  return { ruleset: ruleset ?? undefined, today: day ?? local };
}

/** Fix if anything blocks; confirm if a check is open or has failed; else ready (spec part 1, ★). */
function verdictOf(checks, findings) {
  if (findings.some(({ severity }) => severity === "blocks")) return "fix";
  const outcomes = Object.values(checks).map(({ outcome }) => outcome);
  return outcomes.includes("unknown") || outcomes.includes("fail") ? "confirm" : "ready";
}

const isArbitration = (code, params) =>
  code === "competing-claim" ||
  (code === "subscription-already-claimed" && params.by === "other-partner");

/** Collects findings; none comes twice. */
function sayer(severities) {
  const say = (code, params = {}, severity = severities[code] ?? CODES[code].severity) => {
    const isForm =
      code === "input-malformed" &&
      !["claim", "options", "ruleset", "today"].includes(params.field);
    const fields = isForm ? [params.field] : CODES[code].fields;
    const finding = { code, severity, fields, params };
    const known = say.findings.filter((one) => one.code === code).map((one) => JSON.stringify(one));
    if (!known.includes(JSON.stringify(finding))) say.findings.push(finding);
  };
  say.findings = [];
  return say;
}

/** What is open about the subscription and told by no other finding, together in one. */
function unverified(know, checks, say) {
  if (know.solutionArea !== "business-applications") return;
  if (know.isPowerUsage) know.explained.add("subscription-dynamics");
  if (know.product && know.meant?.area !== "business-applications")
    know.explained.add("subscription-on-tenant");
  // What one finding says of the channel, no other one asks for.
  const isTold = ({ code }) => code === "channel-not-eligible" || code === "channel-unconfirmed";
  if (know.it && say.findings.some(isTold)) know.explained.add("subscription-not-csp");
  const left = ON_SUBSCRIPTION.filter(
    (id) => checks[id].outcome === "unknown" && !know.explained.has(id),
  );
  if (left.length > 0) say("subscription-unverified", { checks: left.join("+") });
}

/** What sources say differently of the claim's subscription, tenant, domain or Partner ID. */
function contradictions(know, say) {
  const { solutionArea, tenant, domain, partner, id, it, evidence } = know;
  const touched = [tenant, domain, partner];
  if (solutionArea !== "microsoft-365") touched.push(id, ...(it?.ids ?? []));
  for (const { ids, part, field } of evidence.told)
    if (ids.some((one) => one && touched.includes(one)))
      say("evidence-contradiction", { part, field });
}
