// What a person entered: the texts of a claim, and what was said beside them.

import type { Activity, Field } from "../generated/lists.js";
import type { Filed, Texts } from "./put-in.js";

/** What a form remembers of a claim beside what was put in. */
export interface Memory {
  claim: Texts;
  others: readonly Activity[];
  emptied: readonly Field[];
  dismissed: readonly string[];
  ticks: readonly string[];
  filed: Filed;
  isAsked: boolean;
}

export class Entered {
  /** All texts that are not empty. */
  claim: Texts = {};
  /** Activities that are true beside the claim's own. */
  others: readonly Activity[] = [];
  /** Fields that the person has emptied: nothing fills them again. */
  emptied: Set<Field> = new Set();
  /** Fields that have been left, pasted into or chosen since they were typed into. */
  left: Set<Field> = new Set();
  /** Texts of which the person has said what they are for. */
  dismissed: Set<string> = new Set();
  ticks: ReadonlySet<string> = new Set();
  filed: Filed = {};
  isAsked = false;

  text(field: Field): string {
    return this.claim[field] ?? "";
  }

  /** The activities that are ticked: the claim's own, then the others. */
  get activities(): Activity[] {
    const own = this.text("activity") as Activity | "";
    return [...(own ? [own] : []), ...this.others];
  }

  /** Ticks an activity or takes its tick away. Returns which one is the claim's own then. */
  toggle(activity: Activity): string {
    const rest = this.activities.filter((one) => one !== activity);
    const [own = "", ...others] = rest.length < this.activities.length ? rest : [...rest, activity];
    this.others = others;
    return own;
  }

  /** Ticks a point of the proof of execution, or takes its tick away. */
  tick(point: string, isDone: boolean): void {
    const rest = [...this.ticks].filter((one) => one !== point);
    this.ticks = new Set(isDone ? [...rest, point] : rest);
  }

  /** Takes down a text that is being typed. */
  type(field: Field, text: string): Field[] {
    this.left.delete(field);
    if (text) this.emptied.delete(field);
    else this.emptied.add(field);
    return this.write({ [field]: text });
  }

  /** Takes down texts. Returns the fields that have another one now. */
  write(texts: Texts): Field[] {
    const all = Object.keys(texts) as Field[];
    const changed = all.filter((field) => (texts[field] ?? "") !== this.text(field));
    for (const field of changed) {
      const { [field]: _, ...others } = this.claim;
      const text = texts[field];
      this.claim = text ? { ...others, [field]: text } : others;
    }
    return changed;
  }

  /** Takes down another claim in the place of this one. Returns the fields that have another text now. */
  replace(claim: Texts): Field[] {
    this.emptied.clear();
    this.others = [];
    const empty = Object.fromEntries(Object.keys(this.claim).map((field) => [field, ""]));
    const changed = this.write({ ...empty, ...claim });
    this.leave(claim);
    return changed;
  }

  /** Nobody is typing into these fields any more. */
  leave(texts: Texts): void {
    for (const field of Object.keys(texts) as Field[]) this.left.add(field);
  }

  get memory(): Memory {
    return {
      claim: this.claim,
      others: this.others,
      emptied: [...this.emptied],
      dismissed: [...this.dismissed],
      ticks: [...this.ticks],
      filed: this.filed,
      isAsked: this.isAsked,
    };
  }

  /** Goes on with what is remembered. Returns the fields that have another text now. */
  remember(memory: Memory): Field[] {
    this.left.clear();
    const changed = this.replace(memory.claim);
    this.emptied = new Set(memory.emptied);
    this.dismissed = new Set(memory.dismissed);
    this.others = memory.others;
    this.ticks = new Set(memory.ticks);
    this.filed = memory.filed;
    this.isAsked = memory.isAsked;
    return changed;
  }
}
