// The tool of `npm run mutants:www`, on one small script: what a test notices, what none does, and what is excused.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { inRoot } from "../../scripts/tools.mjs";
import { Asking } from "./www/ask.mjs";
import { compiler } from "./www/compiling.mjs";
import { instrumented } from "./www/copy.mjs";
import { excuseOf, idleExcuses } from "./www/excuses.mjs";
import { figures } from "./www/figures.mjs";
import { measured } from "./www/units.mjs";

const SCRIPT = `export const isFull = (count) => count >= 10;
export const isEmpty = (count) => count < 1;
export const isNever = () => true;
`;
const TEST = `import assert from "node:assert/strict";
import { test } from "node:test";
import { isEmpty, isFull } from "../count.mjs";

test("ten is full", () => assert.ok(isFull(10)));
test("ten is not empty", () => assert.ok(!isEmpty(10)));
`;
const folder = mkdtempSync(join(tmpdir(), "mutants-"));
after(() => rmSync(folder, { force: true, recursive: true }));

test("a change is noticed by the test that comes by it, or missed, or excused, or reached by none", async () => {
  const { mutants, files } = await instrumented([{ name: "count.mjs", content: SCRIPT }]);
  for (const { name, content } of files) writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, "tests"));
  writeFileSync(join(folder, "tests", "count.test.mjs"), TEST);

  const start = { suite: "library", key: "tests/count.test.mjs" };
  const found = await measured(folder, start, join(folder, "reached"));
  assert.deepEqual(
    found.map(({ test, reached }) => [test, reached.length > 0]),
    [
      ["ten is full", true],
      ["ten is not empty", true],
    ],
  );
  const units = found.map((unit) => ({ ...unit, reached: new Set(unit.reached) }));
  const asking = new Asking(folder, 60_000);
  const named = (change) => mutants.find(({ name }) => name === `count.mjs: ${change}`);
  const ask = (mutant) => asking.outcome(mutant, units, []);
  const caught = named("count >= 10 → count > 10");
  const missed = named("count < 1 → count <= 1");
  const unreached = named("true → false");
  assert.equal(await ask(caught), "caught");
  assert.equal(await ask(missed), "missed");
  assert.equal(await ask(unreached), "not reached");

  const excuses = [{ name: /count < 1 → count <= 1$/, reason: "Counts are whole here." }];
  assert.equal(excuseOf(missed, excuses), "Counts are whole here.");
  assert.equal(excuseOf(caught, excuses), undefined);
  assert.deepEqual(idleExcuses(mutants, excuses), []);
  assert.deepEqual(idleExcuses([caught], excuses), excuses);
});

test("what does not compile is told from what does", async () => {
  const name = "www/form/told.ts";
  const content = readFileSync(inRoot(name), "utf8");
  const { mutants } = await instrumented([{ name, content }]);
  const compiles = compiler();
  const named = (change) => mutants.find((mutant) => mutant.name === `${name}: ${change}`);
  assert.ok(compiles(named("this.version += 1 → this.version -= 1")));
  assert.ok(!compiles(named("[...this.#listeners] → []")));
  assert.ok(compiles(named('slice !== "view" → true')), "the one before is taken back");
});

test("figures leave out what is excused or does not compile, and say how sure a sample is", () => {
  const of = (count, outcome) =>
    Array.from({ length: count }, () => ({ file: "www/lib/x.ts", outcome }));
  const done = [
    ...of(88, "caught"),
    ...of(2, "timed out"),
    ...of(5, "excused"),
    ...of(3, "not compiled"),
    ...of(8, "missed"),
    ...of(1, "not reached"),
    ...of(1, "unsettled"),
  ];
  assert.deepEqual(figures(done), {
    missed: 9,
    lines: ["lib: ", ""].map(
      (area) =>
        `${area}108 mutants: 88 caught, 2 timed out, 5 excused, 3 not compiled, 8 missed, 1 not reached, 1 unsettled; noticed 90.0 % (95 %: 83 to 94 %)`,
    ),
  });
});
