// "Partner Center showed me an error": by its message or by choice, to what mends it.
import { DOMAIN, expect, open, paste, sampleFile, TENANT, test } from "./page.mjs";

const SALES = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const NOT_FOUND = `The subscription ${SALES} was not found or is not eligible.`;
const NO_MATCH = `The domain ${DOMAIN} does not match the tenant ${TENANT}.`;
const button = (page, name) => page.getByRole("button", { name, exact: true });
const heading = (page, name) => page.getByRole("heading", { name, exact: true });

test("from the first screen, the error can be chosen", { tag: "@firefox" }, async ({
  page,
  axe,
}) => {
  await open(page);
  await page.getByRole("link", { name: "Partner Center showed me an error" }).click();
  await expect(heading(page, "Partner Center showed me an error")).toBeVisible();
  await expect(page).toHaveTitle("Partner Center showed me an error");
  expect(await axe()).toEqual([]);
  await page.getByRole("button", { name: "The Partner ID isn’t accepted" }).click();
  await expect(heading(page, "The Partner ID isn’t accepted")).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Partner ID" })).toBeVisible();
  await button(page, "Another error").click();
  await expect(page.getByLabel("Paste the message")).toBeFocused();
});

test("a message in the box for anything opens its branch, with its facts filled in", async ({
  page,
  axe,
}) => {
  await open(page);
  await paste(page, NO_MATCH);
  await expect(heading(page, "Domain and tenant don’t match")).toBeVisible();
  expect(new URL(page.url()).hash).toBe("#error");
  await expect(page.getByRole("blockquote")).toHaveText(NO_MATCH);
  await expect(page.getByRole("textbox", { name: "Customer tenant ID" })).toHaveValue(TENANT);
  await expect(page.getByRole("textbox", { name: "Customer domain" })).toHaveValue(DOMAIN);
  await expect(button(page, "Look up the domain")).toBeVisible();
  expect(await axe()).toEqual([]);
  await page.evaluate(() => history.back());
  await expect(page.getByLabel("Paste or drop anything")).toBeVisible();
});

test("a swapped pair is mended on the branch by its button", async ({ page }) => {
  await open(page, "#error");
  await page.getByRole("button", { name: "Domain and tenant don’t match" }).click();
  const tenant = page.getByRole("textbox", { name: "Customer tenant ID" });
  const domain = page.getByRole("textbox", { name: "Customer domain" });
  await tenant.fill(DOMAIN);
  await domain.fill(TENANT);
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Swap with “Customer domain”" }).first().click();
  await expect(tenant).toHaveValue(TENANT);
  await expect(domain).toHaveValue(DOMAIN);
  await button(page, "Go to the claim").click();
  await expect(heading(page, `Claim for ${DOMAIN}`)).toBeVisible();
});

test("a subscription error: two answers confirm a cause, which can be changed", async ({
  page,
  axe,
}) => {
  await open(page, "#error");
  await paste(page, NOT_FOUND, page.getByLabel("Paste the message"));
  await expect(heading(page, "The subscription isn’t accepted")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Subscription ID" })).toHaveValue(SALES);
  await expect(
    heading(page, "No cause is confirmed yet. Your next answer narrows it down most."),
  ).toBeVisible();
  await button(page, "I don’t know").click();
  await button(page, "From a Cloud Solution Provider (CSP)").click();
  await expect(heading(page, "This explains the error.")).toBeFocused();
  await expect(heading(page, "Bought through CSP")).toBeVisible();
  expect(await axe()).toEqual([]);
  await button(page, "Change: How did the customer buy this subscription?").click();
  await button(page, "Through a Volume Licensing agreement").click();
  await expect(heading(page, "Bought through CSP")).toHaveCount(0);
});

test("an export answers at once", async ({ page }) => {
  await open(page, "#error");
  await paste(
    page,
    `The subscription ${SALES.replace(/1$/, "4")} is not valid for tenant ${TENANT}.`,
    page.getByLabel("Paste the message"),
  );
  await page.getByLabel("Choose files").setInputFiles(sampleFile("graph-subscriptions.json"));
  await expect(heading(page, "This explains the error.")).toBeVisible();
});

test("the answers are shared with the claim, and outlive language and reload", async ({ page }) => {
  await open(page, "#error");
  await page.getByRole("button", { name: "The subscription isn’t accepted" }).click();
  await page.getByRole("textbox", { name: "Subscription ID" }).fill(SALES);
  await button(page, "I don’t know").click();
  await button(page, "Directly from Microsoft online (Web-Direct)").click();
  await page.getByLabel("Language").selectOption("de");
  await expect(heading(page, "Ihre Antworten")).toBeVisible();
  await expect(page.getByText("Direkt bei Microsoft im Web (Web-Direct)")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Direkt bei Microsoft im Web (Web-Direct)")).toBeVisible();
  await page.goto("index.html?lang=en#claim");
  await button(page, "Show all").click();
  await expect(page.getByLabel("Purchase channel")).toHaveValue("web-direct");
});

test("the message to the customer and the text for support are ready to copy", async ({ page }) => {
  await open(page, "#error");
  await page.getByRole("button", { name: "The subscription isn’t accepted" }).click();
  await page.getByText("Message to the customer’s administrator").click();
  const letter = page.getByRole("textbox", { name: "Message" });
  await expect(letter).toHaveValue(/Microsoft/);
  await page.getByLabel("Written in").selectOption("de");
  await expect(letter).toHaveValue(/Guten Tag/);
});

test("a text that is no error stays, and says so", async ({ page }) => {
  await open(page, "#error");
  const text = page.getByLabel("Paste the message");
  await text.fill("Thank you very much");
  await button(page, "Read it").click();
  await expect(page.getByText("No error was recognized in it.")).toBeVisible();
  await expect(text).toHaveValue("Thank you very much");
});
