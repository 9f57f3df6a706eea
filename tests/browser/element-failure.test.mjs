// The elements where something did not arrive: what they say, what goes on, and another try. The numbers are those of
// the checklist for widgets.
import assert from "node:assert/strict";
import { test } from "node:test";
import { entries, useHost } from "./host.mjs";
import { eventually, TENANT } from "./person.mjs";

const open = useHost();
/** As the form's texts have them. */
const failures = {
  wasm_blocked_by_csp: "The security policy of this page blocks WebAssembly.",
  wasm_fetch_failed: "A file is missing, or the connection was lost.",
  wasm_integrity: "A file doesn’t belong to this version of the page.",
  wasm_unsupported: "This browser doesn’t support WebAssembly.",
};
const WASM = "**/cpor_check_bg.wasm";
const CORE = "**/cpor_core_bg.wasm";
/** The words of form and result, by what they were built from. */
const WORDS = /\/dist\/form-\w+\.js$/;

const heardErrors = (page) =>
  page.addInitScript(() => {
    window.heard = [];
    addEventListener("claim-error", ({ detail }) =>
      window.heard.push([detail.code, detail.message]),
    );
  });

const withoutEval = async (page) =>
  page.route("**/plain.html", async (route) => {
    const response = await route.fetch();
    const policy = response.headers()["content-security-policy"].replace(" 'wasm-unsafe-eval'", "");
    const headers = { ...response.headers(), "content-security-policy": policy };
    await route.fulfill({ response, headers });
  });

const FAILURES = {
  wasm_blocked_by_csp: withoutEval,
  wasm_fetch_failed: (page) => page.route(WASM, (route) => route.fulfill({ status: 404 })),
  wasm_integrity: (page) =>
    page.route(WASM, (route) => route.fulfill({ body: Buffer.from("\0asm\x01\0\0\0") })),
  wasm_unsupported: (page) => page.addInitScript(() => delete window.WebAssembly),
};

test("a file that is missing is named to whoever builds the portal", async () => {
  const { form, consoleErrors, close } = await open({ prepare: FAILURES.wasm_fetch_failed });
  assert.equal(await form.ready(), "failed");
  const told = consoleErrors.find((text) => text.startsWith("cpor-preflight: "));
  assert.match(
    told,
    /there is no wasm at http\S+\/dist\/cpor_check_bg\.wasm\. See \S+toolchains\.md/,
  );
  await close();
});

for (const [code, prepare] of Object.entries(FAILURES)) {
  test(`W11, W12: ${code} is said and told; the form still submits what was typed`, async () => {
    const { page, form, pageErrors, close } = await open({
      prepare: async (fresh) => {
        await heardErrors(fresh);
        await prepare(fresh);
      },
    });
    assert.equal(await form.ready(), "failed");
    assert.deepEqual(await page.evaluate(() => window.heard), [[code, failures[code]]]);
    assert.ok(await form.node.getByText(failures[code]).isVisible());
    assert.ok(await form.matches(":state(failed)"));
    await form.answer("customerTenantId", TENANT);
    await form.answer("userRole", "other");
    assert.ok(await form.node.evaluate((node) => node.checkValidity()), "nothing was checked");
    const sent = Object.fromEntries(await entries(page));
    assert.equal(sent["claim.customerTenantId"], TENANT);
    assert.equal(sent["claim.userRole"], "other");
    assert.equal(sent["claim.findings"], undefined);
    const checked = await form.node.evaluate(async (node) => {
      let isHeard = false;
      node.addEventListener("claim-checked", () => {
        isHeard = true;
      });
      return [await node.check(), isHeard];
    });
    assert.deepEqual(checked, [null, false]);
    assert.deepEqual(pageErrors, []);
    await close();
  });
}

