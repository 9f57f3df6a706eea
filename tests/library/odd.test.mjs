// Values that JSON cannot hold beside others that it can: what can be read is read as it would be alone,
// and what cannot is said to be so. Nothing else of the input is lost.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import {
  batchLayout,
  checkBatch,
  checkClaim,
  classifyIdentifier,
  describe,
  findFields,
  holdEvidence,
  init,
  mergeEvidence,
  openBatch,
  readAnything,
  readEvidence,
  rulesets,
} from "cpor-preflight";

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SUBSCRIPTION = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const CLAIM = {
  ...{ customerTenantId: TENANT, subscriptionId: SUBSCRIPTION, partnerId: "5357564" },
  ...{ solutionArea: "business-applications", activity: "usage" },
};
const OPTIONS = { today: "2026-11-22", locale: "en" };
const codesOf = ({ findings }) => findings.map(({ code }) => code);

before(() => init());

/** By what they are: a member that makes JSON fail. */
const FAILING = {
  "a BigInt": () => ({ odd: 7n }),
  "a cycle": () => {
    const odd = {};
    odd.odd = odd;
    return { odd };
  },
  "a getter that throws": () =>
    Object.defineProperty({}, "odd", { enumerable: true, get: () => assert.fail("read") }),
  "a toJSON that throws": () => ({ odd: { toJSON: () => assert.fail("read") } }),
  "a revoked proxy": () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return { odd: proxy };
  },
};

for (const [name, failing] of Object.entries(FAILING)) {
  test(`beside ${name}, a claim is read as it is without`, () => {
    const claim = {
      ...{ ...CLAIM, partnerId: new String("5357564"), product: new Date(0) },
      purchaseChannel: null,
    };
    const expected = checkClaim({ ...claim, odd: 1 }, {}, OPTIONS);
    const report = checkClaim(Object.defineProperties(failing(), members(claim)), {}, OPTIONS);
    assert.deepEqual(report.understood, expected.understood);
    assert.equal(report.understood.partnerId, "5357564");
    assert.deepEqual(report.checks, expected.checks);
    assert.deepEqual(codesOf(report), codesOf(expected));
    assert.ok(codesOf(report).includes("unknown-field"));
  });

  test(`beside ${name}, evidence is read as it is without, and nothing passes by it`, () => {
    const row = {
      id: SUBSCRIPTION,
      tenantId: TENANT,
      status: "active",
      endsOn: new Date("2020-01-01"),
      channel: null,
    };
    const part = { id: "5357564", kind: new String("location"), enrolled: new Boolean(true) };
    const evidence = { subscriptions: [row], partnerIds: [part] };
    const outcomes = (known) =>
      Object.fromEntries(
        checkClaim(CLAIM, known, OPTIONS).checks.map(({ id, outcome }) => [id, outcome]),
      );
    const expected = outcomes(evidence);
    assert.equal(expected["partner-id-enrolled"], "pass");
    // No check asks for a member of that name.
    const beside = Object.defineProperties(failing(), members(evidence));
    assert.deepEqual(outcomes(beside), expected);
    const rowBeside = Object.defineProperties(failing(), members(row));
    assert.deepEqual(outcomes({ ...evidence, subscriptions: [rowBeside] }), expected);
    // What may have been said of the claim does not count as not said.
    for (const spoilt of [
      { ...evidence, subscriptions: [row, failing()] },
      { ...evidence, tenants: [failing()] },
      { ...evidence, subscriptions: failing() },
    ]) {
      for (const known of [spoilt, mergeEvidence(spoilt, {}), mergeEvidence({}, spoilt)]) {
        const report = checkClaim(CLAIM, known, OPTIONS);
        assert.ok(codesOf(report).includes("evidence-malformed"));
        for (const { id, outcome } of report.checks) {
          assert.ok(outcome === expected[id] || outcome === "unknown", id);
        }
      }
    }
  });
}

/** By what they are: values that JSON leaves out, or takes for empty objects. */
const LEFT_OUT = {
  "a symbol": Symbol("active"),
  "a Map": new Map([["status", "active"]]),
  "a promise": Promise.resolve("active"),
};

