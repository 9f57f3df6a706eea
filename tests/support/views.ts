// What tests of views draw in a browser: the form's views, with a host that notes what they ask of it.

import { activityGuide } from "../../www/form/activity-guide.js";
import { claimView } from "../../www/form/claim.js";
import { formTextView } from "../../www/form/copying.js";
import { filedView } from "../../www/form/filed.js";
import { findingsView } from "../../www/form/findings.js";
import { takenIn } from "../../www/form/holding.js";
import { intakeView } from "../../www/form/intake.js";
import { Kit, Place } from "../../www/form/kit.js";
import { letterView } from "../../www/form/letter.js";
import { nextView } from "../../www/form/next.js";
import { Products } from "../../www/form/products.js";
import { proofView } from "../../www/form/proof.js";
import { Store } from "../../www/form/store.js";
import { verdictView } from "../../www/form/verdict.js";
import csv from "../../www/generated/skus.js";
import * as library from "../../www/lib/library.js";
import { REGISTRY } from "../../www/lib/registry.js";
import { engine } from "../../www/lib/shared.js";
import { inserted } from "../../www/lib/words.js";
import words from "../../www/text/en/form.js";

export { lookUp } from "../../www/form/actions.js";
export { boxView } from "../../www/form/box.js";
export { titleOf } from "../../www/form/chips.js";
export * from "../../www/form/dom.js";
export { errorView } from "../../www/form/error.js";
export { choiceField, menuField, textField } from "../../www/form/field.js";
export { foldView, unfolding } from "../../www/form/fold.js";
export { failureView, footView, headView, loadingView } from "../../www/form/frame.js";
export { guidesView } from "../../www/form/guides.js";
export { handoffText } from "../../www/form/handoff.js";
export { keepView } from "../../www/form/keep.js";
export { keptView } from "../../www/form/kept.js";
export { LOOK_OF, lookOf, short } from "../../www/form/kit.js";
export { during } from "../../www/form/next.js";
export { partnerGuide } from "../../www/form/own-ids.js";
export { resultText } from "../../www/form/result-text.js";
export {
  activityGuide,
  claimView,
  filedView,
  findingsView,
  formTextView,
  intakeView,
  letterView,
  library,
  nextView,
  Products,
  proofView,
  Store,
  verdictView,
  words,
};

/** Everything that views can ask for is there. */
export const ready = () => engine.init();

/**
 * A kit in a document that is empty but for what is put there: with its store, and what was heard, such as
 * `["say", "Copied"]`.
 *
 * @param own what the host has beside or instead; a store’s library by `library`
 */
export function made({ library: given = {}, ...own }: Record<string, unknown> = {}) {
  globalThis.document?.body.replaceChildren();
  const heard: unknown[][] = [];
  const hears =
    (name: string) =>
    (...told: unknown[]) => {
      heard.push([name, ...told.map(plain)]);
    };
  const asked = { ...library, ...(given as object) } as typeof library;
  const ours = { ...asked, takeIn: (...parts: [never]) => takenIn(asked, ...parts) } as never;
  const views = new AbortController();
  const store = new Store(ours, { locale: "en" });
  const host = {
    ...{ store, library: ours, locale: "en", dateLocale: "en", place: new Place() },
    ...{ signal: views.signal, lookUpHost: "login.microsoftonline.com" },
    words: inserted(words, library.describe({ locale: "en" }).labels.terms),
    rulesets: REGISTRY.rulesets.map(({ id, page: { date } }) => ({ id, date })),
    pages: { many: "#many", diagnosis: "#error", guides: "#guides", plan: "#plan", docs: "./" },
    products: () => new Products(csv),
    needsCore: async () => {},
    needsLocale: (tag: string) => library.loadLocale(tag),
    get described() {
      return library.describe({ locale: "en", ruleset: store.report.ruleset });
    },
    ...Object.fromEntries(
      ["say", "go", "tell", "redraw", "judgeBy", "onPut", "onPutFailed", "onRead"].map((name) => [
        name,
        hears(name),
      ]),
    ),
  };
  const kit = new Kit(Object.create(host, Object.getOwnPropertyDescriptors(own)));
  for (const name of ["goTo", "openBox", "openLetter", "openProof", "goToVerdict"] as const)
    kit[name] = hears(name);
  return { kit, store, place: kit.host.place, heard, end: () => views.abort() };
}

/** What a host hears, without functions and files. */
function plain(told: unknown): unknown {
  if (Array.isArray(told)) return told.map(plain);
  return told instanceof File ? told.name : typeof told === "function" ? "…" : told;
}

/** The views of a claim, as its page has them. */
export const claimPage: readonly ((kit: Kit) => Node)[] = [
  ...[intakeView, claimView, verdictView, activityGuide],
  (kit) => {
    const around = [letterView, nextView, proofView, formTextView, filedView];
    const more = around.map((view) => view(kit));
    return findingsView(kit, more);
  },
];

/** Tells of a kit’s views as they are if they are drawn now, in a document of their own. */
export async function drawnAnew<Told>(
  { host }: Kit,
  views: readonly ((kit: Kit) => Node)[],
  tell: (box: HTMLElement) => Told,
): Promise<Told> {
  const end = new AbortController();
  const own = { signal: { value: end.signal }, say: { value: () => {} } };
  const kit = new Kit(Object.create(host, own));
  const before = [...document.body.childNodes];
  document.body.replaceChildren(...views.map((view) => view(kit)));
  await turns();
  const told = tell(document.body);
  end.abort();
  document.body.replaceChildren(...before);
  return told;
}

