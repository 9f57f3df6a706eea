// Random sequences of calls, compared with fresh libraries, round after round; the last line has the sum.
//
//     npm run interleaved [-- rounds [seed [steps]]]
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { driven } from "./drive.mjs";

if (isMainThread) await runAll();
else parentPort.postMessage(await driven(...workerData));

async function runAll() {
  const [rounds = 50, seed = 20261130, steps = 100] = process.argv.slice(2).map(Number);
  let [passed, failed] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const { done, faults } = await inThread(seed + round, steps);
    for (const fault of faults.slice(0, 5)) console.log(fault);
    passed += done.length - faults.length;
    failed += faults.length;
    console.log(`seed ${seed + round}: ${done.length} steps, ${faults.length} failed`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** In a thread of its own, which takes its libraries with it when it ends. */
function inThread(...round) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: round });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
