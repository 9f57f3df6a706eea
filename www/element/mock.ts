// Outcomes on demand, for the host's own tests.

import { rewordedReport } from "./overrides.js";
import type { CheckClaim, Messages } from "./types.js";

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const PARTNER = "5357564";
const READY = {
  userRole: "incentives-admin",
  customerTenantId: TENANT,
  customerDomain: "contoso.onmicrosoft.com",
  solutionArea: "microsoft-365",
  activity: "usage",
  product: "Teams",
  partnerId: PARTNER,
  competingPartner: "no",
  proofOfExecution: "ready",
};
const EVIDENCE = {
  tenants: [{ tenantId: TENANT, domains: ["contoso.onmicrosoft.com"] }],
  partnerIds: [{ id: PARTNER, kind: "location", enrolled: true }],
};
const CLAIMS: Partial<Record<string, [claim: object, evidence: object]>> = {
  ready: [READY, EVIDENCE],
  confirm: [READY, {}],
  fix: [{ ...READY, customerTenantId: "contoso.onmicrosoft.com" }, EVIDENCE],
};

/** The library's check in the host's texts. With `mock`, it checks a claim with this outcome instead. */
export function mocked(mock: string, checkClaim: CheckClaim, messages: Messages): CheckClaim {
  return (claim, evidence, options) => {
    const [mockClaim, mockEvidence] = CLAIMS[mock] ?? [claim, evidence];
    const report = checkClaim(mockClaim, mockEvidence, options);
    return rewordedReport(report, messages);
  };
}
