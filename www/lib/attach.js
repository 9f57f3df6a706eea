// The check in a form that somebody else has made: reads its fields, says what is wrong beside them,
// and lets go of it again. Where the check cannot run, the form works as it did without.

import { claimFrom, fieldOf, guarded } from "./controls.js";
import { messagesIn } from "./messages.js";
import { noteFor } from "./notes.js";
import { regionOf } from "./region.js";

export { claimFrom };

const attached = new WeakMap();

/**
 * Attaches the check to a form; a second time, in place of the first.
 *
 * - `fields`: where the fields are if not under their own names, see `claimFrom`
 * - `when`: what shows a field's findings: "change" of its value, "blur" when it is left, or not
 *   before "submit". A finding goes the moment that its cause does, whatever this says
 * - `block`: whether what "blocks" the claim keeps the form from being sent, or "never"
 * - `place(field, finding)`, `result`: where findings go, see `messagesIn` and `regionOf`
 * - `evidence`: what is known, or a promise of it; `locale`, `ruleset`, `today`: as for `checkClaim`
 * - `library`: an entry of this package or a promise of one, the default entry by default
 * - `loading`: "eager", or "lazy" when the form is first used; `timeout`: how many milliseconds a form
 *   that is sent waits for the check
 * - `signal`: detaches
 */
