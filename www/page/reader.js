// The worker that reads and joins large exports; desk.js sends it one task and hears of it:
// `{ ready }`, then `{ progress }` or `{ slice }` as often as there is one, at last `{ result }` or
// `{ error }`.

import {
  loadEvidence,
  loadExports,
  loadLocale,
  mergeEvidence,
  readEvidence,
} from "../lib/preflight.js";
import { join, read } from "./reading.js";

const wasm = (name) => new URL(`../lib/wasm/${name}_bg.wasm`, import.meta.url);
const lib = {
  ...{ mergeEvidence, readEvidence },
  loadEvidence: () => loadEvidence(wasm("cpor_preflight")),
  loadReaders: () => loadExports(wasm("cpor_exports")),
};
/** Rows that the page's thread takes in at a time, without being held up. */
const SLICE = 200;
/** Milliseconds between two words of progress. */
const PAUSE = 60;
const TASKS = {
  async read(input) {
    const { evidence, summary } = await read(lib, input, progress());
    // A Blob can be handed on without a copy, and is no burden on the page's memory.
    return { evidence: new Blob([JSON.stringify(evidence)]), summary };
  },
  async join(input) {
    const { evidence, view } = await join(lib, input);
    for (const [part, rows] of Object.entries(evidence)) {
      for (let at = 0; at < rows.length; at += SLICE) {
        postMessage({ slice: JSON.stringify({ [part]: rows.slice(at, at + SLICE) }) });
      }
    }
    return { view };
  },
};

addEventListener("message", async ({ data: { task, input } }) => {
  try {
    postMessage({ result: await TASKS[task](input) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
});
/** What a task does not need is not loaded for it: the worker ends with its task. */
const NEEDED = {
  read: (locale) => [lib.loadReaders(), loadLocale(locale)],
  join: () => [lib.loadEvidence()],
};
// The page gives the worker its task and its language for a name.
const [task, locale] = self.name.split(" ");
await Promise.all(NEEDED[task](locale));
postMessage({ ready: true });

function progress() {
  let last = 0;
  return (done, total) => {
    const now = performance.now();
    if (now - last < PAUSE) return;
    last = now;
    postMessage({ progress: [done, total] });
  };
}
