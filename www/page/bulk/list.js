import { h, uid } from "../dom.js";

/** Rows drawn beyond what can be seen, above and below. */
const MARGIN = 4;
const MOST_ROWS = 60;
/** Browsers cannot scroll a taller box. */
const TALLEST = 8_000_000;

/**
 * A list of any length, of which only what can be seen is in the document.
 *
 * - `label`, `headings`: its name, and those of its columns
 * - `draw(place)`: the cells of a row, as nodes; `open(place)`: the row was chosen
 *
 * The answer: `node`, `update(length)` after the list has changed (with `anew`, also what is drawn),
 * `go(place)` to a row, `focus()`.
 */
export function mountList({ label, headings, draw, open }) {
  const id = uid();
  const head = h(
    "div.list-head",
    { role: "row", "aria-rowindex": 1 },
    headings.map((heading) => h("span", { role: "columnheader" }, heading)),
  );
  const body = h("div.list-body", { role: "rowgroup" });
  const node = h(
    "div.list",
    {
      ...{ role: "grid", tabindex: "0", "aria-label": label, "aria-readonly": "true" },
      "aria-colcount": headings.length,
      ...{ keydown, scroll: paint, click },
    },
    h("div.list-top", { role: "rowgroup" }, head),
    body,
  );
  const rows = new Map();
  let length = 0;
  let active = 0;
  let height = 0;
  /** Where the list was sent; scrolling alone is too coarse where it is very long. */
  let sent;
  new ResizeObserver(() => {
    height = 0;
    paint();
  }).observe(node);
  return { node, update, go, focus: () => node.focus({ preventScroll: true }) };

  function update(now, { anew } = {}) {
    length = now;
    active = Math.max(0, Math.min(active, length - 1));
    node.setAttribute("aria-rowcount", length + 1);
    if (anew) {
      sent = undefined;
      clear();
    }
    paint();
  }

  function clear() {
    for (const row of rows.values()) row.remove();
    rows.clear();
  }

  function paint() {
    if (!node.isConnected) return;
    height ||= measured();
    const seen = Math.max(1, (node.clientHeight - head.offsetHeight) / height);
    const whole = Math.min(length * height, TALLEST);
    body.style.blockSize = `${whole}px`;
    const way = Math.max(0, whole - seen * height);
    if (sent && Math.abs(node.scrollTop - sent.top) > 1) sent = undefined;
    const share = way ? Math.min(1, node.scrollTop / way) : 0;
    const exact = sent?.first ?? share * Math.max(0, length - seen);
    const first = Math.max(0, Math.floor(exact) - MARGIN);
    const last = Math.min(length, Math.ceil(exact + seen) + MARGIN, first + MOST_ROWS - 2);
    for (const [place, row] of rows) {
      if (place >= first && place < last) continue;
      row.remove();
      rows.delete(place);
    }
    for (let place = first; place < last; place += 1) {
      const row = rows.get(place) ?? added(place);
      row.style.insetBlockStart = `${node.scrollTop + (place - exact) * height}px`;
      row.ariaSelected = String(place === active);
    }
    const current = rows.get(active);
    if (current) node.setAttribute("aria-activedescendant", current.id);
    else node.removeAttribute("aria-activedescendant");
  }

  function added(place) {
    const cells = draw(place).map((cell) => h("span", { role: "gridcell" }, cell));
    const row = h("div.list-row", { role: "row", id: `${id}-${place}` }, cells);
    row.setAttribute("aria-rowindex", place + 2);
    row.dataset.place = place;
    rows.set(place, row);
    // In their order, for those who read the document and do not see it.
    const next = [...rows.keys()].filter((other) => other > place).sort((a, b) => a - b)[0];
    body.insertBefore(row, rows.get(next) ?? null);
    return row;
  }

  /** All rows are as tall as the style sheet makes an empty one. */
  function measured() {
    const row = h("div.list-row");
    body.append(row);
    const { offsetHeight } = row;
    row.remove();
    return offsetHeight || 1;
  }

  function go(place) {
    active = Math.max(0, Math.min(place, length - 1));
    const seen = Math.max(1, Math.floor((node.clientHeight - head.offsetHeight) / height));
    const whole = Math.min(length * height, TALLEST);
    const way = Math.max(0, whole - (node.clientHeight - head.offsetHeight));
    const now = sent?.first ?? (way ? node.scrollTop / way : 0) * Math.max(0, length - seen);
    let first = now;
    if (active < now) first = active;
    if (active > now + seen - 1) first = active - seen + 1;
    if (first !== now) {
      const room = Math.max(1, length - seen);
      node.scrollTop = Math.min(1, first / room) * way;
      sent = { first: Math.min(first, room), top: node.scrollTop };
    }
    paint();
  }

  function keydown(event) {
    const page = Math.max(1, Math.floor((node.clientHeight - head.offsetHeight) / height) - 1);
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: length - 1,
    }[event.key];
    if (event.altKey || event.metaKey || !length) return;
    if (to !== undefined) go(to);
    else if (event.key === "Enter" || event.key === " ") open(active);
    else return;
    event.preventDefault();
  }

  function click({ target }) {
    const row = target.closest(".list-row");
    if (!row) return;
    active = Number(row.dataset.place);
    paint();
    open(active);
  }
}
