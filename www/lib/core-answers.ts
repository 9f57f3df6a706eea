// Generated from the core's records by src/types.rs: `npm run types` writes it anew.

import type {
  Activity,
  Actor,
  AfterNext,
  Asked,
  BatchProblem,
  Cause,
  CauseBasis,
  CauseStatus,
  CheckId,
  Code,
  Conclusion,
  CustomerQuestion,
  CustomerRequest,
  DeadlineStep,
  DiagnosisQuestion,
  Effect,
  ExportKind,
  Field,
  Fit,
  FormField,
  Kind,
  PartnerIdNext,
  PartnerIdOverall,
  ProblemCode,
  Program,
  ProofItem,
  PurchaseChannel,
  Question,
  ReturnReason,
  Severity,
  SolutionArea,
  Status,
  TextKind,
  Topic,
  UserRole,
  Verdict,
} from "../generated/lists.js";
import type {
  Days,
  Evidence,
  Links,
} from "./core-types.js";

/** The advice on the activity. */
export interface ActivityAdvice {
  /** The activity that fits, if there is exactly one. */
  activity: Activity | null;
  /** All that fit: each is a claim of its own. */
  activities: Array<Activity>;
  /** Where nothing fits and no answer is missing: the answer to reconsider. */
  reconsider: Question | null;
  /** The question that decides most; `None` if no answer would change the ranking. */
  nextQuestion: Question | null;
  /** Every activity, the best first. */
  ranking: Array<RankedActivity>;
}

/** What follows from a status. Its wording is part of the languages. */
export interface AfterFiling {
  /** The ID of the rule set. */
  ruleset: string;
  /** The status that was read. */
  status?: Status;
  /** The day of the status that was read. */
  on?: string;
  /** The last days, the earliest first. */
  deadlines: Array<Deadline>;
  /** What to do next. */
  next: AfterNext;
  /** What mends the reason that Microsoft gave. */
  mend?: Mend;
  /** The texts that are needed. */
  texts: Array<TextKind>;
  /** The values that were read from the claim, in their usual form. */
  understood: { [Name in Field]?: string };
}

/** An answer that counts. */
export interface Answered {
  /** The question. */
  id: DiagnosisQuestion;
  /** The answer. */
  answer: string;
}

/** A question, with the checks that the answer is for. */
export interface AskedQuestion {
  /** The question. */
  question: CustomerQuestion;
  /** The checks. */
  checks: Array<CheckId>;
}

/** A reason in a ranking. */
export interface Because {
  /** The question. */
  question: string;
  /** The answer, if there is one. */
  answer: string | null;
  /** The effect of the answer. */
  effect: Effect;
  /** The name of the sentence that explains it. */
  reason: string;
}

/** The code and parameters of a finding. */
export interface CauseFinding {
  /** The finding's code. */
  code: Code;
  /** Its parameters. */
  params: Record<string, string | string[]>;
}

/** The fields of the form for a claim. */
export interface ClaimForm {
  /** The ID of the rule set. */
  ruleset: string;
  /** The fields, in the order of the form. */
  fields: Array<FormEntry>;
  /** The values that were read from the claim, in their usual form. */
  understood: { [Name in Field]?: string };
}

/** Everything about a code that does not depend on the rule set. */
export interface CodeFacts {
  /** The code. */
  code: Code;
  /** The check that raises the code; `None` for codes about the input as a whole. */
  check: CheckId | null;
  /** Where it is shown. */
  kind: Kind;
  /** The claim fields that it names. The first is the one to go to. */
  fields: Array<Field>;
  /** The parameters by name, each with its closed list of values; an empty list means any text. */
  params: Array<[string, Array<string>]>;
}

/** A last day. */
export interface Deadline {
  /** What has to be done. */
  step: DeadlineStep;
  /** The last day. */
  by: string;
  /** Who has to do it. */
  who: Actor;
  /** The number of days. */
  days: number;
  /** Is the day over? */
  passed: boolean;
  /** What Microsoft's pages contradict each other about. */
  topic?: Topic;
}

/** A cause and its status. */
export interface Diagnosed {
  /** The cause. */
  cause: Cause;
  /** The code of the finding that reports it. */
  code: Code;
  /** Its status. */
  status: CauseStatus;
  /** What the status rests on. */
  basis: CauseBasis;
  /** The finding that reports it, or would if the answer were evidence. */
  finding?: CauseFinding;
}

/** The diagnosis. Its wording is part of the languages. */
export interface Diagnosis {
  /** The ID of the rule set. */
  ruleset: string;
  /** The result so far. */
  conclusion: Conclusion;
  /** Every cause once: confirmed, possible, ruled out. Within these, the likeliest comes first. */
  causes: Array<Diagnosed>;
  /** The question that decides most; `None` if there is none left. */
  nextQuestion?: NextQuestion;
  /** The answers that count, including those from the claim. */
  answered: Array<Answered>;
  /** What to ask the customer's administrator for. */
  requests: Array<CustomerRequest>;
  /** The IDs of the partner's own claims on the customer, from the evidence. */
  claimIds: Array<string>;
  /** The values that were read from the claim, in their usual form. */
  understood: { [Name in Field]?: string };
}

