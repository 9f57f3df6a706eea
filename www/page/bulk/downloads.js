import { button, fill, h, uid } from "../dom.js";
import { quoted, separatorIn } from "./cells.js";
import { CODES, FIELDS } from "./numbers.js";
import { save } from "./saving.js";

/** Milliseconds of work at a stretch, and findings that are written together. */
const STRETCH = 24;
const TOGETHER = 500;

/**
 * What can be taken along: the file with its results, the findings as CSV and as JSON.
 *
 * - `textsOf(finding)`: `{ severity, what, why, next, source }` of a finding, as a promise
 * - `today()`: the day, as the JSON names it
 *
 * The answer: `node`.
 */
export function mountDownloads({
  words,
  work,
  locale,
  dateLocale,
  labels,
  labelOf,
  textsOf,
  today,
  say,
}) {
  const percent = new Intl.NumberFormat(dateLocale, { style: "percent" });
  const guardId = uid();
  const guard = h("input", { type: "checkbox", id: guardId });
  const bar = h("progress", { max: 1, "aria-label": words.title });
  const soFar = h("span");
  const wait = h(
    "p.wait",
    { hidden: true },
    bar,
    soFar,
    button(words.cancel, () => stop?.abort()),
  );
  const utf16 = h("p.hint", words.utf16);
  const node = h(
    "section.card.downloads",
    h("h2", words.title),
    offer(words.annotated, words.annotatedHint, "csv", annotated, [
      utf16,
      h("p.check-line", guard, h("label", { for: guardId }, words.guard)),
      h("p.hint", { id: `${guardId}-hint` }, words.guardHint),
    ]),
    offer(words.findings, words.findingsHint, "findings.csv", findingsCsv),
    offer(words.json, words.jsonHint, "findings.json", findingsJson),
    wait,
  );
  guard.setAttribute("aria-describedby", `${guardId}-hint`);
  const buttons = [...node.querySelectorAll(".offer > button")];
  let stop;
  return { node, update, end: () => stop?.abort() };

  function update() {
    utf16.hidden = !work.encoding.startsWith("utf-16");
    for (const one of buttons) one.disabled = Boolean(stop) || work.phase === "running";
  }

  function offer(label, hint, ending, write, more = []) {
    return h(
      "div.offer",
      button(label, () => take(ending, write)),
      h("p.hint", hint),
      more,
    );
  }

  async function take(ending, write) {
    const base = work.name.replace(/\.[^.]*$/, "") || "claims";
    stop = new AbortController();
    const { signal } = stop;
    const type = ending.endsWith("json") ? "application/json" : "text/csv";
    progress(0);
    wait.hidden = false;
    update();
    const { ruleset, editions } = work.sums;
    const rules = ruleset ?? Object.keys(editions).join("+");
    const name = `${base}.${rules}.${ending === "csv" ? "checked.csv" : ending}`;
    const outcome = await save(name, type, (put) => write(put, signal)).then(
      (isChosen) => (isChosen ? words.saved : words.written),
      (error) => (error.name === "AbortError" ? words.stopped : words.failed),
    );
    say(outcome);
    soFar.textContent = outcome;
    stop = undefined;
    bar.hidden = wait.lastChild.hidden = true;
    update();
  }

  function progress(share) {
    bar.hidden = wait.lastChild.hidden = false;
    bar.value = share;
    soFar.textContent = fill(words.writing, { percent: percent.format(share) });
  }

  function annotated(put, signal) {
    return work.annotated(async (bytes) => put(bytes), progress, { guard: guard.checked, signal });
  }

  async function findingsCsv(put, signal) {
    const delimiter = separatorIn(locale);
    const { columns } = words;
    const line = (cells) =>
      `${cells.map((cell) => quoted(guarded(cell), delimiter)).join(delimiter)}\r\n`;
    const head = ["row", "severity", "code", "field", "what", "why", "next", "source", "otherRow"];
    await put(`\ufeff${line(head.map((name) => columns[name]))}`);
    await each(put, signal, async (finding) => {
      const { severity, what, why, next, source } = await textsOf(finding);
      return line([
        ...[String(finding.row), labels.severities[severity], CODES[finding.code]],
        ...[labelOf(finding.field), what, why, next, source],
        finding.otherRow ? String(finding.otherRow) : "",
      ]);
    });
  }

  /** A text may quote a cell; a cell of ours never is a formula. */
  function guarded(text) {
    return guard.checked && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  }

  async function findingsJson(put, signal) {
    const { rows, verdicts, codes, problems, ruleset, editions } = work.sums;
    const found = Object.fromEntries(Object.entries(codes).filter(([, count]) => count > 0));
    const columns = work.layout.columns.map(({ name }, at) => ({ name, field: work.columns[at] }));
    const first = {
      ...{ ruleset, editions, today: today(), file: work.name, columns },
      ...{ rows, verdicts, codes: found, problems },
    };
    await put(`${JSON.stringify(first, null, 1).slice(0, -2)},\n "findings": [`);
    let comma = "\n  ";
    await each(put, signal, (finding) => {
      const { row, code, field, otherRow } = finding;
      const named = { row, code: CODES[code], field: FIELDS[field - 1] ?? null };
      const text = `${comma}${JSON.stringify({ ...named, ...(otherRow && { otherRow }) })}`;
      comma = ",\n  ";
      return text;
    });
    await put("\n ]\n}\n");
  }

  /** Writes every finding, in stretches between which the page can be used. */
  async function each(put, signal, text) {
    const { findings } = work;
    let started = performance.now();
    let texts = [];
    for (let number = 0; number < findings.length; number += 1) {
      if (!findings.isGone(number)) texts.push(await text(findings.at(number)));
      if (texts.length < TOGETHER && number + 1 < findings.length) continue;
      if (texts.length) await put(texts.join(""));
      texts = [];
      if (performance.now() - started < STRETCH) continue;
      progress((number + 1) / findings.length);
      await new Promise((done) => setTimeout(done));
      signal.throwIfAborted();
      started = performance.now();
    }
  }
}
