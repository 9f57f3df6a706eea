// A catalogue in the words of one rule set.

/**
 * The common words with the rule set's own over them, and what they insert filled in: terms
 * (`{partnerId}`), fixed options (`{activity:presales}`, with the area where it decides the name:
 * `{activity:usage:microsoft-365}`) and day counts (`{reviewBusinessDays}`). With `Names` behind the
 * name, an insert shows both names of what is called otherwise in another rule set.
 *
 * `both` has the labels of fields and options with both names.
 */
export function wordsUnder(ruleset, catalogue, days) {
  const ids = Object.keys(catalogue.rulesets);
  const [texts, filled] = filledTexts(catalogue, ruleset, days);
  const own = everywhere(texts, filled);
  const place = ids.indexOf(ruleset);
  const others = [...ids.slice(place + 1).reverse(), ...ids.slice(0, place).reverse()].map(
    (id) => ({
      kind: ids.indexOf(id) > place ? "later" : "earlier",
      words: everywhere(...filledTexts(names(catalogue, id), id)),
    }),
  );
  /** `pick` takes the name from a catalogue; `templates` say how the other one is added. */
  const named = (pick, templates) => {
    const other = others.find(({ words }) => `${shown(pick(words))}` !== `${shown(pick(own))}`);
    return other ? joined(pick(own), pick(other.words), templates[other.kind]) : pick(own);
  };
  const { labelled, inText } = own.names;
  const both = {
    terms: lazily(own.terms, (_, term) => named(({ terms }) => terms[term], inText)),
    fields: lazily(own.fields, (_, field) => named(({ fields }) => fields[field].label, labelled)),
    options: lazily(own.options, (options, field) =>
      lazily(options, (_, value) => named(({ options: all }) => all[field][value], labelled)),
    ),
  };
  const words = everywhere(texts, (text) =>
    filled(text)
      .replace(/\{(\w+)Names\}/g, (insert, term) => both.terms[term] ?? insert)
      .replace(
        OPTION_NAMES,
        (insert, field, value, area) => variant(both.options[field]?.[value], area) ?? insert,
      ),
  );
  return { words, both };
}

const OPTION = /\{(\w+):([\w-]+)(?::([\w-]+))?\}/g;
const OPTION_NAMES = /\{(\w+)Names:([\w-]+)(?::([\w-]+))?\}/g;

/** The rule set's words over the common ones, and how each is filled in with one name for each thing. */
function filledTexts({ rulesetWords, ...common }, ruleset, days) {
  const words = merged(common, rulesetWords[ruleset]);
  const given = { ...words.terms, ...days };
  const filled = (text) =>
    partly(text, given).replace(
      OPTION,
      (insert, field, value, area) => variant(words.options[field]?.[value], area) ?? insert,
    );
  return [words, filled];
}

/** Texts with the values filled in that are given; what else they insert stays. */
export function inserted(words, values) {
  return everywhere(words, (text) => partly(text, values));
}

const partly = (text, values) =>
  text.replace(/\{(\w+)\}/g, (insert, name) => values[name] ?? insert);

/** The part of a catalogue that other rule sets show. */
function names({ rulesetWords, ...common }, id) {
  const part = ({ terms = {}, fields = {}, options = {} }) => ({ terms, fields, options });
  return { ...part(common), rulesetWords: { [id]: part(rulesetWords[id] ?? {}) } };
}

/**
 * The one with the other over it, text by text: where both choose their text by the same, they are
 * joined.
 */
export function merged(common, own) {
  if (own === undefined) return common;
  if (typeof own !== "object" || typeof common !== "object") return own;
  return mapped({ ...common, ...own }, (value, key) =>
    key in common ? merged(common[key], own[key]) : value,
  );
}

function joined(name, other, template) {
  const chosen = [name, other].find((one) => typeof one === "object");
  if (!chosen) return name === other ? name : fill(template, { name, other });
  const { by, ...variants } = chosen;
  const each = mapped(variants, (_, key) =>
    joined(variant(name, key), variant(other, key), template),
  );
  return { by, ...each };
}

const variant = (text, key) => (typeof text === "object" ? (text[key] ?? text.other) : text);
const shown = (text) => (typeof text === "object" ? JSON.stringify(text) : text);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

const mapped = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));

/**
 * The same with every text changed, each when it is first asked for: of a catalogue, few texts are. Those
 * that belong together are changed together, and one that inserts nothing is left alone.
 */
function everywhere(node, change) {
  if (typeof node === "string") return node.includes("{") ? change(node) : node;
  const each = (child) => everywhere(child, change);
  return Object.values(node).every(isText) ? mapped(node, each) : lazily(node, each);
}

const isText = (node) => typeof node === "string";

/** As `mapped`, but each member is made when it is first asked for. */
function lazily(object, change) {
  const made = {};
  for (const key of Object.keys(object)) {
    const keep = (value) => Object.defineProperty(made, key, { value, enumerable: true })[key];
    const get = () => keep(change(object[key], key));
    Object.defineProperty(made, key, { get, enumerable: true, configurable: true });
  }
  return made;
}
