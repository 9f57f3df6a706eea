// Calls of all functions in any order, with the memory used up in between, answer as a fresh library: fewer of them than
// `npm run interleaved` tries.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as library from "cpor-preflight";
import { CALLS, PROMISED } from "./calls.mjs";
import { driven } from "./drive.mjs";

const STEPS = 60;

test("each call answers as if it were the first", async () => {
  const { done, faults } = await driven(20261130, STEPS);
  assert.deepEqual(faults, []);
  for (const what of [/^trap/, /^sums/, /^readEvidence|^findFields/])
    assert.ok(
      done.some((one) => what.test(one)),
      `${what} in ${done.join()}`,
    );
});

test("every public function is among them", () => {
  const functions = Object.entries(library).flatMap(([name, member]) =>
    typeof member === "function" ? name : [],
  );
  const others = ["PreflightError", "holdEvidence", "openBatch"];
  assert.deepEqual(
    functions.filter((name) => !others.includes(name)).sort(),
    Object.keys({ ...CALLS, ...PROMISED }).sort(),
  );
});
