// What the other scripts share: running commands, and "ensure …" helpers that install a tool only
// when it is missing. Nothing here needs node_modules, so it works before the first `npm ci`.
import { AsyncLocalStorage } from "node:async_hooks";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const inRoot = (...parts) => join(root, ...parts);

/** Where cargo builds, and where the tools built by cargo live. */
export const targetDir = resolve(root, process.env.CARGO_TARGET_DIR || "target");
const toolsDir = join(targetDir, "tools");
const executable = process.platform === "win32" ? ".exe" : "";

/** A tool that cargo builds for us. */
export const cargoTool = (name) => join(toolsDir, "bin", `${name}${executable}`);
export const wasmBindgen = cargoTool("wasm-bindgen");
/** What the build writes for www: modules and glue, lists, and in `site` the pages as they are served. */
export const generated = inRoot("www", "generated");
export const site = join(generated, "site");
export const dist = inRoot("dist");
export const wasmTarget = "wasm32-unknown-unknown";
export const nodeBin = (name) => inRoot("node_modules", ".bin", name);

/** True when the module was started as a command, not imported. */
export const isMain = (url) => resolve(process.argv[1] ?? "") === fileURLToPath(url);

/** So much of what a failed step printed is printed once more at the end. */
const LINES_OF_A_FAILURE = 80;

/** What the commands of a step print, where other steps run beside it. */
const kept = new AsyncLocalStorage();

/** Runs a command; its output is live, or kept until its step has ended. Rejects when it fails. */
export function run(command, args, env = {}) {
  const pieces = kept.getStore();
  const output = pieces ? "pipe" : "inherit";
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", output, output],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (piece) => pieces.push(piece));
    }
    child.on("error", (error) =>
      fail(new Error(`${command} could not be started: ${error.message}`)),
    );
    child.on("close", (code, signal) =>
      code === 0 ? done() : fail(new Error(`${command} ended with ${signal ?? code}`)),
    );
  });
}

/** Prints a line with what the commands of its step print. */
export function say(line) {
  const pieces = kept.getStore();
  if (pieces) pieces.push(Buffer.from(`${line}\n`));
  else console.log(line);
}

/** The first line that a command prints, or "" when it is missing or fails. */
export function firstLine(command, args, env = {}) {
  const { status, stdout } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return status === 0 ? stdout.trim().split("\n")[0] : "";
}

/** Leaves an unchanged file untouched, so that its age tells when it last changed. */
export async function writeIfChanged(path, content) {
  const bytes = Buffer.from(content);
  if (existsSync(path) && bytes.equals(readFileSync(path))) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

/** Makes a folder hold these files and no others; `files` are contents by path. */
export async function writeFolder(folder, files) {
  for (const path of await filesUnder(folder)) if (!(path in files)) await rm(join(folder, path));
  for (const [path, content] of Object.entries(files)) {
    await writeIfChanged(join(folder, path), content);
  }
}

/** All files under a folder, as paths relative to it with forward slashes, sorted. */
export async function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .map((path) => path.split(sep).join("/"))
    .sort();
}

/**
 * Runs steps to the end, then prints what was skipped and what passed; sets the exit code. A step is its name and a
 * function, which may answer with `{ skipped: why }`: that fails, unless `maySkip` has the step’s name. A list of lists
 * of steps runs these lists beside each other.
 */
export async function runSteps(steps, maySkip = []) {
  const results = [];
  const isAllowed = ({ name, skipped }) => !skipped || maySkip.includes(name);
  for (const step of steps) {
    if (typeof step[0] === "string") results.push(await live(step));
    else await Promise.all(step.map((lane) => runLane(lane, results)));
  }
  for (const result of results) if (!isAllowed(result)) result.outcome = "failed";
  const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
  for (const { name, outcome, output } of results) {
    if (outcome !== "failed" || !output) continue;
    heading(`${name}, once more: the end of what it printed`);
    console.log(output.split("\n").slice(-LINES_OF_A_FAILURE).join("\n"));
  }
  console.log();
  for (const { name, outcome, seconds } of results) {
    console.log(`${outcome.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  }
  for (const { name, skipped } of results) if (skipped) console.log(`skipped: ${name}: ${skipped}`);
  console.log(`\n${count("passed")} passed, ${count("failed")} failed`);
  process.exitCode = count("failed") ? 1 : 0;
}

async function runLane(steps, results) {
  for (const [name, step] of steps) {
    const pieces = [];
    const result = await kept.run(pieces, () => outcomeOf(name, step));
    heading(name);
    const output = Buffer.concat(pieces);
    process.stdout.write(output);
    tell(result);
    results.push({ ...result, output: String(output) });
  }
}

async function live([name, step]) {
  heading(name);
  const result = await outcomeOf(name, step);
  tell(result);
  return result;
}

async function outcomeOf(name, step) {
  const start = performance.now();
  const outcome = await step().then(
    (said) => ({ outcome: said?.skipped ? "skipped" : "passed", skipped: said?.skipped }),
    (error) => ({ outcome: "failed", error }),
  );
  return { name, ...outcome, seconds: (performance.now() - start) / 1000 };
}

const heading = (name) => console.log(`\n── ${name}`);
const tell = ({ error }) => error && console.error(error.message);

/** The packages of a folder's package-lock.json. */
export async function ensurePackages(folder = root, command = ["ci"]) {
  const [lock, installed] = [
    join(folder, "package-lock.json"),
    join(folder, "node_modules", ".package-lock.json"),
  ];
  const changed = (path) => statSync(path).mtimeMs;
  if (existsSync(installed) && changed(installed) >= changed(lock)) return;
  await run("npm", [...command, "--prefix", folder, ...QUIET]);
}

/** For npm, which says what failed all the same. */
export const QUIET = ["--no-audit", "--no-fund", "--loglevel=error"];

/** Rust's standard library for the browser. */
export async function ensureWasmTarget() {
  const sysroot = firstLine("rustc", ["--print", "sysroot"]);
  if (!sysroot) throw new Error("Rust is missing: install it with rustup, then run this again");
  if (existsSync(join(sysroot, "lib", "rustlib", wasmTarget))) return;
  await run("rustup", ["target", "add", wasmTarget]);
}

/** rustfmt and clippy, which a minimal toolchain lacks. */
export async function ensureRustComponents() {
  if (firstLine("cargo", ["fmt", "--version"]) && firstLine("cargo", ["clippy", "--version"]))
    return;
  await run("rustup", ["component", "add", "rustfmt", "clippy"]);
}

/** The wasm-bindgen tools, in exactly the version of the crate. */
export async function ensureWasmBindgen() {
  const lock = inRoot("Cargo.lock");
  if (!existsSync(lock)) await run("cargo", ["generate-lockfile"]);
  const [, version] = readFileSync(lock, "utf8").match(/name = "wasm-bindgen"\nversion = "(.+)"/);
  if (firstLine(wasmBindgen, ["--version"]) === `wasm-bindgen ${version}`) return;
  await cargoInstall("wasm-bindgen-cli", version);
}

/** A debug build of a tool takes a minute less than a release build, and is fast enough. */
export const cargoInstall = (crate, version) =>
  run("cargo", [
    ...["install", crate, "--version", version, "--locked", "--debug", "--root", toolsDir],
  ]);

/** The environment in which cargo runs wasm tests, wherever its target folder is. */
export const wasmTestEnv = {
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: cargoTool("wasm-bindgen-test-runner"),
};
