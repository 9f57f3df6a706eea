// The library in a worker, under the page's own policy and others.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkClaim, checkRecord, init, readEvidence } from "cpor-preflight";
import { inRoot } from "../../scripts/tools.mjs";
import { usePage } from "./harness.mjs";
import { READY, sample } from "./person.mjs";

const openPage = usePage({ folder: inRoot("dist") });
const OPTIONS = { locale: "de", today: "2026-11-22" };
const POLICY = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self';
  worker-src 'self'`.replace(/\s+/g, " ");
const TRUSTING_NOBODY = `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`;
const TRUSTING_IT = TRUSTING_NOBODY.replace("trusted-types 'none'", "trusted-types cpor-preflight");

async function open(csp, prepare) {
  const opened = await openPage({
    path: "/host.html",
    async prepare(page) {
      const headers = { "content-security-policy": csp };
      const body = "<!doctype html><html lang=en><title>Host</title>";
      await page.route("**/host.html", (route) =>
        route.fulfill({ contentType: "text/html", headers, body }),
      );
      await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
      await prepare?.(page);
    },
  });
  const start = (options) =>
    opened.page.evaluate(async (given) => {
      const { startWorker } = await import("/worker.js");
      try {
        window.remote = await startWorker(given);
        return Object.keys(remote);
      } catch ({ name, code }) {
        return [name, code];
      }
    }, options);
  return { ...opened, start };
}

for (const [name, policy] of Object.entries({
  with: TRUSTING_IT,
  without: POLICY,
})) {
  test(`a worker answers as the page would, ${name} Trusted Types`, async () => {
    const { page, problems, requests, start, close } = await open(policy);
    const names = await start();
    assert.ok(names.includes("checkClaim") && names.includes("terminate"), String(names));
    assert.ok(
      !names.some((name) => /^(init|load|lookUp|hold|batch)|Batch$/.test(name)),
      String(names),
    );
    const text = await sample("graph-subscriptions.json");
    const answers = await page.evaluate(
      async ([claim, csv, options]) => {
        const said = [];
        const onProgress = (...args) => said.push(args);
        const read = await remote.readEvidence(csv, {
          tenantId: claim.customerTenantId,
          onProgress,
        });
        const report = await remote.checkClaim(claim, read.evidence, options);
        const anything = await remote.readAnything([csv, new Blob(["Tenant ID: x"])]);
        // As frameworks have it.
        const reactive = (value) =>
          new Proxy(value, {
            get(target, name) {
              const member = Reflect.get(target, name);
              return typeof member === "object" && member !== null ? reactive(member) : member;
            },
          });
        const { evidence } = read;
        const asked = [claim, evidence, options].map(reactive);
        const isSame = async (given) =>
          JSON.stringify(await remote.checkClaim(...given)) === JSON.stringify(report);
        const proxied = [await isSame(asked), await isSame([claim, reactive(evidence), options])];
        const spoilt = { partnerIds: [{ id: claim.partnerId, partnerType: () => "x" }] };
        const { findings } = await remote.checkClaim(claim, spoilt, options);
        const isTold = findings.some(({ code }) => code === "evidence-malformed");
        const thrown = await remote
          .readEvidence(csv, {
            onProgress() {
              throw new RangeError("the listener's own");
            },
          })
          .then(({ kind }) => kind);
        const odd = await remote.checkClaim(new WeakMap(), {}).catch(({ name }) => name);
        remote.terminate();
        const late = await remote.checkClaim({}).catch(({ code }) => code);
        const kinds = anything.parts.map(({ kind }) => kind);
        const others = [proxied, isTold, thrown];
        return [
          JSON.stringify(read),
          JSON.stringify(report),
          said.at(-1),
          odd,
          late,
          kinds,
          others,
        ];
      },
      [READY, text, OPTIONS],
    );
    await init();
    const read = readEvidence(text, { tenantId: READY.customerTenantId });
    const report = checkClaim(READY, read.evidence, OPTIONS);
    const bytes = Buffer.byteLength(text);
    assert.deepEqual(answers.slice(0, 2), [JSON.stringify(read), JSON.stringify(report)]);
    assert.deepEqual(answers.slice(2), [
      ...[[bytes, bytes], "DataCloneError", "worker_failed"],
      ["graph-subscriptions", "text"],
      [[true, true], true, "graph-subscriptions"],
    ]);
    assert.deepEqual(problems(), [
      "console: cpor-preflight: onProgress throws: the listener's own",
    ]);
    const loaded = requests
      .map((url) => new URL(url).pathname)
      .filter((path) => path.endsWith("wasm"));
    assert.equal(new Set(loaded).size, loaded.length, "each wasm once");
    await close();
  });
}

test("a record of a check is the same in Node, in a page, and in a worker", async () => {
  const { page, problems, start, close } = await open(POLICY);
  await start();
  const text = await sample("graph-subscriptions.json");
  const claim = { ...READY, product: "Ü \u2028 \ud800 e\u0301", customerDomain: "münchen.de" };
  const records = await page.evaluate(
    async ([given, json, options]) => {
      const here = await import("/web.js");
      await here.init();
      const all = [];
      for (const lib of [here, remote]) {
        const { evidence } = await lib.readEvidence(json, { tenantId: given.customerTenantId });
        const report = await lib.checkClaim(given, evidence, options);
        const record = await lib.checkRecord(report, given, evidence);
        const { ok } = await lib.verifyRecord(record, given, evidence);
        all.push([ok, JSON.stringify(record)]);
      }
      return all;
    },
    [claim, text, OPTIONS],
  );
  await init();
  const { evidence } = readEvidence(text, { tenantId: claim.customerTenantId });
  const record = checkRecord(checkClaim(claim, evidence, OPTIONS), claim, evidence);
  const expected = [true, JSON.stringify(record)];
  assert.deepEqual(records, [expected, expected]);
  assert.deepEqual(problems(), []);
  await close();
});

const FAILURES = {
  "the policy forbids workers": [
    "worker_failed",
    POLICY.replace("worker-src 'self'", "worker-src 'none'"),
  ],
  "its Trusted Types policy is not named": ["worker_failed", TRUSTING_NOBODY],
  "its script is missing": [
    "worker_failed",
    POLICY,
    (page) => page.route(/worker-script/, (route) => route.fulfill({ status: 404 })),
  ],
  "its core is missing": [
    "wasm_fetch_failed",
    POLICY,
    (page) => page.route(/wasm$/, (route) => route.fulfill({ status: 404 })),
  ],
  "its core is of another build": [
    "wasm_integrity",
    POLICY,
    (page) => page.route(/wasm$/, (route) => route.fulfill({ body: "\0asm of another" })),
  ],
};

for (const [what, [code, policy, prepare]] of Object.entries(FAILURES)) {
  test(`where ${what}, starting rejects and says so`, async () => {
    const { start, pageErrors, close } = await open(policy, prepare);
    assert.deepEqual(await start(), ["PreflightError", code]);
    assert.deepEqual(pageErrors, []);
    await close();
  });
}
