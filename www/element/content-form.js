import { mountCheck } from "../page/check.js";
import { h } from "../page/dom.js";
import { emptyState } from "../page/form.js";
import { withPart } from "../page/parts.js";

/** What `<cpor-claim-form>` shows. */
export function formContent(element, { body, live, using, failed }) {
  const opened = new Set();
  const state = stateOf({ ...element.value, ...takenOver(element) });
  let fields = [];
  let check;
  let report = null;
  let quiet = false;
  let asked = null;
  let told = new Set();

  listen();
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", () => {
      const late = takenOver(element);
      if (Object.keys(late).length) holding(stateOf({ ...state.typed, ...late }));
    });
  }
  return {
    show,
    connected,
    changed,
    load,
    restore,
    reset: (claim) => holding(stateOf(claim)),
    check: ask,
    focusField,
    reveal,
    disable,
    get value() {
      return Object.fromEntries(Object.entries(state.typed).filter(([, value]) => value));
    },
    get report() {
      return report;
    },
    get anchor() {
      return body.querySelector("input");
    },
    fill: (values) => check.form.fill(values),
    addFiles: (files) => check.addFiles?.(files),
    toText: () => withPart("handoff", (part) => check.result.asText(part)),
  };

  function show(core) {
    const focused = fields.find((name) =>
      check.form.field(name).node.contains(element.shadowRoot.activeElement),
    );
    const form = h("div");
    const diagnosis = h("div");
    const result = h("div.result", { role: "group" });
    const side = h("div.side", result, h("slot", { name: "result-footer" }));
    side.hidden = element.withoutResult;
    body.replaceChildren(h("div.columns", h("div.left", diagnosis, form), side));
    fields = core.described.fields.map(({ name }) => name);
    quiet = true;
    check?.stop();
    check = undefined;
    check = mountCheck(form, result, {
      ...core,
      failure: core.failure?.code,
      ...{ state, using, failed, opened },
      say: live.say,
      known: () => element.evidence,
      feedback: element.feedback,
      lookUp: element.lookUp ? {} : undefined,
      actions: h("slot", { name: "actions" }),
      help: (name) => h("slot", { name: `help-${name}` }),
      onErrors() {},
      onVerdict: live.verdict,
      onAsked: live.repeat,
      onReport,
      onBusy: (busy) => element.mark("checking", busy),
    });
    quiet = false;
    diagnosis.append(check.diagnosis ?? "");
    disable(element.isDisabled);
    judge();
    submits();
    if (focused) focusField(focused);
  }

  function connected(signal) {
    // While it was away, nothing was drawn.
    check?.form.refresh();
    let fold;
    addEventListener(
      "beforeprint",
      () => {
        fold = check.result.unfold();
      },
      { signal },
    );
    addEventListener("afterprint", () => fold?.(), { signal });
  }

  function changed(changes) {
    if (changes.has("evidence")) check.update?.();
    if (changes.has("withoutResult")) body.querySelector(".side").hidden = element.withoutResult;
  }

  /** Holds another claim; setting one is no change of a person's, so no event tells of it. */
  function load(claim) {
    if (!isSame(claim, this.value)) holding(stateOf(claim));
  }

  function restore(other) {
    holding({ ...emptyState(), ...other, claim: { ...other.typed } });
  }

  function holding(next) {
    const { exports, partnerIds, answers, diagnosis } = state;
    Object.assign(state, next, { exports, partnerIds, answers, diagnosis });
    const { checked } = state;
    check.form.load(state.claim);
    state.checked = checked;
    if (checked) check.form.refresh();
    submits();
  }

  function ask() {
    asked = null;
    check.form.node.requestSubmit();
    return asked;
  }

  function focusField(name) {
    (check.form.field(name) ?? check.form.field(fields[0])).focus();
  }

  /** Findings that waited are shown: somebody wants to send the form. */
  function reveal() {
    if (state.checked) return;
    state.checked = true;
    check.form.refresh();
  }

  function disable(disabled) {
    for (const control of check.form.node.querySelectorAll(":scope > fieldset, .main")) {
      control.disabled = disabled;
    }
  }

  function onReport(next, { shown }) {
    report = next;
    judge();
    element.mark("user-invalid", shown.some(isFault));
    submits();
    tellShown(shown);
    if (next) element.tell("claim-report", { detail: next });
  }

  /** Each finding once, until it has gone and comes again; with no value of the claim. */
  function tellShown(shown) {
    const before = told;
    told = new Set();
    for (const { code, kind, severity, fields: named } of shown) {
      const key = [code, ...named].join();
      told.add(key);
      const detail = { code, kind, severity, fields: [...named] };
      if (!before.has(key)) element.tell("finding-shown", { detail });
    }
  }

  /** Where nothing was checked, nothing is faulty. */
  function judge() {
    const faults = (report?.findings ?? []).filter(isFault);
    const [fault] = faults.sort((a, b) => placeOf(a) - placeOf(b));
    const field = fault && check?.form.field(fields[placeOf(fault)]);
    element.faulty(
      fault && {
        message: fault.what,
        missing: !state.claim[fields[placeOf(fault)]],
        control: field?.control,
      },
    );
  }

  /** Of the fields that a finding names, the first that there is. */
  function placeOf({ fields: named }) {
    return fields.indexOf(named.find((name) => fields.includes(name)));
  }

  function submits() {
    const { typed, checked } = state;
    element.submits(typed, { fields, report, kept: { typed, checked } });
  }

  /** Events of our own nodes end here; the host gets its own ones. What it put into slots is not ours. */
  function listen() {
    const root = element.shadowRoot;
    const isOurs = ({ target }) => target.getRootNode() === root;
    const isField = ({ target }) => target.localName === "form" || target.closest(".field");
    for (const type of ["input", "change"]) {
      root.addEventListener(type, (event) => {
        if (!isOurs(event)) return;
        event.stopPropagation();
        if (quiet || !isField(event)) return;
        submits();
        element.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      });
    }
    root.addEventListener(
      "submit",
      (event) => {
        if (!isOurs(event)) return;
        const detail = { claim: { ...state.typed } };
        if (element.tell("before-check", { detail, cancelable: true })) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
    root.addEventListener("submit", (event) => {
      if (!isOurs(event)) return;
      submits();
      if (!report) return;
      asked = report;
      element.tell("claim-checked", { detail: report });
    });
  }
}

const stateOf = (claim) => ({ ...emptyState(), claim: { ...claim }, typed: { ...claim } });

/**
 * Fields inside the element, for where no script runs, are submitted under the names of its own. What
 * was typed into them is the claim's from now on, and they are submitted no more.
 */
function takenOver(element) {
  const prefix = `${element.getAttribute("name")}.`;
  const typed = {};
  for (const control of element.querySelectorAll("input, select, textarea")) {
    if (!control.name.startsWith(prefix)) continue;
    const { name, type, value, checked } = control;
    if (value && (checked || !["radio", "checkbox"].includes(type))) {
      typed[name.slice(prefix.length)] = value;
    }
    control.disabled = true;
  }
  return typed;
}

/** A field that is empty is as one that is not there, and their order says nothing. */
const isSame = (a, b) =>
  Object.keys({ ...a, ...b }).every((name) => (a[name] || "") === (b[name] || ""));

const isFault = ({ kind, severity }) => kind === "field" && severity === "blocks";
