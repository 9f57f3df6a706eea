// The views of the page by what stands behind `#` in its address.

import type { Kid } from "../form/dom.js";
import { firstPage } from "../form/first.js";
import type { Kit, Words } from "../form/kit.js";
import { claimPage } from "./claim-page.js";

export type View = (kit: Kit) => Kid;

export interface Route {
  /** What the view cannot do without: the page’s words alone, the check of a claim, or all that reads and advises. */
  needs: "words" | "checks" | "core";
  /** Does what is put in leave the person here? Elsewhere, it opens the claim. */
  takes?: boolean;
  /** Of the browser’s tab, where the view does not say it. */
  title: (words: Words) => string;
  /** A view that is there from the start, */
  view?: View;
  /** or the script that has it, and how it is imported. */
  script?: string;
  load?: () => Promise<View>;
}

/** Each script that `load` imports exports a `view`, and has a file of its own name on the site: see scripts/pages.mjs. */
export const ROUTES: Readonly<Record<string, Route>> = {
  "": { needs: "words", title: ({ title }) => title, view: firstPage },
  "#error": {
    ...{ needs: "core", title: ({ error }) => error.title, script: "view-error" },
    load: () => import("./view-error.js").then(({ view }) => view),
  },
  "#guides": {
    ...{ needs: "core", title: ({ guides }) => guides.title, script: "view-guides" },
    load: () => import("./view-guides.js").then(({ view }) => view),
  },
  "#kept": {
    ...{ needs: "checks", title: ({ kept }) => kept.title, script: "view-kept" },
    load: () => import("./view-kept.js").then(({ view }) => view),
  },
  "#claim": { needs: "checks", title: ({ claim }) => claim.title, view: claimPage },
  "#many": {
    ...{ needs: "core", takes: true, title: ({ title }) => title, script: "view-many" },
    load: () => import("./view-many.js").then(({ view }) => view),
  },
  "#plan": {
    ...{ needs: "core", takes: true, title: ({ first }) => first.plan.title, script: "view-plan" },
    load: () => import("./view-plan.js").then(({ view }) => view),
  },
};

/** The route of an address; nothing where there is no such view. */
export const routeOf = (hash: string): Route | undefined =>
  ROUTES[hash === "#" ? "" : hash] ?? undefined;
