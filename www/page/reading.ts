// Large things are read in a worker: the page answers meanwhile, and whoever waits can stop it.

import { scriptOf, scriptType } from "#place";
import { readAnything } from "../lib/library.js";
import { engine } from "../lib/shared.js";
import { type Preflight, startWorker } from "../lib/worker.js";
import { trusted } from "./trusted.js";

type Read = typeof readAnything;

/** What is smaller is read in a moment. */
const LARGE = 1024 * 1024;

/** Reads as the library does, and large things apart. */
export const readApart: Read = async (input, options) => {
  if (sizeOf(input) < LARGE) return readAnything(input, options);
  const { signal, ...others } = options ?? {};
  const worker = await started();
  if (!worker) return readAnything(input, options);
  const stop = () => worker.terminate();
  signal?.addEventListener("abort", stop);
  try {
    signal?.throwIfAborted();
    return await worker.readAnything(input, others);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
    worker.terminate();
  }
};

function sizeOf(input: Parameters<Read>[0]): number {
  if (typeof input === "string") return input.length;
  if (input instanceof Blob) return input.size;
  return Array.isArray(input) ? input.reduce((sum, one) => sum + sizeOf(one), 0) : 0;
}

/** The library in a worker; nothing where none can be had. */
async function started(): Promise<Preflight | undefined> {
  try {
    await engine.load("core");
    const address = scriptOf(new URL("./worker-script.mjs", import.meta.url));
    const worker = new Worker(trusted(address), { type: scriptType as WorkerType });
    return await startWorker({ worker, core: engine.compiledCore });
  } catch {
    return undefined;
  }
}
