// The worker that checks files: runs.js first sends it the compiled core, then evidence, slice by slice,
// and tasks. It answers `{ ready }` when it starts, to each task with `{ findings }`, `{ csv }` and
// `{ progress }` as often as there is one, at last with `{ sums }` or `{ error }`; to a file that has others in
// it with `{ opened }`.

import skus from "../../generated/skus.ts";
import * as anything from "../../lib/anything.ts";
import * as core from "../../lib/core.ts";
import { Engine } from "../../lib/engine.ts";
import { checkFile } from "./checking.js";
import { openFile } from "./opening.js";

/** Milliseconds: nobody waits for this thread, so pieces may be large. */
const STRETCH = 100;

work();

function work() {
  const engine = new Engine({
    ...{ texts: {}, locales: [] },
    core: { script: () => core },
    skus: () => ({ default: skus }),
  });
  let loading;
  let evidence;
  /** Called when the page has written what it was sent. */
  let goOn;
  const on = {
    findings(found) {
      const { verdicts, places, counts, found: codes, others } = found;
      const lists = [verdicts, places, counts, codes, others].map(({ buffer }) => buffer);
      postMessage({ findings: found }, lists);
    },
    progress: (sums, bytes) => postMessage({ progress: [sums, bytes] }),
    /** The next one is made when this one has been written. */
    csv(bytes) {
      postMessage({ csv: bytes });
      return new Promise((done) => {
        goOn = done;
      });
    },
  };
  addEventListener("message", ({ data: { wasm, forget, slice, task, open, written } }) => {
    if (written) goOn();
    else if (wasm) loading = engine.init(wasm, { locales: [] });
    else answer(() => take({ forget, slice, task, open }));
  });
  postMessage({ ready: true });

  async function take({ forget, slice, task, open }) {
    await loading;
    if (open) postMessage({ opened: await openFile(engine, anything, open) });
    else if (forget) {
      evidence?.release();
      evidence = engine.holdEvidence({});
    } else if (slice) evidence.add(slice);
    else {
      const pause = () => undefined;
      postMessage({
        sums: await checkFile(engine, evidence, task, { on, stretch: STRETCH, pause }),
      });
    }
  }

  async function answer(act) {
    try {
      await act();
    } catch (error) {
      postMessage({ error: String(error) });
    }
  }
}
