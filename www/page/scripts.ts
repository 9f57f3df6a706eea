// The scripts of the views that come when they are first opened.

import type { Route, View } from "./routes.js";

const BASE = import.meta.url;

export class Scripts {
  #come = new Map<Route, View>();
  #failures = 0;

  /** The view of a route, if it has come. */
  viewOf(route: Route): View | undefined {
    return route.view ?? this.#come.get(route);
  }

  async load(route: Route): Promise<void> {
    if (!this.viewOf(route)) this.#come.set(route, await this.#imported(route));
  }

  async #imported({ load, script }: Route): Promise<View> {
    try {
      return await (load as () => Promise<View>)();
    } catch (error) {
      // A browser may remember that the first one did not come.
      this.#failures += 1;
      if (!script) throw error;
      const { view } = await import(new URL(`${script}.js?${this.#failures}`, BASE).href);
      return view as View;
    }
  }
}
