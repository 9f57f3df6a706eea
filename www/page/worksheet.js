import { rulesetNamed } from "../lib/registry.ts";
import { wordsUnder } from "../lib/words.ts";
import { day } from "./dom.js";

/** Where the checks could not be loaded, the words alone still make a form, described as by the library. */
export function worksheet(catalogue, ruleset) {
  const { id } = rulesetNamed(ruleset, day());
  const { words, both } = wordsUnder(id, catalogue);
  const fields = Object.entries(words.fields).map(([name, { label, hint }]) => {
    const options = Object.entries(both.options[name] ?? {});
    return {
      ...{ name, hint, label: both.fields[name], shortLabel: label },
      type: options.length ? "choice" : "text",
      options: options.map(([value, text]) => ({ value, label: text.other ?? text })),
    };
  });
  return { fields, labels: { support: words.support, terms: words.terms }, checks: [] };
}
