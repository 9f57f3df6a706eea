// What findings offer to do: it mends what it stands on, and breaks nothing.
import { drawn } from "../oracle/cases.mjs";
import { told } from "./subject.mjs";

export const ACTIONS = {
  "what an action changes mends its finding, and nothing fails that passed before": (random) => {
    const one = drawn(random);
    const report = told(one);
    const passed = report.checks.filter(({ outcome }) => outcome === "pass").map(({ id }) => id);
    for (const { code, actions } of report.findings) {
      for (const { id, changes } of actions) {
        if (!changes) continue;
        const after = told({ ...one, claim: changed(one.claim, changes) });
        if (after.findings.some((finding) => finding.code === code))
          return `${id} of ${code} leaves it`;
        const broken = after.checks.find(
          (check) => check.outcome === "fail" && passed.includes(check.id),
        );
        if (broken) return `${id} of ${code} breaks ${broken.id}`;
      }
    }
    return "";
  },
  "at most one action of a finding is the first to offer, and two changes are none": (random) => {
    const odd = told(drawn(random)).findings.find(({ actions }) => {
      const primary = actions.filter((action) => action.primary);
      const changing = actions.filter((action) => action.changes);
      return primary.length > 1 || (changing.length > 1 && primary.length > 0);
    });
    return odd ? odd.code : "";
  },
};

/** A claim with other texts; one that is none has only these. */
function changed(claim, changes) {
  const own = claim && typeof claim === "object" ? claim : {};
  const after = { ...own, ...changes };
  if ("partnerId" in changes) delete after.mpnId;
  return after;
}
