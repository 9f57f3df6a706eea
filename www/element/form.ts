import type { Claim, Report } from "../lib/types.js";
import { elementClass } from "./base.js";
import type { Fault, FormContent } from "./content-form.js";
import type { Texts } from "./types.js";

/** What is submitted, and kept for a way back to the page. */
export interface Submitted {
  fields?: readonly string[];
  report?: Report | null;
  kept?: Kept;
}

/** What browsers keep of a form. */
export interface Kept {
  typed: Texts;
  checked?: boolean;
}

/** The whole check; takes part in the form around it as any control does. */
export class CporClaimForm extends elementClass<FormContent>("cpor-claim-form") {
  static formAssociated = true;

  /** The host's own message: see `setCustomValidity`. */
  #customMessage = "";
  #fault: Partial<Fault> = {};
  #isSilent = false;
  #isDisabled = false;
  /** Ends listening to the form around the element. */
  #listening: AbortController | undefined;

  constructor() {
    super();
    this.addEventListener?.("invalid", () => this.#isSilent || this.content?.reveal());
    // A press on a label arrives as a click on the element itself.
    this.addEventListener?.("click", (event) => {
      if (event.composedPath()[0] === this) this.focus();
    });
  }

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  get labels(): NodeList {
    return this.internals.labels;
  }
  get type(): string {
    return this.localName;
  }
  get validity(): ValidityState {
    return this.internals.validity;
  }
  get validationMessage(): string {
    return this.internals.validationMessage;
  }
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** The claim as it stands in the fields. */
  get value(): Texts {
    return this.content?.value ?? cleaned(this.valueOf("value"));
  }
  set value(claim: Claim | Texts | string | null | undefined) {
    this.setValueOf("value", claim);
    if (this.content) this.content.load(cleaned(this.valueOf("value")));
    else this.submits(this.value);
  }

  get report(): Report | null {
    return this.content?.report ?? null;
  }

  checkValidity(): boolean {
    this.#isSilent = true;
    const valid = this.internals.checkValidity();
    this.#isSilent = false;
    return valid;
  }

  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  setCustomValidity(message: unknown): void {
    this.#customMessage = String(message ?? "");
    this.#setValidity();
  }

  check(): Promise<Report | null> {
    return this.whenThere((content) => content.check());
  }

  fill(values: unknown): Promise<unknown> {
    return this.whenThere((content) => content.fill(cleaned(values)));
  }

  addFiles(files: readonly File[]): Promise<unknown> {
    return this.whenThere((content) => content.addFiles(files));
  }

  focusField(name: string): Promise<void> {
    return this.whenThere((content) => content.focusField(name));
  }

  override focus(): void {
    this.whenThere((content) => content.focusField());
  }

  toJSON(): { claim: Texts; report: Report | null } {
    return { claim: this.value, report: this.report };
  }

  toText(): Promise<string> {
    return this.whenThere((content) => content.toText());
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === "value" && this.content) this.content.load(cleaned(this.valueOf("value")));
    else if (["value", "name", "include-findings", "includefindings"].includes(name)) {
      if (this.content) this.content.submits();
      else this.submits(this.value);
    }
  }

  /** With `novalidate` there is no "invalid" event, so the form's "submit" shows the findings. */
  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#listening?.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    form?.addEventListener("submit", () => this.content?.reveal(), { signal });
  }

  formResetCallback(): void {
    const initial = this.getAttribute("value");
    if (initial === null) this.setValueOf("value", undefined);
    else this.attributeChangedCallback("value", null, initial);
    this.content?.reset(cleaned(this.valueOf("value")));
    if (!this.content) this.submits(this.value);
  }

  formDisabledCallback(disabled: boolean): void {
    this.#isDisabled = disabled;
    this.content?.disable(disabled);
  }

  formStateRestoreCallback(state: string): void {
    try {
      const kept: Kept = JSON.parse(state);
      this.setValueOf("value", kept.typed);
      this.whenThere((content) => content.restore(kept));
    } catch {
      // Kept by another version, or not by this element at all.
    }
  }

  get isDisabled(): boolean {
    return this.#isDisabled;
  }

  /** What is submitted with the form around it, and kept for a way back to the page. */
  submits(
    claim: Texts,
    { fields = Object.keys(claim), report, kept = { typed: claim } }: Submitted = {},
  ): void {
    if (!this.internals) return;
    const name = this.getAttribute("name");
    const data = new FormData();
    for (const field of fields) data.append(`${name}.${field}`, claim[field] ?? "");
    if (report && this.includeFindings) data.append(`${name}.findings`, findingsOf(report));
    this.internals.setFormValue(name ? data : null, JSON.stringify(kept));
  }

  /** Takes the first fault of the claim, with its control; without one, the claim is valid. */
  faulty(fault: Partial<Fault> = {}): void {
    this.#fault = fault;
    this.#setValidity();
  }

  #setValidity(): void {
    const { control, missing } = this.#fault;
    const message = this.#customMessage || (this.#fault.message ?? "");
    const isMissing = Boolean(message && missing && !this.#customMessage);
    const flags = { valueMissing: isMissing, customError: Boolean(message) && !isMissing };
    // Without an anchor the browser would have nothing to point at.
    if (!message) this.internals.setValidity({});
    else this.internals.setValidity(flags, message, control ?? this.content?.anchor ?? this.box);
    this.mark("valid", !message);
    this.mark("invalid", Boolean(message));
  }
}

/** The claim's texts; a number counts as its digits. */
function cleaned(claim: unknown): Texts {
  const { mpnId, ...rest } = Object(claim) as Record<string, unknown>;
  const all: Record<string, unknown> = { ...(mpnId ? { partnerId: mpnId } : {}), ...rest };
  const texts = Object.entries(all).filter(([, value]) =>
    ["string", "number"].includes(typeof value),
  );
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value)]));
}

/** The findings without their sentences: a server writes its own, in its language. */
function findingsOf({ ruleset, today, verdict, findings }: Report): string {
  const plain = findings.map(({ what, why, next, source, ...finding }) => finding);
  return JSON.stringify({ ruleset, today, verdict, findings: plain });
}
