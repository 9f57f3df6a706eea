// Many claims as a person checks them: what to do above, the rows below, cells that are edited where they are. What is
// expected is written by hand, as the page's texts have it.

import { readFile } from "node:fs/promises";
import { expect, open, sampleFile, test } from "./page.mjs";

const title = (page) => page.locator("#many-title");
const button = (scope, name) => scope.getByRole("button", { name, exact: true });
const grid = (page) => page.getByRole("grid", { name: "Claims" });
/** A cell by the number of its row, as the file has it, and the name of its column. */
async function cell(page, row, column) {
  const names = await grid(page).getByRole("columnheader").allInnerTexts();
  const at = names.indexOf(column) + 1;
  return page.locator(`[role=row][aria-rowindex="${row}"] > [aria-colindex="${at}"]`);
}
const HEAD =
  "customerTenantId,customerDomain,solutionArea,product,activity,partnerId,userRole,competingPartner,proofOfExecution";
const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const GOOD = `${TENANT},contoso.com,microsoft-365,Teams,usage,5357564,incentives-admin,no,ready`;
const file = (name, ...lines) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`${[HEAD, ...lines].join("\r\n")}\r\n`),
});

async function openSample(page) {
  await open(page, "#many");
  await button(page, "Try 200 claims").click();
  await expect(title(page)).toHaveText("Fix 19 of 200 claims first");
}

async function openFile(page, ...files) {
  await open(page, "#many");
  await page.getByRole("heading", { name: "Check many claims at once" }).waitFor();
  await page.getByLabel("Choose files").setInputFiles(files);
  await grid(page).waitFor();
}

test("200 rows, 19 of them faulty, come to 0 by the pointer", { tag: "@firefox" }, async ({
  page,
}) => {
  await openSample(page);
  await button(page, "Apply to all 10: Swap “Customer tenant ID” and “Subscription ID”").click();
  await expect(title(page)).toHaveText("Fix 9 of 200 claims first");
  await button(page, "Apply to all 5: Correct “Partner ID”").click();
  await expect(title(page)).toHaveText("Fix 4 of 200 claims first");
  await (await cell(page, 72, "What to do")).click();
  await button(grid(page), "Apply to all 2").click();
  await expect(title(page)).toHaveText("Fix 2 of 200 claims first");
  await (await cell(page, 106, "Customer domain")).click();
  await expect(page.getByRole("textbox", { name: "Customer domain, row 106" })).toHaveValue(
    "adatum.com",
  );
  await button(grid(page), "Use “margies.com”").click();
  await expect(title(page)).toHaveText("Fix 1 of 200 claims first");
  await button(page, "Show 1 row: Load the customer’s subscriptions").click();
  const faulty = await cell(page, 187, "Subscription ID");
  await expect(faulty).toHaveAttribute("aria-invalid", "true");
  await faulty.click();
  await page.keyboard.type(await subscriptionOf186());
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Settle 24 of 200 claims first");
  await button(page, "Show all rows").click();
  await expect(page.getByRole("button", { name: "Fix 0" })).toBeVisible();
  await page.getByLabel("“Purchase channel” for all").selectOption("Volume Licensing");
  await button(page, "Set in all 24").click();
  await expect(title(page)).toHaveText("File these 200 claims");

  /** The row before is of the same subscription. */
  async function subscriptionOf186() {
    const { claims } = await sampleClaims();
    return claims[184].subscriptionId;
  }
});

