// A second opinion on claims: the rules written once more, naively, from their sources and not from
// src/, so that the two do not share mistakes. Slow and short on purpose; texts are not its concern.
//
// Judged are verdict, outcome of every check, and code, severity and fields of every finding.
import { isRejected, joined } from "./joining.mjs";
import { domain, familiesNamed, guid, guidIn, kind, seen, skusNamed, skusOf } from "./reading.mjs";

const DAY = 24 * 60 * 60 * 1000;
const ADMINS = ["global-admin", "billing-admin", "incentives-admin"];
const NAMES = ["common", "organizations", "consumers"]; // in place of a tenant, for signing in
const CHOICES = {
  solutionArea: ["business-applications", "microsoft-365"],
  activity: ["presales", "usage", "revenue-association"],
  purchaseChannel: ["volume-licensing", "web-direct", "csp", "other", "unknown"],
  competingPartner: ["yes", "no", "unknown"],
  proofOfExecution: ["ready", "missing", "unknown"],
};
const NEVER_A_CUSTOMER = [
  "00000000-0000-0000-0000-000000000000",
  "9188040d-6c67-4c5b-b112-36a304b66dad",
  "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
  "9cd80435-793b-4f48-844b-6b3f37d1c1f3",
  "72f988bf-86f1-41af-91ab-2d7cd011db47",
];
const MAIL = ["outlook.com", "hotmail.com", "live.com", "msn.com", "gmail.com"];
const ON_SUBSCRIPTION = [
  "subscription-on-tenant",
  "subscription-dynamics",
  "subscription-not-csp",
  "subscription-provisioned",
  "subscription-unclaimed",
  "subscription-status",
];

/** Families whose products hold several others, so that they may be any. */
const BUNDLES = ["customer-engagement", "operations", "team-members", "other"];

/** What each edition of the rules says differently: severity of codes. */
const EDITIONS = {
  "2020-06": {},
  "2023-10": { "domain-missing": "informs", "subscription-not-active": "warns" },
};

/** Judges a claim on the whole; `today` is an ISO date. */
export function judge(claim, evidence, { ruleset, today }) {
  const say = sayer(EDITIONS[ruleset]);
  const know = { ...read(claim, say), evidence: joined(evidence), today, ruleset };
  const checks = Object.assign({}, ...RULES.map((rule) => rule(know, say)));
  const open = ON_SUBSCRIPTION.some((id) => checks[id] === "unknown" && !say.explained.has(id));
  if (open && know.solutionArea) say("subscription-unverified", "informs", "subscriptionId");
  const findings = say.findings.sort();
  const blocked = findings.some((finding) => finding.includes(" blocks "));
  const unsure = Object.values(checks).includes("unknown");
  return { verdict: blocked ? "fix" : unsure ? "confirm" : "ready", checks, findings };
}

/** Collects findings as text, such as `role-missing informs userRole`. */
function sayer(edition) {
  const say = (code, severity, fields, check) => {
    say.findings.push(`${code} ${edition[code] ?? severity} ${fields}`);
    if (check) say.explained.add(check);
  };
  say.findings = [];
  say.explained = new Set();
  return say;
}

function read(claim, say) {
  const given = {};
  for (const [field, value] of Object.entries({
    ...claim,
    partnerId: claim.partnerId ?? claim.mpnId,
  })) {
    if (field === "mpnId" || value === undefined || value === null) continue;
    const choice = CHOICES[field];
    const word = choice ? seen(`${value}`).toLowerCase().replace(/[ _]/g, "-") : seen(`${value}`);
    if (["object", "boolean"].includes(typeof value) || (word && choice && !choice.includes(word)))
      say("input-malformed", "warns", field);
    else if (word) given[field] = word;
  }
  const own = guidIn(given.ownTenantId ?? "");
  if (given.ownTenantId && !own) say("input-malformed", "warns", "ownTenantId");
  return {
    ...given,
    own,
    tenant: guid(given.customerTenantId ?? ""),
    domain: domain(given.customerDomain ?? ""),
  };
}

