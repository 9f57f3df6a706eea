// What a form asks of the library. The texts of its fields go in as they were typed.

import type * as library from "../lib/library.js";
import type {
  ActivityAdvice,
  AfterFiling,
  CheckOptions,
  ClaimFormText,
  CustomerLetter,
  Diagnosis,
  DiagnosisOptions,
  Evidence,
  HeldEvidence,
  LetterOptions,
  PartnerAccount,
  PartnerIdAdvice,
  ProofPoint,
  Reply,
  Report,
} from "../lib/types.js";
import type { Known } from "./known.js";

type AsItIs = Pick<
  typeof library,
  | "classifyIdentifier"
  | "describe"
  | "holdEvidence"
  | "loadLocale"
  | "lookUpTenant"
  | "mergeEvidence"
  | "readAnything"
  | "toCalendar"
>;

/** Entered by the names of their fields. */
type Entered = Readonly<Record<string, string>>;

/** The library's public functions, and what else a host gives. */
export interface Library extends AsItIs {
  /** Takes in what was read: `takenIn` of holding.ts, which may come when something is read. */
  takeIn(parts: readonly Evidence[], signal?: AbortSignal): Promise<Known>;
  checkClaim(
    claim: Entered,
    evidence: Evidence | HeldEvidence | object,
    options: CheckOptions,
  ): Report;
  advisePartnerId(
    candidates: readonly PartnerAccount[],
    context: Entered,
    options: object,
  ): PartnerIdAdvice;
  customerLetter(
    report: Report,
    claim: Entered,
    evidence: object,
    options: LetterOptions,
  ): CustomerLetter | null;
  diagnoseSubscription(
    claim: Entered,
    evidence: Evidence | object,
    options: DiagnosisOptions,
  ): Diagnosis;
  adviseActivity(answers: Entered, options: CheckOptions): ActivityAdvice;
  readReply(text: string, report: Report, options: { claim: Entered }): Reply;
  claimForm(claim: Entered, options: CheckOptions): ClaimFormText;
  proofChecklist(claim: Entered, options: CheckOptions): ProofPoint[];
  afterFiling(claim: Entered, options: CheckOptions): AfterFiling;
}