test("and by the keyboard alone", async ({ page }) => {
  await openSample(page);
  await page.locator("#many-title").focus();
  for (const name of ["Apply to all 10", "Apply to all 5", "Apply to all 2", "Use “margies.com”"]) {
    await tabTo(page, name);
    await page.keyboard.press("Enter");
    await expect(page.locator("#live")).toHaveText(/rows? changed\.$/);
    await expect(title(page)).toBeFocused();
  }
  await expect(title(page)).toHaveText("Fix 1 of 200 claims first");
  await tabTo(page, undefined);
  await page.keyboard.press("Control+Home");
  while ((await activeRow(page)) !== "187") await page.keyboard.press("ArrowDown");
  for (let at = 0; at < 3; at += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("F2");
  const { claims } = await sampleClaims();
  await page.keyboard.type(claims[184].subscriptionId);
  await page.keyboard.press("Escape");
  await expect(title(page)).toHaveText("Fix 1 of 200 claims first");
  await page.keyboard.press("Enter");
  await page.keyboard.type(claims[184].subscriptionId);
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Settle 24 of 200 claims first");
  expect(await activeRow(page)).not.toBe("187");
});

const activeRow = (page) =>
  page.evaluate(() => document.activeElement.closest("[role=row]")?.getAttribute("aria-rowindex"));

/** Presses Tab until something of this name, or without one a cell of the grid, has the focus. */
async function tabTo(page, name) {
  for (let times = 0; times < 80; times += 1) {
    const [label, role] = await page.evaluate(() => {
      const { activeElement: at } = document;
      return [at.getAttribute("aria-label") ?? at.textContent, at.getAttribute("role")];
    });
    if (name ? label.startsWith(name) : role === "gridcell") return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** The sample's claims as the page makes them. */
async function sampleClaims() {
  const { imported } = await import("../../scripts/bundle.mjs");
  const { inRoot } = await import("../../scripts/tools.mjs");
  const { sampleSources } = await imported(inRoot("www", "grid", "sample.ts"));
  const [, , [text]] = sampleSources(new Date());
  const [head, ...lines] = text.trim().split("\r\n");
  const names = head.split(",");
  return {
    text,
    claims: lines.map((line) =>
      Object.fromEntries(line.split(",").map((value, at) => [names[at], value])),
    ),
  };
}

test("a cell is edited in place, and the change is taken back", async ({ page }) => {
  await openFile(page, file("claims.csv", GOOD, GOOD.replace("5357564", "x")));
  await expect(title(page)).toHaveText("Fix 1 of 2 claims first");
  const id = await cell(page, 3, "Partner ID");
  await id.click();
  await page.getByRole("textbox", { name: "Partner ID, row 3" }).fill("5357564");
  await page.keyboard.press("Enter");
  await expect(id).toHaveText(/5357564$/);
  await expect(title(page)).toHaveText("Settle 2 of 2 claims first");
  await button(page, "Undo the change").click();
  await expect(id).toHaveText(/x$/);
  await expect(title(page)).toHaveText("Fix 1 of 2 claims first");
});

test("an answer is chosen in its cell", async ({ page }) => {
  await openFile(page, file("claims.csv", GOOD.replace("usage", "presales")));
  const activity = await cell(page, 2, "Partner role");
  await activity.click();
  const menu = page.getByRole("combobox", { name: "Partner role, row 2" });
  await menu.selectOption({ label: "Use or consume" });
  await page.keyboard.press("Enter");
  await expect(activity).toHaveText(/Use or consume$/);
});

test("exports that are put in count for every row", async ({ page }) => {
  await openFile(page, file("claims.csv", GOOD, GOOD.replace("Teams", "Exchange Online")));
  await expect(page.getByRole("listitem").filter({ hasText: "Look up the domain" })).toContainText(
    "2 rows",
  );
  await button(page, "Paste or drop more").click();
  await page.getByLabel("Choose files").setInputFiles(sampleFile("customers-and-tenants.csv"));
  await expect(page.getByRole("listitem").filter({ hasText: "Look up the domain" })).toHaveCount(0);
});

test("a row opens as a claim and comes back with what was changed", async ({ page }) => {
  await openFile(page, file("claims.csv", GOOD, GOOD.replace("5357564", "x")));
  await (await cell(page, 3, "What to do")).click();
  await button(page, "Open row 3 as a claim").click();
  await expect(page.getByRole("region", { name: "Row of a file" })).toContainText(
    "Row 3 of claims.csv",
  );
  const id = page.getByRole("textbox", { name: "Partner ID", exact: true });
  await id.fill("5357564");
  await id.blur();
  await page.getByRole("link", { name: "Back to the rows" }).click();
  await expect(await cell(page, 3, "Partner ID")).toHaveText(/5357564$/);
  await expect(page.locator("#live")).toHaveText("1 cell changed.");
  expect(await activeRow(page)).toBe("3");
});

test("a row that opens does not take the place of a claim that is kept", async ({ page }) => {
  await open(page, "#claim");
  await page.getByLabel("Customer domain").fill("fabrikam.com");
  await button(page, "Keep on this device").click();
  await page.evaluate(() => {
    location.hash = "#many";
  });
  await page.getByLabel("Choose files").setInputFiles(file("claims.csv", GOOD));
  await grid(page).waitFor();
  await (await cell(page, 2, "What to do")).click();
  await button(page, "Open row 2 as a claim").click();
  await expect(button(page, "Keep on this device")).toBeVisible();
  await page.getByRole("link", { name: "All that is kept" }).first().click();
  await expect(button(page, "fabrikam.com")).toBeVisible();
});

test("two rows for the same claim lead to each other", async ({ page }) => {
  await openFile(page, file("claims.csv", GOOD, GOOD));
  await (await cell(page, 3, "What to do")).click();
  await button(page, "See row 2").click();
  expect(await activeRow(page)).toBe("2");
});

test("the file comes back with two columns more, and all other bytes as they were", async ({
  page,
}) => {
  const text = `${HEAD}\r\n${GOOD}\r\n${GOOD.replace("contoso.com", '"contoso.com"')}\r\n`;
  await openFile(page, { name: "claims.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await (await cell(page, 2, "Partner ID")).click();
  await page.keyboard.press("F2");
  await page.keyboard.type("5357565");
  await page.keyboard.press("Enter");
  await withoutChooser(page);
  await page.getByText("Download", { exact: true }).click();
  const coming = page.waitForEvent("download");
  await button(page, "Your file with the results").click();
  const given = await coming;
  expect(given.suggestedFilename()).toBe("claims.2023-10.checked.csv");
  const [head, first, second] = (await readFile(await given.path(), "utf8")).split("\r\n");
  expect(head.startsWith(`${HEAD},`)).toBe(true);
  expect(first.startsWith(`${GOOD.replace("5357564", "5357565")},confirm,`)).toBe(true);
  expect(second.startsWith(`${GOOD.replace("contoso.com", '"contoso.com"')},confirm,`)).toBe(true);
});

test("the findings come as CSV, and no cell of them is a formula", async ({ page }) => {
  await openFile(page, file("claims.csv", GOOD.replace("5357564", "=1+1")));
  await withoutChooser(page);
  await page.getByText("Download", { exact: true }).click();
  const coming = page.waitForEvent("download");
  await button(page, "The findings as CSV").click();
  const text = await readFile(await (await coming).path(), "utf8");
  expect(text).toContain("Row,Weight,Column,What,Why,What to do,Source\r\n");
  expect(text).toMatch(/^2,Blocks[^\r\n]*Partner ID/m);
  expect(text).not.toMatch(/(^|,)"?[=+@]/m);
});

/** Where a browser lets people choose the place, tests cannot answer. */
const withoutChooser = (page) =>
  page.evaluate(() => {
    delete window.showSaveFilePicker;
    window.showSaveFilePicker = undefined;
  });

test("a table of which no column is known asks which is which", async ({ page }) => {
  const text = `Kol A,Kol B,Kol C\r\ncontoso.com,Teams,5357564\r\nfabrikam.com,Teams,5357564\r\n`;
  await openFile(page, { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByLabel("Field of the column Kol A").selectOption("Customer domain");
  await expect(await cell(page, 2, "Customer domain")).toHaveText(/contoso\.com$/);
  await page.getByLabel("Field of the column Kol B").selectOption("Customer domain");
  await expect(page.getByLabel("Field of the column Kol A")).toHaveValue("");
});

test("of 20,000 rows, few are in the document, and the keys lead to the last one", async ({
  page,
}) => {
  const lines = Array.from({ length: 20_000 }, (_, at) => GOOD.replace("contoso", `contoso${at}`));
  await openFile(page, file("claims.csv", ...lines));
  await expect(title(page)).toHaveText("Settle 20,000 of 20,000 claims first");
  expect(await grid(page).getAttribute("aria-rowcount")).toBe("20001");
  await page.locator("[role=gridcell][tabindex='0']").focus();
  await page.keyboard.press("Control+End");
  expect(await activeRow(page)).toBe("20001");
  await page.keyboard.press("PageUp");
  await page.keyboard.press("Control+Home");
  expect(await activeRow(page)).toBe("2");
  expect(await grid(page).getByRole("row").count()).toBeLessThan(100);
});

test("where no worker can be had, the page checks the same", async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error("no worker");
      }
    };
  });
  await openSample(page);
});

test("filters and the search show what they say", async ({ page }) => {
  await openSample(page);
  await page.getByRole("button", { name: "Fix 19" }).click();
  expect(await grid(page).getByRole("row").count()).toBe(20);
  await page.getByRole("button", { name: "All 200" }).click();
  await page.getByLabel("Find in the rows").fill("margies");
  await expect(page.locator("#live")).toHaveText("7 rows");
});

test("another language keeps the edits, and no English is left", async ({ page }) => {
  await openFile(page, file("claims.csv", GOOD, GOOD.replace("5357564", "x")));
  await (await cell(page, 3, "Partner ID")).click();
  await page.keyboard.type("5357564");
  await page.keyboard.press("Enter");
  await page.getByLabel("Language").selectOption("de");
  await expect(title(page)).toHaveText("Zuerst 2 von 2 Ansprüchen klären");
  await expect(page.getByRole("grid", { name: "Ansprüche" })).toContainText("Zeile");
  await button(page, "Änderung zurücknehmen").click();
  await expect(title(page)).toHaveText("Zuerst 1 von 2 Ansprüchen korrigieren");
});

test("the old address of many claims leads here, with its language", async ({ page }) => {
  await page.goto("bulk.html?lang=de");
  await page.waitForURL(/\?lang=de#many$/);
});

/** What lies under the panel of a cell; it was looked at without the panel. */
const COVERED = { known: [/^unsure: color-contrast: .* (overlapped by|overlaps) /] };

for (const colorScheme of ["light", "dark"])
  for (const dir of ["ltr", "rtl"])
    for (const width of [320, 1280])
      test(`axe finds nothing: ${colorScheme}, ${dir}, ${width}`, async ({ page, axe }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await open(page, "#many");
        await page.evaluate((to) => {
          document.documentElement.dir = to;
        }, dir);
        await button(page, "Try 200 claims").waitFor();
        expect(await axe()).toEqual([]);
        await button(page, "Try 200 claims").click();
        await expect(title(page)).toHaveText("Fix 19 of 200 claims first");
        expect(await axe()).toEqual([]);
        await (await cell(page, 18, "What to do")).click();
        expect(await axe(COVERED)).toEqual([]);
        await page.keyboard.press("Escape");
        await page.keyboard.press("End");
        await page.keyboard.press("F2");
        expect(await axe(COVERED)).toEqual([]);
        await page.keyboard.press("Escape");
        await page.getByText("Columns read: 11 of 11").click();
        await page.getByText("Download", { exact: true }).click();
        expect(await axe(COVERED)).toEqual([]);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over).toBe(0);
      });

test("markup and formulas in a file are text on the page, and no formula in what is taken along", async ({
  page,
}) => {
  const markup = '<img src=x onerror="document.title=1"><script>1</script>';
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  const formulas = ["=cmd|'/c calc'!A1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", markup];
  const names = ["customerTenantId", "product", "partnerId", "userRole", markup, "=1+1"];
  const lines = [names, ...formulas.map((text) => names.map(() => text))];
  const text = `${lines.map((line) => line.map(quoted).join(",")).join("\n")}\n`;
  await openFile(page, {
    ...{ name: "<b>claims<b>.csv", mimeType: "text/csv" },
    buffer: Buffer.from(text),
  });
  await (await cell(page, 2, "What to do")).click();
  await page.keyboard.press("Escape");
  await page.getByText("Columns read: 4 of 6").click();
  expect(await page.locator("main img, main script").count()).toBe(0);
  await withoutChooser(page);
  await page.getByText("Download", { exact: true }).click();
  await page.getByLabel("Guard against formulas").check();
  for (const name of ["Your file with the results", "The findings as CSV"]) {
    const coming = page.waitForEvent("download");
    await button(page, name).click();
    const taken = await readFile(await (await coming).path(), "utf8");
    const cells = taken.replace(/^\ufeff/, "").split(/(?:^|[,\n])"?/);
    expect(cells.filter((one) => /^[=+@\t]|^-\d/.test(one))).toEqual([]);
  }
});
