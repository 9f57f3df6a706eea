// What a host says in its own words, as far as it is what it should be: the rest is told in the console.

import { FIELDS } from "../generated/names.js";
import { LOCALES } from "./locales.js";
import { hint } from "./nearest.js";
import { REGISTRY } from "./registry.js";
import { warn } from "./warn.js";

type Read = (where: string, given: unknown, name: string) => unknown;

/** The texts of each language that `messages` of `init` has. */
export function ownWords(messages: unknown): [tag: string, words: object][] {
  const all = members("messages", messages, undefined, (where, given, tag) => {
    const [language = ""] = tag.toLowerCase().split("-");
    if ((LOCALES as readonly string[]).includes(language)) return languageIn(where, given, tag);
    warn(`messages has no language ${tag}.`);
    return undefined;
  });
  return Object.entries(all ?? {}) as [string, object][];
}

const languageIn: Read = (where, given) =>
  members(where, given, Object.keys(GROUPS), (path, group, name) =>
    GROUPS[name]?.(path, group, name),
  );

const textIn: Read = (where, given) => {
  if (typeof given === "string") return given;
  warn(`${where} is no text.`);
  return undefined;
};

const textsOf =
  (...names: string[]): Read =>
  (where, given) =>
    members(where, given, names, textIn);

const GROUPS: Readonly<Record<string, Read>> = {
  findings: (where, given) =>
    members(
      where,
      given,
      REGISTRY.codes.map(({ code }) => code),
      textsOf("what", "why", "next"),
    ),
  fields: (where, given) => members(where, given, FIELDS, textsOf("label", "hint")),
  options: (where, given) =>
    members(where, given, FIELDS, (path, options, field) => {
      const { options: values = [] } = REGISTRY.fields.find(({ name }) => name === field) ?? {};
      return members(path, options, values, textIn);
    }),
};

/** The members that are among the names; nothing where there can be none. */
function members(
  where: string,
  given: unknown,
  names: readonly string[] | undefined,
  read: Read,
): Record<string, unknown> | undefined {
  if (given === undefined) return undefined;
  if (typeof given !== "object" || given === null) {
    warn(`${where} has no texts.`);
    return undefined;
  }
  const all: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (names && !names.includes(name)) {
      warn(`${where} has no ${name}${hint(name, names)}.`);
      continue;
    }
    const one = read(`${where}.${name}`, value, name);
    if (one !== undefined) all[name] = one;
  }
  return all;
}
