// What the oracle takes several sources to say together: of what changes the newest statement counts,
// of one day the less favourable one; about what does not change, statements that differ show nothing,
// or what is against the claim. The contract is silent on this; the rules are those that www/docs/api.md and
// www/lib/library.ts state for `asOf` and `mergeEvidence`.
import { domain, guid, seen } from "./reading.mjs";

/** From the good to the bad. */
const STATUSES = ["active", "in-grace", "none"];
const STATES = ["provisioned", "pending", "failed"];
const CHANNELS = ["unknown", "volume-licensing", "web-direct", "other", "csp"];
const NOW = "9999";
const NO_SKU = "11111111-1111-4111-8111-111111111111";

/** The evidence with one row for each thing, and the contradictions as `part field` by what they touch. */
export function joined(evidence) {
  const told = [];
  const tell = (part, ids) => (field, values) => {
    if (new Set(values.filter((value) => value !== undefined)).size > 1)
      told.push({ ids, what: `${part} ${field}` });
  };
  return {
    told,
    ...domains(evidence, tell),
    subscriptions: groups(evidence.subscriptions ?? []).map((rows) => subscription(rows, tell)),
    partnerIds: by((row) => seen(row.id), evidence.partnerIds).map((rows) => account(rows, tell)),
    associations: by(claimed, evidence.associations).map((rows) => association(rows, tell)),
  };
}

/** Rows that have the same key, together. */
function by(key, rows = []) {
  const found = new Map();
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row]);
  return [...found.values()];
}

const day = ({ asOf }, name) => (typeof asOf === "object" ? asOf?.[name] : asOf) ?? NOW;

/** What is said of `name`: of the newest statements the one that is furthest in `order`. */
function newest(rows, name, order) {
  const saying = rows.filter((row) => row[name] !== undefined);
  const last = saying
    .map((row) => day(row, name))
    .sort()
    .at(-1);
  const values = saying.filter((row) => day(row, name) === last).map((row) => row[name]);
  return values.sort((a, b) => order(a) - order(b)).at(-1);
}

const rank = (list, fallback) => (value) =>
  list.includes(value) ? list.indexOf(value) : list.indexOf(fallback);

/** The one value that all sources name, `undefined` if none does, `odd` if they differ. */
function agreed(values, odd) {
  const named = [...new Set(values.filter((value) => value !== undefined))];
  return named.length > 1 ? odd : named[0];
}

const lower = (text) => text && guid(text);

/** Records are of one subscription if they share an ID, also through others. */
function groups(rows) {
  const found = [];
  for (const row of rows) {
    const ids = [row.id, row.commerceSubscriptionId].filter(Boolean).map(guid);
    const own = { ids, rows: [row] };
    for (const other of found.filter((one) => one.ids.some((id) => ids.includes(id)))) {
      own.ids.push(...other.ids);
      own.rows.push(...other.rows);
      found.splice(found.indexOf(other), 1);
    }
    found.push(own);
  }
  return found.map(({ rows: of }) => of);
}

function subscription(rows, tell) {
  const known = rows.map((row) => ({
    ...row,
    id: lower(row.id),
    status: row.status === "unknown" ? undefined : row.status,
    channel: row.channel === "unknown" ? undefined : row.channel,
  }));
  const all = (name) => known.map((row) => row[name]);
  const guids = (name) => all(name).map((id) => lower(id));
  const parts = all("skuPartNumber").map((text) => text && seen(text).toUpperCase());
  const pairs = known
    .filter((row) => row.commerceSubscriptionId)
    .map((row) => `${row.id} ${lower(row.commerceSubscriptionId)}`);
  const ids = [...guids("id"), ...guids("commerceSubscriptionId")].filter(Boolean);
  const differ = tell("subscriptions", ids);
  for (const name of ["status", "endsOn", "provisioning", "channel", "claimedBy"])
    differ(name, all(name));
  for (const name of ["tenantId", "skuId", "ownerTenantId"]) differ(name, guids(name));
  differ("skuPartNumber", parts);
  differ("id", pairs);
  const worst = (list) => (a, b) => rank(list)(a) - rank(list)(b);
  return {
    ids,
    tenants: [...new Set(guids("tenantId").filter(Boolean))],
    skuId: agreed(guids("skuId"), NO_SKU),
    skuPartNumber: agreed(parts, "several"),
    status: newest(known, "status", rank(STATUSES, "none")) ?? "unknown",
    endsOn: newest(known, "endsOn", (date) => -Date.parse(date)),
    provisioning: newest(known, "provisioning", rank(STATES)),
    channel: all("channel").filter(Boolean).sort(worst(CHANNELS)).at(-1),
    ownerTenantId: all("ownerTenantId").find(Boolean),
    holders: all("claimedBy").filter(Boolean),
    excerpt: known.every((row) => row.excerpt),
  };
}

