// The claim in every state, both themes, both directions and two widths: axe finds nothing, and nothing runs over.

import { expect, test } from "./page.mjs";
import { STATES } from "./person.mjs";

for (const state of Object.keys(STATES))
  for (const colorScheme of ["light", "dark"])
    test.describe(`${state}, ${colorScheme}`, () => {
      test.use({ colorScheme });

      test("axe finds nothing", async ({ page, axe }) => {
        await STATES[state](page);
        for (const dir of ["ltr", "rtl"])
          for (const width of [1280, 320]) {
            await page.setViewportSize({ width, height: 800 });
            await page.evaluate((value) => {
              document.documentElement.dir = value;
              scrollTo(0, 0);
            }, dir);
            expect(await axe(), `${dir}, ${width} px`).toEqual([]);
            const across = await page.evaluate(() => document.documentElement.scrollWidth);
            expect(across, `${dir}, ${width} px`).toBe(width);
          }
      });
    });

test.describe("forced colors and little motion", () => {
  test.use({ forcedColors: "active", reducedMotion: "reduce" });

  for (const state of ["blocked", "unfolded"])
    test(`${state}`, async ({ page, axe }) => {
      await STATES[state](page);
      expect(await axe()).toEqual([]);
    });
});

test("wider spacing of text and 400 % lose nothing", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await STATES.unfolded(page);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }",
    );
    document.adoptedStyleSheets.push(sheet);
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
