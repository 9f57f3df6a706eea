// Rule set 2020-06 in JavaScript, written by hand: what no schema can express, the same for every
// peer. A schema says which fields are well formed; this says what the others are, and what fields,
// evidence and SKUs mean together.

/** Evidence and SKU table, prepared once. */
export function prepare(evidence, skuCsv) {
  const subscriptions = evidence.subscriptions ?? [];
  const byId = new Map();
  const byTenant = new Map();
  const enter = (map, key, record) => {
    if (!key) return;
    if (!map.has(key)) map.set(key, []);
    if (!map.get(key).includes(record)) map.get(key).push(record);
  };
  for (const record of subscriptions) {
    enter(byId, record.id, record);
    enter(byId, record.commerceSubscriptionId, record);
    enter(byTenant, record.tenantId, record);
  }
  return {
    tenants: evidence.tenants ?? [],
    unresolved: evidence.unresolvedDomains ?? [],
    partnerIds: evidence.partnerIds ?? [],
    associations: evidence.associations ?? [],
    named: evidence.skus ?? [],
    problems: evidence.problems ?? [],
    ...{ byId, byTenant, skus: skuTable(skuCsv) },
  };
}

/** What pasting leaves behind, off. */
export function clean(text) {
  if (/^[a-z0-9](?:[ -~]*[a-z0-9])?$/i.test(text)) return text;
  return text.replace(INVISIBLE, "").replace(/\s/g, " ").replace(OUTER, "");
}
const INVISIBLE =
  /\u00ad|\u034f|\u061c|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|[\ufe00-\ufe0f]|\ufeff|(?!\s)\p{Cc}/gu;
