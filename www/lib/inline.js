// The library with everything in it: it loads nothing more, and needs no network.

import * as script from "./batch.js";
import * as core from "./core.js";
import { entry } from "./entry.js";
import * as code from "./lookup.js";
import skus from "./skus.js";
import de from "./text/de.js";
import en from "./text/en.js";
import * as readers from "./wasm/cpor_exports.js";
import { BATCH, CORE, READERS } from "./wasm/inline.js";

export { compareRulesets } from "./compare.js";
export { describe } from "./describe.js";
export * from "./preflight.js";

export const { init, loadEvidence, loadExports, loadBatch, lookUpTenant } = entry({
  core: () => bytes(CORE),
  readers: () => bytes(READERS),
  batch: () => bytes(BATCH),
  batchParts: { script, skus },
  glue: { core, readers },
  code,
  brought: { locales: [en, de], skus },
});

const bytes = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
