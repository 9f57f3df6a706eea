import { elementClass } from "./base.js";
import type { GuideContent } from "./content-guides.js";

/** Which activity to claim, by a few questions. */
export class CporActivityGuide extends elementClass<GuideContent>("cpor-activity-guide") {
  get value(): object | null {
    return this.content?.value ?? null;
  }
}

/** Which of the partner's IDs to claim with. */
export class CporPartnerIdGuide extends elementClass<GuideContent>("cpor-partner-id-guide") {
  get value(): object | null {
    return this.content?.value ?? null;
  }
}
