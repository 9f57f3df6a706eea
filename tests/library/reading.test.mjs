// What is read from exports, kept for many claims, or looked up, as a host meets it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import {
  checkClaim,
  classifyIdentifier,
  describe,
  diagnoseSubscription,
  holdEvidence,
  init,
  LOCALES,
  mergeEvidence,
  readEvidence,
  timeline,
} from "cpor-preflight";
import {
  CLAIM,
  CONTOSO,
  codesOf,
  EVIDENCE,
  OPTIONS,
  outcome,
  SAMPLE,
  SUBSCRIPTION,
  sample,
} from "./given.mjs";
import { exportFaults, isDay } from "./shapes.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

before(() => init());

test("an export is read from text and from bytes of any encoding that exports have", () => {
  const expected = readEvidence(SAMPLE, { tenantId: CONTOSO });
  assert.deepEqual(exportFaults(expected), []);
  assert.deepEqual([expected.kind, expected.rows], ["graph-subscriptions", 6]);
  assert.deepEqual(expected.problems, []);
  const utf8 = new TextEncoder().encode(SAMPLE);
  const padded = Buffer.concat([Buffer.from("xxx"), utf8, Buffer.from("yy")]);
  const wide = Buffer.from(`\ufeff${SAMPLE}`, "utf16le");
  const forms = {
    "text with a byte-order mark": `\ufeff${SAMPLE}`,
    Uint8Array: utf8,
    ArrayBuffer: utf8.slice().buffer,
    Buffer: Buffer.from(SAMPLE),
    DataView: new DataView(utf8.slice().buffer),
    "a part of a larger buffer": new Uint8Array(padded.buffer, padded.byteOffset + 3, utf8.length),
    "UTF-8 with a byte-order mark": Buffer.from(`\ufeff${SAMPLE}`),
    "UTF-16LE with a byte-order mark": wide,
    "UTF-16BE with a byte-order mark": Buffer.from(wide).swap16(),
  };
  for (const [name, form] of Object.entries(forms)) {
    assert.deepEqual(readEvidence(form, { tenantId: CONTOSO }), expected, name);
  }
});

test("a large export tells its progress, whatever the caller does with it", () => {
  const { value } = JSON.parse(SAMPLE);
  const size = JSON.stringify(value).length;
  const rows = Array.from({ length: Math.ceil(5e6 / size) }, () => value).flat();
  const customers = ["Microsoft ID,Company name,Primary domain name,Relationship"].concat(
    Array.from({ length: 1e5 }, () => `${CONTOSO},Contoso,contoso.com,Reseller`),
  );
  for (const text of [JSON.stringify(rows), `${customers.join("\n")}\n`]) {
    const told = [];
    const onProgress = (...numbers) => {
      told.push(numbers);
      throw new Error("the caller's own");
    };
    const expected = readEvidence(text, { tenantId: CONTOSO });
    assert.deepEqual(readEvidence(text, { tenantId: CONTOSO, onProgress }), expected);
    const total = text.length;
    assert.ok(told.length >= total / 2e6 && told.length <= total / 5e5, `${told.length} calls`);
    assert.deepEqual(told.at(-1), [total, total]);
    assert.ok(told.every(([done], at) => at === 0 || done >= told[at - 1][0]));
  }
});

test("the table of SKUs says where it is from", () => {
  const { source, url, date, count } = describe().skuTable;
  assert.ok(source.includes("licensing") && url.startsWith("https://learn.microsoft.com/"));
  assert.deepEqual([isDay(date), count], [true, 620]);
});

