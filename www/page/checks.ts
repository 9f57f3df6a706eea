// What the page loads of the library: first the check of a claim, then, when it is needed or there is time, the rest.

import type { Products } from "../form/products.js";
import type { Locale } from "../generated/lists.js";
import { engine } from "../lib/shared.js";
import type { Scripts } from "./scripts.js";

export class Checks {
  #scripts: Scripts;
  /** The products’ names; nothing where they have not come. */
  products: Products | undefined;
  #coming: Promise<void> | undefined;
  #named: Promise<void> | undefined;

  constructor(scripts: Scripts) {
    this.#scripts = scripts;
  }

  /** @throws {PreflightError} with a `code` that says why it did not come; it can be tried again */
  load(locale: Locale): Promise<void> {
    this.#coming ??= this.#load(locale).catch((error) => {
      this.#coming = undefined;
      throw error;
    });
    return this.#coming;
  }

  /** All that reads and advises. */
  async loadCore(locale: Locale): Promise<void> {
    await this.load(locale);
    await Promise.all([engine.load("core"), this.loadNames()]);
  }

  /** The products’ names, once the check is there. Without them, claims are checked all the same. */
  loadNames(): Promise<void> {
    this.#named ??= this.#name();
    return this.#named;
  }

  #load(locale: Locale): Promise<void> {
    return engine.init({ parts: ["check"], locales: [locale] });
  }

  async #name(): Promise<void> {
    try {
      const [{ Products }, { default: csv }] = await Promise.all([
        this.#scripts.loadLate(),
        import("../generated/skus.js"),
        engine.load("skus"),
      ]);
      this.products = new Products(csv);
    } catch {
      this.#named = undefined;
    }
  }
}