const OUTER = /^[ "'`“”„‘’,;]+|[ "'`“”„‘’,;]+$/g;

export const slug = (text) => text.toLowerCase().replace(/[ _]/g, "-");

/** Forms that schemas check. */
export const GUID_FORM =
  "^[{(]*[0-9A-Fa-f]{8}-?[0-9A-Fa-f]{4}-?[0-9A-Fa-f]{4}-?[0-9A-Fa-f]{4}-?[0-9A-Fa-f]{12}[)}]*$";
export const DOMAIN_FORM =
  "^(?:https?://|mailto:)?(?:[^@/?#]*@)?[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\\.[A-Za-z][A-Za-z0-9-]*(?::[0-9]+)?(?:[/?#].*)?$";
export const PARTNER_ID_FORM = "^[0-9]{1,20}$";
export const DAY_FORM = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
export const CHOICES = {
  userRole: ["global-admin", "billing-admin", "incentives-admin", "other"],
  solutionArea: ["business-applications", "microsoft-365"],
  activity: ["presales", "usage", "revenue-association"],
  purchaseChannel: ["volume-licensing", "web-direct", "csp", "other", "unknown"],
  competingPartner: ["yes", "no", "unknown"],
  proofOfExecution: ["ready", "missing", "unknown"],
};
export const PATTERNS = {
  customerTenantId: GUID_FORM,
  customerDomain: DOMAIN_FORM,
  subscriptionId: GUID_FORM,
  partnerId: PARTNER_ID_FORM,
  ownTenantId: GUID_FORM,
  submittedOn: DAY_FORM,
};
export const FIELDS = [
  ...["userRole", "customerTenantId", "customerDomain", "solutionArea", "activity"],
  ...["purchaseChannel", "product", "subscriptionId", "partnerId", "ownTenantId"],
  ...["competingPartner", "proofOfExecution", "submittedOn"],
];

/** A claim as schemas get it: cleaned, closed answers by their names, nothing empty. */
export function tidied(claim) {
  const tidy = {};
  for (const name of FIELDS) {
    const typed = claim[name];
    if (!typed) continue;
    const text = clean(typed);
    if (text) tidy[name] = CHOICES[name] && !CHOICES[name].includes(text) ? slug(text) : text;
  }
  return tidy;
}

/**
 * The findings on a tidied claim: code, fields and parameters, in the order of reports.
 *
 * @param bad has the names of the fields that are not well formed
 */
export function judge(claim, bad, known, today) {
  const found = [];
  const raise = (code, fields, params = NONE, weighs) =>
    found.push({ code, fields, params, weighs });
  const given = (name) => (bad.has(name) ? undefined : claim[name]);
  for (const name in CHOICES) {
    if (name !== "userRole" && bad.has(name)) unread(raise, name, "not-an-option");
  }
  if (claim.ownTenantId && bad.has("ownTenantId") && !guidIn(claim.ownTenantId)) {
    unread(raise, "ownTenantId", "unreadable");
  }
  if (claim.submittedOn && !isDay(claim.submittedOn)) unread(raise, "submittedOn", "not-a-date");

  const ownTenant =
    claim.ownTenantId &&
    (bad.has("ownTenantId") ? guidIn(claim.ownTenantId) : normal(claim.ownTenantId));
  const tenant = tenantOf(claim.customerTenantId, bad.has("customerTenantId"), known, raise);
  if (tenant && tenant === ownTenant)
    raise("tenant-id-is-own", ["customerTenantId", "ownTenantId"]);
  const domain = domainOf(claim.customerDomain, bad.has("customerDomain"), known, raise);
  const product = productOf(claim.product ?? "", known);
  const partnerId = partnerIdOf(claim.partnerId, bad.has("partnerId"), known, raise);
  if (!claim.userRole) raise("role-missing", ["userRole"]);
  else if (bad.has("userRole") || claim.userRole === "other") {
    raise("role-not-permitted", ["userRole"]);
  }
  if (domain && MAIL_PROVIDERS.has(domain)) {
    raise("domain-is-mail-provider", ["customerDomain"], { domain });
  }
  if (tenant && domain) tenantAndDomain(tenant, domain, known, raise);

  const area = given("solutionArea");
  const isBusiness = area === "business-applications";
  if (!area) raise("solution-area-missing", ["solutionArea"]);
  const activity = given("activity");
  if (!activity) raise("activity-missing", ["activity"]);
  if (activity === "revenue-association") raise("revenue-association-no-payment", ["activity"]);
  if (activity && area === "microsoft-365" && activity !== "usage") {
    raise("activity-not-in-area", ["activity", "solutionArea"], { activity, solutionArea: area });
  }
  if (isBusiness) {
    const channel = given("purchaseChannel");
    if (channel === "csp" || channel === "other") {
      raise("channel-not-eligible", ["purchaseChannel", "solutionArea"], { channel });
    } else if (!channel || channel === "unknown") {
      raise("channel-unconfirmed", ["purchaseChannel"]);
    }
  }
  const competing = given("competingPartner");
  const isBad = bad.has("subscriptionId");
  const subscription = subscriptionOf(claim.subscriptionId, isBad, tenant, ownTenant, known);
  const records = (subscription.id && known.byId.get(subscription.id)) || NO_RECORDS;
  if (area && !isBusiness) {
    if (claim.subscriptionId) {
      raise("subscription-id-not-needed", ["subscriptionId", "solutionArea"]);
    }
  } else if (!claim.subscriptionId) {
    if (isBusiness) raise("subscription-id-missing", ["subscriptionId"]);
  } else if (subscription.code) {
    raise(subscription.code, ["subscriptionId"], subscription.params);
  }
  if (isBusiness) {
    const facts = { tenant, product, subscription: subscription.id, records, competing, today };
    subscriptionChecks(facts, known, raise);
  }
  partnerChecks(partnerId, known, raise);
  const claimedNow = { tenant, area, product, subscription: subscription.id, records };
  competition(competing, claimedNow, known, raise);
  const proof = given("proofOfExecution");
  if (proof === "missing") raise("proof-of-execution-missing", ["proofOfExecution"]);
  else if (proof !== "ready") raise("proof-of-execution-unverified", ["proofOfExecution"]);
  if (known.problems.length > 0) {
    contradictions({ tenant, domain, partnerId, area, records }, known, raise);
  }
  return found;
}

const NONE = Object.freeze({});
const NO_RECORDS = [];

const unread = (raise, field, problem) => raise("input-malformed", [field], { field, problem });

/* Identifiers. */

const GUID = new RegExp(GUID_FORM);

/** In lower case with hyphens. */
function normal(text) {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  const digits = text.replace(/[{}()-]/g, "").toLowerCase();
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}

const guidIn = (text) =>
  /(?<![0-9a-f-])[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])/i
    .exec(text)?.[0]
    .toLowerCase();