function account(rows, tell) {
  const all = (name) => rows.map((row) => row[name]);
  const special = all("partnerType").map((text) => seen(text ?? "") || undefined);
  const differ = tell("partnerIds", [seen(rows[0].id)]);
  differ("kind", all("kind"));
  differ("partnerType", special);
  differ("enrolled", all("enrolled"));
  return {
    id: rows[0].id,
    kind: all("kind").includes("global-account") ? "global-account" : all("kind").find(Boolean),
    partnerType: special.find(Boolean),
    enrolled: newest(
      rows.map((row) => ({ ...row, asOf: day(row) })),
      "enrolled",
      (yes) => (yes ? 0 : 1),
    ),
  };
}

/** What makes two rows the same claim. */
const claimed = ({ tenantId, subscriptionId = "", holder, claimId = "", product = "" }) =>
  [guid(tenantId), subscriptionId && guid(subscriptionId), holder, claimId, product].join();

/** A rejected claim holds nothing. */
export const isRejected = (status) => /^(rejected|disassociated)/i.test(status ?? "");

function association(rows, tell) {
  const { tenantId, subscriptionId } = rows[0];
  const of = guid(subscriptionId ?? tenantId);
  tell("associations", [of])(
    "status",
    rows.map(({ status }) => status?.toLowerCase().replace(/[ _]/g, "-")),
  );
  const status = newest(rows, "status", (text) => (isRejected(text) ? 0 : 1));
  return { ...rows[0], status };
}

/** The newest statements on each domain: which tenants hold it, that nobody does, that another cloud does. */
function domains({ tenants = [], unresolvedDomains = [] }, tell) {
  const statements = [
    ...tenants.flatMap((row) =>
      row.domains.map((name) => ({
        name: domain(name),
        tenant: guid(row.tenantId),
        on: day(row, name),
      })),
    ),
    ...unresolvedDomains.map((row) => ({
      name: domain(row.domain),
      isElsewhere: row.reason === "other-cloud",
      on: day(row),
    })),
  ];
  const about = new Map();
  for (const rows of by(({ name }) => name, statements)) {
    const here = rows.filter((row) => !row.isElsewhere);
    const last = (some) =>
      some
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? "";
    const newestHere = here.filter(({ on }) => on === last(here));
    const elsewhere = last(rows.filter((row) => row.isElsewhere));
    tell("tenants", [rows[0].name])(
      "domains",
      here.map(({ tenant = "nobody" }) => tenant),
    );
    about.set(rows[0].name, {
      owners: new Set(newestHere.map(({ tenant }) => tenant).filter(Boolean)),
      isNowhere: newestHere.some(({ tenant }) => !tenant),
      isElsewhere: elsewhere !== "" && elsewhere >= last(here),
      isElsewhereSince: elsewhere > last(here),
    });
  }
  const clouds = new Map();
  for (const rows of by(({ tenantId }) => guid(tenantId), tenants)) {
    tell("tenants", [guid(rows[0].tenantId)])(
      "cloud",
      rows.map(({ cloud }) => cloud),
    );
    const isAbroad = rows.some(({ cloud = "global" }) => cloud !== "global");
    clouds.set(guid(rows[0].tenantId), isAbroad);
  }
  return { about, clouds };
}
