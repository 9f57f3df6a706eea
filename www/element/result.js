import { elementClass } from "./base.js";

/** The result of a check: of a report, of a claim with evidence, or of a claim form. */
export class CporClaimResult extends elementClass("cpor-claim-result") {
  get report() {
    return this.content ? this.content.report : (this.valueOf("report") ?? null);
  }
  set report(report) {
    this.setValueOf("report", report ?? undefined);
  }

  toJSON() {
    return { claim: this.content?.claim ?? this.claim ?? {}, report: this.report };
  }

  toText() {
    return this.whenThere((content) => content.toText());
  }
}
