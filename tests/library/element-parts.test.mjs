// What elements are made of and needs no document: the host’s texts, outcomes on demand, evidence on its way in, and
// following a form.

import assert from "node:assert/strict";
import test from "node:test";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const part = (name) => imported(inRoot("www", "element", `${name}.ts`));
const { overridden, reworded, rewordedReport, unknownNames } = await part("overrides");
const { mocked } = await part("mock");
const { partOf } = await part("parts");
const { evidenceFor } = await part("evidence");
const { followed } = await part("follow");

/* The host's texts */

test("a text of the host’s takes the place of ours under the same name, and nothing else does", () => {
  const texts = { a: "A", b: { c: "C", d: "D" }, later: undefined };
  const cases = [
    [{ a: "x" }, { ...texts, a: "x" }],
    [{ b: { c: "x" } }, { ...texts, b: { c: "x", d: "D" } }],
    [{ b: "x" }, texts],
    [{ a: { c: "x" } }, texts],
    [{ e: "x", later: "x" }, texts],
    [null, texts],
    [undefined, texts],
    ["x", texts],
  ];
  for (const [messages, expected] of cases) assert.deepEqual(overridden(texts, messages), expected);
  assert.equal(overridden("A", "x"), "x");
  assert.equal(overridden("A", undefined), "A");
  assert.equal(overridden(undefined, { a: "x" }), undefined);
});

const DESCRIBED = {
  ruleset: { id: "2023-10" },
  labels: { severities: { blocks: "Error" }, exportKinds: { one: "One" }, terms: { x: "X" } },
  checks: [
    { id: "role", label: "Role" },
    { id: "domain", label: "Domain" },
  ],
  fields: [
    {
      ...{ name: "product", label: "Product (both)", shortLabel: "Product", hint: "Name it." },
      options: [],
    },
    {
      ...{ name: "activity", label: "Activity", shortLabel: "Activity", hint: "" },
      options: [
        { value: "usage", label: "Usage", shortLabel: "U", variants: { x: { label: "Use" } } },
        { value: "presales", label: "Presales", shortLabel: "P" },
      ],
    },
  ],
};

test("fields, answers, checks and exports are described in the host’s texts", () => {
  const { fields, labels, checks, ruleset } = reworded(DESCRIBED, {
    fields: { product: { label: "Own label" }, activity: { hint: "Own hint" } },
    options: { activity: { usage: "Own usage" } },
    checks: { role: "Own role" },
    evidence: { kinds: { one: "Own one" } },
    severities: { blocks: "Own error" },
  });
  assert.deepEqual(ruleset, { id: "2023-10" });
  assert.deepEqual(
    fields.map(({ label, shortLabel, hint }) => [label, shortLabel, hint]),
    [
      ["Own label", "Own label", "Name it."],
      ["Activity", "Activity", "Own hint"],
    ],
  );
  assert.deepEqual(
    fields[1].options.map(({ value, label, variants }) => [value, label, variants]),
    [
      ["usage", "Own usage", undefined],
      ["presales", "Presales", undefined],
    ],
  );
  assert.deepEqual(checks, [
    { id: "role", label: "Own role" },
    { id: "domain", label: "Domain" },
  ]);
  assert.deepEqual(labels, {
    severities: { blocks: "Own error" },
    exportKinds: { one: "Own one" },
    terms: { x: "X" },
  });
  const same = reworded(DESCRIBED, {});
  assert.deepEqual(same.labels, DESCRIBED.labels);
  assert.deepEqual(same.fields[1].options[0].variants, { x: { label: "Use" } });
  assert.deepEqual(same.fields[0].label, "Product (both)");
});

test("findings and steps are told in the host’s texts, with the finding’s own values in them", () => {
  const finding = {
    ...{ code: "a", what: "What {n}", why: "Why", next: "Next", params: { n: 3 } },
    severity: "blocks",
  };
  const report = {
    verdict: "fix",
    findings: [finding, { ...finding, code: "b" }],
    timeline: [
      { step: "submit", label: "Submit", note: "Note", by: "2026-11-20" },
      { step: "review", label: "Review", note: "" },
    ],
  };
  const told = rewordedReport(report, {
    findings: { a: { what: "Own {n} and {m}", next: "Own next" } },
    timeline: { submit: { label: "Own submit" } },
  });
  assert.equal(told.verdict, "fix");
  assert.deepEqual(told.findings, [
    { ...finding, what: "Own 3 and ", next: "Own next" },
    { ...finding, code: "b" },
  ]);
  assert.deepEqual(told.timeline, [
    { step: "submit", label: "Own submit", note: "Note", by: "2026-11-20" },
    { step: "review", label: "Review", note: "" },
  ]);
  assert.deepEqual(rewordedReport(report, {}), report);
});

test("a name that no catalogue has is told by its path", () => {
  const catalogues = [
    { a: { b: "B" }, n: null },
    { c: "C", a: { d: { e: "E" } } },
  ];
  const cases = [
    [{ a: { b: "x", d: { e: "x" } }, c: "x" }, []],
    [{ z: "x" }, ["z"]],
    [{ a: { z: "x", d: { z: "x" } } }, ["a.z", "a.d.z"]],
    [{ z: { y: "x" } }, ["z"]],
    [{ n: { y: "x" } }, ["n.y"]],
    ["x", []],
    [null, []],
    [undefined, []],
  ];
  for (const [messages, expected] of cases)
    assert.deepEqual(unknownNames(messages, catalogues), expected, JSON.stringify(messages));
});

