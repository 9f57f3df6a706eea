// The rule set is chosen on the page: it changes names and findings, and nothing that was typed.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { usePage } from "./harness.mjs";
import { person as anyone, eventually, listen, READY, textsUnder } from "./person.mjs";

const open = usePage();
const [before2020, after2023] = ["2020-06", "2023-10"].map(textsUnder);
const person = (page, locale = "en", texts = before2020) => anyone(page, locale, texts);

let page;
let problems;
let axe;
let said;

before(async () => {
  ({ page, problems, axe } = await open());
  await person(page).loaded();
  said = await listen(page);
});

test("the day of the claim decides which rule set applies, and the page says which, and its date", async () => {
  assert.equal(await rules().inputValue(), "");
  const link = page.getByRole("link", { name: "Text of October 10, 2023" });
  assert.match(await link.getAttribute("href"), /^https:\/\/learn\.microsoft\.com\//);
  assert.deepEqual(await rules().locator("option").allTextContents(), [
    "2023-10 (by the claim’s day)",
    "2020-06 (Partner Center, June 2020)",
    "2023-10 (Partner Center, October 2023)",
  ]);
  const footer = person(page).result.getByText(/by rule set 2023-10\.$/);
  assert.ok(await footer.isVisible());
});

test("a claim of an earlier day is judged by the rule set of that day, once the day is left", async () => {
  const me = person(page, "en", after2023);
  await me.answerAll({ customerTenantId: READY.customerTenantId, customerDomain: "" });
  const day = page.locator("input[type=date]");
  await day.focus();
  // Each digit is a change to the browser: the year is 2 before it is 2021.
  await page.keyboard.type("03012021");
  assert.ok(await day.evaluate((node) => node === document.activeElement), "keeps the focus");
  await me.check.focus();
  const earlier = person(page);
  await earlier.field("partnerId").waitFor();
  assert.ok(await me.check.evaluate((node) => node === document.activeElement), "keeps the focus");
  assert.equal(await day.inputValue(), "2021-03-01");
  assert.equal(await earlier.field("customerTenantId").inputValue(), READY.customerTenantId);
  const [first] = await rules().locator("option").allTextContents();
  assert.equal(first, "2020-06 (by the claim’s day)");
  assert.equal(await rules().inputValue(), "");
  await eventually(said, (all) => all.at(-1)?.includes("Rule set 2020-06 applies now."));
  assert.ok((await said()).at(-1).includes("Rule set 2020-06 applies now."));
  assert.doesNotMatch(page.url(), /ruleset/);
});

test("a check of another day ends in the list of its errors, as any check does", async () => {
  const day = page.locator("input[type=date]");
  await day.fill("2024-03-01");
  await person(page).check.click();
  const summary = person(page, "en", after2023).summary();
  await page.getByRole("textbox", { name: "Partner ID (until 2023: MPN ID)" }).first().waitFor();
  await summary.waitFor();
  assert.ok(await summary.evaluate((node) => node === document.activeElement));
  await person(page).button(after2023.en.page.clear).click();
  await rules().selectOption("2020-06");
  await person(page).field("partnerId").waitFor();
  assert.match(page.url(), /[?&]ruleset=2020-06\b/);
});

test("names that changed are shown with both", async () => {
  const me = person(page);
  assert.ok(await me.field("partnerId").isVisible());
  const option = page.getByRole("radio", {
    name: "Presales (since 2023: Build intent - Advisor)",
    exact: true,
  });
  assert.ok(await option.isVisible());
});

test("another rule set keeps what was typed and chosen, and changes names and findings", async () => {
  const me = person(page);
  await me.answerAll({ ...READY, activity: "presales", customerDomain: "" });
  await me.check.click();
  assert.deepEqual(await me.errors(), ["customerDomain"]);
  const finding = before2020.en.findings["domain-missing"].what;
  assert.ok(await me.result.getByText(finding).isVisible());
  await rules().focus();
  await rules().selectOption("2023-10");

  const now = person(page, "en", after2023);
  await now.field("partnerId").waitFor();
  assert.equal(await now.field("partnerId").inputValue(), READY.partnerId);
  assert.equal(await now.field("customerTenantId").inputValue(), READY.customerTenantId);
  const option = page.getByRole("radio", {
    name: "Build intent - Advisor (until 2023: Presales)",
    exact: true,
  });
  assert.ok(await option.isChecked());
  assert.deepEqual(await now.errors(), [], "the domain is not required any more");
  await now.result.getByText(after2023.en.findings["domain-missing"].what).waitFor();
  assert.ok(await page.getByRole("link", { name: "Text of October 10, 2023" }).isVisible());
  assert.match(page.url(), /[?&]ruleset=2023-10\b/);
  await eventually(said, (all) => all.join(" ").includes("Rule set 2023-10 applies now."));
  assert.ok((await said()).join(" ").includes("Rule set 2023-10 applies now."));
  assert.ok(await rules().evaluate((node) => node === document.activeElement), "keeps the focus");
});

test("timeline and guide follow the rule set", async () => {
  const now = person(page, "en", after2023);
  await page.getByText(after2023.en.page.result.timeline, { exact: true }).click();
  for (const step of ["review-starts", "answer", "dispute"])
    assert.ok(await now.result.getByText(after2023.en.timeline[step].label).isVisible(), step);
  const guide = await now.guide("Which partner role?");
  assert.ok(await guide.isVisible());
});

test("what changed between the rule sets is told, with the contradictions and their sources", async () => {
  const told = page.locator("#rulesets");
  await told.getByText(after2023.en.page.rulesets.title).click();
  await told.getByRole("heading", { name: after2023.en.page.rulesets.changed }).waitFor();
  const text = await told.innerText();
  for (const part of [
    "2020-06: Presales",
    "2023-10: Build intent - Advisor",
    "Business days for review",
    after2023.en.contradictions.review.text,
    "Rejected final",
    after2023.en.laterFacts["grace-period-ends"],
  ])
    assert.ok(text.includes(part), part);
  assert.ok(!/undefined|[{}]|\[object/.test(text), text);
  const { pages } = after2023.en.page.common;
  for (const name of Object.values(pages)) {
    const link = told.getByRole("link", { name, exact: true });
    assert.match(await link.getAttribute("href"), /^https:\/\/partner\.microsoft\.com\//, name);
  }
});

test("it is accessible", async () => {
  assert.deepEqual(await axe(), []);
});

test("a language keeps the rule set, and a reload does", async () => {
  await page.getByLabel(before2020.en.page.language).selectOption("de");
  const me = person(page, "de", after2023);
  await me.loaded();
  await me.field("partnerId").waitFor();
  assert.match(page.url(), /ruleset=2023-10/);
  await page.reload();
  await person(page, "de", after2023).loaded();
  assert.equal(await page.getByLabel(after2023.de.page.rulesets.label).inputValue(), "2023-10");
});

test("without a rule set of its own, the address has none", async () => {
  await page.getByLabel(before2020.de.page.rulesets.label).selectOption("");
  await eventually(
    () => page.url(),
    (url) => !url.includes("ruleset"),
  );
  assert.doesNotMatch(page.url(), /ruleset/);
});

test("a rule set that is none leaves it to the day", async () => {
  const other = await open({ path: "/?ruleset=1999-01" });
  await person(other.page).loaded();
  const chosen = other.page.getByLabel(before2020.en.page.rulesets.label);
  assert.equal(await chosen.inputValue(), "");
  const summary = person(other.page).result;
  assert.equal(
    await summary.getByText(before2020.en.findings["input-malformed"].why.other).count(),
    0,
  );
  assert.deepEqual(other.problems(), []);
  await other.close();
});

test("nothing went wrong meanwhile", () => assert.deepEqual(problems(), []));

function rules() {
  return page.getByLabel(before2020.en.page.rulesets.label);
}
