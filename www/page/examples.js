// Examples of claims, with what a made-up customer's exports show. They are dated from today, so that each keeps its
// meaning.

import { samples } from "#samples";

/** The day on which the samples say what they are for. */
const SAMPLED = "2026-11-22";
const DAY_MS = 86_400_000;

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const DOMAIN = "contoso.onmicrosoft.com";
const SUBSCRIPTION = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a0";

const GOOD = {
  userRole: "incentives-admin",
  customerTenantId: TENANT,
  customerDomain: DOMAIN,
  solutionArea: "business-applications",
  activity: "presales",
  purchaseChannel: "volume-licensing",
  product: "DYN365_ENTERPRISE_SALES",
  subscriptionId: `${SUBSCRIPTION}1`,
  partnerId: "5357564",
  competingPartner: "no",
  proofOfExecution: "ready",
};

const CHANGES = {
  good: {},
  csp: { product: "DYN365_BUSCENTRAL_ESSENTIAL", subscriptionId: `${SUBSCRIPTION}3` },
  presales: {
    solutionArea: "microsoft-365",
    product: "Teams",
    purchaseChannel: "",
    subscriptionId: "",
  },
  swapped: { customerTenantId: DOMAIN, customerDomain: TENANT },
  offer: { subscriptionId: "CFQ7TTC0LH18:0001:CFQ7TTC0K971" },
};

/** The partner's own locations. */
const PROFILE = "MPNId,AccountType,Enrolled\n5357564,Location,Yes\n";
const COLUMNS = { MPNId: "partner-id", AccountType: "account-kind", Enrolled: "enrolled" };

/**
 * The made-up customer Contoso with its exports; every example but `good` has one thing wrong.
 *
 * @param read the samples' texts, each by its name
 */
export async function example(id, read = samples) {
  const claim = { ...GOOD, ...CHANGES[id] };
  const files = [
    ["graph-subscriptions.json", { tenant: TENANT }],
    ["graph-subscribed-skus.json", {}],
    ["openid-contoso.json", { domain: DOMAIN }],
  ];
  const exports = await Promise.all(
    files.map(async ([name, answers]) => ({
      ...{ name, ...answers },
      data: datedFrom(await read[name](), today()),
    })),
  );
  /** What is put in, each with what is known of it. */
  const sources = exports.map(({ name, data, tenant, domain }) => [
    data,
    { name, ...(tenant && { tenantId: tenant }), ...(domain && { domain }) },
  ]);
  return { claim, sources: [...sources, [PROFILE, { name: "locations.csv", columns: COLUMNS }]] };
}

/** A sample as it would be on another day: every day in it is as far away as it was. */
function datedFrom(text, day) {
  const days = (Date.parse(day) - Date.parse(SAMPLED)) / DAY_MS;
  return text.replace(/\b\d{4}-\d\d-\d\d(?=T)/g, (own) => {
    const moved = new Date(Date.parse(own) + days * DAY_MS);
    return moved.toISOString().slice(0, SAMPLED.length);
  });
}

/** The caller's day, as the check has it. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
