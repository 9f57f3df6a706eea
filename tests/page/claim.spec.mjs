// A claim from what there is to a verdict, and what is wrong mended by its buttons. What is expected is written by
// hand, as the page's texts have it.

import { DOMAIN, expect, open, paste, TENANT, test } from "./page.mjs";
import { button, field, MAIL, OTHER, person, radio, rail, STATES, verdict } from "./person.mjs";

test("an email and two exports come to a verdict in three actions", { tag: "@firefox" }, async ({
  page,
  axe,
}) => {
  await open(page);
  const me = person(page);
  await me.paste(MAIL);
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  await me.drop(page.locator("#main"), "graph-subscriptions.json", "partner-profile.csv");
  await me.click(button(page, `It’s from ${DOMAIN}, 3f1c7a52…`));
  await expect(button(page, `Export: 6 subscriptions of ${DOMAIN}`)).toBeVisible();
  await expect(verdict(page)).toHaveText("Still to fill in: 5");
  expect(me.count).toBe(3);
  expect(await axe()).toEqual([]);
});

test("a good claim by hand takes ten actions at most, by keyboard alone", async ({ page }) => {
  await open(page);
  const me = person(page);
  await page.getByRole("link", { name: "Fill it in step by step" }).focus();
  await me.type("", "Enter");
  await field(page, "Customer tenant ID").focus();
  await me.type(TENANT);
  await button(page, "Next: Product").focus();
  await me.type("", "Enter");
  await expect(page.getByRole("combobox", { name: "Product" })).toBeFocused();
  await me.type("teams", "Enter");
  await button(page, "Next: Activity").focus();
  await me.type("", "Enter");
  await expect(field(page, "Partner ID")).toBeFocused();
  await me.type("5357564");
  await expect(page.getByLabel("Your role")).toBeFocused();
  await me.type("i");
  await radio(page, "Proof of execution", "Ready").focus();
  await me.type("", "Space");
  await radio(page, "Competing partner", "No").focus();
  await me.type("", "Space");
  await expect(verdict(page)).toHaveText("Settle 1 point first");
  expect(me.count).toBeLessThanOrEqual(10);
});

test("a good claim by hand takes ten actions at most, by pointer", async ({ page }) => {
  await open(page);
  const me = person(page);
  await me.click(page.getByRole("link", { name: "Fill it in step by step" }));
  await field(page, "Customer tenant ID").click();
  await me.type(TENANT, "Shift");
  await me.click(button(page, "Next: Product"));
  await me.type("teams", "Shift");
  await me.click(page.getByRole("option", { name: "Teams", exact: true }));
  await field(page, "Partner ID").click();
  await me.type("5357564");
  await me.choose(page.getByLabel("Your role"), "Incentives admin");
  await me.check(radio(page, "Proof of execution", "Ready"));
  await me.check(radio(page, "Competing partner", "No"));
  await expect(verdict(page)).toHaveText("Settle 1 point first");
  expect(me.count).toBeLessThanOrEqual(10);
});

test("a swapped pair is one thing to fix, and its button mends it", { tag: "@firefox" }, async ({
  page,
}) => {
  await STATES.blocked(page);
  await expect(page.locator("[aria-invalid]")).toHaveCount(2);
  await button(rail(page), "Swap with “Customer domain”").click();
  await expect(field(page, "Customer tenant ID")).toHaveValue(TENANT);
  await expect(field(page, "Customer domain")).toHaveValue("contoso.com");
  await expect(page.locator("[aria-invalid]")).toHaveCount(0);
  await expect(verdict(page)).toBeFocused();
  await button(page, "Undo").click();
  await expect(verdict(page)).toHaveText("Fix 1 thing");
});

test("the same button stands at the field, and leads back to it", async ({ page }) => {
  await STATES.blocked(page);
  const group = page.locator("[data-field=customerDomain]");
  await button(group, "Swap with “Customer tenant ID”").press("Enter");
  await expect(field(page, "Customer domain")).toHaveValue("contoso.com");
  await expect(field(page, "Customer domain")).toBeFocused();
});

