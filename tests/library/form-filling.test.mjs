// What the claim takes from what was put in, and what is asked first: each rule by itself, by hand-made readings.

import assert from "node:assert/strict";
import test from "node:test";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { filling, questions } = await imported(inRoot("www", "form", "fill.ts"));
const { Customers } = await imported(inRoot("www", "form", "customers.ts"));

/** Something that was read: fields as “value confidence kind”, with others behind a bar. */
function item(fields, kind = "text") {
  const read = Object.entries(fields).map(([field, text]) => {
    const [first, ...others] = text.split("|");
    const [value, confidence = "certain"] = first.split(" ");
    return [field, { value, confidence, from: { kind }, others }];
  });
  return { fields: Object.fromEntries(read) };
}

const NOTHING = {};
const adviseNothing = { advisePartnerId: () => ({}) };
const known = (evidence) => ({ evidence, customers: new Customers(evidence) });
const filled = (claim, items, evidence = NOTHING, library = adviseNothing) =>
  filling(claim, items, known(evidence), library);

test("what is certain is taken, from what came first, where the claim has nothing", () => {
  const items = [
    item({ product: "Teams", partnerId: "1" }),
    item({ product: "Intune", customerDomain: "contoso.com" }),
  ];
  assert.deepEqual(filled({ partnerId: "2" }, items), {
    product: "Teams",
    customerDomain: "contoso.com",
  });
  assert.deepEqual(filled({}, [item({ product: "" })]), {});
});

test("what is likely is taken from an export, and from a text where it can be for one field alone", () => {
  const likely = { product: "Teams likely" };
  for (const kind of ["text", "partner-center-error", "not-evidence", "unknown", "claims"]) {
    assert.deepEqual(filled({}, [item(likely, kind)]), { product: "Teams" }, kind);
    const either = item({ customerTenantId: "a likely", subscriptionId: "a likely" }, kind);
    assert.deepEqual(filled({}, [either]), {}, kind);
  }
  const either = item({ customerTenantId: "a likely", subscriptionId: "a likely" }, "graph-tenant");
  assert.deepEqual(filled({}, [either]), { customerTenantId: "a", subscriptionId: "a" });
  assert.deepEqual(questions([either], {}, new Set()), []);
});

test("what one text says for certain settles what another one can be", () => {
  const either = item({ customerTenantId: "a likely", subscriptionId: "a likely" });
  assert.deepEqual(filled({}, [either, item({ subscriptionId: "b" })]), {
    subscriptionId: "b",
    customerTenantId: "a",
  });
  // What is in the claim is not looked for a second time.
  assert.deepEqual(filled({ subscriptionId: "a" }, [either]), {});
});

test("a text that could be for several fields is asked about, the customer's fields first", () => {
  const all = item({
    partnerId: "x likely|y",
    subscriptionId: "x likely",
    customerDomain: "x likely",
    customerTenantId: "y likely",
    product: "Teams",
  });
  const asked = (claim, dismissed = []) =>
    questions([all], claim, new Set(dismissed)).map(({ value, fields, item: of }) => {
      assert.equal(of, all);
      return [value, ...fields];
    });
  assert.deepEqual(asked({}), [
    ["x", "customerDomain", "subscriptionId", "partnerId"],
    ["y", "customerTenantId", "partnerId"],
  ]);
  assert.deepEqual(asked({}, ["x"]), [["y", "customerTenantId", "partnerId"]]);
  assert.deepEqual(asked({ partnerId: "1" }), [["x", "customerDomain", "subscriptionId"]]);
  assert.deepEqual(asked({ customerDomain: "x" }), [["y", "customerTenantId", "partnerId"]]);
});

const CONTOSO = { tenantId: "a", domains: ["contoso.com"] };
const FABRIKAM = { tenantId: "b", domains: ["fabrikam.com", "fabrikam.onmicrosoft.com"] };
const SALES = {
  ...{ id: "s", tenantId: "a", skuPartNumber: "SALES", productName: "Sales" },
  ...{ channel: "csp", commerceSubscriptionId: "c" },
};
const FINANCE = { id: "f", tenantId: "a", skuPartNumber: "FINANCE" };

