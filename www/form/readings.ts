// What is being read: how much of it, how far that is, and how it is stopped.

import type { Library } from "./library.js";
import type { About, Item, Source } from "./put-in.js";

/** Why the reading of what belongs to another claim ends. */
const ANEW = "anew";

export class Readings {
  #library: Library;
  #changed: () => void;
  #count = 0;
  #progress: number | undefined;
  #stops = new Set<AbortController>();
  #lastId = 0;
  /** The last correction of each item. */
  #corrections = new Map<number, object>();

  /** @param changed hears of each step of it */
  constructor(library: Library, changed: () => void) {
    this.#library = library;
    this.#changed = changed;
  }

  /** How many things are being read. */
  get count(): number {
    return this.#count;
  }
  /** How much of it is read, from 0 to 1, where that is known. */
  get progress(): number | undefined {
    return this.#progress;
  }

  /** Stops all that `all` reads: what has been read by then counts. */
  stop(): void {
    for (const stop of this.#stops) stop.abort();
  }

  /** What is still being read is of a claim that is not there any more. */
  forget(): void {
    for (const stop of this.#stops) stop.abort(ANEW);
  }

  /** In the order in which things are put in, whatever takes longer to be read. */
  newIds(count: number): number[] {
    return Array.from({ length: count }, () => {
      this.#lastId += 1;
      return this.#lastId;
    });
  }

  /** Reads one after the other. What cannot be read is left out; the last reason for that is the `failure`. */
  async all(
    sources: readonly Source[],
    about: About,
    locale: string | undefined,
  ): Promise<{ items: Item[]; failure: unknown }> {
    const stop = new AbortController();
    this.#stops.add(stop);
    const ids = this.newIds(sources.length);
    this.#count += sources.length;
    this.#changed();
    const items: Item[] = [];
    let failure: unknown;
    for (const [at, source] of sources.entries()) {
      try {
        if (stop.signal.aborted) continue;
        const item = await this.one(source, about, locale, stop.signal);
        items.push({ ...item, id: ids[at] as number });
      } catch (error) {
        if (!stop.signal.aborted) failure = error;
      } finally {
        this.#count -= 1;
        this.#progress = undefined;
        this.#changed();
      }
    }
    this.#stops.delete(stop);
    return stop.signal.reason === ANEW ? { items: [], failure: undefined } : { items, failure };
  }

  /**
   * Reads an item anew; nothing where it has been corrected once more by then.
   *
   * @param join what else takes its time
   */
  async again(
    { id }: Item,
    source: Source,
    about: About,
    {
      locale,
      join,
    }: { locale: string | undefined; join: (again: Item) => Promise<void> | undefined },
  ): Promise<Item | undefined> {
    const correction = {};
    this.#corrections.set(id, correction);
    const again = { ...(await this.one(source, about, locale)), id };
    await join(again);
    return this.#corrections.get(id) === correction ? again : undefined;
  }

  /** Goes on with what was put in once. What cannot be read any more is left out; the rest is worth having. */
  async restored(sources: readonly [Source, About][], locale: string | undefined): Promise<Item[]> {
    const items: Item[] = [];
    const ids = this.newIds(sources.length);
    for (const [at, [source, about]] of sources.entries()) {
      const item = await this.one(source, about, locale).catch(() => undefined);
      if (item) items.push({ ...item, id: ids[at] as number });
    }
    return items;
  }

  /** Counts what is still being done with what was read as one more thing that is being read. */
  async until(done: Promise<void>): Promise<void> {
    this.#count += 1;
    this.#changed();
    await done.finally(() => {
      this.#count -= 1;
      this.#changed();
    });
  }

  async one(
    source: Source,
    about: About,
    locale: string | undefined,
    signal?: AbortSignal,
  ): Promise<Item> {
    const onProgress = (done: number, total: number) => {
      this.#progress = total ? done / total : undefined;
      this.#changed();
    };
    const { parts, fields, evidence, claims } = await this.#library.readAnything(source, {
      ...{ ...about, locale },
      ...(signal && { onProgress, signal }),
    });
    const taken = await this.#library.takeIn([evidence], signal);
    const [id = 0] = this.newIds(1);
    return {
      ...{ id, source, about, parts, fields, ...taken },
      ...(claims !== undefined && { claims }),
    };
  }
}
