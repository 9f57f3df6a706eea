import {
  adviseActivity,
  advisePartnerId,
  checkClaim,
  describe,
  diagnoseSubscription,
  hasEvidence,
  holdEvidence,
  init,
  loadEvidence,
  loadExports,
  loadLocale,
  loadSkus,
  loadTexts,
  lookUpTenant,
  mergeEvidence,
  readEvidence,
} from "../lib/preflight.js";
import { over } from "../lib/words.js";
import { mountCheck } from "./check.js";
import { button, fill, h, lateDetails, remember } from "./dom.js";
import { emptyState } from "./form.js";
import {
  address,
  isDark,
  LANGUAGES,
  LOCALES,
  languageOption,
  negotiate,
  variantOf,
} from "./frame.js";
import { speaker } from "./live.js";
import { addPart, loadSoon, partsNeed, withPart } from "./parts.js";
import { isServed, loadStyle, lookUp } from "./place.js";
import { attempt, keep, take } from "./store.js";
import { worksheet } from "./worksheet.js";

// Named one by one, so that what the page does not need stays out of it.
const lib = {
  ...{ adviseActivity, advisePartnerId, checkClaim, diagnoseSubscription, loadLocale, loadSkus },
  ...{ hasEvidence, holdEvidence, mergeEvidence, readEvidence, locales: LOCALES },
  loadEvidence: () => loadEvidence(wasm("preflight")),
  loadReaders: () => loadExports(wasm("exports")),
  lookUpTenant: (domain, options) =>
    lookUpTenant(domain, options, { loadExports: lib.loadReaders }),
};
const EXAMPLES = ["good", "csp", "presales", "swapped", "offer"];

const root = document.documentElement;
const part = (id) => document.getElementById(id);
const bar = part("bar");
const language = h("select", { change: switchLanguage }, LOCALES.map(languageOption));
const rules = h("select", { change: switchRules });
const themeName = h("span.hide");
const theme = button(themeName, () => setTheme(isDark() ? "light" : "dark"));
const kept = attempt(take) ?? {};
let offered = kept.state;
let state = emptyState();
let ruleset = new URLSearchParams(location.search).get("ruleset");
let locale;
let words;
/** The same by language, as far as they have come. */
const allWords = {};
let catalogue;
let failure;
let ruled;
let check;
let version;
let noticed;
const opened = new Set();
const live = speaker(part("live"));
const { say } = live;

addPart("examples", () => import("./examples.js"));
addPart("diagnosis", () => import("./diagnosis.js"));
addPart("rulesets", () => import("./rulesets.js"));
addPart("report", () => import("./report.js"));
partsNeed((name) =>
  Promise.all([loadStyle("late"), loadWords(), loadTexts(name === "report" ? "form" : "all")]),
);

part("tools").append(h("label", h("span.hide", { "data-t": "language" }), language), theme);
if (kept.theme) root.dataset.theme = kept.theme;
addEventListener("pagehide", () => attempt(() => keep(root.dataset.theme, worthKeeping())));
addEventListener("pageshow", ({ persisted }) => persisted && attempt(take));
addEventListener("beforeprint", () =>
  addEventListener("afterprint", check?.result.unfold(), { once: true }),
);
for (const type of ["dragover", "drop"]) addEventListener(type, catchFiles);
bar.addEventListener("click", (event) => {
  event.preventDefault();
  check.result.focus();
});
new IntersectionObserver(([{ isIntersecting }]) => {
  bar.classList.toggle("off", isIntersecting);
}).observe(part("result"));
show(negotiate()).then(ready, (error) => {
  // Without words of its own, the page is left with those of the document.
  root.dataset.state = "failed";
  reportError(error);
});

