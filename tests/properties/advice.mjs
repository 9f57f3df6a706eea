// What the findings of one report ask for: never opposite things, never what is there.
import { describe as registry } from "cpor-preflight";
import { drawn, TODAY } from "../oracle/cases.mjs";
import { diagnoseSubscription, mergeEvidence, told } from "./subject.mjs";

export const ADVICE = {
  "no two findings ask to change one field differently": (random) => {
    const one = drawn(random);
    const { findings } = told(one);
    const wanted = findings.map((finding) => [finding, changesOf(finding)]);
    for (const [at, [finding, ways]] of wanted.entries())
      for (const [other, otherWays] of wanted.slice(0, at))
        if (!ways.some((way) => otherWays.some((with_) => areOne(way, with_, findings))))
          return `${named(other)} and ${named(finding)}`;
    return "";
  },
  "one fact is told once": (random) => {
    const { findings } = told(drawn(random));
    const codes = findings.flatMap(({ code, params }) => [code, `${code} ${params.by ?? ""}`]);
    const twice = SAME.filter((some) => some.filter((code) => codes.includes(code)).length > 1);
    return twice.map((some) => some.join(" and ")).join();
  },
  "nothing asks for an export that is loaded or cannot show what is open": (random) => {
    const one = drawn(random);
    const { checks, findings, understood } = told(one);
    const known = knownOf(one, understood, findings);
    // A tenant that cannot be a customer’s is none.
    if (
      findings.some(({ code, severity }) => code === "tenant-id-reserved" && severity === "blocks")
    )
      delete understood.customerTenantId;
    const open = findings.find(({ code }) => code === "subscription-unverified");
    const odd = open && oddlyAsked(open.params, known, understood);
    if (odd) return odd;
    const isOpen = ({ id, outcome }) => open?.params.checks.includes(id) && outcome !== "unknown";
    if (checks.some(isOpen)) return "a check is said to be open and is not";
    const asking = findings.find(
      ({ code, next }) => !ANEW.includes(code) && /\bask\b.*\bexport/i.test(next),
    );
    if (asking && known.isListed) return `${asking.code} asks for an export`;
    return findings.some(
      ({ code, params }) => code === "subscription-id-missing" && params.match === "unknown",
    ) && known.isListed
      ? "the list that is there is not looked at"
      : "";
  },
  "the diagnosis wants no export that is loaded or cannot show what is open": (random) => {
    const one = drawn(random);
    const solutionArea = "business-applications";
    const claim = { ...one.claim, solutionArea };
    const options = { ruleset: one.ruleset, today: TODAY, locale: "en", answers: {} };
    const { findings, understood } = told({ ...one, claim });
    const known = knownOf({ ...one, claim }, understood, findings);
    for (let asked = 0; asked <= 4; asked += 1) {
      const diagnosis = diagnoseSubscription(claim, one.evidence, options);
      const { causes, customerMessage, nextQuestion } = diagnosis;
      const wanted = (nextQuestion?.exports ?? []).map(({ kind }) => kind);
      // Which other subscription there is, the list of the tenant shows.
      const isUnfit = findings.some(({ code }) => UNFIT.includes(code));
      const isDone = isUnfit || causes.some(({ status }) => status === "confirmed");
      if (known.record && wanted.includes("graph-subscriptions")) return "asks for the list again";
      if (known.record?.tenantId && wanted.includes("graph-subscribed-skus"))
        return "asks for the tenant again";
      const text = customerMessage?.text ?? "";
      if (known.record && !isDone && text.includes("/directory/subscriptions"))
        return "asks the customer for the list again";
      if (known.record?.tenantId && !isDone && text.includes("/subscribedSkus"))
        return "asks the customer for the tenant again";
      if (!nextQuestion) return "";
      const [{ value }] = [random.of(nextQuestion.options)];
      options.answers = { ...options.answers, [nextQuestion.id]: value };
    }
    return "";
  },
};

/** These ask for a new export in place of one that is damaged, outdated or contradicted. */
const ANEW = ["evidence-malformed", "evidence-contradiction", "subscription-not-provisioned"];

/** These ask for another subscription. */
const UNFIT = ["subscription-trial", "channel-not-eligible"];

