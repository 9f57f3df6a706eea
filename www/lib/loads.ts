// What is loaded or loading, by name.

import { PreflightError } from "./error.js";
import { fetchFailed } from "./module.js";

export class Loads {
  #loads = new Map<string, Promise<void>>();

  /** Is something of this name loaded, or loading? */
  has(name: string): boolean {
    return this.#loads.has(name);
  }

  /** Those who ask while it is loading share the load; after a failure the next call tries again. */
  once(name: string, start: () => Promise<void>): Promise<void> {
    let loading = this.#loads.get(name);
    if (!loading) {
      loading = start().catch((error: unknown) => {
        this.#loads.delete(name);
        throw error instanceof PreflightError ? error : new PreflightError("internal", error);
      });
      this.#loads.set(name, loading);
    }
    return loading;
  }
}

/** What is there at once, or comes. */
export type Loaded<Script> = Script | Promise<Script>;

/** A part's script, or an error that says that it did not come. */
export async function loaded<Part>(load: () => Loaded<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    return fetchFailed(error);
  }
}
