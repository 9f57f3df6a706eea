// What somebody could do to the library on purpose: names that JavaScript gives a meaning, files made
// to fill the memory, a clock in any place and year. What breaks off is in trap.test.mjs.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import { promisify } from "node:util";
import {
  checkBatch,
  checkClaim,
  classifyIdentifier,
  diagnoseSubscription,
  init,
  mergeEvidence,
  openBatch,
  readEvidence,
} from "cpor-preflight";
import { inRoot } from "../../scripts/tools.mjs";

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SUBSCRIPTION = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const CLAIM = {
  customerTenantId: TENANT,
  customerDomain: "contoso.com",
  solutionArea: "business-applications",
  activity: "usage",
  subscriptionId: SUBSCRIPTION,
};
const OPTIONS = { today: "2026-11-22", locale: "en" };
const MEGABYTE = 2 ** 20;

before(() => init());

/** A claim's members under `__proto__`, as JSON.parse makes them: its own, with that very name. */
const polluting = (value) =>
  JSON.parse(
    `{"__proto__":${JSON.stringify(value)},"constructor":{"prototype":${JSON.stringify(value)}}}`,
  );

test("what is nested without end hides nothing that stands behind it", () => {
  const nested = (depth) => (depth > 0 ? [nested(depth - 1)] : []);
  const rows = [
    { id: SUBSCRIPTION, tenantId: TENANT, claimedBy: "us", status: nested(1_000) },
    { id: SUBSCRIPTION, tenantId: TENANT, claimedBy: "other-partner", status: "active" },
  ];
  const claim = { ...CLAIM, proofOfExecution: nested(1_000), competingPartner: "no" };
  const { checks, findings } = checkClaim(claim, { subscriptions: rows }, OPTIONS);
  const { outcome } = checks.find(({ id }) => id === "subscription-unclaimed");
  assert.equal(outcome, "fail");
  const codes = findings.map(({ code }) => code);
  assert.ok(codes.includes("subscription-already-claimed"), codes.join());
  assert.ok(codes.includes("evidence-malformed"), codes.join());
});

test("what a claim, evidence, options or answers have under __proto__ changes nothing", () => {
  const members = Object.getOwnPropertyNames(Object.prototype);
  const row = { id: SUBSCRIPTION, tenantId: TENANT, status: "active", channel: "web-direct" };
  const bare = checkClaim(CLAIM, { subscriptions: [{ id: SUBSCRIPTION }] }, OPTIONS);
  const polluted = [
    checkClaim(CLAIM, { subscriptions: [{ id: SUBSCRIPTION, ...polluting(row) }] }, OPTIONS),
    checkClaim(
      CLAIM,
      { ...polluting({ subscriptions: [row] }), subscriptions: [{ id: SUBSCRIPTION }] },
      OPTIONS,
    ),
    checkClaim(
      CLAIM,
      { subscriptions: [{ id: SUBSCRIPTION }] },
      { ...polluting({ ruleset: "2023-10", today: "1999-01-01" }), ...OPTIONS },
    ),
  ];
  for (const report of polluted) assert.deepEqual(report.checks, bare.checks);
  const claim = JSON.parse(
    `{"__proto__":{"customerTenantId":"${TENANT}","proofOfExecution":"ready"},"constructor":"x"}`,
  );
  const report = checkClaim(claim, {}, OPTIONS);
  assert.deepEqual(report.understood, {});
  const unknown = report.findings.filter(({ code }) => code === "unknown-field");
  assert.deepEqual(
    unknown.map(({ params }) => params.field),
    ["__proto__", "constructor"],
  );
  const other = JSON.parse('{"__proto__":{"partnerId":"5357564"},"toString":"x"}');
  const own = checkClaim(other, polluting({ subscriptions: [row] }), OPTIONS);
  assert.deepEqual(own.understood, {});
  mergeEvidence(polluting({ subscriptions: [row] }), polluting(row));
  diagnoseSubscription(claim, polluting(row), { answers: polluting({ channel: "csp" }) });
  const known = { id: SUBSCRIPTION, skuPartNumber: "DYN365_FINANCE", serviceStatus: [] };
  const value = [{ ...polluting({ status: "Enabled" }), ...known }];
  const { evidence } = readEvidence(JSON.stringify({ value }), polluting({ tenantId: TENANT }));
  assert.deepEqual(
    evidence.subscriptions.map(({ status, tenantId }) => [status, tenantId]),
    [["unknown", undefined]],
  );
  for (const header of ["__proto__,constructor,toString", "customerTenantId,__proto__,valueOf"]) {
    const answer = checkBatch(`${header}\n${TENANT},__proto__,x\n`, {}, OPTIONS);
    assert.equal(answer.rows, 1);
  }
  assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), members);
  assert.deepEqual([{}.status, {}.tenantId, {}.ruleset, [].subscriptions], Array(4).fill());
});

test("names of JavaScript’s own members are no languages, rule sets, options or kinds", () => {
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"]) {
    const options = { locale: name, ruleset: name, today: name };
    const report = checkClaim({ ...CLAIM, activity: name, product: name }, {}, options);
    assert.deepEqual([report.locale, report.ruleset], ["en", "2023-10"]);
    assert.ok(report.findings.every(({ what }) => typeof what === "string" && what));
    assert.equal(typeof classifyIdentifier(name).kind, "string");
  }
});

