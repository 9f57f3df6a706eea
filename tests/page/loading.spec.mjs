// What the page asks for, and when.
import { expect, HOME, open, ready, test } from "./page.mjs";

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

test("nothing comes from elsewhere", async ({ page }) => {
  await page.goto(HOME);
  await ready(page);
  await page.waitForLoadState("networkidle");
});