test("with an outcome on demand, a claim of that outcome is checked instead", () => {
  const asked = [];
  const check = (...given) => {
    asked.push(given);
    return { findings: [], timeline: [] };
  };
  const claims = ["ready", "confirm", "fix", "", "internal"].map((mock) => {
    mocked(mock, check, {})({ own: "claim" }, { own: "evidence" }, { locale: "en" });
    const [claim, evidence, options] = asked.at(-1);
    assert.deepEqual(options, { locale: "en" });
    return [claim.own ?? claim.customerTenantId, Object.keys(evidence).join()];
  });
  assert.deepEqual(claims, [
    ["3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6", "tenants,partnerIds"],
    ["3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6", ""],
    ["contoso.onmicrosoft.com", "tenants,partnerIds"],
    ["claim", "own"],
    ["claim", "own"],
  ]);
});

test("guides begin with the core, others where there is evidence or an outcome on demand", () => {
  const cases = [
    ["cpor-claim-form", {}, "check"],
    ["cpor-claim-result", { evidence: null, mock: "" }, "check"],
    ["cpor-claim-form", { evidence: {} }, "core"],
    ["cpor-claim-form", { mock: "fix" }, "core"],
    ["cpor-activity-guide", {}, "core"],
    ["cpor-partner-id-guide", {}, "core"],
  ];
  for (const [tag, given, expected] of cases) assert.equal(partOf(tag, given), expected, tag);
});

/* Evidence */

/** A store that notes what is brought, and a library that takes evidence in when it is told to. */
function taking() {
  const brought = [];
  const takings = [];
  const bring = evidenceFor(
    { bring: (...given) => brought.push(given) },
    {
      takeIn: (parts, signal) =>
        new Promise((done, fail) => takings.push({ parts, signal, done, fail })),
    },
  );
  return { brought, takings, bring };
}
const long = () => ({ partnerIds: Array.from({ length: 1001 }, (_, at) => ({ id: `${at}` })) });
const turn = () => new Promise((done) => setTimeout(done));

test("what is short is brought at once, and the same is not brought again", () => {
  const { brought, takings, bring } = taking();
  const short = { partnerIds: [] };
  for (const given of [null, short, short, null, undefined, short]) bring(given);
  assert.deepEqual(brought, [[short], [undefined], [undefined], [short]]);
  assert.deepEqual(takings, []);
});

test("what is long is brought once it is taken in, unless something else came meanwhile", async () => {
  const { brought, takings, bring } = taking();
  const [first, second] = [long(), long()];
  bring(first);
  bring(second);
  assert.deepEqual([brought, takings.length], [[], 2]);
  assert.deepEqual([takings[0].signal.aborted, takings[1].signal.aborted], [true, false]);
  assert.deepEqual(takings[1].parts, [second, {}]);
  takings[0].fail(new Error("stopped"));
  await turn();
  assert.deepEqual(brought, []);
  const known = { evidence: { joined: true } };
  takings[1].done(known);
  await turn();
  assert.deepEqual(brought, [[known.evidence, known]]);
  bring(null);
  assert.deepEqual(brought[1], [undefined]);
});

test("what cannot be taken in is brought as it is: the library says what can be said of it", async () => {
  const { brought, takings, bring } = taking();
  const given = long();
  bring(given);
  takings[0].fail(new Error("a getter threw"));
  await turn();
  assert.deepEqual(brought, [[given]]);
});

/* Following */

test("an element follows the form that it names, from when it is in a document until it is not", () => {
  const [one, other] = [new EventTarget(), new EventTarget()];
  const forms = { one, other };
  const heard = [];
  const element = {
    htmlFor: "one",
    getRootNode: () => ({ getElementById: (id) => forms[id] ?? null }),
  };
  const form = followed(element, (event) => heard.push(event?.type ?? "changed"));
  const said = () => heard.splice(0);
  assert.equal(form(), undefined);
  const first = new AbortController();
  form.connect(first.signal);
  assert.deepEqual([form(), said()], [one, ["changed"]]);
  for (const type of ["claim-report", "claim-checked", "change", "input"])
    one.dispatchEvent(new Event(type));
  assert.deepEqual(said(), ["claim-report", "claim-checked", "change"]);
  element.htmlFor = "other";
  form.changed();
  one.dispatchEvent(new Event("change"));
  other.dispatchEvent(new Event("change"));
  assert.deepEqual([form(), said()], [other, ["changed", "change"]]);
  element.htmlFor = "nowhere";
  form.changed();
  other.dispatchEvent(new Event("change"));
  assert.deepEqual([form(), said()], [undefined, ["changed"]]);
  element.htmlFor = "one";
  form.changed();
  said();
  first.abort();
  one.dispatchEvent(new Event("change"));
  form.changed();
  assert.deepEqual([form(), said()], [one, []], "it is in no document");
  form.connect(new AbortController().signal);
  one.dispatchEvent(new Event("change"));
  assert.deepEqual(said(), ["changed", "change"]);
  element.htmlFor = "";
  form.changed();
  assert.deepEqual([form(), said()], [undefined, ["changed"]]);
  element.htmlFor = "one";
  element.getRootNode = () => ({});
  form.changed();
  assert.deepEqual([form(), said()], [undefined, ["changed"]], "it is in no tree of a document");
});
