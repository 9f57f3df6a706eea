// What was read is taken in in pieces: whoever types meanwhile is not held up.

import type { Handle } from "../lib/held.js";
import type { Evidence, HeldEvidence } from "../lib/types.js";
import { Customers } from "./customers.js";
import type { Library } from "./library.js";

/** So many rows take a few milliseconds. */
const ROWS = 1_000;

/** Evidence as it is looked up. */
export interface Known {
  evidence: Evidence;
  customers: Customers;
  /** As the core holds it, where it is long; what is short is held in a moment. */
  held?: HeldEvidence | undefined;
}

type Holding = Pick<Library, "holdEvidence">;

/**
 * Takes in evidence that was read.
 *
 * @throws the reason of the signal
 */
export async function takenIn(
  library: Holding,
  evidence: Evidence,
  signal?: AbortSignal,
): Promise<Known> {
  const customers = new Customers();
  if (isLong(evidence)) {
    const held = await heldInPieces(library, [evidence], signal, (piece) => customers.add(piece));
    return { evidence, customers, held };
  }
  customers.add(evidence);
  return { evidence, customers };
}

/** Joins evidence, and takes in what comes of it. */
export async function joinedInPieces(library: Holding, parts: readonly Evidence[]): Promise<Known> {
  const held = await heldInPieces(library, parts);
  const evidence: Record<string, unknown[]> = {};
  const customers = new Customers();
  for (const slice of held.slices(ROWS)) {
    const piece = JSON.parse(slice) as Evidence;
    customers.add(piece);
    for (const [name, rows] of Object.entries(piece) as [string, unknown[]][]) {
      evidence[name] ??= [];
      evidence[name].push(...rows);
    }
    await turn();
  }
  return { evidence: evidence as unknown as Evidence, customers, held };
}

/** Does it take longer than a moment to take this in? */
export const isLong = (evidence: Evidence): boolean =>
  Object.values(evidence).some((list) => Array.isArray(list) && list.length > ROWS);

/** @param take gets each piece that is held by then */
async function heldInPieces(
  library: Holding,
  parts: readonly Evidence[],
  signal?: AbortSignal,
  take?: (piece: Partial<Evidence>) => void,
): Promise<Handle> {
  const held = library.holdEvidence({}) as Handle;
  const rest = async () => {
    await turn();
    if (signal?.aborted) held.release();
    signal?.throwIfAborted();
  };
  for (const part of parts)
    for (const [name, list] of Object.entries(part) as [string, unknown[]][])
      for (let at = 0; at < list.length; at += ROWS) {
        const piece = { [name]: list.slice(at, at + ROWS) };
        held.add(piece);
        take?.(piece);
        await rest();
      }
  // The core joins it when it is first asked: now, and not with what is drawn next.
  held.knowsDomain("");
  await rest();
  return held;
}

/** Lets others have their turn. */
const turn = () => new Promise<void>((goOn) => setTimeout(goOn));
