// What findings offer to do, by hand: the button's words, what it changes, what it needs.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { checkClaim, describe, init } from "cpor-preflight";

const CONTOSO = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const FABRIKAM = "7d20f7b1-6a54-4d0b-9c38-0f6f6a1b2c3d";
const SUBSCRIPTION = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const CLAIM = {
  userRole: "incentives-admin",
  customerTenantId: CONTOSO,
  customerDomain: "contoso.com",
  solutionArea: "business-applications",
  activity: "usage",
  purchaseChannel: "volume-licensing",
  product: "Dynamics 365 Sales",
  subscriptionId: SUBSCRIPTION,
  partnerId: "5357564",
  competingPartner: "no",
  proofOfExecution: "ready",
};
const TENANTS = [
  { tenantId: CONTOSO, domains: ["contoso.com", "contoso.onmicrosoft.com"], source: "look-up" },
  { tenantId: FABRIKAM, domains: ["fabrikam.com"], source: "look-up" },
];
const sales = (id, more = {}) => ({
  id,
  tenantId: CONTOSO,
  skuPartNumber: "DYN365_ENTERPRISE_SALES",
  status: "active",
  channel: "volume-licensing",
  source: "export",
  ...more,
});

before(() => init({ locales: ["en", "de"] }));

/** The actions of a finding, each as `label: what it does`. */
function actionsOf(code, claim, evidence = {}, locale = "en") {
  const options = { ruleset: "2023-10", today: "2026-11-22", locale };
  const { findings } = checkClaim({ ...CLAIM, ...claim }, evidence, options);
  const finding = findings.find((one) => one.code === code);
  assert.ok(finding, `${code} is not told; told are ${findings.map((one) => one.code)}`);
  return finding.actions.map(({ id, label, primary, changes, needs, kinds, opens, field }) => {
    const does = changes ? JSON.stringify(changes) : (opens ?? kinds?.[0] ?? needs ?? field);
    return `${primary ? "* " : ""}${id} “${label}” ${does}`;
  });
}

test("two values in each other’s field change places", () => {
  const swapped = { customerTenantId: "contoso.com", customerDomain: CONTOSO };
  assert.deepEqual(actionsOf("tenant-id-wrong-kind", swapped), [
    `* swap-fields “Swap with “Customer domain”” {"customerTenantId":"${CONTOSO}","customerDomain":"contoso.com"}`,
  ]);
  assert.deepEqual(actionsOf("tenant-id-wrong-kind", swapped, {}, "de"), [
    `* swap-fields “Mit „Domäne des Kunden“ tauschen” {"customerTenantId":"${CONTOSO}","customerDomain":"contoso.com"}`,
  ]);
});

test("a value in the wrong field moves to an empty one", () => {
  const claim = { customerTenantId: "fabrikam.com", customerDomain: "" };
  assert.equal(
    actionsOf("tenant-id-wrong-kind", claim)[0],
    '* swap-fields “Move it to “Customer domain”” {"customerTenantId":"","customerDomain":"fabrikam.com"}',
  );
});

test("where tenant and domain don’t match, another of either is equally right", () => {
  const claim = { customerTenantId: FABRIKAM, subscriptionId: "" };
  assert.deepEqual(actionsOf("tenant-domain-mismatch", claim, { tenants: TENANTS }), [
    `use-value “Use “3f1c7a52…”” {"customerTenantId":"${CONTOSO}"}`,
    'use-value “Use “fabrikam.com”” {"customerDomain":"fabrikam.com"}',
  ]);
});

test("a missing tenant ID is looked up, or taken from evidence", () => {
  assert.deepEqual(actionsOf("tenant-id-missing", { customerTenantId: "" }), [
    "* look-up-domain “Look up the domain” look-up",
    "ask-customer “Ask the customer” customer",
  ]);
  const known = actionsOf("tenant-id-missing", { customerTenantId: "" }, { tenants: TENANTS });
  assert.equal(known[0], `* use-value “Use “3f1c7a52…”” {"customerTenantId":"${CONTOSO}"}`);
});

test("the only activity of an area is taken, in its words", () => {
  const claim = { solutionArea: "microsoft-365", activity: "presales", product: "Teams" };
  assert.equal(
    actionsOf("activity-not-in-area", { ...claim, subscriptionId: "" })[0],
    '* use-value “Use “Use or consume”” {"activity":"usage"}',
  );
});

