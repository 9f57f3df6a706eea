// The page for portals: shows the markup of what runs, lets it be themed, and tells its events.

import { ELEMENTS } from "../element/manifest.ts";
import { PRESETS } from "../element/presets.js";
import { h } from "../form/dom.ts";
import { attach } from "./package/attach.js";

const PROPERTIES = ["accent", "on-accent", "page", "card", "radius", "control-height"];
const MOST = 50;

const part = (id) => document.getElementById(id);
const tags = Object.keys(ELEMENTS);
const running = [...document.querySelectorAll(tags)];
const own = part("own");
const language = part("language");

const asked = new URLSearchParams(location.search);

followAddress();
showMarkup();
offerCopies();
offerProperties();
listen();
language.addEventListener("change", speak);
// A browser brings back what was chosen before a reload.
speak();

/** Language and colors of the page that led here; it gets them back. */
function followAddress() {
  const isOffered = [...language.options].some(({ value }) => value === asked.get("lang"));
  if (isOffered) language.value = asked.get("lang");
  const theme = asked.get("theme");
  if (["light", "dark"].includes(theme)) document.documentElement.dataset.theme = theme;
  document.querySelector("a.brand").href = `./${location.search}`;
}

/* What to copy */

function showMarkup() {
  for (const live of document.querySelectorAll(".live")) {
    const place = live.closest(".sample").querySelector(".code:empty");
    place.append(h("pre", {}, [...live.children].map((node) => markup(node)).join("\n")));
  }
}

/** An element as somebody would write it. */
function markup(node, indent = "") {
  const attributes = [...node.attributes].map(({ name, value }) => {
    const quote = value.includes('"') ? "'" : '"';
    return value === "" ? ` ${name}` : ` ${name}=${quote}${value}${quote}`;
  });
  const tag = node.localName;
  const start = `${indent}<${tag}${attributes.join("")}>`;
  if (tag === "input") return start;
  if (!node.children.length) return `${start}${node.textContent}</${tag}>`;
  const inline = tag === "p";
  const kids = [...node.children].map((kid) => markup(kid, inline ? "" : `${indent}  `));
  return inline
    ? `${start}${kids.join(" ")}</${tag}>`
    : [start, ...kids, `${indent}</${tag}>`].join("\n");
}

function offerCopies() {
  for (const code of document.querySelectorAll(".code")) {
    const pre = code.querySelector("pre");
    const { textContent: title } = code.closest(".sample").querySelector("h2");
    const what = pre.id === "code-attach" ? `${title} (script)` : title;
    pre.tabIndex = 0;
    pre.role = "region";
    pre.ariaLabel = `Code: ${what}`;
    code.append(button("Copy", () => copy(pre), { "aria-label": `Copy: ${what}` }));
  }
}

/** Where the clipboard is out of reach, the code is selected instead. */
async function copy(pre) {
  try {
    await navigator.clipboard.writeText(pre.textContent);
    say("Copied.");
  } catch {
    getSelection().selectAllChildren(pre);
    say("Selected; copy it with the keyboard.");
  }
}

function say(text) {
  part("live").textContent = text;
}

/* Theming */

