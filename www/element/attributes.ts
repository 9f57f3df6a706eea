// Attributes of the elements: as properties, and with a hint where the host has misspelled one.

import { RENAMED } from "../generated/elements.js";
import { warn } from "./warn.js";

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
  /^(class|style|id|slot|part|exportparts|title|dir|hidden|inert|tabindex|role|popover|nonce|draggable|translate|autofocus|accesskey|contenteditable|enterkeyhint|inputmode|is|item\w+|spellcheck|virtualkeyboardpolicy|form|jsaction|(data|aria|on|_|ng|v|x|hx|svelte|react)[\w.:-]*|.*[:@#.*[(].*)$/;

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

/** Warns of each attribute that the element does not have; `names` are those that it has. */
export function warnOfUnknown(element: Element, names: readonly string[]): void {
  for (const { name } of element.attributes) {
    if (names.includes(name) || ANYWHERE.test(name)) continue;
    const meant = nearest(name, names);
    const hint = meant ? `: ${meant} is meant` : "";
    warn(`<${element.localName}> has no attribute ${name}${hint}.`);
  }
}

/** The attribute that was probably meant: spelled another way, or under another name. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const plain = (text: string) => text.replaceAll("-", "").toLowerCase();
  const alike = names.find((other) => plain(other) === plain(name));
  if (alike) return alike;
  const renamed = (RENAMED as Record<string, string>)[name];
  if (renamed && names.includes(renamed)) return renamed;
  return names.find((other) => distance(plain(other), plain(name)) <= 2 && other.length > 3);
}

/** How many letters have to be changed, added or left out. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
