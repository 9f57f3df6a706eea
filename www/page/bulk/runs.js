// Where files are checked: in a worker or, where none can be had, in the page, in pieces so small
// that it can be used meanwhile.

import { checkFile } from "./checking.js";
import { openFile } from "./opening.js";

/** Milliseconds that a piece may take in the page. */
const STRETCH = 24;
/** Rows of evidence that go to the worker at a time. */
const SLICE = 200;

export class Runs {
  #engine;
  #workers;
  /** A promise of the worker that waits for a task: `{ worker, evidence }`, the one that it holds. */
  #idle;

  constructor(engine, workers) {
    this.#engine = engine;
    this.#workers = workers;
  }

  /** A worker takes a moment to start: it can do so while a person looks at the columns. */
  prepare() {
    this.#idle ??= this.#started();
  }

  /**
   * Checks a file: `task` as for `checkFile`, with `evidence` as the page's core holds it; `on` as
   * there; `signal` cancels, what has been found stays.
   *
   * @throws {DOMException} when the file cannot be read, or `signal` aborts
   */
  async check({ evidence, ...task }, on, signal) {
    this.prepare();
    const checker = await this.#idle;
    signal.throwIfAborted();
    const pause = async () => {
      await rest();
      signal.throwIfAborted();
    };
    if (!checker) return checkFile(this.#engine, evidence, task, { on, stretch: STRETCH, pause });
    await handOver(checker, evidence, pause);
    return this.#checkInWorker(checker.worker, task, on, signal);
  }

  /** What is in a workbook or a packed file, see `openFile`. */
  async open(file) {
    this.prepare();
    const checker = await this.#idle;
    if (!checker) return openFile(this.#engine, await import("../../lib/anything.ts"), file);
    const { worker } = checker;
    return new Promise((done, fail) => {
      const failed = (error) => {
        worker.terminate();
        this.#idle = undefined;
        fail(error);
      };
      worker.onmessage = ({ data: { opened, error } }) =>
        opened ? done(opened) : failed(new Error(error));
      worker.onerror = (event) => {
        event.preventDefault();
        failed(new Error("worker failed"));
      };
      worker.postMessage({ open: file });
    });
  }

  #checkInWorker(worker, task, on, signal) {
    return new Promise((done, fail) => {
      const aborted = () => failed(signal.reason);
      const failed = (error) => {
        signal.removeEventListener("abort", aborted);
        // What it is in the middle of, only its end ends; the next task gets another one, at once.
        worker.terminate();
        this.#idle = undefined;
        fail(error);
      };
      const finished = (sums) => {
        signal.removeEventListener("abort", aborted);
        done(sums);
      };
      worker.onmessage = ({ data: { findings, csv, progress, sums, error } }) => {
        if (findings) on.findings(findings);
        else if (csv) on.csv(csv).then(() => worker.postMessage({ written: true }), failed);
        else if (progress) on.progress(...progress);
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
  #started() {
    return new Promise((done) => {
      try {
        const worker = this.#workers.start(new URL("./checker.mjs", import.meta.url));
        worker.onmessage = ({ data: { ready } }) => {
          if (!ready) return;
          try {
            worker.postMessage({ wasm: this.#engine.compiledCore });
            done({ worker });
          } catch {
            // A browser may not hand compiled wasm to a worker.
            worker.terminate();
            done();
          }
        };
        worker.onerror = (event) => {
          event.preventDefault();
          done();
        };
      } catch {
        done();
      }
    });
  }
}

/** Gives a worker the evidence, unless it has it, so that the page can be used meanwhile. */
async function handOver(checker, evidence, pause) {
  if (checker.evidence === evidence) return;
  checker.evidence = undefined;
  checker.worker.postMessage({ forget: true });
  for (const slice of evidence.slices(SLICE)) {
    checker.worker.postMessage({ slice });
    await pause();
  }
  checker.evidence = evidence;
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
