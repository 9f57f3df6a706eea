// Looks to begin with: what is written in each of them can be read, in both themes, and what the host sets counts.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { inRoot } from "../../scripts/tools.mjs";
import { useHost } from "./host.mjs";
import { READY } from "./person.mjs";

const open = useHost();

/** Text on the ground that it stands on, and edges that have to be seen: by WCAG 1.4.3 and 1.4.11. */
const TEXTS = [
  ...["ink", "ink-2", "link", "block", "settle", "done", "note"].map((text) => [text, "page"]),
  ...["ink", "ink-2"].map((text) => [text, "surface"]),
  ...["ink", "block"].map((text) => [text, "block-bg"]),
  ...["ink", "settle"].map((text) => [text, "settle-bg"]),
  ...["ink", "done"].map((text) => [text, "done-bg"]),
  ...["ink", "note"].map((text) => [text, "note-bg"]),
  ["ink", "accent-soft"],
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
];
const EDGES = [
  ["line-strong", "page"],
  ["focus", "page"],
  ["accent", "page"],
];
const ON = { light: "rgb(250, 250, 250)", dark: "rgb(20, 20, 20)" };

for (const preset of ["", "inherit", "fluent", "bootstrap", "govuk"])
  for (const scheme of ["light", "dark"])
    test(`${preset || "none"}, ${scheme}: text has 4.5 : 1, edges 3 : 1, and axe finds nothing`, async () => {
      const { page, form, axe, problems, close } = await open();
      await page.emulateMedia({ colorScheme: scheme });
      await page.evaluate(
        ([name, ground]) => {
          const { style } = document.documentElement;
          style.colorScheme = "light dark";
          style.backgroundColor = ground;
          style.color = "light-dark(#111, #eee)";
          if (!name) return undefined;
          const link = document.createElement("link");
          Object.assign(link, { rel: "stylesheet", href: `/dist/presets/${name}.css` });
          document.head.append(link);
          return new Promise((done) => link.addEventListener("load", done));
        },
        [preset, ON[scheme]],
      );
      await form.ready();
      for (const [name, value] of Object.entries(READY)) await form.answer(name, value);
      const found = await form.node.evaluate(contrasts, [TEXTS, EDGES, ON[scheme]]);
      assert.equal(found.length, TEXTS.length + EDGES.length);
      const low = found.filter(({ contrast }, at) => contrast < (at < TEXTS.length ? 4.5 : 3));
      assert.deepEqual(low, []);
      assert.deepEqual(await axe({ selector: "cpor-claim-form" }), []);
      assert.deepEqual(problems(), []);
      await close();
    });

test("what the host sets itself counts before a preset", async () => {
  const { page, form, close } = await open();
  const color = await page.evaluate(async () => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: "/dist/presets/govuk.css" });
    const own = new CSSStyleSheet();
    own.replaceSync("cpor-claim-form { --cpor-accent: rgb(1, 2, 3) }");
    document.adoptedStyleSheets.push(own);
    document.head.append(link);
    await new Promise((done) => link.addEventListener("load", done));
    const node = document.querySelector("cpor-claim-form");
    return getComputedStyle(node).getPropertyValue("--cpor-accent");
  });
  assert.equal(color, "rgb(1, 2, 3)");
  await form.ready();
  await close();
});

test("each style sheet of a preset is one of these, and for every element", async () => {
  const names = (await readdir(inRoot("dist", "presets"))).sort();
  assert.deepEqual(names, ["bootstrap.css", "fluent.css", "govuk.css", "inherit.css"]);
  const { modules } = JSON.parse(await readFile(inRoot("dist", "custom-elements.json"), "utf8"));
  const declared = modules.flatMap(({ declarations = [] }) => declarations);
  const tags = declared.flatMap(({ tagName }) => tagName ?? []);
  for (const name of names) {
    const css = await readFile(inRoot("dist", "presets", name), "utf8");
    assert.deepEqual(css.match(/cpor-[a-z]+-[a-z-]+(?=[,)])/g).sort(), [...tags].sort(), name);
  }
});

/** Runs in the page: the contrast of each pair of tokens, as the browser computes their colors. */
function contrasts({ shadowRoot }, [texts, edges, ground]) {
  const base = shadowRoot.querySelector(".cpor");
  const probe = base.appendChild(document.createElement("i"));
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  /** The color over another one, as bytes. */
  const painted = (...layers) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const color of layers) {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const colorOf = (token) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const light = (bytes) => {
    const [red, green, blue] = bytes.map((byte) => {
      const part = byte / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const all = [...texts, ...edges].map((pair) => {
    const [over, under] = pair.map(colorOf);
    const page = [ground, colorOf("page"), under];
    const [a, b] = [light(painted(...page, over)), light(painted(...page))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return { pair, contrast: Math.round(contrast * 100) / 100 };
  });
  probe.remove();
  return all;
}