const NIL = "00000000-0000-0000-0000-000000000000";
const RESERVED = new Map([
  ["common", "multi-tenant"],
  ["organizations", "multi-tenant"],
  ["consumers", "personal-accounts"],
  [NIL, "nil"],
  ["9188040d-6c67-4c5b-b112-36a304b66dad", "personal-accounts"],
  ["9cd80435-793b-4f48-844b-6b3f37d1c1f3", "personal-accounts"],
  ["f8cdef31-a31e-4b4a-93e4-5f571e91255a", "microsoft-services"],
  ["72f988bf-86f1-41af-91ab-2d7cd011db47", "microsoft"],
]);

function kindOfGuid(id, known) {
  const isTenant =
    (RESERVED.has(id) && id !== NIL) ||
    known.tenants.some(({ tenantId }) => tenantId === id) ||
    known.byTenant.has(id) ||
    known.associations.some(({ tenantId }) => tenantId === id);
  if (isTenant) return "tenant-id";
  if (known.byId.has(id)) return "subscription-id";
  if (known.skus.byId.has(id) || known.named.some(({ skuId }) => skuId === id)) return "sku-id";
  return "guid";
}

function classify(text, known) {
  if (GUID.test(text)) {
    const id = normal(text);
    return id === NIL ? { kind: "placeholder" } : { kind: kindOfGuid(id, known), id };
  }
  const letters = text
    .replace(/[^a-z0-9]/gi, "")
    .slice(0, 40)
    .toLowerCase();
  const words = letters.replace(/^your/, "").replace(/^customer/, "");
  if (/^(x{4,}|0{4,})$/.test(letters) || PLACEHOLDERS.has(words)) return { kind: "placeholder" };
  if (RESERVED.has(text.toLowerCase())) return { kind: "tenant-id" };
  const [account, sku] = text.split(/_(.*)/);
  if (sku && GUID.test(account) && GUID.test(sku)) return { kind: "account-sku" };
  if (known.skus.byPartNumber.get(text.toUpperCase())?.length === 1) {
    return { kind: "sku-part-number" };
  }
  const named = known.named.filter(
    (one) => one.skuPartNumber?.toUpperCase() === text.toUpperCase(),
  );
  if (named.length === 1) return { kind: "sku-part-number" };
  if (/^(CFQ7TT|DZH318)[a-z0-9]{6}$/i.test(text)) return { kind: "product-id" };
  if (/^(CFQ7TT|DZH318)[a-z0-9]{6}:[a-z0-9]{4}(:[a-z0-9]{12})?$/i.test(text)) {
    return { kind: "offer-id" };
  }
  if (/^ms-azr-[0-9]{4}p$/i.test(text)) return { kind: "azure-offer" };
  const digits = digitsIn(text);
  if (digits) {
    const isListed = known.partnerIds.some(({ id }) => id === digits);
    return { kind: digits.length === 12 && !isListed ? "order-id" : "partner-id" };
  }
  if (/^[0-9a-f]{12}$/i.test(text)) return { kind: "order-id" };
  if (looksLikeGuid(text)) return { kind: "unknown" };
  if (text.includes("/")) {
    const id = guidIn(text);
    if (id) return { kind: kindOfGuid(id, known), id, isLikely: true };
    return { kind: hostIn(text).name ? "url" : "unknown" };
  }
  if (hostIn(text).name)
    return { kind: text.includes("@") ? "email" : "domain", isWord: !/[.@]/.test(text) };
  if (/^(?=.*_)[A-Z0-9_]+$/.test(text)) return { kind: "sku-part-number", isLikely: true };
  return { kind: "unknown" };
}

const PLACEHOLDERS = new Set([
  ...["tenantid", "tenant", "directoryid", "subscriptionid", "subscription", "domain"],
  ...["domaincom", "domainname", "partnerid", "mpnid", "guid", "placeholder"],
]);

