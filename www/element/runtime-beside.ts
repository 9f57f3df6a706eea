// What an element shows, where it is not in the script that defines the elements: it lies in files beside that script,
// and all of them are asked for at once.

import { FILES } from "../generated/files-beside.js";
import { negotiateLocale } from "../lib/locales.js";
import type { Content, CporElement } from "./base.js";
import { partOf, type Tag } from "./parts.js";

const HERE = import.meta.url;

/** Loads what an element needs, and fills its box: see runtime.ts. */
export async function start(tag: Tag, element: CporElement): Promise<Content> {
  const { always, later, words } = FILES;
  const part = partOf(tag, element);
  const locale = negotiateLocale(element.wantedLocales);
  preload(element, [...always, ...FILES[tag], ...FILES[part], ...words[part][locale]]);
  const runtime = await import("./runtime.js");
  const content = await runtime.start(tag, element);
  if (tag === "cpor-claim-form") preload(element, later);
  return content;
}

function preload({ ownerDocument }: CporElement, names: readonly string[]): void {
  // In a bundle, files have other names, and the bundler asks for them.
  if (!/^https?:.*\/define\.js($|\?)/.test(HERE)) return;
  for (const name of names) {
    const { href } = new URL(name, HERE);
    if (name.endsWith(".js")) preloadScript(href);
    else preloadWasm(ownerDocument, href);
  }
}

/** As an import: policies with a nonce allow no link. What fails here is told where it is needed. */
function preloadScript(href: string): void {
  import(href).catch(() => {});
}

function preloadWasm({ head }: Document, href: string): void {
  // The first element says which: whoever has the core needs no check beside it.
  if (head.querySelector('link[rel="preload"][href$="_bg.wasm"]')) return;
  const link = document.createElement("link");
  head.append(Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "", href }));
}
