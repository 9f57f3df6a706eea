// Draws claims and evidence, aimed at the edges; half of them near the one that is in order.
import {
  activities,
  areas,
  BUILDER,
  CLAIM,
  COMMERCE,
  channels,
  EDITIONS,
  FINANCE,
  ID,
  NOWHERE,
  OTHER,
  OWN,
  PARTNER,
  PHONE,
  roles,
  SALES,
  SECOND,
  statuses,
  TENANT,
} from "./world.mjs";

const THIRD = "8d20f7b1-6a54-4d0b-9c38-0f6f6a1b2c3d";

/** Repeatable random choices. */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** A whole number below `end` (mulberry32). */
  below(end) {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }

  of(items) {
    return items[this.below(items.length)];
  }

  oneIn(count) {
    return this.below(count) === 0;
  }
}

const WORDS = {
  userRole: roles,
  solutionArea: areas,
  activity: activities,
  purchaseChannel: channels,
  competingPartner: ["yes", "no", "unknown", undefined],
  proofOfExecution: ["ready", "missing", "unknown", undefined],
};
const GUIDS = [TENANT, OTHER, OWN, ID, COMMERCE, SECOND, SALES, NOWHERE];
const SPECIAL = [
  "00000000-0000-0000-0000-000000000000",
  "9188040d-6c67-4c5b-b112-36a304b66dad",
  "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
  "9cd80435-793b-4f48-844b-6b3f37d1c1f3",
  "72f988bf-86f1-41af-91ab-2d7cd011db47",
  "common",
  "Organizations",
  "consumers",
];
const DOMAINS = [
  "contoso.com",
  "CONTOSO.com",
  "contoso",
  "contoso.onmicrosoft.com",
  "contoso.mail.onmicrosoft.com",
  "a.contoso.com",
  "contoso.com.",
  "anna@contoso.com",
  "https://contoso.com/a?b#c",
  "http://contoso.com:8080",
  "münchen.de",
  "xn--mnchen-3ya.de",
  "MÜNCHEN.DE",
  "contoso..com",
  "-contoso.com",
  "con_toso.com",
  "con toso.com",
  "contoso.123",
  "10.0.0.1",
  "a@",
  "outlook.com",
  "gmail.com",
  "anna@hotmail.com",
  `${"a".repeat(63)}.com`,
  `${"a".repeat(64)}.com`,
  "contoso.onmicrosoft.us",
  "日本.jp",
  "contoso.com/path",
  "contoso,com",
  "@contoso.com",
  "xn--a.com",
  "contoso.local",
  "contoso.onmicrsoft.com",
  "contoso.onmicrosoft",
  "contoso.sharepoint.com",
  "contoso.crm4.dynamics.com",
  "https://admin.microsoft.com/",
  "https://portal.azure.com/#@contoso.com/blade/x",
  "https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration",
];
const NOTHING = ["n/a", "k. A.", "TBD", "none", "null", "NaN", "ReplaceWithYourOwnValue"];
const PRODUCTS = [
  ...[SALES, "DYN365_FINANCE", "dynamics 365 finance", PHONE, BUILDER, "Sales", "Dynamics 365"],
  ...["Dynamics 365 Sales", "Salesforce", "Power Apps", "Power BI", "Customer Insights", "Teams"],
  ...["Microsoft Teams", "Exchange Online", "SPE_E5", "Azure Virtual Machines", "Azure AD Premium"],
  ...["Project Operations", "asdf", "Business Central"],
];
const DAYS_FILED = [
  ...["2026-11-22", "2026-11-20", "2023-10-09", "2023-10-10", "2020-07-01", "2026-12-01"],
  ...["2026-02-30", "22.11.2026", "soon", "2026-10-25"],
];
const PASTED = [
  "CFQ7TTC0LH18:0001:CFQ7TTC0K971",
  "CFQ7TTC0LH18",
  "94e858b6d855",
  "MS-AZR-0145P",
  `${TENANT}_${SALES}`,
  "DYN365_ENTERPRISE_SALES",
  "Dynamics 365 Finance",
  "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
  "your-tenant-id",
  "anna@contoso.com",
  "contoso.com",
  "https://portal.azure.com/",
  "5357564",
  "hello",
  "?",
  "-",
  "0",
];
const PARTNERS = [
  "5357564",
  "517285",
  "12345",
  "53575640",
  "00083575",
  "1",
  "5357565",
  "535756a",
  "5357 564",
  "V5357564",
  "5.357.564",
  "-5357564",
  "00000",
  "000",
  "MPN ID: 0000000",
];

