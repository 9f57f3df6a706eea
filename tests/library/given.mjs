// The claim and the evidence that tests of the library begin with.
import { readFileSync } from "node:fs";

export const CONTOSO = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
export const SUBSCRIPTION = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
export const TODAY = "2026-11-22";
export const OPTIONS = { ruleset: "2020-06", locale: "en", today: TODAY };
export const CLAIM = {
  userRole: "incentives-admin",
  customerTenantId: CONTOSO,
  customerDomain: "contoso.com",
  solutionArea: "business-applications",
  activity: "usage",
  purchaseChannel: "volume-licensing",
  product: "DYN365_ENTERPRISE_SALES",
  subscriptionId: SUBSCRIPTION,
  partnerId: "5357564",
  competingPartner: "no",
  proofOfExecution: "ready",
};
export const EVIDENCE = {
  tenants: [{ tenantId: CONTOSO, domains: ["contoso.com"], source: "look-up" }],
  subscriptions: [
    {
      id: SUBSCRIPTION,
      tenantId: CONTOSO,
      skuId: "1e1a282c-9c54-43a2-9310-98ef728faace",
      status: "active",
      channel: "volume-licensing",
      provisioning: "provisioned",
    },
  ],
  partnerIds: [{ id: "5357564", kind: "location", enrolled: true }],
};
export const CANDIDATES = EVIDENCE.partnerIds;
export const SAMPLE = sample("graph-subscriptions.json");

export function sample(name) {
  return readFileSync(new URL(`../samples/${name}`, import.meta.url), "utf8");
}

export function codesOf(report) {
  return report.findings.map(({ code }) => code);
}

export function outcome(report, check) {
  return report.checks.find(({ id }) => id === check).outcome;
}
