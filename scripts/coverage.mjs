// Which lines of the core the native tests reach: all of them, or it fails; the last line has the sum.
// The boundary files compile for wasm only; the tests in Node and in browsers are theirs.
//
//     npm run coverage [-- file of src, for its lines that no test reaches]
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { firstLine, inRoot, isMain, root, targetDir } from "./tools.mjs";

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

if (isMain(import.meta.url)) coverage(process.argv[2]);

function coverage(file) {
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
  const options = [`--instr-profile=${data}`, ...programs];
  const elsewhere = `--ignore-filename-regex=(/\\.cargo/|/rustc/|/tests/|src/wasm)`;
  if (file) console.log(missed(said(llvm("llvm-cov"), ["show", ...options, inRoot(file)])));
  const report = ["report", "--show-region-summary=false", elsewhere, ...options];
  console.log(said(llvm("llvm-cov"), report).trim());
  const sums = said(llvm("llvm-cov"), ["export", "--summary-only", elsewhere, ...options]);
  const { count, covered } = JSON.parse(sums).data[0].totals.lines;
  console.log(`${covered} of ${count} lines reached: ${((100 * covered) / count).toFixed(2)} %`);
  process.exitCode = covered < count ? 1 : 0;
}

/** The lines that ran no time. */
function missed(shown) {
  return shown
    .split("\n")
    .filter((line) => /^\s*\d+\|\s+0\|/.test(line))
    .join("\n");
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
