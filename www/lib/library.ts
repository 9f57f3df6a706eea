// The library's public functions. All but those that load are synchronous, and throw until `init` has
// resolved. Their examples are run as tests.

import { negotiateLocale as negotiated, LOCALES as TAGS } from "./locales.js";
import { warnOf } from "./options.js";
import { engine } from "./shared.js";
import type {
  ActivityAdvice,
  ActivityAnswers,
  AfterFiling,
  Anything,
  AnythingOptions,
  Batch,
  BatchLayout,
  BatchOptions,
  CalendarOptions,
  CalendarStep,
  Catalogue,
  CheckOptions,
  CheckRecord,
  Claim,
  ClaimFormText,
  CustomerLetter,
  Description,
  Diagnosis,
  DiagnosisOptions,
  EditionDifference,
  Evidence,
  Export,
  Field,
  FiledClaim,
  FindOptions,
  FoundField,
  HeldEvidence,
  Identified,
  InitOptions,
  Input,
  LetterOptions,
  Locale,
  LocaleOption,
  LocaleTag,
  LookUp,
  LookUpOptions,
  Maybe,
  OpenBatch,
  OpenBatchOptions,
  PartialEvidence,
  PartnerAccount,
  PartnerIdAdvice,
  PartnerIdContext,
  Plan,
  PlanContext,
  ProofPoint,
  Readable,
  ReadOptions,
  Reply,
  ReplyOptions,
  Report,
  Ruleset,
  RulesetDifference,
  RulesetOption,
  Source,
  TimelineStep,
  Verification,
} from "./types.js";

export { PreflightError } from "./error.js";
export type * from "./types.js";

/* Loading */

/**
 * Loads the core, all languages and the SKU table; with `parts: ["check"]` only the check of a claim
 * without evidence, which is all that a form needs to start, and a third of the size. May be called
 * again at any time, also to load more; each part is loaded once.
 *
 * @example
 * await init({ locales: ["en"] });
 * describe().locale; // "en"
 *
 * @throws {PreflightError} when loading fails; the next call tries again
 */
export function init(options?: InitOptions): Promise<void>;
export function init(wasm: Maybe<Source>, options?: InitOptions): Promise<void>;
export function init(source?: unknown, options?: unknown): Promise<void> {
  for (const given of [source, options]) warnOf("init", given);
  return engine.init(source, options);
}

/**
 * Loads a language, for an unknown tag the one that it falls back to; or takes one that is given.
 * Resolves to its tag.
 *
 * @example
 * await loadLocale("de-AT"); // "de"
 */
export function loadLocale(language: LocaleTag | Catalogue): Promise<Locale> {
  return engine.loadLocale(language);
}

/**
 * Tags of all languages.
 *
 * @example
 * LOCALES[0]; // "en"
 */
export const LOCALES: readonly Locale[] = TAGS;

/**
 * The first tag that is a language here, also by its prefix (`de-AT` is `de`), else English.
 *
 * @example
 * negotiateLocale(["fr-FR", "de-AT"]); // "de"
 */
export function negotiateLocale(tags: Iterable<string>): Locale {
  return negotiated(tags);
}

/* One claim */

/**
 * Checks a claim. Any value of any type gets a report: what cannot be read is a finding.
 *
 * @example
 * const report = checkClaim({ customerTenantId: "contoso.com", solutionArea: "microsoft-365" });
 * report.verdict; // "fix"
 * const finding = report.findings.find(({ code }) => code === "tenant-id-wrong-kind");
 * if (finding?.code === "tenant-id-wrong-kind") finding.params.kind; // "domain"
 */
export function checkClaim<C, E>(
  claim: Input<Claim, C>,
  evidence?: Maybe<HeldEvidence | Input<PartialEvidence, E>>,
  options?: Maybe<CheckOptions>,
): Report {
  warnOf("checkClaim", options);
  return engine.checkClaim(claim, evidence, options);
}

/**
 * What each other rule set would say otherwise of a claim; the base is that of the options, else the one
 * in force on the claim's day.
 *
 * @example
 * const claim = { customerTenantId: "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6", submittedOn: "2026-11-20" };
 * compareEditions(claim)[0]?.ruleset; // "2020-06"
 */
export function compareEditions<C, E>(
  claim: Input<Claim, C>,
  evidence?: Maybe<HeldEvidence | Input<PartialEvidence, E>>,
  options?: Maybe<CheckOptions>,
): EditionDifference[] {
  warnOf("compareEditions", options);
  return engine.compareEditions(claim, evidence, options);
}

