// A catalogue in the words of one rule set.

import type claim from "../text/en/claim.js";
import type rest from "../text/en/rest.js";

/** The words of a language, all of them. English is the model: a test holds the others to it. */
export type AllWords = typeof claim & typeof rest;

/** A text, or texts of which a parameter's value chooses one. */
export type Text = string | Variants;

export interface Variants {
  readonly by: string;
  readonly [value: string]: Text;
}

/** Texts by their names, in groups. */
type Node = string | Tree;
interface Tree {
  readonly [name: string]: Node;
}

/** What names things, and what another rule set may call otherwise. */
type Names = Pick<AllWords, "terms" | "fields" | "options" | "names">;
type Change = (text: string) => string;

/** The labels of fields and options with both names. */
export interface Both {
  fields: Record<string, string>;
  options: Record<string, Record<string, Text>>;
}

/**
 * The common words with the rule set's own over them, and what they insert filled in: terms
 * (`{partnerId}`), fixed options (`{activity:presales}`, with the area where it decides the name:
 * `{activity:usage:microsoft-365}`) and day counts (`{reviewBusinessDays}`). With `Names` behind its
 * name, an option is shown with both names if another rule set calls it otherwise.
 *
 * `both` has the labels of fields and options with both names.
 */
export function wordsUnder(
  ruleset: string,
  catalogue: AllWords,
  days?: object,
): { words: AllWords; both: Both } {
  const ids = Object.keys(catalogue.rulesets);
  const [texts, filled] = filledTexts(catalogue, ruleset, days);
  const own = everywhere(texts, filled) as AllWords;
  const place = ids.indexOf(ruleset);
  const others = [...ids.slice(place + 1).reverse(), ...ids.slice(0, place).reverse()].map(
    (id) => ({
      kind: ids.indexOf(id) > place ? "later" : "earlier",
      words: everywhere(...filledTexts(names(catalogue, id), id)) as unknown as Names,
    }),
  );
  /** `pick` takes the name from a catalogue; `templates` say how the other one is added. */
  const named = (pick: (words: Names) => Text, templates: Record<string, string>): Text => {
    const other = others.find(({ words }) => `${shown(pick(words))}` !== `${shown(pick(own))}`);
    return other ? joined(pick(own), pick(other.words), templates[other.kind] ?? "") : pick(own);
  };
  const { labelled } = own.names;
  const both: Both = {
    fields: lazily(own.fields, (_, field) =>
      named(({ fields }) => of(fields, field).label, labelled),
    ) as Both["fields"],
    options: lazily(own.options, (options, field) =>
      lazily(options, (_, value) =>
        named(({ options: all }) => of(of(all, field), value), labelled),
      ),
    ) as Both["options"],
  };
  const words = everywhere(texts, (text) =>
    filled(text).replace(
      OPTION_NAMES,
      (insert, field: string, value: string, area: string) =>
        variant(both.options[field]?.[value], area) ?? insert,
    ),
  );
  return { words: words as AllWords, both };
}

const OPTION = /\{(\w+):([\w-]+)(?::([\w-]+))?\}/g;
const OPTION_NAMES = /\{(\w+)Names:([\w-]+)(?::([\w-]+))?\}/g;

/** The rule set's words over the common ones, and how each is filled in with one name for each thing. */
function filledTexts(
  { rulesetWords, ...common }: Partial<AllWords>,
  ruleset: string,
  days?: object,
): [Tree, Change] {
  const own = (rulesetWords as Record<string, Tree> | undefined)?.[ruleset];
  const words = merged(common, own) as Names;
  const given = { ...words.terms, ...days };
  const options = words.options as Record<string, Record<string, Text>>;
  const filled = (text: string) =>
    partly(text, given).replace(
      OPTION,
      (insert, field: string, value: string, area: string) =>
        variant(options[field]?.[value], area) ?? insert,
    );
  return [words as unknown as Tree, filled];
}

/** Texts with the values filled in that are given; what else they insert stays. */
export function inserted<Words extends object>(words: Words, values: object): Words {
  return everywhere(words as unknown as Tree, (text) => partly(text, values)) as unknown as Words;
}

const partly = (text: string, values: object): string =>
  text.replace(/\{(\w+)\}/g, (insert, name: string) => String(of(values, name) ?? insert));

/** The part of a catalogue that other rule sets show. */
function names({ rulesetWords, ...common }: AllWords, id: string): Partial<AllWords> {
  const part = ({
    terms = {},
    fields = {},
    options = {},
  }: Partial<Record<keyof Names, object>>) => ({
    ...{ terms, fields, options },
  });
  const own = (rulesetWords as Record<string, object>)[id] ?? {};
  const both: object = { ...part(common), rulesetWords: { [id]: part(own) } };
  return both;
}

/**
 * The one with the other over it, text by text: where both choose their text by the same, they are
 * joined.
 */
export function merged(common: unknown, own: unknown): unknown {
  if (own === undefined) return common;
  if (typeof own !== "object" || typeof common !== "object") return own;
  const [shared, more] = [common, own] as [Tree, Tree];
  return mapped({ ...shared, ...more }, (value, key) =>
    key in shared ? (merged(shared[key], more[key]) as Node) : value,
  );
}

function joined(name: Text, other: Text, template: string): Text {
  const chosen = [name, other].find((one) => typeof one === "object");
  if (!chosen) return name === other ? name : fill(template, { name, other } as Values);
  const { by, ...variants } = chosen;
  const each = mapped(variants, (_, key) =>
    joined(variant(name, key) as string, variant(other, key) as string, template),
  );
  return { by, ...each } as Variants;
}

type Values = Record<string, string>;

/** A member by a name that comes from texts or lists. */
function of<Members extends object>(members: Members, name: string): Members[keyof Members] {
  return members[name as keyof Members];
}

/** The text that a value chooses; those of names choose by one value only. */
const variant = (text: Text | undefined, key: string): string | undefined =>
  (typeof text === "object" ? (text[key] ?? text.other) : text) as string | undefined;
const shown = (text: Text): string => (typeof text === "object" ? JSON.stringify(text) : text);
const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => `${values[name]}`);

const mapped = (object: Tree | Variants, change: (value: Node, key: string) => Node): Tree =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));

/**
 * The same with every text changed, each when it is first asked for: of a catalogue, few texts are. Those
 * that belong together are changed together, and one that inserts nothing is left alone.
 */
function everywhere(node: Tree, change: Change): Tree;
function everywhere(node: Node, change: Change): Node;
function everywhere(node: Node, change: Change): Node {
  if (typeof node === "string") return node.includes("{") ? change(node) : node;
  const each = (child: Node): Node => everywhere(child, change);
  return Object.values(node).every(isText) ? mapped(node, each) : lazily(node, each);
}

const isText = (node: unknown): boolean => typeof node === "string";

/** As `mapped`, but each member is made when it is first asked for. */
function lazily<Value>(
  object: Readonly<Record<string, Value>>,
  change: (value: Value, key: string) => Node,
): Tree {
  const made: Record<string, Node> = {};
  for (const key of Object.keys(object)) {
    const keep = (value: Node): Node =>
      (Object.defineProperty(made, key, { value, enumerable: true }) as Tree)[key] as Node;
    const get = () => keep(change(object[key] as Value, key));
    Object.defineProperty(made, key, { get, enumerable: true, configurable: true });
  }
  return made;
}
