// Where exports are read: small ones in the page, large ones in a worker that ends with its task, because
// only so can reading be cancelled and its memory come back. What was read is held by the page's core.

/** Bytes from which on the work would be felt while typing. */
const LARGE = 256 * 1024;
/** Milliseconds for which the page's core takes evidence in at a stretch. */
const STRETCH = 20;
const NO_WORKER = new Error("no worker");

export class ExportReader {
  #engine;
  #workers;
  /** By item of `state.exports`, for as long as there is the item: another language reads nothing anew. */
  #readings = new WeakMap();

  /** @param workers the page's `Workers`; without them, all is read in the page */
  constructor(engine, workers) {
    this.#engine = engine;
    this.#workers = workers;
  }

  /**
   * Reads an item of `state.exports`, unless it has been read.
   *
   * @returns `{ busy, done, total, failed, view, held, stop(), onChange(isFirst) }`: how far
   *   it is and what came of it, `view` and `held` as of `engine.holdExport`; `failed` is the name of
   *   a text. The caller sets `onChange`.
   */
  reading(item) {
    const key = JSON.stringify([item.tenant, item.domain]);
    const before = this.#readings.get(item);
    const isStill = before?.key === key && (before.busy || before.failed || before.held.isHeld);
    if (isStill) return before;
    before?.stop();
    const control = new AbortController();
    const reading = { ...before, key, busy: true, failed: "", stop: () => control.abort() };
    this.#readings.set(item, reading);
    this.#fill(reading, item, control.signal, !before);
    return reading;
  }

  /** Reads an item anew when it is next asked for; where it is being read, that ends. */
  forget(item) {
    this.#readings.get(item)?.stop();
    this.#readings.delete(item);
  }

  /** Ends the reading of an item, if it is under way. */
  cancel(item) {
    const reading = this.#readings.get(item);
    if (reading?.busy) reading.stop();
  }

  async #fill(reading, item, signal, isFirst) {
    const before = reading.held;
    const progress = (done, total) => {
      Object.assign(reading, { done, total });
      reading.onChange();
    };
    try {
      Object.assign(reading, await this.#read(item, signal, progress));
      before?.release();
    } catch (error) {
      reading.failed = error === NO_CORE ? "partFailed" : "unreadable";
    }
    reading.busy = false;
    if (!signal.aborted) reading.onChange(isFirst);
    // Cancelled, it is read anew should it come back.
    else if (this.#readings.get(item) === reading) this.#readings.delete(item);
  }

  async #read(item, signal, progress) {
    const data = await atHand(item);
    if (item.fault) return this.#unopened(item.fault);
    const options = {
      name: item.name,
      tenantId: item.tenant || undefined,
      domain: item.domain || undefined,
      asOf: item.asOf,
    };
    await this.#engine.load("core").catch(() => {
      throw NO_CORE;
    });
    if (isLarge(data)) {
      try {
        return await this.#inWorker({ data, options }, signal, progress);
      } catch (error) {
        if (error !== NO_WORKER) throw error;
      }
      // It will hold the page up, so at least the page shows what it is doing.
      await painted();
    }
    const content = data instanceof Blob ? new Uint8Array(await data.arrayBuffer()) : data;
    signal.throwIfAborted();
    const { held, ...view } = this.#engine.holdExport(content, {
      ...options,
      onProgress: progress,
    });
    return { held, view };
  }

  async #unopened(code) {
    await this.#engine.load("core").catch(() => {
      throw NO_CORE;
    });
    const { held, ...view } = this.#engine.holdExport("");
    return { held, view: { ...view, problems: [{ code }], problemCount: 1 } };
  }

  async #inWorker(task, signal, progress) {
    if (!this.#workers) throw NO_WORKER;
    return this.#workers.inTurn(() => this.#readInWorker(task, signal, progress));
  }

  async #readInWorker(task, signal, progress) {
    signal.throwIfAborted();
    const worker = this.#startReader();
    const held = this.#engine.holdEvidence({});
    const taking = this.#takingIn(held, signal);
    try {
      const view = await new Promise((done, fail) => {
        let failure = NO_WORKER;
        worker.onerror = (event) => {
          event.preventDefault();
          fail(failure);
        };
        worker.onmessage = ({ data: { ready, progress: share, slice, view, error } }) => {
          if (ready) {
            failure = new Error("worker failed");
            post(worker, { ...task, wasm: this.#engine.compiledCore }, fail);
          } else if (share) progress(...share);
          else if (slice) taking.take(slice);
          else if (error) fail(new Error(error));
          else done(view);
        };
        signal.addEventListener("abort", () => fail(signal.reason));
      });
      await taking.end();
      return { held, view };
    } catch (error) {
      held.release();
      throw error;
    } finally {
      worker.terminate();
    }
  }

  #startReader() {
    try {
      return this.#workers.start(new URL("./reader.mjs", import.meta.url));
    } catch {
      throw NO_WORKER;
    }
  }

  /** Takes slices of evidence into the page's core, in stretches between which the page can be used. */
  #takingIn(held, signal) {
    const slices = [];
    let taking;
    return {
      take(slice) {
        slices.push(slice);
        taking ??= takeAll().finally(() => {
          taking = undefined;
        });
      },
      async end() {
        await taking;
        signal.throwIfAborted();
      },
    };

    async function takeAll() {
      let started = performance.now();
      while (slices.length && !signal.aborted) {
        held.add(slices.shift());
        if (performance.now() - started < STRETCH) continue;
        await new Promise((done) => setTimeout(done));
        started = performance.now();
      }
    }
  }
}

const NO_CORE = new Error("no core");

/** A browser may not hand compiled wasm to a worker. */
function post(worker, task, fail) {
  try {
    worker.postMessage(task);
  } catch {
    fail(NO_WORKER);
  }
}

const isLarge = (data) => (data.size ?? data.byteLength ?? data.length) > LARGE;

/** A small file is kept as bytes, so that a reload of the page can bring it back. */
async function atHand(item) {
  if (item.data instanceof Blob && !isLarge(item.data)) {
    item.data = new Uint8Array(await item.data.arrayBuffer());
  }
  return item.data;
}

/** Resolves once the page is painted as it is now. A hidden page is never painted, so it waits a while. */
const painted = () =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 200);
  });
