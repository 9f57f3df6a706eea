import { differencesOf } from "../lib/differences.ts";
import { h, pageLinks } from "./dom.js";

/**
 * The rule set in use, and what changed between the first and the last one. `describe(id)` is the
 * library's, `ids` are those of all rule sets, `dates` formats a day.
 */
export function drawRulesets({ describe, ids, id, words, dates }) {
  const { ruleset, labels } = describe(id);
  const [from, to] = [ids[0], ids[ids.length - 1]].map(describe);
  const differences = differencesOf(from, to);
  const parts = Object.entries(to.labels.changes.parts)
    .map(([part, name]) => [name, differences.filter((one) => one.part === part)])
    .filter(([, changed]) => changed.length > 0);
  return [
    h("p", ruleset.changes),
    h("p.links", pageLinks(ruleset.links, words)),
    ruleset.laterFacts.length > 0 && [
      h("h2", words.later),
      h("ul.notes", ruleset.laterFacts.map(laterFact)),
    ],
    h("h2", words.notChecked),
    h(
      "ul.notes",
      Object.values(labels.notChecked).map((text) => h("li", text)),
    ),
    h("h2", words.changed),
    parts.map(([name, changed]) => [h("h3", name), h("ul.notes.changes", changed.map(difference))]),
    h("h2", words.disagree),
    h("ul.notes", ruleset.contradictions.map(disagreement)),
    h("h2", words.statuses),
    h("ul.notes", ruleset.statuses.map(status)),
    h("p.hint", place(ruleset.statusesSource)),
  ]
    .flat(Infinity)
    .filter(Boolean);

  function difference({ id: about, part, text, before, after }) {
    const shown = (value) => {
      if (value === null) return words.nothing;
      return part === "source" && about === "date" ? day(value) : String(value);
    };
    return h(
      "li",
      h("strong", text),
      h("div", `${from.ruleset.id}: `, shown(before)),
      h("div", `${to.ruleset.id}: `, shown(after)),
    );
  }

  function disagreement({ text, values }) {
    const items = values.map((value) => h("li", value.text, " ", place(value.source)));
    return h("li", h("strong", text), h("ul.notes", items));
  }

  function laterFact({ text, source }) {
    return h("li", text, " ", place(source));
  }

  function status({ label, meaning }) {
    return h("li", h("strong", { lang: "en" }, label), ": ", meaning);
  }

  /** Titles and headings of the source are in the source's language. */
  function place({ title, section, date, url }) {
    const heading = section ? `${title}: ${section}` : title;
    return h(
      "a",
      { href: url, rel: "external" },
      h("span", { lang: "en" }, heading),
      `, ${day(date)}`,
    );
  }

  function day(date) {
    return dates.format(new Date(date));
  }
}
