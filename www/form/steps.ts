// What can be taken back, step by step.

import type { Activity, Field } from "../generated/lists.js";
import type { Entered } from "./entered.js";
import type { Filed, Item, Texts } from "./put-in.js";

/** What a step changed, and what that was before. */
interface Step {
  before: Texts;
  after: Texts;
  items: readonly Item[];
  itemsAfter: readonly Item[];
  others: readonly Activity[];
  othersAfter: readonly Activity[];
  /** What belonged to the claim before it. */
  ticks: ReadonlySet<string>;
  filed: Filed;
}

export class Steps {
  #entered: Entered;
  #shown: { readonly items: readonly Item[] };
  #steps: Step[] = [];

  /** Of what was entered, and of what was put in. */
  constructor(entered: Entered, shown: { readonly items: readonly Item[] }) {
    this.#entered = entered;
    this.#shown = shown;
  }

  get areThere(): boolean {
    return this.#steps.length > 0;
  }

  forget(): void {
    this.#steps = [];
  }

  /** Carries out a change that can be taken back. Returns whether it changed anything. */
  take(change: () => void): boolean {
    const entered = this.#entered;
    const { items } = this.#shown;
    const { claim, others, ticks, filed } = entered;
    change();
    const { items: itemsAfter } = this.#shown;
    const fields = [...new Set([...Object.keys(claim), ...Object.keys(entered.claim)])] as Field[];
    const changed = fields.filter((field) => claim[field] !== entered.claim[field]);
    const textsIn = (texts: Texts) =>
      Object.fromEntries(changed.map((field) => [field, texts[field] ?? ""]));
    if (!changed.length && items === itemsAfter) return false;
    this.#steps.push({
      ...{ before: textsIn(claim), after: textsIn(entered.claim), items, itemsAfter },
      ...{ others, othersAfter: entered.others, ticks, filed },
    });
    return true;
  }

  /**
   * Takes back the last step: what has been typed over since stays. Returns the fields that have another text now,
   * and the things that are there then.
   */
  undo(): { fields: Field[]; items: Item[] } | undefined {
    const entered = this.#entered;
    const { items } = this.#shown;
    const step = this.#steps.pop();
    if (!step) return undefined;
    const { before, after } = step;
    const own = (Object.keys(after) as Field[]).filter(
      (field) => after[field] === entered.text(field),
    );
    const fields = entered.write(
      Object.fromEntries(own.map((field) => [field, before[field] ?? ""])),
    );
    if (entered.others === step.othersAfter) entered.others = step.others;
    const [next, ...others] = entered.others;
    if (next && !entered.text("activity")) {
      entered.others = others;
      fields.push(...entered.write({ activity: next }));
    }
    // Another claim's ticks are none of this one's.
    if (!entered.ticks.size) entered.ticks = step.ticks;
    if (!entered.filed.status) entered.filed = step.filed;
    const removed = step.items.filter((item) => !step.itemsAfter.includes(item));
    const kept = items.filter(
      (item) => step.items.includes(item) || !step.itemsAfter.includes(item),
    );
    return { fields, items: inOrder([...kept, ...removed]) };
  }
}

/** As they were put in. */
export const inOrder = (items: readonly Item[]): Item[] => [...items].sort((a, b) => a.id - b.id);
