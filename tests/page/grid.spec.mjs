// The rows as cells: each key leads where it does in a spreadsheet, and does to a cell what it does there.

import { expect, open, test } from "./page.mjs";

const HEAD =
  "customerTenantId,customerDomain,solutionArea,product,activity,partnerId,userRole,competingPartner,proofOfExecution";
const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const PRODUCTS = ["Teams", "Exchange Online", "SharePoint Online", "Yammer", "Intune"];
const LINES = PRODUCTS.map(
  (product) =>
    `${TENANT},contoso.com,microsoft-365,${product},usage,5357564,incentives-admin,no,ready`,
);

async function openRows(page) {
  await open(page, "#many");
  await page.getByRole("heading", { name: "Check many claims at once" }).waitFor();
  const buffer = Buffer.from([HEAD, ...LINES, ""].join("\r\n"));
  await page
    .getByLabel("Choose files")
    .setInputFiles({ name: "x.csv", mimeType: "text/csv", buffer });
  const grid = page.getByRole("grid", { name: "Claims" });
  await grid.waitFor();
  await expect(page.locator("#many-title")).toHaveText(/^(Settle|File) /);
  const names = await grid.getByRole("columnheader").allInnerTexts();
  await page.locator('[aria-rowindex="2"] > [role=gridcell][tabindex="0"]').focus();
  /** Row and column of the cell that has the focus. */
  const at = () =>
    page.evaluate(() => {
      const cell = document.activeElement.closest("[aria-colindex]");
      const row = cell?.closest("[role=row]").getAttribute("aria-rowindex");
      return [Number(row), Number(cell?.getAttribute("aria-colindex"))];
    });
  return { grid, names, at };
}

test("each key leads where it does in a spreadsheet", async ({ page }) => {
  const { names, at } = await openRows(page);
  const todo = names.indexOf("What to do") + 1;
  const last = names.length;
  for (const [key, row, column] of [
    ["ArrowDown", 3, todo],
    ["ArrowUp", 2, todo],
    ["ArrowUp", 2, todo],
    ["ArrowLeft", 2, todo],
    ["ArrowRight", 2, todo + 1],
    ["ArrowRight", 2, todo + 2],
    ["ArrowLeft", 2, todo + 1],
    ["End", 2, last],
    ["ArrowRight", 2, last],
    ["Control+ArrowDown", 6, last],
    ["ArrowDown", 6, last],
    ["Home", 6, todo],
    ["Control+ArrowUp", 2, todo],
    ["Control+End", 6, last],
    ["Control+Home", 2, todo],
    ["PageDown", 6, todo],
    ["PageUp", 2, todo],
    ["Alt+ArrowDown", 2, todo],
    ["Shift", 2, todo],
    ["x", 2, todo],
  ]) {
    await page.keyboard.press(key);
    expect(await at(), key).toEqual([row, column]);
  }
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  for (const [key, column] of [
    ["ArrowLeft", todo + 1],
    ["ArrowRight", todo],
  ]) {
    await page.keyboard.press(key);
    expect(await at(), key).toEqual([2, column]);
  }
});

test("keys empty a cell, take that back, and begin its text anew", async ({ page }) => {
  const { grid, names, at } = await openRows(page);
  const column = names.indexOf("Customer domain") + 1;
  const domain = page.locator(`[aria-rowindex="2"] > [aria-colindex="${column}"]`);
  while ((await at())[1] !== column) await page.keyboard.press("ArrowRight");
  for (const key of ["Delete", "Backspace"]) {
    await page.keyboard.press(key);
    await expect(domain).not.toContainText("contoso.com");
    await page.keyboard.press("Control+z");
    await expect(domain).toContainText("contoso.com");
  }
  const box = grid.getByRole("textbox", { name: "Customer domain, row 2" });
  for (const [key, text] of [
    ["f", "f"],
    ["F2", "contoso.com"],
    ["Enter", "contoso.com"],
    [" ", "contoso.com"],
  ]) {
    await page.keyboard.press(key);
    await expect(box).toHaveValue(text);
    // Inside it, keys move in the text.
    await page.keyboard.press("Home");
    await expect(box).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(box).toHaveCount(0);
    expect(await at()).toEqual([2, column]);
  }
  await expect(domain).toContainText("contoso.com");
  await page.keyboard.press("f");
  await page.keyboard.type("abrikam.com");
  await page.keyboard.press("Enter");
  await expect(domain).toContainText("fabrikam.com");
  expect(await at()).toEqual([3, column]);
  await expect(domain).toHaveAttribute("aria-colindex", String(column));
});
