// What the evidence shows of the subscription that is claimed.
import { claimed } from "./claims.mjs";
import { NIL } from "./identifiers.mjs";

const NO_RECORDS = [];
const FIELD = ["subscriptionId"];

/** Its records: by its ID, or without one, of the only subscription that the claim can be for. */
export function recordsOf(facts, isMissing) {
  const { subscription, tenant, isBusiness, product, known } = facts;
  facts.ofTenant = (tenant && known.byTenant.get(tenant)) || NO_RECORDS;
  facts.isTenantKnown = facts.ofTenant.some(({ excerpt }) => !excerpt);
  facts.isComparable = product.area === "business-applications";
  const id = subscription ?? (isMissing && isBusiness ? onlyMatch(facts) : undefined);
  const [named] = (id && known.byId.get(id)) || NO_RECORDS;
  return named ? known.byId.get(named.id) : NO_RECORDS;
}

/** The channel that the evidence shows for it. */
export function shownChannel({ isBusiness, records: [record] }) {
  const channel = isBusiness ? record?.channel : undefined;
  return channel === "unknown" ? undefined : channel;
}

/** Did a tenant other than the customer's create it? Whose, "" if none. */
export function isForeign({ records, tenant, own }) {
  const owner = records[0]?.ownerTenantId;
  if (!owner || owner === tenant || records.some(({ tenantId }) => tenantId === owner)) return "";
  return owner === own ? "us" : "other";
}

/** @param typed what was read of its ID */
export function subscriptionChecks(facts, typed) {
  const { claim, area, isBusiness, records, raise } = facts;
  if (area && !isBusiness) {
    if (claim.subscriptionId)
      raise("subscription-id-not-needed", ["subscriptionId", "solutionArea"]);
    return;
  }
  if (claim.subscriptionId) {
    if (typed.code) raise(typed.code, FIELD, typed.params);
  } else if (isBusiness) missing(facts);
  if (!isBusiness) return;
  const open = [];
  const sku = records[0] && facts.known.skus.of(records[0]);
  onTenant(facts, sku, open);
  if (!sku || sku.family === "power-platform") open.push("subscription-dynamics");
  else if (!sku.family) raise("subscription-not-dynamics", FIELD, { product: sku.name });
  sale(facts, open);
  const { provisioning } = records[0] ?? {};
  if (!provisioning) open.push("subscription-provisioned");
  else if (provisioning !== "provisioned")
    raise("subscription-not-provisioned", FIELD, { provisioning });
  claimed(facts, open);
  status(facts, sku, open);
  unfit(facts);
  unverified(facts, open);
}

/* Without an ID. */

/** The subscriptions of the tenant that can be for the product; undefined if that is not known. */
function matches({ ofTenant, isTenantKnown, isComparable, product, known }) {
  if (!isComparable || !isTenantKnown) return undefined;
  const isMatch = (one) => {
    const sku = known.skus.of(one);
    return !sku || !product.differsFrom(sku);
  };
  const found = ofTenant.filter(isMatch);
  return found.length > 0 || !known.withoutTenant.some(isMatch) ? found : undefined;
}

function onlyMatch(facts) {
  const found = matches(facts);
  const [first] = found ?? NO_RECORDS;
  const isOnly = first && facts.known.skus.of(first) && found.every(({ id }) => id === first.id);
  return isOnly ? first.id : undefined;
}

function missing(facts) {
  const { records, isTenantKnown, known, raise } = facts;
  const found = matches(facts);
  const ids = () => new Set(found.filter((one) => known.skus.of(one)).map(({ id }) => id));
  let match = "unknown";
  if (records[0]) match = "one";
  else if (!found) match = isTenantKnown ? "listed" : "unknown";
  else if (found.length === 0) match = "none";
  else match = ids().size > 1 ? "several" : "listed";
  raise("subscription-id-missing", FIELD, { match, suggestion: records[0]?.id ?? "" });
}