/**
 * The report's timeline alone.
 *
 * @example
 * timeline({ submittedOn: "2026-11-20" })[0]?.step; // "submit"
 */
export function timeline<C, E>(
  claim: Input<Claim, C>,
  evidence?: Maybe<HeldEvidence | Input<PartialEvidence, E>>,
  options?: Maybe<CheckOptions>,
): TimelineStep[] {
  warnOf("timeline", options);
  return engine.checkClaim(claim, evidence, options).timeline;
}

/**
 * "Partner Center showed me the subscription error": which of the rule set's reasons it can be, and
 * what to ask next. Starts from nothing but the subscription ID, or from nothing; the solution area
 * is taken as Business Applications, because the error occurs nowhere else.
 *
 * @example
 * const { conclusion, causes } = diagnoseSubscription({}, {}, { answers: { channel: "csp" } });
 * conclusion.state; // "explained"
 * causes[0]?.code; // "subscription-csp"
 */
export function diagnoseSubscription<C, E>(
  claim?: Maybe<Input<Claim, C>>,
  evidence?: Maybe<HeldEvidence | Input<PartialEvidence, E>>,
  options?: Maybe<DiagnosisOptions>,
): Diagnosis {
  warnOf("diagnoseSubscription", options);
  return engine.guides.diagnoseSubscription(claim, evidence, options);
}

/**
 * "Which activity?" Answers that are none of the list count as not given.
 *
 * @example
 * const { nextQuestion } = adviseActivity({ solutionArea: "microsoft-365" });
 * nextQuestion; // "contribution"
 */
export function adviseActivity<A>(
  answers?: Maybe<Input<ActivityAnswers, A>>,
  options?: Maybe<RulesetOption & LocaleOption>,
): ActivityAdvice {
  warnOf("adviseActivity", options);
  return engine.guides.adviseActivity(answers, options);
}

/**
 * "Which Partner ID (MPN ID)?"
 *
 * @example
 * advisePartnerId([{ id: "5357564", kind: "location", enrolled: true }]).partnerId; // "5357564"
 */
export function advisePartnerId<P, C>(
  candidates?: Maybe<Input<readonly PartnerAccount[], P>>,
  context?: Maybe<Input<PartnerIdContext, C>>,
  options?: Maybe<LocaleOption>,
): PartnerIdAdvice {
  warnOf("advisePartnerId", options);
  return engine.guides.advisePartnerId(candidates, context, options);
}

/**
 * Which claims could be filed for the customers in the evidence, what is open about each, and why the rest
 * cannot be claimed: each subscription of Business Applications × each activity that fits what the partner
 * did, and of Microsoft 365 each tenant × each of the context's workloads. Verdict and open checks are
 * those of `checkClaim`; `csv` has the claims as a file for `checkBatch`.
 *
 * @example
 * const id = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
 * const tenantId = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
 * const { claims, excluded } = planClaims(
 *   { subscriptions: [{ id, tenantId, skuPartNumber: "DYN365_FINANCE", status: "active", channel: "csp" }] },
 *   { contributions: ["drives-usage"] },
 * );
 * claims.length; // 0
 * excluded[0]?.code; // "subscription-csp"
 */
export function planClaims<E, C>(
  evidence?: Maybe<HeldEvidence | Input<PartialEvidence, E>>,
  context?: Maybe<Input<PlanContext, C>>,
  options?: Maybe<CheckOptions>,
): Plan {
  warnOf("planClaims", options);
  return engine.around.planClaims(evidence, context, options);
}

/**
 * One message to the customer's administrator, for exactly what is open in a report and they can answer:
 * numbered questions, each with where the answer is found. `null` where there is nothing to ask.
 *
 * @example
 * const claim = { customerTenantId: "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6", customerDomain: "contoso.com" };
 * const letter = customerLetter(checkClaim(claim, {}, { ruleset: "2020-06" }), claim);
 * letter?.asks.includes("tenant-domain"); // true
 */
export function customerLetter<C, E>(
  report: Report,
  claim?: Maybe<Input<Claim, C>>,
  _evidence?: Maybe<HeldEvidence | Input<PartialEvidence, E>>,
  options?: Maybe<LetterOptions>,
): CustomerLetter | null {
  warnOf("customerLetter", options);
  return engine.around.customerLetter(report, claim, options);
}

