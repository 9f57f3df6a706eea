// Reads evidence row by row (spec part 1, "Evidence"). Evidence that is there but cannot be read is not
// absence: it is told, and kept in mind, so that nothing passes which might not with it read.
//
// Each row gets `unsure`, the names of the values that cannot be read; each part `lost`, which is true
// if a row was lost whole, because nobody can tell what it was about.
import { ANYTHING, dayIn, domain, edits, guid } from "./reading.mjs";
import { seen } from "./text.mjs";

const STATUSES = [
  ...["active", "in-grace", "suspended", "deleted", "locked-out", "expired", "disabled"],
  ...["pending", "unknown"],
];
const CHANNELS = ["volume-licensing", "web-direct", "csp", "other", "unknown"];
const ACTIVITIES = ["presales", "usage", "revenue-association"];
const HOLDERS = ["us", "other-partner"];

/** What each member of a row is read as; those with `!` have to be there. */
const SHAPES = {
  tenants: { tenantId: "guid!", domains: "domains", cloud: ["global", "us-gov", "china"] },
  unresolvedDomains: {
    domain: "asked!", // also what the directory has refused as no domain at all
    reason: ["not-found", "malformed", "other-cloud"],
  },
  subscriptions: {
    id: "guid!",
    commerceSubscriptionId: "guid",
    tenantId: "guid",
    skuId: "guid",
    skuPartNumber: "text",
    productName: "text",
    status: STATUSES,
    channel: CHANNELS,
    ownerTenantId: "guid",
    provisioning: ["provisioned", "pending", "failed"],
    endsOn: "day",
    createdOn: "day",
    trial: "flag",
    excerpt: "flag",
    claimedBy: HOLDERS,
  },
  partnerIds: {
    id: "text!",
    kind: ["location", "global-account"],
    partnerType: "text",
    enrolled: "flag",
    name: "text",
  },
  associations: {
    tenantId: "guid!",
    holder: HOLDERS,
    subscriptionId: "guid",
    product: "text",
    activity: ACTIVITIES,
    status: "text",
    claimId: "text",
  },
};
/** Members that nothing is decided by, or that are read on their own. */
const BESIDE = {
  ...{ tenants: ["source", "asOf"], unresolvedDomains: ["asOf"], subscriptions: ["asOf"] },
  ...{ partnerIds: ["programs", "asOf"], associations: ["since", "asOf"] },
};
/** Without these a row of the part says nothing. */
const NEEDED = { unresolvedDomains: ["reason"], associations: ["holder"] };

/** Each part as readable rows, and what could not be read as `{ part, row }`. */
export function readEvidence(evidence, today) {
  const told = [];
  const parts = {};
  const isNone = evidence === undefined || evidence === null;
  const isWrong = !isNone && (typeof evidence !== "object" || Array.isArray(evidence));
  if (isWrong) told.push({ part: "evidence", row: "" });
  // What `mergeEvidence` leaves of contradictions, and of parts that it could not read.
  const unread = isNone || isWrong ? [] : (evidence.unread ?? []);
  for (const part of unread) told.push({ part, row: "" });
  const isLost = isWrong || unread.includes("evidence");
  const joined = isNone || isWrong ? [] : (evidence.problems ?? []);
  for (const part of Object.keys(SHAPES)) {
    const list = isNone || isWrong ? undefined : evidence[part];
    parts[part] = { rows: [], lost: isLost || unread.includes(part) };
    if (list === undefined || list === null) continue;
    if (Array.isArray(list)) {
      for (const [at, row] of list.entries()) readRow(part, row, at + 1, parts[part], told, today);
    } else {
      told.push({ part, row: "" });
      parts[part].lost = true;
    }
  }
  return {
    parts,
    isLost,
    told,
    contradictions: joined.filter(({ code }) => code === "contradiction"),
  };
}