/**
 * A drawn claim with drawn evidence; half of them near the good one. `withDamage`: also evidence that
 * nobody can read.
 */
export function drawn(random, { withDamage = false } = {}) {
  const care = random.of([2, 4, 12]);
  const claim = { ...CLAIM };
  for (const field of [...Object.keys(CLAIM), "ownTenantId"])
    if (random.oneIn(care)) claim[field] = value(field, random);
  if (random.oneIn(4)) claim.submittedOn = random.of(DAYS_FILED);
  if (random.oneIn(20)) [claim.mpnId, claim.partnerId] = [claim.partnerId, undefined];
  const ruleset = random.oneIn(3) ? random.of([undefined, "latest"]) : random.of(EDITIONS);
  return { name: "drawn", ruleset, claim, evidence: evidence(random, care, withDamage) };
}

function value(field, random) {
  if (random.oneIn(40)) return random.of(["", " ", "\u00a0", "\u200b", null]);
  if (random.oneIn(60)) return random.of([7, true, {}, [], ["usage"]]);
  if (WORDS[field])
    return random.oneIn(20)
      ? random.of(["odd", " usage ", "YES", "Presales"])
      : random.of(WORDS[field]);
  return pasted(field, random);
}

function pasted(field, random) {
  const text = {
    customerDomain: () => random.of(DOMAINS),
    partnerId: () => random.of(PARTNERS),
    product: () => random.of(PRODUCTS),
  };
  if (random.oneIn(20)) return random.of(NOTHING);
  const drawnText = random.oneIn(4)
    ? random.of([...PASTED, ...SPECIAL])
    : (text[field] ?? (() => guidLike(random)))();
  return random.oneIn(5)
    ? random.of(["\u00a0 ", "\ufeff", "\t", "\u200b"]) +
        drawnText +
        random.of([" ", "\n", "\u200b", ""])
    : drawnText;
}

function guidLike(random) {
  const id = random.of(GUIDS);
  const at = random.below(id.length);
  return random.of([
    () => id,
    () => id.toUpperCase(),
    () => id.replaceAll("-", ""),
    () => `{${id}}`,
    () => `https://portal.example/#view/${id}/overview`,
    () => id.slice(0, at) + id.slice(at + 1),
    () => id.slice(0, at) + random.of([..."gz09-x"]) + id.slice(at),
    () => id.slice(0, at) + random.of([..."gz-_"]) + id.slice(at + 1),
  ])();
}

/** Evidence; every third with a second source, which may say otherwise, on another day. */
function evidence(random, care, withDamage) {
  const rows = drawnRows(random, care);
  const many = (row) => Array.from({ length: random.oneIn(care) ? random.of([0, 0, 2]) : 1 }, row);
  const evidence = {
    tenants: many(rows.tenants),
    subscriptions: many((_, at) => rows.subscriptions(at > 0)),
    partnerIds: [rows.partnerIds()],
  };
  for (const part of ["unresolvedDomains", "associations"])
    if (random.oneIn(care)) evidence[part] = [rows[part]()];
  for (const part of Object.keys(evidence)) if (random.oneIn(care * 4)) delete evidence[part];
  const whole = random.oneIn(3) ? contradicted(evidence, random) : evidence;
  return withDamage && random.oneIn(12) ? damaged(whole, random) : whole;
}

/** With one row, or one value of it, that nobody can read. */
function damaged(evidence, random) {
  const parts = Object.keys(evidence);
  if (parts.length === 0) return { unread: ["evidence"] };
  const part = random.of(parts);
  const rows = [...evidence[part]];
  if (rows.length === 0) return { ...evidence, [part]: random.of([{}, "none", [null]]) };
  const at = random.below(rows.length);
  const names = Object.keys(rows[at]).filter((name) => name !== "source" && name !== "partnerType");
  if (random.oneIn(4)) {
    rows[at] = { ...rows[at], asOf: random.of(["2099-01-01", "soon", 7]) };
    return { ...evidence, [part]: rows };
  }
  if (random.oneIn(6)) {
    const { [random.of(Object.keys(rows[at]))]: value, ...rest } = rows[at];
    const name = Object.keys(rows[at]).find((one) => !Object.hasOwn(rest, one));
    rows[at] = { ...rest, [misspelled(name, random)]: value };
    return { ...evidence, [part]: rows };
  }
  rows[at] = random.oneIn(8)
    ? random.of([null, "row", []])
    : { ...rows[at], [random.of(names)]: random.of(["?!", {}, [7]]) };
  return { ...evidence, [part]: rows };
}

