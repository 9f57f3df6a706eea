// Builds the crate as two wasm modules with their glue: the check of a claim, which a form starts with,
// and the core, which has all there is.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, sep } from "node:path";
import { promisify } from "node:util";
import { languages } from "./languages.mjs";
import {
  generated,
  inRoot,
  nodeBin,
  root,
  run,
  targetDir,
  wasmBindgen,
  wasmTarget,
} from "./tools.mjs";

/** The modules: how cargo builds and optimizes each, and how wasm-opt does. */
export const MODULES = {
  // A form waits for it, and checks one claim at a time.
  cpor_check: { features: ["--no-default-features"], optimize: "z", level: "-Oz" },
  cpor_core: { features: [], optimize: "s", level: "-O3" },
};

/** `tools` is a promise of wasm-bindgen and wasm-opt: cargo needs neither. */
export async function buildWasm(tools) {
  await mkdir(generated, { recursive: true });
  // A word elsewhere in a language's folder needs no new wasm.
  const env = { ...(await rustFlags()), CPOR_LANGUAGES: (await languages()).join() };
  await Promise.all(Object.keys(MODULES).map((name) => buildModule(name, env, tools)));
}

async function buildModule(name, env, tools) {
  const { features, optimize, level } = MODULES[name];
  // In a target folder of its own: in a common one each module would overwrite the other.
  const folder = join(targetDir, name);
  // One crate type alone: cargo applies link-time optimization only where no rlib is asked for.
  const args = ["rustc", "--release", "--lib", "--crate-type", "cdylib", "--target", wasmTarget];
  await run("cargo", [...args, ...features, "--target-dir", folder], {
    ...env,
    CARGO_PROFILE_RELEASE_OPT_LEVEL: optimize,
  });
  const input = join(folder, wasmTarget, "release", "cpor_preflight.wasm");
  await tools;
  const stamp = join(targetDir, `${name}.stamp`);
  const state = await digest(input, inRoot("package-lock.json"), new URL(import.meta.url));
  const wasm = join(generated, `${name}_bg.wasm`);
  const isBuilt = existsSync(stamp) && existsSync(wasm);
  if (isBuilt && (await readFile(stamp, "utf8")) === state) return;

  await rm(stamp, { force: true });
  await run(wasmBindgen, [
    ...["--target", "web", "--no-typescript", "--out-dir", generated, "--out-name", name],
    // The library says where the wasm is, in a way that every bundler follows.
    "--omit-default-module-path",
    "--experimental-reset-state-function",
    ...["--encode-into", "always", "--remove-producers-section", input],
  ]);
  // wasm-opt learns from the file itself which features it may use; --all-features would break old browsers.
  await run(nodeBin("wasm-opt"), [level, "--strip-debug", wasm, "-o", wasm]);
  await writeFile(stamp, state);
}

/** Keeps this machine's paths out of the wasm, so that every machine builds the same bytes, and it small. */
async function rustFlags() {
  const sources = join(process.env.CARGO_HOME || join(homedir(), ".cargo"), "registry", "src");
  const registries = existsSync(sources) ? await readdir(sources) : [];
  const folders = [root, ...registries.map((name) => join(sources, name, sep))];
  const flags = folders.map((folder) => `--remap-path-prefix=${folder}=`);
  const ask = async (...args) => (await promisify(execFile)("rustc", args, { cwd: root })).stdout;
  const rust = join((await ask("--print", "sysroot")).trim(), "lib", "rustlib", "src", "rust");
  const [, hash] = (await ask("-vV")).match(/^commit-hash: (\w+)$/m) ?? [];
  // Where Rust's own sources are not installed, the compiler names them like this.
  flags.push(`--remap-path-prefix=${rust}=/rustc/${hash}`);
  // SHA-256 in a fifth of its size: records of checks have little to hash.
  flags.push("--cfg", 'sha2_backend_soft="compact"');
  return { CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f") };
}

async function digest(...paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(await readFile(path));
  return hash.digest("hex");
}
