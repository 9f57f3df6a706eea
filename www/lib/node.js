// The same library for Node, which reads the wasm from disk.

import { readFile } from "node:fs/promises";
import { init as load } from "./preflight.js";

export * from "./preflight.js";

/** As in the browser; without a source, the wasm beside this file is read. */
export function init(source, options) {
  return load(
    source ?? readFile(new URL("./wasm/cpor_preflight_bg.wasm", import.meta.url)),
    options,
  );
}
