// One field of the claim: label, hint, control, and what there is to say about it, with what mends it.

import type { Field } from "../generated/lists.js";
import type { Action, Finding } from "../lib/types.js";
import { buttons, offered } from "./actions.js";
import { attribute, filler, h, type Kid, onLeave, say, show, uid } from "./dom.js";
import { icon } from "./icons.js";
import type { Kit } from "./kit.js";

/** What the view of a field answers. */
export interface FieldView {
  field: Field;
  node: HTMLElement;
  focus(): void;
}

// How a value is typed, never what may be typed: everything can be pasted anywhere.
const ID = { dir: "ltr", autocapitalize: "off" };
const TYPING: Partial<Record<Field, Record<string, string>>> = {
  customerTenantId: ID,
  subscriptionId: ID,
  ownTenantId: ID,
  customerDomain: { ...ID, inputmode: "url" },
  partnerId: { ...ID, inputmode: "numeric" },
};
const MONO: readonly Field[] = ["customerTenantId", "subscriptionId", "ownTenantId", "partnerId"];
/** These change a text at once, to one that is whole. */
const WHOLE = /^insert(FromPaste|FromDrop|ReplacementText)$/;

/** Did a text come all at once? A key is one sign. */
export const isWhole = ({ inputType, data }: InputEvent): boolean =>
  WHOLE.test(inputType) || (data ?? "").length > 1;

/** A text, or a day. */
export function textField(kit: Kit, field: Field): FieldView {
  const { store } = kit;
  const { type } = kit.describedField(field);
  const control = h(MONO.includes(field) ? "input.in.mono" : "input.in", {
    type: type === "date" ? "date" : "text",
    spellcheck: "false",
    autocomplete: "off",
    ...TYPING[field],
    input: (event: InputEvent) => {
      store[type === "date" || isWhole(event) ? "set" : "type"](field, input.value);
    },
  });
  const input = control as HTMLInputElement;
  onLeave(input, () => store.leave(field));
  const frame = framed(kit, field, control, kit.label(field), kit.describedField(field).hint);
  kit.draws([`claim.${field}`], () => {
    if (input.value !== store.text(field)) input.value = store.text(field);
  });
  return { field, node: frame, focus: () => goTo(frame, input) };
}

/** One of several answers, in a menu. */
export function menuField(kit: Kit, field: Field): FieldView {
  const { store, words } = kit;
  const { options, hint } = kit.describedField(field);
  const menu = h(
    "select",
    { change: () => store.set(field, select.value) },
    h("option", { value: "" }, words.claim.choose),
    options.map(({ value }) => h("option", { value }, kit.option(field, value, "label"))),
  );
  const select = menu as HTMLSelectElement;
  const node = framed(kit, field, menu, kit.label(field), hint, (control) =>
    h("div.sel.sel-f", {}, control, icon("down", "small") as Node),
  );
  kit.draws([`claim.${field}`], () => {
    select.value = store.text(field);
  });
  return { field, node, focus: () => goTo(node, select) };
}

/** One of a few answers, each in sight. */
export function choiceField(kit: Kit, field: Field): FieldView {
  const { store } = kit;
  const { options, hint } = kit.describedField(field);
  const name = uid();
  const radios = options.map(({ value }) => {
    const choose = () => store.set(field, value);
    return h("input", { type: "radio", name, value, change: choose }) as HTMLInputElement;
  });
  const labels = radios.map((radio) =>
    h("label", {}, radio, h("span", {}, kit.option(field, radio.value, "label"))),
  );
  const messages = h("div.msgs");
  const hintId = uid();
  const help = helpFor(kit, field);
  const node = h(
    "fieldset.field",
    { "data-field": field, role: "radiogroup", "aria-describedby": hintId },
    h("legend", {}, kit.label(field)),
    h("p.hint", { id: hintId }, hint),
    help,
    messages,
    h("div.choice.side", {}, labels),
  );
  kit.draws([`claim.${field}`], () => {
    for (const radio of radios) radio.checked = radio.value === store.text(field);
  });
  sayFound(kit, field, messages, node, [hintId, help?.id]);
  const chosen = () => radios.find(({ checked }) => checked) ?? (radios[0] as HTMLInputElement);
  return { field, node, focus: () => goTo(node, chosen()) };
}

