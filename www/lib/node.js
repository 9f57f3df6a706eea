// The same library for Node, which reads the wasm from disk.

import { readFile } from "node:fs/promises";
import { init as load, loadExports as loadReaders } from "./preflight.js";

export * from "./preflight.js";

/** As in the browser; without a source, the wasm beside this file is read. */
export async function init(source, options) {
  const { exports = true } = options ?? {};
  const core = load(source ?? readFile(new URL("./wasm/cpor_preflight_bg.wasm", import.meta.url)), {
    ...options,
    exports: false,
  });
  await Promise.all([core, exports && loadExports()]);
}

/** As in the browser; without a source, the wasm beside this file is read. */
export function loadExports(source) {
  return loadReaders(source ?? readFile(new URL("./wasm/cpor_exports_bg.wasm", import.meta.url)));
}
