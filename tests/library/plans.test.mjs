// What a person chooses of a plan, without a document: what is chosen at first, what stays so in the next plan, and that
// an answer of before never takes the place of a newer one.

import assert from "node:assert/strict";
import test from "node:test";
import { checkBatch, init } from "cpor-preflight";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { Plans, Runs, csvOf, engine } = await imported(inRoot("tests", "support", "plans.ts"), {
  conditions: ["inline"],
});
await engine.init();
await init();

const CONTOSO = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const FABRIKAM = "7d20f7b1-6a54-4d0b-9c38-0f6f6a1b2c3d";
const SALES = "1e1a282c-9c54-43a2-9310-98ef728faace";
const ASKED = { ruleset: "2023-10", locale: "en" };
const id = (number) => `0b6f4c1e-2d83-47aa-9f10-6c2f8d1e${String(number).padStart(4, "0")}`;
const subscription = (number, more) => ({
  ...{ id: id(number), tenantId: CONTOSO, skuId: SALES, status: "active" },
  ...{ channel: "web-direct", provisioning: "provisioned" },
  ...more,
});
const LOCATION = { id: "5357564", kind: "location", enrolled: true };
const HELD = engine.holdEvidence({
  tenants: [CONTOSO, FABRIKAM].map((tenantId) => ({ tenantId, domains: ["contoso.com"] })),
  subscriptions: [
    subscription(1),
    subscription(2, { tenantId: FABRIKAM }),
    subscription(3),
    subscription(4, { channel: "csp" }),
  ],
  partnerIds: [LOCATION],
});

/** Plans as the page makes them where no worker can be had, and how often they have told of a change. */
function newPlans({ runs = new Runs(engine) } = {}) {
  const plans = new Plans(runs);
  const seen = { times: 0 };
  const off = plans.on(() => {
    seen.times += 1;
  });
  return { plans, seen, off };
}

const sayAll = (plans, more) => {
  plans.own = { ...plans.own, role: "incentives-admin", did: new Set(["drives-usage"]), ...more };
};
const ends = (claims) => claims.map(({ claim }) => claim.subscriptionId.slice(-1)).join("");

test("a plan has claims, their customers, and what cannot be claimed; all that can be filed is chosen", async () => {
  const { plans, seen } = newPlans();
  assert.deepEqual(
    [plans.isPlanning, plans.claims, plans.excluded, plans.customers, plans.partnerId],
    [false, [], [], 0, ""],
  );
  plans.know([LOCATION]);
  sayAll(plans);
  const planned = plans.plan({ evidence: HELD, ...ASKED });
  assert.deepEqual([plans.isPlanning, seen.times], [true, 1]);
  await planned;
  assert.deepEqual([plans.isPlanning, seen.times], [false, 2]);
  assert.equal(ends(plans.claims), "132");
  assert.deepEqual(
    plans.excluded.map(({ subscriptionId, code }) => [subscriptionId, code]),
    [[id(4), "subscription-csp"]],
  );
  assert.deepEqual([plans.customers, plans.chosenCount, plans.partnerId], [2, 3, ""]);
  assert.deepEqual(plans.chosen, plans.claims);
  for (const { claim } of plans.claims) {
    assert.deepEqual(
      [claim.partnerId, claim.userRole, claim.activity],
      ["5357564", "incentives-admin", "usage"],
    );
  }
});

test("what a person leaves out stays so in the next plan, and can be chosen again", async () => {
  const { plans, seen, off } = newPlans();
  plans.know([LOCATION]);
  sayAll(plans);
  await plans.plan({ evidence: HELD, ...ASKED });
  plans.choose([plans.claims[1]], false);
  assert.equal(seen.times, 3);
  assert.deepEqual([ends(plans.chosen), plans.chosenCount], ["12", 2]);
  assert.deepEqual(
    plans.claims.map((one) => plans.isChosen(one)),
    [true, false, true],
  );
  sayAll(plans, { did: new Set(["drives-usage", "influenced-purchase"]) });
  await plans.plan({ evidence: HELD, ...ASKED });
  // Its other activity is another claim.
  assert.deepEqual([plans.claims.length, plans.chosenCount], [6, 5]);
  const [out] = plans.claims.filter((one) => !plans.isChosen(one));
  assert.deepEqual([out.claim.subscriptionId, out.claim.activity], [id(3), "usage"]);
  plans.choose(plans.claims, false);
  assert.deepEqual([plans.chosen, plans.chosenCount], [[], 0]);
  off();
  const { times } = seen;
  plans.choose(plans.claims, true);
  assert.deepEqual([plans.chosenCount, seen.times], [6, times]);
});

test("what Partner Center would refuse is not chosen at first, but where only the Partner ID is missing", async () => {
  const { plans } = newPlans();
  const own = { role: "other", did: new Set(["drives-usage"]) };
  plans.know([LOCATION]);
  sayAll(plans, own);
  await plans.plan({ evidence: HELD, ...ASKED });
  assert.deepEqual(new Set(plans.claims.map(({ verdict }) => verdict)), new Set(["fix"]));
  assert.equal(plans.chosenCount, 0);
  plans.choose(plans.claims, true);
  assert.equal(plans.chosenCount, 3);
  const without = newPlans().plans;
  sayAll(without, { ids: "5357564, 5357565" });
  const two = engine.holdEvidence({ subscriptions: [subscription(1)] });
  await without.plan({ evidence: two, ...ASKED });
  assert.notEqual(without.partnerId, "");
  assert.deepEqual([without.claims[0].verdict, without.chosenCount], ["fix", 1]);
  assert.equal(without.claims[0].claim.partnerId, undefined);
});

