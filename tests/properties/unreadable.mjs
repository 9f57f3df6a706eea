// What evidence that cannot be read in full may change: nothing for the better, and it is told.
import { drawn } from "../oracle/cases.mjs";
import { gained } from "./evidence.mjs";
import { difference, holdEvidence, mergeEvidence, told } from "./subject.mjs";

export const UNREADABLE = {
  "making one value of evidence unreadable never turns unknown or fail into a pass": (random) => {
    const one = drawn(random);
    const spoiled = withUnreadable(one.evidence, random, true);
    if (!spoiled) return "";
    const passes = gained(told(one), told({ ...one, evidence: spoiled.evidence }), () => false);
    return named(spoiled, passes || untold(one, spoiled));
  },
  "adding an unreadable member makes nothing better, and is told": (random) => {
    const one = drawn(random);
    const spoiled = random.oneIn(2)
      ? withUnreadable(one.evidence, random, false)
      : besideUnreadable(one.evidence, random);
    return spoiled ? named(spoiled, better(one, spoiled) || untold(one, spoiled)) : "";
  },
  "a misspelled member makes nothing better, and is told": (random) => {
    const one = drawn(random);
    const spoiled = withMisspelled(one.evidence, random);
    if (!spoiled) return "";
    const after = told({ ...one, evidence: spoiled.evidence });
    return named(spoiled, gained(told(one), after, () => false) || untold(one, spoiled));
  },
  "a day as a Date and a number as a BigInt are read, whatever cannot be read beside them": (
    random,
  ) => {
    const { claim, ruleset, evidence } = drawn(random);
    const some = random.oneIn(3) ? { evidence } : besideUnreadable(evidence, random);
    const changed = withTexts(some.evidence, (text) => {
      if (/^\d{4}-\d\d-\d\d$/.test(text)) return new Date(`${text}T00:00:00Z`);
      return /^[1-9]\d*$/.test(text) ? BigInt(text) : text;
    });
    const one = { claim, ruleset, evidence: some.evidence };
    return named(some, difference(one, { ...one, evidence: changed }));
  },
};

const named = ({ name }, fault) => fault && `${name ?? ""}: ${fault}`;

/** Values that JSON has not, or calls null, by name. */
const VALUES = {
  symbol: () => Symbol("value"),
  function: () => () => "value",
  map: () => new Map([["id", "x"]]),
  promise: () => Promise.resolve(),
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
  getter: () => {
    throw new Error("getter");
  },
};
const MEMBERS = {
  tenants: ["tenantId", "domains", "cloud", "asOf"],
  unresolvedDomains: ["domain", "reason", "asOf"],
  subscriptions: [
    ...["id", "commerceSubscriptionId", "tenantId", "skuId", "skuPartNumber", "status", "channel"],
    ...["ownerTenantId", "provisioning", "endsOn", "trial", "claimedBy", "asOf", "excerpt"],
  ],
  partnerIds: ["id", "kind", "partnerType", "enrolled", "asOf"],
  associations: ["tenantId", "product", "subscriptionId", "activity", "holder", "status", "asOf"],
};

/** An object with a member that cannot be read. */
function with_(object, name, kind) {
  return Object.defineProperty(Array.isArray(object) ? [...object] : { ...object }, name, {
    ...{ enumerable: true, configurable: true },
    get: VALUES[kind],
  });
}

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
  const kind = random.of(Object.keys(VALUES));
  const rows = evidence[part].map((each, place) => (place === at ? with_(row, name, kind) : each));
  return { name: `${part} ${at} ${name} ${kind}`, evidence: { ...evidence, [part]: rows } };
}

/** Evidence with one value under a name that is nearly its own, or twice, also under such a name. */
function withMisspelled(evidence, random) {
  const parts = Object.keys(MEMBERS).filter((part) => evidence[part]?.length > 0);
  if (parts.length === 0) return undefined;
  const part = random.of(parts);
  const at = random.below(evidence[part].length);
  const row = evidence[part][at];
  const name = random.of(MEMBERS[part].filter((one) => (row[one] ?? "") !== ""));
  const odd = random.of([name.toUpperCase(), `_${name}`, name.replace(/[A-Z]|$/, "-$&")]);
  const { [name]: value, ...rest } = row;
  const spoiled = { ...(random.oneIn(2) ? row : rest), [odd]: value };
  const rows = evidence[part].map((each, place) => (place === at ? spoiled : each));
  return { name: `${part} ${at} ${odd}`, evidence: { ...evidence, [part]: rows } };
}

/** Evidence with something beside what it says that cannot be read: a row, a part, a name of a list. */
function besideUnreadable(evidence, random) {
  const kind = random.of(Object.keys(VALUES));
  const part = random.of(Object.keys(MEMBERS));
  const rows = evidence[part] ?? [];
  const place = random.of(["member", "row", "part", "domain"]);
  const name = `${place} ${part} ${kind}`;
  if (place === "member") return { name, evidence: with_(evidence, "note", kind) };
  if (place === "row")
    return { name, evidence: { ...evidence, [part]: with_(rows, rows.length, kind) } };
  if (place === "part" && rows.length === 0) return { name, evidence: with_(evidence, part, kind) };
  const [tenant] = evidence.tenants ?? [];
  if (!tenant) return { name: `${name} alone`, evidence: with_(evidence, "tenants", kind) };
  const domains = with_(tenant.domains, tenant.domains.length, kind);
  const others = evidence.tenants.slice(1);
  return { name, evidence: { ...evidence, tenants: [{ ...tenant, domains }, ...others] } };
}

/** With every text changed, at any depth; what cannot be read stays as it is. */
function withTexts(value, change) {
  if (typeof value === "string") return change(value);
  const isPlain = Object.prototype.toString.call(value) === "[object Object]";
  if (!Array.isArray(value) && !isPlain) return value;
  const copy = Array.isArray(value) ? [] : {};
  for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(value)))
    if (name !== "length")
      Object.defineProperty(
        copy,
        name,
        "value" in member ? { ...member, value: withTexts(member.value, change) } : member,
      );
  return copy;
}

/** Outcomes that are better with evidence that cannot be read in full. */
function better(one, { evidence }) {
  const rank = ({ outcome }) => ["fail", "unknown", "pass", "not-applicable"].indexOf(outcome);
  const before = told(one).checks;
  const after = told({ ...one, evidence }).checks;
  const odd = after.filter((check, at) => rank(check) > rank(before[at]));
  return odd.map(({ id, outcome }) => `${id} is ${outcome}`).join();
}

/** Is it told that the evidence cannot be read in full, also after a join that changes nothing else? */
function untold(one, { evidence }) {
  const direct = told({ ...one, evidence });
  const joined = told({ ...one, evidence: mergeEvidence(evidence, {}) });
  const held = holdEvidence(evidence);
  const kept = told({ ...one, evidence: held });
  held.release();
  const isTold = ({ findings }) => findings.some(({ code }) => code === "evidence-malformed");
  const outcomes = ({ checks }) => JSON.stringify(checks);
  if (!isTold(direct)) return "not told";
  if (!isTold(joined)) return "not told after a join";
  if (!isTold(kept)) return "not told of held evidence";
  if (outcomes(direct) !== outcomes(kept)) return "holding it changes outcomes";
  return outcomes(direct) === outcomes(joined) ? "" : "a join changes outcomes";
}
