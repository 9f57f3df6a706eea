// The worker that checks a file; runs.js sends it one task after another and hears of each:
// `{ ready }` once, then `{ findings }`, `{ csv }` and `{ progress }` as often as there is one, at last
// `{ sums }` or `{ error }`.

import { loadModule } from "../../lib/batch.js";
import { checkFile } from "./checking.js";

/** Milliseconds: nobody waits for this thread, so pieces may be large. */
const STRETCH = 100;
const wasm = new URL("../lib/wasm/cpor_batch_bg.wasm", import.meta.url);
let wait;

const said = {
  findings: (found) => {
    const { verdicts, places, counts, found: packed, others } = found;
    const lists = [verdicts, places, counts, packed, others].map(({ buffer }) => buffer);
    postMessage({ findings: found }, lists);
  },
  progress: (sums, bytes) => postMessage({ progress: [sums, bytes] }),
  /** The next one is made when this one has been written. */
  csv(bytes) {
    postMessage({ csv: bytes });
    return new Promise((done) => {
      wait = done;
    });
  },
};

addEventListener("message", async ({ data: { task, written } }) => {
  if (written) return wait();
  try {
    const sums = await checkFile(task, { said, stretch: STRETCH, pause: () => {} });
    postMessage({ sums });
  } catch (error) {
    postMessage({ error: String(error) });
  }
});
// From bytes, not streaming: that would depend on the server's MIME type.
const compiled = fetch(wasm)
  .then((answer) => answer.arrayBuffer())
  .then((bytes) => WebAssembly.compile(bytes));
await loadModule(
  compiled,
  import("../../lib/skus.js").then(({ default: csv }) => csv),
);
postMessage({ ready: true });
