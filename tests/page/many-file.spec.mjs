// What is known of a file of claims, which column of it is which field, and what can be taken along: to the letter.

import { readFile } from "node:fs/promises";
import { CLAIM, CLAIMS, fileOf, openFile, TENANT } from "./claims-file.mjs";
import { expect, open, test } from "./page.mjs";

const button = (scope, name) => scope.getByRole("button", { name, exact: true });
const file = (name, content) => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) });

/** What comes into the downloads: `[name, text]`. */
async function taken(page, act) {
  const coming = page.waitForEvent("download");
  await act();
  const given = await coming;
  return [given.suggestedFilename(), await readFile(await given.path(), "utf8")];
}

/** The columns as the table has them: name, field, first texts. */
const mapping = (page) =>
  page
    .locator("table.mapping tbody tr")
    .evaluateAll((all) =>
      all.map((one) => [
        `${one.cells[0].textContent} (${one.cells[0].scope})`,
        one.querySelector("select").ariaLabel,
        one.querySelector("select").selectedOptions[0].text,
        ...[...one.querySelectorAll(".samples bdi")].map(({ textContent }) => textContent),
      ]),
    );

test("each column of a file stands there with its field and its first texts", async ({ page }) => {
  const long = "x".repeat(41);
  const lines = [
    "product, Note ,,customerDomain",
    `Teams,a,${long},contoso.com`,
    `,b ,${long.slice(1)},`,
    "Yammer, ,1,",
    "Intune,c,,",
    "Power BI,d,,",
  ];
  await openFile(page, file("claims.csv", `${lines.join("\r\n")}\r\n`));
  const fold = page.locator("[data-fold=columns]");
  await expect(fold).not.toHaveAttribute("open");
  await fold.getByText("Columns read: 2 of 4").click();
  await expect(fold.getByRole("alert")).toHaveCount(0);
  const table = fold.getByRole("table", { name: "Which column is which field" });
  expect(
    await table
      .locator("thead th")
      .evaluateAll((all) => all.map((th) => `${th.textContent} ${th.scope}`)),
  ).toEqual(["Column col", "Field of the claim col", "First rows col"]);
  const of = (name) => `Field of the column ${name}`;
  const due = [
    ["product (row)", of("product"), "Product", "Teams", "Yammer", "Intune"],
    ["Note (row)", of("Note"), "not used", "a", "b", "c"],
    ["Column 3 (row)", of("Column 3"), "not used", `${"x".repeat(40)}…`, "x".repeat(40), "1"],
    ["customerDomain (row)", of("customerDomain"), "Customer domain", "contoso.com"],
  ];
  expect(await mapping(page)).toEqual(due);
  await page.getByLabel(of("Note")).selectOption("Partner ID");
  await expect(fold.locator("summary")).toHaveText("Columns read: 3 of 4");
  await expect(fold).toHaveAttribute("open", "");
  due[1][2] = "Partner ID";
  expect(await mapping(page)).toEqual(due);
  await page.getByLabel(of("product")).selectOption("not used");
  await page.getByLabel(of("customerDomain")).selectOption("Partner ID");
  await expect(fold.locator("summary")).toHaveText("Columns read: 1 of 4");
  [due[0][2], due[1][2], due[3][2]] = ["not used", "not used", "Partner ID"];
  expect(await mapping(page)).toEqual(due);
  await page.getByLabel(of("customerDomain")).selectOption("not used");
  await expect(fold.getByRole("alert")).toHaveText(
    "No column is a field of a claim yet. Say which is which.",
  );
});

test("what is no table of claims is told, and opens no rows", async ({ page }) => {
  await open(page, "#many");
  await page.getByLabel("Choose files").setInputFiles(file("note.txt", "See you"));
  await expect(page.getByText(/^note\.txt: Nothing for the claim/)).toBeVisible();
  await expect(page.getByRole("grid")).toHaveCount(0);
});

