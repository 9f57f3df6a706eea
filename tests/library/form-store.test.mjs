// The form's store: what is put in fills the claim, what is changed is checked once, and every step can be taken
// back. It needs no document.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

import * as library from "cpor-preflight";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import { formLibrary } from "../support/form-library.mjs";

const { Store } = await imported(inRoot("www", "form", "store.ts"));
const { judge } = await imported(inRoot("www", "form", "judgement.ts"));
const { Products, WORKLOADS } = await imported(inRoot("www", "form", "products.ts"));
const { areaOf } = await imported(inRoot("www", "form", "area.ts"));

await library.init();

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SALES = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const OTHER = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";
const MAIL = `Hi,\n\nTenant ID: ${TENANT}\nDomain: contoso.com\nSubscription ID: ${SALES}\n\nRegards`;
const sample = (name) => readFile(inRoot("tests", "samples", name), "utf8");
const newStore = (given) => new Store(formLibrary(given), { locale: "en" });

test("an email fills the fields that it names", async () => {
  const store = newStore();
  await store.put([MAIL]);
  assert.deepEqual(store.claim, {
    customerTenantId: TENANT,
    customerDomain: "contoso.com",
    subscriptionId: SALES,
  });
  assert.deepEqual(store.questions, []);
  assert.equal(store.items.length, 1);
});

const usageId = (at) => `0b6f4c1e-2d83-47aa-9f10-${String(at).padStart(12, "0")}`;

/** A usage report with so many subscriptions of a tenant, from a number on. */
function usageReport(count, tenantId = TENANT, first = 0) {
  const columns = [
    ...["PGAMpnID", "SubscriptionId", "SubscriptionStartDate", "SubscriptionEndDate"],
    ...["SubscriptionStatus", "Month", "SKU", "SKUId", "SalesModel", "CustomerName"],
    ...["CustomerTenantId", "AvailableSeats", "AssignedSeats"],
  ];
  const sku = "DYN365_ENTERPRISE_SALES,1e1a282c-9c54-43a2-9310-98ef728faace";
  const rows = Array.from(
    { length: count },
    (_, at) =>
      `4391507,${usageId(first + at)},2025-11-03,2027-11-03,Active,2026-10-01,${sku},Volume Licensing,Contoso,${tenantId},40,36`,
  );
  return [columns.join(), ...rows].join("\n");
}

test("a long export is held as a whole, is given back by undo, and can be stopped on its way", async () => {
  const csv = usageReport(2_500);
  const store = newStore();
  const claim = {
    customerTenantId: TENANT,
    subscriptionId: usageId(2_499),
    product: "Dynamics 365 Sales",
  };
  for (const [field, text] of Object.entries(claim)) store.set(field, text);
  await store.put([csv], { name: "export.csv" });
  const { evidence } = await library.readAnything(csv, { name: "export.csv" });
  assert.equal(store.evidence.subscriptions.length, 2_500);
  const whole = () => library.checkClaim(store.claim, evidence, { locale: "en" });
  assert.deepEqual(store.report, whole());
  store.remove(store.items[0].id);
  assert.notDeepEqual(store.report, whole());
  store.undo();
  assert.deepEqual(store.report, whole());
  const another = newStore();
  const reading = another.put([csv], { name: "export.csv" });
  assert.equal(another.reading, 1);
  another.stop();
  assert.deepEqual(await reading, []);
  assert.equal(another.held, undefined);
});

test("a long export is joined with others piece by piece, and stepping back joins nothing anew", async () => {
  const store = newStore({
    ...library,
    mergeEvidence: () => assert.fail("all of it at a time"),
    holdEvidence(evidence) {
      const rows = Object.values(evidence).flat().length;
      assert.ok(rows <= 1_000, `${rows} rows at a time`);
      return library.holdEvidence(evidence);
    },
  });
  const texts = [usageReport(2_500), usageReport(2, OTHER, 2_500)];
  const [long, short] = await Promise.all(texts.map((text) => library.readAnything(text)));
  const both = library.mergeEvidence(long.evidence, short.evidence);
  await store.put(texts);
  const ids = ({ subscriptions }) => subscriptions.map(({ id }) => id).sort();
  const isBoth = () => {
    assert.deepEqual(ids(store.evidence), ids(both));
    assert.deepEqual(store.evidence.partnerIds, both.partnerIds);
    assert.deepEqual(store.report, library.checkClaim(store.claim, both, { locale: "en" }));
    assert.equal(store.customers.count, 2);
    assert.equal(store.customers.of(OTHER).subscriptions.length, 2);
    assert.equal(store.customers.only, undefined);
  };
  isBoth();
  store.remove(store.items[1].id);
  assert.equal(store.evidence.subscriptions.length, 2_500);
  assert.equal(store.customers.only, TENANT);
  store.undo();
  isBoth();
  await store.put(["Tenant ID"]);
  assert.equal(store.items.length, 3);
  isBoth();
});

