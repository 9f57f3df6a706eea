// Claims as a grid, of which only what can be seen is in the document. Arrow keys move from cell to cell.

import type { JudgedRow } from "../batch/judging.js";
import type { Rows } from "../batch/rows.js";
import { attribute, filler, h, type Kid, say } from "../form/dom.js";
import { icon } from "../form/icons.js";
import type { Kit, Look } from "../form/kit.js";
import { LOOK_ICONS } from "../form/verdict.js";
import type { Field } from "../generated/lists.js";
import { openEditor } from "./editor.js";
import type { ManyWords } from "./many-kit.js";
import { cellText, LOOK_OF, todoText } from "./words.js";

/** Rows drawn beyond what can be seen, above and below. */
const MARGIN = 6;
const MOST_ROWS = 90;
/** Browsers cannot scroll a taller box. */
const TALLEST = 8_000_000;
const MONO: readonly Field[] = ["customerTenantId", "subscriptionId", "ownTenantId", "partnerId"];
const WIDTHS: Partial<Record<Field, number>> = {
  product: 1.6,
  activity: 1.2,
  partnerId: 0.7,
  purchaseChannel: 0.9,
};
/** The first cell is the row's number, the second what is to be done. */
const TODO_COLUMN = 1;
const FIELDS = 2;

export interface GridParts {
  kit: Kit;
  rows: Rows;
  words: ManyWords;
  /** The rows in the order in which they are shown. */
  order: () => readonly number[];
  fields: () => readonly Field[];
  /** Opens a row as a claim; shows another row. */
  openClaim: (row: number) => void;
  show: (row: number) => void;
}

interface DrawnRow {
  row: number;
  node: HTMLElement;
  cells: HTMLElement[];
  update(): void;
}

export interface GridView {
  node: HTMLElement;
  /** Draws what has changed. */
  draw(): void;
  /** Begins anew, with other rows or columns. */
  begin(): void;
  /** Goes to the cell of a row. */
  go(row: number, field?: Field): void;
}

