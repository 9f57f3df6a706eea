// What everybody needs to be able to use the page for many claims, in all its states.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import { inRoot } from "../../scripts/tools.mjs";
import de from "../../www/text/de/bulk.js";
import en from "../../www/text/en/bulk.js";
import { usePage } from "./harness.mjs";
import { eventually, listen, sample, TEXTS } from "./person.mjs";

const open = usePage();
const { page: common } = TEXTS.en;
const LOOKS = [
  ["light", "ltr"],
  ["dark", "rtl"],
  ["dark", "ltr"],
];
/** What scrolls inside the list lies under its edge or its header. */
const KNOWN = [/^unsure: .*(obscured|overlap)/];

let opened;
let page;

before(async () => {
  opened = await open({
    ...{ path: "/bulk.html", reducedMotion: "reduce" },
    viewport: { width: 1280, height: 4000 },
  });
  ({ page } = opened);
  await loaded(page);
});

/** The page's states, each reached from the one before. */
const STATES = {
  empty: async () => {},
  "not a table": () => take(page, "Dear Sir\nor Madam\n"),
  columns: async () => take(page, await sample("claims.csv")),
  "checked, with a filter": async () => {
    await run(page);
    await page.getByRole("combobox", { name: en.list.severity }).selectOption("blocks");
  },
  "a row": async () => {
    await page.locator(".list-row").first().click();
    await page.locator(".row-view .verdict").waitFor();
  },
  "a row in the form": async () => {
    await page.getByRole("button", { name: en.row.correct }).click();
    await page.getByRole("button", { name: en.row.keep }).first().waitFor();
  },
};

for (const [state, reach] of Object.entries(STATES)) {
  test(`axe finds nothing: ${state}`, async () => {
    await reach();
    const told = [];
    for (const [colorScheme, dir] of LOOKS) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate((value) => document.documentElement.setAttribute("dir", value), dir);
      for (const line of await opened.axe({ known: KNOWN })) {
        told.push(`${colorScheme} ${dir}: ${line}`);
      }
    }
    assert.deepEqual(told, []);
  });
}

test("axe finds nothing: the checks could not be loaded", async () => {
  const failed = await open({
    path: "/bulk.html",
    prepare: (fresh) => fresh.route("**/*.wasm", (route) => route.abort()),
  });
  await failed.page.getByRole("button", { name: common.common.retry }).waitFor();
  assert.deepEqual(await failed.axe(), []);
  await failed.close();
});

test("axe finds nothing: in German, on a phone, in forced colours", async () => {
  const phone = await open({
    ...{ path: "/bulk.html", locale: "de-AT", forcedColors: "active" },
    viewport: { width: 360, height: 740 },
  });
  await loaded(phone.page, de);
  await take(phone.page, await sample("claims.csv"), de);
  await run(phone.page, de);
  // axe reads the text's fill colour, which Chromium reports as it was before it was forced.
  const known = [...KNOWN, /color-contrast: \.main/];
  assert.deepEqual(await phone.axe({ known }), []);
  await phone.close();
});

test("whatever can be pressed is large enough, and the page can be crossed by headings", async () => {
  const small = await page.evaluate(() => {
    const pressed = "a[href], button, select, textarea, summary, input:not([type=file])";
    return [...document.querySelectorAll(pressed)]
      .filter((node) => node.checkVisibility())
      .map((node) => (node.type === "radio" ? node.closest("label") : node))
      .filter((node) => {
        const { width, height } = node.getBoundingClientRect();
        return width < 24 || height < 24;
      })
      .map((node) => node.outerHTML.slice(0, 80));
  });
  assert.deepEqual(small, []);
  const levels = await page
    .getByRole("heading")
    .evaluateAll((all) => all.map((node) => Number(node.tagName[1])));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  assert.ok(
    levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1),
    levels.join(),
  );
});

test("from the first key to the last, a file is checked without a mouse", async () => {
  const other = await open({ path: "/bulk.html" });
  const { page: shown } = other;
  await loaded(shown);
  const heard = await listen(shown);
  await take(shown, await sample("claims.csv"));
  const focused = () => shown.evaluate(() => document.activeElement.textContent);
  assert.equal(await focused(), en.layout.title);
  for (let i = 0; i < 60 && (await focused()) !== en.layout.run; i += 1) {
    await shown.keyboard.press("Tab");
  }
  await shown.keyboard.press("Enter");
  await shown.getByText(/^Checked: /).waitFor();
  const isList = () => shown.evaluate(() => document.activeElement.getAttribute("role") === "grid");
  for (let i = 0; i < 60 && !(await isList()); i += 1) await shown.keyboard.press("Tab");
  assert.ok(await isList());
  await shown.keyboard.press("ArrowDown");
  await shown.keyboard.press("Enter");
  await shown.locator(".row-view .verdict").waitFor();
  assert.match(await focused(), /^Row \d/);
  const isHeard = (texts) => texts.some((text) => text.includes("Checked: 7 rows"));
  const texts = await eventually(heard, isHeard);
  assert.ok(isHeard(texts), String(texts));
  assert.deepEqual(other.problems(), []);
  await other.close();
});

test("the policy in the page is that of the form's page", async () => {
  const policy = async (name) => {
    const html = await readFile(inRoot("www", name), "utf8");
    return html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)[1];
  };
  assert.equal(await policy("bulk.html"), await policy("index.html"));
});

test("all the while, nothing complained", () => assert.deepEqual(opened.problems(), []));

const loaded = (shown, words = en) =>
  shown.getByRole("heading", { name: words.source.title, exact: true }).waitFor();

async function take(shown, text, words = en) {
  const chooser = shown.getByLabel(words.source.choose, { exact: true });
  const buffer = Buffer.from(text);
  await chooser.setInputFiles({ name: "claims.csv", mimeType: "text/csv", buffer });
  await shown.locator(".layout").waitFor();
}

async function run(shown, words = en) {
  await shown.getByRole("button", { name: words.layout.run, exact: true }).click();
  await shown.locator(".run .state").filter({ hasText: /\d/ }).waitFor();
}
