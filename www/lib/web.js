// The library for browsers and bundlers: the wasm lies beside this file.

import { entry } from "./entry.js";
import { ownCheck } from "./own-check.js";
import { BATCH, CORE, READERS } from "./wasm/hashes.js";

export { compareRulesets } from "./compare.js";
export { describe } from "./describe.js";
export * from "./preflight.js";

export const { init, loadEvidence, loadExports, loadBatch, lookUpTenant } = entry({
  check: ownCheck,
  core: () => checked(new URL("./wasm/cpor_preflight_bg.wasm", import.meta.url), CORE),
  readers: () => checked(new URL("./wasm/cpor_exports_bg.wasm", import.meta.url), READERS),
  batch: () => checked(new URL("./wasm/cpor_batch_bg.wasm", import.meta.url), BATCH),
  // As much again as all the rest, and few pages check files.
  loads: { batch: false },
});

const checked = (url, integrity) => new Request(url, { integrity });
