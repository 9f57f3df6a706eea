// Evidence that is handed to the core in pieces: whoever types meanwhile is not held up.

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
  const all = Object.entries(evidence);
  const long = all.filter(([, list]) => Array.isArray(list) && list.length > ROWS);
  if (!long.length) return undefined;
  const held = holdEvidence(Object.fromEntries(all.filter((part) => !long.includes(part))));
  for (const [name, list] of long as [string, unknown[]][])
    for (let at = 0; at < list.length; at += ROWS) {
      await new Promise((goOn) => setTimeout(goOn));
      if (signal?.aborted) held.release();
      signal?.throwIfAborted();
      held.add({ [name]: list.slice(at, at + ROWS) });
    }
  return held;
}