test("a product of the other area brings the area with it", () => {
  const claim = { product: "Teams", subscriptionId: "", activity: "usage" };
  assert.deepEqual(actionsOf("product-not-in-area", claim), [
    '* use-value “Use “Modern Work and Security”” {"solutionArea":"microsoft-365"}',
    "choose “Choose “Product”” product",
  ]);
});

test("what the evidence names is taken", () => {
  const subscriptions = [sales(SUBSCRIPTION)];
  assert.deepEqual(
    actionsOf("subscription-id-missing", { subscriptionId: "" }, { subscriptions }).slice(0, 1),
    [`* use-value “Use “0b6f4c1e…”” {"subscriptionId":"${SUBSCRIPTION}"}`],
  );
  const partnerIds = [
    { id: "5357564", kind: "global-account", source: "export" },
    { id: "6363276", kind: "location", enrolled: true, source: "export" },
  ];
  assert.equal(
    actionsOf("partner-id-global-account", {}, { partnerIds })[0],
    '* use-value “Use “6363276”” {"partnerId":"6363276"}',
  );
});

test("what only an export shows names the export", () => {
  const [load] = actionsOf("partner-id-unverified", {});
  assert.equal(load, "* load-export “Load your partner profile” partner-profile");
  const [subscriptions] = actionsOf("subscription-unverified", {});
  assert.equal(
    subscriptions,
    "* load-export “Load the customer’s subscriptions” graph-subscriptions",
  );
});

test("a subscription ID that is not asked for is emptied", () => {
  const claim = { solutionArea: "microsoft-365", product: "Teams", activity: "usage" };
  assert.deepEqual(actionsOf("subscription-id-not-needed", claim), [
    '* use-value “Leave “Subscription ID” empty” {"subscriptionId":""}',
  ]);
});

test("every kind and page that an action names is there", () => {
  const { lists, ruleset } = describe({ locale: "en" });
  const { findings } = checkClaim({}, {}, { today: "2026-11-22" });
  for (const { actions } of findings) {
    for (const { kinds = [], opens } of actions) {
      for (const kind of kinds) assert.ok(lists.ExportKind.includes(kind), kind);
      if (opens?.startsWith("claims")) assert.match(ruleset.links.claims, /^https:/);
    }
  }
});

test("an ID with letters that look like digits is malformed, and what it likely is is offered", () => {
  const first = (code, claim) => actionsOf(code, claim)[0];
  assert.equal(
    first("tenant-id-malformed", { customerTenantId: "3f1c7a52-9bOe-4d6a-8c27-5e4lf0a9d3b6" }),
    `* use-value “Use “3f1c7a52…”” {"customerTenantId":"${CONTOSO}"}`,
  );
  assert.equal(
    first("subscription-id-malformed", { subscriptionId: "Ob6f4cIe-2d83-47aa-9f10-6c2f8d1e5a01" }),
    `* use-value “Use “0b6f4c1e…”” {"subscriptionId":"${SUBSCRIPTION}"}`,
  );
  assert.equal(
    first("partner-id-malformed", { partnerId: "MPN ID 535756O" }),
    '* use-value “Use “MPN ID 5357560”” {"partnerId":"MPN ID 5357560"}',
  );
  assert.equal(
    first("product-unrecognized", { product: "DYN365_ENTERPRlSE_SALES" }),
    '* use-value “Use “DYN365_ENTERPRISE_SALES”” {"product":"DYN365_ENTERPRISE_SALES"}',
  );
  // Other letters could be any digit.
  assert.doesNotMatch(
    first("tenant-id-malformed", { customerTenantId: "3f1c7a52-9bXe-4d6a-8c27-5e41f0a9d3b6" }) ??
      "",
    /use-value/,
  );
});

test("a domain that moves away leaves the tenant that the evidence knows", () => {
  const domain = { customerTenantId: "contoso.com", customerDomain: "" };
  assert.equal(
    actionsOf("tenant-id-wrong-kind", domain, { tenants: TENANTS })[0],
    `* use-value “Use “3f1c7a52…”” {"customerTenantId":"${CONTOSO}","customerDomain":"contoso.com"}`,
  );
  const tenant = { customerTenantId: "", customerDomain: FABRIKAM };
  assert.equal(
    actionsOf("domain-wrong-kind", { ...tenant, subscriptionId: "" }, { tenants: TENANTS })[0],
    `* use-value “Use “fabrikam.com”” {"customerDomain":"fabrikam.com","customerTenantId":"${FABRIKAM}"}`,
  );
  // Nobody knows it: the field is left empty.
  assert.match(actionsOf("domain-wrong-kind", tenant)[0], /"customerDomain":""/);
});