/** A control with its label, hint and messages. */
export function framed(
  kit: Kit,
  field: Field,
  control: HTMLElement,
  label: string,
  hint: string,
  around: (control: HTMLElement) => HTMLElement = (one) => one,
): HTMLElement {
  const [id, hintId] = [uid(), uid()];
  const messages = h("div.msgs");
  const read = h("p.hint.read", { hidden: true });
  attribute(control, "id", id);
  attribute(control, "data-key", field);
  const help = helpFor(kit, field);
  const node = h(
    "div.field",
    { "data-field": field },
    h("label", { for: id }, label),
    hint && h("p.hint", { id: hintId }, hint),
    help,
    around(control),
    read,
    messages,
  );
  sayFound(kit, field, messages, control, [hint && hintId, help?.id]);
  const value = h("bdi.mono", { dir: "ltr" });
  read.append(kit.words.claim.read, " ", value);
  kit.draws([`claim.${field}`, "report", "view"], () => {
    const understood = kit.store.report.understood[field] ?? "";
    const isOther = understood !== "" && understood !== kit.store.text(field).trim();
    const isSaid = isOther && kit.store.isLeft(field) && field !== "product";
    show(read, isSaid);
    say(value, isSaid ? understood : "");
  });
  return node;
}

/** Says at a control what is found of its field, and takes it away as soon as it is not true any more. */
export function sayFound(
  kit: Kit,
  field: Field,
  messages: HTMLElement,
  control: HTMLElement,
  hints: readonly (string | undefined)[],
): void {
  const draw = filler(messages);
  const id = uid();
  kit.draws(["report", "view"], () => {
    const { told } = kit.judgement;
    const isSaid = kit.store.isLeft(field) || (kit.store.isAsked && !kit.store.text(field));
    const mine = told.filter(
      ({ kind, fields }) => isSaid && kind === "field" && fields[0] === field,
    );
    draw(
      mine.map(({ code, severity, what, actions }) => [code, severity, what, actions]),
      () => mine.map((finding, at) => message(kit, finding, `${id}-${at}`)),
    );
    const ids = mine.map((_, at) => `${id}-${at}`);
    attribute(control, "aria-describedby", [...ids, ...hints.filter(Boolean)].join(" "));
    attribute(
      control,
      "aria-invalid",
      mine.some(({ severity }) => severity === "blocks") && "true",
    );
  });
}

/** What the host says about a field, with an ID to describe it by. */
export function helpFor(kit: Kit, field: Field): HTMLElement | undefined {
  const help = kit.host.help?.(field);
  return help && h("div", { id: `${uid()}-help` }, help);
}

const LOOKS = { blocks: "block", warns: "settle", informs: "note" } as const;
const ICONS = { blocks: "blocks", warns: "settle", informs: "note" } as const;

function message(kit: Kit, finding: Finding, id: string): Kid {
  const { severity } = finding;
  const prefix =
    severity === "blocks"
      ? kit.words.claim.error
      : `${kit.host.described.labels.severities[severity]}:`;
  // Going to the field is no help beside it.
  const [field] = finding.fields;
  const isHere = ({ id, field: other }: Action) => id === "choose" && (other ?? field) === field;
  const actions = offered(finding).filter((one) => !isHere(one));
  return h(
    `div.msg.is-${LOOKS[severity]}`,
    {},
    icon(ICONS[severity], "small") as Node,
    h("p", { id }, h("span.vh", {}, `${prefix} `), finding.what),
    buttons(kit, finding, { actions, after: () => field && kit.goTo(field) }),
  );
}

/** Shows a control with its label, and gives it the focus. */
export function goTo(frame: HTMLElement, control: HTMLElement): void {
  const { top, bottom } = frame.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) frame.scrollIntoView({ block: "center" });
  control.focus({ preventScroll: true });
}
