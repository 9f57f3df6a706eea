// What the form says beside its fields, above them and aloud, and when.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { usePage } from "./harness.mjs";
import {
  eventually,
  listen,
  OTHER_TENANT,
  paste,
  person,
  sampleFile,
  TENANT,
  TEXTS,
} from "./person.mjs";

const open = usePage();
const { page: words, fields, findings, severities, kinds, options } = TEXTS.en;
const GUIDS = ["customerTenantId", "subscriptionId", "ownTenantId"];

/** What a person may enter by mistake, and the words for just that mistake. */
const MISTAKES = [
  ["customerTenantId", TENANT.slice(0, -1), "tenant-id-malformed", "too-short"],
  ["customerTenantId", `${TENANT}0`, "tenant-id-malformed", "too-long"],
  ["customerTenantId", TENANT.replace("a", "g"), "tenant-id-malformed", "bad-character"],
  ["customerTenantId", "3f1c7a5-29b0e-4d6a-8c27-5e41f0a9d3b6", "tenant-id-malformed", "shape"],
  ["customerTenantId", "contoso.com", "tenant-id-wrong-kind", "domain"],
  ["customerTenantId", "ann@contoso.com", "tenant-id-wrong-kind", "email"],
  ["customerTenantId", "5357564", "tenant-id-wrong-kind", "partner-id"],
  ["customerTenantId", "CFQ7TTC0LH18:0001:CFQ7TTC0K971", "tenant-id-wrong-kind", "offer-id"],
  ["customerTenantId", "common", "tenant-id-reserved", "multi-tenant"],
  ["customerTenantId", "00000000-0000-0000-0000-000000000000", "tenant-id-reserved", "nil"],
  [
    "customerTenantId",
    "9188040d-6c67-4c5b-b112-36a304b66dad",
    "tenant-id-reserved",
    "personal-accounts",
  ],
  ["subscriptionId", TENANT.slice(0, -1), "subscription-id-malformed", "too-short"],
  ["subscriptionId", `${TENANT}0`, "subscription-id-malformed", "too-long"],
  ["subscriptionId", TENANT.replace("a", "g"), "subscription-id-malformed", "bad-character"],
  ["subscriptionId", "3f1c7a5-29b0e-4d6a-8c27-5e41f0a9d3b6", "subscription-id-malformed", "shape"],
  ["subscriptionId", "CFQ7TTC0LH18:0001:CFQ7TTC0K971", "subscription-id-wrong-kind", "offer-id"],
  ["subscriptionId", "MS-AZR-0145P", "subscription-id-wrong-kind", "azure-offer"],
  ["subscriptionId", "94e858b6d855", "subscription-id-wrong-kind", "order-id"],
  ["customerDomain", `${"a".repeat(64)}.com`, "domain-malformed", "too-long"],
  ["customerDomain", "con_toso!.com", "domain-malformed", "bad-character"],
  ["customerDomain", "contoso..com", "domain-malformed", "shape"],
  ["customerDomain", TENANT, "domain-wrong-kind", "guid"],
  ["partnerId", "53575a4", "partner-id-malformed", "bad-character"],
  ["partnerId", "123456789012345678901", "partner-id-malformed", "too-long"],
  ["partnerId", "contoso.com", "partner-id-wrong-kind", "domain"],
];

/** What people paste, and what it is read as. */
const READINGS = [
  ["customerTenantId", `{${TENANT.toUpperCase()}}`, TENANT],
  ["customerTenantId", ` \u00a0${TENANT}\u200b\ufeff`, TENANT],
  ["customerTenantId", TENANT.replaceAll("-", ""), TENANT],
  ["customerDomain", "contoso", "contoso.onmicrosoft.com"],
  ["customerDomain", "https://Contoso.com/about?x=1", "contoso.com"],
  ["customerDomain", "contoso.com.", "contoso.com"],
  ["customerDomain", "ann@contoso.com", "contoso.com"],
  ["customerDomain", "münchen.example", "xn--mnchen-3ya.example"],
  ["partnerId", "MPN ID: 535 7564", "5357564"],
];

let page;
let problems;
let me;

before(async () => {
  ({ page, problems } = await open({ permissions: ["clipboard-read", "clipboard-write"] }));
  me = person(page);
  await me.loaded();
});

