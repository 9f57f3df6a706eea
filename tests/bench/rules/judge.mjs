// Edition 2020-06 in JavaScript, by hand: what no schema can express, the same for every peer. A schema
// says which fields are well formed; this says what the others are, and what fields, evidence, and SKUs
// mean together.
import { competition } from "./claims.mjs";
import { CHOICES, dayOf } from "./forms.mjs";
import {
  classify,
  digitsIn,
  guidIn,
  hostIn,
  kindOfGuid,
  looksLikeGuid,
  MAIL_PROVIDERS,
  NIL,
  normal,
  RESERVED,
  shapeOf,
} from "./identifiers.mjs";
import { isElsewhere, productOf } from "./products.mjs";
import { recordsOf, shownChannel, subscriptionChecks } from "./subscription.mjs";

/**
 * The findings on a tidied claim: code, fields, and parameters.
 *
 * @param bad has the names of the fields that are not well formed
 * @param known what `prepare` answers
 */
export function judge(claim, bad, known, today) {
  const found = [];
  const raise = (code, fields, params = NONE) => found.push({ code, fields, params });
  const given = (name) => (bad.has(name) ? undefined : claim[name]);
  for (const name in CHOICES)
    if (name !== "userRole" && bad.has(name)) unread(raise, name, "not-an-option");
  const facts = { claim, known, raise, found, today, ...dayOfClaim(claim, today, raise) };
  facts.own = ownTenant(claim.ownTenantId, bad.has("ownTenantId"), raise);
  facts.tenant = tenantOf(claim.customerTenantId, bad.has("customerTenantId"), known, raise);
  if (facts.tenant && facts.tenant === facts.own)
    raise("tenant-id-is-own", ["customerTenantId", "ownTenantId"], { own: "tenant" });
  facts.domain = domainOf(claim.customerDomain, bad.has("customerDomain"), known, raise);
  if (!claim.userRole) raise("role-missing", ["userRole"]);
  else if (bad.has("userRole") || claim.userRole === "other")
    raise("role-not-permitted", ["userRole"]);
  if (MAIL_PROVIDERS.has(facts.domain))
    raise("domain-is-mail-provider", ["customerDomain"], { domain: facts.domain });
  if (facts.tenant && facts.domain) tenantAndDomain(facts);

  facts.area = given("solutionArea");
  facts.isBusiness = facts.area === "business-applications";
  facts.activity = given("activity");
  const channel = given("purchaseChannel");
  facts.channel = channel === "unknown" ? undefined : channel;
  facts.competing = given("competingPartner");
  if (facts.competing === "unknown") facts.competing = undefined;
  facts.product = productOf(claim.product ?? "", known);
  const typed = subscriptionOf(claim.subscriptionId, bad.has("subscriptionId"), facts);
  facts.subscription = typed.id;
  facts.records = recordsOf(facts, !claim.subscriptionId);

  areaAndActivity(facts);
  productAndArea(facts);
  if (facts.isBusiness) purchaseChannel(facts);
  subscriptionChecks(facts, typed);
  facts.partnerId = partnerIdOf(claim.partnerId, bad.has("partnerId"), known, raise);
  partnerChecks(facts);
  competition(facts);
  const proof = given("proofOfExecution");
  if (proof === "missing") raise("proof-of-execution-missing", ["proofOfExecution"]);
  else if (proof !== "ready") raise("proof-of-execution-unverified", ["proofOfExecution"]);
  if (known.problems.length > 0) contradictions(facts);
  return found;
}

const NONE = Object.freeze({});
const NOBODY = [];

const unread = (raise, field, problem) => raise("input-malformed", [field], { field, problem });

/** The claim's day, and the day of its submission, unless it is none or still to come. */
function dayOfClaim({ submittedOn }, today, raise) {
  if (!submittedOn) return { day: today };
  const day = dayOf(submittedOn);
  if (!day) unread(raise, "submittedOn", "not-a-date");
  else if (day > today) unread(raise, "submittedOn", "in-future");
  else return { day, filedOn: day };
  return { day: today };
}

/* Who the customer is. */

function ownTenant(text, isBad, raise) {
  if (!text) return undefined;
  const id = isBad ? guidIn(text) : normal(text);
  if (!id) unread(raise, "ownTenantId", "unreadable");
  return id;
}

