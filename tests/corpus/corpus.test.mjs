// The data that the package ships for other tools: it has the shape that its schemas say, the product and
// the second implementation answer its cases as it says, and no code of an edition is left out.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { describe, init, rulesets } from "cpor-preflight";
import { dist, filesUnder } from "../../scripts/tools.mjs";
import { corpusCases, held } from "./held.mjs";

await init();
const cases = await corpusCases();
const read = (path) => JSON.parse(readFileSync(join(dist, path), "utf8"));
const EDITIONS = rulesets().map(({ id }) => id);
/** Where an edition never raises a code. */
const NEVER = { "activity-no-payment": ["2020-06"], "subscription-newly-provisioned": ["2020-06"] };
const answering = (who) => [process.execPath, "tests/corpus/answer.mjs", who];

for (const who of ["product", "oracle"])
  test(`the ${who} answers every case as the corpus says`, async () => {
    assert.deepEqual(await held(cases, ...answering(who)), []);
  });

test("a wrong expectation is noticed", async () => {
  const wrong = structuredClone(cases.slice(0, 3));
  wrong[1].expect.verdict = "maybe";
  const found = await held(wrong, ...answering("product"));
  assert.equal(found.length, 1);
  assert.ok(found[0].startsWith(wrong[1].id), found[0]);
});

test("each code is raised and not raised, in every edition", () => {
  for (const edition of EDITIONS) {
    const its = cases.filter(({ expect }) => expect.ruleset === edition);
    for (const { code } of describe({ ruleset: edition }).codes) {
      const raises = ({ expect }) => expect.findings.some((one) => one.code === code);
      const count = its.filter(raises).length;
      const least = NEVER[code]?.includes(edition) ? 0 : 1;
      assert.ok(count >= least, `${code} is nowhere raised by ${edition}`);
      assert.ok(count < its.length, `${code} is raised everywhere by ${edition}`);
    }
  }
});

test("every case has an ID of its own in its edition", () => {
  const ids = cases.map(({ id, expect }) => `${expect.ruleset} ${id}`);
  assert.equal(new Set(ids).size, ids.length);
});

for (const kind of ["rules", "corpus"])
  test(`the files of ${kind} are as their schema says, and say under which license`, async () => {
    const ajv = new Ajv.default({ allErrors: true, formats: { date: /^\d{4}-\d\d-\d\d$/ } });
    const validate = ajv.compile(read(`${kind}/schema.json`));
    const paths = (await filesUnder(join(dist, kind))).filter((path) => path !== "schema.json");
    for (const path of paths) {
      const file = read(`${kind}/${path}`);
      assert.ok(validate(file), `${path}: ${JSON.stringify(validate.errors)}`);
      assert.equal(file.license, "MIT OR Apache-2.0");
      assert.ok(!validate({ ...file, more: 1 }), `${path} may have anything`);
    }
    assert.deepEqual([...new Set(paths.map((path) => path.slice(0, 7)))], EDITIONS);
  });

test("the rules are those that the library applies", () => {
  for (const edition of EDITIONS) {
    const { codes } = describe({ ruleset: edition });
    const severities = (all) =>
      Object.fromEntries(all.map(({ code, severity }) => [code, severity]));
    assert.deepEqual(severities(read(`rules/${edition}.json`).codes), severities(codes));
  }
});
