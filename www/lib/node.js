// The library for Node, which reads the wasm from disk.

import { readFile } from "node:fs/promises";
import { entry } from "./entry.js";

export { compareRulesets } from "./compare.js";
export { describe } from "./describe.js";
export * from "./preflight.js";

export const { init, loadEvidence, loadExports, loadBatch, lookUpTenant } = entry({
  check: () => readFile(new URL("./wasm/cpor_check_bg.wasm", import.meta.url)),
  core: () => readFile(new URL("./wasm/cpor_preflight_bg.wasm", import.meta.url)),
  readers: () => readFile(new URL("./wasm/cpor_exports_bg.wasm", import.meta.url)),
  batch: () => readFile(new URL("./wasm/cpor_batch_bg.wasm", import.meta.url)),
});
