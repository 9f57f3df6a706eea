// What can be claimed, as a person finds it: exports of three customers in, a list out, and from it a file, rows, or one
// claim. What is expected is written by hand, as the page's texts have it.

import { readFile } from "node:fs/promises";
import { checkBatch, init } from "cpor-preflight";
import { expect, open, sampleFile, test } from "./page.mjs";

const button = (scope, name) => scope.getByRole("button", { name, exact: true });
const CUSTOMERS = [
  "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
  "7d20f7b1-6a54-4d0b-9c38-0f6f6a1b2c3d",
  "c1a5e9d3-0b74-4e2f-8d6a-3b9c7f1e5a20",
];
const SKUS = {
  DYN365_ENTERPRISE_SALES: "1e1a282c-9c54-43a2-9310-98ef728faace",
  DYN365_FINANCE: "55c9eb4e-c746-45b4-b255-9ab6b19d5c62",
  SPE_E5: "06ebc4ee-1bb5-47dd-8120-11324bc54e06",
};
const GRAPH = "https://graph.microsoft.com/v1.0/$metadata#";
const json = (name, value) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify(value)),
});

/** Subscriptions and SKUs of three customers, as Graph lists them; the last one has Microsoft 365, too. */
const EXPORTS = CUSTOMERS.flatMap((tenant, customer) => {
  const names = [
    "DYN365_ENTERPRISE_SALES",
    "DYN365_FINANCE",
    ...(customer === 2 ? ["SPE_E5"] : []),
  ];
  const id = (at) => `0b6f4c1e-2d83-47aa-9f1${customer}-6c2f8d1e5a0${at + 1}`;
  const subscriptions = names.map((skuPartNumber, at) => ({
    ...{ id: id(at), skuId: SKUS[skuPartNumber], skuPartNumber, status: "Enabled", isTrial: false },
    ...{ commerceSubscriptionId: id(at).replace("0b6f", "71d2"), totalLicenses: 20 },
    ...{ ownerId: null, ownerTenantId: null, ownerType: null },
    nextLifecycleDateTime: "2099-11-03T00:00:00Z",
    serviceStatus: [{ appliesTo: "User", provisioningStatus: "Success" }],
  }));
  const skus = names.map((skuPartNumber, at) => ({
    ...{ accountId: tenant, id: `${tenant}_${SKUS[skuPartNumber]}`, skuPartNumber },
    ...{ skuId: SKUS[skuPartNumber], capabilityStatus: "Enabled", consumedUnits: 3 },
    ...{ subscriptionIds: [id(at)], prepaidUnits: { enabled: 20 }, servicePlans: [] },
  }));
  return [
    json(`subscriptions-${customer}.json`, {
      "@odata.context": `${GRAPH}directory/subscriptions`,
      value: subscriptions,
    }),
    json(`skus-${customer}.json`, { "@odata.context": `${GRAPH}subscribedSkus`, value: skus }),
  ];
});

async function openEmpty(page) {
  await open(page, "#plan");
  await page.getByRole("heading", { name: "Find what you can claim" }).waitFor();
}

async function openPlan(page) {
  await openEmpty(page);
  await page.getByLabel("Choose files").setInputFiles(EXPORTS);
  await expect(page.locator("#plan-title")).toHaveText("18 possible claims");
}

/** What the partner says for all of them. */
async function say(page) {
  await page.getByLabel("Your Partner ID").fill("5357564");
  await page.getByLabel("Your role").selectOption("Incentives admin");
  await page.getByLabel("Helped them use it").check();
  await expect(page.getByText("6 of 6 chosen")).toBeVisible();
}

test("exports of three customers become a plan, and the plan a file that can be checked", async ({
  page,
}) => {
  await openPlan(page);
  await expect(page.getByText("From 7 subscriptions of 3 customers")).toBeVisible();
  await expect(page.getByText("Whose export is this?")).toHaveCount(0);
  await say(page);
  await page.getByText("1 can’t be claimed").click();
  await expect(page.getByText(/Microsoft 365 E5/)).toBeVisible();
  await page
    .getByRole("checkbox", { name: /^Choose: Dynamics 365 Finance/ })
    .first()
    .uncheck();
  await expect(page.getByText("5 of 6 chosen")).toBeVisible();
  const coming = page.waitForEvent("download");
  await button(page, "Download as a file").click();
  const given = await coming;
  expect(given.suggestedFilename()).toBe("cpor-plan.csv");
  const bytes = await readFile(await given.path());
  await init();
  const { rows, problems } = checkBatch(bytes, {}, { ruleset: "2023-10" });
  expect([rows, problems]).toEqual([5, []]);
  expect(bytes.toString().match(/,usage,/g)).toHaveLength(5);
});

test("what is chosen opens as rows, by the keyboard alone", { tag: "@firefox" }, async ({
  page,
}) => {
  await openPlan(page);
  await say(page);
  await page
    .getByRole("checkbox", { name: /^Choose: / })
    .nth(1)
    .focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("5 of 6 chosen")).toBeVisible();
  await button(page, "Open 5 in the grid").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#many-title")).toHaveText("Settle 5 of 5 claims first");
  expect(new URL(page.url()).hash).toBe("#many");
});

test("the focus stays where it is while the plan is made anew", async ({ page }) => {
  await openPlan(page);
  await page.getByLabel("Your role").selectOption("Incentives admin");
  await page.getByLabel("Helped them use it").check();
  await expect(page.locator("#plan-title")).toHaveText("6 possible claims");
  const box = page.getByRole("checkbox", { name: /^Choose: Dynamics 365 Finance/ }).nth(1);
  // Soon after a Partner ID, the plan is another one: what can be filed is chosen.
  await page.getByLabel("Your Partner ID").fill("5357564");
  await box.focus();
  await expect(page.getByText("6 of 6 chosen")).toBeVisible();
  await expect(box).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByText("5 of 6 chosen")).toBeVisible();
});

