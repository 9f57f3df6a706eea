// What an element shows once it has loaded: the same views as on the page, each in the element's shadow
// root.

import type { Words } from "../form/kit.js";
import type { Library } from "../form/library.js";
import { ELEMENTS } from "../generated/elements.js";
import { formTexts } from "../generated/form-texts.js";
import type { Locale } from "../generated/lists.js";
import { texts } from "../generated/texts.js";
import { PreflightError } from "../lib/error.js";
import type { ClaimError } from "../lib/events.js";
import { listFormat, monthFormat } from "../lib/formats.js";
import {
  adviseActivity,
  advisePartnerId,
  afterFiling,
  claimForm,
  classifyIdentifier,
  customerLetter,
  describe,
  diagnoseSubscription,
  holdEvidence,
  loadLocale,
  lookUpTenant,
  mergeEvidence,
  proofChecklist,
  readReply,
  toCalendar,
} from "../lib/library.js";
import { negotiateLocale } from "../lib/locales.js";
import { rulesetNamed } from "../lib/registry.js";
import { engine } from "../lib/shared.js";
import { warn } from "../lib/warn.js";
import { type AllWords, inserted, merged } from "../lib/words.js";
import type { Content, CporElement } from "./base.js";
import { formContent } from "./content-form.js";
import { type Frame, makeFrame, type PartOf } from "./frame.js";
import { mocked } from "./mock.js";
import { overridden, reworded, unknownNames } from "./overrides.js";
import { partOf, type Tag } from "./parts.js";
import { sheetFor } from "./sheets.js";
import type { Context, Messages, Shown } from "./types.js";
import { unchecked, worksheet } from "./worksheet.js";

type Made = Omit<Content, "css" | "failure" | "update"> & {
  show(context: Shown): void;
  changed?(changes: ReadonlySet<string>): void;
};

type Make = (element: CporElement, frame: Frame) => Made;
/** The form, which most pages show, waits for no further script; the others are loaded with the first that shows them. */
const CONTENTS: Record<Tag, () => Promise<Make>> = {
  "cpor-claim-form": async () => formContent,
  "cpor-activity-guide": async () => (await import("./content-guides.js")).activityContent,
  "cpor-partner-id-guide": async () => (await import("./content-guides.js")).partnerIdContent,
  "cpor-claim-result": async () => (await import("./content-result.js")).resultContent,
};
/** When one of these changes, every word or number may change, so everything is made anew. */
const MADE_ANEW_BY = [
  ...["feedback", "headingLevel", "intake", "lang", "lookUp", "messages", "mock", "ruleset"],
  "steps",
];
/** What of the library the views use beside the check. */
const LIBRARY: Omit<Library, "checkClaim"> = {
  ...{ adviseActivity, advisePartnerId, afterFiling, claimForm, classifyIdentifier },
  ...{ customerLetter, describe, diagnoseSubscription, holdEvidence, loadLocale, lookUpTenant },
  ...{ mergeEvidence, proofChecklist, readReply, toCalendar },
  readAnything: async (...asked) => (await import("./reading.js")).readApart(...asked),
  takeIn: async (...asked) => (await import("./reading.js")).takenIn({ holdEvidence }, ...asked),
};

/**
 * Loads what an element needs, and fills its box. Returns what base.js calls `content`:
 *
 * - `css`, and `failure` where the check could not be loaded
 * - `connected(signal)`: it is in a document (again), until the signal aborts
 * - `update(changes)`: a set of properties has changed
 * - and what the class of the element asks of its content
 */
export async function start(tag: Tag, element: CporElement): Promise<Content> {
  /** The rule set that the claim's day names, where none is named otherwise. */
  let edition: string | undefined;
  const [first, make, { STYLE }] = await Promise.all([
    load(tag, element),
    CONTENTS[tag](),
    import("../generated/element-style.js").then((style) => {
      // Parsed while the rest is on its way; the document keeps it.
      sheetFor(element.ownerDocument, style.STYLE);
      return style;
    }),
  ]).catch((error: unknown) => {
    throw error instanceof PreflightError ? error : new PreflightError("wasm_fetch_failed", error);
  });
  let context = first;
  // Until now the box shows the placeholder.
  const frame = makeFrame(element, ELEMENTS[tag].parts as PartOf[]);
  const content = make(element, frame);
  let making: Promise<void> = Promise.resolve();
  show();
  return Object.defineProperties(content, {
    css: { value: STYLE },
    failure: { get: () => context.failure },
    update: { value: update },
  }) as Made & Content;

  function show(): void {
    frame.name(context);
    content.show({ ...context, retry, onEdition });
    const { failure, described, words } = context;
    const { ruleset } = element;
    const isOutdated = !failure && ruleset && ruleset !== "latest" && !isKnown(ruleset);
    if (!isOutdated) {
      frame.quiet();
      return;
    }
    const day = new Date(rulesetNamed(described.ruleset.id).page.date);
    const used = monthFormat(context.dateLocale).format(day);
    const message = words.portal.rulesOutdated.replace("{month}", used);
    frame.notify(message);
    element.dispatch("claim-error", { detail: { code: "rules_outdated", message } });
  }

  function update(changes: ReadonlySet<string>): unknown {
    const needsCore = changes.has("evidence") && element.evidence && !engine.hasCore;
    if (changes.has("ruleset")) edition = undefined;
    if (needsCore || MADE_ANEW_BY.some((name) => changes.has(name))) return retry();
    return content.changed?.(changes);
  }

  /** The claim is judged by another rule set from now on: names follow. */
  function onEdition(id: string): void {
    // A report of the host's may be by one that is newer than this version.
    if (edition === id || !isKnown(id)) return;
    edition = id;
    retry();
  }

  async function makeAnew(): Promise<void> {
    const before = context.failure?.code;
    context = await load(tag, element, edition);
    show();
    if (context.failure || before) element.finished(context.failure);
  }

  /** One after the other: an earlier language must not overtake a later one. */
  function retry(): Promise<void> {
    making = making.then(makeAnew).catch((error: unknown) => {
      const { failures, retry: title } = context.words;
      const { internal } = failures;
      frame.notify(internal, [title, retry]);
      element.dispatch("claim-error", { detail: { code: "internal", message: internal, error } });
    });
    return making;
  }
}

