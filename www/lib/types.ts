// What callers get and give. The closed lists of names, the claim and the findings come from the core's
// registry (`generated/`), the rows of evidence and what else crosses as it is from its records
// (`core-types.ts`, which has their comments).

import type {
  Activity,
  BatchProblem,
  CauseBasis,
  CauseStatus,
  CheckId,
  ClaimHolder,
  Cloud,
  Code,
  Conclusion,
  Contribution,
  CrossRowCode,
  DiagnosisQuestion,
  Effect,
  ExportKind,
  Fact,
  Field,
  Fit,
  IdentifierSource,
  Kind,
  Lists,
  Locale,
  Outcome,
  ProblemCode,
  PurchaseChannel,
  Question,
  SeeksPayment,
  Severity,
  SolutionArea,
  Status,
  SubscriptionListing,
  Topic,
  UserRole,
  Verdict,
} from "../generated/lists.js";
import type { Claim, Finding, ParamsByCode } from "../generated/records.js";
import type {
  BatchColumn,
  CheckResult,
  Days,
  Evidence,
  FileLayout,
  SkuSource,
  Step,
} from "./core-types.js";

export type * from "../generated/lists.js";
export type * from "../generated/records.js";
export type * from "./core-types.js";

/* Loading. All other functions are synchronous, and throw until `init` has resolved. */

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

/** Any BCP 47 tag: it falls back by its prefix, then to English. */
export type LocaleTag = Locale | (string & {});

/** The names of all parameters of findings. */
export type ParamName = { [Name in Code]: keyof ParamsByCode[Name] & string }[Code];

/* Input */

/** Absent, `undefined` and `null` all mean: not given. */
export type Maybe<T> = T | null | undefined;

/**
 * A value of a known type, or one whose members are only known at run time: `unknown`, `any`, or a
 * type with an index signature such as `Record<string, string>` or that of
 * `Object.fromEntries(new FormData(form))`. Literals are held to the known type.
 */
export type Input<Known, T> = Known | (unknown extends T ? T : string extends keyof T ? T : never);

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

/**
 * Where fields are: the `name` of a control, the control, a function that gives the value, both, or
 * `null` for a field that is not there.
 */
export type FieldMap<S> = {
  readonly [F in Field]?:
    | string
    | Element
    | ((source: S) => Claim[F])
    | { control?: string | Element; value: (source: S) => Claim[F] }
    | null;
};

/** What has the values of a claim's fields. */
export type ClaimSource =
  | HTMLFormElement
  | FormData
  | URLSearchParams
  | { readonly [name: string]: unknown };

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

/** Where Microsoft says so. */
export interface FindingSource {
  /** ID of the rule set. */
  ruleset: string;
  /** Heading in its source. */
  section: string;
  url: string;
}

/** A step of the claim's way. */
export interface TimelineStep extends Omit<Step, "days"> {
  label: string;
  note: string;
}

/* Diagnosis */

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
  text: string;
}

/* Identifiers */

/* Evidence */

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

/** Once released, or in another copy of the library, it counts as evidence that cannot be read. */
export interface HeldEvidence {
  /** Adds a part. */
  add<E>(part: string | Input<PartialEvidence, E>): void;
  release(): void;
  toJSON(): string;
}

/* Many claims at once */

export interface BatchOptions extends CheckOptions {
  /** The field of each column in order, where the names are not to decide. */
  columns?: Maybe<readonly (Field | null)[]>;
  /** How many findings are named; 1,000 by default. All are counted. */
  limit?: Maybe<number>;
  /**
   * May closed questions be answered in words, too, as the form shows them in any language? Not
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

export interface BatchProblemText {
  code: BatchProblem | "not-text";
  /** How many rows. */
  rows: number;
  /** The first of them, where it is about rows. */
  row?: number;
  text: string;
}

export interface BatchLayout extends Omit<FileLayout, "delimiter"> {
  delimiter: string;
}

/* Rule sets, and lists for building a form */

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

export interface Description {
  ruleset: Ruleset;
  locale: Locale;
  /** In the order of the form. */
  fields: DescribedField[];
  checks: DescribedCheck[];
  codes: DescribedCode[];
  /** Every closed list of names, by the name of its type. */
  lists: Lists;
  labels: Labels;
  questions: Questions;
  skuTable: SkuSource;
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
  params: [name: ParamName, values: string[]][];
  /** Heading in the rule set's source. */
  section: string;
}

export interface SeverityException {
  param: ParamName;
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
