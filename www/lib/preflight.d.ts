// The library's types. The closed lists of names come from the core: see lists.d.ts, which is built.

import type {
  AccountKind,
  Activity,
  BatchProblem,
  CauseBasis,
  CauseStatus,
  CheckId,
  ClaimHolder,
  Cloud,
  Code,
  CompetingPartner,
  Conclusion,
  Contribution,
  CrossRowCode,
  DiagnosisQuestion,
  Effect,
  EvidencePart,
  ExportKind,
  Fact,
  Field,
  Fit,
  Holder,
  IdentifierKind,
  IdentifierSource,
  Kind,
  Locale,
  Outcome,
  ProblemCode,
  ProofOfExecution,
  Provisioning,
  PurchaseChannel,
  Question,
  SeeksPayment,
  Severity,
  SolutionArea,
  Status,
  StepName,
  SubscriptionListing,
  SubscriptionStatus,
  Topic,
  UnresolvedReason,
  UserRole,
  Verdict,
} from "./lists.js";

export type * from "./lists.js";

/* Loading. All other functions are synchronous, and throw until `init` has resolved. */

/** Tags of all languages. */
export const LOCALES: readonly Locale[];

/**
 * Loads the core, all languages and the SKU table; with `parts: ["check"]` only the check of a claim
 * without evidence, which is all that a form needs to start, and a third of the size. May be called
 * again at any time, also to load more; each part is loaded once.
 *
 * @throws {PreflightError} when loading fails; the next call tries again
 */
export function init(options?: InitOptions): Promise<void>;
export function init(wasm: Maybe<Source>, options?: InitOptions): Promise<void>;

/**
 * The wasm: its address, a request for it (with `integrity`, its hash is checked), the answer to one,
 * its bytes, or compiled; or a promise of one, or a function that gives one when it is needed.
 */
export type Source = Wasm | PromiseLike<Wasm> | (() => Wasm | PromiseLike<Wasm>);

type Wasm = string | URL | Request | Response | ArrayBuffer | ArrayBufferView | CompiledWasm;

/** To TypeScript, any object is a module: options with a typing error must not be taken for one. */
type CompiledWasm = WebAssembly.Module & { readonly [Option in keyof InitOptions]?: never };

/** What to load. */
export interface InitOptions {
  /** The wasm of the core, or with `parts: ["check"]` of the check; by default from beside the library. */
  wasm?: Maybe<Source>;
  /** Languages, by tag or as `cpor-preflight/text/…` exports them; all by default. */
  locales?: readonly (LocaleTag | Catalogue)[] | undefined;
  /**
   * - `core`, the default: everything
   * - `check`: the check of a claim without evidence. Until the core is there, functions that are given
   *   evidence and all others that need the core throw, and `describe` and `rulesets` leave out
   *   `questions`, statuses, contradictions, and the labels of exports, causes and many claims
   * - `skus`: the SKU table, which the core always brings along
   */
  parts?: readonly Part[] | undefined;
  /** The text of another SKU table, as `cpor-preflight/skus` exports it. */
  skus?: string | DeprecatedOption;
  /** @deprecated Does nothing: see `parts`. */
  evidence?: DeprecatedOption;
  /** @deprecated Does nothing: the core has the readers of exports. */
  exports?: DeprecatedOption;
  /** @deprecated Does nothing: the core has the check of many claims. */
  batch?: DeprecatedOption;
  /** @deprecated Does nothing: see `parts`. */
  texts?: string | undefined;
}

/** What `init` can load. */
export type Part = "core" | "check" | "skus";

/** `true` and `false` do nothing any more. */
type DeprecatedOption = boolean | undefined;

/** The words of a language. */
export interface Catalogue {
  readonly tag: Locale;
}

/** Loading failed. */
export class PreflightError extends Error {
  constructor(code: LoadFailure, cause?: unknown);
  readonly code: LoadFailure;
}

/**
 * Why loading failed: the page's Content-Security-Policy does not allow WebAssembly, a file did not
 * arrive, it arrived with another hash than the request says, the environment has no WebAssembly, the worker
 * could not be started (see `cpor-preflight/worker`), or something else.
 */
export type LoadFailure =
  | "wasm_blocked_by_csp"
  | "wasm_fetch_failed"
  | "wasm_integrity"
  | "wasm_unsupported"
  | "worker_failed"
  | "internal";

/**
 * Loads a language, for an unknown tag the one that it falls back to; or takes one that is given.
 * Resolves to its tag.
 */
export function loadLocale(language: LocaleTag | Catalogue): Promise<Locale>;

/** The first tag that is a language here, also by its prefix (`de-AT` is `de`), else English. */
export function negotiateLocale(tags: Iterable<string>): Locale;

