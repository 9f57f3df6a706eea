// The subscription: its ID, and the six checks on it (spec part 1; source, "Subscription errors in the
// CPOR association claim flow", "When subscriptions will be available to claim" and "Choosing a product
// vs entering a subscription").
import { contradicted, soldBy } from "./choices.mjs";
import { ON_SUBSCRIPTION } from "./codes.mjs";
import { kindOfGuid } from "./customer.mjs";
import { daysAfter, daysBetween } from "./days.mjs";
import { isSame, isSameProduct, mayBe, productNamed, skusOf, titleOf } from "./products.mjs";
import { ANYTHING, guid, guidProblem, kind } from "./reading.mjs";

const open = (asks) => ({ outcome: "unknown", asks });
const pass = (basis = "evidence") => ({ outcome: "pass", basis });
const fail = (basis = "evidence") => ({ outcome: "fail", basis });

/** Finds the subscription that the claim is about, before any check asks for it; decides nothing. */
export function findSubscription(know) {
  const { evidence, solutionArea, tenant } = know;
  const id = guid(know.subscriptionId);
  know.here = evidence.subscriptions.filter((it) => it.tenants.includes(tenant));
  know.isNamed = id !== undefined && isSubscriptionId(id, know);
  know.id = know.isNamed ? id : undefined;
  // Can the list of the tenant's subscriptions be longer, or one of them be of another product?
  const isOpen = ({ unsure }) =>
    ["skuId", "skuPartNumber", "excerpt"].some((name) => unsure.includes(name));
  know.isListOpen =
    evidence.lost.subscriptions || evidence.isTenantUnsure || know.here.some(isOpen);
  know.isSought =
    solutionArea === "business-applications" &&
    !know.subscriptionId &&
    know.meant?.area === "business-applications";
  if (know.isNamed) {
    know.it = evidence.subscriptions.find((it) => it.ids.includes(id));
  } else if (know.isSought) {
    know.it = onlyOne(know);
    know.id = know.it?.id;
  }
  const ours = [tenant, ...(know.it?.tenants ?? [])];
  const { owners = [] } = know.it ?? {};
  // Of two that are named, at least one is not the customer.
  know.foreignOwner = owners.length > 1 || owners.some((owner) => !ours.includes(owner));
  return {};
}

/** Without an ID, the one subscription of the product that the tenant has (faults 2.9). */
function onlyOne({ meant, here }) {
  if (here.every((it) => it.excerpt)) return undefined;
  // A SKU that is in no table may be of the product as well.
  const isFit = (it) => skusOf(it).length === 0 || skusOf(it).some((sku) => isSame(meant, sku));
  const [only, ...others] = here.filter(isFit);
  return only && others.length === 0 && skusOf(only).length > 0 ? only : undefined;
}

const isSubscriptionId = (id, know) => ["guid", "subscription-id"].includes(kindOfGuid(id, know));

export function subscriptionId(know, say) {
  const { subscriptionId: text, solutionArea } = know;
  const answer = (check) => ({ "subscription-id": check });
  if (solutionArea === "microsoft-365") {
    if (text) say("subscription-id-not-needed");
    return answer({ outcome: "not-applicable" });
  }
  if (!text) {
    if (solutionArea) say("subscription-id-missing");
    return answer(open(solutionArea ? "customer" : "you"));
  }
  const id = guid(text);
  if (know.isNamed) return answer(isKindUnclear(know) ? open("customer") : pass("typed"));
  const what = id ? kindOfGuid(id, know) : kind(text);
  if (what) say("subscription-id-wrong-kind", { kind: what });
  else say("subscription-id-malformed", { problem: guidProblem(text) });
  return answer(fail("typed"));
}

/** A tenant that cannot be read may have this very ID. */
function isKindUnclear({ evidence: { lost, isTenantUnsure } }) {
  return lost.tenants || lost.subscriptions || lost.associations || isTenantUnsure;
}

