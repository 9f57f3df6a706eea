// The views of the page by what stands behind `#` in its address.

import type { Kid } from "../form/dom.js";
import { firstPage } from "../form/first.js";
import type { Kit, Words } from "../form/kit.js";
import { claimPage } from "./claim-page.js";
import type { Late } from "./scripts.js";

/** Calls back with what comes late: at once where it is there, and not at all once another view is shown. */
export type WithLate = (use: (late: Late) => void) => void;
export type View = (kit: Kit, withLate: WithLate) => Kid;

export interface Route {
  /** What the view cannot do without: the page’s words alone, the check of a claim, or all that reads and advises. */
  needs: "words" | "checks" | "core";
  /** Does what is put in leave the person here? Elsewhere, it opens the claim. */
  takes?: boolean;
  /** Of the browser’s tab, where the view does not say it. */
  title: (words: Words) => string;
  /** A view that is there from the start, */
  view?: View;
  /** or comes late, */
  late?: (late: Late) => View;
  /** or the script that has it, how it is imported, and the style that it needs beside. */
  script?: string;
  style?: string;
  load?: () => Promise<{ view: View }>;
}

/** Each script that `load` imports exports a `view`, and has a file of its own name on the site: see scripts/pages.mjs. */
export const ROUTES: Readonly<Record<string, Route>> = {
  "": { needs: "words", title: ({ title }) => title, view: firstPage },
  "#error": {
    ...{ needs: "core", title: ({ error }) => error.title },
    late: ({ errorView }) => errorView,
  },
  "#guides": {
    ...{ needs: "core", title: ({ guides }) => guides.title },
    late: ({ guidesView }) => guidesView,
  },
  "#kept": {
    ...{ needs: "checks", title: ({ kept }) => kept.title },
    late: ({ keptView }) => keptView,
  },
  "#claim": { needs: "checks", title: ({ claim }) => claim.title, view: claimPage },
  "#many": {
    ...{ needs: "core", takes: true, title: ({ title }) => title },
    ...{ script: "view-many", style: "grid.css" },
    load: () => import("./view-many.js"),
  },
  "#plan": {
    ...{ needs: "core", takes: true, title: ({ first }) => first.plan.title },
    ...{ script: "view-plan", style: "grid.css" },
    load: () => import("./view-plan.js"),
  },
};

/** The route of an address; nothing where there is no such view. */
export const routeOf = (hash: string): Route | undefined =>
  ROUTES[hash === "#" ? "" : hash] ?? undefined;
