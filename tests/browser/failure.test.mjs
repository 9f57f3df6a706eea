// What can fail on the way to the page: each time it says so, and the form stays of use.
import assert from "node:assert/strict";
import { test } from "node:test";
import { usePage } from "./harness.mjs";
import { eventually, person, READY, TENANT, TEXTS } from "./person.mjs";

const open = usePage();
const { page: words, fields } = TEXTS.en;
const { failures, failed, worksheet, notChecked } = words.result;
const { retry } = words.common;
const WASM = "**/*.wasm";

const FAILURES = {
  "the core is missing": [
    failures.wasm_fetch_failed,
    (page) => page.route(WASM, (route) => route.fulfill({ status: 404, body: "Not found" })),
  ],
  "the connection breaks": [
    failures.wasm_fetch_failed,
    (page) => page.route(WASM, (route) => route.abort("connectionreset")),
  ],
  "the core is damaged": [
    failures.wasm_integrity,
    (page) => page.route(WASM, (route) => route.fulfill({ body: Buffer.from("\0asm damaged") })),
  ],
  "an error page comes in place of the core": [
    failures.wasm_integrity,
    (page) => page.route(WASM, (route) => route.fulfill({ contentType: "text/html", body: "<p>" })),
  ],
  "the host's policy forbids WebAssembly": [
    failures.wasm_blocked_by_csp,
    (page) =>
      page.route(
        (url) => url.pathname === "/",
        async (route) => {
          const response = await route.fetch();
          const headers = { ...response.headers() };
          headers["content-security-policy"] = headers["content-security-policy"].replace(
            " 'wasm-unsafe-eval'",
            "",
          );
          await route.fulfill({ response, headers });
        },
      ),
  ],
  "the browser has no WebAssembly": [
    failures.wasm_unsupported,
    (page) => page.addInitScript(() => delete window.WebAssembly),
  ],
};

for (const [name, [reason, prepare]] of Object.entries(FAILURES)) {
  test(`${name}: the page says so, and is a worksheet`, async () => {
    const { page, pageErrors, close } = await open({ prepare });
    const me = person(page);
    await me.loaded();
    await me.button(retry).waitFor();
    assert.equal(await me.verdict(), failed);
    assert.ok(await me.result.getByText(`${reason} ${worksheet}`, { exact: true }).isVisible());
    assert.ok(await me.result.getByText(words.decides).isVisible());
    await me.answerAll(READY);
    await me.check.click();
    assert.equal(await me.verdict(), failed, "no verdict where nothing was checked");
    assert.deepEqual(await me.errors(), []);
    assert.equal(await me.field("customerTenantId").inputValue(), TENANT);
    assert.deepEqual(pageErrors, []);
    await close();
  });
}

test("what the worksheet copies has the claim, and says that nothing was checked", async () => {
  const { page, close } = await open({
    prepare: (fresh) => fresh.route(WASM, (route) => route.abort()),
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const me = person(page);
  await me.loaded();
  await me.answerAll(READY);
  await me.result.getByRole("button", { name: words.common.copy, exact: true }).click();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  const text = await eventually(read, Boolean);
  assert.ok(text.includes(`${fields.customerTenantId.label}: ${TENANT}`));
  assert.ok(text.includes(notChecked));
  assert.ok(!text.includes("JSON"));
  await close();
});

test("trying again works as soon as the fault is gone, and keeps what was typed", async () => {
  let broken = true;
  const { page, close } = await open({
    prepare: (fresh) =>
      fresh.route(WASM, (route) => (broken ? route.fulfill({ status: 503 }) : route.continue())),
  });
  const me = person(page);
  await me.loaded();
  await me.answerAll(READY);
  await me.button(retry).click();
  await me.button(retry).waitFor();
  assert.equal(await me.verdict(), failed, "still broken");
  broken = false;
  await me.button(retry).click();
  const verdict = await eventually(me.verdict, (title) => title !== failed);
  assert.notEqual(verdict, failed);
  assert.equal(await me.field("customerTenantId").inputValue(), TENANT);
  assert.ok((await me.findings()).length > 0, "what was typed is checked now");
  await close();
});

test("a server that does not know the type of the core is good enough", async () => {
  const { page, problems, close } = await open({
    prepare: (fresh) =>
      fresh.route(WASM, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), "content-type": "text/plain" };
        await route.fulfill({ response, headers });
      }),
  });
  const me = person(page);
  await me.loaded();
  assert.equal(await me.verdict(), words.result.open);
  assert.deepEqual(problems(), []);
  await close();
});

