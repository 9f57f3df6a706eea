import assert from "node:assert/strict";
import { test } from "node:test";
import { usePage, wrapExports } from "./harness.mjs";
import { eventually, person } from "./person.mjs";

const open = usePage();

test("the page loads without a word of complaint, and from its own origin only", async () => {
  const { page, problems, requests, close } = await open();
  await page.waitForLoadState("networkidle");
  assert.notEqual(await page.title(), "");
  assert.ok(requests.some((url) => url.endsWith("/cpor_check_bg.wasm")));
  assert.deepEqual(problems(), []);
  await close();
});

test("words and check are asked for before the page’s script is there, and once", async () => {
  const ahead = ["**/claim-*.js", "**/page-*.js", "**/cpor_check_bg.wasm"];
  const { page, requests, problems, close } = await open({
    prepare(fresh) {
      const coming = ahead.map((path) => fresh.waitForRequest(path));
      return fresh.route("**/app.js", async (route) => {
        await Promise.all(coming);
        return route.continue();
      });
    },
  });
  await page.waitForFunction(() => document.documentElement.dataset.state === "ready");
  const links = await page
    .locator("link[rel=modulepreload], link[rel=preload]")
    .evaluateAll((all) => all.map(({ href }) => href));
  for (const url of links) assert.equal(requests.filter((one) => one === url).length, 1, url);
  const soon =
    /\/(report|handoff|guides|exports|lookup|(lookup|rest|version|chunk)-\w+|late)\.(js|css)$/;
  const later = requests.slice(requests.findIndex((url) => url.endsWith("/app.js")) + 1);
  const waited = later.filter((url) => ![...links].includes(url) && !soon.test(url));
  assert.deepEqual(
    waited.filter((url) => !url.includes("favicon")),
    [],
  );
  assert.deepEqual(problems(), []);
  await close();
});

test("once the form is there, what is likely to be used next is loaded before it is", async () => {
  const { requests, close } = await open();
  const soon = ["exports", "guides", "handoff", "lookup"];
  const missing = () => soon.filter((name) => !requests.some((url) => url.endsWith(`/${name}.js`)));
  assert.deepEqual(await eventually(missing, ({ length }) => length === 0), []);
  await close();
});

test("each key is checked once, and once more when the field is left", async () => {
  const { page, close } = await open({ prepare: (fresh) => wrapExports(fresh, countChecks) });
  const me = person(page);
  await me.loaded();
  const count = () => page.evaluate(() => window.checks);
  const before = await count();
  await me.field("partnerId").pressSequentially("53575");
  assert.equal((await count()) - before, 5);
  await page.keyboard.press("Tab");
  assert.equal((await count()) - before, 6);
  await close();
});

/** In the page: counts how often a claim is checked. */
function countChecks(exports) {
  window.checks ??= 0;
  const check = (...input) => {
    window.checks += 1;
    return exports.check(...input);
  };
  return { ...exports, check };
}
