// What can be asked whether it notices a mutant: the tests of the library, of browsers, and of the page.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { nodeBin } from "../../../scripts/tools.mjs";
import { playwrightConfig, ran } from "./ask.mjs";

/** The suites that are asked, and in which order they are listed. */
export const SUITES = ["library", "browser", "page"];

/**
 * Not asked: what looks at the built files and their hashes, compiles types, needs another browser, or draws what it
 * does. What only they notice deserves a test of its own.
 */
const NOT_ASKED =
  /\/(types|state|credits|samples|drivers|restored|element-cdn|serve|a11y-matrix|embed|examples)\.test|\/(offline|file|random|growth|figures|loading)\.spec/;
/** What the tests of a file may take without a mutant, in ms. */
const TIMEOUT = 600_000;

/**
 * What is started by itself: files of tests, and single tests of the page, by their lines; `text` is a hash of the file.
 */
export function listStarts(copy, suites) {
  const inFolder = (folder) =>
    readdirSync(join(copy, "tests", folder))
      .filter((name) => name.endsWith(".test.mjs"))
      .map((name) => ({ suite: folder, key: `tests/${folder}/${name}` }));
  const list = { library: inFolder, browser: inFolder, page: () => pageTests(copy) };
  return suites
    .flatMap((suite) => list[suite](suite))
    .filter(({ key }) => !NOT_ASKED.test(key))
    .map((start) => ({ ...start, text: hashOf(join(copy, start.key.replace(/:\d+$/, ""))) }));
}

function pageTests(copy) {
  const args = ["test", "--list", "--config", playwrightConfig(copy)];
  const listed = execFileSync(nodeBin("playwright"), args, { cwd: copy, encoding: "utf8" });
  const places = [...listed.matchAll(/› (\S+\.spec\.mjs:\d+):\d+ ›/g)].map(([, at]) => at);
  return [...new Set(places)].map((at) => ({ suite: "page", key: `tests/page/${at}` }));
}

/**
 * The units of a start, each test with its time and what it reaches: `{ suite, key, test, ms, reached }`. What fails
 * without a mutant is none.
 */
export async function measured(copy, start, folder) {
  rmSync(folder, { force: true, recursive: true });
  const begun = performance.now();
  const env = { MUTANTS_REACHED: folder, MUTANTS_FILE: join(copy, start.key) };
  const { outcome, failed } = await ran(copy, [start], { env, timeout: TIMEOUT });
  if (outcome !== "passed" && !failed.length) return [];
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const noted = files.flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  if (start.suite === "page") {
    const reached = [...new Set(noted.flatMap(({ reached }) => reached))];
    return [{ ...start, ms: Math.round(performance.now() - begun), reached }];
  }
  // What is reached before a file's tests may matter to each of them.
  const outside = noted.filter(({ test }) => test === "").flatMap(({ reached }) => reached);
  return noted
    .filter(({ test }) => test && !failed.includes(test))
    .map(({ test, ms, reached }) => ({
      ...{ ...start, test, ms },
      reached: [...new Set([...reached, ...outside])],
    }));
}

const hashOf = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
