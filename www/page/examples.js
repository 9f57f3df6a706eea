import { samples } from "#samples";

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

/** The made-up customer Contoso with its exports; every example but `good` has one thing wrong. */
export async function example(id) {
  const claim = { ...GOOD, ...CHANGES[id] };
  const files = [
    ["graph-subscriptions.json", { tenant: TENANT }],
    ["graph-subscribed-skus.json", {}],
    ["openid-contoso.json", { domain: DOMAIN }],
  ];
  return {
    claim,
    typed: { ...claim },
    exports: await Promise.all(
      files.map(async ([name, answers]) => ({ name, data: await samples[name](), ...answers })),
    ),
    partnerIds: [{ id: "5357564", kind: "location", enrolled: "yes" }],
  };
}