/** In capitals, with a sign too many, or with two letters in each other's place. */
function misspelled(name, random) {
  const at = random.below(name.length - 1);
  const swapped = `${name.slice(0, at)}${name[at + 1]}${name[at]}${name.slice(at + 2)}`;
  return random.of([name.toUpperCase(), name.replace(/[A-Z]|.$/, "_$&"), swapped]);
}

/** With one to three rows more, about what the evidence is about already. */
function contradicted(evidence, random) {
  const rows = drawnRows(random, 3);
  const richer = { ...evidence };
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const part = random.of(Object.keys(rows));
    richer[part] = [...(richer[part] ?? []), rows[part]()];
  }
  for (const [part, list] of Object.entries(richer))
    richer[part] = list.map((row) =>
      random.oneIn(2) ? { ...row, asOf: asOf(part, row, random) } : row,
    );
  return richer;
}

const DAYS = ["2026-10-01", "2026-11-01", "2026-11-22"];

/** One day for a row, or, where its facts can be of several, one for some of them. */
function asOf(part, row, random) {
  const names = {
    subscriptions: ["status", "endsOn", "provisioning", "trial", "ownerTenantId"],
    tenants: row.domains,
  }[part];
  if (!names || random.oneIn(2)) return random.of(DAYS);
  const some = names.filter(() => random.oneIn(2));
  return Object.fromEntries(some.map((name) => [name, random.of(DAYS)]));
}

/** How a row of each part of the evidence is drawn; the higher `care`, the nearer to the good one. */
function drawnRows(random, care) {
  const slip = (good, ...others) => (random.oneIn(care) ? random.of(others) : good);
  const tenant = () => slip(TENANT, OTHER, OWN, TENANT.toUpperCase());
  return {
    tenants: () => ({
      tenantId: tenant(),
      domains: [slip("contoso.com", "contoso.onmicrosoft.com", "münchen.de", "fabrikam.com")],
      cloud: slip(undefined, "global", "us-gov", "china"),
      source: "look-up",
    }),
    subscriptions: (isAnother) => ({
      id: isAnother ? THIRD : slip(ID, SECOND, COMMERCE, ID.toUpperCase()),
      commerceSubscriptionId: isAnother ? undefined : slip(COMMERCE, undefined, SECOND),
      tenantId: slip(TENANT, OTHER, undefined),
      skuId: slip(SALES, FINANCE, BUILDER, PHONE, NOWHERE, undefined),
      skuPartNumber: slip(undefined, "DYN365_FINANCE", "dyn365_finance", "ADV_COMMS", "odd"),
      status: random.oneIn(care) ? random.of(statuses) : "active",
      channel: random.oneIn(care) ? random.of(channels) : "volume-licensing",
      ownerTenantId: slip(undefined, OTHER, OWN, TENANT, null),
      provisioning: slip("provisioned", "pending", "failed", undefined),
      endsOn: slip(
        undefined,
        "2026-08-23",
        "2026-11-21",
        "2026-11-22",
        "2026-12-22",
        "2026-12-23",
        "2027-11-22",
      ),
      claimedBy: slip(undefined, "us", "other-partner"),
      trial: slip(undefined, true, false),
      createdOn: slip(undefined, "2026-11-15", "2026-11-17"),
      excerpt: slip(undefined, true, false),
    }),
    partnerIds: () => ({
      id: slip(PARTNER, "517285", "00083575"),
      kind: slip("location", "global-account", undefined),
      partnerType: slip(undefined, "FRP FastTrack", " ", ""),
      enrolled: slip(true, false, undefined),
    }),
    unresolvedDomains: () => ({
      domain: random.of(["contoso.com", "münchen.de"]),
      reason: random.of(["not-found", "malformed", "other-cloud"]),
    }),
    associations: () => ({
      tenantId: tenant(),
      product: random.of([undefined, "DYN365_ENTERPRISE_SALES", "Dynamics 365 Finance", "odd"]),
      subscriptionId: random.of([undefined, ID, COMMERCE, SECOND]),
      holder: random.of(["us", "other-partner"]),
      activity: random.of([undefined, ...activities]),
      status: random.of([undefined, "Approved", "Rejected", "rejected final", "Draft"]),
    }),
  };
}