const RULES = [
  role,
  tenantId,
  domainName,
  tenantAndDomain,
  areaAndActivity,
  channel,
  subscriptionId,
  subscription,
  partnerId,
  partnerAccount,
  competition,
  proof,
  contradictions,
];

function role({ userRole }, say) {
  if (!userRole) say("role-missing", "informs", "userRole");
  const isAdmin = ADMINS.includes(userRole?.toLowerCase().replace(/[ _]/g, "-"));
  if (userRole && !isAdmin) say("role-not-permitted", "blocks", "userRole");
  return { role: !userRole ? "unknown" : isAdmin ? "pass" : "fail" };
}

function tenantId(know, say) {
  const { customerTenantId: text, tenant } = know;
  const wrong = (code, fields = "customerTenantId") => {
    say(code, "blocks", fields);
    know.tenant = undefined;
    return { "tenant-id": "fail" };
  };
  if (!text) return wrong("tenant-id-missing");
  if (NAMES.includes(text.toLowerCase())) return wrong("tenant-id-reserved");
  if (!tenant) return wrong(kind(text) ? "tenant-id-wrong-kind" : "tenant-id-malformed");
  if (NEVER_A_CUSTOMER.includes(tenant)) return wrong("tenant-id-reserved");
  if (
    skusOf({ skuId: tenant }).length > 0 ||
    know.evidence.subscriptions.some((it) => it.ids.includes(tenant))
  )
    return wrong("tenant-id-wrong-kind");
  if (tenant !== know.own) return { "tenant-id": "pass" };
  say("tenant-id-is-own", "blocks", "customerTenantId,ownTenantId");
  return { "tenant-id": "fail" };
}

function domainName(know, say) {
  const { customerDomain: text } = know;
  const wrong = (code) => {
    say(code, "blocks", "customerDomain");
    know.domain = undefined;
    return { domain: "fail" };
  };
  if (!text) {
    say("domain-missing", "blocks", "customerDomain");
    return { domain: know.ruleset === "2020-06" ? "fail" : "not-applicable" };
  }
  const what = guid(text) && !text.includes("/") ? "guid" : kind(text);
  if (what && !["domain", "email", "url"].includes(what)) return wrong("domain-wrong-kind");
  if (!know.domain) return wrong("domain-malformed");
  if (MAIL.includes(know.domain)) {
    say("domain-is-mail-provider", "warns", "customerDomain");
    return { domain: "fail" };
  }
  return { domain: "pass" };
}

function tenantAndDomain({ tenant, domain: name, evidence, customerDomain, ruleset }, say) {
  const answer = (outcome) => ({ "tenant-domain": outcome });
  const both = "customerTenantId,customerDomain";
  if (!customerDomain && ruleset === "2023-10") return answer("not-applicable");
  if (!tenant || !name) return answer("unknown");
  const { owners = new Set(), isNowhere, ...it } = evidence.about.get(name) ?? {};
  const isAbroad = evidence.clouds.get(tenant);
  const isElsewhere = owners.size === 0 ? it.isElsewhere : it.isElsewhereSince && !isAbroad;
  if (isElsewhere || isAbroad)
    say("tenant-other-cloud", "warns", "customerDomain,customerTenantId");
  if (isElsewhere) return answer("unknown");
  if (owners.has(tenant)) return answer(owners.size === 1 && !isNowhere ? "pass" : "unknown");
  if (owners.size > 0) {
    say("tenant-domain-mismatch", "blocks", both);
    return answer("fail");
  }
  if (isNowhere) {
    say("tenant-not-found", "blocks", "customerDomain");
    return answer("fail");
  }
  say("tenant-domain-unverified", "informs", both);
  return answer("unknown");
}

