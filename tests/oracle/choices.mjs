// What is claimed, and how it was bought: the checks `solution-area`, `activity`, `product` and
// `purchase-channel` (spec part 1; source, "Which activity do I choose?"; domain.md 1.1 and 1.2).

import { ofSkus, skusOf } from "./products.mjs";
import { ANYTHING } from "./reading.mjs";

const open = (asks = "you") => ({ outcome: "unknown", asks });
const pass = (basis) => ({ outcome: "pass", basis });
const fail = (basis, asks) => ({ outcome: "fail", basis, asks });

/** Business Applications has three activities, Microsoft 365 only usage (source, the table). */
export function areaAndActivity({ solutionArea, activity, edition }, say) {
  if (!solutionArea) say("solution-area-missing");
  if (!activity) say("activity-missing");
  const isOutside = solutionArea === "microsoft-365" && activity && activity !== "usage";
  if (isOutside) say("activity-not-in-area", { activity, solutionArea });
  else if (activity === "revenue-association") say("revenue-association-no-payment");
  // 2023-10 calls usage of Business Applications "Non-Incentivized" (spec part 6).
  if (edition === "2023-10" && activity === "usage" && solutionArea === "business-applications")
    say("activity-no-payment");
  const isFit = solutionArea || activity === "usage";
  return {
    "solution-area": solutionArea ? pass("typed") : fail("typed", "you"),
    activity: !activity
      ? fail("typed", "you")
      : isOutside
        ? fail("typed")
        : isFit
          ? pass("typed")
          : open(),
  };
}

/** A product that can be claimed in the area, by what was typed or by the subscription (spec part 1, ★). */
export function product(know, say) {
  const { product: text, solutionArea, activity, it } = know;
  const answer = (product) => ({ product });
  const skus = it && solutionArea === "business-applications" ? skusOf(it) : [];
  know.subscribed = skus.length > 0 ? ofSkus(skus) : undefined;
  const powers = text ? know.meant?.isPower : know.subscribed?.isPower;
  const isBusiness = solutionArea === "business-applications";
  know.isPowerUsage = Boolean(isBusiness && activity === "usage" && powers);
  if (!text) {
    const isOpen = know.evidence.lost.subscriptions || know.evidence.isIdUnsure;
    if (know.isPowerUsage) {
      say("product-power-platform");
      return answer(open());
    }
    if (know.subscribed && !isUnsure(it) && !isOpen) return answer(pass("evidence"));
    if (solutionArea === "microsoft-365") {
      say("product-missing");
      return answer(fail("typed", "you"));
    }
    say("product-missing", {}, "warns");
    return answer(open());
  }
  if (!know.meant) {
    say("product-unrecognized", { suggestion: ANYTHING });
    return answer(open());
  }
  if (know.meant.isAzure || (solutionArea && know.meant.area !== solutionArea)) {
    say("product-not-in-area");
    return answer(fail("typed"));
  }
  if (!solutionArea) return answer(open());
  if (know.meant.isSuite) say("product-suite");
  if (know.isPowerUsage) say("product-power-platform");
  return answer(know.meant.isSuite || know.isPowerUsage ? open() : pass("typed"));
}

const isUnsure = (it) => ["skuId", "skuPartNumber"].some((name) => it.unsure.includes(name));

const ELIGIBLE = ["volume-licensing", "web-direct"];

/**
 * Business Applications have to be bought through Volume Licensing or Web-Direct (source, the table).
 * The form's answer counts as long as no evidence says otherwise; a contradiction is told once, by the
 * finding concerned (spec part 1, ★).
 */
export function channel(know, say) {
  const { solutionArea, it, evidence } = know;
  const typed = know.purchaseChannel ?? "unknown";
  const answer = (check) => ({ "purchase-channel": check });
  if (solutionArea === "microsoft-365") return answer({ outcome: "not-applicable" });
  if (!solutionArea) return answer(open());
  const shown = it?.channel;
  const isLost =
    evidence.lost.subscriptions || evidence.isIdUnsure || (know.isSought && know.isListOpen);
  if (shown === "csp") return answer(fail("evidence")); // told by subscription-csp
  if (shown === "other") {
    say("channel-not-eligible", { channel: "other", ...contradicted(typed, "other") });
    return answer(fail("evidence"));
  }
  if (shown) {
    const isUnclear = isLost || isSaleUnsure(it);
    if (typed === shown || typed === "unknown")
      return answer(isUnclear ? open("purchasing") : pass("evidence"));
    say("channel-unconfirmed", { typed });
    return answer(open("purchasing"));
  }
  if (typed === "unknown") {
    say("channel-unconfirmed");
    return answer(open("purchasing"));
  }
  if (!ELIGIBLE.includes(typed)) {
    say("channel-not-eligible", { channel: typed });
    return answer(fail("stated"));
  }
  const isLikelyCsp = know.foreignOwner; // told by subscription-csp
  const isUnclear = isLost || isSaleUnsure(it);
  return answer(isLikelyCsp || isUnclear ? open("purchasing") : pass("stated"));
}

/** What shows how a subscription was sold: also of which day it is, where the evidence tells who created it. */
export const soldBy = (it) => ["channel", "ownerTenantId", ...(it?.hasOwner ? ["asOf"] : [])];

const isSaleUnsure = (it) => it?.unsure.some((name) => soldBy(it).includes(name)) ?? false;

/** The param `typed`, where the form says something else than the evidence. */
export const contradicted = (typed, shown) =>
  typed !== undefined && typed !== "unknown" && typed !== shown ? { typed } : {};