test("own IDs are separated by anything that people put between them; none is no answer", async () => {
  const asked = [];
  const runs = { plan: async (_, { context }) => void asked.push(context) };
  const { plans } = newPlans({ runs });
  for (const ids of ["", " ", "5357564", "5357564; 5357565,\t5357566 ,"]) {
    plans.own = { ...plans.own, ids };
    await plans.plan({ evidence: HELD, ...ASKED });
  }
  sayAll(plans, { ids: "" });
  await plans.plan({ evidence: HELD, ...ASKED });
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

test("an answer to what was asked before never takes the place of a newer one, nor does its error", async () => {
  const asked = [];
  const runs = {
    plan: (_, { ruleset }, take, signal) =>
      new Promise((done, fail) => asked.push({ ruleset, take, signal, done, fail })),
  };
  const { plans } = newPlans({ runs });
  const both = ["2020-06", "2023-10"].map((ruleset) =>
    plans.plan({ evidence: HELD, locale: "en", ruleset }),
  );
  const [first, second] = asked;
  assert.deepEqual(
    asked.map(({ ruleset, signal }) => [ruleset, signal.aborted]),
    [
      ["2020-06", true],
      ["2023-10", false],
    ],
  );
  const part = (product) => ({ claims: [{ claim: { product }, verdict: "ready" }] });
  second.take(part("new"));
  first.take(part("old"));
  first.fail(new Error("aborted"));
  await both[0];
  assert.deepEqual([plans.claims, plans.isPlanning], [[], true]);
  second.done();
  await both[1];
  assert.deepEqual(
    [plans.claims.map(({ claim }) => claim.product), plans.isPlanning],
    [["new"], false],
  );
  const third = plans.plan({ evidence: HELD, ...ASKED });
  asked[2].fail(new Error("broken"));
  await assert.rejects(third, /broken/);
  // What came last stays.
  assert.deepEqual(
    plans.claims.map(({ claim }) => claim.product),
    ["new"],
  );
});

test("of a long plan, all claims come, in its order, and the file has what is chosen", async () => {
  const { plans } = newPlans();
  const many = Array.from({ length: 600 }, (_, at) =>
    subscription(at, at % 2 ? { channel: "csp" } : {}),
  );
  const evidence = engine.holdEvidence({ subscriptions: many, partnerIds: [LOCATION] });
  plans.know([LOCATION]);
  sayAll(plans);
  await plans.plan({ evidence, ...ASKED });
  const context = { ...{ userRole: "incentives-admin", contributions: ["drives-usage"] } };
  const whole = engine.around.planClaims(evidence, { ...context, partnerIds: ["5357564"] }, ASKED);
  assert.deepEqual(plans.claims, whole.claims);
  assert.deepEqual(plans.excluded, whole.excluded);
  assert.deepEqual([plans.claims.length, plans.excluded.length, plans.customers], [300, 300, 1]);
  assert.equal(csvOf(plans.chosen), whole.csv);
  plans.choose(plans.claims.slice(1), false);
  const { rows, problems } = checkBatch(new TextEncoder().encode(csvOf(plans.chosen)), {}, ASKED);
  assert.deepEqual([rows, problems], [1, []]);
});

test("a plan is by its rule set, in its language", async () => {
  const parts = async (ruleset, locale) => {
    const all = [];
    const planning = { context: { contributions: ["drives-usage"] }, ruleset, locale };
    await new Runs(engine).plan(
      HELD,
      planning,
      (part) => all.push(part),
      new AbortController().signal,
    );
    return [all[0].plan.ruleset, all.flatMap(({ excluded = [] }) => excluded)[0].text];
  };
  const [english, german] = [await parts("2020-06", "en"), await parts("2023-10", "de")];
  assert.deepEqual([english[0], german[0]], ["2020-06", "2023-10"]);
  assert.match(english[1], /CSP\. What counts instead/);
  assert.match(german[1], /Stattdessen zählt/);
});

test("a plan without evidence is empty", async () => {
  const { plans } = newPlans();
  await plans.plan({ evidence: undefined, ...ASKED });
  assert.deepEqual([plans.claims, plans.excluded, plans.customers], [[], [], 0]);
});

test("in a file of claims, cells are quoted that would be read as more than one", () => {
  const line = (product) => csvOf([{ claim: { product } }]).replace(/^.*?\r\n,*|,*\r\n$/g, "");
  assert.deepEqual(["a,b", "a;b", "a|b", "a b", 'say "a"', "a\nb", "a"].map(line), [
    '"a,b"',
    '"a;b"',
    '"a|b"',
    '"a b"',
    '"say ""a"""',
    '"a\nb"',
    "a",
  ]);
});
