// What partners really have: exports as tools write them, addresses copied from portals, cells from Excel,
// placeholders. Each case in `samples/real` says what it has to give.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { checkBatch, checkClaim, describe, init, readAnything, readEvidence } from "cpor-preflight";

const FOLDER = new URL("../samples/real/", import.meta.url);
const OPTIONS = { today: "2026-11-22", ruleset: "2020-06", locale: "en" };
const CLAIM = {
  userRole: "incentives-admin",
  customerTenantId: "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
  customerDomain: "contoso.onmicrosoft.com",
  solutionArea: "business-applications",
  activity: "usage",
  purchaseChannel: "volume-licensing",
  product: "DYN365_ENTERPRISE_SALES",
  subscriptionId: "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
  partnerId: "5357564",
  competingPartner: "no",
  proofOfExecution: "ready",
};
const CHECK_OF = {
  customerTenantId: "tenant-id",
  customerDomain: "domain",
  subscriptionId: "subscription-id",
  partnerId: "partner-id",
};
const cases = JSON.parse(contentOf("cases.json"));

before(() => init());

for (const { file, options, expect: due } of cases.exports) {
  test(`${file}: ${due.why}`, async () => {
    const read = readEvidence(contentOf(file), { ...options, locale: "en" });
    const { kind, rows, asOf, evidence, problems } = read;
    if (due.kind) assert.ok(due.kind.includes(kind), kind);
    assert.ok(!due.kindNot?.includes(kind), kind);
    if (due.rows) assert.equal(rows, due.rows);
    if (due.asOf) assert.equal(asOf, due.asOf);
    for (const part of ["subscriptions", "tenants", "partnerIds"])
      for (const one of due[part] ?? [])
        assert.ok(
          evidence[part].some((row) => holds(row, one)),
          `${part} ${JSON.stringify(one)}`,
        );
    for (const code of due.problemsNot ?? [])
      assert.ok(!problems.some((problem) => problem.code === code), code);
    const told = problems.map(({ text }) => text).join(" ");
    if (due.text) assert.match(told, new RegExp(due.text, "i"));
    if (due.textNot) assert.ok(!told.includes(due.textNot), told);
    if (due.check)
      judge(due.check, checkClaim({ ...CLAIM, ...due.check.claim }, evidence, OPTIONS));
  });

  test(`${file}: no name makes it another kind, and it is the same as one of several things`, async () => {
    const { kind } = readEvidence(contentOf(file), options);
    for (const name of describe({}).lists.ExportKind)
      assert.equal(readEvidence(contentOf(file), { ...options, name: `${name}.csv` }).kind, kind);
    const { parts } = await readAnything([Buffer.from(contentOf(file))], options);
    assert.deepEqual(
      parts.map((part) => part.kind),
      [kind],
    );
  });
}

for (const { field, input, note, ...due } of cases.fields) {
  test(`${field} ← ${JSON.stringify(input).slice(0, 90)}${note ? `: ${note}` : ""}`, () => {
    const { understood, findings, checks } = checkClaim({ ...CLAIM, [field]: input }, {}, OPTIONS);
    const own = findings.filter(({ fields }) => fields[0] === field);
    const blocks = own.some(({ severity }) => severity === "blocks");
    if (due.understood) assert.equal(understood[field], due.understood);
    if (due.understood) assert.ok(!blocks, "blocks");
    if (due.code) assert.ok(own.some(({ code }) => code === due.code));
    if (due.blocks) assert.ok(blocks, "does not block");
    if (due.kindNot) assert.ok(own.every(({ params }) => params.kind !== due.kindNot));
    const outcome = checks.find(({ id }) => id === CHECK_OF[field])?.outcome;
    if (due.outcomeNot) assert.notEqual(outcome, due.outcomeNot);
  });
}

for (const { file, why, rows, columns = [], hasNot = [] } of cases.rows) {
  test(`${file}: ${why}`, async () => {
    const content = contentOf(file);
    const { parts, claims } = await readAnything(content);
    assert.deepEqual(
      parts.map(({ kind }) => kind),
      ["claims"],
    );
    for (const given of [Buffer.from(content), claims]) {
      const batch = checkBatch(given, {}, OPTIONS);
      if (rows) assert.equal(batch.rows, rows);
      for (const code of hasNot) assert.ok(!(code in batch.codes), code);
      const read = batch.columns.map(({ field }) => field);
      for (const field of columns) assert.ok(read.includes(field), field);
    }
  });
}

for (const { file, why, ...due } of cases.claims) {
  test(`${file}: ${why}`, () => {
    const { claim, evidence } = JSON.parse(contentOf(file));
    judge(due, checkClaim({ ...CLAIM, ...claim }, evidence, OPTIONS));
  });
}

function judge(due, { verdict, checks, findings }) {
  const outcomes = Object.fromEntries(checks.map(({ id, outcome }) => [id, outcome]));
  const codes = findings.map(({ code }) => code);
  for (const [id, outcome] of Object.entries(due.outcomes ?? {}))
    assert.equal(outcomes[id], outcome, id);
  for (const [id, outcome] of Object.entries(due.outcomesNot ?? {}))
    assert.notEqual(outcomes[id], outcome, id);
  for (const code of due.has ?? []) assert.ok(codes.includes(code), `lacks ${code}`);
  for (const code of due.hasNot ?? []) assert.ok(!codes.includes(code), `has ${code}`);
  if (due.verdict) assert.equal(verdict, due.verdict);
}

/** Has the row these members, and these items in lists? */
function holds(row, wanted) {
  return Object.entries(wanted).every(([name, value]) =>
    Array.isArray(value) ? value.every((item) => row[name]?.includes(item)) : row[name] === value,
  );
}

function contentOf(file) {
  return readFileSync(new URL(file, FOLDER), "utf8");
}