test("a file of the same name and columns has its own first texts", async ({ page }) => {
  const columns = (text) => [
    ["product (row)", "Field of the column product", "Product", text],
    ["partnerId (row)", "Field of the column partnerId", "Partner ID", "5357564"],
  ];
  await openFile(page, file("claims.csv", "product,partnerId\r\nTeams,5357564\r\n"));
  await page.getByText("Columns read: 2 of 2").click();
  expect(await mapping(page)).toEqual(columns("Teams"));
  const next = file("claims.csv", "product,partnerId\r\nIntune,5357564\r\n");
  await page.getByLabel("Choose files").setInputFiles(next);
  await expect.poll(() => mapping(page)).toEqual(columns("Intune"));
});

test("of which no column is known, that is asked at once; what is worth knowing of a file is told with its row", async ({
  page,
}) => {
  await openFile(
    page,
    file("a.csv", "Kol A,Kol B,Kol C\r\ncontoso.com,Teams,5357564\r\nx.com,Yammer,1\r\n"),
  );
  const fold = page.locator("[data-fold=columns]");
  await expect(fold).toHaveAttribute("open", "");
  await expect(fold.getByRole("alert")).toBeVisible();
  await button(page, "Paste or drop more").click();
  const notes = page.locator("[data-fold=problems]");
  const content = ["product;activity", "Größe;usage", "Teams;usage", ""].join("\r\n");
  await page
    .getByLabel("Choose files")
    .first()
    .setInputFiles({ ...file("b.csv", ""), buffer: Buffer.from(content, "latin1") });
  await expect(notes.locator("summary")).toHaveText("1 note about the file");
  await notes.locator("summary").click();
  await expect(notes.getByRole("listitem")).toHaveText(/Windows-1252|UTF-8/);
  await expect(page.locator("main p.quiet").first()).toHaveText(
    "b.csv, by the rules of October 2023",
  );
});

test("the findings are a line each, in the order of the rows, in the language’s own separators", async ({
  page,
}) => {
  await openFile(page, fileOf("my.claims.csv", { partnerId: "x" }, {}, {}));
  await page.evaluate(() => {
    window.showSaveFilePicker = undefined;
  });
  await page.getByText("Download", { exact: true }).click();
  const [name, text] = await taken(page, () => button(page, "The findings as CSV").click());
  expect(name).toBe("my.claims.2023-10.findings.csv");
  const lines = text.split("\r\n");
  expect(lines.shift()).toBe("\ufeffRow,Weight,Column,What,Why,What to do,Source");
  expect(lines.pop()).toBe("");
  expect(lines.map((line) => line.split(",").slice(0, 3).join())).toEqual([
    "2,Blocks the claim,Partner ID",
    ...["2,Note,Customer tenant ID", "2,Note,Partner ID"],
    ...["3,Note,Customer tenant ID", "3,Note,Partner ID", "3,Warning,"],
    ...["4,Note,Customer tenant ID", "4,Note,Partner ID", "4,Warning,"],
  ]);
  expect(lines[0]).toMatch(/^2,Blocks the claim,Partner ID,The Partner ID contains a character/);
  expect(lines.at(-1)).toMatch(
    /^4,Warning,,An earlier row makes the same claim for this customer\.,.+,$/,
  );
  await page.getByLabel("Language").selectOption("de");
  await page.locator("details.menu > summary").first().click();
  const [, german] = await taken(page, () => page.locator("details.menu li button").nth(1).click());
  expect(german.split("\r\n")[0].split(";")).toHaveLength(7);
});

