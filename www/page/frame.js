// What the pages have in common around their contents: language, colors, rule set, notice, address.

import { isServed } from "#place";
import { LANGUAGE_NAMES } from "../generated/names.ts";
import { LOCALES, negotiateLocale } from "../lib/locales.ts";
import { REGISTRY } from "../lib/registry.ts";
import { button, fill, h } from "./dom.js";

/** The language that the address or the browser asks for, else English. */
export function negotiate() {
  const asked = new URLSearchParams(location.search).get("lang");
  return negotiateLocale([asked, ...navigator.languages]);
}

/** The rule set that the address asks for, if there is such a one; the claim's day decides otherwise. */
export function rulesetAsked() {
  const asked = new URLSearchParams(location.search).get("ruleset");
  const ids = REGISTRY.rulesets.map(({ id }) => id);
  return asked === "latest" ? ids.at(-1) : ids.find((id) => id === asked);
}

/** Keeps what was chosen in the address, so that a reload or a link has it. */
export function address(chosen) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(chosen)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const asked = query.toString() && `?${query}`;
  history.replaceState(null, "", `${location.pathname}${asked}${location.hash}`);
}

/** The visitor's own variant of the page's language: it decides how dates look. */
export function variantOf(locale) {
  return navigator.languages.find((tag) => tag.startsWith(locale)) ?? locale;
}

/** Lets language and colors be chosen. The answer: `language`, the control, and `draw(words)`. */
export function mountTools(node, switchLanguage) {
  const { dataset } = document.documentElement;
  const options = LOCALES.map((tag) => h("option", { value: tag, lang: tag }, LANGUAGE_NAMES[tag]));
  const language = h("select", { change: () => switchLanguage(language.value) }, options);
  const name = h("span.hide");
  const theme = button(name, () => {
    dataset.theme = isDark() ? "light" : "dark";
    draw();
  });
  let words;
  node.append(h("label", h("span.hide", { "data-t": "language" }), language), theme);
  return { language, draw };

  function draw(now = words) {
    words = now;
    name.textContent = words[isDark() ? "light" : "dark"];
    theme.title = name.textContent;
  }

  function isDark() {
    if (dataset.theme) return dataset.theme === "dark";
    return matchMedia("(prefers-color-scheme: dark)").matches;
  }
}

/**
 * Shows which rule set is in use, its date and source, and lets another one be chosen: `choose(id)`,
 * without an id where the claim's day is to decide. The answer: `draw(inUse, chosen, titles, words)`,
 * `titles` by id, and `date(text)`.
 */
export function mountRules(node, choose) {
  const rules = h("select", { change: () => choose(rules.value || undefined) });
  const label = h("span");
  const link = h("a", { rel: "external" });
  let template;
  return { draw, date };

  function draw({ id, title, url }, chosen, titles, words) {
    const { byDate, inForce } = words.rulesets;
    const names = Object.entries(titles).map(([value, name]) => [value, `${value} (${name})`]);
    const all = [["", chosen ? byDate : fill(inForce, { id })], ...names];
    const options = all.map(([value, text]) => h("option", { value }, text));
    rules.replaceChildren(...options);
    rules.value = chosen ?? "";
    label.textContent = words.rulesets.label;
    Object.assign(link, { href: url, title });
    template = words.rules;
    node.hidden = false;
    if (!rules.isConnected) node.append(h("label", label, rules), link);
  }

  function date(text) {
    link.textContent = fill(template, { date: text });
  }
}

/**
 * Tells something where it is seen, with choices. `say` announces it; `choose(act)` does what was
 * chosen, if anything.
 *
 * The answer: `show(content)`, where `content()` returns a text and choices `[label, act]` in the
 * language of the moment, `draw()` in another one, and `focus()`.
 */
export function mountNotice(node, { say, choose }) {
  let content;
  return { show, draw, focus: () => node.focus() };

  function show(next) {
    content = next;
    draw();
    say(content()[0]);
    if (document.activeElement === document.body) node.focus();
  }

  function draw() {
    if (!content) return;
    const [text, ...choices] = content();
    const buttons = choices.map(([label, act]) =>
      button(label, () => {
        content = undefined;
        node.replaceChildren();
        choose(act);
      }),
    );
    node.replaceChildren(h("p", text), ...buttons);
  }
}

/**
 * For what may not load: `using(name, act)` does something with a part of the page, at once or when it
 * has come; `failed(again)` says in the notice that something did not load, and offers another try.
 *
 * @param common returns the page's common words of the moment
 */
export function withRetry(parts, notice, common) {
  return { using, failed };

  async function using(name, act) {
    try {
      await parts.with(name, act);
    } catch {
      failed(() => using(name, act));
    }
  }

  function failed(again) {
    notice.show(() => [common().partFailed, [common().retry, again]]);
    notice.focus();
  }
}

/** A file that misses its place must not replace the page, and with it the work. */
export function catchFiles(take) {
  for (const type of ["dragover", "drop"]) {
    addEventListener(type, (event) => {
      if (event.defaultPrevented || !event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      if (type === "drop") take(event.dataTransfer.files);
    });
  }
}

/** Puts the page's words where they are named in the document. */
export function drawWords(attribute, words) {
  for (const node of document.querySelectorAll(`[${attribute}]`)) {
    const name = node.getAttribute(attribute);
    // A file from disk has words of its own where it does not do what a page on a server does.
    node.textContent = (!isServed && words[`${name}Alone`]) || words[name];
  }
}

/** Which version this is, and whether there is a newer one. Without this, the page works all the same. */
export async function showVersion(options) {
  const { mountVersion } = await import("./version.js").catch(() => ({}));
  const line = document.getElementById("version");
  const news = document.getElementById("newer");
  return mountVersion?.({ line, news, ...options });
}
