// What follows from the claim and from what was put in, for fields that are empty.

import type { Field, SolutionArea } from "../generated/lists.js";
import { activitiesIn, areaOf, isKnownProduct } from "./area.js";
import type { Entered } from "./entered.js";
import { filling } from "./fill.js";
import type { Known } from "./known.js";
import type { Library } from "./library.js";
import type { Item, Texts } from "./put-in.js";

/** What people call the product of a part number. */
export type NameOf = (partNumber: string) => string | undefined;

/** Things, and what all of them show. */
interface PutIn {
  items: readonly Item[];
  known: Known;
}

export class Following {
  #library: Library;
  #nameOf: NameOf | undefined;
  #area: SolutionArea | "" = "";

  constructor(library: Library, nameOf: NameOf | undefined) {
    this.#library = library;
    this.#nameOf = nameOf;
  }

  /** The area that follows from the product, as it was when `texts` was last asked for. */
  get area(): SolutionArea | "" {
    return this.#area;
  }

  /** What follows and is not there yet. */
  texts(entered: Entered, putIn: PutIn, ruleset: string | undefined): Texts {
    const found = this.#filling(entered.claim, putIn);
    for (const field of entered.emptied) delete found[field];
    const area = areaOf(this.#library, found.product ?? entered.text("product"));
    this.#area = area;
    if (area) found.solutionArea = area;
    const isFree = !entered.text("activity") && !entered.emptied.has("activity");
    if (area && isFree) {
      // What goes without saying need not be asked.
      const [first, ...others] = activitiesIn(this.#library, area, ruleset);
      if (first && !others.length) found.activity = first;
    }
    return found;
  }

  /** What the claim has of one item alone, as it is with others in its place. */
  without(item: Item, others: PutIn, entered: Entered): Texts {
    const own = this.#filling({}, { items: [item], known: item });
    const still = this.#filling({}, others);
    const gone = (Object.keys(own) as Field[]).filter(
      (field) => own[field] === entered.text(field) && still[field] !== own[field],
    );
    const changes: Texts = Object.fromEntries(gone.map((field) => [field, still[field] ?? ""]));
    const isFollowing = this.#area !== "" && entered.text("solutionArea") === this.#area;
    if (changes.product === "" && isFollowing) changes.solutionArea = "";
    return changes;
  }

  /** What things leave one choice of, with products as people call them. */
  #filling(claim: Texts, { items, known }: PutIn): Texts {
    const found = filling(claim, items, known, this.#library);
    const name = (found.product && this.#nameOf?.(found.product)) ?? "";
    if (name && isKnownProduct(this.#library, name)) found.product = name;
    return found;
  }
}
