// What more or less evidence may change.
import { CLAIM, drawn } from "../oracle/cases.mjs";
import { difference, mergeEvidence, told } from "./subject.mjs";
import { part, truth } from "./truth.mjs";

/** Checks that only evidence lets pass. */
const SHOWN_ONLY = [
  "tenant-domain",
  "subscription-on-tenant",
  "subscription-dynamics",
  "subscription-not-csp",
  "subscription-provisioned",
  "subscription-status",
  "partner-id-enrolled",
  "partner-id-type",
];

export const EVIDENCE = {
  "without evidence nothing passes that only evidence shows": (random) => {
    const { checks } = told({ ...drawn(random), evidence: {} });
    const passed = checks.filter(
      ({ id, outcome }) => outcome === "pass" && SHOWN_ONLY.includes(id),
    );
    return passed.map(({ id }) => `${id} passes`).join();
  },
  "evidence about others leaves a pass a pass": (random) => {
    const one = drawn(random);
    const part = random.of(Object.keys(one.evidence).concat("associations"));
    const rows = one.evidence[part] ?? [];
    const more = rows.length > 0 && random.oneIn(2) ? { ...random.of(rows) } : UNRELATED[part];
    const richer = told({ ...one, evidence: { ...one.evidence, [part]: [...rows, more] } });
    const lost = told(one).checks.filter(
      ({ outcome }, at) => outcome === "pass" && richer.checks[at].outcome !== "pass",
    );
    return lost.map(({ id }) => `${id} no longer passes`).join();
  },
  "true evidence opens what passed only where it says otherwise": (random) => {
    const { all, one, more } = growing(random);
    const after = told(more);
    const lost = told(one).checks.filter(
      ({ outcome, ...check }, at) =>
        outcome === "pass" &&
        after.checks[at].outcome === "unknown" &&
        !isExcepted(OPENED, check, after, more),
    );
    return lost.map(({ id }) => `${id} is open with ${JSON.stringify(all)}`).join();
  },
  "removing evidence never turns unknown or fail into a pass": (random) => {
    const { one: less, more } = growing(random);
    return gained(told(more), told(less), (check, before) =>
      isExcepted(STOOD_IN_THE_WAY, check, before, more),
    );
  },
  "removing any of what contradicts itself never turns unknown or fail into a pass": (random) => {
    const one = drawn(random);
    const evidence = part(one.evidence, random);
    const before = told(one);
    const sayings = before.findings.map(({ code, params: { part, field } }) =>
      code === "evidence-contradiction" ? `${part} ${field}` : code,
    );
    // An ID decides before the part number beside it, and “active” is doubted once the term is over.
    const text = JSON.stringify(one.evidence);
    const doubts = {
      product: "skuPartNumber",
      "subscription-on-tenant": "skuPartNumber",
      "subscription-dynamics": "skuPartNumber",
      "subscription-status": "endsOn",
    };
    const after = told({ ...one, evidence });
    // Without an ID, it may be a contradiction that hides which subscription is the only one of the product.
    const hides = ({ field }) => ["id", "tenantId", "skuId", "skuPartNumber"].includes(field);
    const isHidden =
      !isMatched(before) &&
      isMatched(after) &&
      mergeEvidence(one.evidence, {}).problems?.some(hides);
    return gained(
      before,
      after,
      (check) =>
        (isHidden && check.id.startsWith("subscription-")) ||
        isExcepted(STOOD_IN_THE_WAY, check, before, one) ||
        ABOUT[check.id]?.test(sayings) ||
        (doubts[check.id] && text.includes(doubts[check.id])),
    );
  },
  "another source of the same day never turns a fail into a pass": (random) => {
    const one = drawn(random);
    const other = drawn(random).evidence;
    const undated = (evidence) =>
      JSON.parse(JSON.stringify(evidence, (name, value) => (name === "asOf" ? undefined : value)));
    const evidence = undated(one.evidence);
    const before = told({ ...one, evidence });
    const after = told({ ...one, evidence: mergeEvidence(evidence, undated(other)) });
    const isOpen = evidence.associations?.some(({ status }) => !status);
    const isForAny = before.findings.some(({ params }) => params.activity === "unknown");
    const codes = before.findings
      .map(({ code }) => code)
      .concat(isOpen ? "claim-of-no-status" : [], isForAny ? "claim-of-no-activity" : [])
      .join();
    const turned = before.checks.filter(
      ({ id, outcome, basis }, at) =>
        outcome === "fail" &&
        after.checks[at].outcome === "pass" &&
        // The person’s word, which evidence outweighs.
        !(basis === "stated" && after.checks[at].basis === "evidence") &&
        !(isMatched(before) && !isMatched(after)) &&
        !LEARNT[id]?.test(codes),
    );
    return turned.map(({ id }) => `${id} passes with ${JSON.stringify(other)}`).join();
  },
  "joining evidence is free of order, and twice is as once": (random) => {
    const [a, b, c] = [drawn(random).evidence, drawn(random).evidence, drawn(random).evidence];
    const joined = JSON.stringify(mergeEvidence(a, b));
    const differs = (...list) => list.some((one) => JSON.stringify(one) !== joined);
    if (differs(mergeEvidence(b, a))) return "the order matters";
    const both = JSON.parse(joined);
    if (differs(mergeEvidence(both, a), mergeEvidence(b, both), mergeEvidence(both, both)))
      return "joining again changes it";
    const three = [mergeEvidence(both, c), mergeEvidence(a, mergeEvidence(c, b))];
    return JSON.stringify(three[0]) === JSON.stringify(three[1])
      ? ""
      : "it matters which come first";
  },
  "joined evidence is told the same as both together": (random) => {
    const one = drawn(random);
    const other = drawn(random).evidence;
    const together = {};
    for (const name of [...Object.keys(one.evidence), ...Object.keys(other)])
      together[name] = [...(one.evidence[name] ?? []), ...(other[name] ?? [])];
    const joined = { ...one, evidence: mergeEvidence(one.evidence, other) };
    return difference({ ...one, evidence: together }, joined);
  },
};