test("why a finding is there leads to the card of its code", async ({ page }) => {
  await STATES.blocked(page);
  const finding = rail(page).locator("[data-code]").first();
  await button(finding, /^Why: /).click();
  const opened = page.context().waitForEvent("page");
  await finding.getByRole("link", { name: "More about this" }).click();
  const card = await opened;
  const code = card.locator("h1 + p > code");
  await expect(code).toHaveText((await finding.getAttribute("data-code")) ?? "");
  await expect(card).toHaveURL(/\/docs\/en\/codes\/[a-z-]+\.html$/);
});

test("a tenant that is another customer’s is mended by the one that the lookup names", async ({
  page,
}) => {
  await STATES.ready(page);
  await button(page, "Edit Customer").click();
  await field(page, "Customer tenant ID").fill(OTHER);
  await page.keyboard.press("Tab");
  await expect(verdict(page)).toHaveText(/^Fix /);
  await expect(rail(page).getByRole("heading", { level: 3 }).first()).toContainText(DOMAIN);
  await button(rail(page), "Use “3f1c7a52…”").click();
  await expect(field(page, "Customer tenant ID")).toHaveValue(TENANT);
  await expect(verdict(page)).toHaveText("File it");
});

test("an activity that the area does not have is mended by its button", async ({ page }) => {
  await STATES.ready(page);
  await button(page, "Edit Product").click();
  const product = page.getByRole("combobox", { name: "Product" });
  await product.fill("Teams");
  await page.keyboard.press("Tab");
  await expect(verdict(page)).toHaveText(/^Fix /);
  await button(rail(page), "Use “Use or consume”").click();
  await expect(page.getByText("Use or consume").first()).toBeVisible();
  await expect(rail(page).getByText("Build intent")).toHaveCount(0);
});

test("what is missing is no alarm until the check is asked for, and then leads to its field", async ({
  page,
}) => {
  await open(page, "#claim");
  await field(page, "Customer tenant ID").fill(TENANT);
  await page.keyboard.press("Tab");
  await expect(verdict(page)).toHaveText("Still to fill in: 6");
  await expect(page.locator(".is-block")).toHaveCount(0);
  await button(page, "Check it now").click();
  await expect(verdict(page)).toHaveText("Fix 3 things");
  await expect(verdict(page)).toBeFocused();
  await expect(page).toHaveTitle("Error: Fix 3 things");
  await rail(page).getByRole("heading", { level: 3 }).getByRole("button").last().click();
  await expect(field(page, "Partner ID")).toBeFocused();
  await page.keyboard.type("5357564");
  await page.keyboard.press("Tab");
  await expect(verdict(page)).toHaveText("Fix 2 things");
});

test("typing an ID key by key says nothing before the field is left", async ({ page }) => {
  await open(page, "#claim");
  const tenant = field(page, "Customer tenant ID");
  await tenant.focus();
  for (const sign of TENANT.slice(0, -1)) {
    await page.keyboard.type(sign);
    await expect(page.locator("[aria-invalid], .msg")).toHaveCount(0);
  }
  await page.keyboard.press("Tab");
  await expect(tenant).toHaveAttribute("aria-invalid", "true");
  await tenant.focus();
  await page.keyboard.press("End");
  await page.keyboard.type(TENANT.at(-1));
  await expect(page.locator("[aria-invalid], .msg")).toHaveCount(0);
});

test("what a text is read as is said, and what surrounds it is no mistake", async ({ page }) => {
  await open(page, "#claim");
  await field(page, "Customer domain").fill(" https://Contoso.com/path ");
  await page.keyboard.press("Tab");
  await expect(page.getByText("Read as: contoso.com")).toBeVisible();
  await field(page, "Customer tenant ID").fill(`{${TENANT.toUpperCase()}}\u200b `);
  await page.keyboard.press("Tab");
  await expect(page.getByText(`Read as: ${TENANT}`)).toBeVisible();
  await expect(page.locator("[aria-invalid]")).toHaveCount(0);
});

test("what could be two things is asked about once, with a button for each", async ({ page }) => {
  await open(page);
  await paste(page, `${OTHER} and 0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01`);
  const question = page.getByRole("group").filter({ hasText: `What is ${OTHER}?` });
  await button(question, "Customer tenant ID").click();
  await expect(question).toHaveCount(0);
  await button(page, "Show all").click();
  await expect(field(page, "Customer tenant ID")).toHaveValue(OTHER);
});

