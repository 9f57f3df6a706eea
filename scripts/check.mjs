// Everything that can be said about the sources without running them.
import { existsSync } from "node:fs";
import { build } from "./build.mjs";
import {
  ensurePackages,
  ensureRustComponents,
  ensureWasmTarget,
  inRoot,
  isMain,
  nodeBin,
  run,
  runSteps,
  wasmTarget,
} from "./tools.mjs";

const forWasm = ["--lib", "--target", wasmTarget];
const boundaryTest = ["--test", "boundary"];
const checkAlone = ["--no-default-features"];
const strictDoc = { RUSTDOCFLAGS: "-D warnings" };
const doc = ["doc", "--no-deps", "--document-private-items"];

export async function ensureCheckTools() {
  await ensurePackages();
  await ensureRustComponents();
  await ensureWasmTarget();
}

export const scriptSteps = [
  [
    "format and lint: JavaScript, CSS, JSON",
    () => run(nodeBin("biome"), ["check", "--error-on-warnings"]),
  ],
  ["types", checkTypes],
];

export const rustSteps = [
  ["format: Rust", () => run("cargo", ["fmt", "--check"])],
  ["lint: Rust, native", () => run("cargo", ["clippy", "--all-targets", "--", "-D", "warnings"])],
  [
    "lint: Rust, wasm",
    () => run("cargo", ["clippy", ...forWasm, ...boundaryTest, "--", "-D", "warnings"]),
  ],
  [
    "lint: Rust, the check without evidence",
    () => run("cargo", ["clippy", ...forWasm, ...checkAlone, "--", "-D", "warnings"]),
  ],
  ["doc: Rust, native", () => run("cargo", doc, strictDoc)],
  ["doc: Rust, wasm", () => run("cargo", [...doc, ...forWasm], strictDoc)],
];

/** Of the sources, and those of the package in a caller's program; some exist only after a build. */
async function checkTypes() {
  const built = [inRoot("dist", "lib", "library.d.ts"), inRoot("dist", "element.d.ts")];
  if (!built.every(existsSync)) await build();
  const projects = [inRoot("www"), inRoot("www", "tsconfig.cli.json"), inRoot("tests", "types")];
  for (const project of projects) await run(nodeBin("tsc"), ["--project", project]);
}

if (isMain(import.meta.url)) {
  await runSteps([
    ["tools", ensureCheckTools],
    [scriptSteps, rustSteps],
  ]);
}
