// Work on many claims: which rows and columns are shown, and what each action does, where the focus is after it, and what
// is said.

import { CLAIMS, openFile, TENANT } from "./claims-file.mjs";
import { expect, test } from "./page.mjs";

const ALL = "2,3,4,5,8,9,10,13,14,6,7,11,12";
const button = (scope, name) => scope.getByRole("button", { name, exact: true });
const said = (page) => page.locator("#live");

/** The cell of a row, by the name of its column. */
async function cell(page, row, column) {
  const names = await page.getByRole("columnheader").allInnerTexts();
  const at = names.indexOf(column) + 1;
  return page.locator(`[aria-rowindex="${row}"] > [aria-colindex="${at}"]`);
}

/** Which rows are shown, by which filter, and what is said about that. */
const shown = (page) =>
  page.locator("main").evaluate((main) => {
    const rows = [...main.querySelectorAll("[role=row][data-place]")];
    const seen = (part) =>
      [...main.querySelectorAll(part)]
        .filter((one) => one.checkVisibility())
        .map((one) => one.textContent);
    return {
      rows: rows.map((one) => one.ariaRowIndex).join(),
      chosen: seen("[aria-pressed=true]").join(),
      find: main.querySelector("[type=search]").value,
      said: [...seen(".only"), ...seen(".grid ~ p:not(.keys)"), ...seen("p:has(+ .grid)")].join(
        "|",
      ),
      isGridShown: seen("[role=grid]").length === 1,
    };
  });

test("filters, and what is to be done, show the rows that they name", async ({ page }) => {
  await openFile(page, CLAIMS);
  const soon = (due) =>
    expect
      .poll(() => shown(page))
      .toEqual({ rows: ALL, chosen: "", find: "", said: "", isGridShown: true, ...due });
  await soon({ chosen: "All13" });
  await button(page, "Fix 9").click();
  await soon({ rows: "2,3,4,5,8,9,10,13,14", chosen: "Fix9", said: "9 rows" });
  await expect(said(page)).toHaveText("9 rows");
  await button(page, "File it 0").click();
  await soon({ rows: "", chosen: "File it0", said: "0 rows|No row fits.", isGridShown: false });
  await button(page, "All 13").click();
  await soon({ chosen: "All13" });
  await button(page, "Show 2 rows: Choose “Partner role”").click();
  const only = "Only: Choose “Partner role” Show all rows";
  await soon({ rows: "8,9", said: `${only}|2 rows` });
  await button(page, "Set in all 2").click();
  const menu = page.getByLabel("“Partner role” for all");
  await expect(menu).toBeFocused();
  await menu.selectOption({ label: "Usage recognition - Non-Incentivized" });
  await button(page, "Set in all 2").click();
  await expect(said(page)).toHaveText("2 rows changed.");
  await expect(page.locator("#many-title")).toBeFocused();
  // Each stays where the person sees it.
  await soon({ rows: "8,9", said: "No row fits. Show all rows|2 rows" });
  await expect(await cell(page, 9, "Partner role")).toHaveText(/Use or consume$/);
  await button(page, "Show all rows").click();
  const after = "2,3,4,5,10,13,14,6,7,8,9,11,12";
  await soon({ rows: after, chosen: "All13" });
  await button(page, "Undo the change").click();
  await expect(said(page)).toHaveText("The change is taken back.");
  await expect(button(page, "Undo the change")).toBeHidden();
  await soon({ rows: after, chosen: "All13" });
  const find = page.getByLabel("Find in the rows");
  await find.fill("yammer");
  await soon({ rows: "9", chosen: "All13", find: "yammer", said: "1 row" });
  await button(page, "Settle 4").click();
  await soon({
    rows: "",
    chosen: "Settle4",
    find: "yammer",
    said: "0 rows|No row fits.",
    isGridShown: false,
  });
  await find.fill("");
  await soon({ rows: "6,7,11,12", chosen: "Settle4", said: "4 rows" });
  await expect(said(page)).toHaveText("4 rows");
  // A row that is led to is shown, whatever the filter.
  await find.fill("teams");
  await soon({ rows: "6,7", chosen: "Settle4", find: "teams", said: "2 rows" });
  await (await cell(page, 7, "What to do")).click();
  await button(page, "See row 5").click();
  await soon({ chosen: "All13" });
  await expect(await cell(page, 5, "What to do")).toBeFocused();
});

