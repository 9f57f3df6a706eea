// What is read takes its time, each thing another one: in the end, what is there is what was put in last, in the order in
// which it was put in, whatever was read first.
import assert from "node:assert/strict";
import test from "node:test";
import * as library from "cpor-preflight";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import { Random } from "../oracle/cases.mjs";
import { formLibrary } from "../support/form-library.mjs";
import { workbookOf } from "../support/zips.mjs";

const { Rows, checkFile, engine, follow } = await imported(inRoot("tests", "support", "rows.ts"), {
  conditions: ["inline"],
});
const { Store } = await imported(inRoot("www", "form", "store.ts"));
await Promise.all([engine.init(), library.init()]);

const ROUNDS = 40;
const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const HEAD = "customerTenantId;customerDomain;product;activity;solutionArea;partnerId";
const row = (domain) => `${TENANT};${domain};Teams;usage;microsoft-365;5357564`;

/** Turns that come at random, in any order among those who wait. */
class Turns {
  #random;
  #waiting = [];

  constructor(random) {
    this.#random = random;
  }

  /** When it is one's turn. */
  get mine() {
    return new Promise((goOn) => this.#waiting.push(goOn));
  }

  /** Gives turns until a promise is there. */
  async until(done) {
    let isDone = false;
    done.finally(() => {
      isDone = true;
    });
    while (!isDone) {
      const { length } = this.#waiting;
      if (length) this.#waiting.splice(this.#random.below(length), 1)[0]();
      await new Promise((goOn) => setImmediate(goOn));
    }
  }
}

/** The library, whose readers wait for their turn. */
const waiting = (turns) =>
  formLibrary({
    async readAnything(...given) {
      await turns.mine;
      const answer = await library.readAnything(...given);
      await turns.mine;
      return answer;
    },
  });

const names = (store) => store.items.map(({ source }) => source.name ?? source);

test("things that are put in lie there in that order, and none of a claim before", async () => {
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const random = new Random(seed);
    const turns = new Turns(random);
    const store = new Store(waiting(turns), { locale: "en" });
    let due = [];
    let count = 0;
    const next = () => {
      count += 1;
      return `Domain: customer-${count}.com, MPN ${5_000_000 + count}`;
    };
    const all = Array.from({ length: 2 + random.below(5) }, () => {
      if (random.oneIn(5)) {
        due = [];
        return store.begin({});
      }
      const texts = random.oneIn(2) ? [next()] : [next(), next()];
      due.push(...texts);
      return store.put(texts);
    });
    await turns.until(Promise.all(all));
    assert.deepEqual(names(store), due, `seed ${seed}`);
    assert.equal(store.reading, 0);
  }
});

test("of corrections of one text the last one counts", async () => {
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const random = new Random(seed);
    const turns = new Turns(random);
    const store = new Store(waiting(turns), { locale: "en" });
    await turns.until(store.put(["Domain: one.com", "MPN 5000001"]));
    const due = names(store);
    const ids = store.items.map(({ id }) => id);
    const all = Array.from({ length: 4 }, (_, count) => {
      const at = random.below(2);
      due[at] = at ? `MPN ${5_000_002 + count}` : `Domain: customer-${count}.com`;
      return store.reread(ids[at], due[at]);
    });
    await turns.until(Promise.all(all));
    assert.deepEqual(names(store), due, `seed ${seed}`);
    const [domain] = /[a-z-]+\d*\.com/.exec(due[0]);
    assert.equal(store.text("customerDomain"), domain, `seed ${seed}`);
  }
});

test("the table is that of the last file: its name, columns, rows, and results", async () => {
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const random = new Random(seed);
    const turns = new Turns(random);
    const store = new Store(waiting(turns), { locale: "en" });
    const settings = () => ({ locale: "en", ruleset: "2023-10" });
    const runs = {
      async check(evidence, task, on, signal) {
        const pace = { stretch: 20, pause: () => turns.mine };
        const sums = await checkFile(engine, evidence ?? {}, task, on, pace);
        await turns.mine;
        signal.throwIfAborted();
        return sums;
      },
    };
    const rows = new Rows({ engine, runs, settings });
    const failures = [];
    store.on(["items"], () => {
      all.push(follow({ store }, rows, () => failures.push(seed)));
    });
    const all = [];
    const files = Array.from({ length: 2 + random.below(3) }, (_, at) =>
      drawnFile(at, random, turns),
    );
    for (const { file } of files) all.push(store.put([file]).catch(() => {}));
    const settled = async () => {
      for (let seen = 0; seen < all.length || rows.isBusy; ) {
        seen = all.length;
        await Promise.all(all);
        await new Promise((goOn) => setImmediate(goOn));
      }
    };
    await turns.until(settled());
    const { file, lines } = files.at(-1);
    const seen = `seed ${seed}: ${files.map((one) => one.file.name)}`;
    assert.equal(rows.table.name, file.name, seen);
    assert.equal(rows.length, lines.length - 1, seen);
    assert.deepEqual(rows.claim(1).customerDomain, lines[1].split(";").at(-5), seen);
    assert.equal(rows.table.columns.length, lines[0].split(";").length, seen);
    const { verdicts } = library.checkBatch(lines.join("\n"), {}, settings());
    assert.equal(rows.counts.fix, verdicts.fix, seen);
    assert.deepEqual(failures, [], seen);
  }
});

/** A file of any kind and size, whose bytes come when it is their turn. */
function drawnFile(at, random, turns) {
  const head = random.oneIn(2) ? HEAD : `note;${HEAD}`;
  const lines = [head];
  const count = random.of([1, 2, 40]);
  for (let number = 0; number < count; number += 1) {
    const line = row(random.oneIn(3) ? "a..b" : `customer-${at}.com`);
    lines.push(head === HEAD ? line : `x;${line}`);
  }
  const text = `${lines.join("\r\n")}\r\n`;
  const [ending, content] = random.of([
    ["csv", Buffer.from(text)],
    ["txt", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["xlsx", workbookOf([{ name: "Claims", rows: lines.map((line) => line.split(";")) }])],
  ]);
  const file = new File([content], `file-${at}.${ending}`);
  const { arrayBuffer } = Blob.prototype;
  file.arrayBuffer = async () => {
    await turns.mine;
    return arrayBuffer.call(file);
  };
  return { file, lines };
}

test("who listens to rows hears once of all that changes at a time, until it has enough", async () => {
  const rows = new Rows({
    engine,
    runs: { check: () => new Promise(() => {}) },
    settings: () => ({ locale: "en" }),
  });
  let heard = 0;
  const off = rows.on(() => {
    heard += 1;
  });
  rows.open("x.csv", new TextEncoder().encode(`${HEAD}\n${row("contoso.com")}\n`));
  rows.refresh();
  assert.equal(heard, 0);
  await Promise.resolve();
  assert.equal(heard, 1);
  off();
  rows.close();
  await Promise.resolve();
  assert.equal(heard, 1);
});
