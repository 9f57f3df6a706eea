// Ways through the page: by links, back and forward, in another language, by other rules, in other colors, in another
// tab. What the person is in the middle of stays.
import { DOMAIN, expect, HOME, open, paste, ready, TENANT, test } from "./page.mjs";

const ASK = "Paste or drop anything";
const box = (page, name) => page.getByRole("textbox", { name, exact: true });

test("back and forward lead to the same place", { tag: "@firefox" }, async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 500 });
  await open(page);
  await page.getByRole("link", { name: "Fill it in step by step" }).click();
  await box(page, "Customer domain").fill(DOMAIN);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.evaluate(() => scrollTo(0, 400));
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(400);
  await page.evaluate(() => history.back());
  await expect(page.getByLabel(ASK)).toBeVisible();
  await expect(page.getByRole("link", { name: "Fill it in step by step" })).toBeFocused();
  await page.evaluate(() => history.forward());
  await expect(box(page, "Customer domain")).toHaveValue(DOMAIN);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(400);
});

test("back leads to the view before, also after other colors were chosen, and keeps them", {
  tag: "@firefox",
}, async ({ page }) => {
  await open(page);
  await page.getByRole("link", { name: "Fill it in step by step" }).click();
  await expect(page.getByRole("heading", { name: "Your claim" })).toBeVisible();
  await page.getByRole("button", { name: "Colors: as the system" }).click();
  await page.getByLabel("Language").selectOption("de");
  await expect(page.getByRole("heading", { name: "Ihr Anspruch" })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("Fügen Sie alles ein, was Sie haben")).toBeVisible();
  expect(new URL(page.url()).search).toBe("?theme=light&lang=de");
  await page.goForward();
  await expect(page.getByRole("heading", { name: "Ihr Anspruch" })).toBeVisible();
});

test("the link to the content stays in the view", async ({ page }) => {
  await open(page, "#claim");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await expect(page.getByRole("heading", { name: "Your claim" })).toBeVisible();
});

test("the name leads back to the first screen", async ({ page }) => {
  await open(page, "#claim");
  await page.getByRole("link", { name: "cpor-preflight" }).click();
  await expect(page.getByLabel(ASK)).toBeVisible();
  await expect(page.getByRole("link", { name: "cpor-preflight" })).toHaveCount(0);
});

test("a text that is being typed stays in another language, with its selection", {
  tag: "@firefox",
}, async ({ page }) => {
  await open(page);
  const typed = page.locator("#any");
  await typed.fill("not read yet");
  await typed.evaluate((node) => node.setSelectionRange(4, 8));
  // The menu of languages takes the focus of who uses it; here the address asks while somebody types.
  await page.evaluate(() => {
    const menu = document.querySelector("[data-key=language]");
    menu.value = "de";
    menu.dispatchEvent(new Event("change"));
  });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Einen CPOR-Anspruch prüfen, bevor Sie ihn einreichen",
  );
  await expect(typed).toHaveValue("not read yet");
  await expect(typed).toBeFocused();
  expect(await typed.evaluate((node) => [node.selectionStart, node.selectionEnd])).toEqual([4, 8]);
});

test("language, rules and colors stay with the claim, and are in the address", async ({
  page,
  axe,
}) => {
  await open(page);
  await paste(page, `Tenant ID: ${TENANT}\nDomain: ${DOMAIN}`);
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  await page.getByLabel("Language").focus();
  await page.getByLabel("Language").selectOption("de");
  await expect(page.getByRole("heading", { name: `Anspruch für ${DOMAIN}` })).toBeVisible();
  await expect(page.locator("#verdict-title")).toHaveText("Noch auszufüllen: 6");
  await expect(page.getByLabel("Sprache")).toBeFocused();
  await page.getByLabel("Regeln vom").selectOption("2020-06");
  await expect(page.getByText("Nach den Regeln vom Juni 2020")).toBeVisible();
  await page.getByRole("button", { name: "Farben: wie das System" }).click();
  await page.getByRole("button", { name: "Farben: hell" }).click();
  const { search } = new URL(page.url());
  expect(search).toBe("?lang=de&ruleset=2020-06&theme=dark");
  expect(await axe()).toEqual([]);
});

test("another tab, and the other pages, have what was chosen", async ({ page, context }) => {
  const chosen = "?lang=de&ruleset=2020-06&theme=dark";
  await open(page, `${chosen}#claim`);
  await expect(page.getByRole("heading", { name: "Ihr Anspruch" })).toBeVisible();
  const portals = page.getByRole("link", { name: "Für Portale" });
  expect(await portals.getAttribute("href")).toBe(`embed.html${chosen}`);
  const other = await context.newPage();
  await other.goto(HOME + chosen);
  await ready(other);
  await expect(other.getByLabel("Regeln vom")).toHaveValue("2020-06");
  await expect(other.locator("html")).toHaveAttribute("data-theme", "dark");
  await other.getByRole("link", { name: "Für Portale" }).click();
  await expect(other.getByLabel("Language of the elements")).toHaveValue("de");
  await expect(other.getByLabel("Light or dark")).toHaveValue("dark");
  await other.getByRole("link", { name: "cpor-preflight" }).click();
  await expect(other).toHaveURL(new RegExp(`/${chosen.replace("?", "\\?")}$`));
});

test("what is behind # and no view leads to the first screen", async ({ page }) => {
  await open(page, "#nowhere");
  await expect(page.getByLabel(ASK)).toBeVisible();
});

test("an example can be asked for by its address", async ({ page }) => {
  await open(page, "#example");
  await expect(page.locator("#verdict-title")).toHaveText("File it");
  expect(new URL(page.url()).hash).toBe("#claim");
});
