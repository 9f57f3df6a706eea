// What each state of many claims looks like: what is to be done, each cell of each row, and what is said about a cell when
// it is edited. What is expected is written by hand, as the page's texts have it.

import { CLAIMS, openFile, TENANT } from "./claims-file.mjs";
import { expect, test } from "./page.mjs";

/** Each thing to do: how it looks, in how many rows, what, why, and what can be pressed or chosen; `*` stands out. */
const todosOf = (page) =>
  page
    .locator(".todos > li")
    .evaluateAll((all) =>
      all.map((one) => [
        one.className,
        ...["b", ".text", "small"].map((part) => one.querySelector(part).textContent),
        ...[...one.querySelectorAll("button, select")].map(
          (control) =>
            (control.matches(".btn-1") ? "*" : "") +
            (control.getAttribute("aria-label") ?? control.textContent),
        ),
      ]),
    );

/** Each row: its number, what is to be done and how that looks, and the cells that something is said about. */
const rowsOf = (page) =>
  page.locator("[role=row][data-place]").evaluateAll((all) =>
    all.map((row) => {
      const [head, todo, ...cells] = row.children;
      const marked = cells
        .filter((cell) => cell.matches(".bad") || cell.ariaInvalid)
        .map((cell) => `${cell.textContent} ${cell.className} ${cell.ariaInvalid ?? ""}`.trim());
      const look = todo.className.replace("cell todo is-", "");
      return [row.ariaRowIndex, head.textContent, look, todo.textContent, ...marked];
    }),
  );

/** The cell that is edited: whose, by what control, and each thing that is said of it, with what can be done. */
const editorOf = (page) =>
  page.locator(".cell-edit").evaluate((box) => {
    const control = box.querySelector("input, select");
    const panel = box.querySelector(".cell-panel");
    const nameOf = (one) =>
      (one.matches(".btn-1") ? "*" : "") + one.textContent + (one.target ? ` (${one.target})` : "");
    const pressed = (one) => [...one.querySelectorAll("button, a")].map(nameOf);
    const isDescribed = control?.getAttribute("aria-describedby") === panel.id;
    const { activeElement: at } = document;
    return {
      label: box.ariaLabel + (box.matches(".at-end") ? ", at the end" : ""),
      control: control && [control.ariaLabel, control.value, isDescribed],
      options: [...(control?.options ?? [])].map(({ text }) => text),
      said: [...box.querySelectorAll(".msg")].map((one) => [
        one.className.replace("msg is-", ""),
        one.querySelector("p").textContent,
        ...pressed(one),
      ]),
      focus: at === control ? "control" : nameOf(at),
      last: pressed(panel).at(-1),
    };
  });

test("what is to be done stands above the rows, what blocks first, and what most have", async ({
  page,
}) => {
  await openFile(page, CLAIMS);
  const [area, role, activity] = ["“Solution area”", "“Your role”", "“Partner role”"];
  const swap = "Swap “Customer domain” and “Customer tenant ID”";
  const same = "An earlier row makes the same claim for this customer.";
  const support = "Ask support (incentives)";
  expect(await todosOf(page)).toEqual([
    [
      ...["is-block", "2 rows", `Correct ${area}`, "Choose the solution area."],
      ...[`*Apply to all 2: Correct ${area}`, `Show 2 rows: Correct ${area}`],
    ],
    [
      ...["is-block", "2 rows", `Choose ${activity}`, "Choose the partner role."],
      ...[`${activity} for all`, "Set in all 2", `Show 2 rows: Choose ${activity}`],
    ],
    [
      ...["is-block", "1 row", swap, "You entered a domain as the customer tenant ID."],
      ...[`Swap with “Customer domain”: ${swap}`, `Show 1 row: ${swap}`],
    ],
    [
      ...["is-block", "1 row", "Which Partner ID?"],
      ...[
        "The Partner ID contains a character that isn’t a digit.",
        "Show 1 row: Which Partner ID?",
      ],
    ],
    [
      ...["is-block", "1 row", `Correct ${activity}`],
      "Build intent - Advisor isn’t available for Modern Work and Security.",
      ...[`Use “Use or consume”: Correct ${activity}`, `Show 1 row: Correct ${activity}`],
    ],
    [
      ...["is-block", "1 row", `Correct ${area}`],
      "Power BI is claimed under Business Applications, not under the solution area you selected.",
      ...[`Use “Business Applications”: Correct ${area}`, `Show 1 row: Correct ${area}`],
    ],
    [
      ...["is-block", "1 row", `Choose ${role}`],
      "This role isn’t among those Microsoft names for claims.",
      `Show 1 row: Choose ${role}`,
    ],
    ["is-settle", "2 rows", same, "", `Show 2 rows: ${same}`],
    [
      ...["is-settle", "1 row", `Choose ${role}`, "Your role isn’t selected yet."],
      `Show 1 row: Choose ${role}`,
    ],
    [
      ...["is-settle", "1 row", support],
      "Another partner is already associated with this customer and product.",
      `Show 1 row: ${support}`,
    ],
  ]);
});