export function gridView(parts: GridParts): GridView {
  const { kit, rows, words } = parts;
  const { signal } = kit.host;
  const head = h("div.grid-row.grid-top", { role: "row" });
  const body = h("div.grid-body", { role: "rowgroup" });
  const node = h(
    "div.grid",
    { role: "grid", "aria-label": words.grid.label, keydown, click },
    h("div.grid-head", { role: "rowgroup" }, head),
    body,
  );
  const drawn = new Map<number, DrawnRow>();
  let order: readonly number[] = [];
  let fields: readonly Field[] = [];
  /** The cell that the Tab key leads to, by its place and column. */
  let active: [place: number, column: number] = [0, TODO_COLUMN];
  /** Of a row, in pixels; measured when the window has another size. */
  let height = 0;
  addEventListener("scroll", paint, { passive: true, signal });
  addEventListener("resize", resized, { signal });
  return { node, draw, begin, go: goToRow };

  function begin(): void {
    order = parts.order();
    fields = parts.fields();
    clear();
    height = 0;
    head.replaceChildren(
      ...[words.grid.row, words.grid.todo, ...fields.map((field) => kit.label(field))].map(
        (text, column) =>
          h("span", { role: "columnheader", "aria-colindex": String(column + 1) }, text),
      ),
    );
    node.style.setProperty("--fields", String(fields.length));
    const widths = fields.map((field) => `minmax(5.5rem, ${WIDTHS[field] ?? 1}fr)`);
    node.style.setProperty("--columns", ["3.25rem minmax(11rem, 1.6fr)", ...widths].join(" "));
    node.dataset.fields = fields.length > 8 ? "many" : "few";
    active = nearest(...active);
    draw();
  }

  function clear(): void {
    for (const { node: one } of drawn.values()) one.remove();
    drawn.clear();
  }

  function draw(): void {
    const { table } = rows;
    if (!table) return;
    attribute(node, "aria-rowcount", String(table.number(rows.length)));
    attribute(node, "aria-colcount", String(FIELDS + fields.length));
    attribute(head, "aria-rowindex", String(table.number(0)));
    attribute(node, "aria-busy", rows.isBusy && "true");
    paint();
    for (const one of drawn.values()) one.update();
  }

  /* What is in the document */

  function resized(): void {
    height = 0;
    paint();
  }

  /** All that is measured is measured first: each time later would make the browser lay it out anew. */
  function paint(): void {
    if (!node.isConnected) return;
    if (!height) measure();
    const all = order.length * height;
    const tall = Math.min(all, TALLEST);
    const top = Math.max(0, Math.min(-body.getBoundingClientRect().top, tall));
    const first = Math.max(0, Math.floor(placeAt(top)) - MARGIN);
    const seen = Math.ceil(innerHeight / height) + 2 * MARGIN;
    const last = Math.min(order.length, first + Math.min(seen, MOST_ROWS));
    body.style.blockSize = `${tall}px`;
    for (const [place, one] of drawn) {
      // Where the focus is stays in the document.
      const isKept = one.node.contains(document.activeElement) && order[place] === one.row;
      if ((place >= first && place < last && order[place] === one.row) || isKept) continue;
      one.node.remove();
      drawn.delete(place);
    }
    for (let place = first; place < last; place += 1) if (!drawn.has(place)) add(place);
    const from = placeAt(top);
    for (const [place, { node: one }] of drawn) {
      const at = tall < all ? top + (place - from) * height : place * height;
      one.style.insetBlockStart = `${at}px`;
    }
    rove();
  }

  /** The place at so many pixels of the body. */
  function placeAt(top: number): number {
    const all = order.length * height;
    if (all <= TALLEST) return top / height;
    const seen = innerHeight / height;
    return Math.min(1, top / (TALLEST - innerHeight)) * (order.length - seen);
  }

  /** All rows are as tall as the style sheet makes an empty one. */
  function measure(): void {
    const row = h("div.grid-row");
    body.append(row);
    height = row.offsetHeight || 1;
    row.remove();
  }

  function add(place: number): void {
    const one = rowView(order[place] as number);
    drawn.set(place, one);
    one.node.dataset.place = String(place);
    // In their order, for those who read the document and do not see it.
    const next = [...drawn.keys()].filter((other) => other > place).sort((a, b) => a - b)[0];
    body.insertBefore(one.node, next === undefined ? null : (drawn.get(next)?.node ?? null));
    one.update();
  }

  function rowView(row: number): DrawnRow {
    const number = String(rows.table?.number(row) ?? row);
    const mark = h("span.mark");
    const title = h("span.text");
    const todo = cell("gridcell", TODO_COLUMN, [mark, title]);
    const texts = fields.map(() => h("span.text"));
    const cells = [
      cell("rowheader", 0, [h("span.label", { "aria-hidden": "true" }, words.grid.row), number]),
      todo,
      ...fields.map((field, at) =>
        cell("gridcell", FIELDS + at, [
          h("span.label", { "aria-hidden": "true" }, kit.label(field)),
          texts[at] as HTMLElement,
        ]),
      ),
    ];
    const one = h("div.grid-row", { role: "row", "aria-rowindex": number }, ...cells);
    const drawMark = filler(mark);
    return { row, node: one, cells, update };

    function update(): void {
      const judged = rows.judged(row);
      const look = LOOK_OF[judged.todo.state];
      drawMark(look, () => icon(LOOK_ICONS[look], "small") as Node);
      attribute(todo, "class", `cell todo is-${look}`);
      say(title, todoText(kit, words, judged.todo, true));
      const marks = marksOf(judged);
      fields.forEach((field, at) => {
        const own = cells[FIELDS + at] as HTMLElement;
        const text = texts[at] as HTMLElement;
        const content = rows.text(row, field);
        say(text, cellText(kit, judged.claim, field, content));
        const mono = MONO.includes(field) ? " mono" : "";
        const marked = marks.get(field);
        attribute(own, "class", `cell${mono}${marked ? ` bad is-${marked}` : ""}`);
        attribute(own, "aria-invalid", marked === "block" && "true");
      });
    }
  }

  function cell(role: string, column: number, kids: Kid[]): HTMLElement {
    return h(
      column ? "div.cell" : "div.cell.no",
      { role, "aria-colindex": String(column + 1) },
      ...kids,
    );
  }

  /* Where the person is */

  function rove(): void {
    const [place, column] = active;
    for (const [at, { cells }] of drawn)
      cells.forEach((one, other) => {
        if (other) one.tabIndex = at === place && other === column ? 0 : -1;
      });
    // Without its row in sight, the first one that is leads into the grid.
    const first = drawn.get(Math.min(...drawn.keys()));
    if (!drawn.has(place) && first) (first.cells[TODO_COLUMN] as HTMLElement).tabIndex = 0;
  }

  function cellAt([place, column]: [number, number]): HTMLElement | undefined {
    return drawn.get(place)?.cells[column];
  }

  function goToRow(row: number, field?: Field): void {
    const place = order.indexOf(row);
    if (place < 0) return;
    const at = field ? fields.indexOf(field) : -1;
    go(place, at < 0 ? TODO_COLUMN : FIELDS + at);
  }

  /** Goes to a cell, and shows it. */
  function go(place: number, column: number): void {
    active = nearest(place, column);
    if (!drawn.has(active[0])) scrollToPlace(active[0]);
    paint();
    const target = cellAt(active);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** The cell that there is. */
  function nearest(place: number, column: number): [place: number, column: number] {
    const end = FIELDS + fields.length - 1;
    return [
      Math.max(0, Math.min(place, order.length - 1)),
      Math.max(TODO_COLUMN, Math.min(column, end)),
    ];
  }

  function scrollToPlace(place: number): void {
    const top = body.getBoundingClientRect().top + scrollY;
    const all = order.length * height;
    const share = place / Math.max(1, order.length - innerHeight / height);
    const at = all <= TALLEST ? place * height : Math.min(1, share) * (TALLEST - innerHeight);
    scrollTo({ top: top + at - innerHeight / 2, behavior: "instant" });
  }

  function keydown(event: KeyboardEvent): void {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (altKey) return;
    const isCommand = ctrlKey || metaKey;
    const [place, column] = active;
    const side = getComputedStyle(node).direction === "rtl" ? -1 : 1;
    const page = Math.max(1, Math.floor(innerHeight / height) - 3);
    const last = FIELDS + fields.length - 1;
    const moves: Record<string, [number, number]> = {
      ArrowDown: [isCommand ? order.length - 1 : place + 1, column],
      ArrowUp: [isCommand ? 0 : place - 1, column],
      ArrowRight: [place, column + side],
      ArrowLeft: [place, column - side],
      PageDown: [place + page, column],
      PageUp: [place - page, column],
      Home: [isCommand ? 0 : place, TODO_COLUMN],
      End: [isCommand ? order.length - 1 : place, last],
    };
    const to = moves[key];
    const isText = key.length === 1 && !isCommand && key !== " ";
    if (to) go(...to);
    else if (key === "Enter" || key === "F2" || key === " ") open();
    else if (key === "Delete" || key === "Backspace") empty();
    else if (isCommand && key === "z") rows.undo();
    else if (isText && column >= FIELDS) open(key);
    else return;
    event.preventDefault();
  }

  function empty(): void {
    const [place, column] = active;
    const field = fields[column - FIELDS];
    if (field) rows.edit([[order[place] as number, { [field]: "" }]]);
  }

  function click(event: Event): void {
    const at = placeOf(event);
    if (!at) return;
    const isSame = at[0] === active[0] && at[1] === active[1];
    go(...at);
    const judged = rows.judged(order[at[0]] as number);
    const field = fields[at[1] - FIELDS];
    // What has something to be said about it says it at once; any other cell is edited by a second press.
    if (at[1] === TODO_COLUMN || (field && marksOf(judged).has(field)) || isSame) open();
  }

  function placeOf({ target }: Event): [number, number] | undefined {
    const element = target as Element;
    const own = element.closest(".cell");
    if (!own || element.closest(".cell-edit")) return undefined;
    const { place } = (own.parentElement as HTMLElement).dataset;
    const column = Number(own.getAttribute("aria-colindex")) - 1;
    return [Number(place), Math.max(TODO_COLUMN, column)];
  }

  /** Edits the cell where the person is. `typed`: what begins its text anew. */
  function open(typed?: string): void {
    const [place, column] = active;
    const at = cellAt(active);
    const row = order[place];
    if (!at || row === undefined || (!rows.canEdit && column !== TODO_COLUMN)) return;
    const isOver = column > FIELDS + fields.length / 2;
    openEditor({
      ...parts,
      row,
      field: fields[column - FIELDS],
      cell: at,
      isAtEnd: isOver,
      typed,
      go: (field) => goToRow(row, field),
      open: () => open(),
      close: (next) => {
        if (next === "below") go(place + 1, column);
        else if (next === "here") go(place, column);
      },
    });
  }

  function marksOf({ told }: JudgedRow): Map<Field, Look> {
    const marks = new Map<Field, Look>();
    const blocks = ({ severity }: JudgedRow["told"][number]) => severity === "blocks";
    const settles = told.filter(({ severity, kind }) => severity === "warns" && kind === "field");
    for (const { severity, fields: named } of [...told.filter(blocks), ...settles]) {
      for (const field of named)
        if (!marks.has(field)) marks.set(field, severity === "blocks" ? "block" : "settle");
    }
    return marks;
  }
}
