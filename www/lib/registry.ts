// What the core declares of itself: rule sets, fields, checks, codes and their closed lists.

import type { CheckId, Lists, Severity } from "../generated/lists.js";
import { REGISTRY } from "../generated/registry.js";
import type { CodeFacts, Exception, FieldFacts, RuleSet } from "./core-answers.js";
import type { SkuSource } from "./core-types.js";

export { REGISTRY };

export interface Registry {
  fields: FieldFacts[];
  checks: CheckId[];
  lists: Lists;
  questions: FieldFacts[];
  diagnosis: FieldFacts[];
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
}

/** A code with what a rule set says of it. */
export type RuledCode = CodeFacts & Ruled;

/** The rule set of this id, else the default. */
export function rulesetNamed(id: unknown): RegistryRuleset {
  const [first] = REGISTRY.rulesets as [RegistryRuleset, ...RegistryRuleset[]];
  return REGISTRY.rulesets.find((ruleset) => ruleset.id === id) ?? first;
}

/** Every code with its severity and section in a rule set. */
export function codesUnder({ ruled }: RegistryRuleset): RuledCode[] {
  return REGISTRY.codes.map((code, place) => ({ ...code, ...(ruled[place] as Ruled) }));
}