function areaAndActivity({ solutionArea, activity }, say) {
  if (!solutionArea) say("solution-area-missing", "blocks", "solutionArea");
  if (!activity) say("activity-missing", "blocks", "activity");
  const outside = solutionArea === "microsoft-365" && activity && activity !== "usage";
  if (outside) say("activity-not-in-area", "blocks", "activity,solutionArea");
  if (activity === "revenue-association")
    say("revenue-association-no-payment", "informs", "activity");
  return {
    "solution-area": solutionArea ? "pass" : "fail",
    activity:
      !activity || outside ? "fail" : solutionArea || activity === "usage" ? "pass" : "unknown",
  };
}

function channel({ solutionArea, purchaseChannel = "unknown" }, say) {
  const answer = (outcome) => ({ "purchase-channel": outcome });
  if (solutionArea === "microsoft-365") return answer("not-applicable");
  if (!solutionArea) return answer("unknown");
  if (purchaseChannel === "unknown") {
    say("channel-unconfirmed", "warns", "purchaseChannel");
    return answer("unknown");
  }
  if (["volume-licensing", "web-direct"].includes(purchaseChannel)) return answer("pass");
  say("channel-not-eligible", "blocks", "purchaseChannel,solutionArea");
  return answer("fail");
}

function subscriptionId(know, say) {
  const { subscriptionId: text, solutionArea } = know;
  const answer = (outcome) => ({ "subscription-id": outcome });
  const id = guid(text ?? "");
  if (solutionArea === "microsoft-365") {
    if (text) say("subscription-id-not-needed", "informs", "subscriptionId,solutionArea");
    return answer("not-applicable");
  }
  if (!text) {
    if (solutionArea) say("subscription-id-missing", "warns", "subscriptionId");
    return answer("unknown");
  }
  const { clouds, subscriptions, associations } = know.evidence;
  const shown = [
    ...clouds.keys(),
    ...subscriptions.flatMap((it) => it.tenants),
    ...associations.map((it) => guid(it.tenantId)),
  ];
  const isTenant = [...shown, ...NEVER_A_CUSTOMER].includes(id);
  const isListed = subscriptions.some((it) => it.ids.includes(id));
  const isOther = [know.tenant, know.own].includes(id) || skusOf({ skuId: id }).length > 0;
  if (id && !isTenant && (isListed || !isOther)) {
    know.id = id;
    return answer("pass");
  }
  say(
    id || kind(text) ? "subscription-id-wrong-kind" : "subscription-id-malformed",
    "blocks",
    "subscriptionId",
  );
  return answer("fail");
}

/** The six checks on the subscription itself. */
function subscription(know, say) {
  const { solutionArea, id, tenant, evidence } = know;
  const open = solutionArea ? "not-applicable" : "unknown";
  if (solutionArea !== "business-applications")
    return Object.fromEntries(ON_SUBSCRIPTION.map((check) => [check, open]));
  const it = id && evidence.subscriptions.find((one) => one.ids.includes(id));
  const here = evidence.subscriptions.filter((one) => one.tenants.includes(tenant));
  return {
    "subscription-on-tenant": onTenant(know, it, here, say),
    "subscription-dynamics": isDynamics(it, say),
    "subscription-not-csp": notCsp(it, say),
    "subscription-provisioned": provisioned(it, say),
    "subscription-unclaimed": unclaimed(know, it, say),
    "subscription-status": status(know, it, say),
  };
}

