// The check in a form that somebody else has made: reads its fields, shows findings beside them, and
// can be detached again. Where the check cannot run, the form works as it did without.

import { claimFrom, fieldOf, guarded, holdsField } from "./controls.js";
import { messagesIn } from "./messages.js";
import { noteFor } from "./notes.js";
import { regionOf } from "./region.js";

export { claimFrom };

/** A form with the check has its handle under this name, whichever copy of the package attached it. */
const HANDLE = Symbol.for("cpor-preflight.attached");

/**
 * Attaches the check to a form; a second time, in place of the first.
 *
 * - `fields`: where the fields are if not under their own names, see `claimFrom`
 * - `when`: what shows a field's findings: "change" of its value, "blur" when it is left, or not
 *   before "submit". A finding goes as soon as its cause does, whatever this says
 * - `block`: whether what "blocks" the claim keeps the form from being sent, or "never"
 * - `scope`: whether only findings about fields of the "form" keep it from being sent, or all
 *   findings about the "claim"
 * - `place(field, finding)`, `result`: where findings go, see `messagesIn` and `regionOf`
 * - `evidence`: an object or a promise of it; `locale`, `ruleset`, `today`: as for `checkClaim`
 * - `library`: an entry of this package or a promise of one; the default entry by default
 * - `loading`: "eager", or "lazy" when the form is first used; `timeout`: how many milliseconds a form
 *   that is sent waits for the check
 * - `signal`: detaches
 */
