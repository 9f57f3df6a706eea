// The parts of a claim: which fields are asked for, which part opens next, and what an error is about. They need no
// document.

import assert from "node:assert/strict";
import test from "node:test";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { applies, cardOf, checkOf, CARD_FIELDS } = await imported(inRoot("www", "form", "cards.ts"));
const { openWhatIsNext } = await imported(inRoot("www", "form", "opening.ts"));
const { arrange } = await imported(inRoot("www", "form", "arrange.ts"));
const { branchOf, messageIn, CHECKS } = await imported(inRoot("www", "form", "branches.ts"));
const { Customers } = await imported(inRoot("www", "form", "customers.ts"));
const { isOfOwnIds, ownIdsIn, tableOf } = await imported(inRoot("www", "form", "own-ids-table.ts"));

test("each field stands in its part, in the order in which a person knows things", () => {
  const parts = Object.groupBy?.(CARD_FIELDS, cardOf) ?? grouped(CARD_FIELDS);
  assert.deepEqual(
    { ...parts },
    {
      customer: ["customerTenantId", "customerDomain"],
      product: ["product", "solutionArea", "subscriptionId", "purchaseChannel"],
      activity: ["activity"],
      partner: ["partnerId", "userRole", "ownTenantId"],
      proof: ["proofOfExecution", "competingPartner", "submittedOn"],
    },
  );
  assert.equal(cardOf("no such field"), "proof");
});

const grouped = (fields) => {
  const all = {};
  for (const field of fields) {
    all[cardOf(field)] ??= [];
    all[cardOf(field)].push(field);
  }
  return all;
};

test("each field that a check is about has that check", () => {
  const checks = CARD_FIELDS.flatMap((field) => (checkOf(field) ? [[field, checkOf(field)]] : []));
  assert.deepEqual(Object.fromEntries(checks), {
    customerTenantId: "tenant-id",
    customerDomain: "domain",
    product: "product",
    solutionArea: "solution-area",
    subscriptionId: "subscription-id",
    purchaseChannel: "purchase-channel",
    activity: "activity",
    partnerId: "partner-id",
    userRole: "role",
    proofOfExecution: "proof-of-execution",
    competingPartner: "competing-claim",
  });
});

test("the area is asked for where the product leaves it open, subscription and channel with Business Applications", () => {
  const business = { solutionArea: "business-applications" };
  const cases = [
    ["solutionArea", {}, "", false, false],
    ["solutionArea", {}, "", true, true],
    ["solutionArea", { product: "x" }, "", false, true],
    ["solutionArea", { product: "x" }, "microsoft-365", true, false],
    ["subscriptionId", {}, "", true, false],
    ["subscriptionId", business, "", false, true],
    ["subscriptionId", { subscriptionId: "x" }, "", false, true],
    ["subscriptionId", { purchaseChannel: "x" }, "", false, false],
    ["purchaseChannel", { solutionArea: "microsoft-365" }, "", true, false],
    ["purchaseChannel", business, "", false, true],
    ["purchaseChannel", { purchaseChannel: "x" }, "", false, true],
    ["customerDomain", {}, "", false, true],
    ["submittedOn", {}, "", false, true],
  ];
  for (const [field, claim, area, isAsked, expected] of cases)
    assert.equal(
      applies(field, claim, area, isAsked),
      expected,
      `${field} ${JSON.stringify(claim)} ${area} ${isAsked}`,
    );
});

test("what blocks is opened, else the first part that lacks something; the rest is folded", () => {
  const opened = (given) => {
    const place = { opened: new Set(["activity"]) };
    openWhatIsNext(place, { findings: [], missing: [], blocking: 0, ...given });
    return [...place.opened];
  };
  const about = (...fields) => ({ fields });
  assert.deepEqual(opened({}), []);
  assert.deepEqual(opened({ missing: ["partnerId", "product"] }), ["product"]);
  const findings = [about("userRole", "product"), about("customerDomain"), about("activity")];
  assert.deepEqual(opened({ findings, blocking: 2 }), ["customer", "partner"]);
  assert.deepEqual(opened({ findings, blocking: 0 }), []);
  assert.deepEqual(opened({ findings, blocking: 1, missing: ["product"] }), ["partner"]);
  assert.deepEqual(opened({ findings: [about()], blocking: 1, missing: ["product"] }), ["product"]);
  assert.deepEqual(opened({ missing: ["ownTenantId"] }), []);
});