function onTenant({ tenant, product = "", id }, it, here, say) {
  const meant = skusNamed(product);
  const families = familiesNamed(product);
  const isKnown = meant.length + families.length > 0;
  const isAlike = (sku) =>
    BUNDLES.includes(sku.family) || families.includes(sku.family) || meant.includes(sku);
  const isSame = (sku) => (meant.length > 0 ? meant.includes(sku) : isAlike(sku));
  if (it && isKnown && skusOf(it).some((sku) => !isSame(sku)))
    say("product-subscription-mismatch", "warns", "product,subscriptionId");
  const isHere = tenant && it?.tenants.includes(tenant);
  const isElsewhere = tenant && !isHere && it?.tenants.length > 0;
  if (isElsewhere) say("subscription-on-other-tenant", "blocks", "subscriptionId,customerTenantId");
  const isListed = here.some((one) => !one.excerpt);
  const isMissing =
    isListed && isKnown && here.every((one) => skusOf(one).some((sku) => !isAlike(sku)));
  if (isMissing) say("product-not-on-tenant", "blocks", "product,customerTenantId");
  if (isElsewhere || isMissing) return "fail";
  if (isHere) return it.tenants.length === 1 ? "pass" : "unknown";
  if (id && !it && isListed)
    say(
      "subscription-not-listed",
      "warns",
      "subscriptionId,customerTenantId",
      "subscription-on-tenant",
    );
  return "unknown";
}

function isDynamics(it, say) {
  const families = it ? skusOf(it).map((sku) => sku.family) : [];
  if (families.length === 0 || families.includes("power-platform")) return "unknown";
  if (families.every(Boolean)) return "pass";
  if (families.some(Boolean)) return "unknown";
  say("subscription-not-dynamics", "blocks", "subscriptionId");
  return "fail";
}

function notCsp(it, say) {
  if (it?.channel === "csp") {
    say("subscription-csp", "blocks", "subscriptionId,purchaseChannel");
    return "fail";
  }
  if (["volume-licensing", "web-direct"].includes(it?.channel)) return "pass";
  if (it?.ownerTenantId)
    say("subscription-csp", "warns", "subscriptionId,purchaseChannel", "subscription-not-csp");
  return "unknown";
}

function provisioned(it, say) {
  if (!it?.provisioning) return "unknown";
  if (it.provisioning === "provisioned") return "pass";
  say("subscription-not-provisioned", "blocks", "subscriptionId");
  return "fail";
}

/** Claims of `holder` that the evidence shows; rejected ones hold nothing. */
const holding = ({ evidence }, holder) =>
  evidence.associations.filter((one) => one.holder === holder && !isRejected(one.status));

function unclaimed(know, it, say) {
  if (!know.id) return "unknown";
  const ours = [know.id, ...(it?.ids ?? [])];
  const on = (holder) =>
    it?.holders.includes(holder) ||
    holding(know, holder).some((one) => ours.includes(guid(one.subscriptionId ?? "")));
  know.isCompeting = on("other-partner");
  if (on("us") || know.isCompeting) {
    const isArbitrated = !on("us") && know.ruleset === "2023-10";
    say("subscription-already-claimed", isArbitrated ? "warns" : "blocks", "subscriptionId");
    return "fail";
  }
  return know.competingPartner === "no" ? "pass" : "unknown";
}

function status({ today }, it, say) {
  if (!it || it.status === "unknown") return "unknown";
  if (it.status !== "active" && it.status !== "in-grace") {
    say("subscription-not-active", "blocks", "subscriptionId");
    return "fail";
  }
  const left = it.endsOn
    ? (Date.parse(it.endsOn) - Date.parse(today)) / DAY
    : Number.POSITIVE_INFINITY;
  if (it.status === "in-grace") say("subscription-in-grace", "informs", "subscriptionId");
  const isGrace = it.status === "in-grace" && left >= -90; // the longest there is
  if (left < 0 && !isGrace) return "unknown"; // renewed or over since then
  if (left >= 0 && left <= 30) say("subscription-ending", "informs", "subscriptionId");
  return "pass";
}

