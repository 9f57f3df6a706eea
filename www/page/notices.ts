// What the page has to say by itself, where the person is looking: each with what can be done about it.

import { h, type Kid } from "../form/dom.js";
import { icon } from "../form/icons.js";
import type { Notice, Words } from "../form/kit.js";

export class Notices {
  #node: HTMLElement;
  #words: () => Words;
  #shown = new Map<string, { node: HTMLElement; notice: Notice }>();

  /** @param node where they are shown */
  constructor(node: HTMLElement, words: () => Words) {
    this.#node = node;
    this.#words = words;
    // Below the page there is as much room as they take: nothing stays behind them.
    const measure = () => {
      const height = this.#shown.size ? node.offsetHeight : 0;
      document.documentElement.style.setProperty("--notices", `${height}px`);
    };
    new ResizeObserver(measure).observe(node);
  }

  show(notice: Notice): void {
    const { kind } = notice;
    const node = this.#draw(notice);
    this.#shown.get(kind)?.node.remove();
    this.#shown.set(kind, { node, notice });
    this.#node.append(node);
    if (!notice.isPassing) return;
    const off = new AbortController();
    const pass = ({ target }: Event) => {
      const shown = this.#shown.get(kind);
      if (shown?.node.contains(target as Node)) return;
      off.abort();
      if (shown?.notice === notice) this.close(kind);
    };
    for (const type of ["click", "input"]) addEventListener(type, pass, { signal: off.signal });
  }

  /** Says what is shown in another language. */
  reword(): void {
    for (const [kind, { node, notice }] of this.#shown) {
      const again = this.#draw(notice);
      node.replaceWith(again);
      this.#shown.set(kind, { node: again, notice });
    }
  }

  close(kind: string): void {
    const { node } = this.#shown.get(kind) ?? {};
    if (!node) return;
    const had = node.contains(document.activeElement);
    node.remove();
    this.#shown.delete(kind);
    if (had) document.getElementById("main")?.focus({ preventScroll: true });
  }

  #draw({ kind, text, choices = [], isAlert }: Notice): HTMLElement {
    const words = this.#words();
    const buttons = choices.map(([label, act]): Kid => {
      const click = () => {
        this.close(kind);
        act();
      };
      return h("button.btn.btn-s", { type: "button", click }, label(words));
    });
    const close = h(
      "button.btn.btn-i",
      { type: "button", "aria-label": words.close, click: () => this.close(kind) },
      icon("close", "small") as Node,
    );
    const attributes = isAlert ? { role: "alert" } : {};
    const said = h("p", {}, text(words));
    return h("div.notice", { ...attributes, "data-notice": kind }, said, buttons, close);
  }
}
