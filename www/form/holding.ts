// Evidence that is handed to the core in pieces: whoever types meanwhile is not held up.

import type { Handle } from "../lib/held.js";
import type { Evidence, HeldEvidence } from "../lib/types.js";
import type { Library } from "./library.js";

/** So many rows take a few milliseconds. */
const ROWS = 1_000;

/**
 * Holds evidence with long lists; nothing where there is none, as what is short is held in a moment.
 *
 * @throws the reason of the signal
 */
export async function heldInPieces(
  { holdEvidence }: Pick<Library, "holdEvidence">,
  evidence: Evidence,
  signal?: AbortSignal,
): Promise<HeldEvidence | undefined> {
  if (!hasLongLists(evidence)) return undefined;
  const all = Object.entries(evidence);
  const long = all.filter(isLong);
  const held = holdEvidence(Object.fromEntries(all.filter((part) => !long.includes(part))));
  for (const [name, list] of long as [string, unknown[]][])
    for (let at = 0; at < list.length; at += ROWS) {
      await paused(held, signal);
      held.add({ [name]: list.slice(at, at + ROWS) });
    }
  return held;
}

/** Evidence, and the same as the core holds it. */
export interface Joined {
  evidence: Evidence;
  held: HeldEvidence;
}

/**
 * Evidence with long lists as the core joins it: handed over in pieces, and read back in pieces.
 *
 * @throws the reason of the signal
 */
export async function joinedInPieces(
  library: Pick<Library, "holdEvidence">,
  evidence: Evidence,
  signal?: AbortSignal,
): Promise<Joined | undefined> {
  const held = (await heldInPieces(library, evidence, signal)) as Handle | undefined;
  if (!held) return undefined;
  const joined: Record<string, unknown[]> = {};
  for (const slice of held.slices(ROWS)) {
    for (const [name, rows] of Object.entries<unknown[]>(JSON.parse(slice))) {
      joined[name] ??= [];
      joined[name].push(...rows);
    }
    await paused(held, signal);
  }
  return { evidence: joined as unknown as Evidence, held };
}

/** Does it take long to hold? */
export const hasLongLists = (evidence: object): boolean => Object.entries(evidence).some(isLong);

const isLong = ([, list]: [string, unknown]): boolean => Array.isArray(list) && list.length > ROWS;

async function paused(held: HeldEvidence, signal: AbortSignal | undefined): Promise<void> {
  await new Promise((goOn) => setTimeout(goOn));
  if (signal?.aborted) held.release();
  signal?.throwIfAborted();
}