function partnerId(know, say) {
  const { partnerId: text } = know;
  const digits = (text ?? "")
    .replace(/^(mpn[ -]?id|mpn|partner[ -]?id|id)?[ :#.-]*/i, "")
    .replaceAll(" ", "");
  if (/^0*[1-9]\d*$/.test(digits)) {
    if (digits.length !== 6 && digits.length !== 7)
      say("partner-id-unusual-length", "warns", "partnerId");
    know.partner = digits;
    return { "partner-id": "pass" };
  }
  const isTypo = text && kind(text) === "domain" && !text.includes(".");
  const isZero = /^0+$/.test(digits);
  const isKnown = text && !isTypo && (guid(text) || kind(text) || isZero);
  const fault = !text ? "missing" : isKnown ? "wrong-kind" : "malformed";
  say(`partner-id-${fault}`, "blocks", "partnerId");
  return { "partner-id": "fail" };
}

function partnerAccount({ partner, evidence }, say) {
  const account = partner && evidence.partnerIds.find((one) => seen(one.id) === partner);
  const enrolled = account?.enrolled === undefined ? "unknown" : account.enrolled ? "pass" : "fail";
  if (enrolled === "fail") say("partner-id-not-enrolled", "blocks", "partnerId");
  const special = seen(account?.partnerType ?? "");
  if (account?.kind === "global-account") say("partner-id-global-account", "blocks", "partnerId");
  if (special) say("partner-id-partner-type", "warns", "partnerId");
  const type = !account?.kind
    ? "unknown"
    : account.kind === "location" && !special
      ? "pass"
      : "fail";
  if (enrolled === "unknown" || type === "unknown")
    say("partner-id-unverified", "informs", "partnerId");
  return { "partner-id-enrolled": enrolled, "partner-id-type": type };
}

function competition(know, say) {
  const answer = (outcome) => ({ "competing-claim": outcome });
  const { competingPartner, product, solutionArea, tenant } = know;
  const isHere = (one) => tenant && guid(one.tenantId) === tenant;
  const onProduct = (one) => isSameProduct(one.product ?? "", product ?? "");
  const isWhole = (one) =>
    !one.subscriptionId || (one.holder === "us" && solutionArea === "microsoft-365");
  const own = holding(know, "us").some((one) => isHere(one) && isWhole(one) && onProduct(one));
  const theirs = holding(know, "other-partner").some(
    (one) => isHere(one) && isWhole(one) && onProduct(one),
  );
  if (own) say("own-claim-exists", "warns", "product,customerTenantId");
  if (theirs || competingPartner === "yes" || know.isCompeting) {
    say("competing-claim", "warns", "competingPartner");
    return answer("fail");
  }
  if (own) return answer("fail");
  if (competingPartner === "no") return answer("pass");
  say("competing-claim-unverified", "informs", "competingPartner");
  return answer("unknown");
}

/** Do two texts name one product? By the same words, the same SKU or the same family. */
function isSameProduct(one, other) {
  const families = familiesNamed(one).filter((family) => familiesNamed(other).includes(family));
  const ids = skusNamed(one).filter((sku) => skusNamed(other).includes(sku));
  return (seen(one) !== "" && seen(one) === seen(other)) || families.length + ids.length > 0;
}

function proof({ proofOfExecution }, say) {
  if (proofOfExecution === "ready") return { "proof-of-execution": "pass" };
  if (proofOfExecution === "missing") {
    say("proof-of-execution-missing", "warns", "proofOfExecution");
    return { "proof-of-execution": "fail" };
  }
  say("proof-of-execution-unverified", "informs", "proofOfExecution");
  return { "proof-of-execution": "unknown" };
}

/** What sources say differently of the claim's subscription, tenant, domain or Partner ID. */
function contradictions({ solutionArea, tenant, domain: name, partner, id, evidence }, say) {
  const it = id && evidence.subscriptions.find((one) => one.ids.includes(id));
  const touched = [tenant, name, partner];
  if (solutionArea !== "microsoft-365") touched.push(id, ...(it?.ids ?? []));
  for (const { ids } of evidence.told)
    if (ids.some((one) => one && touched.includes(one))) say("evidence-contradiction", "warns", "");
  return {};
}
