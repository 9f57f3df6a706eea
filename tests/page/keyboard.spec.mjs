// All of the page by keyboard alone, with the focus always in sight.
import { expect, open, TENANT, test } from "./page.mjs";

test("from the first screen to a verdict", { tag: "@firefox" }, async ({ page }) => {
  await open(page);
  for (const name of ["Skip to the content", "Language", "Colors: as the system"]) {
    await page.keyboard.press("Tab");
    await expect(page.getByLabel(name).or(page.getByRole("link", { name }))).toBeFocused();
  }
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Paste or drop anything")).toBeFocused();
  await page.keyboard.type(`Tenant ID: ${TENANT}`);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Your claim" })).toBeVisible();
  await expect(page.locator("#main")).toBeFocused();
});

test("an error: choose, answer, and on to the claim", async ({ page }) => {
  await open(page, "#error");
  const press = async (name) => {
    await page.getByRole("button", { name }).focus();
    await page.keyboard.press("Enter");
  };
  await press("The subscription isn’t accepted");
  await expect(
    page.getByRole("heading", { name: "The subscription isn’t accepted" }),
  ).toBeFocused();
  await press("I don’t know");
  await expect(page.locator("#asked")).toBeFocused();
  await press("From a Cloud Solution Provider (CSP)");
  await expect(page.getByRole("heading", { name: "This explains the error." })).toBeFocused();
  await press("Go to the claim");
  await expect(page.locator("#main")).toBeFocused();
});

for (const [width, height] of [
  [1280, 800],
  [360, 740],
])
  for (const hash of ["", "#claim", "#error", "#guides", "#kept"])
    test(`at ${width} px, the focus is always in sight and goes on: ${hash || "first screen"}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await open(page, hash);
      const count = await page.evaluate(
        () =>
          [
            ...document.querySelectorAll("a[href], button, select, input, textarea, summary"),
          ].filter((node) => node.checkVisibility()).length,
      );
      const seen = new Set();
      for (let at = 0; at < count; at += 1) {
        await page.keyboard.press("Tab");
        const focus = await page.evaluate(() => {
          const node = document.activeElement;
          if (!node || node === document.body) return undefined;
          window.ids ??= new Map();
          if (!window.ids.has(node)) window.ids.set(node, window.ids.size);
          // A choice of files is seen by its label.
          const box = (node.type === "file" ? node.closest("label") : node).getBoundingClientRect();
          const isIn = box.bottom > 0 && box.top < innerHeight;
          return { id: window.ids.get(node), isIn, name: node.outerHTML.slice(0, 80) };
        });
        if (!focus) break;
        expect(focus.isIn, focus.name).toBe(true);
        seen.add(focus.id);
      }
      // Of several radios, one is a stop.
      expect(seen.size).toBeGreaterThan(4);
    });