test("one at a time, the part to go on with is the one that is open; the box is put away", () => {
  const arranged = (step, missing) => {
    const place = { opened: new Set(), step, isBoxShown: true };
    arrange({ host: { place }, judgement: { findings: [], missing, blocking: 0 } });
    return [place.step, place.isBoxShown];
  };
  assert.deepEqual(arranged("customer", ["partnerId"]), ["partner", false]);
  assert.deepEqual(arranged("customer", []), ["customer", false]);
  assert.deepEqual(arranged(undefined, ["partnerId"]), [undefined, false]);
});

test("a message of Partner Center is about what its first check names; the last message counts", () => {
  const item = (kind, ...checks) => ({ parts: [{ kind: "text" }, { kind, checks }] });
  const error = (...checks) => item("partner-center-error", ...checks);
  assert.equal(branchOf(error("tenant-domain", "partner-id")), "tenant-domain");
  assert.equal(branchOf(error("subscription-unclaimed")), "claimed");
  assert.equal(branchOf(error("partner-id-enrolled")), "partner-id");
  assert.equal(branchOf(error("subscription-dynamics")), "subscription");
  assert.equal(branchOf(error("competing-claim")), "subscription");
  assert.equal(branchOf(error()), undefined);
  assert.equal(branchOf(item("unknown", "tenant-domain")), undefined);
  assert.equal(branchOf({ parts: [{ kind: "partner-center-error" }] }), undefined);
  const [first, last] = [error("tenant-domain"), error("partner-id-enrolled")];
  assert.equal(messageIn([first, last, item("text")]), last);
  assert.equal(messageIn([item("text")]), undefined);
  assert.deepEqual(CHECKS, {
    "tenant-domain": ["tenant-domain", "tenant-id", "domain"],
    claimed: ["subscription-unclaimed", "competing-claim", "subscription-id"],
    "partner-id": ["partner-id-enrolled", "partner-id"],
  });
});

test("customers are told apart by their tenants; what names none belongs to nobody", () => {
  const [one, other, nobodys] = [
    ...[
      { id: "1", tenantId: "a" },
      { id: "2", tenantId: "b" },
    ],
    { id: "3" },
  ];
  const tenant = { tenantId: "a", domains: ["contoso.com"] };
  const customers = new Customers({ tenants: [tenant], subscriptions: [one] });
  assert.deepEqual([customers.count, customers.only], [1, "a"]);
  customers.add({ subscriptions: [nobodys] });
  assert.deepEqual([customers.count, customers.only], [1, "a"]);
  assert.deepEqual(customers.of("a"), { tenants: [tenant], subscriptions: [one] });
  assert.deepEqual(customers.of(undefined), { tenants: [], subscriptions: [nobodys] });
  assert.deepEqual(customers.of("c"), { tenants: [], subscriptions: [] });
  customers.add({ subscriptions: [other] });
  assert.deepEqual([customers.count, customers.only], [2, undefined]);
  const none = new Customers();
  assert.deepEqual([none.count, none.only], [0, undefined]);
  none.add({ subscriptions: [nobodys] });
  assert.deepEqual([none.count, none.only], [0, undefined]);
});

test("own IDs go into a table and come out of it, one a line, without what would break it", () => {
  const ids = [
    { id: " 5357564 ", kind: "location", enrolled: "yes", type: "A\tB\r\nC" },
    { id: "  ", kind: "location", enrolled: "", type: "" },
    { id: "1111111", kind: "", enrolled: "", type: "" },
  ];
  const [table, about] = tableOf(ids);
  assert.equal(table, "id\tkind\tenrolled\ttype\n5357564\tlocation\tyes\tA B  C\n1111111\t\t\t");
  assert.deepEqual(about, {
    name: "own-partner-ids.csv",
    columns: {
      id: "partner-id",
      kind: "account-kind",
      enrolled: "enrolled",
      type: "partner-type",
    },
  });
  assert.equal(tableOf([ids[1]]), undefined);
  const item = { source: table, about };
  const other = { source: "x\ny", about: { name: "x.csv" } };
  assert.deepEqual(ownIdsIn({ items: [other, item] }), [
    { id: "5357564", kind: "location", enrolled: "yes", type: "A B  C" },
    { id: "1111111", kind: "", enrolled: "", type: "" },
  ]);
  assert.deepEqual(ownIdsIn({ items: [other] }), []);
  assert.deepEqual(ownIdsIn({ items: [{ source: {}, about }] }), []);
  assert.deepEqual(ownIdsIn({ items: [{ source: "head\n1", about }] }), [
    { id: "1", kind: "", enrolled: "", type: "" },
  ]);
  assert.deepEqual([isOfOwnIds(about), isOfOwnIds({})], [true, false]);
});