test("an answer that is nearly one is offered", () => {
  for (const [code, claim, changes] of [
    ["role-not-permitted", { userRole: "incentive admin" }, { userRole: "incentives-admin" }],
    ["role-not-permitted", { userRole: "global admim" }, { userRole: "global-admin" }],
    ["activity-missing", { activity: "pre-sale" }, { activity: "presales" }],
    [
      "solution-area-missing",
      { solutionArea: "business application" },
      { solutionArea: "business-applications" },
    ],
    [
      "channel-unconfirmed",
      { purchaseChannel: "volume licencing" },
      { purchaseChannel: "volume-licensing" },
    ],
    ["input-malformed", { proofOfExecution: "redy" }, { proofOfExecution: "ready" }],
    ["input-malformed", { competingPartner: "unknwn" }, { competingPartner: "unknown" }],
  ]) {
    const [first] = actionsOf(code, claim);
    assert.match(first, /^\* use-value /, code);
    assert.ok(first.endsWith(JSON.stringify(changes)), first);
  }
  for (const userRole of ["other", "emperor", "admin"])
    assert.deepEqual(actionsOf("role-not-permitted", { userRole }), [
      "* choose “Choose “Your role”” userRole",
    ]);
});

test("nothing is looked up that is known, or that is everybody’s", () => {
  const label = "look-up-domain “Look up the domain” look-up";
  const actions = (code, claim, evidence) =>
    actionsOf(code, { ...claim, subscriptionId: "" }, evidence);
  assert.deepEqual(actions("tenant-domain-unverified", { customerDomain: "gmail.com" }), [
    "* load-export “Load the customer’s domains” graph-organization",
    "ask-customer “Ask the customer” customer",
  ]);
  assert.equal(actions("tenant-domain-unverified", {})[0], `* ${label}`);
  const own = { ownTenantId: CONTOSO };
  assert.ok(actions("tenant-id-is-own", own).includes(`* ${label}`));
  assert.deepEqual(actions("tenant-id-is-own", own, { tenants: TENANTS }), [
    "* choose “Choose “Customer tenant ID”” customerTenantId",
  ]);
});

test("what time or a newer export mends asks for the export", () => {
  const load = "* load-export “Load the customer’s subscriptions” graph-subscriptions";
  for (const [code, more] of [
    ["subscription-not-provisioned", { provisioning: "pending" }],
    ["subscription-not-active", { status: "suspended" }],
  ]) {
    const evidence = { subscriptions: [sales(SUBSCRIPTION, more)] };
    assert.equal(actionsOf(code, {}, evidence)[0], load, code);
  }
});

test("whoever knows the right value can enter it", () => {
  const elsewhere = { subscriptions: [sales(SUBSCRIPTION, { tenantId: FABRIKAM })] };
  for (const [code, claim, evidence, first] of [
    ["subscription-on-other-tenant", { customerDomain: "" }, elsewhere, /^\* use-value .*7d20f7b1/],
    [
      "subscription-id-malformed",
      { subscriptionId: "0b6f4c1e-2d83" },
      { subscriptions: [sales(FABRIKAM)] },
      /./,
    ],
    [
      "subscription-trial",
      {},
      { subscriptions: [sales(SUBSCRIPTION, { trial: true, status: "deleted" })] },
      /./,
    ],
    [
      "tenant-domain-mismatch",
      { customerDomain: "fabrikam.com" },
      { tenants: TENANTS.slice(1) },
      /./,
    ],
  ])
    assert.match(actionsOf(code, claim, evidence)[0] ?? "", first, code);
});

test("no field’s finding is without an action", () => {
  for (const [code, claim, first] of [
    ["domain-missing", { customerDomain: "", customerTenantId: "" }, /choose .*customerDomain$/],
    ["tenant-id-missing", { customerDomain: "", customerTenantId: "" }, /ask-customer/],
  ])
    assert.match(actionsOf(code, claim)[0], first, code);
});
