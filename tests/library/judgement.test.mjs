// What a report comes to for the person in front of it, by hand-made reports: each rule by itself, which reports of the
// library have together.

import assert from "node:assert/strict";
import test from "node:test";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { judge, checksOf } = await imported(inRoot("www", "form", "judgement.ts"));

/** By which check a code is, as the library describes it. */
const codes = [
  { code: "tenant", check: "tenant-id" },
  { code: "partner", check: "partner-id" },
  { code: "role", check: "role" },
  { code: "competing", check: "competing-claim" },
];

/** A check, as “id outcome asks” or “id pass basis”. */
function check(text) {
  const [id, outcome, third] = text.split(" ");
  return { id, outcome, ...(third && { [outcome === "pass" ? "basis" : "asks"]: third }) };
}

/** A finding of a field, as “code severity field field”, with what it has beside. */
const finding = (text, more = {}) => {
  const [code, severity, ...fields] = text.split(" ");
  return { code, severity, fields, kind: "field", actions: [], params: {}, ...more };
};

const CLAIM = { customerTenantId: "a", partnerId: "b" };
const FIELDS = ["customerTenantId", "partnerId", "userRole"];

function judged(given) {
  const { checks = [], findings = [], verdict = "confirm", typed = [], ...around } = given;
  return judge(
    { checks: checks.map(check), findings, verdict },
    {
      ...{ claim: CLAIM, fields: FIELDS, isAsked: false, codes },
      isLeft: (field) => !typed.includes(field),
      ...around,
    },
  );
}

const told = (findings) => findings.map(({ code }) => code);
const shown = (checks) =>
  checks.map(({ id, outcome, asks, basis }) =>
    [id, outcome, asks ?? basis].filter(Boolean).join(" "),
  );

test("what applies is checked; what fails for nothing but an empty field, or is being typed, is open", () => {
  const { checks, answered } = judged({
    checks: [
      "domain not-applicable",
      "tenant-id fail",
      "partner-id pass typed",
      "role fail",
      "competing-claim fail customer",
      "tenant-domain fail",
      "proof-of-execution pass stated",
      "subscription-unclaimed unknown microsoft",
    ],
    typed: ["partnerId"],
  });
  assert.deepEqual(shown(checks), [
    "tenant-id fail",
    "partner-id unknown you",
    "role unknown you",
    "competing-claim unknown customer",
    "tenant-domain fail",
    "proof-of-execution pass stated",
    "subscription-unclaimed unknown microsoft",
  ]);
  assert.equal(answered, 3);
});

test("a check that a finding about a text under the hands names is open, too", () => {
  const findings = [
    finding("mismatch blocks customerTenantId partnerId", {
      params: { checks: ["tenant-domain"] },
    }),
  ];
  const given = { checks: ["tenant-domain fail", "domain pass typed"], findings };
  const early = judged({ ...given, typed: ["partnerId"] });
  assert.deepEqual(shown(early.checks), ["tenant-domain unknown you", "domain pass typed"]);
  assert.deepEqual([told(early.told), early.state], [[], "missing"].slice(0, 1).concat("settle"));
  const late = judged(given);
  assert.deepEqual(shown(late.checks), ["tenant-domain fail", "domain pass typed"]);
  assert.deepEqual([told(late.told), late.state], [["mismatch"], "fix"]);
});

test("fields that apply are missing where they are empty or being typed, and their checks open", () => {
  const checks = [
    ...["role unknown you", "partner-id unknown you", "tenant-id unknown you"],
    "competing-claim unknown customer",
  ];
  assert.deepEqual(judged({ checks }).missing, ["userRole"], "what is whole is not missing");
  const typed = ["partnerId"];
  assert.deepEqual(judged({ checks, typed }).missing, ["partnerId", "userRole"], "in their order");
  const fields = ["userRole", "partnerId", "submittedOn", "ownTenantId"];
  assert.deepEqual(judged({ checks, typed, fields }).missing, ["userRole", "partnerId"]);
  const answered = ["role pass stated"];
  assert.deepEqual(judged({ checks: answered }).missing, []);
});

test("what is told of an empty field depends on whether it is asked for, and the check was", () => {
  const checks = ["role unknown you"];
  const first = finding("role blocks userRole");
  const second = finding("role-2 blocks userRole");
  const outcome = finding("outcome blocks userRole", { kind: "outcome" });
  const unasked = finding("competing blocks competingPartner");
  const nowhere = finding("nowhere blocks");
  const findings = [first, second, outcome, unasked, nowhere];
  const before = judged({ checks, findings });
  assert.deepEqual(told(before.told), ["nowhere"]);
  const asked = judged({ checks, findings, isAsked: true });
  assert.deepEqual(told(asked.told), ["role", "nowhere"], "each field once");
  // With an answer of its own, the field is not missing.
  const known = judged({ checks: ["role pass stated"], findings });
  assert.deepEqual(told(known.told), ["outcome", "nowhere"]);
});

