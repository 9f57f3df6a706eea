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
  /** Of a row, and of what can be seen of the body, in pixels; measured when the list has another size. */
  let height = 0;
  let room = 0;
  /** Of the body, in pixels. */
  let bodyHeight = 0;
  /** Where the list was sent; scrolling alone is too coarse where it is very long. */
  let sent;
  const resized = () => {
    height = 0;
    paint();
  };
  // In the next frame: what is painted may change the size again, and a browser calls that an error.
  new ResizeObserver(() => requestAnimationFrame(resized)).observe(node);
  return { node, update, go, focus: () => node.focus({ preventScroll: true }) };

  function update(now, { anew } = {}) {
    if (now !== length) node.setAttribute("aria-rowcount", now + 1);
    length = now;
    active = Math.max(0, Math.min(active, length - 1));
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

  /** All that is measured is measured first: each time later would make the browser lay it out anew. */
  function paint() {
    if (!node.checkVisibility()) return;
    if (!height) measure();
    const top = node.scrollTop;
    const { first: exact, seen } = seenFrom(top);
    const first = Math.max(0, Math.floor(exact) - MARGIN);
    const last = Math.min(length, Math.ceil(exact + seen) + MARGIN, first + MOST_ROWS - 2);
    const tall = Math.min(length * height, TALLEST);
    if (tall !== bodyHeight) {
      bodyHeight = tall;
      body.style.blockSize = `${bodyHeight}px`;
    }
    for (const [place, row] of rows) {
      if (place >= first && place < last) continue;
      row.remove();
      rows.delete(place);
    }
    for (let place = first; place < last; place += 1) {
      const row = rows.get(place) ?? added(place);
      row.style.insetBlockStart = `${top + (place - exact) * height}px`;
      row.setAttribute("aria-selected", place === active);
    }
    const current = rows.get(active);
    if (current) node.setAttribute("aria-activedescendant", current.id);
    else node.removeAttribute("aria-activedescendant");
  }

  /** The first place that is seen, with its part that is not, and how many there is room for. */
  function seenFrom(top) {
    const seen = Math.max(1, room / height);
    if (sent && Math.abs(top - sent.top) > 1) sent = undefined;
    const way = Math.max(0, Math.min(length * height, TALLEST) - room);
    const share = way ? Math.min(1, top / way) : 0;
    return { first: sent?.first ?? share * Math.max(0, length - seen), seen, way };
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
  function measure() {
    const row = h("div.list-row");
    body.append(row);
    height = row.offsetHeight || 1;
    room = node.clientHeight - head.offsetHeight;
    row.remove();
  }

  function go(place) {
    if (!height) measure();
    active = Math.max(0, Math.min(place, length - 1));
    const { first: now, seen, way } = seenFrom(node.scrollTop);
    const most = Math.floor(seen);
    const first = active < now ? active : Math.max(now, active - most + 1);
    if (first !== now) {
      const rest = Math.max(1, length - seen);
      node.scrollTop = Math.min(1, first / rest) * way;
      sent = { first: Math.min(first, rest), top: node.scrollTop };
    }
    paint();
  }

  function keydown(event) {
    const page = Math.max(1, Math.floor(room / height) - 1);
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
