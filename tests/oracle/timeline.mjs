// Which day comes when, after a claim is filed (spec part 2, `timeline`; source, "Competing claims"; the
// clocks of the manage pages, domain.md 1.6 and 6).
import { businessDaysAfter, daysAfter } from "./days.mjs";

/**
 * The steps whose days the oracle knows, as `{ step: { from?, by? } }`. A claim that something blocks
 * and that is not filed yet has no days: it is not to be submitted as it is (faults 2.13).
 */
export function timeline(know, verdict) {
  const { rules, day, it, solutionArea } = know;
  const isWaiting = verdict === "fix" && !know.submittedOn;
  const steps = {};
  const put = (step, from, by) => {
    steps[step] = isWaiting ? {} : { ...(from && { from }), ...(by && { by }) };
  };
  const starts = businessDaysAfter(day, rules.days.start);
  const reviewed = businessDaysAfter(day, rules.days.start + rules.days.review);
  put("submit", day);
  put("review-starts", day, starts);
  put("review", day, reviewed);
  if (know.isArbitrated) put("arbitration", reviewed);
  put("comments", day);
  steps.answer = {};
  steps.dispute = {};
  if (solutionArea === "business-applications" && it?.endsOn) {
    steps["subscription-ends"] = { by: it.endsOn };
    steps["new-claim"] = { from: daysAfter(it.endsOn, 1) };
  }
  return steps;
}
