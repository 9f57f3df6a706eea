// What always holds, on fewer cases than `npm run properties` tries.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { init } from "cpor-preflight";
import { unwritten } from "./advice.mjs";
import { FAULTS } from "./faults.mjs";
import { PROPERTIES } from "./properties.mjs";
import { withFaults } from "./subject.mjs";
import { tried } from "./tried.mjs";

before(() => init());

for (const [name, property] of Object.entries(PROPERTIES)) {
  test(name, () => assert.deepEqual(tried(property, 1_000, 20261122), []));
}

test("each property has a library that breaks it", () => {
  assert.deepEqual(Object.keys(FAULTS), Object.keys(PROPERTIES));
});

test("of each finding it is written down what it says to change", () => {
  assert.deepEqual(unwritten(), []);
});

for (const [name, faults] of Object.entries(FAULTS)) {
  test(`it is noticed where not: ${name}`, () => {
    const found = withFaults(faults, () => tried(PROPERTIES[name], 1_000, 20261122));
    assert.ok(found.length > 0);
    // What throws has not been compared.
    assert.deepEqual(
      found.filter((fault) => fault.includes(": throws ")),
      [],
    );
  });
}
