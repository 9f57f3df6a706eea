// The subscription: its ID, and the six checks on it (spec part 1; source, "Subscription errors in the
// CPOR association claim flow", "When subscriptions will be available to claim" and "Choosing a product
// vs entering a subscription").
import { contradicted } from "./choices.mjs";
import { ON_SUBSCRIPTION } from "./codes.mjs";
import { kindOfGuid } from "./customer.mjs";
import { daysAfter, daysBetween } from "./days.mjs";
import { isSame, mayBe, skusOf, titleOf } from "./products.mjs";
import { ANYTHING, guid, guidProblem, kind } from "./reading.mjs";

const open = (asks) => ({ outcome: "unknown", asks });
const pass = (basis = "evidence") => ({ outcome: "pass", basis });
const fail = (basis = "evidence") => ({ outcome: "fail", basis });

/** Finds the subscription that the claim is about, before any check asks for it; decides nothing. */
export function findSubscription(know) {
  const { evidence, solutionArea, tenant } = know;
  const id = guid(know.subscriptionId);
  know.here = evidence.subscriptions.filter((it) => it.tenants.includes(tenant));
  if (solutionArea === "microsoft-365") return {};
  if (id) {
    const isTyped = isSubscriptionId(id, know);
    know.id = isTyped ? id : undefined;
    know.it = isTyped ? evidence.subscriptions.find((it) => it.ids.includes(id)) : undefined;
  } else if (!know.subscriptionId) {
    know.it = onlyOne(know);
    know.id = know.it?.id;
  }
  const ours = [tenant, ...(know.it?.tenants ?? [])];
  know.foreignOwner = know.it?.owners.some((owner) => !ours.includes(owner)) ?? false;
  return {};
}

/** Without an ID, the one subscription of the product that the tenant has (faults 2.9). */
function onlyOne({ meant, here, evidence }) {
  const isListed = here.some((it) => !it.excerpt) && !evidence.lost.subscriptions;
  if (!meant || meant.isAzure || meant.area !== "business-applications" || !isListed)
    return undefined;
  const fitting = here.filter((it) => skusOf(it).some((sku) => isSame(meant, sku)));
  return fitting.length === 1 ? fitting[0] : undefined;
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
  if (id && isSubscriptionId(id, know)) {
    know.typedId = id;
    return answer(isKindUnclear(know) ? open("customer") : pass("typed"));
  }
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
  return {
    "subscription-on-tenant": onTenant(know, say),
    "subscription-dynamics": unless(know, ["skuId", "skuPartNumber"], isDynamics(know, say)),
    "subscription-not-csp": unless(know, ["channel", "ownerTenantId"], notCsp(know, say)),
    "subscription-provisioned": unless(know, ["provisioning", "asOf"], provisioned(know, say)),
    "subscription-unclaimed": unless(know, ["claimedBy"], unclaimed(know, say)),
    "subscription-status": unless(know, ["status", "endsOn", "trial", "asOf"], status(know, say)),
  };
}

const ASKS = { "subscription-not-csp": "purchasing", "subscription-unclaimed": "you" };
export const asksOf = (check) => ASKS[check] ?? "customer";

/** A check does not pass while something that it rests on is there and cannot be read. */
function unless({ it, evidence }, names, check) {
  const isUnsure = it?.unsure.some((name) => names.includes(name)) ?? false;
  const isLost = evidence.lost.subscriptions || evidence.isIdUnsure;
  if (check.outcome !== "pass" || (!isUnsure && !isLost)) return check;
  return open(
    names[0] === "claimedBy" ? "you" : names[0] === "channel" ? "purchasing" : "customer",
  );
}

/** Reason 1: product and subscription have to be on the customer's tenant. */
function onTenant(know, say) {
  const { tenant, product: text, meant, id, it, here, evidence } = know;
  const isKnown = meant && meant.area === "business-applications";
  const skus = it ? skusOf(it) : [];
  const known = know.product !== undefined && meant && !meant.isAzure ? meant : undefined;
  const isOther = Boolean(known && skus.length > 0 && skus.some((sku) => !isSame(known, sku)));
  if (isOther) {
    const product = (known.skus.length > 0 && titleOf(known.skus)) || ANYTHING;
    const subscriptionProduct = titleOf(skus) ?? ANYTHING;
    say("product-subscription-mismatch", { product, subscriptionProduct, typed: product });
  }
  const isHere = Boolean(tenant && it?.tenants.includes(tenant));
  const isElsewhere = Boolean(tenant && it && !isHere && it.tenants.length > 0);
  if (isElsewhere) say("subscription-on-other-tenant");
  const isListed = here.some((one) => !one.excerpt);
  const isNot = (one) => skusOf(one).length > 0 && skusOf(one).every((sku) => !mayBe(known, sku));
  const isMissing =
    isListed && known !== undefined && here.every(isNot) && !evidence.lost.subscriptions;
  if (isMissing)
    say("product-not-on-tenant", {
      product: (known.skus.length > 0 && titleOf(known.skus)) || ANYTHING,
    });
  if (isElsewhere || isMissing || isOther) return fail();
  if (isHere && it.tenants.length === 1) {
    if (text && !isKnown) return open("you"); // nothing to compare with (faults 2.17)
    return unless(know, ["tenantId", "skuId", "skuPartNumber", "excerpt"], pass());
  }
  if (id && !it && isListed) {
    say("subscription-not-listed");
    know.explained.add("subscription-on-tenant");
  }
  return open("customer");
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
    return open(it.owners.includes(know.own) ? "you" : "purchasing");
  }
  // The person's own answer, where only a person can know (spec part 1, ★).
  if (isEligible) return pass("stated");
  return typed === "csp" ? fail("stated") : open("purchasing");
}

