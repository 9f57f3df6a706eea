// What can be asked whether it notices a mutant: the files of the library's and the browsers' tests, and each test of
// the page.
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeBin, targetDir } from "../../../scripts/tools.mjs";

/**
 * Not asked: what looks at the built files and their hashes, compiles types, needs another browser, or draws what it
 * does. What only they notice deserves a test of its own.
 */
const NOT_ASKED =
  /\/(types|state|credits|samples|drivers|element-cdn|serve|a11y-matrix|embed|examples)\.test|\/(offline|file|random|growth|figures|loading)\.spec/;
/** A unit that a mutant makes so many times slower, and so much in ms, hangs. */
const SLOWER = 5;
const LONGER = 30_000;
/** Tests of the page that are asked at once. */
const TOGETHER = 8;

/** The suites that are asked, and in which order. */
export const SUITES = ["library", "browser", "page"];

const [hook, reporter] = ["./hook.mjs", "./first-failure.mjs"].map((path) =>
  import.meta.resolve(path),
);
/** It stands in the copy, as the tests that it names do. */
const config = (copy) => join(copy, "tests", "mutants", "www", "playwright.config.mjs");

/** All units: `{ suite, key, text }`; the key is a path, for tests of the page with a line; `text` is a hash of the file. */
export function listUnits(copy) {
  const files = (folder) =>
    readdirSync(join(copy, "tests", folder))
      .filter((name) => name.endsWith(".test.mjs"))
      .map((name) => `tests/${folder}/${name}`);
  const page = execFileSync(nodeBin("playwright"), ["test", "--list", "--config", config(copy)], {
    cwd: copy,
    encoding: "utf8",
  });
  const lines = [...page.matchAll(/› (\S+\.spec\.mjs:\d+):\d+ ›/g)].map(([, at]) => at);
  return [
    ...files("library").map((key) => ({ suite: "library", key })),
    ...files("browser").map((key) => ({ suite: "browser", key })),
    ...[...new Set(lines)].map((at) => ({ suite: "page", key: `tests/page/${at}` })),
  ]
    .filter(({ key }) => !NOT_ASKED.test(key))
    .map((unit) => ({ ...unit, text: hashOf(join(copy, unit.key.replace(/:\d+$/, ""))) }));
}

/** A unit with its time and what it reaches, or undefined where it fails without any mutant. */
export async function measured(copy, unit, folder) {
  rmSync(folder, { force: true, recursive: true });
  tellWorkers(copy, { active: null, isCounted: true });
  const start = performance.now();
  const result = await ran(copy, [unit], { MUTANTS_REACHED: folder }, 300_000);
  if (result !== "passed") return undefined;
  const written = existsSync(folder) ? readdirSync(folder) : [];
  const ids = written.flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  return { ...unit, ms: Math.round(performance.now() - start), reached: [...new Set(ids)] };
}

/**
 * What the units that reach a mutant say of it: "caught", "timed out", "missed", or "not reached". Those that reach
 * most of its file in the shortest time are asked first, and no more after `budget` ms.
 */
export async function outcomeOf(copy, mutant, units, { sameFile, budget }) {
  const reaching = units.filter(({ reached }) => reached.has(mutant.id));
  if (!reaching.length) return "not reached";
  const score = ({ reached, ms }) => sameFile.filter((id) => reached.has(id)).length / (ms + 500);
  const ordered = reaching.map((unit) => [score(unit), unit]).sort(([a], [b]) => b - a);
  tellWorkers(copy, { active: mutant.id, isCounted: false });
  const until = performance.now() + budget;
  for (const batch of batches(ordered.map(([, unit]) => unit))) {
    const limit = batch.reduce((sum, { ms }) => sum + ms, 0) * SLOWER + LONGER;
    const result = await ran(copy, batch, { __STRYKER_ACTIVE_MUTANT__: mutant.id }, limit);
    if (result !== "passed") return result;
    if (performance.now() > until) return "missed";
  }
  return "missed";
}

/** Tests of the page that follow each other are asked together. */
function batches(units) {
  const all = [];
  for (const unit of units) {
    const last = all.at(-1);
    const fits = last?.[0].suite === "page" && unit.suite === "page" && last.length < TOGETHER;
    if (fits) last.push(unit);
    else all.push([unit]);
  }
  return all;
}

/** Workers ask beside their script: see in-worker.js. */
function tellWorkers(copy, told) {
  for (const folder of ["dist", "www/generated/site", "www/generated/site/package"]) {
    mkdirSync(join(copy, folder), { recursive: true });
    writeFileSync(join(copy, folder, "mutant.json"), JSON.stringify(told));
  }
}

/** Runs units of one suite: "passed", "caught", or "timed out". */
function ran(copy, units, env, timeout) {
  const [{ suite, key }] = units;
  const [command, args] =
    suite === "page"
      ? [nodeBin("playwright"), ["test", "--config", config(copy), ...units.map(pattern)]]
      : [process.execPath, [`--test-reporter=${reporter}`, join(copy, key)]];
  const child = spawn(command, args, {
    ...{ cwd: copy, detached: true, stdio: process.env.MUTANTS_LOG ? "inherit" : "ignore" },
    env: {
      ...process.env,
      ...{ CARGO_TARGET_DIR: targetDir, NODE_OPTIONS: `--import=${hook}` },
      ...(suite === "library" ? {} : { MUTANTS_BROWSER: "1" }),
      ...env,
    },
  });
  return new Promise((done) => {
    const timer = setTimeout(() => {
      done("timed out");
      process.kill(-child.pid, "SIGKILL");
    }, timeout);
    child.once("exit", (code) => {
      clearTimeout(timer);
      done(code === 0 ? "passed" : "caught");
    });
  });
}

const hashOf = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

const pattern = ({ key }) => `${key.replace("tests/page/", "/").replaceAll(".", "\\.")}$`;