test("what blocks comes first, then what somebody can settle; the rest is a note", () => {
  const {
    findings,
    blocking,
    notes,
    told: all,
  } = judged({
    checks: [
      ...["tenant-id pass typed", "partner-id unknown you", "role unknown microsoft"],
      "competing-claim fail",
    ],
    findings: [
      finding("partner warns partnerId"),
      finding("role warns customerTenantId"),
      finding("competing informs customerTenantId"),
      finding("tenant blocks customerTenantId"),
      finding("unknown-code warns customerTenantId"),
      finding("several warns customerTenantId", { params: { checks: ["role", "partner-id"] } }),
    ],
  });
  assert.deepEqual(told(findings), ["tenant", "partner", "competing", "several"]);
  assert.equal(blocking, 1);
  assert.deepEqual(told(notes), ["role", "unknown-code"]);
  assert.equal(all.length, 6);
});

test("what one step mends is one thing to fix", () => {
  const mend = (changes, primary = false) => ({ actions: [{ id: "use-value", changes, primary }] });
  const both = (one, other) =>
    judged({
      findings: [
        finding("tenant blocks customerTenantId", one),
        finding("partner blocks partnerId", other),
      ],
    });
  const swapped = { customerTenantId: "b", partnerId: "a" };
  const again = { partnerId: "a", customerTenantId: "b" };
  const cases = [
    ["a swap", mend(swapped), mend(again), 1],
    ["the one right text", mend({ partnerId: "a" }, true), mend({ partnerId: "a" }, true), 1],
    ["one of several texts", mend({ partnerId: "a" }), mend({ partnerId: "a" }), 2],
    ["other texts", mend(swapped), mend({ ...again, partnerId: "c" }), 2],
    ["no texts", { actions: [{ primary: true }] }, { actions: [{ primary: true }] }, 2],
    ["nothing", {}, {}, 2],
  ];
  for (const [name, one, other, count] of cases) {
    const { state, count: is, findings, told: all, notes } = both(one, other);
    assert.deepEqual([state, is, findings.length], ["fix", count, count], name);
    assert.deepEqual([all.length, notes.length], [2, 0], name);
  }
});

test("one word and a number say what to do first", () => {
  const open = ["role unknown you"];
  const warned = [finding("partner warns partnerId")];
  const cases = [
    ["nothing is there", { claim: {} }, ["empty", 0]],
    [
      "nothing is there, and the check was asked for",
      { claim: {}, isAsked: true },
      ["microsoft", 0],
    ],
    ["what blocks", { findings: [finding("tenant blocks customerTenantId")] }, ["fix", 1]],
    ["what is missing", { checks: open }, ["missing", 1]],
    [
      "what is missing once the check was asked for",
      { checks: open, isAsked: true },
      ["settle", 1],
    ],
    [
      "what is typed after the check was asked for",
      { checks: [...open, "partner-id pass typed"], isAsked: true, typed: ["partnerId"] },
      ["missing", 1],
    ],
    [
      "what is to be settled",
      { checks: ["partner-id unknown you"], findings: warned },
      ["settle", 1],
    ],
    [
      "what is to be settled though the verdict is good",
      { checks: ["partner-id unknown you"], findings: warned, verdict: "ready" },
      ["settle", 1],
    ],
    ["nothing", { verdict: "ready", checks: ["competing-claim unknown customer"] }, ["ready", 0]],
    [
      "what is open without a finding",
      { checks: ["competing-claim unknown customer", "tenant-domain fail", "domain pass typed"] },
      ["settle", 2],
    ],
    [
      "what only Microsoft sees",
      { checks: ["subscription-unclaimed unknown microsoft", "tenant-domain unknown microsoft"] },
      ["microsoft", 2],
    ],
  ];
  for (const [name, given, expected] of cases) {
    const { state, count } = judged(given);
    assert.deepEqual([state, count], expected, name);
  }
});

test("what only Microsoft sees, and what the person says, are lists of their own", () => {
  const { unseen, stated } = judged({
    checks: [
      ...["role pass stated", "tenant-id pass typed", "competing-claim fail stated"],
      ...["subscription-unclaimed unknown microsoft", "proof-of-execution unknown you"],
    ],
  });
  assert.deepEqual(shown(unseen), ["subscription-unclaimed unknown microsoft"]);
  assert.deepEqual(shown(stated), ["role pass stated"]);
});

test("a finding is about the checks that it names, else about that of its code", () => {
  const of = (text, params) => checksOf(finding(text, { params }), codes);
  assert.deepEqual(of("tenant blocks", {}), ["tenant-id"]);
  assert.deepEqual(of("tenant blocks", { checks: ["role", "domain"] }), ["role", "domain"]);
  assert.deepEqual(of("no-such-code blocks", {}), []);
});
