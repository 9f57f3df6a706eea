// The claims to try: 200 made-up rows and what is known of their customers, which are the same each day, but for the days.

import assert from "node:assert/strict";
import test from "node:test";
import { page } from "../support/working-rows.mjs";

const { sampleSources } = page;
const TODAY = new Date(2026, 10, 30);
const linesOf = ([text]) => {
  const [head, ...lines] = text.split("\r\n");
  assert.equal(lines.pop(), "");
  const names = head.split(",");
  return lines.map((line) =>
    Object.fromEntries(line.split(",").map((cell, at) => [names[at], cell])),
  );
};
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const OTHER = "4391507";

test("three files come, each with what its columns are, where that does not show", () => {
  const [locations, customers, claims] = sampleSources(TODAY);
  assert.equal(
    locations[0],
    "MPNId,AccountType,Enrolled\r\n5357564,Location,Yes\r\n4391507,Global,Yes\r\n",
  );
  assert.deepEqual(
    [locations, customers, claims].map(([, about]) => about),
    [
      {
        name: "locations.csv",
        columns: { MPNId: "partner-id", AccountType: "account-kind", Enrolled: "enrolled" },
      },
      {
        name: "customers.csv",
        columns: {
          ...{ Tenant: "tenant-id", Domain: "domain", Subscription: "subscription-id" },
          ...{ Product: "sku-part-number", State: "status", Channel: "channel" },
          ...{ Provisioning: "provisioning", Ends: "last-day" },
        },
      },
      { name: "claims.csv" },
    ],
  );
});

test("customers have four subscriptions each, which end in eight months", () => {
  const lines = linesOf(sampleSources(TODAY)[1]);
  assert.equal(lines.length, 100);
  const tenants = new Set(lines.map(({ Tenant }) => Tenant));
  const subscriptions = new Set(lines.map(({ Subscription }) => Subscription));
  assert.deepEqual([tenants.size, subscriptions.size], [25, 100]);
  for (const id of [...tenants, ...subscriptions]) assert.match(id, GUID);
  assert.deepEqual(lines[0], {
    ...{ Tenant: "d109505e-0d1f-4b41-b81a-62c597689ca9", Domain: "adatum.com" },
    ...{ Subscription: "6559eb0e-695e-47b4-8efa-ac691e661d44", State: "Active" },
    ...{ Product: "DYN365_ENTERPRISE_SALES", Channel: "volume-licensing" },
    ...{ Provisioning: "Success", Ends: "2027-07-28" },
  });
  const own = lines.slice(4, 8);
  assert.deepEqual(
    own.map(({ Domain, Product, Channel }) => [Domain, Product, Channel]),
    [
      "DYN365_ENTERPRISE_SALES",
      "DYN365_FINANCE",
      "DYN365_BUSCENTRAL_ESSENTIAL",
      "DYN365_ENTERPRISE_CUSTOMER_SERVICE",
    ].map((product) => ["bellows.com", product, "web-direct"]),
  );
  // How the last three customers bought is not known.
  const unknown = lines.filter(({ Channel }) => !Channel).map(({ Domain }) => Domain);
  assert.deepEqual([...new Set(unknown)], ["wingtip.com", "woodgrove.com", "alpine.com"]);
  assert.equal(unknown.length, 12);
  const later = linesOf(sampleSources(new Date(2027, 5, 1))[1]);
  assert.deepEqual(
    later,
    lines.map((line) => ({ ...line, Ends: "2028-02-28" })),
  );
});

test("each subscription is claimed for two activities, with faults in 19 rows", () => {
  const [, customers, claims] = sampleSources(TODAY).map(linesOf);
  assert.equal(claims.length, 200);
  const wrong = {};
  claims.forEach((claim, at) => {
    const { Tenant, Domain, Subscription, Product, Channel } = customers[at >> 1];
    const right = {
      ...{ customerDomain: Domain, customerTenantId: Tenant, product: Product },
      ...{ subscriptionId: Subscription, activity: at % 2 ? "usage" : "presales" },
      ...{ partnerId: "5357564", purchaseChannel: Channel, solutionArea: "business-applications" },
      ...{ userRole: "incentives-admin", competingPartner: "no", proofOfExecution: "ready" },
    };
    assert.deepEqual(Object.keys(claim), Object.keys(right));
    const others = Object.keys(right).filter((name) => claim[name] !== right[name]);
    if (others.length) wrong[at] = [claim, right, others];
  });
  const faults = Object.entries(wrong).map(([at, [claim, right, names]]) => {
    const [name] = names;
    if (names.length === 2) {
      assert.deepEqual(names, ["customerTenantId", "subscriptionId"]);
      assert.deepEqual(
        [claim.customerTenantId, claim.subscriptionId],
        [right.subscriptionId, right.customerTenantId],
      );
      return [Number(at), "swapped"];
    }
    if (name === "customerTenantId") assert.equal(claim[name], right[name].slice(0, 35));
    return [Number(at), name === "customerTenantId" ? "short" : claim[name]];
  });
  assert.deepEqual(faults, [
    ...[
      [16, "swapped"],
      [21, OTHER],
      [31, "swapped"],
      [47, "swapped"],
      [54, OTHER],
    ],
    ...[
      [62, "swapped"],
      [70, "short"],
      [78, "swapped"],
      [88, OTHER],
      [95, "swapped"],
    ],
    ...[
      [104, "adatum.com"],
      [111, "swapped"],
      [120, OTHER],
      [126, "swapped"],
      [139, "short"],
    ],
    ...[
      [142, "swapped"],
      [157, "swapped"],
      [173, OTHER],
      [185, "CFQ7TTC0LH18:0001"],
    ],
  ]);
});
