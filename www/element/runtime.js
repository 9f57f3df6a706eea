// What an element shows once it is loaded: the same form, guides and result as on the page, each in
// its shadow root. Everything here comes only when an element is used.

import * as library from "../lib/web.js";
import { inserted } from "../lib/words.js";
import { button, h } from "../page/dom.js";
import { speaker } from "../page/live.js";
import { addPart, givePart, loaded, partsNeed, withPart } from "../page/parts.js";
import * as report from "../page/report.js";
import { worksheet } from "../page/worksheet.js";
import { checkAhead, letGoOfCheck, wantsCore, wordsIn } from "./ahead.js";
import { formContent } from "./content-form.js";
import { activityContent, partnerIdContent } from "./content-guides.js";
import { resultContent } from "./content-result.js";
import css from "./look.css";
import { ELEMENTS } from "./manifest.js";
import { mocked } from "./mock.js";
import { overridden, reworded, unknownNames } from "./overrides.js";
import { warn } from "./warn.js";

const CATALOGUES = {
  en: () => import("../lib/text/en.js"),
  de: () => import("../lib/text/de.js"),
};
const CONTENTS = {
  "cpor-claim-form": formContent,
  "cpor-activity-guide": activityContent,
  "cpor-partner-id-guide": partnerIdContent,
  "cpor-claim-result": resultContent,
};
addPart("diagnosis", () => import("../page/diagnosis.js"));
partsNeed(() => library.loadTexts());
givePart("report", report);

/** Changes of these change every word or number there is, so everything is made anew. */
const ANEW = ["lang", "messages", "ruleset", "feedback", "headingLevel", "lookUp", "mock"];

/**
 * Loads what an element needs, and fills its box. The answer is what base.js calls `content`:
 *
 * - `css`, and `failure` where the checks could not be loaded
 * - `connected(signal)`: it is in a document (again), until the signal says otherwise
 * - `update(changes)`: a set of properties has changed
 * - and what the class of the element asks of its content
 */
export async function start(tag, element) {
  const frame = makeFrame(element, ELEMENTS[tag].parts);
  let core = await load(tag, element);
  const content = CONTENTS[tag](element, frame);
  let making = Promise.resolve();
  show();
  return Object.defineProperties(content, {
    css: { value: css },
    failure: { get: () => core.failure },
    update: { value: update },
  });

  function show() {
    frame.name(core);
    content.show({ ...core, retry });
    const { ruleset } = element;
    const outdated = !core.failure && ruleset && core.described.ruleset.id !== ruleset;
    if (!outdated) return frame.quiet();
    const text = core.words.result.failures.rules_outdated.replace(
      "{ruleset}",
      core.described.ruleset.id,
    );
    frame.notify(text);
    element.tell("claim-error", { detail: { code: "rules_outdated", message: text } });
  }

  function update(changes) {
    const comes = changes.has("evidence") && element.evidence && !library.hasEvidence();
    if (comes || ANEW.some((name) => changes.has(name))) return retry();
    return content.changed?.(changes);
  }

  async function anew() {
    const before = core.failure?.code;
    core = await load(tag, element);
    show();
    if (core.failure || before) element.finished(core.failure);
  }

  /** One after the other: an earlier language must not overtake a later one. */
  function retry() {
    making = making.then(anew).catch((error) => {
      const { internal } = core.words.result.failures;
      frame.notify(internal, [core.words.common.retry, retry]);
      element.tell("claim-error", { detail: { code: "internal", message: internal, error } });
    });
    return making;
  }
}

