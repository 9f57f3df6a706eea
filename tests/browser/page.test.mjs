import assert from "node:assert/strict";
import { test } from "node:test";
import { usePage } from "./harness.mjs";

const open = usePage();

test("the page loads without a word of complaint, and from its own origin only", async () => {
  const { page, problems, requests, close } = await open();
  await page.waitForLoadState("networkidle");
  assert.notEqual(await page.title(), "");
  assert.ok(requests.some((url) => url.endsWith("/lib/wasm/cpor_preflight_bg.wasm")));
  assert.deepEqual(problems(), []);
  await close();
});

for (const [name, options] of Object.entries({
  light: {},
  dark: { colorScheme: "dark" },
  "right to left": { dir: "rtl" },
  "forced colours": { forcedColors: "active" },
  "in German, on a phone": { locale: "de-AT", viewport: { width: 360, height: 740 } },
})) {
  test(`the page is accessible: ${name}`, async () => {
    const { page, axe, problems, close } = await open(options);
    await page.waitForLoadState("networkidle");
    assert.deepEqual(await axe(), []);
    assert.deepEqual(problems(), []);
    await close();
  });
}