test("a file goes to where the person chooses, and the page says what became of it", async ({
  page,
}) => {
  await openFile(page, CLAIMS);
  const menu = page.locator("details.menu").first();
  const status = menu.getByRole("status");
  await page.evaluate(() => {
    window.written = [];
    window.showSaveFilePicker = async ({ suggestedName }) => {
      const fails = window.fails;
      if (fails === "AbortError") throw new DOMException("no", fails);
      return {
        createWritable: async () => ({
          async write(piece) {
            if (fails) throw new Error(fails);
            window.written.push(
              typeof piece === "string" ? piece : new TextDecoder().decode(piece),
            );
          },
          close: async () => window.written.unshift(suggestedName),
          async abort() {},
        }),
      };
    };
  });
  await menu.locator("summary").click();
  for (const name of ["Your file with the results", "The findings as CSV"])
    for (const [fails, due] of [
      ["full", "The file could not be written."],
      ["AbortError", ""],
      [undefined, "The file is in your downloads."],
    ]) {
      await page.evaluate((one) => {
        window.fails = one;
      }, fails);
      await button(menu, name).click();
      await expect(status).toHaveText(due);
    }
  const written = (await page.evaluate(() => window.written)).join("");
  expect(written).toContain("claims.2023-10.checked.csv");
  expect(written).toContain("claims.2023-10.findings.csv");
  expect(written).toContain(`"ready";"";confirm;`);
  await page.keyboard.press("ArrowDown");
  await expect(menu).toHaveAttribute("open", "");
  await page.keyboard.press("Escape");
  await expect(menu).not.toHaveAttribute("open");
  await expect(menu.locator("summary")).toBeFocused();
});

test("a template has the names of all fields and a row that can be checked", async ({ page }) => {
  await open(page, "#many");
  await expect(page).toHaveTitle("Check many claims at once");
  await expect(page.locator("#any-hint")).toHaveText(
    "A CSV file or an Excel workbook with one claim a row, and exports of the customers.",
  );
  const [name, text] = await taken(page, () => button(page, "Download a template").click());
  expect(name).toBe("cpor-claims-template.csv");
  const [head, row, ...rest] = text.split("\r\n");
  expect(rest).toEqual([""]);
  expect(head.startsWith("\ufeff")).toBe(true);
  const names = head.slice(1).split(",");
  expect(names).toEqual(expect.arrayContaining(["Customer tenant ID", "Partner ID", "Your role"]));
  expect(row.split(",")).toHaveLength(names.length);
  expect(row.split(",")[names.indexOf("Product")]).toBe("Dynamics 365 Finance");
  await page.getByLabel("Language").selectOption("de");
  await page.getByRole("heading", { name: "Viele Ansprüche auf einmal prüfen" }).waitFor();
  const [, german] = await taken(page, () => page.locator(".below button").last().click());
  expect(german.split("\r\n")[0].split(";")).toHaveLength(names.length);
  await page.getByLabel("Sprache").selectOption("en");
  await page.getByRole("heading", { name: "Check many claims at once" }).waitFor();
  await page.getByLabel("Choose files").setInputFiles(file(name, text));
  await expect(page.locator("#many-title")).toHaveText("Settle 1 of 1 claims first");
});

test("a row that is open as a claim leads back with what was changed of it, and only that", async ({
  page,
}) => {
  await openFile(page, fileOf("claims.csv", { partnerId: "x" }, { product: "Yammer" }));
  const cell = page.locator("[aria-rowindex='2'] > [aria-colindex='2']");
  const bar = page.getByRole("region", { name: "Row of a file" });
  for (const [partnerId, live] of [
    ["x", undefined],
    ["5357564", "1 cell changed."],
  ]) {
    await cell.click();
    await button(page, "Open row 2 as a claim").click();
    await expect(bar.locator("span")).toHaveText("Row 2 of claims.csv");
    const id = page.getByRole("textbox", { name: "Partner ID", exact: true });
    await id.fill(partnerId);
    await id.blur();
    await page.getByRole("link", { name: "Back to the rows" }).click();
    await expect(cell).toBeFocused();
    if (live) await expect(page.locator("#live")).toHaveText(live);
    else await expect(button(page, "Undo the change")).toBeHidden();
  }
  await expect(page.locator("[aria-rowindex='2']")).toContainText(CLAIM.partnerId);
  await expect(page.locator("[aria-rowindex='2']")).toContainText(TENANT);
  await page.evaluate(() => {
    location.hash = "#claim";
  });
  await expect(page.locator("#verdict-title")).toBeVisible();
  await expect(bar).toHaveCount(0);
});