/** Codes of which a report has one at most: they tell one fact. */
const SAME = [
  ["subscription-already-claimed other-partner", "competing-claim"],
  ["competing-claim", "competing-claim-unverified"],
  ["channel-not-eligible", "channel-unconfirmed"],
  ["channel-not-eligible", "subscription-csp"],
  ["activity-not-in-area", "revenue-association-no-payment", "activity-no-payment"],
  ["activity-missing", "activity-not-in-area"],
  ["subscription-id-missing", "subscription-not-listed"],
  ["product-not-in-area", "product-power-platform", "product-suite", "product-unrecognized"],
  ["tenant-domain-mismatch", "tenant-not-found", "tenant-domain-unverified"],
  ["role-missing", "role-not-permitted"],
  ["proof-of-execution-missing", "proof-of-execution-unverified"],
  ["subscription-not-active", "subscription-in-grace"],
];

/** What the evidence knows of the claimed subscription and of its tenant. */
function knownOf({ evidence }, { customerTenantId, subscriptionId }, findings) {
  const { subscriptions = [] } = mergeEvidence(evidence, {});
  const match = findings.find(({ params }) => params.match)?.params.suggestion;
  const id = subscriptionId ?? match;
  const records = subscriptions.filter(
    (one) => id && (one.id === id || one.commerceSubscriptionId === id),
  );
  return {
    record: records.find(({ tenantId }) => tenantId) ?? records[0],
    isListed: subscriptions.some(
      ({ tenantId, excerpt }) => tenantId && tenantId === customerTenantId && !excerpt,
    ),
  };
}

const OF_RECORD = [
  "subscription-on-tenant",
  "subscription-dynamics",
  "subscription-provisioned",
  "subscription-status",
];

/** What is asked for that is there, or cannot show anything that is open; or nothing that could. */
function oddlyAsked({ ask, checks }, { record, isListed }, { customerTenantId }) {
  const asks = (what) => ask.includes(what);
  const isOpen = (...some) => some.some((check) => checks.includes(check));
  if (ask.length === 0) return "nobody is asked";
  const odd = [
    asks("exports") && (record || isListed),
    asks("identifier") && (record || !isListed),
    (asks("exports") || asks("identifier")) && !isOpen(...OF_RECORD, "subscription-not-csp"),
    asks("tenant-id") && (customerTenantId || !isOpen("subscription-on-tenant")),
    asks("tenant") && (record?.tenantId || !isOpen("subscription-on-tenant")),
    asks("administrator") && !(record && isOpen(...OF_RECORD)),
    asks("purchasing") && !isOpen("subscription-not-csp"),
    asks("partners") !== isOpen("subscription-unclaimed"),
    record &&
      isOpen(...OF_RECORD) &&
      !(asks("administrator") || asks("tenant") || asks("tenant-id")),
    record && isOpen("subscription-not-csp") && !asks("purchasing"),
    !record && isOpen(...OF_RECORD) && !(asks("exports") || asks("identifier")),
  ];
  return odd.some(Boolean) ? `${ask} for ${checks}` : "";
}

const named = ({ code, params }) => `${code} ${JSON.stringify(params)}`;

/** Any value but the one that is there; the one that is there. */
const [ANOTHER, KEEP] = [Symbol("another"), Symbol("the same")];
const another = (...fields) => fields.map((field) => ({ [field]: ANOTHER }));
const EITHER = [{}];
const BUSINESS = { solutionArea: "business-applications" };
const MICROSOFT_365 = { solutionArea: "microsoft-365" };

/**
 * What each finding says to change, by hand from its words: the ways that it leaves, each with the new
 * values of fields. Who only has to be asked, or only has to wait, changes nothing.
 */
