// The events of forms and elements that check a claim.

import type { Claim, Finding, LoadFailure, Report } from "./preflight.js";

/** Before each check; cancelled, there is none. The claim may be changed. */
export type BeforeCheckEvent = CustomEvent<{ claim: Claim }>;

/** After each check. */
export type ClaimCheckedEvent = CustomEvent<ClaimChecked>;

export interface ClaimChecked {
  report: Report;
  /** The findings that the person sees by now. */
  shown: readonly Finding[];
  /** Whether the form would not be sent. */
  blocked: boolean;
}

/** The check or the evidence did not come; the form works without. */
export type ClaimErrorEvent = CustomEvent<ClaimError>;

export interface ClaimError {
  code: LoadFailure | "timed_out" | "evidence_failed";
  error: unknown;
}

declare global {
  interface HTMLElementEventMap {
    "before-check": BeforeCheckEvent;
    "claim-checked": ClaimCheckedEvent;
    "claim-error": ClaimErrorEvent;
  }
}
