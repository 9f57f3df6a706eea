// The library that the properties are asked of, and what it takes to compare its answers.
import * as library from "cpor-preflight";
import { TODAY } from "../oracle/cases.mjs";

let subject = library;
const asked =
  (name) =>
  (...given) =>
    subject[name](...given);
export const adviseActivity = asked("adviseActivity");
export const advisePartnerId = asked("advisePartnerId");
export const batchLayout = asked("batchLayout");
export const checkBatch = asked("checkBatch");
export const checkClaim = asked("checkClaim");
export const classifyIdentifier = asked("classifyIdentifier");
export const compareEditions = asked("compareEditions");
export const describe = asked("describe");
export const diagnoseSubscription = asked("diagnoseSubscription");
export const holdEvidence = asked("holdEvidence");
export const mergeEvidence = asked("mergeEvidence");
export const openBatch = asked("openBatch");
export const planClaims = asked("planClaims");
export const readEvidence = asked("readEvidence");
export const rulesets = asked("rulesets");
export const timeline = asked("timeline");

/** Acts while the properties are asked of a library in which these functions are others. */
export function withFaults(faults, act) {
  subject = { ...library, ...faults };
  try {
    return act();
  } finally {
    subject = library;
  }
}

export const told = ({ claim, evidence, ruleset }, locale = "en") =>
  checkClaim(claim, evidence, { ruleset, locale, today: TODAY });

/** A finding without its words. */
export const key = ({ code, fields, params }) => JSON.stringify([code, fields, params]);

/** All of a report that is not in words. */
export const essence = ({ verdict, checks, findings }) => [
  verdict,
  checks,
  findings.map(key).sort(),
];

/** What two reports say otherwise; nothing if they say the same. */
export function difference(one, other) {
  const [a, b] = [one, other].map((each) => essence(told(each)));
  if (JSON.stringify(a) === JSON.stringify(b)) return "";
  const only = (x, y) =>
    x
      .flat()
      .map((line) => JSON.stringify(line))
      .filter((line) => !JSON.stringify(y).includes(line));
  return `${only(a, b)} / ${only(b, a)}`;
}

/** With every text changed, at any depth. */
export function mapped(value, change) {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((each) => mapped(each, change));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, mapped(each, change)]),
  );
}
