// The way that is gone through in every starter: what a portal's first page must do.
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { watch } from "../../browser/harness.mjs";
import { element, STRICT } from "../../browser/host.mjs";
import { sample } from "../../browser/person.mjs";

/** As the library says it of a tenant ID that is none: by hand. */
const MESSAGE = /The customer tenant ID is too short: a GUID has 32 hexadecimal digits\.$/;

/** A portal's own, with the icon of its page. */
const POLICY = `${STRICT}; img-src data:`;

/** @param options what is so in a starter and a mode of it, see starters.mjs */
export async function journey(browser, url, { status, rendered, strict, route }) {
  if (rendered) {
    await comesRendered(url);
    await outlivesClients(url);
  }
  if (route) await routeChecks(new URL(route, url));
  const context = await browser.newContext({ locale: "en" });
  // What a busy machine takes long for is no fault.
  context.setDefaultTimeout(30_000);
  try {
    const page = await context.newPage();
    const seen = await watch(context, page);
    if (strict) await underPolicy(page, url);
    await page.goto(url);
    try {
      await comesAlive(page, status);
      if (rendered) await isCheckedByServer(page);
    } catch (error) {
      const shown = await page.locator("body").innerText();
      error.message = [error.message, ...problems(seen), shown].join("\n");
      throw error;
    }
    assert.deepEqual(problems(seen), []);
  } finally {
    await context.close();
  }
}

/** The element is in the page that the server sends, with its attributes and the server's own check. */
async function comesRendered(url) {
  const html = await (await fetch(url)).text();
  const [tag] = html.match(/<cpor-claim-form\b[^>]*>/) ?? assert.fail(html);
  assert.match(tag, /\bname="claim"/);
  assert.match(tag, /\bruleset="2023-10"/);
}

/** A client that goes in the middle of what it sends, as one does whose person closes the page. */
async function outlivesClients(url) {
  const { hostname: host, port } = new URL(url);
  const socket = connect({ host, port });
  await once(socket, "connect");
  const type = "application/x-www-form-urlencoded";
  const head = `POST /check HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 9\r\n\r\n`;
  await new Promise((done) => socket.write(`${head}a`, done));
  socket.resetAndDestroy();
  assert.equal((await fetch(url)).status, 200);
}

async function routeChecks(url) {
  const body = new URLSearchParams({ partnerId: "x" });
  const response = await fetch(url, { method: "POST", body });
  const { findings } = await response.json();
  assert.equal(response.status, 422);
  assert.ok(findings.some(({ code }) => code === "partner-id-malformed"));
  assert.equal((await fetch(url, { method: "OPTIONS" })).headers.get("allow"), "POST, OPTIONS");
}

async function comesAlive(page, status) {
  const form = element(page.locator("cpor-claim-form"));
  await page.locator("cpor-claim-form:defined").waitFor();
  assert.equal(await form.ready(), "ready");
  assert.equal(await form.get("ruleset"), "2023-10");
  assert.equal(await form.get("headingLevel"), 3);
  assert.deepEqual(await form.get("value"), { partnerId: "5357564" });
  await form.answer("customerTenantId", "3f1c7a52");
  assert.match(await form.messages.first().innerText(), MESSAGE);
  if (status) await page.locator("#status", { hasText: status }).waitFor();
  await bindsBothWays(page, form);
  await readsAnExport(form);
}

/** The claim is the app's: it has what is typed, letter by letter, and the form what it sets. */
async function bindsBothWays(page, form) {
  const product = form.field("product");
  await product.pressSequentially("Teams");
  await page.locator("#product", { hasText: "Teams" }).waitFor();
  assert.equal(await product.inputValue(), "Teams");
  await page.getByRole("button", { name: "Word", exact: true }).click();
  await page.locator("#product", { hasText: "Word" }).waitFor();
  await page.waitForFunction(
    () => document.querySelector("cpor-claim-form").value.product === "Word",
  );
  assert.equal(await product.inputValue(), "Word");
}

/** With it come the core and what opens files. */
async function readsAnExport({ node }) {
  await node.evaluate((form) => {
    form.intake = true;
  });
  await node.getByLabel("Choose files").setInputFiles({
    name: "openid.json",
    mimeType: "application/json",
    buffer: Buffer.from(await sample("openid-contoso.json")),
  });
  await node.getByRole("button", { name: /^Export: 1 tenant/ }).waitFor();
}

/** A draft is sent as it is, and the server says of it what the browser says. */
async function isCheckedByServer(page) {
  await page.getByRole("button", { name: "Save draft" }).click();
  const answer = page.locator("#answer");
  await answer.waitFor();
  assert.equal(await answer.innerText(), "fix: tenant-id-malformed");
}

/** Serves the page under a strict policy, whatever its server says. */
const underPolicy = (page, url) =>
  page.route(url, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-security-policy": POLICY };
    await route.fulfill({ response, headers });
  });

const problems = ({ violations, consoleErrors, pageErrors }) => [
  ...violations.map((text) => `policy: ${text}`),
  ...consoleErrors.map((text) => `console: ${text}`),
  ...pageErrors.map((text) => `error: ${text}`),
];
