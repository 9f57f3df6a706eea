// What holds for every claim and all evidence, each property by its name: given random choices, it
// tells what is wrong with one case, or nothing. `tests/properties.rs` tries the core alone, with
// damaged evidence and days.
import {
  adviseActivity,
  advisePartnerId,
  checkBatch,
  checkClaim,
  LOCALES,
  mergeEvidence,
} from "cpor-preflight";
import { CLAIM, drawn, TODAY } from "../oracle/cases.mjs";

const SEVERITIES = ["blocks", "warns", "informs"];
const FIELDS = Object.keys(CLAIM);
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Checks that only evidence lets pass. */
const SHOWN_ONLY = [
  "tenant-domain",
  "subscription-on-tenant",
  "subscription-dynamics",
  "subscription-not-csp",
  "subscription-provisioned",
  "subscription-status",
  "partner-id-enrolled",
  "partner-id-type",
];

/** Findings that more fields decide than they name: those that mending the field may take away. */
const DECIDED_TOO = {
  competingPartner: /^subscription-unverified$/,
  customerDomain: /^(evidence-contradiction|tenant-)/,
  customerTenantId: /^(evidence-contradiction|tenant-|subscription-|product-|competing-|own-)/,
  partnerId: /^evidence-contradiction$/,
  // A product that the tenant has not got is told instead of a subscription that is not listed.
  product: /^(product-|competing-|own-|subscription-(unverified|not-listed))/,
  solutionArea: /./,
  subscriptionId: /^(evidence-contradiction|tenant-|subscription-|product-|competing-)/,
};

