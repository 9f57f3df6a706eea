// How a form reads: large things apart and in pieces, several at a time, stopped, and corrected.

import assert from "node:assert/strict";
import test from "node:test";
import * as library from "cpor-preflight";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import { formLibrary } from "../support/form-library.mjs";

const { init, readingApart } = await imported(inRoot("tests", "support", "reading.ts"), {
  conditions: ["inline"],
});
const { takenIn } = await imported(inRoot("www", "form", "holding.ts"));
const { Readings } = await imported(inRoot("www", "form", "readings.ts"));
const { Shown } = await imported(inRoot("www", "form", "shown.ts"));
await Promise.all([init(), library.init()]);

const MEGABYTE = 1024 * 1024;
const MAIL = "Domain: contoso.com";

/* Apart */

/** A worker that notes what it is asked, and answers with what `read` says. */
function workerThat(read) {
  const heard = [];
  const worker = {
    readAnything: (input, options) => {
      heard.push(Object.keys(options));
      return read(input, options);
    },
    terminate: () => heard.push("terminate"),
  };
  return { heard, start: async () => worker };
}

test("what is small is read here, and what is large in a worker, which ends then", async () => {
  const { heard, start } = workerThat(async () => "from the worker");
  const read = readingApart(start);
  const small = await read(MAIL, { name: "mail.txt" });
  assert.equal(small.fields.customerDomain.value, "contoso.com");
  assert.deepEqual(heard, []);
  const half = "x".repeat(MEGABYTE / 2);
  const { signal } = new AbortController();
  for (const large of [
    half + half,
    new Blob([half, half]),
    [half, new Blob([half])],
    [[half], [half]],
  ]) {
    assert.equal(await read(large, { name: "x.csv", signal }), "from the worker");
    assert.deepEqual(heard.splice(0), [["name"], "terminate"]);
  }
  assert.equal(await read(half + half), "from the worker");
  assert.deepEqual(heard.splice(0), [[], "terminate"]);
  for (const less of [half + half.slice(1), [half, half.slice(1)], [], new Uint8Array(9)])
    await read(less).catch(() => {});
  assert.deepEqual(heard, [], "one byte less is small");
});

test("where no worker can be had, what is large is read here, too", async () => {
  const large = [MAIL, "x".repeat(MEGABYTE)];
  for (const start of [() => Promise.reject(new Error("no")), async () => undefined]) {
    const { fields } = await readingApart(start)(large, { name: "x.txt" });
    assert.equal(fields.customerDomain.value, "contoso.com");
  }
});

test("reading apart ends with the signal, whenever that comes, and with what it says", async () => {
  const large = "x".repeat(MEGABYTE);
  const reason = new Error("enough");
  const stop = new AbortController();
  const failing = workerThat(
    () =>
      new Promise((_, fail) =>
        stop.signal.addEventListener("abort", () => fail(new Error("it ended"))),
      ),
  );
  const reading = readingApart(failing.start)(large, { signal: stop.signal });
  await new Promise((done) => setTimeout(done));
  assert.deepEqual(failing.heard, [[]]);
  stop.abort(reason);
  await assert.rejects(reading, reason);
  assert.deepEqual(failing.heard.slice(1), ["terminate", "terminate"]);
  const before = workerThat(async () => assert.fail("it was stopped before"));
  await assert.rejects(readingApart(before.start)(large, { signal: stop.signal }), reason);
  assert.deepEqual(before.heard, ["terminate"]);
  const own = new Error("no such file");
  const broken = workerThat(() => Promise.reject(own));
  await assert.rejects(readingApart(broken.start)(large), own);
  const later = new AbortController();
  await assert.rejects(readingApart(broken.start)(large, { signal: later.signal }), own);
  broken.heard.length = 0;
  later.abort();
  assert.deepEqual(broken.heard, [], "what is over hears nothing more");
});

/* In pieces */

