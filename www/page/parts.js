/** What form and result can do without at first. */
export const PARTS = {
  handoff: () => import("./handoff.js"),
  guides: () => import("./guides.js"),
  exports: () => import("./exports.js"),
  packed: () => import("./packed.js"),
  lookup: () => import("./lookup.js"),
  diagnosis: () => import("./diagnosis.js"),
  report: () => import("./report.js"),
};

/** Parts of a page: each is loaded when it is used, or when there is time. */
export class Parts {
  #loaders;
  #needs;
  #again;
  #loaded = new Map();
  #failures = 0;

  /**
   * @param loaders functions by name that import a part
   * @param options `needs(name)` loads what a part needs beside its script; `again(name, count)`
   *   imports a part that failed under another address: a browser may remember that the first one did
   */
  constructor(loaders, { needs = () => undefined, again } = {}) {
    this.#loaders = loaders;
    this.#needs = needs;
    this.#again = again;
  }

  /** Does something with a part: at once where it is loaded, else the answer is a promise. */
  with(name, act) {
    return this.#loaded.has(name) ? act(this.#loaded.get(name)) : this.#load(name).then(act);
  }

  /** A part that is here from the start. */
  give(name, part) {
    this.#loaded.set(name, part);
  }

  /** Loads parts that are likely to be used next, once the page has nothing else to do. */
  loadSoon(...names) {
    if (navigator.connection?.saveData) return;
    const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 500));
    // What fails now is loaded, and its failure shown, when it is used.
    whenIdle(() => Promise.allSettled(names.map((name) => this.#load(name))));
  }

  async #load(name) {
    // The caller goes on first: asking the network takes as long as drawing a dozen fields.
    await new Promise((go) => setTimeout(go));
    const [part] = await Promise.all([this.#import(name), this.#needs(name)]);
    this.#loaded.set(name, part);
    return part;
  }

  async #import(name) {
    try {
      return await this.#loaders[name]();
    } catch (error) {
      if (!this.#again) throw error;
      this.#failures += 1;
      return this.#again(name, this.#failures);
    }
  }
}
