// The library for Node. It reads everything from the disk at once, as it would read a script of its own:
// for files that lie there, to wait takes longer than to read and to compile.

import * as many from "./batch.js";
import * as core from "./core.js";
import { entry } from "./entry.js";
import * as readers from "./wasm/cpor_exports.js";

export { compareRulesets } from "./compare.js";
export { describe } from "./describe.js";
export * from "./preflight.js";

const CHECK = new URL("./wasm/cpor_check_bg.wasm", import.meta.url);
const CORE = new URL("./wasm/cpor_preflight_bg.wasm", import.meta.url);
const READERS = new URL("./wasm/cpor_exports_bg.wasm", import.meta.url);
const BATCH = new URL("./wasm/cpor_batch_bg.wasm", import.meta.url);
const SKUS = new URL("./skus.csv", import.meta.url);

/**
 * `import` at the top would get all of it ready, streams and promises too, which takes as long as the
 * first check does. Before 20.16, Node gives it in no other way: then it is there after `init`.
 */
let fs = globalThis.process.getBuiltinModule?.("node:fs");

/** Once there is a way to read. */
const soon = (read) => async (what) => {
  fs ??= await import("node:fs");
  return read(what);
};

const compiled = (file) => new WebAssembly.Module(fs.readFileSync(file));
const skus = () => fs.readFileSync(SKUS, "utf8");

/** Read now, so that what is missing is noticed now; understood when it is first asked for. */
const language = (tag) => {
  const text = fs.readFileSync(new URL(`./parts/${tag}.json`, import.meta.url));
  return () => JSON.parse(text.toString());
};

export const { init, loadEvidence, loadExports, loadBatch, lookUpTenant } = entry({
  check: soon(() => compiled(CHECK)),
  core: soon(() => compiled(CORE)),
  readers: soon(() => compiled(READERS)),
  batch: soon(() => compiled(BATCH)),
  glue: { core, readers },
  batchParts: { script: many },
  // Most processes check claims, and read neither exports nor files of claims.
  loads: { exports: false, batch: false },
  whenAsked: {
    exports: () => [readers, compiled(READERS)],
    batch: () => [many, compiled(BATCH), skus()],
    skus: soon(skus),
    language: soon(language),
  },
});