/** A different severity for one value of a parameter. */
export interface Exception {
  /** The parameter. */
  param: string;
  /** Its value. */
  value: string;
  /** How much the code weighs for this value. */
  severity: Severity;
}

/** A subscription, or a workload of a tenant, that cannot be claimed. */
export interface Excluded {
  /** The customer's tenant, if it is known. */
  tenantId: string | null;
  /** The subscription. */
  subscriptionId?: string;
  /** The product. */
  product?: string;
  /** The activity that it is excluded for; without one, for all. */
  activity?: Activity;
  /** Why: a place in the list. */
  exclusion: number;
}

/** An export after reading. */
export interface Export {
  /** What it is. */
  kind: ExportKind;
  /** What it shows. */
  evidence: Evidence;
  /** The number of rows, readable or not. */
  rows: number;
  /** What could not be read or stays open. Problems of the export as a whole come first. */
  problems: Array<Problem>;
  /** The day as of which it holds: the day of its newest row, or else the day in the options. */
  asOf?: string;
  /** The names of the columns or members that were not read, whether they matter or not. */
  unread: Array<string>;
  /** The names of the columns or members that this kind should have and that are missing. */
  missing: Array<string>;
  /** For what is no evidence: the kinds that would show it. */
  helps?: Array<ExportKind>;
}

/** A field, a question or the like, with its closed list of values. */
export interface FieldFacts {
  /** Name. */
  name: string;
  /** The values; empty if it takes text. */
  options: Array<string>;
}

/** A field of the form. */
export interface FormEntry {
  /** The field. */
  id: FormField;
  /** The field of a claim here that it is. */
  field?: Field;
  /** When the form asks for it. */
  asked: Asked;
  /** What Microsoft's pages contradict each other about. */
  topic?: Topic;
  /** Its source. */
  source: Said;
}

/** What mends a reason. */
export interface Mend {
  /** The reason that was read. */
  reason: ReturnReason;
  /** The checks to look at again. */
  checks: Array<CheckId>;
  /** The items of the checklist to look at again. */
  proof: Array<ProofEntry>;
  /** Where the reason is named. */
  source: Said;
}

/** A question, with the exports that answer it better than a person can. */
export interface NextQuestion {
  /** The question. */
  id: DiagnosisQuestion;
  /** The kinds of these exports. */
  exports: ExportKind[];
}

/** A page of Microsoft's documentation. */
export interface Page {
  /** The title. */
  title: string;
  /** The day of its text. */
  date: string;
  /** Its address today. */
  url: string;
}

/** The advice on the Partner ID. */
export interface PartnerIdAdvice {
  /** The Partner ID that fits, if there is exactly one. */
  partnerId: string | null;
  /** Every candidate, the best first. */
  ranking: Array<RankedPartnerId>;
  /** What to do next. */
  next: PartnerIdOverall;
}

/** The plan. Its wording is part of the languages. */
export interface Plan {
  /** The ID of the rule set. */
  ruleset: string;
  /** The Partner ID of all claims. */
  partnerId: string | null;
  /** What to do about the Partner ID. */
  partnerIdNext: PartnerIdOverall;
  /** The answer to reconsider, if no activity fits. */
  reconsider: Question | null;
  /** What could be filed, customer by customer. */
  offers: Array<PlannedOffer>;
  /** How the checks of claims end. */
  outcomes: Array<PlanOutcome>;
  /** What cannot be filed, in the same order. */
  excluded: Array<Excluded>;
  /** Why it cannot. */
  exclusions: Array<PlanExclusion>;
  /** The reasons that claims have, each once. */
  reasons: Array<PlanReason>;
}

/** Why something cannot be claimed. */
export interface PlanExclusion {
  /** The code of the finding that excludes it. */
  code: Code;
  /** The finding's parameters. */
  params: Record<string, string | string[]>;
  /** The programs that count for it. */
  programs?: Array<Program>;
  /** Where Microsoft says so. */
  source?: Source;
}

/** How the check of a claim ends, and why the claim is planned. */
export interface PlanOutcome {
  /** The verdict. */
  verdict: Verdict;
  /** The checks that are unknown or fail. */
  open: Array<CheckId>;
  /** Why it is planned: places in the list of reasons. */
  because: Array<number>;
}

/** Why an activity fits, or may fit. */
export interface PlanReason {
  /** The name of the sentence that explains it: one of the activity guide's. */
  reason: string;
  /** The activity. */
  activity: Activity;
  /** The solution area. */
  solutionArea: SolutionArea;
  /** The purchase channel, if it is known. */
  channel: PurchaseChannel | null;
}

