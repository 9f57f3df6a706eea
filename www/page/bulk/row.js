import { labelsOf, mountCheck } from "../check.js";
import { button, fill, h } from "../dom.js";
import { mountResult } from "../result.js";

/**
 * One row: its cells beside its report, or the claim form with it.
 *
 * - `work`, `words` (the page's, with this page's own as `words.bulk`): as elsewhere; `describe(id)`
 *   is the library's, of a rule set
 * - `check`: what `mountCheck` needs beside roots and state; `state` is the state of its form
 * - `acrossRows(row)`: findings across rows, `[{ what, why, next, otherRow }]`
 * - `formClosed()` is called when the form was left; it shows the row again
 * - `go(row)`, `step(by)`: to another row, to a finding before or after; `back()` to the list
 *
 * The answer: `node`, `show(row)`, `close()`, and `row`, the one that is shown.
 */
export function mountRow(options) {
  const { work, describe, check, state, acrossRows, go, step, back, formClosed } = options;
  const { bulk, ...words } = options.words;
  const rowWords = bulk.row;
  const numbers = new Intl.NumberFormat(check.dateLocale);
  const title = h("h2", { tabindex: "-1" });
  const tools = h("p.tools");
  const left = h("div.left");
  const right = h("section.result");
  const node = h(
    "section.row-view",
    { hidden: true },
    h("div.row-head", title, tools),
    left,
    right,
  );
  let mounted;
  let row;
  /** The rule set that the row is checked by, as the library describes it. */
  let described;
  return {
    node,
    show,
    close,
    get row() {
      return row;
    },
    /** Its form is open. */
    get isEdited() {
      return Boolean(mounted);
    },
  };

  async function show(wanted, { isQuiet } = {}) {
    end();
    row = wanted;
    title.textContent = fill(rowWords.title, { row: numbers.format(row) });
    node.hidden = false;
    tools.replaceChildren(
      button(rowWords.back, leave),
      button(rowWords.previous, () => step(-1)),
      button(rowWords.next, () => step(1)),
    );
    if (!isQuiet) {
      title.focus({ preventScroll: true });
      node.scrollIntoView({ block: "start" });
    }
    try {
      const [cells, report] = await Promise.all([work.cells(wanted), work.report(wanted)]);
      if (row !== wanted || mounted) return;
      described = describe(report.ruleset);
      draw(cells, report);
    } catch {
      left.replaceChildren(h("p.problem", { role: "alert" }, rowWords.unreadable));
      right.replaceChildren();
    }
  }

  function close() {
    end();
    row = undefined;
    node.hidden = true;
  }

  function leave() {
    close();
    back();
  }

  function end() {
    mounted?.stop();
    mounted = undefined;
  }

  function draw(cells, report) {
    const correct = button(rowWords.correct, edit, { class: "main" });
    left.replaceChildren(
      cells.length ? h("p.tools", correct) : h("p.problem", rowWords.tooLong),
      cellTable(cells),
    );
    const across = acrossRows(row);
    const { labels, checks, ruleset } = described;
    const { links } = ruleset;
    const below = h("div");
    mountResult(below, {
      words: { ...words.common, ...words.result, decides: words.decides },
      ...{ labels, links, checks, using: check.using, session: check.session, say: check.say },
      locale: check.dateLocale,
      claim: () => filed(cells, report),
      field: () => undefined,
      retry: () => {},
    }).update(report, { shown: report.findings, waiting: [] });
    below.className = "result";
    // The landmark is the one around it, with what shows only across rows.
    below.removeAttribute("aria-label");
    right.setAttribute("aria-label", words.result.result);
    right.replaceChildren(...(across.length ? [acrossList(across)] : []), below);
  }

  function cellTable(cells) {
    const names = new Map(described.fields.map(({ name, shortLabel }) => [name, shortLabel]));
    const lines = cells.map(({ name, field, text, isCorrected }) =>
      h(
        "tr",
        h("th", { scope: "row" }, h("bdi", name || "–"), field && h("small", names.get(field))),
        h(
          "td",
          text ? h("bdi", text) : h("span.hint", rowWords.empty),
          isCorrected && h("span.fit.fits", rowWords.corrected),
        ),
      ),
    );
    return h(
      "table.cells",
      h("caption", rowWords.cells),
      h(
        "thead",
        h(
          "tr",
          h("th", { scope: "col" }, rowWords.column),
          h("th", { scope: "col" }, rowWords.content),
        ),
      ),
      h("tbody", lines),
    );
  }

  function acrossList(across) {
    const items = across.map(({ what, why, next, otherRow }) =>
      h(
        "li.finding.warns",
        h("h3", h("span.label", described.labels.severities.warns), " ", what),
        h("p", why),
        h("p.next", next),
        h(
          "p",
          button(fill(bulk.list.otherRow, { row: numbers.format(otherRow) }), () => go(otherRow)),
        ),
      ),
    );
    return h("ul.findings", { "aria-label": rowWords.acrossRows }, items);
  }

  function filed(cells, { understood }) {
    return described.fields.map(({ name, shortLabel, options: all }) => {
      const value = understood[name] ?? cells.find(({ field }) => field === name)?.text ?? "";
      return [name, shortLabel, labelsOf(all)[value] ?? value, value];
    });
  }

  /** The claim form with this row in it. */
  async function edit() {
    const [claim, report] = await Promise.all([work.claim(row), work.report(row)]);
    // A choice may be written in more ways than the form's.
    for (const { name, options: all } of described.fields) {
      const read = report.understood[name];
      if (read && claim[name] && labelsOf(all)[read]) claim[name] = read;
    }
    const before = { ...claim };
    Object.assign(state, {
      ...{ claim, typed: { ...claim }, emptied: [], checked: true },
      ...{ answers: {}, diagnosis: { answers: {} } },
    });
    tools.replaceChildren(
      button(rowWords.keep, () => keep(before)),
      button(rowWords.drop, closeForm),
    );
    mounted = mountCheck(left, right, {
      ...check,
      ...{ state, described, describe: () => described },
      withoutDiagnosis: true,
      actions: [
        button(rowWords.keep, () => keep(before), { class: "main" }),
        button(rowWords.drop, closeForm),
      ],
    });
    title.focus({ preventScroll: true });
    node.scrollIntoView({ block: "start" });
  }

  async function keep(before) {
    const changed = Object.entries(state.claim).filter(
      ([name, text]) => text !== (before[name] ?? ""),
    );
    const count = await work.correct(row, Object.fromEntries(changed));
    check.say(count ? rowWords.kept : rowWords.same);
    closeForm();
  }

  function closeForm() {
    end();
    formClosed();
  }
}
