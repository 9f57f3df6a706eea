// What the page asks for, when, and how many requests wait for one another.
import { chains } from "./chains.mjs";
import { expect, HOME, open, ready, test } from "./page.mjs";

const TITLE_DE = "Einen CPOR-Anspruch prüfen, bevor Sie ihn einreichen";

test("after the page itself, one round of requests is enough to check a claim", async ({
  page,
  request,
  seen,
}) => {
  const html = await (await request.get(HOME)).text();
  const named = [...html.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, name]) => name);
  // Nothing that the page does not name may be needed: it could only be asked for in a second round.
  await page.route("**/*", (route) => {
    const name = route.request().url().replace(/^.*\//, "");
    return name === HOME || named.includes(name) ? route.continue() : route.abort();
  });
  await open(page, "#claim");
  await expect(page.locator("#verdict-title")).toHaveText("Nothing to check yet");
  const files = seen.requests.map((url) => url.replace(/^.*\//, ""));
  const ahead = named.filter((name) => /\.(js|wasm)$/.test(name));
  expect(ahead.length).toBeGreaterThan(4);
  for (const name of ahead) expect(files.filter((file) => file === name)).toEqual([name]);
  seen.expect(/Failed to load resource/);
});

test("what comes late comes with another try, and what was typed is still there", async ({
  page,
  seen,
}) => {
  seen.expect(/Failed to load resource/);
  await page.route(/late\.js/, (route) => route.abort());
  await open(page, "#claim");
  const domain = page.getByRole("textbox", { name: "Customer domain", exact: true });
  await domain.fill("contoso.com");
  await expect(page.locator(".findings")).toHaveCount(0);
  const again = page.locator('[data-notice="missed"]').getByRole("button", { name: "Try again" });
  await again.waitFor();
  await page.unroute(/late\.js/);
  await again.click();
  await page.getByRole("button", { name: "Paste or drop more" }).click();
  await expect(page.getByLabel("Paste or drop anything")).toBeFocused();
  await expect(domain).toHaveValue("contoso.com");
});

test.describe("of a German visitor", () => {
  test.use({ locale: "de-AT" });

  test("the first screen is in German before the page’s script, which finds its words there", async ({
    page,
    seen,
  }) => {
    let goOn;
    const held = new Promise((done) => {
      goOn = done;
    });
    await page.route("**/index.js", (route) => held.then(() => route.continue()));
    // Its other requests still wait for it.
    await page.goto(HOME, { waitUntil: "commit" });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE_DE);
    await expect(page).toHaveTitle(TITLE_DE);
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expect(page.locator("html")).not.toHaveAttribute("data-state");
    const words = page.locator('head > link[rel="modulepreload"][href^="form-"]');
    await expect(words).toHaveCount(2);
    const [, german] = await words.evaluateAll((links) => links.map(({ href }) => href));
    await expect.poll(() => seen.requests).toContain(german);
    goOn();
    await ready(page);
    expect(seen.requests.filter((url) => url === german)).toEqual([german]);
  });
});

const PRELOAD = '<link rel="preload" as="fetch" crossorigin href="package/cpor_check_bg.wasm">';

for (const element of [
  "<cpor-claim-form></cpor-claim-form>",
  `${PRELOAD}<cpor-claim-form></cpor-claim-form>`,
  '<cpor-claim-form lang="de"></cpor-claim-form>',
  "<cpor-activity-guide></cpor-activity-guide>",
  "<cpor-claim-result></cpor-claim-result>",
])
  test(`two rounds of requests are enough for ${element}: its script, and all else`, async ({
    page,
    baseURL,
    seen,
  }) => {
    const chain = await chains(page);
    const isLate = /^more-/;
    const html = `<!doctype html><html lang="en"><title>Portal</title>${element}
      <script type="module" src="package/define.js"></script>`;
    await page.route("**/portal.html", (route) =>
      route.fulfill({ body: html, contentType: "text/html" }),
    );
    await page.goto(`${baseURL}portal.html`);
    await page
      .locator(":defined:is(cpor-claim-form, cpor-activity-guide, cpor-claim-result)")
      .evaluate((node) => node.whenReady());
    expect(chain(isLate)).toEqual(["portal.html", "define.js", expect.any(String)]);
    // What the form can do without at first comes in one more round.
    await page.waitForLoadState("networkidle");
    expect(chain().length).toBeLessThanOrEqual(4);
    const wasm = seen.requests.filter((url) => url.endsWith(".wasm"));
    expect(wasm.length).toBe(1);
  });

test("the grid waits for no more requests in series than it did", async ({ page }) => {
  const chain = await chains(page);
  await open(page, "#many");
  await page.locator("main.many input[type=file]").waitFor({ state: "attached" });
  expect(chain().length).toBe(5);
});

test("nothing comes from elsewhere", async ({ page }) => {
  await page.goto(HOME);
  await ready(page);
  await page.waitForLoadState("networkidle");
});
