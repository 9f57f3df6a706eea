import { names } from "../lib/batch.js";
import {
  adviseActivity,
  advisePartnerId,
  checkClaim,
  describe,
  diagnoseSubscription,
  hasEvidence,
  holdEvidence,
  init,
  loadBatch,
  loadEvidence,
  loadExports,
  loadLocale,
  loadSkus,
  lookUpTenant,
  mergeEvidence,
  readEvidence,
  rulesets,
} from "../lib/preflight.js";
import { inserted, over } from "../lib/words.js";
import { mountDownloads } from "./bulk/downloads.js";
import { mountFound } from "./bulk/found.js";
import { mountMapping } from "./bulk/mapping.js";
import { mountProgress } from "./bulk/progress.js";
import { mountRow } from "./bulk/row.js";
import { download } from "./bulk/saving.js";
import { mountSource } from "./bulk/source.js";
import de from "./bulk/text/de.js";
import en from "./bulk/text/en.js";
import { mountTotals } from "./bulk/totals.js";
import { Work } from "./bulk/work.js";
import { candidates } from "./check.js";
import { button, fill, h } from "./dom.js";
import { mountEvidence } from "./evidence.js";
import { emptyState } from "./form.js";
import {
  address,
  isDark,
  LANGUAGES,
  LOCALES,
  languageOption,
  negotiate,
  RESTS,
  variantOf,
} from "./frame.js";
import { speaker } from "./live.js";
import { givePart, withPart } from "./parts.js";
import { isServed, lookUp } from "./place.js";
import * as report from "./report.js";
import { followTheme } from "./store.js";

const WORDS = { en, de };
/** Milliseconds between two drawings while a check runs. */
const TICK = 100;
const wasm = (name) => new URL(`../lib/wasm/${name}_bg.wasm`, import.meta.url);
// Named one by one, so that what the page does not need stays out of it.
const lib = {
  ...{ adviseActivity, advisePartnerId, checkClaim, diagnoseSubscription, loadLocale, loadSkus },
  ...{ hasEvidence, holdEvidence, mergeEvidence, readEvidence, locales: LOCALES },
  loadEvidence: () => loadEvidence(wasm("cpor_preflight")),
  loadReaders: () => loadExports(wasm("cpor_exports")),
  lookUpTenant: (domain, options) =>
    lookUpTenant(domain, options, { loadExports: lib.loadReaders }),
};

const root = document.documentElement;
const part = (id) => document.getElementById(id);
const language = h("select", { change: switchLanguage }, LOCALES.map(languageOption));
const rules = h("select", { change: switchRules });
const themeName = h("span.hide");
const theme = button(themeName, () => setTheme(isDark() ? "light" : "dark"));
const { say, hush } = speaker(part("live"));
const opened = new Set();
/** Of the form in which rows are corrected, and of the exports, which are the same for all. */
const state = emptyState();
const filter = { severity: "", code: "", field: "" };
let ruleset = new URLSearchParams(location.search).get("ruleset");
let locale;
let words;
let batchWords;
let described;
let failure;
let evidence;
let checkedWith;
let shownBefore;
let building = false;
let drawn;
let phase;
let version;
const work = new Work({
  heard,
  isAcrossRows: (code) => names.codes[code] in described.labels.crossRow,
  checkClaim: (claim) => checkClaim(claim, evidence.known().evidence, core()),
  settings() {
    const known = evidence.known();
    return { evidence: known.parts ?? [known.evidence], options: { ruleset: core().ruleset } };
  },
});

givePart("report", report);
part("tools").append(h("label", h("span.hide", { "data-t": "language" }), language), theme);
for (const type of ["dragover", "drop"]) addEventListener(type, catchFiles);
followTheme(root);
show(negotiate()).then(ready, (error) => {
  // Without words of its own, the page is left with those of the document.
  root.dataset.state = "failed";
  reportError(error);
});

async function ready() {
  // Without it, the page works all the same.
  const { mountVersion } = await import("./version.js").catch(() => ({}));
  const places = { line: part("version"), news: part("newer") };
  version = mountVersion?.({ ...places, isServed, words: () => words, say });
}

/** Shows the page in a language; the work goes on. */
async function show(tag) {
  const loading = (!locale || failure) && load(tag);
  const { load: loadFirst, loadFindings } = LANGUAGES[tag];
  const coming = [loadFirst(), loadFindings(), RESTS[tag]()];
  const [first, later, { default: rest }] = await Promise.all(coming);
  // Another choice may have overtaken this one.
  if (locale && language.value !== tag) return;
  words = { ...over(first.words, later.words), bulk: WORDS[tag] };
  batchWords = rest.batch;
  locale = tag;
  root.lang = tag;
  language.value = tag;
  document.title = words.bulk.title;
  hush();
  version?.draw();
  for (const node of document.querySelectorAll("[data-t]"))
    node.textContent = words[node.dataset.t];
  for (const node of document.querySelectorAll("[data-b]")) {
    node.textContent = words.bulk[node.dataset.b];
  }
  setTheme();
  root.dataset.state ??= "words";
  await (loading || loadLocale(tag));
  build();
  root.dataset.state = "ready";
}

