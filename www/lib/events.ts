// The events of forms and elements that check a claim.

import type { Claim, LoadFailure, Report } from "./types.js";

/** Before a check; cancelled, there is none. The claim may be changed. */
export type BeforeCheckEvent = CustomEvent<{ claim: Claim }>;

/** The person asked for the check. */
export type ClaimCheckedEvent = CustomEvent<Report>;

/** Every new report; does not bubble. */
export type ClaimReportEvent = CustomEvent<Report>;

/** The check or the evidence did not come; the form works without. */
export type ClaimErrorEvent = CustomEvent<ClaimError>;

export interface ClaimError {
  code: LoadFailure | "rules_outdated" | "timed_out" | "evidence_failed";
  message: string;
  error?: unknown;
}

declare global {
  interface HTMLElementEventMap {
    "before-check": BeforeCheckEvent;
    "claim-checked": ClaimCheckedEvent;
    "claim-report": ClaimReportEvent;
    "claim-error": ClaimErrorEvent;
  }
}
