// Of many rows only those in sight are in the document: which these are, wherever the page is scrolled to, however tall all
// of them are together, and that the cell with the focus stays.

import { fileOf, openFile } from "./claims-file.mjs";
import { expect, test } from "./page.mjs";

const COUNT = 400;

async function openRows(page) {
  const products = Array.from({ length: COUNT }, (_, at) => ({ product: `Thing ${at + 2}` }));
  await openFile(page, fileOf("claims.csv", ...products));
}

/** The rows that are drawn, by number, in the order of the document and by where they lie in the window. */
const drawn = (page) =>
  page.locator(".grid-body").evaluate((body) => {
    const rows = [...body.children].map((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return { number: Number(row.ariaRowIndex), top, bottom };
    });
    const numbers = rows.map(({ number }) => number);
    const seen = rows.filter(({ top, bottom }) => bottom > 0 && top < innerHeight);
    const { height, top } = body.getBoundingClientRect();
    return {
      ...{ numbers, seen: seen.map(({ number }) => number), height, top },
      above: rows.filter(({ bottom }) => bottom <= 0).length,
      below: rows.filter(({ top }) => top >= innerHeight).length,
      gaps: rows.slice(1).map((row, at) => Math.round(row.top - rows[at].bottom)),
    };
  });

/** When what scrolling brings is drawn. */
async function scrollTo(page, share) {
  await page.evaluate(async (part) => {
    const body = document.querySelector(".grid-body");
    const start = body.getBoundingClientRect().top + scrollY;
    scrollTo(0, start + part * (body.offsetHeight - innerHeight));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, share);
}

const ascending = (numbers) => numbers.every((one, at) => !at || one === numbers[at - 1] + 1);

test("the rows in sight are drawn, and a few around them, one below the other", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openRows(page);
  for (const share of [0, 0.3, 0.7, 1]) {
    await scrollTo(page, share);
    const { numbers, seen, above, below, gaps, height } = await drawn(page);
    expect(ascending(numbers)).toBe(true);
    expect(Math.abs(height - COUNT * 40)).toBeLessThan(2);
    // 720 pixels show 18 rows of 40.
    expect(seen.length).toBeGreaterThanOrEqual(17);
    expect(seen.length).toBeLessThanOrEqual(20);
    expect(Math.abs(above - (share === 0 ? 0 : 6))).toBeLessThanOrEqual(1);
    // Above the first row there is none: as many more are drawn below.
    expect(Math.abs(below - (share === 1 ? 0 : share ? 6 : 12))).toBeLessThanOrEqual(1);
    expect(new Set(gaps)).toEqual(new Set([0]));
    const middle = 2 + share * (COUNT - 18) + 9;
    expect(Math.abs(seen[Math.floor(seen.length / 2)] - middle)).toBeLessThanOrEqual(2);
  }
  await page.setViewportSize({ width: 1280, height: 360 });
  await scrollTo(page, 0.5);
  const { seen } = await drawn(page);
  expect(seen.length).toBeLessThanOrEqual(11);
});

test("the cell with the focus stays in the document, and a key leads back to it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openRows(page);
  const cell = page.locator("[aria-rowindex='5'] > [aria-colindex='3']");
  await cell.click();
  await scrollTo(page, 0.5);
  await expect(cell).toBeFocused();
  const { numbers } = await drawn(page);
  expect(numbers[0]).toBe(5);
  expect(ascending(numbers.slice(1))).toBe(true);
  expect(numbers[1]).toBeGreaterThan(100);
  await page.keyboard.press("ArrowDown");
  const next = page.locator("[aria-rowindex='6'] > [aria-colindex='3']");
  await expect(next).toBeFocused();
  await expect(next).toBeInViewport();
  // Without the focus in it, its row goes; the first one that is there leads into the grid.
  await page.evaluate(() => document.activeElement.blur());
  await scrollTo(page, 0.9);
  const first = page.locator(".grid-body > [role=row]").first();
  await expect(first.locator("[aria-colindex='2']")).toHaveAttribute("tabindex", "0");
  expect((await drawn(page)).numbers[0]).toBeGreaterThan(300);
  await scrollTo(page, 0);
  await expect(page.locator("[tabindex='0'][role=gridcell]")).toHaveCount(1);
  await expect(next).toHaveAttribute("tabindex", "0");
});

test("a page is what is in sight, less three rows", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openRows(page);
  await page.locator("[role=gridcell][tabindex='0']").focus();
  for (const [key, number] of [
    ["PageDown", 17],
    ["PageDown", 32],
    ["PageUp", 17],
  ]) {
    await page.keyboard.press(key);
    await expect(page.locator(":focus").locator("xpath=..")).toHaveAttribute(
      "aria-rowindex",
      `${number}`,
    );
  }
});

