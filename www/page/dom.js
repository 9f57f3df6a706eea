/**
 * Builds an element from `tag.class`: functions become listeners, `value` a property, the rest
 * attributes. Text goes in as text; what is empty or false is left out.
 */
export function h(name, ...kids) {
  const [tag, ...classes] = name.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  if (kids[0]?.constructor === Object) {
    for (const [key, value] of Object.entries(kids.shift())) {
      if (typeof value === "function") node.addEventListener(key, value);
      else if (key === "value") node.value = value;
      else if (value || value === 0) node.setAttribute(key, value === true ? "" : value);
    }
  }
  node.append(...kids.flat(Infinity).filter((kid) => kid || kid === 0));
  return node;
}

/** What keeps two texts apart for the ear, where lines and colours do it for the eye. */
export const colon = () => h("span.hide", ":");

/** Fills a node anew where its data are others: what stays keeps focus and selection, and costs nothing. */
export function drawing(node) {
  let drawn;
  return (data, make) => {
    if (same(data, drawn)) return;
    drawn = data;
    node.replaceChildren(...make());
  };
}

/** Do two values of plain data say the same? */
export function same(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  const names = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]))
  );
}

/** An id that no other element of the page has, however many forms there are. */
export const uid = () => `cpor-${Math.random().toString(36).slice(2)}`;

export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

/** Picks the plural form: `forms` is keyed by the categories of the language; `shown` is the number in digits. */
export const plural = (locale, forms, n, shown = n) =>
  fill(forms[new Intl.PluralRules(locale).select(n)] ?? forms.other, { n: shown });

export const button = (label, click, attributes) =>
  h("button", { type: "button", ...attributes, click }, label);

/** An identifier: read from left to right in every language. */
export const ltr = (text) => h("bdi", { dir: "ltr" }, text);

/** A link to a field; it goes by the object, so that it works inside a shadow root. */
export function jump(field, text = field.label) {
  const click = (event) => {
    event.preventDefault();
    field.focus();
  };
  return h("a", { href: field.target, click }, text);
}

/** Links to the pages of Partner Center that texts name. */
export const pageLinks = (links, { inPartnerCenter, pages }) => [
  h("span", inPartnerCenter),
  Object.entries(pages).map(([name, text]) => h("a", { href: links[name], rel: "external" }, text)),
];

/** A disclosure with the given summary. */
export const details = (summary) => h("details", h("summary", summary), h("div.inside"));

/**
 * A disclosure that is filled when it is first opened. Where `fill()` answers with a promise of its
 * content, it opens as soon as that is here; if it never comes, with another try.
 */
export function lateDetails(summary, words, fill) {
  const node = details(summary);
  const [head, inside] = node.children;
  let settled = false;
  head.addEventListener("click", open);
  return node;

  function open(event) {
    if (settled || node.open) return;
    const content = node.ariaBusy || fill();
    if (Array.isArray(content)) return show(content);
    event.preventDefault();
    if (!node.ariaBusy) wait(content);
  }

  async function wait(coming) {
    node.ariaBusy = "true";
    try {
      show(await coming);
    } catch {
      const again = button(words.retry, () => {
        head.focus();
        wait(fill());
      });
      inside.replaceChildren(h("p.problem", { role: "alert" }, words.partFailed), h("p", again));
    }
    node.ariaBusy = null;
    node.open = true;
  }

  function show(content) {
    settled = true;
    inside.replaceChildren(...content);
  }
}

/** Keeps in `opened`, under a name, whether a disclosure is open; opens it if it was. */
export function remember(opened, name, node) {
  if (opened.has(name)) node.firstChild.click();
  node.addEventListener("toggle", () => opened[node.open ? "add" : "delete"](name));
  return node;
}

/**
 * Remembers which control of a node has the focus; the answer gives it to the one in its place, once
 * the node has been filled anew with the same controls.
 */
export function keepFocus(node) {
  const controls = () => [...node.querySelectorAll("button, input, select, summary, textarea")];
  const place = controls().indexOf(node.getRootNode().activeElement);
  return () => controls()[place]?.focus({ preventScroll: true });
}

/** A group of radio buttons as one question. */
export function radios({ id = uid(), legend, hint, options, value, choose }) {
  const buttons = options.map((option) => {
    const input = h("input", {
      type: "radio",
      id: uid(),
      name: id,
      value: option.value,
      change: () => choose(option.value),
    });
    input.checked = option.value === value;
    return h("label", input, h("span", option.label));
  });
  return h(
    "fieldset.radios",
    { id, role: "radiogroup" },
    h("legend", legend),
    hint && h("p.hint", { id: `${id}-hint` }, hint),
    h("div.choices", buttons),
  );
}

/** A labelled control that asks one thing in passing: Enter answers it and submits nothing. */
export function question(label, name, attributes, ...kids) {
  const id = uid();
  const keydown = (event) => {
    if (event.key !== "Enter" || name !== "input") return;
    event.preventDefault();
    event.target.dispatchEvent(new Event("change"));
  };
  return h(
    "p.question",
    h("label", { for: id }, label),
    h(name, { id, keydown, ...attributes }, kids),
  );
}

/** A place to show text that could not be copied, ready to be copied by hand. */
export const copyBox = (label) =>
  h("textarea", { readonly: true, hidden: true, rows: 6, "aria-label": label });

export async function copy(text, box) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    box.hidden = false;
    box.value = text;
    box.select();
    return false;
  }
}

/** The visitor's day, as ISO date. */
export function day(time = Date.now()) {
  const date = new Date(time);
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
