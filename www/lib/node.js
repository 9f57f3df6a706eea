// The library for Node, which reads the wasm from disk.

import { promises, readFileSync } from "node:fs";
import * as many from "./batch.js";
import { entry } from "./entry.js";
import skus from "./skus.js";
import * as readers from "./wasm/cpor_exports.js";

export { compareRulesets } from "./compare.js";
export { describe } from "./describe.js";
export * from "./preflight.js";

const CHECK = new URL("./wasm/cpor_check_bg.wasm", import.meta.url);
const CORE = new URL("./wasm/cpor_preflight_bg.wasm", import.meta.url);
const READERS = new URL("./wasm/cpor_exports_bg.wasm", import.meta.url);
const BATCH = new URL("./wasm/cpor_batch_bg.wasm", import.meta.url);

export const { init, loadEvidence, loadExports, loadBatch, lookUpTenant } = entry({
  check: () => promises.readFile(CHECK),
  core: () => promises.readFile(CORE),
  readers: () => promises.readFile(READERS),
  batch: () => promises.readFile(BATCH),
  // Most processes check claims, and read neither exports nor files of claims.
  loads: { exports: false, batch: false },
  whenAsked: {
    exports: () => [readers, compiled(READERS)],
    batch: () => [many, compiled(BATCH), skus],
  },
});

const compiled = (file) => new WebAssembly.Module(readFileSync(file));
