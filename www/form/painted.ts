// What is painted before any script: the first screen in the first language, as HTML.

import type { Locale } from "../generated/lists.js";
import { LANGUAGE_NAMES, RULESET_MONTHS } from "../generated/names.js";
import { REGISTRY } from "../lib/registry.js";
import { h } from "./dom.js";
import { firstPage } from "./first.js";
import { footView, headView } from "./frame.js";
import { type Host, Kit, type Words } from "./kit.js";

/** The body of the page. */
export function painted(words: Words, locale: Locale, version: string): string {
  const kit = new Kit({ words } as Host);
  const newest = REGISTRY.rulesets.at(-1);
  const parts = [
    h("a.skip", { href: "#main" }, words.skip),
    headView({ words, locale, languages: LANGUAGE_NAMES, theme: "system" }),
    h("div.notices", { id: "notices" }),
    h("div.page", { id: "page" }, firstPage(kit)),
    footView({
      ...{ words, version, portals: "embed.html", whence: "plain" },
      rules: RULESET_MONTHS[locale],
      ruleset: newest?.id ?? "",
      source: newest?.page.url ?? "",
    }),
    h("p.vh", { id: "live", "aria-live": "polite" }),
  ];
  return parts.map(String).join("\n");
}
