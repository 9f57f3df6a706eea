// What a check of a claim answers.

import type { ActionId, ExportKind, Field, Locale, Opens, Verdict } from "../../generated/lists.js";
import type { Claim, Finding } from "../../generated/records.js";
import type { CheckResult, Step } from "../core-types.js";

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
  /** Version of this shape. */
  schema: 1;
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

/** What can be done about a finding: what a button carries out. */
export interface Action {
  id: ActionId;
  /** What the button says. */
  label: string;
  /** The one to offer first. Where several are equally right, none is. */
  primary?: true;
  /** The field that it is about, if that is not the finding’s own. */
  field?: Field;
  /**
   * Texts for fields of the claim; an empty one empties the field. The claim with them does not have the
   * finding any more, and no check fails that passed before.
   */
  changes?: Partial<Record<Field, string>>;
  /** What it cannot do without. */
  needs?: "look-up" | "export" | "customer";
  /** The kinds of exports that show it, the best first. */
  kinds?: ExportKind[];
  /** The guide or checklist, or the page: see `links` of the rule set. */
  opens?: Opens;
}

/** What another rule set would say otherwise of a claim. */
export interface EditionDifference {
  /** ID of the other rule set. */
  ruleset: string;
  /** Its verdict. */
  verdict: Verdict;
  /** Its findings that the base does not have, or weighs otherwise. */
  added: Finding[];
  /** The base's findings that it does not have, or weighs otherwise. */
  removed: Finding[];
}

/** A step of the claim's way. */
export interface TimelineStep extends Omit<Step, "days"> {
  label: string;
  note: string;
}
