// What was read is taken in in pieces: whoever types meanwhile is not held up.

import type { Handle } from "../lib/held.js";
import type { Evidence, HeldEvidence } from "../lib/types.js";
import { Customers } from "./customers.js";
import { isLong, isLongList, type Known, LONG } from "./known.js";
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
    await paused(held, signal);
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
  const add = async (piece: Partial<Evidence>) => {
    held.add(piece);
    take?.(piece);
    await paused(held, signal);
  };
  for (const part of parts) {
    const all = Object.entries(part);
    const long = all.filter(([, list]) => isLongList(list)) as [string, unknown[]][];
    await add(Object.fromEntries(all.filter(([, list]) => !isLongList(list))));
    for (const [name, list] of long)
      for (let at = 0; at < list.length; at += ROWS)
        await add({ [name]: list.slice(at, at + ROWS) });
  }
  // The core joins it when it is first asked: now, and not with what is drawn next.
  held.slices(1).next();
  await paused(held, signal);
  return held;
}

/** Lets others have their turn. */
async function paused(held: HeldEvidence, signal: AbortSignal | undefined): Promise<void> {
  await new Promise((goOn) => setTimeout(goOn));
  if (signal?.aborted) held.release();
  signal?.throwIfAborted();
}