for (const [name, value] of Object.entries(LEFT_OUT)) {
  test(`${name} in evidence is not absent: it is told, and nothing passes by it`, () => {
    const account = { id: "5357564", kind: "location", enrolled: true };
    const outcome = (known) =>
      checkClaim(CLAIM, known, OPTIONS).checks.find(({ id }) => id === "partner-id-type").outcome;
    assert.equal(outcome({ partnerIds: [account] }), "pass");
    const spoilt = { partnerIds: [{ ...account, partnerType: value }] };
    for (const known of [spoilt, mergeEvidence(spoilt, {}), holdEvidence(spoilt)]) {
      assert.equal(outcome(known), "unknown");
      assert.ok(codesOf(checkClaim(CLAIM, known, OPTIONS)).includes("evidence-malformed"));
    }
    for (const known of [{ note: value }, { tenants: value }, { tenants: [value] }])
      assert.ok(codesOf(checkClaim(CLAIM, known, OPTIONS)).includes("evidence-malformed"));
  });
}

test("a member of a list that throws takes nothing else of the list with it", () => {
  const rows = [{ id: "5357564", kind: "global-account", enrolled: false }];
  Object.defineProperty(rows, 1, { enumerable: true, get: () => assert.fail("read") });
  const codes = codesOf(checkClaim(CLAIM, { partnerIds: rows }, OPTIONS));
  for (const code of ["partner-id-not-enrolled", "partner-id-global-account"])
    assert.ok(codes.includes(code), code);
  assert.ok(codes.includes("evidence-malformed"));
});

test("a BigInt is its digits, alone and with others", () => {
  assert.equal(checkClaim({ partnerId: 5357564n }).understood.partnerId, "5357564");
  assert.equal(classifyIdentifier(5357564n).value, "5357564");
  const [{ id }] = mergeEvidence({ partnerIds: [{ id: 5357564n }] }, {}).partnerIds;
  assert.equal(id, "5357564");
});

test("a list stays a list, with what cannot be read in its place", () => {
  const rows = [{ id: "5357564", enrolled: true }, 7n, { id: "517285", enrolled: false }];
  const { findings } = checkClaim(CLAIM, { partnerIds: rows }, OPTIONS);
  const malformed = findings.filter(({ code }) => code === "evidence-malformed");
  assert.deepEqual(
    malformed.map(({ params }) => [params.part, params.row]),
    [["partnerIds", "2"]],
  );
  const { checks } = checkClaim(CLAIM, { partnerIds: rows }, OPTIONS);
  // The row in the middle may say that the ID is not enrolled.
  assert.equal(checks.find(({ id }) => id === "partner-id-enrolled").outcome, "unknown");
});

test("nothing, a list and a text are no claims; a claim of nothing is one", () => {
  const wrong = (claim) =>
    checkClaim(claim, {}, OPTIONS)
      .findings.filter(({ code }) => code === "input-malformed")
      .map(({ params }) => params.field);
  for (const claim of [null, undefined, [], "text", 7, true]) {
    assert.deepEqual(wrong(claim), ["claim"], String(claim));
  }
  for (const claim of [{}, Object.create(null), { product: null, odd: null, more: undefined }]) {
    assert.deepEqual(codesOf(checkClaim(claim, {}, OPTIONS)), codesOf(checkClaim({}, {}, OPTIONS)));
  }
});

test("a rule set, language or day as a boxed text is taken whole", () => {
  const boxed = {
    ruleset: new String("2023-10"),
    locale: new String("de"),
    today: new String("2026-11-22"),
  };
  const plain = { ruleset: "2023-10", locale: "de", today: "2026-11-22" };
  assert.deepEqual(checkClaim(CLAIM, {}, boxed), checkClaim(CLAIM, {}, plain));
  assert.deepEqual(describe(boxed), describe(plain));
  assert.deepEqual(rulesets(boxed), rulesets(plain));
});

test("a boxed text is a text, wherever texts are taken", async () => {
  const text = `Tenant ID: ${TENANT}`;
  const csv = `customerTenantId\n${TENANT}\n`;
  const json = JSON.stringify({ value: [{ id: SUBSCRIPTION, skuId: TENANT, status: "Enabled" }] });
  for (const ask of [
    (given) => classifyIdentifier(given(TENANT)),
    (given) => findFields(given(text)),
    (given) => readEvidence(given(json)).kind,
    (given) => batchLayout(given(csv)),
    (given) => checkBatch(given(csv), {}, OPTIONS).findings,
    (given) => {
      const run = openBatch({}, OPTIONS);
      run.push(given(csv));
      return run.end();
    },
    async (given) => (await readAnything(given(text))).fields,
  ]) {
    assert.deepEqual(await ask((value) => new String(value)), await ask(String), String(ask));
  }
});

