// What the page has to say by itself, where the person is looking: each with what can be done about it.

import { h, type Kid } from "../form/dom.js";
import { icon } from "../form/icons.js";
import type { Notice } from "../form/kit.js";

export class Notices {
  #node: HTMLElement;
  #close: () => string;
  #shown = new Map<string, HTMLElement>();

  /**
   * @param node where they are shown
   * @param close what the button is called that closes one
   */
  constructor(node: HTMLElement, close: () => string) {
    this.#node = node;
    this.#close = close;
  }

  show({ kind, text, choices = [], isAlert, isPassing }: Notice): void {
    const buttons = choices.map(([label, act]): Kid => {
      const click = () => {
        this.close(kind);
        act();
      };
      return h("button.btn.btn-s", { type: "button", click }, label);
    });
    const close = h(
      "button.btn.btn-i",
      { type: "button", "aria-label": this.#close(), click: () => this.close(kind) },
      icon("close", "small") as Node,
    );
    const attributes = isAlert ? { role: "alert" } : {};
    const node = h("div.notice", { ...attributes, "data-notice": kind }, h("p", {}, text), buttons);
    node.append(close);
    this.#shown.get(kind)?.remove();
    this.#shown.set(kind, node);
    this.#node.append(node);
    if (!isPassing) return;
    const off = new AbortController();
    const pass = ({ target }: Event) => {
      if (node.contains(target as Node)) return;
      off.abort();
      if (this.#shown.get(kind) === node) this.close(kind);
    };
    for (const type of ["click", "input"]) addEventListener(type, pass, { signal: off.signal });
  }

  close(kind: string): void {
    const node = this.#shown.get(kind);
    if (!node) return;
    const had = node.contains(document.activeElement);
    node.remove();
    this.#shown.delete(kind);
    if (had) document.getElementById("main")?.focus({ preventScroll: true });
  }
}
