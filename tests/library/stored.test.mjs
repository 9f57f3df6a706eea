// What a tab or browser has stored may have been changed by anybody, anywhere in it: what can still be read is taken up,
// and the claim is checked as any other.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import * as library from "cpor-preflight";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import { formLibrary } from "../support/form-library.mjs";

const { Store } = await imported(inRoot("www", "form", "store.ts"));
const { Sources, arrange, arrangement, savedIn } = await imported(
  inRoot("www", "page", "saved.ts"),
);
await library.init();

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const FIELDS = library.describe().fields.map(({ name }) => name);
/** What may stand in place of anything. */
const ODD = [
  null,
  7,
  "",
  "x",
  true,
  [],
  {},
  [null],
  { length: 3 },
  { toString: 1 },
  "%%%",
  "__proto__",
];
const newStore = () => new Store(formLibrary(), { locale: "en" });

/** A claim with a mail and a file, as it is stored, and how its form was arranged. */
async function stored() {
  const store = newStore();
  const sources = new Sources(store);
  const profile = await readFile(inRoot("tests", "samples", "partner-profile.csv"));
  await store.put([`Tenant ID: ${TENANT}\nDomain: contoso.com`]);
  await store.put([new File([profile], "profile.csv")]);
  store.set("activity", "usage");
  await sources.read;
  const place = { opened: new Set(["customer"]), unfolded: new Set(["why"]), isAllShown: true };
  const others = { branch: "subscription", answers: { channel: "csp" }, advised: {}, context: {} };
  const arranged = arrangement({ ...place, isFormOffered: false, ...others });
  return JSON.parse(JSON.stringify({ ...sources.saved, arrangement: arranged }));
}

/** Every place in a value, each with something odd there or nothing, as another value. */
function* spoiled(value, path = []) {
  const at = path.join(".") || "all of it";
  // At each place others of them.
  const odds = ODD.filter((_, number) => number % 3 === at.length % 3);
  for (const odd of odds) yield [`${at} is ${JSON.stringify(odd)}`, odd];
  yield [`${at} is missing`, undefined];
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value))
    for (const [where, other] of spoiled(member, [...path, name])) {
      const copy = Array.isArray(value) ? [...value] : { ...value };
      if (other === undefined) delete copy[name];
      else copy[name] = other;
      yield [where, copy];
    }
}

test("whatever is changed in what was stored, the rest is taken up, and checked", async () => {
  const whole = await stored();
  let count = 0;
  for (const [where, changed] of spoiled(whole)) {
    const value = JSON.parse(JSON.stringify(changed) ?? "null");
    count += 1;
    const saved = savedIn(value);
    const place = {};
    arrange(place, value?.arrangement);
    assert.ok(place.unfolded instanceof Set && typeof place.isAllShown === "boolean", where);
    if (!saved) continue;
    const store = newStore();
    const lost = await new Sources(store).takeUp(saved);
    assert.ok(
      lost.every((name) => typeof name === "string"),
      where,
    );
    for (const [field, text] of Object.entries(store.claim)) {
      assert.ok(FIELDS.includes(field), where);
      assert.equal(typeof text, "string", where);
    }
    const { verdict } = library.checkClaim(store.claim, store.evidence, { locale: "en" });
    assert.equal(store.report.verdict, verdict, where);
    // It can be stored once more.
    assert.deepEqual(
      savedIn(JSON.parse(JSON.stringify(new Sources(store).saved)))?.memory.claim,
      store.claim,
      where,
    );
  }
  assert.ok(count > 100, String(count));
  const store = newStore();
  assert.deepEqual(await new Sources(store).takeUp(savedIn(whole)), []);
  assert.equal(store.text("customerDomain"), "contoso.com");
  assert.equal(store.items.length, 2);
});