/** A claim that could be filed. */
export interface PlannedClaim {
  /** The activity. */
  activity: Activity;
  /** How its check ends: a place in the list. */
  outcome: number;
  /** The ended subscriptions with an own claim that this one replaces. */
  renews?: Array<Renewed>;
}

/** The claims that could be filed for a subscription, or for a workload of a tenant. */
export interface PlannedOffer {
  /** The fields that they have in common, in their order. */
  claim: Partial<Record<Field, string>>;
  /** One for each activity. */
  claims: Array<PlannedClaim>;
}

/** A problem with an export. */
export interface Problem {
  /** The row, counted from 1; absent for the export as a whole. */
  row?: number;
  /** What is wrong. */
  code: ProblemCode;
  /** The columns that it is about. */
  columns?: Array<string>;
  /** The name that its text mentions: of a format or of a permission. */
  name?: string;
}

/** The checklist for a claim. */
export interface ProofChecklist {
  /** The ID of the rule set. */
  ruleset: string;
  /** The items, in the order in which a document is put together. */
  items: Array<ProofEntry>;
  /** The values that were read from the claim, in their usual form. */
  understood: { [Name in Field]?: string };
}

/** An item of the checklist. */
export interface ProofEntry {
  /** The item. */
  id: ProofItem;
  /** The earliest day that its date may have. */
  from?: string;
  /** The day by which it has to be there, and the latest one that its date may have. */
  due?: string;
  /** What Microsoft's pages contradict each other about. */
  topic?: Topic;
  /** Its source. */
  source: Said;
}

/** An activity in the ranking. */
export interface RankedActivity {
  /** The activity. */
  activity: Activity;
  /** Whether it fits. */
  fit: Fit;
  /** The reasons, one for each question. */
  because: Array<Because>;
}

/** A candidate in the ranking. */
export interface RankedPartnerId {
  /** The Partner ID. */
  id: string;
  /** Whether it fits. */
  fit: Fit;
  /** The reasons. */
  because: Array<Because>;
  /** What to do with it. */
  next: PartnerIdNext;
}

/** An ended subscription with an own claim, which another one replaces. */
export interface Renewed {
  /** Its ID. */
  id: string;
  /** Could no other subscription have replaced it? */
  certain: boolean;
}

/** Statements that cannot all be true. */
export interface RuleContradiction {
  /** The topic. */
  topic: Topic;
  /** The statements. */
  values: Array<Statement>;
}

/** Something that was seen after the text of a rule set. */
export interface RuleLaterFact {
  /** Its name. Its wording is part of the languages. */
  fact: string;
  /** Where and when it was seen. */
  source: Source;
}

/** A rule set. */
export interface RuleSet {
  /** The ID in options and reports. */
  id: string;
  /** The page that it is taken from. */
  page: Page;
  /**
   * The first day on which it is in force where no rule set is named; the first one is in force
   * before that.
   */
  from: string;
  /** Pages of Partner Center that its texts name. */
  links: Links;
  /** Roles that may create claims. */
  roles: Array<UserRole>;
  /** The fields that the claim form asks for in every claim. */
  required: Array<Field>;
  /** The reasons for the subscription error, each by the code that reports it. */
  subscriptionError: Array<Code>;
  /** Day counts. */
  days: Days;
  /** The statuses of a claim, in order. */
  statuses: Array<Status>;
  /** The source of the statuses. */
  statusesSource: Source;
  /** Contradictions between Microsoft's pages of the same time. */
  contradictions: Array<RuleContradiction>;
  /** What was seen after its text. It informs and never decides. */
  laterFacts: Array<RuleLaterFact>;
}

/** Where something is said. */
export interface Said {
  /** The page. */
  page: Page;
  /** The heading; empty for the page as a whole. */
  section: string;
  /** Do only third parties say so? */
  hearsay: boolean;
}

/** A place on a page. */
export interface Source {
  /** The page. */
  page: Page;
  /** The heading; empty for the page as a whole. */
  section: string;
}

/** One statement. */
export interface Statement {
  /** Its name. Its wording is part of the languages. */
  value: string;
  /** Its source. */
  source: Source;
}

/** Sums over all rows so far. */
export interface Totals {
  /** Claims: rows with some text. */
  rows: number;
  /** Rows for each verdict, in the order of the list. */
  verdicts: [number, number, number];
  /** Rows for each code, by the code's number. */
  codes: Array<number>;
  /** Rows with each problem of the file, and the first such row. */
  problems: Array<[BatchProblem, number, number]>;
  /** The names of the first columns that hold the same field as another one. */
  conflicting: Array<string>;
  /** The names of the first columns that hold no field. */
  ignored: Array<string>;
  /** The format of a file that has others in it. */
  container?: string;
  /** Rows under each rule set. */
  editions: Array<[string, number]>;
}