test("each row says what to do in it, and each cell that something is said about is marked", async ({
  page,
}) => {
  await openFile(page, CLAIMS);
  const bad = (name, text = "", mono = "") => `${name}${text} cell${mono} bad is-block true`;
  const area = (text) => bad("Solution area", text);
  const same = "An earlier row makes the same claim for this customer.";
  const row = (number, ...others) => [`${number}`, `Row${number}`, ...others];
  expect(await rowsOf(page)).toEqual([
    row(
      ...[2, "block", "Swap two cells", bad("Customer domain", TENANT)],
      bad("Customer tenant ID", "contoso.com", " mono"),
    ),
    row(3, "block", "Correct “Solution area”", area("")),
    row(4, "block", "Correct “Solution area”", area("")),
    row(5, "block", "Which Partner ID?", bad("Partner ID", "x", " mono")),
    row(8, "block", "Choose “Partner role”", bad("Partner role")),
    row(9, "block", "Choose “Partner role”", bad("Partner role")),
    row(
      ...[10, "block", "Correct “Partner role”", bad("Partner role", "Build intent - Advisor")],
      area("Modern Work and Security"),
    ),
    row(
      ...[13, "block", "Correct “Solution area”", bad("Product", "Power BI")],
      area("Modern Work and Security"),
    ),
    row(
      ...[14, "block", "Choose “Your role”", bad("Product", "Dynamics 365 Finance")],
      ...[bad("Partner role", "Build intent - Advisor"), area("Modern Work and Security")],
      bad("Your role", "Chef"),
    ),
    row(6, "settle", same),
    row(7, "settle", same),
    row(11, "settle", "Choose “Your role”"),
    row(12, "settle", "Ask support (incentives)"),
  ]);
  const grid = page.getByRole("grid", { name: "Claims" });
  const names = await grid.getByRole("columnheader").allInnerTexts();
  expect(names).toEqual([
    ...["Row", "What to do", "Customer domain", "Customer tenant ID", "Subscription ID", "Product"],
    ...["Partner role", "Partner ID", "Solution area", "Your role"],
  ]);
  const texts = (await grid.locator("[aria-rowindex='4'] > * > .text").allInnerTexts()).slice(1);
  const shown = ["contoso.com", TENANT, "", "Dynamics 365 Sales"];
  // What an activity is called depends on the area, which is not known.
  const activity = "Usage recognition - Non-Incentivized";
  expect(texts).toEqual([...shown, activity, "5357564", "", "Incentives admin"]);
  for (const [name, value] of Object.entries({ rowcount: "14", colcount: "10" }))
    await expect(grid).toHaveAttribute(`aria-${name}`, value);
  const indexes = await grid
    .locator("[role=row]")
    .evaluateAll((all) => all.map((one) => [...one.children].map((cell) => cell.ariaColIndex)));
  for (const one of indexes) expect(one).toEqual(names.map((_, at) => `${at + 1}`));
  await expect(grid.locator("[role=row]").first()).toHaveAttribute("aria-rowindex", "1");
  await expect(grid.locator("[tabindex='0']")).toHaveCount(1);
});