function digitsIn(text) {
  const [, label, digits] = /^([a-z :#.-]*)([0-9 ]*)$/i.exec(text) ?? [];
  if (digits === undefined || !/[0-9]/.test(digits)) return undefined;
  const name = label.replace(/[^a-z]/gi, "").toLowerCase();
  return ["", "mpn", "mpnid", "partnerid", "id"].includes(name)
    ? digits.replaceAll(" ", "")
    : undefined;
}

function looksLikeGuid(typed) {
  const text = typed.replace(/^[{}()]+|[{}()]+$/g, "");
  const bare = text.replaceAll("-", "");
  const hexadecimal = bare.replace(/[^0-9a-f]/gi, "").length;
  const hyphens = text.length - bare.length;
  return (
    /^[a-z0-9-]+$/i.test(text) &&
    /[0-9]/.test(text) &&
    /[a-z]/i.test(text) &&
    hexadecimal * 5 >= bare.length * 4 &&
    (hyphens >= 3 ||
      bare.length >= 20 ||
      (hexadecimal === bare.length && bare.length >= 8) ||
      (text.indexOf("-") === 8 && /^[0-9a-f-]+$/i.test(text) && bare.length < 32))
  );
}

/** How a text that is meant as a GUID fails to be one. */
function shapeOf(text) {
  const bare = text.replace(/^[{(]+|[)}]+$/g, "");
  if (/[^0-9a-f-]/i.test(bare)) return "bad-character";
  const { length } = bare.replaceAll("-", "");
  return length < 32 ? "too-short" : length > 32 ? "too-long" : "shape";
}

function hostIn(text) {
  const after = text.replace(/^.*?:\/\/|^mailto:/, "");
  const host = after
    .split(/[/?#]/)[0]
    .replace(/^.*@/, "")
    .replace(/:[0-9]*$/, "")
    .replace(/\.$/, "");
  let name = host.toLowerCase();
  if (/[^\0-\x7f]/.test(name)) {
    try {
      name = new URL(`http://${host}/`).hostname;
    } catch {
      return { problem: "bad-character" };
    }
  }
  if (/[^a-z0-9.-]/.test(name)) return { problem: "bad-character" };
  if (!name.includes(".")) name += ".onmicrosoft.com";
  const labels = name.split(".");
  if (name.length > 253 || labels.some(({ length }) => length > 63)) return { problem: "too-long" };
  if (/^[0-9]*$/.test(labels.at(-1)) || labels.some((label) => !label || /^-|-$/.test(label))) {
    return { problem: "shape" };
  }
  return { name };
}

/* Fields. */

function tenantOf(text, isBad, known, raise) {
  const field = ["customerTenantId"];
  if (!text) return void raise("tenant-id-missing", field);
  const direct = isBad ? undefined : normal(text);
  const { kind, id } =
    direct && direct !== NIL ? { kind: undefined, id: direct } : classify(text, known);
  const reserved = RESERVED.get(text.toLowerCase()) ?? RESERVED.get(direct ?? id);
  if (reserved) {
    raise("tenant-id-reserved", field, { tenant: reserved }, reserved === "microsoft" && "warns");
    return reserved === "microsoft" ? id : undefined;
  }
  const named = kind ?? kindOfGuid(id, known);
  if (id && (named === "guid" || named === "tenant-id")) return id;
  if (named === "unknown") raise("tenant-id-malformed", field, { problem: shapeOf(text) });
  else raise("tenant-id-wrong-kind", field, { kind: named });
  return undefined;
}

function subscriptionOf(text, isBad, tenant, ownTenant, known) {
  if (!text) return {};
  const direct = isBad ? undefined : normal(text);
  const { kind, id } =
    direct && direct !== NIL
      ? { kind: kindOfGuid(direct, known), id: direct }
      : classify(text, known);
  const wrong = (other) => ({ code: "subscription-id-wrong-kind", params: { kind: other } });
  if (id && kind === "guid" && (id === tenant || id === ownTenant)) return wrong("tenant-id");
  if (id && (kind === "guid" || kind === "subscription-id")) return { id };
  if (kind === "unknown") {
    return { code: "subscription-id-malformed", params: { problem: shapeOf(text) } };
  }
  return wrong(kind);
}

function domainOf(text, isBad, known, raise) {
  const field = ["customerDomain"];
  if (!text) return void raise("domain-missing", field);
  if (isBad || !text.includes(".")) {
    const { kind } = classify(text, known);
    const isGuid = kind === "unknown" && looksLikeGuid(text);
    const isOther = !["domain", "email", "url", "unknown"].includes(kind) && !text.includes("/");
    if (isGuid || isOther) {
      return void raise("domain-wrong-kind", field, { kind: isGuid ? "guid" : kind });
    }
  }
  const { name, problem } = hostIn(text);
  if (problem) raise("domain-malformed", field, { problem });
  return name;
}

function partnerIdOf(text, isBad, known, raise) {
  const field = ["partnerId"];
  if (!text) return void raise("partner-id-missing", field);
  const { kind, isLikely, isWord } = isBad ? classify(text, known) : { kind: "partner-id" };
  const digits = digitsIn(text);
  if (/^0+$/.test(digits)) raise("partner-id-wrong-kind", field, { kind: "placeholder" });
  else if (digits && digits.length > 20)
    raise("partner-id-malformed", field, { problem: "too-long" });
  else if (digits) {
    if (digits.length < 6 || digits.length > 7) {
      raise("partner-id-unusual-length", field, { length: String(digits.length) });
    }
    return digits;
  } else if (kind !== "unknown" && !isLikely && !isWord) {
    raise("partner-id-wrong-kind", field, { kind });
  } else raise("partner-id-malformed", field, { problem: "bad-character" });
  return undefined;
}

function isDay(text) {
  const [, day] = /^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ].*)?$/.exec(text) ?? [];
  const date = day && new Date(`${day}T00:00:00Z`);
  return Boolean(date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day));
}

/* What evidence says. */

const newer = (a, b) => (a ?? "9") > (b ?? "9");
const asOf = ({ asOf: day }, name) => (typeof day === "object" ? day?.[name] : day);

function tenantAndDomain(tenant, domain, known, raise) {
  const own = known.tenants.filter(({ tenantId }) => tenantId === tenant);
  const clouds = own.map(({ cloud }) => cloud);
  const cloud = clouds.includes("china")
    ? "china"
    : clouds.includes("us-gov")
      ? "us-gov"
      : undefined;
  const holders = known.tenants.filter(({ domains = [] }) => domains.includes(domain));
  const unresolved = known.unresolved.filter((one) => one.domain === domain);
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
    if (holders.length > 0) raise("tenant-domain-mismatch", fields, { domain });
    else if (nobody)
      raise("tenant-not-found", ["customerDomain"], { domain, reason: nobody.reason });
    else raise("tenant-domain-unverified", fields, { domain });
  }
  if (cloud) raise("tenant-other-cloud", clouded, { cloud });
}

