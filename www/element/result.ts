import type { Claim, Report } from "../lib/types.js";
import { elementClass } from "./base.js";
import type { ResultContent } from "./content-result.js";

/** The result of a check: of a report, of a claim with evidence, or of a claim form. */
export class CporClaimResult extends elementClass<ResultContent>("cpor-claim-result") {
  get report(): Report | null {
    const given = this.valueOf("report") as Report | undefined;
    return this.content ? this.content.report : (given ?? null);
  }
  set report(report: Report | null | undefined) {
    this.setValueOf("report", report ?? undefined);
  }

  toJSON(): { claim: Claim; report: Report | null } {
    return { claim: this.content?.claim ?? this.claim ?? {}, report: this.report };
  }

  toText(): Promise<string> {
    return this.whenThere((content) => content.toText());
  }
}
