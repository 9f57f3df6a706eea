// What the core declares of itself: rule sets, fields, checks, codes and their closed lists.

import { REGISTRY } from "../generated/registry.js";

export { REGISTRY };

/** The rule set of this id, else the default. */
export function rulesetNamed(id) {
  return REGISTRY.rulesets.find((ruleset) => ruleset.id === id) ?? REGISTRY.rulesets[0];
}

/** Every code with its severity and section in a rule set. */
export function codesUnder({ ruled }) {
  return REGISTRY.codes.map((code, place) => ({ ...code, ...ruled[place] }));
}