test("what was typed stays, and what was emptied stays empty", async () => {
  const store = newStore();
  store.set("customerDomain", "fabrikam.com");
  store.type("subscriptionId", "x");
  store.type("subscriptionId", "");
  await store.put([MAIL]);
  assert.equal(store.text("customerDomain"), "fabrikam.com");
  assert.equal(store.text("subscriptionId"), "");
  assert.equal(store.text("customerTenantId"), TENANT);
});

test("an ID that could be two things is asked about once, and the answer settles the other", async () => {
  const store = newStore();
  await store.put([`${OTHER}\n${SALES}`]);
  assert.deepEqual(store.claim, {});
  const [{ value, fields }] = store.questions;
  assert.equal(value, OTHER);
  assert.deepEqual(fields, ["customerTenantId", "subscriptionId"]);
  store.answer(OTHER, "customerTenantId");
  assert.deepEqual(store.claim, { customerTenantId: OTHER, subscriptionId: SALES });
  assert.deepEqual(store.questions, []);
});

test("an answer of none is not asked for again", async () => {
  const store = newStore();
  await store.put([OTHER]);
  store.answer(OTHER, undefined);
  assert.deepEqual([store.questions, store.claim], [[], {}]);
});

test("exports fill in what they leave one choice of", async () => {
  const store = newStore();
  await store.put([MAIL]);
  const [{ id }] = await store.put([await sample("graph-subscriptions.json")]);
  assert.equal(store.text("product"), "DYN365_ENTERPRISE_SALES", "that of the subscription’s ID");
  assert.equal(store.text("solutionArea"), "business-applications");
  assert.equal(onTenant(store).outcome, "unknown", "the export does not say whose it is");
  await store.sayTenant(id, TENANT);
  assert.deepEqual([onTenant(store).outcome, onTenant(store).basis], ["pass", "evidence"]);
});

const onTenant = ({ report }) => report.checks.find(({ id }) => id === "subscription-on-tenant");

test("own IDs fill the Partner ID where one fits", async () => {
  const store = newStore();
  await store.put([await sample("partner-profile.csv")]);
  assert.equal(store.text("partnerId"), "5357564", "the location, not the global account");
});

test("the area follows from the product, and an activity that is the only one is chosen", () => {
  const store = newStore();
  store.set("product", "Teams");
  assert.equal(store.text("solutionArea"), "microsoft-365");
  assert.equal(store.text("activity"), "usage");
  store.set("product", "Dynamics 365 Sales Enterprise Edition");
  assert.equal(store.text("solutionArea"), "business-applications");
});

test("what is taken out takes along what it alone had filled in, and comes back", async () => {
  const store = newStore();
  const [{ id }] = await store.put([MAIL]);
  store.set("partnerId", "5357564");
  store.remove(id);
  assert.deepEqual(store.claim, { partnerId: "5357564" });
  assert.deepEqual(store.items, []);
  store.undo();
  assert.equal(store.text("customerTenantId"), TENANT);
  assert.equal(store.items.length, 1);
  store.undo();
  assert.deepEqual([store.claim, store.items], [{ partnerId: "5357564" }, []]);
  assert.equal(store.canUndo, false);
});

test("what is corrected takes along what it had filled in", async () => {
  const store = newStore();
  const [{ id }] = await store.put([MAIL]);
  store.set("partnerId", "5357564");
  await store.reread(id, MAIL.replace("contoso.com", "fabrikam.com").replace(SALES, OTHER));
  assert.deepEqual(store.claim, {
    customerTenantId: TENANT,
    customerDomain: "fabrikam.com",
    subscriptionId: OTHER,
    partnerId: "5357564",
  });
  store.undo();
  assert.equal(store.text("customerDomain"), "contoso.com");
});