/** Any BCP 47 tag: it falls back by its prefix, then to English. */
export type LocaleTag = Locale | (string & {});

/* Input */

/** Absent, `undefined` and `null` all mean: not given. */
export type Maybe<T> = T | null | undefined;

/**
 * A value of a known type, or one whose members are only known at run time: `unknown`, `any`, or a
 * type with an index signature such as `Record<string, string>` or that of
 * `Object.fromEntries(new FormData(form))`. Literals are held to the known type.
 */
export type Input<Known, T> = Known | (unknown extends T ? T : string extends keyof T ? T : never);

/** A claim, as a person typed it. Texts may carry what pasting leaves behind. */
export interface Claim {
  /** Role in Partner Center of the person who files the claim. */
  userRole?: Maybe<UserRole>;
  /** A GUID when right. */
  customerTenantId?: Maybe<string>;
  /** `contoso`, `contoso.onmicrosoft.com`, `contoso.com`, an e-mail address or a URL. */
  customerDomain?: Maybe<string>;
  solutionArea?: Maybe<SolutionArea>;
  /** What the partner did for the customer. */
  activity?: Maybe<Activity>;
  /** How the customer bought the product. */
  purchaseChannel?: Maybe<PurchaseChannel>;
  /** Product name, SKU part number or SKU GUID. */
  product?: Maybe<string>;
  /** A GUID when right. */
  subscriptionId?: Maybe<string>;
  /** Partner ID (MPN ID) of the location. */
  partnerId?: Maybe<string>;
  /** Older name of `partnerId`, which wins where both are given. */
  mpnId?: Maybe<string>;
  /** The partner's own tenant, to catch claims on oneself. */
  ownTenantId?: Maybe<string>;
  /** Is customer and product already associated with another partner? */
  competingPartner?: Maybe<CompetingPartner>;
  proofOfExecution?: Maybe<ProofOfExecution>;
  /** ISO date, for the timeline; the day of the check by default. */
  submittedOn?: Maybe<string>;
}

/** Evidence of which any part may be absent. */
export type PartialEvidence = {
  [Part in keyof Evidence]?: Maybe<readonly NonNullable<Evidence[Part]>[number][]>;
};

export interface RulesetOption {
  /** ID of a rule set; an unknown one is a finding, and the default counts. */
  ruleset?: Maybe<string>;
}

export interface LocaleOption {
  /** Language of the texts. */
  locale?: Maybe<LocaleTag>;
}

export interface CheckOptions extends RulesetOption, LocaleOption {
  /** ISO date of the day to check for; the caller's local date by default. */
  today?: Maybe<string>;
}

/* Checking a claim */

/** Checks a claim. Any value of any type gets a report: what cannot be read is a finding. */
export function checkClaim<C, E>(
  claim: Input<Claim, C>,
  evidence?: Maybe<HeldEvidence | Input<PartialEvidence, E>>,
  options?: Maybe<CheckOptions>,
): Report;

/** The report's timeline alone. */
export function timeline<C, E>(
  claim: Input<Claim, C>,
  evidence?: Maybe<HeldEvidence | Input<PartialEvidence, E>>,
  options?: Maybe<CheckOptions>,
): TimelineStep[];

/** The answer to a claim. */
export interface Report {
  /** ID of the rule set that it was checked by. */
  ruleset: string;
  /** Language of the texts. */
  locale: Locale;
  /** ISO date of the day that it was checked for. */
  today: string;
  /** What to do. Never a promise of approval: only Microsoft decides. */
  verdict: Verdict;
  /** Every check, in a fixed order. */
  checks: CheckResult[];
  /** By severity, then in the order of the claim's fields. */
  findings: Finding[];
  /** What was read from each field, normalised. Fields that could not be read are absent. */
  understood: Partial<Record<Field, string>>;
  /** What happens after filing. */
  timeline: TimelineStep[];
}

export interface CheckResult {
  id: CheckId;
  /** `pass` only with evidence; `unknown` where the evidence does not show it. */
  outcome: Outcome;
}

/** Something to say about the claim. */
export interface Finding {
  code: Code;
  /** `field`: shown at the field. `outcome`: the input is fine, shown in a result region. */
  kind: Kind;
  severity: Severity;
  /** Claim fields that it is about, first the one to go to. Empty if it is about the input as a whole. */
  fields: Field[];
  /** What the texts were made of; which ones there are depends on the code. */
  params: Params;
  what: string;
  why: string;
  next: string;
  source: FindingSource;
}

