// A warning for those who build a portal, where the name of an option is misspelled.

import { hint } from "./nearest.js";
import { warn } from "./warn.js";

/** Each option with the only values that it can have, where these are listed, or with what they look like. */
export type Names<Options> = { readonly [Name in keyof Options]-?: Values };

/** Of any language: where there is none of that tag, another stands in. */
export const LANGUAGE_TAG = /^[a-z]{1,8}([-_][a-z\d]{1,8})*$/i;

type Values = readonly string[] | RegExp | null;
type Known = Readonly<Record<string, Values>>;

/** Warns of options that a function does not have, and of values that they can't have. */
export function warnOfOptions(name: string, known: Known, options: unknown): void {
  // What no literal has made is no list of options, and what can't be read has findings of its own.
  try {
    if (options && Object.getPrototypeOf(options) === Object.prototype)
      for (const option of Object.keys(options)) warnOfOption(name, known, option, options);
  } catch {}
}

function warnOfOption(name: string, known: Known, option: string, options: object): void {
  const names = Object.keys(known);
  if (!names.includes(option)) {
    warn(`${name} has no option ${option}${hint(option, names)}.`);
    return;
  }
  const values = known[option];
  if (!values) return;
  for (const value of [(options as Record<string, unknown>)[option] ?? []].flat()) {
    const text = String(value);
    const isPattern = values instanceof RegExp;
    if (isPattern ? values.test(text) : values.includes(text)) continue;
    warn(`${option} of ${name} can’t be ${text}${isPattern ? "" : hint(text, values)}.`);
  }
}
