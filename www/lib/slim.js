// The library without an address in it: it takes what it is given, and loads more only when asked.

import { init as load } from "./preflight.js";

export { compareRulesets } from "./compare.js";
export { describe } from "./describe.js";
export * from "./preflight.js";

export function init(source, options) {
  return load(source, { locales: [], skus: false, ...options });
}
