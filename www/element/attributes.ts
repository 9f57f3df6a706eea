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
  /^(class|style|id|slot|part|exportparts|title|dir|hidden|inert|tabindex|role|popover|nonce|draggable|translate|autofocus|accesskey|contenteditable|enterkeyhint|inputmode|is|item\w+|spellcheck|virtualkeyboardpolicy|form|jsaction|(data|aria|v|x|hx|svelte|react)-[\w.:-]*|(on|_|ng)[\w.:-]*|.*[:@#.*[(].*)$/;

/**
 * The names under which an attribute can stand in a document: its own, and that of its property, as
 * frameworks write it that render on a server.
 */
export function namesOf({ name, property = name }: AttributeOf): Names {
  const rendered = property.toLowerCase();
  return rendered === name ? [name] : [name, rendered];
}

type Names = readonly [string, ...string[]];

/** Defines the property of an attribute, as the manifest describes it. */
export function addProperty(prototype: object, attribute: AttributeOf): void {
  const { name, property = name, kind = "text", values = [] } = attribute;
  const names = namesOf(attribute);
  const accessors: Record<string, PropertyDescriptor & ThisType<Owner>> = {
    text: {
      get() {
        return textOf(this, names) ?? values[0] ?? "";
      },
      set(value: unknown) {
        reflect(this, names, value);
      },
    },
    flag: {
      get() {
        return textOf(this, names) !== null;
      },
      set(value: unknown) {
        reflect(this, names, value ? "" : null);
      },
    },
    number: {
      get() {
        return Number(textOf(this, names) ?? values[0]);
      },
      set(value: unknown) {
        reflect(this, names, value);
      },
    },
    json: {
      get() {
        return this.valueOf(property) ?? null;
      },
      set(value: unknown) {
        this.setValueOf(property, value);
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

/** What a text says in JSON; `null` where it says nothing. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textOf(element: Element, names: Names): string | null {
  const there = names.find((name) => element.hasAttribute(name));
  return there === undefined ? null : element.getAttribute(there);
}

function reflect(element: Element, [name, ...others]: Names, value: unknown): void {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value as string);
  for (const other of others) element.removeAttribute(other);
}

/** Warns of each attribute that the element does not have, and of each value that one can't have. */
export function warnOfUnknown(element: Element, known: readonly AttributeOf[]): void {
  const names = known.map(({ name }) => name);
  const all = known.flatMap(namesOf);
  const tag = `<${element.localName}>`;
  for (const { name, value } of element.attributes) {
    const { values } = known.find((one) => namesOf(one).includes(name)) ?? {};
    if (values && value && !values.includes(value))
      warn(`${name} of ${tag} can’t be ${value}${hint(value, values)}.`);
    if (all.includes(name) || ANYWHERE.test(name)) continue;
    const renamed = (RENAMED as Record<string, string>)[name] ?? "";
    const meant = names.includes(renamed) ? renamed : name;
    warn(`${tag} has no attribute ${name}${hint(meant, names)}.`);
  }
}
