// Which activity, and which Partner ID: by a few answers into the claim.
import { expect, open, test } from "./page.mjs";

const guide = (page, name) => page.locator(`[data-guide=${name}]`);

test("the activity that fits goes into the claim by one button", async ({ page, axe }) => {
  await open(page, "#guides");
  await expect(page).toHaveTitle("Which partner role, and which Partner ID?");
  const activity = guide(page, "activity");
  await activity.getByLabel("We drive adoption and usage").check();
  await activity.getByLabel("Business Applications").check();
  await activity.getByLabel("Through a Volume Licensing agreement").check();
  const fitting = activity.locator("[data-fit=fits], [data-fit=depends]").first();
  await expect(fitting).toContainText("Usage");
  expect(await axe()).toEqual([]);
  await fitting.getByRole("button").click();
  await expect(fitting).toContainText("In the claim");
  await page.getByRole("button", { name: "Go to the claim" }).click();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.getByLabel("Helped them use it")).toBeChecked();
  await expect(page.getByLabel("Purchase channel")).toHaveValue("volume-licensing");
});

test("the ID of the location that is enrolled goes into the claim, and counts", async ({
  page,
  axe,
}) => {
  await open(page, "#guides");
  const own = guide(page, "partner-id");
  await own.getByRole("textbox", { name: "Partner ID" }).fill("1111111");
  await own.getByLabel("Belongs to").selectOption("The global account");
  await own.getByRole("button", { name: "Add an ID" }).click();
  const second = own.getByRole("group", { name: "ID 2", exact: true });
  await second.getByRole("textbox", { name: "Partner ID" }).fill("5357564");
  await second.getByLabel("Belongs to").selectOption("A location");
  await second.getByLabel("Enrolled").selectOption("Yes");
  await own.getByLabel("No", { exact: true }).check();
  // The only one that fits goes into the claim by itself.
  await expect(own.locator("[data-fit=fits]")).toContainText("In the claim");
  await expect(own.locator("[data-fit=does-not-fit]")).toContainText("1111111");
  expect(await axe()).toEqual([]);
  await page.getByRole("button", { name: "Go to the claim" }).click();
  await page.getByRole("button", { name: "Show all" }).click();
  const id = page.getByRole("textbox", { name: "Partner ID", exact: true });
  await expect(id).toHaveValue("5357564");
  await page.goto("index.html#guides");
  await expect(own.getByRole("group", { name: "ID 2", exact: true })).toBeVisible();
});

test("what was answered outlives another language", async ({ page }) => {
  await open(page, "#guides");
  await guide(page, "activity").getByLabel("We drive adoption and usage").check();
  await page.getByLabel("Language").selectOption("de");
  await expect(page.getByRole("heading", { name: "Was passt" })).toBeVisible();
  await expect(page.locator("[data-guide=activity] input:checked")).toHaveCount(1);
});
