// What holds for every claim and all evidence, each property by its name: given random choices, it
// tells what is wrong with one case, or nothing. `tests/properties.rs` tries the core alone, with
// damaged evidence and days.
import * as library from "cpor-preflight";
import { CLAIM, drawn, TODAY } from "../oracle/cases.mjs";
import { part, truth } from "./truth.mjs";

const { LOCALES } = library;
let subject = library;
const adviseActivity = (...given) => subject.adviseActivity(...given);
const advisePartnerId = (...given) => subject.advisePartnerId(...given);
const checkBatch = (...given) => subject.checkBatch(...given);
const openBatch = (...given) => subject.openBatch(...given);
const checkClaim = (...given) => subject.checkClaim(...given);
const classifyIdentifier = (...given) => subject.classifyIdentifier(...given);
const mergeEvidence = (...given) => subject.mergeEvidence(...given);

/** Acts while the properties are asked of a library in which these functions are others. */
export function withFaults(faults, act) {
  subject = { ...library, ...faults };
  try {
    return act();
  } finally {
    subject = library;
  }
}

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
  "adding true evidence never turns a pass into unknown": (random) => {
    const { all, one, more } = growing(random);
    const after = told(more).checks;
    // Once an ID is known to be no subscription’s, nothing is asked about the subscription.
    const isNone = after.some(({ id, outcome }) => id === "subscription-id" && outcome === "fail");
    const lost = told(one).checks.filter(
      ({ id, outcome }, at) =>
        outcome === "pass" &&
        after[at].outcome === "unknown" &&
        !(isNone && id === "subscription-unclaimed"),
    );
    return lost.map(({ id }) => `${id} is open with ${JSON.stringify(all)}`).join();
  },
  "removing evidence never turns unknown or fail into a pass": (random) => {
    const { one: less, more } = growing(random);
    return gained(told(more), told(less), ({ id }, codes) => STOOD_IN_THE_WAY[id]?.test(codes));
  },
  "removing any of what contradicts itself never turns unknown or fail into a pass": (random) => {
    const one = drawn(random);
    const evidence = part(one.evidence, random);
    const before = told(one);
    const sayings = before.findings.map(({ code, params: { part, field } }) =>
      code === "evidence-contradiction" ? `${part} ${field}` : code,
    );
    // An ID decides before the part number beside it, and “active” is doubted once the term is over.
    const text = JSON.stringify(one.evidence);
    const doubts = { "subscription-dynamics": "skuPartNumber", "subscription-status": "endsOn" };
    return gained(
      before,
      told({ ...one, evidence }),
      ({ id }, codes) =>
        STOOD_IN_THE_WAY[id]?.test(codes) ||
        ABOUT[id]?.test(sayings) ||
        (doubts[id] && text.includes(doubts[id])),
    );
  },
  "another source of the same day never turns a fail into a pass": (random) => {
    const one = drawn(random);
    const other = drawn(random).evidence;
    const undated = (evidence) =>
      JSON.parse(JSON.stringify(evidence, (name, value) => (name === "asOf" ? undefined : value)));
    const evidence = undated(one.evidence);
    const before = told({ ...one, evidence });
    const after = told({ ...one, evidence: mergeEvidence(evidence, undated(other)) });
    const isOpen = evidence.associations?.some(({ status }) => !status);
    const codes = before.findings
      .map(({ code }) => code)
      .concat(isOpen ? "claim-of-no-status" : [])
      .join();
    const turned = before.checks.filter(
      ({ id, outcome }, at) =>
        outcome === "fail" && after.checks[at].outcome === "pass" && !LEARNT[id]?.test(codes),
    );
    return turned.map(({ id }) => `${id} passes with ${JSON.stringify(other)}`).join();
  },
  "making one value of evidence unreadable never turns unknown or fail into a pass": (random) => {
    const one = drawn(random);
    const spoiled = withUnreadable(one.evidence, random, true);
    if (!spoiled) return "";
    return worse(one, spoiled.evidence) || untold(one, spoiled.evidence);
  },
  "adding an unreadable member makes nothing better, and is told": (random) => {
    const one = drawn(random);
    const spoiled = withUnreadable(one.evidence, random, false);
    if (!spoiled) return "";
    const rank = ({ outcome }) => ["fail", "unknown", "pass", "not-applicable"].indexOf(outcome);
    const before = told(one).checks;
    const after = told({ ...one, evidence: spoiled.evidence }).checks;
    const better = after.filter((check, at) => rank(check) > rank(before[at]));
    return (
      better.map(({ id, outcome }) => `${spoiled.name}: ${id} is ${outcome}`).join() ||
      untold(one, spoiled.evidence)
    );
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
    const [a, b, c] = [drawn(random).evidence, drawn(random).evidence, drawn(random).evidence];
    const joined = JSON.stringify(mergeEvidence(a, b));
    const differs = (...list) => list.some((one) => JSON.stringify(one) !== joined);
    if (differs(mergeEvidence(b, a))) return "the order matters";
    const both = JSON.parse(joined);
    if (differs(mergeEvidence(both, a), mergeEvidence(b, both), mergeEvidence(both, both)))
      return "joining again changes it";
    const three = [mergeEvidence(both, c), mergeEvidence(a, mergeEvidence(c, b))];
    return JSON.stringify(three[0]) === JSON.stringify(three[1])
      ? ""
      : "it matters which come first";
  },
  "joined evidence is told the same as both together": (random) => {
    const one = drawn(random);
    const other = drawn(random).evidence;
    const together = {};
    for (const name of [...Object.keys(one.evidence), ...Object.keys(other)])
      together[name] = [...(one.evidence[name] ?? []), ...(other[name] ?? [])];
    const joined = { ...one, evidence: mergeEvidence(one.evidence, other) };
    return difference({ ...one, evidence: together }, joined);
  },
  "the value of an identifier is read as itself": (random) => {
    const { claim, evidence } = drawn(random);
    const { kind, value } = classifyIdentifier(random.of(Object.values(claim)), evidence);
    // Of an address, the value is its domain alone.
    if (value === "" || ["email", "url"].includes(kind)) return "";
    const again = classifyIdentifier(value, evidence);
    return again.kind === kind && again.value === value ? "" : `${value}: ${kind}, ${again.kind}`;
  },
  "what was understood is read again as the same": (random) => {
    const one = drawn(random);
    const { product, ...understood } = told(one).understood;
    const { mpnId, partnerId = mpnId, ...claim } = one.claim;
    return difference(one, { ...one, claim: { ...claim, partnerId, ...understood } });
  },
  "a file of claims gets the same answers whatever its columns, pieces and buffers": (random) => {
    const { ruleset, evidence } = drawn(random);
    const claims = Array.from({ length: 4 }, () => mapped(drawn(random).claim, String));
    const isText = (field) => claims.some((claim) => typeof claim[field] === "string");
    const all = [...new Set(claims.flatMap(Object.keys))].filter(isText);
    const columns = all.map((field) => [random.below(1e6), field]).sort(([a], [b]) => a - b);
    const names = columns.map(([, field]) => field);
    const [delimiter, end] = [random.of([",", ";", "\t"]), random.of(["\n", "\r\n"])];
    const line = (cells) =>
      cells
        .map((cell) => `"${typeof cell === "string" ? cell.replaceAll('"', '""') : ""}"`)
        .join(delimiter);
    const lines = [line(names), ...claims.map((claim) => line(names.map((name) => claim[name])))];
    const file = Buffer.from(
      `${random.of(["", "\ufeff"])}${lines.join(end)}${random.of(["", end])}`,
    );
    const rows = [];
    const batch = openBatch(evidence, {
      ...{ ruleset, today: TODAY },
      onRows: (some) => rows.push(...some),
    });
    // One buffer for all pieces, as streams may have it.
    const buffer = Buffer.alloc(20 + random.below(400));
    for (let at = 0; at < file.length; at += buffer.length) {
      const length = file.copy(buffer, 0, at);
      batch.push(buffer.subarray(0, length));
      buffer.fill("x");
    }
    batch.end();
    const across = ["duplicate-in-file", "subscription-under-two-tenants"];
    const odd = claims.map((claim, at) => {
      const text = ([name]) => names.includes(name) && typeof claim[name] === "string";
      const alone = Object.fromEntries(Object.entries(claim).filter(text));
      const { findings, verdict } = told({ ruleset, evidence, claim: alone });
      const due = [verdict, ...new Set(findings.map(({ code }) => code))].sort().join();
      const found = rows[at]?.codes.filter((code) => !across.includes(code)) ?? [];
      const own = [rows[at]?.verdict, ...found].sort().join();
      // A row without any text is no claim.
      const isBlank = Object.values(alone).every((value) => value.trim() === "");
      return own === due || isBlank ? "" : `row ${at + 1}: ${own} / ${due}`;
    });
    return odd.filter(Boolean).join();
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

/**
 * What the evidence said against a check that otherwise passes on the person's word, on the form of an
 * identifier, or on another row: without it, nothing speaks against it any more.
 */
const STOOD_IN_THE_WAY = {
  "tenant-id": /tenant-id-wrong-kind/,
  "subscription-id": /subscription-id-wrong-kind/,
  "subscription-on-tenant": /product-not-on-tenant/,
  "subscription-unclaimed": /subscription-already-claimed|subscription-id-wrong-kind/,
  // No special type is the usual one.
  "partner-id-type": /partner-id-partner-type/,
  "competing-claim": /competing-claim|own-claim-exists/,
};

/** The facts that decide a check; where sources contradict each other, one of them may be removed. */
const ABOUT = {
  "tenant-domain": /tenants domains|tenant-other-cloud|tenant-id-wrong-kind/,
  "subscription-on-tenant": /subscriptions (tenantId|id)/,
  "subscription-dynamics": /subscriptions (skuId|skuPartNumber)|subscription-not-dynamics/,
  "subscription-not-csp": /subscriptions channel/,
  "subscription-provisioned": /subscriptions provisioning/,
  "subscription-status": /subscriptions (status|endsOn)/,
  "partner-id-enrolled": /partnerIds enrolled/,
  "partner-id-type": /partnerIds (kind|partnerType)/,
};

/** What a further source can mend without saying otherwise: a kind, another row, an ID before a part number. */
const LEARNT = {
  "tenant-id": /tenant-id-wrong-kind/,
  "subscription-id": /subscription-id-wrong-kind/,
  "subscription-on-tenant": /product-not-on-tenant/,
  "subscription-dynamics": /subscription-not-dynamics/,
  // That a claim was rejected, where its status was not known.
  "subscription-unclaimed": /claim-of-no-status/,
  "competing-claim": /claim-of-no-status/,
};

/** A claim with two parts of one truth, the second holding all of the first. */
function growing(random) {
  const all = truth(random);
  const { claim, ruleset } = random.oneIn(2) ? drawn(random) : { claim: CLAIM };
  const more = part(all, random);
  return {
    all,
    one: { claim, ruleset, evidence: part(more, random) },
    more: { claim, ruleset, evidence: more },
  };
}

/** Checks that pass afterwards and did not before, but for those that are excepted. */
function gained(before, after, isExcepted) {
  const codes = before.findings.map(({ code }) => code).join();
  const odd = before.checks.filter(
    (check, at) =>
      ["fail", "unknown"].includes(check.outcome) &&
      after.checks[at].outcome === "pass" &&
      !isExcepted(check, codes),
  );
  return odd.map(({ id, outcome }) => `${id}: ${outcome}, then pass`).join();
}

/** Values that JSON has not, or calls null, by name. */
const UNREADABLE = {
  cycle: () => {
    const cycle = {};
    cycle.cycle = cycle;
    return cycle;
  },
  proxy: () =>
    new Proxy(
      {},
      {
        get() {
          throw new Error("proxy");
        },
        ownKeys() {
          throw new Error("proxy");
        },
      },
    ),
  "revoked proxy": () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  "no date": () => new Date(Number.NaN),
  "no number": () => Number.NaN,
};
const MEMBERS = {
  tenants: ["tenantId", "domains", "cloud", "asOf"],
  unresolvedDomains: ["domain", "reason", "asOf"],
  subscriptions: [
    ...["id", "commerceSubscriptionId", "tenantId", "skuId", "skuPartNumber", "status", "channel"],
    ...["ownerTenantId", "provisioning", "endsOn", "claimedBy", "asOf", "excerpt"],
  ],
  partnerIds: ["id", "kind", "partnerType", "enrolled", "asOf"],
  associations: ["tenantId", "product", "subscriptionId", "holder", "status", "asOf"],
};

/** Evidence with one value, of those that are there or of those that are not, that cannot be read. */
function withUnreadable(evidence, random, isThere) {
  const parts = Object.keys(MEMBERS).filter((part) => evidence[part]?.length > 0);
  if (parts.length === 0) return undefined;
  const part = random.of(parts);
  const at = random.below(evidence[part].length);
  const row = evidence[part][at];
  const isGiven = (name) => (row[name] ?? "") !== "";
  const names = MEMBERS[part].filter((name) => isGiven(name) === isThere);
  const name = random.of(isThere ? names : [...names, "note"]);
  if (name === undefined) return undefined;
  const kind = random.of([...Object.keys(UNREADABLE), "getter"]);
  const spoiled = { ...row };
  Object.defineProperty(spoiled, name, {
    ...{ enumerable: true, configurable: true },
    get() {
      if (kind === "getter") throw new Error("getter");
      return UNREADABLE[kind]();
    },
  });
  const rows = evidence[part].map((each, place) => (place === at ? spoiled : each));
  return { name: `${part} ${at} ${name} ${kind}`, evidence: { ...evidence, [part]: rows } };
}

/** Checks that pass with evidence that cannot be read in full and did not before. */
const worse = (one, evidence) => gained(told(one), told({ ...one, evidence }), () => false);

/** Is it told that the evidence cannot be read in full, also after a join that changes nothing else? */
function untold(one, evidence) {
  const direct = told({ ...one, evidence });
  const joined = told({ ...one, evidence: mergeEvidence(evidence, {}) });
  const isTold = ({ findings }) => findings.some(({ code }) => code === "evidence-malformed");
  const outcomes = ({ checks }) => JSON.stringify(checks);
  if (!isTold(direct)) return "not told";
  if (!isTold(joined)) return "not told after a join";
  return outcomes(direct) === outcomes(joined) ? "" : "a join changes outcomes";
}

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
