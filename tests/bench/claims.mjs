// The claims that contenders check: those of the scenarios, each with its evidence, and claims from a
// seeded generator, each about another customer, with evidence about all of them.
import { readFile } from "node:fs/promises";
import { filesUnder, inRoot } from "../../scripts/tools.mjs";
import { numbers } from "./rounds.mjs";

export const TODAY = "2026-11-22";

/**
 * `[{ title, claim, evidence }]` of the scenarios that any validator can be given: those that bring
 * claims or options of the wrong type, or another rule set, are left out.
 */
async function scenarioClaims(library) {
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

/**
 * With evidence as the core reads it: what it cannot read, no peer has to. Nor need they know of members
 * that claims do not have, or have under another name.
 */
export async function readableScenarios(core) {
  const scenarios = await scenarioClaims(core);
  const isRead = ({ title, claim, evidence }) => {
    if ("mpnId" in claim || BEYOND.includes(title)) return false;
    const { findings } = core.checkClaim(claim, evidence, { ruleset: "2020-06", today: TODAY });
    const problems = ["evidence-malformed", "unknown-field"];
    return !findings.some(({ code }) => problems.includes(code));
  };
  return scenarios
    .filter(isRead)
    .map(({ evidence, ...rest }) => ({ ...rest, evidence: core.mergeEvidence(evidence, {}) }));
}

/** Scenarios of what the core makes of a mistyped text or an address, which no validator is asked for. */
const BEYOND = [
  "product.md: The domain ends almost like onmicrosoft.com",
  "product.md: A domain of the internal network",
  "product.md: The name of the product is misspelt",
  "product.md: The address of a portal",
  "product.md: The address of the portal names the domain",
];

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

/** Customers of one partner, the same in every run. */
export function customers(count, seed = 20_261_122) {
  const random = numbers(seed);
  return Array.from({ length: count }, (_, at) => {
    const name = `${random.pick(NAMES)}-${at}`;
    const tenantId = guid(random);
    return {
      ...{ at, tenantId, domain: `${name}${random.pick([".com", ".de", ".example.org"])}` },
      subscriptions: SUBSCRIPTIONS.map((one) => ({ id: guid(random), tenantId, ...one })),
    };
  });
}

/** What exports and the look-up show of them, and the partner's own IDs and claims. */
export function evidenceAbout(library, customers) {
  const own = customers.filter(({ at }) => at % 7 === 3);
  const others = customers.filter(({ at }) => at % 11 === 5);
  const evidence = {
    tenants: customers.map(({ tenantId, domain }) => ({
      ...{ tenantId, source: "look-up", domains: [domain, `mail.${domain}`] },
    })),
    subscriptions: customers.flatMap(({ subscriptions }) => subscriptions),
    partnerIds: [
      { id: "5357564", kind: "location", enrolled: true },
      { id: "4391507", kind: "global-account", enrolled: false },
    ],
    associations: [
      ...own.map(({ tenantId, subscriptions: [first] }) => ({
        ...{ tenantId, subscriptionId: first.id, holder: "us", status: "Approved" },
        ...{ activity: "revenue-association", product: "Dynamics 365 Sales" },
      })),
      ...others.map(({ tenantId }) => ({
        ...{ tenantId, holder: "other-partner", status: "Approved", product: "Business Central" },
      })),
    ],
  };
  return library.mergeEvidence(evidence, {});
}

/** A claim for each customer that nothing is wrong with, and the same with one and with five fields wrong. */
export function generatedClaims(customers, seed = 20_261_122) {
  const random = numbers(seed);
  const good = customers.map((customer) => goodClaim(customer, random));
  const with_ = (faults) =>
    good.map((claim, at) => {
      const [customer, other] = [customers[at], customers[(at + 1) % customers.length]];
      const ways = faultsOf(customer, other);
      const open = Object.keys(ways).filter((field) => field in claim);
      const faulty = { ...claim };
      for (let left = faults; left > 0; left -= 1) {
        const [field] = open.splice(random.below(open.length), 1);
        faulty[field] = random.pick(ways[field]);
      }
      return faulty;
    });
  return { good, "1 fault": with_(1), "5 faults": with_(5) };
}

const NAMES = ["contoso", "fabrikam", "northwind", "adatum", "litware", "proseware"];
const PARTNER = "b6a8c4de-15f2-4f39-a0c7-93d1e2f4a5b6";
const [SALES, FINANCE, CENTRAL, SERVICE, SUITE] = [
  "1e1a282c-9c54-43a2-9310-98ef728faace",
  "55c9eb4e-c746-45b4-b255-9ab6b19d5c62",
  "2880026b-2b0c-4251-8656-5d41ff11e3aa",
  "99049c9c-6011-4908-bf17-15f496e6519d",
  "06ebc4ee-1bb5-47dd-8120-11324bc54e06",
];
const ACTIVE = { status: "active", provisioning: "provisioned", createdOn: "2025-11-03" };

/** Every customer's: the first can be claimed, each other one has something of its own. */
const SUBSCRIPTIONS = [
  { skuId: SALES, ...ACTIVE, endsOn: "2027-11-03" },
  { skuId: FINANCE, ...ACTIVE, status: "in-grace", endsOn: "2026-12-10" },
  { skuId: CENTRAL, ...ACTIVE, ownerTenantId: PARTNER },
  { skuId: SERVICE, ...ACTIVE, provisioning: "pending" },
  { skuId: SUITE, ...ACTIVE },
  { skuId: SALES, ...ACTIVE, status: "suspended" },
];

function guid({ below }) {
  const digits = Array.from({ length: 8 }, () => below(65_536).toString(16).padStart(4, "0"));
  return digits.join("").replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}

function goodClaim({ tenantId, domain, subscriptions: [first] }, { pick, below }) {
  const common = {
    userRole: pick(["incentives-admin", "global-admin", "billing-admin"]),
    customerTenantId: pick([tenantId, tenantId.toUpperCase(), `{${tenantId}}`]),
    customerDomain: pick([domain, `https://${domain}/`, `anna@mail.${domain}`]),
  };
  const last = {
    partnerId: "5357564",
    competingPartner: "no",
    proofOfExecution: "ready",
    submittedOn: `2026-11-${10 + below(12)}`,
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
    subscriptionId: first.id,
    ...last,
  };
}

/** Ways to be wrong, by field. */
function faultsOf({ tenantId, domain, subscriptions }, other) {
  const [, ...others] = subscriptions.map(({ id }) => id);
  return {
    userRole: ["other", ""],
    customerTenantId: [
      ...["", tenantId.slice(0, 13), domain, "common", `${tenantId}00`, "CFQ7TTC0LH18"],
      other.tenantId,
    ],
    customerDomain: ["", "contoso..com", "gmail.com", tenantId, other.domain, "münchen.de"],
    solutionArea: ["", "azure"],
    activity: ["", "revenue-association"],
    purchaseChannel: ["csp", "unknown", "", "shop"],
    product: ["DYN365_FINANCE", "Dynamics 365 Business Central", "", "Microsoft 365 E5"],
    subscriptionId: [
      ...others,
      ...["", "CFQ7TTC0LH18:0001:CFQ7TTC0K971", tenantId, other.subscriptions[0].id],
    ],
    partnerId: ["", "12ab", "123", "4391507", "anna@contoso.com"],
    competingPartner: ["yes", "unknown"],
    proofOfExecution: ["missing", ""],
    submittedOn: ["soon", "2026-02-30", "2026-12-24"],
  };
}
