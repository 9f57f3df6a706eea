// What outlives the page: the claim in its tab, and in the browser what a person wants kept.
import { DOMAIN, expect, HOME, open, paste, ready, sample, TENANT, test } from "./page.mjs";

const MAIL = `Tenant ID: ${TENANT}\nDomain: ${DOMAIN}`;
/** The global account that all locations belong to. */
const HEAD = "4391507";
const button = (page, name) => page.getByRole("button", { name, exact: true });
const claimOf = (page, domain = DOMAIN) =>
  page.getByRole("heading", { name: `Claim for ${domain}` });

async function filled(page) {
  await open(page);
  await paste(page, MAIL);
  await expect(claimOf(page)).toBeVisible();
}

const csv = async (name) => {
  return { name, mimeType: "text/csv", buffer: Buffer.from(await sample(name)) };
};
const chooseFile = (page, file) => page.getByLabel("Choose files").setInputFiles(file);

test("a reload keeps claim, files and place, and says so", { tag: "@firefox" }, async ({
  page,
}) => {
  await filled(page);
  await button(page, "Paste or drop more").click();
  await chooseFile(page, await csv("partner-profile.csv"));
  await expect(button(page, "Export: 2 Partner IDs")).toBeVisible();
  await button(page, "Show all").click();
  await page.getByLabel("Your role").selectOption("incentives-admin");
  await page.reload();
  await expect(claimOf(page)).toBeVisible();
  await expect(page.locator("[data-notice=back]")).toContainText("Your claim is as you left it.");
  await expect(page.getByLabel("Your role")).toHaveValue("incentives-admin");
  await expect(button(page, "Export: 2 Partner IDs")).toBeVisible();
  await expect(button(page, "Show less")).toBeVisible();
  // It goes as soon as the person goes on.
  await page.getByRole("heading", { level: 1 }).click();
  await expect(page.locator("[data-notice=back]")).toHaveCount(0);
});

test("reloads one after the other keep what was put in", async ({ page }) => {
  await filled(page);
  await button(page, "Paste or drop more").click();
  await chooseFile(page, await csv("partner-profile.csv"));
  await expect(button(page, "Export: 2 Partner IDs")).toBeVisible();
  await button(page, "Keep on this device").click();
  // The next one begins before all is read.
  for (let times = 0; times < 3; times += 1) {
    await page.reload({ waitUntil: "commit" });
    await claimOf(page).waitFor();
  }
  await expect(button(page, "Export: 2 Partner IDs")).toBeVisible();
  await page.goto(`${HOME}?again#kept`);
  await button(page, DOMAIN).click();
  await expect(button(page, "Export: 2 Partner IDs")).toBeVisible();
});

test("a reload keeps a file that is of no use, with why", async ({ page }) => {
  await open(page, "#claim");
  await chooseFile(page, await csv("azure-usage-report.csv"));
  const said = page.locator(".unread");
  await expect(said).toContainText("CPOR doesn’t cover Azure.");
  await page.reload();
  await expect(said).toContainText("What would help: Subscriptions from Microsoft Graph,");
  await expect(button(page, "No use here: azure-usage-report.csv")).toBeVisible();
});

test("what was being typed is a whole text after a reload", async ({ page }) => {
  await open(page, "#claim");
  await page.getByLabel("Customer domain").fill(DOMAIN);
  await page.getByLabel("Customer tenant ID").pressSequentially("contoso.com");
  await page.reload();
  await expect(page.locator("#verdict-title")).toHaveText("Fix 1 thing");
});

test("a role alone outlives a reload", async ({ page }) => {
  await open(page, "#claim");
  await button(page, "Show all").click();
  await page.getByLabel("Your role").selectOption("global-admin");
  await page.reload();
  await expect(page.getByLabel("Your role")).toHaveValue("global-admin");
});

test("what the page says by itself follows its language, and nothing stays behind it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await filled(page);
  await page.reload();
  const notice = page.locator("[data-notice=back]");
  await expect(notice).toContainText("Your claim is as you left it.");
  await page.getByLabel("Language").evaluate((menu) => {
    menu.value = "de";
    menu.dispatchEvent(new Event("change"));
  });
  await expect(notice).toContainText("Ihr Anspruch ist, wie Sie ihn verlassen haben.");
  await expect(notice.getByRole("button", { name: "Neu anfangen" })).toBeVisible();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const [foot, said] = await Promise.all(
    [page.locator(".foot .links"), notice].map((one) => one.boundingBox()),
  );
  expect(foot.y + foot.height).toBeLessThanOrEqual(said.y);
});