/** Reason 4: the customer has to have activated and provisioned it. */
function provisioned({ it, rules, day }, say) {
  if (!it?.provisioning) return open("customer");
  if (it.provisioning !== "provisioned") {
    say("subscription-not-provisioned", { provisioning: it.provisioning });
    return fail();
  }
  // 2023-10: it may take up to 7 days until Partner Center shows it (domain.md 1.6).
  const visibleBy = it.createdOn && daysAfter(it.createdOn, rules.days.provisioningLag);
  if (visibleBy && visibleBy > day) say("subscription-newly-provisioned", { visibleBy });
  return pass();
}

/** Reason 5: one partner a subscription, but a claim for each activity (domain.md 6). */
function unclaimed(know, say) {
  const { id, it, evidence, edition, competingPartner } = know;
  if (!id) return open(know.competingPartner === "yes" ? "microsoft" : "you");
  const ids = [id, ...(it?.ids ?? [])];
  const on = (holder) =>
    evidence.associations.filter(
      (one) => one.holder === holder && !one.isOver && ids.includes(one.subscriptionId),
    );
  const ours = on("us").map((one) => ownActivity(one, know));
  if (it?.holders.includes("us")) ours.push("unknown");
  know.isHeldByOther = it?.holders.includes("other-partner") || on("other-partner").length > 0;
  const isOurs = ours.includes("same") || (ours.includes("unknown") && edition === "2020-06");
  if (isOurs || know.isHeldByOther) {
    const by = isOurs ? "us" : "other-partner";
    const isArbitrated = by === "other-partner" && edition === "2023-10";
    know.isToldAsClaimed = by === "other-partner";
    const typed = by === "other-partner" ? contradicted(competingPartner, "yes") : {};
    const params = {
      by,
      ended: hasEnded(know) ? "yes" : "no",
      successor: successor(know),
      ...typed,
    };
    say("subscription-already-claimed", params, isArbitrated ? "warns" : "blocks");
    return fail();
  }
  if (ours.includes("unknown")) {
    const params = { by: "us", ended: hasEnded(know) ? "yes" : "no", successor: successor(know) };
    say("subscription-already-claimed", params, "warns");
    know.explained.add("subscription-unclaimed");
    return open("you");
  }
  const isLost =
    evidence.lost.associations ||
    (!it && isKindUnclear(know)) ||
    evidence.associations.some((one) => isClaimUnsure(one.unsure));
  if (competingPartner === "no") return isLost ? open("you") : pass("stated");
  return open(competingPartner === "yes" ? "microsoft" : "you");
}

/** Whether a claim is on this subscription and still holds cannot be read. */
const isClaimUnsure = (unsure) => unsure.includes("subscriptionId") || unsure.includes("status");

/** Is an own claim for the same activity? Not known where either side does not say. */
export function ownActivity(claim, { activity, solutionArea }) {
  if (solutionArea === "microsoft-365") return "same"; // there is only usage
  if (!claim.activity || !activity) return "unknown";
  return claim.activity === activity ? "same" : "another";
}

/** Is its state an end, or its last day behind, without a grace period that may still run? */
function hasEnded({ it, day }) {
  if (!it) return false;
  if (it.status === "pending") return false;
  return !["active", "in-grace", "unknown"].includes(it.status) || isPast(it, day);
}

/** In grace for 90 days at most, the longest there is (domain.md 2.6). */
function isPast(it, day) {
  const left = it.endsOn ? daysBetween(day, it.endsOn) : 0;
  return left < (it.status === "in-grace" ? -90 : 0);
}

/** The active subscription of the same SKU that has taken a subscription's place on the tenant. */
function successor(know) {
  const { it, here } = know;
  if (!hasEnded(know)) return "";
  const same = here.filter(
    (one) => one !== it && one.status === "active" && one.skuId && one.skuId === it.skuId,
  );
  return same.length === 0 ? "" : same.length === 1 ? same[0].id : ANYTHING;
}

/** Active or in grace when it is claimed, and for how long (source, two sections). */
function status(know, say) {
  const { day, it } = know;
  if (!it) return open("customer");
  const isTrial = it.trial ?? skusOf(it).some((sku) => sku.isTrial);
  if (isTrial) say("subscription-trial");
  if (it.status === "unknown") return open("customer");
  if (it.status !== "active" && it.status !== "in-grace") {
    const bad = it.statuses.filter((one) => one !== "active" && one !== "in-grace");
    const which = bad.length === 1 ? bad[0] : ANYTHING;
    say("subscription-not-active", { status: which, successor: successor(know) });
    return fail();
  }
  const left = it.endsOn ? daysBetween(day, it.endsOn) : Number.POSITIVE_INFINITY;
  if (it.status === "in-grace") say("subscription-in-grace");
  if (isPast(it, day)) return open("customer"); // renewed or over since then
  if (left >= 0 && left <= 30) say("subscription-ending", { endsOn: it.endsOn });
  return isTrial ? open("customer") : pass();
}
