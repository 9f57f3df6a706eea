// The core's script, and what puts its advice into words: without the core, there is none.

import { activity, diagnosis, partnerId } from "./advice.js";

export * from "./wasm/cpor_preflight.js";
export { default } from "./wasm/cpor_preflight.js";

// Named one by one: bundlers make an object of all there is only with code of their own.
export const advice = { activity, diagnosis, partnerId };