/** Parameters of findings. */
export interface Params {
  activity?: Activity;
  by?: Holder;
  certainty?: string;
  channel?: PurchaseChannel;
  /** ID of an own claim in Partner Center; empty if it is not known. */
  claimId?: string;
  /** The checks that the evidence cannot show. */
  checks?: CheckId[];
  /** The cloud, or `unknown`. */
  cloud?: Cloud | "unknown";
  domain?: string;
  /** Is the subscription over, so that only one after it can be claimed? */
  ended?: "no" | "yes";
  /** ISO date. */
  endsOn?: string;
  /** Name of a field, an option, an argument or a fact of the evidence. */
  field?: string;
  kind?: IdentifierKind;
  /** Number of digits, in digits. */
  length?: string;
  /** Part of the evidence. */
  part?: string;
  partnerType?: string;
  /** How an identifier or a value fails to be one. */
  problem?: string;
  product?: string;
  provisioning?: Provisioning;
  reason?: UnresolvedReason;
  /** Row in the part of the evidence, counted from 1, in digits; empty for the part as a whole. */
  row?: string;
  solutionArea?: SolutionArea;
  status?: SubscriptionStatus;
  /** ID of the one active subscription of the same SKU; empty if there is none or several. */
  successor?: string;
  subscriptionProduct?: string;
  /** The field that was probably meant; empty if none resembles. */
  suggestion?: Field | "";
  /** Which tenant that is never a customer's. */
  tenant?: string;
  /** ISO date of the day by which the claim form shows the subscription. */
  visibleBy?: string;
}

/** Where Microsoft says so. */
export interface FindingSource {
  /** ID of the rule set. */
  ruleset: string;
  /** Heading in its source. */
  section: string;
  url: string;
}

/** A step of the claim's way. */
export interface TimelineStep {
  step: StepName;
  /** ISO date of the first day. */
  from?: string;
  /** ISO date of the last day; Monday to Friday are business days, holidays are not known. */
  by?: string;
  label: string;
  note: string;
}

/* Diagnosis */

/**
 * "Partner Center showed me the subscription error": which of the rule set's reasons it can be, and
 * what to ask next. Starts from nothing but the subscription ID, or from nothing. A claim for Microsoft 365
 * names no subscription: for it there are no causes, and the conclusion is `not-applicable`.
 */
export function diagnoseSubscription<C, E>(
  claim?: Maybe<Input<Claim, C>>,
  evidence?: Maybe<HeldEvidence | Input<PartialEvidence, E>>,
  options?: Maybe<DiagnosisOptions>,
): Diagnosis;

export interface DiagnosisOptions extends CheckOptions {
  /** What the person has answered so far; what is none of the list counts as not given. */
  answers?: Maybe<DiagnosisAnswers>;
  /** Language of the text for the customer; that of all texts by default. */
  customerLocale?: Maybe<LocaleTag>;
}

/** A person's word: it decides where evidence is silent. `unknown` is an answer, too. */
export interface DiagnosisAnswers {
  /** How does the customer's admin centre list the subscription? */
  listing?: Maybe<SubscriptionListing>;
  /** Where was the identifier copied from? */
  source?: Maybe<IdentifierSource>;
  /** How was this subscription bought? Else the claim's `purchaseChannel` counts. */
  channel?: Maybe<PurchaseChannel>;
  /** Does anybody hold a claim on it? Else the claim's `competingPartner` counts. */
  holder?: Maybe<ClaimHolder>;
}

export interface Diagnosis {
  /** ID of the rule set. */
  ruleset: string;
  /** Language of the texts, but for the customer's. */
  locale: Locale;
  conclusion: DiagnosisConclusion;
  /** Every cause once: the confirmed, the possible, the ruled out; in each, the likeliest first. */
  causes: DiagnosedCause[];
  /** What decides most next; `null` if nothing is left to ask. Answering ends after four. */
  nextQuestion: DiagnosisStep | null;
  /** The answers that count, also those that the claim gives. */
  answered: DiagnosisAnswer[];
  /** To the customer's administrator, for what is open; `null` where there is nothing to ask. */
  customerMessage: CustomerMessage | null;
  /** What Partner Center's support asks for. */
  supportRequest: SupportRequest;
}

export interface DiagnosisConclusion {
  state: Conclusion;
  text: string;
}

export interface DiagnosedCause {
  /** The code of its finding. */
  code: Code;
  title: string;
  status: CauseStatus;
  /** What the status rests on. */
  basis: CauseBasis;
  /** Why it has this status. */
  text: string;
  /** Whom to ask for what, or what to do. */
  next: string;
}

export interface DiagnosisStep {
  id: DiagnosisQuestion;
  text: string;
  options: LabelledOption[];
  /** Exports that answer it better than words. */
  exports: WantedExport[];
}

export interface WantedExport {
  kind: ExportKind;
  label: string;
}

export interface DiagnosisAnswer {
  id: DiagnosisQuestion;
  text: string;
  answer: string;
  label: string;
}

