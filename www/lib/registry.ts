// What the core declares of itself: rule sets, fields, checks, codes and their closed lists.

import type { Authority, CheckId, Lists, Severity } from "../generated/lists.js";
import { REGISTRY } from "../generated/registry.js";
import type { CodeFacts, Exception, FieldFacts, RuleSet } from "./core-answers.js";
import type { SkuSource } from "./core-types.js";

export { REGISTRY };

export interface Registry {
  fields: FieldFacts[];
  checks: CheckId[];
  /** But for those that come with the core. */
  lists: Lists;
  questions: FieldFacts[];
  diagnosis: FieldFacts[];
  /** What an export has to show for an action, with the kinds that show it. */
  shows: FieldFacts[];
  skuTable: SkuSource;
  rulesets: RegistryRuleset[];
  codes: CodeFacts[];
}

/** A rule set, with what it says of each code, in the order of the codes. */
export interface RegistryRuleset extends RuleSet {
  ruled: Ruled[];
}

interface Ruled {
  severity: Severity;
  except?: Exception;
  section: string;
  /** The page with that heading, where it is not the rule set's own. */
  url?: string;
  authority: Authority;
  sources?: { section: string; url: string }[];
}

/** A code with what a rule set says of it. */
export type RuledCode = CodeFacts & Ruled;

/** The rule set of this id (`latest` is the newest one), else the one in force on the day. */
export function rulesetNamed(id: unknown, day?: string): RegistryRuleset {
  const { rulesets } = REGISTRY;
  if (id === "latest") return rulesets.at(-1) as RegistryRuleset;
  return rulesets.find((ruleset) => ruleset.id === id) ?? rulesetOn(day);
}

/** The rule set in force on a day; without one, today. Before all of them, it is the first. */
export function rulesetOn(day = new Date().toISOString().slice(0, 10)): RegistryRuleset {
  const { rulesets } = REGISTRY;
  return (rulesets.findLast(({ from }) => from <= day) ?? rulesets[0]) as RegistryRuleset;
}

/** Every code with its severity and section in a rule set. */
export function codesUnder({ ruled }: RegistryRuleset): RuledCode[] {
  return REGISTRY.codes.map((code, place) => ({ ...code, ...(ruled[place] as Ruled) }));
}
