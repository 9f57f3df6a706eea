// What the partner says for all claims of a plan, without a document.

import assert from "node:assert/strict";
import test from "node:test";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { Plans } = await imported(inRoot("www", "plan", "plans.ts"));

const ASKED = { evidence: undefined, ruleset: "2023-10", locale: "en" };
const LOCATION = { id: "5357564", kind: "location", enrolled: true };
const newPlans = ({ runs = {} } = {}) => ({ plans: new Plans(runs) });
const sayAll = (plans, more) => {
  plans.own = { ...plans.own, role: "incentives-admin", did: new Set(["drives-usage"]), ...more };
};

test("own IDs are separated by anything that people put between them; none is no answer", async () => {
  const asked = [];
  const runs = { plan: async (_, { context }) => void asked.push(context) };
  const { plans } = newPlans({ runs });
  for (const ids of ["", " ", "5357564", "5357564; 5357565,\t5357566 ,"]) {
    plans.own = { ...plans.own, ids };
    await plans.plan(ASKED);
  }
  sayAll(plans, { ids: "" });
  await plans.plan(ASKED);
  assert.deepEqual(asked, [
    {},
    {},
    { partnerIds: ["5357564"] },
    { partnerIds: ["5357564", "5357565", "5357566"] },
    { userRole: "incentives-admin", contributions: ["drives-usage"] },
  ]);
});

test("the only location among own IDs is taken, until the person types another one", () => {
  const { plans } = newPlans();
  const other = { ...LOCATION, id: "5357565" };
  for (const [accounts, ids] of [
    [[LOCATION], "5357564"],
    [[LOCATION, { ...other, kind: "global" }], "5357564"],
    [[LOCATION, other], ""],
    [[{ ...other, kind: "global" }], ""],
    [[other], "5357565"],
    [[], ""],
  ]) {
    plans.know(accounts);
    assert.equal(plans.own.ids, ids);
  }
  plans.own = { ...plans.own, ids: "1", isTyped: true };
  plans.know([LOCATION]);
  assert.equal(plans.own.ids, "1");
});
