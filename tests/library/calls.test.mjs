// No call changes the answer of another one: not one that the caller's own getters make while the
// library reads claim, evidence or options, and not any sequence of calls with others in between.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, Random } from "../oracle/cases.mjs";
import { freshLibrary } from "../support/library.mjs";

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SUBSCRIPTION = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const CLAIM = {
  ...{ customerTenantId: TENANT, customerDomain: "contoso.com", product: "DYN365_FINANCE" },
  ...{ solutionArea: "business-applications", activity: "usage", partnerId: "5357564" },
};
const EVIDENCE = {
  subscriptions: [{ id: SUBSCRIPTION, tenantId: TENANT, status: "expired" }],
  partnerIds: [{ id: "5357564", kind: "location", enrolled: true }],
};
const OPTIONS = { ruleset: "2023-10", locale: "de", today: "2026-11-22" };
/** Another one in every way. */
const OTHER = {
  claim: { customerTenantId: "contoso.com", partnerId: "12ab", product: "Teams", odd: 1 },
  evidence: { unresolvedDomains: [{ domain: "contoso.com", reason: "not-found" }] },
  options: { ruleset: "2020-06", locale: "en", today: "2027-01-15" },
};
const CSV = `customerTenantId,partnerId\n${TENANT},5357564\ncontoso.com,\n`;

const { report: REPORT, record: RECORD } = await (async () => {
  const lib = await freshLibrary();
  const report = lib.checkClaim(CLAIM, EVIDENCE, OPTIONS);
  return { report, record: lib.checkRecord(report, CLAIM, EVIDENCE) };
})();

/** Each function with what it takes; the arguments can have a getter anywhere. */
const ASKED = {
  checkClaim: [CLAIM, EVIDENCE, OPTIONS],
  timeline: [CLAIM, EVIDENCE, OPTIONS],
  diagnoseSubscription: [CLAIM, EVIDENCE, { ...OPTIONS, customerLocale: "en", answers: {} }],
  adviseActivity: [{ solutionArea: "business-applications", seeksPayment: "no" }, OPTIONS],
  advisePartnerId: [EVIDENCE.partnerIds, { solutionArea: "microsoft-365" }, OPTIONS],
  claimForm: [CLAIM, OPTIONS],
  proofChecklist: [CLAIM, OPTIONS],
  afterFiling: [{ ...CLAIM, status: "rejected", on: "2026-11-02", reason: "no answer" }, OPTIONS],
  toCalendar: [[{ step: "dispute", by: "2026-12-02", label: "Last day" }], { title: "x" }],
  checkRecord: [REPORT, CLAIM, EVIDENCE],
  verifyRecord: [RECORD, CLAIM, EVIDENCE, { locale: "de" }],
  classifyIdentifier: ["5357564", EVIDENCE],
  findFields: [`Tenant ID: ${TENANT}`, { evidence: EVIDENCE }],
  planClaims: [EVIDENCE, { contributions: ["drives-usage"], partnerIds: ["5357564"] }, OPTIONS],
  readEvidence: [
    JSON.stringify({ value: [{ id: SUBSCRIPTION }] }),
    { tenantId: TENANT, locale: "de" },
  ],
  mergeEvidence: [EVIDENCE, OTHER.evidence],
  batchLayout: [CSV, ["customerTenantId", null]],
  checkBatch: [CSV, EVIDENCE, { ...OPTIONS, limit: 5, columns: ["customerTenantId", "partnerId"] }],
  compareRulesets: ["2020-06", "2023-10", { locale: "de" }],
  rulesets: [{ locale: "de" }],
  describe: [{ ruleset: "2023-10", locale: "de" }],
};

/** What a getter may ask meanwhile. */
const MEANWHILE = {
  checkClaim: (lib) => lib.checkClaim(OTHER.claim, OTHER.evidence, OTHER.options),
  "checkClaim of nothing": (lib) => lib.checkClaim({}),
  "checkClaim of a long text": (lib) => lib.checkClaim({ product: "ü".repeat(1e5) }),
  "checkClaim with held evidence": (lib) => lib.checkClaim({}, lib.holdEvidence(OTHER.evidence)),
  diagnoseSubscription: (lib) =>
    lib.diagnoseSubscription(OTHER.claim, OTHER.evidence, OTHER.options),
  classifyIdentifier: (lib) => lib.classifyIdentifier("contoso.com", OTHER.evidence),
  findFields: (lib) => lib.findFields("contoso.com", { evidence: OTHER.evidence }),
  planClaims: (lib) => lib.planClaims(OTHER.evidence, { workloads: ["Teams"] }, OTHER.options),
  readEvidence: (lib) => lib.readEvidence('{"value":[]}', { locale: "en" }),
  mergeEvidence: (lib) => lib.mergeEvidence(OTHER.evidence, {}),
  checkBatch: (lib) => lib.checkBatch("product\nTeams\n", OTHER.evidence, OTHER.options).toCsv(),
  describe: (lib) => lib.describe({ locale: "en" }),
};

