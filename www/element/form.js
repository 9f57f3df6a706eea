import { elementClass } from "./base.js";

/** The whole check; takes part in the form around it as any control does. */
export class CporClaimForm extends elementClass("cpor-claim-form") {
  static formAssociated = true;

  /** The host's own message: see `setCustomValidity`. */
  #customMessage = "";
  #fault = {};
  #isSilent = false;
  #isDisabled = false;
  /** Ends listening to the form around the element. */
  #listening;

  constructor() {
    super();
    this.addEventListener?.("invalid", () => this.#isSilent || this.content?.reveal());
    // A press on a label arrives as a click on the element itself.
    this.addEventListener?.("click", (event) => {
      if (event.composedPath()[0] === this) this.focus();
    });
  }

  get form() {
    return this.internals.form;
  }
  get labels() {
    return this.internals.labels;
  }
  get type() {
    return this.localName;
  }
  get validity() {
    return this.internals.validity;
  }
  get validationMessage() {
    return this.internals.validationMessage;
  }
  get willValidate() {
    return this.internals.willValidate;
  }

  /** The claim as it stands in the fields. */
  get value() {
    return this.content?.value ?? cleaned(this.valueOf("value"));
  }
  set value(claim) {
    this.setValueOf("value", claim ?? undefined);
    if (this.content) this.content.load(cleaned(claim));
    else this.submits(this.value);
  }

  get report() {
    return this.content?.report ?? null;
  }

  checkValidity() {
    this.#isSilent = true;
    const valid = this.internals.checkValidity();
    this.#isSilent = false;
    return valid;
  }

  reportValidity() {
    return this.internals.reportValidity();
  }

  setCustomValidity(message) {
    this.#customMessage = String(message ?? "");
    this.#setValidity();
  }

  check() {
    return this.whenThere((content) => content.check());
  }

  fill(values) {
    return this.whenThere((content) => content.fill(cleaned(values)));
  }

  addFiles(files) {
    return this.whenThere((content) => content.addFiles(files));
  }

  focusField(name) {
    return this.whenThere((content) => content.focusField(name));
  }

  focus() {
    this.whenThere((content) => content.focusField());
  }

  toJSON() {
    return { claim: this.value, report: this.report };
  }

  toText() {
    return this.whenThere((content) => content.toText());
  }

  attributeChangedCallback(name, before, now) {
    super.attributeChangedCallback(name, before, now);
    if (name === "value" && this.content) this.content.load(cleaned(this.valueOf("value")));
    else if (["value", "name", "include-findings"].includes(name)) {
      if (this.content) this.content.submits();
      else this.submits(this.value);
    }
  }

  /** With `novalidate` there is no "invalid" event, so the form's "submit" shows the findings. */
  formAssociatedCallback(form) {
    this.#listening?.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    form?.addEventListener("submit", () => this.content?.reveal(), { signal });
  }

  formResetCallback() {
    const initial = this.getAttribute("value");
    if (initial === null) this.setValueOf("value", undefined);
    else this.attributeChangedCallback("value", undefined, initial);
    this.content?.reset(cleaned(this.valueOf("value")));
    if (!this.content) this.submits(this.value);
  }

  formDisabledCallback(disabled) {
    this.#isDisabled = disabled;
    this.content?.disable(disabled);
  }

  formStateRestoreCallback(state) {
    try {
      const kept = JSON.parse(state);
      this.setValueOf("value", kept.typed);
      this.whenThere((content) => content.restore(kept));
    } catch {
      // Kept by another version, or not by this element at all.
    }
  }

  get isDisabled() {
    return this.#isDisabled;
  }

  /** What is submitted with the form around it, and kept for a way back to the page. */
  submits(claim, { fields = Object.keys(claim), report, kept = { typed: claim } } = {}) {
    if (!this.internals) return;
    const name = this.getAttribute("name");
    const data = new FormData();
    for (const field of fields) data.append(`${name}.${field}`, claim[field] ?? "");
    if (report && this.includeFindings) data.append(`${name}.findings`, findingsOf(report));
    this.internals.setFormValue(name ? data : null, JSON.stringify(kept));
  }

  /** Takes the first fault of the claim, with its control; without one, the claim is valid. */
  faulty(fault = {}) {
    this.#fault = fault;
    this.#setValidity();
  }

  #setValidity() {
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
function cleaned(claim) {
  const { mpnId, ...rest } = Object(claim);
  const all = { ...(mpnId && { partnerId: mpnId }), ...rest };
  const texts = Object.entries(all).filter(([, value]) =>
    ["string", "number"].includes(typeof value),
  );
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value)]));
}

/** The findings without their sentences: a server writes its own, in its language. */
function findingsOf({ ruleset, today, verdict, findings }) {
  const plain = findings.map(({ what, why, next, source, ...finding }) => finding);
  return JSON.stringify({ ruleset, today, verdict, findings: plain });
}
