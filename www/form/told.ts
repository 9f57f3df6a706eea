// Who is told of what changes: once for all that changes at a time.

type Listener<Slice> = (changed: ReadonlySet<Slice>) => void;

export class Told<Slice> {
  #changed = new Set<Slice>();
  #listeners = new Map<Listener<Slice>, readonly Slice[]>();
  #settling: Promise<void> | undefined;

  /** Calls a listener where one of its slices changed. Returns what ends that. */
  on(slices: readonly Slice[], listener: Listener<Slice>): () => void {
    this.#listeners.set(listener, slices);
    return () => this.#listeners.delete(listener);
  }

  /** When everybody has been told of what changed until now. */
  get settled(): Promise<void> {
    return this.#settling ?? Promise.resolve();
  }

  touch(slices: readonly Slice[]): void {
    for (const slice of slices) this.#changed.add(slice);
    this.#settling ??= Promise.resolve().then(() => {
      this.#settling = undefined;
      const changed = this.#changed;
      this.#changed = new Set();
      for (const [listener, wanted] of [...this.#listeners])
        if (wanted.some((slice) => changed.has(slice))) listener(changed);
    });
  }
}
