// What always holds, on fewer cases than `npm run properties` tries.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { init } from "cpor-preflight";
import { PROPERTIES } from "./properties.mjs";
import { tried } from "./tried.mjs";

before(() => init());

for (const [name, property] of Object.entries(PROPERTIES)) {
  test(name, () => assert.deepEqual(tried(property, 1_000, 20261122), []));
}
