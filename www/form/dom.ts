// How views are made: elements, and lists of which only what changed is touched. Where there is no document, the
// same makes HTML as text, for pages that are painted before any script.

type Value = string | number | boolean | null | undefined | ((event: never) => void);
export type Props = Record<string, Value>;
export type Kid = Node | string | number | false | null | undefined | readonly Kid[];

/**
 * Builds an element from `tag.class`: functions become listeners, `value` and `checked` properties, the rest
 * attributes. Text goes in as text; what is empty or false is left out.
 */
export function h(name: string, props: Props = {}, ...kids: Kid[]): HTMLElement {
  const [tag = "div", ...classes] = name.split(".");
  if (typeof document === "undefined") return asText(tag, classes, props, kids);
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const [key, value] of Object.entries(props)) {
    if (typeof value === "function") node.addEventListener(key, value as EventListener);
    else if (key === "value" || key === "checked") Object.assign(node, { [key]: value });
    else attribute(node, key, value);
  }
  node.append(...shown(kids));
  return node;
}

const SVG = "http://www.w3.org/2000/svg";
const DRAWN = { viewBox: "0 0 20 20", "aria-hidden": "true" };

/** A drawing of one path, and where it has one, of a filled path. */
export function drawing(classes: string, path: string, filled?: string): Element {
  const paths = [
    { d: path },
    ...(filled ? [{ d: filled, fill: "currentColor", stroke: "none" }] : []),
  ];
  if (typeof document === "undefined") {
    const inside = paths.map((one) => asText("path", [], one, []));
    return asText("svg", [classes], DRAWN, inside);
  }
  const make = (tag: string, attributes: Record<string, string>) => {
    const node = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const svg = make("svg", { ...DRAWN, class: classes });
  svg.append(...paths.map((one) => make("path", one)));
  return svg;
}

/** Sets an attribute, or takes it away. */
export function attribute(node: Element, name: string, value: Value): void {
  const text = value === true ? "" : String(value ?? "");
  const isThere = value === true || value === 0 || Boolean(value);
  if (!isThere) node.removeAttribute(name);
  else if (node.getAttribute(name) !== text) node.setAttribute(name, text);
}

/** Gives a node a text, where it has another one. */
export function say(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** Names the document, where its name is another one: a new name is read aloud, whatever it says. */
export function entitle(title: string): void {
  if (document.title !== title) document.title = title;
}

/** Calls `left` once a control is left: while a pointer is down, what it presses must not move away from under it. */
export function onLeave(control: HTMLElement, left: () => void): void {
  let [isDown, isWaiting] = [false, false];
  const down = () => {
    isDown = true;
  };
  const up = () => {
    isDown = false;
    if (!isWaiting) return;
    stop();
    // What was pressed hears of its click first.
    setTimeout(left);
  };
  const heard = { pointerdown: down, pointerup: up, pointercancel: up };
  const stop = () => {
    isWaiting = false;
    for (const [type, act] of Object.entries(heard)) document.removeEventListener(type, act, true);
  };
  control.addEventListener("focus", () => {
    isDown = false;
    for (const [type, act] of Object.entries(heard)) document.addEventListener(type, act, true);
  });
  control.addEventListener("blur", () => {
    if (isDown) {
      isWaiting = true;
      return;
    }
    stop();
    left();
  });
}

/** Shows or hides a node. */
export function show(node: HTMLElement, isShown: boolean): void {
  if (node.hidden === isShown) node.hidden = !isShown;
}

/** Fills a node anew where its data are others: what stays keeps focus and selection. */
export function filler(node: Element): (data: unknown, make: () => Kid) => void {
  let last: string | undefined;
  return (data, make) => {
    const now = JSON.stringify(data);
    if (now === last) return;
    last = now;
    const had = node.contains((node.getRootNode() as Document).activeElement);
    node.replaceChildren(...shown([make()]));
    // What was pressed is gone: its place keeps the focus.
    if (had && node instanceof HTMLElement) {
      node.tabIndex = -1;
      node.focus({ preventScroll: true });
    }
  };
}

/**
 * Keeps the children of a list as its data are: each has a key, is made once, and is told of its new data.
 * What stays in order is not moved.
 */
export function keyed<Data>(
  list: Element,
  keyOf: (data: Data) => string | number,
  make: (data: Data) => { node: Element; update(data: Data): void },
): (all: readonly Data[]) => void {
  const made = new Map<string | number, ReturnType<typeof make>>();
  return (all) => {
    const keys = new Set(all.map(keyOf));
    for (const [key, { node }] of made) {
      if (keys.has(key)) continue;
      node.remove();
      made.delete(key);
    }
    let at = list.firstElementChild;
    for (const data of all) {
      const key = keyOf(data);
      const one = made.get(key) ?? make(data);
      made.set(key, one);
      one.update(data);
      if (one.node === at) at = at.nextElementSibling;
      else list.insertBefore(one.node, at);
    }
  };
}

/** An id that no other element of the page has. */
export const uid = (): string => `f${Math.random().toString(36).slice(2)}`;

const shown = (kids: readonly Kid[]): (Node | string)[] =>
  (kids.flat(9) as Exclude<Kid, readonly Kid[]>[])
    .filter((kid) => kid || kid === 0)
    .map((kid) => (typeof kid === "number" ? String(kid) : (kid as Node | string)));

/* Without a document */

const VOID = ["input"];
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** HTML that looks like a node to whoever only puts it together. */
class Html {
  #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

function asText(tag: string, classes: string[], props: Props, kids: readonly Kid[]): HTMLElement {
  const { value, checked, ...others } = props;
  const attributes = [
    ...(classes.length ? [["class", classes.join(" ")]] : []),
    ...(tag === "option" || tag === "input"
      ? [
          ["value", value],
          ["checked", checked],
        ]
      : []),
    ...Object.entries(others),
  ] as [string, Value][];
  const written = attributes
    .filter(([, one]) => typeof one !== "function" && (one || one === 0))
    .map(([key, one]) => (one === true ? ` ${key}` : ` ${key}="${escaped(String(one))}"`));
  const inside = (shown(kids) as (Html | string)[]).map((kid) =>
    kid instanceof Html ? String(kid) : escaped(kid),
  );
  const end = VOID.includes(tag) ? "" : `</${tag}>`;
  return new Html(`<${tag}${written.join("")}>${inside.join("")}${end}`) as unknown as HTMLElement;
}