/** The only one that the claim can be for is not to be claimed where a finding asks for another. */
function unfit({ found }) {
  const asks = ({ code, params }) =>
    code === "subscription-trial" ||
    code === "subscription-not-dynamics" ||
    (code === "subscription-csp" && params.certainty === "certain") ||
    (code === "subscription-already-claimed" && params.by === "us" && params.ended === "yes");
  const told = found.find(({ code }) => code === "subscription-id-missing");
  if (told?.params.match === "one" && found.some(asks))
    told.params = { ...told.params, match: "unfit" };
}

/* The checks. */

function onTenant(facts, sku, open) {
  const { claim, tenant, product, records, ofTenant, isTenantKnown, isComparable, known, raise } =
    facts;
  const isNamed = Boolean(facts.subscription);
  const onClaimed = records.some(({ tenantId }) => tenantId && tenantId === tenant);
  const onAnother = tenant && records.some(({ tenantId }) => tenantId && tenantId !== tenant);
  const isNone = (one) => {
    const other = known.skus.of(one);
    return other && !product.mayBe(other);
  };
  const noProduct =
    isComparable && isTenantKnown && ofTenant.every(isNone) && known.withoutTenant.every(isNone);
  if (noProduct)
    raise("product-not-on-tenant", ["product", "customerTenantId"], { product: product.label });
  const differs = (isNamed || !noProduct) && sku && isComparable && product.differsFrom(sku);
  if (differs) {
    const params = { product: product.label, subscriptionProduct: sku.name, typed: product.label };
    raise("product-subscription-mismatch", ["product", "subscriptionId"], params);
  }
  if (!onClaimed && onAnother)
    raise("subscription-on-other-tenant", ["subscriptionId", "customerTenantId"]);
  else if (noProduct || differs) return;
  else if (onClaimed && !onAnother && (!claim.product || isComparable)) return;
  else {
    const isMissing = !onClaimed && isNamed && records.length === 0 && isTenantKnown;
    if (isMissing) raise("subscription-not-listed", ["subscriptionId", "customerTenantId"]);
    open.push("subscription-on-tenant");
  }
}

function sale(facts, open) {
  const { records, channel: typed, raise } = facts;
  const shown = shownChannel(facts);
  const fields = ["subscriptionId", "purchaseChannel"];
  if (!records[0]) open.push("subscription-not-csp");
  else if (shown === "csp") {
    const params = { certainty: "certain", owner: isForeign(facts) };
    raise("subscription-csp", fields, { ...params, typed: typed === "csp" ? "" : (typed ?? "") });
  } else if (shown === "volume-licensing" || shown === "web-direct") return;
  else if (shown || typed === "other") open.push("subscription-not-csp");
  else if (typed === "csp") return;
  else if (isForeign(facts)) {
    const params = { certainty: "likely", owner: isForeign(facts), typed: typed ?? "" };
    raise("subscription-csp", fields, params);
  } else if (!typed) open.push("subscription-not-csp");
}

/** Is its state an end, or its last day behind? */
export const hasEnded = ({ status, endsOn }, day) =>
  ["expired", "deleted", "disabled"].includes(status) ||
  (!["in-grace", "pending"].includes(status) && Boolean(endsOn) && endsOn < day);

/** The only active one of the same SKU on the tenant that can have taken its place. */
export function successor(ended, { ofTenant, day }) {
  if (!ended?.skuId || ended.skuId === NIL) return "";
  const isLater = ({ createdOn }) => {
    if (!createdOn) return true;
    if (!ended.endsOn) return !ended.createdOn || createdOn > ended.createdOn;
    return daysBetween(ended.endsOn < day ? ended.endsOn : day, createdOn) >= -ENDING_SOON;
  };
  const next = ofTenant.filter(
    (record) =>
      record.id !== ended.id &&
      record.status === "active" &&
      record.channel !== "csp" &&
      record.skuId === ended.skuId &&
      !hasEnded(record, day) &&
      isLater(record),
  );
  return next.length === 1 ? next[0].id : "";
}

