// The scripts that come after the first one: what a claim can do without at first, and the views when they are opened.

import { isServed } from "#place";
import type * as lateScript from "./late.js";
import type { Route, View } from "./routes.js";

export type Late = typeof lateScript;

const BASE = import.meta.url;

export class Scripts {
  #come = new Map<Route, View>();
  #coming: Promise<Late> | undefined;
  #late: Late | undefined;
  #styles = new Map<string, Promise<void>>();
  #failures = 0;

  /** The view of a route, if it has come. */
  viewOf(route: Route): View | undefined {
    const late = this.#late && route.late?.(this.#late);
    return route.view ?? late ?? this.#come.get(route);
  }

  async load(route: Route): Promise<void> {
    const { late, load, script, style } = route;
    if (this.viewOf(route)) return;
    if (late) await this.loadLate();
    if (!load) return;
    const [{ view }] = await Promise.all([
      this.#imported(load, script),
      style && this.#styled(style),
    ]);
    this.#come.set(route, view);
  }

  /** What comes late, if it has come. */
  get late(): Late | undefined {
    return this.#late;
  }

  loadLate(): Promise<Late> {
    this.#coming ??= this.#imported(() => import("./late.js"), "late").then(
      (late) => {
        this.#late = late;
        return late;
      },
      (error) => {
        this.#coming = undefined;
        throw error;
      },
    );
    return this.#coming;
  }

  /** @param script its name on the site, where it lies there */
  async #imported<Script>(
    load: () => Promise<Script>,
    script: string | undefined,
  ): Promise<Script> {
    try {
      return await load();
    } catch (error) {
      // A browser may remember that the first one did not come.
      this.#failures += 1;
      if (!script) throw error;
      return import(new URL(`${script}.js?${this.#failures}`, BASE).href);
    }
  }
  /** The file that opens from disk has all styles. */
  #styled(name: string): Promise<void> | undefined {
    if (!isServed) return undefined;
    const coming = this.#styles.get(name) ?? styled(new URL(name, BASE).href);
    this.#styles.set(name, coming);
    return coming.catch((error) => {
      this.#styles.delete(name);
      throw error;
    });
  }
}

/** Brings a style sheet. */
function styled(href: string): Promise<void> {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  return new Promise((done, fail) => {
    link.onload = () => done();
    link.onerror = () => {
      link.remove();
      fail(new Error(href));
    };
    document.head.append(link);
  });
}
