// Where the page is: on a server. It can ask Microsoft whose a domain is, and may be stored.
// In the file that opens from disk, place-alone.js takes this one's place.

import { h } from "./dom.js";

export const lookUp = {};
export const isServed = true;

/** Loads a style sheet that was not needed at once, unless it is there. */
export function loadStyle(name) {
  const href = new URL(`../built/${name}.css`, import.meta.url).href;
  sheets[name] ??= new Promise((done, fail) => {
    const link = h("link", { rel: "stylesheet", href, load: done, error: fail });
    document.head.append(link);
  }).catch((error) => {
    sheets[name] = undefined;
    throw error;
  });
  return sheets[name];
}
const sheets = {};
