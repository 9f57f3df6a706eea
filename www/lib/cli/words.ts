// What the commands say themselves, in the languages of messages.

import { negotiateLocale } from "cpor-preflight";
import { commandLineTexts } from "../../generated/command-line-texts.js";
import { fill, plural } from "../fill.js";

/** The command line's own words in the language that messages of a tag are in. */
export const wordsIn = (tag: string) => commandLineTexts[negotiateLocale([tag])];

/** The form of a text for a number, in the language that messages of a tag are in. */
export const counted = (tag: string, forms: Readonly<Record<string, string>>, n: number): string =>
  plural(negotiateLocale([tag]), forms, n);

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
