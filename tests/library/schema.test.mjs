// The check as a schema, alone: what is an issue, where, and what comes out.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { before, test } from "node:test";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { checkClaim, describe, holdEvidence, init } from "cpor-preflight";
import * as inline from "cpor-preflight/inline";
import { claimSchema } from "cpor-preflight/schema";
import { root } from "../../scripts/tools.mjs";

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const CLAIM = {
  customerTenantId: TENANT,
  solutionArea: "microsoft-365",
  activity: "usage",
  product: "Teams",
  partnerId: "5357564",
};
const validate = (value, options) => claimSchema(options)["~standard"].validate(value);
const codes = ({ issues }) => issues?.map(({ code }) => code);

before(() => init());

test("what blocks is an issue: its path is the field, its message what, and all of the finding is in it", () => {
  const claim = { ...CLAIM, customerTenantId: "contoso.com" };
  const { issues } = validate(claim, { locale: "de", today: "2026-11-22" });
  const { findings } = checkClaim(claim, {}, { locale: "de", today: "2026-11-22" });
  const finding = findings.find(({ code }) => code === "tenant-id-wrong-kind");
  const wanted = { ...finding, path: ["customerTenantId"], message: finding.what };
  assert.deepEqual(issues, [wanted]);
});

test("warnings and notes are no issues: the value is what was given, with what was read in its place", () => {
  const given = {
    ...CLAIM,
    partnerId: " 5357564\u200b",
    submittedOn: undefined,
    note: "ours",
    n: 1,
  };
  assert.deepEqual(validate(given), { value: { ...given, partnerId: "5357564" } });
  assert.equal(given.partnerId, " 5357564\u200b", "what was given is left as it is");
});

test("a whole claim lacks what it lacks; a form with two fields lacks only these", () => {
  const missing = ["tenant-id-missing", "solution-area-missing", "activity-missing"];
  assert.deepEqual(codes(validate({})), [...missing, "partner-id-missing"]);
  const fields = ["partnerId", "customerDomain"];
  assert.deepEqual(codes(validate({}, { fields })), ["partner-id-missing"]);
  assert.equal(validate({ partnerId: "5357564", csrf: "x" }, { fields }).issues, undefined);
  assert.equal(validate({}, { fields: [] }).issues, undefined);
});

test("a finding about several fields is at the first that the form has", () => {
  const claim = { ...CLAIM, ownTenantId: TENANT };
  const { findings } = checkClaim(claim);
  const { fields } = findings.find(({ code }) => code === "tenant-id-is-own");
  assert.ok(fields.length > 1 && fields[0] !== "ownTenantId", String(fields));
  const [issue] = validate(claim, { fields: ["ownTenantId"] }).issues;
  assert.deepEqual([issue.code, issue.path], ["tenant-id-is-own", ["ownTenantId"]]);
});

test("what is no claim, and what is no text, is an issue", () => {
  for (const value of [null, undefined, 7, "x", [1]]) {
    const [issue] = validate(value, { fields: ["customerDomain"] }).issues;
    assert.deepEqual([issue.code, "path" in issue], ["input-malformed", false], `${value}`);
  }
  const [issue] = validate({ ...CLAIM, userRole: {} }).issues;
  assert.deepEqual([issue.code, issue.path], ["input-malformed", ["userRole"]]);
});

test("evidence counts, read or held", () => {
  const evidence = { partnerIds: [{ id: "5357564", enrolled: false }] };
  for (const given of [evidence, holdEvidence(evidence)])
    assert.deepEqual(codes(validate(CLAIM, { evidence: given })), ["partner-id-not-enrolled"]);
});

test("before anything is loaded it answers with a promise, and at once from then on", async () => {
  const program = `
    import { claimSchema } from "cpor-preflight/schema";
    const { validate } = claimSchema({ fields: ["partnerId"], locale: "de" })["~standard"];
    const first = validate({});
    const { issues } = await first;
    const second = validate({});
    console.log(first instanceof Promise, second instanceof Promise, issues[0].code, second.issues[0].message === issues[0].what);`;
  const args = ["--input-type=module", "-e", program];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  assert.deepEqual([stdout, stderr], ["true false partner-id-missing true\n", ""]);
});

test("another entry can be the one that checks", async () => {
  const schema = claimSchema({ fields: ["partnerId"], library: inline });
  assert.deepEqual(codes(await schema["~standard"].validate({})), ["partner-id-missing"]);
});

test("JSON Schema has the claim's fields and their closed lists, in both drafts", () => {
  const { jsonSchema } = claimSchema()["~standard"];
  const [of2020, of07] = ["draft-2020-12", "draft-07"].map((target) =>
    jsonSchema.input({ target }),
  );
  const { properties } = of2020;
  const fields = describe().fields;
  assert.deepEqual(Object.keys(properties), [...fields.map(({ name }) => name), "mpnId"]);
  assert.deepEqual(of07.properties, properties);
  for (const [ajv, schema] of [
    [new Ajv2020(), of2020],
    [new Ajv(), of07],
  ]) {
    const fits = ajv.compile(schema);
    assert.ok(fits(CLAIM) && fits({}) && fits({ partnerId: null }));
    assert.ok(!fits({ activity: "selling" }) && !fits({ partnerId: 5357564 }) && !fits("x"));
    for (const { name, options } of fields)
      for (const { value } of options) assert.ok(fits({ [name]: value }), `${name}: ${value}`);
  }
  const part = claimSchema({ fields: ["partnerId"] })["~standard"].jsonSchema;
  assert.deepEqual(Object.keys(part.output({ target: "draft-07" }).properties), ["partnerId"]);
  part.input({ target: "draft-07" }).properties.partnerId.type = "broken";
  assert.notEqual(part.input({ target: "draft-07" }).properties.partnerId.type, "broken");
  for (const target of ["openapi-3.0", "", "constructor"])
    assert.throws(() => jsonSchema.input({ target }), /no JSON Schema/);
});
