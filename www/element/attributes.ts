// Attributes of the elements: as properties, and with a hint where the host has misspelled one.

import { RENAMED } from "../generated/elements.js";
import { hint } from "../lib/nearest.js";
import { warn } from "../lib/warn.js";

/** An attribute of the manifest, as browsers need it. */
export interface AttributeOf {
  name: string;
  property?: string;
  kind?: "text" | "flag" | "number" | "json";
  values?: readonly string[];
  native?: boolean;
}

/** What the accessors use of an element. */
interface Owner extends Element {
  valueOf(property: string): unknown;
  setValueOf(property: string, value: unknown): void;
}

/** Attributes that HTML gives to every element, and prefixes of frameworks. */
const ANYWHERE =
  /^(class|style|id|slot|part|exportparts|title|dir|hidden|inert|tabindex|role|popover|nonce|draggable|translate|autofocus|accesskey|contenteditable|enterkeyhint|inputmode|is|item\w+|spellcheck|virtualkeyboardpolicy|form|(data|aria|v|x|hx|svelte|react)-[\w.:-]*|(on|_|ng)[\w.:-]*|.*[:@#.*[(].*)$/;

/** Defines the property of an attribute, as the manifest describes it. */
export function addProperty(
  prototype: object,
  { name, property = name, kind = "text", values = [] }: AttributeOf,
): void {
  const accessors: Record<string, PropertyDescriptor & ThisType<Owner>> = {
    text: {
      get() {
        return this.getAttribute(name) ?? values[0] ?? "";
      },
      set(value: unknown) {
        reflect(this, name, value);
      },
    },
    flag: {
      get() {
        return this.hasAttribute(name);
      },
      set(value: unknown) {
        this.toggleAttribute(name, Boolean(value));
      },
    },
    number: {
      get() {
        return Number(this.getAttribute(name) ?? values[0]);
      },
      set(value: unknown) {
        reflect(this, name, value);
      },
    },
    json: {
      get() {
        return this.valueOf(property) ?? null;
      },
      set(value: unknown) {
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

function reflect(element: Element, name: string, value: unknown): void {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value as string);
}

/** Warns of each attribute that the element does not have, and of each value that one can't have. */
export function warnOfUnknown(element: Element, known: readonly AttributeOf[]): void {
  const names = known.map(({ name }) => name);
  const tag = `<${element.localName}>`;
  for (const { name, value } of element.attributes) {
    const { values } = known.find((one) => one.name === name) ?? {};
    if (values && value && !values.includes(value))
      warn(`${name} of ${tag} can’t be ${value}${hint(value, values)}.`);
    if (names.includes(name) || ANYWHERE.test(name)) continue;
    const renamed = (RENAMED as Record<string, string>)[name] ?? "";
    const meant = names.includes(renamed) ? renamed : name;
    warn(`${tag} has no attribute ${name}${hint(meant, names)}.`);
  }
}
