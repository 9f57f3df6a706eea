// What the oracle takes several sources to say together: of what changes the newest statement counts,
// of one day the less favourable one; about what does not change, statements that differ show nothing,
// or what is against the claim. The contract is silent on this; the rules are those that README.md
// states for `asOf` and `mergeEvidence`.
import { readEvidence } from "./evidence.mjs";
import { domain, guid } from "./reading.mjs";

/** From the good to the bad. */
const STATES = ["provisioned", "pending", "failed"];
const CHANNELS = ["unknown", "volume-licensing", "web-direct", "other", "csp"];
const NO_SKU = "11111111-1111-4111-8111-111111111111";

/** The evidence with one row for each thing, and the contradictions as `part field` by what they touch. */
export function joined(evidence, today) {
  const { parts, isLost, told: malformed, contradictions } = readEvidence(evidence, today);
  const told = contradictions.map(({ id, part, field }) => ({
    ids: [guid(id) ?? domain(id) ?? id],
    part,
    field,
  }));
  const tell = (part, ids) => (field, values) => {
    if (new Set(values.filter((value) => value !== undefined)).size > 1)
      told.push({ ids, part, field });
  };
  const rows = (part) => parts[part].rows;
  const named = domains(rows("tenants"), rows("unresolvedDomains"), tell);
  const isHeldUndated = [...named.about.values()].some(
    ({ isUndated, owners }) => isUndated && owners.size > 0,
  );
  const lost = Object.fromEntries(Object.entries(parts).map(([part, one]) => [part, one.lost]));
  return {
    told,
    malformed,
    isLost,
    lost,
    ...named,
    // Another tenant may hold any domain that cannot be read.
    domainsUnsureOf: rows("tenants")
      .filter((row) => row.unsure.includes("domains"))
      .map((row) => row.tenantId),
    isIdUnsure: rows("subscriptions").some((row) => row.unsure.includes("commerceSubscriptionId")),
    isTenantUnsure: rows("subscriptions").some((row) => row.unsure.includes("tenantId")),
    cloudsUnsureOf: rows("tenants")
      .filter((row) => row.unsure.includes("cloud"))
      .map((row) => row.tenantId),
    isTenantUndated: rows("tenants").some((row) => row.unsure.includes("asOf")) || isHeldUndated,
    subscriptions: groups(rows("subscriptions")).map((some) => subscription(some, tell)),
    partnerIds: by(({ id }) => id, rows("partnerIds")).map((some) => account(some, tell)),
    associations: by(claimed, rows("associations")).map((some) => association(some, tell)),
  };
}

/** Rows that have the same key, together. */
function by(key, rows) {
  const found = new Map();
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row]);
  return [...found.values()];
}

/** What is said of `name`: of the newest statements the worst. */
function newest(rows, name, badness) {
  const saying = rows.filter((row) => row[name] !== undefined);
  if (saying.length === 0) return undefined;
  const last = saying
    .map((row) => row.day(name))
    .sort()
    .at(-1);
  const values = saying.filter((row) => row.day(name) === last).map((row) => row[name]);
  values.sort((a, b) => badness(a) - badness(b));
  return { value: values.at(-1), all: [...new Set(values)], day: last };
}

const rank = (list) => (value) => (list.includes(value) ? list.indexOf(value) : list.length);

/** The one value that all sources name, `undefined` if none does, `odd` if they differ. */
function agreed(values, odd) {
  const named = [...new Set(values.filter((value) => value !== undefined))];
  return named.length > 1 ? odd : named[0];
}

/** Records are of one subscription if they share an ID, also through others. */
function groups(rows) {
  const found = [];
  for (const row of rows) {
    const ids = [row.id, row.commerceSubscriptionId].filter(Boolean);
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
    status: row.status === "unknown" ? undefined : row.status,
    channel: row.channel === "unknown" ? undefined : row.channel,
    part: row.skuPartNumber?.toUpperCase(),
  }));
  const all = (name) => known.map((row) => row[name]);
  const some = (name) => [...new Set(all(name).filter((value) => value !== undefined))];
  const pairs = known
    .filter((row) => row.commerceSubscriptionId)
    .map((row) => `${row.id} ${row.commerceSubscriptionId}`);
  const ids = [...some("id"), ...some("commerceSubscriptionId")];
  const differ = tell("subscriptions", ids);
  for (const name of ["status", "endsOn", "provisioning", "channel", "claimedBy"])
    differ(name, all(name));
  for (const name of ["tenantId", "skuId", "ownerTenantId"]) differ(name, all(name));
  differ("skuPartNumber", all("part"));
  differ("id", pairs);
  const status = newest(known, "status", rank(["active", "in-grace"]));
  const provisioning = newest(known, "provisioning", rank(STATES));
  const owners = newest(known, "ownerTenantId", () => 0)?.all ?? [];
  const channels = some("channel").sort((a, b) => rank(CHANNELS)(a) - rank(CHANNELS)(b));
  return {
    ids,
    id: rows[0].id,
    unsure: rows.flatMap((row) => row.unsure),
    tenants: some("tenantId"),
    skuId: agreed(all("skuId"), NO_SKU),
    skuPartNumber: agreed(all("part"), "several"),
    status: status?.value ?? "unknown",
    statuses: status?.all ?? [],
    endsOn: newest(known, "endsOn", (date) => -Date.parse(date))?.value,
    createdOn: some("createdOn").sort()[0],
    provisioning: provisioning?.value,
    channel: channels.at(-1),
    hasOwner: some("ownerTenantId").length > 0,
    owners: owners.filter((owner) => owner !== null),
    trial: newest(known, "trial", (yes) => (yes ? 1 : 0))?.value,
    holders: some("claimedBy"),
    excerpt: known.every((row) => row.excerpt),
  };
}

