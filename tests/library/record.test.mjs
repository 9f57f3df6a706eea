// Records of checks: anybody can compute them again, whatever was changed is named, and they are the same in
// Node and in a worker. In browsers: see tests/browser/worker.test.mjs.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import {
  checkClaim,
  checkRecord,
  holdEvidence,
  init,
  mergeEvidence,
  readEvidence,
  verifyRecord,
} from "cpor-preflight";
import * as inline from "cpor-preflight/inline";
import { Random } from "../oracle/cases.mjs";

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SUBSCRIPTION = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const CLAIM = {
  userRole: "incentives-admin",
  customerTenantId: TENANT,
  customerDomain: "münchen.de",
  solutionArea: "business-applications",
  activity: "usage",
  purchaseChannel: "volume-licensing",
  product: "Dynamics 365 Sales",
  subscriptionId: SUBSCRIPTION,
  partnerId: "5357564",
  competingPartner: "no",
  proofOfExecution: "ready",
  submittedOn: "2026-11-20",
};
const EVIDENCE = {
  tenants: [{ tenantId: TENANT, domains: ["xn--mnchen-3ya.de"], source: "look-up" }],
  subscriptions: [
    { id: SUBSCRIPTION, tenantId: TENANT, status: "active", trial: false, endsOn: "2027-06-30" },
    { id: "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02", tenantId: TENANT, status: "expired" },
  ],
  partnerIds: [{ id: "5357564", kind: "location", enrolled: true, programs: ["OSU"] }],
  associations: [{ tenantId: TENANT, holder: "other-partner", product: "Finance" }],
};
const OPTIONS = { today: "2026-11-22", locale: "en" };
const recordOf = (claim, evidence, options = OPTIONS) =>
  checkRecord(checkClaim(claim, evidence, options), claim, evidence);
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

before(() => init());

test("a record says what was checked by what, and that it is not Microsoft’s word", async () => {
  const record = recordOf(CLAIM, EVIDENCE);
  const hashes = JSON.parse(
    await readFile(new URL("../../dist/integrity.json", import.meta.url), "utf8"),
  );
  const { version } = JSON.parse(
    await readFile(new URL("../../package.json", import.meta.url), "utf8"),
  );
  assert.equal(record.core, hashes["cpor_core_bg.wasm"]);
  assert.equal(record.version, version);
  assert.deepEqual([record.schema, record.ruleset, record.today], [1, "2023-10", "2026-11-22"]);
  assert.match(record.note, /isn’t Microsoft’s word/);
  const { checks, verdict, findings } = checkClaim(CLAIM, EVIDENCE, OPTIONS);
  assert.equal(record.verdict, verdict);
  assert.deepEqual(
    record.checks,
    checks.map(({ id, outcome }) => ({ id, outcome })),
  );
  assert.deepEqual(
    record.findings.map(({ code, severity }) => [code, severity]),
    findings.map(({ code, severity }) => [code, severity]),
  );
  assert.doesNotMatch(JSON.stringify(record), new RegExp(`${TENANT}|5357564|${SUBSCRIPTION}`));
});

test("hashes are those that any other program computes of the canonical form", () => {
  const claim = { b: 'ü\u2028\u0007"\\/', a: 1e21, c: [1.0, -0, 0.1, null, true], ä: "\ud800" };
  const text = String.raw`{"a":1e+21,"b":"ü${"\u2028"}\u0007\"\\/","c":[1,0,0.1,null,true],"ä":"\ud800"}`;
  const record = checkRecord(checkClaim(claim), claim, {});
  assert.equal(record.claim.sha256, sha256(text));
  assert.equal(record.claim.members.a, sha256("1e+21"));
  assert.equal(record.evidence.sha256, sha256("{}"));
  const skus = sha256("");
  assert.notEqual(record.skus, skus);
  const { digest, ...rest } = recordOf({ partnerId: "5357564" }, {});
  assert.equal(digest, sha256(JSON.stringify(sorted(rest))));
});

