// All that comes with the core: its glue, and the scripts that only it needs.

export * as glue from "../generated/cpor_core.js";
export { LATER_LISTS as lists } from "../generated/later-lists.js";
export * as advice from "./advice.js";
export { Around } from "./around.js";
export * as batch from "./batch.js";
export { differencesOf } from "./differences.js";

/** The core's glue. */
export type CoreGlue = typeof import("../generated/cpor_core.js");
