import type { Catalogue, InitOptions, LocaleTag, Source } from "./preflight.js";

export * from "./preflight.js";

/**
 * Takes the core and what else is given. `locales` and `skus` are taken as they are; only what they
 * name by tag or with `true` is loaded.
 *
 * @throws {PreflightError} when that fails; the next call tries again
 */
export function init(source: Source, options: SlimOptions): Promise<void>;

/** The readers of exports are taken by `loadExports(source)`. */
export interface SlimOptions extends Pick<InitOptions, "skus" | "evidence"> {
  /** At least one, by tag or as `cpor-preflight/text/…` exports it. */
  locales: readonly [LocaleTag | Catalogue, ...(LocaleTag | Catalogue)[]];
}

/** Takes the core, after `init` with `evidence: false` has taken the check alone. */
export function loadEvidence(source: Source): Promise<void>;

/** Takes the readers of exports. Until then `readEvidence` throws. */
export function loadExports(source: Source): Promise<void>;

/** Takes the check of many claims. Until then `checkBatch` throws. */
export function loadBatch(source: Source): Promise<void>;
