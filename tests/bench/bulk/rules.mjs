// The rules of 2020-06 for claims without evidence, written by hand in JavaScript: what a portal would
// have to write itself, whatever it reads and validates with. Findings are codes with a field.
import { digitsIn, looksLikeGuid, MAIL_PROVIDERS } from "../rules/identifiers.mjs";
import { productOf as meantBy } from "../rules/products.mjs";
import { slug, wordsOf } from "./texts.mjs";

const TODAY = "2026-11-22";

const ROLES = new Set(["global-admin", "billing-admin", "incentives-admin"]);
const AREAS = new Set(["business-applications", "microsoft-365"]);
const ACTIVITIES = new Set(["presales", "usage", "revenue-association"]);
const CHANNELS = new Set(["volume-licensing", "web-direct", "csp", "other", "unknown"]);
const ANSWERS = new Set(["yes", "no", "unknown"]);
const PROOFS = new Set(["ready", "missing", "unknown"]);
export const CHOICES = {
  userRole: ROLES,
  solutionArea: AREAS,
  activity: ACTIVITIES,
  purchaseChannel: CHANNELS,
  competingPartner: ANSWERS,
  proofOfExecution: PROOFS,
};

/** What a good text of the field looks like; most good ones are told by this alone. */
export const PATTERNS = {
  guid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  domain: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*\.[a-z]{2,63}$/,
  partnerId: /^(?!0+$)[0-9]{6,7}$/,
  date: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
};

/** Codes that block a claim. */
const BLOCKING = new Set([
  ...["role-not-permitted", "tenant-id-missing", "tenant-id-malformed", "tenant-id-wrong-kind"],
  ...["tenant-id-reserved", "domain-missing", "domain-malformed", "domain-wrong-kind"],
  ...["solution-area-missing", "activity-missing", "activity-not-in-area", "channel-not-eligible"],
  ...["product-not-in-area", "subscription-id-malformed", "subscription-id-wrong-kind"],
  ...["partner-id-missing", "partner-id-malformed", "partner-id-wrong-kind"],
]);

/** Without evidence something is always open, so no claim is ready. */
export const verdictOf = (codes) => (codes.some((code) => BLOCKING.has(code)) ? "fix" : "confirm");

// ---- identifiers

const RESERVED_GUIDS = new Set([
  "00000000-0000-0000-0000-000000000000",
  "9188040d-6c67-4c5b-b112-36a304b66dad",
  "9cd80435-793b-4f48-844b-6b3f37d1c1f3",
  "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
  "72f988bf-86f1-41af-91ab-2d7cd011db47",
]);
const MICROSOFT = "72f988bf-86f1-41af-91ab-2d7cd011db47";
const RESERVED_NAMES = new Set(["common", "organizations", "consumers"]);
const TEMPLATES = new Set([
  ...["tenantid", "tenant", "directoryid", "subscriptionid", "subscription", "domain"],
  ...["domaincom", "domainname", "partnerid", "mpnid", "guid", "placeholder"],
]);
/** The GUID in its usual form, or undefined. */
function guidOf(text) {
  if (PATTERNS.guid.test(text)) return text;
  const match =
    /^[{(]*([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})[)}]*$/i;
  const parts = match.exec(text.trim());
  return parts ? parts.slice(1).join("-").toLowerCase() : undefined;
}

function isPlaceholder(text) {
  const letters = text
    .replace(/[^a-z0-9]/gi, "")
    .slice(0, 40)
    .toLowerCase();
  if (letters.length > 3 && /^(?:x+|0+)$/.test(letters)) return true;
  return TEMPLATES.has(letters.replace(/^your/, "").replace(/^customer/, ""));
}

function toAscii(host) {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return undefined;
  }
}

