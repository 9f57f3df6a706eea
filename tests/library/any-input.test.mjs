// Any input of any type gets an answer of the right shape, in words and of its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  adviseActivity,
  advisePartnerId,
  checkClaim,
  classifyIdentifier,
  describe,
  diagnoseSubscription,
  LOCALES,
  mergeEvidence,
  negotiateLocale,
  planClaims,
  readEvidence,
  rulesets,
  timeline,
} from "cpor-preflight";
import { CANDIDATES, CLAIM, CONTOSO, EVIDENCE, OPTIONS, SAMPLE } from "./given.mjs";
import {
  ACTIVITY_QUESTIONS,
  activityFaults,
  diagnosisFaults,
  evidenceFaults,
  exportFaults,
  identifiedFaults,
  lists,
  localeFaults,
  PARTS,
  partnerIdFaults,
  planFaults,
  reportFaults,
  same,
  timelineFaults,
} from "./shapes.mjs";
import { survey } from "./survey.mjs";

/** Values that no argument expects. Made anew for every call, because some of them can be changed. */
function junk() {
  const cyclic = { partnerId: "5357564" };
  cyclic.self = cyclic;
  const deep = (depth) => {
    let value = [];
    for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { value };
    return value;
  };
  const throwing = () => {
    throw new Error("read");
  };
  const revoked = (target) => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy;
  };
  const hostile = new Proxy(
    {},
    { get: throwing, has: throwing, ownKeys: throwing, getPrototypeOf: throwing },
  );
  const getter = (name) => Object.defineProperty({}, name, { enumerable: true, get: throwing });
  return {
    null: null,
    undefined: undefined,
    zero: 0,
    "a negative fraction": -1.5,
    "a large number": 5e6,
    "a huge number": 1e300,
    NaN: Number.NaN,
    infinity: Number.POSITIVE_INFINITY,
    BigInt: 10n ** 30n,
    "a symbol": Symbol("x"),
    true: true,
    false: false,
    "a function": () => 1,
    "a class": class {},
    "an empty array": [],
    "an array": [1, "x", null, undefined, [], {}],
    "a sparse array": new Array(3),
    "an array of getters": [getter("id"), getter("tenantId")],
    "an empty object": {},
    "an object without a prototype": Object.assign(Object.create(null), { partnerId: "1" }),
    "an object with a length": { length: 5e6 },
    "an object of junk": { length: -1, buffer: "x", byteLength: Number.NaN, byteOffset: {} },
    "an object that cannot be a text": { toString: null, valueOf: null },
    "an object whose text throws": { toString: throwing, [Symbol.toPrimitive]: throwing },
    "a date": new Date(0),
    "a date that is none": new Date(Number.NaN),
    "a map": new Map([["partnerId", "1"]]),
    "a set": new Set(["x"]),
    "a regular expression": /x/,
    "an error": new Error("x"),
    "a promise": Promise.resolve({}),
    "a boxed string": new String("5357564"),
    "a typed array": Float64Array.of(1, Number.NaN),
    "getters that throw": Object.defineProperties(
      {},
      Object.fromEntries(
        ["customerTenantId", "subscriptions", "locale", "id", "length", "buffer"].map((name) => [
          name,
          { enumerable: true, get: throwing },
        ]),
      ),
    ),
    "a revoked proxy": revoked({}),
    "a revoked proxy of a list": revoked([]),
    "a revoked proxy of a function": revoked(() => 1),
    "a hostile proxy": hostile,
    "a cycle": cyclic,
    "a toJSON that throws": { toJSON: throwing },
    "a toJSON that throws further down": { partnerId: { toJSON: throwing }, product: "x" },
    "a toJSON that answers with junk": { toJSON: () => 5n },
    "a function whose toJSON throws": Object.assign(() => 1, { toJSON: throwing }),
    "deep nesting": deep(200),
    "very deep nesting": deep(50_000),
    "keys of the prototype": JSON.parse(
      '{"__proto__":{"partnerId":"1"},"constructor":1,"toString":"x","hasOwnProperty":null}',
    ),
    "many unknown fields": Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`f${n}`, n])),
    "a long field name": { ["name ".repeat(1e4)]: 1 },
    "field names with braces and marks": { "{field}": 1, "a\x1eb\x1fc": 1, "a|b": 1, "<b>": 1 },
    "an empty string": "",
    blanks: " \u00a0\u200b\ufeff\t\n",
    "a lone surrogate": "\ud800x\udc00",
    "separators and zeros": "a\x1eb\x1fc\0d\u2028=,*",
    "braces and marks": "{what} <b>$1</b> %s undefined",
    "a long text": "x".repeat(1e6),
    "a long text of words": "sales ".repeat(1.6e5),
    "a long run of digits": "7".repeat(1e6),
    "a long run of hyphens": "-".repeat(1e6),
    "a domain of 243 characters": `${"a".repeat(60)}.`.repeat(4).slice(0, -1),
    "a domain without end": `${"a".repeat(60)}.`.repeat(4e3),
    "broken JSON": '{"value":[{"id":',
    "a lot of brackets": "[".repeat(1e5),
    "a right-to-left text": "\u202econtoso.com",
    emoji: "👩‍💻",
    "a tag": "__proto__",
    constructor: "constructor",
  };
}

