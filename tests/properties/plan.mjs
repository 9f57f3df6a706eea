// The plan of claims: it says what the checks say, and forgets no subscription.
import { drawn, TODAY } from "../oracle/cases.mjs";
import { adviseActivity, checkClaim, mergeEvidence, openBatch, planClaims } from "./subject.mjs";

const AREA = "business-applications";

export const PLAN = {
  "every claim of a plan gets the verdict that the plan says, alone and in its file": (random) => {
    const { evidence, context, options } = drawnPlan(random);
    const { claims, csv } = planClaims(evidence, context, options);
    // What the context says of Partner IDs is evidence.
    const partnerIds = context.partnerIds?.filter((id) => typeof id === "object");
    const known = partnerIds?.length ? mergeEvidence(evidence, { partnerIds }) : evidence;
    for (const { claim, verdict, open, because } of claims) {
      const report = checkClaim(claim, known, options);
      const isOpen = ({ outcome }) => outcome === "unknown" || outcome === "fail";
      const due = report.checks.filter(isOpen).map(({ id }) => id);
      if (report.verdict !== verdict || due.join() !== open.join())
        return `${verdict}, not ${report.verdict}; ${open}, not ${due}: ${JSON.stringify(claim)}`;
      const odd = report.findings.find(({ code }) => /-(malformed|kind)$|^unknown/.test(code));
      if (odd && odd.code !== "evidence-malformed") return `${odd.code}: ${JSON.stringify(claim)}`;
      if (because.length === 0 || because.some((text) => !text)) return "a claim without a reason";
    }
    const verdicts = [];
    const onRows = (rows) => verdicts.push(...rows.map(({ verdict }) => verdict));
    const file = openBatch(known, { ...options, onRows });
    file.push(csv);
    const { problems } = file.end();
    const due = claims.map(({ verdict }) => verdict);
    const isRead = problems.every(({ code }) => code === "no-rows");
    return isRead && verdicts.join() === due.join() ? "" : `the file gets ${verdicts}, not ${due}`;
  },
  "every subscription is in the plan: once an activity, or once if it is another product’s": (
    random,
  ) => {
    const { evidence, context, options } = drawnPlan(random);
    const { claims, excluded } = planClaims(evidence, context, options);
    const fitting = activitiesOf(context, options);
    const ids = new Set(mergeEvidence(evidence, {}).subscriptions.map(({ id }) => id));
    const planned = [
      ...claims.map(({ claim }) => [claim.subscriptionId, claim.activity]),
      ...excluded.map(({ subscriptionId, activity }) => [subscriptionId, activity]),
    ].filter(([id]) => id);
    const silent = excluded.find(({ code, text }) => !code || !text);
    if (silent) return `nothing is said: ${JSON.stringify(silent)}`;
    const strange = planned.find(([id]) => !ids.has(id));
    if (strange) return `${strange[0]} is not in the evidence`;
    for (const id of ids) {
      const times = planned.filter(([one]) => one === id).map(([, activity]) => activity);
      const isOther = isOtherProduct(id, evidence, options);
      const due = isOther || fitting.length === 0 ? [undefined] : fitting;
      if ([...times].sort().join() !== [...due].sort().join())
        return `${id} for ${times}, not ${due}`;
    }
    return "";
  },
};

/** Those that fit, or may fit, any of what the partner did. */
function activitiesOf({ contributions, seeksPayment }, options) {
  const fitting = (contribution) =>
    adviseActivity({ solutionArea: AREA, contribution, seeksPayment }, options)
      .ranking.filter(({ fit }) => fit !== "does-not-fit")
      .map(({ activity }) => activity);
  const all = contributions?.length ? contributions : [undefined];
  return [...new Set(all.flatMap(fitting))];
}

/** Does the check know that it is for another product, whatever is claimed? */
function isOtherProduct(subscriptionId, evidence, options) {
  const claim = { solutionArea: AREA, subscriptionId };
  const { findings } = checkClaim(claim, evidence, options);
  return findings.some(({ code }) => code === "subscription-not-dynamics");
}

/** Evidence about two customers, and what a partner says. */
function drawnPlan(random) {
  const withDamage = random.oneIn(3);
  const [one, other] = [drawn(random, { withDamage }), drawn(random)];
  const both = {};
  for (const part of Object.keys({ ...one.evidence, ...other.evidence })) {
    const rows = [one, other].map(({ evidence }) => evidence[part] ?? []);
    both[part] = rows.every(Array.isArray) ? rows.flat() : rows[0];
  }
  const sometimes = (value) => (random.oneIn(2) ? value : undefined);
  const contributions = CONTRIBUTIONS.filter(() => random.oneIn(2));
  return {
    evidence: random.oneIn(2) ? both : one.evidence,
    context: {
      userRole: sometimes("incentives-admin"),
      partnerIds: sometimes(random.of([["5357564"], ["5357564", "517285"], [], STATED])),
      contributions: sometimes(contributions),
      seeksPayment: random.of([undefined, "yes", "no"]),
      purchaseChannel: random.of([undefined, "volume-licensing", "csp", "unknown"]),
      ownTenantId: sometimes("b6a8c4de-15f2-4f39-a0c7-93d1e2f4a5b6"),
      workloads: sometimes(random.of([["Teams"], ["Exchange", "Sales"], ["Microsoft 365 E5"]])),
    },
    options: { ruleset: one.ruleset, today: TODAY, locale: random.of(["en", "de"]) },
  };
}

const STATED = [{ id: "5357564", kind: "location", enrolled: true }, "517285"];
const CONTRIBUTIONS = ["influenced-purchase", "drives-usage", "business-influencer"];
