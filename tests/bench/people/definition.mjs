// The form that everybody builds: the thirteen fields of a claim in the library's words, with the rules that
// every form library can express.
import { PATTERNS } from "../rules/forms.mjs";

/** Wrong texts, each with the message that everybody has to show for it first. */
export const WRONG = {
  customerTenantId: "3f1c7a52-9b0e",
  customerDomain: "contoso..com",
  partnerId: "12ab",
};

/** A claim in order. */
const FILLED = {
  userRole: "incentives-admin",
  customerTenantId: "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
  customerDomain: "contoso.com",
  solutionArea: "business-applications",
  activity: "presales",
  purchaseChannel: "volume-licensing",
  product: "Dynamics 365 Sales",
  subscriptionId: "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
  partnerId: "5357564",
  ownTenantId: "b6a8c4de-15f2-4f39-a0c7-93d1e2f4a5b6",
  competingPartner: "no",
  proofOfExecution: "ready",
  submittedOn: "2026-11-20",
};
const OPTIONAL = ["purchaseChannel", "subscriptionId", "ownTenantId", "submittedOn"];

/** `{ fields, notInArea, filled }`: plain data; patterns of optional fields allow nothing, too. */
export function definition(core) {
  const said = (claim) => {
    const all = new Map();
    for (const { fields, what } of core.checkClaim(claim, {}, { locale: "en" }).findings)
      if (!all.has(fields[0])) all.set(fields[0], what);
    return all;
  };
  const missing = said({ solutionArea: "microsoft-365" });
  const malformed = said({
    ...WRONG,
    subscriptionId: "3f1c7a52-9b0e",
    ownTenantId: "?1",
    submittedOn: "soon",
  });
  const fields = core
    .describe({ locale: "en" })
    .fields.map(({ name, label, hint, type, options }) => {
      const isRequired = !OPTIONAL.includes(name);
      return {
        ...{ name, label, hint, type, isRequired },
        options: options.map(({ value, label: text }) => ({ value, label: text })),
        pattern: PATTERNS[name] && (isRequired ? PATTERNS[name] : `^$|${PATTERNS[name]}`),
        missing: missing.get(name) ?? `Enter: ${label}.`,
        malformed: malformed.get(name),
      };
    });
  const notInArea = said({ solutionArea: "microsoft-365", activity: "presales" }).get("activity");
  return { fields, notInArea, filled: FILLED };
}
