import { button, fill, h, plural, question } from "../dom.js";
import { View } from "./findings.js";
import { mountList } from "./list.js";
import { CODES, FIELDS } from "./numbers.js";

/** Findings that a filter goes through at a time. */
const STRETCH = 1 << 20;
const NONE = -1;

/**
 * All findings of a file in a list, with filters.
 *
 * - `filter`: `{ severity, code, field }`, kept by the caller; empty ones let all through
 * - `severityOf(code)`, `checkOf(code)`: by the code's number; `labelOf(field)`: by the field's
 * - `textsOf(finding)`: its texts, as a promise; `open(row)`: that row is wanted
 * - `filtered()` is called after a change of the filter
 *
 * The answer: `node`, `update()` after more was found, `refilter()`, `step(by)` to the finding before
 * or after, `focus()`.
 */
export function mountFound(options) {
  const { words, work, filter, labels, locale, dateLocale } = options;
  const { severityOf, checkOf, labelOf, textsOf, filtered } = options;
  const numbers = new Intl.NumberFormat(dateLocale);
  const severity = select("severity", words.severity);
  const code = select("code", words.code);
  const field = select("field", words.field);
  const count = h("p.counts", { role: "status" });
  const none = h("p", { hidden: true }, words.none);
  const all = button(words.clear, () => choose({ severity: "", code: "", field: "" }));
  const wanted = question(words.go, "input", {
    ...{ inputmode: "numeric", autocomplete: "off", dir: "ltr" },
    change: ({ target }) => goTo(target),
  });
  const list = mountList({
    label: words.title,
    headings: [words.row, words.severity, words.field, words.finding],
    draw: cellsAt,
    open: (place) => openAt(place),
  });
  const node = h(
    "section.card.found-list",
    h("h2", { tabindex: "-1" }, words.title),
    h("div.filters", severity.node, code.node, field.node, wanted, all),
    count,
    none,
    list.node,
    h("p.hint", words.keys),
  );
  let findings;
  let view;
  let at = NONE;
  let coming;
  let offered = "";
  refilter();
  return {
    ...{ node, update, refilter, step },
    focus: () => list.focus(),
    /** The findings that the list is of. */
    get findings() {
      return findings;
    },
  };

  function select(name, label) {
    const node_ = question(label, "select", {
      change: ({ target }) => choose({ [name]: target.value }),
    });
    return { node: node_, control: node_.lastChild };
  }

  function choose(wanted) {
    Object.assign(filter, wanted);
    refilter();
    filtered();
  }

  /** Begins anew: another filter, or other findings. */
  function refilter() {
    const wanted = CODES.indexOf(filter.code);
    ({ findings } = work);
    view = new View(findings, (number, place) => {
      if (filter.severity && severityOf(number) !== filter.severity) return false;
      if (filter.code && number !== wanted) return false;
      return !filter.field || (FIELDS[place - 1] ?? ROW) === filter.field;
    });
    at = NONE;
    update(true);
  }

  /** Takes in what was found since, some of it now and the rest soon. */
  function update(anew) {
    if (findings !== work.findings) return refilter();
    offer();
    const isMore = view.extend(STRETCH);
    list.node.hidden = view.length === 0;
    list.update(view.length, { anew });
    none.hidden = view.length > 0 || work.findings.length === 0;
    const shown = numbers.format(view.length);
    const total = numbers.format(work.findings.length);
    const text = plural(
      locale,
      words.shown,
      view.length,
      isFiltered() ? fill(words.of, { shown, all: total }) : shown,
    );
    if (count.textContent !== text) count.textContent = text;
    all.hidden = !isFiltered();
    clearTimeout(coming);
    if (isMore) coming = setTimeout(() => update());
  }

  function isFiltered() {
    return Boolean(filter.severity || filter.code || filter.field);
  }

  /** The choices of the filters: only what was found. */
  function offer() {
    const codes = Object.keys(work.sums?.codes ?? {});
    const now = [...codes, work.name, ...work.columns].join();
    if (offered !== now) {
      offered = now;
      const option = (value, text) => h("option", { value }, text);
      severity.control.replaceChildren(
        option("", words.all),
        ...Object.entries(labels.severities).map(([value, text]) => option(value, text)),
      );
      code.control.replaceChildren(
        option("", words.all),
        ...codes.map((name) => option(name, `${checkOf(CODES.indexOf(name))} · ${name}`)),
      );
      const fields = FIELDS.map((name, place) => option(name, labelOf(place + 1)));
      field.control.replaceChildren(option("", words.all), ...fields, option(ROW, words.wholeRow));
    }
    severity.control.value = filter.severity;
    code.control.value = filter.code;
    field.control.value = filter.field;
  }

  function cellsAt(place) {
    const finding = work.findings.at(view.at(place));
    const weight = severityOf(finding.code);
    const text = h("span.list-text", `${checkOf(finding.code)} …`);
    const label = h("span.label", labels.severities[weight]);
    const mark = h(`span.${weight}`, label);
    textsOf(finding).then(
      ({ what, severity: own }) => {
        text.replaceChildren(what);
        // The row may be under another rule set, which weighs the finding otherwise.
        mark.className = own;
        label.textContent = labels.severities[own];
      },
      () => {},
    );
    return [
      h("span.list-row-number", numbers.format(finding.row)),
      mark,
      h("span.list-field", labelOf(finding.field)),
      text,
    ];
  }

  function openAt(place) {
    at = place;
    options.open(work.findings.at(view.at(place)).row);
  }

  function step(by) {
    const place = Math.max(0, Math.min(at + by, view.length - 1));
    if (!view.length) return;
    list.go(place);
    openAt(place);
  }

  /** To the row whose number was entered. */
  function goTo(input) {
    const row = Number(input.value.replace(/\D/g, ""));
    if (!input.value.trim()) return;
    const isThere = row >= 1 && row <= work.findings.rows;
    input.setCustomValidity(
      isThere ? "" : fill(words.outside, { rows: numbers.format(work.findings.rows) }),
    );
    if (!isThere) return input.reportValidity();
    input.value = "";
    const [first] = work.findings.of(row);
    at = first === undefined || !view.length ? NONE : view.placeOf(first);
    if (at !== NONE) list.go(at);
    options.open(row);
  }
}

/** Stands for findings about a row as a whole. */
const ROW = "row";
