// Which controls of a form hold which fields of a claim, and what they hold.

import { FIELDS } from "../generated/lists.js";

/**
 * The claim in a form, in its FormData, or in what was posted (URLSearchParams, an object). `fields`
 * says where a field is if not under its own name; what is no field of a claim is left out.
 */
export function claimFrom(source, fields) {
  const read = readerOf(source, fields);
  const claim = {};
  for (const field of FIELDS) {
    const { value } = mappingOf(fields, field);
    const answer = value ? guarded(value, source) : read(field);
    if (answer !== undefined && answer !== null) claim[field] = answer;
  }
  return claim;
}

/** The enabled and disabled controls of a field, in the order of the form; most fields have one. */
export function controlsOf(form, field, fields) {
  const { control, named } = mappingOf(fields, field);
  if (isElement(control)) return [control];
  if (control) return [];
  const all = elementsOf(form);
  if (!named) {
    const marked = [...form.querySelectorAll("[data-cpor-field]"), ...all]
      .filter(({ dataset }) => dataset?.cporField === field)
      .flatMap((element) => ("value" in element ? element : [...element.querySelectorAll(INPUTS)]));
    if (marked.length) return [...new Set(marked)];
  }
  const names = named ?? namesOf(field);
  return all.filter(({ name, id }) => names.includes(name) || (named && names.includes(id)));
}

/** Does a form have a field: a control for it, or a function that gives its value? */
export function holdsField(form, field, fields) {
  if (controlsOf(form, field, fields).length) return true;
  const { value } = mappingOf(fields, field);
  return value !== undefined && value !== nothing;
}

/** The field that a control holds. */
export function fieldOf(control, form, fields) {
  return FIELDS.find((field) => controlsOf(form, field, fields).includes(control));
}

/** A field's names: its older one counts where there is no control under the newer one. */
const namesOf = (field) => (field === "partnerId" ? [field, "mpnId"] : [field]);

const INPUTS = "input, select, textarea";

/**
 * How a field is mapped: by the `name` or id of its control, by the control, by a function that
 * gives the value, by both (`{ control, value }`), or with `null` not at all.
 */
function mappingOf(fields, field) {
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
const nothing = () => undefined;

function readerOf(source, fields) {
  if (isForm(source)) return (field) => valueSentBy(controlsOf(source, field, fields));
  const get =
    typeof source?.get === "function" ? (name) => source.get(name) : (name) => source?.[name];
  return (field) => {
    const { named = namesOf(field), control } = mappingOf(fields, field);
    const names = isElement(control) ? [control.name] : named;
    return names.map(get).find((value) => value !== null && typeof value !== "object");
  };
}

/** What the form would send: the value of the first of these controls that would be sent at all. */
function valueSentBy(controls) {
  for (const control of controls) {
    if (control.matches(":disabled")) continue;
    const { type, value, checked, selectedOptions } = control;
    if (NOT_SENT.includes(type) || (CHECKED.includes(type) && !checked)) continue;
    if (!selectedOptions) return value;
    const option = [...selectedOptions].find((chosen) => !chosen.matches(":disabled"));
    if (option) return option.value;
  }
  return undefined;
}

const CHECKED = ["radio", "checkbox"];
const NOT_SENT = ["file", "submit", "button", "image", "reset", "fieldset", "output"];

/** Read through the prototype: a control named “elements” hides the form's list of that name. */
function elementsOf(form) {
  return [...Reflect.get(HTMLFormElement.prototype, "elements", form)];
}

/** By its tag, not its class: a form in a frame has another one. */
const isForm = (value) => Object.prototype.toString.call(value) === "[object HTMLFormElement]";

const isElement = (value) => typeof value === "object" && typeof value?.matches === "function";

/** Calls a function of the host's; where it throws, the host gets the error and this returns nothing. */
export function guarded(act, ...args) {
  try {
    return act(...args);
  } catch (error) {
    reportError(error);
    return undefined;
  }
}
