// The time around filing: the claim form, the proof of execution, what follows a status, calendars, and
// records of checks.

import type {
  Actor,
  AfterNext,
  Asked,
  CheckId,
  DeadlineStep,
  Field,
  FormField,
  Locale,
  ProofItem,
  ReturnReason,
  Status,
  StepName,
  TextKind,
  Verdict,
} from "../../generated/lists.js";
import type { Claim } from "../../generated/records.js";
import type { CheckResult } from "../core-types.js";
import type { Disagreement, PageSource } from "./description.js";
import type { LocaleOption, Maybe } from "./input.js";

/** Where something is said. */
export interface SaidSource extends PageSource {
  /** Do only third parties say so, and not Microsoft's documentation? */
  hearsay: boolean;
}

/* The claim form */

/** All that the claim form asks for. */
export interface ClaimFormText {
  /** ID of the rule set. */
  ruleset: string;
  locale: Locale;
  /** In the order of the form. */
  fields: ClaimFormField[];
  /** All of them as one text, with blanks. */
  text: string;
}

export interface ClaimFormField {
  id: FormField;
  /** The field of a claim here that it is. */
  field?: Field;
  label: string;
  /** Empty where only the person knows it. */
  value: string;
  asked: Asked;
  /** Why it may not be asked for; empty where it always is. */
  note: string;
  /** What Microsoft's pages contradict each other about. */
  contradiction?: Disagreement;
  source: SaidSource;
}

/* The proof of execution */

/** What the proof of execution must show. */
export interface ProofPoint {
  id: ProofItem;
  /** In a few words. */
  label: string;
  text: string;
  why: string;
  /** ISO date: the earliest day that its date may have. */
  from?: string;
  /** ISO date: the day by which it has to be there, and the latest one that its date may have. */
  due?: string;
  /** What Microsoft's pages contradict each other about. */
  contradiction?: Disagreement;
  source: SaidSource;
}

/* After filing */

/** A status in Partner Center, with the claim that has it. */
export interface FiledClaim extends Claim {
  /** ID of a status in `rulesets()`. */
  status?: Maybe<Status>;
  /** ISO date of the day on which the claim got it. */
  on?: Maybe<string>;
  /** Why Microsoft sent it back: the ID, or the heading in Microsoft's words. */
  reason?: Maybe<ReturnReason | (string & {})>;
  /** Has it been disputed before? */
  disputed?: Maybe<boolean>;
}

/** What follows from a status. */
export interface AfterFiling {
  /** ID of the rule set. */
  ruleset: string;
  locale: Locale;
  /** The status, if it was read. */
  status: Status | null;
  /** ISO date of its day, if that was read and is not still to come. */
  on: string | null;
  /** The earliest first. */
  deadlines: ClaimDeadline[];
  /** What to do next, as a sentence. */
  next: string;
  /** The name of that sentence, the same in all languages. */
  nextStep: AfterNext;
  /** What mends the reason that Microsoft gave; `null` where none was read. */
  mend: ReasonMend | null;
  /** Texts to paste, with blanks for what only the person knows. */
  texts: PasteText[];
}

export interface ClaimDeadline {
  step: DeadlineStep;
  /** ISO date of the last day. */
  by: string;
  /** Who has to act. */
  who: Actor;
  /** Is the day over? */
  passed: boolean;
  label: string;
  note: string;
  /** What Microsoft's pages contradict each other about. */
  contradiction?: Disagreement;
}

export interface ReasonMend {
  reason: ReturnReason;
  text: string;
  /** The checks to look at again. */
  checks: LabelledCheck[];
  /** The points of the proof of execution to look at again. */
  proof: ProofPoint[];
  source: SaidSource;
}

export interface LabelledCheck {
  id: CheckId;
  label: string;
}

export interface PasteText {
  for: TextKind;
  title: string;
  /** In the order in which Partner Center asks. */
  fields: PasteField[];
  /** All of them as one text. */
  text: string;
}

export interface PasteField {
  label: string;
  /** Blank where only the person knows it. */
  value: string;
}

/* Calendars */

/** A step of a timeline, or a deadline. */
export interface CalendarStep {
  step: StepName | DeadlineStep | (string & {});
  /** ISO date of the first day. */
  from?: Maybe<string>;
  /** ISO date of the last day. */
  by?: Maybe<string>;
  label?: Maybe<string>;
  note?: Maybe<string>;
}

export interface CalendarOptions extends LocaleOption {
  /** What every entry begins with, such as a name for the claim. Nothing else of a claim gets in. */
  title?: Maybe<string>;
  /** What tells this claim's entries from another's; by default its title and days. */
  id?: Maybe<string>;
  /** ISO date of the day on which it is made; the caller's local date by default. */
  today?: Maybe<string>;
}

/* Records */

/** What was checked by what, so that anybody can compute it again. */
export interface CheckRecord {
  kind: "cpor-preflight-record";
  /** Version of this shape. */
  schema: 1;
  /** That it is not Microsoft's word. */
  note: string;
  /** The version of the package. */
  version: string;
  /** The hash of the core's WebAssembly, as in `integrity.json`. */
  core: string;
  /** The SHA-256 of the list of products. */
  skus: string;
  /** ID of the rule set. */
  ruleset: string;
  /** ISO date of the day that it was checked for. */
  today: string;
  claim: RecordedValues;
  evidence: RecordedEvidence;
  verdict: Verdict;
  checks: Pick<CheckResult, "id" | "outcome">[];
  findings: RecordedFinding[];
  /** The SHA-256 of all of this but itself, in canonical form. */
  digest: string;
}

export interface RecordedValues {
  /** SHA-256 of the whole, as canonical JSON (RFC 8785). */
  sha256: string;
  /** SHA-256 of each member. */
  members: Record<string, string>;
}

/** Evidence as it was given. */
export interface RecordedEvidence extends RecordedValues {
  /** The same as the core joined it, where that is something else. */
  joined?: RecordedValues;
  /** Was it held? Then it is known only as the core joined it. */
  held?: true;
}

export interface RecordedFinding {
  code: string;
  severity: string;
  /** SHA-256 of its parameters. */
  params: string;
}

export interface Verification {
  /** Is everything as it was? */
  ok: boolean;
  differences: RecordDifference[];
  /** That it is not Microsoft's word. */
  note: string;
}

export interface RecordDifference {
  /** What differs. */
  part:
    | "record"
    | "digest"
    | "schema"
    | "version"
    | "core"
    | "skus"
    | "ruleset"
    | "today"
    | "claim"
    | "evidence"
    | "verdict"
    | "checks"
    | "findings";
  /** The field of the claim, the part of the evidence, the check or the code. */
  name?: string;
  text: string;
}
