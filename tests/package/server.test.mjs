// The same check on a server: the server of server.md over HTTP, and reports equal byte for byte in Node and
// in Chromium.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { checkClaim, describe, init, LOCALES, readEvidence, rulesets } from "cpor-preflight";
import { inRoot } from "../../scripts/tools.mjs";
import { usePage } from "../browser/harness.mjs";
import { READY, sample, TENANT } from "../browser/person.mjs";
import { ensurePacked, install } from "./tools.mjs";

const portal = mkdtempSync(join(tmpdir(), "server-"));
const open = usePage({ folder: inRoot("dist") });
let url;
let server;
let claims;
let evidence;

before(async () => {
  await Promise.all([ensurePacked(), init()]);
  claims = variations();
  evidence = readEvidence(await sample("graph-subscriptions.json"), { tenantId: TENANT }).evidence;
  await install(portal);
  const document = await readFile(inRoot("www", "docs", "server.md"), "utf8");
  const [, program] = document.match(/```js\n(import \{ createServer \}[\s\S]+?)```/);
  await writeFile(join(portal, "server.mjs"), program);
  const port = await freePort();
  url = `http://127.0.0.1:${port}/`;
  const env = { ...process.env, PORT: port };
  server = spawn(process.execPath, ["server.mjs"], { cwd: portal, env, stdio: "inherit" });
  while (!(await fetch(url).catch(() => undefined))) {
    await new Promise((done) => setTimeout(done, 50));
  }
});

after(async () => {
  server.kill();
  await rm(portal, { recursive: true, force: true });
});

test("in Chromium and in Node, every report is the same text", async () => {
  const host = await open({
    path: "/host.html",
    prepare: (page) =>
      page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body: "" })),
  });
  const task = { claims, evidence, locales: LOCALES, editions: rulesets().map(({ id }) => id) };
  const there = await host.page.evaluate(
    async ([asked, report]) => {
      const library = await import("/web.js");
      await library.init();
      // biome-ignore lint/security/noGlobalEval: the same function on both sides
      return eval(report)(library.checkClaim, asked);
    },
    [task, `(${reportsOn})`],
  );
  const here = reportsOn(checkClaim, task);
  assert.equal(here.length, claims.length * 2 * LOCALES.length * task.editions.length);
  assert.ok(new Set(here).size > 100, "they are not all alike");
  here.forEach((report, i) => {
    assert.equal(there[i], report);
  });
  await host.close();
});

test("what a form posts and what a script posts get the browser’s report", async () => {
  for (const [i, claim] of claims.entries()) {
    const locale = LOCALES[i % LOCALES.length];
    const expected = checkClaim(claim, {}, { locale });
    for (const body of [new URLSearchParams({ ...claim, csrf: "x" }), JSON.stringify(claim)]) {
      const headers = { "accept-language": `${locale},fr;q=0.5` };
      if (typeof body === "string") headers["content-type"] = "application/json";
      const response = await fetch(url, { method: "POST", body, headers });
      assert.equal(response.status, expected.verdict === "fix" ? 422 : 200);
      assert.equal(await response.text(), JSON.stringify(expected));
    }
  }
});

test("what is no claim is answered, too", async () => {
  const json = { "content-type": "application/json" };
  const post = (body, headers) => fetch(url, { method: "POST", body, headers });
  assert.equal((await post("{", json)).status, 400);
  for (const body of ["null", "7", '"x"', "[[]]"]) {
    assert.equal((await post(body, json)).status, 400, body);
  }
  assert.equal((await post('{"activity":{}}', json)).status, 422);
  assert.equal((await post(new Uint8Array([0xff, 0xfe, 0]), {})).status, 415);
});

/** Runs in Node and, sent over as text, in Chromium: it may use nothing from outside. */
function reportsOn(check, { claims, evidence, locales, editions }) {
  const today = "2026-11-22";
  return claims.flatMap((claim) =>
    editions.flatMap((ruleset) =>
      locales.flatMap((locale) =>
        [{}, evidence].map((known) =>
          JSON.stringify(check(claim, known, { ruleset, locale, today })),
        ),
      ),
    ),
  );
}

/** A good claim, and it with each field emptied, spoilt or chosen otherwise. */
function variations() {
  const others = ["", " ", "x", "12", "5357564", TENANT, TENANT.slice(1), `{${TENANT}}`];
  const odd = [
    "münchen.de",
    "a@outlook.com",
    "https://contoso.com/x",
    "CFQ7TTC0LH18:0001",
    "\u200b",
    "ß".repeat(300),
  ];
  const of = ({ options }) => [...options.map(({ value }) => value), ...others, ...odd];
  return describe().fields.flatMap((field) =>
    of(field).map((value) => ({ ...READY, [field.name]: value })),
  );
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  return port;
}
