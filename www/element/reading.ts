// Large things are read in the package’s worker, where the host’s policy allows one.

import { readingApart } from "../form/reading.js";
import { engine } from "../lib/shared.js";
import { startWorker } from "../lib/worker.js";

export { takenIn } from "../form/holding.js";

export const readApart = readingApart(async () => {
  await engine.load("core");
  return startWorker({ core: engine.compiledCore });
});