function subscriptionChecks(
  { tenant, product, subscription, records, competing, today },
  known,
  raise,
) {
  const open = [];
  const [record] = records;
  const sku = record && known.skus.of(record);
  const mine = (tenant && known.byTenant.get(tenant)) || NO_RECORDS;
  const isTenantKnown = mine.some(({ excerpt }) => !excerpt);
  const field = ["subscriptionId"];

  if (sku && product.isKnown && product.differsFrom(sku)) {
    const params = { product: product.label, subscriptionProduct: sku.name };
    raise("product-subscription-mismatch", ["product", "subscriptionId"], params);
  }
  const onClaims = records.some(({ tenantId }) => tenantId && tenantId === tenant);
  const onAnother = tenant && records.some(({ tenantId }) => tenantId && tenantId !== tenant);
  const isNone = (one) => {
    const known_ = known.skus.of(one);
    return known_ && !product.mayBe(known_);
  };
  const noProduct = product.isKnown && isTenantKnown && mine.every(isNone);
  if (noProduct)
    raise("product-not-on-tenant", ["product", "customerTenantId"], { product: product.label });
  if (onAnother && !onClaims)
    raise("subscription-on-other-tenant", ["subscriptionId", "customerTenantId"]);
  else if (!noProduct && !(onClaims && !onAnother)) {
    if (!onClaims && subscription && records.length === 0 && isTenantKnown) {
      raise("subscription-not-listed", ["subscriptionId", "customerTenantId"]);
    } else open.push("subscription-on-tenant");
  }

  if (!sku || sku.family === "power-platform") open.push("subscription-dynamics");
  else if (!sku.family) raise("subscription-not-dynamics", field, { product: sku.name });

  if (record?.channel === "csp") {
    raise("subscription-csp", ["subscriptionId", "purchaseChannel"], { certainty: "certain" });
  } else if (!["volume-licensing", "web-direct"].includes(record?.channel)) {
    if (record?.ownerTenantId) {
      const fields = ["subscriptionId", "purchaseChannel"];
      raise("subscription-csp", fields, { certainty: "likely" }, "warns");
    } else open.push("subscription-not-csp");
  }

  if (!record?.provisioning) open.push("subscription-provisioned");
  else if (record.provisioning !== "provisioned") {
    raise("subscription-not-provisioned", field, { provisioning: record.provisioning });
  }

  claimed({ subscription, records, competing, mine, today }, known, raise, open);
  status({ record, mine, today }, raise, open);
  if (open.length > 0) raise("subscription-unverified", field, { checks: open });
}