test("what cannot be read leaves the rest, and is told", async () => {
  const failing = {
    ...library,
    readAnything: (input, options) =>
      input === "broken" ? Promise.reject(new Error("no")) : library.readAnything(input, options),
  };
  const store = newStore(failing);
  await assert.rejects(store.put(["broken", MAIL]), /no/);
  assert.equal(store.items.length, 1);
  assert.equal(store.text("customerDomain"), "contoso.com");
  assert.equal(store.reading, 0);
});

test("reading tells how far it is, and can be stopped", async () => {
  const told = [];
  const slow = {
    ...library,
    readAnything: (_, { onProgress, signal }) =>
      new Promise((_done, fail) => {
        onProgress(1, 4);
        signal.addEventListener("abort", () => fail(signal.reason));
      }),
  };
  const store = newStore(slow);
  store.on(["reading"], () => told.push([store.reading, store.progress]));
  const putting = store.put([MAIL, MAIL]);
  await store.settled;
  store.stop();
  assert.deepEqual(await putting, []);
  await store.settled;
  assert.deepEqual(told[0], [2, 0.25]);
  assert.deepEqual(told.at(-1), [0, undefined]);
  assert.deepEqual([store.items, store.canUndo], [[], false]);
});

test("the proof’s ticks and a status belong to the claim", async () => {
  const store = newStore();
  store.set("customerDomain", "contoso.com");
  store.tick("document", true);
  store.tick("products", true);
  store.tick("products", false);
  store.file({ status: "rejected" });
  store.file({ on: "2026-11-20" });
  assert.deepEqual([...store.ticks], ["document"]);
  assert.deepEqual(store.filed, { status: "rejected", on: "2026-11-20" });
  await store.begin({ customerDomain: "fabrikam.com" });
  assert.deepEqual([[...store.ticks], store.filed], [[], {}]);
  store.undo();
  assert.deepEqual([...store.ticks], ["document"]);
  assert.deepEqual(store.filed, { status: "rejected", on: "2026-11-20" });
});

test("undo leaves alone what was typed since", async () => {
  const store = newStore();
  await store.put([MAIL]);
  store.set("customerDomain", "fabrikam.com");
  store.undo();
  assert.deepEqual(store.claim, { customerDomain: "fabrikam.com" });
});

test("swapped IDs are mended by their action, and the mend can be taken back", () => {
  const store = newStore();
  store.set("customerTenantId", "contoso.com");
  store.set("customerDomain", TENANT);
  const [{ actions }] = store.report.findings;
  const swap = actions.find(({ id }) => id === "swap-fields");
  store.apply(swap.changes);
  assert.deepEqual(store.claim, { customerTenantId: TENANT, customerDomain: "contoso.com" });
  store.undo();
  assert.equal(store.text("customerTenantId"), "contoso.com");
});

test("each change is told once, to those who listen for it, with one check", async () => {
  let checks = 0;
  const counting = {
    ...library,
    checkClaim(...asked) {
      checks += 1;
      return library.checkClaim(...asked);
    },
  };
  const store = newStore(counting);
  const heard = [];
  store.on(["claim.partnerId"], (changed) => heard.push([...changed].sort()));
  const off = store.on(["report"], () => heard.push(store.report.verdict));
  store.type("partnerId", "53");
  store.type("partnerId", "535");
  await store.settled;
  assert.deepEqual(heard, [["claim", "claim.partnerId", "report"], "fix"]);
  assert.equal(store.report, store.report);
  assert.equal(checks, 1);
  off();
  store.type("customerDomain", "c");
  await store.settled;
  assert.equal(heard.length, 2);
});

test("several activities are several claims", () => {
  const store = newStore();
  store.toggleActivity("presales");
  store.toggleActivity("usage");
  assert.equal(store.text("activity"), "presales");
  assert.deepEqual(store.otherActivities, ["usage"]);
  store.chooseActivity("usage");
  assert.equal(store.text("activity"), "usage");
  assert.deepEqual(store.otherActivities, ["presales"]);
  store.toggleActivity("usage");
  assert.deepEqual([store.text("activity"), store.otherActivities], ["presales", []]);
});

test("a beginning replaces all, and can be taken back", async () => {
  const store = newStore();
  store.set("partnerId", "1");
  await store.begin({ product: "Teams" }, [[await sample("openid-contoso.json"), {}]]);
  assert.equal(store.text("partnerId"), "");
  assert.equal(store.text("product"), "Teams");
  store.undo();
  assert.deepEqual(store.claim, { partnerId: "1" });
  assert.deepEqual(store.items, []);
});

/* What a report comes to */