test("W11: where not even the words arrive, it says so, keeps the value, and can try again", async () => {
  let broken = true;
  const { page, form, pageErrors, close } = await open({
    prepare: async (fresh) => {
      await heardErrors(fresh);
      await fresh.route(WORDS, (route) => (broken ? route.abort() : route.continue()));
    },
  });
  assert.equal(await form.ready(), "failed");
  assert.equal((await page.evaluate(() => window.heard))[0][0], "wasm_fetch_failed");
  assert.ok(await form.node.getByRole("alert").isVisible());
  await form.node.evaluate((node) => {
    node.value = { product: "Teams" };
  });
  assert.equal(Object.fromEntries(await entries(page))["claim.product"], "Teams");
  broken = false;
  await form.node.getByRole("button", { name: "Try again" }).click();
  assert.equal(
    await eventually(
      () => form.get("state"),
      (state) => state === "ready",
    ),
    "ready",
  );
  assert.deepEqual(await form.get("value"), { product: "Teams" });
  assert.deepEqual(pageErrors, []);
  await close();
});

test("W11: a part that failed can be had again when it is used again, and the rest works without", async () => {
  let broken = true;
  const { form, pageErrors, close } = await open({
    prepare: (fresh) => fresh.route(CORE, (route) => (broken ? route.abort() : route.continue())),
  });
  assert.equal(await form.ready(), "ready");
  await form.answer("partnerId", "5357564");
  await form.node.getByText("Which partner role?", { exact: true }).click();
  await form.node.getByText("The checks did not load.", { exact: true }).first().waitFor();
  assert.match(await form.node.evaluate((node) => node.toText()), /Partner ID: 5357564/);
  broken = false;
  await form.node.getByRole("button", { name: "Try again" }).click();
  await form.node.getByRole("radio", { name: "We influenced the purchase" }).waitFor();
  assert.deepEqual(pageErrors, []);
  await close();
});

test("W11: a rule set that is not there is told, and another counts", async () => {
  const { page, form, close } = await open({ prepare: heardErrors });
  await form.ready();
  await form.node.evaluate((node) => {
    node.ruleset = "1999-01";
  });
  const text = "This page asks for rules that this version doesn’t have.";
  await form.node.getByText(text).first().waitFor();
  assert.equal((await page.evaluate(() => window.heard))[0][0], "rules_outdated");
  assert.equal(await form.get("state"), "ready");
  await close();
});

test("W11: where the check did not arrive, a press has it again, and what was typed stays", async () => {
  let broken = true;
  const { form, pageErrors, close } = await open({
    prepare: (fresh) => fresh.route(WASM, (route) => (broken ? route.abort() : route.continue())),
  });
  assert.equal(await form.ready(), "failed");
  await form.answer("partnerId", "MPN 5357564 x");
  broken = false;
  await form.node.getByRole("button", { name: "Try again" }).click();
  const state = () => form.get("state");
  assert.equal(await eventually(state, (one) => one === "ready"), "ready");
  assert.equal((await form.get("value")).partnerId, "MPN 5357564 x");
  await form.check.click();
  assert.match(await eventually(form.verdict, (text) => /^Fix/.test(text)), /^Fix \d+ things$/);
  assert.deepEqual(pageErrors, []);
  await close();
});

for (const [tag, arrived] of [
  ["cpor-claim-result", (node) => node.getByRole("heading", { name: /^Fix \d+ / })],
  ["cpor-activity-guide", (node) => node.getByRole("radio").first()],
  ["cpor-partner-id-guide", (node) => node.getByRole("textbox").first()],
]) {
  test(`W11: where it did not arrive for <${tag}>, a press has it again`, async () => {
    let broken = true;
    const { page, pageErrors, close } = await open({
      path: "alone.html",
      prepare: (fresh) =>
        fresh.route("**/cpor_*_bg.wasm", (route) => (broken ? route.abort() : route.continue())),
    });
    const node = page.locator(tag);
    assert.equal(await node.evaluate((one) => one.whenReady().then(() => one.state)), "failed");
    assert.ok(await node.getByText(failures.wasm_fetch_failed).isVisible());
    assert.equal(await arrived(node).count(), 0);
    broken = false;
    await node.getByRole("button", { name: "Try again" }).click();
    await arrived(node).waitFor();
    assert.equal(await node.evaluate((one) => one.state), "ready");
    assert.deepEqual(pageErrors, []);
    await close();
  });
}