async function load(tag) {
  try {
    const little = { locales: [tag], skus: false, exports: false };
    await Promise.all([init(wasm("cpor_preflight"), little), loadBatch(wasm("cpor_batch"))]);
    await loadSkus();
    failure = "";
  } catch (error) {
    failure = error.code ?? "wasm_fetch_failed";
  }
}

/** Builds everything anew, in the words of the moment; `isQuiet` leaves the focus where it is. */
function build({ isQuiet = true } = {}) {
  part("back").search = new URLSearchParams({ lang: locale, ...(ruleset && { ruleset }) });
  if (failure) return drawFailure();
  described = describe({ locale, ruleset });
  // One that nobody knows has become the default.
  ruleset = described.ruleset.id;
  const shown = drawn?.row.row;
  drawn?.downloads.end();
  work.forget();
  building = true;
  drawn = mountAll();
  building = false;
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
  const { labels, fields, codes, checks } = described;
  const dateLocale = variantOf(locale);
  const own = inserted(words, labels.terms);
  const common = { ...own.common, decides: own.decides, severities: labels.severities };
  const checkLabels = new Map(checks.map(({ id, label }) => [id, label]));
  const byCode = new Map(codes.map((one) => [one.code, one]));
  const severityOf = (code) => byCode.get(names.codes[code])?.severity ?? "warns";
  const checkOf = (code) => {
    const check = byCode.get(names.codes[code])?.check;
    return checkLabels.get(check) ?? bulk.row.acrossRows;
  };
  const shared = { locale, dateLocale, say, work, labels };
  const source = mountSource({ words: bulk.source, fields, locale, take, save: saveParts });
  const mapping = mountMapping({
    ...{ words: bulk.layout, fields, dateLocale },
    required: fields.filter(({ required }) => required).map(({ name }) => name),
  });
  evidence = mountEvidence({
    ...{ lib, locale, dateLocale, state, say, using, opened, keepParts: true },
    words: { ...common, undo: own.undo, undone: own.undone, ...own.evidence, ...bulk.evidence },
    labels: () => labels,
    skuTable: described.skuTable,
    claimed: () => ({}),
    own: () => ({ partnerIds: candidates(state) }),
    busy: (promise) => promise,
    changed: knownChanged,
  });
  const progress = mountProgress({ ...shared, words: { ...bulk.run, ...bulk.layout }, run });
  const found = mountFound({
    ...{ ...shared, words: bulk.list, filter, severityOf, checkOf, labelOf, textsOf },
    open: (number) => drawn.row.show(number),
    filtered: () => drawn.totals.update(work, filter.code),
  });
  const totals = mountTotals({
    ...{ ...shared, words: bulk.totals, codes },
    problems: batchWords.problems,
    textOf: exampleOf,
    choose(code) {
      Object.assign(filter, { severity: "", field: "", code: filter.code === code ? "" : code });
      found.refilter();
      totals.update(work, filter.code);
    },
  });
  const row = mountRow({
    ...{ words: { ...own, bulk }, work, described, state },
    check: {
      ...{ lib, described, words, locale, dateLocale, ruleset, say, using, opened },
      describe: () => described,
      failed: (again) => notify(common.partFailed, [common.retry, again]),
      ...{ failure: "", lookUp, keepParts: true },
      ...{ onErrors() {}, onVerdict() {}, onAsked() {}, retry() {} },
    },
    acrossRows,
    go: (number) => drawn.row.show(number),
    step: (by) => found.step(by),
    formClosed,
    back() {
      found.refilter();
      found.focus();
    },
  });
  const downloads = mountDownloads({
    ...{ ...shared, words: bulk.downloads, labelOf, textsOf },
    about: () => ({ ruleset, today: new Date().toLocaleDateString("sv") }),
  });
  part("bulk").replaceChildren(
    ...[source.node, mapping.node, h("section.card", evidence.node), progress.node],
    ...[totals.node, found.node, row.node, downloads.node],
  );
  return { source, mapping, progress, found, totals, row, downloads };

  /** Under its column's name, if it has one; `field` is a number + 1. */
  function labelOf(field) {
    const name = names.fields[field - 1];
    if (!name) return bulk.list.wholeRow;
    const column = work.columns.indexOf(name);
    const label = fields.find((one) => one.name === name).shortLabel;
    return work.layout?.columns[column]?.name.trim() || fill(bulk.list.noColumn, { field: label });
  }

  /** What is said of a finding, in full. */
  async function textsOf({ row: number, code, field, otherRow }) {
    const name = names.codes[code];
    const across = labels.crossRow[name];
    if (across) {
      const other = fill(bulk.list.otherRow, { row: otherRow });
      return { ...across, what: `${across.what} ${other}`, severity: "warns", source: "" };
    }
    const report = await work.report(number);
    const about = report.findings.filter((one) => one.code === name);
    const said =
      about.find(({ fields: named }) => named[0] === names.fields[field - 1]) ?? about[0];
    const { ruleset: of, section } = said.source;
    return { ...said, source: `${of}: ${section}` };
  }

  function acrossRows(number) {
    return work.findings
      .of(number)
      .map((one) => work.findings.at(one))
      .filter(({ code }) => names.codes[code] in labels.crossRow)
      .map(({ code, otherRow }) => ({ ...labels.crossRow[names.codes[code]], otherRow }));
  }

  /** What a finding says in the first row that has it. */
  async function exampleOf(code) {
    const across = labels.crossRow[code];
    if (across) return { text: across.what };
    const first = work.findings.first(names.codes.indexOf(code));
    const { what } = await textsOf(work.findings.at(first));
    return { text: what, isExample: byCode.get(code).params.length > 0 };
  }
}

