// All that comes with the core: its glue, and the scripts that only it needs.

export * as glue from "../generated/cpor_core.js";
export { LATER_LISTS as lists } from "../generated/later-lists.js";
export { Around } from "./around.js";
export { differencesOf } from "./differences.js";
export { Exports } from "./exports.js";
export { Guides } from "./guides.js";
export { ManyClaims } from "./many.js";

/** The core's glue. */
export type CoreGlue = typeof import("../generated/cpor_core.js");