/** The six checks on the subscription itself. */
export function subscription(know, say) {
  if (know.solutionArea !== "business-applications") {
    const check = know.solutionArea ? { outcome: "not-applicable" } : open("you");
    return Object.fromEntries(ON_SUBSCRIPTION.map((id) => [id, check]));
  }
  const checks = {
    "subscription-on-tenant": onTenant(know, say),
    "subscription-dynamics": unless(know, ["skuId", "skuPartNumber"], isDynamics(know, say)),
    "subscription-not-csp": unless(know, soldBy(know.it), notCsp(know, say)),
    "subscription-provisioned": unless(know, ["provisioning", "asOf"], provisioned(know, say)),
    "subscription-unclaimed": unless(know, ["claimedBy"], unclaimed(know, say)),
    "subscription-status": unless(know, ofStatus(know), status(know, say)),
  };
  // What waits for the subscription's ID asks as the ID does.
  if (!know.id)
    for (const [id, { outcome }] of Object.entries(checks))
      if (outcome === "unknown") checks[id] = open("customer");
  return checks;
}

/** What shows the state: also the first day, where there is a day of submission to compare it with. */
const ofStatus = ({ submittedOn }) =>
  ["status", "endsOn", "trial", "asOf"].concat(submittedOn ? "createdOn" : []);

const ASKS = { "subscription-not-csp": "purchasing", "subscription-unclaimed": "you" };
export const asksOf = (check) => ASKS[check] ?? "customer";

/** A check does not pass while something that it rests on is there and cannot be read. */
function unless({ it, evidence, isSought, isListOpen }, names, check) {
  const isUnsure = it?.unsure.some((name) => names.includes(name)) ?? false;
  const isLost = evidence.lost.subscriptions || evidence.isIdUnsure || (isSought && isListOpen);
  if (check.outcome !== "pass" || (!isUnsure && !isLost)) return check;
  return open(
    names[0] === "claimedBy" ? "you" : names[0] === "channel" ? "purchasing" : "customer",
  );
}

/** Reason 1: product and subscription have to be on the customer's tenant. */
function onTenant(know, say) {
  const { tenant, product: text, meant, id, it, here } = know;
  const skus = it ? skusOf(it) : [];
  // A product of another area is wrong in any case (product-not-in-area): nothing to compare.
  const isComparable = know.product !== undefined && meant?.area === "business-applications";
  const known = isComparable ? meant : undefined;
  const isOther = Boolean(known && skus.length > 0 && skus.some((sku) => !isSame(known, sku)));
  const isListed = here.some((one) => !one.excerpt);
  const isNot = (one) => skusOf(one).length > 0 && skusOf(one).every((sku) => !mayBe(known, sku));
  // A subscription of which no source names the tenant may be this tenant's.
  const isNobodys = (one) => one.tenants.length === 0 && !one.unsure.includes("tenantId");
  const nobodys = know.evidence.subscriptions.filter(isNobodys);
  const isMissing = isListed && known !== undefined && [...here, ...nobodys].every(isNot);
  // If no subscription is for the product, one that nobody named isn't either: one fact, one finding.
  if (isOther && (id || !isMissing)) {
    const product = (known.skus.length > 0 && titleOf(known.skus)) || ANYTHING;
    const subscriptionProduct = titleOf(skus) ?? ANYTHING;
    say("product-subscription-mismatch", { product, subscriptionProduct, typed: product });
  }
  const isHere = Boolean(tenant && it?.tenants.includes(tenant));
  const isElsewhere = Boolean(tenant && it && !isHere && it.tenants.length > 0);
  if (isElsewhere) say("subscription-on-other-tenant");
  if (isMissing)
    say("product-not-on-tenant", {
      product: (known.skus.length > 0 && titleOf(known.skus)) || ANYTHING,
    });
  if (isElsewhere || isMissing || isOther) return fail();
  if (isHere && it.tenants.length === 1) {
    if (text && !known) return open("you"); // nothing to compare with (faults 2.17)
    return unless(know, ["tenantId", "skuId", "skuPartNumber", "excerpt"], pass());
  }
  if (id && !it && isListed) {
    say("subscription-not-listed");
    know.explained.add("subscription-on-tenant");
    return open("customer");
  }
  return open(text && !known ? "you" : "customer");
}

/** Reason 2: by SKU ID, else by part number; never by a service plan or a prefix of the name. */
function isDynamics({ it }, say) {
  const skus = it ? skusOf(it) : [];
  const families = skus.map((sku) => sku.family);
  if (families.length === 0 || families.includes("power-platform")) return open("customer");
  if (families.every(Boolean)) return pass();
  if (families.some(Boolean)) return open("customer");
  say("subscription-not-dynamics", { product: titleOf(skus) ?? ANYTHING });
  return fail();
}

