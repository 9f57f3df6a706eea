// Builds the wasm core and its glue into www/lib/wasm, the SKU table into www/lib/skus.js, and the
// publishable package into dist.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, sep } from "node:path";
import {
  ensurePackages,
  ensureWasmBindgen,
  ensureWasmTarget,
  filesUnder,
  inRoot,
  isMain,
  nodeBin,
  root,
  run,
  targetDir,
  wasmBindgen,
  wasmTarget,
} from "./tools.mjs";

const lib = inRoot("www", "lib");
const dist = inRoot("dist");

export async function build() {
  await ensurePackages();
  await ensureWasmTarget();
  await ensureWasmBindgen();
  await run("cargo", ["fetch", "--quiet", "--target", wasmTarget]);
  // One crate type alone: cargo applies link-time optimisation only where no rlib is asked for.
  await run(
    "cargo",
    ["rustc", "--release", "--lib", "--crate-type", "cdylib", "--target", wasmTarget],
    await sameEverywhere(),
  );
  await buildWasm(join(targetDir, wasmTarget, "release", "cpor_preflight.wasm"));
  await buildSkus();
  await buildPackage();
}

/** Keeps this machine's paths out of the wasm, so that every machine builds the same bytes. */
async function sameEverywhere() {
  const sources = join(process.env.CARGO_HOME || join(homedir(), ".cargo"), "registry", "src");
  const registries = existsSync(sources) ? await readdir(sources) : [];
  const folders = [root, ...registries.map((name) => join(sources, name, sep))];
  const flags = folders.map((folder) => `--remap-path-prefix=${folder}=`);
  return { CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f") };
}

/** Glue and shrunken wasm; skipped while cargo's output and this script are the same as last time. */
async function buildWasm(input) {
  const out = join(lib, "wasm");
  const stamp = join(out, ".stamp");
  const state = await digest(input, inRoot("package-lock.json"), new URL(import.meta.url));
  if (existsSync(stamp) && (await readFile(stamp, "utf8")) === state) return;

  const raw = join(targetDir, "bindgen");
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const bindgen = ["--target", "web", "--no-typescript", "--out-dir", raw];
  await run(wasmBindgen, [
    ...bindgen,
    "--remove-name-section",
    "--remove-producers-section",
    input,
  ]);
  // wasm-opt learns from the file itself which features it may use; --all-features would break old browsers.
  const wasm = "cpor_preflight_bg.wasm";
  await run(nodeBin("wasm-opt"), ["-Oz", join(raw, wasm), "-o", join(out, wasm)]);
  const glue = "cpor_preflight.js";
  await writeFile(join(out, glue), await minify(await readFile(join(raw, glue), "utf8")));
  await writeFile(stamp, state);
}

async function buildSkus() {
  const csv = await readFile(inRoot("src", "facts", "skus.csv"), "utf8");
  await writeIfChanged(join(lib, "skus.js"), `export default ${JSON.stringify(csv)};\n`);
}

/** dist is www/lib with its scripts minified: a fifth to a third less code to load. */
async function buildPackage() {
  const files = (await filesUnder(lib)).filter((path) => !path.endsWith(".stamp"));
  for (const path of await filesUnder(dist)) {
    if (!files.includes(path)) await rm(join(dist, path));
  }
  for (const path of files) {
    const [from, to] = [join(lib, path), join(dist, path)];
    await mkdir(join(to, ".."), { recursive: true });
    if (path.endsWith(".js")) await writeIfChanged(to, await minify(await readFile(from, "utf8")));
    else await cp(from, to);
  }
}

async function minify(script) {
  const { transform } = await import("esbuild");
  const { code } = await transform(script, {
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
  });
  return code;
}

async function digest(...paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(await readFile(path));
  return hash.digest("hex");
}

/** Leaves an unchanged file untouched, so that its age tells when it last changed. */
async function writeIfChanged(path, text) {
  if (existsSync(path) && (await readFile(path, "utf8")) === text) return;
  await writeFile(path, text);
}

if (isMain(import.meta.url)) await build();