test("exports fill in what they leave one choice of, given what the claim has", () => {
  const two = { tenants: [CONTOSO, FABRIKAM], subscriptions: [SALES, FINANCE] };
  const cases = [
    ["nothing", {}, {}, {}],
    [
      "one tenant",
      {},
      { tenants: [CONTOSO] },
      { customerTenantId: "a", customerDomain: "contoso.com" },
    ],
    ["one tenant of two domains", {}, { tenants: [FABRIKAM] }, { customerTenantId: "b" }],
    ["two tenants", {}, { tenants: [CONTOSO, FABRIKAM] }, {}],
    [
      "the tenant of the domain",
      { customerDomain: "Fabrikam.com" },
      two,
      { customerTenantId: "b" },
    ],
    ["no tenant of another domain", { customerDomain: "x.com" }, two, {}],
    [
      "nothing of another customer, where none of its own is known",
      { customerTenantId: "b", customerDomain: "fabrikam.com" },
      { ...two, subscriptions: [FINANCE] },
      {},
    ],
    [
      "the product that all of the customer's subscriptions have",
      { customerTenantId: "a" },
      { subscriptions: [FINANCE, { ...FINANCE, id: "g" }, { ...SALES, tenantId: "b" }] },
      { product: "FINANCE" },
    ],
    [
      "the one subscription",
      {},
      { subscriptions: [SALES] },
      { customerTenantId: "a", subscriptionId: "s", product: "Sales", purchaseChannel: "csp" },
    ],
    ["two subscriptions", { customerTenantId: "a" }, two, { customerDomain: "contoso.com" }],
    [
      "the subscription of the product's name",
      { customerTenantId: "a", product: "SALES" },
      two,
      { customerDomain: "contoso.com", subscriptionId: "s", purchaseChannel: "csp" },
    ],
    [
      "the subscription of the part number",
      { customerTenantId: "a", product: "finance" },
      two,
      { customerDomain: "contoso.com", subscriptionId: "f" },
    ],
    [
      "no subscription of another product",
      { customerTenantId: "a", product: "x" },
      two,
      { customerDomain: "contoso.com" },
    ],
    [
      "what belongs to the subscription's ID",
      { customerTenantId: "a", subscriptionId: "f" },
      two,
      { customerDomain: "contoso.com", product: "FINANCE" },
    ],
    [
      "what belongs to the ID by which it was bought",
      { customerTenantId: "b", subscriptionId: "c" },
      two,
      { product: "Sales", purchaseChannel: "csp" },
    ],
    [
      "a subscription that says of no tenant whose it is",
      {},
      { subscriptions: [{ id: "s" }] },
      { subscriptionId: "s" },
    ],
  ];
  for (const [name, claim, evidence, expected] of cases)
    assert.deepEqual(clean(filled(claim, [], evidence)), expected, name);
});

const clean = (texts) => JSON.parse(JSON.stringify(texts));

test("the ID that is advised is taken, else the only location; the guide is told what the claim is for", () => {
  const asked = [];
  const advising = (partnerId) => ({
    advisePartnerId(_, context) {
      asked.push(context);
      return partnerId ? { partnerId } : {};
    },
  });
  const location = (id) => ({ id, kind: "location" });
  const of = (partnerIds, library, claim = {}) =>
    filled(claim, [item({ activity: "usage" })], { partnerIds }, library).partnerId;
  const world = { id: "9", kind: "global-account" };
  assert.equal(of([location("1"), location("2")], advising("2")), "2");
  assert.equal(of([world, location("1")], advising()), "1");
  assert.equal(of([location("1"), location("2")], advising()), undefined);
  assert.equal(of([world], advising()), undefined);
  assert.deepEqual(asked[0], { solutionArea: "", activity: "usage" });
  const before = asked.length;
  assert.equal(of([], advising("2")), undefined);
  assert.equal(of([location("1")], advising("1"), { partnerId: "3" }), undefined);
  assert.equal(asked.length, before, "nobody is asked for nothing");
  of([location("1")], advising("1"), { solutionArea: "microsoft-365" });
  assert.deepEqual(asked.at(-1), { solutionArea: "microsoft-365", activity: "usage" });
});