/**
 * Reads what the customer wrote back: the answers beside the numbers of {@link customerLetter}, and values
 * for fields of the claim. What the reply quotes of the letter answers nothing.
 *
 * @example
 * const report = checkClaim({ customerDomain: "contoso.com" }, {}, { ruleset: "2023-10" });
 * const { fields } = readReply("1. 3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6", report);
 * fields[0]?.field; // "customerTenantId"
 */
export function readReply<C, E>(
  text: Maybe<string>,
  report: Report,
  options?: Maybe<ReplyOptions<C, E>>,
): Reply {
  warnOf("readReply", options);
  return engine.around.readReply(text, report, options);
}

/**
 * What did the person paste? With evidence, IDs that occur in it are told apart.
 *
 * @example
 * classifyIdentifier("https://contoso.onmicrosoft.com/").kind; // "url"
 */
export function classifyIdentifier<E>(
  text: Maybe<string>,
  evidence?: Maybe<HeldEvidence | Input<PartialEvidence, E>>,
): Identified {
  return engine.classifyIdentifier(text, evidence);
}

/**
 * Finds the fields of a claim in whatever a person pastes: an email, a ticket, cells of a spreadsheet, an
 * address of a Microsoft portal. In reading order; `start` and `end` count as `text.slice` does. A value
 * is `certain` if a name beside it or the address says which field it is for, or if only one field takes
 * its form; what could be for two fields is there twice, as `likely`.
 *
 * @example
 * const found = findFields("Tenant ID: 3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6, MPN 5357564");
 * found.map(({ field }) => field); // ["customerTenantId", "partnerId"]
 * found[1]?.label; // "MPN"
 */
export function findFields<E>(text: Maybe<string>, options?: Maybe<FindOptions<E>>): FoundField[] {
  warnOf("findFields", options);
  return engine.exports.findFields(text, options);
}

/* The time around filing */

/**
 * "For the claim form": all that Partner Center's form asks for in such a claim, in its order, with blanks
 * for what only the person knows.
 *
 * @example
 * const { fields } = claimForm({ partnerId: "5357564" }, { ruleset: "2020-06", locale: "en" });
 * fields[0]?.value; // "5357564"
 * fields.find(({ id }) => id === "claim-name")?.value; // ""
 */
export function claimForm<C>(
  claim?: Maybe<Input<Claim, C>>,
  options?: Maybe<CheckOptions>,
): ClaimFormText {
  warnOf("claimForm", options);
  return engine.around.claimForm(claim, options);
}

/**
 * What the proof of execution must show for such a claim, with days; what only third parties say is
 * marked (`source.hearsay`).
 *
 * @example
 * const points = proofChecklist({ submittedOn: "2026-11-20" }, { today: "2026-11-22" });
 * points.find(({ id }) => id === "acknowledgment-date")?.from; // "2025-11-20"
 */
export function proofChecklist<C>(
  claim?: Maybe<Input<Claim, C>>,
  options?: Maybe<CheckOptions>,
): ProofPoint[] {
  warnOf("proofChecklist", options);
  return engine.around.proofChecklist(claim, options);
}

/**
 * What follows from a status in Partner Center: last days, what to do next, what mends the reason that
 * Microsoft gave, and texts to paste. The rule set is that of the options, else that of the claim's
 * day, else that of the status's.
 *
 * @example
 * const { deadlines } = afterFiling(
 *   { status: "partner-action-required", on: "2026-11-20" },
 *   { today: "2026-11-22" },
 * );
 * deadlines[0]?.by; // "2026-12-10"
 */
export function afterFiling<C>(
  claim?: Maybe<Input<FiledClaim, C>>,
  options?: Maybe<CheckOptions>,
): AfterFiling {
  warnOf("afterFiling", options);
  return engine.around.afterFiling(claim, options);
}

/**
 * A timeline or deadlines as a calendar (RFC 5545) of whole days; empty where no step has a day. It has
 * nothing of a claim in it but the title that the options give.
 *
 * @example
 * const steps = timeline({ submittedOn: "2026-11-20" }, {}, { today: "2026-11-22" });
 * const text = toCalendar(steps, { title: "Fabrikam", today: "2026-11-22" });
 * text.split("\r\n").includes("DTSTART;VALUE=DATE:20261120"); // true
 */
export function toCalendar(
  steps: readonly CalendarStep[],
  options?: Maybe<CalendarOptions>,
): string {
  warnOf("toCalendar", options);
  return engine.around.toCalendar(steps, options);
}

