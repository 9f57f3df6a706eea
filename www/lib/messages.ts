// Findings beside the controls of somebody else's form: as plain text, without any style, and all of
// it can be removed again.

import type { Field, Locale } from "../generated/lists.js";
import type { Finding } from "../generated/records.js";
import { type AnyFields, type Control, controlsOf, guarded, memberOf } from "./controls.js";

/** How severe a finding is, in words. */
export type LabelOf = (finding: Finding) => string;

export interface MessageOptions {
  fields: AnyFields;
  place?: ((field: Field, finding: Finding) => Element | null | undefined) | undefined;
  validity: boolean;
}

/** What is shown at a field. */
interface Shown {
  key: string;
  controls: Control[];
  nodes: HTMLElement[];
  marks: Mark[];
}

/** What has to be undone at an element. */
interface Mark {
  target: Element;
  invalid?: string | null;
  fault?: string;
}

/**
 * - `fields`: see `claimFrom`
 * - `place(field, finding)`: the host's element for a message; with `null` the host shows it itself
 * - `validity`: whether the controls' validity is set, too, so that the browser knows of the fault
 */
export function messagesIn(form: HTMLFormElement, { fields, place, validity }: MessageOptions) {
  const prefix = `cpor-${Math.random().toString(36).slice(2, 8)}-`;
  const shown = new Map<Field, Shown>();
  return { show, clear, hasPlaceFor, focus, isOurFault };

  /**
   * Shows these findings by the names of their fields, and removes those of all other fields.
   * `labelOf(finding)` is how severe it is, in words.
   */
  function show(findingsOf: ReadonlyMap<Field, Finding[]>, labelOf: LabelOf, locale: Locale): void {
    for (const field of shown.keys()) if (!findingsOf.has(field)) remove(field);
    for (const [field, findings] of findingsOf) showAt(field, findings, labelOf, locale);
  }

  function clear(): void {
    for (const field of [...shown.keys()]) remove(field);
  }

  /** Is there a place for messages of a field? */
  function hasPlaceFor(field: Field): boolean {
    return controlsOf(form, field, fields).length > 0 || Boolean(placeMarkedFor(field));
  }

  /** Moves the focus to a field that has a message and a control. Returns whether there is one. */
  function focus(field: Field): boolean {
    const controls = shown.has(field) ? controlsOf(form, field, fields) : [];
    const control = controls.find(({ checked }) => checked) ?? controls[0];
    control?.focus();
    return Boolean(control);
  }

  /** Is what `mark` has set the only fault that the browser finds with a control? */
  function isOurFault(control: Control): boolean {
    const { validity: state, validationMessage } = control;
    const all = [...shown.values()].flatMap(({ marks }) => marks);
    const isOurs = all.some(
      ({ target, fault }) => target === control && fault === validationMessage,
    );
    return (
      isOurs &&
      Object.keys(Object.getPrototypeOf(state)).every(
        (key) => !state[key as keyof ValidityState] || key === "customError",
      )
    );
  }

  function showAt(field: Field, findings: Finding[], labelOf: LabelOf, locale: Locale): void {
    const controls = controlsOf(form, field, fields);
    const key = JSON.stringify([
      locale,
      findings.map(({ code, what, next }) => [code, what, next]),
    ]);
    const before = shown.get(field);
    const isShown = memberOf(form, "isConnected");
    const isThere = before?.nodes.every(({ isConnected }) => isConnected === isShown);
    if (isThere && before?.key === key && areSame(before.controls, controls)) return;
    remove(field);
    const nodes: HTMLElement[] = [];
    findings.forEach((finding, i) => {
      const wanted = place && guarded(place, field, finding);
      if (wanted === null) return;
      const node = message(finding, labelOf(finding), locale);
      node.id = `${prefix}${field}-${i}`;
      const container = wanted ?? placeMarkedFor(field);
      if (container) container.append(node);
      else if (nodes.length) nodes.at(-1)?.after(node);
      else putBeside(controls, node);
      nodes.push(node);
    });
    shown.set(field, { key, controls, nodes, marks: mark(controls, findings, nodes) });
  }

  function remove(field: Field): void {
    const { nodes = [], marks = [] }: Partial<Shown> = shown.get(field) ?? {};
    for (const node of nodes) node.remove();
    for (const { target, invalid, fault } of marks) {
      const others = tokensOf(target).filter((id) => !id.startsWith(prefix));
      setOrRemove(target, "aria-describedby", others.join(" ") || null);
      if (invalid !== undefined) setOrRemove(target, "aria-invalid", invalid);
      // A message that the host has set since stays.
      const control = target as Control;
      if (fault && control.validationMessage === fault) control.setCustomValidity("");
    }
    shown.delete(field);
  }

  /** Connects the messages with the controls. Returns what has to be undone. */
  function mark(controls: Control[], findings: Finding[], nodes: HTMLElement[]): Mark[] {
    const wrong = findings.find(({ severity }) => severity === "blocks");
    const group = groupOf(controls);
    const faulty = validity && wrong ? controls.find(takesFault) : undefined;
    if (wrong) faulty?.setCustomValidity(wrong.what);
    const marked = [group, ...controls].filter((one) => one !== undefined);
    return [...new Set<Element>(marked)].map((target) => {
      const undo: Mark = { target };
      if (target === (group ?? target)) {
        // Ours first: an error is read out before a hint. An ID in another shadow root is not found.
        const near = nodes.filter((node) => node.getRootNode() === target.getRootNode());
        const ids = [...near.map(({ id }) => id), ...tokensOf(target)];
        setOrRemove(target, "aria-describedby", ids.join(" ") || null);
      }
      if (wrong && mayBeInvalid(target)) {
        undo.invalid = target.getAttribute("aria-invalid");
        target.setAttribute("aria-invalid", "true");
      }
      if (wrong && target === faulty) undo.fault = wrong.what;
      return undo;
    });
  }

  /** The element that the host has marked as the place for a field's messages. */
  function placeMarkedFor(field: Field): Element | null | undefined {
    const selector = `[data-cpor-message="${field}"]`;
    const root = memberOf(form, "getRootNode")() as Partial<ParentNode>;
    const inForm = memberOf(form, "querySelector")(selector);
    return inForm ?? (root === form ? null : root.querySelector?.(selector));
  }
}