test("a cell of 100 MB is passed over; the memory stays that of a small file", () => {
  const piece = new TextEncoder().encode("x".repeat(MEGABYTE));
  const head = new TextEncoder().encode(`customerTenantId,product\n${TENANT},"`);
  const tail = new TextEncoder().encode(`"\n${TENANT},Teams\n`);
  let written = 0;
  const run = openBatch({}, { ...OPTIONS, onCsv: ({ length }) => (written += length) });
  run.push(head);
  const before = process.memoryUsage.rss();
  for (let count = 0; count < 100; count += 1) run.push(piece);
  const grown = process.memoryUsage.rss() - before;
  run.push(tail);
  const { rows, problems } = run.end();
  assert.equal(rows, 2);
  assert.ok(problems.some(({ code, row }) => code === "row-too-long" && row === 1));
  assert.ok(written > 100 * MEGABYTE, "what is too long to be read is not lost");
  assert.ok(grown < 64 * MEGABYTE, `${Math.round(grown / MEGABYTE)} MB more`);
});

test("a header of a million columns is read as far as any table goes", () => {
  const many = `customerTenantId,${"x,".repeat(1_000_000)}y\n${TENANT}${",1".repeat(1_000_001)}\n`;
  const answer = checkBatch(many, {}, OPTIONS);
  assert.ok(answer.columns.length <= 1_000_002);
  assert.equal(typeof answer.rows, "number");
});

test("the caller’s day is that of any zone, around midnight, and on days that are moved", async () => {
  const script = `
    import { checkClaim, init } from "cpor-preflight";
    await init();
    const Own = Date;
    const days = [];
    for (const at of JSON.parse(process.argv[1])) {
      globalThis.Date = class extends Own {
        constructor(...input) { super(...(input.length ? input : [at])); }
        static now() { return at; }
      };
      days.push(checkClaim({}).today);
    }
    console.log(JSON.stringify(days));
  `;
  const days = async (zone, moments) => {
    const args = ["--input-type=module", "--eval", script, JSON.stringify(moments.map(Date.parse))];
    const options = { cwd: inRoot(), env: { ...process.env, TZ: zone } };
    return JSON.parse((await promisify(execFile)(process.execPath, args, options)).stdout);
  };
  for (const [zone, expected] of Object.entries({
    "Pacific/Kiritimati": {
      "2026-11-22T09:59:59Z": "2026-11-22",
      "2026-11-22T10:00Z": "2026-11-23",
    },
    "Pacific/Pago_Pago": {
      "2026-11-22T10:59:59Z": "2026-11-21",
      "2026-11-22T11:00Z": "2026-11-22",
    },
    // Clocks go forward at midnight: there is no 00:00 on this day.
    "Africa/Cairo": { "2026-04-23T21:59:59Z": "2026-04-23", "2026-04-23T22:00Z": "2026-04-24" },
    // This day was left out.
    "Pacific/Apia": { "2011-12-30T09:59:59Z": "2011-12-29", "2011-12-30T10:00Z": "2011-12-31" },
    UTC: {
      "1970-01-01T00:00Z": "1970-01-01",
      "2028-02-29T23:59:59Z": "2028-02-29",
      "9999-12-31T23:59:59Z": "9999-12-31",
    },
  })) {
    assert.deepEqual(await days(zone, Object.keys(expected)), Object.values(expected), zone);
  }
});

test("a clock beyond the calendar gets a report all the same", () => {
  const RealDate = Date;
  try {
    for (const at of [-62_167_219_200_001, 253_402_300_800_000, 8.64e15, Number.NaN]) {
      globalThis.Date = class extends RealDate {
        constructor(...input) {
          super(...(input.length ? input : [at]));
        }
        static now() {
          return at;
        }
      };
      const report = checkClaim({ ...CLAIM, submittedOn: "2026-11-22" });
      assert.match(report.today, /^\d{4}-\d\d-\d\d$/, String(at));
    }
  } finally {
    globalThis.Date = RealDate;
  }
});

test("an address in other letters is understood in those of its domain alone", () => {
  for (const [typed, kind, value] of [
    ["соntoso.com", "domain", "xn--ntoso-1ve5h.com"],
    ["contoso.com\u202e", "domain", "contoso.com"],
    ["\u202emoc.osotnoc", "domain", "moc.osotnoc"],
    ["contoso。com", "domain", "contoso.com"],
    ["ⅽontoso.com", "domain", "contoso.com"],
  ]) {
    const read = classifyIdentifier(typed);
    const isSafe = /^[a-z0-9.-]*$/.test(read.value);
    assert.ok(isSafe, `${typed}: ${JSON.stringify(read)}`);
    if (value) assert.equal(read.kind, kind, typed);
  }
  const { understood } = checkClaim({ customerDomain: "соntoso.com" });
  assert.match(understood.customerDomain, /^xn--/);
});

test("the samples are unchanged by all of this", async () => {
  const text = await readFile(inRoot("tests", "samples", "graph-subscriptions.json"), "utf8");
  const { evidence } = readEvidence(text, { tenantId: TENANT });
  const report = checkClaim(CLAIM, evidence, OPTIONS);
  assert.equal(report.checks.find(({ id }) => id === "subscription-on-tenant").outcome, "pass");
});
