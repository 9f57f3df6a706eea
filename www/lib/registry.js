// What the core declares of itself: rule sets, fields, checks, codes and their closed lists.

import { REGISTRY } from "../generated/registry.js";

export { REGISTRY };

const { rulesets } = REGISTRY;

/** The rule set of this id (`latest` is the newest one), else the one in force on the day. */
export function rulesetNamed(id, day) {
  if (id === "latest") return rulesets.at(-1);
  return rulesets.find((ruleset) => ruleset.id === id) ?? rulesetOn(day);
}

/** The rule set in force on a day; without one, today. Before all of them, it is the first. */
export function rulesetOn(day = new Date().toISOString().slice(0, 10)) {
  return rulesets.findLast(({ from }) => from <= day) ?? rulesets[0];
}

/** Every code with its severity and section in a rule set. */
export function codesUnder({ ruled }) {
  return REGISTRY.codes.map((code, place) => ({ ...code, ...ruled[place] }));
}
