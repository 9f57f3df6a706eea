// The product and the oracle agree; `npm run oracle` asks about a million drawn claims.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { init } from "cpor-preflight";
import { drawn, enumerated, everySku, Random } from "./cases.mjs";
import { compareAll } from "./compare.mjs";
import { SKUS } from "./reading.mjs";

const DRAWN = 20_000;

before(() => init());

test("on every choice with every state of the evidence", () => agree(enumerated(), 48_000));

test("on every SKU of Microsoft's list", () => agree(everySku(SKUS), 3_700));

test("on drawn claims and evidence", () => {
  const random = new Random(20261122);
  agree(
    Array.from({ length: DRAWN }, () => drawn(random)),
    DRAWN,
  );
});

/** At least so many cases, and not one on which the two differ. */
function agree(cases, atLeast) {
  const { passed, kinds } = compareAll(cases);
  const [found] = kinds;
  assert.equal(kinds.size, 0, found && `${found[0]}\n${JSON.stringify(found[1].example)}`);
  assert.ok(passed >= atLeast, `only ${passed} cases`);
}
