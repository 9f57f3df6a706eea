// The page in one file: where it starts, and their workers, which are this script again.

// First of all: it keeps the script's own text.
import { workerName } from "#place";

const WORKERS = {
  "checker.mjs": () => import("../batch/checker.ts"),
  "worker-script.mjs": () => import("../lib/worker-script.js"),
};
if (workerName) startWorker().catch(fail);
else import("./index.ts");

async function startWorker() {
  // In WebKit, a worker that comes from no server cannot read a file: then the page does its work.
  await new Blob(["x"]).text();
  await WORKERS[workerName]();
}

/** As an error of the worker, which the page hears of. */
function fail(error) {
  setTimeout(() => {
    throw error;
  });
}
