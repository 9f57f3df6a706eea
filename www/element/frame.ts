// What surrounds the content of every element: slots, a notice, a live region; and for the content's
// nodes their names as parts, their levels as headings, and groups in place of landmarks.

import { h } from "../form/dom.js";
import type { CporElement } from "./base.js";
import type { Context } from "./types.js";

/** What surrounds the content. */
export interface Frame {
  body: HTMLElement;
  live: Live;
  name(context: Context): void;
  notify(text: string, ...choices: Choice[]): void;
  quiet(): void;
  failed(again: () => unknown): void;
}

type Choice = readonly [title: string, act: () => unknown];

/** A part of the manifest. */
export interface PartOf {
  name: string;
  selector: string;
}

/** Fills an element's box. `parts` are those of the manifest. */
export function makeFrame(element: CporElement, parts: readonly PartOf[]): Frame {
  const label = h("slot", { name: "label" });
  const hint = h("slot", { name: "hint" });
  const notice = h("div.notice", { tabindex: "-1" });
  const body = h("div");
  const region = h("p.vh", { "aria-live": "polite" });
  const live = speaker(region);
  const { box } = element;
  let words: Context["words"];
  complete(box, parts, () => element.headingLevel);
  box.replaceChildren(
    h("slot", { name: "before" }),
    h("div.header", {}, label, hint),
    notice,
    body,
    h("slot", { name: "after" }),
    region,
  );
  return { body, live, name, notify, quiet, failed };

  /** Sets the language, and what screen readers call the element as a whole. */
  function name(context: Context): void {
    ({ words } = context);
    box.lang = context.locale;
    live.hush();
    const { internals } = element;
    internals.role = "group";
    internals.ariaLabel = words.title;
    const labels = (label as HTMLSlotElement).assignedElements();
    if (labels.length && "ariaLabelledByElements" in internals) {
      internals.ariaLabelledByElements = labels;
    }
  }

  function notify(text: string, ...choices: Choice[]): void {
    const buttons = choices.map(([title, act]) => {
      const click = () => {
        quiet();
        act();
      };
      return h("button.btn.btn-s", { type: "button", click }, title);
    });
    notice.replaceChildren(h("p", {}, text), ...buttons);
    live.say(text);
  }

  function quiet(): void {
    notice.replaceChildren();
  }

  /** Something did not load: offers another try. */
  function failed(again: () => unknown): void {
    notify(words.failed, [words.retry, again]);
    notice.focus();
  }
}

/** Sets what views need not know of, on whatever they draw. */
function complete(box: HTMLElement, parts: readonly PartOf[], level: () => number): void {
  const observer = new MutationObserver((records) => {
    for (const root of new Set(records.map(({ target }) => target as Element))) {
      for (const { name, selector } of parts) {
        for (const node of root.querySelectorAll(selector)) node.part.add(name);
      }
      // A part of a page has no landmarks of its own.
      for (const node of root.querySelectorAll("section")) node.role ??= "group";
      // A result alone begins with what is a second level below a claim, a guide with a third.
      const first = ["h1", "h2", "h3"].findIndex((name) => box.querySelector(name)) + 1;
      const shift = level() - first;
      for (const heading of shift ? root.querySelectorAll("h1, h2, h3, h4") : []) {
        heading.ariaLevel = String(Math.min(Number(heading.localName[1]) + shift, 6));
      }
    }
  });
  observer.observe(box, { childList: true, subtree: true });
}

/** Says texts in a live region. */
export interface Live {
  say(...texts: string[]): void;
  hush(): void;
  verdict(text: string): void;
  repeat(): void;
}

/** Milliseconds after the last key: nothing talks into the typing. */
const PAUSE = 600;
/** More than that nobody listens to. */
const LONGEST = 150;

/** Announces messages together, with the verdict if it is a new one. */
function speaker(region: HTMLElement): Live {
  let verdict = "";
  let spoken = "";
  let messages: string[] = [];
  let speaking: ReturnType<typeof setTimeout> | undefined;
  return {
    say,
    /** Drops what was about to be announced: the language is another one. */
    hush() {
      messages = [];
      region.textContent = "";
    },
    /** Takes every verdict, announces a new one. */
    verdict(text) {
      verdict = text;
      if (verdict !== spoken) say();
    },
    /** Announces the verdict again: somebody asked for it. */
    repeat() {
      spoken = "";
      say();
    },
  };

  function say(...texts: string[]): void {
    messages = messages.filter((text) => !texts.includes(text)).concat(texts);
    region.textContent = "";
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      if (verdict !== spoken) messages.push(verdict);
      spoken = verdict;
      // Where there is too much to say, the latest is what matters.
      while (messages.length > 1 && messages.join(" ").length > LONGEST) messages.shift();
      region.textContent = messages.join(" ");
      messages = [];
    }, PAUSE);
  }
}

/** Remembers what has the focus in a root; the answer gives it to the control of the same key. */
export function keptFocus(root: ShadowRoot): () => void {
  const active = root.activeElement;
  const key = active?.getAttribute("data-key");
  const { selectionStart: from, selectionEnd: to } = (active ?? {}) as HTMLInputElement;
  return () => {
    if (!active || root.activeElement === active) return;
    const next = key && root.querySelector<HTMLInputElement>(`[data-key="${key}"]`);
    if (!next) return;
    next.focus({ preventScroll: true });
    if (typeof from === "number" && next.type === "text") next.setSelectionRange(from, to);
  };
}
