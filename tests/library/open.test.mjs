// A claim under typing: whatever is changed in whatever order, the report is the one that the claim
// would get as it then is, and what an update answers is the difference.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as library from "cpor-preflight";
import { commonEvidence, generatedClaims } from "../bench/claims.mjs";
import { numbers } from "../bench/rounds.mjs";

const { checkClaim, holdEvidence, init, openCheck } = library;
await init();
const EVIDENCE = await commonEvidence(library);
const CLAIMS = Object.values(generatedClaims(60)).flat();
const OPTIONS = [
  { locale: "en", today: "2026-11-22" },
  { ruleset: "2023-10", locale: "de", today: "2026-11-22" },
  undefined,
  { ruleset: "1999", today: "tomorrow" },
  [],
];
/** Beside the texts of claims. */
const ODD = [undefined, null, "", 5357564, Number.NaN, true, {}, [], new Date(0), "ü\ud800", "\0"];
const NAMES = [...Object.keys(CLAIMS[0]), "ownTenantId", "mpnId", "colour", "__proto__"];

test("after any changes the report is that of the claim as it then is", () => {
  const random = numbers(7);
  for (let round = 0; round < 150; round += 1) {
    const options = random.pick(OPTIONS);
    let claim = random.pick([...CLAIMS, {}, null, undefined, "text", [], { colour: "blue" }]);
    let evidence = random.pick([EVIDENCE, undefined]);
    const check = openCheck(claim, evidence, options);
    let before = check.report();
    for (let step = 0; step < 25; step += 1) {
      const changes = changesOf(random);
      const others = random.below(8) === 0 ? [random.pick([EVIDENCE, undefined, "x"])] : [];
      if (others.length > 0) [evidence] = others;
      const isMap = typeof claim === "object" && claim && !Array.isArray(claim);
      claim = { ...(isMap ? claim : {}), ...changes };
      const change = check.update(changes, ...others);
      const now = check.report();
      const seen = JSON.stringify(changes);
      assert.equal(JSON.stringify(now), JSON.stringify(checkClaim(claim, evidence, options)), seen);
      assert.deepEqual(applied(change, before), shape(now), seen);
      before = now;
    }
    check.close();
  }
});

test("what did not change is not said again", () => {
  const [claim] = CLAIMS;
  const check = openCheck(claim, EVIDENCE, OPTIONS[0]);
  assert.deepEqual(check.update({}), {
    ...{ verdict: check.report().verdict, checks: [], added: [], removed: [], understood: {} },
  });
  const [kept] = check.report().findings;
  const { added, removed, checks, understood, timeline } = check.update({ partnerId: "12ab" });
  assert.deepEqual(
    added.map(({ code }) => code),
    ["partner-id-malformed", "partner-id-unverified"],
  );
  assert.deepEqual(removed, []);
  assert.deepEqual(
    checks.map(({ id }) => id),
    ["partner-id", "partner-id-enrolled", "partner-id-type"],
  );
  assert.deepEqual([understood, timeline], [{ partnerId: null }, undefined]);
  assert.ok(!kept || check.report().findings.includes(kept), "the same object");
});

test("evidence is taken as it is, and may be held", () => {
  const evidence = structuredClone(EVIDENCE);
  const [claim] = CLAIMS;
  const check = openCheck(claim, evidence, OPTIONS[0]);
  const expected = JSON.stringify(check.report());
  evidence.subscriptions = [];
  check.update({});
  assert.equal(JSON.stringify(check.report()), expected);
  const held = holdEvidence();
  check.update({}, held);
  assert.notEqual(JSON.stringify(check.report()), expected);
  held.add(EVIDENCE);
  check.update({});
  assert.equal(JSON.stringify(check.report()), expected);
  held.release();
  check.update({});
  assert.ok(check.report().findings.some(({ code }) => code === "evidence-malformed"));
  check.close();
});

test("what is told as texts goes to the core as it is, without a way through JSON", (t) => {
  const held = holdEvidence(EVIDENCE);
  const [claim] = CLAIMS;
  const check = openCheck(claim, held);
  // What was odd about the claim before, this one clears away.
  checkClaim(claim, held);
  const packed = t.mock.method(JSON, "stringify");
  const read = t.mock.method(JSON, "parse");
  checkClaim({ ...claim, product: "Teams" }, held);
  check.update({ partnerId: "5357564" });
  assert.deepEqual(
    [packed, read].map(({ mock }) => mock.callCount()),
    [0, 0],
  );
  check.close();
  held.release();
});

test("several claims are open at once", () => {
  const open = CLAIMS.slice(0, 5).map((claim) => [claim, openCheck(claim, EVIDENCE, OPTIONS[0])]);
  for (const [claim, check] of [...open, ...open]) {
    checkClaim({}, {});
    check.update({ product: "Teams" });
    const expected = checkClaim({ ...claim, product: "Teams" }, EVIDENCE, OPTIONS[0]);
    assert.deepEqual(check.report(), expected);
  }
  for (const [, check] of open) check.close();
});

test("whatever is handed over, nothing throws", () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const bad of [undefined, null, 1, "x", [], () => 1, Symbol("x"), proxy, 7n, new Map()]) {
    const check = openCheck(bad, bad, bad);
    check.update(bad);
    check.update(bad, bad);
    check.update({ product: bad });
    assert.ok(check.report().findings.length > 0);
    check.close();
  }
});

function changesOf(random) {
  const changes = {};
  for (let count = random.below(3); count >= 0; count -= 1) {
    const name = random.pick(NAMES);
    const value = random.below(6) === 0 ? random.pick(ODD) : random.pick(CLAIMS)[name];
    Object.defineProperty(changes, name, { value, enumerable: true, configurable: true });
  }
  return changes;
}

/** A report as its parts that changes are about, findings in any order. */
const shape = ({ verdict, checks, findings, understood, timeline }) => ({
  ...{ verdict, checks, understood, timeline },
  findings: findings.map((finding) => JSON.stringify(finding)).sort(),
});

function applied({ verdict, checks, added, removed, understood, timeline }, before) {
  const outcome = new Map([...before.checks, ...checks].map(({ id, outcome }) => [id, outcome]));
  const read = Object.entries({ ...before.understood, ...understood });
  return shape({
    verdict,
    checks: [...outcome].map(([id, outcome]) => ({ id, outcome })),
    findings: [...before.findings.filter((finding) => !removed.includes(finding)), ...added],
    understood: Object.fromEntries(read.filter(([, text]) => text !== null)),
    timeline: timeline ?? before.timeline,
  });
}
