import type { Finding, Report } from "../lib/types.js";
import type { CporElement } from "./base.js";
import type { CporClaimForm, Kept } from "./form.js";
import type { Frame } from "./frame.js";
import {
  emptyState,
  type FormState,
  h,
  keepFocus,
  type MountedCheck,
  mountCheck,
  type Named,
  type Shown,
  type Texts,
} from "./kit.js";

export type FormContent = ReturnType<typeof formContent>;

/** The first fault of a claim, with its control. */
export interface Fault {
  message: string;
  missing: boolean;
  control: HTMLElement | undefined;
}

/** What `<cpor-claim-form>` shows. */
export function formContent(base: CporElement, { body, live, session, using, failed }: Frame) {
  const element = base as CporClaimForm;
  const state = stateOf({ ...element.value, ...takenOver(element) });
  let fields: string[] = [];
  /** Made by `show`, which comes first. */
  let check!: MountedCheck;
  let report: Report | null = null;
  let isMounting = false;
  /** The report of the check that somebody asked for, until `ask` has it. */
  let requestedReport: Report | null = null;
  /** The findings that are shown, by code and fields. */
  let shownFindings = new Set<string>();

  listen();
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", () => {
      const late = takenOver(element);
      if (Object.keys(late).length) hold(stateOf({ ...state.typed, ...late }));
    });
  }
  return {
    show,
    connected,
    changed,
    load,
    restore,
    reset: (claim: Texts) => hold(stateOf(claim)),
    check: ask,
    focusField,
    reveal,
    disable,
    submits,
    get value(): Texts {
      return Object.fromEntries(Object.entries(state.typed).filter(([, value]) => value));
    },
    get report(): Report | null {
      return report;
    },
    get anchor(): HTMLElement | null {
      return body.querySelector("input");
    },
    fill: (values: Texts) => check.form.fill(values),
    addFiles: (files: readonly File[]) => check.addFiles?.(files),
    toText: async (): Promise<string> =>
      session.parts.with("handoff", (part) => check.result.asText(part)),
  };

  function show(context: Shown): void {
    const wasSummed = element.shadowRoot.activeElement?.matches(".summary");
    const restoreFocus = keepFocus(body);
    const form = h("div");
    const diagnosis = h("div");
    const result = h("div.result", { role: "group" });
    const side = h("div.side", result, h("slot", { name: "result-footer" }));
    side.hidden = element.withoutResult;
    body.replaceChildren(h("div.columns", h("div.left", diagnosis, form), side));
    fields = context.described.fields.map(({ name }) => name);
    isMounting = true;
    (check as MountedCheck | undefined)?.stop();
    (check as MountedCheck | undefined) = undefined;
    check = mountCheck(form, result, {
      ...context,
      failure: context.failure?.code,
      ...{ state, session, using, failed },
      say: live.say,
      hostEvidence: () => element.evidence,
      feedback: element.feedback,
      lookUp: element.lookUp ? {} : undefined,
      actions: h("slot", { name: "actions" }),
      help: (name: string) => h("slot", { name: `help-${name}` }),
      onErrors() {},
      onVerdict: live.verdict,
      onAsked: live.repeat,
      onReport,
      onBusy: (busy: boolean) => element.mark("checking", busy),
    });
    isMounting = false;
    diagnosis.append(check.diagnosis ?? "");
    disable(element.isDisabled);
    judge();
    submits();
    if (wasSummed) check.form.sumUp();
    else restoreFocus();
  }

  function connected(signal: AbortSignal): void {
    // While it was in no document, nothing was drawn.
    check.form.refresh();
    let fold: (() => void) | undefined;
    addEventListener(
      "beforeprint",
      () => {
        fold = check.result.unfold();
      },
      { signal },
    );
    addEventListener("afterprint", () => fold?.(), { signal });
  }

  function changed(changes: ReadonlySet<string>): void {
    if (changes.has("evidence")) check.update?.();
    const side = body.querySelector<HTMLElement>(".side");
    if (side && changes.has("withoutResult")) side.hidden = element.withoutResult;
  }

  /** Takes another claim. No person has changed anything, so there is no event. */
  function load(this: { value: Texts }, claim: Texts): void {
    if (!isSame(claim, this.value)) hold(stateOf(claim));
  }

  function restore(other: Kept): void {
    hold({ ...emptyState(), ...other, claim: { ...other.typed } });
  }

  function hold(next: FormState): void {
    const { exports, partnerIds, answers, diagnosis } = state;
    Object.assign(state, next, { exports, partnerIds, answers, diagnosis });
    const { checked } = state;
    check.form.load(state.claim);
    state.checked = checked;
    if (checked) check.form.refresh();
    submits();
  }

  function ask(): Report | null {
    requestedReport = null;
    check.form.node.requestSubmit();
    return requestedReport;
  }

  function focusField(name?: string): void {
    (check.form.field(name) ?? check.form.field(fields[0]))?.focus();
  }

  /** Shows all findings, as somebody wants to send the form. */
  function reveal(): void {
    if (state.checked) return;
    state.checked = true;
    check.form.refresh();
  }

  function disable(disabled: boolean): void {
    const controls = ":scope > fieldset, .main";
    for (const control of check.form.node.querySelectorAll<HTMLFieldSetElement>(controls)) {
      control.disabled = disabled;
    }
  }

  function onReport(next: Report | null, { shown }: { shown: Finding[] }): void {
    report = next;
    judge();
    element.mark("user-invalid", shown.some(isFault));
    submits();
    reportShown(shown);
    if (next) element.dispatch("claim-report", { detail: next });
  }

  /** An event for each finding that was not shown before; without any value of the claim. */
  function reportShown(shown: readonly Finding[]): void {
    const before = shownFindings;
    shownFindings = new Set();
    for (const { code, kind, severity, fields: named } of shown) {
      const key = [code, ...named].join();
      shownFindings.add(key);
      const detail: Named = { code, kind, severity, fields: [...named] };
      if (!before.has(key)) element.dispatch("finding-shown", { detail });
    }
  }

  /** Sets the element's validity; without a check, every claim is valid. */
  function judge(): void {
    const faults = (report?.findings ?? []).filter(isFault);
    const [fault] = faults.sort((a, b) => placeOf(a) - placeOf(b));
    const name = fault ? (fields[placeOf(fault)] ?? "") : "";
    const field = fault && (check as MountedCheck | undefined)?.form.field(name);
    element.faulty(
      fault && {
        message: fault.what,
        missing: !state.claim[name],
        control: field?.control,
      },
    );
  }

  /** The place of the first field of a finding that the form has. */
  function placeOf({ fields: named }: Finding): number {
    return fields.indexOf(named.find((name) => fields.includes(name)) ?? "");
  }

  function submits(): void {
    const { typed, checked } = state;
    element.submits(typed, { fields, report, kept: { typed, checked } });
  }

  /**
   * Stops the events of the nodes in the shadow root, and dispatches those of the element instead.
   * Events from slots are the host's, and pass.
   */
  function listen(): void {
    const root = element.shadowRoot;
    const isOurs = ({ target }: Event) => (target as Element).getRootNode() === root;
    const isField = ({ target }: Event) => {
      const node = target as Element;
      return node.localName === "form" || node.closest(".field");
    };
    for (const type of ["input", "change"]) {
      root.addEventListener(type, (event) => {
        if (!isOurs(event)) return;
        event.stopPropagation();
        if (isMounting || !isField(event)) return;
        submits();
        element.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      });
    }
    root.addEventListener(
      "submit",
      (event) => {
        if (!isOurs(event)) return;
        const detail = { claim: { ...state.typed } };
        if (element.dispatch("before-check", { detail, cancelable: true })) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
    root.addEventListener("submit", (event) => {
      if (!isOurs(event)) return;
      submits();
      if (!report) return;
      requestedReport = report;
      element.dispatch("claim-checked", { detail: report });
    });
  }
}

const stateOf = (claim: Texts): FormState => ({
  ...emptyState(),
  claim: { ...claim },
  typed: { ...claim },
});

/**
 * The claim in the controls inside the element, which the host put there for browsers in which no
 * script runs. From now on the element submits their values, so they are disabled.
 */
function takenOver(element: Element): Texts {
  const prefix = `${element.getAttribute("name")}.`;
  const typed: Texts = {};
  for (const control of element.querySelectorAll<HTMLInputElement>("input, select, textarea")) {
    if (!control.name.startsWith(prefix)) continue;
    const { name, type, value, checked } = control;
    if (value && (checked || !["radio", "checkbox"].includes(type))) {
      typed[name.slice(prefix.length)] = value;
    }
    control.disabled = true;
  }
  return typed;
}

/** An empty field counts as absent; the order of fields does not count. */
const isSame = (a: Texts, b: Texts): boolean =>
  Object.keys({ ...a, ...b }).every((name) => (a[name] || "") === (b[name] || ""));

const isFault = ({ kind, severity }: Finding): boolean => kind === "field" && severity === "blocks";
