// Findings beside the controls of somebody else's form. Text goes in as text, no style comes with
// it, and everything can be taken back.

import { controlsOf, guarded } from "./controls.js";

/**
 * - `fields`: see `claimFrom`
 * - `place(field, finding)`: the host's own element for a message; with `null` it shows it itself
 * - `validity`: whether the browser, too, is told what a control's fault is
 */
export function messagesIn(form, { fields, place, validity }) {
  const prefix = `cpor-${++count}-`;
  const shown = new Map();
  return { show, clear, isShowable, focus, told };

  /** Shows the findings of each field, by its name; fields that are not among them lose theirs. */
  function show(findingsOf, tell, locale) {
    for (const field of shown.keys()) if (!findingsOf.has(field)) drop(field);
    for (const [field, findings] of findingsOf) beside(field, findings, tell, locale);
  }

  function clear() {
    for (const field of [...shown.keys()]) drop(field);
  }

  /** Is there a place for messages of a field? */
  function isShowable(field) {
    return controlsOf(form, field, fields).length > 0 || Boolean(marked(field));
  }

  /** Goes to a field that has a message, if it has a control. */
  function focus(field) {
    const controls = shown.has(field) ? controlsOf(form, field, fields) : [];
    const control = controls.find(({ checked }) => checked) ?? controls[0];
    control?.focus();
    return Boolean(control);
  }

  /** Is the one fault that the browser knows of a control the one that it was told here? */
  function told(control) {
    const { validity: state, validationMessage } = control;
    const all = [...shown.values()].flatMap(({ marks }) => marks);
    const ours = all.some(({ target, fault }) => target === control && fault === validationMessage);
    return (
      ours &&
      Object.keys(Object.getPrototypeOf(state)).every((key) => !state[key] || key === "customError")
    );
  }

  function beside(field, findings, tell, locale) {
    const controls = controlsOf(form, field, fields);
    const key = JSON.stringify([
      locale,
      findings.map(({ code, what, next }) => [code, what, next]),
    ]);
    const old = shown.get(field);
    const stands = old?.nodes.every(({ isConnected }) => isConnected === form.isConnected);
    if (stands && old.key === key && same(old.controls, controls)) return;
    drop(field);
    const nodes = [];
    findings.forEach((finding, i) => {
      const wanted = place && guarded(place, field, finding);
      if (wanted === null) return;
      const node = message(finding, tell(finding), locale);
      node.id = `${prefix}${field}-${i}`;
      const container = wanted ?? marked(field);
      if (container) container.append(node);
      else if (nodes.length) nodes.at(-1).after(node);
      else putBeside(controls, node);
      nodes.push(node);
    });
    shown.set(field, { key, controls, nodes, marks: mark(controls, findings, nodes) });
  }

  function drop(field) {
    const { nodes = [], marks = [] } = shown.get(field) ?? {};
    for (const node of nodes) node.remove();
    for (const { target, invalid, fault } of marks) {
      const others = tokensOf(target).filter((id) => !id.startsWith(prefix));
      put(target, "aria-describedby", others.join(" ") || null);
      if (invalid !== undefined) put(target, "aria-invalid", invalid);
      // What the host has said since stays.
      if (fault && target.validationMessage === fault) target.setCustomValidity("");
    }
    shown.delete(field);
  }

  /** Ties the messages to the controls; answers with what has to be undone. */
  function mark(controls, findings, nodes) {
    const wrong = findings.find(({ severity }) => severity === "blocks");
    const group = groupOf(controls);
    const judged = validity && wrong ? controls.find(canBeTold) : undefined;
    judged?.setCustomValidity(wrong.what);
    return [...new Set([group, ...controls])].filter(Boolean).map((target) => {
      const done = { target };
      if (target === (group ?? target)) {
        // Ours first: an error is heard before a hint. Across a shadow root no ID is found.
        const near = nodes.filter((node) => node.getRootNode() === target.getRootNode());
        const ids = [...near.map(({ id }) => id), ...tokensOf(target)];
        put(target, "aria-describedby", ids.join(" ") || null);
      }
      if (wrong && mayBeInvalid(target)) {
        done.invalid = target.getAttribute("aria-invalid");
        target.setAttribute("aria-invalid", "true");
      }
      if (target === judged) done.fault = wrong.what;
      return done;
    });
  }

  /** The element that the host has made the place for messages of a field. */
  function marked(field) {
    const selector = `[data-cpor-message="${field}"]`;
    return form.querySelector(selector) ?? form.getRootNode().querySelector?.(selector);
  }
}

let count = 0;

function message({ code, severity, what, next }, told, locale) {
  const parts = [span("cpor-what", what), " ", span("cpor-next", next)];
  const node = element(
    "p",
    "cpor-message",
    element("strong", "cpor-severity", told),
    " ",
    ...parts,
  );
  node.lang = locale;
  Object.assign(node.dataset, { code, severity });
  return node;
}

/** After the control, and out of its label: there it would become part of the name. */
function putBeside(controls, node) {
  const last = controls.at(-1);
  const group = groupOf(controls);
  if (group) group.append(node);
  else (last.closest("label") ?? last).after(node);
}

/** The element around a group of radio buttons or checkboxes and no other control. */
function groupOf(controls) {
  const [first] = controls;
  if (!first || !isBox(first)) return undefined;
  const group = first.closest("fieldset, [role=radiogroup], [role=group]");
  const all = [...(group?.querySelectorAll("input, select, textarea") ?? [])];
  return all.every((control) => controls.includes(control)) ? (group ?? undefined) : undefined;
}

const isBox = ({ type }) => type === "radio" || type === "checkbox";

/** Of groups only this one has such a state, and the radio buttons in it have none of their own. */
const mayBeInvalid = (target) =>
  target.matches("fieldset, [role=group], [role=radiogroup]")
    ? target.matches("[role=radiogroup]")
    : target.type !== "radio";

/** A control that takes part in the browser's own checks, and that nobody else has spoken for. */
const canBeTold = (control) =>
  typeof control.setCustomValidity === "function" &&
  control.willValidate &&
  !control.validity?.customError;

const tokensOf = (target) =>
  (target.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);

function put(target, attribute, value) {
  if (value === null) target.removeAttribute(attribute);
  else target.setAttribute(attribute, value);
}

const same = (a, b) => a.length === b.length && a.every((item, i) => item === b[i]);

const span = (name, text) => element("span", name, text);

export function element(tag, name, ...kids) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...kids);
  return node;
}
