// The check in a form that somebody else has made: reads its fields, shows findings beside them, and
// can be detached again. Where the check cannot run, the form works as it did without.

import type { Field, Locale } from "../generated/lists.js";
import {
  ATTACH_OPTIONS,
  type Attached,
  type AttachOptions,
  type Library,
} from "./attach-options.js";
import { attachedView } from "./attach-view.js";
import { type Control, claimFrom as claimIn, fieldOf, guarded, memberOf } from "./controls.js";
import type { ClaimError } from "./events.js";
import { warnOfOptions } from "./misspelled.js";
import { noteFor } from "./notes.js";
import { pressed } from "./pressed.js";
import type {
  Claim,
  ClaimSource,
  Description,
  FieldMap,
  Finding,
  Part,
  PartialEvidence,
  Report,
} from "./types.js";

export type { Attached, AttachOptions, Library } from "./attach-options.js";
export type {
  BeforeCheckEvent,
  ClaimCheckedEvent,
  ClaimError,
  ClaimErrorEvent,
  ClaimReportEvent,
} from "./events.js";
export type { FieldMap } from "./types.js";

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
  warnOfOptions("attach", ATTACH_OPTIONS, options);
  const { fields, when = "change", signal, timeout = 5000 } = options;
  const known = form as HTMLFormElement & { [HANDLE]?: Attached };
  known[HANDLE]?.detach();
  const listening = new AbortController();
  const view = attachedView(form, options);
  const press = pressed(listening.signal);
  const touched = new Set<Field>();
  let library: Library | undefined;
  let takesEvidence = false;
  let labels: Description["labels"] | undefined;
  let evidence: AttachOptions["evidence"];
  let locale: Locale | undefined;
  let loading: Promise<void> | undefined;
  let failure: unknown;
  let report: Report | undefined;
  let isBeingTyped = (_: Finding): boolean => false;
  let isCheckRequested = false;
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
    view.clear();
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

  function formOf(target: Element): object | undefined {
    if (target === form) return form;
    const { form: owner } = (target ?? {}) as { form?: unknown };
    return owner && typeof owner === "object" ? owner : isWithin(target) ? form : undefined;
  }

  /** Typing can make a field's findings go; new ones wait until the field is left. */
  function onInput({ target }: Event): void {
    const field = library && fieldOf(target, form, fields);
    const before = view.findings.filter((finding) => names(finding, field)).map(codeOf);
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
    press.whenOver(run);
  }

  function onReset(): void {
    touched.clear();
    isCheckRequested = false;
    report = undefined;
    view.empty();
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
    if (!isSubmitPressed || !view.isOurFault(event.target as Control)) return;
    event.preventDefault();
    view.focusFirstFault();
  }

  function onSubmit(event: SubmitEvent): void {
    const submitter = event.submitter as HTMLButtonElement | null;
    if (event.target !== form || isResubmitting || failure || submitter?.formNoValidate) return;
    isCheckRequested = true;
    isBeingTyped = () => false;
    if (isReady()) {
      run(!isSubmitPressed);
      if (!view.isBlocked()) return;
      stop(event);
      view.focusFirstFault();
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
    if (!failure && view.isBlocked()) return view.focusFirstFault();
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
    view.note(note.text, code, note.locale);
    dispatch("claim-error", { code, message: note.text, error });
  }

  /** Runs the check again with what has come since. */
  function runAgain(): void {
    if (library && (isCheckRequested || touched.size)) press.whenOver(run);
  }

  /** Checks what is in the form now. `isRequested`: the person asked for it. */
  function run(isRequested = false): void {
    press.forget();
    if (!library || listening.signal.aborted) return;
    const detail = { claim: claimIn(form, fields) };
    const isWanted = dispatch("before-check", detail, { cancelable: true });
    const { ruleset, today } = options;
    const arrived = isPromise(evidence) ? undefined : evidence;
    report = isWanted
      ? library.checkClaim(detail.claim, arrived, { locale, ruleset, today })
      : undefined;
    const shown = report?.findings.filter((finding) => !isForLater(finding)) ?? [];
    const verdict = isCheckRequested ? report?.verdict : undefined;
    view.show(shown, verdict, labels as Description["labels"], locale as Locale);
    if (report) dispatch("claim-report", report, { bubbles: false });
    if (report && isRequested) dispatch("claim-checked", report);
  }

  /** Before a check is requested, fields that nobody has touched show nothing. */
  function isForLater(finding: Finding): boolean {
    if (isBeingTyped(finding)) return true;
    if (isCheckRequested) return false;
    return when === "submit" || !finding.fields.some((field) => touched.has(field));
  }

  function dispatch(type: string, detail: unknown, more?: EventInit): boolean {
    const event = new CustomEvent(type, { bubbles: true, composed: true, detail, ...more });
    return memberOf(form, "dispatchEvent")(event);
  }
}

const codeOf = ({ code }: Finding) => code;
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
