// The first screen: one box for anything, and four doors.

import { boxView } from "./box.js";
import { h, type Kid } from "./dom.js";
import { icon } from "./icons.js";
import type { Kit } from "./kit.js";
import { DOORS } from "./pages.js";

export function firstPage(kit: Kit): HTMLElement {
  const { first, title } = kit.words;
  const door = (name: keyof typeof DOORS): Kid =>
    h(
      "li",
      {},
      h(
        "a",
        { href: DOORS[name], "data-key": `door-${name}` },
        h("strong", {}, first[name].title),
        h("span", {}, first[name].text),
        icon("open", "small") as Node,
      ),
    );
  return h(
    "main.wrap.narrow.start",
    { id: "main", tabindex: "-1" },
    h("h1", {}, title),
    boxView(kit, true),
    h("ul.doors", {}, door("steps"), door("error"), door("plan"), door("example")),
  );
}