test("rule sets are named in the language that was asked for", () => {
  const first = (locale) => rulesets({ locale })[0].changes;
  assert.match(first("en"), /^The page names three admin roles/);
  assert.match(first("de-AT"), /^Die Seite nennt drei Administratorrollen/);
});

const members = (value) => Object.getOwnPropertyDescriptors(value);

test("what says nothing of itself is not absent", () => {
  const tenants = [{ tenantId: TENANT, domains: ["contoso.com"], source: "x" }];
  const claim = { ...CLAIM, customerDomain: "contoso.com" };
  const outcomeOf = (evidence) => {
    const report = checkClaim(claim, evidence, OPTIONS);
    const isTold = codesOf(report).includes("evidence-malformed");
    return [report.checks.find(({ id }) => id === "tenant-domain").outcome, isTold];
  };
  assert.deepEqual(outcomeOf({ tenants }), ["pass", false]);
  for (const odd of [Number.NaN, new Date(Number.NaN), () => "2026-11-01", Symbol.iterator]) {
    const asOf = { tenants: [{ ...tenants[0], asOf: odd }] };
    const isSymbol = typeof odd === "symbol";
    // A symbol is no value, as for JSON, unless something beside it cannot be read either.
    const known = isSymbol ? { ...asOf, odd: Number.NaN } : asOf;
    assert.deepEqual(outcomeOf(known), ["unknown", true]);
  }
  for (const evidence of [new Map(), Promise.resolve({}), new Set(), new Date()]) {
    assert.ok(outcomeOf(evidence)[1], String(evidence));
  }
});

test("a day to come wins over nothing, and is told", () => {
  const row = { id: SUBSCRIPTION, tenantId: TENANT };
  const statusOf = (evidence) => {
    const report = checkClaim(CLAIM, evidence, OPTIONS);
    const isTold = codesOf(report).includes("evidence-malformed");
    return [report.checks.find(({ id }) => id === "subscription-status").outcome, isTold];
  };
  const expired = { ...row, status: "expired", asOf: "2026-11-01" };
  for (const asOf of ["2099-01-01", new Date("2099-01-01")]) {
    const active = { ...row, status: "active", asOf };
    assert.deepEqual(statusOf({ subscriptions: [active] }), ["unknown", true]);
    for (const subscriptions of [
      [active, expired],
      [expired, active],
    ]) {
      assert.deepEqual(statusOf({ subscriptions }), ["fail", true]);
      const [one, other] = subscriptions.map((each) => ({ subscriptions: [each] }));
      assert.deepEqual(statusOf(mergeEvidence(one, other)), ["fail", true]);
    }
  }
});

test("held evidence can be merged, and what is no longer held is told", () => {
  const evidence = { subscriptions: [{ id: SUBSCRIPTION, status: "active" }] };
  const held = holdEvidence(evidence);
  assert.deepEqual(mergeEvidence(held, {}), mergeEvidence(evidence, {}));
  assert.deepEqual(mergeEvidence({}, held), mergeEvidence(evidence, {}));
  held.release();
  const lost = checkClaim(CLAIM, mergeEvidence(held, {}), OPTIONS);
  assert.ok(codesOf(lost).includes("evidence-malformed"));
});

test("a function in place of options is as JSON has it: none", () => {
  const { findings } = checkClaim(CLAIM, {}, () => OPTIONS);
  assert.deepEqual(findings, checkClaim(CLAIM, {}).findings);
});

test("what is nested without end gets an answer", () => {
  let deep = 7n;
  for (let level = 0; level < 100_000; level += 1) deep = { deep };
  const expected = codesOf(checkClaim({ ...CLAIM, odd: 1 }, {}, OPTIONS));
  assert.deepEqual(codesOf(checkClaim({ ...CLAIM, odd: deep }, {}, OPTIONS)), expected);
  const { checks } = checkClaim(CLAIM, { subscriptions: deep }, OPTIONS);
  assert.ok(checks.length > 10);
});
