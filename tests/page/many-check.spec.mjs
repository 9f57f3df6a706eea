// Many claims while they are checked, and what comes of each way in which that can end: what the page says, what can be
// done, and what is there.

import { expect, open, test } from "./page.mjs";

const HEAD =
  "customerTenantId,customerDomain,solutionArea,product,activity,partnerId,userRole,competingPartner,proofOfExecution";
const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const GOOD = `${TENANT},contoso.com,microsoft-365,Teams,usage,5357564,incentives-admin,no,ready`;
const WRONG = GOOD.replace("5357564", "x");
const file = (name, ...lines) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`${[HEAD, ...lines].join("\r\n")}\r\n`),
});

/** The checker says to the page what a test lets through: `window.hears(kind)` lets all of a kind that has come, or comes. */
function holdChecker() {
  const waiting = [];
  const open = new Set(["ready", "planned", "csv"]);
  window.hears = (...kinds) => {
    open.clear();
    for (const kind of ["ready", ...kinds]) open.add(kind);
    for (const one of waiting.splice(0)) one();
  };
  const { Worker } = window;
  window.Worker = class extends Worker {
    constructor(address, options) {
      super(address, options);
      if (!String(address).includes("checker")) return;
      window.checker = this;
      let listener;
      Object.defineProperty(this, "onmessage", {
        set(given) {
          listener = given;
        },
      });
      const take = (event) => {
        const [kind] = Object.keys(event.data);
        if (open.has(kind)) listener(event);
        else waiting.push(() => take(event));
      };
      this.addEventListener("message", take);
      this.says = (data) => listener({ data });
    }
  };
}

/** What the page says of the check, and what it offers about it. */
async function state(page) {
  const main = page.locator("main");
  return {
    title: await page.title(),
    heading: await main.getByRole("heading", { level: 1 }).innerText(),
    status: (await main.getByRole("status").allInnerTexts()).filter(Boolean).join(),
    buttons: await main
      .locator(".tool")
      .first()
      .locator(":scope > .btns > button:visible")
      .allInnerTexts(),
    rows: await main.locator("[role=row][data-place]").count(),
    isBusy: await main.locator("[role=grid]").getAttribute("aria-busy"),
  };
}

test("a check is followed, canceled, begun again, and broken", async ({ page }) => {
  await page.addInitScript(holdChecker);
  await open(page, "#many");
  const files = page.getByLabel("Choose files");
  const claims = file("claims.csv", GOOD, WRONG);
  await files.first().setInputFiles(claims);
  const soon = (due) => expect.poll(() => state(page)).toEqual(due);
  const checking = {
    ...{ title: "Checking …: claims.csv", heading: "Checking …", status: "", buttons: ["Cancel"] },
    ...{ rows: 0, isBusy: null },
  };
  await page.locator("#many-title").waitFor();
  await expect.poll(async () => (await state(page)).heading).toBe("Checking …");
  await page.waitForFunction(() => window.checker?.says);
  await page.evaluate(() => window.hears());
  const half = claims.buffer.length / 2;
  await page.evaluate((progress) => window.checker.says({ progress }), half);
  await expect(page.getByText(/^\d+% of the file is read\.$/)).toBeVisible();
  await page.evaluate(() => window.hears("found"));
  await expect(page.getByRole("grid", { name: "Claims" })).toBeVisible();
  await soon({ ...checking, status: "50% of the file is read.", rows: 2, isBusy: "true" });
  // What is to be done in a row can be seen; what is in it cannot be changed yet.
  const todo = page.locator('[aria-rowindex="3"] > [aria-colindex="2"]');
  await todo.click();
  await expect(page.getByRole("button", { name: "Open row 3 as a claim" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("F2");
  await page.keyboard.press("Delete");
  await expect(page.getByRole("grid").getByRole("textbox")).toHaveCount(0);
  await page.getByRole("button", { name: "Cancel" }).click();
  const fix = { title: "Fix 1 of 2 claims first: claims.csv", heading: "Fix 1 of 2 claims first" };
  await soon({
    ...{ ...fix, rows: 2, isBusy: null, buttons: ["Check again"] },
    status: "Canceled. Only what was read until then is here.",
  });
  await page.evaluate(() => window.hears("found", "end"));
  await page.getByRole("button", { name: "Check again" }).click();
  const done = { ...fix, rows: 2, isBusy: null, buttons: [], status: "" };
  await soon(done);
  await page.getByRole("button", { name: "Paste or drop more" }).click();
  const empty = "There is no claim in this file";
  await page.evaluate(() => window.hears());
  await files.first().setInputFiles(file("again.csv", WRONG, WRONG, GOOD));
  await expect.poll(async () => (await state(page)).title).toBe("Checking …: again.csv");
  await page.evaluate(() =>
    window.checker.dispatchEvent(new ErrorEvent("error", { cancelable: true })),
  );
  await soon({
    ...{ title: `${empty}: again.csv`, heading: empty, rows: 0, isBusy: null },
    ...{ status: "The check ended early. Try again.", buttons: ["Check again"] },
  });
  await page.evaluate(() => window.hears("found", "end"));
  await page.getByRole("button", { name: "Check again" }).click();
  const [heading, name] = ["Fix 2 of 3 claims first", "again.csv"];
  await soon({ ...done, title: `${heading}: ${name}`, heading, rows: 3 });
});
