// The page for portals: what runs on it, what it lets people copy, and what it tells.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { contentSecurityPolicy } from "../../scripts/serve.mjs";
import { usePage } from "./harness.mjs";
import { element } from "./host.mjs";
import { eventually, READY } from "./person.mjs";

const open = usePage();
const TAGS = [
  "cpor-claim-form",
  "cpor-activity-guide",
  "cpor-partner-id-guide",
  "cpor-claim-result",
];
/** What each outcome to look at shows. */
const MOCKED = { fix: ["Blocks"], confirm: ["To settle", "To settle"], ready: [] };
let opened;
let page;

before(async () => {
  opened = await open({ path: "/embed.html", viewport: { width: 1280, height: 900 } });
  ({ page } = opened);
  await ready(page);
});
after(() => opened.close());

/** The states of all elements, once they have loaded. */
const ready = (onPage) =>
  onPage.evaluate(
    (tags) =>
      Promise.all(
        [...document.querySelectorAll(tags)].map((node) =>
          node.whenReady().then(() => [node.localName, node.state]),
        ),
      ),
    TAGS,
  );

/** As `eventually`, and it must come true. */
async function until(ask, wished) {
  const answer = await eventually(ask, wished);
  assert.ok(wished(answer), JSON.stringify(answer));
  return answer;
}

test("every element runs, beside the markup that it was made from", async () => {
  const states = await ready(page);
  assert.deepEqual(new Set(states.map(([tag]) => tag)), new Set(TAGS));
  assert.ok(
    states.every(([, state]) => state === "ready"),
    JSON.stringify(states),
  );
  for (const [mock, weights] of Object.entries(MOCKED)) {
    const shown = page
      .locator(`cpor-claim-result[mock=${mock}]`)
      .getByRole("heading", { level: 3 });
    const titles = await shown.allTextContents();
    assert.deepEqual(
      titles.map((title) => title.split(":")[0]),
      weights,
      mock,
    );
  }
  const code = (name) => page.getByRole("region", { name: `Code: ${name}` }).innerText();
  assert.equal(
    await code("<cpor-claim-form>"),
    `<form action="/claims" method="post">
  <cpor-claim-form id="claim" name="claim" heading-level="3"></cpor-claim-form>
  <button>Send</button>
</form>`,
  );
  assert.match(await code("<cpor-claim-result>"), / claim='\{"customerTenantId":/);
});

test("every copy button says what it copies, and copies it", async () => {
  const copies = page.getByRole("button", { name: /^Copy: / });
  const names = await copies.evaluateAll((nodes) => nodes.map(({ ariaLabel }) => ariaLabel));
  assert.equal(names.length, await page.locator("pre").count());
  assert.equal(new Set(names).size, names.length, names.join());
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy: The policy it needs" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  // This page runs under what it recommends, or under less.
  const [, policy] = copied.split("Content-Security-Policy: ");
  const own = contentSecurityPolicy.split("; ");
  for (const directive of policy.split("; ")) {
    assert.ok(
      own.some((line) => line.startsWith(directive)),
      directive,
    );
  }
});

test("a check shows in the log; the form is sent with its fields, to nowhere", async () => {
  const form = element(page.locator("cpor-claim-form"));
  for (const [name, value] of Object.entries(READY)) {
    if (name !== "activity") await form.answer(name, value);
  }
  await form.check.click();
  await page.locator("#events summary").click();
  const log = page.getByRole("list", { name: "Events, the newest first" });
  await log.getByText(/^claim-checked · <cpor-claim-form> · verdict: /).waitFor();
  await page
    .locator("form")
    .first()
    .evaluate((node) => {
      node.noValidate = true;
      node.requestSubmit();
    });
  await log.getByText(/^submit · <form> · \d+ filled: .*claim\.product/).waitFor();
  await page.locator("#events summary").click();
});

test("a property and the theme reach the elements, and the style sheet to copy says the same", async () => {
  const guide = page.locator("cpor-activity-guide").first();
  const look = () =>
    guide.locator(".cpor").evaluate((box) => {
      const { backgroundColor, colorScheme } = getComputedStyle(box);
      return { backgroundColor, colorScheme };
    });
  const css = () => page.locator("#code-look").innerText();
  const before = await look();
  await page.getByLabel("--cpor-page").fill("#ffeedd");
  assert.equal((await look()).backgroundColor, "rgb(255, 238, 221)");
  assert.match(await css(), /--cpor-page: #ffeedd;/);
  await page.getByLabel("--cpor-control-height").fill("60");
  assert.match(await css(), /--cpor-control-height: 60px;/);
  await page.getByLabel("Light or dark").selectOption("Dark");
  assert.equal((await look()).colorScheme, "dark");
  await page.getByRole("button", { name: "Back to the defaults" }).click();
  assert.deepEqual(await look(), before);
  assert.doesNotMatch(await css(), /--cpor-page/);
});

test("the form of one's own shows what is wrong, in the language chosen", async () => {
  const own = page.locator("#own");
  await own.getByLabel("Tenant", { exact: true }).fill("nonsense");
  await own.getByLabel("Tenant", { exact: true }).blur();
  const message = own.locator(".cpor-message:visible").first();
  await message.waitFor();
  const english = await message.innerText();
  await page.getByLabel("Language of the elements").selectOption("de");
  await page
    .locator("cpor-claim-form")
    .getByRole("button", { name: "Jetzt prüfen", exact: true })
    .waitFor();
  await own.getByLabel("Tenant", { exact: true }).fill("unsinn");
  await own.getByLabel("Tenant", { exact: true }).blur();
  await until(
    () => message.innerText(),
    (text) => text && text !== english,
  );
  assert.deepEqual(opened.problems(), []);
});

for (const [width, colorScheme] of [
  [360, "light"],
  [360, "dark"],
  [1280, "light"],
  [1280, "dark"],
]) {
  test(`axe finds nothing, and nothing is cut off: ${width} px, ${colorScheme}`, async () => {
    const fresh = await open({
      path: "/embed.html",
      colorScheme,
      viewport: { width, height: 900 },
    });
    await ready(fresh.page);
    const overflow = await fresh.page.evaluate(
      () => document.documentElement.scrollWidth - innerWidth,
    );
    assert.equal(overflow, 0);
    // What lies under the bar at the foot of the window comes out from there by scrolling.
    assert.deepEqual(await fresh.axe({ known: [/^unsure: .*(obscured|overlaps|no value)/] }), []);
    assert.deepEqual(fresh.problems(), []);
    await fresh.close();
  });
}
