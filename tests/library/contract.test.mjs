// The contract as data: what the library and the server answer is as the schemas say, and what is not is refused.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { checkClaim, describe, init, LOCALES, mergeEvidence, planClaims } from "cpor-preflight";
import openApi from "cpor-preflight/contract/openapi.json" with { type: "json" };
import { checkHandler } from "cpor-preflight/server";
import { inRoot } from "../../scripts/tools.mjs";
import { CLAIM, everyReport, evidenceOfSamples, TODAY } from "../support/reports.mjs";

const ajv = new Ajv2020({ allowUnionTypes: true });
const [claim, evidence, report, plan] = ["claim", "evidence", "report", "plan"].map((name) =>
  ajv.compile(JSON.parse(readFileSync(inRoot("dist", "contract", `${name}.json`), "utf8"))),
);
let known;
let reports;

before(async () => {
  await init();
  known = evidenceOfSamples();
  reports = everyReport();
});

test("each file is a schema of draft 2020-12 with a name of its own", () => {
  const all = [claim, evidence, report, plan].map(({ schema }) => schema);
  const named = all.map(({ $id, title }) => `${$id} ${title}`);
  assert.deepEqual(named, [
    "urn:cpor-preflight:claim Claim",
    "urn:cpor-preflight:evidence Evidence",
    "urn:cpor-preflight:report Report",
    "urn:cpor-preflight:plan Plan",
  ]);
  for (const { $schema } of all)
    assert.equal($schema, "https://json-schema.org/draft/2020-12/schema");
});

test("every report is as its schema says, with every code", () => {
  for (const one of reports) fits(report, one);
  const codes = new Set(reports.flatMap(({ findings }) => findings.map(({ code }) => code)));
  assert.deepEqual(
    describe()
      .codes.filter(({ code }) => !codes.has(code))
      .map(({ code }) => code),
    [],
  );
});

test("a report that lacks a member, or has another type in it, is refused", () => {
  const [one] = reports.filter(({ findings }) => findings.some(({ params }) => params.problem));
  const damaged = [...changes(one)];
  const passed = damaged.filter(([, changed]) => report(changed)).map(([path]) => path);
  assert.ok(damaged.length > 100, String(damaged.length));
  // What may be absent, and what is one of many.
  assert.deepEqual(
    passed.filter(
      (path) => !/^understood\.|\.(basis|asks|primary|field|needs|opens|kinds)$/.test(path),
    ),
    [],
  );
  const finding = one.findings.find(({ params }) => params.problem);
  finding.params = { problem: "another" };
  assert.ok(!report(one), "parameters go by the code");
});

test("what is new is no fault: a member more is skipped", () => {
  const [one] = reports;
  fits(report, { ...one, more: 1, findings: one.findings.map((each) => ({ ...each, more: {} })) });
});

test("what is read from each export, and all of it together, is as the schema of evidence says", () => {
  assert.ok(known.length > 30, String(known.length));
  for (const one of known) fits(evidence, one);
  fits(evidence, known.reduce(mergeEvidence));
  assert.ok(!evidence({ ...known[0], subscriptions: [{ status: "sleeping" }] }));
});

test("plans say which shape they have, and are as their schema says", () => {
  const together = known.reduce(mergeEvidence);
  for (const locale of LOCALES) {
    const one = planClaims(together, { workloads: ["Teams"] }, { locale, today: TODAY });
    assert.ok(one.claims.length && one.excluded.length);
    fits(plan, one);
    assert.ok(!plan({ ...one, schema: 2 }));
  }
  fits(plan, planClaims());
});

test("a claim is texts and answers of closed lists; what a person typed otherwise is a finding anyway", () => {
  fits(claim, CLAIM);
  fits(claim, { mpnId: "5357564", activity: null });
  assert.ok(!claim({ activity: "selling" }) && !claim({ product: {} }));
});

test("the server's description is OpenAPI 3.1, and every answer is as it says", async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(openApi));
  assert.ok(valid, JSON.stringify(errors));
  const { responses } = openApi.paths["/"].post;
  // Its schemas stand in a document that is none.
  const answers = new Ajv2020({ allowUnionTypes: true, strict: false });
  answers.addSchema(openApi, "openapi");
  const json = { "content-type": "application/json" };
  const ask = ({ body = "{}", method = "POST", headers = json, url = "/check", ...options }) =>
    checkHandler({ path: "/check", limit: 1000, ...options })(
      new Request(`https://portal.example${url}`, { method, headers, ...(body && { body }) }),
    );
  const library = { init: () => Promise.reject({ code: "wasm_fetch_failed" }), checkClaim };
  const asked = {
    200: {
      body: JSON.stringify({
        ...CLAIM,
        subscriptionId: undefined,
        solutionArea: "microsoft-365",
        product: "Teams",
      }),
    },
    400: { body: "{" },
    404: { url: "/" },
    405: { method: "GET", body: null },
    413: { body: " ".repeat(1001) },
    415: { headers: {} },
    422: {},
    503: { library },
  };
  const described = Object.keys(responses).filter((status) => status !== "500");
  assert.deepEqual(Object.keys(asked), described);
  for (const [status, options] of Object.entries(asked)) {
    const response = await ask(options);
    assert.equal(response.status, Number(status));
    const [[type]] = Object.entries(responses[status].content);
    assert.equal(response.headers.get("content-type"), type);
    const path = `#/paths/~1/post/responses/${status}/content/${type.replace("/", "~1")}/schema`;
    fits(answers.compile({ $ref: `openapi${path}` }), await response.json());
  }
});

function fits(validate, value) {
  assert.ok(validate(value), JSON.stringify([validate.errors, value]).slice(0, 2000));
}

/** The value without each of its members, and with another type in its place, by path. */
function* changes(value, path = "", rebuild = (changed) => changed) {
  for (const [name, member] of Object.entries(value)) {
    const at = path ? `${path}.${name}` : name;
    const put = (changed) =>
      rebuild(
        Array.isArray(value)
          ? Object.assign([...value], { [name]: changed })
          : { ...value, [name]: changed },
      );
    if (!Array.isArray(value)) {
      const { [name]: _, ...without } = value;
      yield [at, rebuild(without)];
    }
    yield [at, put(typeof member === "number" ? "text" : 7)];
    if (typeof member === "object") yield* changes(member, at, put);
  }
}