/** What is not needed at once: the rest of the page, and word of its version. */
async function ready() {
  const told = Promise.resolve(withPart("report", () => "here"));
  // What does not come is missed, and asked for again, where it is needed.
  root.dataset.rest = await told.catch(() => "missing");
  drawDate();
  loadSoon();
  if (root.dataset.rest === "missing") return;
  // Without it, the page works all the same.
  const { mountVersion } = await import("./version.js").catch(() => ({}));
  const places = { line: part("version"), news: part("newer") };
  version = mountVersion?.({ ...places, isServed, words: () => words, say });
}

/** Shows the page in a language; what was typed stays. */
async function show(tag) {
  const isFirst = !locale;
  const loading = (isFirst || failure) && load(tag);
  const said = await LANGUAGES[tag].load();
  allWords[tag] ??= said.words;
  if (!isFirst) await loadWords(tag);
  // Another choice may have overtaken this one.
  if (locale && language.value !== tag) return;
  catalogue = said.default;
  words = allWords[tag];
  locale = tag;
  root.lang = tag;
  language.value = tag;
  document.title = words.title;
  live.hush();
  drawNotice();
  version?.draw();
  for (const node of document.querySelectorAll("[data-t]")) {
    node.textContent = words[node.dataset.t];
  }
  setTheme();
  root.dataset.state ??= "words";
  await (loading || loadLocale(tag));
  await mount();
  root.dataset.state = "ready";
}

/** The words that an empty form does without. */
async function loadWords(tag = locale) {
  const { words: more } = await LANGUAGES[tag].loadFindings();
  allWords[tag] = over(allWords[tag], more);
  if (tag === locale) words = allWords[tag];
}

/** Of the first language, only what an empty form says: the rest comes right after that. */
async function load(tag) {
  const texts = locale ? "form" : "first";
  try {
    await init(wasm("check"), { locales: [tag], skus: false, evidence: false, texts });
    failure = "";
  } catch (error) {
    failure = error.code ?? "wasm_fetch_failed";
  }
}

/** A check that cannot be mounted still leaves the worksheet. */
async function mount() {
  try {
    await build();
  } catch (error) {
    if (failure) throw error;
    reportError(error);
    failure = "internal";
    await build();
  }
}

async function build() {
  const describeNow = () => describe({ locale, ruleset });
  const described = failure ? worksheet(catalogue, ruleset) : describeNow();
  const tag = locale;
  check?.stop();
  check = mountCheck(part("form"), part("result"), {
    ...{ described, state, locale, say, failure, using, failed, opened },
    get words() {
      return allWords[tag];
    },
    describe: describeNow,
    lib: failure ? undefined : lib,
    lookUp,
    // One that nobody knows has become the default.
    ruleset: described.ruleset?.id,
    dateLocale: variantOf(locale),
    actions: button(words.clear, () => replace({}, () => words.cleared)),
    async retry() {
      await load(locale);
      await mount();
    },
    onErrors(count) {
      const title = count ? `${words.common.error}: ${words.title}` : words.title;
      // Browsers take as long to change a title as to check a claim.
      if (document.title !== title) document.title = title;
    },
    onVerdict(text, headline) {
      bar.textContent = headline;
      live.verdict(text);
    },
    onAsked: live.repeat,
  });
  part("diagnosis").replaceChildren(check.diagnosis ?? "");
  drawRules(described.ruleset);
  drawDate();
  const examples = EXAMPLES.map((id) => button(words.exampleNames[id], () => fillExample(id)));
  part("examples").replaceChildren(...(failure ? [] : [h("span", words.examples), ...examples]));
  const before = offered;
  if (!before) return;
  notify(() => [words.restore, [words.restoreYes, () => replace(before)], [words.restoreNo]]);
}