/** Words, and the engine where it could be started. */
async function load(tag: Tag, element: CporElement, edition?: string): Promise<Context> {
  const locale = negotiateLocale(element.wantedLocales);
  const messages = element.messages ?? {};
  const ruleset = element.ruleset || undefined;
  const inUse = { locale, ruleset: edition ?? ruleset };
  const now = () => reworded(engine.describe(inUse), messages);
  /** Takes no wasm, so it is done while that is on its way. */
  const ahead = () => {
    // Browsers take milliseconds to make the first format.
    listFormat(locale);
    return now();
  };
  const [error, own, early] = await Promise.all([
    startEngine(tag, element, locale),
    wordsFrom(formTexts[locale]) as Promise<Words>,
    engine.loadLocale(locale).then(ahead, () => undefined),
  ]);
  if (element.messages) warnOfUnknownTexts(tag, messages, own, locale);
  const dateLocale = navigator.languages.find((one) => one.startsWith(locale)) ?? locale;
  const common = { locale, dateLocale, ruleset };
  const words = overridden(own, messages);
  if (error) {
    const { code = "internal" } = error;
    const failures: Partial<Record<string, string>> & { internal: string } = words.failures;
    const failure = { code, message: failures[code] ?? failures.internal, error };
    const catalogue = (await wordsFrom(texts[locale].claim)) as AllWords;
    const described = reworded(worksheet(catalogue, ruleset), messages);
    const library = unchecked(ruleset);
    return withTerms({ ...common, words, failure, library, described, describe: () => described });
  }
  const described = early && !engine.hasCore ? early : now();
  let [latest, hadCore] = [described, engine.hasCore];
  const checkClaim = mocked(
    element.mock,
    (claim, evidence, options) => engine.checkClaim(claim, evidence, options),
    messages,
  );
  return withTerms({
    ...{ ...common, words, described },
    library: { ...LIBRARY, checkClaim },
    describe() {
      if (hadCore !== engine.hasCore) [latest, hadCore] = [now(), engine.hasCore];
      return latest;
    },
  });
}

const isKnown = (ruleset: string): boolean => rulesetNamed(ruleset).id === ruleset;

async function wordsFrom(load: () => unknown): Promise<unknown> {
  try {
    return ((await load()) as { default: unknown }).default;
  } catch (error) {
    throw new PreflightError("wasm_fetch_failed", error);
  }
}

/** Resolves to nothing, or to the error that says why the engine could not be started. */
async function startEngine(
  tag: Tag,
  element: CporElement,
  locale: Locale,
): Promise<Partial<ClaimError> | undefined> {
  const { mock } = element;
  if (/^(wasm_|internal)/.test(mock)) return { code: mock as ClaimError["code"] };
  try {
    await engine.init({ parts: [partOf(tag, element)], locales: [locale] });
    return undefined;
  } catch (error) {
    return error as Partial<ClaimError>;
  }
}

/** Without this, a misspelled name among the host's texts would go unnoticed. */
async function warnOfUnknownTexts(
  tag: Tag,
  messages: Messages,
  words: Words,
  locale: Locale,
): Promise<void> {
  const parts = await Promise.all(Object.values(texts[locale]).map(wordsFrom));
  const catalogue = parts.reduce(merged);
  for (const name of unknownNames(messages, [words, catalogue])) {
    warn(`messages of <${tag}> has ${name}, which is no text of the element.`);
  }
}

/** The form's words with the names that the rule set uses. */
function withTerms(context: Context): Context {
  return { ...context, words: inserted(context.words, context.described.labels.terms) };
}