/** The work has moved on: it is drawn, after the first findings not more often than helps. */
function heard() {
  if (!drawn) return;
  const isFirst = work.findings.rows > 0 && drawn.found.findings !== work.findings;
  if (work.phase !== phase || phase !== "running" || isFirst) return draw();
  heard.waiting ??= setTimeout(draw, TICK);
}

function draw() {
  clearTimeout(heard.waiting);
  heard.waiting = undefined;
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
  if (isNew && (phase === "running" || before === "running")) say(progress.said());
  if (!hasFound) return;
  found.update();
  totals.update(work, filter.code);
}

async function take(file, name) {
  Object.assign(filter, { severity: "", code: "", field: "" });
  drawn.row.close();
  shownBefore = undefined;
  drawn.downloads.end();
  await work.open(file, name);
  if (work.phase === "columns") drawn.mapping.focus();
  else say(drawn.source.said());
}

/** Checks the file; a row that is shown is shown again, with what is said of it now. */
async function run() {
  shownBefore = drawn.row.row ?? shownBefore;
  drawn.row.close();
  drawn.downloads.end();
  checkedWith = signature();
  await work.run();
  // A check that took this one's place shows it.
  if (work.phase === "running") return;
  if (shownBefore && work.phase === "done") drawn.row.show(shownBefore, { isQuiet: true });
  shownBefore = undefined;
}

/** Other evidence is another answer: what has been checked is checked again. */
function knownChanged() {
  if (building || !drawn || !work.hasRun || drawn.row.isEdited) return;
  if (signature() !== checkedWith) run();
}

/** What is known, to be compared: evidence that the core holds is another one each time. */
function signature() {
  const known = evidence.known();
  return known.parts ? known.evidence : JSON.stringify(known.evidence);
}

/** The form of a row is closed; exports may have been added or removed in it. */
function formClosed() {
  build({ isQuiet: false });
  knownChanged();
}

/** Which rule set applies, its date and its source. */
function drawRules() {
  const { id, title, date, url } = described.ruleset;
  const dates = new Intl.DateTimeFormat(variantOf(locale), { dateStyle: "long", timeZone: "UTC" });
  rules.replaceChildren(
    ...rulesets({ locale }).map((one) =>
      h("option", { value: one.id }, `${one.id} (${one.title})`),
    ),
  );
  rules.value = id;
  part("rules").hidden = false;
  if (!rules.isConnected)
    part("rules").append(h("label", h("span"), rules), h("a", { rel: "external" }));
  const [label, link] = part("rules").children;
  label.firstChild.textContent = words.rulesets.label;
  link.textContent = fill(words.rules, { date: dates.format(new Date(date)) });
  link.href = url;
  link.title = title;
}

/** Checks the same file by another rule set. */
function switchRules() {
  ruleset = rules.value;
  address({ ruleset });
  build();
  say(fill(words.rulesets.chosen, { id: ruleset }));
  if (work.hasRun) run();
}

async function switchLanguage() {
  const tag = language.value;
  try {
    await show(tag);
    address({ lang: locale });
  } catch {
    language.value = locale;
    notify(words.common.partFailed, [words.common.retry, () => show(tag)]);
  }
}

async function using(name, act) {
  try {
    await withPart(name, act);
  } catch {
    notify(words.common.partFailed, [words.common.retry, () => using(name, act)]);
  }
}

/** Says something where it is seen, with a choice `[label, act]`. */
function notify(text, [label, act]) {
  const choice = button(label, () => {
    part("notice").replaceChildren();
    act();
  });
  part("notice").replaceChildren(h("p", text), choice);
  part("notice").focus();
}

function saveParts(name, pieces) {
  download(name, new Blob(pieces, { type: "text/csv" }));
}

function core() {
  return { locale, ruleset };
}

function setTheme(name) {
  if (name) root.dataset.theme = name;
  themeName.textContent = words[isDark() ? "light" : "dark"];
  theme.title = themeName.textContent;
}

/** A file that misses its place must not replace the page, and with it the work. */
function catchFiles(event) {
  if (event.defaultPrevented || !event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  if (event.type === "drop" && drawn)
    take(event.dataTransfer.files[0], event.dataTransfer.files[0].name);
}
