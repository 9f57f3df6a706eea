// The elements in portals as others build and serve them: the packed package through their tools, then
// in Chromium.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { before, test } from "node:test";
import { checkClaim, init } from "cpor-preflight";
import { run } from "../../scripts/tools.mjs";
import { usePage } from "../browser/harness.mjs";
import { element } from "../browser/host.mjs";
import { sample } from "../browser/person.mjs";
import { ELEMENTS, emptied, next, viteServer } from "./bundlers.mjs";
import { openUnderPolicy } from "./policy.mjs";
import { asked } from "./portals/src/asked.js";
import { built, ensureConsumers } from "./tools.mjs";

const open = usePage({ folder: built });
/** Vite sets another one for this process. */
const PRODUCTION = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };

before(ensureConsumers);

for (const [name, build] of Object.entries(ELEMENTS)) {
  test(`${name}: a built portal has working elements, under a strict policy`, async () => {
    const out = await emptied(`elements-${name}`);
    await build(out);
    const host = await openUnderPolicy(open, out);
    await elementWorks(host);
    assert.deepEqual(host.problems(), []);
    await host.close();
  });
}

for (const [how, optimizeDeps] of [
  ["as it comes", undefined],
  ["with the package left as it is", { exclude: ["cpor-preflight"] }],
]) {
  test(`Vite, developing, ${how}: the elements work`, async () => {
    const server = await viteServer({ root: "elements", optimizeDeps });
    try {
      const host = await open({ path: server.resolvedUrls.local[0] });
      await elementWorks(host);
      await host.close();
    } finally {
      await server.close();
    }
  });
}

test("Next: a server component and a route check as Node does, and the element on its page works", async () => {
  await init();
  await run(...next("build"), PRODUCTION);
  const server = spawn(...next("start", "--port", "0", "--hostname", "localhost"), {
    env: { ...process.env, ...PRODUCTION },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const address = await addressOf(server);
    await routeChecks(new URL("/claims", address));
    const host = await open({ path: address });
    const answer = await host.page.locator("output").innerText();
    assert.equal(answer, JSON.stringify(checkClaim(...asked)));
    await elementWorks(host);
    await host.close();
  } finally {
    server.kill();
  }
});

/** A route handler of the portal checks what is posted. */
async function routeChecks(url) {
  const body = new URLSearchParams({ partnerId: "x" });
  const response = await fetch(url, { method: "POST", body });
  const { findings } = await response.json();
  assert.equal(response.status, 422);
  assert.ok(findings.some(({ code }) => code === "partner-id-malformed"));
  assert.equal((await fetch(url, { method: "OPTIONS" })).headers.get("allow"), "POST, OPTIONS");
}

/** Checks what is typed, and reads an export. */
async function elementWorks({ page, pageErrors, consoleErrors }) {
  const form = element(page.locator("cpor-claim-form"));
  const why = () => assert.fail([...pageErrors, ...consoleErrors].join("\n"));
  await page.locator("cpor-claim-form:defined").waitFor().catch(why);
  if ((await form.ready()) !== "ready") why();
  await form.answer("customerTenantId", "abc");
  await form.check.click();
  assert.equal(await form.node.evaluate(({ report }) => report.verdict), "fix");
  await form.node.evaluate((node) => {
    node.intake = true;
  });
  await form.node.getByLabel("Choose files").setInputFiles({
    name: "openid.json",
    mimeType: "application/json",
    buffer: Buffer.from(await sample("openid-contoso.json")),
  });
  await form.node.getByRole("button", { name: /^Export: 1 tenant/ }).waitFor();
  assert.deepEqual([...pageErrors, ...consoleErrors], []);
}

/** Where a server is, once it says so. */
async function addressOf({ stdout }) {
  for (let said = ""; ; ) {
    const [piece] = await once(stdout, "data");
    said += piece;
    const [address] = said.match(/http:\/\/localhost:\d+/) ?? [];
    if (address) return address;
  }
}
