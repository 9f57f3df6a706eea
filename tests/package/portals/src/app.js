// A portal that lets the package find its own wasm.
import { checkClaim, init } from "cpor-preflight";
import { attach } from "cpor-preflight/attach";
import { startWorker } from "cpor-preflight/worker";
import { asked, told } from "./asked.js";

attach(document.querySelector("form"));
told(async () => {
  await init();
  const worker = await startWorker();
  const answers = [checkClaim(...asked), await worker.checkClaim(...asked)];
  worker.terminate();
  return answers;
});
