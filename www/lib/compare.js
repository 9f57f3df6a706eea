// Compares rule sets. Apart from the library's other functions, because the page does not need it at first.

import { differencesOf } from "./differences.js";
import { describe } from "./preflight.js";

/** What the second rule set says otherwise than the first. An unknown one is the default. */
export function compareRulesets(from, to, options) {
  const locale = localeIn(options);
  return differencesOf(describe({ locale, ruleset: from }), describe({ locale, ruleset: to }));
}

/** An option that cannot be read is not given. */
function localeIn(options) {
  try {
    return options?.locale;
  } catch {
    return undefined;
  }
}
