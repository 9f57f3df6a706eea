// Where the person was on each entry of the history: back and forward lead to the same place.

import { uid } from "../form/dom.js";
import { keyIn, withKey } from "./carried.js";

interface Spot {
  top: number;
  /** The control that had the focus. */
  key?: string;
}

export class Trail {
  #spots: Record<string, Spot>;
  #here: string;

  /** @param spots what was kept of them, see `spots` */
  constructor(spots: Record<string, Spot> = {}) {
    this.#spots = spots;
    history.scrollRestoration = "manual";
    this.#here = idOf(history.state) ?? this.#named();
    const note = () => {
      this.#spot.top = scrollY;
    };
    addEventListener("scroll", note, { passive: true });
  }

  get spots(): Record<string, Spot> {
    return this.#spots;
  }

  get #spot(): Spot {
    this.#spots[this.#here] ??= { top: 0 };
    return this.#spots[this.#here] as Spot;
  }

  /** Remembers what has the focus before the page goes on to another view. */
  leave(): void {
    const key = keyIn(document.activeElement);
    if (key) this.#spot.key = key;
  }

  /** The history is at another entry now. Has the person been there before? */
  arrive(): boolean {
    const id = idOf(history.state);
    this.#here = id ?? this.#named();
    return id !== undefined && id in this.#spots;
  }

  /** A new entry. */
  push(address: string): void {
    this.leave();
    const id = uid();
    history.pushState({ id }, "", address);
    this.#here = id;
  }

  /** Goes where the person was. What has the focus keeps it. */
  restore(): void {
    const { top, key } = this.#spot;
    const isFree = document.activeElement === document.body || !document.activeElement;
    if (key && isFree) withKey(key)?.focus({ preventScroll: true });
    scrollTo({ top, behavior: "instant" });
  }

  #named(): string {
    const id = uid();
    history.replaceState({ ...history.state, id }, "");
    return id;
  }
}

const idOf = (state: unknown): string | undefined => {
  const { id } = (state ?? {}) as { id?: unknown };
  return typeof id === "string" ? id : undefined;
};
