// Plans claims, in a worker or in the page: its answer comes in parts, so that whoever shows it can do so meanwhile.

import type { Engine } from "../lib/engine.js";
import type { Catalogue, Plan, PlanContext } from "../lib/types.js";

/** So much comes at a time. */
const PART = 250;

/** What is asked. */
export interface Planning {
  context: PlanContext;
  ruleset: string | undefined;
  locale: string;
  /** The language, for a worker, which has none of its own. */
  words?: Catalogue;
}

/** What comes: first the plan without its lists, then these part by part. */
export interface PlanPart {
  plan?: Omit<Plan, "claims" | "excluded" | "csv">;
  claims?: Plan["claims"];
  excluded?: Plan["excluded"];
}

export async function* planned(
  engine: Engine,
  evidence: unknown,
  { context, ruleset, locale, words }: Planning,
): AsyncGenerator<PlanPart> {
  if (words) await engine.loadLocale(words);
  const { claims, excluded, csv, ...plan } = engine.around.planClaims(evidence ?? {}, context, {
    ruleset,
    locale,
  });
  yield { plan };
  for (let at = 0; at < claims.length; at += PART) yield { claims: claims.slice(at, at + PART) };
  for (let at = 0; at < excluded.length; at += PART)
    yield { excluded: excluded.slice(at, at + PART) };
}