/** A library that notes how many rows it is given at a time. */
function countingLibrary() {
  const rows = [];
  const released = [];
  const countOf = (piece) => Object.values(piece).flat().length;
  return {
    rows,
    released,
    holdEvidence(evidence) {
      rows.push(countOf(evidence));
      const held = library.holdEvidence(evidence);
      const add = (piece) => {
        rows.push(countOf(piece));
        held.add(piece);
      };
      const release = () => {
        released.push(held);
        held.release();
      };
      return { add, release, slices: (count) => held.slices(count) };
    },
  };
}

const accounts = (count, from = 0) =>
  Array.from({ length: count }, (_, at) => ({ id: String(5_000_000 + from + at) }));

test("what is short is taken as it is, what is long a thousand rows at a time", async () => {
  const short = { partnerIds: accounts(1000), tenants: [{ tenantId: "a", domains: [] }] };
  const counting = countingLibrary();
  const known = await takenIn(counting, [short]);
  assert.equal(known.evidence, short);
  assert.equal(known.held, undefined);
  assert.equal(known.customers.only, "a");
  assert.deepEqual(counting.rows, []);
  const long = { ...short, partnerIds: accounts(2001) };
  const taken = await takenIn(counting, [long]);
  assert.equal(taken.evidence, long, "nothing has to be joined");
  assert.deepEqual(counting.rows, [0, 1, 1000, 1000, 1]);
  assert.equal(taken.customers.only, "a");
  const [all] = taken.held.slices(5000);
  assert.equal(JSON.parse(all).partnerIds.length, 2001);
});

test("what is joined comes back joined, by customer, and as the core holds it", async () => {
  const guid = (digit) => `${digit}0000000-0000-4000-8000-000000000000`;
  const subscription = (id, tenantId) => ({ id, tenantId, source: "export" });
  const parts = [
    { subscriptions: [subscription(guid(1), guid(3))], partnerIds: accounts(2) },
    { subscriptions: [subscription(guid(2), guid(4))], partnerIds: accounts(1500, 1) },
  ];
  const { evidence, customers, held } = await takenIn(countingLibrary(), parts);
  assert.equal(evidence.partnerIds.length, 1501, "the one that both have counts once");
  assert.deepEqual(
    evidence.subscriptions.map(({ id }) => id),
    [guid(1), guid(2)],
  );
  assert.equal(customers.count, 2);
  assert.equal(customers.of(guid(4)).subscriptions[0].id, guid(2));
  assert.equal(JSON.parse([...held.slices(5000)][0]).partnerIds.length, 1501);
});

test("who types meanwhile has their turn after each piece, and can stop it", async () => {
  let turns = 0;
  let isOver = false;
  const turn = () => {
    turns += 1;
    if (!isOver) setTimeout(turn);
  };
  setTimeout(turn);
  await takenIn(countingLibrary(), [{ partnerIds: accounts(9001) }]);
  isOver = true;
  assert.ok(turns >= 9, `${turns} turns`);
  const counting = countingLibrary();
  const stop = new AbortController();
  const taking = takenIn(counting, [{ partnerIds: accounts(9001) }], stop.signal);
  const reason = new Error("enough");
  stop.abort(reason);
  await assert.rejects(taking, reason);
  assert.deepEqual(counting.rows, [0, 0]);
  assert.equal(counting.released.length, 1, "what was held by then is given back");
});

/* Several */

/** Readings by a library of which each reading is answered by hand. */
function readingsByHand() {
  const asked = [];
  let changes = 0;
  const readings = new Readings(
    {
      readAnything: (source, options) =>
        new Promise((done, fail) => {
          const answer = (given = {}) => done({ parts: [], fields: {}, evidence: {}, ...given });
          options.signal?.addEventListener("abort", () => fail(options.signal.reason));
          asked.push({ source, options, answer, fail });
        }),
      takeIn: async ([evidence]) => ({ evidence, customers: {} }),
    },
    () => {
      changes += 1;
    },
  );
  const next = async () => {
    while (!asked.length) await new Promise((done) => setTimeout(done));
    return asked.shift();
  };
  return { readings, next, changes: () => changes };
}

