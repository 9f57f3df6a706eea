// The page for many claims.

import { isServed, lookUp } from "#place";
import { bulkTexts } from "../generated/bulk-texts.js";
import { pageTexts, texts } from "../generated/texts.js";
import { engine } from "../lib/shared.ts";
import { inserted } from "../lib/words.ts";
import { mountDownloads } from "./bulk/downloads.js";
import { mountFound } from "./bulk/found.js";
import { mountMapping } from "./bulk/mapping.js";
import { CODES } from "./bulk/numbers.js";
import { mountProgress } from "./bulk/progress.js";
import { mountRow } from "./bulk/row.js";
import { Runs } from "./bulk/runs.js";
import { download } from "./bulk/saving.js";
import { mountSource } from "./bulk/source.js";
import { findingTexts } from "./bulk/texts.js";
import { mountTotals } from "./bulk/totals.js";
import { Work } from "./bulk/work.js";
import { candidates } from "./check.js";
import { button, day, fill, h } from "./dom.js";
import { mountEvidence } from "./evidence.js";
import { emptyState } from "./form.js";
import {
  address,
  catchFiles,
  drawWords,
  mountNotice,
  mountRules,
  mountTools,
  negotiate,
  rulesetAsked,
  showVersion,
  variantOf,
  withRetry,
} from "./frame.js";
import { speaker } from "./live.js";
import { PARTS, Parts } from "./parts.js";
import * as report from "./report.js";
import { Session } from "./session.js";
import { followTheme } from "./store.js";
import { Workers } from "./workers.js";

/** Milliseconds between two drawings while a check runs. */
const TICK = 100;
/** Where the parts are, under their names. */
const BASE = import.meta.url;

start();

