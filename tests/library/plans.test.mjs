// What a person chooses of a plan, without a document: what is chosen at first, what stays so in the next plan, and that
// an answer of before never takes the place of a newer one.

import assert from "node:assert/strict";
import test from "node:test";
import { checkBatch, init } from "cpor-preflight";
import de from "cpor-preflight/text/de";
import en from "cpor-preflight/text/en";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { Plans, Runs, catalogueOf, packs, csvRow, engine } = await imported(
  inRoot("tests", "support", "plans.ts"),
  {
    conditions: ["inline"],
  },
);
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
const allOf = ({ claims }) => Array.from({ length: claims.length }, (_, at) => claims.at(at));
const chosenOf = (plans) => allOf(plans).filter((_, at) => plans.isChosen(at));
const fileOf = (plans) => new Blob(plans.chosenCsv).text();
const ends = (claims) => claims.map(({ claim }) => claim.subscriptionId.slice(-1)).join("");

test("a plan has claims, their customers, and what cannot be claimed; all that can be filed is chosen", async () => {
  const { plans, seen } = newPlans();
  assert.deepEqual(
    [
      plans.isPlanning,
      plans.claims.length,
      plans.excluded,
      plans.claims.customers,
      plans.partnerId,
    ],
    [false, 0, [], 0, ""],
  );
  plans.know([LOCATION]);
  sayAll(plans);
  const planned = plans.plan({ evidence: HELD, ...ASKED });
  assert.deepEqual([plans.isPlanning, seen.times], [true, 1]);
  await planned;
  assert.deepEqual([plans.isPlanning, seen.times], [false, 2]);
  assert.equal(ends(allOf(plans)), "132");
  assert.deepEqual(
    plans.excluded.map(({ count, products }) => [count, products.length]),
    [[1, 1]],
  );
  assert.deepEqual([plans.claims.customers, plans.chosenCount, plans.partnerId], [2, 3, ""]);
  assert.deepEqual(chosenOf(plans), allOf(plans));
  for (const { claim } of allOf(plans)) {
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
  plans.choose(1, false);
  assert.equal(seen.times, 3);
  assert.deepEqual([ends(chosenOf(plans)), plans.chosenCount], ["12", 2]);
  assert.deepEqual(
    allOf(plans).map((_, at) => plans.isChosen(at)),
    [true, false, true],
  );
  sayAll(plans, { did: new Set(["drives-usage", "influenced-purchase"]) });
  await plans.plan({ evidence: HELD, ...ASKED });
  // Its other activity is another claim.
  assert.deepEqual([plans.claims.length, plans.chosenCount], [6, 5]);
  const [out] = allOf(plans).filter((_, at) => !plans.isChosen(at));
  assert.deepEqual([out.claim.subscriptionId, out.claim.activity], [id(3), "usage"]);
  plans.chooseAll(false);
  assert.deepEqual([chosenOf(plans), plans.chosenCount], [[], 0]);
  off();
  const { times } = seen;
  plans.chooseAll(true);
  assert.deepEqual([plans.chosenCount, seen.times], [6, times]);
});

test("what Partner Center would refuse is not chosen at first, but where only the Partner ID is missing", async () => {
  const { plans } = newPlans();
  const own = { role: "other", did: new Set(["drives-usage"]) };
  plans.know([LOCATION]);
  sayAll(plans, own);
  await plans.plan({ evidence: HELD, ...ASKED });
  assert.deepEqual(new Set(allOf(plans).map(({ verdict }) => verdict)), new Set(["fix"]));
  assert.equal(plans.chosenCount, 0);
  plans.chooseAll(true);
  assert.equal(plans.chosenCount, 3);
  plans.chooseAll(false);
  plans.choose(0, true);
  sayAll(plans, { role: "incentives-admin" });
  await plans.plan({ evidence: HELD, ...ASKED });
  // What can be filed by now is chosen; what a person leaves out of that stays so.
  assert.equal(plans.chosenCount, 3);
  plans.choose(0, false);
  await plans.plan({ evidence: HELD, ...ASKED });
  assert.deepEqual([plans.chosenCount, plans.isChosen(0)], [2, false]);
  const without = newPlans().plans;
  sayAll(without, { ids: "5357564, 5357565" });
  const two = engine.holdEvidence({ subscriptions: [subscription(1)] });
  await without.plan({ evidence: two, ...ASKED });
  assert.notEqual(without.partnerId, "");
  assert.deepEqual([without.claims.at(0).verdict, without.chosenCount], ["fix", 1]);
  assert.equal(without.claims.at(0).claim.partnerId, undefined);
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
  const part = (product) => ({ claims: [...packs([{ claim: { product }, verdict: "ready" }])][0] });
  second.take(part("new"));
  first.take(part("old"));
  first.fail(new Error("aborted"));
  await both[0];
  assert.deepEqual([allOf(plans), plans.isPlanning], [[], true]);
  second.done();
  await both[1];
  assert.deepEqual(
    [allOf(plans).map(({ claim }) => claim.product), plans.isPlanning],
    [["new"], false],
  );
  const third = plans.plan({ evidence: HELD, ...ASKED });
  asked[2].fail(new Error("broken"));
  await assert.rejects(third, /broken/);
  // What came last stays.
  assert.deepEqual(
    allOf(plans).map(({ claim }) => claim.product),
    ["new"],
  );
});

test("what cannot be claimed counts once for each reason, whatever the activity, and few products are named", async () => {
  const { plans } = newPlans();
  const skuIds = ["55c9eb4e-c746-45b4-b255-9ab6b19d5c62", "1e1a282c-9c54-43a2-9310-98ef728faace"];
  const csp = Array.from({ length: 5 }, (_, at) =>
    subscription(at, { channel: "csp", skuId: skuIds[at % 2] }),
  );
  const evidence = engine.holdEvidence({ subscriptions: csp, partnerIds: [LOCATION] });
  await plans.plan({ evidence, ...ASKED });
  const told = plans.excluded.map(({ count, isOfSubscriptions, products }) => [
    ...[count, isOfSubscriptions, products.length],
  ]);
  assert.deepEqual(told, [[5, true, 2]]);
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
  assert.deepEqual(allOf(plans), JSON.parse(JSON.stringify(whole.claims)));
  assert.deepEqual(
    [plans.claims.length, plans.excluded[0].count, plans.claims.customers],
    [300, 300, 1],
  );
  assert.equal(await fileOf(plans), whole.csv);
  plans.chooseAll(false);
  plans.choose(0, true);
  const { rows, problems } = checkBatch(new TextEncoder().encode(await fileOf(plans)), {}, ASKED);
  assert.deepEqual([rows, problems], [1, []]);
});

/** A plan of claims that a test names. */
async function planOf(claims) {
  let all = claims;
  const runs = {
    async plan(_, _asked, take) {
      for (const pack of packs(all)) take({ claims: pack });
    },
  };
  const { plans } = newPlans({ runs });
  const next = async (others) => {
    all = others;
    await plans.plan({ evidence: HELD, ...ASKED });
  };
  await next(claims);
  return { plans, next };
}

test("of thousands of claims each is found by its number, with its customer and its row", async () => {
  const claims = Array.from({ length: 1801 }, (_, at) => ({
    claim: { customerTenantId: `t${at % 7}`, product: `p${at}`, activity: "usage" },
    ...{ verdict: at % 2 ? "ready" : "confirm", open: [], because: [] },
  }));
  const sorted = [...claims].sort((a, b) =>
    a.claim.customerTenantId.localeCompare(b.claim.customerTenantId),
  );
  const { plans } = await planOf(claims);
  assert.deepEqual([plans.claims.length, plans.claims.customers], [1801, 7]);
  const numbers = sorted.map((_, at) => at);
  for (const order of [numbers, [...numbers].reverse(), [0, 1800, 251, 600, 1000, 1300, 249, 250]])
    for (const number of order) assert.deepEqual(plans.claims.at(number), sorted[number]);
  // 1801 are 257 of each customer, and 2 more of the first two.
  assert.deepEqual(
    numbers.filter((number) => plans.claims.beginsCustomer(number)),
    [0, 258, 516, 773, 1030, 1287, 1544],
  );
  const rowsOf = async () => {
    const [head, ...rows] = (await fileOf(plans)).split("\r\n");
    assert.deepEqual([head.split(",").includes("product"), rows.pop()], [true, ""]);
    return rows.map((row) => /p\d+/.exec(row)[0]);
  };
  const products = (wanted) => wanted.map((number) => sorted[number].claim.product);
  assert.deepEqual(await rowsOf(), products(numbers));
  for (const wanted of [
    [],
    [0],
    [249, 250],
    [1, 2, 3, 498, 499, 500, 501, 1800],
    numbers.filter((number) => number % 3 === 0),
  ]) {
    plans.chooseAll(false);
    for (const number of wanted) plans.choose(number, true);
    assert.deepEqual(await rowsOf(), products(wanted));
    assert.equal(plans.chosenCount, wanted.length);
  }
});

test("a claim is the same in another plan by customer, activity, and subscription or product alone", async () => {
  const one = { customerTenantId: "a", subscriptionId: "s", product: "p", activity: "usage" };
  const others = [
    { ...one, customerTenantId: "b" },
    { ...one, subscriptionId: "t" },
    { ...one, activity: "presales" },
    { customerTenantId: "a", product: "p", activity: "usage" },
    { customerTenantId: "a", product: "q", activity: "usage" },
    { product: "p", activity: "usage" },
  ];
  const planned = (claim) => ({ claim, verdict: "ready" });
  const { plans, next } = await planOf([one, ...others].map(planned));
  const all = () => allOf(plans).map(({ claim }) => claim);
  for (const claim of [one, ...others]) {
    plans.chooseAll(true);
    plans.choose(
      all().findIndex((other) => JSON.stringify(other) === JSON.stringify(claim)),
      false,
    );
    await next([...others, { ...one, partnerId: "5357564" }].reverse().map(planned));
    const left = all().filter((_, at) => !plans.isChosen(at));
    assert.deepEqual(
      left.map(({ partnerId, ...rest }) => rest),
      [claim],
    );
    await next([one, ...others].map(planned));
  }
  plans.chooseAll(false);
  await next([planned({ ...one, customerTenantId: "c" })]);
  assert.equal(plans.chosenCount, 1);
});

test("a worker gets all words of the language that the page has", async () => {
  for (const [locale, words] of Object.entries({ de, en }))
    assert.deepEqual(await catalogueOf(locale), words);
});

test("a plan without evidence is empty", async () => {
  const { plans } = newPlans();
  await plans.plan({ evidence: undefined, ...ASKED });
  assert.deepEqual([plans.claims.length, plans.excluded, plans.claims.customers], [0, [], 0]);
});

test("in a file of claims, cells are quoted that would be read as more than one", () => {
  const line = (product) => csvRow({ product }).replace(/^,*|,*\r\n$/g, "");
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
