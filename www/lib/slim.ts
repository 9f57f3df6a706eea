// The library for a host that brings the wasm, languages and SKU table.

import { warnOf } from "./options.js";
import { engine } from "./shared.js";
import type { Catalogue, InitOptions, LocaleTag, Source } from "./types.js";

export * from "./library.js";

/**
 * Takes the wasm and what else is given; only languages that are named by their tags are loaded.
 *
 * @throws {PreflightError} when that fails; the next call tries again
 */
export function init(options: SlimOptions & { wasm: Source }): Promise<void>;
export function init(wasm: Source, options: SlimOptions): Promise<void>;
export function init(source: unknown, options?: unknown): Promise<void> {
  for (const given of [source, options]) warnOf("init", given);
  return engine.init(source, options);
}

export interface SlimOptions extends Pick<InitOptions, "parts" | "skus" | "evidence"> {
  /** At least one, by tag or as `cpor-preflight/text/…` exports it. */
  locales: readonly [LocaleTag | Catalogue, ...(LocaleTag | Catalogue)[]];
}
