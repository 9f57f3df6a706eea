// "Partner Center showed me an error": from the identifier to the cause, by answers and by exports.
import assert from "node:assert/strict";
import { afterEach, before, test } from "node:test";
import { usePage } from "./harness.mjs";
import { eventually, listen, person, sample, subscription, TENANT, textsUnder } from "./person.mjs";

const open = usePage();
/** The rule set whose page names all the reasons. */
const TEXTS = textsUnder("2020-06");
const { page: words, diagnosis, questions, support } = TEXTS.en;
const { causes, statuses, conclusions } = diagnosis;
const ASKED = questions.diagnosis;

let opened;
let page;
let me;

before(async () => {
  opened = await open({
    path: "/?ruleset=2020-06",
    reducedMotion: "reduce",
    viewport: { width: 1280, height: 3000 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  ({ page } = opened);
  me = person(page, "en", TEXTS);
  await me.loaded();
});

afterEach(() => me.button(words.clear).click());

test("with nothing known, all is possible, and the first question decides most", async () => {
  await diagnose();
  assert.deepEqual(await told(statuses.possible), titles(causes));
  assert.ok(await question("listing").isVisible());
  assert.ok(await conclusion("asking").isVisible());
});

test("from what the evidence cannot show of a subscription, a link leads here", async () => {
  await me.answer("solutionArea", "business-applications");
  await me.answer("subscriptionId", subscription(1));
  const finding = me.result.locator('[data-code="subscription-unverified"]');
  await finding.getByRole("link", { name: words.diagnosis.title }).click();
  await question("listing").waitFor();
  const focused = page.locator("summary:focus");
  assert.equal(await focused.innerText(), words.diagnosis.title);
  await focused.click();
});

for (const [name, answers, expected] of [
  [
    "bought through CSP",
    [
      ["listing", "dynamics-in-use"],
      ["channel", "csp"],
    ],
    "subscription-csp",
  ],
  ["not set up", [["listing", "dynamics-not-set-up"]], "subscription-not-provisioned"],
  [
    "an order number",
    [
      ["listing", "dynamics-in-use"],
      ["channel", "web-direct"],
      ["source", "order"],
    ],
    "subscription-id-wrong-kind",
  ],
  [
    "a colleague's claim",
    [
      ...[
        ["listing", "dynamics-in-use"],
        ["channel", "volume-licensing"],
      ],
      ...[
        ["source", "subscription-list"],
        ["holder", "colleague"],
      ],
    ],
    "subscription-already-claimed",
  ],
]) {
  test(`from the identifier alone, ${answers.length} answers: ${name}`, async () => {
    await diagnose(subscription(9));
    for (const [id, answer] of answers) await reply(id, answer);
    assert.deepEqual(await told(statuses.confirmed), [causes[expected].title]);
    assert.ok(await conclusion("explained").isVisible());
  });
}

test("an offer ID is no subscription ID, which is confirmed while it is pasted", async () => {
  await diagnose();
  const hear = await listen(page);
  await identifier().fill("CFQ7TTC0LH18:0001:CFQ7TTC0K971");
  await page.keyboard.press("Tab");
  const title = causes["subscription-id-wrong-kind"].title;
  const confirmed = () => told(statuses.confirmed);
  assert.deepEqual(await eventually(confirmed, (titles) => titles.length > 0), [title]);
  const said = await eventually(hear, (texts) => texts.join().includes(title));
  assert.ok(said.join().includes(`${statuses.confirmed}: ${title}.`), "and said aloud");
  assert.equal(await me.field("subscriptionId").inputValue(), "CFQ7TTC0LH18:0001:CFQ7TTC0K971");
});

for (const [number, code, status] of [
  [3, "subscription-csp", "possible"],
  [4, "subscription-not-provisioned", "confirmed"],
  [5, "subscription-not-dynamics", "confirmed"],
]) {
  test(`an export answers at once: …0${number}`, async () => {
    await diagnose(subscription(number));
    await unfold(words.diagnosis.exports);
    const text = box().getByLabel(words.evidence.paste);
    await text.fill(await sample("graph-subscriptions.json"));
    await box().getByRole("button", { name: words.evidence.add }).click();
    const { title } = causes[code];
    await eventually(
      async () => (await told(statuses[status]))[0],
      (first) => first === title,
    );
    assert.equal((await told(statuses[status]))[0], title, "it comes first");
  });
}

test("answers are shared with the form, and can be changed", async () => {
  await diagnose(subscription(9));
  await reply("listing", "dynamics-in-use");
  await reply("channel", "csp");
  const chosen = me.field("purchaseChannel").getByRole("radio", { checked: true });
  assert.equal(await chosen.getAttribute("value"), "csp");
  await me.answer("purchaseChannel", "web-direct");
  assert.deepEqual(await told(statuses.confirmed), [], "the form has the last word");
  await change("listing").click();
  assert.ok(await question("listing").isVisible());
  const kept = question("listing").getByRole("button", { pressed: true });
  assert.equal(await kept.textContent(), ASKED.listing.options["dynamics-in-use"]);
  await reply("listing", "not-listed");
  assert.deepEqual(await told(statuses.confirmed), [causes["product-not-on-tenant"].title]);
});

test("whoever cannot say is asked no further than there are questions, and sent on", async () => {
  await diagnose(subscription(9));
  for (const id of ["listing", "channel", "source", "holder"]) await reply(id, "unknown");
  assert.ok(await conclusion("undecided").isVisible());
  assert.ok(await focused(conclusion("undecided")), "the last answer leads to the conclusion");
  assert.equal(await box().getByRole("region").count(), 0, "no question is left");
});

test("by keyboard alone: an answer leads to the next question", async () => {
  await diagnose(subscription(9));
  await option("listing", "dynamics-in-use").focus();
  await page.keyboard.press("Enter");
  const heading = box().getByRole("heading", { name: ASKED.channel.text });
  assert.ok(await focused(heading));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.ok(await focused(box().getByRole("heading", { name: ASKED.source.text })));
});

test("the text for the customer comes in the customer's language, ready to copy", async () => {
  await me.answer("customerTenantId", TENANT);
  await diagnose(subscription(9));
  await unfold(words.diagnosis.customer);
  await box().getByLabel(words.diagnosis.customerLanguage).selectOption("de");
  const letter = box().getByRole("group", { name: words.diagnosis.customer, exact: true }).last();
  const { customer } = TEXTS.de.diagnosis;
  await letter.getByText(customer.greeting).waitFor();
  assert.equal(await letter.getAttribute("lang"), "de");
  await box()
    .getByRole("button", { name: `${words.common.copy}: ${words.diagnosis.customer}` })
    .click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of [
    customer.intro,
    "GET https://graph.microsoft.com/v1.0/subscribedSkus",
    TENANT,
  ])
    assert.ok(copied.includes(part), part);
  await unfold(support.title);
  assert.ok(await box().getByText(diagnosis.error).isVisible());
});

test("axe finds nothing, light and dark, with everything unfolded", async () => {
  await diagnose(subscription(9));
  await reply("listing", "other-product");
  await reply("channel", "unknown");
  for (const closed of await box().locator("details:not([open]) > summary").elementHandles())
    await closed.click();
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await opened.axe(), [], colorScheme);
  }
  await page.emulateMedia({ colorScheme: "light" });
});

