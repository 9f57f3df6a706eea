// The page in the visitor’s language, and by the rules of the claim’s day.
import { expect, HOME, open, ready, test } from "./page.mjs";

const GERMAN = "Einen CPOR-Anspruch prüfen, bevor Sie ihn einreichen";
const ENGLISH = "Check a CPOR claim before you file it";

for (const [locale, query, expected] of [
  ["de-AT", "", GERMAN],
  ["en-GB", "", ENGLISH],
  ["fr-FR", "", ENGLISH],
  ["en-GB", "?lang=de", GERMAN],
  ["de-DE", "?lang=en", ENGLISH],
  ["de-DE", "?lang=xx", GERMAN],
])
  test.describe(`a browser in ${locale} at ${query || "the page"}`, () => {
    test.use({ locale });

    test(`gets “${expected}”`, async ({ page }) => {
      await open(page, query);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(expected);
      await expect(page.locator("html")).toHaveAttribute("lang", expected === GERMAN ? "de" : "en");
    });
  });

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  for (const hash of ["", "#claim", "#error", "#guides", "#kept"])
    test(`no English is left at ${hash || "the first screen"}`, async ({ page }) => {
      await open(page, hash);
      await expect(page.locator("#main h1")).toBeVisible();
      const text = await page.locator("body").innerText();
      const english = /\b(the|with|your|and|what|which|fill|paste|choose|keep|not|of)\b/gi;
      expect(text.match(english)).toBe(null);
    });
});

test("the claim’s day decides by which rules it is judged, and names follow", async ({ page }) => {
  await open(page, "#claim");
  await page.getByRole("button", { name: "Show all" }).click();
  await page.locator("[data-key=customerDomain]").fill("contoso.com");
  await expect(page.getByText("By the rules of October 2023")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Partner ID", exact: true })).toBeVisible();
  const more = page.locator("[data-card=proof] summary");
  await more.click();
  await page.locator("[data-key=submittedOn]").fill("2021-05-03");
  await page.keyboard.press("Tab");
  await expect(page.getByText("By the rules of June 2020")).toBeVisible();
  await expect(page.getByRole("heading", { name: "MPN ID", exact: true })).toBeVisible();
  expect(new URL(page.url()).search).toBe("");
});

test("a day that is emptied leaves its field in sight, though other rules apply", async ({
  page,
}) => {
  await open(page, "#claim");
  await page.getByRole("button", { name: "Show all" }).click();
  await page.locator("[data-card=proof] summary").click();
  const day = page.locator("[data-key=submittedOn]");
  await day.fill("2021-05-03");
  await expect(page.getByText("By the rules of June 2020")).toBeVisible();
  await page.locator("[data-key=customerDomain]").fill("contoso.com");
  await day.fill("");
  await page.keyboard.press("Tab");
  await expect(page.getByText("By the rules of October 2023")).toBeVisible();
  await expect(day).toBeVisible();
});

test("a rule set that is none leaves it to the day", async ({ page }) => {
  await page.goto(`${HOME}?ruleset=1999-01`);
  await ready(page);
  await expect(page.getByLabel("Rules of")).toHaveValue("2023-10");
});
