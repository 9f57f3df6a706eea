// The plan line by line: what it says of each claim and customer, which lines are drawn, what is asked of the partner, and
// what stays when it is made anew.

import { readFile } from "node:fs/promises";
import { inRoot } from "../../scripts/tools.mjs";
import { expect, open, sampleFile, test } from "./page.mjs";

const CONTOSO = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const FABRIKAM = "7d20f7b1-6a54-4d0b-9c38-0f6f6a1b2c3d";
const button = (scope, name) => scope.getByRole("button", { name, exact: true });
const csv = (name, ...lines) => ({
  ...{ name, mimeType: "text/csv" },
  buffer: Buffer.from(`${lines.map((line) => `${line}\r\n`).join("")}`),
});

/** Subscriptions as Azure’s usage report has them: `[tenant, SKU, channel, end]`, numbered. */
const usage = (...all) =>
  csv(
    "usage.csv",
    "PGAMpnID,SubscriptionId,SubscriptionStartDate,SubscriptionEndDate,SubscriptionStatus,Month,SKU,SKUId,SalesModel,CustomerName,CustomerTenantId,AvailableSeats,AssignedSeats",
    ...all.map(([tenant, sku, channel, end], at) => {
      const id = `0b6f4c1e-2d83-47aa-9f10-${String(at).padStart(12, "0")}`;
      const [name, skuId] = SKUS[sku];
      return `4391507,${id},2025-11-03,${end},Active,2026-10-01,${name},${skuId},${channel},Contoso,${tenant},40,36`;
    }),
  );