test("answers outlive a switch of the language and a reload", async () => {
  await diagnose(subscription(9));
  await reply("listing", "not-listed");
  const { causes: german, statuses: germanStatuses } = TEXTS.de.diagnosis;
  await page.locator("#tools select").selectOption("de");
  const line = page.getByText(german["product-not-on-tenant"].confirmed, { exact: true });
  await line.waitFor();
  assert.ok(await page.getByText(germanStatuses.confirmed).first().isVisible(), "still unfolded");
  await page.reload();
  const you = person(page, "de", TEXTS);
  await you.button(TEXTS.de.page.restoreYes).click();
  await page.getByText(TEXTS.de.page.diagnosis.title).click();
  await line.waitFor();
  await page.locator("#tools select").selectOption("en");
  await me.loaded();
});

test("by a rule set in which an earlier claim is no reason, nobody is asked about one", async () => {
  const { diagnosis: later, page: laterWords } = textsUnder("2023-10").en;
  const other = await open({ path: "/?ruleset=2023-10" });
  await other.page.getByText(laterWords.diagnosis.title, { exact: true }).click();
  const { title, rules } = later.causes["subscription-already-claimed"];
  const cause = other.page
    .locator("#diagnosis > details")
    .getByRole("listitem")
    .filter({ has: other.page.getByText(title, { exact: true }) });
  await cause.getByText(later.statuses["ruled-out"], { exact: true }).waitFor();
  assert.ok(await cause.getByText(rules).isVisible());
  assert.equal(await other.page.getByText(later.statuses.confirmed, { exact: true }).count(), 0);
  await other.close();
});

test("all the while, nothing complained", () => assert.deepEqual(opened.problems(), []));

const box = () => page.locator("#diagnosis > details");
const titles = (all) => Object.values(all).map(({ title }) => title);
const identifier = () => box().getByLabel(words.diagnosis.identifier);
const conclusion = (state) => box().getByRole("heading", { name: conclusions[state] });
const question = (id) => box().getByRole("region", { name: ASKED[id].text });
const option = (id, answer) =>
  question(id).getByRole("button", { name: ASKED[id].options[answer], exact: true });
const change = (id) =>
  box().getByRole("button", { name: `${words.diagnosis.change}: ${ASKED[id].text}` });
const reply = (id, answer) => option(id, answer).click();
const focused = (node) => node.evaluate((one) => one === document.activeElement);

/** Opens the diagnosis and, where there is one, gives it the identifier. */
async function diagnose(id) {
  if (!(await box().evaluate((node) => node.open))) {
    await page.getByText(words.diagnosis.title, { exact: true }).click();
  }
  await identifier().waitFor();
  if (!id) return;
  await identifier().fill(id);
  await page.keyboard.press("Tab");
}

/** Opens a disclosure, which may be open from before. */
async function unfold(title) {
  const folded = box().locator("details:not([open]) > summary", { hasText: title });
  for (const summary of await folded.elementHandles()) await summary.click();
}

/** Titles of the causes with a status, in their order. */
function told(status) {
  return box()
    .getByRole("listitem")
    .filter({ has: page.getByText(status, { exact: true }) })
    .locator("strong")
    .allTextContents();
}