export function attach(form, options = {}) {
  const { fields, when = "change", block = "blocks", scope = "form" } = options;
  const { signal, timeout = 5000 } = options;
  form[HANDLE]?.detach();
  const listening = new AbortController();
  const messages = messagesIn(form, { fields, place: options.place, validity: block !== "never" });
  const region = regionOf(form, options.result);
  const touched = new Set();
  let library;
  let takesEvidence = false;
  let labels;
  let evidence;
  let locale;
  let loading;
  let failure;
  let report;
  let shown = [];
  let isBeingTyped = () => false;
  let isCheckRequested = false;
  let isPointerDown = false;
  let isRunDue = false;
  let isSubmitPressed = false;
  let isResubmitting = false;
  let isSubmitWaiting = false;

  const handle = {
    get report() {
      return report;
    },
    claim: () => claimFrom(form, fields),
    check,
    setEvidence,
    detach,
  };
  Object.defineProperty(form, HANDLE, { value: handle, configurable: true });
  setEvidence(options.evidence);
  listen(form);
  watchPointer();
  if (form.getRootNode() !== form) listen(form.getRootNode(), (target) => !form.contains(target));
  signal?.addEventListener("abort", detach, { signal: listening.signal });
  if (signal?.aborted) detach();
  else if (options.loading === "eager") load();
  return handle;

  /** Checks as if the form were sent. Resolves to nothing where the check cannot run. */
  async function check() {
    failure = undefined;
    isCheckRequested = true;
    await load();
    run(true);
    return report;
  }

  /** Takes the evidence that counts from now on. */
  function setEvidence(given) {
    evidence = given;
    // Only the core takes evidence, and a form starts without it.
    if (given && library && !takesEvidence) {
      library = loading = undefined;
      load();
    }
    if (typeof given?.then !== "function") return runAgain();
    Promise.resolve(given).then(
      (arrived) => {
        if (evidence !== given) return;
        evidence = arrived;
        runAgain();
      },
      (error) => {
        if (evidence === given) evidence = undefined;
        dispatch("claim-error", { code: "evidence_failed", message: String(error), error });
      },
    );
  }

  /** Leaves the form as it was. */
  function detach() {
    if (form[HANDLE] === handle) delete form[HANDLE];
    listening.abort();
    messages.clear();
    region.clear();
  }

  /* Listening: to the form, and beyond it for controls that belong to it by their `form` attribute */

  function listen(target, isFor = () => true) {
    const on = (type, act) => {
      const onEvent = (event) => {
        if (isFor(event.target) && formOf(event.target) === form) guarded(act, event);
      };
      target.addEventListener(type, onEvent, { capture: true, signal: listening.signal });
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
  function watchPointer() {
    const release = () => {
      isPointerDown = false;
      if (isRunDue) run();
    };
    const on = (type, act) =>
      addEventListener(type, act, { capture: true, signal: listening.signal });
    on("pointerdown", () => {
      isPointerDown = true;
    });
    on("click", release);
    for (const type of ["pointerup", "pointercancel"]) on(type, () => setTimeout(release));
  }

  function runOnceReleased() {
    if (isPointerDown) isRunDue = true;
    else run();
  }

  function formOf(target) {
    if (target === form) return form;
    const { form: owner } = target ?? {};
    return owner && typeof owner === "object" ? owner : form.contains(target) ? form : undefined;
  }

  /** Typing can make a field's findings go; new ones wait until the field is left. */
  function onInput({ target }) {
    const field = library && fieldOf(target, form, fields);
    const before = shown.filter((finding) => finding.fields.includes(field)).map(codeOf);
    if (!before.length) return;
    isBeingTyped = (finding) => finding.fields.includes(field) && !before.includes(codeOf(finding));
    run();
  }

  async function onLeft(control) {
    isBeingTyped = () => false;
    // With "submit", leaving a field checks nothing, also not once the library has loaded.
    if (when === "submit" && !isCheckRequested) return;
    const field = fieldOf(control, form, fields);
    if (field) touched.add(field);
    if (!library) await load();
    runOnceReleased();
  }

  function onReset() {
    touched.clear();
    isCheckRequested = false;
    shown = [];
    report = undefined;
    messages.clear();
    region.show("", []);
  }

  /* Sending */

  /** Runs before the browser's own checks, so that the browser knows of every fault. */
  function onClick({ target }) {
    const button = target.closest?.("button, input");
    if (!["submit", "image"].includes(button?.type) || button.formNoValidate || !isReady()) return;
    isCheckRequested = isSubmitPressed = true;
    setTimeout(() => {
      isSubmitPressed = false;
    });
    run(true);
  }

  /** The message is beside the field already: the browser need not show it a second time. */
  function onInvalid(event) {
    if (!isSubmitPressed || !messages.isOurFault(event.target)) return;
    event.preventDefault();
    focusFirstFault();
  }

  function onSubmit(event) {
    const { submitter } = event;
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

  async function submitOnceReady(submitter) {
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
  async function readyInTime() {
    let timer;
    const late = new Promise((done) => {
      timer = setTimeout(done, timeout, true);
    });
    const all = Promise.all([load(), Promise.resolve(evidence).catch(() => undefined)]);
    if ((await Promise.race([all, late])) === true && !library) fail({ code: "timed_out" });
    clearTimeout(timer);
  }

  function focusFirstFault() {
    const named = shown.filter(isBlocking).flatMap((finding) => finding.fields);
    if (!named.find((field) => messages.focus(field))) region.focus();
  }

  /** What nobody could see must not keep anybody from sending. */
  function isBlocked() {
    if (block === "never") return false;
    return shown.some(
      (finding) =>
        isBlocking(finding) && isInScope(finding) && (region.isThere || fieldToShowAt(finding)),
    );
  }

  /** Can the form do anything about a finding? Not where all its fields are fields of other forms. */
  function isInScope({ fields: named }) {
    if (scope === "claim" || !named.length) return true;
    return named.some((field) => holdsField(form, field, fields) || messages.hasPlaceFor(field));
  }

  /* Checking */

  function isReady() {
    return library && typeof evidence?.then !== "function";
  }

  function load() {
    loading ??= start().catch((error) => {
      loading = undefined;
      fail(error);
    });
    return loading;
  }

  async function start() {
    if (failure) return;
    const given = await (options.library ?? import("./library.js"));
    const wanted = options.locale ?? form.closest("[lang]")?.lang ?? navigator.language;
    locale = given.negotiateLocale([wanted]);
    const init = (parts) => given.init(undefined, { locales: [locale], parts });
    if (!evidence) await init(["check", "skus"]);
    // It may have come meanwhile.
    takesEvidence = Boolean(evidence);
    if (takesEvidence) await init(["core"]);
    ({ labels } = given.describe({ locale, ruleset: options.ruleset }));
    library = given;
    failure = undefined;
    runAgain();
  }

  function fail(error) {
    if (failure || listening.signal.aborted) return;
    failure = error;
    const { code = "internal" } = error;
    const note = noteFor(code, locale ?? options.locale ?? form.closest("[lang]")?.lang);
    messages.clear();
    region.note(note.text, code, note.locale);
    dispatch("claim-error", { code, message: note.text, error });
  }

  /** Runs the check again with what has come since. */
  function runAgain() {
    if (library && (isCheckRequested || touched.size)) runOnceReleased();
  }

  /** Checks what is in the form now. `isRequested`: the person asked for it. */
  function run(isRequested) {
    isRunDue = false;
    if (!library || listening.signal.aborted) return;
    const detail = { claim: claimFrom(form, fields) };
    if (!dispatch("before-check", detail, { cancelable: true })) {
      report = undefined;
      shown = [];
    } else {
      const { ruleset, today } = options;
      const arrived = typeof evidence?.then === "function" ? undefined : evidence;
      report = library.checkClaim(detail.claim, arrived, { locale, ruleset, today });
      shown = report.findings.filter((finding) => !isForLater(finding));
    }
    draw();
    if (report) dispatch("claim-report", report, { bubbles: false });
    if (report && isRequested) dispatch("claim-checked", report);
  }

  /** Before a check is requested, fields that nobody has touched show nothing. */
  function isForLater(finding) {
    if (isBeingTyped(finding)) return true;
    if (isCheckRequested) return false;
    return when === "submit" || !finding.fields.some((field) => touched.has(field));
  }

  function draw() {
    const findingsOf = new Map();
    const others = [];
    for (const finding of shown) {
      const field = fieldToShowAt(finding);
      if (field) findingsOf.set(field, [...(findingsOf.get(field) ?? []), finding]);
      else others.push(finding);
    }
    const labelOf = ({ severity }) => `${labels.severities[severity]}:`;
    messages.show(findingsOf, labelOf, locale);
    const line = isCheckRequested && report ? labels.verdicts[report.verdict].title : "";
    const ours = others.filter(isInScope);
    const isNeeded = region.isThere && block !== "never" && ours.some(isBlocking);
    if (region.isRequested) region.show(line, others, labelOf, locale);
    else if (isNeeded) region.show(line, ours, labelOf, locale);
    else region.show("", []);
  }

  /** The field to show a finding at, where the input is at fault and not the claim as such. */
  function fieldToShowAt({ kind, fields: named }) {
    return kind === "field" ? named.find((field) => messages.hasPlaceFor(field)) : undefined;
  }

  function dispatch(type, detail, more) {
    return form.dispatchEvent(
      new CustomEvent(type, { bubbles: true, composed: true, detail, ...more }),
    );
  }
}

const codeOf = ({ code }) => code;
const isBlocking = ({ severity }) => severity === "blocks";

/** Neither the browser nor any other listener shall send the form. */
function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
