// Which column of the file is which field, and what is worth knowing of the file.

import type { Rows } from "../batch/rows.js";
import { filler, h, type Kid, say, show } from "../form/dom.js";
import { icon } from "../form/icons.js";
import type { Kit } from "../form/kit.js";
import type { Field } from "../generated/lists.js";
import { FIELDS } from "../generated/names.js";
import { fill } from "../lib/fill.js";
import { engine } from "../lib/shared.js";
import type { ManyWords } from "./many-kit.js";
import { counted } from "./words.js";

const SAMPLES = 3;
const LONGEST_SAMPLE = 40;

export function columnsView(kit: Kit, rows: Rows, words: ManyWords) {
  const label = h("span");
  const list = h("div.in-fold");
  const drawList = filler(list);
  const node = h(
    "details.fold.is-note",
    { "data-fold": "columns" },
    h("summary", {}, icon("file") as Node, label, icon("open", "small") as Node),
    list,
  ) as HTMLDetailsElement;
  let shown: object | undefined;
  return { node, draw };

  function draw(): void {
    const { table } = rows;
    show(node, Boolean(table));
    if (!table) return;
    const read = table.columns.filter(Boolean).length;
    say(label, fill(words.columns.title, { n: read, all: table.columns.length }));
    // A file of which nothing is known asks at once.
    if (shown !== table && !read) node.open = true;
    shown = table;
    drawList([table.layout, table.columns], () => [
      read ? null : h("p", { role: "alert" }, words.columns.needed),
      mapping(table.columns),
    ]);
  }

  function mapping(columns: readonly (Field | null)[]): Kid {
    const { layout } = rows.table as NonNullable<Rows["table"]>;
    const head = [words.columns.column, words.columns.field, words.columns.samples];
    return h(
      "table.mapping",
      {},
      h("caption.vh", {}, words.columns.caption),
      h("thead", {}, h("tr", {}, ...head.map((text) => h("th", { scope: "col" }, text)))),
      h(
        "tbody",
        {},
        columns.map((field, column) => {
          const name =
            layout.columns[column]?.name.trim() || fill(words.columns.unnamed, { n: column + 1 });
          const samples = layout.preview
            .map((row) => row[column]?.trim() ?? "")
            .filter(Boolean)
            .slice(0, SAMPLES)
            .map((text) =>
              text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)}…` : text,
            );
          return h(
            "tr",
            {},
            h("th", { scope: "row" }, h("bdi", {}, name)),
            h("td", {}, choice(column, field, name)),
            h(
              "td.samples",
              {},
              samples.map((text) => h("bdi", {}, text)),
            ),
          );
        }),
      ),
    );
  }

  function choice(column: number, field: Field | null, name: string): Kid {
    const select = h(
      "select",
      {
        "aria-label": fill(words.columns.of, { column: name }),
        "data-key": `column-${column}`,
        change: () => rows.choose(column, (select.value || null) as Field | null),
      },
      h("option", { value: "" }, words.columns.none),
      FIELDS.map((one) => h("option", { value: one }, kit.label(one))),
    ) as HTMLSelectElement;
    select.value = field ?? "";
    return h("div.sel.sel-f", {}, select, icon("down", "small") as Node);
  }
}

/** What is worth knowing of the file. */
export function problemsView(kit: Kit, rows: Rows, words: ManyWords) {
  const label = h("span");
  const list = h("ul.in-fold");
  const drawList = filler(list);
  const node = h(
    "details.fold.is-note",
    { "data-fold": "problems" },
    h("summary", {}, icon("note") as Node, label, icon("open", "small") as Node),
    list,
  );
  return { node, draw };

  function draw(): void {
    const problems = rows.sums?.problems ?? [];
    show(node, problems.length > 0);
    say(label, counted(kit, words.problems.title, problems.length));
    drawList([rows.table?.layout, problems], () =>
      engine.many.problems(problems, { locale: kit.host.locale }).map(({ row, text }) => {
        const number = row === undefined ? undefined : rows.table?.number(row);
        const where = number === undefined ? "" : `${fill(words.grid.rowOf, { row: number })}: `;
        return h("li", {}, `${where}${text}`);
      }),
    );
  }
}