const called = (lib, name, input) => {
  const answer = lib[name](...input);
  return JSON.stringify([answer, answer.toCsv && Array.from(answer.toCsv())]);
};

for (const [name, input] of Object.entries(ASKED)) {
  test(`${name} answers the same, whatever the getters of its arguments ask meanwhile`, async () => {
    const expected = called(await freshLibrary(), name, input);
    const lib = await freshLibrary();
    const plain = JSON.stringify(lib.checkClaim(CLAIM, EVIDENCE, OPTIONS));
    for (const [what, act] of Object.entries(MEANWHILE)) {
      let times = 0;
      const hear = () => {
        times += 1;
        act(lib);
      };
      for (const place of input.keys()) {
        const spied = input.map((value, at) => (at === place ? withGetters(value, hear) : value));
        const seen = `${what}, by argument ${place + 1}`;
        assert.equal(called(lib, name, spied), expected, seen);
        assert.equal(
          JSON.stringify(lib.checkClaim(CLAIM, EVIDENCE, OPTIONS)),
          plain,
          `after ${seen}`,
        );
        assert.equal(called(lib, name, input), expected, `after ${seen}`);
      }
      assert.ok(times > 0 || input.every((value) => typeof value === "string"), what);
    }
  });
}

test("evidence that is held is handed over whole, whatever its getters ask meanwhile", async () => {
  const lib = await freshLibrary();
  const expected = JSON.stringify(lib.checkClaim(CLAIM, EVIDENCE, OPTIONS));
  for (const act of Object.values(MEANWHILE)) {
    const held = lib.holdEvidence(withGetters(EVIDENCE, () => act(lib)));
    assert.equal(JSON.stringify(lib.checkClaim(CLAIM, held, OPTIONS)), expected);
    const parts = lib.holdEvidence();
    parts.add(withGetters(EVIDENCE, () => act(lib)));
    assert.equal(JSON.stringify(lib.checkClaim(CLAIM, parts, OPTIONS)), expected);
  }
});

test("whoever hears of an export’s progress, or of a file’s rows, may ask anything", async () => {
  const fresh = await freshLibrary();
  const lib = await freshLibrary();
  const rows = Array.from({ length: 25_000 }, (_, at) => ({ id: SUBSCRIPTION, totalLicenses: at }));
  const text = JSON.stringify({ value: rows });
  const csv = `customerTenantId,partnerId\n${`${TENANT},5357564\n`.repeat(3_000)}`;
  for (const act of Object.values(MEANWHILE)) {
    let heard = 0;
    const hear = () => {
      heard += 1;
      act(lib);
    };
    assert.deepEqual(lib.readEvidence(text, { onProgress: hear }), fresh.readEvidence(text));
    const run = lib.openBatch(EVIDENCE, { ...OPTIONS, onRows: hear, onCsv: hear });
    run.push(csv);
    assert.deepEqual(run.end(), withoutFile(fresh.checkBatch(csv, EVIDENCE, OPTIONS)));
    assert.ok(heard > 3, `${heard} times`);
  }
});

test("a listener of progress that throws changes nothing; who gets results throws what its call throws", async (t) => {
  t.mock.method(console, "warn", () => {});
  const lib = await freshLibrary();
  const expected = JSON.stringify(lib.checkClaim(CLAIM, EVIDENCE, OPTIONS));
  const rows = Array.from({ length: 25_000 }, () => ({ id: SUBSCRIPTION, totalLicenses: 1 }));
  const text = JSON.stringify({ value: rows });
  const read = lib.readEvidence(text);
  const file = `customerTenantId,partnerId\n${`${TENANT},5357564\n`.repeat(6_000)}`;
  for (const thrown of [new RangeError("mine"), "a text", undefined]) {
    const fail = () => {
      throw thrown;
    };
    const isThrown = (error) => error === thrown;
    assert.deepEqual(lib.readEvidence(text, { onProgress: fail }), read);
    const { parts } = await lib.readAnything([text, text], { onProgress: fail });
    assert.deepEqual(parts[1].kind, read.kind);
    for (const listener of ["onRows", "onCsv"]) {
      const run = lib.openBatch(EVIDENCE, { ...OPTIONS, [listener]: fail });
      assert.throws(() => run.push(file), isThrown);
    }
    assert.equal(JSON.stringify(lib.checkClaim(CLAIM, EVIDENCE, OPTIONS)), expected);
    assert.deepEqual(lib.readEvidence(text), read);
  }
});

