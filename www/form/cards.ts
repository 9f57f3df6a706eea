// The parts of a claim, in the order in which a person knows things.

import type { CheckId, Field } from "../generated/lists.js";
import { REGISTRY } from "../lib/registry.js";
import type { Texts } from "./store.js";

export type CardId = "customer" | "product" | "activity" | "partner" | "proof";

/** A part of the claim. */
export interface Card {
  id: CardId;
  /** What is asked; which of them apply depends on the claim. */
  fields: readonly Field[];
  /** What only some need. */
  more: readonly Field[];
}

export const CARDS: readonly Card[] = [
  { id: "customer", fields: ["customerTenantId", "customerDomain"], more: [] },
  {
    id: "product",
    fields: ["product", "solutionArea", "subscriptionId", "purchaseChannel"],
    more: [],
  },
  { id: "activity", fields: ["activity"], more: [] },
  { id: "partner", fields: ["partnerId", "userRole"], more: ["ownTenantId"] },
  { id: "proof", fields: ["proofOfExecution", "competingPartner"], more: ["submittedOn"] },
];

/** All fields, in the order of the cards. */
export const CARD_FIELDS: readonly Field[] = CARDS.flatMap(({ fields, more }) => [
  ...fields,
  ...more,
]);

/** The check that is about what a field holds: the first one with findings about this field alone. */
export const checkOf = (field: Field): CheckId | undefined => CHECK_OF.get(field);

const CHECK_OF = new Map<Field, CheckId>();
for (const { check, fields } of REGISTRY.codes) {
  const [field, ...others] = fields;
  if (check && field && !others.length && !CHECK_OF.has(field)) CHECK_OF.set(field, check);
}

export const cardOf = (field: Field): CardId =>
  (CARDS.find(({ fields, more }) => fields.includes(field) || more.includes(field))?.id ??
    "proof") as CardId;

/**
 * Is a field asked for? The area only where the product leaves it open, the subscription and its channel
 * only with Business Applications; what holds a text is there in any case.
 *
 * @param area the one that follows from the product
 */
export function applies(field: Field, claim: Texts, area: string, isAsked: boolean): boolean {
  if (field === "solutionArea") return !area && (isAsked || Boolean(claim.product));
  if (field === "subscriptionId" || field === "purchaseChannel")
    return claim.solutionArea === "business-applications" || Boolean(claim[field]);
  return true;
}
