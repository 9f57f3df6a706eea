// What all that was put in shows together, and what the host knows: as values, by customer, and as the core holds it.

import type { Handle } from "../lib/held.js";
import type { Evidence, HeldEvidence } from "../lib/types.js";
import { Customers } from "./customers.js";
import { isLong, type Known } from "./known.js";
import type { Library } from "./library.js";
import type { Item } from "./put-in.js";

const NOTHING = {} as Evidence;
/** How many joins are kept: what is shown, and what it was before, to which a step back leads. */
const KEPT = 2;

export class Shown {
  #library: Library;
  #items: readonly Item[] = [];
  #known: Known = { evidence: NOTHING, customers: new Customers() };
  /** What the host knows; and the same, where it was taken in in pieces. */
  #brought: Evidence = NOTHING;
  #broughtKnown: Known | undefined;
  /** What was joined ahead, the last one first. */
  #joined: { parts: readonly Evidence[]; known: Known }[] = [];
  /** As the core holds it, where nothing above has it. */
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
    return this.#own ?? this.#known.held;
  }

  hold(items: readonly Item[]): void {
    this.#items = items;
    this.#known = this.merged(items);
    this.#own?.release();
    // A core that has begun anew holds nothing any more.
    const isHeld = (this.#known.held as Handle | undefined)?.isHeld;
    const isKnown = items.length > 0 || this.#brought !== NOTHING;
    this.#own = isHeld || !isKnown ? undefined : this.#library.holdEvidence(this.evidence);
  }

  /** @param known the same, where it was taken in in pieces */
  bring(evidence: Evidence | undefined, known?: Known): void {
    this.#broughtKnown?.held?.release();
    this.#broughtKnown = known;
    this.#brought = evidence ?? NOTHING;
    this.hold(this.#items);
  }

  /**
   * Joins what other items would show piece by piece, where that takes longer than a moment: `merged` has it
   * then, and nobody is held up.
   */
  join(items: readonly Item[]): Promise<void> | undefined {
    const parts = this.#partsOf(items);
    const isQuick = parts.length < 2 || !parts.some(isLong);
    // What a host gives may be anything: it is joined as a whole, unless it was taken in.
    const isGiven = this.#brought !== NOTHING && !this.#broughtKnown;
    if (isQuick || isGiven || this.#joinOf(parts)) return undefined;
    return this.#library.takeIn(parts).then((known) => {
      this.#joined = [{ parts, known }, ...this.#joined].slice(0, KEPT);
    });
  }

  /** What other items would show. */
  merged(items: readonly Item[]): Known {
    const parts = this.#partsOf(items);
    // What was read is merged already.
    const all = this.#broughtKnown ? [this.#broughtKnown, ...items] : items;
    const alone = all.find(({ evidence }) => evidence === parts[0]);
    const known = parts.length > 1 ? this.#joinOf(parts) : alone;
    if (known) return known;
    const { mergeEvidence } = this.#library;
    const evidence = parts.reduce((all, one) => mergeEvidence(all, one), NOTHING);
    return { evidence, customers: new Customers(evidence) };
  }

  /** What there is to be joined. */
  #partsOf(items: readonly Item[]): Evidence[] {
    const read = items.map(({ evidence }) => evidence).filter(saysSomething);
    return this.#brought === NOTHING ? read : [this.#brought, ...read];
  }

  #joinOf(parts: readonly Evidence[]): Known | undefined {
    const isSame = (other: readonly Evidence[]) =>
      other.length === parts.length && other.every((part, at) => part === parts[at]);
    return this.#joined.find((one) => isSame(one.parts))?.known;
  }
}

const saysSomething = (evidence: Evidence): boolean =>
  Object.values(evidence).some((list) => list?.length);