test("a file too large to be kept is asked for again by its name", async ({ page }) => {
  await filled(page);
  await button(page, "Paste or drop more").click();
  const rows = Array.from(
    { length: 12_000 },
    (_, n) => `${5_000_000 + n},Northwind,${HEAD},Location ID`,
  );
  const text = ["MPNId,PartnerName,PGA_MPNID,AccountType", ...rows].join("\n");
  const file = { name: "all-locations.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await chooseFile(page, file);
  await expect(page.getByRole("button", { name: /^Export: / })).toBeVisible();
  await page.reload();
  await expect(page.locator("[data-notice=lost]")).toContainText(
    "Choose these files again: all-locations.csv",
  );
  await expect(claimOf(page)).toBeVisible();
});

test("the way to another page and back keeps the claim", async ({ page }) => {
  await filled(page);
  await page.getByRole("link", { name: "For portals" }).click();
  await expect(
    page.getByRole("heading", { name: "Put the pre-check into your portal" }),
  ).toBeVisible();
  await page.goBack();
  await expect(claimOf(page)).toBeVisible();
});

test("another tab begins with an empty form, and nothing is in the browser", async ({
  page,
  context,
}) => {
  await filled(page);
  await page.reload();
  await expect(claimOf(page)).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  const other = await context.newPage();
  await open(other, "#claim");
  await expect(other.locator("#verdict-title")).toHaveText("Nothing to check yet");
});

test("a claim that is kept is in the worklist of every tab, until it is forgotten", async ({
  page,
  context,
  axe,
}) => {
  await filled(page);
  await button(page, "Keep on this device").click();
  await expect(button(page, "Forget it")).toBeFocused();
  await expect(page.getByText(/^Kept in this browser until /)).toBeVisible();
  await button(page, "Show all").click();
  await page.getByLabel("Customer domain").fill("fabrikam.com");
  await page.keyboard.press("Tab");
  await expect(claimOf(page, "fabrikam.com")).toBeVisible();
  const other = await context.newPage();
  await expect
    .poll(async () => {
      await other.goto(`${HOME}?${Math.random()}#kept`);
      await ready(other);
      return button(other, "fabrikam.com").count();
    })
    .toBe(1);
  await expect(other.getByText(/^Still to fill in/)).toBeVisible();
  await button(other, "fabrikam.com").click();
  await expect(claimOf(other, "fabrikam.com")).toBeVisible();
  await page.getByRole("link", { name: "All that is kept" }).first().click();
  await expect(page.getByRole("heading", { name: "Kept on this device" })).toBeVisible();
  expect(await axe()).toEqual([]);
  await button(page, "Forget all of it").click();
  await expect(page.getByText("No claim is kept.")).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await expect(button(other, "Keep on this device")).toBeVisible();
});

test("a kept claim is the same in two tabs", async ({ page, context }) => {
  await filled(page);
  await chooseFile(page, await csv("partner-profile.csv"));
  await expect(button(page, "Export: 2 Partner IDs")).toBeVisible();
  await button(page, "Show all").click();
  await button(page, "Keep on this device").click();
  const other = await context.newPage();
  await open(other, "#kept");
  await button(other, DOMAIN).click();
  await expect(claimOf(other)).toBeVisible();
  await page.getByLabel("Customer domain").fill("fabrikam.com");
  await page.keyboard.press("Tab");
  await expect(claimOf(other, "fabrikam.com")).toBeVisible();
  await expect(button(other, "Export: 2 Partner IDs")).toBeVisible();
  await other.reload();
  await expect(claimOf(other, "fabrikam.com")).toBeVisible();
  await other.close();
  await page.reload();
  await expect(claimOf(page, "fabrikam.com")).toBeVisible();
  await expect(button(page, "Export: 2 Partner IDs")).toBeVisible();
});

test("what is typed last is kept, though the form is begun anew at once", async ({ page }) => {
  await filled(page);
  await button(page, "Show all").click();
  await button(page, "Keep on this device").click();
  await page.getByLabel("Customer domain").fill("fabrikam.com");
  await button(page, "Start anew").click();
  await page.getByRole("link", { name: "All that is kept" }).first().click();
  await expect(button(page, "fabrikam.com")).toBeVisible();
});

test("the example does not take the place of a claim that is kept", async ({ page }) => {
  await filled(page);
  await button(page, "Keep on this device").click();
  await page.goto(`${HOME}#example`);
  await expect(page.locator("#verdict-title")).toHaveText("File it");
  await expect(button(page, "Keep on this device")).toBeVisible();
  await page.getByRole("link", { name: "All that is kept" }).first().click();
  await expect(button(page, DOMAIN)).toBeVisible();
  await expect(page.getByText(/^Still to fill in/)).toBeVisible();
});

test("the company’s role and tenant go into each new claim", async ({ page, context }) => {
  await open(page, "#kept");
  await page.getByLabel("Your role").selectOption("global-admin");
  await page.getByLabel("Own tenant ID").fill("7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f");
  await button(page, "Keep on this device").click();
  await expect(button(page, "Keep the changes")).toBeFocused();
  const other = await context.newPage();
  await open(other, "#claim");
  await button(other, "Show all").click();
  await expect(other.getByLabel("Your role")).toHaveValue("global-admin");
  await page.locator("#main").getByRole("button", { name: "Forget it" }).click();
  await expect(button(page, "Keep on this device")).toBeVisible();
});

test("a claim that is out of date is gone", async ({ page, context }) => {
  await filled(page);
  await button(page, "Keep on this device").click();
  const later = await context.newPage();
  const day = new Date();
  day.setDate(day.getDate() + 181);
  await later.clock.setFixedTime(day);
  await open(later, "#kept");
  await expect(later.getByText("No claim is kept.")).toBeVisible();
  expect(await later.evaluate(() => localStorage.length)).toBe(0);
});

test("starting anew empties the form, and can be taken back", async ({ page }) => {
  await filled(page);
  await button(page, "Start anew").click();
  await expect(page.locator("#verdict-title")).toHaveText("Nothing to check yet");
  await page.locator("[data-notice=anew]").getByRole("button", { name: "Undo" }).click();
  await expect(claimOf(page)).toBeVisible();
});

test("what is taken back leaves no activity ticked that is not in the claim", async ({ page }) => {
  await filled(page);
  await button(page, "Show all").click();
  const [advised, helped] = [
    page.getByLabel("Advised them before they bought it"),
    page.getByLabel("Helped them use it"),
  ];
  await advised.check();
  await helped.check();
  await button(page, "Start anew").click();
  await expect(helped).not.toBeChecked();
  await page.locator("[data-notice=anew]").getByRole("button", { name: "Undo" }).click();
  await expect(advised).toBeChecked();
  await expect(helped).toBeChecked();
  await expect(
    button(page, "Go to the claim for Usage recognition - Non-Incentivized"),
  ).toBeVisible();
});

test.describe("a link", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("carries the claim behind #, after a word of warning", async ({
    page,
    browser,
    baseURL,
  }) => {
    await filled(page);
    await button(page, "Link to this claim").click();
    await expect(page.getByText("Whoever has the link sees all")).toBeVisible();
    await page.getByRole("button", { name: "Copy the link" }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).search).toBe("");
    expect(link.startsWith(`${baseURL}${HOME}#claim=`)).toBe(true);
    const context = await browser.newContext({ locale: "en-US", serviceWorkers: "block" });
    const other = await context.newPage();
    await other.goto(link);
    await expect(claimOf(other)).toBeVisible();
    await expect(other.locator("[data-notice=link]")).toContainText("Check who sent it.");
    expect(new URL(other.url()).hash).toBe("#claim");
    await context.close();
  });
});