test("a cell that is edited says what was found of it, and offers what mends it", async ({
  page,
}) => {
  await openFile(page, CLAIMS);
  const names = await page.getByRole("columnheader").allInnerTexts();
  const lookUp = [
    "note",
    "It’s not known yet whether contoso.com belongs to this tenant.",
    "Look up the domain",
  ];
  const profile = [
    "note",
    "Not known yet: Incentive enrollment and Partner ID type.",
    "Load your partner profile",
  ];
  const missing = "Choose the solution area.";
  const advisor = [
    "block",
    "Build intent - Advisor isn’t available for Modern Work and Security.",
    "*Use “Use or consume”",
  ];
  const finance = [
    "block",
    "Dynamics 365 Finance is claimed under Business Applications, not under the solution area you selected.",
    "*Use “Business Applications”",
  ];
  const chef = ["block", "This role isn’t among those Microsoft names for claims."];
  const support = "Ask support (incentives) (_blank)";
  const todo = "What to do";
  const activities = [
    ...["Build intent - Advisor", "Usage recognition - Non-Incentivized"],
    "Influenced Revenue recognition - Non-Incentivized",
  ];
  for (const [row, name, said, control, ...options] of [
    [
      ...[2, todo],
      [
        [
          "block",
          "You entered a domain as the customer tenant ID.",
          "*Swap with “Customer domain”",
        ],
      ],
    ],
    [3, todo, [["block", missing, "*Use “Modern Work and Security”", "Apply to all 2"]]],
    [4, todo, [["block", missing, "*Use “Business Applications”", "Apply to all 2"]]],
    [
      ...[5, todo],
      [
        [
          ...["block", "The Partner ID contains a character that isn’t a digit."],
          "Which Partner ID? (_blank)",
        ],
      ],
    ],
    [
      ...[6, todo],
      [
        ...[lookUp, profile],
        ["settle", "An earlier row makes the same claim for this customer.", "See row 5"],
      ],
    ],
    [8, todo, [["block", "Choose the partner role.", "Choose “Partner role”"]]],
    [10, todo, [advisor]],
    [
      ...[11, todo],
      [["note", "Your role isn’t selected yet.", "Choose “Your role”"], lookUp, profile],
    ],
    [
      ...[12, todo],
      [
        [
          ...["settle", "Another partner is already associated with this customer and product."],
          support,
        ],
        ...[lookUp, profile],
      ],
    ],
    [14, todo, [[...chef, "Choose “Your role”"], advisor, finance]],
    [
      ...[2, "Customer domain"],
      [["block", "You entered a GUID as the customer domain.", "*Swap with “Customer tenant ID”"]],
      TENANT,
    ],
    [8, "Partner role", [["block", "Choose the partner role."]], "", "Choose", ...activities],
    [
      ...[14, "Your role", [chef], "Chef", "Choose", "Chef"],
      ...["Global admin", "Billing admin", "Incentives admin", "Another role"],
    ],
    [10, "Partner role", [advisor], "presales", "Choose", ...activities],
    [
      ...[14, "Solution area", [advisor, finance], "microsoft-365"],
      ...["Choose", "Business Applications", "Modern Work and Security"],
    ],
    [6, "Product", [], "Teams"],
    [6, "Partner ID", [], "5357564"],
  ]) {
    const at = names.indexOf(name) + 1;
    const cell = page.locator(`[aria-rowindex="${row}"] > [aria-colindex="${at}"]`);
    await cell.click();
    // What nothing is said about is edited by a second press.
    if (!said.length) {
      await expect(page.locator(".cell-edit")).toHaveCount(0);
      await expect(cell).toBeFocused();
      await cell.click();
    }
    const last = `Open row ${row} as a claim`;
    const isAtEnd = at > 7;
    expect(await editorOf(page), `${name}, row ${row}`).toEqual({
      label: `Row ${row}${isAtEnd ? ", at the end" : ""}`,
      control: control === undefined ? null : [`${name}, row ${row}`, control, true],
      ...{ options, said, last },
      focus: control === undefined ? said.flatMap((one) => one.slice(2))[0] : "control",
    });
    await expect(page.locator(".editing")).toHaveCount(2);
    await page.keyboard.press("Escape");
    await expect(page.locator(".editing, .cell-edit")).toHaveCount(0);
    await expect(cell).toBeFocused();
  }
});
