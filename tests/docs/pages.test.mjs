// The documentation as pages, as it is in the package and on the site: a card for every code in every
// language, links that lead somewhere, examples that run as they are written, and nothing for axe to find.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, posix } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { checkClaim, describe, init, LOCALES, rulesets } from "cpor-preflight";
import { dist, filesUnder, inRoot, site } from "../../scripts/tools.mjs";
import { usePage } from "../browser/harness.mjs";
import { STARTERS } from "../package/starters/starters.mjs";
import { linksOf } from "./markdown.mjs";

await init();
const FOLDER = join(dist, "docs");
const files = await filesUnder(FOLDER);
const pages = files
  .filter((path) => path.endsWith(".html"))
  .map((path) => ({ path, html: readFileSync(join(FOLDER, path), "utf8") }));
const { codes } = describe();
const isCard = ({ path }) => path.includes("/codes/");
const open = usePage({ folder: site });

const SIGNS = { "#38": "&", "#60": "<", "#62": ">", "#34": '"', amp: "&", lt: "<", gt: ">" };
const plain = (html) => html.replace(/&(#?\w+);/g, (all, name) => SIGNS[name] ?? all);

test("every code has its card in every language, at the address that findings have", () => {
  const cards = LOCALES.flatMap((tag) => codes.map(({ code }) => `${tag}/codes/${code}.html`));
  assert.deepEqual(
    pages
      .filter(isCard)
      .map(({ path }) => path)
      .sort(),
    cards.sort(),
  );
  for (const locale of LOCALES)
    for (const { code, docs } of checkClaim({}, {}, { locale }).findings)
      assert.equal(docs, `docs/${locale}/codes/${code}.html`);
});

test("a language of the caller's own leads to cards in English", () => {
  const [finding] = checkClaim({}, {}, { locale: "fr" }).findings;
  assert.equal(finding.docs, `docs/en/codes/${finding.code}.html`);
});

test("a card has its weight, its source and an example of each rule set that raises it", () => {
  const never = { "2020-06": ["activity-no-payment", "subscription-newly-provisioned"] };
  for (const { id } of rulesets())
    for (const { code } of codes)
      for (const tag of LOCALES) {
        const { html } = pages.find(({ path }) => path === `${tag}/codes/${code}.html`);
        const ruled = describe({ ruleset: id, locale: tag });
        const { severity, section } = ruled.codes.find((one) => one.code === code);
        const [, row] = html.match(new RegExp(`<tr>(.*?<code>${id}</code>.*?)</tr>`));
        const raised = !never[id]?.includes(code);
        assert.equal(row.includes(ruled.labels.severities[severity]), raised, `${code} ${id}`);
        assert.equal(plain(row).includes(section), raised, `${code} ${id}`);
        const examples = examplesOf(html).filter((example) =>
          example.includes(`"ruleset":"${id}"`),
        );
        assert.equal(examples.length, raised ? 1 : 0, `${code} ${id}`);
      }
});

test("every link leads to a page, and to a place on it", () => {
  const broken = [];
  const anchors = ({ html }) => Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
  for (const { path, html } of pages) {
    for (const [, href] of html.matchAll(/ href="([^"]*)"/g)) {
      if (/^https:\/\/\w/.test(href)) continue;
      const [name, anchor] = href.split("#");
      const target = name ? posix.join(posix.dirname(path), name) : path;
      const page = pages.find((other) => other.path === target);
      const isThere =
        files.includes(target) && (!anchor || (page && anchors(page).includes(anchor)));
      if (!isThere) broken.push(`${path}: ${href}`);
    }
  }
  assert.deepEqual(broken, []);
});

test("from the first page, every page can be reached", () => {
  const seen = new Set(["index.html"]);
  for (const path of seen) {
    const { html } = pages.find((page) => page.path === path);
    for (const [, href] of html.matchAll(/<a [^>]*href="([^":#]+)(?:#[^"]*)?"/g)) {
      seen.add(posix.join(posix.dirname(path), href));
    }
  }
  assert.deepEqual([...seen].sort(), pages.map(({ path }) => path).sort());
});

test("the first page says where to begin, and has the guides in the order of the README", () => {
  const { html } = pages.find(({ path }) => path === "index.html");
  assert.match(html, /<h1>.+<\/h1>\s*<p>cpor-preflight [^<]+<a href="api\.html">/);
  const [, guides] = html.match(/<h2>Guides<\/h2>([\s\S]*?)<h2>/);
  const links = linksOf(readFileSync(inRoot("README.md"), "utf8"))
    .filter((link) => link.startsWith("www/docs/"))
    .map((link) => posix.basename(link).replace(/\.md(#.*)?$/, ".html"));
  assert.deepEqual(
    Array.from(guides.matchAll(/ href="([^"]+)"/g), ([, href]) => href),
    [...new Set(links)],
  );
});

test("no card says a day as the core writes it", () => {
  const isDay = /\b\d{4}-\d\d-\d\d\b/;
  assert.match("first day, 2026-11-03.", isDay);
  for (const { path, html } of pages.filter(isCard))
    for (const [, text] of html.matchAll(/<dd>(.*?)<\/dd>/g))
      assert.doesNotMatch(text, isDay, path);
});

test("every example of a card runs as it is written", async () => {
  const address = pathToFileURL(createRequire(import.meta.url).resolve("cpor-preflight")).href;
  let count = 0;
  for (const { path, html } of pages.filter(isCard)) {
    for (const example of examplesOf(html)) {
      const script = example
        .replace('"cpor-preflight"', JSON.stringify(address))
        .replace(/^(\w+); \/\/ => (.*)$/m, "export const [is, wanted] = [$1, $2];");
      const { is, wanted } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
      assert.ok(is, path);
      assert.equal(is, wanted, path);
      count += 1;
    }
  }
  // Two codes are only in the later rule set.
  assert.equal(count, (codes.length * rulesets().length - 2) * LOCALES.length);
});

function examplesOf(html) {
  const blocks = Array.from(html.matchAll(/<pre[^>]*><code>([\s\S]*?)<\/code><\/pre>/g));
  return blocks.map(([, code]) => plain(code)).filter((code) => code.includes("// => "));
}

test("every function is in the reference, with an example", async () => {
  const { html } = pages.find(({ path }) => path === "api-reference.html");
  for (const name of Object.keys(await import("cpor-preflight"))) {
    if (name === "PreflightError") continue;
    assert.ok(html.includes(`aria-label="cpor-preflight, ${name}: example"`), name);
  }
});

test("every starter has a page, with its files as they are", () => {
  for (const name of Object.keys(STARTERS)) {
    const { html } = pages.find(({ path }) => path === `start/${name}.html`);
    const manifest = readFileSync(
      inRoot("tests", "package", "starters", name, "package.json"),
      "utf8",
    );
    assert.ok(plain(html).includes(manifest), name);
  }
});

test("every attribute, event, slot, part and property of the elements is in the reference", () => {
  const { html } = pages.find(({ path }) => path === "elements-reference.html");
  const manifest = JSON.parse(readFileSync(join(dist, "custom-elements.json"), "utf8"));
  for (const { declarations } of manifest.modules)
    for (const { tagName, ...lists } of declarations ?? [])
      for (const list of ["attributes", "events", "slots", "cssParts", "cssProperties"])
        for (const { name } of lists[list] ?? [])
          assert.ok(html.includes(`<code>${name}</code>`), `${tagName} ${list} ${name}`);
});

/** One of each kind, and the cards that are longest and shortest. */
const bySize = pages.filter(isCard).sort((a, b) => a.html.length - b.html.length);
const SHOWN = [
  ...["index.html", "api.html", "start/svelte.html"],
  ...["api-reference.html", "elements-reference.html"],
  ...LOCALES.map((tag) => `${tag}/codes.html`),
  ...[bySize[0].path, bySize.at(-1).path, "de/codes/subscription-csp.html"],
];

for (const path of SHOWN) {
  test(`${path}: axe finds nothing, and it fits, in four looks`, async () => {
    for (const colorScheme of ["light", "dark"])
      for (const width of [320, 1280]) {
        const viewport = { width, height: 900 };
        const host = await open({ path: `/docs/${path}`, colorScheme, viewport });
        assert.deepEqual(await host.axe(), [], `${colorScheme} ${width}`);
        assert.equal(await host.page.evaluate(() => document.documentElement.scrollWidth), width);
        assert.deepEqual(host.problems(), []);
        await host.close();
      }
  });
}

test("from disk, a page has its style", async () => {
  const { page, close } = await open({ path: "/docs/index.html" });
  const address = pathToFileURL(join(FOLDER, "en", "codes", "tenant-id-missing.html")).href;
  await page.goto(address);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).margin), "0px");
  await page.getByRole("link", { name: "Deutsch" }).click();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "de");
  await close();
});