/** Reason 3: what was bought through CSP cannot be claimed. */
function notCsp(know, say) {
  const { it, foreignOwner, purchaseChannel: typed } = know;
  if (it?.channel === "csp") {
    say("subscription-csp", { certainty: "certain", ...contradicted(typed, "csp") });
    return fail();
  }
  if (["volume-licensing", "web-direct"].includes(it?.channel)) return pass();
  if (!it || it.channel) return open("purchasing");
  const isEligible = ["volume-licensing", "web-direct"].includes(typed);
  if (foreignOwner) {
    // The form's own CSP or "other" is told by channel-not-eligible alone.
    if (isEligible || typed === undefined || typed === "unknown") {
      say("subscription-csp", { certainty: "likely", ...contradicted(typed, "csp") }, "warns");
      know.explained.add("subscription-not-csp");
    }
    if (typed === "csp") return fail("stated");
    return open(it.owners.every((owner) => owner === know.own) ? "you" : "purchasing");
  }
  // The person's own answer, where only a person can know (spec part 1, ★).
  if (isEligible) return pass("stated");
  return typed === "csp" ? fail("stated") : open("purchasing");
}

/** Reason 4: the customer has to have activated and provisioned it. */
function provisioned(know, say) {
  const { it, rules, day } = know;
  if (!it?.provisioning) return open("customer");
  if (it.provisioning !== "provisioned") {
    say("subscription-not-provisioned", { provisioning: it.provisioning });
    return fail();
  }
  // 2023-10: it may take up to 7 days until Partner Center shows it (domain.md 1.6).
  const lag = rules.days.provisioningLag;
  const isOlder = it.createdOn && !startsLater(know);
  const visibleBy = lag > 0 && isOlder && daysAfter(it.createdOn, lag);
  if (visibleBy && visibleBy > day) say("subscription-newly-provisioned", { visibleBy });
  return pass();
}

/** Reason 5: one partner a subscription, but a claim for each activity (domain.md 6). */
function unclaimed(know, say) {
  const { id, it, evidence, edition, competingPartner } = know;
  if (!id) return open("customer");
  const ids = [id, ...(it?.ids ?? [])];
  const on = (holder) =>
    evidence.associations.filter(
      (one) => one.holder === holder && !one.isOver && ids.includes(one.subscriptionId),
    );
  const ours = on("us").map((one) => ownActivity(one, know));
  // A record does not say for what; a claim that does may be the very one.
  const isExplained = on("us").some((one) => one.activity);
  if (it?.holders.includes("us") && !isExplained) ours.push("unknown");
  know.isHeldByOther = it?.holders.includes("other-partner") || on("other-partner").length > 0;
  const isSame = ours.includes("same") || (ours.includes("unknown") && edition === "2020-06");
  const isOurs = isSame || ours.includes("unknown");
  if (isOurs || know.isHeldByOther) {
    know.isToldAsClaimed = !isOurs;
    const isCertain = isOurs ? isSame : edition === "2020-06"; // 2023-10: goes to arbitration
    const params = {
      by: isOurs ? "us" : "other-partner",
      ended: ended(know),
      successor: successor(know),
      ...(isOurs ? {} : contradicted(competingPartner, "yes")),
    };
    say("subscription-already-claimed", params, isCertain ? "blocks" : "warns");
    know.explained.add("subscription-unclaimed");
    return isSame || know.isHeldByOther ? fail() : open("you");
  }
  const isUnclear = areClaimsUnclear(know) || (!it && isKindUnclear(know));
  if (competingPartner === "no" && mayCompete(know)) return open("microsoft");
  if (competingPartner === "no") return isUnclear ? open("you") : pass("stated");
  const isNearby = evidence.associations.some(
    (one) => one.holder === "other-partner" && !one.isOver && one.tenantId === know.tenant,
  );
  return open(competingPartner === "yes" || isNearby ? "microsoft" : "you");
}

/**
 * Can there be another claim on the customer or the subscription than can be read? Whatever cannot be
 * read of a claim may tell it from another one, of which it then seems to be a later state.
 */
export function areClaimsUnclear({ evidence, tenant, id, it }) {
  const ids = [id, ...(it?.ids ?? [])];
  const isAbout = (one) =>
    one.tenantId === tenant || !one.subscriptionId || ids.includes(one.subscriptionId);
  return (
    evidence.lost.associations ||
    evidence.associations.some((one) => one.unsure.length > 0 && isAbout(one))
  );
}

