// What all elements have in common: attributes and properties from the manifest, the shadow root
// with its placeholder, the moment of loading, calls that wait for it, and errors as events.

import { loaded } from "../page/parts.js";
import { askAhead } from "./ahead.js";
import { ELEMENTS, RENAMED } from "./manifest.js";
import { placeholderSheet, sheetFor } from "./sheets.js";
import { warn } from "./warn.js";
import texts from "./words.js";

/** Without a document, as on a server, the classes exist and do nothing. */
const Base = globalThis.HTMLElement ?? class {};

/** Attributes that HTML gives to every element, and prefixes of frameworks. */
const ANYWHERE =
  /^(class|style|id|slot|part|exportparts|title|dir|hidden|inert|tabindex|role|popover|nonce|draggable|translate|autofocus|accesskey|contenteditable|enterkeyhint|inputmode|is|item\w+|spellcheck|virtualkeyboardpolicy|form|(data|aria|on|_|ng|v|x|hx|svelte|react)[\w.:-]*|.*[:@#.*[(].*)$/;

/** The class of one element of the manifest, to be completed by `setUp` and `changed`. */
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
      this.#warnOfUnknown();
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

    /** `eager`, unless it says otherwise; see the manifest. */
    get state() {
      return this.#state;
    }

    async whenReady() {
      if (this.#state === "waiting") this.load();
      await this.#ready.promise;
      return this;
    }

    /** What the element shows, once it is there. */
    get content() {
      return this.#content;
    }

    /** Does something with the content, in the order of the calls, as soon as it is there. */
    whenThere(act) {
      if (this.#content) return Promise.resolve(act(this.#content));
      this.load();
      return new Promise((done) => this.#waiting.push(() => done(act(this.#content))));
    }

    /** The value behind a property; an attribute as JSON, or what was set. */
    valueOf(property) {
      return this.#values.get(property);
    }

    setValueOf(property, value) {
      this.#values.set(property, value);
      this.update(property);
    }

    /** The content learns of changes once, when all of them have been made. */
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

    /** Language of the texts: the element's, the closest one around it, the browser's. */
    get wantedLocales() {
      return [languageAround(this) ?? [], navigator.languages].flat();
    }

    get texts() {
      const tag = this.wantedLocales
        .map((wanted) => wanted.toLowerCase().split("-")[0])
        .find((wanted) => wanted in texts);
      return [texts[tag ?? "en"], tag ?? "en"];
    }

    /** Loads what the element shows; after a failure, again. */
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
        const coming = loaded("runtime", () => import("./runtime.js"));
        askAhead(tag, this, this.texts[1]);
        const runtime = await coming.catch(asLoadFailure);
        const content = await runtime.start(tag, this);
        this.#content = content;
        this.shadowRoot.adoptedStyleSheets = [sheetFor(this.ownerDocument, content.css)];
        if (this.#cleanUp) content.connected?.(this.#cleanUp.signal);
        this.finished(content.failure);
      } catch (error) {
        this.#drawFailure();
        this.finished({ code: error.code ?? "internal", message: this.texts[0].failed, error });
      }
    }

    /** It is there, or as much of it as could be loaded. */
    finished(failure) {
      this.setState(failure ? "failed" : "ready");
      if (this.#content) for (const act of this.#waiting.splice(0)) act();
      if (failure) this.tell("claim-error", { detail: failure });
      else this.tell("claim-ready");
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

    /** Tells the host; false where it objects. */
    tell(type, options) {
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

    /** What stands there until there is something to use: as high as that, so that nothing moves. */
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

    /** A property that was set before the element was defined hides the element's own. */
    #keepEarlyProperties() {
      for (const { name, property = name } of attributes) {
        if (!Object.hasOwn(this, property)) continue;
        const value = this[property];
        delete this[property];
        this[property] = value;
      }
    }

    #warnOfUnknown() {
      for (const { name } of this.attributes) {
        if (byName.has(name) || ANYWHERE.test(name)) continue;
        const right = nearest(name, [...byName.keys()]);
        const hint = right ? `: ${right} is meant` : "";
        warn(`<${this.localName}> has no attribute ${name}${hint}.`);
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

/** Defines an element; where the name is taken by another copy, that one stays. */
export function define(name, Element) {
  const registry = globalThis.customElements;
  const there = registry?.get(name);
  if (!registry || there === Element || Object.getPrototypeOf(there ?? Base) === Element) return;
  if (there) {
    const version = there.version ?? "?";
    warn(
      `<${name}> is defined already (${version}); the copy loaded later (${VERSION}) is not used.`,
    );
    return;
  }
  // A class can have one name only.
  const taken = registry.getName?.(Element) ?? named.has(Element);
  registry.define(name, taken ? class extends Element {} : Element);
  named.add(Element);
}
const named = new WeakSet();

/** A property as the manifest describes its attribute. */
function addProperty(prototype, { name, property = name, kind, values = [] }) {
  const accessors = {
    text: {
      get() {
        return this.getAttribute(name) ?? values[0] ?? "";
      },
      set(value) {
        reflect(this, name, value);
      },
    },
    flag: {
      get() {
        return this.hasAttribute(name);
      },
      set(value) {
        this.toggleAttribute(name, Boolean(value));
      },
    },
    number: {
      get() {
        return Number(this.getAttribute(name) ?? values[0]);
      },
      set(value) {
        reflect(this, name, value);
      },
    },
    json: {
      get() {
        return this.valueOf(property) ?? null;
      },
      set(value) {
        this.setValueOf(property, value ?? undefined);
      },
    },
  };
  if (property in prototype) return;
  Object.defineProperty(prototype, property, {
    ...accessors[kind],
    configurable: true,
    enumerable: true,
  });
}

function reflect(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
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

/** The attribute that was probably meant: written otherwise, or under another name. */
function nearest(name, known) {
  const plain = (text) => text.replaceAll("-", "").toLowerCase();
  const alike = known.find((other) => plain(other) === plain(name));
  if (alike) return alike;
  if (known.includes(RENAMED[name])) return RENAMED[name];
  return known.find((other) => distance(plain(other), plain(name)) <= 2 && other.length > 3);
}

/** How many letters have to be changed, added or left out. */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

function asLoadFailure(error) {
  throw Object.assign(error, { code: "wasm_fetch_failed" });
}

function withResolvers() {
  const resolvers = {};
  resolvers.promise = new Promise((resolve) => {
    resolvers.resolve = resolve;
  });
  return resolvers;
}