const CALLS = () => ({
  "checkClaim(claim)": [(value) => checkClaim(value, EVIDENCE, OPTIONS), reportFaults],
  "checkClaim(, evidence)": [(value) => checkClaim(CLAIM, value, OPTIONS), reportFaults],
  "checkClaim(,, options)": [(value) => checkClaim(CLAIM, EVIDENCE, value), reportFaults],
  "checkClaim(all)": [(value) => checkClaim(value, value, value), reportFaults],
  ...overMembers("claim", [...lists.Field, "mpnId"], (member) => [
    (value) => checkClaim({ ...CLAIM, [member]: value }, EVIDENCE, OPTIONS),
    reportFaults,
  ]),
  ...overMembers("evidence", PARTS, (part) => [
    (value) => checkClaim(CLAIM, { ...EVIDENCE, [part]: value }, OPTIONS),
    reportFaults,
  ]),
  ...overMembers("evidence rows", PARTS, (part) => [
    (value) => checkClaim(CLAIM, { ...EVIDENCE, [part]: [value] }, OPTIONS),
    reportFaults,
  ]),
  ...overMembers("subscription", SUBSCRIPTION_MEMBERS, (member) => [
    (value) =>
      checkClaim(
        CLAIM,
        { subscriptions: [{ ...EVIDENCE.subscriptions[0], [member]: value }] },
        OPTIONS,
      ),
    reportFaults,
  ]),
  ...overMembers("options", ["ruleset", "locale", "today"], (member) => [
    (value) => checkClaim(CLAIM, EVIDENCE, { ...OPTIONS, [member]: value }),
    reportFaults,
  ]),
  "timeline(claim)": [(value) => timeline(value, EVIDENCE, OPTIONS), timelineFaults],
  "timeline(, evidence)": [(value) => timeline(CLAIM, value, OPTIONS), timelineFaults],
  "timeline(,, options)": [(value) => timeline(CLAIM, EVIDENCE, value), timelineFaults],
  "diagnoseSubscription(claim)": [
    (value) => diagnoseSubscription(value, EVIDENCE, OPTIONS),
    diagnosisFaults,
  ],
  "diagnoseSubscription(, evidence)": [
    (value) => diagnoseSubscription(CLAIM, value, OPTIONS),
    diagnosisFaults,
  ],
  "diagnoseSubscription(,, options)": [
    (value) => diagnoseSubscription(CLAIM, EVIDENCE, value),
    diagnosisFaults,
  ],
  ...overMembers("diagnosis options", ["answers", "customerLocale", "ruleset"], (member) => [
    (value) => diagnoseSubscription(CLAIM, {}, { ...OPTIONS, [member]: value }),
    diagnosisFaults,
  ]),
  ...overMembers("diagnosis answers", lists.DiagnosisQuestion, (question) => [
    (value) => diagnoseSubscription(CLAIM, {}, { answers: { [question]: value } }),
    diagnosisFaults,
  ]),
  "adviseActivity(answers)": [(value) => adviseActivity(value, OPTIONS), activityFaults],
  "adviseActivity(, options)": [(value) => adviseActivity({}, value), activityFaults],
  ...overMembers("answers", ACTIVITY_QUESTIONS, (question) => [
    (value) => adviseActivity({ [question]: value }, OPTIONS),
    activityFaults,
  ]),
  "advisePartnerId(candidates)": [(value) => advisePartnerId(value, {}, OPTIONS), partnerIdFaults],
  "advisePartnerId([candidate])": [
    (value) => advisePartnerId([value], {}, OPTIONS),
    partnerIdFaults,
  ],
  ...overMembers("candidate", ["id", "kind", "partnerType", "programs", "enrolled"], (member) => [
    (value) => advisePartnerId([{ ...CANDIDATES[0], [member]: value }], {}, OPTIONS),
    partnerIdFaults,
  ]),
  "planClaims(evidence)": [(value) => planClaims(value, {}, OPTIONS), planFaults],
  "planClaims(, context)": [(value) => planClaims(EVIDENCE, value, OPTIONS), planFaults],
  "planClaims(,, options)": [(value) => planClaims(EVIDENCE, {}, value), planFaults],
  ...overMembers(
    "plan context",
    [
      ...["contributions", "fastTrack", "ownTenantId", "partnerIds", "program", "purchaseChannel"],
      ...["seeksPayment", "userRole", "workloads"],
    ],
    (member) => [(value) => planClaims(EVIDENCE, { [member]: value }, OPTIONS), planFaults],
  ),
  "advisePartnerId(, context)": [
    (value) => advisePartnerId(CANDIDATES, value, OPTIONS),
    partnerIdFaults,
  ],
  ...overMembers("context", ["program", "fastTrack"], (member) => [
    (value) => advisePartnerId(CANDIDATES, { [member]: value }, OPTIONS),
    partnerIdFaults,
  ]),
  "advisePartnerId(,, options)": [
    (value) => advisePartnerId(CANDIDATES, {}, value),
    partnerIdFaults,
  ],
  "classifyIdentifier(text)": [(value) => classifyIdentifier(value, EVIDENCE), identifiedFaults],
  "classifyIdentifier(, evidence)": [
    (value) => classifyIdentifier(CONTOSO, value),
    identifiedFaults,
  ],
  "readEvidence(text)": [(value) => readEvidence(value, {}), exportFaults],
  "readEvidence(, options)": [(value) => readEvidence(SAMPLE, value), exportFaults],
  ...overMembers(
    "read options",
    ["name", "tenantId", "domain", "asOf", "onProgress", "locale"],
    (member) => [(value) => readEvidence(SAMPLE, { [member]: value }), exportFaults],
  ),
  "mergeEvidence(a)": [(value) => mergeEvidence(value, EVIDENCE), evidenceFaults],
  "mergeEvidence(, b)": [(value) => mergeEvidence(EVIDENCE, value), evidenceFaults],
  "negotiateLocale(tags)": [negotiateLocale, localeFaults],
  "negotiateLocale([tag])": [(value) => negotiateLocale([value]), localeFaults],
  "rulesets(options)": [rulesets, (list) => (list.length ? [] : ["no rule sets"])],
  "rulesets(locale)": [(locale) => rulesets({ locale }), (list) => (list.length ? [] : ["none"])],
  "describe(options)": [describe, ({ locale }) => localeFaults(locale)],
  ...overMembers("described", ["ruleset", "locale"], (member) => [
    (value) => describe({ [member]: value }),
    ({ locale }) => localeFaults(locale),
  ]),
});
const SUBSCRIPTION_MEMBERS = [
  "id",
  "commerceSubscriptionId",
  "tenantId",
  "skuId",
  "skuPartNumber",
  "productName",
  "status",
  "channel",
  "ownerTenantId",
  "provisioning",
  "endsOn",
  "claimedBy",
];

