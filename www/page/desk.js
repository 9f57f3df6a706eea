// Where exports are read and joined: small ones in the page, large ones in a worker that ends with
// its task, because only so can reading be cancelled and its memory come back.

import { join, read } from "./reading.js";

/** Bytes from which on the work would be felt while typing. */
const LARGE = 256 * 1024;
const MOST_WORKERS = 2;
const READER = new URL("../built/reader.js", import.meta.url).href;
/** The scripts that may be workers: for exports, and for files of claims (bulk/checker.js). */
const SCRIPTS = { reader: READER, checker: new URL("./checker.js", READER).href };
const HERE = { read, join };
const waiting = [];
let workers = 0;

export const sizeOf = (data) => data.size ?? data.byteLength ?? data.length;
export const isLarge = (size) => size > LARGE;

/**
 * Does a task of reading.js with its input. `size` is in bytes; `signal` cancels; `progress(done,
 * total)` hears of the reading. The evidence in the answer is an object or, from the worker, a Blob
 * with its JSON (reading) or a list of slices (joining).
 */
export async function work(lib, locale, task, input, { size, signal, progress }) {
  if (isLarge(size)) {
    try {
      return await elsewhere(locale, task, input, { signal, progress });
    } catch (error) {
      if (error !== NO_WORKER) throw error;
    }
    // It will hold the page up, so at least the page shows what it is doing.
    await painted();
  }
  signal?.throwIfAborted();
  return HERE[task](lib, input, progress);
}

/** Resolves once the page is painted as it is now. A hidden page is never painted, so it waits a while. */
const painted = () =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 200);
  });

const NO_WORKER = new Error("no worker");

async function elsewhere(locale, task, input, { signal, progress }) {
  if (workers < MOST_WORKERS) workers += 1;
  // Who leaves hands the place over.
  else await new Promise((free) => waiting.push(free));
  let worker;
  try {
    signal?.throwIfAborted();
    worker = start(task, locale);
    return await new Promise((done, fail) => {
      const slices = [];
      let failure = NO_WORKER;
      worker.onerror = (event) => {
        event.preventDefault();
        fail(failure);
      };
      worker.onmessage = ({ data }) => {
        if (data.ready) {
          failure = new Error("worker failed");
          worker.postMessage({ task, input });
        } else if (data.progress) progress?.(...data.progress);
        else if (data.slice) slices.push(data.slice);
        else if (data.error) fail(new Error(data.error));
        else done(task === "join" ? { ...data.result, slices } : data.result);
      };
      signal?.addEventListener("abort", () => fail(signal.reason));
    });
  } finally {
    worker?.terminate();
    const next = waiting.shift();
    if (next) next();
    else workers -= 1;
  }
}

function start(task, locale) {
  try {
    return startWorker("reader", `${task} ${locale}`);
  } catch {
    throw NO_WORKER;
  }
}

/** Starts one of the page's own scripts as a worker; throws where none can be had. */
export function startWorker(script, name) {
  return new Worker(trusted(SCRIPTS[script]), { type: "module", name });
}

let policy;

/** Under Trusted Types this policy lets these scripts be workers, and nothing else be anything. */
function trusted(url) {
  if (typeof trustedTypes === "undefined") return url;
  policy ??= trustedTypes.createPolicy("cpor-preflight", {
    createScriptURL(asked) {
      if (!Object.values(SCRIPTS).includes(asked))
        throw new TypeError("cpor-preflight: not the page's own worker");
      return asked;
    },
  });
  return policy.createScriptURL(url);
}
