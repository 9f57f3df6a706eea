// What a host knows about the customer, on its way into an element's store.

import { isLong } from "../form/known.js";
import type { Library } from "../form/library.js";
import type { Store } from "../form/store.js";
import type { Evidence, PartialEvidence } from "../lib/types.js";

/** Returns a function that takes evidence; what is long goes in pieces, so that nobody who types is held up. */
export function evidenceFor(
  store: Store,
  library: Pick<Library, "takeIn">,
): (given: PartialEvidence | null) => void {
  let last: PartialEvidence | null = null;
  let stop = new AbortController();
  return (given) => {
    if (given === last) return;
    last = given;
    stop.abort();
    const evidence = (given ?? undefined) as Evidence | undefined;
    if (evidence && isLong(evidence)) inPieces(evidence);
    else store.bring(evidence);
  };

  async function inPieces(evidence: Evidence): Promise<void> {
    stop = new AbortController();
    const { signal } = stop;
    try {
      // No reader has joined it: with nothing beside it, it is.
      const known = await library.takeIn([evidence, {} as Evidence], signal);
      store.bring(known.evidence, known);
    } catch {
      // Something of it throws when it is read: the library says what can be said of it.
      if (!signal.aborted) store.bring(evidence);
    }
  }
}
