/** What every consumer asks. */
export const asked = [
  {
    userRole: "billing-admin",
    customerTenantId: "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
    customerDomain: "münchen.de",
    solutionArea: "business-applications",
    activity: "usage",
    purchaseChannel: "csp",
    product: "DYN365_ENTERPRISE_SALES",
    mpnId: "5357564",
  },
  { partnerIds: [{ id: "5357564", kind: "location", enrolled: true }] },
  { ruleset: "2020-06", locale: "de", today: "2026-11-22" },
];

/** Keeps the answers, or why there are none, where the test finds them. */
export function told(answers) {
  answers().then(
    (reports) => {
      globalThis.told = reports.map((report) => JSON.stringify(report));
    },
    (error) => {
      globalThis.told = [String(error)];
    },
  );
}
