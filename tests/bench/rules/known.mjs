// What is known before a claim comes: the evidence and the SKU table, with an index for each question
// that is asked of them.
import { clean, slug } from "./forms.mjs";
import { GUID, NIL } from "./identifiers.mjs";
import { wordsOf } from "./products.mjs";

/** Evidence and SKU table, prepared once. */
export function prepare(evidence, skuCsv) {
  const { subscriptions = [], tenants = [], associations = [], partnerIds = [] } = evidence;
  const known = {
    skus: skuTable(skuCsv),
    named: evidence.skus ?? [],
    problems: evidence.problems ?? [],
    byId: new Map(),
    byTenant: new Map(),
    withoutTenant: subscriptions.filter(({ tenantId }) => !tenantId),
    tenants: new Map(),
    holders: new Map(),
    unresolved: new Map(),
    accounts: new Map(partnerIds.map((account) => [account.id, account])),
    claimsOfTenant: new Map(),
    claimsOnSubscription: new Map(),
    claimants: new Set(associations.map(({ tenantId }) => tenantId)),
    products: new Map(),
  };
  for (const record of subscriptions) {
    enter(known.byId, record.id, record);
    enter(known.byId, record.commerceSubscriptionId, record);
    enter(known.byTenant, record.tenantId, record);
  }
  for (const tenant of tenants) {
    enter(known.tenants, tenant.tenantId, tenant);
    for (const domain of tenant.domains ?? []) enter(known.holders, domain, tenant);
  }
  for (const one of evidence.unresolvedDomains ?? []) enter(known.unresolved, one.domain, one);
  for (const one of associations.filter(holds)) {
    enter(known.claimsOfTenant, one.tenantId, one);
    enter(known.claimsOnSubscription, one.subscriptionId, one);
  }
  return known;
}

function enter(map, key, record) {
  if (!key) return;
  const records = map.get(key);
  if (!records) map.set(key, [record]);
  else if (!records.includes(record)) records.push(record);
}

const OVER =
  /^(rejected|disassociated|ended|expired|declined|withdrawn|canceled|cancelled|terminated)/;
const holds = ({ status = "" }) => !OVER.test(slug(status));

/** The table, by ID, part number, and name. */
function skuTable(csv) {
  const byId = new Map();
  const byPartNumber = new Map();
  const byName = new Map();
  for (const line of csv.split("\n").slice(1)) {
    const [id, partNumber, name, family, trial] = cells(line);
    if (!GUID.test(id ?? "")) continue;
    const sku = { id, partNumber, name, family, isTrial: trial === "true" };
    byId.set(id, sku);
    enter(byPartNumber, partNumber.toUpperCase(), sku);
    enter(byName, wordsOf(name).join(" "), sku);
  }
  const of = ({ skuId, skuPartNumber }) => {
    if (skuId) return skuId === NIL ? undefined : byId.get(skuId);
    const found = skuPartNumber && byPartNumber.get(clean(skuPartNumber).toUpperCase());
    return found?.length === 1 ? found[0] : undefined;
  };
  return { byId, byPartNumber, byName, of };
}

const cells = (line) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
