// The check in a form that somebody else has made: reads its fields, shows findings beside them, and
// can be detached again. Where the check cannot run, the form works as it did without.

import type { Field, Locale } from "../generated/lists.js";
import {
  type Control,
  claimFrom as claimIn,
  fieldOf,
  guarded,
  holdsField,
  memberOf,
} from "./controls.js";
import type { ClaimError } from "./events.js";
import { messagesIn } from "./messages.js";
import { LANGUAGE_TAG, type Names, warnOfOptions } from "./misspelled.js";
import { noteFor } from "./notes.js";
import { regionOf } from "./region.js";
import type {
  Claim,
  ClaimSource,
  Description,
  Evidence,
  FieldMap,
  Finding,
  LocaleOption,
  LocaleTag,
  Part,
  PartialEvidence,
  Report,
  RulesetOption,
} from "./types.js";

export type {
  BeforeCheckEvent,
  ClaimCheckedEvent,
  ClaimError,
  ClaimErrorEvent,
  ClaimReportEvent,
} from "./events.js";
export type { FieldMap } from "./types.js";

export interface AttachOptions {
  /** Where fields are if neither `name` nor `data-cpor-field` says so. */
  fields?: FieldMap<HTMLFormElement> | undefined;
  /** What shows a field's findings; `change` of its value by default. */
  when?: "change" | "blur" | "submit" | undefined;
  /** Whether what blocks the claim keeps the form from being sent; it does by default. */
  block?: "blocks" | "never" | undefined;
  /**
   * Which findings can keep the form from being sent: by default only those about fields that the form
   * has, be it as a control, by `fields` or by `[data-cpor-message]`. With `claim`, all of them, so
   * that a form sends complete claims only. A finding about fields that the form does not have is never
   * shown at a field; it is listed in `result`, where there is one.
   */
  scope?: "form" | "claim" | undefined;
  /**
   * The element to put a message into; `null` if you show it yourself. Without an answer it goes into
   * `[data-cpor-message="<field>"]`, else beside the control.
   */
  place?: ((field: Field, finding: Finding) => Element | null | undefined) | undefined;
  /**
   * The element for the verdict and for findings that no field is at fault for; `null` for none.
   * Without one, what blocks is shown at the end of the form.
   */
  result?: Element | null | undefined;
  /** Exports about the customer, as `readEvidence` returns them; checked again when they arrive. */
  evidence?: PartialEvidence | PromiseLike<PartialEvidence | Evidence | undefined> | undefined;
  /** Language of the texts; by default that of the form, else the browser's. */
  locale?: LocaleTag | undefined;
  ruleset?: string | undefined;
  /** ISO date of the day to check for; today by default. */
  today?: string | undefined;
  /** The entry to check with; `cpor-preflight` by default, loaded when it is needed. */
  library?: Library | PromiseLike<Library> | undefined;
  /** `lazy`, the default, loads the check when the form is first used. */
  loading?: "lazy" | "eager" | undefined;
  /** Milliseconds that a form which is sent waits for the check; 5000 by default. */
  timeout?: number | undefined;
  /** Detaches. */
  signal?: AbortSignal | undefined;
}

/**
 * Any entry of this package with the library. Its `init` is called without a source, so `slim` has to
 * be initialised before.
 */
export interface Library {
  init(...args: never[]): Promise<void>;
  negotiateLocale(tags: readonly string[]): Locale;
  describe(options?: RulesetOption & LocaleOption): Description;
  checkClaim(claim: unknown, evidence?: unknown, options?: object): Report;
}

export interface Attached {
  /** The last one; `undefined` before the first, and after one that was cancelled. */
  readonly report: Report | undefined;
  /** What is in the form. */
  claim(): Claim;
  /** Checks as if the form were sent. Resolves to `undefined` where the check cannot run. */
  check(): Promise<Report | undefined>;
  /** Takes the evidence that counts from now on. */
  setEvidence(evidence: AttachOptions["evidence"]): void;
  /** Leaves the form as it was. */
  detach(): void;
}

/**
 * The claim in a form, in its FormData, or in what was posted. Fields are found by their names; what
 * is no field of a claim is left out.
 *
 * @example
 * claimFrom(new URLSearchParams("partnerId=5357564&colour=red")).partnerId; // "5357564"
 */
export function claimFrom<S extends ClaimSource>(source: S, fields?: FieldMap<S>): Claim {
  return claimIn(source, fields);
}

const OPTIONS: Names<AttachOptions> = {
  ...{ fields: null, place: null, result: null, evidence: null, library: null, signal: null },
  ...{
    locale: LANGUAGE_TAG,
    ruleset: null,
    today: null,
    timeout: null,
    loading: ["lazy", "eager"],
  },
  ...{ when: ["change", "blur", "submit"], block: ["blocks", "never"], scope: ["form", "claim"] },
};

