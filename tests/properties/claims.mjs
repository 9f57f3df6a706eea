// What holds for the report on every claim.
import { LOCALES } from "cpor-preflight";
import { CLAIM, drawn, EDITIONS, TODAY } from "../oracle/cases.mjs";
import {
  checkClaim,
  classifyIdentifier,
  compareEditions,
  difference,
  essence,
  key,
  mapped,
  told,
} from "./subject.mjs";

const SEVERITIES = ["blocks", "warns", "informs"];
const FIELDS = Object.keys(CLAIM);
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Findings that more fields decide than they name: those that mending the field may take away. */
const DECIDED_TOO = {
  // An own claim for another activity is no duplicate; and not every activity is credited for each product.
  activity: /^(subscription-(already-claimed|unverified)|own-claim-exists)$/,
  competingPartner: /^subscription-unverified$/,
  customerDomain: /^(evidence-contradiction|tenant-)/,
  // Without a subscription ID, product and tenant find the only subscription that can be meant.
  customerTenantId:
    /^(evidence-contradiction|tenant-|subscription-|product-|competing-|own-|channel-)/,
  partnerId: /^evidence-contradiction$/,
  // A product that the tenant has not got is told instead of a subscription that is not listed.
  product:
    /^(evidence-contradiction|product-|competing-|own-|channel-|subscription-(?!id-(malformed|wrong)))/,
  // What was bought how, the person’s answer decides where the evidence lists no channel.
  purchaseChannel: /^subscription-unverified$/,
  solutionArea: /./,
  subscriptionId: /^(evidence-contradiction|tenant-|subscription-|product-|competing-|channel-)/,
};

export const CLAIMS = {
  "any value of any type gets a report": (random) => {
    const report = checkClaim(wild(random, 3), wild(random, 4), wild(random, 2));
    const ids = ({ checks }) => checks.map(({ id }) => id).join();
    return ids(report) === ids(checkClaim({})) ? "" : `checks are missing: ${ids(report)}`;
  },
  "findings are sorted, each told once, and the verdict follows": (random) => {
    const { checks, findings, verdict } = told(drawn(random));
    const places = findings.map(({ severity }) => SEVERITIES.indexOf(severity));
    const texts = findings.map((finding) => JSON.stringify(finding));
    const isOpen = checks.some(({ outcome }) => outcome === "unknown" || outcome === "fail");
    const due = places.includes(0) ? "fix" : isOpen ? "confirm" : "ready";
    if (places.some((place, at) => place < places[at - 1])) return "findings are out of order";
    return verdict !== due
      ? `verdict ${verdict}`
      : new Set(texts).size < texts.length
        ? "doubles"
        : "";
  },
  "what decides has a basis, and what is open says who can answer it": (random) => {
    const { checks } = told(drawn(random));
    const odd = checks.filter(
      ({ outcome, basis, asks }) =>
        Boolean(basis) !== ["pass", "fail"].includes(outcome) ||
        (outcome === "unknown" && !asks) ||
        (Boolean(asks) && ["pass", "not-applicable"].includes(outcome)),
    );
    return odd.map((check) => JSON.stringify(check)).join();
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
  "mending a field takes away only what it decides": (random) => {
    const one = drawn(random);
    const field = random.of(FIELDS);
    const mended = { ...one.claim, [field]: CLAIM[field] };
    if (field === "partnerId") delete mended.mpnId;
    // What was typed is named beside evidence that contradicts it, and goes with the field.
    const known = ({ params: { typed, ...params }, ...finding }) => key({ ...finding, params });
    const after = told({ ...one, claim: mended }).findings.map(known);
    const gone = told(one).findings.filter((finding) => !after.includes(known(finding)));
    const odd = gone.filter(
      ({ code, fields }) => !fields.includes(field) && !DECIDED_TOO[field]?.test(code),
    );
    return odd.map(({ code }) => `${field} takes away ${code}`).join();
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
    // Two Partner IDs that differ are not understood.
    const ids = understood.partnerId ? {} : one.claim;
    return difference(one, { ...one, claim: { ...claim, partnerId, ...ids, ...understood } });
  },
  "what editions say otherwise is what two plain checks say otherwise": (random) => {
    const { ruleset, claim, evidence } = drawn(random);
    const options = { ruleset, today: random.of([TODAY, "2023-10-09"]), locale: "en" };
    const base = checkClaim(claim, evidence, options);
    const told = compareEditions(claim, evidence, options);
    const due = EDITIONS.filter((id) => id !== base.ruleset).map((id) => {
      const other = checkClaim(claim, evidence, { ...options, ruleset: id });
      return {
        ruleset: id,
        verdict: other.verdict,
        added: other.findings
          .map(weighed)
          .filter((one) => !base.findings.map(weighed).includes(one)),
        removed: base.findings
          .map(weighed)
          .filter((one) => !other.findings.map(weighed).includes(one)),
      };
    });
    const found = told.map(({ ruleset: id, verdict, added, removed }) => ({
      ...{ ruleset: id, verdict },
      ...{ added: added.map(weighed), removed: removed.map(weighed) },
    }));
    return JSON.stringify(found) === JSON.stringify(due)
      ? ""
      : `${JSON.stringify(found)}, not ${JSON.stringify(due)}`;
  },
};

/** A finding whose severity differs is another one. */
const weighed = ({ severity, ...finding }) => `${severity} ${key(finding)}`;

function guidsAs(change, random) {
  const one = drawn(random);
  const changed = (text) => (GUID.test(text) ? change(text) : text);
  return difference(one, {
    ...one,
    claim: mapped(one.claim, changed),
    evidence: mapped(one.evidence, changed),
  });
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
    ...["tenants", "subscriptions", "id", "domains", "__proto__", "ruleset", "today"],
  ];
  const leaves = [
    ...[null, undefined, 0, -1, Number.NaN, 1e308, true, "", "\ud800", "x".repeat(99)],
    ...[7n, Symbol.iterator, Date],
  ];
  const list = () => Array.from({ length: random.below(4) }, () => wild(random, depth - 1));
  const object = () => Object.fromEntries(list().map((each) => [random.of(names), each]));
  return depth === 0 || random.oneIn(4) ? random.of(leaves) : random.oneIn(3) ? list() : object();
}
