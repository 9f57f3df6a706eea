// The elements as hosts of the form's views.

import type { Host } from "../form/kit.js";
import { REGISTRY } from "../lib/registry.js";
import { engine } from "../lib/shared.js";
import type { Shown } from "./types.js";

type Own = Pick<Host, "store" | "place" | "signal" | "say"> & Partial<Host>;

/** What every element gives; `own` is what one of them has beside or instead. */
export function hostOf(context: Shown, own: Own): Host {
  const { words, locale, dateLocale, library } = context;
  const nothing = () => {};
  const common = {
    ...{ words, locale, dateLocale, library },
    rulesets: REGISTRY.rulesets.map(({ id, page: { date } }) => ({ id, date })),
    products: () => undefined,
    needsCore: () => engine.load("core"),
    needsLocale: (tag: string) => engine.loadLocale(tag),
    ...{ go: nothing, redraw: nothing, tell: nothing },
    ...{ judgeBy: nothing, onPut: nothing, onPutFailed: nothing, onRead: nothing },
    pages: {},
    lookUpHost: "login.microsoftonline.com",
    get described() {
      return context.describe();
    },
  };
  // Some of it is found out when it is asked for.
  return Object.create(common, Object.getOwnPropertyDescriptors(own)) as Host;
}

/** Unfolds all that is folded, for paper; the answer folds it again. */
export function unfolded(root: Element): () => void {
  const folded = [...root.querySelectorAll("details")].filter(({ open }) => !open);
  for (const details of folded) details.open = true;
  return () => {
    for (const details of folded) details.open = false;
  };
}

/** Unfolds what is in a root while it is printed. */
export function printable(root: Element, signal: AbortSignal): void {
  let fold: (() => void) | undefined;
  const before = () => {
    fold = unfolded(root);
  };
  addEventListener("beforeprint", before, { signal });
  addEventListener("afterprint", () => fold?.(), { signal });
}