function account(rows, tell) {
  const all = (name) => rows.map((row) => row[name]);
  const special = all("partnerType").map((text) => text || undefined);
  const differ = tell("partnerIds", [rows[0].id]);
  differ("kind", all("kind"));
  differ("partnerType", special);
  differ("enrolled", all("enrolled"));
  return {
    id: rows[0].id,
    unsure: rows.flatMap((row) => row.unsure),
    kind: all("kind").includes("global-account") ? "global-account" : all("kind").find(Boolean),
    partnerTypes: [...new Set(special.filter(Boolean))],
    enrolled: newest(rows, "enrolled", (yes) => (yes ? 0 : 1))?.value,
  };
}

/** What makes two rows the same claim. */
const claimed = ({ tenantId, subscriptionId, holder, claimId, product, activity }) =>
  [tenantId, subscriptionId, holder, claimId, product, activity].join();

/** A claim that was rejected or is over holds nothing (spec part 1, `subscription-unclaimed` ★). */
const isOver = (status) =>
  /^(rejected|disassociated|ended|expired|declined|withdrawn|cancell?ed)/i.test(status ?? "");

function association(rows, tell) {
  const { tenantId, subscriptionId } = rows[0];
  // A row without a status says that the claim is in force.
  tell("associations", [subscriptionId ?? tenantId])(
    "status",
    rows.map(({ status }) => isOver(status)),
  );
  const days = rows.map((row) => row.day("status"));
  const last = days.toSorted().at(-1);
  const newer = rows.filter((_, at) => days[at] === last);
  const unsure = rows.flatMap((row) => row.unsure);
  return { ...rows[0], unsure, isOver: newer.every(({ status }) => isOver(status)) };
}

/** The newest statements on each domain: which tenants hold it, that nobody does, that another cloud does. */
function domains(tenants, unresolved, tell) {
  const statements = [
    ...tenants.flatMap((row) =>
      (row.domains ?? []).map((name) => ({ name, tenant: row.tenantId, day: row.day(name) })),
    ),
    ...unresolved.map((row) => ({
      name: row.domain,
      reason: row.reason,
      isElsewhere: row.reason === "other-cloud",
      day: row.day("domain"),
      isUndated: row.unsure.includes("asOf"),
    })),
  ];
  const about = new Map();
  for (const rows of by(({ name }) => name, statements))
    about.set(rows[0].name, onDomain(rows, tell));
  const clouds = new Map();
  for (const rows of by(({ tenantId }) => tenantId, tenants)) {
    const named = rows.map(({ cloud }) => cloud);
    tell("tenants", [rows[0].tenantId])("cloud", named);
    const abroad = named.filter((cloud) => cloud && cloud !== "global");
    clouds.set(rows[0].tenantId, [...new Set(abroad)]);
  }
  return { about, clouds };
}

function onDomain(rows, tell) {
  const here = rows.filter((row) => !row.isElsewhere);
  const last = (some) =>
    some
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? "";
  const newestHere = here.filter(({ day }) => day === last(here));
  const elsewhere = last(rows.filter((row) => row.isElsewhere));
  tell("tenants", [rows[0].name])(
    "domains",
    here.map(({ tenant = "nobody" }) => tenant),
  );
  return {
    isUndated: rows.some((row) => row.isUndated),
    owners: new Set(newestHere.map(({ tenant }) => tenant).filter(Boolean)),
    reasons: [...new Set(newestHere.map(({ reason }) => reason).filter(Boolean))],
    isNowhere: newestHere.some(({ tenant }) => !tenant),
    isElsewhere: elsewhere !== "" && elsewhere >= last(here),
    isElsewhereSince: elsewhere > last(here),
  };
}
