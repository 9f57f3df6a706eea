// Where the page is: on a server. It can ask Microsoft whose a domain is, and may be stored.
// In the file that opens from disk, place-file.js takes this one's place.

import { h } from "./dom.js";

export const lookUp = {};
export const isServed = true;

/** How the scripts of workers are found and run. */
export const scriptOf = ({ href }) => href;
export const scriptType = "module";

/** Loads the style sheet that is not needed at once, unless it is there. */
export function loadStyle() {
  const { href } = new URL("./late.css", import.meta.url);
  const before = [...document.querySelectorAll("link")].find((link) => link.href === href);
  if (before?.sheet) return undefined;
  const link = before ?? h("link", { rel: "stylesheet", href });
  return new Promise((done, fail) => {
    link.addEventListener("load", done);
    link.addEventListener("error", () => {
      link.remove();
      fail(new Error("a style sheet did not load"));
    });
    if (!before) document.head.append(link);
  });
}
