// English and German: the same page in either, and nothing of one left in the other.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { usePage } from "./harness.mjs";
import { eventually, person, READY, TEXTS } from "./person.mjs";

const open = usePage();
const { en, de } = TEXTS;
const BANNED = {
  en: /\b(please|sorry|invalid|valid|forbidden|illegal|oops|required)\b/i,
  de: /(?<!\p{L})(bitte|leider|(un)?gültig|verboten|unzulässig|erforderlich|Entschuldigung)(e[mnrs]?)?(?!\p{L})/iu,
};

let page;
let problems;

before(async () => {
  ({ page, problems } = await open({ locale: "de-DE" }));
  await person(page, "de").loaded();
});

test("a browser that asks for German first gets German", async () => {
  assert.equal(await lang(), "de");
  assert.equal(await page.title(), de.page.title);
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), de.page.heading);
  const rules = page.getByRole("link", { name: "Text vom 10. Oktober 2023" });
  assert.ok(await rules.isVisible(), "dates, too");
});

for (const [locale, path, expected] of [
  ["de-CH", "/", "de"],
  ["la-VA", "/", "en"],
  ["en-GB", "/?lang=de", "de"],
  ["de-DE", "/?lang=en", "en"],
  ["de-DE", "/?lang=xx", "de"],
]) {
  test(`a browser in ${locale} at ${path} gets ${expected}`, async () => {
    const other = await open({ locale, path });
    await person(other.page, expected).loaded();
    assert.equal(await other.page.getAttribute("html", "lang"), expected);
    assert.deepEqual(other.problems(), []);
    await other.close();
  });
}

test("in German, no English is left: at the start", () => noEnglish());

test("in German, no English is left: errors", async () => {
  const me = person(page, "de");
  await me.answerAll({
    customerTenantId: "contoso.com",
    partnerId: "53575a4",
    customerDomain: "a..b",
  });
  await me.check.click();
  assert.ok(await me.summary().isVisible());
  assert.ok((await page.title()).startsWith(`${de.page.common.error}: `));
  await noEnglish();
});

test("in German, no English is left: outcome, guides, exports, timeline", async () => {
  const me = person(page, "de");
  await me.button(de.page.exampleNames.csp).click();
  await me.result.getByText(de.findings["subscription-csp"].what.likely).waitFor();
  for (const summary of await page.locator("summary").elementHandles()) await summary.click();
  await page.getByText(de.timeline.review.label).waitFor();
  await page.getByText(de.page.evidence.howText.customer).waitFor();
  await noEnglish();
});

test("each language is called as it calls itself", async () => {
  const options = page.locator("header option[lang]");
  const names = await options.evaluateAll((all) => all.map((one) => [one.value, one.text]));
  const due = Object.entries(TEXTS).map(([tag, { name }]) => [tag, name]);
  assert.deepEqual(names, due);
});

test("a switch of the language keeps everything that was entered", async () => {
  let me = person(page, "de");
  await me.button(de.page.clear).click();
  await me.answerAll({ ...READY, customerTenantId: "3f1c7a52-9b0e" });
  await me.chooseFiles("graph-subscriptions.json");
  await page.getByRole("table", { name: de.page.evidence.found }).waitFor();
  await me.check.click();
  const before = await entered(me);
  const errors = await me.errors();
  await page.getByLabel(de.page.language).focus();
  await page.getByLabel(de.page.language).selectOption({ label: "English" });
  me = person(page, "en");
  await me.loaded();
  assert.equal(await lang(), "en");
  assert.equal(new URL(page.url()).searchParams.get("lang"), "en");
  assert.deepEqual(await entered(me), before);
  assert.deepEqual(await me.errors(), errors);
  const [error] = await me.described("customerTenantId");
  assert.equal(error, `Error: ${en.findings["tenant-id-malformed"].what["too-short"]}`);
  assert.ok(await page.getByRole("table", { name: en.page.evidence.found }).isVisible());
  const language = page.getByLabel(en.page.language);
  assert.ok(await language.evaluate((node) => node === document.activeElement), "focus stays");
});

test("in English, no German is left", () => foreign(de, en));

test("the choice outlives a reload", async () => {
  await page.reload();
  await person(page, "en").loaded();
  assert.equal(await lang(), "en");
});

test("where the checks could not be loaded, that is said in German", async () => {
  const failed = await open({
    locale: "de-DE",
    prepare: (fresh) => fresh.route("**/*.wasm", (route) => route.abort()),
  });
  const me = person(failed.page, "de");
  await me.button(de.page.common.retry).waitFor();
  assert.equal(await me.verdict(), de.page.result.failed);
  await noEnglish(failed.page);
  await failed.close();
});

test("the page's own words are friendly, and the same in number in both languages", () => {
  for (const [tag, { page: words }] of Object.entries(TEXTS)) {
    const texts = tag in BANNED ? leaves(words) : [];
    for (const text of texts) assert.doesNotMatch(text, BANNED[tag]);
  }
  assert.deepEqual(paths(de.page), paths(en.page));
  const own = leaves(de.page);
  assert.deepEqual(
    leaves(en.page).filter((text) => text.includes(" ") && own.includes(text)),
    [],
    "not translated",
  );
});

test("all the while, nothing complained", () => assert.deepEqual(problems(), []));

const lang = () => page.getAttribute("html", "lang");

const noEnglish = (shown = page) => foreign(en, de, shown);

/** No text of the one language that is none of the other's can be seen or heard on the page. */
async function foreign(other, own, shown = page) {
  const ours = leaves(own).join("\n");
  const theirs = leaves({ ...other, name: "" })
    .flatMap((text) => text.split(/\{\w+\}/))
    .map((part) => part.trim())
    .filter((part) => part.length > 5 && !ours.includes(part));
  assert.ok(theirs.length > 100);
  const find = async () => {
    const text = await everyWord(shown);
    return theirs.filter((part) => text.some((line) => has(line, part)));
  };
  assert.deepEqual(await eventually(find, (found) => found.length === 0), []);
}

/** One word counts only alone: "Customer" may be part of a product's name. */
function has(line, part) {
  return part.includes(" ") ? line.includes(part) : line.trim() === part;
}

/** All that the page shows or says, line by line; titles of the rules' sections are the source's own. */
async function everyWord(shown) {
  const lines = await shown.evaluate(() => {
    const said = [...document.querySelectorAll("body *")].flatMap((node) =>
      ["aria-label", "title", "placeholder", "alt"].map((name) => node.getAttribute(name) ?? ""),
    );
    const live = document.querySelector("[aria-live]").textContent;
    const cited = [...document.body.querySelectorAll("span[lang], strong[lang]")];
    const text = cited.reduce(
      (all, { innerText }) => all.replace(innerText, ""),
      document.body.innerText,
    );
    return [document.title, live, ...said, ...text.split("\n")];
  });
  return lines.filter(Boolean);
}

/** What stands in the form, field by field. */
function entered(me) {
  const { fields, options } = en;
  const all = Object.keys(fields).map(async (name) => {
    const field = me.field(name);
    if (!options[name]) return field.inputValue();
    const chosen = field.getByRole("radio", { checked: true });
    return (await chosen.count()) ? chosen.getAttribute("value") : "";
  });
  return Promise.all(all);
}

function leaves(node) {
  return typeof node === "string" ? [node] : Object.values(node).flatMap(leaves);
}

function paths(node, path = "") {
  if (typeof node === "string") return [path];
  return Object.entries(node).flatMap(([key, value]) => paths(value, `${path}.${key}`));
}
