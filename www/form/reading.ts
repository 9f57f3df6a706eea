// Large things are read in a worker: the page answers meanwhile, and whoever waits can stop it.

import { readAnything } from "../lib/library.js";
import type { Preflight } from "../lib/worker.js";

export type Read = typeof readAnything;

/** What is smaller is read in a moment. */
const LARGE = 1024 * 1024;

/**
 * Reads as the library does, and large things apart.
 *
 * @param start gives the library in a worker; nothing, or an error, where none can be had
 */
export function readingApart(start: () => Promise<Preflight>): Read {
  return async (input, options) => {
    if (sizeOf(input) < LARGE) return readAnything(input, options);
    const { signal, ...others } = options ?? {};
    const worker = await start().catch(() => undefined);
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
}

function sizeOf(input: Parameters<Read>[0]): number {
  if (typeof input === "string") return input.length;
  if (input instanceof Blob) return input.size;
  return Array.isArray(input) ? input.reduce((sum, one) => sum + sizeOf(one), 0) : 0;
}
