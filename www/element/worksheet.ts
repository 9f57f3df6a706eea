// Where the checks did not load: the words alone still make a form, and nothing is found in it.

import type { Library } from "../form/library.js";
import type { Field } from "../generated/lists.js";
import { rulesetNamed } from "../lib/registry.js";
import type { Description, Report } from "../lib/types.js";
import { type AllWords, wordsUnder } from "../lib/words.js";

/** The fields, described as by the library. */
export function worksheet(catalogue: AllWords, named: string | undefined): Description {
  const { ruled, ...ruleset } = rulesetNamed(named);
  const { words, both } = wordsUnder(ruleset.id, catalogue);
  const fields = Object.entries(words.fields).map(([name, { label, hint }]) => {
    const options = Object.entries(both.options[name] ?? {});
    const plain = name === "submittedOn" ? "date" : "text";
    return {
      ...{ name, hint, label: both.fields[name], shortLabel: label },
      type: options.length ? "choice" : plain,
      options: options.map(([value, text]) => {
        const own = typeof text === "string" ? text : String(text.other);
        return { value, label: own, shortLabel: own };
      }),
    };
  });
  const labels = { severities: words.severities, terms: words.terms };
  return { fields, labels, ruleset, checks: [], codes: [] } as unknown as Description;
}

/** A library that finds nothing. */
export function unchecked(named: string | undefined): Library {
  const checkClaim = (claim: Readonly<Record<string, string>>): Report => ({
    ...{ schema: 1, locale: "en", today: "", verdict: "confirm" },
    ruleset: rulesetNamed(named).id,
    ...{ checks: [], findings: [], timeline: [] },
    understood: claim as Partial<Record<Field, string>>,
  });
  const nothing = async (): Promise<never> => {
    throw new Error("The checks did not load.");
  };
  return { checkClaim, readAnything: nothing, lookUpTenant: nothing } as unknown as Library;
}