test("the tenant of an export is said, or joined from another, never assumed", () => {
  const subscriptions = readEvidence(SAMPLE).evidence;
  const skus = readEvidence(sample("graph-subscribed-skus.json")).evidence;
  const said = readEvidence(SAMPLE, { tenantId: CONTOSO }).evidence;
  const asked = (evidence) =>
    outcome(checkClaim(CLAIM, evidence, OPTIONS), "subscription-on-tenant");
  assert.equal(asked(subscriptions), "unknown");
  assert.equal(asked(said), "pass");
  assert.equal(asked(mergeEvidence(subscriptions, skus)), "pass");
  assert.deepEqual(mergeEvidence(subscriptions, skus), mergeEvidence(skus, subscriptions));
  assert.deepEqual(mergeEvidence(said, said), mergeEvidence(said, undefined));
});

test("held evidence answers as evidence does, whatever was used in between", () => {
  const held = holdEvidence(EVIDENCE);
  const asked = (evidence) => [
    checkClaim(CLAIM, evidence, OPTIONS),
    timeline(CLAIM, evidence, OPTIONS),
    diagnoseSubscription(CLAIM, evidence, OPTIONS),
    classifyIdentifier(SUBSCRIPTION, evidence),
  ];
  const expected = asked(EVIDENCE);
  assert.notDeepEqual(asked(undefined), expected);
  assert.deepEqual(asked(held), expected);
  const other = holdEvidence();
  assert.deepEqual(asked(other), asked({}));
  assert.deepEqual(asked(held), expected);
  other.add(JSON.stringify(EVIDENCE));
  assert.deepEqual(asked(other), expected);
  other.release();
  assert.deepEqual(asked(held), expected);
  held.release();
});

test("held evidence is joined, in whatever slices it comes", () => {
  const contradicting = { subscriptions: [{ id: SUBSCRIPTION, status: "expired" }] };
  const whole = mergeEvidence(EVIDENCE, contradicting);
  const expected = checkClaim(CLAIM, whole, OPTIONS);
  for (const parts of [[whole], [EVIDENCE, contradicting], [contradicting, EVIDENCE, EVIDENCE]]) {
    const held = holdEvidence();
    for (const part of parts) {
      checkClaim(CLAIM, held, OPTIONS);
      held.add(part);
    }
    assert.deepEqual(checkClaim(CLAIM, held, OPTIONS), expected);
    held.release();
  }
  const slices = holdEvidence();
  for (const [part, rows] of Object.entries(whole)) {
    for (const row of rows) slices.add({ [part]: [row] });
  }
  assert.deepEqual(checkClaim(CLAIM, slices, OPTIONS), expected);
});

test("evidence that its caller just lets go of leaves the core’s memory as well", async () => {
  const program = `
    const { Instance } = WebAssembly;
    let memory;
    WebAssembly.Instance = function (...given) {
      const instance = new Instance(...given);
      if (instance.exports.holdEvidence) ({ memory } = instance.exports);
      return instance;
    };
    const { init, holdEvidence } = await import("cpor-preflight");
    await init();
    const id = (i) => "0b6f4c1e-2d83-47aa-9f10-" + String(i).padStart(12, "0");
    const rows = Array.from({ length: 5000 }, (_, i) => ({ id: id(i), tenantId: id(i) }));
    const holdSome = async (times) => {
      for (let i = 0; i < times; i += 1) {
        holdEvidence({ subscriptions: rows });
        gc();
        await new Promise((done) => setTimeout(done));
      }
      return memory.buffer.byteLength;
    };
    console.log(JSON.stringify([await holdSome(3), await holdSome(20)]));`;
  const given = ["--expose-gc", "--input-type=module", "-e", program];
  const { stdout } = await promisify(execFile)(process.execPath, given, { cwd: ROOT });
  const [before, after] = JSON.parse(stdout);
  assert.ok(after <= before * 2, `${before} → ${after}`);
});