const FIELDS = [
  ...["customerTenantId", "customerDomain", "product", "subscriptionId", "purchaseChannel"],
  ...["activity", "partnerId", "userRole", "proofOfExecution", "competingPartner"],
];
const { codes } = library.describe({ locale: "en", ruleset: "2023-10" });

function judged(claim, { isAsked = false, typed, evidence = {} } = {}) {
  const report = library.checkClaim(claim, evidence, { ruleset: "2023-10", today: "2026-11-22" });
  const isLeft = (field) => field !== typed;
  return judge(report, { claim, fields: FIELDS, isAsked, isLeft, codes });
}

const M365 = {
  solutionArea: "microsoft-365",
  product: "Teams",
  activity: "usage",
  customerTenantId: TENANT,
  partnerId: "5357564",
  userRole: "incentives-admin",
  competingPartner: "no",
  proofOfExecution: "ready",
};
const ENROLLED = { partnerIds: [{ id: "5357564", kind: "location", enrolled: true }] };

test("nothing is no alarm, and what is missing is none before it is asked for", () => {
  assert.equal(judged({}).state, "empty");
  const { state, count, findings, missing } = judged({ customerTenantId: TENANT });
  assert.equal(state, "missing");
  assert.deepEqual(missing, [
    ...["product", "subscriptionId", "purchaseChannel", "activity", "partnerId", "userRole"],
    ...["proofOfExecution", "competingPartner"],
  ]);
  assert.equal(count, 8);
  assert.deepEqual(findings, []);
  assert.equal(judged({ customerTenantId: TENANT }, { isAsked: true }).state, "fix");
});

test("what is wrong is first, and is counted", () => {
  const { state, count, findings } = judged({ ...M365, customerTenantId: "contoso.com" });
  assert.deepEqual([state, count], ["fix", 1]);
  assert.equal(findings[0].code, "tenant-id-wrong-kind");
});

test("what is being typed is not wrong yet", () => {
  const { state, findings } = judged(
    { customerTenantId: "3f1c7a52-9b" },
    { typed: "customerTenantId" },
  );
  assert.equal(state, "missing");
  assert.deepEqual(findings, []);
});

test("what somebody can answer is settled first; without it, the claim can be filed", () => {
  assert.deepEqual(pick(judged(M365)), ["settle", 1]);
  assert.deepEqual(pick(judged(M365, { evidence: ENROLLED })), ["ready", 0]);
});

const pick = ({ state, count }) => [state, count];

/* Products */

test("a product is found by name, part number and ID, likely ones first", async () => {
  const products = new Products(await readFile(inRoot("src", "facts", "skus.csv"), "utf8"));
  assert.equal(products.find("sales enter")[0].partNumber, "DYN365_ENTERPRISE_SALES");
  assert.equal(products.find("DYN365_FINANCE")[0].name, "Dynamics 365 Finance");
  assert.equal(products.find("1e1a282c-9c54-43a2-9310-98ef728faace").length, 1);
  assert.equal(products.find("teams")[0].name, "Teams");
  assert.deepEqual(products.find("zzz"), []);
  const quoted = products.find("Windows 365 Business 16 vCPU");
  assert.equal(quoted[0].name, "Windows 365 Business 16 vCPU, 64 GB, 1 TB");
});

test("a subscription’s product is called by its name, by that of its part number or ID, or by its part number", async () => {
  const products = new Products(await readFile(inRoot("src", "facts", "skus.csv"), "utf8"));
  const finance = {
    skuPartNumber: "DYN365_FINANCE",
    skuId: "55c9eb4e-c746-45b4-b255-9ab6b19d5c62",
  };
  assert.equal(products.nameOf({ ...finance, productName: "Our finance" }), "Our finance");
  assert.equal(products.nameOf(finance), "Dynamics 365 Finance");
  assert.equal(products.nameOf({ skuId: finance.skuId }), "Dynamics 365 Finance");
  assert.equal(products.nameOf({ ...finance, skuPartNumber: "X_1" }), "Dynamics 365 Finance");
  assert.equal(products.nameOf({ skuPartNumber: "X_1" }), "X_1");
  assert.equal(products.nameOf({}), "");
  assert.equal(products.named(" dyn365_finance ").name, "Dynamics 365 Finance");
  assert.deepEqual(
    [products.named(" "), products.named("no such"), products.find(" ")],
    [undefined, undefined, []],
  );
});

test("the core knows every workload that is offered", () => {
  for (const name of WORKLOADS) assert.equal(areaOf(library, name), "microsoft-365", name);
});
