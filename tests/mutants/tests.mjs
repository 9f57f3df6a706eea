// Which tests come by which change, and whether one of them notices it.
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";

/** Not asked: these draw inputs, for minutes. What only they notice deserves a test of its own. */
const DRAWN = ["fuzz", "properties", "damaged_exports"];
/** Tests that together take no longer than this, in ms, run in one process. */
const SHORT = 300;
/** A change that makes the tests this many times slower, and this much in ms, hangs. */
const SLOWER = 10;
const LONGER = 15_000;
/** An endless list ends here, in KB. */
const MEMORY = 4_000_000;

/** Runs each test once by itself. `outcome(number)` says what the tests say of a change. */
export async function testsOf(programs, cwd, folder) {
  rmSync(folder, { force: true, recursive: true });
  mkdirSync(folder, { recursive: true });
  const tests = [];
  for (const { executable, target } of programs) {
    if (DRAWN.includes(target.name)) continue;
    for (const name of await names(executable, cwd)) {
      const reached = join(folder, `${tests.length}`);
      const start = performance.now();
      const result = await ran(executable, [name], cwd, { MUTANTS_REACHED: reached }, 600_000);
      if (result !== "passed")
        throw new Error(`without any change, ${name} of ${executable}: ${result}`);
      tests.push({ executable, name, ms: performance.now() - start, reached: numbers(reached) });
    }
    console.log(`${basename(executable)}: each test has run by itself`);
  }
  return { outcome: (number, mutant) => outcome(inOrder(tests, number, mutant), number, cwd) };
}

/** "passed", or what all tests of these programs say instead. */
export async function caughtBy(programs, cwd, timeout) {
  for (const { executable, target } of programs) {
    if (DRAWN.includes(target.name)) continue;
    const result = await ran(executable, [], cwd, {}, timeout);
    if (result !== "passed") return result;
  }
  return "passed";
}

/** The tests that come by a change: those of its own module first, then the fastest. */
export function inOrder(tests, number, { file }) {
  const module = file
    .replace(/^src\//, "")
    .replace(/\.rs$/, "")
    .replaceAll("/", "::");
  const isOther = ({ name }) => !name.startsWith(`${module}::tests::`);
  const coming = tests.filter(({ reached }) => reached.has(number));
  return coming.sort((a, b) => isOther(a) - isOther(b) || a.ms - b.ms);
}

export async function outcome(tests, number, cwd) {
  for (const { executable, names, ms } of batches(tests)) {
    const result = await ran(
      executable,
      names,
      cwd,
      { MUTANT: `${number}` },
      Math.ceil(ms * SLOWER) + LONGER,
    );
    if (result !== "passed") return result;
  }
  return "missed";
}

/** The tests in the order of their time, those of one program together while they are short. */
function batches(tests) {
  const all = [];
  for (const { executable, name, ms } of tests) {
    const batch = all.findLast((batch) => batch.executable === executable);
    if (batch && batch.ms + ms < SHORT) {
      batch.names.push(name);
      batch.ms += ms;
    } else all.push({ executable, names: [name], ms });
  }
  return all;
}

export async function names(executable, cwd) {
  const { stdout } = await promisify(execFile)(executable, ["--list", "--format", "terse"], {
    cwd,
  });
  const lines = stdout.split("\n").filter((line) => line.endsWith(": test"));
  return lines.map((line) => line.slice(0, -": test".length));
}

/** The changes that a test came by; it may have come by none. */
export function numbers(path) {
  try {
    return new Set(readFileSync(path, "utf8").split("\n").filter(Boolean).map(Number));
  } catch {
    return new Set();
  }
}

/** Tests by their exact names: "passed", "caught", or "timed out". */
function ran(executable, names, cwd, env, timeout) {
  const limited = `ulimit -v ${MEMORY} 2>/dev/null; exec "$0" "$@"`;
  const args = ["-c", limited, executable, "--quiet", "--exact", "--test-threads=1", ...names];
  const options = { cwd, timeout, env: { ...process.env, ...env }, maxBuffer: 2 ** 30 };
  return new Promise((done) => {
    execFile("sh", args, options, (error) => {
      if (!error) done("passed");
      else done(error.killed ? "timed out" : "caught");
    });
  });
}