test("a file of evidence is checked with what it was opened with", async () => {
  const fresh = await freshLibrary();
  const lib = await freshLibrary();
  const evidence = structuredClone(EVIDENCE);
  const options = { ...OPTIONS };
  const answer = lib.checkBatch(CSV, evidence, options);
  const run = lib.openBatch(evidence, options);
  evidence.partnerIds = [];
  Object.assign(options, OTHER.options);
  lib.checkClaim(OTHER.claim, OTHER.evidence);
  run.push(CSV);
  const expected = fresh.checkBatch(CSV, EVIDENCE, OPTIONS);
  assert.deepEqual(run.end().findings, expected.findings);
  assert.deepEqual(answer.toCsv(), expected.toCsv());
});

test("any sequence of checks answers byte for byte as a fresh library", async () => {
  const random = new Random(20261129);
  const lib = await freshLibrary();
  const held = [];
  for (let step = 0; step < 120; step += 1) {
    const { claim, evidence, ruleset } = drawn(random);
    const options = {
      ...{ ruleset: random.of([ruleset, undefined, "1999-01"]) },
      ...{ locale: random.of(["en", "de", "la", undefined]) },
      ...{ today: random.of(["2026-11-22", "2027-03-01", "tomorrow"]) },
    };
    const known = random.of([evidence, undefined, {}, { subscriptions: 7 }]);
    const handed = random.oneIn(4) ? lib.holdEvidence(known) : known;
    if (handed !== known) held.push(handed);
    if (held.length > 5 && random.oneIn(2)) held.splice(random.below(5), 1)[0].release();
    if (random.oneIn(8)) lib.checkBatch(CSV, known, options);
    if (random.oneIn(8)) await lib.loadLocale(random.of(["en", "de"]));
    const answer = JSON.stringify(lib.checkClaim(claim, handed, options));
    const seen = `${step}: ${JSON.stringify([claim, known, options])}`;
    const fresh = await freshLibrary();
    const alone = fresh.checkClaim(
      claim,
      handed === known ? known : fresh.holdEvidence(known),
      options,
    );
    assert.equal(answer, JSON.stringify(alone), seen);
  }
});

test("the words of a finding are made once, and cost no more after thousands of others", async (t) => {
  const lib = await freshLibrary();
  const domains = Array.from({ length: 4_000 }, (_, at) => `domain-${at}.example`);
  const check = (customerDomain) => lib.checkClaim({ ...CLAIM, customerDomain }, {}, OPTIONS);
  // A text is filled in by replacing what it inserts.
  const replace = t.mock.method(String.prototype, "replace");
  const textsOf = (some) => {
    const before = replace.mock.callCount();
    for (const domain of some) check(domain);
    return replace.mock.callCount() - before;
  };
  const hundred = domains.slice(0, 100);
  const [first, again] = [textsOf(hundred), textsOf(hundred)];
  assert.ok(first >= 300 && again < first / 10, `${first} texts, then ${again}: few share a place`);
  const [early, , late] = [100, 1_100, 2_100].map((at) => textsOf(domains.slice(at, at + 1_000)));
  assert.ok(early >= 3_000 && late < 1.05 * early, `${early} for a thousand, then ${late}`);
});

/** The same value; whoever reads a member of it, however deep, makes `hear` run. */
function withGetters(value, hear) {
  if (typeof value !== "object" || value === null) return value;
  const spied = Array.isArray(value) ? [] : {};
  for (const [name, member] of Object.entries(value)) {
    const get = () => {
      hear();
      return withGetters(member, hear);
    };
    Object.defineProperty(spied, name, { get, enumerable: true, configurable: true });
  }
  return spied;
}

const withoutFile = ({ toCsv, ...sums }) => sums;