function overMembers(where, members, call) {
  return Object.fromEntries(members.map((member) => [`${where}: ${member}`, call(member)]));
}

survey("any value in any place gets an answer of the right shape", (fail) => {
  const places = new Map();
  const note = (fault, place) => places.set(fault, [...(places.get(fault) ?? []), place]);
  for (const [place, [call, faults]] of Object.entries(CALLS())) {
    for (const [kind, value] of Object.entries(junk())) {
      try {
        for (const fault of faults(call(value)).slice(0, 3)) note(`${kind}: ${fault}`, place);
      } catch (error) {
        note(`${kind}: throws ${error?.message ?? String(error)}`, place);
      }
    }
  }
  for (const [fault, all] of places) fail(`${fault}\n    in ${all.length}: ${all.join("; ")}`);
});

survey(
  "what is neither text nor bytes is said to be none, and never taken for a length",
  (fail) => {
    for (const kind of [
      ...["null", "undefined", "zero", "a large number", "NaN", "true", "a symbol", "a function"],
      ...["an empty object", "an array", "a date", "a map", "a cycle", "an object with a length"],
    ]) {
      const { problems } = readEvidence(junk()[kind], {});
      const codes = problems.map(({ code }) => code).join();
      if (codes !== "not-text") fail(`${kind}: ${codes}`);
    }
  },
);

