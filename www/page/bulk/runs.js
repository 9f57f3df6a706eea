// Where files are checked: in a worker or, where none can be had, in the page, in pieces so small
// that it can be used meanwhile.

import { startWorker } from "../desk.js";
import { checkFile } from "./checking.js";

/** Milliseconds that a piece may take in the page. */
const STRETCH = 24;
let idle;

/** A worker takes a moment to start: it can do so while a person looks at the columns. */
export function prepare() {
  idle ??= started();
}

/**
 * Checks a file: `task` and `said` as for `checkFile`; `signal` cancels, what has been found stays.
 *
 * @throws {DOMException} when the file cannot be read, or `signal` says so
 */
export async function check(task, said, signal) {
  prepare();
  const worker = await idle;
  signal.throwIfAborted();
  if (worker) return inWorker(worker, task, said, signal);
  const pause = async () => {
    await rest();
    signal.throwIfAborted();
  };
  return checkFile(task, { said, stretch: STRETCH, pause });
}

function inWorker(worker, task, said, signal) {
  // What it is in the middle of, only its end ends; the next task gets another one, at once.
  const end = () => {
    worker.terminate();
    idle = undefined;
  };
  return new Promise((done, fail) => {
    const aborted = () => failed(signal.reason);
    const failed = (error) => {
      signal.removeEventListener("abort", aborted);
      end();
      fail(error);
    };
    const finished = (sums) => {
      signal.removeEventListener("abort", aborted);
      done(sums);
    };
    worker.onmessage = ({ data: { findings, csv, progress, sums, error } }) => {
      if (findings) said.findings(findings);
      else if (csv) said.csv(csv).then(() => worker.postMessage({ written: true }), failed);
      else if (progress) said.progress(...progress);
      else if (sums) finished(sums);
      else failed(new Error(error));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      failed(new Error("worker failed"));
    };
    signal.addEventListener("abort", aborted);
    worker.postMessage({ task });
  });
}

/** A worker that is ready, or nothing where none can be had. */
function started() {
  return new Promise((done) => {
    try {
      const worker = startWorker("checker");
      worker.onmessage = () => done(worker);
      worker.onerror = (event) => {
        event.preventDefault();
        done();
      };
    } catch {
      done();
    }
  });
}

/** Lets the page do what it has to; a timer would wait longer than need be. */
function rest() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(0);
  });
}