const ELSEWHERE = "5f0e9d3c-1b7a-4c64-8d2e-6a9b0c1d2e3f";
const UNRELATED = {
  tenants: { tenantId: ELSEWHERE, domains: ["elsewhere.example"], source: "look-up" },
  subscriptions: {
    id: "5f0e9d3c-1b7a-4c64-8d2e-6a9b0c1d2e40",
    tenantId: ELSEWHERE,
    status: "active",
  },
  partnerIds: { id: "6363276", kind: "location", enrolled: true },
  associations: { tenantId: ELSEWHERE, holder: "other-partner", product: CLAIM.product },
  unresolvedDomains: { domain: "nowhere.example", reason: "not-found" },
};

/**
 * What evidence may open that passed, each by the finding that says so: the person’s word counts only
 * until evidence says otherwise, and what the contract leaves unknown is found only once it is known.
 */
const OPENED = {
  "tenant-domain": { by: /tenant-other-cloud/ },
  "purchase-channel": { by: /subscription-csp|channel-unconfirmed/, basis: "stated" },
  "subscription-not-csp": { by: /subscription-csp/, basis: "stated" },
  // An own claim for which activity is not known. Or the ID turns out to be no subscription’s; then
  // nothing is asked about the subscription.
  "subscription-unclaimed": {
    by: /subscription-already-claimed|subscription-id-wrong-kind|another-partner/,
    basis: "stated",
  },
  "competing-claim": { by: /own-claim-exists|another-partner/, basis: "stated" },
  "subscription-status": { by: /subscription-(trial|starts-later)/ },
};

/**
 * What the evidence said against a check that otherwise passes: on the person’s word, on the form of an
 * identifier, or on another row. Without it, nothing speaks against it any more.
 */
