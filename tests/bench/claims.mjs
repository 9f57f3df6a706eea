// The claims that contenders check: those of the scenarios, each with its evidence, and claims from a
// seeded generator over one customer's evidence.
import { readFile } from "node:fs/promises";
import { filesUnder, inRoot } from "../../scripts/tools.mjs";
import { numbers } from "./rounds.mjs";

export const TODAY = "2026-11-22";

/**
 * `[{ title, claim, evidence }]` of the scenarios that any validator can be given: those that bring
 * claims or options of the wrong type, or another rule set, are left out.
 */
export async function scenarioClaims(library) {
  const claims = [];
  for (const name of await filesUnder(inRoot("tests", "scenarios"))) {
    const text = await readFile(inRoot("tests", "scenarios", name), "utf8");
    const [start, ...sections] = text.split("\n## ");
    const common = read(start);
    for (const section of sections) {
      const own = read(section);
      if (own.isSpecial) continue;
      const sources = own.sources.includes("none") ? [] : [...common.sources, ...own.sources];
      const evidence = await evidenceOf(library, sources);
      const claim = { ...common.claim, ...own.claim };
      claims.push({ title: `${name}: ${section.split("\n")[0]}`, claim, evidence });
    }
  }
  return claims;
}

/** A scenario's part of claim and evidence. */
function read(section) {
  const claim = {};
  const sources = [];
  for (const [, field, value] of section.matchAll(/^\| (\w+) \| ?(.*?) ?\|$/gm)) {
    if (field !== "field") claim[field] = value.replace(/^`(.*)`$/, "$1");
  }
  for (const [, source] of section.matchAll(/^Evidence: (.+)$/gm)) sources.push(source);
  for (const [, json] of section.matchAll(/^```json evidence\n([\s\S]*?)^```/gm))
    sources.push({ json });
  return { claim, sources, isSpecial: /^```json (claim|options)/m.test(section) };
}

async function evidenceOf(library, sources) {
  const parts = sources.map(async (source) => {
    if (source.json) return JSON.parse(source.json);
    const [, name, tenantId, domain] =
      /^(\S+)(?: from tenant (\S+))?(?: for domain (\S+))?$/.exec(source) ?? [];
    const text = await readFile(inRoot("tests", "samples", name), "utf8");
    return library.readEvidence(text, { name, tenantId, domain }).evidence;
  });
  const [first = {}, ...others] = await Promise.all(parts);
  return others.reduce((all, part) => library.mergeEvidence(all, part), first);
}

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SUBSCRIPTION = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a0";

/** What the generated claims' evidence is: the sample customer's exports, and the partner's own IDs. */
export function commonEvidence(library) {
  return evidenceOf(library, [
    `graph-subscriptions.json from tenant ${TENANT}`,
    "openid-contoso.json for domain contoso.com",
    { json: '{"partnerIds":[{"id":"5357564","kind":"location","enrolled":true}]}' },
  ]);
}

/** Claims that nothing is wrong with, and the same with one and with five fields wrong. */
export function generatedClaims(count, seed = 20_261_122) {
  const random = numbers(seed);
  const good = Array.from({ length: count }, () => goodClaim(random));
  const with_ = (faults) =>
    good.map((claim) => {
      const open = Object.keys(FAULTS).filter((field) => field in claim);
      const faulty = { ...claim };
      for (let left = faults; left > 0; left -= 1) {
        const [field] = open.splice(random.below(open.length), 1);
        faulty[field] = random.pick(FAULTS[field]);
      }
      return faulty;
    });
  return { good, "1 fault": with_(1), "5 faults": with_(5) };
}

function goodClaim({ pick, below }) {
  const common = {
    userRole: pick(["incentives-admin", "global-admin", "billing-admin"]),
    customerTenantId: pick([TENANT, TENANT.toUpperCase(), `{${TENANT}}`]),
    customerDomain: pick(["contoso.com", "https://contoso.com/", "anna@contoso.com"]),
  };
  const last = {
    partnerId: "5357564",
    competingPartner: "no",
    proofOfExecution: "ready",
    submittedOn: `2026-12-${10 + below(20)}`,
  };
  if (below(4) === 0) {
    const product = pick(["Teams", "Exchange Online", "SharePoint"]);
    return { ...common, solutionArea: "microsoft-365", activity: "usage", product, ...last };
  }
  return {
    ...common,
    solutionArea: "business-applications",
    activity: pick(["presales", "usage"]),
    purchaseChannel: pick(["volume-licensing", "web-direct"]),
    product: pick(["DYN365_ENTERPRISE_SALES", "Dynamics 365 Sales", "dynamics 365 for sales"]),
    subscriptionId: `${SUBSCRIPTION}1`,
    ...last,
  };
}

/** Ways to be wrong, by field. */
const FAULTS = {
  userRole: ["other", ""],
  customerTenantId: ["", "3f1c7a52-9b0e", "contoso.com", "common", `${TENANT}00`, "CFQ7TTC0LH18"],
  customerDomain: ["", "contoso..com", "gmail.com", TENANT, "fabrikam.com", "münchen.de"],
  solutionArea: ["", "azure"],
  activity: ["", "revenue-association"],
  purchaseChannel: ["csp", "unknown", "", "shop"],
  product: ["DYN365_FINANCE", "Dynamics 365 Business Central", ""],
  subscriptionId: [2, 3, 4, 5, 6, 9]
    .map((n) => SUBSCRIPTION + n)
    .concat("", "CFQ7TTC0LH18:0001:CFQ7TTC0K971", TENANT),
  partnerId: ["", "12ab", "123", "4391507", "anna@contoso.com"],
  competingPartner: ["yes", "unknown"],
  proofOfExecution: ["missing", ""],
  submittedOn: ["22.11.2026", "2026-02-30"],
};
