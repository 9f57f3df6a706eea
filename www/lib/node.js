// The library for Node, which reads the wasm from disk.

import { readFile } from "node:fs/promises";
import { entry } from "./entry.js";

export { compareRulesets } from "./compare.js";
export * from "./preflight.js";

export const { init, loadExports, loadBatch, lookUpTenant } = entry({
  core: () => readFile(new URL("./wasm/cpor_preflight_bg.wasm", import.meta.url)),
  readers: () => readFile(new URL("./wasm/cpor_exports_bg.wasm", import.meta.url)),
  batch: () => readFile(new URL("./wasm/cpor_batch_bg.wasm", import.meta.url)),
});
