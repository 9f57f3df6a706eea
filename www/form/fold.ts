// Parts that unfold. What a person has unfolded stays so, also in another language.

import { attribute, h, show, uid } from "./dom.js";
import { type Icon, icon } from "./icons.js";
import type { Kit } from "./kit.js";

export interface Fold {
  node: HTMLDetailsElement;
  /** What stands on it. */
  label: HTMLElement;
  inside: HTMLElement;
  /** Unfolds it, and leads to it. */
  open(): void;
}

/** @param onToggle fills it where it is unfolded */
export function foldView(kit: Kit, name: string, look: Icon, onToggle = () => {}): Fold {
  const label = h("span");
  const inside = h("div.in-fold");
  const node = h(
    "details.fold.is-note",
    { "data-fold": name, toggle: onToggle },
    h(
      "summary",
      { "data-key": `fold-${name}` },
      icon(look) as Node,
      label,
      icon("open", "small") as Node,
    ),
    inside,
  ) as HTMLDetailsElement;
  staysOpen(kit, node, name);
  return { node, label, inside, open };

  function open(): void {
    const summary = node.querySelector("summary");
    node.open = true;
    summary?.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest" });
  }
}

/** What is unfolded under this name is so where it is drawn anew. */
export function staysOpen({ host }: Kit, node: HTMLDetailsElement, name: string): void {
  const { unfolded } = host.place;
  node.open ||= unfolded.has(name);
  node.addEventListener("toggle", () => unfolded[node.open ? "add" : "delete"](name));
}

/** A button that shows what stands behind a line, and hides it again. */
export function unfolding(label: string, panel: HTMLElement): HTMLElement {
  const id = uid();
  const attributes = { type: "button", "aria-expanded": "false", "aria-controls": id };
  const button = h(
    "button.unfold",
    { ...attributes, click: () => toggle() },
    h("span.vh", {}, label),
    icon("open", "small") as Node,
  );
  panel.id = id;
  show(panel, false);
  return button;

  function toggle(): void {
    show(panel, Boolean(panel.hidden));
    attribute(button, "aria-expanded", String(!panel.hidden));
  }
}
