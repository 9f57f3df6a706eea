// Where files are checked and claims planned: a worker's two sides in one process, and the page itself where no worker
// can be had. Both have the same answers, and a worker is not asked on once it was told to stop.

import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import words from "cpor-preflight/text/en";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { Runs, rest } = await imported(inRoot("www", "batch", "runs.ts"), {
  define: { "import.meta.url": '"https://portal.example/site/page.js"' },
});
const { engine } = await imported(inRoot("tests", "support", "rows.ts"), {
  conditions: ["inline"],
});
const { isPlain } = await imported(inRoot("www", "batch", "plain-file.ts"));
/** The worker's script: it listens to `heard`, and says what `say` takes. */
let heard;
let say;
globalThis.addEventListener = (_, listener) => {
  heard = listener;
};
/** Bytes that a worker keeps of what it hands over: those were copied. */
let copied = 0;
globalThis.postMessage = (data, options) => {
  const sent = structuredClone(data, options);
  const lists = Object.values(data.found ?? data.planned?.claims ?? {});
  copied += lists.reduce((sum, { byteLength }) => sum + byteLength, 0);
  say(sent);
};
say = () => {};
const checker = inRoot("www", "batch", "checker.ts");

before(() => engine.init());

const HEAD = "customerTenantId;customerDomain;product;activity;solutionArea;partnerId";
const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const LINE = `${TENANT};contoso.com;Teams;usage;microsoft-365;5357564`;
const fileOf = (lines) => new Blob([[HEAD, ...lines, ""].join("\r\n")]);
const MANY = fileOf(Array.from({ length: 3000 }, (_, at) => LINE.replace("contoso", `c${at}`)));
const COLUMNS = HEAD.split(";");
const EVIDENCE = {
  subscriptions: Array.from({ length: 450 }, (_, at) => ({
    ...{ id: `0b6f4c1e-2d83-47aa-9f10-6c2f8d1e${String(at).padStart(4, "0")}`, tenantId: TENANT },
    ...{ skuId: "1e1a282c-9c54-43a2-9310-98ef728faace", status: "active" },
  })),
  partnerIds: [{ id: "5357564", kind: "location", enrolled: true }],
};
const task = (more) => ({
  ...{ file: MANY, columns: COLUMNS, ruleset: "2023-10", wants: "found" },
  ...more,
});
const never = () => new AbortController().signal;

/** All workers that were made, each with its address, what it was sent, and whether it was ended. */
let workers;
/** What becomes of a new worker: "works", "fails", "is refused", or "takes no wasm". */
let fate;

class FakeWorker {
  orders = [];
  isEnded = false;

  constructor(address, options) {
    if (fate === "is refused") throw new Error("a policy forbids it");
    Object.assign(this, { address, options });
    workers.push(this);
    this.started = this.#start();
  }

  async #start() {
    await rest();
    if (fate === "fails") {
      this.onerror({
        preventDefault: () => {
          this.isPrevented = true;
        },
      });
      return;
    }
    say = (data) => this.onmessage({ data: structuredClone(data) });
    await imported(checker, { banner: { js: `// ${workers.length} ${Math.random()}` } });
    this.heard = heard;
  }

  postMessage(order) {
    if (fate === "takes no wasm" && order.wasm) throw new Error("no wasm");
    this.orders.push(Object.keys(order)[0]);
    // What is in the middle of starting listens at once.
    const listener = this.heard ?? heard;
    const { wasm, ...plain } = order;
    const data = wasm ? order : structuredClone(plain);
    queueMicrotask(() => {
      say = (said) => this.isEnded || this.onmessage({ data: structuredClone(said) });
      listener({ data });
    });
  }

  terminate() {
    this.isEnded = true;
  }
}
globalThis.Worker = FakeWorker;
beforeEach(() => {
  [workers, fate] = [[], "works"];
});

/** What comes of a check: its sums, the rows that were found, and the file with answers. */
async function checked(runs, evidence, more, signal = never()) {
  const rows = [];
  const texts = [];
  let isWriting = false;
  const sums = await runs.check(
    evidence,
    task(more),
    {
      found: (piece) => rows.push(...Object.values(piece).map((one) => Array.from(one))),
      csv: async (bytes) => {
        // No piece is made before the one in front of it is written.
        assert.equal(isWriting, false);
        isWriting = true;
        texts.push(Buffer.from(bytes));
        for (let turns = 0; turns < 3; turns += 1) await rest();
        isWriting = false;
      },
    },
    signal,
  );
  return { sums, rows: rows.flat(), text: Buffer.concat(texts).toString() };
}

async function plannedBy(runs, evidence, signal = never()) {
  const parts = [];
  const context = { contributions: ["drives-usage"] };
  const planning = { context, ruleset: "2023-10", locale: "en", words };
  await runs.plan(evidence, planning, (part) => parts.push(part), signal);
  return parts;
}