test("the rules of another time are a switch away where they say something else", async ({
  page,
}) => {
  await STATES.ready(page);
  await expect(page.getByText("By those of")).toHaveCount(0);
  await button(page, "Edit Customer").click();
  await field(page, "Customer domain").fill("");
  await page.keyboard.press("Tab");
  await expect(verdict(page)).toHaveText("File it");
  await expect(rail(page).getByText("By those of June 2020: Still to fill in: 1")).toBeVisible();
  await button(rail(page), "Still to fill in: 1").click();
  await expect(verdict(page)).toHaveText("Still to fill in: 1");
  await expect(rail(page).getByText("By the rules of June 2020")).toBeVisible();
  await expect(rail(page).getByText("By those of October 2023: File it")).toBeVisible();
});

test("a field that is emptied stays while somebody is in it", async ({ page }) => {
  await open(page, "#claim");
  await button(page, "Show all").click();
  await page.getByRole("combobox", { name: "Product" }).fill("Dynamics 365 Sales");
  await page.keyboard.press("Tab");
  await field(page, "Subscription ID").fill(OTHER);
  await page.getByRole("combobox", { name: "Product" }).fill("Teams");
  await page.keyboard.press("Tab");
  await field(page, "Subscription ID").fill("");
  await expect(field(page, "Subscription ID")).toBeFocused();
  await page.keyboard.type("7");
  await expect(field(page, "Subscription ID")).toHaveValue("7");
  await field(page, "Subscription ID").fill("");
  await page.keyboard.press("Tab");
  await expect(field(page, "Subscription ID")).toBeHidden();
});

test("what the result says of a field is said at the field, word for word", async ({
  page,
  axe,
}) => {
  await STATES.missing(page);
  await button(page, "Show all").click();
  const titles = await rail(page).getByRole("heading", { level: 3 }).getByRole("button").all();
  expect(titles.length).toBe(3);
  for (const title of titles) {
    const message = page.locator(".card .msg").filter({ hasText: await title.innerText() });
    await expect(message.locator(".vh")).toHaveText("Error:");
  }
  expect(await axe()).toEqual([]);
});

test("the result can be copied as a text without codes", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await STATES.blocked(page);
  await button(rail(page), "Copy the result").click();
  await expect(button(rail(page), "Copied")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^Fix 1 thing\n\nBy the rules of October 2023, /);
  expect(text).toContain("1. You entered a domain as the customer tenant ID.\n   ");
  expect(text).not.toMatch(/wrong-kind|\{/);
});

test("one check for each key, and nothing else of the page is touched", async ({ page }) => {
  await page.addInitScript(() => {
    window.checks = 0;
    const { Instance, instantiate } = WebAssembly;
    const counting = ({ exports }) => {
      const check = (...given) => {
        window.checks += 1;
        return exports.check(...given);
      };
      const all = { ...exports, ...(exports.check && { check }) };
      return Object.create(Instance.prototype, { exports: { value: all } });
    };
    WebAssembly.Instance = function counted(...given) {
      return counting(new Instance(...given));
    };
    WebAssembly.Instance.prototype = Instance.prototype;
    WebAssembly.instantiate = async (...given) => counting(await instantiate(...given));
  });
  await STATES.half(page);
  await button(page, "Fill in Partner ID").click();
  await expect(field(page, "Partner ID")).toBeFocused();
  await page.evaluate(async () => {
    // What the click before has left for later comes first.
    await new Promise((done) => setTimeout(done));
    window.checks = 0;
    window.touched = [];
    new MutationObserver((all) => {
      for (const { target } of all) window.touched.push(target.textContent);
    }).observe(document.getElementById("page"), {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await page.keyboard.type("535");
  await page.waitForFunction(() => document.activeElement.value === "535");
  const { checks, touched } = await page.evaluate(() => ({
    checks: window.checks,
    touched: window.touched,
  }));
  expect(checks).toBe(3);
  expect(touched).toEqual([]);
});
