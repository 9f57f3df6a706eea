// What a person does and takes back, again and again, leaves nothing behind in the page.
import { expect, open, paste, test } from "./page.mjs";
import { MAIL } from "./person.mjs";
import { CYCLES, grown } from "./random/growth.mjs";

// What records a page holds on to what was in it.
test.use({ trace: "off" });

for (const [name, cycle] of Object.entries(CYCLES))
  test(`nothing grows by this: ${name}`, async ({ page }) => {
    await page.clock.install();
    await open(page);
    await paste(page, MAIL);
    await page.locator("[data-key=all]").click();
    expect(await grown(page, cycle)).toBe("");
  });
