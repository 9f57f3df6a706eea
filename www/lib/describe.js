// What a tool wants to know beyond what a form needs.

import { LISTS } from "./closed-lists.js";
import { describe as describeForm } from "./preflight.js";
import { complete } from "./registry.js";
import REST from "./registry-rest.js";

complete(REST);

/** Fields, checks, codes and questions with their words, and every closed list; the caller's own. */
export function describe(options) {
  return { ...describeForm(options), lists: structuredClone(LISTS) };
}