const STOOD_IN_THE_WAY = {
  "tenant-id": { by: /tenant-id-wrong-kind/, basis: "typed" },
  "tenant-domain": { by: /tenant-other-cloud/ },
  "purchase-channel": {
    by: /subscription-csp|channel-not-eligible|channel-unconfirmed/,
    basis: "stated",
  },
  "subscription-id": { by: /subscription-id-wrong-kind/, basis: "typed" },
  // A subscription of whose product nothing is known is on the tenant that lists it.
  "subscription-on-tenant": { by: /product-not-on-tenant|product-subscription-mismatch/ },
  "subscription-not-csp": { by: /subscription-csp|channel-not-eligible/, basis: "stated" },
  "subscription-unclaimed": {
    by: /subscription-already-claimed|subscription-id-wrong-kind|another-partner/,
    basis: "stated",
  },
  "subscription-status": { by: /subscription-(trial|starts-later)/ },
  // No special type is the usual one.
  "partner-id-type": { by: /partner-id-partner-type/ },
  // A claim on the subscription is told as the subscription’s.
  "competing-claim": {
    by: /competing-claim$|own-claim-exists|subscription-already-claimed|another-partner/,
    basis: "stated",
  },
};

/** The pass of this basis, and the report that has the finding. */
function isExcepted(exceptions, { id, basis }, { findings, understood }, { evidence }) {
  const excepted = exceptions[id];
  const isOfBasis = excepted && (!excepted.basis || excepted.basis === basis);
  const codes = findings.map(({ code }) => code);
  // Another partner’s claim on the customer that names no subscription may be one on the product.
  const mayCompete = ({ tenantId, holder, subscriptionId }) =>
    holder === "other-partner" &&
    !subscriptionId &&
    tenantId.toLowerCase() === understood.customerTenantId;
  if (evidence.associations?.some(mayCompete)) codes.push("another-partner");
  const has = (code) => codes.some((one) => code.test(one));
  // Without an ID, the only subscription that can be meant is looked at, until it turns out to be another product.
  const isOther = has(/^subscription-id-missing$/) && has(/^product-not-on-tenant$/);
  return (isOfBasis && has(excepted.by)) || (isOther && id.startsWith("subscription-"));
}

/** The facts that decide a check; where sources contradict each other, one of them may be removed. */
const ABOUT = {
  "tenant-domain": /tenants domains|tenant-other-cloud|tenant-id-wrong-kind/,
  "purchase-channel": /subscriptions (channel|ownerTenantId)/,
  product: /subscriptions (skuId|skuPartNumber)/,
  "subscription-on-tenant": /subscriptions (tenantId|id|skuId|skuPartNumber)/,
  "subscription-dynamics": /subscriptions (skuId|skuPartNumber)|subscription-not-dynamics/,
  "subscription-not-csp": /subscriptions (channel|ownerTenantId)/,
  "subscription-provisioned": /subscriptions provisioning/,
  "subscription-status": /subscriptions (status|endsOn)/,
  "partner-id-enrolled": /partnerIds enrolled/,
  "partner-id-type": /partnerIds (kind|partnerType)/,
};

/** What a further source can mend without saying otherwise: a kind, another row, an ID before a part number. */
const LEARNT = {
  "tenant-id": /tenant-id-wrong-kind/,
  "subscription-id": /subscription-id-wrong-kind/,
  "subscription-on-tenant": /product-not-on-tenant|product-subscription-mismatch/,
  "subscription-dynamics": /subscription-not-dynamics/,
  // That a claim was rejected, where its status was not known, or that it is for another activity.
  "subscription-unclaimed": /claim-of-no-(status|activity)/,
  "competing-claim": /claim-of-no-(status|activity)/,
};

/** Without an ID: the only subscription that can be meant is looked at. */
const isMatched = ({ findings }) =>
  findings.some(({ params }) => ["one", "unfit"].includes(params.match));

/** A claim with two parts of one truth, the second holding all of the first. */
function growing(random) {
  const all = truth(random);
  const { claim, ruleset } = random.oneIn(2) ? drawn(random) : { claim: CLAIM };
  const more = part(all, random);
  return {
    all,
    one: { claim, ruleset, evidence: part(more, random) },
    more: { claim, ruleset, evidence: more },
  };
}

/** Checks that pass afterwards and did not before, but for those that are excepted. */
export function gained(before, after, isExcepted) {
  const odd = after.checks.filter(
    (check, at) =>
      check.outcome === "pass" &&
      ["fail", "unknown"].includes(before.checks[at].outcome) &&
      !isExcepted(check, before),
  );
  return odd.map(({ id }) => `${id} passes`).join();
}
