// What `<cpor-claim-form>` shows: the claim in five cards, with verdict and findings beside it.

import { arrange } from "../form/arrange.js";
import { CARD_FIELDS, type CardId } from "../form/cards.js";
import { claimView } from "../form/claim.js";
import { h, show as reveals } from "../form/dom.js";
import { Kit, Place } from "../form/kit.js";
import type { Library } from "../form/library.js";
import type { Products } from "../form/products.js";
import { type Source, Store } from "../form/store.js";
import { verdictView } from "../form/verdict.js";
import type { Field } from "../generated/lists.js";
import { FIELDS } from "../generated/names.js";
import { engine } from "../lib/shared.js";
import type { Finding, Report } from "../lib/types.js";
import type { CporElement } from "./base.js";
import { evidenceFor } from "./evidence.js";
import { failureView } from "./failure.js";
import type { CporClaimForm, Kept } from "./form.js";
import { type Frame, keptFocus } from "./frame.js";
import { GUIDES, guideFold } from "./guide-fold.js";
import { hostOf, printable } from "./host.js";
import type * as moreScript from "./more.js";
import { takenOver } from "./taken-over.js";
import type { Named, Shown, Texts } from "./types.js";

type More = typeof moreScript;
export type FormContent = ReturnType<typeof formContent>;

/** The first fault of a claim, with its control. */
export interface Fault {
  message: string;
  missing: boolean;
  control: HTMLElement | undefined;
}

