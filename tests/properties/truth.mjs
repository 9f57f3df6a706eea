// What is true of a customer today, and what part of it somebody may know: unlike drawn evidence, two
// parts of one truth never contradict each other.
import { CLAIM } from "../oracle/cases.mjs";

const OTHER = "7d20f7b1-6a54-4d0b-9c38-0f6f6a1b2c3d";
const OWN = "b6a8c4de-15f2-4f39-a0c7-93d1e2f4a5b6";
const COMMERCE = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a09";
const SECOND = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02";

/** SKUs as Microsoft lists them, ID and part number; the last one is in no list. */
const SKUS = [
  ["1e1a282c-9c54-43a2-9310-98ef728faace", "DYN365_ENTERPRISE_SALES"],
  ["55c9eb4e-c746-45b4-b255-9ab6b19d5c62", "DYN365_FINANCE"],
  ["e4654015-5daf-4a48-9b37-4f309dddd88b", "MCOPSTN5"],
  ["1e1a282c-9c54-43a2-9310-98ef728faacf", "DYN365_SOMETHING_NEW"],
];
/** Members without which a row is none. */
const NEEDED = ["id", "tenantId", "domain", "reason", "holder", "source", "excerpt"];

/** The whole truth. */
export function truth(random) {
  const tenant = CLAIM.customerTenantId;
  const owner = random.of([tenant, tenant, OTHER, undefined]);
  const domains = (id) =>
    id === owner ? [CLAIM.customerDomain, `${id[0]}.example`] : ["x.example"];
  const held = (id) => ({
    tenantId: id,
    domains: domains(id).slice(id === owner ? 0 : 1),
    cloud: random.of(["global", "global", "us-gov"]),
    source: "look-up",
  });
  return {
    tenants: [tenant, OTHER].map(held),
    unresolvedDomains: owner ? [] : [{ domain: CLAIM.customerDomain, reason: "not-found" }],
    subscriptions: [
      subscription(CLAIM.subscriptionId, COMMERCE, random.of([tenant, tenant, OTHER]), random),
      subscription(SECOND, undefined, random.of([tenant, OTHER]), random),
    ],
    partnerIds: [
      {
        id: CLAIM.partnerId,
        kind: random.of(["location", "location", "global-account"]),
        partnerType: random.of([undefined, undefined, "FRP FastTrack"]),
        enrolled: !random.oneIn(3),
      },
    ],
    associations: random.oneIn(2)
      ? []
      : [
          {
            tenantId: tenant,
            product: random.of(["DYN365_ENTERPRISE_SALES", "DYN365_FINANCE"]),
            subscriptionId: random.of([undefined, CLAIM.subscriptionId, SECOND]),
            holder: random.of(["us", "other-partner"]),
            activity: random.of(["presales", "usage"]),
            status: random.of(["Approved", "Rejected"]),
          },
        ],
  };
}

function subscription(id, commerceSubscriptionId, tenantId, random) {
  const [skuId, skuPartNumber] = random.of(SKUS);
  const status = random.of(["active", "active", "active", "in-grace", "expired", "suspended"]);
  return {
    id,
    commerceSubscriptionId,
    tenantId,
    skuId,
    skuPartNumber,
    status,
    channel: random.of(["volume-licensing", "volume-licensing", "web-direct", "csp"]),
    ownerTenantId: random.of([undefined, undefined, OWN]),
    provisioning: random.of(["provisioned", "provisioned", "provisioned", "pending", "failed"]),
    endsOn: status === "active" ? random.of(["2026-12-01", "2027-12-01"]) : "2026-11-01",
    trial: random.of([undefined, undefined, undefined, true]),
  };
}

/**
 * Some of the evidence: without some of its rows, and some of what those say. Subscriptions of which
 * some, or their tenants, are left out are an excerpt, as some sources list them: who has a whole list
 * of a tenant knows what is not on it.
 */
export function part(evidence, random) {
  const lost = random.of([2, 4, 12]);
  const known = Object.entries(evidence).map(([name, rows]) => {
    const kept = rows.filter(() => !random.oneIn(lost));
    const less = kept.map((row) => lessOf(row, lost, random));
    const isWhole = kept.length === rows.length && less.every(isAsPlaced(kept));
    return [name, name === "subscriptions" && !isWhole ? less.map(excerpt) : less];
  });
  return Object.fromEntries(known.filter(() => !random.oneIn(lost * 2)));
}

const isAsPlaced = (rows) => (row, at) => row.tenantId === rows[at].tenantId;
const excerpt = (row) => ({ ...row, excerpt: true });

function lessOf(row, lost, random) {
  const isKept = ([name]) => !random.oneIn(lost) || (NEEDED.includes(name) && name !== "tenantId");
  const kept = Object.fromEntries(Object.entries(row).filter(isKept));
  // Only a subscription may be known without its tenant.
  return row.status && row.id ? kept : { ...(row.tenantId && { tenantId: row.tenantId }), ...kept };
}
