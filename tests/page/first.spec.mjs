// The first screen: painted without any script, one box for anything, and little before it.
import { DOMAIN, expect, HOME, open, paste, ready, TENANT, test } from "./page.mjs";

const ASK = "Paste or drop anything";
const MAIL = `Hi,\n\nTenant ID: ${TENANT}\nDomain: ${DOMAIN}\n\nRegards`;

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the first screen is painted", async ({ page }) => {
    await page.goto(HOME);
    await expect(page.getByLabel(ASK)).toBeVisible();
    for (const name of [
      "Fill it in step by step",
      "Partner Center showed me an error",
      "Find what I can claim",
      "Try an example",
    ])
      await expect(page.getByRole("link", { name })).toBeVisible();
  });
});

test("what is typed before the script is there stays, with the focus", async ({ page }) => {
  await page.route("**/index.js", async (route) => {
    await page.getByLabel(ASK).fill("contoso.com");
    await route.continue();
  });
  await page.goto(HOME);
  await ready(page);
  await expect(page.getByLabel(ASK)).toHaveValue("contoso.com");
  await expect(page.getByLabel(ASK)).toBeFocused();
  await expect(page.getByRole("button", { name: "Read it" })).toBeVisible();
});

test("an email opens the claim, filled in", { tag: "@firefox" }, async ({ page, axe }) => {
  await open(page);
  await paste(page, MAIL);
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  await expect(page.locator("#verdict-title")).toHaveText("Still to fill in: 6");
  expect(await axe()).toEqual([]);
});

for (const locale of ["en-US", "de-DE"])
  for (const [width, height] of [
    [1280, 800],
    [360, 740],
  ])
    test.describe(`${locale}, ${width} × ${height}`, () => {
      test.use({ locale, viewport: { width, height }, colorScheme: "dark" });

      test("little stands before the box, and nothing has to be scrolled", async ({
        page,
        axe,
      }) => {
        await open(page);
        const measured = await page.evaluate(() => {
          const box = document.getElementById("any");
          const all = [...document.querySelectorAll("a, button, select, input, textarea, summary")];
          const shown = all.filter((node) => node.getClientRects().length > 0);
          const range = document.createRange();
          range.setStart(document.body, 0);
          range.setEndBefore(box);
          const before = range.cloneContents();
          for (const node of before.querySelectorAll("option:not([selected]), svg, script"))
            node.remove();
          return {
            stops: shown.indexOf(box),
            words: before.textContent.trim().split(/\s+/).length,
            height: document.documentElement.scrollHeight,
            width: document.documentElement.scrollWidth,
          };
        });
        console.log(JSON.stringify(measured));
        expect(measured.stops).toBeLessThanOrEqual(3);
        expect(measured.words).toBeLessThanOrEqual(40);
        expect(measured.height).toBeLessThanOrEqual(height);
        expect(measured.width).toBe(width);
        expect(await axe()).toEqual([]);
      });
    });