test("each line says what a claim needs and until when, and all or none are chosen at once", async ({
  page,
}) => {
  await openPlan(page);
  const lines = page.getByRole("list", { name: "Claims by customer" }).getByRole("listitem");
  const places = async (name) =>
    (
      await lines.evaluateAll(
        (all, attribute) => all.map((one) => one.getAttribute(attribute)),
        name,
      )
    )
      .map(Number)
      .sort((a, b) => a - b);
  await expect(lines.filter({ hasText: "Needs your Partner ID" }).first()).toBeVisible();
  await expect(lines.filter({ hasText: "Settle" })).toHaveCount(0);
  await say(page);
  await expect(lines).toHaveCount(9);
  expect(await places("aria-posinset")).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(new Set(await places("aria-setsize"))).toEqual(new Set([9]));
  for (const tenant of CUSTOMERS)
    await expect(lines.getByRole("heading", { name: tenant })).toBeVisible();
  const claims = lines.filter({ hasText: /Settle \d points? first/ });
  await expect(claims).toHaveCount(6);
  await expect(claims.filter({ hasText: "until November 3, 2099" })).toHaveCount(6);
  const tops = await lines.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  tops.sort((a, b) => a.top - b.top);
  for (const [at, { top }] of tops.slice(1).entries())
    expect(top).toBeGreaterThanOrEqual(tops[at].bottom - 1);
  await button(page, "Choose none").click();
  await expect(page.getByText("0 of 6 chosen")).toBeVisible();
  for (const name of ["Open 0 in the grid", "Download as a file"])
    await expect(button(page, name)).toBeHidden();
  await expect(claims.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await claims.getByRole("checkbox").first().check();
  await expect(button(page, "Open 1 in the grid")).toBeVisible();
  await button(page, "Choose all").click();
  await expect(page.getByText("6 of 6 chosen")).toBeVisible();
  await expect(claims.getByRole("checkbox", { checked: true })).toHaveCount(6);
  await page.getByText("1 can’t be claimed").click();
  const reason = page.getByRole("definition");
  await expect(reason).toHaveCount(1);
  await expect(reason.locator("small")).toHaveText("Microsoft 365 E5");
  await expect(page.getByRole("term")).toHaveText("1 subscription");
});

test("a planned claim opens as one", async ({ page }) => {
  await openPlan(page);
  await say(page);
  await page.getByText("Why: Dynamics 365 Finance").first().click();
  await button(page.locator("details[open]"), "Open as a claim").click();
  await expect(page.getByRole("heading", { name: "Your claim" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Product" })).toHaveValue("Dynamics 365 Finance");
  await expect(page.getByRole("region", { name: "Customer" })).toContainText(CUSTOMERS[0]);
});

test("own IDs that are put in need not be typed", async ({ page }) => {
  await openPlan(page);
  await button(page, "Paste or drop more").click();
  await page.getByLabel("Choose files").setInputFiles(sampleFile("partner-profile.csv"));
  await page.getByLabel("Your role").selectOption("Incentives admin");
  await expect(page.getByText("18 of 18 chosen")).toBeVisible();
});

/** Counts in the page, as `received`, the objects and lists that workers send; what is packed is one. */
function countReceived() {
  const count = (value) => {
    if (typeof value !== "object" || value === null) return 0;
    const members = ArrayBuffer.isView(value) ? [] : Object.values(value);
    return members.reduce((sum, one) => sum + count(one), 1);
  };
  window.received = 0;
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        window.received += count(data);
      });
    }
  };
}

test("of 9,000 claims, few are in the document, and few objects in the page", async ({ page }) => {
  await page.addInitScript(countReceived);
  const [head, first] = (await readFile(sampleFile("subscription-details.csv"), "utf8")).split(
    /\r?\n/,
  );
  const hex = (number) => number.toString(16).padStart(8, "0");
  const lines = Array.from({ length: 3000 }, (_, at) =>
    first
      .replace("0b6f4c1e", hex(at))
      .replace("3f1c7a52", hex(at >> 2))
      .replace("Indirect/CSP", "Enterprise")
      .replace(/2027-11-03/, "2099-11-03"),
  );
  await openEmpty(page);
  await page.getByLabel("Choose files").setInputFiles({
    ...{ name: "details.csv", mimeType: "text/csv" },
    buffer: Buffer.from([head, ...lines].join("\r\n")),
  });
  await expect(page.locator("#plan-title")).toHaveText(/^9,000 /);
  expect(await page.getByRole("listitem").count()).toBeLessThan(120);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(page.locator('[aria-posinset="9750"]')).toBeVisible();
  const received = await page.evaluate(() => window.received);
  expect(received).toBeGreaterThan(9);
  expect(received).toBeLessThan(900);
});

for (const colorScheme of ["light", "dark"])
  for (const dir of ["ltr", "rtl"])
    for (const width of [320, 1280])
      test(`axe finds nothing: ${colorScheme}, ${dir}, ${width}`, async ({ page, axe }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await openEmpty(page);
        await page.evaluate((to) => {
          document.documentElement.dir = to;
        }, dir);
        expect(await axe()).toEqual([]);
        await page.getByLabel("Choose files").setInputFiles(EXPORTS);
        await say(page);
        expect(await axe(COVERED)).toEqual([]);
        await page.getByText("1 can’t be claimed").click();
        await page.getByText("Why: Dynamics 365 Finance").first().click();
        expect(await axe(COVERED)).toEqual([]);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over).toBe(0);
      });

/** What lies under the bar and the panel; it was looked at without them. */
const COVERED = { known: [/^unsure: color-contrast: .* (overlapped by|overlaps) /] };
