// The file under work on the page for many claims, without a page: what takes long must not touch the
// file that came after it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { batchLayout, init } from "cpor-preflight";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { Work } = await imported(inRoot("www", "page", "bulk", "work.js"));
await init();

test("a small file keeps its own columns and rows while a large one before it is still being read", async () => {
  const { work, checked } = worked();
  const large = gated(utf16("product,partnerId\nTeams,1\nTeams,2\n"));
  const first = work.open(large, "large.csv");
  assert.equal(await work.open(blob("customerDomain\ncontoso.com\n"), "small.csv"), true);
  large.letGo();
  assert.equal(await first, false, "it is not the one that is worked on");
  assert.deepEqual(
    [work.name, work.columns, work.encoding, work.phase],
    ["small.csv", ["customerDomain"], "utf-8", "columns"],
  );
  await work.run();
  assert.deepEqual(checked, ["customerDomain\ncontoso.com\n"]);
});

test("the last of several files counts, whichever is read first", async () => {
  const { work } = worked();
  const files = ["product", "partnerId", "customerDomain"].map((name) =>
    gated(utf16(`${name}\nx\n`)),
  );
  const opened = files.map((file, at) => work.open(file, `${at}.csv`));
  for (const file of files.toReversed()) file.letGo();
  assert.deepEqual(await Promise.all(opened), [false, false, true]);
  assert.deepEqual([work.name, work.columns], ["2.csv", ["customerDomain"]]);
});

test("a file that cannot be read says nothing of the one after it", async () => {
  const { work } = worked();
  const broken = gated(utf16("product\nTeams\n"), new Error("gone"));
  const first = work.open(broken, "broken.csv");
  await work.open(blob("customerDomain\ncontoso.com\n"), "small.csv");
  broken.letGo();
  await first;
  assert.equal(work.phase, "columns");
});

test("corrections go into the file that they are of, and into no other", async () => {
  const { work, checked } = worked();
  await work.open(blob("product\nTeams\n"), "first.csv");
  work.findings = { rows: 1, place: () => [8] };
  work.corrections.set(1, new Map([[0, "Exchange"]]));
  const running = work.run();
  await work.open(blob("customerDomain\ncontoso.com\n"), "second.csv");
  await running;
  assert.deepEqual(checked, [], "the check of the first file has ended");
  assert.deepEqual([work.columns, work.phase], [["customerDomain"], "columns"]);
  await work.run();
  assert.deepEqual(checked, ["customerDomain\ncontoso.com\n"]);
});

test("corrected and checked again, a file has the corrections", async () => {
  const { work, checked } = worked();
  await work.open(blob("product\nTeams\n"), "first.csv");
  work.findings = { rows: 1, place: () => [8] };
  work.corrections.set(1, new Map([[0, "Exchange"]]));
  await work.run();
  assert.deepEqual(checked, ["product\nExchange\n"]);
});

/** A work whose checks only note what they are given. */
function worked() {
  const checked = [];
  const work = new Work({
    engine: { batchLayout },
    runs: {
      prepare() {},
      async check({ file }) {
        checked.push(await file.text());
        return { rows: 0, verdicts: {}, codes: {}, problems: [] };
      },
    },
    changed() {},
    settings: () => ({ evidence: undefined, options: {} }),
  });
  return { work, checked };
}

const blob = (text) => new Blob([text]);

const utf16 = (text) => new Blob([Buffer.from(`\ufeff${text}`, "utf16le")]);

/** A file whose content comes only once it is let go, or then fails. */
function gated(file, error) {
  let letGo;
  const waiting = new Promise((done) => {
    letGo = done;
  });
  file.stream = () =>
    new ReadableStream({
      async start(controller) {
        await waiting;
        if (error) return controller.error(error);
        controller.enqueue(new Uint8Array(await file.arrayBuffer()));
        controller.close();
      },
    });
  return Object.assign(file, { letGo });
}
