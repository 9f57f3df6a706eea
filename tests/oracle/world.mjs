// The claim that is in order, the evidence that shows it, and the choices that a person has.

export const TODAY = "2026-11-22";
export const EDITIONS = ["2020-06", "2023-10"];
export const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
export const OTHER = "7d20f7b1-6a54-4d0b-9c38-0f6f6a1b2c3d";
export const OWN = "b6a8c4de-15f2-4f39-a0c7-93d1e2f4a5b6";
export const ID = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
export const COMMERCE = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a09";
export const SECOND = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02";
export const SALES = "1e1a282c-9c54-43a2-9310-98ef728faace";
export const FINANCE = "55c9eb4e-c746-45b4-b255-9ab6b19d5c62";
export const BUILDER = "d2dea78b-507c-4e56-b400-39447f4738f8"; // Power Platform
export const PHONE = "e4654015-5daf-4a48-9b37-4f309dddd88b"; // not Business Applications
export const NOWHERE = "1e1a282c-9c54-43a2-9310-98ef728faacf"; // in no table
export const PARTNER = "5357564";

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
export const SUBSCRIPTION = {
  id: ID,
  commerceSubscriptionId: COMMERCE,
  tenantId: TENANT,
  skuId: SALES,
  status: "active",
  channel: "volume-licensing",
  provisioning: "provisioned",
};
export const GOOD = {
  tenants: [{ tenantId: TENANT, domains: ["contoso.com"], source: "look-up" }],
  subscriptions: [SUBSCRIPTION],
  partnerIds: [{ id: PARTNER, kind: "location", enrolled: true }],
};

export const areas = ["business-applications", "microsoft-365", undefined];
export const activities = ["presales", "usage", "revenue-association", undefined];
export const channels = ["volume-licensing", "web-direct", "csp", "other", "unknown", undefined];
export const roles = ["global-admin", "billing-admin", "incentives-admin", "other", undefined];
export const statuses =
  "active in-grace suspended deleted locked-out expired disabled pending unknown".split(" ");
