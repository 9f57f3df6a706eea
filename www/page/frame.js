// What the pages have in common around their contents: language, colours, address.

import { h } from "./dom.js";

/** Each with its own name for itself: a browser takes longer to tell it than the page to start. */
export const LANGUAGES = {
  en: {
    name: "English",
    load: () => import("./language/en.js"),
    loadFindings: () => import("./language/en-findings.js"),
  },
  de: {
    name: "Deutsch",
    load: () => import("./language/de.js"),
    loadFindings: () => import("./language/de-findings.js"),
  },
};
/** What of the library's words comes later, see `loadTexts` there. */
export const RESTS = {
  en: () => import("../lib/parts/en-rest.js"),
  de: () => import("../lib/parts/de-rest.js"),
};
export const LOCALES = Object.keys(LANGUAGES);

export function languageOption(tag) {
  return h("option", { value: tag, lang: tag }, LANGUAGES[tag].name);
}

/** The language that the address or the browser asks for, else the first one. */
export function negotiate() {
  const asked = new URLSearchParams(location.search).get("lang");
  const tags = [asked ?? [], navigator.languages]
    .flat()
    .map((tag) => tag.slice(0, 2).toLowerCase());
  return tags.find((tag) => LOCALES.includes(tag)) ?? LOCALES[0];
}

/** Keeps what was chosen in the address, so that a reload or a link has it. */
export function address(chosen) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(chosen)) query.set(name, value);
  history.replaceState(null, "", `?${query}${location.hash}`);
}

/** The visitor's own variant of the page's language: it decides how dates look. */
export function variantOf(locale) {
  return navigator.languages.find((tag) => tag.startsWith(locale)) ?? locale;
}

export function isDark() {
  const { theme: chosen } = document.documentElement.dataset;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
