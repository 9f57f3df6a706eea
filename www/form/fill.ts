// What the claim can take from what was put in, and what has to be asked first.

import type { Field } from "../generated/lists.js";
import type { AnythingPart, Subscription } from "../lib/types.js";
import type { Known } from "./known.js";
import type { Library } from "./library.js";
import type { Item, Texts } from "./store.js";

/** A text that could be for several fields. */
export interface Question {
  item: Item;
  value: string;
  fields: Field[];
}

/** Texts in which fields were looked for, as opposed to exports. */
const TEXTS: readonly AnythingPart["kind"][] = [
  "text",
  "partner-center-error",
  "not-evidence",
  "unknown",
  "claims",
];
/** Asked for first: what a person pastes is about the customer. */
const ORDER: readonly Field[] = ["customerTenantId", "customerDomain", "subscriptionId"];

/** Texts for fields of the claim that are empty: what is certain, then what leaves no other choice. */
export function filling(
  claim: Texts,
  items: readonly Item[],
  known: Known,
  library: Pick<Library, "advisePartnerId">,
): Texts {
  const found: Texts = {};
  const has = (field: Field) => Boolean(claim[field] ?? found[field]);
  const take = (field: Field, value: string | undefined) => {
    if (value && !has(field)) found[field] = value;
  };
  for (const item of items)
    for (const [field, { value, confidence, from }] of entriesOf(item))
      if (confidence === "certain" || !TEXTS.includes(from.kind)) take(field, value);
  // What one thing says for certain may leave one choice of the next.
  for (const { fields, value } of candidates(items, { ...claim, ...found }))
    if (fields.length === 1) take(fields[0] as Field, value);
  for (const [field, value] of shown({ ...claim, ...found }, known)) take(field, value);
  const { partnerIds } = known.evidence;
  if (!has("partnerId") && partnerIds?.length) {
    const { solutionArea = "", activity = "" } = { ...claim, ...found };
    const advice = library.advisePartnerId(partnerIds, { solutionArea, activity }, {});
    const locations = partnerIds.filter(({ kind }) => kind === "location");
    take("partnerId", advice.partnerId ?? only(locations, ({ id }) => id));
  }
  return found;
}

/** What has to be asked: which of several fields a text is for. */
export function questions(
  items: readonly Item[],
  claim: Texts,
  dismissed: ReadonlySet<string>,
): Question[] {
  return candidates(items, claim).filter(
    ({ value, fields }) => fields.length > 1 && !dismissed.has(value),
  );
}

/** Texts that the claim does not have, with the empty fields that each could be for. */
function candidates(items: readonly Item[], claim: Texts): Question[] {
  const present = new Set(Object.values(claim));
  const all = items.flatMap((item) => {
    const byValue = new Map<string, Field[]>();
    for (const [field, { value, confidence, from, others }] of entriesOf(item)) {
      if (confidence === "certain" || !TEXTS.includes(from.kind)) continue;
      for (const one of [value, ...others]) byValue.set(one, [...(byValue.get(one) ?? []), field]);
    }
    return [...byValue].map(([value, fields]) => ({ item, value, fields: inOrder(fields) }));
  });
  return all
    .filter(({ value }) => !present.has(value))
    .map((one) => ({ ...one, fields: one.fields.filter((field) => !claim[field]) }))
    .filter(({ fields }) => fields.length > 0);
}

const entriesOf = ({ fields }: Item) =>
  Object.entries(fields) as [Field, NonNullable<Item["fields"][Field]>][];

const placeOf = (field: Field) => (ORDER.includes(field) ? ORDER.indexOf(field) : ORDER.length);
/** Those of the order first. */
const inOrder = (fields: readonly Field[]): Field[] =>
  [...fields].sort((a, b) => placeOf(a) - placeOf(b));

/** What all exports together leave one choice of, given what the claim has. */
function* shown(
  claim: Texts,
  { evidence, customers }: Known,
): Generator<[Field, string | undefined]> {
  const { tenants = [], subscriptions = [] } = evidence;
  const domain = claim.customerDomain?.toLowerCase();
  const owner = tenants.filter(({ domains }) => domain !== undefined && domains.includes(domain));
  const tenantId = claim.customerTenantId ?? only(owner, (one) => one.tenantId) ?? customers.only;
  yield ["customerTenantId", tenantId];
  const { tenants: own, subscriptions: ofTenant } = customers.of(tenantId);
  const ownDomains = own.flatMap((one) => one.domains);
  yield ["customerDomain", only(ownDomains, (one) => one)];
  const product = claim.product?.toLowerCase();
  const isNamed = (name: string | undefined) => name?.toLowerCase() === product;
  const fitting =
    product === undefined
      ? ofTenant
      : ofTenant.filter((one) => isNamed(one.skuPartNumber) || isNamed(one.productName));
  const id = claim.subscriptionId ?? only(fitting, (one) => one.id);
  yield ["subscriptionId", id];
  const isMeant = (one: Subscription) => one.id === id || one.commerceSubscriptionId === id;
  const meant = id === undefined ? [] : subscriptions.filter(isMeant);
  const products = id === undefined ? fitting : meant;
  yield ["product", only(products, (one) => one.productName ?? one.skuPartNumber)];
  yield ["purchaseChannel", only(meant, (one) => one.channel)];
}

/** The one value that these have, if there is exactly one. There may be very many of them. */
function only<One>(all: readonly One[], of: (one: One) => string | undefined): string | undefined {
  let found: string | undefined;
  for (const one of all) {
    const value = of(one);
    if (value === undefined || value === found) continue;
    if (found !== undefined) return undefined;
    found = value;
  }
  return found;
}
