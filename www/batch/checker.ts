// The worker of the page: runs.ts first sends it the compiled core, then evidence, slice by slice, and tasks.
// It answers `{ ready }` when it starts, to each task with what it brings as often as there is some, at last with
// `{ end }` or `{ error }`.

import skus from "../generated/skus.js";
import * as core from "../lib/core.js";
import { Engine, type Sources } from "../lib/engine.js";
import type { Handle } from "../lib/held.js";
import { buffersOf } from "../plan/claims.js";
import { type Planning, planned } from "../plan/planning.js";
import { checkFile, type Task } from "./checking.js";

/** Milliseconds: nobody waits for this thread, so pieces may be large. */
const STRETCH = 100;

/** What the page sends: one of these. */
export interface Order {
  wasm?: WebAssembly.Module;
  /** Evidence begins anew. */
  forget?: true;
  slice?: string;
  task?: Task;
  plan?: Planning;
  /** What was sent has been written. */
  written?: true;
}

work();

function work(): void {
  const engine = new Engine({
    ...{ texts: {} as Sources["texts"], locales: [] },
    core: { script: () => core },
    skus: () => ({ default: skus }),
  });
  let loading: Promise<void> | undefined;
  let evidence: Handle | undefined;
  /** Called when the page has written what it was sent. */
  let goOn: () => void = () => {};
  const on = {
    found(found: object) {
      postMessage({ found }, { transfer: Object.values(found).map(({ buffer }) => buffer) });
    },
    progress: (done: number) => postMessage({ progress: done }),
    /** The next one is made when this one has been written. */
    csv(bytes: Uint8Array) {
      postMessage({ csv: bytes });
      return new Promise<void>((done) => {
        goOn = done;
      });
    },
  };
  addEventListener("message", ({ data }: MessageEvent<Order>) => {
    if (data.written) goOn();
    else if (data.wasm) loading = engine.init(data.wasm, { locales: [] });
    else take(data).catch((error) => postMessage({ error: String(error) }));
  });
  postMessage({ ready: true });

  async function take({ forget, slice, task, plan }: Order): Promise<void> {
    await loading;
    if (forget) {
      evidence?.release();
      evidence = engine.holdEvidence({});
    } else if (slice) evidence?.add(slice);
    else if (plan) {
      for await (const part of planned(engine, evidence, plan))
        postMessage({ planned: part }, { transfer: part.claims ? buffersOf(part.claims) : [] });
      postMessage({ end: true });
    } else if (task) {
      const pace = { stretch: STRETCH, pause: () => {} };
      postMessage({ end: await checkFile(engine, evidence, task, on, pace) });
    }
  }
}
