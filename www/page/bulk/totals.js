import { button, fill, h, plural } from "../dom.js";

/**
 * Sums of a check as bars with their numbers, by verdict and by finding.
 *
 * - `textOf(code)`: the finding's text, as a promise of `{ text, isExample }`
 * - `choose(code)`: its rows alone are to be shown, or all where it was chosen before
 *
 * The answer: `node`, and `update(work, chosen)`.
 */
export function mountTotals({
  words,
  labels,
  codes,
  locale,
  dateLocale,
  textOf,
  choose,
  problems,
}) {
  const numbers = new Intl.NumberFormat(dateLocale);
  const list = new Intl.ListFormat(dateLocale);
  const percent = new Intl.NumberFormat(dateLocale, { style: "percent", maximumFractionDigits: 1 });
  const severities = new Map(codes.map(({ code, severity }) => [code, severity]));
  const verdicts = h("ul.bars");
  const found = h("ul.bars.found");
  const notes = h("ul.notes");
  const file = h("div", { hidden: true }, h("h3", words.problems), notes);
  const corrected = h("p.hint");
  const editions = h("p.hint");
  const hint = h("p.hint", words.codesHint);
  const node = h(
    "section.card.totals",
    h("h2", { tabindex: "-1" }, words.title),
    h("h3", words.verdicts),
    verdicts,
    corrected,
    editions,
    file,
    h("h3", words.codes),
    hint,
    found,
  );
  const bars = new Map();
  return { node, update };

  function update({ sums, corrections, findings, added }, chosen) {
    if (!sums) return;
    const { rows } = sums;
    verdicts.replaceChildren(
      ...Object.entries(labels.verdicts).map(([verdict, { title }]) =>
        h(`li.${verdict}`, ...bar(title, sums.verdicts[verdict], rows)),
      ),
    );
    const { size } = corrections;
    corrected.textContent = size
      ? `${plural(locale, words.corrected, size, numbers.format(size))}. ${words.acrossRows}`
      : "";
    editions.textContent = rulesOf(sums);
    drawFound(sums, chosen);
    // Columns that corrections have added are in no other row, and that is no fault of theirs.
    const shown = sums.problems.filter(({ code }) => !(added && code === "ragged-rows"));
    file.hidden = !shown.length;
    notes.replaceChildren(...shown.map(problem));
    hint.hidden = !Object.keys(sums.codes).length;
    if (!findings.length && hint.hidden) found.replaceChildren(h("li", words.nothing));
  }

  function drawFound({ codes: counted, rows }, chosen) {
    const sorted = Object.entries(counted)
      .filter(([, count]) => count > 0)
      .sort(([, a], [, b]) => b - a);
    for (const [code] of sorted) if (!bars.has(code)) bars.set(code, foundBar(code));
    const wanted = sorted.map(([code]) => bars.get(code).node);
    // Moved only where the order is another one: whoever is on a bar stays on it.
    const isSame = wanted.every((one, at) => found.children[at] === one);
    if (!isSame || found.children.length !== wanted.length) found.replaceChildren(...wanted);
    for (const [code, count] of sorted) bars.get(code).update(count, rows, code === chosen);
  }

  function foundBar(code) {
    const text = h("span.bar-text", code);
    const amount = h("span.bar-number");
    const measure = h("span.bar", { "aria-hidden": "true" });
    const press = button([text, amount, measure], () => choose(code), { "aria-pressed": "false" });
    const node = h(`li.${severities.get(code) ?? "warns"}`, press);
    textOf(code).then(
      ({ text: example, isExample }) =>
        text.replaceChildren(isExample ? `${words.example} ` : "", example),
      () => {},
    );
    return {
      node,
      update(count, rows, isChosen) {
        press.setAttribute("aria-pressed", isChosen);
        amount.textContent = share(count, rows);
        measure.style.inlineSize = width(count, rows);
      },
    };
  }

  function bar(text, count, rows) {
    const measure = h("span.bar", { "aria-hidden": "true" });
    measure.style.inlineSize = width(count, rows);
    return [h("span.bar-text", text), h("span.bar-number", share(count, rows)), measure];
  }

  /** Which rule set the rows were checked by, or how many by each. */
  function rulesOf({ ruleset, editions: counted = {} }) {
    const each = Object.entries(counted).map(([id, count]) =>
      fill(words.rowsOf, { id, rows: plural(locale, words.rows, count, numbers.format(count)) }),
    );
    const ids = ruleset ? [ruleset] : each;
    return ids.length ? fill(words.rules, { ids: list.format(ids) }) : "";
  }

  function problem({ code, rows, row, columns = [] }) {
    const first = row ? ` (${fill(words.firstRow, { row: numbers.format(row) })})` : "";
    const count = row ? `${plural(locale, words.rows, rows, numbers.format(rows))}${first}: ` : "";
    const names = columns.map((name) => fill(words.quoted, { name }));
    const text = fill(problems[code] ?? code, { columns: list.format(names) });
    return h("li.warns", `${count}${text}`);
  }

  function share(count, rows) {
    const text = percent.format(rows ? count / rows : 0);
    return fill(words.share, { n: numbers.format(count), percent: text });
  }
}

const width = (count, rows) => `${count ? Math.max(0.5, (100 * count) / rows) : 0}%`;
