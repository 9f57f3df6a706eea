// Plans claims, in a worker or in the page: its answer comes packed and in parts, so that whoever shows it can do so
// meanwhile.

import type { Engine } from "../lib/engine.js";
import type { Catalogue, ExcludedClaim, Plan, PlanContext } from "../lib/types.js";
import { type PackedClaims, packs } from "./claims.js";

/** Products that are named of what cannot be claimed for one reason. */
export const NAMED = 8;

/** What is asked. */
export interface Planning {
  context: PlanContext;
  ruleset: string | undefined;
  locale: string;
  /** The language, for a worker, which has none of its own. */
  words?: Catalogue;
}

/** What comes: first what is said of all of it, then the claims. */
export interface PlanPart {
  plan?: Pick<Plan, "partnerId"> & { excluded: Exclusion[] };
  claims?: PackedClaims;
}

/** Why some cannot be claimed. */
export interface Exclusion {
  text: string;
  /** How many subscriptions or, of a customer’s other products, how many of these. */
  count: number;
  isOfSubscriptions: boolean;
  /** The first of them, and one more than are named where there are more. */
  products: string[];
}

export async function* planned(
  engine: Engine,
  evidence: unknown,
  { context, ruleset, locale, words }: Planning,
): AsyncGenerator<PlanPart> {
  if (words) await engine.loadLocale(words);
  const { claims, excluded, partnerId } = engine.around.planClaims(evidence ?? {}, context, {
    ruleset,
    locale,
  });
  yield { plan: { partnerId, excluded: byReason(excluded) } };
  for (const pack of packs(claims)) yield { claims: pack };
}

/** The most frequent reason first. What no activity can be claimed of counts once. */
function byReason(excluded: readonly ExcludedClaim[]): Exclusion[] {
  const reasons = new Map<string, Reason>();
  for (const { text, tenantId, subscriptionId, product = "" } of excluded) {
    const isOfSubscriptions = subscriptionId !== undefined;
    const key = `${isOfSubscriptions} ${text}`;
    const none: Reason = { text, isOfSubscriptions, ids: new Set(), products: new Set() };
    const reason = reasons.get(key) ?? none;
    reason.ids.add(`${tenantId} ${subscriptionId ?? product}`);
    if (reason.products.size <= NAMED) reason.products.add(product);
    reasons.set(key, reason);
  }
  return [...reasons.values()]
    .map(({ ids, products, ...reason }) => ({
      ...reason,
      count: ids.size,
      products: [...products],
    }))
    .sort((a, b) => b.count - a.count);
}

/** An exclusion while it is counted: each subscription, or product of a customer, once. */
interface Reason extends Pick<Exclusion, "text" | "isOfSubscriptions"> {
  ids: Set<string>;
  products: Set<string>;
}