const hasEnded = ({ status, endsOn }, today) =>
  ["expired", "deleted", "disabled"].includes(status) ||
  (!["in-grace", "pending"].includes(status) && Boolean(endsOn) && endsOn < today);

function successor(ended, mine, today) {
  if (!ended?.skuId || ended.skuId === NIL) return "";
  const next = mine.filter(
    (record) =>
      record.id !== ended.id &&
      record.status === "active" &&
      record.channel !== "csp" &&
      record.skuId === ended.skuId &&
      !hasEnded(record, today),
  );
  return next.length === 1 ? next[0].id : "";
}

const holds = ({ status = "" }) => !/^(rejected|disassociated)/.test(slug(status));

/** Who is shown to hold the very subscription. */
function holdersOf(subscription, records, known) {
  const isThis = (id) =>
    id === subscription ||
    records.some((one) => id === one.id || id === one.commerceSubscriptionId);
  const holders = records.flatMap(({ claimedBy }) => claimedBy ?? []);
  for (const association of known.associations) {
    const { subscriptionId, holder } = association;
    if (subscriptionId && isThis(subscriptionId) && holds(association)) holders.push(holder);
  }
  return holders;
}

function claimed({ subscription, records, competing, mine, today }, known, raise, open) {
  if (!subscription) {
    open.push("subscription-unclaimed");
    return;
  }
  const holders = holdersOf(subscription, records, known);
  if (holders.length > 0) {
    const ended = records.find((record) => hasEnded(record, today));
    raise("subscription-already-claimed", ["subscriptionId"], {
      by: holders.includes("us") ? "us" : "other-partner",
      ended: ended ? "yes" : "no",
      successor: successor(ended, mine, today),
    });
  } else if (competing !== "no") open.push("subscription-unclaimed");
}

const DAY = 86_400_000;

function status({ record, mine, today }, raise, open) {
  const field = ["subscriptionId"];
  if (!record || record.status === "unknown") {
    open.push("subscription-status");
    return;
  }
  if (record.status === "in-grace") raise("subscription-in-grace", field);
  else if (record.status !== "active") {
    const ended = hasEnded(record, today) ? record : undefined;
    const next = successor(ended, mine, today);
    raise("subscription-not-active", field, { status: record.status, successor: next });
    return;
  }
  if (!record.endsOn) return;
  const days = (Date.parse(record.endsOn) - Date.parse(today)) / DAY;
  if (days < 0) open.push("subscription-status");
  else if (days <= 30) raise("subscription-ending", field, { endsOn: record.endsOn });
}

function partnerChecks(partnerId, known, raise) {
  const field = ["partnerId"];
  const account = partnerId && known.partnerIds.find(({ id }) => id === partnerId);
  const open = [];
  if (account?.enrolled === false) raise("partner-id-not-enrolled", field);
  else if (account?.enrolled !== true) open.push("partner-id-enrolled");
  if (account?.partnerType) {
    raise("partner-id-partner-type", field, { partnerType: account.partnerType });
  }
  if (account?.kind === "global-account") raise("partner-id-global-account", field);
  else if (account?.kind !== "location") open.push("partner-id-type");
  if (open.length > 0) raise("partner-id-unverified", field, { checks: open });
}

function competition(competing, facts, known, raise) {
  const { tenant, area, product, subscription, records } = facts;
  const claimOf = (holder) =>
    known.associations.find(
      (association) =>
        association.tenantId === tenant &&
        association.holder === holder &&
        holds(association) &&
        (!association.subscriptionId || (holder === "us" && area === "microsoft-365")) &&
        association.product &&
        overlap(productOf(association.product, known), product),
    );
  const own = claimOf("us");
  const isHeld =
    area === "business-applications" &&
    subscription &&
    holdersOf(subscription, records, known).includes("other-partner");
  const isOthers = Boolean(isHeld || claimOf("other-partner"));
  if (own) {
    const params = { product: own.product ?? "", claimId: own.claimId ?? "" };
    raise("own-claim-exists", ["product", "customerTenantId"], params);
  }
  if (isOthers || competing === "yes") raise("competing-claim", ["competingPartner"]);
  else if (competing !== "no" && !own) raise("competing-claim-unverified", ["competingPartner"]);
}