test("a link that was cut off is told, and takes nothing away", async ({ page }) => {
  await filled(page);
  await page.evaluate(() => {
    location.hash = "#claim=eyJjdXN0b21lckRvbWFpbiI6ImNvb";
  });
  await expect(page.locator("[data-notice=link]")).toContainText("can be read");
  await expect(claimOf(page)).toBeVisible();
});

test("a link’s claim has only fields that there are", async ({ page }) => {
  const claim = { customerDomain: "fabrikam.com", constructor: "x", __proto__x: 1, product: ["x"] };
  const text = Buffer.from(JSON.stringify(claim)).toString("base64url");
  await open(page, `#claim=${text}`);
  await expect(claimOf(page, "fabrikam.com")).toBeVisible();
});

const DAMAGED = {
  "is no JSON": "{",
  "is something else": "[1, null]",
  "has parts of other kinds": JSON.stringify({
    memory: {
      claim: { customerDomain: 5, product: {}, partnerId: "5357564" },
      left: "x",
      filed: 1,
    },
    sources: [null, 5, { about: 5 }, { about: { columns: 5 }, bytes: "%%%", name: "x" }],
    arrangement: { opened: [5, "nowhere"], unfolded: {} },
    spots: { a: 5, b: { top: "x" } },
  }),
};
for (const [what, text] of Object.entries(DAMAGED))
  test(`storage that ${what} does no harm`, async ({ page }) => {
    await filled(page);
    await page.reload();
    await expect(claimOf(page)).toBeVisible();
    await button(page, "Keep on this device").click();
    await page.evaluate((content) => {
      addEventListener("pagehide", () => {
        for (const storage of [sessionStorage, localStorage])
          for (const key of Object.keys(storage)) storage.setItem(key, content);
      });
    }, text);
    await page.reload();
    await ready(page);
    await page.goto(`${HOME}?again#kept`);
    await ready(page);
    await expect(page.getByRole("heading", { name: "Kept on this device" })).toBeVisible();
  });

test("what another version keeps is left alone, until all is forgotten", async ({ page }) => {
  await open(page, "#kept");
  const key = await page.evaluate(() => {
    const folder = location.pathname.replace(/[^/]*$/, "");
    localStorage.setItem("another page", "1");
    localStorage.setItem(`cpor-preflight ${folder} 2 draft x`, "1");
    return `cpor-preflight ${folder} 2 draft x`;
  });
  await filled(page);
  await button(page, "Keep on this device").click();
  await page.goto(`${HOME}?again#kept`);
  await expect(button(page, DOMAIN)).toBeVisible();
  expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBe("1");
  await button(page, "Forget all of it").click();
  await expect(page.getByText("No claim is kept.")).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(["another page"]);
});

test("where the browser keeps nothing, the page works and says so when it matters", async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("no", "SecurityError");
        },
      });
  });
  await filled(page);
  await button(page, "Keep on this device").click();
  await expect(page.locator("[data-notice=keep]")).toContainText(
    "This browser doesn’t let the page keep anything.",
  );
  await page.reload();
  await expect(page.locator("#verdict-title")).toHaveText("Nothing to check yet");
});
