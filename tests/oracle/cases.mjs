// The claims on which the oracle and the product must agree: every combination of what a person can
// choose with each state of the evidence, and every SKU. `drawing.mjs` draws as many more as wanted.
import {
  activities,
  areas,
  BUILDER,
  CLAIM,
  channels,
  EDITIONS,
  FINANCE,
  GOOD,
  ID,
  NOWHERE,
  OTHER,
  OWN,
  PARTNER,
  PHONE,
  roles,
  SECOND,
  SUBSCRIPTION,
  statuses,
  TENANT,
} from "./world.mjs";

export { drawn, Random } from "./drawing.mjs";
export { CLAIM, EDITIONS, TODAY } from "./world.mjs";

/** Each state of the evidence, beside which everything is in order: its name, and the evidence. */
const STATES = [
  ["nothing is known", {}],
  ["everything is in order", GOOD],
  ["the tenant is not known", { ...GOOD, tenants: [] }],
  ["the domain is another tenant's", tenants({ tenantId: OTHER, domains: ["contoso.com"] })],
  ["only another domain of the tenant is known", tenants({ domains: ["fabrikam.com"] })],
  ["two tenants hold the domain", tenants({}, { tenantId: OTHER })],
  ["the tenant is in another cloud", tenants({ cloud: "us-gov" })],
  ...["not-found", "malformed", "other-cloud"].map((reason) => [
    `the domain is ${reason}`,
    { ...GOOD, tenants: [], unresolvedDomains: [{ domain: "contoso.com", reason }] },
  ]),
  ["no subscription is known", { ...GOOD, subscriptions: [] }],
  [
    "only another subscription of the product is on the tenant",
    subscriptions({ id: SECOND, commerceSubscriptionId: undefined }),
  ],
  [
    "an excerpt without the subscription",
    subscriptions({ id: SECOND, commerceSubscriptionId: undefined, excerpt: true }),
  ],
  [
    "only another product is on the tenant",
    subscriptions({ id: SECOND, commerceSubscriptionId: undefined, skuId: FINANCE }),
  ],
  ["the subscription is on another tenant", subscriptions({ tenantId: OTHER })],
  ["the subscription is on no known tenant", subscriptions({ tenantId: undefined })],
  [
    "the commerce ID names the subscription",
    subscriptions({ id: SECOND, commerceSubscriptionId: ID }),
  ],
  ...[FINANCE, BUILDER, PHONE, NOWHERE, undefined].map((skuId) => [
    `the SKU is ${skuId}`,
    subscriptions({ skuId }),
  ]),
  [
    "the part number alone is known",
    subscriptions({ skuId: undefined, skuPartNumber: "dyn365_enterprise_sales" }),
  ],
  [
    "the name alone is known",
    subscriptions({ skuId: undefined, productName: "Dynamics 365 Sales" }),
  ],
  ...[...channels.slice(1)].map((channel) => [
    `the channel is ${channel}`,
    subscriptions({ channel }),
  ]),
  ["a partner created it", subscriptions({ channel: undefined, ownerTenantId: OTHER })],
  ["the customer created it", subscriptions({ channel: undefined, ownerTenantId: TENANT })],
  ["it is a trial", subscriptions({ trial: true })],
  ["it is a suspended trial", subscriptions({ trial: true, status: "suspended" })],
  ["it was created five days ago", subscriptions({ createdOn: "2026-11-17" })],
  ["it was created a week ago", subscriptions({ createdOn: "2026-11-15" })],
  [
    "a partner created it, and it was sold through CSP",
    subscriptions({ channel: "csp", ownerTenantId: OWN }),
  ],
  ...["pending", "failed", undefined].map((provisioning) => [
    `it is ${provisioning}`,
    subscriptions({ provisioning }),
  ]),
  ...statuses.map((status) => [`its status is ${status}`, subscriptions({ status })]),
  ...["2026-11-21", "2026-11-22", "2026-12-22", "2026-12-23"].map((endsOn) => [
    `it ends on ${endsOn}`,
    subscriptions({ endsOn }),
  ]),
  ...["2026-11-21", "2026-08-24", "2026-08-23"].map((endsOn) => [
    `it ended on ${endsOn}, in grace`,
    subscriptions({ status: "in-grace", endsOn }),
  ]),
  ...["us", "other-partner"].flatMap((holder) => [
    [`it is claimed by ${holder}`, subscriptions({ claimedBy: holder })],
    [`a claim of ${holder} names it`, claims({ holder, subscriptionId: ID })],
    [
      `a rejected claim of ${holder} names it`,
      claims({ holder, subscriptionId: ID, status: "Rejected" }),
    ],
    ...activities
      .slice(0, 3)
      .map((activity) => [
        `a claim of ${holder} for ${activity} names it`,
        claims({ holder, subscriptionId: ID, activity }),
      ]),
    [`a claim of ${holder} names another one`, claims({ holder, subscriptionId: SECOND })],
    [`a claim of ${holder} names the product`, claims({ holder, product: CLAIM.product })],
    [`a claim of ${holder} on the tenant`, claims({ holder })],
    [
      `a claim of ${holder} on another tenant`,
      claims({ holder, tenantId: OTHER, product: CLAIM.product }),
    ],
  ]),
  ...[
    { enrolled: false },
    { enrolled: undefined },
    { kind: undefined },
    { kind: "global-account" },
    { partnerType: "FRP FastTrack" },
    { id: "5357565" },
  ].map((change) => [
    `the partner ID is ${JSON.stringify(change)}`,
    { ...GOOD, partnerIds: [{ ...GOOD.partnerIds[0], ...change }] },
  ]),
  ...[
    { status: "expired" },
    { status: "in-grace" },
    { endsOn: "2026-11-21" },
    { provisioning: "pending" },
    { channel: "csp" },
    { channel: "other" },
    { skuId: FINANCE },
    { tenantId: OTHER },
    { claimedBy: "other-partner" },
    { commerceSubscriptionId: SECOND },
  ].flatMap((change) => [
    [`a source of the same day says ${JSON.stringify(change)}`, subscriptions({}, change)],
    [
      `an older source says ${JSON.stringify(change)}`,
      subscriptions({ asOf: "2026-11-01" }, { ...change, asOf: "2026-10-01" }),
    ],
    [
      `a newer source says ${JSON.stringify(change)}`,
      subscriptions({ asOf: "2026-10-01" }, { ...change, asOf: "2026-11-01" }),
    ],
  ]),
  ...["2026-10-01", "2026-11-01", undefined].flatMap((asOf) => [
    [
      `that the domain is another tenant’s is as of ${asOf}`,
      tenants({ asOf: "2026-11-01" }, { tenantId: OTHER, asOf }),
    ],
    ...["not-found", "other-cloud"].map((reason) => [
      `that the domain is ${reason} is as of ${asOf}`,
      {
        ...tenants({ asOf: "2026-11-01" }),
        unresolvedDomains: [{ domain: "contoso.com", reason, asOf }],
      },
    ]),
    [
      `that the ID is not enrolled is as of ${asOf}`,
      {
        ...GOOD,
        partnerIds: [
          { ...GOOD.partnerIds[0], asOf: "2026-11-01" },
          { ...GOOD.partnerIds[0], enrolled: false, asOf },
        ],
      },
    ],
    [
      `that the claim was rejected is as of ${asOf}`,
      {
        ...GOOD,
        associations: ["Approved", "Rejected"].map((status) => ({
          tenantId: TENANT,
          subscriptionId: ID,
          holder: "other-partner",
          status,
          asOf: status === "Approved" ? "2026-11-01" : asOf,
        })),
      },
    ],
  ]),
];