test("columns that nothing is to be done in come when they are asked for, and go again", async ({
  page,
}) => {
  await openFile(page, CLAIMS);
  const grid = page.getByRole("grid");
  const names = () => grid.getByRole("columnheader").allInnerTexts();
  const few = [
    ...["Row", "What to do", "Customer domain", "Customer tenant ID", "Subscription ID", "Product"],
    ...["Partner role", "Partner ID", "Solution area", "Your role"],
  ];
  expect(await names()).toEqual(few);
  await expect(grid).toHaveAttribute("data-fields", "few");
  await button(page, "More columns").click();
  expect(await names()).toEqual([
    ...few,
    "Competing partner",
    "Proof of execution",
    "Submitted on",
  ]);
  await expect(grid).toHaveAttribute("aria-colcount", "13");
  await expect(grid).toHaveAttribute("data-fields", "many");
  await (await cell(page, 6, "Submitted on")).click();
  await expect(await cell(page, 6, "Submitted on")).toHaveAttribute("tabindex", "0");
  await button(page, "Fewer columns").click();
  expect(await names()).toEqual(few);
  await expect(grid).toHaveAttribute("aria-colcount", "10");
  // The way into the grid leads to the nearest cell that is left.
  await expect(grid.locator("[tabindex='0']")).toHaveCount(1);
  await expect(await cell(page, 6, "Your role")).toHaveAttribute("tabindex", "0");
  await expect(button(page, "More columns")).toBeVisible();
});

test("each action of a row does what it says", async ({ page, seen }) => {
  await page.route("https://login.microsoftonline.com/**", (route) => route.abort());
  seen.expect(/login\.microsoftonline\.com|Failed to load resource/);
  await openFile(page, CLAIMS);
  const grid = page.getByRole("grid");
  const box = page.locator(".cell-edit");
  const act = async (row, name, column = "What to do") => {
    await (await cell(page, row, column)).click();
    await button(box, name).click();
  };
  await test.step("choose: the cell of the field is edited", async () => {
    await act(8, "Choose “Partner role”");
    await expect(grid.getByRole("combobox", { name: "Partner role, row 8" })).toBeFocused();
    await page.keyboard.press("Escape");
  });
  await test.step("use: the value is in the cell", async () => {
    await act(10, "Use “Use or consume”");
    await expect(said(page)).toHaveText("Changed.");
    await expect(await cell(page, 10, "Partner role")).toHaveText(/Use or consume$/);
    await expect(await cell(page, 10, "What to do")).toBeFocused();
    await expect(await cell(page, 10, "What to do")).not.toHaveText(/Correct/);
  });
  await test.step("swap: both cells are the other one", async () => {
    await act(2, "Swap with “Customer tenant ID”", "Customer domain");
    await expect(await cell(page, 2, "Customer domain")).toHaveText(/contoso\.com$/);
    await expect(await cell(page, 2, "Customer tenant ID")).toHaveText(new RegExp(`${TENANT}$`));
    await expect(await cell(page, 2, "Customer domain")).toBeFocused();
  });
  await test.step("apply to all: all rows that have it", async () => {
    await act(3, "Apply to all 2");
    await expect(said(page)).toHaveText("2 rows changed.");
    await expect(await cell(page, 3, "Solution area")).toHaveText(/Modern Work and Security$/);
    await expect(await cell(page, 4, "Solution area")).toHaveText(/Business Applications$/);
    await expect(await cell(page, 3, "What to do")).toBeFocused();
  });
  await test.step("a page opens beside", async () => {
    await (await cell(page, 12, "What to do")).click();
    const link = box.getByRole("link", { name: "Ask support (incentives)" });
    await expect(link).toHaveAttribute("rel", "external");
    expect(await link.getAttribute("href")).toMatch(/^https:\/\//);
    await page.keyboard.press("Escape");
  });
  await test.step("look up: it is asked first, and no is no", async () => {
    await act(11, "Look up the domain");
    await expect(box.getByText("contoso.com").last()).toBeVisible();
    await button(box, "Cancel").click();
    await expect(button(box, "Look up the domain")).toBeFocused();
    await button(box, "Look up the domain").click();
    await button(box, "Look it up").click();
    await expect(box.getByRole("alert")).toBeVisible();
    await page.keyboard.press("Escape");
  });
  await test.step("load: the box says which export is wanted", async () => {
    await act(11, "Load your partner profile");
    await expect(box).toHaveCount(0);
    await expect(page.locator("#put-in textarea")).toBeFocused();
    await expect(page.locator(".wants")).toContainText("Partner profile");
  });
  await test.step("a cell is left for another part of the page, and keeps its text", async () => {
    const id = await cell(page, 12, "Partner ID");
    await id.click();
    await id.click();
    await page.keyboard.type("5357565");
    await page.getByLabel("Find in the rows").focus();
    await expect(box).toHaveCount(0);
    await expect(page.getByLabel("Find in the rows")).toBeFocused();
    await expect(id).toHaveText(/5357565$/);
  });
});
