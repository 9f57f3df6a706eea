// What findings offer to do: it mends what it stands on, and breaks nothing.
import { drawn } from "../oracle/cases.mjs";
import { mergeEvidence, told } from "./subject.mjs";

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
  "no action puts another fault in place of the one that it mends": (random) => {
    const one = drawn(random);
    const report = told(one);
    const known = new Set(report.findings.map(({ code }) => code));
    for (const { code, actions } of report.findings) {
      for (const { id, changes } of actions) {
        if (!changes) continue;
        // Where a text moves away, its field may be left empty.
        const isLeftEmpty = ({ code: other, fields: [field] }) =>
          other.endsWith("-missing") && changes[field] === "";
        const { findings } = told({ ...one, claim: changed(one.claim, changes) });
        const blocks = findings.filter(({ severity }) => severity === "blocks");
        const other = blocks.find((found) => !known.has(found.code) && !isLeftEmpty(found));
        if (other) return `${id} of ${code} brings ${other.code}`;
      }
    }
    return "";
  },
  "whoever can mend a finding finds an action": (random) => {
    const { findings } = told(drawn(random));
    const odd = findings.find(({ code, actions }) => !actions.length && !NO_ACTION.includes(code));
    return odd ? `${odd.code} ${JSON.stringify(odd.params)} has none` : "";
  },
  "the first action changes something": (random) => {
    const one = drawn(random);
    for (const { code, params, actions } of told(one).findings) {
      const { changes, id } = actions.find(({ primary }) => primary) ?? {};
      const own = one.claim && typeof one.claim === "object" ? one.claim : {};
      if (changes && Object.entries(changes).every(([field, text]) => own[field] === text))
        return `${id} of ${code} leaves the claim`;
      if (id !== "look-up-domain") continue;
      const domain = params.domain ?? told(one).understood.customerDomain;
      const found = { tenants: [{ tenantId: FOUND, domains: [domain], source: "look-up" }] };
      const after = told({ ...one, evidence: mergeEvidence(one.evidence, found) });
      const still = after.findings.find((other) => other.code === code);
      const isSame = JSON.stringify(still?.actions) === JSON.stringify(actions);
      if (still && isSame) return `${id} of ${code} finds nothing new`;
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

const FOUND = "9c1f0b5e-7a4d-4b7e-9f3a-2d6c8e0a1b47";

/** Time mends these, or nobody here: a member that no form has, evidence that is damaged. */
const NO_ACTION = [
  "subscription-newly-provisioned",
  "subscription-in-grace",
  "subscription-ending",
  "unknown-field",
  "evidence-malformed",
  "evidence-contradiction",
];