/** Which rule set applies, its date and source, and what it says otherwise than the others. */
function drawRules(inUse) {
  part("rules").hidden = part("rulesets").hidden = !inUse;
  ruled = inUse;
  if (!inUse) return;
  const { id, title, url } = inUse;
  const all = Object.entries(catalogue.rulesets);
  rules.replaceChildren(
    ...all.map(([value, own]) => h("option", { value }, `${value} (${own.title})`)),
  );
  rules.value = id;
  if (!rules.isConnected)
    part("rules").append(h("label", h("span"), rules), h("a", { rel: "external" }));
  const [label, link] = part("rules").children;
  label.firstChild.textContent = words.rulesets.label;
  link.href = url;
  link.title = title;
  const ids = all.map(([value]) => value);
  const described = (other) => describe({ locale, ruleset: other });
  const changes = lateDetails(words.rulesets.title, words.common, () =>
    withPart("rulesets", ({ drawRulesets }) =>
      drawRulesets({ describe: described, words: words.rulesets, ids, id, dates: dates() }),
    ),
  );
  part("rulesets").replaceChildren(remember(opened, "rulesets", changes));
}

/**
 * The rule set's date as a person writes it, once the page has been painted: to learn how takes longer
 * than the form.
 */
function drawDate() {
  if (!ruled) return;
  const { rest } = root.dataset;
  const date = rest ? dates().format(new Date(ruled.date)) : ruled.date;
  part("rules").lastChild.textContent = fill(words.rules, { date });
}

const dates = () =>
  new Intl.DateTimeFormat(variantOf(locale), { dateStyle: "long", timeZone: "UTC" });

/** Checks the same claim by another rule set; what was typed stays. */
async function switchRules() {
  ruleset = rules.value;
  address({ ruleset });
  await mount();
  say(fill(words.rulesets.chosen, { id: ruleset }));
}

async function fillExample(id) {
  try {
    const loading = withPart("examples", ({ example }) => example(id));
    replace(await check.busy(Promise.resolve(loading)), () => words.exampleFilled);
  } catch {
    notify(() => [words.exampleFailed, [words.common.retry, () => fillExample(id)]]);
  }
}

/** Does something with a part of the page, at once or when it has come. */
async function using(name, act) {
  try {
    await withPart(name, act);
  } catch {
    failed(() => using(name, act));
  }
}

/** Says that something did not load, where it is seen, and offers another try. */
function failed(again) {
  notify(() => [words.common.partFailed, [words.common.retry, again]]);
  part("notice").focus();
}

/** Puts another content into the form; one step back is always possible. */
function replace(content, text) {
  const before = state;
  const undo = () => {
    state = before;
    mount();
    say(words.undone);
  };
  state = { ...emptyState(), ...content };
  mount();
  if (text) notify(() => [text(), [words.undo, undo]]);
}

/** `tell()` answers with a text and choices [label, act], in the language of the moment. */
function notify(tell) {
  noticed = tell;
  drawNotice();
  say(tell()[0]);
  if (document.activeElement === document.body) part("notice").focus();
}

function drawNotice() {
  if (!noticed) return;
  const [text, ...choices] = noticed();
  const buttons = choices.map(([label, act]) =>
    button(label, () => {
      offered = noticed = undefined;
      part("notice").replaceChildren();
      act?.();
      part("form").focus({ preventScroll: true });
    }),
  );
  part("notice").replaceChildren(h("p", text), ...buttons);
}

async function switchLanguage() {
  const tag = language.value;
  try {
    await show(tag);
    address({ lang: locale });
  } catch {
    language.value = locale;
    failed(() => {
      language.value = tag;
      switchLanguage();
    });
  }
}

function wasm(name) {
  return new URL(`../lib/wasm/cpor_${name}_bg.wasm`, import.meta.url);
}

function setTheme(name) {
  if (name) root.dataset.theme = name;
  themeName.textContent = words[isDark() ? "light" : "dark"];
  theme.title = themeName.textContent;
}

/** A file that misses the drop zone must not replace the page, and with it what was typed. */
function catchFiles(event) {
  if (event.defaultPrevented || !event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  if (event.type === "drop") check?.addFiles?.(event.dataTransfer.files);
}

function worthKeeping() {
  const { typed, exports, diagnosis } = state;
  const isWorth = [typed, diagnosis.answers].some((answers) =>
    Object.values(answers).some(Boolean),
  );
  return isWorth || exports.length ? state : offered;
}
