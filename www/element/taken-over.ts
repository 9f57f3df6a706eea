// What a person typed where no element was yet.

import type { Texts } from "./types.js";

/**
 * The claim in the controls inside the element, which the host put there for browsers in which no
 * script runs. From now on the element submits their values, so they are disabled.
 */
export function takenOver(element: Element): Texts {
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
