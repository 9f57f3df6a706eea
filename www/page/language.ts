// Which language the page is to be in.

import type { Locale } from "../generated/lists.js";
import { negotiateLocale } from "../lib/locales.js";

/** What the address says under a name. */
export const asked = (name: string): string | null =>
  new URLSearchParams(location.search).get(name);

/** The language that the address or the browser asks for, else English. */
export const negotiate = (): Locale => negotiateLocale([asked("lang"), ...navigator.languages]);
