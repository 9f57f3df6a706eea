// Everything that can be said about the sources without running them. CI checks the same: `npm test`
// starts with these steps. With `--quick`, what takes seconds; scripts/hooks/pre-commit runs that.
//
// Which lints fail is said by name in Cargo.toml: other warnings are shown and fail nothing.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { licenseStep } from "./audit.mjs";
import { build } from "./build.mjs";
import {
  ensurePackages,
  ensureRustComponents,
  ensureWasmTarget,
  firstLine,
  inRoot,
  isMain,
  nodeBin,
  run,
  runSteps,
  say,
  targetDir,
  wasmTarget,
} from "./tools.mjs";

const forWasm = ["--lib", "--target", wasmTarget];
const boundaryTest = ["--test", "boundary"];
const checkAlone = ["--no-default-features"];
const doc = ["doc", "--no-deps", "--document-private-items"];

export async function ensureCheckTools() {
  await ensurePackages();
  await ensureRustComponents();
  await ensureWasmTarget();
}

const lintScripts = [
  "format and lint: JavaScript, CSS, JSON",
  () => run(nodeBin("biome"), ["check", "--error-on-warnings"]),
];
const formatRust = ["format: Rust", () => run("cargo", ["fmt", "--check"])];
const links = [
  "documents: links",
  () => run(process.execPath, ["--test", inRoot("tests", "docs", "links.test.mjs")]),
];

export const scriptSteps = [lintScripts, ["types", checkTypes]];

export const rustSteps = [
  formatRust,
  ["lint: Rust, native", () => run("cargo", ["clippy", "--all-targets"])],
  ["lint: Rust, wasm", () => run("cargo", ["clippy", ...forWasm, ...boundaryTest])],
  [
    "lint: Rust, the check without evidence",
    () => run("cargo", ["clippy", ...forWasm, ...checkAlone]),
  ],
  ["doc: Rust, native", () => run("cargo", doc)],
  ["doc: Rust, wasm", () => run("cargo", [...doc, ...forWasm])],
  ["the oldest Rust", checkOldestRust],
  licenseStep,
];

/** Compiles with the Rust that Cargo.toml promises, which is not installed for that. */
async function checkOldestRust() {
  const [, oldest] = readFileSync(inRoot("Cargo.toml"), "utf8").match(/^rust-version = "(.+)"/m);
  const version = firstLine("rustc", [`+${oldest}`, "--version"], { RUSTUP_AUTO_INSTALL: "0" });
  if (!version)
    return { skipped: `Rust ${oldest} is not installed (rustup toolchain install ${oldest})` };
  say(version);
  // In a folder of its own: in a common one the two would build everything anew for each other.
  const folder = ["--locked", "--target-dir", join(targetDir, "oldest")];
  await run("cargo", [`+${oldest}`, "check", "--all-targets", ...folder]);
}

/** Of the sources, and those of the package in a caller's program; some exist only after a build. */
async function checkTypes() {
  const built = [inRoot("dist", "lib", "library.d.ts"), inRoot("dist", "element.d.ts")];
  if (!built.every(existsSync)) await build();
  const projects = [inRoot("www"), inRoot("www", "tsconfig.cli.json"), inRoot("tests", "types")];
  for (const project of projects) await run(nodeBin("tsc"), ["--project", project]);
}

/** Steps that need what takes minutes to install, and is not installed for them. */
export const MAY_SKIP = ["the oldest Rust", "licenses"];

if (isMain(import.meta.url)) {
  const isQuick = process.argv.includes("--quick");
  await runSteps(
    [
      ["tools", ensureCheckTools],
      ...(isQuick
        ? [[[lintScripts, links], [formatRust]]]
        : [[[...scriptSteps, links], rustSteps]]),
    ],
    MAY_SKIP,
  );
}
