import assert from "node:assert/strict";
import { test } from "node:test";
import { usePage } from "./harness.mjs";
import { eventually } from "./person.mjs";

const open = usePage();

test("the page loads without a word of complaint, and from its own origin only", async () => {
  const { page, problems, requests, close } = await open();
  await page.waitForLoadState("networkidle");
  assert.notEqual(await page.title(), "");
  assert.ok(requests.some((url) => url.endsWith("/lib/wasm/cpor_check_bg.wasm")));
  assert.deepEqual(problems(), []);
  await close();
});

test("words and check are asked for before the page’s script is there, and once", async () => {
  const ahead = ["/built/de.js", "/lib/wasm/cpor_check_bg.wasm"];
  const { page, requests, close } = await open({
    locale: "de-DE",
    async prepare(fresh) {
      const coming = ahead.map((path) => fresh.waitForRequest(`**${path}`));
      await fresh.route("**/built/app.js", async (route) => {
        await Promise.all(coming);
        return route.continue();
      });
    },
  });
  await page.waitForFunction(() => document.documentElement.dataset.state === "ready");
  for (const path of ahead) {
    assert.equal(requests.filter((url) => url.endsWith(path)).length, 1, path);
  }
  assert.ok(!requests.some((url) => url.endsWith("/built/en.js")));
  await close();
});

test("once the form is there, what is likely to be used next is loaded before it is", async () => {
  const { requests, close } = await open();
  const soon = ["exports", "guides", "handoff", "lookup"];
  const missing = () =>
    soon.filter((name) => !requests.some((url) => url.endsWith(`/built/${name}.js`)));
  assert.deepEqual(await eventually(missing, ({ length }) => length === 0), []);
  await close();
});
