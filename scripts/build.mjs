// Builds everything: the wasm, what the scripts take from it, the package and the pages. Each step
// leaves files alone that have not changed.
import { buildTexts } from "./texts.mjs";
import {
  ensurePackages,
  ensureWasmBindgen,
  ensureWasmTarget,
  isMain,
  run,
  wasmTarget,
} from "./tools.mjs";
import { buildWasm } from "./wasm.mjs";

export async function build() {
  await ensureWasmTarget();
  await run("cargo", ["fetch", "--quiet", "--target", wasmTarget]);
  await buildWasm(Promise.all([ensurePackages(), ensureWasmBindgen()]));
  await buildTexts();
  // They import what has just been written.
  const [{ buildPackage }, { buildPages }] = await Promise.all([
    import("./package.mjs"),
    import("./pages.mjs"),
  ]);
  await buildPackage();
  await buildPages();
}

if (isMain(import.meta.url)) await build();