test("things are read one after the other, and how far that is, is known", async () => {
  const { readings, next, changes } = readingsByHand();
  assert.deepEqual([readings.count, readings.progress], [0, undefined]);
  const reading = readings.all(["a", "b"], { name: "x" }, "de");
  assert.deepEqual([readings.count, changes()], [2, 1]);
  const first = await next();
  assert.deepEqual([first.source, first.options.name, first.options.locale], ["a", "x", "de"]);
  first.options.onProgress(1, 4);
  assert.deepEqual([readings.progress, changes()], [0.25, 2]);
  first.options.onProgress(7, 0);
  assert.equal(readings.progress, undefined, "nobody knows how much there is");
  first.options.onProgress(4, 4);
  first.answer({ claims: "a;b" });
  const second = await next();
  assert.deepEqual([readings.count, readings.progress], [1, undefined]);
  second.answer();
  const { items, failure } = await reading;
  assert.deepEqual([readings.count, failure], [0, undefined]);
  assert.deepEqual(
    items.map(({ id, source, about, claims }) => [id, source, about.name, claims]),
    [
      [1, "a", "x", "a;b"],
      [2, "b", "x", undefined],
    ],
  );
  assert.ok(!("claims" in items[1]));
});

test("what cannot be read is left out, and the last reason is told", async () => {
  const { readings, next } = readingsByHand();
  const reading = readings.all(["a", "b", "c"], {}, "en");
  (await next()).fail("first");
  (await next()).fail("last");
  (await next()).answer();
  const { items, failure } = await reading;
  assert.deepEqual([items.map(({ source }) => source), failure], [["c"], "last"]);
});

test("what was read until it is stopped counts; what belongs to another claim does not", async () => {
  for (const [end, kept] of [
    ["stop", ["a"]],
    ["forget", []],
  ]) {
    const { readings, next } = readingsByHand();
    const reading = readings.all(["a", "b", "c"], {}, "en");
    (await next()).answer();
    await next();
    readings[end]();
    const { items, failure } = await reading;
    assert.deepEqual([items.map(({ source }) => source), failure], [kept, undefined], end);
    assert.equal(readings.count, 0, end);
    // What is read afterwards is another matter.
    const later = readings.all(["d"], {}, "en");
    readings.newIds(1);
    (await next()).answer();
    assert.equal((await later).items.length, 1, end);
  }
});

test("of two corrections of a thing, the last one counts, under the number that it has", async () => {
  const { readings, next } = readingsByHand();
  const joined = [];
  const more = { locale: "en", join: async ({ source }) => joined.push(source) };
  const [one, two] = ["a", "b"].map((source) => readings.again({ id: 7 }, source, {}, more));
  const other = readings.again({ id: 8 }, "c", {}, more);
  const [first, second, third] = [await next(), await next(), await next()];
  for (const asked of [second, first, third]) asked.answer();
  assert.equal(await one, undefined);
  assert.deepEqual([(await two).id, (await two).source], [7, "b"]);
  assert.deepEqual([(await other).id, (await other).source], [8, "c"]);
  assert.deepEqual(joined.sort(), ["a", "b", "c"]);
});

test("of what was put in once, what can be read still comes back, each with what was known of it", async () => {
  const { readings, next, changes } = readingsByHand();
  const restoring = readings.restored(
    [
      ["a", { name: "a.csv" }],
      ["b", {}],
      ["c", { name: "c.csv" }],
    ],
    "en",
  );
  (await next()).answer();
  (await next()).fail("gone");
  const last = await next();
  assert.deepEqual(Object.keys(last.options).sort(), ["locale", "name"]);
  last.answer();
  const items = await restoring;
  assert.deepEqual(
    items.map(({ id, about }) => [id, about.name]),
    [
      [1, "a.csv"],
      [3, "c.csv"],
    ],
  );
  assert.equal(changes(), 0, "nobody waits for it");
});

