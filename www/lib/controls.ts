// Which controls of a form hold which fields of a claim, and what they hold.

import type { Field } from "../generated/lists.js";
import { FIELDS } from "../generated/names.js";
import type { Claim, ClaimSource, FieldMap } from "./types.js";

/** Any form's field map, as those read it who only look for controls. */
export type AnyFields = FieldMap<HTMLFormElement> | undefined;

/** A control, as any of these or a custom element has it. */
export type Control = HTMLInputElement & Partial<Pick<HTMLSelectElement, "selectedOptions">>;

interface Mapping {
  named?: string[];
  control?: Element | object;
  value?: ((source: never) => unknown) | undefined;
}

/**
 * The claim in a form, in its FormData, or in what was posted (URLSearchParams, an object). `fields`
 * says where a field is if not under its own name; what is no field of a claim is left out.
 */
export function claimFrom<S extends ClaimSource>(source: S, fields?: FieldMap<S>): Claim {
  const read = readerOf(source, fields);
  const claim: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const { value } = mappingOf(fields, field);
    const answer = value ? guarded(value as (given: S) => unknown, source) : read(field);
    if (answer !== undefined && answer !== null) claim[field] = answer;
  }
  return claim;
}

/** The enabled and disabled controls of a field, in the order of the form; most fields have one. */
export function controlsOf(
  form: HTMLFormElement,
  field: Field,
  fields: FieldMap<never> | undefined,
): Control[] {
  const { control, named } = mappingOf(fields, field);
  if (isElement(control)) return [control as Control];
  if (control) return [];
  const all = [...memberOf(form, "elements")] as Control[];
  if (!named) {
    const within = memberOf(form, "querySelectorAll")<HTMLElement>("[data-cpor-field]");
    const marked = [...within, ...all]
      .filter(({ dataset }) => dataset?.cporField === field)
      .flatMap((element) =>
        "value" in element ? (element as Control) : [...element.querySelectorAll<Control>(INPUTS)],
      );
    if (marked.length) return [...new Set(marked)];
  }
  const names = named ?? namesOf(field);
  return all.filter(({ name, id }) => names.includes(name) || (named && names.includes(id)));
}

/** Does a function of the host's give a field's value? */
export function isGivenByHost(field: Field, fields: AnyFields): boolean {
  const { value } = mappingOf(fields, field);
  return value !== undefined && value !== nothing;
}

/** The field that a control holds. */
export function fieldOf(
  control: unknown,
  form: HTMLFormElement,
  fields: AnyFields,
): Field | undefined {
  return FIELDS.find((field) => controlsOf(form, field, fields).includes(control as Control));
}

/** A field's names: its older one counts where there is no control under the newer one. */
const namesOf = (field: Field): string[] => (field === "partnerId" ? [field, "mpnId"] : [field]);

const INPUTS = "input, select, textarea";

/**
 * How a field is mapped: by the `name` or id of its control, by the control, by a function that
 * gives the value, by both (`{ control, value }`), or with `null` not at all.
 */
function mappingOf(fields: FieldMap<never> | undefined, field: Field): Mapping {
  const mapping = fields?.[field];
  if (mapping === undefined) return {};
  if (mapping === null) return { control: NONE, value: nothing };
  if (typeof mapping === "function") return { control: NONE, value: mapping };
  if (typeof mapping === "string") return { named: [mapping] };
  if (isElement(mapping)) return { control: mapping };
  const { control = NONE, value } = mapping;
  return typeof control === "string" ? { named: [control], value } : { control, value };
}

const NONE = {};
const nothing = (): undefined => undefined;

function readerOf<S extends ClaimSource>(
  source: S,
  fields: FieldMap<S> | undefined,
): (field: Field) => unknown {
  if (isForm(source)) return (field) => valueSentBy(controlsOf(source, field, fields));
  const given = source as { getAll?: unknown; [name: string]: unknown } | null | undefined;
  const get =
    typeof given?.getAll === "function"
      ? (name: string) => (source as FormData).getAll(name)
      : (name: string) => given?.[name];
  return (field) => {
    const { named = namesOf(field), control } = mappingOf(fields, field);
    const names = isElement(control) ? [(control as Control).name] : named;
    const values = names.flatMap((name) => get(name)).filter((value) => typeof value !== "object");
    return oneOf(values);
  };
}

/** What the form would send by these controls. */
function valueSentBy(controls: readonly Control[]): unknown {
  const sent = controls.filter((control) => {
    const { type, checked } = control;
    return !NOT_SENT.includes(type) && (checked || !CHECKED.includes(type)) && isEnabled(control);
  });
  // A hidden control beside a box is what counts without its tick.
  const isTicked = sent.some(({ type }) => type === "checkbox");
  const meant = isTicked ? sent.filter(({ type }) => type !== "hidden") : sent;
  const values = meant.flatMap(({ value, selectedOptions }) =>
    selectedOptions ? [...selectedOptions].filter(isEnabled).map((option) => option.value) : value,
  );
  return oneOf(values);
}

const isEnabled = (control: Element): boolean => !control.matches(":disabled");

/**
 * The value of a field of which several may have been given: the only one that says something. Where they differ,
 * nobody knows which one the receiver takes: then it is all of them, and the check tells that it cannot read that.
 */
function oneOf(values: readonly unknown[]): unknown {
  const plain = (value: unknown) => (typeof value === "string" ? value.trim() : value);
  const said = new Map(values.map((value) => [plain(value), value]));
  for (const nothing of ["", undefined, null]) said.delete(nothing);
  const [first, ...others] = said.values();
  if (others.length) return [first, ...others];
  return first ?? values.find((value) => value !== undefined && value !== null);
}

const CHECKED = ["radio", "checkbox"];
const NOT_SENT = ["file", "submit", "button", "image", "reset", "fieldset", "output"];

/** A member of a form, read through its class: a control of that name hides it. */
export function memberOf<Name extends keyof HTMLFormElement>(
  form: HTMLFormElement,
  name: Name,
): HTMLFormElement[Name] {
  const member = Reflect.get(HTMLFormElement.prototype, name, form);
  return typeof member === "function" ? member.bind(form) : member;
}

/** By its tag, not its class: a form in a frame has another one. */
const isForm = (value: unknown): value is HTMLFormElement =>
  Object.prototype.toString.call(value) === "[object HTMLFormElement]";

const isElement = (value: unknown): value is Element =>
  typeof value === "object" && typeof (value as Partial<Element> | null)?.matches === "function";

/** Calls a function of the host's; where it throws, the host gets the error and this returns nothing. */
export function guarded<Given extends unknown[], Out>(
  act: (...args: Given) => Out,
  ...args: Given
): Out | undefined {
  try {
    return act(...args);
  } catch (error) {
    // Node has none of a page's.
    (globalThis.reportError ?? console.error)(error);
    return undefined;
  }
}
