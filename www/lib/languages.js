// The languages that are loaded, and the words that each has under a rule set.

import { negotiateLocale } from "./locales.js";
import { plainOption } from "./plain.js";
import { codesUnder, REGISTRY, rulesetNamed } from "./registry.js";
import { Words } from "./text.js";
import { merged } from "./words.js";

/** A language is a `claim` part, what a form says, and the `rest`; or it was given as a `whole`. */
export class Languages {
  /** By tag: which parts have come, and the catalogue that they make. */
  #catalogues = new Map();
  #words = new Map();
  #last = {};
  #needsRest;

  /** @param needsRest tells whether the module that answers can say what only the rest has words for */
  constructor(needsRest) {
    this.#needsRest = needsRest;
  }

  take(tag, part, texts) {
    const parts = { ...this.#catalogues.get(tag)?.parts, [part]: texts };
    const { claim, rest, whole } = parts;
    const catalogue = [claim, rest, whole].filter(Boolean).reduce(merged);
    this.#catalogues.set(tag, { parts, catalogue });
    for (const [key, words] of this.#words) if (words.tag === tag) this.#words.delete(key);
    this.forget();
  }

  has(tag, part) {
    const { parts } = this.#catalogues.get(tag) ?? {};
    return Boolean(parts?.[part] || parts?.whole);
  }

  /** Another module answers now: it may need more of each language. */
  forget() {
    this.#last = {};
  }

  /** The tag that is wanted, if its language can say all that the module can; else `otherwise`. */
  worded(wanted, otherwise) {
    const tag = negotiateLocale([wanted]);
    return this.#isWorded(tag) ? tag : otherwise;
  }

  /** The words of the language and rule set that the options name; none where no language is loaded. */
  wordsFor(options) {
    const wanted = plainOption(options, "locale");
    const id = plainOption(options, "ruleset");
    const last = this.#last;
    if (last.words && wanted === last.wanted && id === last.id) return last.words;
    const words = this.#find(wanted, id);
    this.#last = { wanted, id, words };
    return words;
  }

  #find(wanted, id) {
    const tags = [negotiateLocale([wanted]), "en", ...this.#catalogues.keys()];
    const tag = tags.find((one) => this.#isWorded(one));
    if (!tag) return undefined;
    return this.#under(tag, rulesetNamed(id));
  }

  /** The words of a language that is loaded, under a rule set. */
  under({ tag }, ruleset) {
    return this.#under(tag, ruleset);
  }

  #under(tag, ruleset) {
    const key = `${tag}/${ruleset.id}`;
    let words = this.#words.get(key);
    if (!words) {
      words = new Words(this.#catalogues.get(tag).catalogue, ruleset);
      this.#words.set(key, words);
    }
    return words;
  }

  #isWorded(tag) {
    return this.has(tag, "claim") && (this.has(tag, "rest") || !this.#needsRest());
  }
}

/** What reports need of the rule set at a place of the registry, in the words of a language. */
export function rulesetAt(place, language, languages) {
  const ruleset = REGISTRY.rulesets[place];
  const words = languages.under(language, ruleset);
  words.underRuleset[place] ??= {
    id: ruleset.id,
    url: ruleset.page.url,
    checks: REGISTRY.checks,
    codes: codesUnder(ruleset),
    words,
    steps: [],
  };
  return words.underRuleset[place];
}