test("what is done with what was read counts as one more reading, also where it fails", async () => {
  const { readings, changes } = readingsByHand();
  let end;
  const done = new Promise((_, fail) => {
    end = fail;
  });
  const waiting = readings.until(done);
  assert.deepEqual([readings.count, changes()], [1, 1]);
  end(new Error("no"));
  await assert.rejects(waiting, /no/);
  assert.deepEqual([readings.count, changes()], [0, 2]);
});

/* Together */

const item = (evidence, more = {}) => ({ evidence, ...more });
const [ONE, TWO] = [{ partnerIds: accounts(1) }, { partnerIds: accounts(1, 1) }];

test("what says nothing is not joined, what is alone is taken as it is", () => {
  let merges = 0;
  const mergeEvidence = (...given) => {
    merges += 1;
    return library.mergeEvidence(...given);
  };
  const shown = new Shown(formLibrary({ ...library, mergeEvidence }));
  assert.deepEqual([shown.items, shown.evidence, shown.held], [[], {}, undefined]);
  const alone = item(ONE, { customers: { count: 5 } });
  shown.hold([item({}), alone, item({ tenants: [] })]);
  assert.equal(shown.evidence, ONE);
  assert.equal(shown.customers.count, 5);
  assert.equal(merges, 0);
  assert.ok(shown.held.isHeld);
  const first = shown.held;
  shown.hold([alone, item(TWO)]);
  assert.equal(shown.evidence.partnerIds.length, 2);
  assert.ok(!first.isHeld, "what was held before is given back");
  shown.hold([]);
  assert.equal(shown.held, undefined, "the host knows nothing, and nothing was put in");
});

test("what the host knows comes first, and goes when it knows something else", async () => {
  const shown = new Shown(formLibrary());
  shown.bring(ONE);
  assert.deepEqual(shown.evidence.partnerIds, ONE.partnerIds);
  assert.ok(shown.held.isHeld);
  shown.hold([item(TWO)]);
  assert.deepEqual(
    shown.evidence.partnerIds.map(({ id }) => id),
    ["5000000", "5000001"],
  );
  const long = { partnerIds: accounts(1200) };
  const known = await takenIn(library, [long, {}]);
  shown.bring(known.evidence, known);
  await shown.join([]);
  assert.equal(shown.evidence.partnerIds.length, 1200);
  shown.hold([]);
  assert.equal(shown.held, known.held);
  shown.bring(undefined);
  assert.ok(!known.held.isHeld);
  assert.deepEqual([shown.evidence, shown.held], [{}, undefined]);
});

test("what is long is joined ahead, once; what a host gives in one piece is joined in one", async () => {
  let joins = 0;
  const own = formLibrary();
  const takeIn = (...asked) => {
    joins += 1;
    return own.takeIn(...asked);
  };
  const shown = new Shown({ ...own, takeIn });
  const long = item({ partnerIds: accounts(1001, 5) });
  const short = item(ONE);
  assert.equal(shown.join([short, item(TWO)]), undefined, "a moment’s work");
  assert.equal(shown.join([long]), undefined, "nothing to join");
  await shown.join([long, short]);
  assert.equal(shown.join([long, short]), undefined, "it is there");
  const ahead = shown.merged([long, short]);
  assert.equal(shown.merged([long, short]), ahead);
  assert.equal(ahead.evidence.partnerIds.length, 1002);
  // In another order, it is something else; of three, the first is forgotten.
  await shown.join([short, long]);
  assert.equal(shown.merged([long, short]), ahead);
  await shown.join([long, short, item(TWO)]);
  assert.notEqual(shown.merged([long, short]), ahead);
  assert.equal(joins, 3);
  shown.bring(TWO);
  assert.equal(shown.join([long, short]), undefined);
  assert.equal(shown.merged([long, short]).evidence.partnerIds.length, 1003);
});
