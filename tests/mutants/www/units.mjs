// What can be asked whether it notices a mutant: the tests of the library, of browsers, and of the page.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ran } from "./ask.mjs";

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
 * What is started by itself: files of tests; `text` is a hash of the file.
 *
 * @param asked suites, or files of tests by the beginnings of their names: "library", "page/many"
 */
export function listStarts(copy, asked) {
  return SUITES.flatMap((suite) =>
    readdirSync(join(copy, "tests", suite)).map((name) => ({
      suite,
      key: `tests/${suite}/${name}`,
    })),
  )
    .filter(({ key }) => /\.(test|spec)\.mjs$/.test(key) && !NOT_ASKED.test(key))
    .filter(({ key }) => asked.some((name) => key.startsWith(`tests/${name}`)))
    .map((start) => ({ ...start, text: hashOf(join(copy, start.key)) }));
}

/**
 * The units of a start, each test with its time and what it reaches: `{ suite, key, test, ms, reached }`. A test of the
 * page is named by its place, such as `many.spec.mjs:74`. What fails without a mutant is none.
 */
export async function measured(copy, start, folder) {
  rmSync(folder, { force: true, recursive: true });
  const env = { MUTANTS_REACHED: folder, MUTANTS_FILE: join(copy, start.key) };
  const { outcome, failed } = await ran(copy, [start], { env, timeout: TIMEOUT });
  if (outcome !== "passed" && !failed.length) return [];
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const noted = files.flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
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
