// The languages there are, and which of them somebody gets.

import { LOCALES as TAGS } from "../generated/lists.js";

/** Tags of all languages. */
export const LOCALES = Object.freeze(TAGS);

/** The first tag that is a language here, also by its prefix (`de-AT` is `de`), else English. */
export function negotiateLocale(tags) {
  try {
    for (const tag of Array.isArray(tags) ? tags : [tags]) {
      const prefix = typeof tag === "string" && tag.toLowerCase().split(/[-_]/)[0];
      if (LOCALES.includes(prefix)) return prefix;
    }
  } catch {
    // A list that cannot be read names no language.
  }
  return "en";
}
