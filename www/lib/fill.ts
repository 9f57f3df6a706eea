// Texts with values in their places.

import { pluralRules } from "./formats.js";

/** Puts values into a text: `{name}` is where the value of that name stands. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/**
 * Picks the form for a number, and puts it in as `{n}`.
 *
 * @param forms one for each category of the language's plurals
 * @param shown how the number is written
 */
export function plural(
  locale: string,
  forms: Readonly<Record<string, string>>,
  n: number,
  shown: string | number = n,
): string {
  const form = forms[pluralRules(locale).select(n)] ?? forms.other ?? "";
  return fill(form, { n: shown });
}
