// A copy of the project whose scripts have every mutant in them, each behind a switch: Stryker's instrumenter writes
// them, and they are built once. `__STRYKER_ACTIVE_MUTANT__` in the environment says which one is active.
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { dist, generated, inRoot, root, run } from "../../../scripts/tools.mjs";

/** What is mutated: scripts that are built into the package and the pages. */
const MUTATED = /^www\/(lib|form|element|grid|batch|plan)\/.*\.ts$/;
/** These have types alone, or describe the elements for editors. */
const LEFT_OUT = /\.d\.ts$|\/types\/|\/core-(answers|types)\.ts$|\/element\/(manifest|mock|types)/;
/** Names of classes, events, and attributes: a page where one is wrong is looked at by other tests. */
const EXCLUDED = ["StringLiteral"];
/** Scripts that start a worker: it asks for its mutant, as no script comes before them. */
const WORKERS = ["www/batch/checker.ts", "www/lib/worker-script.ts"];

/**
 * Noting is what tests would spend most of their time with: once for each place is enough. `noted` is a set that begins
 * anew with each test (`hook.mjs`).
 */
const NOTING = "function cover() {";
const NOTING_ONCE = `${NOTING} if (ns.noted) { if (ns.noted.has(arguments[0])) return; ns.noted.add(arguments[0]); }`;

/**
 * All mutants of files, `{ name, content }`, and the files with them in it. A mutant is `{ id, file, line, name, range,
 * replacement }`; its name says what is changed into what, and stays what it is while lines move. Its range is in UTF-16 units.
 */
export async function instrumented(given = mutatedFiles()) {
  const sources = given.map((file) => ({ ...file, mutate: true }));
  const silent = { debug() {}, info() {}, warn: console.warn, isDebugEnabled: () => false };
  const options = { ignorers: [], excludedMutations: EXCLUDED, plugins: null };
  const result = await new Instrumenter(silent).instrument(sources, options);
  const contents = new Map(sources.map(({ name, content }) => [name, content]));
  const mutants = result.mutants
    .filter(({ status }) => status !== "Ignored")
    .map(({ id, fileName, location, replacement }) => {
      const content = contents.get(fileName);
      const range = [location.start, location.end].map((place) => offsetOf(content, place));
      const change = `${oneLine(content.slice(...range))} → ${oneLine(replacement)}`;
      const line = location.start.line + 1;
      return { id, file: fileName, line, name: `${fileName}: ${change}`, range, replacement };
    });
  const files = result.files.map(({ name, content }) => {
    return { name, content: content.replace(NOTING, NOTING_ONCE) };
  });
  return { mutants, files };
}

/** Makes the copy in a folder, where there is none yet. */
export async function builtCopy(folder, files) {
  const copy = join(folder, "copy");
  const done = join(copy, "built.txt");
  if (existsSync(done)) return copy;
  rmSync(copy, { force: true, recursive: true });
  for (const path of listed()) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(inRoot(path), join(copy, path));
  }
  for (const built of [dist, generated])
    cpSync(built, join(copy, built.slice(root.length)), { recursive: true });
  symlinkSync(inRoot("node_modules"), join(copy, "node_modules"));
  for (const { name, content } of files) {
    const start = WORKERS.includes(name) ? 'import "../mutant.js";\n' : "";
    writeFileSync(join(copy, name), start + content);
  }
  cpSync(inRoot("tests/mutants/www/in-worker.js"), join(copy, "www", "mutant.js"));
  const at = (name) => JSON.stringify(pathToFileURL(join(copy, "scripts", `${name}.mjs`)));
  await run(process.execPath, [
    "--input-type=module",
    "--eval",
    // What is built names its sources by where they are from here.
    `process.chdir(${JSON.stringify(copy)});
    const { mkdirSync, writeFileSync } = await import("node:fs");
    const { join } = await import("node:path");
    const { packageScripts } = await import(${at("package")});
    const { buildPages } = await import(${at("pages")});
    const { dist } = await import(${at("tools")});
    for (const [path, content] of Object.entries(await packageScripts()))
      writeFileSync(join(dist, path), content);
    await buildPages();`,
  ]);
  writeFileSync(done, "");
  return copy;
}

/** Brings the copy's tests up to date. */
export function copyTests(copy) {
  for (const path of listed().filter((name) => name.startsWith("tests/")))
    cpSync(inRoot(path), join(copy, path));
}

function mutatedFiles() {
  const names = listed().filter((path) => MUTATED.test(path) && !LEFT_OUT.test(path));
  return names.map((name) => ({ name, content: readFileSync(inRoot(name), "utf8") }));
}

function listed() {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
}

function offsetOf(content, { line, column }) {
  return content.split("\n", line).reduce((sum, { length }) => sum + length + 1, column);
}

const oneLine = (text) => text.replace(/\s+/g, " ").trim();