survey("no text echoes a whole input", (fail) => {
  const long = "Very long partner type ".repeat(1e4);
  const texts = (value) =>
    typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(texts);
  for (const [name, answer] of Object.entries({
    unknownField: checkClaim({ [long]: 1 }, {}, OPTIONS),
    partnerType: checkClaim(
      CLAIM,
      { partnerIds: [{ ...CANDIDATES[0], partnerType: long }] },
      OPTIONS,
    ),
    domain: checkClaim({ ...CLAIM, customerDomain: `${"a".repeat(60)}.`.repeat(4) }, {}, OPTIONS),
    advice: advisePartnerId([{ ...CANDIDATES[0], partnerType: long }], {}, OPTIONS),
    programs: advisePartnerId([{ ...CANDIDATES[0], programs: [long] }], { program: "x" }, OPTIONS),
  })) {
    const longest = Math.max(...texts(answer).map((text) => text.length));
    if (longest > 600) fail(`${name}: a text of ${longest} characters`);
  }
});

survey("every language has the same codes", (fail) => {
  for (const [kind, value] of Object.entries(junk())) {
    for (const claim of [value, { ...CLAIM, customerTenantId: value, customerDomain: value }]) {
      const told = ["en", "de", "de-AT"].map((locale) => {
        const { findings, ...rest } = silent(() => checkClaim(claim, {}, { ...OPTIONS, locale }));
        const codes = findings?.map(({ code, severity, params }) => [code, severity, params]);
        return JSON.stringify([codes, rest.verdict, rest.checks, rest.understood]);
      });
      if (new Set(told).size > 1) fail(`${kind}: ${told.join("\n")}`);
    }
  }
});

survey("a report survives JSON, and each is the caller's own", (fail) => {
  for (const [name, claim, evidence] of [
    ["a good claim", CLAIM, EVIDENCE],
    ["an empty claim", {}, {}],
    ["a claim with open points", CLAIM, {}],
    ["an unknown field", { ...CLAIM, colour: "x" }, { subscriptions: 1 }],
  ]) {
    const report = checkClaim(claim, evidence, OPTIONS);
    const earlier = JSON.stringify(report);
    if (!same(JSON.parse(earlier), report)) fail(`${name}: JSON loses something`);
    if (!same(checkClaim(claim, evidence, OPTIONS), report)) fail(`${name}: differs`);
    deface(report);
    if (JSON.stringify(checkClaim(claim, evidence, OPTIONS)) !== earlier)
      fail(`${name}: a caller's change shows in the next report`);
  }
  for (const [name, ask] of Object.entries({
    describe: () => describe(OPTIONS),
    rulesets: () => rulesets(OPTIONS),
    adviseActivity: () => adviseActivity({}, OPTIONS),
    diagnoseSubscription: () => diagnoseSubscription(CLAIM, EVIDENCE, OPTIONS),
    readEvidence: () => readEvidence(SAMPLE),
    mergeEvidence: () => mergeEvidence(EVIDENCE, {}),
    planClaims: () => planClaims(EVIDENCE, {}, OPTIONS),
    LOCALES: () => ({ locales: LOCALES.map((tag) => negotiateLocale([tag])) }),
  })) {
    const first = ask();
    const earlier = JSON.stringify(first);
    if (!same(JSON.parse(earlier), first)) fail(`${name}: JSON loses something`);
    deface(first);
    const now = JSON.stringify(silent(ask));
    if (now !== earlier) fail(`${name}: a caller's change shows in the next answer`);
  }
});

test("the shape checkers see what is wrong", () => {
  const good = () => checkClaim({}, {}, OPTIONS);
  const spoilt = [
    ({ ...rest }) => ({ ...rest, extra: 1 }),
    (report) => ({ ...report, verdict: "ready" }),
    (report) => ({ ...report, today: "today" }),
    (report) => ({ ...report, checks: report.checks.slice(1) }),
    (report) => ({ ...report, findings: [...report.findings].reverse() }),
    (report) => ({ ...report, findings: [report.findings[0], ...report.findings] }),
    (report) => ({ ...report, findings: [{ ...report.findings[0], what: "{field}" }] }),
    (report) => ({ ...report, findings: [{ ...report.findings[0], next: "" }] }),
    (report) => ({ ...report, findings: [{ ...report.findings[0], params: { x: 1 } }] }),
    (report) => ({ ...report, timeline: [] }),
    (report) => ({ ...report, understood: { colour: "blue" } }),
  ];
  assert.deepEqual(reportFaults(good()), []);
  for (const spoil of spoilt) assert.notDeepEqual(reportFaults(spoil(good())), [], String(spoil));
});

/* Helpers */

/** Overwrites everything that can be reached: what is frozen stays as it is for everybody. */
function deface(value) {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  for (const member of Object.values(value)) deface(member);
  for (const key of Object.keys(value)) value[key] = "defaced";
  if (Array.isArray(value)) value.length = 0;
}

/** Where another test reports what is thrown. */
function silent(call) {
  try {
    return call();
  } catch {
    return {};
  }
}