/** Another partner's claim that names no subscription, and is not shown to be on another product. */
export function mayCompete({ evidence, tenant, product = "" }) {
  const differs = (text = "") =>
    productNamed(text) && productNamed(product) && !isSameProduct(text, product);
  return evidence.associations.some(
    (one) =>
      one.holder === "other-partner" &&
      one.tenantId === tenant &&
      !one.isOver &&
      !one.subscriptionId &&
      !differs(one.product),
  );
}

/** Is an own claim for the same activity? Not known where either side does not say. */
export function ownActivity(claim, { activity, solutionArea }) {
  if (solutionArea === "microsoft-365") return "same"; // there is only usage
  if (!claim.activity || !activity) return "unknown";
  return claim.activity === activity ? "same" : "another";
}

/** Is its state an end, or its last day behind? In grace or suspended it can still be renewed. */
function hasEnded(it, day) {
  if (!it || ["pending", "in-grace"].includes(it.status)) return false;
  return ["expired", "deleted", "disabled"].includes(it.status) || isPast(it, day);
}

/** In grace for 90 days at most, the longest there is (domain.md 2.6). */
function isPast(it, day) {
  const left = it.endsOn ? daysBetween(day, it.endsOn) : 0;
  return left < (it.status === "in-grace" ? -90 : 0);
}

/** Where several states are as bad, and only one of them is an end, it is not judged. */
function ended({ it, day }) {
  const states = it?.statuses.length > 1 ? it.statuses : [it?.status];
  const all = new Set(states.map((status) => it && hasEnded({ ...it, status }, day)));
  if (all.size > 1) return ANYTHING;
  return all.has(true) ? "yes" : "no";
}

/** The active subscription of the same SKU that has taken a subscription's place on the tenant. */
function successor(know) {
  const { it, here, day } = know;
  if (ended(know) === ANYTHING) return ANYTHING;
  if (!hasEnded(it, day)) return "";
  const isNext = (one) =>
    one.status === "active" && one.channel !== "csp" && !hasEnded(one, day) && one.skuId;
  const isLater = (one) => !one.createdOn || beginsLate(one.createdOn, it, day);
  const others = here.filter((one) => one !== it && isNext(one) && one.skuId === it.skuId);
  const same = others.filter(isLater);
  return same.length === 0 ? "" : same.length === 1 ? same[0].id : ANYTHING;
}

/** A renewal begins at most 30 days before the older one ends; what ran beside it for longer is no renewal. */
function beginsLate(first, { endsOn, createdOn }, day) {
  if (endsOn) return daysBetween(endsOn < day ? endsOn : day, first) >= -30;
  return !createdOn || first > createdOn;
}

/** Active or in grace when it is claimed, and for how long (source, two sections). */
function status(know, say) {
  const { day, it } = know;
  if (!it) return open("customer");
  const isTrial = it.trial ?? skusOf(it).some((sku) => sku.isTrial);
  if (isTrial) {
    say("subscription-trial");
    know.explained.add("subscription-status");
  }
  if (startsLater(know)) {
    say("subscription-starts-later", { startsOn: it.createdOn });
    know.explained.add("subscription-status");
  }
  const ask = startsLater(know) ? "you" : "customer";
  if (it.status === "unknown") return open(ask);
  if (it.status !== "active" && it.status !== "in-grace") {
    const bad = it.statuses.filter((one) => one !== "active" && one !== "in-grace");
    const which = bad.length === 1 ? bad[0] : ANYTHING;
    say("subscription-not-active", { status: which, successor: successor(know) });
    return fail();
  }
  const left = it.endsOn ? daysBetween(day, it.endsOn) : Number.POSITIVE_INFINITY;
  if (it.status === "in-grace") say("subscription-in-grace");
  if (isPast(it, day)) return open(ask); // renewed or over since then
  if (left >= 0 && left <= 30) say("subscription-ending", { endsOn: it.endsOn });
  return isTrial || startsLater(know) ? open(ask) : pass();
}

/** Was the claim submitted before the subscription's first day? */
const startsLater = ({ submittedOn, it }) =>
  Boolean(submittedOn && it?.createdOn && it.createdOn > submittedOn);