export const PROPERTIES = {
  "any value of any type gets a report": (random) => {
    const report = checkClaim(wild(random, 3), wild(random, 4), wild(random, 2));
    return report.checks.length === 19 ? "" : "checks are missing";
  },
  "findings are sorted, each told once, and the verdict follows": (random) => {
    const { checks, findings, verdict } = told(drawn(random));
    const places = findings.map(({ severity }) => SEVERITIES.indexOf(severity));
    const texts = findings.map((finding) => JSON.stringify(finding));
    const unsure = checks.some(({ outcome }) => outcome === "unknown");
    const due = places.includes(0) ? "fix" : unsure ? "confirm" : "ready";
    if (places.some((place, at) => place < places[at - 1])) return "findings are out of order";
    return verdict !== due
      ? `verdict ${verdict}`
      : new Set(texts).size < texts.length
        ? "doubles"
        : "";
  },
  "the order of keys and rows does not matter": (random) => {
    const one = drawn(random);
    return difference(one, { ...one, claim: turned(one.claim), evidence: turned(one.evidence) });
  },
  "blanks around the values do not matter": (random) => {
    const one = drawn(random);
    return difference(one, {
      ...one,
      claim: mapped(one.claim, (text) => `\u00a0 ${text}\t\u200b`),
    });
  },
  "the case of GUIDs does not matter": (random) => guidsAs((guid) => guid.toUpperCase(), random),
  "hyphens of GUIDs do not matter": (random) => guidsAs((guid) => guid.replaceAll("-", ""), random),
  "braces around GUIDs do not matter": (random) => guidsAs((guid) => `{${guid}}`, random),
  "every language tells the same": (random) => {
    const one = drawn(random);
    const [first, ...others] = LOCALES.map((locale) => JSON.stringify(essence(told(one, locale))));
    return others.every((other) => other === first) ? "" : "languages differ";
  },
  "without evidence nothing passes that only evidence shows": (random) => {
    const { checks } = told({ ...drawn(random), evidence: {} });
    const passed = checks.filter(
      ({ id, outcome }) => outcome === "pass" && SHOWN_ONLY.includes(id),
    );
    return passed.map(({ id }) => `${id} passes`).join();
  },
  "true evidence beside it leaves a pass a pass": (random) => {
    const one = drawn(random);
    const part = random.of(Object.keys(one.evidence).concat("associations"));
    const rows = one.evidence[part] ?? [];
    const more = rows.length > 0 && random.oneIn(2) ? { ...random.of(rows) } : UNRELATED[part];
    const richer = told({ ...one, evidence: { ...one.evidence, [part]: [...rows, more] } });
    const lost = told(one).checks.filter(
      ({ outcome }, at) => outcome === "pass" && richer.checks[at].outcome !== "pass",
    );
    return lost.map(({ id }) => `${id} no longer passes`).join();
  },
  "mending a field takes away only what it decides": (random) => {
    const one = drawn(random);
    const field = random.of(FIELDS);
    const mended = { ...one.claim, [field]: CLAIM[field] };
    if (field === "partnerId") delete mended.mpnId;
    const after = told({ ...one, claim: mended }).findings.map(key);
    const gone = told(one).findings.filter((finding) => !after.includes(key(finding)));
    const odd = gone.filter(
      ({ code, fields }) => !fields.includes(field) && !DECIDED_TOO[field]?.test(code),
    );
    return odd.map(({ code }) => `${field} takes away ${code}`).join();
  },
  "a claim filled from the guides has the right activity and Partner ID": (random) => {
    const { ruleset, claim, evidence } = drawn(random);
    const answers = { solutionArea: random.of(["business-applications", "microsoft-365"]) };
    answers.purchaseChannel = random.of(["volume-licensing", "web-direct", undefined]);
    answers.contribution = random.of([
      "influenced-purchase",
      "drives-usage",
      "business-influencer",
    ]);
    answers.seeksPayment = random.of(["yes", "no", undefined]);
    const { activity } = adviseActivity(answers, { ruleset });
    const { partnerId } = advisePartnerId(evidence.partnerIds ?? [], answers, { ruleset });
    const filled = { ...claim, ...answers };
    if (activity) filled.activity = activity;
    if (partnerId) Object.assign(filled, { partnerId, mpnId: undefined });
    const { findings } = told({ ruleset, evidence, claim: filled });
    const codes = findings.map(({ code }) => code);
    if (activity && codes.some((code) => /^activity-/.test(code))) return `${activity} is wrong`;
    const about = /^partner-id-(missing|malformed|wrong|not-enrolled|global|partner-type)/;
    return partnerId && codes.some((code) => about.test(code)) ? `${partnerId} is wrong` : "";
  },
  "joining evidence is free of order, and twice is as once": (random) => {
    const [a, b] = [drawn(random).evidence, drawn(random).evidence];
    const joined = JSON.stringify(mergeEvidence(a, b));
    if (joined !== JSON.stringify(mergeEvidence(b, a))) return "the order matters";
    const again = [mergeEvidence(JSON.parse(joined), a), mergeEvidence(b, JSON.parse(joined))];
    return again.every((one) => JSON.stringify(one) === joined) ? "" : "joining again changes it";
  },
  "what was understood is read again as the same": (random) => {
    const one = drawn(random);
    const { product, ...understood } = told(one).understood;
    const { mpnId, partnerId = mpnId, ...claim } = one.claim;
    return difference(one, { ...one, claim: { ...claim, partnerId, ...understood } });
  },
  "a file of claims gets the answers of each claim": (random) => {
    const { ruleset, evidence } = drawn(random);
    const claim = mapped(drawn(random).claim, String);
    const columns = Object.keys(claim).filter((field) => typeof claim[field] === "string");
    const line = (cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join();
    const csv = [line(columns), line(columns.map((field) => claim[field]))].join("\n");
    const file = checkBatch(csv, evidence, { ruleset, today: TODAY });
    const row = Object.fromEntries(columns.map((field) => [field, claim[field]]));
    const { findings, verdict } = told({ ruleset, evidence, claim: row });
    // A row names a code once for each field.
    const codes = (list) => [...new Set(list.map(({ code }) => code))].sort().join();
    if (file.verdicts[verdict] !== 1)
      return `verdict ${JSON.stringify(file.verdicts)}, not ${verdict}`;
    return codes(file.findings) === codes(findings)
      ? ""
      : `${codes(file.findings)} / ${codes(findings)}`;
  },
};

const ELSEWHERE = "5f0e9d3c-1b7a-4c64-8d2e-6a9b0c1d2e3f";
const UNRELATED = {
  tenants: { tenantId: ELSEWHERE, domains: ["elsewhere.example"], source: "look-up" },
  subscriptions: {
    id: "5f0e9d3c-1b7a-4c64-8d2e-6a9b0c1d2e40",
    tenantId: ELSEWHERE,
    status: "active",
  },
  partnerIds: { id: "6363276", kind: "location", enrolled: true },
  associations: { tenantId: ELSEWHERE, holder: "other-partner", product: CLAIM.product },
  unresolvedDomains: { domain: "nowhere.example", reason: "not-found" },
};

const told = ({ claim, evidence, ruleset }, locale = "en") =>
  checkClaim(claim, evidence, { ruleset, locale, today: TODAY });

const key = ({ code, fields, params }) => JSON.stringify([code, fields, params]);

/** All of a report that is not in words. */
const essence = ({ verdict, checks, findings }) => [verdict, checks, findings.map(key).sort()];

function difference(one, other) {
  const [a, b] = [one, other].map((each) => essence(told(each)));
  if (JSON.stringify(a) === JSON.stringify(b)) return "";
  const only = (x, y) =>
    x
      .flat()
      .map((line) => JSON.stringify(line))
      .filter((line) => !JSON.stringify(y).includes(line));
  return `${only(a, b)} / ${only(b, a)}`;
}

function guidsAs(change, random) {
  const one = drawn(random);
  const changed = (text) => (GUID.test(text) ? change(text) : text);
  return difference(one, {
    ...one,
    claim: mapped(one.claim, changed),
    evidence: mapped(one.evidence, changed),
  });
}

/** With every text changed, at any depth. */
function mapped(value, change) {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((each) => mapped(each, change));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, mapped(each, change)]),
  );
}

/** With keys and rows from last to first, at any depth. */
function turned(value) {
  if (Array.isArray(value)) return value.map(turned).reverse();
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, each]) => [name, turned(each)])
      .reverse(),
  );
}

/** Anything: what JSON has, and what it has not. */
function wild(random, depth) {
  const names = [
    ...FIELDS,
    "tenants",
    "subscriptions",
    "id",
    "domains",
    "__proto__",
    "ruleset",
    "today",
  ];
  const leaves = [
    null,
    undefined,
    0,
    -1,
    Number.NaN,
    1e308,
    true,
    "",
    "\ud800",
    "x".repeat(99),
    7n,
    Symbol.iterator,
    Date,
  ];
  const list = () => Array.from({ length: random.below(4) }, () => wild(random, depth - 1));
  const object = () => Object.fromEntries(list().map((each) => [random.of(names), each]));
  return depth === 0 || random.oneIn(4) ? random.of(leaves) : random.oneIn(3) ? list() : object();
}
