// Claims that there are already, the partner's own and others'.
import { overlap, productOf } from "./products.mjs";
import { hasEnded, successor } from "./subscription.mjs";

const NONE = [];

/** Is the subscription still unclaimed? */
export function claimed(facts, open) {
  const { claim, subscription, records, competing, day, raise } = facts;
  if (!subscription && records.length === 0) {
    open.push("subscription-unclaimed");
    return;
  }
  facts.onSubscription = claimsOn(facts);
  facts.ours = ownClaim(facts);
  facts.isHeldByOther = isHeldBy(facts, "other-partner");
  if (facts.ours || facts.isHeldByOther) {
    const ended = records.find((record) => hasEnded(record, day));
    const isContradicted = !facts.ours && competing === "no";
    raise("subscription-already-claimed", ["subscriptionId"], {
      by: facts.ours ? "us" : "other-partner",
      activity: facts.ours ?? "",
      ended: ended ? "yes" : "no",
      successor: successor(ended, facts),
      typed: isContradicted ? claim.competingPartner : "",
    });
  } else if (competing !== "no" || mayCompete(facts)) open.push("subscription-unclaimed");
}

/** Is another partner associated with the customer and the product? */
export function competition(facts) {
  const { competing, isBusiness, raise } = facts;
  const onSubscription = isBusiness && Boolean(facts.isHeldByOther);
  const isTold = onSubscription && !facts.ours;
  const isShown = onSubscription || onProduct(facts, "other-partner").length > 0;
  const saysYes = competing === "yes";
  if ((isShown || saysYes) && !isTold)
    raise("competing-claim", ["competingPartner"], {
      typed: isShown && competing === "no" ? "no" : "",
    });
  const ours = onProduct(facts, "us").map((one) => [one, activityOf(one, facts)]);
  const own = ["same", "unknown"].map((what) => ours.find(([, of]) => of === what)).find(Boolean);
  if (own) {
    const [{ product = "", claimId = "" }, activity] = own;
    raise("own-claim-exists", ["product", "customerTenantId"], { product, claimId, activity });
  } else if (!isShown && !saysYes && (competing !== "no" || mayCompete(facts)))
    raise("competing-claim-unverified", ["competingPartner"]);
}

/** Those in force on the subscription, under any of its IDs. */
function claimsOn({ subscription, records, known: { claimsOnSubscription } }) {
  if (claimsOnSubscription.size === 0) return NONE;
  const ids = new Set([subscription]);
  for (const { id, commerceSubscriptionId } of records) ids.add(id).add(commerceSubscriptionId);
  return [...ids].flatMap((id) => claimsOnSubscription.get(id) ?? NONE);
}

const isHeldByBoth = ({ records: [record], known: { problems } }) =>
  Boolean(record?.claimedBy) &&
  problems.some(({ id, field }) => id === record.id && field === "claimedBy");

const isHeldBy = (facts, holder) =>
  facts.records.some(({ claimedBy }) => claimedBy === holder) ||
  isHeldByBoth(facts) ||
  facts.onSubscription.some((one) => one.holder === holder);

/** The partner's own claim on the subscription, unless it is for another activity. */
function ownClaim(facts) {
  const ours = facts.onSubscription.filter(({ holder }) => holder === "us");
  const activities = ours.map((one) => activityOf(one, facts));
  if (activities.includes("same")) return "same";
  if (activities.includes("unknown")) return "unknown";
  const byRecord = facts.records.some(({ claimedBy }) => claimedBy === "us") || isHeldByBoth(facts);
  return byRecord && !ours.some(({ activity }) => activity) ? "unknown" : undefined;
}

function activityOf({ activity }, { area, activity: claimedOne }) {
  if (area === "microsoft-365") return "same";
  if (!activity || !claimedOne) return "unknown";
  return activity === claimedOne ? "same" : undefined;
}

/** A holder's claims on the customer's product as a whole. */
function onProduct({ tenant, area, product, known }, holder) {
  const isAny = holder === "us" && area === "microsoft-365";
  const all = (tenant && known.claimsOfTenant.get(tenant)) || NONE;
  return all.filter(
    (one) =>
      one.holder === holder &&
      (isAny || !one.subscriptionId) &&
      one.product &&
      overlap(productOf(one.product, known), product),
  );
}

/** Another partner's claim that names no subscription, and is not shown to be on another product. */
function mayCompete({ tenant, product, known }) {
  const all = (tenant && known.claimsOfTenant.get(tenant)) || NONE;
  return all.some((one) => {
    if (one.holder !== "other-partner" || one.subscriptionId) return false;
    const other = one.product && productOf(one.product, known);
    return !(other?.isKnown && product.isKnown && !overlap(other, product));
  });
}
