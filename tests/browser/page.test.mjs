import assert from "node:assert/strict";
import { test } from "node:test";
import { usePage } from "./harness.mjs";

const open = usePage();

test("the page loads without a word of complaint, and from its own origin only", async () => {
  const { page, problems, requests, close } = await open();
  await page.waitForLoadState("networkidle");
  assert.notEqual(await page.title(), "");
  assert.ok(requests.some((url) => url.endsWith("/lib/wasm/cpor_check_bg.wasm")));
  assert.deepEqual(problems(), []);
  await close();
});
