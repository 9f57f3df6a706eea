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
  /** How many. */
  count: number;
  /** Those of the first ones. */
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

/** The most frequent reason first. */
function byReason(excluded: readonly ExcludedClaim[]): Exclusion[] {
  const reasons = new Map<string, Exclusion>();
  for (const { text, product = "" } of excluded) {
    const reason = reasons.get(text) ?? { text, count: 0, products: [] };
    reason.count += 1;
    if (reason.products.length < NAMED) reason.products.push(product);
    reasons.set(text, reason);
  }
  return [...reasons.values()].sort((a, b) => b.count - a.count);
}
