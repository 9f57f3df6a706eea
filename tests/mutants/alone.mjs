// Changes that have no switch, such as one of a constant: each is built by itself.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "../../scripts/tools.mjs";
import { built, copySources } from "./switched.mjs";
import { caughtBy } from "./tests.mjs";

/** What the tests may take, in ms, over a change that is built alone. */
const TIMEOUT = 300_000;

/** Tells of each change what the tests say of it: first those beside the sources, which are built soonest. */
export async function tryAlone(mutants, folder, tell) {
  const copy = join(folder, "alone");
  copySources(copy);
  for (const mutant of mutants) {
    const path = join(copy, mutant.file);
    writeFileSync(path, changed(mutant));
    tell(mutant, await outcome(copy, join(folder, "build")));
    writeFileSync(path, readFileSync(inRoot(mutant.file)));
  }
}

async function outcome(copy, target) {
  for (const tests of ["--lib", "--tests"]) {
    const programs = built(copy, target, [tests]);
    if (!programs) return "do not build";
    const result = await caughtBy(programs, copy, TIMEOUT);
    if (result !== "passed") return result;
  }
  return "missed";
}

/** The source with the change; its places are counted in lines and characters, from 1. */
function changed({ file, span, replacement }) {
  const source = readFileSync(inRoot(file), "utf8");
  const lines = source.split("\n");
  const at = ({ line, column }) => {
    const before = [...lines[line - 1]].slice(0, column - 1).join("");
    return [...lines.slice(0, line - 1), before].join("\n").length;
  };
  return source.slice(0, at(span.start)) + replacement + source.slice(at(span.end));
}
