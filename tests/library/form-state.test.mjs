// What a form's state holds beside its texts: what is remembered, opened, brought by the host, worded and judged anew.

import assert from "node:assert/strict";
import test from "node:test";
import * as library from "cpor-preflight";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import { formLibrary } from "../support/form-library.mjs";

const { Store } = await imported(inRoot("www", "form", "store.ts"));
await library.init();

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SALES = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const MAIL = `Tenant ID: ${TENANT}\nDomain: contoso.com\nSubscription ID: ${SALES}`;
const newStore = () => new Store(formLibrary(), { locale: "en" });

test("a claim that is opened takes the place of the other one, is checked, and can be taken back", async () => {
  const store = newStore();
  await store.put([MAIL]);
  store.toggleActivity("presales");
  store.toggleActivity("usage");
  const before = store.claim;
  store.open({ product: "Teams", activity: "usage" });
  assert.deepEqual(store.claim, { product: "Teams", activity: "usage" });
  assert.deepEqual([store.isAsked, store.otherActivities, store.items.length], [true, [], 1]);
  assert.deepEqual([store.isLeft("product"), store.isLeft("partnerId")], [true, false]);
  store.undo();
  assert.deepEqual([store.claim, store.otherActivities], [before, ["usage"]]);
});

test("who asks for the check has left every field that is filled", () => {
  const store = newStore();
  store.type("partnerId", "53");
  assert.deepEqual([store.isAsked, store.isLeft("partnerId")], [false, false]);
  store.ask();
  assert.deepEqual([store.isAsked, store.isLeft("partnerId")], [true, true]);
  assert.equal(store.isLeft("product"), false);
});

test("a host’s claim is held as it is, with nothing to take back", async () => {
  const store = newStore();
  store.set("partnerId", "1");
  store.toggleActivity("presales");
  store.toggleActivity("usage");
  store.load({ product: "Teams" }, true);
  assert.deepEqual(
    [store.claim, store.isAsked, store.otherActivities],
    [{ product: "Teams" }, true, []],
  );
  assert.equal(store.isLeft("product"), true);
  store.undo();
  assert.deepEqual(store.claim, { product: "Teams" });
  store.load({});
  assert.deepEqual([store.claim, store.isAsked], [{}, false]);
  // What was emptied before is filled in again.
  store.set("customerDomain", "x");
  store.set("customerDomain", "");
  store.load({});
  await store.put([MAIL]);
  assert.equal(store.text("customerDomain"), "contoso.com");
});

test("what is remembered is there again, and what cannot be read any more is left out", async () => {
  const first = newStore();
  await first.put([MAIL]);
  first.toggleActivity("presales");
  first.toggleActivity("usage");
  first.set("customerDomain", "");
  first.tick("document", true);
  first.file({ status: "submitted" });
  first.ask();
  const { memory } = first;
  const store = newStore();
  store.set("partnerId", "1");
  const gone = Object.assign(new Blob(["x"]), {
    arrayBuffer: () => Promise.reject(new Error("gone")),
  });
  await store.restore(JSON.parse(JSON.stringify(memory)), [
    [gone, {}],
    [MAIL, { name: "mail.txt" }],
  ]);
  assert.deepEqual(store.claim, { ...first.claim });
  assert.deepEqual([store.text("partnerId"), store.text("customerDomain")], ["", ""]);
  assert.deepEqual(
    [[...store.ticks], store.filed, store.isAsked],
    [["document"], { status: "submitted" }, true],
  );
  assert.deepEqual(store.otherActivities, ["usage"]);
  assert.ok(Object.keys(store.claim).every((field) => store.isLeft(field)));
  assert.ok(store.items.some(({ about }) => about.name === "mail.txt"));
  store.undo();
  assert.deepEqual(store.claim, first.claim);
});

test("another language words what was put in anew, and another rule set judges anew", async () => {
  const store = newStore();
  const text = "Insufficient privileges to complete the operation.";
  await store.put([text], { name: "x.txt" });
  const worded = () => store.items[0].parts[0].problems[0].text;
  const english = worded();
  const [{ id }] = store.items;
  assert.equal(store.report.locale, "en");
  await Promise.all([store.speak("de"), store.settled]);
  assert.notEqual(worded(), english);
  assert.deepEqual([store.report.locale, store.locale, store.items[0].id], ["de", "de", id]);
  // Of two changes, the last one counts.
  await Promise.all([store.speak("en"), store.speak("de"), store.speak("en")]);
  assert.equal(worded(), english);
  for (const ruleset of ["2020-06", "2023-10"]) {
    store.judgeBy(ruleset);
    await store.settled;
    assert.deepEqual([store.report.ruleset, store.ruleset], [ruleset, ruleset]);
  }
});

test("what the host knows counts beside what is put in", async () => {
  const store = newStore();
  const accounts = [{ id: "5357564", kind: "location", enrolled: true }];
  store.load({ partnerId: "5357564" });
  const outcome = () => store.report.checks.find(({ id }) => id === "partner-id-enrolled").outcome;
  assert.equal(outcome(), "unknown");
  store.bring({ partnerIds: accounts });
  await store.settled;
  assert.deepEqual([outcome(), store.evidence.partnerIds], ["pass", accounts]);
  store.bring(undefined);
  await store.settled;
  assert.equal(outcome(), "unknown");
});

test("which exports are wanted is known, and each change has another number", async () => {
  const store = newStore();
  const versions = new Set([store.version]);
  for (const change of [
    () => store.want(["partner-profile"]),
    () => store.type("partnerId", "1"),
    () => store.ask(),
  ]) {
    change();
    versions.add(store.version);
  }
  assert.deepEqual([store.wanted, versions.size], [["partner-profile"], 4]);
  const heard = [];
  store.on(["claim.partnerId"], (changed) => heard.push(changed.has("claim.product")));
  await store.settled;
  heard.length = 0;
  store.showAgain();
  await new Promise((done) => setTimeout(done));
  await store.settled;
  assert.deepEqual(heard, [false]);
});

test("long exports that are remembered are joined piece by piece", async () => {
  const accounts = (from) =>
    Array.from({ length: 1_200 }, (_, at) => ({ id: String(5_000_000 + from + at) }));
  let merges = 0;
  const given = {
    readAnything: async (source) => ({
      ...{ parts: [], fields: {} },
      evidence: { partnerIds: accounts(source === "first" ? 0 : 1_200) },
    }),
    mergeEvidence(...all) {
      merges += 1;
      return library.mergeEvidence(...all);
    },
  };
  const store = new Store(formLibrary(given), { locale: "en" });
  await store.restore(newStore().memory, [
    ["first", {}],
    ["second", {}],
  ]);
  assert.deepEqual([store.evidence.partnerIds.length, merges], [2_400, 0]);
  await store.begin({}, [
    ["second", {}],
    ["first", {}],
  ]);
  assert.deepEqual([store.evidence.partnerIds.length, merges], [2_400, 0]);
});

test("what changes nothing is no step that could be taken back", () => {
  const store = newStore();
  store.set("partnerId", "1");
  store.apply({ partnerId: "1", product: "" });
  store.remove(7);
  assert.equal(store.canUndo, false);
  store.apply({ partnerId: "2" });
  assert.equal(store.canUndo, true);
});
