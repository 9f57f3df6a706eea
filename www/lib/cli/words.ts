// What the commands say themselves, in the languages of messages.

import { negotiateLocale } from "cpor-preflight";
import { commandLineTexts } from "../../generated/command-line-texts.js";

/** The command line's own words in the language that messages of a tag are in. */
export const wordsIn = (tag: string) => commandLineTexts[negotiateLocale([tag])];

/** A text with its values in their places. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/** The form of a text for a number, which it shows as `{n}`. */
export function counted(tag: string, forms: Readonly<Record<string, string>>, n: number): string {
  const form = forms[new Intl.PluralRules(negotiateLocale([tag])).select(n)] ?? forms.other ?? "";
  return fill(form, { n });
}

/** "7 claims: 4 to fix, 3 to confirm, 0 ready" */
export function sumsOf(
  tag: string,
  sums: Readonly<Record<"fix" | "confirm" | "ready", number>>,
): string {
  const { claims, verdicts } = wordsIn(tag);
  const all = sums.fix + sums.confirm + sums.ready;
  const each = (["fix", "confirm", "ready"] as const).map((one) =>
    fill(verdicts[one], { n: sums[one] }),
  );
  return fill(counted(tag, claims, all), { sums: each.join(", ") });
}
