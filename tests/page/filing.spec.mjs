// Around filing: the letter to the customer and their reply, what happens next, the proof of execution, what the claim
// form asks for, and what follows a status.

import { readFile } from "node:fs/promises";
import { expect, paste, TENANT, test } from "./page.mjs";
import { button, fold, radio, rail, STATES, verdict } from "./person.mjs";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

test("one letter asks the customer, also in their language", async ({ page }) => {
  await STATES.settle(page);
  await fold(page, "2 more to settle").click();
  await button(rail(page), "Ask the customer").first().click();
  const letter = page.getByRole("textbox", { name: "Message", exact: true });
  await expect(letter).toHaveValue(/verified in the tenant 3f1c7a52/);
  await page.getByLabel("Written in").selectOption("de");
  await expect(letter).toHaveValue(/contoso.onmicrosoft.com im Mandanten/);
  await expect(letter).toHaveAttribute("lang", "de");
  await button(rail(page), "Copy Message").click();
  await expect(button(rail(page), "Copied Message")).toBeVisible();
  expect(await copied(page)).toContain(await letter.inputValue());
  const mail = page.getByRole("link", { name: "Open in the mail program" });
  expect(await mail.getAttribute("href")).toMatch(/^mailto:\?subject=\S+&body=\S+3f1c7a52/);
});

test("the reply fills in what it says for certain", { tag: "@firefox" }, async ({ page, axe }) => {
  await STATES.settle(page);
  await fold(page, "Ask the customer").click();
  await expect(page.getByRole("textbox", { name: "Message", exact: true })).toHaveValue(/^Hello/);
  await paste(page, "Hi,\n1. yes\n2. no\n\nRegards", page.getByLabel("Paste the reply"));
  await expect(rail(page).getByText("1 answer is in the claim.")).toBeVisible();
  await expect(page.getByText("Domain-tenant match: Yes")).toBeVisible();
  await expect(radio(page, "Competing partner", "No")).toBeChecked();
  expect(await axe()).toEqual([]);
});

test("an answer that is not clear is asked about, with two buttons", async ({ page }) => {
  await STATES.settle(page);
  await fold(page, "Ask the customer").click();
  await expect(page.getByRole("textbox", { name: "Message", exact: true })).toHaveValue(/^Hello/);
  await page.getByLabel("Paste the reply").fill("1. yes\n2. I think there was somebody\n");
  await button(page, "Read the reply").click();
  const question = page.locator(".said .question");
  await expect(question).toContainText("does “I think there was somebody” mean yes or no?");
  await button(question, "Yes").click();
  await expect(question).toHaveCount(0);
  await expect(radio(page, "Competing partner", "Yes")).toBeChecked();
});

test("what happens next is there with its days, and for a calendar", async ({ page }) => {
  await page.clock.setFixedTime("2026-11-20T12:00:00Z");
  await STATES.ready(page);
  await fold(page, "What happens next").click();
  const steps = page.locator("details[data-fold=next]");
  await expect(steps.getByText("November 20, 2026", { exact: true }).first()).toBeVisible();
  await steps.getByLabel("Name in the calendar").fill("Contoso, Sales");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    button(steps, "Add to calendar").click(),
  ]);
  expect(download.suggestedFilename()).toBe("cpor-claim.ics");
  const calendar = await readFile(await download.path(), "utf8");
  expect(calendar).toContain("DTSTART;VALUE=DATE:20261120\r\n");
  expect(calendar).toContain("SUMMARY:Contoso\\, Sales: Submit the claim\r\n");
  expect(calendar).not.toContain(TENANT);
});

test("points of the proof that are ticked stay so, in another language too", async ({ page }) => {
  await STATES.ready(page);
  await fold(page, "Proof of execution").click();
  await page.getByRole("checkbox", { name: /^Customer’s signature/ }).check();
  await expect(fold(page, "Proof of execution")).toContainText("1 of 12");
  await page.getByLabel("Language").selectOption("de");
  await expect(fold(page, "Ausführungsnachweis")).toContainText("1 von 12");
  await expect(page.getByRole("checkbox", { name: /^Unterschrift des Kunden/ })).toBeChecked();
});

test("all that the claim form asks for is there to copy", async ({ page }) => {
  await STATES.ready(page);
  const form = page.locator("details[data-fold=form]");
  await expect(form.getByText(TENANT)).toBeVisible();
  await button(form, "Copy Customer tenant ID").click();
  expect(await copied(page)).toBe(TENANT);
  await button(form, "Copy all").click();
  await expect(button(form, "Copied")).toBeVisible();
  expect(await copied(page)).toMatch(/^Solution area: .*\nPartner role: Build intent - Advisor\n/);
  await expect(form.getByRole("link", { name: "Open claims in Partner Center" })).toHaveAttribute(
    "href",
    /^https:\/\/partner\.microsoft\.com\/dashboard\/incentives\//,
  );
});

test("on paper stand verdict and texts, and no buttons", async ({ page }) => {
  await STATES.ready(page);
  await page.emulateMedia({ media: "print" });
  await expect(verdict(page)).toBeVisible();
  await expect(page.locator("details[data-fold=form]").getByText(TENANT)).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
});

test("a status leads to its last days, what mends its reason, and texts", async ({ page, axe }) => {
  await page.clock.setFixedTime("2026-11-22T12:00:00Z");
  await STATES.ready(page);
  await fold(page, "Already filed?").click();
  const filed = page.locator("details[data-fold=filed]");
  await filed.getByLabel("Status in Partner Center").selectOption("Partner action required");
  await filed.getByLabel("Since").fill("2026-11-20");
  await expect(filed.getByText("Last day to answer Microsoft")).toBeVisible();
  await expect(filed.getByText("December 10, 2026")).toBeVisible();
  await filed.getByLabel("Microsoft’s reason").selectOption("The customer’s signature is missing");
  await expect(filed.getByText("Have the customer sign the document.")).toBeVisible();
  await button(filed, "Copy Answer in the comments of the claim").click();
  expect(await copied(page)).toContain("What you asked for: The customer’s signature is missing");
  expect(await axe()).toEqual([]);
});

test("the proof’s finding opens its checklist", async ({ page }) => {
  await STATES.ready(page);
  await button(page, "Edit Proof and competition").click();
  await radio(page, "Proof of execution", "Missing").check();
  await expect(verdict(page)).toHaveText(/^(Settle|Fix) 1 /);
  await rail(page).locator("[data-action=open-guide]").first().click();
  await expect(page.getByRole("checkbox", { name: /^Customer’s signature/ })).toBeVisible();
});
