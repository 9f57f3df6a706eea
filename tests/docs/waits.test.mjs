// Tests wait for what is meant, and measure no time: what takes a fixed time is too short on a slow machine and too long
// on all others.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { inRoot } from "../../scripts/tools.mjs";
import { repositoryFiles } from "./markdown.mjs";

const WAITS = {
  "waits for a fixed time": [
    /\bwaitForTimeout\(/,
    // Without a time, it is the page’s or the process’s next turn.
    /\bsetTimeout\([^()]*(\([^()]*\)[^()]*)*, *[^)\s]/,
    /\btimers\/promises\b/,
    /\bthread::sleep\b/,
  ],
  "looks at the clock": [/\b(Date|performance)\.now\(/, /\bprocess\.hrtime\b/, /\bInstant::now\b/],
};

/** Who may, and why. */
const ALLOWED = {
  "tests/bench/": "measures",
  "tests/fuzz/": "runs for as long as it is told to, and prints what is slow",
  "tests/support/containers.mjs": "is what the fuzzer runs",
  "tests/page/random/run.mjs": "runs for as long as it is told to",
  "tests/library/attack-figures.mjs": "prints figures",
  "tests/nightly/": "limits how long suites take, and sets the clock",
  "tests/mutants/": "orders tests by how long they take",
  "tests/browser/person.mjs": "asks again and again, until what is meant",
  "tests/browser/webdriver.mjs": "asks again and again, until what is meant",
  "tests/browser/a11y-matrix.test.mjs": "reads again and again, until nothing changes any more",
  "tests/package/starters/run.mjs":
    "asks again and again, until the server answers, and prints how long that took",
  "tests/package/server.test.mjs": "asks again and again, until the server answers",
};

/** Which lines of a text wait or look at the clock, and what they do. */
const waitsIn = (text) =>
  text.split("\n").flatMap((line, at) =>
    Object.entries(WAITS)
      .filter(([, patterns]) => patterns.some((pattern) => pattern.test(line)))
      .map(([what]) => `line ${at + 1} ${what}`),
  );

const own = "tests/docs/waits.test.mjs";
const paths = repositoryFiles("tests").filter(
  (path) => /\.(m?js|ts|rs|html)$/.test(path) && path !== own,
);
const found = await Promise.all(
  paths.map(async (path) => [path, waitsIn(await readFile(inRoot(path), "utf8"))]),
);
const waiting = found.filter(([, lines]) => lines.length);
const isOf = (path) => (start) => path.startsWith(start);

test("no test waits for a fixed time or looks at the clock", () => {
  const others = waiting.filter(([path]) => !Object.keys(ALLOWED).some(isOf(path)));
  assert.deepEqual(Object.fromEntries(others), {});
});

test("whoever may wait or look at the clock does", () => {
  const idle = Object.keys(ALLOWED).filter((start) => !waiting.some(([path]) => isOf(path)(start)));
  assert.deepEqual(idle, []);
});

for (const [line, isWait] of [
  ["await page.waitForTimeout(50);", true],
  ["await new Promise((done) => setTimeout(done, 500));", true],
  ["setTimeout(() => controller.abort(), 20);", true],
  ["await new Promise((done) => setTimeout(done));", false],
  ["setTimeout(() => location.reload());", false],
  ["assert.ok(performance.now() - begun < 100);", true],
  ["await page.clock.runFor(5000);", false],
])
  test(`“${line}” is ${isWait ? "found" : "fine"}`, () => {
    assert.equal(waitsIn(line).length > 0, isWait);
  });
