import { button, fill, h, ltr, plural, question } from "./dom.js";

const MOST_PROBLEMS = 5;
const MOST_TENANTS = 3;
const COUNTED = ["subscriptions", "associations", "partnerIds", "skus", "unresolvedDomains"];
const OPEN = ["tenant-unknown", "domain-unknown"];
const DAY = { dateStyle: "medium", timeZone: "UTC" };

/**
 * Draws the list of sources into `list`: what each one is, from when and whose it is, what it holds,
 * and what of it could not be read.
 *
 * - `describe()`: the library's, with the words for kinds of exports once the core is loaded
 * - `reading(item)`: how far an item is, see `ExportReader`
 * - `answered(item, answer)` takes what the person answers about an item, `cancel(item)` ends its
 *   reading, `again(item)` tries it anew
 * - `removed(item)` is called when an item is gone, `back(item)` when it is there again
 */
export function drawSources(options) {
  const { words, describe, locale, dateLocale, state, claimed, list } = options;
  const { reading, say, answered, cancel, again, removed, back } = options;
  const dates = new Intl.DateTimeFormat(dateLocale, DAY);
  const amounts = new Intl.NumberFormat(dateLocale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(dateLocale, { style: "percent" });
  const entries = new Map();
  let gone;
  return { draw, update: (item) => entries.get(item)?.update(), refresh };

  /** Adds what is new. */
  function draw() {
    for (const item of state.exports) {
      if (entries.has(item)) continue;
      entries.set(item, entry(item));
      list.append(entries.get(item).node);
    }
  }

  /** Follows the claim's tenant. */
  function refresh() {
    for (const { sync } of entries.values()) sync();
  }

  function entry(item) {
    const title = h("strong");
    const meta = h("p.meta");
    const bar = h("progress", { max: 1 });
    const soFar = h("span");
    const stop = button(words.cancel, () => remove(words.cancelled));
    const wait = h("p.wait", { hidden: true }, bar, soFar, stop);
    const retry = h(
      "p",
      { hidden: true },
      button(words.retry, () => again(item)),
    );
    const questions = h("div");
    const notes = h("ul.notes");
    const drop = button(words.remove, () => remove(words.removed));
    const node = h("li", h("p.head", title, drop), meta, wait, retry, questions, notes);
    let asks = { sync() {} };
    let drawn;
    update();
    return {
      node,
      update,
      sync: () => asks.sync(),
      focus: () => (wait.hidden ? drop : stop).focus(),
    };

    function update() {
      const { busy, failed, done = 0, total, view } = reading(item);
      const name = view ? describe().labels.exportKinds[view.kind] : item.name || words.pasted;
      title.textContent = name;
      drop.setAttribute("aria-label", `${words.remove}: ${named(name)}`);
      stop.setAttribute("aria-label", `${words.cancel}: ${named(name)}`);
      wait.hidden = !busy;
      retry.hidden = !failed;
      drop.hidden = Boolean(busy);
      if (busy) {
        bar.setAttribute("aria-label", `${words.reading} ${item.name}`);
        if (total) bar.value = done / total;
        soFar.textContent = total
          ? fill(words.soFar, {
              done: mega(done),
              total: mega(total),
              percent: percent.format(Math.floor((100 * done) / total) / 100),
            })
          : words.reading;
      }
      if (failed) notes.replaceChildren(h("li.problem", words[failed]));
      if (busy || failed || drawn === view) return;
      drawn = view;
      drawFacts(view);
    }

    function named(name) {
      return item.name && item.name !== name ? `${name} (${item.name})` : name;
    }

    function drawFacts(view) {
      const { kind, rows, tenants, counts } = view;
      meta.replaceChildren(
        ...[
          item.name,
          day(view),
          kind !== "unknown" && count(words.rows, rows),
          ...COUNTED.map((part) => counts[part] > 0 && count(words.counts[part], counts[part])),
          counts.tenants > 1 && count(words.counts.tenants, counts.tenants),
        ]
          .filter(Boolean)
          .map((text) => h("span", text)),
      );
      ask(view);
      const shown = tenants.slice(0, MOST_TENANTS);
      notes.replaceChildren(
        ...shown.map((id) => h("li", words.fromTenant, " ", ltr(id))),
        rest(counts.tenants - shown.length),
        ...problemList(view),
        kind === "unknown" ? h("li", fill(words.expected, { kinds: readable() })) : "",
      );
    }

    function readable() {
      const { unknown, container, ...kinds } = describe().labels.exportKinds;
      for (const kind of ["not-evidence", "stated-columns"]) delete kinds[kind];
      return new Intl.ListFormat(locale).format(Object.values(kinds));
    }

    function day({ asOf }) {
      const text = (date) => dates.format(new Date(date));
      if (asOf && asOf !== item.asOf) return fill(words.asOf, { date: text(asOf) });
      const from = item.asked ? "lookup" : item.name ? "file" : "paste";
      return item.asOf && fill(words.from[from], { date: text(item.asOf) });
    }

    function problemList({ problems: found, problemCount }) {
      const texts = describe().labels.exportProblems;
      const lines = found.map(({ row, code, ...params }) =>
        h(
          OPEN.includes(code) ? "li.warns" : "li.problem",
          row && `${fill(words.row, { n: row })} `,
          fill(texts[code] ?? code, params),
        ),
      );
      const first = lines.slice(0, MOST_PROBLEMS);
      if (lines.length === first.length) return first;
      const more = h("summary", fill(words.more, { n: problemCount - first.length }));
      const others = h("ul", lines.slice(first.length), rest(problemCount - lines.length));
      return [...first, h("li", h("details", more, others))];
    }

    /** What only the person can say; asked once it is clear what the export is. */
    function ask({ asksForTenant }) {
      if (questions.hasChildNodes()) return;
      if (asksForTenant || item.tenant !== undefined) {
        asks = tenantQuestion(item);
        questions.append(...asks.nodes);
        asks.sync();
      }
      if (item.domain !== undefined) {
        const answer = (value) => answered(item, { domain: value });
        questions.append(asksFor(words.domainAsked, item.domain, answer));
      }
    }

    /** Takes the item away; one step back is possible until the next. */
    function remove(text) {
      const place = state.exports.indexOf(item);
      state.exports = state.exports.filter((other) => other !== item);
      entries.delete(item);
      cancel(item);
      gone?.remove();
      const undo = button(words.undo, () => {
        state.exports = [...state.exports.slice(0, place), item, ...state.exports.slice(place)];
        const restored = entry(item);
        entries.set(item, restored);
        back(item);
        gone.replaceWith(restored.node);
        restored.focus();
        say(words.undone);
      });
      gone = h("li.gone", h("p.head", h("span", `${text}: ${named(title.textContent)}`), undo));
      node.replaceWith(gone);
      removed(item);
      say(text);
      undo.focus();
    }
  }

  /** The export does not say whose it is, so the person does; the claim's tenant is never assumed. */
  function tenantQuestion(item) {
    const other = asksFor(words.otherTenant, "", (value) =>
      answered(item, { tenant: value.trim() }),
    );
    const choices = ["unknown", "claim", "other"].map((value) =>
      h("option", { value }, words.tenants[value]),
    );
    const choose = ({ target }) => {
      answered(item, { tenant: { claim: claimed().tenantId, other: "" }[target.value] });
      sync();
    };
    const select = question(words.whichTenant, "select", { change: choose }, choices);
    return { nodes: [select, other], sync };

    function sync() {
      const { tenantId } = claimed();
      choices[1].disabled = !tenantId;
      choices[1].textContent = `${words.tenants.claim} (${tenantId ?? words.tenants.missing})`;
      // An answer stays: when the claim's tenant ID changes, the export is still from the earlier one.
      const isClaims = item.tenant && item.tenant === tenantId;
      select.lastChild.value = item.tenant === undefined ? "unknown" : isClaims ? "claim" : "other";
      other.hidden = item.tenant === undefined || isClaims;
      other.lastChild.value = item.tenant ?? "";
    }
  }

  function count(forms, n) {
    return plural(locale, forms, n, amounts.format(n));
  }

  function rest(n) {
    return n > 0 ? h("li", fill(words.more, { n: amounts.format(n) })) : "";
  }

  function mega(bytes) {
    return amounts.format(bytes / 1_000_000);
  }
}

const asksFor = (label, value, answer) =>
  question(label, "input", {
    value,
    dir: "ltr",
    spellcheck: "false",
    autocapitalize: "off",
    change: (event) => answer(event.target.value),
  });
