// A module whose memory is used up breaks off. The call is an error with a code, and a fresh instance
// answers the next one, rightly: nothing of what the broken one held is taken for an answer.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  freshLibrary,
  HUGE,
  libraryWithLittleMemory,
  withLittleMemory,
} from "../support/library.mjs";

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SUBSCRIPTION = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const CLAIM = {
  ...{ customerTenantId: TENANT, customerDomain: "contoso.com", activity: "usage" },
  ...{ solutionArea: "business-applications", subscriptionId: SUBSCRIPTION },
};
const EVIDENCE = {
  subscriptions: [{ id: SUBSCRIPTION, tenantId: TENANT, status: "expired", skuId: TENANT }],
  partnerIds: [{ id: "5357564", kind: "location", enrolled: true }],
};
const OPTIONS = { today: "2026-11-22", locale: "en" };
const CSV = `customerTenantId\n${TENANT}\n`;
/** More than a file's layout is read from, so that the run has begun. */
const MANY_ROWS = new TextEncoder().encode(`customerTenantId\n${`${TENANT}\n`.repeat(2_000)}`);

/** Uses up the memory, by each function that takes texts of any length. */
const BREAKING = {
  checkClaim: (lib) => lib.checkClaim({ ...CLAIM, product: HUGE }, EVIDENCE, OPTIONS),
  "checkClaim, by evidence": (lib) => lib.checkClaim(CLAIM, { associations: [{ product: HUGE }] }),
  timeline: (lib) => lib.timeline({ product: HUGE }),
  classifyIdentifier: (lib) => lib.classifyIdentifier(HUGE),
  diagnoseSubscription: (lib) => lib.diagnoseSubscription({ product: HUGE }),
  adviseActivity: (lib) => lib.adviseActivity({ contribution: HUGE }),
  advisePartnerId: (lib) => lib.advisePartnerId([{ id: "1", partnerType: HUGE }]),
  planClaims: (lib) => lib.planClaims({}, { workloads: [HUGE] }),
  readEvidence: (lib) => lib.readEvidence(JSON.stringify({ value: [{ id: HUGE }] })),
  mergeEvidence: (lib) => lib.mergeEvidence({ associations: [{ product: HUGE }] }, {}),
  holdEvidence: (lib) => lib.holdEvidence({ associations: [{ product: HUGE }] }),
  "held.add": (lib) => lib.holdEvidence({}).add(HUGE),
  checkBatch: (lib) => lib.checkBatch(CSV, { associations: [{ product: HUGE }] }),
};
const INTERNAL = { name: "PreflightError", code: "internal" };

/** What is asked of every function, as text. */
function answersOf(lib) {
  return JSON.stringify([
    lib.checkClaim(CLAIM, EVIDENCE, OPTIONS),
    lib.checkClaim({ partnerId: "12ab", odd: 1 }, undefined, { ...OPTIONS, locale: "de" }),
    lib.checkClaim(CLAIM, lib.holdEvidence(EVIDENCE), OPTIONS),
    lib.classifyIdentifier("SPB"),
    lib.diagnoseSubscription(CLAIM, EVIDENCE, OPTIONS),
    lib.readEvidence('{"value":[]}'),
    lib.mergeEvidence(EVIDENCE, {}),
    lib.checkBatch(CSV, EVIDENCE, OPTIONS),
  ]);
}

for (const [name, act] of Object.entries(BREAKING)) {
  test(`${name} that uses up the memory is an error, and what comes next is answered rightly`, async () => {
    const expected = answersOf(await freshLibrary());
    const lib = await libraryWithLittleMemory();
    assert.equal(answersOf(lib), expected);
    for (const _ of [1, 2, 3]) {
      assert.throws(() => act(lib), INTERNAL);
      assert.equal(answersOf(lib), expected);
    }
  });
}

test("after a break the very next check is right, whatever it is asked with", async () => {
  const fresh = await freshLibrary();
  const lib = await libraryWithLittleMemory();
  for (const evidence of [undefined, EVIDENCE, {}]) {
    // The memory is nearly full before: the report must not be that of what is left of it.
    lib.checkClaim({ ...CLAIM, product: "x".repeat(1e6) }, evidence, OPTIONS);
    assert.throws(() => BREAKING.checkClaim(lib), INTERNAL);
    assert.deepEqual(
      lib.checkClaim(CLAIM, evidence, OPTIONS),
      fresh.checkClaim(CLAIM, evidence, OPTIONS),
    );
  }
});

test("a text of any length is answered rightly or not at all, however full the memory is", async () => {
  const fresh = await freshLibrary();
  const lib = await libraryWithLittleMemory();
  const outcomes = { answered: 0, refused: 0 };
  for (let length = 1e5; length < 2e7; length *= 1.6) {
    const claim = { ...CLAIM, product: "x".repeat(length) };
    const expected = fresh.checkClaim(claim, EVIDENCE, OPTIONS);
    try {
      assert.deepEqual(lib.checkClaim(claim, EVIDENCE, OPTIONS), expected);
      outcomes.answered += 1;
    } catch (error) {
      if (error.code !== "internal") throw error;
      outcomes.refused += 1;
    }
    const next = lib.checkClaim(CLAIM, EVIDENCE, OPTIONS);
    assert.deepEqual(next, fresh.checkClaim(CLAIM, EVIDENCE, OPTIONS));
  }
  assert.ok(outcomes.answered > 1 && outcomes.refused > 1, JSON.stringify(outcomes));
});

