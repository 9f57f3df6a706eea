// The page with the form.

import { isServed, loadStyle, lookUp } from "#place";
import { pageTexts, texts } from "../generated/texts.js";
import { engine } from "../lib/shared.ts";
import { APP_PARTS } from "./app-parts.js";
import { mountCheck } from "./check.js";
import { button, fill, h, keepFocus, lateDetails, remember } from "./dom.js";
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
import { Parts } from "./parts.js";
import { Session } from "./session.js";
import { attempt, keep, take } from "./store.js";
import { Workers } from "./workers.js";
import { worksheet } from "./worksheet.js";

const EXAMPLES = ["good", "csp", "presales", "swapped", "offer"];
const SOON = ["handoff", "guides", "exports", "lookup"];
/** Where the parts are, under their names. */
const BASE = import.meta.url;

start();

function start() {
  const root = document.documentElement;
  const part = (id) => document.getElementById(id);
  const kept = attempt(take) ?? {};
  const parts = new Parts(APP_PARTS, {
    needs: (name) => Promise.all([loadStyle(), name === "lookup" && engine.load("lookUp")]),
    again: (name, count) => import(new URL(`${name}.js?${count}`, BASE).href),
  });
  const session = new Session({ parts, workers: new Workers() });
  const live = speaker(part("live"));
  const { say } = live;
  const tools = mountTools(part("tools"), switchLanguage);
  const rules = mountRules(part("rules"), switchRules);
  const notice = mountNotice(part("notice"), { say, choose: answerNotice });
  const { using, failed } = withRetry(parts, notice, () => words.common);
  const bar = part("bar");
  let offered = kept.state;
  let state = emptyState();
  /** The rule set that was chosen; without one, that of the claim's day applies, `edition` at the moment. */
  let ruleset = rulesetAsked();
  let edition;
  let locale;
  /** The page's words, and the library's of a claim. */
  let words;
  let catalogue;
  /** Why the check could not be loaded, as a code. */
  let failure;
  let rulesInUse;
  let check;
  let version;

  if (kept.theme) root.dataset.theme = kept.theme;
  addEventListener("pagehide", () => attempt(() => keep(root.dataset.theme, worthKeeping())));
  addEventListener("pageshow", ({ persisted }) => persisted && attempt(take));
  addEventListener("beforeprint", () =>
    addEventListener("afterprint", check?.result.unfold(), { once: true }),
  );
  catchFiles((files) => check?.addFiles?.(files));
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

  /** What is not needed at once: the rest of the result, and the page's version. */
  async function ready() {
    const result = Promise.resolve(parts.with("report", () => "here"));
    // What does not come is missed, and asked for again, where it is needed.
    root.dataset.rest = await result.catch(() => "missing");
    drawDate();
    parts.loadSoon(...SOON);
    if (root.dataset.rest === "missing") return;
    version = await showVersion({ isServed, words: () => words, say });
  }

  /** Shows the page in a language; what was typed stays. */
  async function show(tag) {
    const loading = (!locale || failure) && load(tag);
    const coming = [pageTexts[tag](), texts[tag].claim()];
    const [page, claim] = await Promise.all(coming);
    // Another choice may have overtaken this one.
    if (locale && tools.language.value !== tag) return;
    words = page.default;
    catalogue = claim.default;
    locale = tag;
    root.lang = tag;
    tools.language.value = tag;
    document.title = words.title;
    live.hush();
    notice.draw();
    version?.draw();
    drawWords("data-t", words);
    tools.draw(words);
    root.dataset.state ??= "words";
    await (loading || engine.loadLocale(tag));
    await mount();
    root.dataset.state = "ready";
  }

  async function load(tag) {
    try {
      await engine.init({ parts: ["check"], locales: [tag] });
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
    const describe = () => engine.describe({ locale, ruleset: ruleset ?? edition });
    const described = failure ? worksheet(catalogue, ruleset) : describe();
    check?.stop();
    check = mountCheck(part("form"), part("result"), {
      ...{
        session,
        described,
        describe,
        state,
        words,
        locale,
        say,
        failure,
        using,
        failed,
        lookUp,
        ruleset,
        onEdition,
      },
      engine: failure ? undefined : engine,
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
    notice.show(() => [
      words.restore,
      [words.restoreYes, () => replace(before)],
      [words.restoreNo],
    ]);
  }

  /** The rule set in use, and what it says otherwise than the others. */
  function drawRules(inUse) {
    part("rules").hidden = part("rulesets").hidden = !inUse;
    rulesInUse = inUse;
    if (!inUse) return;
    const titles = Object.entries(catalogue.rulesets).map(([id, { title }]) => [id, title]);
    rules.draw(inUse, ruleset, Object.fromEntries(titles), words);
    const ids = titles.map(([id]) => id);
    const describe = (id) => engine.describe({ locale, ruleset: id });
    const changes = lateDetails(words.rulesets.title, words.common, async () => {
      await engine.load("rest");
      return parts.with("rulesets", ({ drawRulesets }) =>
        drawRulesets({
          ...{ describe, ids, id: inUse.id, dates: dates() },
          words: { ...words.common, ...words.rulesets },
        }),
      );
    });
    part("rulesets").replaceChildren(remember(session.opened, "rulesets", changes));
  }

  /**
   * The rule set's date as a person writes it, once the page has been painted: to learn how takes longer
   * than the form.
   */
  function drawDate() {
    if (!rulesInUse) return;
    const { date } = rulesInUse;
    rules.date(root.dataset.rest ? dates().format(new Date(date)) : date);
  }

  function dates() {
    return new Intl.DateTimeFormat(variantOf(locale), { dateStyle: "long", timeZone: "UTC" });
  }

  /** Checks the same claim by another rule set; what was typed stays. */
  async function switchRules(chosen) {
    ruleset = chosen;
    edition = undefined;
    address({ ruleset });
    await mount();
    sayRules();
  }

  /** The day of the claim is another one, and with it the rule set in force: names follow. */
  async function onEdition(id) {
    edition = id;
    const wasSummed = document.activeElement.matches(".summary");
    const restoreFocus = keepFocus(part("form"));
    await mount();
    if (wasSummed) check.form.sumUp();
    else restoreFocus();
    sayRules();
  }

  function sayRules() {
    if (rulesInUse) say(fill(words.rulesets.chosen, { id: rulesInUse.id }));
  }

  async function fillExample(id) {
    try {
      const loading = parts.with("examples", ({ example }) => example(id));
      replace(await check.busy(Promise.resolve(loading)), () => words.exampleFilled);
    } catch {
      notice.show(() => [words.exampleFailed, [words.common.retry, () => fillExample(id)]]);
    }
  }

  function answerNotice(act) {
    offered = undefined;
    act?.();
    part("form").focus({ preventScroll: true });
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
    if (text) notice.show(() => [text(), [words.undo, undo]]);
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

  function worthKeeping() {
    const { typed, exports, diagnosis } = state;
    const isWorth = [typed, diagnosis.answers].some((answers) =>
      Object.values(answers).some(Boolean),
    );
    return isWorth || exports.length ? state : offered;
  }
}
