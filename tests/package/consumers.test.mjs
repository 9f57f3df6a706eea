// Portals as others build them: the packed package through their tools, then in Chromium.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { checkClaim, init } from "cpor-preflight";
import { filesUnder, inRoot } from "../../scripts/tools.mjs";
import { usePage } from "../browser/harness.mjs";
import { TEXTS } from "../browser/person.mjs";
import { BUNDLERS, emptied, react18, viteServer } from "./bundlers.mjs";
import { openUnderPolicy } from "./policy.mjs";
import { asked } from "./portals/src/asked.js";
import { built, ensureConsumers } from "./tools.mjs";

// One server over all of them, so that each lies in a folder and not at the root.
const open = usePage({ folder: built });
let expected;

before(async () => {
  await ensureConsumers();
  await init();
  expected = JSON.stringify(checkClaim(...asked));
});

for (const [name, build] of Object.entries(BUNDLERS)) {
  test(`${name}: a built portal answers as Node does, under a strict policy`, async () => {
    const out = await emptied(name);
    await build(out);
    const host = await openUnderPolicy(open, out);
    await answers(host.page);
    assert.deepEqual(host.problems(), []);
    // Each once. A form that is given the library could still be without, so a bundler keeps the
    // default entry for it, which nobody loads.
    const files = (await filesUnder(out)).filter(isWasm);
    const all = (await filesUnder(inRoot("dist"))).filter(isWasm);
    assert.equal(files.length, name === "esbuild" ? 1 : all.length, String(files));
    const asked = new Set(host.requests.filter(isWasm));
    // The core has the check in it, and the worker has the same one.
    assert.equal(asked.size, 1, [...asked].join());
    await host.close();
  });
}

test("React 18: own form and element work in a built app", async () => {
  const out = await emptied("react18");
  await react18(out);
  const host = await openUnderPolicy(open, out);
  const { page } = host;
  await page.locator("form [name=customerTenantId]").fill("abc");
  await page.getByRole("button", { name: "Send" }).click();
  await page.locator(".cpor-message[data-code=tenant-id-wrong-kind]").waitFor();
  await page.locator("#own", { hasText: "fix" }).waitFor();
  assert.equal(await page.locator(".cpor-message").count(), 1, "attached once");
  await page.locator("#theirs", { hasText: "fix" }).waitFor();
  const partner = await page.evaluate(
    () => document.querySelector("cpor-claim-form").evidence.partnerIds[0].id,
  );
  assert.equal(partner, "5357564", "an object arrives as a property");
  await bindsBothWays(page);
  assert.deepEqual(host.problems(), []);
  await host.close();
});

/** The claim is the portal's: it has what is typed, letter by letter, and the form what it sets. */
async function bindsBothWays(page) {
  const { label } = TEXTS.en.fields.product;
  const form = page.locator("cpor-claim-form");
  await form.getByRole("button", { name: "Fill in Product" }).click();
  const product = form.getByRole("combobox", { name: label });
  await product.pressSequentially("Teams");
  await page.locator("#bound", { hasText: "Teams" }).waitFor();
  assert.equal(await product.inputValue(), "Teams");
  await page.getByRole("button", { name: "Word", exact: true }).click();
  await page.locator("#bound", { hasText: "Word" }).waitFor();
  await page.waitForFunction(
    () => document.querySelector("cpor-claim-form").value.product === "Word",
  );
  assert.equal(await product.inputValue(), "Word");
}

for (const [name, entry, optimizeDeps] of [
  ["with the package left as it is", "app", { exclude: ["cpor-preflight"] }],
  ["given the address", "given-vite", undefined],
]) {
  test(`Vite, developing, ${name}: the portal answers as Node does`, async () => {
    const server = await viteServer({ entry, optimizeDeps });
    try {
      const [url] = server.resolvedUrls.local;
      const host = await open({ path: url });
      await answers(host.page);
      assert.deepEqual(host.pageErrors, []);
      await host.close();
    } finally {
      await server.close();
    }
  });
}

const isWasm = (path) => path.endsWith(".wasm");

/** Waits for the consumer's answers, then tries its form. */
async function answers(page) {
  await page.waitForFunction(() => globalThis.told, undefined, { timeout: 20_000 });
  const told = await page.evaluate(() => globalThis.told);
  for (const report of told) assert.equal(report, expected);
  await page.getByLabel("Customer tenant ID").fill("3f1c7a52");
  await page.getByRole("button", { name: "Send" }).click();
  await page.locator(".cpor-message").first().waitFor();
  assert.match(page.url(), /(\/|index\.html)$/, "nothing was sent");
}
