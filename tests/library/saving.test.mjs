// How a file is saved: where the person chooses, or into the downloads; whole, in its order, and never half.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { save, download } = await imported(inRoot("www", "batch", "saving.ts"));
const MEGABYTE = 1024 * 1024;

/** Links that were pressed, each `{ name, file }`; addresses that are given back; bytes that each blob took from memory. */
let pressed;
let givenBack;
let held;

class Link {
  getAttribute(name) {
    return this[name] ?? null;
  }
  setAttribute(name, text) {
    this[name] = text;
  }
  append() {}
  click() {
    pressed.push({ name: this.download, file: files.get(this.href) });
  }
}
const files = new Map();
globalThis.document = { createElement: () => new Link() };
URL.createObjectURL = (file) => {
  files.set(`blob:${files.size}`, file);
  return `blob:${files.size - 1}`;
};
URL.revokeObjectURL = (address) => givenBack.push(address);
const { Blob } = globalThis;
globalThis.Blob = class extends Blob {
  constructor(parts, options) {
    super(parts, options);
    const raw = parts.filter((part) => !(part instanceof Blob));
    held.push(raw.reduce((sum, { length }) => sum + length, 0) / MEGABYTE);
  }
};
beforeEach(() => {
  [pressed, givenBack, held] = [[], [], []];
  delete globalThis.showSaveFilePicker;
});

const bytes = (text) => new TextEncoder().encode(text);
const error = (name) => Object.assign(new Error(name), { name });

/** A place that a person chooses, and what is done with it. */
function chosen({ write = async () => {}, abort = async () => {} } = {}) {
  const done = [];
  const stream = {
    async write(piece) {
      done.push(typeof piece === "string" ? piece : new TextDecoder().decode(piece));
      await write(piece);
    },
    async close() {
      done.push("closed");
    },
    async abort() {
      done.push("aborted");
      await abort();
    },
  };
  globalThis.showSaveFilePicker = async function (options) {
    assert.equal(this, globalThis);
    done.push(options.suggestedName);
    return { createWritable: async () => stream };
  };
  return done;
}

async function two(put) {
  await put("a,");
  await put(bytes("b"));
}

test("without a chooser, a file goes into the downloads under its name", async () => {
  assert.equal(await save("x.csv", "text/csv", two), false);
  const [{ name, file }, ...others] = pressed;
  assert.deepEqual([name, file.type, await file.text(), others], ["x.csv", "text/csv", "a,b", []]);
});

test("of a long file, some megabytes are held at a time, and all of it comes", async () => {
  const letters = "abcdefgh";
  await save("x.csv", "text/csv", async (put) => {
    for (const letter of letters) await put(letter.repeat(1.5 * MEGABYTE));
  });
  assert.deepEqual(held, [4.5, 4.5, 3]);
  const text = await pressed[0].file.text();
  assert.equal(text.replace(/(.)\1*/g, "$1"), letters);
  assert.equal(text.length, 12 * MEGABYTE);
  held = [];
  await save("x.csv", "text/csv", async (put) => {
    for (let times = 0; times < 5; times += 1) await put("x".repeat(2 * MEGABYTE));
  });
  assert.deepEqual(held, [4, 4, 2]);
});

test("a file is written to where the person chooses", async () => {
  const done = chosen();
  assert.equal(await save("x.csv", "text/csv", two), true);
  assert.deepEqual([done, pressed], [["x.csv", "a,", "b", "closed"], []]);
});

test("who chooses no place gets no file", async () => {
  globalThis.showSaveFilePicker = () => Promise.reject(error("AbortError"));
  await assert.rejects(save("x.csv", "text/csv", two), { name: "AbortError" });
  assert.deepEqual(pressed, []);
});

test("where the chooser is not allowed, or is none, the file goes into the downloads", async () => {
  for (const chooser of [() => Promise.reject(error("SecurityError")), "none", null]) {
    pressed = [];
    globalThis.showSaveFilePicker = chooser;
    assert.equal(await save("x.csv", "text/csv", two), false);
    assert.equal(await pressed[0].file.text(), "a,b");
  }
});

test("what cannot be written to its end leaves no file, and says why", async () => {
  const full = () => Promise.reject(error("full"));
  for (const [place, write, due] of [
    [{ write: full }, two, ["x.csv", "a,", "aborted"]],
    [{ write: full, abort: () => Promise.reject(error("gone")) }, two, ["x.csv", "a,", "aborted"]],
    [{}, full, ["x.csv", "aborted"]],
  ]) {
    const done = chosen(place);
    await assert.rejects(save("x.csv", "text/csv", write), { name: "full" });
    assert.deepEqual([done, pressed], [due, []]);
  }
  delete globalThis.showSaveFilePicker;
  await assert.rejects(save("x.csv", "text/csv", full), { name: "full" });
  assert.deepEqual(pressed, []);
});

test("the address of a download is given back, but not before the browser had time to take it", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  download("x.csv", new Blob(["a"]));
  assert.equal(pressed[0].name, "x.csv");
  mock.timers.tick(50_000);
  assert.deepEqual(givenBack, []);
  mock.timers.tick(20_000);
  assert.deepEqual(givenBack, [[...files.keys()].at(-1)]);
  mock.timers.reset();
});
