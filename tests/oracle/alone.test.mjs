// The oracle alone: it passes the cases that were written by hand, and these leave no code out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CODES } from "./codes.mjs";
import { faults, handCases } from "./hand.mjs";
import { judge } from "./oracle.mjs";

const cases = handCases();

for (const one of cases)
  test(`${one.file}, ${one.ruleset ?? "by day"}: ${one.name}`, () => {
    const answer = judge(one.claim, one.evidence, { ruleset: one.ruleset, today: one.today });
    assert.deepEqual(faults(answer, one), []);
  });

/** Where an edition never raises a code. */
const NEVER = { "activity-no-payment": ["2020-06"], "subscription-newly-provisioned": ["2020-06"] };

test("each code is raised and not raised, in both editions", () => {
  for (const ruleset of ["2020-06", "2023-10"])
    for (const code of Object.keys(CODES)) {
      if (NEVER[code]?.includes(ruleset)) continue;
      const inEdition = cases.filter(
        (one) => (one.expect.ruleset ?? one.ruleset ?? "2023-10") === ruleset,
      );
      const raises = ({ expect }) => expect.findings?.some((text) => text.split(" ")[1] === code);
      assert.ok(inEdition.some(raises), `${code} is nowhere raised by ${ruleset}`);
      assert.ok(!inEdition.every(raises), `${code} is raised everywhere by ${ruleset}`);
    }
});

test("a case whose expectation is changed is noticed", () => {
  for (const one of cases) {
    const answer = judge(one.claim, one.evidence, { ruleset: one.ruleset, today: one.today });
    const findings = [...(one.expect.findings ?? []), "blocks role-missing"];
    const wrong = { ...one, expect: { ...one.expect, findings } };
    assert.notDeepEqual(faults(answer, wrong), [], one.name);
  }
});