test("a worker answers as the page itself does", async () => {
  const held = engine.holdEvidence(EVIDENCE);
  fate = "is refused";
  const own = new Runs(engine);
  const page = [];
  for (const wants of ["found", "csv"]) page.push(await checked(own, held, { wants }));
  page.push(await plannedBy(own, held));
  assert.deepEqual(
    [workers.length, page[0].sums.rows, Object.keys(page[2][0].plan)],
    [0, 3000, ["partnerId", "excluded"]],
  );
  assert.equal(page[1].text.split("\n").length, 3002);
  fate = "works";
  const runs = new Runs(engine);
  const there = [];
  for (const wants of ["found", "csv"]) there.push(await checked(runs, held, { wants }));
  there.push(await plannedBy(runs, held));
  assert.deepEqual(there[0].sums, page[0].sums);
  assert.deepEqual(there[1], page[1]);
  assert.deepEqual(there[2], page[2]);
  assert.equal(copied, 0);
  const [worker, ...others] = workers;
  assert.deepEqual(others, []);
  assert.equal(String(worker.address), "https://portal.example/site/checker.mjs");
  // Evidence goes once, in pieces, for all that is asked of it.
  assert.deepEqual(
    worker.orders.filter((order) => order !== "written"),
    ["wasm", "forget", "slice", "slice", "slice", "task", "task", "plan"],
  );
  assert.equal(worker.orders.filter((order) => order === "written").length > 0, true);
});

test("other evidence takes the place of what a worker has", async () => {
  const runs = new Runs(engine);
  const file = fileOf([LINE]);
  const codes = async (evidence) => (await checked(runs, evidence, { file })).sums.codes;
  const none = await codes(undefined);
  const account = { id: "5357564", kind: "location", enrolled: false };
  const own = await codes(engine.holdEvidence({ partnerIds: [account] }));
  const code = "partner-id-not-enrolled";
  assert.deepEqual([none[code], own[code]], [undefined, 1]);
  assert.deepEqual(await codes(undefined), none);
  assert.equal(workers.length, 1);
});

for (const why of ["fails", "is refused", "takes no wasm"])
  test(`where a worker ${why}, the page checks, and can be used meanwhile`, async () => {
    fate = why;
    const runs = new Runs(engine);
    let turns = 0;
    let isOver = false;
    const turn = async () => {
      while (!isOver) {
        await rest();
        turns += 1;
      }
    };
    const turning = turn();
    const { sums } = await checked(runs, undefined, {});
    isOver = true;
    await turning;
    assert.equal(sums.rows, 3000);
    assert.ok(turns > 2);
    assert.deepEqual(
      workers.map(({ isEnded }) => isEnded),
      { fails: [false], "is refused": [], "takes no wasm": [true] }[why],
    );
    if (why === "fails") assert.equal(workers[0].isPrevented, true);
  });

test("whoever aborts ends the worker, and what comes next has another one", async () => {
  const runs = new Runs(engine);
  const stop = new AbortController();
  const found = () => stop.abort(new Error("enough"));
  const stopped = runs.check(undefined, task(), { found }, stop.signal);
  const next = checked(runs, undefined, { file: fileOf([LINE]) });
  await assert.rejects(stopped, /enough/);
  assert.equal(workers[0].isEnded, true);
  assert.equal((await next).sums.rows, 1);
  assert.deepEqual([workers.length, workers[1].isEnded], [2, false]);
  // Nothing is begun for what was aborted before.
  await assert.rejects(checked(runs, undefined, {}, AbortSignal.abort(new Error("late"))), /late/);
  assert.equal(workers[1].orders.filter((order) => order === "task").length, 1);
  assert.equal(workers.length, 2);
});

test("what is aborted once it is done ends nothing", async () => {
  const runs = new Runs(engine);
  const file = fileOf([LINE]);
  const stop = new AbortController();
  await checked(runs, undefined, { file }, stop.signal);
  await plannedBy(runs, undefined, stop.signal);
  stop.abort();
  await rest();
  assert.equal((await checked(runs, undefined, { file })).sums.rows, 1);
  assert.deepEqual([workers.length, workers[0].isEnded], [1, false]);
});

test("evidence of which only some came is none, and comes anew", async () => {
  const runs = new Runs(engine);
  const held = engine.holdEvidence({
    subscriptions: EVIDENCE.subscriptions,
    partnerIds: [{ id: "5357564", kind: "location", enrolled: false }],
  });
  const file = fileOf([LINE]);
  const codes = async (evidence) => (await checked(runs, evidence, { file })).sums.codes;
  const none = await codes(undefined);
  const stop = new AbortController();
  const cut = checked(runs, held, { file }, stop.signal);
  while (!workers[0].orders.includes("slice")) await rest();
  stop.abort(new Error("enough"));
  await assert.rejects(cut, /enough/);
  assert.deepEqual(await codes(undefined), none);
  assert.equal((await codes(held))["partner-id-not-enrolled"], 1);
  assert.equal(workers.length, 1);
});