const ENDING_SOON = 30;
const LONGEST_GRACE = 90;
const daysBetween = (from, to) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function status(facts, sku, open) {
  const { records, filedOn, raise } = facts;
  const [record] = records;
  if (!record) {
    open.push("subscription-status");
    return;
  }
  const isFailed = !stage(record, facts, open);
  const isTrial = record.trial ?? sku?.isTrial ?? false;
  if (isTrial) raise("subscription-trial", FIELD);
  const isLate = filedOn && record.createdOn > filedOn;
  if (isLate)
    raise("subscription-starts-later", ["subscriptionId", "submittedOn"], {
      startsOn: record.createdOn,
    });
  if ((isTrial || isLate) && !isFailed) {
    const at = open.indexOf("subscription-status");
    if (at >= 0) open.splice(at, 1);
  }
}

/** False if its state is one that cannot be claimed. */
function stage(record, facts, open) {
  const { day, raise } = facts;
  const { endsOn, status: state } = record;
  if (state === "unknown") {
    open.push("subscription-status");
    return true;
  }
  if (state === "in-grace") raise("subscription-in-grace", FIELD);
  else if (state !== "active") {
    const next = successor(hasEnded(record, day) ? record : undefined, facts);
    raise("subscription-not-active", FIELD, { status: state, successor: next });
    return false;
  }
  const left = endsOn ? daysBetween(day, endsOn) : Number.POSITIVE_INFINITY;
  if (left < 0 && !(state === "in-grace" && left >= -LONGEST_GRACE))
    open.push("subscription-status");
  else if (left >= 0 && left <= ENDING_SOON) raise("subscription-ending", FIELD, { endsOn });
  return true;
}

/* What is open, in one finding, and whom to ask. */

const EXPLAINED = {
  "subscription-on-tenant": [
    "subscription-not-listed",
    "product-unrecognized",
    "product-not-in-area",
  ],
  "subscription-dynamics": ["product-power-platform"],
  "subscription-unclaimed": ["subscription-already-claimed"],
};
const ORDER = [
  ...["subscription-on-tenant", "subscription-dynamics", "subscription-not-csp"],
  ...["subscription-provisioned", "subscription-unclaimed", "subscription-status"],
];

function unverified(facts, open) {
  const { found, records, raise } = facts;
  const has = (code) => found.some((one) => one.code === code);
  const isExplained = (check) => {
    if (check === "subscription-not-csp")
      return (
        has("subscription-csp") ||
        (records.length > 0 && (has("channel-not-eligible") || has("channel-unconfirmed")))
      );
    return EXPLAINED[check]?.some(has) ?? false;
  };
  const checks = ORDER.filter((check) => open.includes(check) && !isExplained(check));
  if (checks.length > 0)
    raise("subscription-unverified", FIELD, { checks, ask: asked(facts, checks) });
}

function asked({ records, tenant, isTenantKnown }, checks) {
  const has = (check) => checks.includes(check);
  const ask = [];
  if (records.length === 0) {
    if (checks.some((check) => check !== "subscription-unclaimed"))
      ask.push(isTenantKnown ? "identifier" : "exports");
  } else {
    const hasTenant = records.some(({ tenantId }) => tenantId);
    const onTenant = has("subscription-on-tenant");
    if (onTenant && !tenant) ask.push("tenant-id");
    else if (onTenant && !hasTenant) ask.push("tenant");
    if (
      (onTenant && hasTenant && tenant) ||
      has("subscription-dynamics") ||
      has("subscription-provisioned") ||
      has("subscription-status")
    )
      ask.push("administrator");
    if (has("subscription-not-csp")) ask.push("purchasing");
  }
  if (has("subscription-unclaimed")) ask.push("partners");
  return ask;
}
