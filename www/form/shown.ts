// What all that was put in shows together, and what the host knows: as values, and as the core holds it.

import type { Handle } from "../lib/held.js";
import type { Evidence, HeldEvidence } from "../lib/types.js";
import type { Library } from "./library.js";
import type { Item } from "./put-in.js";

const NOTHING = {} as Evidence;

export class Shown {
  #library: Library;
  #items: readonly Item[] = [];
  #evidence: Evidence = NOTHING;
  /** What the host knows. */
  #brought: Evidence = NOTHING;
  #held: HeldEvidence | undefined;
  /** The same, where it was handed over in pieces. */
  #broughtHeld: HeldEvidence | undefined;
  /** What is held of all, where no item has it. */
  #own: HeldEvidence | undefined;

  constructor(library: Library) {
    this.#library = library;
  }

  get items(): readonly Item[] {
    return this.#items;
  }
  get evidence(): Evidence {
    return this.#evidence;
  }
  get held(): HeldEvidence | undefined {
    return this.#held;
  }

  hold(items: readonly Item[]): void {
    this.#items = items;
    this.#evidence = this.merged(items);
    this.#own?.release();
    const already = this.#heldByHost ?? this.#heldByItem;
    this.#own = already ? undefined : this.#newlyHeld;
    this.#held = already ?? this.#own;
  }

  /** @param held the same, as the core joined it */
  bring(evidence: Evidence | undefined, held?: HeldEvidence): void {
    this.#broughtHeld?.release();
    this.#broughtHeld = held;
    this.#brought = evidence ?? NOTHING;
    this.hold(this.#items);
  }

  /** What other items would show. */
  merged(items: readonly Item[]): Evidence {
    if (!items.length && this.#broughtHeld) return this.#brought;
    const [first, ...others] = items.map(({ evidence }) => evidence);
    // What was read is merged already.
    const read = others.reduce(
      (all, one) => this.#library.mergeEvidence(all, one),
      first ?? NOTHING,
    );
    return this.#brought === NOTHING ? read : this.#library.mergeEvidence(this.#brought, read);
  }

  /** What the host knows, where nothing else is known. */
  get #heldByHost(): HeldEvidence | undefined {
    const isAll = !this.#items.length && (this.#broughtHeld as Handle | undefined)?.isHeld;
    return isAll ? this.#broughtHeld : undefined;
  }

  /** What is held of the only item. It lives as long as the item, which may be taken out and come back. */
  get #heldByItem(): HeldEvidence | undefined {
    const [only, ...others] = this.#items;
    const isAlone = !others.length && this.#brought === NOTHING;
    // A core that has begun anew holds nothing any more.
    return isAlone && (only?.held as Handle | undefined)?.isHeld ? only?.held : undefined;
  }

  get #newlyHeld(): HeldEvidence | undefined {
    const isKnown = this.#items.length > 0 || this.#brought !== NOTHING;
    return isKnown ? this.#library.holdEvidence(this.#evidence) : undefined;
  }
}
