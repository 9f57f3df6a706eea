// Which fields of a claim the parts of what was handed over are for: what their writers say counts first, then
// what is quoted, then what exports show.

import type { Field } from "../generated/lists.js";
import type { Evidence, FoundField } from "./core-types.js";
import type { Anything, AnythingPart } from "./types.js";

/** What is looked at of a part. */
export interface FieldSource {
  part: AnythingPart;
  evidence?: Evidence;
  /** A text in which fields may be. */
  text?: string;
  /** Does nobody see it who opens the file? */
  isHidden?: boolean;
}

type Fields = Anything["fields"];
type Candidate = Pick<Fields[Field] & object, "value" | "confidence" | "from"> & { rank: number };

/** What counts first, from 0 on. */
const OWN_AND_CERTAIN = 0;
const OWN_AND_NAMED = 1;
const QUOTED_AND_CERTAIN = 2;
const SHOWN = 3;
const ANY = 4;
const HIDDEN = 5;

function rankOf({ confidence, quoted, label }: FoundField): number {
  if (confidence === "certain") return quoted ? QUOTED_AND_CERTAIN : OWN_AND_CERTAIN;
  return label !== undefined && !quoted ? OWN_AND_NAMED : ANY;
}

export function fieldsOf(
  read: readonly FieldSource[],
  evidence: Evidence,
  findFields: (text: string, evidence: Evidence) => FoundField[],
): Fields {
  const found = new Map<Field, Candidate[]>();
  const add = (field: Field, candidate: Candidate) => {
    const all = found.get(field);
    if (all) all.push(candidate);
    else found.set(field, [candidate]);
  };
  for (const { part, text, isHidden } of read)
    for (const one of text ? findFields(text, evidence) : []) {
      const confidence = isHidden ? "likely" : one.confidence;
      const rank = isHidden ? HIDDEN : rankOf(one);
      add(one.field, { value: one.value, confidence, from: part, rank });
    }
  const certain = (field: Field): string | undefined => {
    const values = valuesOf(certainOf(found.get(field) ?? []));
    return values.length === 1 ? values[0] : undefined;
  };
  const visibleFirst = [
    ...read.filter(({ isHidden }) => !isHidden),
    ...read.filter(({ isHidden }) => isHidden),
  ];
  for (const [field, value] of [...shownBy(evidence, certain)]) {
    const from = visibleFirst.find((one) =>
      JSON.stringify(one.evidence ?? "").includes(quoted(value)),
    );
    const rank = from?.isHidden ? HIDDEN : SHOWN;
    if (from) add(field, { value, confidence: "likely", from: from.part, rank });
  }
  return Object.fromEntries([...found].map(([field, all]) => [field, chosen(all)]));
}

/** What is certain: of what the writers say now, or else of what is quoted. */
function certainOf(all: readonly Candidate[]): Candidate[] {
  const of = (rank: number) => all.filter((one) => one.rank === rank);
  return of(OWN_AND_CERTAIN).length ? of(OWN_AND_CERTAIN) : of(QUOTED_AND_CERTAIN);
}

/** The first of those that count most. */
function chosen(found: readonly Candidate[]): Fields[Field] {
  const all = [...found].sort((a, b) => a.rank - b.rank);
  const [{ rank: _, ...first }] = all as [Candidate];
  // Two that are both certain leave open which one is meant.
  const isOpen = valuesOf(certainOf(all)).length > 1;
  return {
    ...first,
    ...(isOpen && { confidence: "likely" }),
    others: valuesOf(all).filter((value) => value !== first.value),
  };
}

const valuesOf = (all: readonly Candidate[]): string[] => [
  ...new Set(all.map(({ value }) => value)),
];
const quoted = (value: string): string => JSON.stringify(value);

/** Fields for which evidence leaves one choice, given those that are certain. */
function* shownBy(
  { tenants, subscriptions, partnerIds }: Evidence,
  certain: (field: Field) => string | undefined,
): Generator<[Field, string]> {
  const only = <Value>(values: readonly (Value | undefined | null)[]): Value[] => {
    const all = [...new Set(values.filter((value) => value !== undefined && value !== null))];
    return all.length === 1 ? (all as Value[]) : [];
  };
  const id = certain("subscriptionId");
  const named = subscriptions.filter(
    (one) => id !== undefined && [one.id, one.commerceSubscriptionId].includes(id),
  );
  const tenantId = certain("customerTenantId");
  const ofTenant = subscriptions.filter(
    (one) => !one.tenantId || tenantId === undefined || one.tenantId === tenantId,
  );
  const meant = named.length ? named : ofTenant;
  // A list of customers says nothing of which one it is, where that is known.
  const isKnown = named.length > 0 || tenantId !== undefined;
  const listed = isKnown ? [] : tenants.map((one) => one.tenantId);
  const [tenant] = only([tenantId, ...meant.map((one) => one.tenantId), ...listed]);
  if (tenant) yield ["customerTenantId", tenant];
  const domains = tenants.filter((one) => one.tenantId === tenant).flatMap((one) => one.domains);
  for (const domain of only(domains)) yield ["customerDomain", domain];
  if (!named.length)
    for (const one of only(meant.map((each) => each.id))) yield ["subscriptionId", one];
  const products = meant.map(({ skuPartNumber, productName }) => skuPartNumber ?? productName);
  for (const product of only(products)) yield ["product", product];
  for (const account of only(partnerIds.map((one) => one.id))) yield ["partnerId", account];
}
