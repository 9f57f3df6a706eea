// What somebody could do to the page on purpose: script in every field, cell and file name, other letters in a domain, a
// storage that is full, a clock anywhere.
import { DOMAIN, expect, open, paste, sample, TENANT, test } from "./page.mjs";

const MARKUP = `"><img src=x onerror="window.attacked=1"><script>window.attacked=1</script><u>x</u>`;
/** What the page does not have, and what could run. */
const FOREIGN = `img, body script:not([src]), iframe, object, [onerror], [onload], u, a[href^="javascript:" i]`;
const MAIL = `Tenant ID: ${TENANT}\nDomain: ${DOMAIN}`;

test.afterEach(async ({ page }) => {
  expect(await page.evaluate(() => window.attacked)).toBe(undefined);
  expect(await page.locator(FOREIGN).count()).toBe(0);
});

test("markup in every field is text in every finding", async ({ page, context }) => {
  const filled = async (tab, text) => {
    await open(tab, "#claim");
    await tab.getByRole("button", { name: "Show all" }).click();
    for (const input of await tab.locator("input[data-key][type=text]:visible").all())
      await input.fill(text);
    await tab.keyboard.press("Tab");
    await expect(tab.locator("#verdict.is-block")).toBeVisible();
    return tab.evaluate(() => document.querySelectorAll("main *").length);
  };
  // It is read as the same, so that it has the same findings.
  const harmless = MARKUP.replaceAll("<", "‹").replaceAll(">", "›");
  expect(await filled(page, MARKUP)).toBe(await filled(await context.newPage(), harmless));
});

for (const name of [
  "cpor-usage-report.csv",
  "dynamics-usage-report.csv",
  "partner-center-customers.csv",
  "sku-reference.csv",
  "graph-subscriptions.json",
  "graph-subscribed-skus.json",
  "openid-contoso.json",
  "partner-center-subscriptions.json",
])
  test(`markup in every cell of ${name}, and in its name, is text`, async ({ page }) => {
    await open(page);
    await paste(page, MAIL);
    await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
    await page.getByRole("button", { name: "Paste or drop more" }).click();
    const content = await sample(name);
    const texts = name.endsWith(".csv")
      ? [inEveryCell(content)]
      : [false, true].map((keepsIds) => JSON.stringify(inEveryText(JSON.parse(content), keepsIds)));
    const files = texts.map((text, at) => ({
      name: `${at}${MARKUP.replaceAll("/", "")}.${name.replace(/.*\./, "")}`,
      mimeType: "text/plain",
      buffer: Buffer.from(text),
    }));
    await page.getByLabel("Choose files").setInputFiles(files);
    await expect(page.locator(".chips > li")).toHaveCount(1 + files.length);
    for (const chip of await page.locator(".chip > button:first-child").all()) await chip.click();
    await expect(page.locator(".chip-panel").last()).toBeVisible();
  });

test("a domain in letters that look like others is shown as what it is", async ({ page }) => {
  await open(page, "#claim");
  const domain = page.getByRole("textbox", { name: "Customer domain", exact: true });
  await domain.fill("соntoso.com");
  await page.keyboard.press("Tab");
  const read = page.locator(".read bdi").filter({ hasText: /^xn--[a-z0-9-]+\.com$/ });
  await expect(read).toBeVisible();
  expect(await read.evaluate((node) => getComputedStyle(node).direction)).toBe("ltr");
  await domain.fill("\u202emoc.osotnoc");
  await page.keyboard.press("Tab");
  // No sign that turns the line around.
  expect(await page.locator("main").innerText()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});

test("with a storage that is full, the page works, and a reload keeps what was typed if it can", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await open(page);
  await paste(page, MAIL);
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  await page.reload();
  await expect(page.locator("#verdict-title")).toHaveText("Nothing to check yet");
});

for (const [timezoneId, at, month] of [
  ["Pacific/Kiritimati", "2026-11-22T10:00:00Z", "October 2023"],
  ["Pacific/Pago_Pago", "2023-10-10T10:30:00Z", "June 2020"],
  ["Pacific/Kiritimati", "2023-10-09T10:00:00Z", "October 2023"],
  ["UTC", "1970-01-01T00:00:00Z", "June 2020"],
  ["UTC", "9998-12-31T12:00:00Z", "October 2023"],
])
  test.describe(`${at} in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test("the rules go by the person’s own day", async ({ page }) => {
      await page.clock.setFixedTime(new Date(at));
      await open(page);
      await paste(page, MAIL);
      await expect(page.getByText(`By the rules of ${month}`)).toBeVisible();
    });
  });

function inEveryCell(csv) {
  const [header, row = ""] = csv.split(/\r?\n/);
  const cells = header.split(",").map(() => `"${MARKUP.replaceAll('"', '""')}"`);
  return [header, row, cells.join(","), ""].join("\r\n");
}

/** All texts, or only those that are no IDs, so that the rows are read. */
function inEveryText(value, keepsIds, name = "") {
  if (Array.isArray(value)) return value.map((item) => inEveryText(item, keepsIds));
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value);
    return Object.fromEntries(members.map(([key, one]) => [key, inEveryText(one, keepsIds, key)]));
  }
  return typeof value !== "string" || (keepsIds && /id$|issuer/i.test(name)) ? value : MARKUP;
}