function offerProperties() {
  const described = ELEMENTS["cpor-claim-form"].cssProperties;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const chosen = new Map();
  const system = matchMedia("(prefers-color-scheme: dark)");

  const inputs = PROPERTIES.map((short) => {
    const {
      name,
      doc,
      default: standard,
    } = described.find(({ name }) => name === `--cpor-${short}`);
    const isLength = standard.endsWith("px");
    const input = h("input", {
      type: isLength ? "number" : "color",
      ...(isLength && { min: "0", max: "96" }),
      input: () => {
        if (isLength && !input.validity.valid) return;
        chosen.set(name, isLength ? `${Number(input.value)}px` : input.value);
        show();
      },
    });
    const reset = () => {
      input.value = isLength ? Number.parseFloat(standard) : colourOf(standard);
    };
    return { name, reset, node: h("label", {}, h("span", {}, doc), h("code", {}, name), input) };
  });
  const theme = h(
    "select",
    { change: restart },
    [
      ["", "Like the page"],
      ["light", "Light"],
      ["dark", "Dark"],
    ].map(([value, text]) => h("option", { value }, text)),
  );
  // `h` leaves empty attributes out, and an option without a value has its text as one.
  theme.options[0].value = "";
  theme.value = document.documentElement.dataset.theme ?? "";
  const preset = h(
    "select",
    { change: restart },
    h("option", { value: "" }, "None"),
    Object.entries(PRESETS).map(([value, name]) => h("option", { value }, name)),
  );
  const presetSheet = h("link", { rel: "stylesheet" });
  document.head.append(presetSheet);
  preset.options[0].value = "";
  part("properties").append(
    h("label", {}, h("span", {}, "A look to begin with"), h("code", {}, "presets/"), preset),
    h("label", {}, h("span", {}, "Light or dark"), h("code", {}, "theme"), theme),
    ...inputs.map(({ node }) => node),
    button("Back to the defaults", () => {
      chosen.clear();
      theme.value = "";
      preset.value = "";
      restart();
    }),
  );
  system.addEventListener("change", restart);
  restart();

  /** The theme, and the defaults under it where nothing else was chosen. */
  function restart() {
    for (const node of running) {
      if (theme.value) node.setAttribute("theme", theme.value);
      else node.removeAttribute("theme");
    }
    for (const { name, reset } of inputs) if (!chosen.has(name)) reset();
    if (preset.value) presetSheet.href = `package/presets/${preset.value}.css`;
    else presetSheet.removeAttribute("href");
    show();
  }

  function show() {
    const lines = [...chosen].map(([name, value]) => `  ${name}: ${value};`);
    const rule = [`${tags.join(",\n")} {`, ...lines, "}"].join("\n");
    const css = lines.length ? rule : "/* What you choose stands here. */";
    const themed = theme.value ? `/* and on the elements: theme="${theme.value}" */\n` : "";
    const sheetOf = (name) => `@import "cpor-preflight/presets/${name}.css";\n`;
    const base = preset.value ? sheetOf(preset.value) : "";
    part("code-look").textContent = `${themed}${base}${css}`;
    sheet.replaceSync(css);
  }

  function colourOf(standard) {
    const [light, dark] = standard.match(/#\w+/g);
    const isDark = theme.value ? theme.value === "dark" : system.matches;
    const colour = isDark ? dark : light;
    return colour.length === 4 ? colour.replace(/\w/g, "$&$&") : colour;
  }
}

/* Events */

function listen() {
  for (const node of running) {
    for (const { name } of ELEMENTS[node.localName].events) node.addEventListener(name, note);
  }
  for (const name of ["before-check", "claim-report", "claim-checked", "claim-error"]) {
    own.addEventListener(name, note);
  }
  for (const form of document.forms) {
    form.addEventListener("submit", (event) => {
      // There is no server behind this page.
      event.preventDefault();
      note(event);
    });
  }
}

function note({ type, currentTarget, detail }) {
  const text = [type, `<${currentTarget.localName}>`, summaryOf(type, currentTarget, detail)]
    .filter(Boolean)
    .join(" · ");
  part("last").textContent = text;
  part("log").prepend(h("li", {}, h("code", {}, text)));
  part("log").children[MOST]?.remove();
}

function summaryOf(type, node, detail) {
  if (type === "submit") {
    const filled = [...new FormData(node)].filter(([, value]) => value !== "");
    return `${filled.length} filled: ${filled.map(([name]) => name).join(", ")}`;
  }
  if (!detail || typeof detail !== "object") return undefined;
  if (detail.findings) return `verdict: ${detail.verdict}, findings: ${detail.findings.length}`;
  return detail.code ?? detail.activity ?? JSON.stringify(detail.claim ?? detail);
}

/* Language */

function speak() {
  for (const node of running) node.lang = language.value;
  attach(own, { locale: language.value });
}

function button(text, click, attributes) {
  return h("button.btn.btn-s", { type: "button", ...attributes, click }, text);
}
