// What a person puts in goes nowhere, is kept nowhere beyond the tab, and runs nowhere.
import { DOMAIN, expect, open, paste, sample, TENANT, test } from "./page.mjs";

const MAIL = `Tenant ID: ${TENANT}\nDomain: ${DOMAIN}`;
const MARKUP = '<img src=x onerror="window.ran = true"><script>window.ran = true</script>';

test("a whole claim asks nobody but the page’s own server, and tells it nothing", async ({
  page,
  seen,
}) => {
  const sent = [];
  page.on("request", (request) => sent.push([request.method(), request.postData()]));
  await open(page);
  await paste(page, MAIL);
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  await page.getByRole("button", { name: "Paste or drop more" }).click();
  await page.getByLabel("Choose files").setInputFiles({
    name: "partner-profile.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(await sample("partner-profile.csv")),
  });
  await expect(
    page.getByRole("button", { name: "Export: 2 Partner IDs", exact: true }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Check it now" }).click();
  expect(sent.filter(([method, data]) => method !== "GET" || data)).toEqual([]);
  const told = seen.requests.filter((url) => /contoso|3f1c7a52|5357564/.test(url));
  expect(told).toEqual([]);
});

test("while the page is open, nothing is kept in the browser; past the tab neither", async ({
  page,
  context,
}) => {
  await open(page);
  await paste(page, MAIL);
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  const kept = () =>
    page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      cookies: document.cookie,
    }));
  expect(await kept()).toEqual({ local: [], session: [], databases: 0, caches: 0, cookies: "" });
  const other = await context.newPage();
  await open(other);
  expect(await other.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
});

test("what the tab keeps for a reload is the claim alone, also on other pages of the origin", async ({
  page,
}) => {
  await open(page);
  await paste(page, MAIL);
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  const kept = async () => {
    await page.getByRole("link", { name: "For portals" }).click();
    await page.waitForURL(/embed/);
    return page.evaluate(() => [Object.entries(sessionStorage), Object.keys(localStorage)]);
  };
  const [session, local] = await kept();
  expect(session.map(([key]) => key)).toEqual(["cpor-preflight / 1 claim"]);
  expect(JSON.parse(session[0][1]).memory.claim.customerDomain).toBe(DOMAIN);
  expect(local).toEqual([]);
  await page.goBack();
  await page.locator("[data-key=anew]").click();
  expect(await kept()).toEqual([[], []]);
});

test("a claim that was emptied is not kept for the reload", async ({ page }) => {
  await open(page);
  await paste(page, MAIL);
  await page.getByRole("button", { name: "Start anew" }).click();
  await page.reload();
  await expect(page.locator("#verdict-title")).toHaveText("Nothing to check yet");
});

test("markup in texts, exports, links and storage is text", async ({ page }) => {
  await open(page);
  await paste(page, `${MARKUP}\n${MAIL}`);
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  for (const name of ["Customer tenant ID", "Customer domain"])
    await page.getByRole("textbox", { name, exact: true }).fill(MARKUP);
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Customer domain", exact: true })).toHaveValue(
    MARKUP,
  );
  await open(page, `?kept#kept`);
  await expect(page.getByRole("heading", { name: "Kept on this device" })).toBeVisible();
  const link = Buffer.from(JSON.stringify({ product: MARKUP, customerDomain: MARKUP }));
  await open(page, `?link#claim=${link.toString("base64url")}`);
  await expect(page.locator("[data-notice=link]")).toBeVisible();
  await open(page, "?error#error");
  await paste(
    page,
    `Error: the domain ${MARKUP} does not match the tenant`,
    page.getByLabel("Paste the message"),
  );
  await expect(page.getByRole("blockquote")).toContainText(MARKUP);
  expect(await page.evaluate(() => window.ran)).toBe(undefined);
  expect(await page.locator("img").count()).toBe(0);
});