function tenantOf(text, isBad, known, raise) {
  const field = ["customerTenantId"];
  if (!text) return void raise("tenant-id-missing", field);
  const direct = isBad ? undefined : normal(text);
  const { kind, id } = direct && direct !== NIL ? { id: direct } : classify(text, known);
  const reserved = RESERVED.get(text.toLowerCase()) ?? RESERVED.get(direct ?? id);
  if (reserved) {
    raise("tenant-id-reserved", field, { tenant: reserved });
    return reserved === "microsoft" ? id : undefined;
  }
  const named = kind ?? kindOfGuid(id, known);
  if (id && (named === "guid" || named === "tenant-id")) return id;
  if (named === "unknown") raise("tenant-id-malformed", field, { problem: shapeOf(text) });
  else raise("tenant-id-wrong-kind", field, { kind: named });
  return undefined;
}

function domainOf(text, isBad, known, raise) {
  const field = ["customerDomain"];
  if (!text) return void raise("domain-missing", field);
  if (isBad || !text.includes(".")) {
    const { kind } = classify(text, known);
    const isGuid = kind === "unknown" && looksLikeGuid(text);
    const isOther = !["domain", "email", "url", "unknown"].includes(kind) && !text.includes("/");
    if (isGuid || isOther)
      return void raise("domain-wrong-kind", field, { kind: isGuid ? "guid" : kind });
  }
  const { name, problem } = hostIn(text);
  if (problem) raise("domain-malformed", field, { problem });
  return name;
}

const newer = (a, b) => (a ?? "9") > (b ?? "9");
const asOf = ({ asOf: day }, name) => (typeof day === "object" ? day?.[name] : day);

function tenantAndDomain({ tenant, own, domain, known, raise }) {
  const clouds = (known.tenants.get(tenant) ?? NOBODY).map(({ cloud }) => cloud);
  const cloud = ["china", "us-gov"].find((one) => clouds.includes(one));
  const holders = known.holders.get(domain) ?? NOBODY;
  const unresolved = known.unresolved.get(domain) ?? NOBODY;
  const elsewhere = unresolved.find(({ reason }) => reason === "other-cloud");
  const nobody = unresolved.find(({ reason }) => reason !== "other-cloud");
  const fields = ["customerTenantId", "customerDomain"];
  const clouded = ["customerDomain", "customerTenantId"];
  const isNewer =
    elsewhere && (holders.length === 0 || newer(elsewhere.asOf, asOf(holders[0], domain)));
  if (isNewer && (holders.length === 0 || !cloud)) {
    raise("tenant-other-cloud", clouded, { cloud: cloud ?? "unknown" });
    return;
  }
  if (!holders.some(({ tenantId }) => tenantId === tenant)) {
    if (holders.length > 0) {
      const isOurs = own && holders.some(({ tenantId }) => tenantId === own);
      raise("tenant-domain-mismatch", fields, { domain, holder: isOurs ? "us" : "" });
    } else if (nobody)
      raise("tenant-not-found", ["customerDomain"], { domain, reason: nobody.reason });
    else raise("tenant-domain-unverified", fields, { domain });
  }
  if (cloud) raise("tenant-other-cloud", clouded, { cloud });
}

/* What is claimed. */

function areaAndActivity({ area, activity, raise }) {
  if (!area) raise("solution-area-missing", ["solutionArea"]);
  if (!activity) raise("activity-missing", ["activity"]);
  else if (area === "microsoft-365" && activity !== "usage")
    raise("activity-not-in-area", ["activity", "solutionArea"], { activity, solutionArea: area });
  else if (activity === "revenue-association")
    raise("revenue-association-no-payment", ["activity"]);
}

function productAndArea({ area, activity, isBusiness, product, records, known, raise }) {
  const onUsage = ["product", "activity"];
  if (product.isMissing) {
    const sku = isBusiness && records[0] && known.skus.of(records[0]);
    if (!sku) raise("product-missing", ["product"], { solutionArea: area ?? "" });
    else if (isElsewhere(sku) && activity === "usage")
      raise("product-power-platform", onUsage, { product: sku.name });
  } else if (!product.isKnown) {
    raise("product-unrecognized", ["product"], { suggestion: "" });
  } else if (product.isAzure || (area && product.area !== area)) {
    const params = { product: product.label, belongs: product.area ?? "azure" };
    raise("product-not-in-area", ["product", "solutionArea"], params);
  } else if (area && product.isSuite) {
    raise("product-suite", ["product"], { product: product.label });
  } else if (area && product.isElsewhere && activity === "usage") {
    raise("product-power-platform", onUsage, { product: product.label });
  }
}