export interface CustomerMessage {
  locale: Locale;
  text: string;
}

export interface SupportRequest {
  /** In the order in which support asks. */
  fields: SupportField[];
  /** All of them as one text. */
  text: string;
}

export interface SupportField {
  id: keyof SupportLabels;
  label: string;
  /** May be empty. */
  value: string;
}

/* Guidance */

/** "Which activity?" Answers that are none of the list count as not given. */
export function adviseActivity<A>(
  answers?: Maybe<Input<ActivityAnswers, A>>,
  options?: Maybe<RulesetOption & LocaleOption>,
): ActivityAdvice;

export interface ActivityAnswers {
  solutionArea?: Maybe<SolutionArea>;
  purchaseChannel?: Maybe<PurchaseChannel>;
  /** What the partner did for the customer. */
  contribution?: Maybe<Contribution>;
  /** Does the partner want to apply for incentive payments? */
  seeksPayment?: Maybe<SeeksPayment>;
}

export interface ActivityAdvice {
  /** The one activity that fits, if exactly one does. */
  activity: Activity | null;
  /** All that fit: each is a claim of its own. */
  activities: Activity[];
  /** Where nothing fits and no answer is missing: the answer to reconsider. */
  reconsider: { question: Question; text: string } | null;
  /** The question that decides most; `null` if no answer would change anything. */
  nextQuestion: Question | null;
  /** Every activity, the best first. */
  ranking: RankedActivity[];
}

export interface RankedActivity {
  activity: Activity;
  fit: Fit;
  /** One reason a question. */
  because: Because<Question>[];
}

/** "Which Partner ID (MPN ID)?" */
export function advisePartnerId<P, C>(
  candidates?: Maybe<Input<readonly PartnerAccount[], P>>,
  context?: Maybe<Input<PartnerIdContext, C>>,
  options?: Maybe<LocaleOption>,
): PartnerIdAdvice;

export interface PartnerIdContext {
  solutionArea?: Maybe<SolutionArea>;
  activity?: Maybe<Activity>;
  /** The incentive programme that the claim is meant for. */
  program?: Maybe<string>;
  /** Is this work done as a FastTrack partner? */
  fastTrack?: Maybe<boolean>;
}

export interface PartnerIdAdvice {
  /** The one ID that fits, if exactly one does. */
  partnerId: string | null;
  /** Every candidate, the best first. */
  ranking: RankedPartnerId[];
  /** What to do next, as a sentence. */
  next: string;
}

export interface RankedPartnerId {
  id: string;
  fit: Fit;
  because: Because[];
  /** What to do with this one, as a sentence. */
  next: string;
}

/** A reason of a ranking. */
export interface Because<Asked extends string = string> {
  question: Asked;
  /** `null` where it is not answered. */
  answer: string | null;
  /** Which way the answer points. */
  effect: Effect;
  /** In the guide for the activity: the same in a word. */
  fits?: "yes" | "no" | "depends";
  text: string;
}

/* Identifiers */

/** What did the person paste? With evidence, IDs that occur in it are told apart. */
export function classifyIdentifier<E>(
  text: Maybe<string>,
  evidence?: Maybe<HeldEvidence | Input<PartialEvidence, E>>,
): Identified;

export interface Identified {
  kind: IdentifierKind;
  /** The text in the kind's usual form; empty if it has none. */
  value: string;
  /** `certain` if the form or the evidence proves the kind. */
  confidence: "certain" | "likely";
}

/* Evidence */

/** Reads an export: text or bytes (UTF-8, or UTF-16 with a byte-order mark). */
export function readEvidence(
  textOrBytes: string | ArrayBuffer | ArrayBufferView,
  options?: Maybe<ReadOptions>,
): Export;

/** What is known about an export beside its content. */
export interface ReadOptions extends LocaleOption {
  /** Name or address of the file. */
  name?: Maybe<string>;
  /** The tenant it came from, for exports that do not carry it. */
  tenantId?: Maybe<string>;
  /** The domain that was looked up, for answers that do not carry it. */
  domain?: Maybe<string>;
  /** ISO date of the day it was made, for exports that do not carry it. */
  asOf?: Maybe<string>;
  /** Hears about every megabyte how many bytes are read, and of how many. */
  onProgress?: Maybe<(done: number, total: number) => void>;
}

/** An export after reading. */
export interface Export {
  kind: ExportKind;
  /** What it shows. */
  evidence: Evidence;
  /** How many rows it holds, readable or not. */
  rows: number;
  problems: Problem[];
  /** ISO date of the day it is as of: its newest one, else the one that was said. */
  asOf?: string;
}

