// The product and the oracle agree; `npm run oracle` asks about a million drawn claims.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as library from "cpor-preflight";
import { asking, optioned } from "./asking.mjs";
import { enumerated, everySku } from "./cases.mjs";
import { compareAll, disagreements } from "./compare.mjs";
import { drawn, Random } from "./drawing.mjs";
import { faults, handCases } from "./hand.mjs";
import { judge } from "./oracle.mjs";
import { SKUS } from "./products.mjs";
import { benchCases, scenarioCases } from "./scenarios.mjs";

const DRAWN = 20_000;
const BENCH = 200;
/** Every so many enumerated claims; `npm run oracle` asks about all. */
const EVERY = 5;

before(() => library.init());

test("the product answers the cases written by hand as they expect", () => {
  const ask = asking(library);
  byHand(({ claim, evidence, ruleset, today }) => ask(claim, evidence, { ruleset, today }));
});

test("on every scenario, by every edition", () => agree(scenarioCases(library), 500));

test("on the bench's claims", () => agree(benchCases(library, BENCH), 1_800));

test("on every choice with every state of the evidence", () =>
  agree(optioned(some(enumerated(), EVERY)), 15_000));

test("on every SKU of Microsoft's list", () => agree(optioned(everySku(SKUS)), 7_400));

test("on drawn claims and evidence", () => {
  const random = new Random(20261122);
  const cases = Array.from({ length: DRAWN }, () => drawn(random, { withDamage: true }));
  agree(optioned(cases), DRAWN);
});

function byHand(answer) {
  for (const one of handCases()) {
    const found = faults(answer(one), one);
    assert.deepEqual(found, [], `${one.file}: ${one.name}`);
  }
}

function* some(cases, every) {
  let at = 0;
  for (const one of cases) {
    if (at % every === 0) yield one;
    at += 1;
  }
}

/** At least so many cases, and not one on which the two differ. */
function agree(cases, atLeast) {
  const ask = asking(library);
  const { passed, failed, kinds } = compareAll(cases, ask, judge);
  assert.equal(failed, 0, `${failed} cases\n${disagreements(kinds, ask, judge, 3)}`);
  assert.ok(passed >= atLeast, `only ${passed} cases`);
}