const CHANGES = {
  "role-missing": another("userRole"),
  "role-not-permitted": EITHER,
  "tenant-id-missing": another("customerTenantId"),
  "tenant-id-malformed": another("customerTenantId"),
  "tenant-id-wrong-kind": another("customerTenantId"),
  "tenant-id-reserved": another("customerTenantId"),
  "tenant-id-is-own": another("customerTenantId", "ownTenantId"),
  "domain-missing": another("customerDomain"),
  "domain-malformed": another("customerDomain"),
  "domain-wrong-kind": another("customerDomain"),
  "domain-is-mail-provider": another("customerDomain"),
  "domain-unusual": another("customerDomain"),
  "tenant-domain-mismatch": another("customerTenantId", "customerDomain"),
  "tenant-not-found": another("customerDomain"),
  "tenant-other-cloud": EITHER,
  "tenant-domain-unverified": EITHER,
  "solution-area-missing": [BUSINESS, MICROSOFT_365],
  "product-missing": another("product", "subscriptionId"),
  "product-not-in-area": ({ belongs }) =>
    belongs === "azure" ? another("product") : [{ solutionArea: belongs }, ...another("product")],
  "product-unrecognized": another("product"),
  "product-power-platform": EITHER,
  "product-suite": another("product"),
  "activity-missing": another("activity"),
  "activity-not-in-area": [{ activity: "usage" }, BUSINESS],
  "revenue-association-no-payment": [{ activity: KEEP }, ...another("activity")],
  "activity-no-payment": [{ activity: KEEP }, { activity: "presales" }],
  "channel-not-eligible": another("subscriptionId", "purchaseChannel", "solutionArea", "product"),
  "channel-unconfirmed": ({ channel, typed }) =>
    typed ? [{ purchaseChannel: channel }, { purchaseChannel: KEEP }] : another("purchaseChannel"),
  "subscription-id-missing": ({ match, suggestion }) =>
    match === "one" ? [{ subscriptionId: suggestion }] : another("subscriptionId"),
  "subscription-id-malformed": another("subscriptionId"),
  "subscription-id-wrong-kind": another("subscriptionId"),
  "subscription-id-not-needed": [{ subscriptionId: "" }, BUSINESS],
  "subscription-on-other-tenant": another("subscriptionId", "customerTenantId"),
  "product-not-on-tenant": [{ product: KEEP }, ...another("product", "customerTenantId")],
  "subscription-not-listed": [{ subscriptionId: KEEP }, ...another("subscriptionId")],
  "product-subscription-mismatch": another("product", "subscriptionId"),
  "subscription-not-dynamics": [...another("subscriptionId"), MICROSOFT_365],
  "subscription-csp": ({ certainty }) =>
    certainty === "certain"
      ? another("subscriptionId")
      : [{ subscriptionId: KEEP }, ...another("subscriptionId")],
  "subscription-not-provisioned": EITHER,
  "subscription-newly-provisioned": EITHER,
  "subscription-already-claimed": ({ by, ended, successor }) => {
    if (by !== "us") return EITHER;
    if (successor) return [{ subscriptionId: successor }];
    return ended === "yes" ? another("subscriptionId") : [{}, ...another("activity")];
  },
  "subscription-not-active": ({ successor }) =>
    successor
      ? [{ subscriptionId: successor }]
      : [{ subscriptionId: KEEP }, ...another("subscriptionId")],
  "subscription-in-grace": EITHER,
  "subscription-ending": EITHER,
  "subscription-trial": another("subscriptionId"),
  "subscription-starts-later": another("subscriptionId", "submittedOn"),
  "subscription-unverified": EITHER,
  "partner-id-missing": another("partnerId"),
  "partner-id-malformed": another("partnerId"),
  "partner-id-wrong-kind": another("partnerId"),
  "partner-id-unusual-length": [{ partnerId: KEEP }, ...another("partnerId")],
  "partner-id-not-enrolled": [{ partnerId: KEEP }, ...another("partnerId")],
  "partner-id-unverified": EITHER,
  "partner-id-global-account": another("partnerId"),
  "partner-id-partner-type": [{ partnerId: KEEP }, ...another("partnerId")],
  "competing-claim": ({ typed }) => (typed ? [{ competingPartner: "yes" }] : EITHER),
  "own-claim-exists": EITHER,
  "competing-claim-unverified": another("competingPartner"),
  "proof-of-execution-missing": EITHER,
  "proof-of-execution-unverified": EITHER,
  "input-malformed": EITHER,
  "unknown-field": EITHER,
  "evidence-malformed": EITHER,
  "evidence-contradiction": EITHER,
};

/** Codes of which nobody has written down what they say to change. */
export const unwritten = () =>
  registry()
    .codes.map(({ code }) => code)
    .filter((code) => !CHANGES[code]);

function changesOf({ code, params }) {
  const changes = CHANGES[code];
  return typeof changes === "function" ? changes(params) : changes;
}

/** Can both be done at once? Where the ID is missing, the findings are about the suggested one. */
function areOne(way, other, findings) {
  const suggestion = findings.find(({ params }) => params.match)?.params.suggestion;
  const current = { subscriptionId: suggestion };
  const fits = (field, one, two) =>
    one === two ||
    (one === ANOTHER && typeof two === "string" && two !== current[field]) ||
    (one === KEEP && two === current[field]);
  return Object.keys(way)
    .filter((field) => field in other)
    .every(
      (field) => fits(field, way[field], other[field]) || fits(field, other[field], way[field]),
    );
}
