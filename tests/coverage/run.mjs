// Which lines of the core the native tests reach: all of them, or it fails; the last line has the sum.
// The boundary files compile for wasm only; the tests in Node and in browsers are theirs.
//
//     npm run coverage
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { firstLine, isMain, root, targetDir } from "../../scripts/tools.mjs";

const folder = join(targetDir, "coverage");
const profiles = join(folder, "profiles");
const environment = {
  ...process.env,
  CARGO_TARGET_DIR: folder,
  RUSTFLAGS: "-Cinstrument-coverage",
  LLVM_PROFILE_FILE: join(profiles, "%p-%m.profraw"),
  // The tests that enumerate take minutes unoptimised; lines are counted before anything is inlined.
  CARGO_PROFILE_DEV_OPT_LEVEL: "1",
  CARGO_PROFILE_TEST_OPT_LEVEL: "1",
};

if (isMain(import.meta.url)) coverage();

function coverage() {
  rmSync(profiles, { force: true, recursive: true });
  const built = said("cargo", ["test", "--lib", "--tests", "--no-run", "--message-format=json"]);
  said("cargo", ["test", "--lib", "--tests"]);
  const programs = built
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line))
    .filter(({ profile, executable }) => profile?.test && executable)
    .flatMap(({ executable }) => ["--object", executable]);
  const data = join(folder, "all.profdata");
  const raw = readdirSync(profiles).map((name) => join(profiles, name));
  said(llvm("llvm-profdata"), ["merge", "--sparse", "--output", data, ...raw]);
  const elsewhere = "--ignore-filename-regex=(/\\.cargo/|/rustc/|/tests/|src/wasm)";
  const options = ["--format=lcov", elsewhere, `--instr-profile=${data}`, ...programs];
  const { count, missed } = lines(said(llvm("llvm-cov"), ["export", ...options]));
  for (const line of missed) console.log(`no test reaches ${line}`);
  const reached = count - missed.length;
  console.log(`${reached} of ${count} lines reached: ${((100 * reached) / count).toFixed(2)} %`);
  process.exitCode = missed.length ? 1 : 0;
}

/**
 * How many lines have code, and which no test reaches. In `llvm-cov report`, a line counts as missed that
 * one build of a function has reached and another build has not: the core is built with unit tests and without.
 */
function lines(lcov) {
  const missed = [];
  let [file, count] = ["", 0];
  for (const line of lcov.split("\n")) {
    const [kind, value] = line.split(":");
    if (kind === "SF") file = relative(root, value);
    if (kind !== "DA") continue;
    const [number, times] = value.split(",").map(Number);
    count += 1;
    if (times === 0) missed.push(`${file}:${number}`);
  }
  return { count, missed };
}

/** A tool of the compiler's own LLVM: `rustup component add llvm-tools`. */
function llvm(name) {
  const library = firstLine("rustc", ["--print=target-libdir"]);
  return join(library, "..", "bin", name);
}

function said(command, args) {
  const { status, stdout, error } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    env: environment,
    maxBuffer: 2 ** 30,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (error?.code === "ENOENT")
    throw new Error(`${command} is missing: rustup component add llvm-tools`);
  if (status !== 0) throw new Error(`${command} ended with ${status}\n${stdout}`);
  return stdout;
}
