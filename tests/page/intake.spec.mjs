// What is put in: chips, what is said of what is of no use, large files, and files of many claims.

import { DOMAIN, drop, expect, open, paste, TENANT, test } from "./page.mjs";
import { button, dropFiles, field, MAIL, person, STATES, verdict } from "./person.mjs";

const main = (page) => page.locator("#main");
const said = (page) => page.locator(".unread");

test("a chip is unfolded, corrected, removed, and comes back", async ({ page }) => {
  await STATES.half(page);
  const chip = page.getByRole("button", { name: `Text: Customer tenant ID 3f1c7a52…, ${DOMAIN}` });
  await chip.first().click();
  const text = page.getByRole("textbox", { name: "Read from it" });
  await expect(text).toHaveValue(MAIL);
  await text.fill(MAIL.replace(DOMAIN, "fabrikam.com"));
  await page.locator(".chip-panel").getByRole("button", { name: "Read it", exact: true }).click();
  const corrected = "Text: Customer tenant ID 3f1c7a52…, fabrikam.com";
  await button(page, `Remove: ${corrected}`).click();
  await expect(page.getByRole("heading", { name: "Your claim" })).toBeVisible();
  await button(page, "Undo").click();
  await expect(button(page, corrected)).toBeVisible();
});

test("a correction stays as it is typed while the page is drawn anew", async ({ page }) => {
  await STATES.half(page);
  await page
    .getByRole("button", { name: /^Text: Customer tenant ID/ })
    .first()
    .click();
  await page.getByRole("textbox", { name: "Read from it" }).fill("Domain: fabrikam.com");
  await page.getByLabel("Language").selectOption("de");
  const text = page.getByRole("textbox", { name: "Daraus gelesen" });
  await expect(text).toHaveValue("Domain: fabrikam.com");
  await page.locator(".chip-panel").getByRole("button", { name: "Lesen", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Anspruch für fabrikam.com" })).toBeVisible();
});

test("what is of no use stands there with why, and what would help", async ({ page, axe }) => {
  await open(page, "#claim");
  await dropFiles(page, main(page), ["azure-usage-report.csv"]);
  await expect(said(page)).toContainText("azure-usage-report.csv: ");
  await expect(said(page)).toContainText("CPOR doesn’t cover Azure.");
  await expect(said(page)).toContainText(
    "What would help: Subscriptions from Microsoft Graph, Subscribed SKUs from Microsoft Graph,",
  );
  expect(await axe()).toEqual([]);
});

test("a text with nothing for the claim stands there as it came", async ({ page }) => {
  await open(page);
  await paste(page, "See you on Monday\nat the station");
  await expect(said(page)).toContainText(
    "See you on Monday: Nothing for the claim was found in it.",
  );
  await button(page, "Text: nothing for the claim").click();
  await expect(page.getByRole("textbox", { name: "Read from it" })).toHaveValue(
    "See you on Monday\nat the station",
  );
});

test("IDs that no field takes are named", async ({ page }) => {
  await open(page);
  await paste(page, `${MAIL}\nOffer CFQ7TTC0LH18:0001:CFQ7TTC0K971`);
  await expect(said(page)).toContainText(
    "Not used: CFQ7TTC0LH18:0001:CFQ7TTC0K971. The claim has no place for that.",
  );
});

test("exports of several customers lead to the plan", async ({ page }) => {
  await open(page, "#claim");
  await dropFiles(page, main(page), ["graph-contracts.json"]);
  await expect(said(page)).toContainText("Exports of 2 customers.");
  await expect(
    said(page).getByRole("link", { name: "Find what you can claim for all of them" }),
  ).toHaveAttribute("href", "#plan");
});

test("a file of claims opens as many, and leads there from elsewhere", async ({ page }) => {
  await open(page, "#claim");
  await dropFiles(page, main(page), ["claims.csv"]);
  await expect(page.locator("#many-title")).toContainText("claims");
  const way = page.getByRole("link", { name: "Open it on the page for many claims" });
  await expect(way).toHaveCount(0);
  await page.evaluate(() => {
    location.hash = "#claim";
  });
  await way.click();
  await expect(page.locator("#many-title")).toContainText("claims");
});

test("what is typed stays, and what one thing alone had filled in goes with it", async ({
  page,
}) => {
  await open(page, "#claim");
  await field(page, "Customer domain").fill("fabrikam.com");
  await page.keyboard.press("Tab");
  await button(page, "Paste or drop more").click();
  await paste(page, MAIL);
  await button(page, "Show all").click();
  await expect(field(page, "Customer tenant ID")).toHaveValue(TENANT);
  await expect(field(page, "Customer domain")).toHaveValue("fabrikam.com");
  await page.getByRole("button", { name: /^Remove: Text/ }).click();
  await expect(field(page, "Customer tenant ID")).toHaveValue("");
  await expect(field(page, "Customer domain")).toHaveValue("fabrikam.com");
});

/** An export of so many subscriptions that reading it takes a while. */
const large = (rows) => {
  const id = (row) => `00000000-0000-4000-8000-${String(row).padStart(12, "0")}`;
  const value = Array.from({ length: rows }, (_, row) => ({
    id: id(row),
    skuPartNumber: "DYN365_ENTERPRISE_SALES",
    status: "Enabled",
    nextLifecycleDateTime: "2030-01-01T00:00:00Z",
    serviceStatus: [{ provisioningStatus: "Success", servicePlanName: "DYN365_ENTERPRISE_SALES" }],
  }));
  const context = "https://graph.microsoft.com/v1.0/$metadata#directory/subscriptions";
  return JSON.stringify({ "@odata.context": context, value });
};

test("a large file is read apart, and is there then", { tag: "@firefox" }, async ({ page }) => {
  await open(page, "#claim");
  const started = page.waitForEvent("worker");
  await drop(page, main(page), "large.json", large(8_000));
  await started;
  await expect(
    button(page, "Export: 8,000 subscriptions").or(button(page, "Export: 8000 subscriptions")),
  ).toBeVisible();
});

test("the reading of a large file can be stopped, and what was there stays", async ({ page }) => {
  await STATES.half(page);
  await drop(page, main(page), "large.json", large(60_000));
  await button(page, "Stop").click();
  await expect(button(page, "Stop")).toHaveCount(0);
  await expect(page.getByText("Reading …")).toBeHidden();
  await expect(page.getByRole("button", { name: /^Export/ })).toHaveCount(0);
  await expect(verdict(page)).toHaveText("Still to fill in: 6");
});

test("an export that is asked for opens the box and is named", async ({ page }) => {
  await STATES.settle(page);
  const me = person(page);
  await page.locator(".finding .unfold").first().click();
  await me.click(page.getByRole("button", { name: "Load the customer’s domains" }).first());
  await expect(
    page.getByText(/^What would help: The customer’s tenant from Microsoft Graph/),
  ).toBeVisible();
  await expect(page.getByLabel("Paste or drop anything")).toBeFocused();
});
