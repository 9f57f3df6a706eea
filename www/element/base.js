// What all elements have in common: attributes and properties from the manifest, the shadow root
// with its placeholder, the moment of loading, calls that wait for it, and errors as events.

import { ELEMENTS } from "../generated/elements.js";
import { PLACEHOLDERS } from "../generated/placeholders.js";
import { negotiateLocale } from "../lib/locales.js";
import { addProperty, warnOfUnknown } from "./attributes.js";
import { start } from "./runtime.js";
import { placeholderSheet, sheetFor } from "./sheets.js";
import { warn } from "./warn.js";

/** Without a document, as on a server, the classes exist and do nothing. */
const Base = globalThis.HTMLElement ?? class {};

/** The base class of one element of the manifest. */
export const elementClass = (tag) => {
  const { attributes, reserved } = ELEMENTS[tag];
  const byName = new Map(attributes.map((attribute) => [attribute.name, attribute]));

  class PreflightElement extends Base {
    static version = VERSION;
    static observedAttributes = [...byName.keys()];

    #values = new Map();
    #waiting = [];
    #content;
    #loading;
    #cleanUp;
    #state = "waiting";
    #ready = Promise.withResolvers?.() ?? withResolvers();
    #updating;
    /** The box around everything, and states for style sheets. */
    box;
    internals;

    constructor() {
      super();
      if (!this.attachInternals) return;
      this.internals = this.attachInternals();
      const root = this.attachShadow({ mode: "open" });
      this.box = document.createElement("div");
      this.box.className = "cpor";
      this.box.part = "base";
      ["--wide", "--narrow"].forEach((name, i) => {
        this.box.style.setProperty(name, reserved[i]);
      });
      root.append(this.box);
    }

    connectedCallback() {
      this.#keepEarlyProperties();
      warnOfUnknown(this, [...byName.keys()]);
      const root = this.shadowRoot;
      root.adoptedStyleSheets = this.#content
        ? [sheetFor(this.ownerDocument, this.#content.css)]
        : [placeholderSheet(this.ownerDocument)];
      this.#cleanUp = new AbortController();
      this.connected?.(this.#cleanUp.signal);
      this.#followLanguage();
      if (this.#content) return this.#content.connected?.(this.#cleanUp.signal);
      this.#drawPlaceholder();
      this.#loadInTime();
    }

    disconnectedCallback() {
      this.#cleanUp?.abort();
      this.#cleanUp = undefined;
    }

    attributeChangedCallback(name, before, now) {
      if (before === now) return;
      const { kind, property = name } = byName.get(name);
      if (kind === "json") {
        const value = now === null ? undefined : parsed(now);
        if (value === null && now !== "null")
          warn(`${name}="…" of <${this.localName}> is no JSON.`);
        this.#values.set(property, value ?? undefined);
      }
      this.update(property);
    }

    /** How far the element is; see the manifest. */
    get state() {
      return this.#state;
    }

    async whenReady() {
      if (this.#state === "waiting") this.load();
      await this.#ready.promise;
      return this;
    }

    /** What the element shows, once it has loaded: see runtime.js. */
    get content() {
      return this.#content;
    }

    /** Does something with the content as soon as it has loaded, in the order of the calls. */
    whenThere(act) {
      if (this.#content) return Promise.resolve(act(this.#content));
      this.load();
      return new Promise((done) => this.#waiting.push(() => done(act(this.#content))));
    }

    /** The value of a property of the kind "json", from the attribute or as it was set. */
    valueOf(property) {
      return this.#values.get(property);
    }

    setValueOf(property, value) {
      this.#values.set(property, value);
      this.update(property);
    }

    /** Tells the content of changes at once, when all of them have been made. */
    update(property) {
      if (!this.#content) return;
      this.#updating ??= new Set();
      if (this.#updating.size === 0) {
        queueMicrotask(() => {
          const changes = this.#updating;
          this.#updating = undefined;
          this.#content?.update(changes);
        });
      }
      this.#updating.add(property);
    }

    /** Languages of the texts: the element's, else that of the closest element with one, the browser's. */
    get wantedLocales() {
      return [languageAround(this) ?? [], navigator.languages].flat();
    }

    get texts() {
      const tag = negotiateLocale(this.wantedLocales);
      return [PLACEHOLDERS[tag], tag];
    }

    /** Loads what the element shows; after a failure, once more. */
    load() {
      if (this.#content || this.#loading) return;
      this.setState("loading");
      this.#drawPlaceholder();
      this.#loading = this.#start().finally(() => {
        this.#loading = undefined;
      });
    }

    async #start() {
      try {
        const content = await start(tag, this);
        this.#content = content;
        this.shadowRoot.adoptedStyleSheets = [sheetFor(this.ownerDocument, content.css)];
        if (this.#cleanUp) content.connected?.(this.#cleanUp.signal);
        this.finished(content.failure);
      } catch (error) {
        this.#drawFailure();
        this.finished({ code: error.code ?? "internal", message: this.texts[0].failed, error });
      }
    }

    /** Reports that the element can be used, also where the check could not be loaded. */
    finished(failure) {
      this.setState(failure ? "failed" : "ready");
      if (this.#content) for (const act of this.#waiting.splice(0)) act();
      if (failure) this.dispatch("claim-error", { detail: failure });
      else this.dispatch("claim-ready");
      this.#ready.resolve();
    }

    setState(state) {
      this.#state = state;
      for (const name of ["ready", "failed"]) this.mark(name, name === state);
    }

    /** Sets or removes a state for `:state()`. */
    mark(name, on) {
      this.internals.states?.[on ? "add" : "delete"](name);
    }

    /** Dispatches an event; false where the host cancels it. */
    dispatch(type, options) {
      const bubbles = type !== "claim-report";
      return this.dispatchEvent(new CustomEvent(type, { bubbles, composed: bubbles, ...options }));
    }

    #loadInTime() {
      const { signal } = this.#cleanUp;
      const now = () => this.#state === "waiting" && this.load();
      const loading = this.getAttribute("loading") ?? "eager";
      for (const type of ["focusin", "pointerenter", "touchstart"]) {
        this.addEventListener(type, now, { signal, once: true, passive: true });
      }
      if (loading === "focus" || this.getAttribute("mock") === "loading") return;
      if (loading !== "lazy") return queueMicrotask(() => this.isConnected && now());
      const near = new IntersectionObserver(
        (entries) => entries.some(({ isIntersecting }) => isIntersecting) && now(),
        { rootMargin: "200px" },
      );
      near.observe(this);
      signal.addEventListener("abort", () => near.disconnect());
    }

    #drawPlaceholder() {
      const [{ open, loading }, tag] = this.texts;
      this.box.lang = tag;
      const waits = this.#state === "waiting" && this.getAttribute("loading") === "focus";
      const note = document.createElement(waits ? "button" : "p");
      note.textContent = waits ? open : loading;
      if (waits) note.addEventListener("click", () => this.load(), { once: true });
      this.#draw(note);
    }

    #drawFailure() {
      const [{ failed, retry }] = this.texts;
      const note = document.createElement("p");
      note.textContent = failed;
      note.setAttribute("role", "alert");
      const again = document.createElement("button");
      again.textContent = retry;
      again.addEventListener("click", () => this.load(), { once: true });
      this.#draw(note, again);
    }

    /** Shows something until there is a form to use: as high as the form, so that nothing moves. */
    #draw(...nodes) {
      const label = document.createElement("slot");
      label.name = "label";
      const placeholder = document.createElement("div");
      placeholder.className = "placeholder";
      placeholder.part = "placeholder";
      for (const node of nodes) if (node.localName === "button") node.type = "button";
      placeholder.append(...nodes);
      this.box.replaceChildren(label, placeholder);
    }

    /** A property that was set before the element was defined hides the accessor of the class. */
    #keepEarlyProperties() {
      for (const { name, property = name } of attributes) {
        if (!Object.hasOwn(this, property)) continue;
        const value = this[property];
        delete this[property];
        this[property] = value;
      }
    }

    #followLanguage() {
      if (this.hasAttribute("lang")) return;
      const observer = new MutationObserver(() => this.update("lang"));
      observer.observe(this.ownerDocument.documentElement, { attributeFilter: ["lang"] });
      this.#cleanUp.signal.addEventListener("abort", () => observer.disconnect());
    }
  }

  for (const attribute of attributes) {
    if (!attribute.native) addProperty(PreflightElement.prototype, attribute);
  }
  return PreflightElement;
};

/** Defines an element. Where another copy of this package has the name already, that one stays. */
export function define(name, Element) {
  const registry = globalThis.customElements;
  const defined = registry?.get(name);
  if (!registry || defined === Element) return;
  if (Object.getPrototypeOf(defined ?? Base) === Element) return;
  if (defined) {
    const version = defined.version ?? "?";
    warn(
      `<${name}> is defined already (${version}); the copy loaded later (${VERSION}) is not used.`,
    );
    return;
  }
  try {
    registry.define(name, Element);
  } catch {
    // A class can have one name only; a name that is none fails again.
    registry.define(name, class extends Element {});
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function languageAround(element) {
  for (let node = element; node; node = node.getRootNode().host) {
    const tag = node.closest("[lang]")?.lang;
    if (tag) return tag;
  }
  return undefined;
}

function withResolvers() {
  const resolvers = {};
  resolvers.promise = new Promise((resolve) => {
    resolvers.resolve = resolve;
  });
  return resolvers;
}
