// What was read is taken in in pieces: whoever types meanwhile is not held up.

import type { Handle } from "../lib/held.js";
import type { Evidence } from "../lib/types.js";
import { Customers } from "./customers.js";
import { isLong, type Known, LONG } from "./known.js";
import type { Library } from "./library.js";

/** So many rows take a few milliseconds. */
const ROWS = LONG;

type Holding = Pick<Library, "holdEvidence">;

/**
 * Takes in what was read, or the join of what was read.
 *
 * @throws the reason of the signal
 */
export async function takenIn(
  library: Holding,
  parts: readonly Evidence[],
  signal?: AbortSignal,
): Promise<Known> {
  const customers = new Customers();
  const [only, ...others] = parts;
  if (only && !others.length && !isLong(only)) {
    customers.add(only);
    return { evidence: only, customers };
  }
  const take = (piece: Partial<Evidence>) => customers.add(piece);
  if (only && !others.length) {
    const held = await heldInPieces(library, parts, signal, take);
    return { evidence: only, customers, held };
  }
  const held = await heldInPieces(library, parts, signal);
  const evidence: Record<string, unknown[]> = {};
  for (const slice of held.slices(ROWS)) {
    const piece = JSON.parse(slice) as Evidence;
    take(piece);
    for (const [name, rows] of Object.entries(piece) as [string, unknown[]][]) {
      evidence[name] ??= [];
      evidence[name].push(...rows);
    }
    await turn();
  }
  return { evidence: evidence as unknown as Evidence, customers, held };
}

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
  held.slices(1).next();
  await rest();
  return held;
}

/** Lets others have their turn. */
const turn = () => new Promise<void>((goOn) => setTimeout(goOn));