/** The domain in its ASCII form, or undefined. */
function domainOf(text) {
  const rest = text.replace(/^.*?:\/\//, "").replace(/^mailto:/, "");
  const host = rest
    .split(/[/?#]/, 1)[0]
    .replace(/^.*@/, "")
    .replace(/:[0-9]*$/, "")
    .replace(/\.$/, "");
  let name = (/^[ -~]*$/.test(host) ? host : toAscii(host))?.toLowerCase();
  if (name === undefined || !/^[a-z0-9.-]*$/.test(name)) return undefined;
  if (!name.includes(".")) name += ".onmicrosoft.com";
  if (name.length > 253 || /(?:^|\.)[0-9]+$/.test(name)) return undefined;
  const isLabel = (label) => /^(?!-).{1,63}(?<!-)$/.test(label);
  return name.split(".").every(isLabel) ? name : undefined;
}

/** What a text is that is no GUID of its own; undefined where nothing is known. */
function kindOf(text, skus) {
  if (isPlaceholder(text)) return "placeholder";
  if (RESERVED_NAMES.has(text.toLowerCase())) return "tenant-id";
  const [account, sku] = text.split(/_(.*)/s);
  if (sku && guidOf(account) && guidOf(sku)) return "account-sku";
  if (skus.numbers.get(text.toUpperCase())) return "sku-part-number";
  if (/^(?:CFQ7TT|DZH318)[0-9a-z]{6}(?::[0-9a-z]{4}(?::[0-9a-z]{12})?)?$/i.test(text))
    return "offer";
  if (/^ms-azr-[0-9]{4}p$/i.test(text)) return "azure-offer";
  const digits = digitsIn(text);
  if (digits) return digits.length === 12 ? "order-id" : "partner-id";
  if (/^[0-9a-f]{12}$/i.test(text)) return "order-id";
  if (looksLikeGuid(text)) return undefined;
  if (text.includes("/")) return domainOf(text) && "url";
  if (domainOf(text)) return text.includes("@") ? "email" : "domain";
  if (text.includes("_") && /^[A-Z0-9_]+$/.test(text)) return "sku-part-number";
  return undefined;
}

const GUID_INSIDE =
  /(?<![0-9a-f-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f-])/i;

// ---- one row

/**
 * Rules for the rows of one file: `row(text, add)` asks for the texts of fields and adds findings;
 * `field(field, text)` has the codes that a field alone has, for those who validate field by field.
 */
export function rulesFor(skus) {
  const seen = new Map();
  const known = new Map();
  const domains = new Map();

  /** The domain field: its code, or "". Names of other languages are remembered. */
  function domainCode(text) {
    if (text === "") return "domain-missing";
    if (text.length < 64 && PATTERNS.domain.test(text) && !isPlaceholder(text))
      return MAIL_PROVIDERS.has(text) ? "domain-is-mail-provider" : "";
    let code = domains.get(text);
    if (code === undefined) {
      code = oddDomainCode(text);
      if (domains.size < 10_000) domains.set(text, code);
    }
    return code;
  }

  function oddDomainCode(text) {
    const isAddress = text.includes("/");
    if (guidOf(text)) return "domain-wrong-kind";
    const kind = kindOf(text, skus);
    if (kind === undefined && looksLikeGuid(text)) return "domain-wrong-kind";
    const fits = [undefined, "domain", "email", "url"].includes(kind) || isAddress;
    if (!fits) return "domain-wrong-kind";
    const domain = domainOf(text);
    if (!domain) return "domain-malformed";
    return MAIL_PROVIDERS.has(domain) ? "domain-is-mail-provider" : "";
  }

  function tenantCode(text) {
    if (text === "") return "tenant-id-missing";
    if (RESERVED_NAMES.has(text.toLowerCase())) return "tenant-id-reserved";
    const guid =
      guidOf(text) ??
      (text.includes("/") && !kindOf(text.split("/")[0], skus)
        ? GUID_INSIDE.exec(text)?.[0]
        : undefined);
    if (guid !== undefined) {
      if (RESERVED_GUIDS.has(guid)) return "tenant-id-reserved";
      return skus.ids.has(guid) ? "tenant-id-wrong-kind" : "";
    }
    return kindOf(text, skus) ? "tenant-id-wrong-kind" : "tenant-id-malformed";
  }

  function subscriptionCode(text, tenant) {
    const guid = guidOf(text) ?? (text.includes("/") ? GUID_INSIDE.exec(text)?.[0] : undefined);
    if (guid !== undefined) {
      const isOther = RESERVED_GUIDS.has(guid) || skus.ids.has(guid) || guid === guidOf(tenant);
      return isOther ? "subscription-id-wrong-kind" : "";
    }
    return kindOf(text, skus) ? "subscription-id-wrong-kind" : "subscription-id-malformed";
  }

  function partnerCode(text) {
    if (text === "") return "partner-id-missing";
    let code = known.get(text);
    if (code === undefined) {
      code = oddPartnerCode(text);
      if (known.size < 10_000) known.set(text, code);
    }
    return code;
  }

  function oddPartnerCode(text) {
    const digits = digitsIn(text);
    if (digits && isPlaceholder(text)) return "partner-id-wrong-kind";
    if (digits && digits.length > 20) return "partner-id-malformed";
    if (digits)
      return digits.length === 6 || digits.length === 7 ? "" : "partner-id-unusual-length";
    if (guidOf(text)) return "partner-id-wrong-kind";
    const kind = kindOf(text, skus);
    const isLikely = kind === "domain" && !text.includes(".");
    return kind && !isLikely ? "partner-id-wrong-kind" : "partner-id-malformed";
  }

  function product(text) {
    const guid = guidOf(text);
    if (guid) return skus.ids.get(guid)?.label ?? slug(text);
    const sku = skus.numbers.get(text.toUpperCase()) ?? skus.names.get(wordsOf(text));
    return sku?.label ?? slug(text);
  }
  const products = new Map();
  /** Microsoft 365 is claimed by workload. */
  function productOf({ product: text, solutionArea }) {
    const { workload } = meantBy(text, skus.known);
    if (workload && solutionArea === "microsoft-365") return `workload ${workload.name}`;
    let label = products.get(text);
    if (label === undefined) {
      label = product(text);
      if (products.size < 10_000) products.set(text, label);
    }
    return label;
  }

  /** The codes of a field that must not be empty, or must be in its list. */
  function choiceCodes(field, text) {
    const value = slug(text);
    switch (field) {
      case "userRole":
        return value === "" ? ["role-missing"] : ROLES.has(value) ? [] : ["role-not-permitted"];
      case "solutionArea":
        return value === ""
          ? ["solution-area-missing"]
          : AREAS.has(value)
            ? []
            : ["input-malformed", "solution-area-missing"];
      case "activity":
        if (value === "") return ["activity-missing"];
        if (!ACTIVITIES.has(value)) return ["input-malformed", "activity-missing"];
        return [];
      case "purchaseChannel":
        return value === "" || CHANNELS.has(value) ? [] : ["input-malformed"];
      case "competingPartner":
        return value === "" || ANSWERS.has(value) ? [] : ["input-malformed"];
      default:
        return value === "" || PROOFS.has(value) ? [] : ["input-malformed"];
    }
  }

  const one = (code) => (code === "" ? [] : [code]);
  /** What is wrong with one field; of the subscription ID only where the claim needs one. */
  function field(name, text, claim) {
    switch (name) {
      case "customerTenantId":
        return one(tenantCode(text));
      case "customerDomain":
        return one(domainCode(text));
      case "subscriptionId":
        return text === "" || slug(claim.solutionArea) === "microsoft-365"
          ? []
          : one(subscriptionCode(text, claim.customerTenantId));
      case "partnerId":
        return one(partnerCode(text));
      case "submittedOn":
        return text === "" || isDay(text) ? [] : ["input-malformed"];
      default:
        return choiceCodes(name, text);
    }
  }

  /** What only several fields together show, and what is open. `isRead` tells which could be read. */
  function across(claim, isRead, add) {
    const area = AREAS.has(claim.solutionArea) ? claim.solutionArea : "";
    const isBusiness = area === "business-applications";
    const tenant = isRead.tenant ? (guidOf(claim.customerTenantId) ?? claim.customerTenantId) : "";
    if (tenant && isRead.domain) add("tenant-domain-unverified", "customerTenantId");
    const { submittedOn } = claim;
    if (submittedOn.slice(0, 10) > TODAY && isDay(submittedOn))
      add("input-malformed", "submittedOn");
    if (area && claim.product !== "") {
      const meant = meantBy(claim.product, skus.known);
      if (meant.isAzure || (meant.isKnown && meant.area !== area))
        add("product-not-in-area", "product");
    }
    if (claim.activity === "revenue-association") add("revenue-association-no-payment", "activity");
    if (!isBusiness && area && claim.activity !== "usage" && ACTIVITIES.has(claim.activity))
      add("activity-not-in-area", "activity");
    if (isBusiness) {
      const channel = claim.purchaseChannel;
      if (channel === "csp" || channel === "other") add("channel-not-eligible", "purchaseChannel");
      else if (channel !== "volume-licensing" && channel !== "web-direct")
        add("channel-unconfirmed", "purchaseChannel");
      if (claim.subscriptionId === "") add("subscription-id-missing", "subscriptionId");
      add("subscription-unverified", "subscriptionId");
    } else if (area && claim.subscriptionId !== "") {
      add("subscription-id-not-needed", "subscriptionId");
    }
    add("partner-id-unverified", "partnerId");
    if (claim.competingPartner === "yes") add("competing-claim", "competingPartner");
    else if (claim.competingPartner !== "no") add("competing-claim-unverified", "competingPartner");
    if (claim.proofOfExecution === "missing") add("proof-of-execution-missing", "proofOfExecution");
    else if (claim.proofOfExecution !== "ready")
      add("proof-of-execution-unverified", "proofOfExecution");
    again(claim, tenant, isRead.subscription && (isBusiness || !area), add);
  }

  /** What an earlier row claims, too. */
  function again(claim, tenant, bySubscription, add) {
    const activity = ACTIVITIES.has(claim.activity) ? claim.activity : "";
    const isProduct = !bySubscription && tenant && claim.product !== "";
    if (!bySubscription && !isProduct) return;
    const key = bySubscription
      ? (guidOf(claim.subscriptionId) ?? claim.subscriptionId)
      : `${tenant} ${productOf(claim)}`;
    const field = bySubscription ? "subscriptionId" : "product";
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, [{ activity, tenant }]);
      return;
    }
    const isElsewhere = (one) => one.tenant !== "" && tenant !== "" && one.tenant !== tenant;
    const isSame = earlier.some((one) => one.activity === activity);
    if (!isSame) earlier.push({ activity, tenant });
    if (earlier.some(isElsewhere)) add("subscription-under-two-tenants", field);
    else if (isSame) add("duplicate-in-file", field);
  }

  const isReadTenant = (code, text) =>
    code === "" || (code === "tenant-id-reserved" && guidOf(text) === MICROSOFT);

  /** Everything at once, without objects in between but the claim. */
  function row(claim, add) {
    const { customerTenantId, customerDomain, subscriptionId, partnerId, submittedOn } = claim;
    const tenantFault = tenantCode(customerTenantId);
    if (tenantFault !== "") add(tenantFault, "customerTenantId");
    const domainFault = domainCode(customerDomain);
    if (domainFault !== "") add(domainFault, "customerDomain");
    const isForMicrosoft365 = claim.solutionArea === "microsoft-365";
    let isSubscription = subscriptionId !== "";
    if (isSubscription && !isForMicrosoft365) {
      const fault = subscriptionCode(subscriptionId, customerTenantId);
      if (fault !== "") {
        add(fault, "subscriptionId");
        isSubscription = false;
      }
    }
    const partnerFault = partnerCode(partnerId);
    if (partnerFault !== "") add(partnerFault, "partnerId");
    if (submittedOn !== "" && !isDay(submittedOn)) add("input-malformed", "submittedOn");
    if (!ROLES.has(claim.userRole))
      add(claim.userRole === "" ? "role-missing" : "role-not-permitted", "userRole");
    if (!AREAS.has(claim.solutionArea)) {
      if (claim.solutionArea !== "") add("input-malformed", "solutionArea");
      add("solution-area-missing", "solutionArea");
    }
    if (!ACTIVITIES.has(claim.activity)) {
      if (claim.activity !== "") add("input-malformed", "activity");
      add("activity-missing", "activity");
    }
    if (claim.purchaseChannel !== "" && !CHANNELS.has(claim.purchaseChannel))
      add("input-malformed", "purchaseChannel");
    if (claim.competingPartner !== "" && !ANSWERS.has(claim.competingPartner))
      add("input-malformed", "competingPartner");
    if (claim.proofOfExecution !== "" && !PROOFS.has(claim.proofOfExecution))
      add("input-malformed", "proofOfExecution");
    const isRead = {
      tenant: isReadTenant(tenantFault, customerTenantId),
      domain: domainFault === "" || domainFault === "domain-is-mail-provider",
      subscription: isSubscription,
    };
    across(claim, isRead, add);
  }

  return { row, field, across, isReadTenant };
}

export function isDay(text) {
  if (!PATTERNS.date.test(text))
    return /^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]/.test(text) && isDay(text.slice(0, 10));
  const [year, month, day] = [+text.slice(0, 4), +text.slice(5, 7), +text.slice(8)];
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}

/** Is this GUID no more than one? */
export const isPlainGuid = (guid, skus) => !RESERVED_GUIDS.has(guid) && !skus.ids.has(guid);
/** Is this domain one of a customer's own? */
export const isOwnDomain = (name) =>
  name.length < 64 && !MAIL_PROVIDERS.has(name) && !isPlaceholder(name);
