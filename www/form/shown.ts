// What all that was put in shows together, and what the host knows: as values, and as the core holds it.

import type { Handle } from "../lib/held.js";
import type { Evidence, HeldEvidence } from "../lib/types.js";
import { Customers } from "./customers.js";
import type { TakenIn } from "./holding.js";
import type { Library } from "./library.js";
import type { Item } from "./put-in.js";

/** What is shown, and by whom it is looked up. */
export type Known = Pick<TakenIn, "evidence" | "customers">;

const NOTHING = {} as Evidence;

export class Shown {
  #library: Library;
  #items: readonly Item[] = [];
  #known: Known = { evidence: NOTHING, customers: new Customers() };
  /** What the host knows. */
  #brought: Evidence = NOTHING;
  #held: HeldEvidence | undefined;
  /** The same, where no item has it. */
  #own: HeldEvidence | undefined;

  constructor(library: Library) {
    this.#library = library;
  }

  get items(): readonly Item[] {
    return this.#items;
  }
  get evidence(): Evidence {
    return this.#known.evidence;
  }
  get customers(): Customers {
    return this.#known.customers;
  }
  get held(): HeldEvidence | undefined {
    return this.#held;
  }

  hold(items: readonly Item[]): void {
    this.#items = items;
    this.#known = this.merged(items);
    this.#own?.release();
    const byItem = this.#heldByItem;
    this.#own = byItem ? undefined : this.#newlyHeld;
    this.#held = byItem ?? this.#own;
  }

  bring(evidence: Evidence | undefined): void {
    this.#brought = evidence ?? NOTHING;
    this.hold(this.#items);
  }

  /** What other items would show. */
  merged(items: readonly Item[]): Known {
    const [first, ...others] = items;
    // What was read is merged already.
    if (first && !others.length && this.#brought === NOTHING) return first;
    let evidence = first?.evidence ?? NOTHING;
    for (const one of others) evidence = this.#library.mergeEvidence(evidence, one.evidence);
    if (this.#brought !== NOTHING) evidence = this.#library.mergeEvidence(this.#brought, evidence);
    return { evidence, customers: new Customers(evidence) };
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
    return isKnown ? this.#library.holdEvidence(this.evidence) : undefined;
  }
}
