// What stands around: name, language and colors above, rules, version and privacy below.

import { fill } from "../lib/fill.js";
import { h, type Kid } from "./dom.js";
import { icon } from "./icons.js";
import type { Words } from "./kit.js";

export type Theme = "system" | "light" | "dark";

interface Head {
  words: Words;
  locale: string;
  /** Names of the languages by their tags. */
  languages: Record<string, string>;
  theme: Theme;
  /** The first screen’s address, where it is not shown. */
  home?: string | undefined;
  speak?: (locale: string) => void;
  look?: () => void;
}

export function headView(head: Head): HTMLElement {
  const { words, locale, languages, theme, home, speak, look } = head;
  const options = Object.entries(languages).map(([value, name]) =>
    h("option", { value, lang: value, selected: value === locale }, name),
  );
  const change = (event: Event) => speak?.((event.target as HTMLSelectElement).value);
  return h(
    "header.head",
    {},
    h(
      "div.wrap",
      {},
      home
        ? h("a.name", { href: home, "data-key": "home" }, "cpor-preflight")
        : h("span.name", {}, "cpor-preflight"),
      h(
        "span.sel.sel-h",
        {},
        h("select", { "aria-label": words.language, "data-key": "language", change }, options),
        icon("down", "small") as Node,
      ),
      h(
        "button.btn.btn-i",
        {
          type: "button",
          "aria-label": words.theme[theme],
          "data-key": "theme",
          click: () => look?.(),
        },
        icon("theme") as Node,
      ),
    ),
  );
}

/** In place of a view whose checks are on their way. */
export const loadingView = (words: Words): HTMLElement =>
  h(
    "main.wrap.narrow.start",
    { id: "main", tabindex: "-1" },
    h("p.quiet", { role: "status" }, words.loading),
  );

/** In place of a view whose checks did not come: why, and another try. */
export function failureView(words: Words, code: string, again: () => void): HTMLElement {
  const reasons: Record<string, string> = words.failures;
  return h(
    "main.wrap.narrow.start",
    { id: "main", tabindex: "-1" },
    h("h1", {}, words.failed),
    h("p", { role: "alert" }, `${reasons[code] ?? words.failures.internal} ${words.stillHere}`),
    h(
      "div.btns.after",
      {},
      h(
        "button.btn.btn-1",
        { type: "button", "data-key": "retry", click: () => again() },
        words.retry,
      ),
    ),
  );
}

interface Foot {
  words: Words;
  /** The months of the rule sets' texts by their IDs. */
  rules: Record<string, string>;
  ruleset: string;
  version: string;
  /** Where this version is from, and whether it works without a network. */
  whence: keyof Words["foot"]["version"];
  /** Is anything kept in this browser? */
  hasKept?: boolean;
  /** The page for portals, where there is one. */
  portals: string | undefined;
  /** The rule set’s text at Microsoft. */
  source: string;
  judgeBy?: (ruleset: string) => void;
}

export function footView({
  words,
  rules,
  ruleset,
  version,
  whence,
  hasKept,
  portals,
  source,
  judgeBy,
}: Foot): HTMLElement {
  const { foot } = words;
  const options = Object.entries(rules).map(([value, month]) =>
    h("option", { value, selected: value === ruleset }, month),
  );
  const change = (event: Event) => judgeBy?.((event.target as HTMLSelectElement).value);
  const select: Kid = h("select", { id: "rules", "data-key": "rules", change }, options);
  return h(
    "footer.foot",
    {},
    h(
      "div.wrap",
      {},
      h(
        "p",
        {},
        h(
          "span.nb",
          {},
          h("label", { for: "rules" }, foot.rules),
          " ",
          h("span.sel.sel-in", {}, select, icon("down", "small") as Node),
        ),
        h("span.nb", {}, fill(foot.version[whence], { version })),
      ),
      h(
        "div.links",
        {},
        h("span", {}, foot.decides),
        h("details.privacy", {}, h("summary", {}, foot.privacy), h("p", {}, foot.privacyText)),
        hasKept && h("a", { href: "#kept", "data-key": "foot-kept" }, words.keep.all),
        portals && h("a", { href: portals }, foot.portals),
        h("a", { href: source, rel: "external" }, foot.source),
      ),
    ),
  );
}