test("a plan that is given up where no worker can be had comes to no end", async () => {
  fate = "is refused";
  const runs = new Runs(engine);
  const held = engine.holdEvidence(EVIDENCE);
  const stop = new AbortController();
  const parts = [];
  const take = (part) => {
    parts.push(part);
    stop.abort(new Error("enough"));
  };
  const planning = {
    context: { contributions: ["drives-usage"] },
    ruleset: "2023-10",
    locale: "en",
  };
  await assert.rejects(runs.plan(held, planning, take, stop.signal), /enough/);
  assert.deepEqual(parts.map(Object.keys), [["plan"]]);
});

test("an error in the worker, or of it, is that of the check, and the next one has another worker", async () => {
  const runs = new Runs(engine);
  const file = fileOf([LINE]);
  await assert.rejects(runs.check(undefined, task({ file: { size: 9 } }), {}, never()), /slice/);
  assert.equal(workers[0].isEnded, true);
  assert.equal((await checked(runs, undefined, { file })).sums.rows, 1);
  let isPrevented = false;
  const preventDefault = () => {
    isPrevented = true;
  };
  const found = () => workers[1].onerror({ preventDefault });
  const second = runs.check(undefined, task(), { found }, never());
  await assert.rejects(second, /worker failed/);
  assert.deepEqual([workers[1].isEnded, isPrevented], [true, true]);
  assert.equal((await checked(runs, undefined, { file })).sums.rows, 1);
  assert.equal(workers.length, 3);
});

test("what cannot be written ends the check", async () => {
  const runs = new Runs(engine);
  const csv = () => Promise.reject(new Error("the disk is full"));
  await assert.rejects(
    runs.check(undefined, task({ wants: "csv" }), { csv }, never()),
    /the disk is full/,
  );
  assert.equal(workers[0].isEnded, true);
});

test("progress is told, and ends within the file", async () => {
  for (const way of ["works", "is refused"]) {
    fate = way;
    const seen = [];
    const progress = (done) => seen.push(done);
    await new Runs(engine).check(undefined, task(), { progress, found() {} }, never());
    assert.ok(seen.length > 0 && seen.every((done) => done > 0 && done <= MANY.size), way);
    assert.deepEqual(
      seen,
      [...seen].sort((a, b) => a - b),
    );
  }
});

test("under Trusted Types, the script has a policy, which is made once", async () => {
  const made = [];
  globalThis.trustedTypes = {
    createPolicy(name, { createScriptURL }) {
      made.push(name);
      return { createScriptURL: (address) => `trusted ${createScriptURL(address)}` };
    },
  };
  try {
    for (const runs of [new Runs(engine), new Runs(engine)])
      await checked(runs, undefined, { file: fileOf([LINE]) });
  } finally {
    delete globalThis.trustedTypes;
  }
  assert.deepEqual(made, ["cpor-preflight"]);
  assert.match(String(workers[1].address), /^trusted https:.*checker\.mjs$/);
});

test("a file is checked by its rule set, with the columns that were chosen and answers in words", async () => {
  const line = `${TENANT};contoso.com;=Teams;Nutzung;microsoft-365;5357564`;
  const runs = new Runs(engine);
  const text = async (more) => {
    const { text: whole } = await checked(runs, undefined, {
      file: fileOf([line]),
      wants: "csv",
      ...more,
    });
    return whole.split(/\r?\n/)[1];
  };
  const plain = await text({});
  assert.match(plain, /;=Teams;/);
  assert.doesNotMatch(plain, /activity-/);
  assert.match(await text({ guardFormulas: true }), /;'=Teams;/);
  assert.match(
    await text({ columns: COLUMNS.map((name) => (name === "activity" ? null : name)) }),
    /activity-missing/,
  );
  const sums = async (ruleset) => {
    const { sums: all } = await checked(runs, undefined, { file: fileOf([LINE]), ruleset });
    return all.ruleset;
  };
  assert.deepEqual([await sums("2020-06"), await sums("2023-10")], ["2020-06", "2023-10"]);
});

test("of a file that is a table as it is, its own bytes are taken", async () => {
  for (const [start, isOwn] of [
    ["a,b", true],
    ["", true],
    ["P,b", true],
    ["PK\x03\x04", false],
    [[0x1f, 0x8b, 8], false],
    [[0xff, 0xfe, 97, 0], false],
    [[0xfe, 0xff, 0, 97], false],
    [[0xff, 0x41], true],
  ])
    assert.equal(
      await isPlain(new Blob([typeof start === "string" ? start : Uint8Array.from(start)])),
      isOwn,
    );
  assert.equal(await isPlain("a,b"), false);
});
