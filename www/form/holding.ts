// What was read is taken in in pieces: whoever types meanwhile is not held up.

import type { Handle } from "../lib/held.js";
import type { Evidence, HeldEvidence } from "../lib/types.js";
import { Customers } from "./customers.js";
import type { Library } from "./library.js";

/** So many rows take a few milliseconds. */
const ROWS = 1_000;

/** Evidence as it is looked up. */
export interface TakenIn {
  evidence: Evidence;
  customers: Customers;
  /** As the core holds it, where it is long; what is short is held in a moment. */
  held?: HeldEvidence;
}

/**
 * Takes in what some evidence shows.
 *
 * @throws the reason of the signal
 */
export async function takenIn(
  library: Pick<Library, "holdEvidence">,
  evidence: Evidence,
  signal?: AbortSignal,
): Promise<TakenIn> {
  const all = Object.entries(evidence);
  const long = all.filter(([, list]) => Array.isArray(list) && list.length > ROWS);
  if (!long.length) return { evidence, customers: new Customers(evidence) };
  const short = Object.fromEntries(all.filter((part) => !long.includes(part)));
  const customers = new Customers(short);
  const held = library.holdEvidence(short) as Handle;
  const rest = async () => {
    await new Promise((goOn) => setTimeout(goOn));
    if (signal?.aborted) held.release();
    signal?.throwIfAborted();
  };
  for (const [name, list] of long as [string, unknown[]][])
    for (let at = 0; at < list.length; at += ROWS) {
      await rest();
      const piece = { [name]: list.slice(at, at + ROWS) };
      held.add(piece);
      customers.add(piece);
    }
  await rest();
  // The core joins it when it is first asked: now, and not with what is drawn next.
  held.knowsDomain("");
  await rest();
  return { evidence, customers, held };
}
