// The copy of the sources that has every change behind a switch, as far as it compiles: what the compiler
// refuses is left out, and it is asked again.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { inRoot, root } from "../../scripts/tools.mjs";

/** Rounds of leaving out; each finds what the errors of the one before have hidden. */
const ROUNDS = 20;
/** A constant calls a function that was made an ordinary one, as switches need it. */
const CALLED_BY_CONSTANT =
  /cannot call non-const (?:associated )?(?:function|method) `(?:.*::)?(\w+)`/;

/**
 * The programs of all tests over such a copy, or of those that are named, and by number the mutants they have. `unbuilt` are those that
 * the compiler refuses for themselves; `left` those that cannot stand behind a switch.
 */
export function switched(mutants, folder, which = ["--lib", "--tests"]) {
  const copy = join(folder, "copy");
  const target = join(folder, "build");
  copySources(copy);
  const write = writer(mutants, folder, copy);
  const refused = new Set();
  const constant = new Set();
  const dropped = new Set();
  for (let round = 0; round < ROUNDS; round += 1) {
    const { switched, left, unbuilt } = write({
      dropped: [...refused, ...dropped],
      constant: [...constant],
    });
    const messages = cargo(copy, target, ["check", "--lib"]);
    const errors = messages.filter((message) => message.level === "error" && message.spans.length);

    if (!errors.length) {
      const of = (numbers) => [...numbers].map((number) => mutants[number - 1]);
      return {
        root: copy,
        programs: built(copy, target, which, { fails: true }),
        switched: switched.map((number) => [number, mutants[number - 1]]),
        unbuilt: of([...refused, ...unbuilt]),
        left: of([...dropped, ...left]),
      };
    }
    for (const error of errors) leaveOut(error, copy, { constant, dropped, refused });
  }
  throw new Error(`the switched copy does not compile: ${copy}`);
}

/** Copies all that is built. */
export function copySources(copy) {
  mkdirSync(copy, { recursive: true });
  for (const name of ["Cargo.toml", "Cargo.lock", "src", "tests"]) {
    rmSync(join(copy, name), { force: true, recursive: true });
    cpSync(inRoot(name), join(copy, name), { recursive: true });
  }
  // Tests compare with what stands there.
  rmSync(join(copy, "www"), { force: true });
  symlinkSync(inRoot("www"), join(copy, "www"));
}

/** A function that writes the copy's sources, without what is to be left out. */
function writer(mutants, folder, copy) {
  const manifest = inRoot("tests", "mutants", "Cargo.toml");
  const tool = join(folder, "tool");
  said("cargo", ["build", "--quiet", "--manifest-path", manifest, "--target-dir", tool], {});
  const [list, task] = ["list.json", "task.json"].map((name) => join(folder, name));
  writeFileSync(list, JSON.stringify(mutants));
  return (leftOut) => {
    writeFileSync(task, JSON.stringify(leftOut));
    return JSON.parse(said(join(tool, "debug", "switch"), [list, task, root, copy], {}).stdout);
  };
}

/** Notes what an error speaks of: the innermost changes that it lies in. */
function leaveOut(error, copy, { constant, dropped, refused }) {
  const called = error.message.match(CALLED_BY_CONSTANT)?.[1];
  if (called && called !== "mutant") {
    constant.add(called);
    return;
  }
  const spans = [...error.spans].sort((a, b) => b.is_primary - a.is_primary);
  const places = spans.map(({ file_name, byte_start }) => marks(join(copy, file_name), byte_start));
  const numbers = places.find(({ around }) => around.length)?.around;
  // Of a whole function it is told at its head.
  const culprits = numbers ?? places.find(({ next }) => next.length)?.next;
  if (!culprits) throw new Error(error.rendered);
  // One change's own text is wrong by itself; with several, it is how their place is written.
  const into = numbers?.length === 1 ? refused : dropped;
  for (const number of culprits) into.add(number);
}

/** The numbers in the innermost pair of marks around a byte, and in the first after it. */
function marks(path, at) {
  const source = readFileSync(path, "latin1");
  const open = [];
  for (const { 1: numbers, index } of source.matchAll(/\/\*(?:\{([\d ]+)|\})\*\//g)) {
    if (index >= at) return { around: open.at(-1) ?? [], next: listOf(numbers) };
    if (numbers) open.push(listOf(numbers));
    else open.pop();
  }
  return { around: [], next: [] };
}

const listOf = (numbers) => (numbers ? numbers.split(" ").map(Number) : []);

/** The programs of these tests; none where the copy does not compile, unless that `fails` the run. */
export function built(copy, target, which, { fails = false } = {}) {
  const messages = cargo(copy, target, ["test", ...which, "--no-run"], { fails });
  const programs = messages.filter(({ profile, executable }) => profile?.test && executable);
  return programs.length ? programs : undefined;
}

/** What cargo says in JSON: the compiler's messages, and what was built. */
function cargo(cwd, target, args, { fails = false } = {}) {
  const { status, stdout, stderr } = said("cargo", [...args, "--message-format=json"], {
    cwd,
    check: false,
    env: { ...process.env, CARGO_TARGET_DIR: target, RUSTFLAGS: "--cap-lints=allow" },
  });
  if (fails && status !== 0) throw new Error(stderr);
  const lines = stdout.split("\n").filter((line) => line.startsWith("{"));
  return lines.map((line) => JSON.parse(line)).map((line) => line.message ?? line);
}

function said(command, args, { check = true, ...options }) {
  const done = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    ...options,
  });
  if (check && done.status !== 0)
    throw new Error(`${relative(root, command)} ended with ${done.status}\n${done.stderr}`);
  return done;
}
