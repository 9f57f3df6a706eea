// The library's public functions.

import { engine } from "./shared.js";

export { PreflightError } from "./error.js";
export { LOCALES, negotiateLocale } from "./locales.js";

/** Loads the core, all languages and the SKU table; with `{ parts: ["check"] }`, what a form starts with. */
export const init = (source, options) => engine.init(source, options);
/** Loads a language by its tag, or takes one that is given. Resolves to its tag. */
export const loadLocale = (wanted) => engine.loadLocale(wanted);

/** Checks a claim. Any value of any type gets a report. */
export const checkClaim = (claim, evidence, options) => engine.checkClaim(claim, evidence, options);
/** What each other rule set would say otherwise of a claim. */
export const compareEditions = (claim, evidence, options) =>
  engine.compareEditions(claim, evidence, options);
/** The report's timeline alone. */
export const timeline = (claim, evidence, options) =>
  engine.checkClaim(claim, evidence, options).timeline;
/** "Partner Center showed me the subscription error": which of its reasons, and what to ask next. */
export const diagnoseSubscription = (claim, evidence, options) =>
  engine.diagnoseSubscription(claim, evidence, options);
/** "Which activity?" */
export const adviseActivity = (answers, options) => engine.adviseActivity(answers, options);
/** "Which Partner ID (MPN ID)?" */
export const advisePartnerId = (candidates, context, options) =>
  engine.advisePartnerId(candidates, context, options);
/** What did the person paste? */
export const classifyIdentifier = (text, evidence) => engine.classifyIdentifier(text, evidence);

/** Reads an export: text or bytes (UTF-8, or UTF-16 with a byte-order mark). */
export const readEvidence = (textOrBytes, options) => engine.readEvidence(textOrBytes, options);
/** Joins two parts of evidence; order and doubles do not matter. */
export const mergeEvidence = (a, b) => engine.mergeEvidence(a, b);
/** Hands evidence over to the core, to be asked about again and again. */
export const holdEvidence = (evidence) => engine.holdEvidence(evidence);
/** Asks Microsoft's directory which tenant a domain belongs to. Nothing else here sends anything. */
export const lookUpTenant = (domainOrTenantId, options) =>
  engine.lookUpTenant(domainOrTenantId, options);

/** How a CSV file of claims is laid out, from its beginning (64 KB are enough). */
export const batchLayout = (head, columns) => engine.batchLayout(head, columns);
/** Checks a CSV file of claims: text or bytes. */
export const checkBatch = (csv, evidence, options) => engine.checkBatch(csv, evidence, options);
/** Checks a CSV file of claims in pieces: `push(bytes)`, and `end()` for the answer. */
export const openBatch = (evidence, options) => engine.openBatch(evidence, options);

/** All rule sets, by the day from which they are in force. */
export const rulesets = (options) => engine.rulesets(options);
/** What the second rule set changes against the first. */
export const compareRulesets = (from, to, options) => engine.compareRulesets(from, to, options);
/** Fields, checks, codes, questions and every closed list, with their words. */
export const describe = (options) => engine.describe(options);