function contradictions({ tenant, domain, partnerId, area, records }, known, raise) {
  const ids =
    area === "microsoft-365" ? [] : records.flatMap((one) => [one.id, one.commerceSubscriptionId]);
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

/* SKUs and products. */

function skuTable(csv) {
  const byId = new Map();
  const byPartNumber = new Map();
  const byName = new Map();
  const families = new Set();
  for (const line of csv.split("\n").slice(1)) {
    const [id, partNumber, name, family] = cells(line);
    if (!GUID.test(id ?? "")) continue;
    const sku = { id, partNumber, name, family };
    byId.set(id, sku);
    for (const [map, key] of [
      [byPartNumber, partNumber.toUpperCase()],
      [byName, wordsOf(name).join(" ")],
    ]) {
      map.set(key, [...(map.get(key) ?? []), sku]);
    }
    if (family) families.add(family);
  }
  const of = ({ skuId, skuPartNumber }) => {
    if (skuId) return byId.get(skuId);
    const found = skuPartNumber && byPartNumber.get(clean(skuPartNumber).toUpperCase());
    return found?.length === 1 ? found[0] : undefined;
  };
  return { byId, byPartNumber, byName, families: [...families].sort(), of };
}

const cells = (line) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );

const wordsOf = (name) =>
  (name.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter(
    (word) => !["microsoft", "for", "edition", "the"].includes(word),
  );

const BUNDLES = ["customer-engagement", "operations", "team-members", "other"];

/** What a product text stands for; read once for each text, as claims name few products. */
function productOf(text, known) {
  let product = known.products?.get(text);
  if (!product) {
    known.products ??= new Map();
    product = readProduct(text, known);
    if (known.products.size < 1000) known.products.set(text, product);
  }
  return product;
}

function readProduct(text, { skus, named }) {
  const words = wordsOf(text);
  const numbered = skus.byPartNumber.get(text.toUpperCase());
  const exact = GUID.test(text)
    ? [skus.byId.get(normal(text))].filter(Boolean)
    : numbered?.length === 1
      ? numbered
      : (skus.byName.get(words.join(" ")) ?? []);
  const isNamed = (family) =>
    family !== "other" &&
    family.split("/").some((name) => name.split("-").every((part) => words.includes(part)));
  const families =
    exact.length > 0
      ? [...new Set(exact.flatMap(({ family }) => family || []))].sort()
      : skus.families.filter(isNamed);
  const called = named.filter(
    ({ skuId, skuPartNumber, productName }) =>
      (GUID.test(text) && normal(text) === skuId) ||
      skuPartNumber?.toUpperCase() === text.toUpperCase() ||
      productName.toUpperCase() === text.toUpperCase(),
  );
  const mayBe = (sku) =>
    BUNDLES.includes(sku.family) || exact.includes(sku) || families.includes(sku.family);
  return {
    ...{ exact, families, words: words.join(" "), mayBe },
    named: exact.length === 0 && called.length === 1 ? called[0] : undefined,
    isKnown: exact.length > 0 || families.length > 0,
    differsFrom: (sku) => (exact.length > 0 ? !exact.includes(sku) : !mayBe(sku)),
    label: exact[0]?.name ?? families.join(", "),
  };
}

const overlap = (a, b) =>
  (a.named && a.named === b.named) ||
  (a.words && a.words === b.words) ||
  a.exact.some((sku) => b.exact.includes(sku)) ||
  a.families.some((family) => b.families.includes(family));

const MAIL_PROVIDERS = new Set(
  `aol.com bluewin.ch freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com
  hotmail.co.uk hotmail.com hotmail.de icloud.com live.com live.de mail.com mailbox.org me.com msn.com
  outlook.com outlook.de posteo.de proton.me protonmail.com t-online.de web.de yahoo.com yahoo.de`.split(
    /\s+/,
  ),
);
