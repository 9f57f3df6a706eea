// Real reports that have every code between them: a good claim with each field spoilt or answered otherwise,
// and with evidence that speaks against it.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { checkClaim, describe, LOCALES, readEvidence, rulesets } from "cpor-preflight";
import { inRoot } from "../../scripts/tools.mjs";

export const TODAY = "2026-11-22";
const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const OTHER = "7d1f3a60-0c2b-4e85-9f47-2b6c1a9d8e53";
const SUBSCRIPTION = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const DOMAIN = "contoso.onmicrosoft.com";

/** Nothing is wrong with it. */
export const CLAIM = {
  userRole: "incentives-admin",
  customerTenantId: TENANT,
  customerDomain: DOMAIN,
  solutionArea: "business-applications",
  activity: "usage",
  purchaseChannel: "volume-licensing",
  product: "DYN365_ENTERPRISE_SALES",
  subscriptionId: SUBSCRIPTION,
  partnerId: "5357564",
  ownTenantId: "d3b0c442-98fc-4c14-9afb-f4c8996fb924",
  competingPartner: "no",
  proofOfExecution: "ready",
  submittedOn: "2026-11-02",
};
const OF_MICROSOFT_365 = { ...CLAIM, solutionArea: "microsoft-365", product: "Teams" };
/** For any field. */
const ODD = [
  ...[
    "",
    "x",
    "12",
    "123456789012",
    "x y.com",
    "contoso",
    "contoso.com",
    "contoso.onmicrosoft.co",
    {},
  ],
  ...["a@outlook.com", "outlook.com", "5357564", "2027-01-01", "3f1c7a52-9b0e", TENANT],
  ...["72f988bf-86f1-41af-91ab-2d7cd011db47", "Dynamics 365 Finance", "POWER_BI_PRO"],
];

/** What is read from each sample of an export. */
export function evidenceOfSamples() {
  const folder = inRoot("tests", "samples");
  const names = readdirSync(folder).filter((name) => statSync(`${folder}/${name}`).isFile());
  const read = (name) => readEvidence(readFileSync(`${folder}/${name}`), { tenantId: TENANT });
  return names.map((name) => read(name).evidence);
}

/** Under each rule set, in each language. */
export function everyReport() {
  const spoilt = describe().fields.flatMap(({ name, options }) =>
    [...options.map(({ value }) => value), ...ODD].map((value) => ({ ...CLAIM, [name]: value })),
  );
  const alone = [
    ...[{}, null, { tennantId: "x" }, ...spoilt],
    { ...OF_MICROSOFT_365, activity: "revenue-association" },
    { ...OF_MICROSOFT_365, product: "Microsoft 365 E3" },
  ].map((claim) => [claim, {}]);
  const known = [...evidenceOfSamples(), ...against()];
  const together = [CLAIM, { ...CLAIM, submittedOn: "", subscriptionId: "" }, OF_MICROSOFT_365]
    .concat({ ...CLAIM, submittedOn: "" })
    .flatMap((claim) => known.map((evidence) => [claim, evidence]));
  return rulesets().flatMap(({ id: ruleset }) =>
    [...alone, ...together].map(([claim, evidence], at) =>
      checkClaim(claim, evidence, { ruleset, locale: LOCALES[at % LOCALES.length], today: TODAY }),
    ),
  );
}

/** Evidence with each answer of each closed list. */
function against() {
  const { lists } = describe();
  const subscription = (more) => {
    const usual = { id: SUBSCRIPTION, tenantId: TENANT, skuPartNumber: CLAIM.product };
    return {
      subscriptions: [{ ...usual, status: "active", channel: "volume-licensing", ...more }],
    };
  };
  const each = (list, name) => lists[list].map((value) => ({ [name]: value }));
  const association = { tenantId: TENANT, product: CLAIM.product, activity: "usage" };
  const twice = [{}, { channel: "csp" }].flatMap((more) => subscription(more).subscriptions);
  return [
    ...each("SubscriptionStatus", "status").map(subscription),
    ...each("Provisioning", "provisioning").map(subscription),
    ...each("PurchaseChannel", "channel").map(subscription),
    ...each("Holder", "claimedBy").map(subscription),
    ...[{ tenantId: OTHER }, { id: OTHER }, { skuPartNumber: "ENTERPRISEPACK" }].map(subscription),
    ...[{ skuPartNumber: "DYN365_FINANCE" }, { trial: true }].map(subscription),
    ...[{ endsOn: "2026-11-25" }, { createdOn: "2026-12-21" }].map(subscription),
    subscription({ provisioning: "provisioned", createdOn: "2026-11-21" }),
    { subscriptions: twice },
    { subscriptions: 7 },
    ...each("Cloud", "cloud").map((more) => ({
      tenants: [{ tenantId: TENANT, domains: [DOMAIN], ...more }],
    })),
    { tenants: [{ tenantId: OTHER, domains: [DOMAIN] }] },
    ...each("UnresolvedReason", "reason").map((more) => ({
      unresolvedDomains: [{ domain: DOMAIN, ...more }],
    })),
    ...each("AccountKind", "kind").map((more) => ({ partnerIds: [{ id: "5357564", ...more }] })),
    ...[{ enrolled: false }, { partnerType: "FRP FastTrack" }].map((more) => ({
      partnerIds: [{ id: "5357564", ...more }],
    })),
    ...each("Holder", "holder").map((more) => ({ associations: [{ ...association, ...more }] })),
  ];
}