export function formContent(base: CporElement, { body, live, notify, quiet, failed }: Frame) {
  const element = base as CporClaimForm;
  const place = new Place();
  /** Made by `show`, which comes first, and anew by each other one. */
  let context: Shown | undefined;
  let kit!: Kit;
  let fieldset!: HTMLFieldSetElement;
  let side!: HTMLElement;
  let views = new AbortController();
  let products: Products | undefined;
  let more: More | undefined;
  const library = new Proxy({} as Library, {
    get: (_, name) => context?.library[name as keyof Library],
  });
  const nameOf = (partNumber: string) => products?.named(partNumber)?.name;
  const store = new Store(library, { nameOf });
  const bringEvidence = evidenceFor(store, library);
  /** What the host has heard of. */
  let heard = { input: store.claim, change: store.claim };
  let heardReport: Report | undefined;
  let heardFindings = new Set<string>();
  /** What the host wants. */
  let given: { ruleset?: string | undefined; intake: boolean } = { intake: false };

  hold({ ...element.value, ...takenOver(element) });
  listen();
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", () => {
      const late = takenOver(element);
      if (Object.keys(late).length) hold({ ...store.claim, ...late });
    });
  }
  return {
    show,
    changed,
    load,
    check: async () => {
      const report = check();
      await store.settled;
      return report;
    },
    focusField,
    reveal,
    disable,
    submits,
    connected(signal: AbortSignal) {
      printable(body, signal);
      addEventListener("pageshow", ({ persisted }) => persisted && store.showAgain(), { signal });
    },
    restore: ({ typed, checked }: Kept) => hold(typed, checked),
    reset: (claim: Texts) => hold(claim),
    get value(): Texts {
      return { ...store.claim };
    },
    get report(): Report | null {
      return reportNow();
    },
    get anchor(): HTMLElement | null {
      return body.querySelector("input");
    },
    fill: async (values: Texts) => {
      store.apply(known(values));
      await store.settled;
    },
    addFiles: (files: Iterable<File>) => read([...files]),
    toText: async (): Promise<string> => (await loadMore()).handoffText(kit),
  };

  function show(next: Shown): void {
    const isFirst = !context;
    context = next;
    const { words, locale, failure, ruleset } = next;
    if (isFirst || given.ruleset !== ruleset) store.judgeBy(ruleset);
    if (given.intake !== element.intake) place.isBoxShown = element.intake && !store.items.length;
    given = { ruleset, intake: element.intake };
    if (locale !== store.locale) store.speak(locale);
    else store.recheck();
    bring();
    place.step = element.steps ? (place.step ?? "customer") : undefined;
    const isQuiet = element.feedback === "submit";
    const { empty, unasked } = words.verdict;
    const restoreFocus = keptFocus(element.shadowRoot);
    views.abort();
    views = new AbortController();
    kit = new Kit(
      hostOf(next, {
        ...{ store, place, isQuiet, say: live.say, signal: views.signal, ask: check },
        words: { ...words, verdict: { ...words.verdict, empty: isQuiet ? unasked : empty } },
        judgeBy: (id) => store.judgeBy(id),
        products: () => products,
        onPut: quiet,
        onPutFailed: (sources) => notify(words.intake.failed, [words.retry, () => read(sources)]),
        onRead: () => {
          arrange(kit);
          show(context as Shown);
        },
        help: (field) => h("slot", { name: `help-${field}` }),
        beside: (card) => (failure ? undefined : guideFold(kit, card, guide, failed)),
        ...(!element.lookUp && { lookUpHost: undefined }),
        tell: ({ text, choices = [] }) => {
          const said = choices.map(([label, act]) => [label(words), act] as const);
          notify(text(words), ...said);
        },
        offers: ({ id, opens }) => id !== "open-guide" || isOffered(opens),
        openGuide,
      }),
    );
    const button = { type: "submit", "data-key": "check" };
    const main = h("button.btn.btn-1.main", button, words.claim.check);
    const actions = h("div.actions", {}, main, h("slot", { name: "actions" }));
    const [above, below] = [h("div"), h("div")];
    const left = h("div.left", {}, above, claimView(kit), actions);
    const named = { role: "group", "aria-label": words.verdict.region };
    const verdict = failure
      ? failureView(words, failure, next.retry, words.portal.worksheet)
      : verdictView(kit);
    const result = h("div.result", named, verdict, below);
    side = h("div.side", {}, result, h("slot", { name: "result-footer" }));
    reveals(side, !element.withoutResult);
    const columns = h("div.columns", {}, left, side);
    fieldset = h("fieldset.all", { role: "none" }, columns) as HTMLFieldSetElement;
    disable(element.isDisabled);
    body.replaceChildren(h("form", { novalidate: true }, fieldset));
    kit.draws(["report", "view"], onReport);
    if (!failure) complete({ above, below, isBoxWanted: element.intake });
    restoreFocus();
  }

  async function guide(card: CardId): Promise<HTMLElement> {
    const [{ guideOf }] = await Promise.all([loadMore(), kit.host.needsCore()]);
    return guideOf(kit, card);
  }

  async function read(sources: readonly Source[]): Promise<void> {
    const { put } = await loadMore();
    await put(kit, sources);
  }

  function openGuide(name: string): void {
    const card = GUIDES[name];
    if (!card) return;
    kit.goTo(card === "partner" ? "partnerId" : card);
    const fold = body.querySelector<HTMLDetailsElement>(`[data-guide="${card}"]`);
    if (!fold) return;
    fold.open = true;
    fold.querySelector("summary")?.focus();
  }

  /** Adds what comes after the cards and the verdict, as soon as it is there. */
  async function complete(places: Parameters<More["complete"]>[1]): Promise<void> {
    const { signal } = views;
    const shown = kit;
    try {
      const { complete: add } = more ?? (await loadMore());
      if (!signal.aborted) add(shown, places);
    } catch {
      if (!signal.aborted) failed(() => complete(places));
    }
  }

  async function loadMore(): Promise<More> {
    more = await import("./more.js");
    return more;
  }

  function changed(changes: ReadonlySet<string>): void {
    if (changes.has("evidence")) bring();
    if (changes.has("withoutResult")) reveals(side, !element.withoutResult);
  }

  function bring(): void {
    if (!context?.failure) bringEvidence(element.evidence);
  }

  /** Takes another claim. No person has changed anything, so there is no event. */
  function load(claim: Texts): void {
    if (!isSame(claim, store.claim)) hold(claim);
  }

  function hold(claim: Texts, isAsked = false): void {
    store.load(known(claim), isAsked);
    heard = { input: store.claim, change: store.claim };
    submits();
  }

  /** The person, or the host for them, wants to know. */
  function check(): Report | null {
    const detail = { claim: { ...store.claim } };
    if (!element.dispatch("before-check", { detail, cancelable: true })) return null;
    store.ask();
    const report = reportNow();
    if (!report) return null;
    live.repeat();
    const [field] = kit.judgement.findings[0]?.fields ?? [];
    if (!element.withoutResult) kit.goToVerdict();
    else if (field) focusField(field);
    submits();
    element.dispatch("claim-checked", { detail: report });
    return report;
  }

  function focusField(name?: string): void {
    const field = CARD_FIELDS.find((one) => one === name) ?? "customerTenantId";
    // The area is asked for only where the product leaves it open.
    kit.goTo(kit.fieldsOf([field]).length ? field : "product");
  }

  /** Shows all findings, as somebody wants to send the form. */
  function reveal(): void {
    if (!store.isAsked) store.ask();
    const fault = firstFault();
    if (!fault) return;
    kit.goTo(fault.field);
    judge();
  }

  function disable(disabled: boolean): void {
    fieldset.disabled = disabled;
  }

  function reportNow(): Report | null {
    return context && !context.failure ? store.report : null;
  }

  function onReport(): void {
    judge();
    submits();
    const report = reportNow();
    if (!report) return;
    const { judgement } = kit;
    live.verdict(kit.verdict(judgement));
    const isSaid = (field: Field) => store.isLeft(field) || store.isAsked;
    const shown = judgement.told.filter(
      ({ kind, fields: [field] }) => kind === "outcome" || !field || isSaid(field),
    );
    element.mark("user-invalid", shown.some(isFault));
    tellFindings(shown);
    if (report !== heardReport) element.dispatch("claim-report", { detail: report });
    heardReport = report;
    if (report.ruleset !== context?.described.ruleset.id) followRuleset();
  }

  /** Names follow the claim's day, but not under the hands of somebody who types it. */
  function followRuleset(): void {
    const follow = () => context?.onEdition(store.report.ruleset);
    const active = element.shadowRoot.activeElement as HTMLInputElement | null;
    if (active?.type !== "date") follow();
    else active.addEventListener("blur", follow, { once: true, signal: views.signal });
  }

  /** An event for each finding that was not shown before; without any value of the claim. */
  function tellFindings(shown: readonly Finding[]): void {
    const before = heardFindings;
    heardFindings = new Set();
    for (const { code, kind, severity, fields } of shown) {
      const key = [code, ...fields].join();
      heardFindings.add(key);
      const detail: Named = { code, kind, severity, fields: [...fields] };
      if (!before.has(key)) element.dispatch("finding-shown", { detail });
    }
  }

  /** Sets the element's validity; without a check, every claim is valid. */
  function judge(): void {
    const fault = firstFault();
    const controls = `[data-field="${fault?.field}"] :is(input, select)`;
    element.faulty(
      fault && {
        message: fault.what,
        missing: !store.text(fault.field),
        control: body.querySelector<HTMLElement>(controls) ?? undefined,
      },
    );
  }

  /** What is wrong, first in the order of the cards. */
  function firstFault(): { field: Field; what: string } | undefined {
    const faults = (reportNow()?.findings ?? []).filter(isFault);
    for (const field of CARD_FIELDS) {
      const fault = faults.find(({ fields }) => fields[0] === field);
      if (fault) return { field, what: fault.what };
    }
    return undefined;
  }

  function submits(): void {
    const { claim: typed, isAsked: checked } = store;
    element.submits(typed, { fields: FIELDS, report: reportNow(), kept: { typed, checked } });
  }

  /**
   * Stops the events of the nodes in the shadow root, and dispatches those of the element instead.
   * Events from slots are the host's, and pass.
   */
  function listen(): void {
    const root = element.shadowRoot;
    const isOurs = ({ target }: Event) => (target as Element).getRootNode() === root;
    for (const type of ["input", "change"]) {
      root.addEventListener(type, (event) => {
        if (isOurs(event)) event.stopPropagation();
      });
    }
    root.addEventListener("submit", (event) => {
      if (!isOurs(event)) return;
      event.preventDefault();
      check();
    });
    root.addEventListener("focusin", () => loadProducts(), { once: true });
    store.on(["claim", "view"], tellChanges);
  }

  /** A text that is being typed is an input; one that is whole is a change, too. */
  function tellChanges(): void {
    const { claim } = store;
    const tell = (type: "input" | "change") => {
      heard[type] = claim;
      submits();
      element.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    };
    if (!isSame(claim, heard.input)) tell("input");
    const changed = FIELDS.filter((field) => (claim[field] ?? "") !== (heard.change[field] ?? ""));
    if (changed.length && changed.every((field) => store.isLeft(field))) tell("change");
  }

  /** The names of products come once somebody works with the form. */
  async function loadProducts(): Promise<void> {
    try {
      const [{ Products }, { default: csv }] = await Promise.all([
        loadMore(),
        import("../generated/skus.js"),
        engine.load("skus"),
      ]);
      products = new Products(csv);
      if (reportNow()) store.recheck();
    } catch {
      // A product can be typed without them; the next time may be a better one.
      element.shadowRoot.addEventListener("focusin", () => loadProducts(), { once: true });
    }
  }
}

/** Guides and lists that the form has. */
const isOffered = (opens = ""): boolean => opens in GUIDES || opens === "proof-checklist";

/** The texts of a claim's fields, without what else a host may have. */
const known = (claim: Texts): Texts =>
  Object.fromEntries(
    FIELDS.flatMap((field) => (claim[field] === undefined ? [] : [[field, claim[field]]])),
  );

/** An empty field counts as absent; the order of fields does not count. */
const isSame = (a: Texts, b: Texts): boolean =>
  Object.keys({ ...a, ...b }).every((name) => (a[name] || "") === (b[name] || ""));

const isFault = ({ kind, severity }: Finding): boolean => kind === "field" && severity === "blocks";