function message(
  { code, severity, what, next }: Finding,
  label: string,
  locale: Locale,
): HTMLElement {
  const parts = [span("cpor-what", what), " ", span("cpor-next", next)];
  const node = element(
    "p",
    "cpor-message",
    element("strong", "cpor-severity", label),
    " ",
    ...parts,
  );
  node.lang = locale;
  Object.assign(node.dataset, { code, severity });
  return node;
}

/** After the control, but outside its label: inside, the message would be part of the name. */
function putBeside(controls: readonly Control[], node: Element): void {
  const last = controls.at(-1);
  const group = groupOf(controls);
  if (group) group.append(node);
  else (last?.closest("label") ?? last)?.after(node);
}

/** The element around a group of radio buttons or checkboxes and no other control. */
function groupOf(controls: readonly Control[]): Element | undefined {
  const [first] = controls;
  if (!first || !isBox(first)) return undefined;
  const group = first.closest("fieldset, [role=radiogroup], [role=group]");
  const all = [...(group?.querySelectorAll<Control>("input, select, textarea") ?? [])];
  return all.every((control) => controls.includes(control)) ? (group ?? undefined) : undefined;
}

const isBox = ({ type }: Control): boolean => type === "radio" || type === "checkbox";

/** A radio group can be invalid, other groups and single radio buttons cannot. */
const mayBeInvalid = (target: Element): boolean =>
  target.matches("fieldset, [role=group], [role=radiogroup]")
    ? target.matches("[role=radiogroup]")
    : (target as Control).type !== "radio";

/** A control that takes part in the browser's own checks, and whose message nobody else has set. */
const takesFault = (control: Control): boolean =>
  typeof control.setCustomValidity === "function" &&
  control.willValidate &&
  !control.validity?.customError;

const tokensOf = (target: Element): string[] =>
  (target.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);

function setOrRemove(target: Element, attribute: string, value: string | null): void {
  if (value === null) target.removeAttribute(attribute);
  else target.setAttribute(attribute, value);
}

const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

const span = (name: string, text: string): HTMLElement => element("span", name, text);

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
  ...kids: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...kids);
  return node;
}