/** With the members of every object in the order of their names. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(value[name])]),
  );
}

test("the same claim and evidence verify, also through JSON and in another order of members", () => {
  const record = recordOf(CLAIM, EVIDENCE);
  const reversed = (value) =>
    Array.isArray(value)
      ? value.map(reversed)
      : typeof value === "object" && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([k, v]) => [k, reversed(v)]),
          )
        : value;
  for (const [one, claim, evidence] of [
    [record, CLAIM, EVIDENCE],
    [JSON.parse(JSON.stringify(record)), structuredClone(CLAIM), structuredClone(EVIDENCE)],
    [reversed(record), reversed(CLAIM), reversed(EVIDENCE)],
  ]) {
    const { ok, differences } = verifyRecord(one, claim, evidence);
    assert.deepEqual([ok, differences], [true, []]);
  }
  assert.equal(JSON.stringify(recordOf(CLAIM, reversed(EVIDENCE))), JSON.stringify(record));
});

test("the day of verifying does not matter, nor the language", () => {
  const early = recordOf(CLAIM, EVIDENCE, {
    today: "2021-03-01",
    locale: "de",
    ruleset: "2020-06",
  });
  assert.match(early.note, /nicht das Wort von Microsoft/);
  assert.equal(verifyRecord(early, CLAIM, EVIDENCE, { locale: "en" }).ok, true);
});

test("the record is the same from another build of the scripts", async () => {
  await inline.init();
  const report = inline.checkClaim(CLAIM, EVIDENCE, OPTIONS);
  const other = inline.checkRecord(report, CLAIM, EVIDENCE);
  assert.deepEqual(other, recordOf(CLAIM, EVIDENCE));
});

test("evidence that is held has the record of what mergeEvidence returns of it", () => {
  const held = holdEvidence(EVIDENCE);
  const record = recordOf(CLAIM, held);
  const { evidence, digest: _, ...rest } = recordOf(CLAIM, mergeEvidence(EVIDENCE, {}));
  assert.deepEqual(record, {
    ...rest,
    evidence: { ...evidence, held: true },
    digest: record.digest,
  });
  assert.equal(verifyRecord(record, CLAIM, held).ok, true);
  held.release();
});

test("evidence verifies whether it is held or not, and what changed in it is named", () => {
  const held = holdEvidence(EVIDENCE);
  const other = holdEvidence({ ...EVIDENCE, partnerIds: [{ id: "5357564", kind: "location" }] });
  for (const [recorded, now] of [
    [EVIDENCE, held],
    [held, EVIDENCE],
    [held, mergeEvidence(EVIDENCE, {})],
  ]) {
    const { ok, differences } = verifyRecord(recordOf(CLAIM, recorded), CLAIM, now);
    assert.deepEqual([ok, differences], [true, []]);
  }
  for (const [recorded, now] of [
    [EVIDENCE, other],
    [other, EVIDENCE],
    [held, other],
  ]) {
    const { ok, differences } = verifyRecord(recordOf(CLAIM, recorded), CLAIM, now);
    assert.equal(ok, false);
    assert.deepEqual(
      differences.filter(({ part }) => part === "evidence").map(({ name }) => name),
      ["partnerIds"],
    );
  }
  for (const one of [held, other]) one.release();
});

/** Every single change of a value, as where it is and what it becomes. */
function* changes(value, path = []) {
  if (typeof value === "object" && value !== null) {
    for (const key of Object.keys(value)) {
      yield* changes(value[key], [...path, key]);
      yield [[...path, key], undefined];
    }
    yield [[...path, Array.isArray(value) ? value.length : "more"], "x"];
    return;
  }
  yield [path, `${value} `];
  yield [path, typeof value === "string" ? value.replace(/.$/u, "") : `${value}`];
  yield [path, null];
  yield [path, 0];
}

function changed(whole, path, value) {
  const copy = structuredClone(whole);
  const last = path.at(-1);
  const inside = path.slice(0, -1).reduce((node, key) => node[key], copy);
  if (value !== undefined) inside[last] = value;
  else if (Array.isArray(inside)) inside.splice(last, 1);
  else delete inside[last];
  return copy;
}