test("evidence that was held is evidence that cannot be read, never none and never another’s", async () => {
  const lib = await libraryWithLittleMemory();
  const lost = [lib.holdEvidence(EVIDENCE), lib.holdEvidence({})];
  assert.throws(() => BREAKING.classifyIdentifier(lib), INTERNAL);
  const held = lib.holdEvidence({ subscriptions: [{ id: SUBSCRIPTION, status: "active" }] });
  const expected = lib.checkClaim(CLAIM, held, OPTIONS);
  const codes = (evidence) =>
    lib.checkClaim(CLAIM, evidence, OPTIONS).findings.map(({ code }) => code);
  for (const one of lost) {
    assert.ok(codes(one).includes("evidence-malformed"));
    // A later part is not all of it.
    one.add(EVIDENCE);
    assert.ok(codes(one).includes("evidence-malformed"));
    one.release();
    assert.ok(codes(one).includes("evidence-malformed"));
    assert.ok(lib.checkBatch(CSV, one, OPTIONS).codes["evidence-malformed"] > 0);
  }
  assert.ok(!codes(held).includes("evidence-malformed"));
  assert.deepEqual(lib.checkClaim(CLAIM, held, OPTIONS), expected);
});

test("a file under check is lost with its instance, and disturbs nobody afterwards", async () => {
  const lib = await libraryWithLittleMemory();
  const run = lib.openBatch(EVIDENCE, OPTIONS);
  run.push(MANY_ROWS);
  assert.equal(run.sums().rows, 2_000);
  assert.throws(() => BREAKING.checkBatch(lib), INTERNAL);
  const held = lib.holdEvidence(EVIDENCE);
  const expected = JSON.stringify(lib.checkClaim(CLAIM, held, OPTIONS));
  const other = lib.openBatch(held, OPTIONS);
  other.push(MANY_ROWS);
  for (const ask of [() => run.push(MANY_ROWS), () => run.sums(), () => run.end()]) {
    assert.throws(ask, INTERNAL);
    assert.equal(JSON.stringify(lib.checkClaim(CLAIM, held, OPTIONS)), expected);
  }
  assert.equal(other.end().rows, 2_000);
  assert.equal(JSON.stringify(lib.checkClaim(CLAIM, held, OPTIONS)), expected);
});

test("a file of which only the beginning was pushed goes on in the fresh instance", async () => {
  const lib = await libraryWithLittleMemory();
  const expected = lib.checkBatch(CSV, EVIDENCE, OPTIONS);
  const run = lib.openBatch(EVIDENCE, OPTIONS);
  run.push(CSV);
  assert.throws(() => BREAKING.readEvidence(lib), INTERNAL);
  const { toCsv, ...sums } = expected;
  assert.deepEqual(run.end(), sums);
});

test("a file that has not begun never gets evidence that others hold since", async () => {
  const lib = await libraryWithLittleMemory();
  const held = lib.holdEvidence(EVIDENCE);
  const whole = lib.checkBatch(CSV, held, OPTIONS);
  const run = lib.openBatch(held, OPTIONS);
  run.push(CSV);
  assert.throws(() => BREAKING.classifyIdentifier(lib), INTERNAL);
  // Under the same number in the fresh instance.
  const others = [lib.holdEvidence({}), lib.holdEvidence({ partnerIds: [{ id: "517285" }] })];
  assert.ok(run.end().codes["evidence-malformed"] > 0);
  assert.match(Buffer.from(whole.toCsv()).toString(), /evidence-malformed/);
  for (const one of others) one.release();
});

test("a file that uses up the memory itself is an error, and the next file is checked", async () => {
  const lib = await libraryWithLittleMemory();
  const run = lib.openBatch({}, OPTIONS);
  run.push(MANY_ROWS);
  // Columns for a file may have any length, and these are read with each beginning.
  assert.throws(() => lib.checkBatch(CSV, {}, { ...OPTIONS, columns: [HUGE] }), INTERNAL);
  assert.throws(() => run.push(MANY_ROWS), INTERNAL);
  assert.equal(lib.checkBatch(CSV, {}, OPTIONS).rows, 1);
});

test("who breaks it while an export is read gets an error, as does the reading", async () => {
  const expected = answersOf(await freshLibrary());
  const lib = await libraryWithLittleMemory();
  const rows = Array.from({ length: 9_000 }, () => ({ id: SUBSCRIPTION, status: "Enabled" }));
  const text = JSON.stringify({ value: rows });
  const told = [];
  const onProgress = () => {
    if (told.length > 0) return;
    for (const act of [() => BREAKING.classifyIdentifier(lib), () => lib.checkClaim(CLAIM)]) {
      try {
        told.push(act());
      } catch ({ code }) {
        told.push(code);
      }
    }
  };
  assert.ok(text.length > 5e5);
  assert.throws(() => lib.readEvidence(text, { onProgress }), INTERNAL);
  assert.deepEqual(told, ["internal", "internal"]);
  assert.equal(answersOf(lib), expected);
});

test("the check alone breaks and begins afresh as the core does, and the core takes over", async () => {
  const slim = await import("cpor-preflight/slim");
  const file = (name) => readFile(new URL(`../../dist/${name}_bg.wasm`, import.meta.url));
  const { default: skus } = await import("cpor-preflight/skus");
  const options = { parts: ["check", "skus"], locales: ["en", "de"], skus };
  await slim.init(withLittleMemory(await file("cpor_check")), options);
  const ask = () =>
    JSON.stringify([slim.checkClaim(CLAIM, {}, OPTIONS), slim.classifyIdentifier("SPB")]);
  const expected = ask();
  assert.throws(() => BREAKING.timeline(slim), INTERNAL);
  assert.equal(ask(), expected);
  await slim.init(withLittleMemory(await file("cpor_core")));
  assert.equal(ask(), expected);
  assert.throws(() => BREAKING.readEvidence(slim), INTERNAL);
  assert.equal(ask(), expected);
  assert.equal(answersOf(slim), answersOf(await freshLibrary()));
});
