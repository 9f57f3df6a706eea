// What changed in a form, and who is told of it: once for all that changes at a time.

import type { Field } from "../generated/lists.js";

/**
 * `claim`: a text; `claim.<field>`: that text; `items`: what was put in, or is being read; `report`: the
 * answer of the check; `view`: what is asked, left, wanted or can be taken back; `around`: the proof's ticks and
 * what became of the claim; `reading`: how far the reading is.
 */
export type Slice = "claim" | `claim.${Field}` | "items" | "report" | "view" | "around" | "reading";

type Listener = (changed: ReadonlySet<Slice>) => void;

export class Told {
  #changed = new Set<Slice>();
  #listeners = new Map<Listener, readonly Slice[]>();
  #settling: Promise<void> | undefined;
  /** Another number after every change of claim, items or view. */
  version = 0;

  /** Calls a listener where one of its slices changed. Returns what ends that. */
  on(slices: readonly Slice[], listener: Listener): () => void {
    this.#listeners.set(listener, slices);
    return () => this.#listeners.delete(listener);
  }

  /** When everybody has been told of what changed until now. */
  get settled(): Promise<void> {
    return this.#settling ?? Promise.resolve();
  }

  /** Tells of changes. Returns whether the claim has to be checked again. */
  touch(slices: readonly Slice[]): boolean {
    const isBeside = (slice: Slice) => slice === "reading" || slice === "around";
    if (!slices.every(isBeside)) this.version += 1;
    const isJudged = slices.some((slice) => slice !== "view" && !isBeside(slice));
    for (const slice of isJudged ? [...slices, "report" as const] : slices)
      this.#changed.add(slice);
    this.#settling ??= Promise.resolve().then(() => {
      this.#settling = undefined;
      const changed = this.#changed;
      this.#changed = new Set();
      for (const [listener, wanted] of [...this.#listeners])
        if (wanted.some((slice) => changed.has(slice))) listener(changed);
    });
    return isJudged;
  }
}