/** Words, and the library where it can be loaded. */
async function load(tag, element) {
  const locale = library.negotiateLocale(element.wantedLocales);
  const [failed, { default: own }] = await Promise.all([
    loadCore(tag, element, locale),
    loaded(locale, () => wordsIn(locale)),
  ]);
  const messages = element.messages ?? {};
  const words = overridden(own, messages);
  if (element.messages) warnOfUnknown(tag, messages, own, locale);
  const dateLocale = navigator.languages.find((tag) => tag.startsWith(locale)) ?? locale;
  const common = { locale, dateLocale, words, ruleset: element.ruleset || undefined };
  if (failed) {
    const { default: catalogue } = await CATALOGUES[locale]();
    const { [failed.code]: reason = words.result.failures.internal } = words.result.failures;
    const failure = { code: failed.code ?? "internal", message: reason, error: failed };
    return termed({
      ...{ ...common, failure },
      described: reworded(worksheet(catalogue, common.ruleset), messages),
    });
  }
  const describe = () => reworded(library.describe({ locale, ruleset: common.ruleset }), messages);
  const lib = {
    ...library,
    locales: library.LOCALES,
    loadEvidence: () => library.loadEvidence(),
    loadReaders: () => library.loadExports(),
    checkClaim: mocked(element.mock, library.checkClaim, messages),
  };
  return termed({ ...common, lib, describe, described: describe() });
}

/** A misspelt name would be overlooked in silence. */
async function warnOfUnknown(tag, messages, own, locale) {
  const { default: catalogue } = await CATALOGUES[locale]();
  for (const name of unknownNames(messages, [own, catalogue])) {
    warn(`messages of <${tag}> has ${name}, which is no text of the element.`);
  }
}

/** The page's words say what the rule set calls things. */
function termed(core) {
  return { ...core, words: inserted(core.words, core.described.labels.terms) };
}

async function loadCore(tag, element, locale) {
  if (/^(wasm_|internal)/.test(element.mock)) return { code: element.mock };
  try {
    const evidence = wantsCore(tag, element);
    const little = { skus: false, exports: false, evidence, texts: "form" };
    const check = evidence ? undefined : await checkAhead();
    await library.init(check, { locales: [locale], ...little });
    return undefined;
  } catch (error) {
    return error;
  } finally {
    letGoOfCheck();
  }
}

/** What surrounds the content of every element: slots, notice, live region; parts and levels of headings. */
function makeFrame(element, parts) {
  const label = h("slot", { name: "label" });
  const hint = h("slot", { name: "hint" });
  const notice = h("div.notice", { tabindex: "-1" });
  const body = h("div");
  const region = h("p.hide", { "aria-live": "polite" });
  const live = speaker(region);
  const { box } = element;
  let words;
  dress(box, parts, () => element.headingLevel);
  box.replaceChildren(
    h("slot", { name: "before" }),
    h("div.header", label, hint),
    notice,
    body,
    h("slot", { name: "after" }),
    region,
  );
  return { body, live, name, notify, quiet, using, failed };

  /** Says in which language, and how screen readers call the element as a whole. */
  function name(core) {
    ({ words } = core);
    box.lang = core.locale;
    live.hush();
    const { internals } = element;
    internals.role = "group";
    internals.ariaLabel = words.title;
    const labels = label.assignedElements();
    if (labels.length && "ariaLabelledByElements" in internals) {
      internals.ariaLabelledByElements = labels;
    }
  }

  function notify(text, ...choices) {
    const buttons = choices.map(([title, act]) =>
      button(title, () => {
        quiet();
        act();
      }),
    );
    notice.replaceChildren(h("p", text), ...buttons);
    live.say(text);
  }

  function quiet() {
    notice.replaceChildren();
  }

  async function using(part, act) {
    try {
      await withPart(part, act);
    } catch {
      failed(() => using(part, act));
    }
  }

  function failed(again) {
    notify(words.common.partFailed, [words.common.retry, again]);
    notice.focus();
  }
}

/** Parts and levels follow whatever is drawn, so that what draws needs to know of neither. */
function dress(box, parts, level) {
  const observer = new MutationObserver((records) => {
    for (const root of new Set(records.map(({ target }) => target))) {
      for (const { name, selector } of parts) {
        for (const node of root.querySelectorAll(selector)) node.part.add(name);
      }
      // A guide alone begins with what is a third level among the parts of a form.
      const shift = level() - (box.querySelector("h2") ? 2 : 3);
      for (const heading of shift ? root.querySelectorAll("h2, h3, h4") : []) {
        heading.ariaLevel = String(Math.min(Number(heading.localName[1]) + shift, 6));
      }
    }
  });
  observer.observe(box, { childList: true, subtree: true });
}