test("evidence that is no longer held, or not here, is evidence that cannot be read", () => {
  const released = holdEvidence(EVIDENCE);
  released.release();
  released.release();
  released.add(EVIDENCE);
  const foreign = { ...holdEvidence(EVIDENCE) };
  const damaged = holdEvidence(`${JSON.stringify(EVIDENCE).slice(0, -1)},`);
  for (const evidence of [released, foreign, damaged, holdEvidence("x"), holdEvidence(7)]) {
    const codes = codesOf(checkClaim(CLAIM, evidence, OPTIONS));
    assert.ok(codes.includes("evidence-malformed"), `${codes}`);
    classifyIdentifier(SUBSCRIPTION, evidence);
  }
  assert.throws(() => structuredClone(holdEvidence(EVIDENCE)), { name: "DataCloneError" });
});

test("a look-up says which tenant a domain belongs to, or that none has it", () => {
  const found = readEvidence(sample("openid-contoso.json"), { domain: "contoso.com" });
  assert.equal(outcome(checkClaim(CLAIM, found.evidence, OPTIONS), "tenant-domain"), "pass");
  const missing = readEvidence(sample("openid-not-found.json"));
  const report = checkClaim(
    { ...CLAIM, customerDomain: "contosso.com" },
    missing.evidence,
    OPTIONS,
  );
  assert.deepEqual(codesOf(report).slice(0, 1), ["tenant-not-found"]);
  const named = readEvidence(sample("openid-contoso.json"), {
    name: "https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration",
  });
  assert.deepEqual(named.evidence, found.evidence);
});

test("the sample claims, row by row", () => {
  const evidence = [
    readEvidence(SAMPLE, { tenantId: CONTOSO }),
    readEvidence(sample("openid-contoso.json"), { domain: "contoso.onmicrosoft.com" }),
  ].reduce((all, { evidence }) => mergeEvidence(all, evidence), {});
  const reports = claimsOf(sample("claims.csv")).map((claim) =>
    checkClaim(claim, evidence, OPTIONS),
  );
  const told = reports.map((report) => [report.verdict, ...codesOf(report)]);
  assert.deepEqual(told, [
    ["confirm", "partner-id-unverified"],
    ["confirm", "subscription-in-grace", "subscription-ending", "partner-id-unverified"],
    ["fix", "channel-not-eligible", "partner-id-unverified"],
    ["fix", "activity-not-in-area", "partner-id-unverified"],
    ["confirm", "competing-claim", "partner-id-unverified"],
    [
      "fix",
      "role-not-permitted",
      "tenant-id-wrong-kind",
      "domain-wrong-kind",
      "proof-of-execution-missing",
      "subscription-in-grace",
      "subscription-ending",
      "subscription-unverified",
      "partner-id-unverified",
      "competing-claim-unverified",
    ],
    [
      "fix",
      "subscription-id-wrong-kind",
      "revenue-association-no-payment",
      "subscription-unverified",
      "partner-id-unverified",
    ],
  ]);
});

test("findings come back as they were, however many others there were in between", () => {
  const asked = LOCALES.flatMap((locale) =>
    ["2020-06", "2023-10"].map((ruleset) => ({ locale, ruleset })),
  );
  const told = (customerDomain, options) =>
    JSON.stringify(checkClaim({ ...CLAIM, customerDomain }, {}, { ...OPTIONS, ...options }));
  const first = "first.example";
  const expected = asked.map((options) => told(first, options));
  assert.equal(new Set(expected).size, asked.length);
  for (let number = 0; number < 5000; number += 1) {
    const domain = `domain-${number % 2500}.example`;
    const at = number % asked.length;
    const report = told(domain, asked[at]);
    assert.equal(report, expected[at].replaceAll(first, domain));
  }
  assert.deepEqual(
    asked.map((options) => told(first, options)),
    expected,
  );
});

/** Claims of a CSV whose quoted cells hold commas, but neither quotes nor line ends. */
function claimsOf(csv) {
  const cells = (line) =>
    Array.from(
      line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g),
      ([, quoted, plain]) => quoted ?? plain,
    );
  const [head, ...rows] = csv.trim().split("\n").map(cells);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]])));
}