/** A form with the check has its handle under this name, whichever copy of the package attached it. */
const HANDLE = Symbol.for("cpor-preflight.attached");

/**
 * Checks the claim in a form of your own. Findings are shown beside its fields, and go as soon as
 * their cause does; before the form is sent, fields that nobody has touched show none. A form needs
 * only the fields that it wants checked: see `scope`. Attaching again detaches the first.
 *
 * @example
 * const form = document.createElement("form");
 * const input = document.createElement("input");
 * Object.assign(input, { name: "partnerId", value: "5357564" });
 * form.append(input);
 * const attached = attach(form, { locale: "en" });
 * attached.claim().partnerId; // "5357564"
 * attached.detach();
 */
export function attach(form: HTMLFormElement, options: AttachOptions = {}): Attached {
  warnOfOptions("attach", OPTIONS, options);
  const { fields, when = "change", block = "blocks", scope = "form" } = options;
  const { signal, timeout = 5000 } = options;
  const known = form as HTMLFormElement & { [HANDLE]?: Attached };
  known[HANDLE]?.detach();
  const listening = new AbortController();
  const messages = messagesIn(form, { fields, place: options.place, validity: block !== "never" });
  const region = regionOf(form, options.result);
  const touched = new Set<Field>();
  let library: Library | undefined;
  let takesEvidence = false;
  let labels: Description["labels"] | undefined;
  let evidence: AttachOptions["evidence"];
  let locale: Locale | undefined;
  let loading: Promise<void> | undefined;
  let failure: unknown;
  let report: Report | undefined;
  let shown: Finding[] = [];
  let isBeingTyped = (_: Finding): boolean => false;
  let isCheckRequested = false;
  let isPointerDown = false;
  let isRunDue = false;
  let isSubmitPressed = false;
  let isResubmitting = false;
  let isSubmitWaiting = false;

  const handle: Attached = {
    get report() {
      return report;
    },
    claim: () => claimIn(form, fields),
    check,
    setEvidence,
    detach,
  };
  Object.defineProperty(form, HANDLE, { value: handle, configurable: true });
  setEvidence(options.evidence);
  listen(form);
  watchPointer();
  const root = memberOf(form, "getRootNode")();
  const isWithin = memberOf(form, "contains");
  if (root !== form) listen(root, (target) => !isWithin(target));
  signal?.addEventListener("abort", detach, { signal: listening.signal });
  if (signal?.aborted) detach();
  else if (options.loading === "eager") load();
  return handle;

  /** Checks as if the form were sent. Resolves to nothing where the check cannot run. */
  async function check(): Promise<Report | undefined> {
    failure = undefined;
    isCheckRequested = true;
    await load();
    run(true);
    return report;
  }

  /** Takes the evidence that counts from now on. */
  function setEvidence(given: AttachOptions["evidence"]): void {
    evidence = given;
    // Only the core takes evidence, and a form starts without it.
    if (given && library && !takesEvidence) {
      library = loading = undefined;
      load();
    }
    if (!isPromise(given)) {
      runAgain();
      return;
    }
    Promise.resolve(given).then(
      (arrived) => {
        if (evidence !== given) return;
        evidence = arrived as PartialEvidence | undefined;
        runAgain();
      },
      (error: unknown) => {
        if (evidence === given) evidence = undefined;
        const detail: ClaimError = { code: "evidence_failed", message: String(error), error };
        dispatch("claim-error", detail);
      },
    );
  }

  /** Leaves the form as it was. */
  function detach(): void {
    if (known[HANDLE] === handle) delete known[HANDLE];
    listening.abort();
    messages.clear();
    region.clear();
  }

  /* Listening: to the form, and beyond it for controls that belong to it by their `form` attribute */

  function listen(target: Node, isFor: (target: Element) => boolean = () => true): void {
    const on = <Type extends keyof HTMLElementEventMap>(
      type: Type,
      act: (event: HTMLElementEventMap[Type] & { target: Element }) => unknown,
    ) => {
      const onEvent = (event: Event) => {
        const given = event as HTMLElementEventMap[Type] & { target: Element };
        if (isFor(given.target) && formOf(given.target) === form) guarded(act, given);
      };
      const { addEventListener } = EventTarget.prototype;
      addEventListener.call(target, type, onEvent, { capture: true, signal: listening.signal });
    };
    on("focusin", () => load());
    on("input", onInput);
    on("change", ({ target: control }) => onLeft(control));
    on("focusout", ({ target: control }) => when === "blur" && onLeft(control));
    on("click", onClick);
    on("invalid", onInvalid);
    on("submit", onSubmit);
    on("reset", onReset);
  }

  /** A button that moves while it is pressed gets no click: until it is released, nothing is shown. */
  function watchPointer(): void {
    const release = () => {
      isPointerDown = false;
      if (isRunDue) run();
    };
    const on = (type: string, act: () => unknown) =>
      addEventListener(type, act, { capture: true, signal: listening.signal });
    on("pointerdown", () => {
      isPointerDown = true;
    });
    on("click", release);
    for (const type of ["pointerup", "pointercancel"]) on(type, () => setTimeout(release));
  }

  function runOnceReleased(): void {
    if (isPointerDown) isRunDue = true;
    else run();
  }

  function formOf(target: Element): object | undefined {
    if (target === form) return form;
    const { form: owner } = (target ?? {}) as { form?: unknown };
    return owner && typeof owner === "object" ? owner : isWithin(target) ? form : undefined;
  }

  /** Typing can make a field's findings go; new ones wait until the field is left. */
  function onInput({ target }: Event): void {
    const field = library && fieldOf(target, form, fields);
    const before = shown.filter((finding) => names(finding, field)).map(codeOf);
    if (!before.length) return;
    isBeingTyped = (finding) => names(finding, field) && !before.includes(codeOf(finding));
    run();
  }

  async function onLeft(control: Element): Promise<void> {
    isBeingTyped = () => false;
    // With "submit", leaving a field checks nothing, also not once the library has loaded.
    if (when === "submit" && !isCheckRequested) return;
    const field = fieldOf(control, form, fields);
    if (field) touched.add(field);
    if (!library) await load();
    runOnceReleased();
  }

  function onReset(): void {
    touched.clear();
    isCheckRequested = false;
    shown = [];
    report = undefined;
    messages.clear();
    region.show("", []);
  }

  /* Sending */

  /** Runs before the browser's own checks, so that the browser knows of every fault. */
  function onClick({ target }: Event & { target: Element }): void {
    const button = Element.prototype.closest.call(
      target,
      "button, input",
    ) as HTMLButtonElement | null;
    if (!button || !["submit", "image"].includes(button.type)) return;
    if (button.formNoValidate || !isReady()) return;
    isCheckRequested = isSubmitPressed = true;
    setTimeout(() => {
      isSubmitPressed = false;
    });
    run(true);
  }

  /** The message is beside the field already: the browser need not show it a second time. */
  function onInvalid(event: Event): void {
    if (!isSubmitPressed || !messages.isOurFault(event.target as Control)) return;
    event.preventDefault();
    focusFirstFault();
  }

  function onSubmit(event: SubmitEvent): void {
    const submitter = event.submitter as HTMLButtonElement | null;
    if (event.target !== form || isResubmitting || failure || submitter?.formNoValidate) return;
    isCheckRequested = true;
    isBeingTyped = () => false;
    if (isReady()) {
      run(!isSubmitPressed);
      if (!isBlocked()) return;
      stop(event);
      focusFirstFault();
      return;
    }
    stop(event);
    if (!isSubmitWaiting) submitOnceReady(submitter);
  }

  async function submitOnceReady(submitter: HTMLButtonElement | null): Promise<void> {
    isSubmitWaiting = true;
    await readyInTime();
    isSubmitWaiting = false;
    if (listening.signal.aborted) return;
    isCheckRequested = true;
    if (!failure) run(true);
    if (!failure && isBlocked()) return focusFirstFault();
    isResubmitting = true;
    try {
      const send = HTMLFormElement.prototype.requestSubmit;
      send.call(form, submitter?.form === form ? submitter : null);
    } finally {
      isResubmitting = false;
    }
  }

  /** Waits for the check or its failure, and for the evidence; but not longer than `timeout`. */
  async function readyInTime(): Promise<void> {
    let timer: number | undefined;
    const late = new Promise<true>((done) => {
      timer = setTimeout(done, timeout, true);
    });
    const all = Promise.all([load(), Promise.resolve(evidence).catch(() => undefined)]);
    if ((await Promise.race([all, late])) === true && !library) fail({ code: "timed_out" });
    clearTimeout(timer);
  }

  function focusFirstFault(): void {
    const named = shown.filter(isBlocking).flatMap((finding) => finding.fields);
    if (!named.find((field) => messages.focus(field))) region.focus();
  }

  /** What nobody could see must not keep anybody from sending. */
  function isBlocked(): boolean {
    if (block === "never") return false;
    return shown.some(
      (finding) =>
        isBlocking(finding) &&
        isInScope(finding) &&
        (region.isThere || Boolean(fieldToShowAt(finding))),
    );
  }

  /** Can the form do anything about a finding? Not where all its fields are fields of other forms. */
  function isInScope({ fields: named }: Finding): boolean {
    if (scope === "claim" || !named.length) return true;
    return named.some((field) => holdsField(form, field, fields) || messages.hasPlaceFor(field));
  }

  /* Checking */

  function isReady(): boolean {
    return Boolean(library) && !isPromise(evidence);
  }

  function load(): Promise<void> {
    loading ??= start().catch((error: unknown) => {
      loading = undefined;
      fail(error);
    });
    return loading;
  }

  async function start(): Promise<void> {
    if (failure) return;
    const given: Library = await (options.library ?? import("./library.js"));
    const wanted = options.locale ?? languageAround() ?? navigator.language;
    const tag = given.negotiateLocale([wanted]);
    locale = tag;
    const load = given.init as (wasm: undefined, options: object) => Promise<void>;
    const init = (parts: Part[]) => load(undefined, { locales: [tag], parts });
    if (!evidence) await init(["check", "skus"]);
    // It may have come meanwhile.
    takesEvidence = Boolean(evidence);
    if (takesEvidence) await init(["core"]);
    ({ labels } = given.describe({ locale: tag, ruleset: options.ruleset }));
    library = given;
    failure = undefined;
    runAgain();
  }

  function languageAround(): string | undefined {
    return memberOf(form, "closest")<HTMLElement>("[lang]")?.lang;
  }

  function fail(error: unknown): void {
    if (failure || listening.signal.aborted) return;
    failure = error;
    const { code = "internal" } = error as Partial<ClaimError>;
    const note = noteFor(code, locale ?? options.locale ?? languageAround());
    messages.clear();
    region.note(note.text, code, note.locale);
    dispatch("claim-error", { code, message: note.text, error });
  }

  /** Runs the check again with what has come since. */
  function runAgain(): void {
    if (library && (isCheckRequested || touched.size)) runOnceReleased();
  }

  /** Checks what is in the form now. `isRequested`: the person asked for it. */
  function run(isRequested = false): void {
    isRunDue = false;
    if (!library || listening.signal.aborted) return;
    const detail = { claim: claimIn(form, fields) };
    if (!dispatch("before-check", detail, { cancelable: true })) {
      report = undefined;
      shown = [];
    } else {
      const { ruleset, today } = options;
      const arrived = isPromise(evidence) ? undefined : evidence;
      report = library.checkClaim(detail.claim, arrived, { locale, ruleset, today });
      shown = report.findings.filter((finding) => !isForLater(finding));
    }
    draw();
    if (report) dispatch("claim-report", report, { bubbles: false });
    if (report && isRequested) dispatch("claim-checked", report);
  }

  /** Before a check is requested, fields that nobody has touched show nothing. */
  function isForLater(finding: Finding): boolean {
    if (isBeingTyped(finding)) return true;
    if (isCheckRequested) return false;
    return when === "submit" || !finding.fields.some((field) => touched.has(field));
  }

  function draw(): void {
    const findingsOf = new Map<Field, Finding[]>();
    const others: Finding[] = [];
    for (const finding of shown) {
      const field = fieldToShowAt(finding);
      if (field) findingsOf.set(field, [...(findingsOf.get(field) ?? []), finding]);
      else others.push(finding);
    }
    const labelOf = ({ severity }: Finding) => `${labels?.severities[severity]}:`;
    messages.show(findingsOf, labelOf, locale as Locale);
    const line = isCheckRequested && report ? (labels?.verdicts[report.verdict].title ?? "") : "";
    const ours = others.filter(isInScope);
    const isNeeded = region.isThere && block !== "never" && ours.some(isBlocking);
    if (region.isRequested) region.show(line, others, labelOf, locale);
    else if (isNeeded) region.show(line, ours, labelOf, locale);
    else region.show("", []);
  }

  /** The field to show a finding at, where the input is at fault and not the claim as such. */
  function fieldToShowAt({ kind, fields: named }: Finding): Field | undefined {
    return kind === "field" ? named.find((field) => messages.hasPlaceFor(field)) : undefined;
  }

  function dispatch(type: string, detail: unknown, more?: EventInit): boolean {
    const event = new CustomEvent(type, { bubbles: true, composed: true, detail, ...more });
    return memberOf(form, "dispatchEvent")(event);
  }
}

const codeOf = ({ code }: Finding) => code;
const isBlocking = ({ severity }: Finding): boolean => severity === "blocks";
const names = ({ fields }: Finding, field: Field | undefined): boolean =>
  (fields as (Field | undefined)[]).includes(field);

/** Has it yet to arrive? */
const isPromise = (given: AttachOptions["evidence"]): given is PromiseLike<PartialEvidence> =>
  typeof (given as Partial<PromiseLike<unknown>> | null | undefined)?.then === "function";

/** Neither the browser nor any other listener shall send the form. */
function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