const SKUS = {
  sales: ["DYN365_ENTERPRISE_SALES", "1e1a282c-9c54-43a2-9310-98ef728faace"],
  finance: ["DYN365_FINANCE", "55c9eb4e-c746-45b4-b255-9ab6b19d5c62"],
  e5: ["SPE_E5", "06ebc4ee-1bb5-47dd-8120-11324bc54e06"],
};
/** More of Dynamics 365. */
const MORE = (await readFile(inRoot("src", "facts", "skus.csv"), "utf8"))
  .split("\n")
  .filter((line) => /^[^"]*,(customer-service|supply-chain|commerce),false$/.test(line))
  .slice(0, 10)
  .map((line) => line.split(","));
for (const [id, partNumber] of MORE) SKUS[partNumber] = [partNumber, id];
/** Each line as it is read: the customer, or the claim with all that is said of it. */
const lines = (page) =>
  page.locator("ul.plan > li").evaluateAll((all) =>
    all.map((one) => {
      const texts = (part) => [...one.querySelectorAll(part)].map(({ textContent }) => textContent);
      const box = one.querySelector("input");
      if (!box) return texts("h2, span");
      const look = one.querySelector(".st").className.replace("st is-", "");
      const open = one.querySelector(".state small").textContent.split(", ").length;
      const why = one.querySelector(".sheet");
      return [
        box.ariaLabel.replace("Choose: ", ""),
        ...[box.checked, look, ...texts(".st span"), open, ...texts(".until, summary")],
        [...why.querySelectorAll("p.quiet")].length,
        ...[...why.querySelectorAll("button")].map(({ textContent }) => textContent),
      ];
    }),
  );

async function put(page, ...files) {
  await page.getByLabel("Choose files").first().setInputFiles(files);
}

/** A claim’s line: all seven points are open where nothing is said yet. */
const claim = (name, activity, isChosen, look, state, open, until) => [
  `${name}, ${activity}`,
  ...[isChosen, look, state, open, until, `Why: ${name}, ${activity}`, open, "Open as a claim"],
];
const SALES = "Dynamics 365 for Sales Enterprise Edition";
const FINANCE = "Dynamics 365 Finance";
const ADVISOR = "Build intent - Advisor";
const USAGE = "Usage recognition - Non-Incentivized";
const INFLUENCE = "Influenced Revenue recognition - Non-Incentivized";
const LATE = "until November 3, 2099";
const PUT_IN = usage(
  [CONTOSO, "sales", "Volume Licensing", "2099-11-03"],
  [FABRIKAM, "finance", "Volume Licensing", ""],
  [CONTOSO, "finance", "CSP", "2099-11-03"],
  [CONTOSO, "e5", "Volume Licensing", "2099-11-03"],
  ["", "sales", "Volume Licensing", "2099-11-03"],
);

test("each line says what stands against its claim, also when the plan is another one", async ({
  page,
}) => {
  await open(page, "#plan");
  await expect(page).toHaveTitle("Find what you can claim");
  await expect(page.locator("#any-hint")).toHaveText("Put in exports of one or many customers.");
  await put(page, PUT_IN);
  const heading = page.locator("#plan-title");
  await expect(heading).toHaveText("6 possible claims");
  await expect(page).toHaveTitle("6 possible claims");
  await expect(page.getByText("From 5 subscriptions of 2 customers")).toBeVisible();
  const bar = page.getByRole("region", { name: "Claims by customer" });
  await expect(bar.getByRole("status")).toHaveText("0 of 6 chosen");
  await expect(bar.getByRole("button")).toHaveCount(0);
  const fix = (activity) => claim(SALES, activity, false, "block", "To be fixed", 7, LATE);
  const other = (activity) =>
    claim(FINANCE, activity, false, "block", "To be fixed", 7, "no end date");
  expect(await lines(page)).toEqual([
    [CONTOSO],
    ...[ADVISOR, USAGE, INFLUENCE].map(fix),
    [FABRIKAM],
    ...[ADVISOR, USAGE, INFLUENCE].map(other),
  ]);
  // Of what lies over the lines below, one is open at a time.
  const whys = page.locator("ul.plan details");
  for (const at of [0, 2]) await whys.nth(at).locator("summary").press("Enter");
  await expect(whys.nth(2)).toHaveAttribute("open", "");
  await expect(whys.nth(0)).not.toHaveAttribute("open");
  await whys.nth(2).locator("summary").press("Enter");
  // What can be filed by the own location is chosen by itself.
  await page.getByLabel("Your Partner ID").fill("5357564");
  await page.getByLabel("Your role").selectOption("Incentives admin");
  const used = page.getByLabel("Helped them use it");
  await used.check();
  await expect(bar.getByRole("status")).toHaveText("2 of 2 chosen");
  await expect(heading).toHaveText("2 possible claims");
  const settle = ["settle", "Settle 6 points first", 6];
  expect(await lines(page)).toEqual([
    [CONTOSO],
    claim(SALES, USAGE, true, ...settle, LATE),
    [FABRIKAM],
    claim(FINANCE, USAGE, true, ...settle, "no end date"),
  ]);
  await expect(bar.getByRole("button")).toHaveText(["Download as a file", "Open 2 in the grid"]);
  await expect(button(page, "Choose none")).toBeVisible();
  await page.getByText("3 can’t be claimed").click();
  await expect(page.locator("[data-fold=excluded] dt")).toHaveCount(3);
  // With another answer there is another plan; without one, there are all again.
  await page.getByLabel("Advised them before they bought it").check();
  await expect(heading).toHaveText("4 possible claims");
  await used.uncheck();
  await expect(heading).toHaveText("2 possible claims");
  expect((await lines(page)).map(([first]) => first)).toEqual([
    ...[CONTOSO, `${SALES}, ${ADVISOR}`, FABRIKAM, `${FINANCE}, ${ADVISOR}`],
  ]);
  await page.getByLabel("Advised them before they bought it").uncheck();
  await expect(heading).toHaveText("6 possible claims");
});

test("a customer has its name where an export says it, and what was answered is there again", async ({
  page,
}) => {
  await open(page, "#plan");
  await put(page, PUT_IN);
  await expect(page.locator("#plan-title")).toHaveText("6 possible claims");
  const own = page.locator("[data-fold=own]");
  await expect(own).toHaveAttribute("open", "");
  await expect(own.getByLabel("Your Partner ID")).toHaveAttribute("autocomplete", "off");
  await expect(own.getByLabel("Your Partner ID")).toHaveAccessibleDescription(
    "Several: with commas between them.",
  );
  await page.getByLabel("Your role").selectOption("Incentives admin");
  await page.getByLabel("Helped them use it").check();
  await expect(page.locator("#plan-title")).toHaveText("2 possible claims");
  await button(page, "Paste or drop more").click();
  await put(page, sampleFile("customers-and-tenants.csv"));
  await expect.poll(async () => (await lines(page))[0]).toEqual(["contoso.com", CONTOSO]);
  await page.evaluate(() => {
    location.hash = "#many";
  });
  await expect(page.locator("#plan-title")).toHaveCount(0);
  await page.evaluate(() => {
    location.hash = "#plan";
  });
  await expect(page.locator("#plan-title")).toHaveText("2 possible claims");
  await expect(own).not.toHaveAttribute("open");
  await own.locator("summary").click();
  await expect(page.getByLabel("Your role")).toHaveValue("incentives-admin");
  await expect(page.getByLabel("Helped them use it")).toBeChecked();
  await expect(page.getByLabel("Advised them before they bought it")).not.toBeChecked();
});

test("lines around those in sight are drawn, one below the other, and the one with the focus stays", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, "#plan");
  const tenant = (at) => CONTOSO.replace(/^.{4}/, String(1000 + (at >> 2)));
  const all = Array.from({ length: 400 }, (_, at) => [
    ...[tenant(at), at % 2 ? "sales" : "finance", "Volume Licensing", "2099-11-03"],
  ]);
  await put(page, usage(...all));
  await expect(page.locator("#plan-title")).toHaveText("1,200 possible claims");
  const drawn = () =>
    page.locator("ul.plan").evaluate((list) => {
      const lines = [...list.children].map((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return { place: Number(one.ariaPosInSet), size: one.ariaSetSize, top, bottom };
      });
      return {
        places: lines.map(({ place }) => place),
        sizes: new Set(lines.map(({ size }) => size)).size,
        above: lines.filter(({ bottom }) => bottom <= 0).length,
        below: lines.filter(({ top }) => top >= innerHeight).length,
        gaps: new Set(lines.slice(1).map((one, at) => Math.round(one.top - lines[at].bottom))).size,
      };
    });
  const scrollTo = (share) =>
    page.evaluate(async (part) => {
      const list = document.querySelector("ul.plan");
      const start = list.getBoundingClientRect().top + scrollY;
      scrollTo(0, start + part * (list.offsetHeight - innerHeight));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, share);
  for (const [share, above, below] of [
    [0, 0, 6],
    [0.4, 6, 6],
    [1, 6, 0],
  ]) {
    await scrollTo(share);
    const { places, ...seen } = await drawn();
    expect(places).toEqual(places.map((_, at) => places[0] + at));
    expect([seen.sizes, seen.gaps]).toEqual([1, 1]);
    expect(Math.abs(seen.above - above)).toBeLessThanOrEqual(1);
    expect(Math.abs(seen.below - below)).toBeLessThanOrEqual(1);
    if (!share) expect(places[0]).toBe(1);
    // 100 customers, and twelve claims of each.
    if (share === 1) expect(places.at(-1)).toBe(1300);
  }
  const box = page.getByRole("checkbox", { name: /^Choose: / }).nth(8);
  await box.focus();
  const place = await box.evaluate((one) => Number(one.closest("li").ariaPosInSet));
  for (const [share, at] of [
    [0, -1],
    [1, 0],
  ]) {
    await scrollTo(share);
    expect((await drawn()).places).toContain(place);
    if (at) expect((await drawn()).places.at(at)).toBe(place);
    expect(await page.evaluate(() => document.activeElement.type)).toBe("checkbox");
  }
});

test("exports of which nothing can be claimed say so, and offer nothing to choose", async ({
  page,
}) => {
  await open(page, "#plan");
  await put(page, usage([CONTOSO, "finance", "CSP", "2099-11-03"]));
  const nothing = "Nothing to claim in these exports";
  await expect(page.locator("#plan-title")).toHaveText(nothing);
  await expect(page).toHaveTitle(nothing);
  await expect(page.getByText(/^From \d/)).toBeHidden();
  await expect(page.getByRole("button", { name: /^Choose (all|none)$/ })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Claims by customer" })).toHaveCount(0);
  const excluded = page.locator("[data-fold=excluded]");
  // It counts once, for whichever activity.
  await expect(excluded.locator("summary")).toHaveText("1 can’t be claimed");
  await excluded.locator("summary").click();
  await expect(excluded.locator("dt")).toHaveText("1 subscription");
  await expect(excluded.locator("dd small")).toHaveText("Dynamics 365 Finance");
  // Of many products, the first eight are named.
  await button(page, "Paste or drop more").click();
  await put(page, usage(...MORE.map(([, sku]) => [CONTOSO, sku, "CSP", "2099-11-03"])));
  await expect(excluded.locator("summary")).toHaveText("10 can’t be claimed");
  const named = await excluded.locator("dd small").first().innerText();
  expect(named.split(", ").length).toBe(8);
  expect(named).toMatch(/ …$/);
});