test("every control has a visible label and a hint that belongs to it", async () => {
  for (const [name, { label, hint }] of Object.entries(fields)) {
    const shown = page.getByText(label, { exact: true }).first();
    assert.ok(await shown.isVisible(), label);
    assert.deepEqual(await me.described(name), [hint], name);
    assert.equal(await me.field(name).getAttribute("placeholder"), null, name);
  }
});

test("the form leaves the browser's own bubbles and corrections out", async () => {
  assert.ok(await me.check.evaluate((button) => button.form.noValidate));
  for (const name of [...GUIDS, "customerDomain", "partnerId"]) {
    assert.equal(await me.field(name).getAttribute("spellcheck"), "false", name);
    assert.equal(await me.field(name).getAttribute("dir"), "ltr", name);
  }
  assert.equal(await me.field("partnerId").getAttribute("inputmode"), "numeric");
  assert.equal(await me.field("customerDomain").getAttribute("inputmode"), "url");
});

test("the page says that it decides nothing, and by which rules of what day it checks", async () => {
  assert.ok(await page.getByText(words.decides, { exact: true }).first().isVisible());
  assert.ok(await me.result.getByText(words.decides).isVisible());
  const rules = page.getByRole("link", { name: "Text of October 10, 2023", exact: true });
  assert.match(await rules.getAttribute("href"), /^https:\/\/learn\.microsoft\.com\//);
});

test("passing through the form without an entry raises nothing", async () => {
  for (const name of Object.keys(fields)) {
    if (options[name]) continue;
    await me.field(name).focus();
    await page.keyboard.press("Tab");
  }
  assert.deepEqual(await me.errors(), []);
  assert.deepEqual(await me.findings(), []);
});

for (const [field, text, code, reason] of MISTAKES) {
  test(`${fields[field].label}: ${reason}`, async () => {
    await me.field(field).fill(text);
    assert.deepEqual(await me.errors(), [], "nothing while it is typed");
    await page.keyboard.press("Tab");
    assert.deepEqual(await me.errors(), [field]);
    const { what, next } = findings[code];
    const expected = said(what, reason).replace("{kind}", kinds[reason]);
    const [error, help, hint, ...rest] = await me.described(field);
    assert.equal(error, `${words.common.error}: ${expected}`);
    assert.equal(help.trim(), said(next, reason));
    assert.deepEqual([hint, ...rest], [fields[field].hint]);
    const label = fields[field].shortLabel.toLowerCase();
    assert.ok(error.toLowerCase().includes(label), "the error repeats the label");
    assert.ok((await page.title()).startsWith(`${words.common.error}: `));
    await clear();
    await gone(field);
  });
}

test("each kind of mistake has words of its own", async () => {
  const told = MISTAKES.map(([, , code, reason]) => {
    return said(findings[code].what, reason).replace("{kind}", kinds[reason]);
  });
  assert.equal(new Set(told).size, told.length);
});

test("the word “Error” before a message is there for the ear, not for the eye", async () => {
  await me.answer("partnerId", "abc");
  const prefix = page.getByText(`${words.common.error}:`, { exact: true });
  const { width, height } = await prefix.boundingBox();
  assert.ok(width <= 1 && height <= 1, `${width} × ${height}`);
  await clear();
});

test("a press that leaves a wrong field behind still reaches its button", async () => {
  // Both in sight: the error that comes up at the field moves the button down.
  await page.setViewportSize({ width: 1280, height: 1600 });
  await me.field("ownTenantId").focus();
  await page.keyboard.type("abc");
  await me.check.scrollIntoViewIfNeeded();
  const { x, y } = await me.check.boundingBox();
  await page.mouse.move(x + 10, y + 10);
  await page.mouse.down();
  await page.waitForTimeout(50);
  await page.mouse.up();
  assert.ok(await me.summary().isVisible(), "the check was asked for");
  await page.setViewportSize({ width: 1280, height: 720 });
  await clear();
});

test("what is left wrong shows; what is put right is clean in the same frame", async () => {
  for (const [field, wrong, key] of [
    ["partnerId", "5357564a", "Backspace"],
    ["customerTenantId", TENANT.slice(0, -1), TENANT.at(-1)],
    ["customerDomain", "contoso.com-", "Backspace"],
  ]) {
    await me.answer(field, wrong);
    assert.deepEqual(await me.errors(), [field]);
    await me.field(field).focus();
    await page.keyboard.press("End");
    await me.field(field).evaluate((node) => {
      const seen = () => [
        node.getAttribute("aria-invalid"),
        document.querySelectorAll("[aria-invalid=true]").length,
        document.title,
      ];
      window.frame = new Promise((done) => {
        const inFrame = () => requestAnimationFrame(() => done(seen()));
        node.addEventListener("input", inFrame, { once: true });
      });
    });
    await page.keyboard.press(key);
    assert.deepEqual(await page.evaluate(() => window.frame), [null, 0, words.title], field);
    await gone(field);
    await clear();
  }
});

test("an ID that is typed key by key raises nothing before it is left", async () => {
  for (const field of GUIDS) {
    await me.field(field).focus();
    for (const key of TENANT) {
      await page.keyboard.type(key);
      assert.equal(await complaints(), 0, key);
    }
    await page.keyboard.press("Tab");
    assert.equal(await complaints(), 0);
    await clear();
  }
});

test("nor does an ID that is typed where the check has missed one", async () => {
  await me.check.click();
  assert.ok((await me.errors()).includes("customerTenantId"));
  await me.field("customerTenantId").focus();
  for (const key of TENANT.slice(0, -1)) {
    await page.keyboard.type(key);
    assert.ok(!(await me.errors()).includes("customerTenantId"), key);
  }
  await page.keyboard.press("Tab");
  assert.ok((await me.errors()).includes("customerTenantId"), "left incomplete");
  await clear();
});

test("a correction inside an ID raises nothing either", async () => {
  await me.answer("customerTenantId", TENANT);
  await me.field("customerTenantId").focus();
  await page.keyboard.press("Home");
  for (const key of ["Delete", "Delete", "3", "f"]) {
    await page.keyboard.press(key);
    assert.equal(await complaints(), 0, key);
  }
  assert.equal(await me.field("customerTenantId").inputValue(), TENANT);
  await clear();
});

test("what is typed and taken back is checked as it stands when it is left", async () => {
  const field = me.field("customerTenantId");
  const press = (key) => page.keyboard.press(key);
  await me.answer("customerTenantId", TENANT.slice(0, -1));
  assert.deepEqual(await me.errors(), ["customerTenantId"]);
  await field.focus();
  await press("End");
  await press(TENANT.at(-1));
  assert.deepEqual(await me.errors(), []);
  await press("Backspace");
  await press("Tab");
  assert.deepEqual(await me.errors(), ["customerTenantId"], "to the browser, nothing has changed");
  await me.answer("customerTenantId", "");
});

test("a mistake that is pasted shows at once", async () => {
  await paste(page, me.field("customerTenantId"), TENANT.slice(0, 18));
  assert.deepEqual(await me.errors(), ["customerTenantId"]);
  await page.keyboard.type(TENANT.slice(18));
  assert.deepEqual(await me.errors(), []);
  await clear();
});

for (const [field, text, read] of READINGS) {
  test(`${fields[field].label} is read as ${read} from ${JSON.stringify(text)}`, async () => {
    await paste(page, me.field(field), text);
    await page.getByText(`${words.form.read} ${read}`, { exact: true }).waitFor();
    assert.deepEqual(await me.errors(), []);
    assert.equal(await me.field(field).inputValue(), text, "what was entered stays");
    await clear();
  });
}

test("the whole form can be checked at any time, and the summary takes over", async () => {
  assert.ok(await me.check.isEnabled());
  await me.check.click();
  const summary = me.summary();
  assert.ok(await summary.evaluate((node) => node === document.activeElement), "has the focus");
  const links = await summary.getByRole("link").allTextContents();
  assert.deepEqual(links, [
    findings["tenant-id-missing"].what,
    findings["solution-area-missing"].what,
    findings["activity-missing"].what,
    findings["partner-id-missing"].what,
  ]);
  const heading = summary.getByRole("heading", { level: 2 });
  assert.equal(await heading.textContent(), "There are 4 problems in the form");
  const wrong = await me.errors();
  const inline = await Promise.all(wrong.map(async (name) => (await me.described(name))[0]));
  assert.deepEqual(
    inline,
    links.map((text) => `${words.common.error}: ${text}`),
    "same words, same order",
  );
  const alert = summary.getByRole("alert");
  assert.equal(await alert.getByRole("link").count(), links.length, "an alert inside, not itself");
  assert.ok(await me.check.isEnabled());
  assert.ok((await page.title()).startsWith(`${words.common.error}: `));
});

test("a link in the summary leads to its field, with the label in view", async () => {
  for (const [place, name, press] of [
    [0, "customerTenantId", (link) => link.click()],
    [1, "solutionArea", (link) => link.press("Enter")],
    [2, "activity", (link) => link.click()],
    [3, "partnerId", (link) => link.press("Enter")],
  ]) {
    await press(me.summary().getByRole("link").nth(place));
    const field = me.field(name);
    const target = options[name] ? field.getByRole("radio").first() : field;
    assert.ok(await target.evaluate((node) => node === document.activeElement), name);
    const label = page.getByText(fields[name].label, { exact: true }).first();
    const { y, height } = await label.boundingBox();
    assert.ok(y >= 0 && y + height <= page.viewportSize().height, `${name}: label at ${y}`);
  }
  assert.equal(await me.summary().getAttribute("tabindex"), null, "read, it is ordinary content");
  assert.equal(await me.summary().getByRole("alert").count(), 0);
});

test("a link goes the moment its error does, down to the last one", async () => {
  await me.answer("customerTenantId", TENANT);
  await me.answer("customerDomain", "contoso.com");
  await me.answer("solutionArea", "microsoft-365");
  await me.answer("product", "Teams");
  const heading = me.summary().getByRole("heading", { level: 2 });
  assert.equal(await heading.textContent(), "There are 2 problems in the form");
  await me.answer("activity", "usage");
  assert.equal(await heading.textContent(), "There is 1 problem in the form");
  assert.deepEqual(await me.summary().getByRole("link").allTextContents(), [
    findings["partner-id-missing"].what,
  ]);
  await me.field("partnerId").fill("5357564");
  assert.equal(await me.summary().count(), 0, "while it is typed");
  assert.equal(await page.title(), words.title);
  assert.deepEqual(await me.errors(), []);
});

test("an error that another answer makes moot is gone from field and summary", async () => {
  await me.answer("ownTenantId", TENANT);
  assert.deepEqual(await me.errors(), ["customerTenantId"]);
  await me.check.click();
  assert.deepEqual(await me.summary().getByRole("link").allTextContents(), [
    findings["tenant-id-is-own"].what.other,
  ]);
  await me.answer("ownTenantId", OTHER_TENANT);
  assert.deepEqual(await me.errors(), []);
  assert.equal(await me.summary().count(), 0);
});

test("an answer is called what it is called in the area that was chosen", async () => {
  const { page: fresh, close } = await open();
  const other = person(fresh);
  await other.loaded();
  const usage = () =>
    other.field("activity").locator("label").filter({ hasText: "Usage" }).innerText();
  assert.equal(await usage(), options.activity.usage);
  await other.answer("solutionArea", "microsoft-365");
  assert.equal(await usage(), "Use or consume (until 2023: Usage)");
  await other.answer("activity", "usage");
  await other.answer("solutionArea", "business-applications");
  assert.equal(await usage(), "Usage recognition - Non-Incentivized (until 2023: Usage)");
  await close();
});

test("a finding between two fields names both and leads from one to the other", async () => {
  await me.answer("ownTenantId", TENANT);
  const [error] = await me.described("customerTenantId");
  for (const name of ["customerTenantId", "ownTenantId"]) {
    assert.ok(error.toLowerCase().includes(fields[name].label.toLowerCase()), name);
  }
  await page.getByRole("link", { name: goTo("ownTenantId"), exact: true }).click();
  assert.ok(await isFocused("ownTenantId"));
  await me.answer("ownTenantId", "");

  await me.answer("customerTenantId", OTHER_TENANT);
  await me.answer("customerDomain", "contoso.onmicrosoft.com");
  await page
    .getByLabel(words.evidence.choose, { exact: true })
    .setInputFiles(sampleFile("openid-contoso.json"));
  await eventually(me.errors, (wrong) => wrong.length > 0);
  assert.deepEqual(await me.errors(), ["customerTenantId"]);
  const [mismatch] = await me.described("customerTenantId");
  const expected = findings["tenant-domain-mismatch"].what.other;
  assert.equal(mismatch, `Error: ${expected.replace("{domain}", "contoso.onmicrosoft.com")}`);
  await page.getByRole("link", { name: goTo("customerDomain"), exact: true }).click();
  assert.ok(await isFocused("customerDomain"));
  await me.answer("customerTenantId", TENANT);
  assert.deepEqual(await me.errors(), []);
});

test("what speaks against the claim is told in the result, not as an error of a field", async () => {
  await me.answerAll({
    solutionArea: "business-applications",
    product: "Dynamics 365 Sales",
    purchaseChannel: "csp",
    userRole: "other",
  });
  const told = await me.findings();
  for (const expected of [
    `${severities.blocks}: ${findings["role-not-permitted"].what}`,
    `${severities.blocks}: ${findings["channel-not-eligible"].what.csp}`,
  ]) {
    assert.ok(told.includes(expected), expected);
  }
  assert.deepEqual(await me.errors(), []);
  assert.equal(await page.title(), words.title);
  assert.deepEqual(await me.described("purchaseChannel"), [fields.purchaseChannel.hint]);
  assert.equal(await me.verdict(), TEXTS.en.verdicts.fix.title);
  const card = me.result
    .getByRole("listitem")
    .filter({ hasText: findings["channel-not-eligible"].what.csp });
  const { why, next } = findings["channel-not-eligible"];
  for (const text of [why, next])
    assert.ok(await card.getByText(said(text, ""), { exact: true }).isVisible());
  assert.match(await card.getByRole("link").last().textContent(), /^Rule set 2023-10: /);
  await card.getByRole("link", { name: fields.purchaseChannel.label, exact: true }).click();
  const chosen = me.field("purchaseChannel").getByRole("radio", { checked: true });
  assert.ok(await chosen.evaluate((node) => node === document.activeElement));
});

test("each of the three severities has its word, and only the first one decides", async () => {
  await me.answerAll({
    userRole: "billing-admin",
    purchaseChannel: "unknown",
    competingPartner: "unknown",
  });
  await me.check.click();
  const told = await me.findings();
  for (const severity of ["warns", "informs"]) {
    assert.ok(
      told.some((text) => text.startsWith(`${severities[severity]}: `)),
      severity,
    );
  }
  assert.ok(!told.some((text) => text.startsWith(severities.blocks)));
  assert.equal(await me.verdict(), TEXTS.en.verdicts.confirm.title);
  const looks = await Promise.all(
    ["blocks", "warns", "informs"].map((severity) => severities[severity]),
  );
  assert.equal(new Set(looks).size, 3);
});

test("one region speaks, once and briefly", async () => {
  assert.equal(await page.locator("[aria-live], [role=status], [role=log], output").count(), 1);
  // What the check before has to say comes late enough not to talk into the typing.
  const { title } = TEXTS.en.verdicts.confirm;
  const live = () => page.locator("[aria-live]").textContent();
  await eventually(live, (text) => text.startsWith(title));
  const said = await listen(page);
  await me.answer("purchaseChannel", "csp");
  await me.answer("purchaseChannel", "other");
  await me.answer("purchaseChannel", "csp");
  const spoken = await eventually(said, (all) => all.length > 0);
  assert.equal(spoken.length, 1);
  assert.match(
    spoken[0],
    new RegExp(`^${TEXTS.en.verdicts.fix.title}. ${severities.blocks}: 1\\b`),
  );
  assert.ok(spoken[0].length <= 150);
  await me.field("product").focus();
  await me.result.getByRole("heading", { level: 2 }).focus();
  await page.waitForTimeout(800);
  assert.equal((await said()).length, 1, "moving the focus says nothing anew");
});

test("a check that takes long says so, a short one does not", async () => {
  const waiting = me.result.getByText(words.result.busy);
  assert.ok(!(await waiting.isVisible()));
  assert.equal(await me.result.getAttribute("aria-busy"), null);
  let letGo;
  const held = new Promise((done) => {
    letGo = done;
  });
  const slow = await open({
    async prepare(fresh) {
      await fresh.clock.install();
      await fresh.route(/skus/, async (route) => {
        await held;
        await route.continue();
      });
    },
  });
  const other = person(slow.page);
  await other.loaded();
  await slow.page.clock.pauseAt(Date.now() + 60_000);
  await other.answer("product", "DYN365_FINANCE");
  await slow.page.clock.runFor(300);
  assert.ok(!(await other.result.getByText(words.result.busy).isVisible()), "a short wait");
  await slow.page.clock.runFor(200);
  await other.result.getByText(words.result.busy).waitFor();
  assert.equal(await other.result.getAttribute("aria-busy"), "true");
  letGo();
  await slow.page.clock.resume();
  await other.result.getByText(words.result.busy).waitFor({ state: "hidden" });
  assert.equal(await other.result.getAttribute("aria-busy"), null);
  assert.deepEqual(slow.problems(), []);
  await slow.close();
});

test("a failed check keeps every answer, and a reload offers them again", async () => {
  await me.answer("customerTenantId", "not a tenant");
  await me.answer("product", "Teams");
  await me.check.click();
  assert.equal(await me.field("customerTenantId").inputValue(), "not a tenant");
  const radios = page.getByRole("radio", { checked: true });
  const chosen = await radios.count();
  await page.reload();
  await me.loaded();
  assert.equal(await me.field("customerTenantId").inputValue(), "", "only offered");
  assert.ok(await page.getByText(words.restore, { exact: true }).isVisible());
  await me.button(words.restoreYes).click();
  assert.equal(await me.field("customerTenantId").inputValue(), "not a tenant");
  assert.equal(await me.field("product").inputValue(), "Teams");
  assert.equal(await radios.count(), chosen);
  await me.button(words.clear).click();
  assert.equal(await me.field("product").inputValue(), "");
  assert.equal(await radios.count(), 0);
  await me.button(words.undo).click();
  assert.equal(await me.field("product").inputValue(), "Teams");
  assert.equal(await radios.count(), chosen);
});

test("going on to another page and back keeps the answers, too", async () => {
  await page.goto("about:blank");
  await page.goBack();
  await me.loaded();
  const restore = me.button(words.restoreYes);
  if (await restore.isVisible()) await restore.click();
  assert.equal(await me.field("product").inputValue(), "Teams");
});

test("who types slowly sees the same as who types fast, and hears no error", async () => {
  const slow = await open({ prepare: (fresh) => fresh.clock.install() });
  const other = person(slow.page);
  await other.loaded();
  const said = await listen(slow.page);
  await other.answer("userRole", "global-admin");
  await other.field("customerTenantId").focus();
  for (const key of TENANT) {
    await slow.page.keyboard.type(key);
    await slow.page.clock.runFor(2000);
    const wrong = await slow.page.locator("[aria-invalid=true]").count();
    assert.equal(wrong, 0, key);
    assert.deepEqual(await other.findings(), []);
    assert.equal(await slow.page.title(), words.title);
  }
  assert.ok((await said()).every((text) => !text.includes(severities.blocks)));
  assert.deepEqual(slow.problems(), []);
  await slow.close();
});

test("all the while, nothing complained", () => assert.deepEqual(problems(), []));

/** A text that may depend on a reason. */
function said(text, reason) {
  return typeof text === "string" ? text : (text[reason] ?? text.other);
}

const goTo = (name) => words.form.goTo.replace("{field}", fields[name].label);

const isFocused = (name) => me.field(name).evaluate((node) => node === document.activeElement);

/** Nothing of an error is left at a field. */
async function gone(field) {
  assert.deepEqual(await me.described(field), [fields[field].hint]);
  assert.equal(await me.field(field).getAttribute("aria-invalid"), null);
  assert.equal(await page.title(), words.title);
}

/** How much the page holds against what is typed, in all its places. */
async function complaints() {
  const wrong = await page.locator("[aria-invalid=true]").count();
  const title = (await page.title()) === words.title ? 0 : 1;
  return wrong + title + (await me.findings()).length;
}

async function clear() {
  await me.button(words.clear).click();
}
