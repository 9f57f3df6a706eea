// Languages for the worker, which has none of its own.

import type { Locale } from "../generated/lists.js";
import { texts } from "../generated/texts.js";
import type { Catalogue } from "../lib/types.js";
import { merged } from "../lib/words.js";

/** A language in one. */
export async function catalogueOf(locale: Locale): Promise<Catalogue> {
  const { claim, rest } = texts[locale];
  const parts = await Promise.all([claim(), rest()]);
  const [own, others] = parts.map((part) => (part as { default: object }).default);
  return merged(own as object, others as object) as Catalogue;
}
