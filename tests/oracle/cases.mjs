// The claims on which the oracle and the product must agree: every combination of what a person can
// choose with each state of the evidence, and as many drawn ones as wanted, aimed at the edges.

export const TODAY = "2026-11-22";
export const EDITIONS = ["2020-06", "2023-10"];
const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const OTHER = "7d20f7b1-6a54-4d0b-9c38-0f6f6a1b2c3d";
const OWN = "b6a8c4de-15f2-4f39-a0c7-93d1e2f4a5b6";
const ID = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const COMMERCE = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a09";
const SECOND = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02";
const THIRD = "8d20f7b1-6a54-4d0b-9c38-0f6f6a1b2c3d";
const SALES = "1e1a282c-9c54-43a2-9310-98ef728faace";
const FINANCE = "55c9eb4e-c746-45b4-b255-9ab6b19d5c62";
const BUILDER = "d2dea78b-507c-4e56-b400-39447f4738f8"; // Power Platform
const PHONE = "e4654015-5daf-4a48-9b37-4f309dddd88b"; // not Business Applications
const NOWHERE = "1e1a282c-9c54-43a2-9310-98ef728faacf"; // in no table
const PARTNER = "5357564";

export const CLAIM = {
  userRole: "incentives-admin",
  customerTenantId: TENANT,
  customerDomain: "contoso.com",
  solutionArea: "business-applications",
  activity: "usage",
  purchaseChannel: "volume-licensing",
  product: "DYN365_ENTERPRISE_SALES",
  subscriptionId: ID,
  partnerId: PARTNER,
  competingPartner: "no",
  proofOfExecution: "ready",
};
const SUBSCRIPTION = {
  id: ID,
  commerceSubscriptionId: COMMERCE,
  tenantId: TENANT,
  skuId: SALES,
  status: "active",
  channel: "volume-licensing",
  provisioning: "provisioned",
};
const GOOD = {
  tenants: [{ tenantId: TENANT, domains: ["contoso.com"], source: "look-up" }],
  subscriptions: [SUBSCRIPTION],
  partnerIds: [{ id: PARTNER, kind: "location", enrolled: true }],
};

const areas = ["business-applications", "microsoft-365", undefined];
const activities = ["presales", "usage", "revenue-association", undefined];
const channels = ["volume-licensing", "web-direct", "csp", "other", "unknown", undefined];
const roles = ["global-admin", "billing-admin", "incentives-admin", "other", undefined];
const statuses =
  "active in-grace suspended deleted locked-out expired disabled pending unknown".split(" ");

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
  for (const [name, evidence] of STATES)
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
        yield {
          name: sku.part,
          ruleset: "2020-06",
          evidence: subscriptions(named),
          claim: { ...CLAIM, product },
        };
}

/** Repeatable random choices. */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** A whole number below `end` (mulberry32). */
  below(end) {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }

  of(items) {
    return items[this.below(items.length)];
  }

  oneIn(count) {
    return this.below(count) === 0;
  }
}

