import { button, fill, h, plural } from "../dom.js";

/**
 * Starts a check and shows how far it is. `run()` checks the file. The answer: `node`,
 * `update(work)`, and `status()`, how it stands in a sentence.
 */
export function mountProgress({ words, work, locale, dateLocale, run }) {
  const numbers = new Intl.NumberFormat(dateLocale);
  const seconds = new Intl.NumberFormat(dateLocale, { maximumSignificantDigits: 2 });
  const percent = new Intl.NumberFormat(dateLocale, { style: "percent" });
  const start = button(words.run, run, { class: "main" });
  const actions = h("p.actions", start);
  const bar = h("progress", { max: 1, "aria-label": words.progress });
  const soFar = h("span");
  const wait = h(
    "p.wait",
    bar,
    soFar,
    button(words.cancel, () => work.cancel()),
  );
  const state = h("p.state");
  const node = h("section.run", { "aria-label": words.title }, actions, wait, state);
  return { node, update, status };

  function update() {
    const isRunning = work.phase === "running";
    // Who pressed it must not lose the place where they are.
    const held = start === document.activeElement && isRunning;
    actions.hidden = isRunning;
    start.disabled = !work.canRun;
    start.textContent = work.hasRun ? words.again : words.run;
    wait.hidden = !isRunning;
    if (held) wait.lastChild.focus();
    state.textContent = isRunning || !work.hasRun ? "" : status();
    state.classList.toggle("problem", work.phase === "broken");
    if (isRunning) draw();
  }

  function draw() {
    const { done, took, size, sums } = work;
    const share = size ? Math.min(1, done / size) : 0;
    bar.value = share;
    const rows = sums?.rows ?? 0;
    const texts = [fill(words.soFar, { rows: counted(rows), percent: percent.format(share) })];
    if (took > 0 && done > 0) {
      texts.push(fill(words.speed, { n: numbers.format(Math.round((rows / took) * 1000)) }));
      const left = Math.ceil(((took / done) * (size - done)) / 1000);
      texts.push(plural(locale, words.left, left, numbers.format(left)));
    }
    soFar.textContent = texts.join(" · ");
  }

  function status() {
    const { phase, findings, took } = work;
    const rows = counted(findings.rows);
    return fill(words[phase] ?? "", { rows, seconds: seconds.format(took / 1000) });
  }

  function counted(rows) {
    return plural(locale, words.rows, rows, numbers.format(rows));
  }
}
