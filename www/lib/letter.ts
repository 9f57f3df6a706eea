// The letter to the customer's administrator in words, and what is needed to read the reply. `words` are
// those of a language and rule set: see text.js.

import type * as core from "./core-answers.js";
import { plain, toJson } from "./plain.js";
import type { Params, Words } from "./text.js";
import type { CustomerLetter, Report } from "./types.js";

/** What is asked for: the report as JSON, the values that questions name, and whose words they are. */
export function asking(report: unknown, claim: unknown): Asking {
  const { checks, findings, understood, ruleset } = (plain(report) ?? {}) as Partial<Report>;
  const { product } = (plain(claim) ?? {}) as Params;
  // What is no product is nothing to ask the customer about.
  const codes = Array.isArray(findings) ? findings.map((finding) => finding?.code) : [];
  const isKnown = typeof product === "string" && !codes.includes("product-unrecognized");
  const named = understood?.product ?? (isKnown ? product : "");
  const values = Object.entries({ ...understood, product: named });
  return {
    input: toJson({ checks, understood }),
    values: Object.fromEntries(values.map(([name, value]) => [name, inLine(value)])),
    ruleset,
  };
}

/** As a part of a sentence: on one line, and not longer than any name is. */
const inLine = (value: unknown): string =>
  String(value ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST);
const LONGEST = 120;

interface Asking {
  input: string;
  values: Params;
  ruleset: string | undefined;
}

/** The letter for these questions; `values` are those of the claim, which questions name. */
export function letter(
  asked: readonly core.AskedQuestion[],
  values: Params,
  words: Words,
): CustomerLetter | null {
  if (asked.length === 0) return null;
  const [greeting, intro, ...rest] = sentences(asked, values, words);
  const thanks = rest.pop();
  const numbered = asked.map(
    (_, place) => `${place + 1}. ${rest[2 * place]}\n   ${rest[2 * place + 1]}`,
  );
  return {
    locale: words.tag,
    subject: words.catalogue.letter.subject,
    text: [greeting, intro, ...numbered, thanks].join("\n\n"),
    asks: asked.flatMap(({ checks }) => checks),
  };
}

/**
 * All that the letter says: greeting, introduction, each question and where its answer is found, thanks.
 * Replies quote it.
 */
export function sentences(
  asked: readonly core.AskedQuestion[],
  values: Params,
  words: Words,
): string[] {
  const { greeting, intro, where, questions, thanks } = words.catalogue.letter;
  const own = asked.flatMap(({ question }) => {
    const { ask, where: place } = questions[question];
    return [words.say(ask, values), words.say(where, { where: place })];
  });
  return [greeting, intro, ...own, thanks];
}