/** Puts nodes into the document. */
export function put<One extends Node>(...nodes: One[]): One {
  document.body.append(...nodes);
  return nodes[0] as One;
}

/** So many turns are enough for what needs no file, and so many for anything. */
const [FEW, MANY] = [10, 2000];
const turn = () => new Promise((done) => setTimeout(done));

/** Lets the page do all that it has begun. */
export async function turns(): Promise<void> {
  for (let count = 0; count < FEW; count += 1) await turn();
}

/** Lets the page go on until something is so. */
export async function until(isSo: () => unknown): Promise<void> {
  for (let count = 0; !isSo(); count += 1) {
    if (count === MANY) throw new Error(`not so: ${isSo}`);
    await turn();
  }
}

/** What says how something looks, among its classes. */
const LOOKS = /^(is-.+|open|fail|btn-1|at|empty|mono)$/;
/** What is told by what it leads to, or not at all. */
const UNTOLD = ["class", "id", "style", "hidden", "name", "for"];
/** So much of a text in a control tells which one it is, with its length. */
const LONGEST = 80;
/** Without looks and attributes, these are text. */
const INLINE = ["b", "bdi", "i", "q", "small", "span", "strong"];
const GROUPS = ["div", "span"];
/** What a node names another one by, and what is told instead of its ID. */
const NAMING: Record<string, (named: HTMLElement | null) => string> = {
  "aria-describedby": (named) => `“${named?.textContent?.trim()}”`,
  "aria-labelledby": (named) => `“${named?.textContent?.trim()}”`,
  "aria-controls": (named) => (named?.hidden ? `hidden ${named.localName}` : `${named?.localName}`),
  "aria-activedescendant": (named) => `“${named?.textContent?.trim()}”`,
};

/**
 * What is in sight of a node, one line each: its tag with its looks, its attributes and its text. What is within is
 * indented; what only groups is left out.
 */
export function outline(node: Node, depth = 0): string[] {
  if (node instanceof Text) return lined(node.data, depth);
  if (!(node instanceof HTMLElement) || node.hidden) return [];
  if (node instanceof HTMLTextAreaElement) return lined(headOf(node), depth);
  const isFolded = node instanceof HTMLDetailsElement && !node.open;
  const inside = isFolded ? [node.children[0] as Element] : [...node.childNodes];
  const head = headOf(node);
  if (inside.every(isText)) {
    const text = inside.map(textOf).join("");
    return lined(head ? [head, text.trim()].filter(Boolean).join(": ") : text, depth);
  }
  return [
    ...lined(head, depth),
    ...inside.flatMap((one) => outline(one, head ? depth + 1 : depth)),
  ];
}

const lined = (text: string, depth: number): string[] =>
  text.trim() ? [`${"  ".repeat(depth)}${text.replace(/\s+/g, " ").trim()}`] : [];

function isText(node: Node): boolean {
  if (!(node instanceof HTMLElement)) return true;
  if (node.localName === "i") return true;
  const isInline = INLINE.includes(node.localName) && !attributesOf(node).length;
  return isInline && !looksOf(node).length && [...node.childNodes].every(isText);
}

/** As it is read: a drawing and what is hidden say nothing, and a segment of a bar is a sign. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof HTMLElement) || node.hidden) return "";
  if (node.localName === "i") return looksOf(node)[0]?.[0] ?? "-";
  if (node.localName === "select") return "";
  const text = [...node.childNodes].map(textOf).join("");
  return node.localName === "small" ? ` (${text.trim()})` : text;
}

const looksOf = (node: HTMLElement) => [...node.classList].filter((one) => LOOKS.test(one));

function headOf(node: HTMLElement): string {
  const looks = looksOf(node);
  const told = [...attributesOf(node), ...stateOf(node)].join(" ");
  if (GROUPS.includes(node.localName) && !looks.length && !told) return "";
  return [[node.localName, ...looks].join("."), told && `(${told})`].filter(Boolean).join(" ");
}

function attributesOf(node: HTMLElement): string[] {
  return [...node.attributes].flatMap(({ name, value }) => {
    if (UNTOLD.includes(name)) return [];
    const told = NAMING[name];
    const ids = value.split(" ").map((id) => document.getElementById(id));
    return `${name}=${told ? ids.map(told).join(", ") : value}`.replace(/=$/, "");
  });
}

/** Of a control: what labels it, and what it holds. */
function stateOf(node: HTMLElement): string[] {
  const { value, checked, type, labels } = node as HTMLInputElement;
  if (!/^(input|select|textarea)$/.test(node.localName)) return [];
  const names = [...(labels ?? [])].map((label) => `“${textOf(label).trim()}”`);
  if (type === "checkbox" || type === "radio") return [...names, ...(checked ? ["CHECKED"] : [])];
  const held = value.length > LONGEST ? `${value.slice(0, LONGEST)} … ${value.length}` : value;
  return [...names, type === "file" ? "" : `holds “${held}”`].filter(Boolean);
}