test("any single changed value of claim or evidence is named", () => {
  const record = recordOf(CLAIM, EVIDENCE);
  let count = 0;
  for (const [part, whole] of [
    ["claim", CLAIM],
    ["evidence", EVIDENCE],
  ]) {
    for (const [path, value] of changes(whole)) {
      const other = changed(whole, path, value);
      const [claim, evidence] = part === "claim" ? [other, EVIDENCE] : [CLAIM, other];
      const { ok, differences } = verifyRecord(record, claim, evidence);
      const named = differences.filter(({ part: of }) => of === "claim" || of === "evidence");
      assert.equal(ok, false, path.join("."));
      assert.deepEqual(
        named.map(({ part: of, name }) => [of, name]),
        [[part, `${path[0]}`]],
        `${path.join(".")} = ${value}`,
      );
      for (const { text } of differences) assert.doesNotMatch(text, /undefined|[{}]/);
      count += 1;
    }
  }
  assert.ok(count > 100, `${count} changes`);
});

test("any single changed value of drawn claims is named", () => {
  const random = new Random(20261130);
  const letters = ["", "a", "Ä", "1", " ", "\u0000", "👩", "\ud800", "é", "e\u0301"];
  const text = () =>
    Array.from({ length: 4 }, () => letters[random.below(letters.length)]).join("");
  for (let round = 0; round < 300; round += 1) {
    const names = Object.keys(CLAIM).filter(() => random.below(2));
    const claim = Object.fromEntries(names.map((name) => [name, text()]));
    const name = names[random.below(names.length || 1)] ?? "product";
    const other = { ...claim, [name]: text() };
    const { ok, differences } = verifyRecord(recordOf(claim, {}), other, {});
    const isSame = claim[name] === other[name];
    assert.equal(ok, isSame, JSON.stringify([claim, other]));
    if (!isSame) assert.deepEqual([differences[0].part, differences[0].name], ["claim", name]);
  }
});

test("what was changed in the record itself is named", () => {
  const record = recordOf(CLAIM, EVIDENCE);
  const named = (changes, claim = CLAIM) =>
    verifyRecord({ ...record, ...changes }, claim, EVIDENCE).differences.map(({ part }) => part);
  assert.deepEqual(named({ note: "Microsoft approves it." }), ["digest"]);
  assert.deepEqual(named({ version: "9.9.9" }), ["digest", "version"]);
  assert.deepEqual(named({ core: "sha384-x" }), ["digest", "core"]);
  assert.deepEqual(named({ skus: "x" }), ["digest", "skus"]);
  assert.deepEqual(named({ schema: 2 }), ["digest", "schema"]);
  assert.deepEqual(named({ verdict: "ready" }), ["digest", "verdict"]);
  assert.deepEqual(named({ digest: "x" }), ["digest"]);
  assert.deepEqual(named({ checks: record.checks.slice(1) }), ["digest", "checks"]);
  assert.deepEqual(named({ findings: record.findings.slice(1) }), ["digest", "findings"]);
  assert.deepEqual(named({ checks: [null, "x", 7, [], ...record.checks] }), ["digest"]);
  assert.deepEqual(
    new Set(named({ checks: undefined, findings: { code: "x" } })),
    new Set(["digest", "checks", "findings"]),
  );
  assert.ok(named({ ruleset: "2099-01" }).includes("ruleset"));
  assert.ok(named({ today: "soon" }).includes("today"));
});

test("what is no record verifies nothing, whatever it is", () => {
  for (const odd of [undefined, null, 7, "x", [], {}, { kind: "cpor-preflight-record" }]) {
    const { ok, differences } = verifyRecord(odd, CLAIM, EVIDENCE);
    assert.deepEqual([ok, differences.map(({ part }) => part)], [false, ["record"]]);
  }
  for (const claim of [undefined, null, 7, "x", [], { a: () => 1 }]) {
    const record = checkRecord(checkClaim(claim, claim), claim, claim);
    assert.equal(verifyRecord(record, claim, claim).ok, true);
  }
});

test("real exports have records, too", async () => {
  const file = new URL("../samples/graph-subscriptions.json", import.meta.url);
  const { evidence } = readEvidence(await readFile(file), { tenantId: TENANT });
  const record = recordOf(CLAIM, evidence);
  assert.equal(verifyRecord(record, CLAIM, evidence).ok, true);
  const [first, ...others] = evidence.subscriptions;
  const other = { ...evidence, subscriptions: [{ ...first, status: "deleted" }, ...others] };
  assert.deepEqual(verifyRecord(record, CLAIM, other).differences[0].name, "subscriptions");
});
