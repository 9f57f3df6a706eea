// The languages there are, and which of them somebody gets.

import type { Locale } from "../generated/lists.js";
import { LOCALES as TAGS } from "../generated/names.js";

/** Tags of all languages. */
export const LOCALES = Object.freeze(TAGS);

/** The first tag that is a language here, also by its prefix (`de-AT` is `de`), else English. */
export function negotiateLocale(tags: unknown): Locale {
  try {
    for (const tag of (Array.isArray(tags) ? tags : [tags]) as unknown[]) {
      const wanted = typeof tag === "string" && `${tag.toLowerCase().replaceAll("_", "-")}-`;
      // Where a language and a variant of it fit, the variant stands behind it.
      const known = wanted && LOCALES.filter((one) => wanted.startsWith(`${one.toLowerCase()}-`));
      const locale = known ? known.at(-1) : undefined;
      if (locale) return locale;
    }
  } catch {
    // A list that cannot be read names no language.
  }
  return "en";
}