/* Records of checks */

/**
 * What was checked by what: versions, hashes of claim and evidence, outcomes. Anybody can compute it again,
 * offline; it is not Microsoft's word.
 *
 * @example
 * const claim = { partnerId: "5357564" };
 * const record = checkRecord(checkClaim(claim), claim);
 * record.evidence.members; // {}
 */
export function checkRecord<C, E>(
  report: Report,
  claim: Input<Claim, C>,
  evidence?: Maybe<HeldEvidence | Input<PartialEvidence, E>>,
): CheckRecord {
  return engine.around.checkRecord(report, claim, evidence);
}

/**
 * Is everything as it was recorded? Checks the claim again, by the record's rule set and day, and names
 * all that differs.
 *
 * @example
 * const claim = { partnerId: "5357564" };
 * const record = checkRecord(checkClaim(claim), claim);
 * verifyRecord(record, claim).ok; // true
 * verifyRecord(record, { partnerId: "5357565" }).differences[0]?.name; // "partnerId"
 */
export function verifyRecord<C, E>(
  record: unknown,
  claim: Input<Claim, C>,
  evidence?: Maybe<HeldEvidence | Input<PartialEvidence, E>>,
  options?: Maybe<LocaleOption>,
): Verification {
  warnOf("verifyRecord", options);
  return engine.around.verifyRecord(record, claim, evidence, options);
}

/* Evidence */

/**
 * Reads an export: text or bytes (UTF-8, or UTF-16 with a byte-order mark).
 *
 * @example
 * const csv = "Product_Display_Name,String_Id,GUID\nTeams Rooms,MEETING_ROOM,6070a4c8-34c6-4937-8dfb-39bbc6397a60\n";
 * readEvidence(csv).kind; // "sku-reference"
 */
export function readEvidence(
  textOrBytes: string | ArrayBuffer | ArrayBufferView,
  options?: Maybe<ReadOptions>,
): Export {
  warnOf("readEvidence", options);
  return engine.exports.read(textOrBytes, options);
}

/**
 * Reads whatever people hand over: a text, bytes, a file, or a list of these; exports, tables of claims,
 * mails and tickets, also in a ZIP or GZIP file or in the sheets of an Excel workbook. Says what each part
 * is, what the fields of a claim can be, and what all exports show together. Loads what it needs.
 *
 * @example
 * const { parts, fields } = await readAnything(["Tenant ID: 3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6", "[]"]);
 * parts.map(({ kind }) => kind); // ["text", "unknown"]
 * fields.customerTenantId?.confidence; // "certain"
 *
 * @throws {PreflightError} when its own code cannot be loaded; the next call tries again
 */
export function readAnything(
  input: Readable | Iterable<Readable> | ArrayLike<Readable>,
  options?: Maybe<AnythingOptions>,
): Promise<Anything> {
  warnOf("readAnything", options);
  return engine.readAnything(input, options);
}

/**
 * Joins two parts of evidence by their IDs; order, grouping and doubles do not matter. Known beats
 * unknown, and of what changes over time the newer statement counts, of one day the less favourable
 * one. What contradicts is in `problems`.
 *
 * @example
 * const joined = mergeEvidence(
 *   { partnerIds: [{ id: "5357564" }] },
 *   { partnerIds: [{ id: "5357564", enrolled: true }] },
 * );
 * joined.partnerIds[0]?.enrolled; // true
 */
export function mergeEvidence<A, B>(
  a: Maybe<Input<PartialEvidence, A>>,
  b: Maybe<Input<PartialEvidence, B>>,
): Evidence {
  return engine.exports.merge(a, b);
}

/**
 * Hands evidence to the core, which keeps it read and joined: an object, or its JSON as text. What
 * comes back goes wherever evidence goes in `checkClaim`, `timeline`, `diagnoseSubscription` and
 * `classifyIdentifier`, and nothing crosses again. Large evidence is handed over in slices, each an
 * `add`; all of it is joined when it is first asked about, and not at all if the slices are those of
 * what `mergeEvidence` returned, in its order. `release` frees the memory, as does letting go of it.
 *
 * @example
 * const held = holdEvidence({ partnerIds: [{ id: "5357564", enrolled: false }] });
 * const { findings } = checkClaim({ partnerId: "5357564" }, held);
 * findings.some(({ code }) => code === "partner-id-not-enrolled"); // true
 * held.release();
 */
