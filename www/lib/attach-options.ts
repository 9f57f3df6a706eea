// What `attach` is told, and what it answers with.

import type { Field, Locale } from "../generated/lists.js";
import { LANGUAGE_TAG, type Names } from "./misspelled.js";
import type {
  Claim,
  Description,
  Evidence,
  FieldMap,
  Finding,
  LocaleOption,
  LocaleTag,
  PartialEvidence,
  Report,
  RulesetOption,
} from "./types.js";

export interface AttachOptions {
  /** Where fields are if neither `name` nor `data-cpor-field` says so. */
  fields?: FieldMap<HTMLFormElement> | undefined;
  /** What shows a field's findings; `change` of its value by default. */
  when?: "change" | "blur" | "submit" | undefined;
  /** Whether what blocks the claim keeps the form from being sent; it does by default. */
  block?: "blocks" | "never" | undefined;
  /**
   * Which findings can keep the form from being sent: by default only those about fields that the form
   * has, be it as a control, by `fields` or by `[data-cpor-message]`. With `claim`, all of them, so
   * that a form sends complete claims only. A finding about fields that the form does not have is never
   * shown at a field; it is listed in `result`, where there is one.
   */
  scope?: "form" | "claim" | undefined;
  /**
   * The element to put a message into; `null` if you show it yourself. Without an answer it goes into
   * `[data-cpor-message="<field>"]`, else beside the control.
   */
  place?: ((field: Field, finding: Finding) => Element | null | undefined) | undefined;
  /**
   * The element for the verdict and for findings that no field is at fault for; `null` for none.
   * Without one, what blocks is shown at the end of the form.
   */
  result?: Element | null | undefined;
  /** Exports about the customer, as `readEvidence` returns them; checked again when they arrive. */
  evidence?: PartialEvidence | PromiseLike<PartialEvidence | Evidence | undefined> | undefined;
  /** Language of the texts; by default that of the form, else the browser's. */
  locale?: LocaleTag | undefined;
  ruleset?: string | undefined;
  /** ISO date of the day to check for; today by default. */
  today?: string | undefined;
  /** The entry to check with; `cpor-preflight` by default, loaded when it is needed. */
  library?: Library | PromiseLike<Library> | undefined;
  /** `lazy`, the default, loads the check when the form is first used. */
  loading?: "lazy" | "eager" | undefined;
  /** Milliseconds that a form which is sent waits for the check; 5000 by default. */
  timeout?: number | undefined;
  /** Detaches. */
  signal?: AbortSignal | undefined;
}

/**
 * Any entry of this package with the library. Its `init` is called without a source, so `slim` has to
 * be initialised before.
 */
export interface Library {
  init(...args: never[]): Promise<void>;
  negotiateLocale(tags: readonly string[]): Locale;
  describe(options?: RulesetOption & LocaleOption): Description;
  checkClaim(claim: unknown, evidence?: unknown, options?: object): Report;
}

export interface Attached {
  /** The last one; `undefined` before the first, and after one that was cancelled. */
  readonly report: Report | undefined;
  /** What is in the form. */
  claim(): Claim;
  /** Checks as if the form were sent. Resolves to `undefined` where the check cannot run. */
  check(): Promise<Report | undefined>;
  /** Takes the evidence that counts from now on. */
  setEvidence(evidence: AttachOptions["evidence"]): void;
  /** Leaves the form as it was. */
  detach(): void;
}

/** The names of the options, and the values of those that have few. */
export const ATTACH_OPTIONS: Names<AttachOptions> = {
  ...{ fields: null, place: null, result: null, evidence: null, library: null, signal: null },
  ...{
    locale: LANGUAGE_TAG,
    ruleset: null,
    today: null,
    timeout: null,
    loading: ["lazy", "eager"],
  },
  ...{ when: ["change", "blur", "submit"], block: ["blocks", "never"], scope: ["form", "claim"] },
};