function start() {
  const root = document.documentElement;
  const part = (id) => document.getElementById(id);
  const parts = new Parts(PARTS, {
    needs: (name) => name === "lookup" && engine.load("lookUp"),
    again: (name, count) => import(new URL(`${name}.js?${count}`, BASE).href),
  });
  const session = new Session({ parts, workers: new Workers() });
  const { say, hush } = speaker(part("live"));
  const tools = mountTools(part("tools"), switchLanguage);
  const rules = mountRules(part("rules"), switchRules);
  // What has the focus is read out anyway.
  const notice = mountNotice(part("notice"), { say() {}, choose: (act) => act() });
  const { using, failed } = withRetry(parts, notice, () => words.common);
  /** Of the form in which rows are corrected, and of the exports, which are the same for all. */
  const state = emptyState();
  const filter = { severity: "", code: "", field: "" };
  const runs = new Runs(engine, session.workers);
  const work = new Work({
    ...{ engine, runs, changed: workChanged },
    isAcrossRows: (code) => CODES[code] in described.labels.crossRow,
    checkClaim: (claim) => engine.checkClaim(claim, evidence.all(), { locale, ruleset }),
    settings: () => ({ evidence: evidence.all(), options: { ruleset } }),
  });
  /** The rule set that was chosen; without one, that of each claim's day applies. */
  let ruleset = rulesetAsked();
  let locale;
  /** The page's words, with those for many claims as `bulk`; and the library's of a file. */
  let words;
  let fileWords;
  let exportProblems;
  let described;
  /** Why the check could not be loaded, as a code. */
  let failure;
  let evidence;
  /** The evidence of the last check. */
  let checkedWith;
  /** The row that was shown before a check. */
  let shownBefore;
  let isBuilding = false;
  let drawn;
  /** As it was drawn last. */
  let phase;
  let version;
  /** The next drawing, while a check runs. */
  let tick;

  parts.give("report", report);
  catchFiles(([file]) => drawn && take(file, file.name));
  followTheme(root);
  show(negotiate()).then(ready, (error) => {
    // Without words of its own, the page is left with those of the document.
    root.dataset.state = "failed";
    reportError(error);
  });

  async function ready() {
    version = await showVersion({ isServed, words: () => words, say });
  }

  /** Shows the page in a language; the work goes on. */
  async function show(tag) {
    const loading = (!locale || failure) && load(tag);
    const coming = [pageTexts[tag](), bulkTexts[tag](), texts[tag].rest()];
    const [page, bulk, rest] = (await Promise.all(coming)).map((text) => text.default);
    // Another choice may have overtaken this one.
    if (locale && tools.language.value !== tag) return;
    words = { ...page, bulk };
    fileWords = rest.batch;
    exportProblems = rest.evidence.problems;
    locale = tag;
    root.lang = tag;
    tools.language.value = tag;
    document.title = bulk.title;
    hush();
    notice.draw();
    version?.draw();
    drawWords("data-t", words);
    drawWords("data-b", bulk);
    tools.draw(words);
    root.dataset.state ??= "words";
    await (loading || engine.loadLocale(tag));
    build();
    root.dataset.state = "ready";
  }

  async function load(tag) {
    try {
      await engine.init({ locales: [tag] });
      failure = "";
    } catch (error) {
      failure = error.code ?? "wasm_fetch_failed";
    }
  }

  /** Builds everything anew, in the words of the moment; `isQuiet` leaves the focus where it is. */
  function build({ isQuiet = true } = {}) {
    part("back").search = new URLSearchParams({ lang: locale, ...(ruleset && { ruleset }) });
    if (failure) return drawFailure();
    described = engine.describe({ locale, ruleset });
    const shown = drawn?.row.row;
    drawn?.downloads.end();
    work.forget();
    isBuilding = true;
    drawn = mountAll();
    isBuilding = false;
    drawRules();
    phase = undefined;
    draw();
    if (shown) drawn.row.show(shown, { isQuiet });
  }

  function drawFailure() {
    const { result, common } = words;
    const { [failure]: reason = result.failures.internal } = result.failures;
    const again = async () => {
      await load(locale);
      build();
    };
    part("rules").hidden = true;
    part("bulk").replaceChildren(
      h(
        "section.verdict.failed",
        { role: "alert" },
        h("h2", words.bulk.failed),
        h("p", reason),
        h("p.counts", button(common.retry, again, { class: "main" })),
      ),
    );
  }

  function mountAll() {
    const { bulk } = words;
    const { labels, fields, codes } = described;
    const dateLocale = variantOf(locale);
    const named = inserted(words, labels.terms);
    const { decides, undo, undone } = named;
    const common = { ...named.common, decides, severities: labels.severities };
    const describe = () => described;
    const shared = { locale, dateLocale, say, work, labels };
    const findings = findingTexts({ work, words: bulk, described });
    const { acrossRows, exampleOf, labelOf, textsOf } = findings;
    const source = mountSource({
      ...{ words: bulk.source, problems: exportProblems, fields, locale, take },
      save: saveParts,
    });
    const mapping = mountMapping({
      ...{ words: bulk.layout, fields, dateLocale },
      required: fields.filter(({ required }) => required).map(({ name }) => name),
    });
    evidence = mountEvidence({
      ...{ engine, session, locale, dateLocale, state, say, using, describe },
      words: { ...common, undo, undone, ...named.evidence, ...bulk.evidence },
      claimed: () => ({}),
      others: () => [{ partnerIds: candidates(state) }],
      changed: evidenceChanged,
    });
    const progress = mountProgress({
      ...shared,
      words: { ...bulk.run, ...bulk.layout, rows: bulk.totals.rows },
      run,
    });
    const found = mountFound({
      ...{ ...shared, ...findings, words: bulk.list, filter },
      open: (number) => drawn.row.show(number),
      filtered: () => drawn.totals.update(work, filter.code),
    });
    const totals = mountTotals({
      ...{ ...shared, words: bulk.totals, codes },
      problems: fileWords.problems,
      textOf: exampleOf,
      choose(code) {
        Object.assign(filter, { severity: "", field: "", code: filter.code === code ? "" : code });
        found.refilter();
        totals.update(work, filter.code);
      },
    });
    const row = mountRow({
      ...{ words: { ...named, bulk }, work, state, acrossRows, formClosed },
      describe: (id) => engine.describe({ locale, ruleset: id }),
      check: {
        ...{ engine, session, words, locale, dateLocale, ruleset, say, using },
        ...{ failed, failure: "", lookUp },
        ...{ onErrors() {}, onVerdict() {}, onAsked() {}, retry() {} },
      },
      go: (number) => drawn.row.show(number),
      step: (by) => found.step(by),
      back() {
        found.refilter();
        found.focus();
      },
    });
    const downloads = mountDownloads({
      ...{ ...shared, words: bulk.downloads, labelOf, textsOf },
      today: () => day(),
    });
    part("bulk").replaceChildren(
      ...[source.node, mapping.node, h("section.card", evidence.node), progress.node],
      ...[totals.node, found.node, row.node, downloads.node],
    );
    return { source, mapping, progress, found, totals, row, downloads };
  }

  /** The work has moved on: it is drawn, after the first findings not more often than helps. */
  function workChanged() {
    if (!drawn) return;
    const isFirst = work.findings.rows > 0 && drawn.found.findings !== work.findings;
    if (work.phase !== phase || phase !== "running" || isFirst) return draw();
    tick ??= setTimeout(draw, TICK);
  }

  function draw() {
    clearTimeout(tick);
    tick = undefined;
    const { source, mapping, progress, found, totals, row, downloads } = drawn;
    const isNew = work.phase !== phase;
    const before = phase;
    phase = work.phase;
    const isLaid = phase === "columns" || work.hasRun;
    mapping.node.hidden = !isLaid;
    progress.node.hidden = !isLaid;
    const hasFound = work.hasRun && work.findings.rows > 0;
    for (const { node } of [totals, found, downloads]) node.hidden = !hasFound;
    if (!work.hasRun) row.close();
    source.update(work);
    mapping.update(work);
    progress.update(work);
    downloads.update();
    if (isNew && (phase === "running" || before === "running")) say(progress.status());
    if (!hasFound) return;
    found.update();
    totals.update(work, filter.code);
  }

  async function take(file, name) {
    Object.assign(filter, { severity: "", code: "", field: "" });
    drawn.row.close();
    shownBefore = undefined;
    drawn.downloads.end();
    if (!(await work.open(file, name))) return;
    if (work.phase === "columns") drawn.mapping.focus();
    else say(drawn.source.status());
  }

  /** Checks the file; a row that is shown is shown again, with its new report. */
  async function run() {
    shownBefore = drawn.row.row ?? shownBefore;
    drawn.row.close();
    drawn.downloads.end();
    checkedWith = evidence.all();
    await work.run();
    // A check that took this one's place shows it.
    if (work.phase === "running") return;
    if (shownBefore && work.phase === "done") drawn.row.show(shownBefore, { isQuiet: true });
    shownBefore = undefined;
  }

  /** Other evidence is another answer: what has been checked is checked again. */
  function evidenceChanged() {
    if (isBuilding || !drawn || !work.hasRun || drawn.row.isEdited) return;
    if (evidence.all() !== checkedWith) run();
  }

  /** The form of a row is closed; exports may have been added or removed in it. */
  function formClosed() {
    build({ isQuiet: false });
    evidenceChanged();
  }

  function drawRules() {
    const dates = new Intl.DateTimeFormat(variantOf(locale), {
      ...{ dateStyle: "long", timeZone: "UTC" },
    });
    const titles = engine.rulesets({ locale }).map(({ id, title }) => [id, title]);
    rules.draw(described.ruleset, ruleset, Object.fromEntries(titles), words);
    rules.date(dates.format(new Date(described.ruleset.date)));
  }

  /** Checks the same file by another rule set. */
  function switchRules(chosen) {
    ruleset = chosen;
    address({ ruleset });
    build();
    say(fill(words.rulesets.chosen, { id: described.ruleset.id }));
    if (work.hasRun) run();
  }

  async function switchLanguage(tag) {
    try {
      await show(tag);
      address({ lang: locale });
    } catch {
      tools.language.value = locale;
      failed(() => {
        tools.language.value = tag;
        switchLanguage(tag);
      });
    }
  }

  function saveParts(name, pieces) {
    download(name, new Blob(pieces, { type: "text/csv" }));
  }
}