export function attach(form, options = {}) {
  const { fields, when = "change", block = "blocks", signal, timeout = 5000 } = options;
  attached.get(form)?.detach();
  const listening = new AbortController();
  const messages = messagesIn(form, { fields, place: options.place, validity: block !== "never" });
  const region = regionOf(form, options.result);
  const touched = new Set();
  let library;
  let labels;
  let evidence;
  let locale;
  let loading;
  let failure;
  let report;
  let shown = [];
  let early = () => false;
  let asked = false;
  let held = false;
  let due = false;
  let pressed = false;
  let passing = false;
  let waiting = false;

  const handle = {
    get report() {
      return report;
    },
    claim: () => claimFrom(form, fields),
    check,
    setEvidence,
    detach,
  };
  attached.set(form, handle);
  setEvidence(options.evidence);
  listen(form);
  watchPointer();
  if (form.getRootNode() !== form) listen(form.getRootNode(), (target) => !form.contains(target));
  signal?.addEventListener("abort", detach, { signal: listening.signal });
  if (signal?.aborted) detach();
  else if (options.loading === "eager") load();
  return handle;

  /** Checks as if the person had asked for it. Resolves to nothing where that cannot be. */
  async function check() {
    failure = undefined;
    asked = true;
    await load();
    run(true);
    return report;
  }

  /** What is known from now on. */
  function setEvidence(given) {
    evidence = given;
    // It was loaded without what takes evidence.
    if (given && library && !library.hasEvidence()) {
      library = loading = undefined;
      load();
    }
    if (typeof given?.then !== "function") return again();
    Promise.resolve(given).then(
      (arrived) => {
        if (evidence !== given) return;
        evidence = arrived;
        again();
      },
      (error) => {
        if (evidence === given) evidence = undefined;
        tell("claim-error", { code: "evidence_failed", message: String(error), error });
      },
    );
  }

  /** Leaves the form as it was. */
  function detach() {
    if (attached.get(form) === handle) attached.delete(form);
    listening.abort();
    messages.clear();
    region.clear();
  }

  /* Listening: to the form, and beyond it for controls that belong to it by their `form` attribute */

  function listen(target, isFor = () => true) {
    const on = (type, act) => {
      const heard = (event) => {
        if (isFor(event.target) && formOf(event.target) === form) guarded(act, event);
      };
      target.addEventListener(type, heard, { capture: true, signal: listening.signal });
    };
    on("focusin", () => load());
    on("input", typed);
    on("change", ({ target: control }) => settled(control));
    on("focusout", ({ target: control }) => when === "blur" && settled(control));
    on("click", pressing);
    on("invalid", refused);
    on("submit", sending);
    on("reset", forget);
  }

  /** A button that moves while it is pressed gets no click: until it is let go, nothing is shown. */
  function watchPointer() {
    const release = () => {
      held = false;
      if (due) run();
    };
    const on = (type, act) =>
      addEventListener(type, act, { capture: true, signal: listening.signal });
    on("pointerdown", () => {
      held = true;
    });
    on("click", release);
    for (const type of ["pointerup", "pointercancel"]) on(type, () => setTimeout(release));
  }

  function refresh() {
    if (held) due = true;
    else run();
  }

  function formOf(target) {
    if (target === form) return form;
    const { form: owner } = target ?? {};
    return owner && typeof owner === "object" ? owner : form.contains(target) ? form : undefined;
  }

  /** What is still being typed can make findings go, but none come: those wait until it is left. */
  function typed({ target }) {
    const field = library && fieldOf(target, form, fields);
    const before = shown.filter((finding) => finding.fields.includes(field)).map(codeOf);
    if (!before.length) return;
    early = (finding) => finding.fields.includes(field) && !before.includes(codeOf(finding));
    run();
  }

  async function settled(control) {
    early = () => false;
    // Nothing is asked for by leaving a field here, also not by what is loaded later.
    if (when === "submit" && !asked) return;
    const field = fieldOf(control, form, fields);
    if (field) touched.add(field);
    if (!library) await load();
    refresh();
  }

  function forget() {
    touched.clear();
    asked = false;
    shown = [];
    report = undefined;
    messages.clear();
    region.show("", []);
  }

  /* Sending */

  /** Before the browser's own checks, so that it knows all faults and not only those shown so far. */
  function pressing({ target }) {
    const button = target.closest?.("button, input");
    if (!["submit", "image"].includes(button?.type) || button.formNoValidate || !isReady()) return;
    asked = pressed = true;
    setTimeout(() => {
      pressed = false;
    });
    run(true);
  }

  /** The message stands beside the field already: the browser need not say it a second time. */
  function refused(event) {
    if (!pressed || !messages.told(event.target)) return;
    event.preventDefault();
    goThere();
  }

  function sending(event) {
    const { submitter } = event;
    if (event.target !== form || passing || failure || submitter?.formNoValidate) return;
    asked = true;
    early = () => false;
    if (isReady()) {
      run(!pressed);
      if (!isBlocked()) return;
      stop(event);
      goThere();
      return;
    }
    stop(event);
    if (!waiting) sendLater(submitter);
  }

  async function sendLater(submitter) {
    waiting = true;
    await inTime();
    waiting = false;
    if (listening.signal.aborted) return;
    asked = true;
    if (!failure) run(true);
    if (!failure && isBlocked()) return goThere();
    passing = true;
    try {
      const send = HTMLFormElement.prototype.requestSubmit;
      send.call(form, submitter?.form === form ? submitter : null);
    } finally {
      passing = false;
    }
  }

  /** The check or its failure, and the evidence if it comes; but nobody waits for ever. */
  async function inTime() {
    let timer;
    const late = new Promise((done) => {
      timer = setTimeout(done, timeout, true);
    });
    const all = Promise.all([load(), Promise.resolve(evidence).catch(() => undefined)]);
    if ((await Promise.race([all, late])) === true && !library) fail({ code: "timed_out" });
    clearTimeout(timer);
  }

  function goThere() {
    const faulty = shown.filter(({ severity }) => severity === "blocks");
    const field = faulty.flatMap((finding) => finding.fields).find((name) => messages.focus(name));
    if (!field) region.focus();
  }

  /** What nobody could see must not keep anybody from sending. */
  function isBlocked() {
    if (block === "never") return false;
    return shown.some(
      (finding) => finding.severity === "blocks" && (region.isThere || atField(finding)),
    );
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
    const loaded = await (options.library ?? import("./web.js"));
    const wanted = options.locale ?? form.closest("[lang]")?.lang ?? navigator.language;
    locale = loaded.negotiateLocale([wanted]);
    const little = { locales: [locale], exports: false, batch: false, texts: "form" };
    await loaded.init(undefined, { ...little, evidence: Boolean(evidence) });
    // It may have come meanwhile.
    if (evidence) await loaded.init(undefined, little);
    ({ labels } = loaded.describe({ locale, ruleset: options.ruleset }));
    library = loaded;
    failure = undefined;
    again();
  }

  function fail(error) {
    if (failure || listening.signal.aborted) return;
    failure = error;
    const { code = "internal" } = error;
    const said = noteFor(code, locale ?? options.locale ?? form.closest("[lang]")?.lang);
    messages.clear();
    region.note(said.text, code, said.locale);
    tell("claim-error", { code, message: said.text, error });
  }

  /** Once more, with what has come since. */
  function again() {
    if (library && (asked || touched.size)) refresh();
  }

  /** Checks what is in the form now; `isWanted` by the person, or because something has changed. */
  function run(isWanted) {
    due = false;
    if (!library || listening.signal.aborted) return;
    const detail = { claim: claimFrom(form, fields) };
    if (!tell("before-check", detail, { cancelable: true })) {
      report = undefined;
      shown = [];
    } else {
      const { ruleset, today } = options;
      const known = typeof evidence?.then === "function" ? undefined : evidence;
      report = library.checkClaim(detail.claim, known, { locale, ruleset, today });
      shown = report.findings.filter((finding) => !waits(finding));
    }
    draw();
    if (report) tell("claim-report", report, { bubbles: false });
    if (report && isWanted) tell("claim-checked", report);
  }

  /** Nobody is told about fields that nobody has touched, before asking. */
  function waits(finding) {
    if (early(finding)) return true;
    return !asked && (when === "submit" || !finding.fields.some((field) => touched.has(field)));
  }

  function draw() {
    const findingsOf = new Map();
    const others = [];
    for (const finding of shown) {
      const field = atField(finding);
      if (field) findingsOf.set(field, [...(findingsOf.get(field) ?? []), finding]);
      else others.push(finding);
    }
    const tellSeverity = ({ severity }) => `${labels.severities[severity]}:`;
    messages.show(findingsOf, tellSeverity, locale);
    const isNeeded = others.some(({ severity }) => severity === "blocks");
    const line = asked && report ? labels.verdicts[report.verdict].title : "";
    if (region.isAsked || (region.isThere && isNeeded && block !== "never")) {
      region.show(line, others, tellSeverity, locale);
    } else region.show("", []);
  }

  /** The field to show a finding at: what is wrong with the input, not what is wrong with the claim. */
  function atField({ kind, fields: named }) {
    return kind === "field" ? named.find((field) => messages.isShowable(field)) : undefined;
  }

  function tell(type, detail, kind) {
    return form.dispatchEvent(
      new CustomEvent(type, { bubbles: true, composed: true, detail, ...kind }),
    );
  }
}

const codeOf = ({ code }) => code;

/** Neither the browser nor anybody else who listens shall send it. */
function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
