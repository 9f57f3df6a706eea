// The worker that reads a large export. It says `{ ready }`, gets one task, and answers with
// `{ progress }` and `{ slice }` as often as there is one, at last with `{ view }` or `{ error }`.

import * as core from "../generated/cpor_core.js";
import { day } from "./dom.js";

/** Rows that the page's core takes in at a time without holding the page up. */
const SLICE = 200;
/** Milliseconds between two notes of progress. */
const PAUSE = 60;
const NUMBER = 1;

addEventListener("message", async ({ data: task }) => {
  try {
    postMessage({ view: await read(task) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
});
postMessage({ ready: true });

/** @param task the compiled core as `wasm`, text, bytes or a Blob as `data`, and the reader's `options` */
async function read({ wasm, data, options }) {
  await core.default({ module_or_path: wasm });
  const isPasted = typeof data === "string";
  const bytes = new Uint8Array(await new Blob([data]).arrayBuffer());
  const asked = JSON.stringify(options);
  const view = core.holdExport(NUMBER, bytes, asked, isPasted, progress(), day());
  for (let start = 0; ; start += SLICE) {
    const slice = core.evidenceSlice(NUMBER, start, SLICE);
    if (!slice) return JSON.parse(view);
    postMessage({ slice });
  }
}

function progress() {
  let last = 0;
  return (done, total) => {
    const now = performance.now();
    if (now - last < PAUSE) return;
    last = now;
    postMessage({ progress: [done, total] });
  };
}