const ELIGIBLE = ["volume-licensing", "web-direct"];

function purchaseChannel(facts) {
  const { channel: typed, raise } = facts;
  const shown = shownChannel(facts);
  const notEligible = (channel, differs) => {
    const params = { channel, typed: differs ?? "" };
    raise("channel-not-eligible", ["purchaseChannel", "solutionArea"], params);
  };
  const unconfirmed = (channel, differs) =>
    raise("channel-unconfirmed", ["purchaseChannel"], { channel, typed: differs ?? "" });
  if (shown === "csp") return;
  if (shown && !ELIGIBLE.includes(shown)) notEligible(shown, typed === shown ? undefined : typed);
  else if (shown && typed && typed !== shown) unconfirmed(shown, typed);
  else if (!shown && typed && !ELIGIBLE.includes(typed)) notEligible(typed);
  else if (!shown && !typed) unconfirmed("unknown");
}

function subscriptionOf(text, isBad, { tenant, own, known }) {
  if (!text) return {};
  const direct = isBad ? undefined : normal(text);
  const { kind, id } =
    direct && direct !== NIL
      ? { kind: kindOfGuid(direct, known), id: direct }
      : classify(text, known);
  const wrong = (other) => ({ code: "subscription-id-wrong-kind", params: { kind: other } });
  if (id && kind === "guid" && (id === tenant || id === own)) return wrong("tenant-id");
  if (id && (kind === "guid" || kind === "subscription-id")) return { id };
  if (kind === "unknown")
    return { code: "subscription-id-malformed", params: { problem: shapeOf(text) } };
  return wrong(kind);
}

/* The partner. */

function partnerIdOf(text, isBad, known, raise) {
  const field = ["partnerId"];
  if (!text) return void raise("partner-id-missing", field);
  const { kind, isLikely, isWord } = isBad ? classify(text, known) : { kind: "partner-id" };
  const digits = isBad ? digitsIn(text) : text;
  if (digits && /^0+$/.test(digits)) raise("partner-id-wrong-kind", field, { kind: "placeholder" });
  else if (digits && digits.length > 20)
    raise("partner-id-malformed", field, { problem: "too-long" });
  else if (digits) {
    if (digits.length < 6 || digits.length > 7)
      raise("partner-id-unusual-length", field, { length: String(digits.length) });
    return digits;
  } else if (kind !== "unknown" && !isLikely && !isWord)
    raise("partner-id-wrong-kind", field, { kind });
  else raise("partner-id-malformed", field, { problem: "bad-character" });
  return undefined;
}

function partnerChecks({ partnerId, known, raise }) {
  const field = ["partnerId"];
  const account = partnerId && known.accounts.get(partnerId);
  const open = [];
  if (account?.enrolled === false) raise("partner-id-not-enrolled", field);
  else if (account?.enrolled !== true) open.push("partner-id-enrolled");
  const special = account?.partnerType;
  const isSpecial =
    special &&
    !/^(?:none|no|n\/a|standard|default|regular|normal|(?:partner )?location)$/i.test(special);
  if (isSpecial) raise("partner-id-partner-type", field, { partnerType: special });
  if (account?.kind === "global-account") raise("partner-id-global-account", field);
  else if (account?.kind !== "location" && !isSpecial) open.push("partner-id-type");
  if (open.length > 0) raise("partner-id-unverified", field, { checks: open });
}

/* Sources that contradict each other. */

function contradictions({ tenant, domain, partnerId, area, subscription, records, known, raise }) {
  const ids =
    area === "microsoft-365"
      ? []
      : [subscription, ...records.flatMap((one) => [one.id, one.commerceSubscriptionId])];
  for (const { part, id, field } of known.problems) {
    const isClaims = {
      subscriptions: ids.includes(id),
      associations: id === tenant || ids.includes(id),
      tenants: id === tenant || id === domain,
      partnerIds: id === partnerId,
    }[part];
    if (isClaims) raise("evidence-contradiction", [], { part, field });
  }
}