const WORDS = {
  userRole: roles,
  solutionArea: areas,
  activity: activities,
  purchaseChannel: channels,
  competingPartner: ["yes", "no", "unknown", undefined],
  proofOfExecution: ["ready", "missing", "unknown", undefined],
};
const GUIDS = [TENANT, OTHER, OWN, ID, COMMERCE, SECOND, SALES, NOWHERE];
const SPECIAL = [
  "00000000-0000-0000-0000-000000000000",
  "9188040d-6c67-4c5b-b112-36a304b66dad",
  "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
  "9cd80435-793b-4f48-844b-6b3f37d1c1f3",
  "common",
  "Organizations",
  "consumers",
];
const DOMAINS = [
  "contoso.com",
  "CONTOSO.com",
  "contoso",
  "contoso.onmicrosoft.com",
  "contoso.mail.onmicrosoft.com",
  "a.contoso.com",
  "contoso.com.",
  "anna@contoso.com",
  "https://contoso.com/a?b#c",
  "http://contoso.com:8080",
  "münchen.de",
  "xn--mnchen-3ya.de",
  "MÜNCHEN.DE",
  "contoso..com",
  "-contoso.com",
  "con_toso.com",
  "con toso.com",
  "contoso.123",
  "10.0.0.1",
  "a@",
  "outlook.com",
  "gmail.com",
  "anna@hotmail.com",
  `${"a".repeat(63)}.com`,
  `${"a".repeat(64)}.com`,
  "contoso.onmicrosoft.us",
  "日本.jp",
  "contoso.com/path",
  "contoso,com",
  "@contoso.com",
];
const PASTED = [
  "CFQ7TTC0LH18:0001:CFQ7TTC0K971",
  "CFQ7TTC0LH18",
  "94e858b6d855",
  "MS-AZR-0145P",
  `${TENANT}_${SALES}`,
  "DYN365_ENTERPRISE_SALES",
  "Dynamics 365 Finance",
  "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
  "your-tenant-id",
  "anna@contoso.com",
  "contoso.com",
  "https://portal.azure.com/",
  "5357564",
  "hello",
  "?",
  "-",
  "0",
];
const PARTNERS = [
  "5357564",
  "517285",
  "12345",
  "53575640",
  "00083575",
  "1",
  "5357565",
  "535756a",
  "5357 564",
  "V5357564",
  "5.357.564",
  "-5357564",
  "00000",
  "000",
  "MPN ID: 0000000",
];

/** A drawn claim with drawn evidence; half of them near the good one. */
export function drawn(random) {
  const care = random.of([2, 4, 12]);
  const claim = { ...CLAIM };
  for (const field of [...Object.keys(CLAIM), "ownTenantId"])
    if (random.oneIn(care)) claim[field] = value(field, random);
  if (random.oneIn(20)) [claim.mpnId, claim.partnerId] = [claim.partnerId, undefined];
  return { name: "drawn", ruleset: random.of(EDITIONS), claim, evidence: evidence(random, care) };
}

function value(field, random) {
  if (random.oneIn(40)) return random.of(["", " ", "\u00a0", "\u200b", null]);
  if (random.oneIn(60)) return random.of([7, true, {}, [], ["usage"]]);
  if (WORDS[field])
    return random.oneIn(20)
      ? random.of(["odd", " usage ", "YES", "Presales"])
      : random.of(WORDS[field]);
  return pasted(field, random);
}

function pasted(field, random) {
  const text = {
    customerDomain: () => random.of(DOMAINS),
    partnerId: () => random.of(PARTNERS),
    product: () =>
      random.of([
        SALES,
        "DYN365_FINANCE",
        "dynamics 365 finance",
        PHONE,
        BUILDER,
        "Sales",
        "Dynamics 365",
      ]),
  };
  const drawnText = random.oneIn(4)
    ? random.of([...PASTED, ...SPECIAL])
    : (text[field] ?? (() => guidLike(random)))();
  return random.oneIn(5)
    ? random.of(["\u00a0 ", "\ufeff", "\t", "\u200b"]) +
        drawnText +
        random.of([" ", "\n", "\u200b", ""])
    : drawnText;
}

function guidLike(random) {
  const id = random.of(GUIDS);
  const at = random.below(id.length);
  return random.of([
    () => id,
    () => id.toUpperCase(),
    () => id.replaceAll("-", ""),
    () => `{${id}}`,
    () => `https://portal.azure.com/#/sub/${id}/overview`,
    () => id.slice(0, at) + id.slice(at + 1),
    () => id.slice(0, at) + random.of([..."gz09-x"]) + id.slice(at),
    () => id.slice(0, at) + random.of([..."gz-_"]) + id.slice(at + 1),
  ])();
}

