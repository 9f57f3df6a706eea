// The diagnosis of the subscription error, and the two guides: what they take and answer.

import type {
  Activity,
  CauseBasis,
  CauseStatus,
  CheckId,
  ClaimHolder,
  Code,
  Conclusion,
  Contribution,
  DiagnosisQuestion,
  Effect,
  ExportKind,
  Fit,
  IdentifierSource,
  Locale,
  PurchaseChannel,
  Question,
  SeeksPayment,
  SolutionArea,
  SubscriptionListing,
} from "../../generated/lists.js";
import type { LabelledOption, SupportLabels } from "./description.js";
import type { CheckOptions, LocaleOption, LocaleTag, Maybe } from "./input.js";

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
  /** All that fit: each is a claim of its own. */
  activities: Activity[];
  /** Where nothing fits and no answer is missing: the answer to reconsider. */
  reconsider: Reconsideration | null;
  /** The question that decides most; `null` if no answer would change anything. */
  nextQuestion: Question | null;
  /** Every activity, the best first. */
  ranking: RankedActivity[];
}

export interface Reconsideration {
  question: Question;
  text: string;
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
  /** In the guide for the activity: the same in a word. */
  fits?: "yes" | "no" | "depends";
  text: string;
}

/* The customer */

export interface LetterOptions extends LocaleOption {
  /** Language of the letter; that of all texts by default. */
  customerLocale?: Maybe<LocaleTag>;
}

/** A message to the customer's administrator. */
export interface CustomerLetter {
  /** Language of the letter. */
  locale: Locale;
  subject: string;
  text: string;
  /** The checks that its questions are for, in the order of the questions. */
  asks: CheckId[];
}