test("without the core, claims are still checked; guides and own IDs say that it is missing, and how to go on", async () => {
  let broken = true;
  const { page, pageErrors, close } = await open({
    prepare: (fresh) =>
      fresh.route("**/cpor_core_bg.wasm", (route) => (broken ? route.abort() : route.continue())),
  });
  const me = person(page);
  await me.loaded();
  await me.answerAll(READY);
  await me.check.click();
  assert.equal(await me.verdict(), TEXTS.en.verdicts.confirm.title);
  const guide = await me.guide(words.partnerGuide.title);
  const again = guide.getByRole("button", { name: retry, exact: true });
  await guide.getByText(words.common.partFailed).waitFor();
  await again.click();
  await guide.getByText(words.common.partFailed).waitFor();
  broken = false;
  await again.click();
  await me.addPartnerId(READY.partnerId);
  const enrolment = TEXTS.en.checks["partner-id-enrolled"];
  const isOpen = async () => (await me.findings()).some((text) => text.includes(enrolment));
  assert.equal(await me.field("partnerId").inputValue(), READY.partnerId);
  assert.equal(await eventually(isOpen, (open) => !open), false, "the own ID counts");

  broken = true;
  await page.reload();
  await me.loaded();
  await me.button(words.restoreYes).click();
  await page.getByText(words.common.partFailed).waitFor();
  await me.check.click();
  assert.equal(await isOpen(), true, "it does not count before the core is there");
  broken = false;
  await me.button(retry).click();
  assert.equal(await eventually(isOpen, (open) => !open), false);
  assert.deepEqual(pageErrors, []);
  await close();
});

test("without the table of products, the check goes on and does not guess", async () => {
  const { page, pageErrors, close } = await open({
    prepare: (fresh) => fresh.route(/skus/, (route) => route.abort()),
  });
  const me = person(page);
  await me.loaded();
  await me.answerAll({ ...READY, product: "SPE_E5" });
  await me.check.click();
  assert.equal(await me.verdict(), TEXTS.en.verdicts.confirm.title);
  assert.deepEqual(await me.errors(), []);
  assert.deepEqual(pageErrors, []);
  await close();
});

for (const [what, files] of [
  ["no script at all", /\.js/],
  ["not the words", /\/page-\w+\.js/],
]) {
  test(`where ${what} arrives, the page says so in both languages, and lets try again`, async () => {
    let broken = true;
    const { page, close } = await open({
      prepare: (fresh) =>
        fresh.route(files, (route) => (broken ? route.abort() : route.continue())),
    });
    const again = page.getByRole("link", { name: TEXTS.en.page.common.retry });
    await again.waitFor();
    const seen = await page.locator("body").innerText();
    assert.ok(seen.includes("This page is not complete"));
    assert.ok(seen.includes("Diese Seite ist noch nicht vollständig"));
    assert.ok(!(await page.getByText(words.loading).isVisible()), "nor does it go on promising");
    broken = false;
    await again.click();
    await person(page).loaded();
    await close();
  });
}

for (const file of ["report.js", "late.css"]) {
  test(`where ${file} does not come, the page says that a part is missing, and tries again`, async () => {
    let broken = true;
    const { page, pageErrors, close } = await open({
      prepare: (fresh) =>
        fresh.route(`**/${file}*`, (route) => (broken ? route.abort() : route.continue())),
    });
    const me = person(page);
    await me.loaded();
    await page.getByText(words.common.partFailed).waitFor();
    await me.answer("customerTenantId", "3f1c7a52-9b0e");
    await me.check.click();
    assert.deepEqual(await me.findings(), []);
    broken = false;
    await me.button(retry).click();
    await me.summary().waitFor();
    assert.equal(await me.verdict(), TEXTS.en.verdicts.fix.title);
    assert.deepEqual(pageErrors, []);
    await close();
  });
}

test("a part that does not come is named, and comes with another try", async () => {
  const { page, pageErrors, close } = await open();
  const me = person(page);
  await me.loaded();
  await me.answer("product", "Teams");
  await page.context().setOffline(true);
  await me.button(words.exampleNames.csp).click();
  await page.getByText(words.exampleFailed, { exact: true }).waitFor();
  assert.equal(await me.field("product").inputValue(), "Teams", "nothing is lost by it");
  await page.context().setOffline(false);
  await me.button(words.common.retry).click();
  await page.getByText(words.exampleFilled, { exact: true }).waitFor();
  assert.deepEqual(pageErrors, []);
  await close();
});

test("a part that failed is asked for under another address at once: older browsers remember it as failed", async () => {
  const part = /\/(diagnosis|examples|exports|guides|handoff|lookup|rulesets)\.js$/;
  const { page, pageErrors, close } = await open({
    prepare: (fresh) => fresh.route(part, (route) => route.abort()),
  });
  const me = person(page);
  await me.loaded();
  await me.guide(words.activityGuide.title);
  await me.guide(words.diagnosis.title);
  await page.getByText(words.rulesets.title, { exact: true }).click();
  await page.getByText(words.rulesets.changed, { exact: true }).waitFor();
  await me.button(words.exampleNames.good).click();
  await page.getByText(words.exampleFilled, { exact: true }).waitFor();
  await page.getByRole("table", { name: words.evidence.found }).waitFor();
  assert.deepEqual(pageErrors, []);
  await close();
});

test("without JavaScript, the page says what it cannot do and what to have ready", async () => {
  const { page, problems, close } = await open({ javaScriptEnabled: false });
  const seen = await page.locator("body").innerText();
  const needed = ["MPN ID", "tenant ID", "proof of execution"];
  for (const text of ["needs JavaScript", "Partner Center checks them", ...needed, words.decides]) {
    assert.ok(seen.includes(text), text);
  }
  assert.ok(!seen.includes(words.loading), "no promise that never comes true");
  assert.deepEqual(problems(), []);
  await close();
});
