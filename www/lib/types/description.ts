// Rule sets, and lists for building a form.

import type {
  Authority,
  CauseStatus,
  CheckId,
  Code,
  CrossRowCode,
  DiagnosisQuestion,
  ExportKind,
  Fact,
  Field,
  Kind,
  Lists,
  Locale,
  NotChecked,
  Outcome,
  ProblemCode,
  Question,
  Severity,
  Status,
  Topic,
  UserRole,
  Verdict,
} from "../../generated/lists.js";
import type { Days, Links, SkuSource } from "../core-types.js";
import type { PartnerIdContext } from "./guidance.js";
import type { ParamName } from "./input.js";

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
  /** ISO date of the day from which it is in force, where no rule set is named. */
  from: string;
  /** Addresses of Partner Center's pages. */
  links: Links;
  /** What was seen after its text; it informs and never decides. */
  laterFacts: LaterFact[];
  /** What is particular about it. */
  changes: string;
}

/** Something that was seen after the text of a rule set. */
export interface LaterFact {
  /** Its name, the same in all languages. */
  fact: string;
  text: string;
  source: PageSource;
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
  /** The page with that heading, where it is not the rule set's own. */
  url?: string;
  /** Who acts on it: Partner Center, a reviewer, or nobody but our inference, which never blocks. */
  authority: Authority;
  /** Further places that say something about it. */
  sources?: CodePlace[];
}

/** A place in the rule set's pages that says something about a code. */
export interface CodePlace {
  section: string;
  url: string;
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
  /** What no check can show: it is for a person to see to, or for Microsoft to know. */
  notChecked: Record<NotChecked, string>;
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
