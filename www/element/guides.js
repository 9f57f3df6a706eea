import { elementClass } from "./base.js";

/** Which activity to claim, by a few questions. */
export class CporActivityGuide extends elementClass("cpor-activity-guide") {
  get value() {
    return this.content?.value ?? null;
  }
}

/** Which of the partner's IDs to claim with. */
export class CporPartnerIdGuide extends elementClass("cpor-partner-id-guide") {
  get value() {
    return this.content?.value ?? null;
  }
}
