// Large things are read in a worker, whose script lies beside the page’s.

import { scriptOf, scriptType } from "#place";
import { readingApart } from "../form/reading.js";
import { engine } from "../lib/shared.js";
import { startWorker } from "../lib/worker.js";
import { trusted } from "./trusted.js";

export const readApart = readingApart(async () => {
  await engine.load("core");
  const address = scriptOf(new URL("./worker-script.mjs", import.meta.url));
  const worker = new Worker(trusted(address), { type: scriptType as WorkerType });
  return startWorker({ worker, core: engine.compiledCore });
});
