// What all elements have in common: attributes and properties from the manifest, the shadow root
// with its placeholder, the moment of loading, calls that wait for it, and errors as events.

import { start } from "#runtime";
import { ELEMENTS } from "../generated/elements.js";
import type { Locale } from "../generated/lists.js";
import { PLACEHOLDERS } from "../generated/placeholders.js";
import type { ClaimError } from "../lib/events.js";
import { negotiateLocale } from "../lib/locales.js";
import { warn } from "../lib/warn.js";
import { type AttributeOf, addProperty, namesOf, parsed, warnOfUnknown } from "./attributes.js";
import { placeholderSheet, sheetFor } from "./sheets.js";
import type { HostAttributes } from "./types.js";

declare const VERSION: string;

/** What an element shows once it has loaded: see runtime.js. */
export interface Content {
  readonly css: string;
  readonly failure: ClaimError | undefined;
  connected?(signal: AbortSignal): void;
  update(changes: ReadonlySet<string>): unknown;
}

/** What all elements have in common; attributes become properties at run time. */
export interface CporElement<Shown = unknown> extends HTMLElement, HostAttributes {
  readonly box: HTMLElement;
  readonly internals: ElementInternals;
  readonly shadowRoot: ShadowRoot;
  readonly state: State;
  readonly content: (Content & Shown) | undefined;
  readonly wantedLocales: readonly string[];
  whenReady(): Promise<this>;
  whenThere<Out>(act: (content: Content & Shown) => Out): Promise<Awaited<Out>>;
  valueOf(): object;
  valueOf(property: string): unknown;
  setValueOf(property: string, value: unknown): void;
  load(): void;
  finished(failure: ClaimError | undefined): void;
  mark(name: string, on: boolean): void;
  dispatch(type: string, options?: CustomEventInit): boolean;
  attributeChangedCallback(name: string, before: string | null, now: string | null): void;
}

type State = "waiting" | "loading" | "ready" | "failed";