function readRow(part, row, number, into, told, today) {
  const fail = () => told.push({ part, row: `${number}` });
  if (typeof row !== "object" || row === null || Array.isArray(row)) {
    into.lost = true;
    return fail();
  }
  const read = { unsure: [...(row.unread ?? [])] };
  for (const [name, shape] of Object.entries(SHAPES[part])) {
    const value = row[name];
    // It says that there is none; of the others `null` says nothing.
    if (value === null && name === "ownerTenantId") read[name] = null;
    if (value === undefined || value === null || value === "") continue;
    const found = readValue(value, shape);
    if (found === undefined || (shape === "domains" && found.length < value.length))
      read.unsure.push(name);
    if (found !== undefined) read[name] = found;
  }
  read.unsure.push(...misspelled(part, row));
  readAsOf(part, row.asOf, read, today);
  const needed = Object.keys(SHAPES[part]).filter((name) => `${SHAPES[part][name]}`.endsWith("!"));
  const missing = [...needed, ...(NEEDED[part] ?? [])].some((name) => read[name] === undefined);
  if (missing) into.lost = true;
  else into.rows.push(read);
  const isOnlyLate = read.isLate && read.unsure.length === 1;
  if (isOnlyLate) told.push({ part, row: ANYTHING });
  else if (missing || read.unsure.length > 0) fail();
}

/** The members that are there under a name which is nearly theirs: what they say is not known. */
function misspelled(part, row) {
  const names = [...Object.keys(SHAPES[part]), ...BESIDE[part]];
  const letters = (name) => name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const inOrder = (name) => [...letters(name)].sort().join("");
  const isNear = (odd) => (name) => {
    const distance = edits(letters(odd), letters(name));
    if (distance === 0 || name.length < 4) return distance === 0;
    return distance <= Math.ceil(name.length / 10) || inOrder(odd) === inOrder(name);
  };
  const odd = Object.keys(row).filter(
    (name) => name !== "unread" && (row[name] ?? null) !== null && !names.includes(name),
  );
  return odd.map((name) => names.find(isNear(name))).filter(Boolean);
}

/** A value as it is compared; undefined if it cannot be read. */
function readValue(value, shape) {
  if (Array.isArray(shape)) {
    const word = typeof value === "string" ? seen(value).toLowerCase().replace(/[ _]/g, "-") : "";
    return shape.includes(word) ? word : undefined;
  }
  const kind = shape.replace("!", "");
  if (kind === "flag") return typeof value === "boolean" ? value : undefined;
  if (kind === "domains") {
    if (!Array.isArray(value)) return undefined;
    return value
      .map((name) => (typeof name === "string" ? domain(name) : undefined))
      .filter(Boolean);
  }
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  if (kind === "guid") return guid(seen(value));
  if (kind === "asked") return domain(seen(value)) ?? seen(value).toLowerCase();
  if (kind === "day") return dayIn(seen(value));
  return seen(value);
}

/** Of a statement without a day, and of one whose day is still to come: it wins over no other. */
const NOW = "9999";
const LONG_AGO = "0000";

/** `day(name)`: the day of what a row says of `name`. */
function readAsOf(part, asOf, row, today) {
  const readDay = (value) => {
    if (value === undefined || value === null || value === "") return NOW;
    const day = typeof value === "string" ? dayIn(value) : undefined;
    if (day !== undefined && day <= today) return day;
    if (!row.unsure.includes("asOf")) row.unsure.push("asOf");
    // `mergeEvidence` leaves "unknown" of a day to come.
    row.isLate ||= day !== undefined || value === "unknown";
    return day !== undefined || value === "unknown" ? LONG_AGO : NOW;
  };
  const isByName =
    ["tenants", "subscriptions"].includes(part) &&
    typeof asOf === "object" &&
    asOf !== null &&
    !Array.isArray(asOf);
  const days = isByName
    ? Object.fromEntries(
        Object.entries(asOf).map(([name, day]) => [
          part === "tenants" ? domain(name) : name,
          readDay(day),
        ]),
      )
    : readDay(asOf);
  row.day = (name) => (isByName ? (days[name] ?? NOW) : days);
}
