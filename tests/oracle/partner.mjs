// The partner's own side: the checks `partner-id`, `partner-id-enrolled`, `partner-id-type`,
// `competing-claim` and `proof-of-execution` (spec part 1; source, "Which MPN do I choose?" and
// "Competing claims"; domain.md 1.8 and 4).
import { contradicted } from "./choices.mjs";
import { kindOfGuid } from "./customer.mjs";
import { isSameProduct } from "./products.mjs";
import { ANYTHING, bareNumber, guid, kind } from "./reading.mjs";
import { areClaimsUnclear, mayCompete, ownActivity } from "./subscription.mjs";

const open = (asks) => ({ outcome: "unknown", asks });
const pass = (basis) => ({ outcome: "pass", basis });
const fail = (basis, asks) => ({ outcome: "fail", basis, asks });

export function partnerId(know, say) {
  const { partnerId: text } = know;
  const wrong = (code, params, asks) => {
    say(code, params);
    return { "partner-id": fail("typed", asks) };
  };
  if (know.hasTwoPartnerIds) return wrong("partner-id-malformed", { problem: "several" });
  if (!text) return wrong("partner-id-missing", {}, "you");
  if (/\d\s*[\n\r]\s*\d/.test(text)) return wrong("partner-id-malformed", { problem: ANYTHING });
  const digits = bareNumber(text);
  if (/^0*[1-9]\d*$/.test(digits)) {
    if (digits.length > 20) return wrong("partner-id-malformed", { problem: "too-long" });
    know.partner = digits;
    if (digits.length !== 6 && digits.length !== 7)
      say("partner-id-unusual-length", { length: `${digits.length}` });
    return { "partner-id": pass("typed") };
  }
  const id = guid(text);
  if (id) return wrong("partner-id-wrong-kind", { kind: kindOfGuid(id, know) });
  if (/^0+$/.test(digits)) return wrong("partner-id-wrong-kind", { kind: "placeholder" });
  const what = kind(text);
  const isTypo = what === "domain" && !text.includes("."); // a word, or digits with a letter among them
  if (what && !isTypo) return wrong("partner-id-wrong-kind", { kind: what });
  return wrong("partner-id-malformed", { problem: "bad-character" });
}

/** What lists say where there is no special type. */
const ORDINARY =
  /^(no|none|nein|keine?|n\/?a|k\.? ?a\.?|null|unknown|standard|default|regular|normal|(partner )?location|standort|[-–—. ?/_]*)$/i;
const isOrdinary = (type) => ORDINARY.test(type.trim());

/** Enrolled in incentives, a location's, and of no special type; the person's own list says so. */
export function partnerAccount({ partner, evidence }, say) {
  const account = partner && evidence.partnerIds.find((one) => one.id === partner);
  const isLost = evidence.lost.partnerIds;
  const isUnsure = (name) => isLost || account?.unsure.includes(name);
  let enrolled = open("you");
  if (account?.enrolled === false) {
    say("partner-id-not-enrolled");
    enrolled = fail("stated");
  } else if (account?.enrolled && !isUnsure("enrolled") && !isUnsure("asOf")) {
    enrolled = pass("stated");
  }
  const types = (account?.partnerTypes ?? []).filter((type) => !isOrdinary(type));
  if (account?.kind === "global-account") say("partner-id-global-account");
  if (types.length > 0)
    say("partner-id-partner-type", { partnerType: types.length === 1 ? types[0] : ANYTHING });
  let type = open("you");
  if (account?.kind === "global-account" || types.length > 0) type = fail("stated");
  else if (account?.kind === "location" && !isUnsure("kind") && !isUnsure("partnerType"))
    type = pass("stated");
  const unclear = [
    ...(enrolled.outcome === "unknown" ? ["partner-id-enrolled"] : []),
    ...(type.outcome === "unknown" ? ["partner-id-type"] : []),
  ];
  if (unclear.length > 0) say("partner-id-unverified", { checks: unclear.join("+") });
  return { "partner-id-enrolled": enrolled, "partner-id-type": type };
}

/** A record that cannot be read, or whose holder cannot, may be another partner's. */
function isClaimedUnclear({ it, evidence, isSought, isListOpen }) {
  const isOpen = evidence.lost.subscriptions || evidence.isIdUnsure || (isSought && isListOpen);
  return isOpen || it?.unsure.includes("claimedBy");
}

/** Another partner on the same customer and product: arbitration (source, "Competing claims"). */
export function competition(know, say) {
  const { competingPartner, product = "", solutionArea, tenant, evidence, edition } = know;
  const answer = (check) => ({ "competing-claim": check });
  const isMeant = (one) =>
    !one.isOver &&
    tenant !== undefined &&
    one.tenantId === tenant &&
    (!one.subscriptionId || (one.holder === "us" && solutionArea === "microsoft-365")) &&
    isSameProduct(one.product ?? "", product);
  const ours = evidence.associations.filter(
    (one) => one.holder === "us" && isMeant(one) && ownActivity(one, know) !== "another",
  );
  const isTheirs = evidence.associations.some(
    (one) => one.holder === "other-partner" && isMeant(one),
  );
  if (ours.length > 0) {
    const [{ product: named, claimId = "" }, ...others] = ours;
    const isOne = others.length === 0;
    say("own-claim-exists", {
      product: isOne ? named : ANYTHING,
      claimId: isOne ? claimId : ANYTHING,
    });
  }
  const isShown = isTheirs || know.isHeldByOther;
  if (isShown || competingPartner === "yes") {
    // A claim on this very subscription is told by subscription-already-claimed (one fact, one finding).
    if (!know.isToldAsClaimed)
      say("competing-claim", isShown ? contradicted(competingPartner, "yes") : {});
    return answer(fail(isShown ? "evidence" : "stated"));
  }
  const isSame = ours.some((one) => ownActivity(one, know) === "same");
  if (ours.length > 0)
    return answer(isSame || edition === "2020-06" ? fail("evidence") : open("you"));
  const isLost =
    areClaimsUnclear(know) || (solutionArea !== "microsoft-365" && isClaimedUnclear(know));
  if (competingPartner === "no" && !isLost && !mayCompete(know)) return answer(pass("stated"));
  say("competing-claim-unverified");
  return answer(open("customer"));
}

export function proof({ proofOfExecution }, say) {
  const answer = (check) => ({ "proof-of-execution": check });
  if (proofOfExecution === "ready") return answer(pass("stated"));
  if (proofOfExecution === "missing") {
    say("proof-of-execution-missing");
    return answer(fail("stated", "you"));
  }
  say("proof-of-execution-unverified");
  return answer(open("you"));
}
