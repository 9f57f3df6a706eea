// The figures that the page is held to, printed as they are today.

import { expect, open, test } from "./page.mjs";
import { rail, STATES, verdict, wordsIn } from "./person.mjs";

const print = (name, figures) => console.log(`${name}: ${JSON.stringify(figures)}`);

for (const locale of ["en-US", "de-DE"])
  for (const [width, height, most] of [
    [1280, 800, 1_000],
    [360, 740, 1_500],
  ])
    test.describe(`${locale}, ${width} px`, () => {
      test.use({ locale, viewport: { width, height } });

      test("the empty claim is low", async ({ page }) => {
        await open(page, "#claim");
        await expect(page.locator("#verdict")).toBeVisible();
        const measured = await page.evaluate(() => ({
          height: document.documentElement.scrollHeight,
          width: document.documentElement.scrollWidth,
        }));
        const words = await wordsIn(page.locator("#verdict"));
        print(`empty, ${locale}, ${width} px`, { ...measured, words });
        expect(measured.height).toBeLessThanOrEqual(most);
        expect(measured.width).toBe(width);
        expect(words).toBeLessThanOrEqual(15);
      });
    });

for (const state of ["half", "blocked", "missing", "settle", "ready"])
  test(`a result says it in 60 words: ${state}`, async ({ page }) => {
    await STATES[state](page);
    const words = await wordsIn(rail(page));
    print(`words, ${state}`, { words, verdict: await verdict(page).innerText() });
    expect(words).toBeLessThanOrEqual(60);
  });

for (const state of ["blocked", "missing", "settle"])
  test(`every finding with a mend has a button: ${state}`, async ({ page }) => {
    await STATES[state](page);
    // Nobody but colleagues can say who has claimed it before.
    const all = page.locator(".finding:not([data-code=subscription-unverified])");
    for (const finding of await all.all()) {
      const mends = finding.locator("button[data-action], a.btn");
      expect(await mends.count(), await finding.innerText()).toBeGreaterThan(0);
    }
  });

test("the meter opens the list of checks, with what each rests on", async ({ page }) => {
  await STATES.settle(page);
  const meter = page.locator(".meter");
  await meter.locator("summary").click();
  const line = (id) => meter.locator(`[data-check=${id}]`);
  await expect(line("tenant-id")).toHaveText("Tenant ID: Fineas typed");
  await expect(line("role")).toHaveText("Role: Fineyou say so");
  await expect(line("subscription-status")).toHaveText(
    /^Subscription status: Fineshown by an export/,
  );
  await expect(line("tenant-domain")).toHaveText("Domain-tenant match: Openask the customer");
  await expect(meter.getByText("Not checked here")).toBeVisible();
});

for (const state of ["blocked", "settle", "ready"])
  test(`the verdict names its rules: ${state}`, async ({ page }) => {
    await STATES[state](page);
    await expect(page.getByText("By the rules of October 2023")).toBeVisible();
  });