test("where all rows are taller than a browser scrolls, every one can be reached", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openRows(page);
  // 400 rows of 30,000 pixels are more than 8 million.
  await page.evaluate(() => {
    document.styleSheets[0].insertRule(".grid-body > .grid-row { block-size: 30000px !important }");
    dispatchEvent(new Event("resize"));
  });
  const { height } = await drawn(page);
  expect(height).toBe(8_000_000);
  for (const [share, number] of [
    [0, 2],
    [0.5, 201],
    [1, 401],
  ]) {
    await scrollTo(page, share);
    const { seen, gaps } = await drawn(page);
    expect(Math.abs(seen[0] - number)).toBeLessThanOrEqual(1);
    expect(new Set(gaps)).toEqual(new Set([0]));
  }
  await scrollTo(page, 0);
  await page.locator("[role=gridcell][tabindex='0']").focus();
  for (const [key, number] of [
    ["Control+End", 401],
    ["ArrowUp", 400],
    ["Control+Home", 2],
    ["ArrowDown", 3],
  ]) {
    await page.keyboard.press(key);
    const at = page.locator(":focus");
    await expect(at.locator("xpath=..")).toHaveAttribute("aria-rowindex", `${number}`);
    await expect(at).toBeInViewport();
  }
  // From far away, a key leads back to the middle.
  await scrollTo(page, 0.5);
  await page.locator("[aria-rowindex='201'] > [aria-colindex='3']").dispatchEvent("click");
  await scrollTo(page, 0);
  await page.keyboard.press("ArrowDown");
  const back = page.locator("[aria-rowindex='202'] > [aria-colindex='3']");
  await expect(back).toBeFocused();
  await expect(back).toBeInViewport();
});

test("what is said of a cell is in sight, also in the last row", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await openRows(page);
  await page.locator("[role=gridcell][tabindex='0']").focus();
  await page.keyboard.press("Control+ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Open row 401 as a claim" })).toBeInViewport({
    ratio: 1,
  });
  await page.keyboard.press("Escape");
  await expect(page.locator("[aria-rowindex='401'] > [aria-colindex='2']")).toBeFocused();
});

test("a text that is typed takes the place of the cell’s; what is edited otherwise is marked as a whole", async ({
  page,
}) => {
  await openRows(page);
  const cell = page.locator("[aria-rowindex='3'] > [aria-colindex='6']");
  await cell.click();
  const box = page.getByRole("textbox", { name: "Product, row 3" });
  const selected = () =>
    box.evaluate((one) => one.value.slice(one.selectionStart, one.selectionEnd));
  await page.keyboard.press("F2");
  await expect(box).toHaveValue("Thing 3");
  expect(await selected()).toBe("Thing 3");
  await page.keyboard.type("Teams");
  await page.keyboard.press("Escape");
  await expect(cell).toHaveText("ProductThing 3");
  await page.keyboard.type("Y");
  await expect(box).toHaveValue("Y");
  expect(await selected()).toBe("");
  await page.keyboard.type("ammer");
  // The panel’s buttons are part of the cell.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Open row 3 as a claim" })).toBeFocused();
  await expect(box).toHaveValue("Yammer");
  await page.keyboard.press("Escape");
  await expect(cell).toHaveText("ProductThing 3");
  await cell.dblclick();
  await expect(box).toHaveCount(1);
  await page.keyboard.type("Intune");
  await page.locator("[aria-rowindex='8'] > [aria-colindex='6']").click();
  await expect(cell).toHaveText("ProductIntune");
  await expect(box).toHaveCount(0);
  await page.locator("[aria-rowindex='9'] > [aria-colindex='1']").click();
  await expect(page.getByRole("button", { name: "Open row 9 as a claim" })).toBeVisible();
  await page.getByRole("columnheader", { name: "Product" }).click();
  await expect(page.locator(".cell-edit")).toHaveCount(0);
  // A date is written as it is, whatever way the language runs.
  await page.getByRole("button", { name: "More columns" }).click();
  for (const [column, dir] of [
    [13, null],
    [3, "auto"],
  ]) {
    const other = page.locator(`[aria-rowindex='4'] > [aria-colindex='${column}']`);
    await other.click();
    await page.keyboard.press("Enter");
    const input = other.getByRole("textbox");
    expect(await input.getAttribute("dir")).toBe(dir);
    for (const [name, value] of Object.entries({
      spellcheck: "false",
      autocomplete: "off",
      type: "text",
    }))
      await expect(input).toHaveAttribute(name, value);
    await page.keyboard.press("Escape");
  }
});
