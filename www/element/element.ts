// The classes, for hosts that define the elements under names of their own: importing this defines none.

import { define as defineAs } from "./base.js";
import { CporClaimForm } from "./form.js";
import { CporActivityGuide, CporPartnerIdGuide } from "./guides.js";
import { CporClaimResult } from "./result.js";

export { CporActivityGuide, CporClaimForm, CporClaimResult, CporPartnerIdGuide };

/** Defines an element under a name of the host's choice; by default the claim form. */
export function define(
  tag = "cpor-claim-form",
  Element: CustomElementConstructor = CporClaimForm,
): void {
  defineAs(tag, Element);
}

/** Defines all elements, under names that begin with `prefix`. */
export function defineAll(prefix = "cpor"): void {
  defineAs(`${prefix}-claim-form`, CporClaimForm);
  defineAs(`${prefix}-activity-guide`, CporActivityGuide);
  defineAs(`${prefix}-partner-id-guide`, CporPartnerIdGuide);
  defineAs(`${prefix}-claim-result`, CporClaimResult);
}