/** What could not be read of an export, or is open. */
export interface Problem {
  /** Counted from 1; absent if it is about the export as a whole. */
  row?: number;
  /** `not-text`: neither a text nor bytes of one. */
  code: ProblemCode;
  text: string;
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
 * @param domainOrTenantId what the claim's `customerDomain` may be, or the GUID of a tenant
 * @throws {PreflightError} when its own code cannot be loaded; the next call tries again
 */
export function lookUpTenant(
  domainOrTenantId: Maybe<string>,
  options?: Maybe<LookUpOptions>,
): Promise<LookUp>;

export interface LookUpOptions extends LocaleOption {
  /** By default the browser's or Node's own. */
  fetch?: Maybe<typeof fetch>;
  /** Instead of the cloud's own: a host, for tests also `http://127.0.0.1:1234`. */
  host?: Maybe<string>;
  /**
   * Whose host to ask; the global one by default, which also knows tenants of the US government.
   * Whether the others let a browser read their answers (CORS) is not verified.
   */
  cloud?: Maybe<Cloud>;
  /** Ends this call; the request goes on if others wait for it, too. */
  signal?: Maybe<AbortSignal>;
  /** Milliseconds, 10,000 by default. */
  timeoutMs?: Maybe<number>;
  /** Asks again although the answer is known. */
  fresh?: Maybe<boolean>;
}

/** What became of a look-up. `evidence` and what belongs to an export are there once answered. */
export interface LookUp extends Partial<Export> {
  /** A refusal ("no such tenant") is an answer, too. */
  status: "answered" | "failed" | "aborted";
  /** Why it failed. */
  reason?: LookUpFailure;
  /** HTTP status, for `http`. */
  httpStatus?: number;
  /** The address, which can be opened in a browser instead; absent where there is none to ask. */
  url?: string;
  /** The answer as it came: `readEvidence(answer, { name: url, asOf })` reads it again. */
  answer?: string;
  /** ISO date of the day on which it came. */
  asOf?: string;
  /** What failed, and how to go on, as a sentence; absent once answered. */
  text?: string;
}

/**
 * Why a look-up failed.
 *
 * - `offline`: no connection; `timeout`: no answer in time
 * - `blocked`: a network, a browser or a policy is in the way, or the host sends elsewhere
 * - `http`: a status other than 200 and 400
 * - `not-json`: no JSON or more than 1 MB, such as the page of a proxy
 * - `not-an-answer`: JSON that says nothing about the domain
 * - `not-a-domain`, `not-a-host`: nothing was sent
 */
export type LookUpFailure =
  | "offline"
  | "timeout"
  | "blocked"
  | "http"
  | "not-json"
  | "not-an-answer"
  | "not-a-domain"
  | "not-a-host";

/**
 * Joins two parts of evidence by their IDs; order, grouping and doubles do not matter. Known beats
 * unknown, and of what changes over time the newer statement counts, of one day the less favourable
 * one. What contradicts is in `problems`.
 */
export function mergeEvidence<A, B>(
  a: Maybe<Input<PartialEvidence, A>>,
  b: Maybe<Input<PartialEvidence, B>>,
): Evidence;

/**
 * Hands evidence to the core, which keeps it read and joined: an object, or its JSON as text. What
 * comes back goes wherever evidence goes in `checkClaim`, `timeline`, `diagnoseSubscription` and
 * `classifyIdentifier`, and nothing crosses again. Large evidence is handed over in slices, each an
 * `add`; all of it is joined when it is first asked about, and not at all if the slices are those of
 * what `mergeEvidence` returned, in its order. `release` frees the memory, as does letting go of it.
 */
export function holdEvidence<E>(evidence?: Maybe<string | Input<PartialEvidence, E>>): HeldEvidence;

/** Once released, or in another copy of the library, it counts as evidence that cannot be read. */
export interface HeldEvidence {
  /** Adds a part. */
  add<E>(part: string | Input<PartialEvidence, E>): void;
  release(): void;
  toJSON(): string;
}

/** What is known about the customer and the partner's own IDs. */
export interface Evidence {
  tenants: Tenant[];
  /** Domains that the directory did not resolve. */
  unresolvedDomains: UnresolvedDomain[];
  subscriptions: Subscription[];
  /** The partner's own IDs. */
  partnerIds: PartnerAccount[];
  /** Existing claims. */
  associations: Association[];
  /** SKUs beside those of the table; a name says nothing about what a SKU is. */
  skus?: NamedSku[];
  /** Where joined parts contradict each other: sorted, each once; absent if they do not. */
  /** The parts of which rows could not be read; checks that need them stay unknown. */
  unread?: string[];
  problems?: Contradiction[];
}

/** Two statements about one fact differ. */
export interface Contradiction {
  code: "contradiction";
  part: EvidencePart;
  /**
   * What it is about: the ID of a subscription, a tenant or a partner, or a domain; of an existing
   * claim its subscription, else its tenant.
   */
  id: string;
  field: Fact;
}

export interface Tenant {
  /** GUID. */
  tenantId: string;
  /** Domains shown to be its own. */
  domains: string[];
  cloud?: Cloud;
  /** Where this is known from, as text. */
  source: string;
  /**
   * ISO date of the day on which the domains were known to be its own, or one for each domain;
   * without one, it is as of now.
   */
  asOf?: string | Record<string, string>;
  /** The members that could not be read; checks that need them stay unknown. */
  unread?: string[];
}

export interface UnresolvedDomain {
  domain: string;
  reason: UnresolvedReason;
  /** ISO date of the day on which this was known to be so; without one, it is as of now. */
  asOf?: string;
  /** The members that could not be read; checks that need them stay unknown. */
  unread?: string[];
}

export interface Subscription {
  /** GUID in the directory. */
  id: string;
  /** GUID in the commerce system; a claim may name either. */
  commerceSubscriptionId?: string;
  /** GUID of the tenant it is on. */
  tenantId?: string;
  /** GUID. */
  skuId?: string;
  skuPartNumber?: string;
  productName?: string;
  status: SubscriptionStatus;
  /** How it was bought. */
  channel?: PurchaseChannel;
  /** GUID of the partner tenant that created it: a strong sign of CSP. */
  ownerTenantId?: string;
  provisioning?: Provisioning;
  /** ISO date of the first day. */
  createdOn?: string;
  /** ISO date of the last day of the term. */
  endsOn?: string;
  /** Who holds a claim on it. */
  claimedBy?: Holder;
  /**
   * ISO date of the day on which status, provisioning and last day were known to be so, or one for
   * each; without one, it is as of now. SKU, tenant, owner and channel do not change.
   */
  asOf?: string | SubscriptionDays;
  /**
   * `true` where its source lists only some of the tenant's subscriptions: then nothing follows from
   * what it does not list.
   */
  excerpt?: boolean;
  /** The members that could not be read; checks that need them stay unknown. */
  unread?: string[];
}

/** ISO dates; a fact without one is as of now. */
export interface SubscriptionDays {
  status?: string;
  endsOn?: string;
  provisioning?: string;
}

export interface PartnerAccount {
  /** Digits. */
  id: string;
  kind?: AccountKind;
  /** Special partner type, such as `FRP FastTrack`. */
  partnerType?: string;
  /** Incentive programmes it is enrolled in. */
  programs?: string[];
  /** Is it enrolled in incentives at all? */
  enrolled?: boolean;
  name?: string;
  /** ISO date of the day on which the enrolment was known to be so; without one, as of now. */
  asOf?: string;
  /** The members that could not be read; checks that need them stay unknown. */
  unread?: string[];
}

export interface Association {
  /** GUID of the customer's tenant. */
  tenantId: string;
  /** Product or workload. */
  product?: string;
  /** GUID. */
  subscriptionId?: string;
  holder: Holder;
  /** In Partner Center's words; a rejected claim holds nothing. */
  status?: string;
  /** Its ID in Partner Center. */
  claimId?: string;
  /** ISO date of its first day. */
  since?: string;
  /** ISO date of the day on which this was known to be so; without one, it is as of now. */
  asOf?: string;
  /** The members that could not be read; checks that need them stay unknown. */
  unread?: string[];
}

export interface NamedSku {
  /** GUID. */
  skuId: string;
  skuPartNumber?: string;
  productName: string;
}

/* Many claims at once */

/**
 * Checks a CSV file with one claim a row: text or bytes (UTF-8, UTF-16 with a byte-order mark, else
 * Windows-1252). The delimiter and the row that names the columns are found; columns are fields of a
 * claim, by name or by what people call them in English and German. Each row is answered as
 * `checkClaim` answers its claim, and what only shows across rows is added.
 */
export function checkBatch<E>(
  csv: string | ArrayBuffer | ArrayBufferView,
  evidence?: Maybe<Input<PartialEvidence, E>>,
  options?: Maybe<BatchOptions>,
): Batch;

/** The same in pieces, for files of any size. */
export function openBatch<E>(
  evidence?: Maybe<Input<PartialEvidence, E>>,
  options?: Maybe<OpenBatchOptions>,
): OpenBatch;

/** How a file is laid out, from its beginning: 64 KB are enough. */
export function batchLayout(
  head: string | ArrayBuffer | ArrayBufferView,
  columns?: Maybe<readonly (Field | null)[]>,
): BatchLayout;

export interface BatchOptions extends CheckOptions {
  /** The field of each column in order, where the names are not to decide. */
  columns?: Maybe<readonly (Field | null)[]>;
  /** How many findings are named; 1,000 by default. All are counted. */
  limit?: Maybe<number>;
  /**
   * May closed questions be answered in words, too, as the form shows them in English and German? Not
   * by default: `checkClaim` takes codes only. The page and the command line say yes.
   */
  answersInWords?: Maybe<boolean>;
}

export interface OpenBatchOptions extends BatchOptions {
  /** Hears of every row, in order. */
  onRows?: Maybe<(rows: BatchRow[]) => void>;
  /** Gets the file with verdict and codes in two more columns; its own cells stay byte for byte. */
  onCsv?: Maybe<(bytes: Uint8Array) => void>;
}

export interface OpenBatch {
  push(bytes: Uint8Array): void;
  /** The sums so far. */
  sums(): BatchSums;
  /** Ends the file. */
  end(): BatchSums;
}

export interface BatchSums {
  /** Claims: rows with some text. */
  rows: number;
  verdicts: Record<Verdict, number>;
  /** Rows for each code that was found. */
  codes: Partial<Record<Code | CrossRowCode, number>>;
  /** In the order of the rows; those of a row as they were raised. */
  findings: BatchFinding[];
  /** There are more findings than are named. */
  truncated?: true;
  columns: BatchColumn[];
  /** What is wrong with the file, or worth knowing. */
  problems: BatchProblemText[];
  /** Rows under each rule set, where rows fall under several. */
  editions?: Record<string, number>;
}

export interface Batch extends BatchSums {
  /** The file with verdict and codes in two more columns; its own cells stay byte for byte. */
  toCsv(): Uint8Array;
}

export interface BatchFinding {
  /** The first data row is 1. */
  row: number;
  code: Code | CrossRowCode;
  /** The field to go to; `null` for findings about the row as a whole. */
  field: Field | null;
  /** The earlier row that a finding across rows is about. */
  otherRow?: number;
}

export interface BatchRow {
  row: number;
  /** `null` for a blank row. */
  verdict: Verdict | null;
  codes: (Code | CrossRowCode)[];
  /** Where the row begins, in bytes; of a UTF-16 file, in bytes of its UTF-8. */
  offset: number;
}

export interface BatchColumn {
  /** As the header names it. */
  name: string;
  field?: Field;
}

export interface BatchProblemText {
  code: BatchProblem | "not-text";
  /** How many rows. */
  rows: number;
  /** The first of them, where it is about rows. */
  row?: number;
  /** Of `columns-conflict` and `columns-ignored`: the names of the columns. */
  columns?: string[];
  text: string;
}

export interface BatchLayout {
  delimiter: string;
  /** The record that names the columns, counted from 0; those before it are titles. */
  headerRow: number;
  columns: BatchColumn[];
  /** Is all that was looked at UTF-8? Else it is read as Windows-1252. */
  isUtf8: boolean;
  /** The first data rows. */
  preview: string[][];
}

/* Rule sets, and lists for building a form */

/** All rule sets, the default first. */
export function rulesets(options?: Maybe<LocaleOption>): Ruleset[];

/** What the second rule set says otherwise than the first; an unknown one is the default. */
export function compareRulesets(
  from: string,
  to: string,
  options?: Maybe<LocaleOption>,
): RulesetDifference[];

export interface Ruleset {
  id: string;
  /** ISO date of its source's text. */
  date: string;
  title: string;
  /** Where its source can be read. */
  url: string;
  /** The text it is taken from. */
  source: { title: string; url: string };
  /** Roles that may file claims. */
  roles: UserRole[];
  /** Fields that the claim form asks for in every claim. */
  required: Field[];
  /** The reasons of the subscription error. */
  subscriptionError: Code[];
  days: Days;
  /** What a claim can be in Partner Center, in the order of its way. */
  statuses: DescribedStatus[];
  statusesSource: PageSource;
  /** Where Microsoft's own pages of that time disagree. */
  contradictions: Disagreement[];
  /** What is particular about it. */
  changes: string;
}

export interface DescribedStatus {
  id: Status;
  /** As Partner Center shows it. */
  label: string;
  meaning: string;
}

/** Statements that cannot all be right. */
export interface Disagreement {
  topic: Topic;
  /** What they are about. */
  text: string;
  values: Statement[];
}

export interface Statement {
  /** The same in all languages; pages that say the same have the same one. */
  value: string;
  text: string;
  source: PageSource;
}

/** A place in Microsoft's documentation. */
export interface PageSource {
  title: string;
  /** ISO date of its text. */
  date: string;
  url: string;
  /** Heading there; empty for the page as a whole. */
  section: string;
}

export interface RulesetDifference {
  part: "source" | "days" | "role" | "field" | "label" | "code" | "status" | "contradiction";
  /** What it is about, by its name, such as `activity=usage solutionArea=microsoft-365`. */
  id: string;
  /** What it is about, in words. */
  text: string;
  /** In words, or a number of days; `null` where the first says nothing. */
  before: string | number | null;
  /** The same for the second. */
  after: string | number | null;
}

/** Day counts of a rule set; 0 where its source says nothing. */
export interface Days {
  /** Business days after submission until the review starts. */
  startBusinessDays: number;
  /** Business days until a claim is reviewed. */
  reviewBusinessDays: number;
  /** Business days to answer when Microsoft asks for more. */
  answerBusinessDays: number;
  /** Days after a rejection in which it can be disputed. */
  disputeDays: number;
  /** Days until a provisioned subscription can be claimed. */
  provisioningLagDays: number;
  /** Days before its end from which a subscription counts as ending. */
  endingSoon: number;
}

/** Fields, checks, codes and questions with their words. An unknown rule set gets the default. */
export function describe(options?: Maybe<RulesetOption & LocaleOption>): Description;

export interface Description {
  ruleset: Ruleset;
  locale: Locale;
  /** In the order of the form. */
  fields: DescribedField[];
  checks: DescribedCheck[];
  codes: DescribedCode[];
  /** Every closed list of names, by the name of its type. */
  lists: Record<string, string[]>;
  labels: Labels;
  questions: Questions;
  skuTable: SkuSource;
}

/** Where the SKU table is from. */
export interface SkuSource {
  /** Title. */
  source: string;
  url: string;
  /** ISO date of the edition. */
  date: string;
  /** How many SKUs it lists. */
  count: number;
}

export interface DescribedField {
  name: Field;
  type: "choice" | "text" | "date";
  /** Does the claim form ask for it in every claim? */
  required: boolean;
  /** Empty unless it is a choice. */
  options: NamedOption[];
  /** With both names where another rule set has another one. */
  label: string;
  /** Its name in this rule set. */
  shortLabel: string;
  /** May be empty. */
  hint: string;
}

/** An option with its name in this rule set, and with both where another one has another. */
export interface NamedOption {
  value: string;
  label: string;
  shortLabel: string;
  /** The field that decides its name, if one does. */
  by?: Field;
  /** Its names by the values of that field. */
  variants?: Record<string, { label: string; shortLabel: string }>;
}

export interface LabelledOption {
  value: string;
  label: string;
}

export interface DescribedCheck {
  id: CheckId;
  label: string;
}

export interface DescribedCode {
  code: Code;
  /** The check that raises it; `null` for findings about the input as a whole. */
  check: CheckId | null;
  kind: Kind;
  severity: Severity;
  /** The one value of a parameter with which it weighs something else. */
  except?: SeverityException;
  fields: Field[];
  /** Names of its parameters with their closed lists of values; an empty list is any text. */
  params: [name: keyof Params, values: string[]][];
  /** Heading in the rule set's source. */
  section: string;
}

export interface SeverityException {
  param: keyof Params;
  value: string;
  severity: Severity;
  /** What is found then. */
  text: string;
}

export interface Labels {
  outcomes: Record<Outcome, string>;
  severities: Record<Severity, string>;
  verdicts: Record<Verdict, VerdictLabel>;
  /** Also of kinds that are not read yet. */
  exportKinds: Record<ExportKind, string>;
  /** What only shows across the rows of a file. */
  crossRow: Record<CrossRowCode, FindingText>;
  exportProblems: Record<ProblemCode, string>;
  /** What sources can contradict each other in. */
  facts: Record<Fact, string>;
  causeStatuses: Record<CauseStatus, string>;
  support: SupportLabels;
  /** Words that differ between rule sets. */
  terms: { partnerId: string; activityWord: string; activityWords: string };
  /** What `compareRulesets` calls things. */
  changes: {
    parts: Record<RulesetDifference["part"], string>;
    source: { date: string; title: string };
    days: Record<keyof Days, string>;
    required: string;
    notRequired: string;
  };
}

/** What Partner Center's support asks for. */
export interface SupportLabels {
  title: string;
  program: string;
  /** Of the location. */
  partnerId: string;
  claimId: string;
  /** The customer's. */
  tenant: string;
  subscription: string;
  description: string;
}

export interface FindingText {
  what: string;
  why: string;
  next: string;
}

export interface VerdictLabel {
  title: string;
  text: string;
}

/** What guides and diagnosis ask. */
export interface Questions {
  activity: DescribedQuestion<Question>[];
  diagnosis: DescribedQuestion<DiagnosisQuestion>[];
  partnerId: DescribedQuestion<keyof PartnerIdContext>[];
}

export interface DescribedQuestion<Id extends string> {
  id: Id;
  text: string;
  /** Empty for a free text. */
  options: LabelledOption[];
}
