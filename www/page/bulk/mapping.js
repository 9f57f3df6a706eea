import { fill, h, uid } from "../dom.js";
import { remember } from "./memory.js";

const SAMPLES = 3;
const LONGEST_SAMPLE = 60;

/**
 * How a file is laid out, and which column is which field, before it is checked. The answer:
 * `node`, and `update(work)`.
 */
export function mountMapping({ words, fields, required, dateLocale }) {
  const id = uid();
  const title = h("h2", { tabindex: "-1" }, words.title);
  const facts = h("dl.facts-list");
  const table = h("div");
  const notes = h("div.notes-list");
  const keep = h("input", { type: "checkbox", id, change: () => rememberOrForget() });
  const node = h(
    "section.card.layout",
    title,
    facts,
    table,
    notes,
    h("p.check-line", keep, h("label", { for: id }, words.remember)),
    h("p.hint", words.rememberHint),
  );
  let work;
  let drawn;
  return { node, update, focus: () => title.focus() };

  function update(now) {
    work = now;
    if (!work.layout || drawn === work.layout) return drawNotes();
    drawn = work.layout;
    keep.checked = work.isRecalled;
    drawFacts();
    drawTable();
    drawNotes();
  }

  function drawFacts() {
    const { delimiter, headerRow } = work.layout;
    const lines = [
      [words.size, sizeText(work.size)],
      [words.delimiter, words.delimiters[delimiter] ?? delimiter],
      [words.encoding, words.encodings[work.encoding]],
      headerRow > 0 && [words.titles, headerRow],
    ].filter(Boolean);
    facts.replaceChildren(...lines.map(([name, text]) => h("div", h("dt", name), h("dd", text))));
  }

  function sizeText(bytes) {
    const [unit, one] = bytes < 1e6 ? ["kilobyte", 1e3] : ["megabyte", 1e6];
    const style = { style: "unit", unit, maximumFractionDigits: 1 };
    return new Intl.NumberFormat(dateLocale, style).format(bytes / one);
  }

  function drawTable() {
    const { columns, preview } = work.layout;
    const rows = columns.map(({ name }, column) => {
      const label = nameOf(name, column);
      const samples = preview
        .map((row) => row[column]?.trim())
        .filter(Boolean)
        .slice(0, SAMPLES)
        .map((text) =>
          text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)} …` : text,
        );
      return h(
        "tr",
        h("th", { scope: "row" }, h("bdi", label)),
        h("td", choice(column, label)),
        h(
          "td.samples",
          samples.map((text) => h("bdi", text)),
        ),
      );
    });
    table.replaceChildren(
      h(
        "table.mapping",
        h("caption.hide", words.caption),
        h(
          "thead",
          h(
            "tr",
            [words.column, words.field, words.samples].map((text) =>
              h("th", { scope: "col" }, text),
            ),
          ),
        ),
        h("tbody", rows),
      ),
    );
  }

  function choice(column, label) {
    const select = h(
      "select",
      {
        "aria-label": fill(words.fieldOf, { column: label }),
        "data-column": String(column),
        change: () => {
          work.choose(column, select.value || null);
          if (keep.checked) rememberOrForget();
        },
      },
      h("option", { value: "" }, words.none),
      fields.map(({ name, label: text }) => h("option", { value: name }, text)),
    );
    return select;
  }

  function drawNotes() {
    if (!work?.layout) return;
    for (const select of table.querySelectorAll("select")) {
      select.value = work.columns[select.dataset.column] ?? "";
    }
    const { columns } = work.layout;
    const unmapped = columns.flatMap(({ name }, column) =>
      work.columns[column] ? [] : [nameOf(name, column)],
    );
    const missing = fields.filter(({ name }) => !work.columns.includes(name));
    notes.replaceChildren(
      ...[
        work.isRecalled && h("p", words.recalled),
        unmapped.length > 0 &&
          named(
            words.unmapped,
            unmapped.map((name) => h("bdi", name)),
          ),
        missing.length > 0 &&
          named(
            words.missing,
            missing.map(({ name, label }) =>
              required.includes(name) ? [label, h("small", ` (${words.needed})`)] : label,
            ),
          ),
        !work.canRun && h("p.problem", { role: "alert" }, words.noColumns),
      ].filter(Boolean),
    );
  }

  function named(title, things) {
    return h(
      "div",
      h("p", title),
      h(
        "ul.chips",
        things.map((thing) => h("li", thing)),
      ),
    );
  }

  function nameOf(name, column) {
    return name.trim() || fill(words.unnamed, { n: column + 1 });
  }

  function rememberOrForget() {
    remember(work.layout.columns, keep.checked ? work.columns : undefined);
  }
}