/** One value that nobody can read, in each place where one can be. */
const UNREADABLE = [
  ...["status", "channel", "provisioning", "endsOn", "claimedBy", "skuId", "tenantId", "trial"].map(
    (name) => [`its ${name} cannot be read`, subscriptions({ [name]: "?!" })],
  ),
  ["a row without an ID", subscriptions({}, { id: "Sales, 40 seats" })],
  ["a row that is no row", { ...GOOD, subscriptions: [SUBSCRIPTION, null] }],
  [
    "its day is to come",
    subscriptions({ asOf: "2099-01-01" }, { status: "expired", asOf: "2026-11-01" }),
  ],
  [
    "a claim that cannot be read",
    { ...GOOD, associations: [{ tenantId: TENANT, holder: "them" }] },
  ],
  ["a domain that cannot be read", tenants({ domains: ["contoso.com", "con toso"] })],
  [
    "enrolment that cannot be read",
    { ...GOOD, partnerIds: [{ id: PARTNER, kind: "location", enrolled: "yes" }] },
  ],
  ["a part that is no list", { ...GOOD, subscriptions: SUBSCRIPTION }],
  ["evidence that is a list", []],
];

function tenants(...changes) {
  return { ...GOOD, tenants: changes.map((change) => ({ ...GOOD.tenants[0], ...change })) };
}

function subscriptions(...changes) {
  return { ...GOOD, subscriptions: changes.map((change) => ({ ...SUBSCRIPTION, ...change })) };
}

function claims(association) {
  return { ...GOOD, associations: [{ tenantId: TENANT, ...association }] };
}

/** Every area × activity × channel × role × state of the evidence × rule set. */
export function* enumerated() {
  for (const [name, evidence] of [...STATES, ...UNREADABLE])
    for (const ruleset of EDITIONS)
      for (const solutionArea of areas)
        for (const activity of activities)
          for (const purchaseChannel of channels)
            for (const userRole of roles)
              yield {
                name,
                ruleset,
                evidence,
                claim: { ...CLAIM, userRole, solutionArea, activity, purchaseChannel },
              };
}

/** Every SKU of the list, as the subscription's ID and as its part number. */
export function* everySku(skus) {
  for (const sku of skus)
    for (const named of [{ skuId: sku.id }, { skuId: undefined, skuPartNumber: sku.text }])
      for (const product of [sku.id, sku.text, sku.name])
        for (const solutionArea of areas.slice(0, 2))
          yield {
            name: sku.part,
            ruleset: "2020-06",
            evidence: subscriptions(named),
            claim: { ...CLAIM, solutionArea, product },
          };
}
