// What can fail on the way to the page: each time it says so, keeps what was put in, and lets try again.
import { DOMAIN, expect, HOME, open, paste, TENANT, test } from "./page.mjs";

const WASM = "**/*.wasm";
const MAIL = `Tenant ID: ${TENANT}\nDomain: ${DOMAIN}`;
const FAILED = "The checks did not load.";

const FAILURES = {
  "the core is missing": [
    "A file is missing, or the connection was lost.",
    (page) => page.route(WASM, (route) => route.fulfill({ status: 404, body: "Not found" })),
  ],
  "the connection breaks": [
    "A file is missing, or the connection was lost.",
    (page) => page.route(WASM, (route) => route.abort("connectionreset")),
  ],
  "the core is damaged": [
    "A file doesn’t belong to this version of the page.",
    (page) => page.route(WASM, (route) => route.fulfill({ body: Buffer.from("\0asm damaged") })),
  ],
  "the host’s policy forbids WebAssembly": [
    "The security policy of this page blocks WebAssembly.",
    (page) =>
      page.route(/index\.html/, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers() };
        const name = "content-security-policy";
        headers[name] = headers[name].replace(" 'wasm-unsafe-eval'", "");
        await route.fulfill({ response, headers });
      }),
  ],
  "the browser has no WebAssembly": [
    "This browser doesn’t support WebAssembly.",
    (page) => page.addInitScript(() => delete window.WebAssembly),
  ],
};

for (const [name, [reason, prepare]] of Object.entries(FAILURES))
  test(`${name}: the page says so`, async ({ page, axe, seen }) => {
    await prepare(page);
    await page.goto(`${HOME}#claim`);
    await expect(page.getByRole("heading", { name: FAILED })).toBeVisible();
    await expect(page.getByRole("alert")).toHaveText(`${reason} What you put in is still here.`);
    expect(await axe()).toEqual([]);
    seen.expect(/wasm|WebAssembly|Failed to load resource|integrity|digest|preload/i);
  });

test("another try works as soon as the fault is gone, and what was put in is read", async ({
  page,
  seen,
}) => {
  let isBroken = true;
  await page.route(WASM, (route) => (isBroken ? route.fulfill({ status: 503 }) : route.continue()));
  await page.goto(HOME);
  await expect(page.locator("html")).toHaveAttribute("data-state", "failed-checks");
  await paste(page, MAIL);
  await expect(page.getByRole("heading", { name: FAILED })).toBeVisible();
  const unread = page.locator("[data-notice=unread]");
  await expect(unread).toBeVisible();
  isBroken = false;
  await page.getByRole("main").getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Your claim" })).toBeVisible();
  await unread.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: `Claim for ${DOMAIN}` })).toBeVisible();
  seen.expect(/Failed to load resource|integrity/);
});

test("a server that does not know the type of the core is good enough", async ({ page }) => {
  await page.route(WASM, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-type": "text/plain" };
    await route.fulfill({ response, headers });
  });
  await open(page, "#claim");
  await expect(page.locator("#verdict-title")).toHaveText("Nothing to check yet");
});

test("without the table of products, the check goes on", async ({ page, seen }) => {
  await page.route(/skus/, (route) => route.abort());
  await open(page, "#claim");
  await page.getByLabel("Customer tenant ID", { exact: true }).fill(TENANT);
  await expect(page.locator("#verdict-title")).toHaveText("Still to fill in: 6");
  seen.expect(/Failed to load resource/);
});

for (const [what, files] of [
  ["no script at all", /\.js/],
  ["not the words", /\/form-\w+\.js/],
])
  test(`where ${what} arrives, the page says so in both languages, and lets try again`, async ({
    page,
    seen,
  }) => {
    let isBroken = true;
    await page.route(files, (route) => (isBroken ? route.abort() : route.continue()));
    await page.goto(HOME);
    const again = page.getByRole("link", { name: "Try again" });
    await expect(again).toBeVisible();
    await expect(page.getByText("This page is not complete yet")).toBeVisible();
    await expect(page.getByText("Diese Seite ist noch nicht vollständig")).toBeVisible();
    isBroken = false;
    await again.click();
    await expect(page.locator("html")).toHaveAttribute("data-state", "ready");
    await expect(again).toBeHidden();
    seen.expect(/Failed to load resource|Failed to fetch|preload/);
  });

test("a language that does not come leaves the page in the one it has", async ({ page, seen }) => {
  await open(page, "#claim");
  let isBroken = true;
  await page.route(/\.js/, (route) => (isBroken ? route.abort() : route.continue()));
  await page.getByLabel("Customer tenant ID", { exact: true }).fill(TENANT);
  await page.getByLabel("Language").selectOption("de");
  await expect(page.getByText("A part of this page did not load.")).toBeVisible();
  await expect(page.getByLabel("Language")).toHaveValue("en");
  await expect(page.getByLabel("Customer tenant ID", { exact: true })).toHaveValue(TENANT);
  isBroken = false;
  await page.locator("[data-notice=missed]").getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Ihr Anspruch" })).toBeVisible();
  seen.expect(/Failed to load resource/);
});

test("an example whose files do not come can be tried again", async ({ page, context, seen }) => {
  await open(page);
  await context.setOffline(true);
  await page.getByRole("link", { name: "Try an example" }).click();
  await expect(page.getByText("A part of this page did not load.")).toBeVisible();
  await context.setOffline(false);
  await page.locator("[data-notice=missed]").getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("#verdict-title")).toHaveText("File it");
  seen.expect(/Failed to load resource/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what it cannot do, and what to have ready", async ({ page }) => {
    await page.goto(HOME);
    for (const text of ["needs JavaScript", "Partner Center checks them", "MPN ID", "proof"])
      await expect(page.locator("body")).toContainText(text, { useInnerText: true });
    await expect(page.getByText("Only Microsoft decides.")).toBeVisible();
  });
});