export function holdEvidence<E>(
  evidence?: Maybe<string | Input<PartialEvidence, E>>,
): HeldEvidence {
  return engine.holdEvidence(evidence);
}

/**
 * Asks Microsoft's public directory which tenant a domain belongs to (or in which cloud a tenant
 * is), so that nobody has to fetch and paste the answer. Off unless you call it: nothing else in
 * this library sends anything, so ask the person first.
 *
 * Out goes one GET for `https://{host}/{domain}/v2.0/.well-known/openid-configuration`, without
 * cookies, referrer or headers of its own; a browser adds the page's origin. A text that is no
 * domain sends nothing. For the page's life there is one request per domain: callers at the same
 * time and later ones (with the same `fetch`) share it; failures and aborts are not kept. The page's
 * policy has to name the host in `connect-src`.
 *
 * Resolves also when the network fails, and rejects only where its own code does not load.
 *
 * @example
 * const { status, reason } = await lookUpTenant("no domain");
 * status; // "failed"
 * reason; // "not-a-domain"
 *
 * @param domainOrTenantId what the claim's `customerDomain` may be, or the GUID of a tenant
 * @throws {PreflightError} when its own code cannot be loaded; the next call tries again
 */
export function lookUpTenant(
  domainOrTenantId: Maybe<string>,
  options?: Maybe<LookUpOptions>,
): Promise<LookUp> {
  warnOf("lookUpTenant", options);
  return engine.lookUpTenant(domainOrTenantId, options);
}

/* Many claims at once */

/**
 * How a file is laid out, from its beginning: 64 KB are enough.
 *
 * @example
 * batchLayout("Customer domain;Product\ncontoso.com;Teams\n").columns[0]?.field; // "customerDomain"
 */
export function batchLayout(
  head: string | ArrayBuffer | ArrayBufferView,
  columns?: Maybe<readonly (Field | null)[]>,
): BatchLayout {
  return engine.many.layout(head, columns);
}

/**
 * Checks a CSV file with one claim a row: text or bytes (UTF-8, UTF-16 with a byte-order mark, else
 * Windows-1252). The delimiter and the row that names the columns are found; columns are fields of a
 * claim, by name or by what people call them in English and German. Each row is answered as
 * `checkClaim` answers its claim, and what only shows across rows is added.
 *
 * @example
 * const batch = checkBatch("partnerId,customerDomain\n5357564,contoso.com\n");
 * batch.rows; // 1
 * batch.verdicts.fix; // 1
 */
export function checkBatch<E>(
  csv: string | ArrayBuffer | ArrayBufferView,
  evidence?: Maybe<Input<PartialEvidence, E>>,
  options?: Maybe<BatchOptions>,
): Batch {
  warnOf("checkBatch", options);
  return engine.many.check(csv, evidence, options);
}

/**
 * The same in pieces, for files of any size.
 *
 * @example
 * const open = openBatch();
 * open.push(new TextEncoder().encode("partnerId\n5357564\n"));
 * open.end().rows; // 1
 */
export function openBatch<E>(
  evidence?: Maybe<Input<PartialEvidence, E>>,
  options?: Maybe<OpenBatchOptions>,
): OpenBatch {
  warnOf("openBatch", options);
  return engine.many.open(evidence, options);
}

/* Rule sets, and lists for building a form */

/**
 * All rule sets, in the order of the days from which they are in force.
 *
 * @example
 * rulesets({ locale: "en" })[0]?.id; // "2020-06"
 */
export function rulesets(options?: Maybe<LocaleOption>): Ruleset[] {
  warnOf("rulesets", options);
  return engine.rulesets(options);
}

/**
 * What the second rule set says otherwise than the first; `latest` is the newest, an unknown one that of today.
 *
 * @example
 * compareRulesets("2020-06", "2023-10").find(({ part }) => part === "source")?.id; // "date"
 */
export function compareRulesets(
  from: string,
  to: string,
  options?: Maybe<LocaleOption>,
): RulesetDifference[] {
  warnOf("compareRulesets", options);
  return engine.compareRulesets(from, to, options);
}

/**
 * Fields, checks, codes and questions with their words. Without a rule set, or with an unknown
 * one, those of the day.
 *
 * @example
 * describe({ locale: "en" }).fields[0]?.label; // "Your role"
 */
export function describe(options?: Maybe<RulesetOption & LocaleOption>): Description {
  warnOf("describe", options);
  return engine.describe(options);
}
