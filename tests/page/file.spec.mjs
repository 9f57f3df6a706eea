// The page in one file, opened from disk: all of it works, and nothing is asked for.
import { pathToFileURL } from "node:url";
import { inRoot } from "../../scripts/tools.mjs";
import { goesThroughAll } from "./journey.mjs";
import { DOMAIN, expect, paste, ready, TENANT, test } from "./page.mjs";

const FILE = pathToFileURL(inRoot("dist", "cpor-preflight.html")).href;

test.beforeEach(async ({ seen }) => {
  seen.expect(/^foreign request: file:/);
});

test.afterEach(({ seen }) => {
  const asked = seen.requests.filter((url) => !/^(file|blob|data):/.test(url));
  expect(asked).toEqual([]);
});

async function open(page, hash = "") {
  await page.goto(FILE + hash);
  await ready(page);
}

test("an email, the example, an error and the guides", { tag: "@firefox" }, async ({
  page,
  axe,
}) => {
  await open(page);
  await expect(page.locator(".foot")).toContainText("as a file");
  await expect(page.getByRole("link", { name: "For portals" })).toHaveCount(0);
  await paste(page, `Tenant ID: ${TENANT}\nDomain: ${DOMAIN}`);
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  // Nobody can be asked from here.
  await page.getByText("To settle: 1").click();
  await expect(page.getByRole("button", { name: "Look up the domain" })).toHaveCount(0);
  expect(await axe()).toEqual([]);
  await page.getByRole("link", { name: "cpor-preflight" }).click();
  await page.getByRole("link", { name: "Try an example" }).click();
  await expect(page.locator("#verdict-title")).toHaveText("File it");
  await page.getByRole("link", { name: "cpor-preflight" }).click();
  await page.getByRole("link", { name: "Partner Center showed me an error" }).click();
  await page.getByRole("button", { name: "The subscription isn’t accepted" }).click();
  await expect(page.getByRole("heading", { name: /None of the known causes/ })).toBeVisible();
  await page.getByLabel("Language").selectOption("de");
  await expect(
    page.getByRole("heading", { name: "Partner Center zeigt einen Fehler" }),
  ).toBeVisible();
});

test("all the rest of it", async ({ page }) => {
  await goesThroughAll(page, FILE);
});

test("a reload keeps the claim", async ({ page }) => {
  await open(page);
  await paste(page, `Tenant ID: ${TENANT}\nDomain: ${DOMAIN}`);
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
});
