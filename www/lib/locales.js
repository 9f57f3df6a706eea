// The languages there are, and which of them somebody gets.

import { LOCALES as TAGS } from "../generated/lists.js";

/** Tags of all languages. */
export const LOCALES = Object.freeze(TAGS);

/** The first tag that is a language here, also by its prefix (`de-AT` is `de`), else English. */
export function negotiateLocale(tags) {
  try {
    for (const tag of Array.isArray(tags) ? tags : [tags]) {
      const wanted = typeof tag === "string" && `${tag.toLowerCase().replaceAll("_", "-")}-`;
      // Where a language and a variant of it fit, the variant stands behind it.
      const known = wanted && LOCALES.filter((one) => wanted.startsWith(`${one.toLowerCase()}-`));
      if (known?.length) return known.at(-1);
    }
  } catch {
    // A list that cannot be read names no language.
  }
  return "en";
}