/** Without a document, as on a server, the classes exist and do nothing. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/** The base class of one element of the manifest. */
export function elementClass<Shown>(tag: keyof typeof ELEMENTS): new () => CporElement<Shown> {
  const { attributes, reserved } = ELEMENTS[tag] as {
    attributes: readonly AttributeOf[];
    reserved: readonly string[];
  };
  const byName = new Map(
    attributes.flatMap((attribute) => namesOf(attribute).map((name) => [name, attribute])),
  );

  class PreflightElement extends Base {
    static version = VERSION;
    static observedAttributes = [...byName.keys()];

    #values = new Map<string, unknown>();
    #waiting: (() => void)[] = [];
    #content: (Content & Shown) | undefined;
    #loading: Promise<void> | undefined;
    #cleanUp: AbortController | undefined;
    #state: State = "waiting";
    #ready = withResolvers();
    #changes = new Set<string>();
    /** The box around everything, and states for style sheets. */
    box!: HTMLElement;
    internals!: ElementInternals;
    connected?(signal: AbortSignal): void;

    constructor() {
      super();
      if (!this.attachInternals) return;
      this.internals = this.attachInternals();
      const root = this.attachShadow({ mode: "open" });
      this.box = document.createElement("div");
      this.box.className = "cpor";
      this.box.part = "base";
      ["--wide", "--narrow"].forEach((name, i) => {
        this.box.style.setProperty(name, reserved[i] ?? null);
      });
      root.append(this.box);
    }

    get #root(): ShadowRoot {
      return this.shadowRoot as ShadowRoot;
    }

    connectedCallback(): void {
      this.#keepEarlyProperties();
      warnOfUnknown(this, attributes);
      const root = this.#root;
      root.adoptedStyleSheets = this.#content
        ? [sheetFor(this.ownerDocument, this.#content.css)]
        : [placeholderSheet(this.ownerDocument)];
      this.#cleanUp = new AbortController();
      this.connected?.(this.#cleanUp.signal);
      this.#followLanguage(this.#cleanUp.signal);
      if (this.#content) {
        this.#content.connected?.(this.#cleanUp.signal);
        return;
      }
      this.#drawPlaceholder();
      this.#loadInTime(this.#cleanUp.signal);
    }

    disconnectedCallback(): void {
      this.#cleanUp?.abort();
      this.#cleanUp = undefined;
    }

    attributeChangedCallback(name: string, before: string | null, now: string | null): void {
      if (before === now) return;
      const attribute = byName.get(name) as AttributeOf;
      const { kind, property = attribute.name } = attribute;
      if (kind === "json") {
        this.#values.set(property, (now === null ? undefined : parsed(now)) ?? undefined);
        if (this.#content) this.#warnOfNoJson(attribute);
      }
      this.update(property);
    }

    /** How far the element is; see the manifest. */
    get state(): State {
      return this.#state;
    }

    async whenReady(): Promise<this> {
      if (this.#state === "waiting") this.load();
      await this.#ready.promise;
      return this;
    }

    /** What the element shows, once it has loaded: see runtime.js. */
    get content(): (Content & Shown) | undefined {
      return this.#content;
    }

    /** Does something with the content as soon as it has loaded, in the order of the calls. */
    whenThere<Out>(act: (content: Content & Shown) => Out): Promise<Awaited<Out>> {
      if (this.#content) return Promise.resolve(act(this.#content)) as Promise<Awaited<Out>>;
      this.load();
      return new Promise((done) => {
        this.#waiting.push(() => done(act(this.#content as Content & Shown) as Awaited<Out>));
      });
    }

    /** The value of a property of the kind "json", from the attribute or as it was set. */
    override valueOf(): object;
    override valueOf(property: string): unknown;
    override valueOf(property = ""): unknown {
      return this.#values.get(property);
    }

    /** Takes a value as it is, or as JSON, which is what frameworks can write on a server. */
    setValueOf(property: string, value: unknown): void {
      const given = typeof value === "string" ? parsed(value) : value;
      this.#values.set(property, given ?? undefined);
      this.update(property);
    }

    /** Tells the content of changes at once, when all of them have been made. */
    update(property: string): void {
      // What changes before it loads is read by then.
      if (!this.#content && !this.#loading) return;
      this.#changes.add(property);
      if (this.#content && this.#changes.size === 1) queueMicrotask(() => this.#tellChanges());
    }

    #tellChanges(): void {
      const changes = this.#changes;
      if (!changes.size) return;
      this.#changes = new Set();
      this.#content?.update(changes);
    }

    /** Languages of the texts: the element's, else that of the closest element with one, the browser's. */
    get wantedLocales(): readonly string[] {
      return [languageAround(this) ?? [], navigator.languages].flat();
    }

    get texts(): [(typeof PLACEHOLDERS)[Locale], Locale] {
      const tag = negotiateLocale(this.wantedLocales);
      return [PLACEHOLDERS[tag], tag];
    }

    /** Loads what the element shows; after a failure, once more. */
    load(): void {
      if (this.#content || this.#loading) return;
      this.setState("loading");
      this.#drawPlaceholder();
      this.#changes.clear();
      this.#loading = this.#start().finally(() => {
        this.#loading = undefined;
      });
    }

    async #start(): Promise<void> {
      try {
        const content = (await start(tag, this as unknown as CporElement)) as Content & Shown;
        this.#content = content;
        this.#root.adoptedStyleSheets = [sheetFor(this.ownerDocument, content.css)];
        if (this.#cleanUp) content.connected?.(this.#cleanUp.signal);
        this.finished(content.failure);
        // What has changed while it was loading.
        this.#tellChanges();
      } catch (error) {
        this.#drawFailure();
        const { code = "internal" } = error as Partial<ClaimError>;
        this.finished({ code, message: this.texts[0].failed, error });
      }
    }

    /** Reports that the element can be used, also where the check could not be loaded. */
    finished(failure: ClaimError | undefined): void {
      this.setState(failure ? "failed" : "ready");
      for (const attribute of attributes)
        if (attribute.kind === "json") this.#warnOfNoJson(attribute);
      if (this.#content) for (const act of this.#waiting.splice(0)) act();
      const { message } = (failure?.error ?? {}) as Partial<Error>;
      if (message) warn(`${message}. See www/docs/toolchains.md of the package.`);
      if (failure) this.dispatch("claim-error", { detail: failure });
      else this.dispatch("claim-ready");
      this.#ready.resolve();
    }

    /**
     * Not before the element is ready: some frameworks write `[object Object]` on a server, and set the
     * property once they run.
     */
    #warnOfNoJson({ name, property = name }: AttributeOf): void {
      const text = this.getAttribute(name) ?? "null";
      if (text === "null" || parsed(text) !== null || this.#values.get(property)) return;
      warn(`${name}="…" of <${this.localName}> is no JSON.`);
    }

    setState(state: State): void {
      this.#state = state;
      for (const name of ["ready", "failed"]) this.mark(name, name === state);
    }

    /** Sets or removes a state for `:state()`. */
    mark(name: string, on: boolean): void {
      this.internals.states?.[on ? "add" : "delete"](name);
    }

    /** Dispatches an event; false where the host cancels it. */
    dispatch(type: string, options?: CustomEventInit): boolean {
      const bubbles = type !== "claim-report";
      return this.dispatchEvent(new CustomEvent(type, { bubbles, composed: bubbles, ...options }));
    }

    #loadInTime(signal: AbortSignal): void {
      const now = () => this.#state === "waiting" && this.load();
      const loading = this.getAttribute("loading") ?? "eager";
      for (const type of ["focusin", "pointerenter", "touchstart"]) {
        this.addEventListener(type, now, { signal, once: true, passive: true });
      }
      if (loading === "focus" || this.getAttribute("mock") === "loading") return;
      if (loading !== "lazy") {
        queueMicrotask(() => this.isConnected && now());
        return;
      }
      const near = new IntersectionObserver(
        (entries) => entries.some(({ isIntersecting }) => isIntersecting) && now(),
        { rootMargin: "200px" },
      );
      near.observe(this);
      signal.addEventListener("abort", () => near.disconnect());
    }

    #drawPlaceholder(): void {
      const [{ open, loading }, tag] = this.texts;
      this.box.lang = tag;
      const waits = this.#state === "waiting" && this.getAttribute("loading") === "focus";
      const note = document.createElement(waits ? "button" : "p");
      note.textContent = waits ? open : loading;
      if (waits) note.addEventListener("click", () => this.load(), { once: true });
      this.#draw(note);
    }

    #drawFailure(): void {
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
    #draw(...nodes: HTMLElement[]): void {
      const label = document.createElement("slot");
      label.name = "label";
      const placeholder = document.createElement("div");
      placeholder.className = "placeholder";
      placeholder.part = "placeholder";
      for (const node of nodes)
        if (node.localName === "button") (node as HTMLButtonElement).type = "button";
      placeholder.append(...nodes);
      this.box.replaceChildren(label, placeholder);
    }

    /** A property that was set before the element was defined hides the accessor of the class. */
    #keepEarlyProperties(): void {
      const members = this as unknown as Record<string, unknown>;
      for (const { name, property = name } of attributes) {
        if (!Object.hasOwn(this, property)) continue;
        const value = members[property];
        delete members[property];
        members[property] = value;
      }
    }

    #followLanguage(signal: AbortSignal): void {
      if (this.hasAttribute("lang")) return;
      const observer = new MutationObserver(() => this.update("lang"));
      observer.observe(this.ownerDocument.documentElement, { attributeFilter: ["lang"] });
      signal.addEventListener("abort", () => observer.disconnect());
    }
  }

  for (const attribute of attributes) {
    if (!attribute.native) addProperty(PreflightElement.prototype, attribute);
  }
  return PreflightElement as unknown as new () => CporElement<Shown>;
}

/** Defines an element. Where another copy of this package has the name already, that one stays. */
export function define(name: string, Element: CustomElementConstructor): void {
  const registry = globalThis.customElements;
  const defined = registry?.get(name);
  if (!registry || defined === Element) return;
  if (Object.getPrototypeOf(defined ?? Base) === Element) return;
  if (defined) {
    const { version = "?" } = defined as { version?: string };
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

function languageAround(element: Element): string | undefined {
  let node: Element | undefined = element;
  for (; node; node = (node.getRootNode() as Partial<ShadowRoot>).host) {
    const tag = node.closest<HTMLElement>("[lang]")?.lang;
    if (tag) return tag;
  }
  return undefined;
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
