// The languages that are loaded, and the words that each has under a rule set.

import type { CheckId, Locale } from "../generated/lists.js";
import { negotiateLocale } from "./locales.js";
import { plainOption } from "./plain.js";
import {
  codesUnder,
  REGISTRY,
  type RegistryRuleset,
  type RuledCode,
  rulesetNamed,
} from "./registry.js";
import { Words } from "./text.js";
import { type AllWords, merged } from "./words.js";

/** The parts of a language that are loaded one by one, or as one, and what the host says in its own words. */
export type TextPart = "claim" | "rest" | "whole" | "own";

/** What loads each part of each language. */
export type Loaders = Record<Locale, Record<"claim" | "rest", () => unknown>>;

/** What reports need of a rule set. */
export interface UnderRuleset {
  id: string;
  url: string;
  checks: readonly CheckId[];
  codes: readonly RuledCode[];
  words: Words;
  /** The texts of steps, as they were last made. */
  steps: { days: number; label: string; note: string }[];
  /** What buttons say, by the number of the action. */
  actions: Map<number, string>;
}

/** A language is a `claim` part, what a form says, and the `rest`; or it was given as a `whole`. The host’s `own` words count before all. */
export class Languages {
  /** By tag: which parts have come, and the catalogue that they make. */
  #catalogues = new Map<Locale, { parts: Parts; catalogue: AllWords }>();
  #words = new Map<string, Words>();
  #last: { wanted?: unknown; id?: unknown; words?: Words | undefined } = {};
  #needsRest: () => boolean;

  /** @param needsRest tells whether the module that answers can say what only the rest has words for */
  constructor(needsRest: () => boolean) {
    this.#needsRest = needsRest;
  }

  /** The languages that have come whole. */
  get tags(): Locale[] {
    return [...this.#catalogues.keys()].filter((tag) => this.has(tag, "rest"));
  }

  take(tag: Locale, part: TextPart, texts: unknown): void {
    const before = this.#catalogues.get(tag)?.parts ?? {};
    // What was said before in the host’s own words stays, where it is not said anew.
    const now = part === "own" ? merged(before.own ?? {}, texts) : texts;
    const parts: Parts = { ...before, [part]: now };
    const { claim, rest, whole, own } = parts;
    const ours = [claim, rest, whole].filter(Boolean).reduce(merged, {}) as AllWords;
    // Under each rule set, too, which says some of it in other words.
    const rulesetWords = Object.fromEntries(REGISTRY.rulesets.map(({ id }) => [id, own]));
    const catalogue = merged(ours, own && { ...own, rulesetWords }) as AllWords;
    this.#catalogues.set(tag, { parts, catalogue });
    for (const [key, words] of this.#words) if (words.tag === tag) this.#words.delete(key);
    this.forget();
  }

  has(tag: Locale, part: TextPart): boolean {
    const { parts } = this.#catalogues.get(tag) ?? {};
    return Boolean(parts?.[part] || parts?.whole);
  }

  /** Another module answers now: it may need more of each language. */
  forget(): void {
    this.#last = {};
  }

  /** The tag that is wanted, if its language can say all that the module can; else `otherwise`. */
  worded(wanted: unknown, otherwise: Locale): Locale {
    const tag = negotiateLocale([wanted]);
    return this.#isWorded(tag) ? tag : otherwise;
  }

  /** The words of the language and rule set that the options name; none where no language is loaded. */
  wordsFor(options: unknown): Words | undefined {
    const wanted = plainOption(options, "locale");
    const id = plainOption(options, "ruleset");
    const last = this.#last;
    if (last.words && wanted === last.wanted && id === last.id) return last.words;
    const words = this.#find(wanted, id);
    this.#last = { wanted, id, words };
    return words;
  }

  #find(wanted: unknown, id: unknown): Words | undefined {
    const tags: Locale[] = [negotiateLocale([wanted]), "en", ...this.#catalogues.keys()];
    const tag = tags.find((one) => this.#isWorded(one));
    return tag && this.#under(tag, rulesetNamed(id));
  }

  /** The words of a language that is loaded, under a rule set. */
  under({ tag }: Words, ruleset: RegistryRuleset): Words {
    return this.#under(tag, ruleset) as Words;
  }

  #under(tag: Locale, ruleset: RegistryRuleset): Words | undefined {
    const named = this.#catalogues.get(tag);
    if (!named) return undefined;
    const key = `${tag}/${ruleset.id}`;
    let words = this.#words.get(key);
    if (!words) {
      words = new Words(named.catalogue, ruleset);
      this.#words.set(key, words);
    }
    return words;
  }

  #isWorded(tag: Locale): boolean {
    return this.has(tag, "claim") && (this.has(tag, "rest") || !this.#needsRest());
  }
}

type Parts = Partial<Record<TextPart, unknown>>;

/** What reports need of the rule set at a place of the registry, in the words of a language. */
export function rulesetAt(place: number, language: Words, languages: Languages): UnderRuleset {
  const ruleset = REGISTRY.rulesets[place] as RegistryRuleset;
  const words = languages.under(language, ruleset);
  const under = words.underRuleset[place] ?? {
    id: ruleset.id,
    url: ruleset.page.url,
    checks: REGISTRY.checks,
    codes: codesUnder(ruleset),
    words,
    steps: [],
    actions: new Map(),
  };
  words.underRuleset[place] = under;
  return under;
}