/** Evidence; every third with a second source, which may say otherwise, on another day. */
function evidence(random, care) {
  const rows = drawnRows(random, care);
  const many = (row) => Array.from({ length: random.oneIn(care) ? random.of([0, 0, 2]) : 1 }, row);
  const evidence = {
    tenants: many(rows.tenants),
    subscriptions: many((_, at) => rows.subscriptions(at > 0)),
    partnerIds: [rows.partnerIds()],
  };
  for (const part of ["unresolvedDomains", "associations"])
    if (random.oneIn(care)) evidence[part] = [rows[part]()];
  for (const part of Object.keys(evidence)) if (random.oneIn(care * 4)) delete evidence[part];
  return random.oneIn(3) ? contradicted(evidence, random) : evidence;
}

/** With one to three rows more, about what the evidence is about already. */
function contradicted(evidence, random) {
  const rows = drawnRows(random, 3);
  const richer = { ...evidence };
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const part = random.of(Object.keys(rows));
    richer[part] = [...(richer[part] ?? []), rows[part]()];
  }
  for (const [part, list] of Object.entries(richer))
    richer[part] = list.map((row) =>
      random.oneIn(2) ? { ...row, asOf: asOf(part, row, random) } : row,
    );
  return richer;
}

const DAYS = ["2026-10-01", "2026-11-01", "2026-11-22"];

/** One day for a row, or, where its facts can be of several, one for some of them. */
function asOf(part, row, random) {
  const names = { subscriptions: ["status", "endsOn", "provisioning"], tenants: row.domains }[part];
  if (!names || random.oneIn(2)) return random.of(DAYS);
  const some = names.filter(() => random.oneIn(2));
  return Object.fromEntries(some.map((name) => [name, random.of(DAYS)]));
}

/** How a row of each part of the evidence is drawn; the higher `care`, the nearer to the good one. */
function drawnRows(random, care) {
  const slip = (good, ...others) => (random.oneIn(care) ? random.of(others) : good);
  const tenant = () => slip(TENANT, OTHER, OWN, TENANT.toUpperCase());
  return {
    tenants: () => ({
      tenantId: tenant(),
      domains: [slip("contoso.com", "contoso.onmicrosoft.com", "münchen.de", "fabrikam.com")],
      cloud: slip(undefined, "global", "us-gov", "china"),
      source: "look-up",
    }),
    subscriptions: (isAnother) => ({
      id: isAnother ? THIRD : slip(ID, SECOND, COMMERCE, ID.toUpperCase()),
      commerceSubscriptionId: isAnother ? undefined : slip(COMMERCE, undefined, SECOND),
      tenantId: slip(TENANT, OTHER, undefined),
      skuId: slip(SALES, FINANCE, BUILDER, PHONE, NOWHERE, undefined),
      skuPartNumber: slip(undefined, "DYN365_FINANCE", "dyn365_finance", "ADV_COMMS", "odd"),
      status: random.oneIn(care) ? random.of(statuses) : "active",
      channel: random.oneIn(care) ? random.of(channels) : "volume-licensing",
      ownerTenantId: slip(undefined, OTHER, OWN, TENANT),
      provisioning: slip("provisioned", "pending", "failed", undefined),
      endsOn: slip(
        undefined,
        "2026-08-23",
        "2026-11-21",
        "2026-11-22",
        "2026-12-22",
        "2026-12-23",
        "2027-11-22",
      ),
      claimedBy: slip(undefined, "us", "other-partner"),
      excerpt: slip(undefined, true, false),
    }),
    partnerIds: () => ({
      id: slip(PARTNER, "517285", "00083575"),
      kind: slip("location", "global-account", undefined),
      partnerType: slip(undefined, "FRP FastTrack", " ", ""),
      enrolled: slip(true, false, undefined),
    }),
    unresolvedDomains: () => ({
      domain: random.of(["contoso.com", "münchen.de"]),
      reason: random.of(["not-found", "malformed", "other-cloud"]),
    }),
    associations: () => ({
      tenantId: tenant(),
      product: random.of([undefined, "DYN365_ENTERPRISE_SALES", "Dynamics 365 Finance", "odd"]),
      subscriptionId: random.of([undefined, ID, COMMERCE, SECOND]),
      holder: random.of(["us", "other-partner"]),
      status: random.of([undefined, "Approved", "Rejected", "rejected final", "Draft"]),
    }),
  };
}
