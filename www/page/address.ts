// What the address says of language, rule set and colors: a link or another tab has them, and so has every other page.

import { isServed } from "#place";
import type { Theme } from "../form/frame.js";
import { monthFormat } from "../lib/formats.js";
import { REGISTRY } from "../lib/registry.js";
import { asked } from "./language.js";

const THEMES: readonly Theme[] = ["system", "light", "dark"];
const CHOICES = ["lang", "ruleset", "theme"];

/** The rule set that the address asks for, if there is such a one; the claim’s day decides otherwise. */
export function rulesetAsked(): string | undefined {
  const ids = REGISTRY.rulesets.map(({ id }) => id);
  return asked("ruleset") === "latest" ? ids.at(-1) : ids.find((id) => id === asked("ruleset"));
}

export const themeAsked = (): Theme => THEMES.find((theme) => theme === asked("theme")) ?? "system";

/** The colors after these. */
export const themeAfter = (theme: Theme): Theme =>
  THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";

/** Keeps what was chosen in the address, so that a reload or a link has it. */
export function address(chosen: Record<string, string | undefined>): void {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(chosen)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  replaceAddress(`${location.pathname}${asQuery(query)}${location.hash}`);
}

/** Another address for this entry of the history. */
export const replaceAddress = (to: string): void => history.replaceState(history.state, "", to);

/** The address of this page with something else behind `#`. */
export const withHash = (hash: string): string => `${location.pathname}${location.search}${hash}`;

/** The address of another page of the site, with what was chosen here; nothing where there is no site. */
export function pageAddress(name: string): string | undefined {
  if (!isServed) return undefined;
  const query = new URLSearchParams(location.search);
  for (const one of [...query.keys()]) if (!CHOICES.includes(one)) query.delete(one);
  return `${name}${asQuery(query)}`;
}

/** The visitor’s own variant of the page’s language: it decides how dates look. */
export const variantOf = (locale: string): string =>
  navigator.languages.find((tag) => tag.startsWith(locale)) ?? locale;

/** A day’s month, as the visitor’s variant of a language writes it. */
export function monthIn(locale: string, date: string): string {
  return monthFormat(variantOf(locale)).format(new Date(date));
}

const asQuery = (query: URLSearchParams) => query.toString() && `?${query}`;
