// Every public function with drawn input: `ask(library, of)` asks one, where `of` gives what that library has in place of
// held evidence. What makes, changes, or waits for state is in world.mjs.
import { readFileSync } from "node:fs";
import { drawn } from "../oracle/cases.mjs";

const sample = (name) => readFileSync(new URL(`../samples/${name}`, import.meta.url));
const EXPORTS = ["graph-subscriptions.json", "partner-profile.csv", "graph-contracts.json"].map(
  sample,
);
const CLAIMS = sample("claims.csv");
const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const MAIL = `Hello,\nTenant ID: ${TENANT}\nMPN 5357564, contoso.com\n`;
const ODD = [
  undefined,
  null,
  {},
  7,
  "x",
  [],
  { subscriptions: 7 },
  { tenants: [7n], odd: () => 1 },
];
const TODAYS = ["2026-11-22", "2021-03-01", "2027-03-01", "9999-12-31", "tomorrow", undefined];

/** What is drawn for a call. */
function given(random, evidence) {
  const { claim, ruleset } = drawn(random);
  const options = {
    ruleset: random.of([ruleset, undefined, "1999-01", "latest"]),
    locale: random.of(["en", "de", "de-AT", "la", undefined]),
    today: random.of(TODAYS),
  };
  const odd = random.of(ODD);
  return {
    claim: random.oneIn(8) ? odd : claim,
    evidence,
    options: random.oneIn(12) ? odd : options,
  };
}

const bytesOf = (random) => random.of([...EXPORTS, CLAIMS, MAIL, "[]", "", "\0\u0001"]);

/** By the functions’ names: by their input and what else is drawn, who asks. */
export const CALLS = {
  checkClaim:
    ({ claim, evidence, options }) =>
    (lib, of) =>
      lib.checkClaim(claim, of(evidence), options),
  compareEditions:
    ({ claim, evidence, options }) =>
    (lib, of) =>
      lib.compareEditions(claim, of(evidence), options),
  timeline:
    ({ claim, evidence, options }) =>
    (lib, of) =>
      lib.timeline(claim, of(evidence), options),
  diagnoseSubscription: ({ claim, evidence, options }, random) => {
    const answers = random.of([{}, { channel: "csp" }, { source: "order" }, 7]);
    return (lib, of) => lib.diagnoseSubscription(claim, of(evidence), { ...options, answers });
  },
  adviseActivity: ({ claim, options }, random) => {
    const answers = { solutionArea: claim?.solutionArea, seeksPayment: random.of(["yes", "no"]) };
    return (lib) => lib.adviseActivity(answers, options);
  },
  advisePartnerId: ({ options }, random) => {
    const { partnerIds } = drawn(random).evidence;
    return (lib) => lib.advisePartnerId(partnerIds, { fastTrack: true }, options);
  },
  planClaims: ({ evidence, options }, random) => {
    const context = {
      contributions: [random.of(["drives-usage", "presales"])],
      workloads: ["Teams"],
    };
    return (lib, of) => lib.planClaims(of(evidence), context, options);
  },
  customerLetter:
    ({ claim, evidence, options }) =>
    (lib, of) =>
      lib.customerLetter(lib.checkClaim(claim, of(evidence), options), claim, {}, options),
  readReply:
    ({ claim, options }) =>
    (lib) =>
      lib.readReply(`1. ${TENANT}\n2. yes`, lib.checkClaim(claim, {}, options), { claim }),
  classifyIdentifier: ({ claim, evidence }, random) => {
    const text = random.of([claim?.subscriptionId, claim?.partnerId, "contoso.com", TENANT, 7n]);
    return (lib, of) => lib.classifyIdentifier(text, of(evidence));
  },
  findFields:
    ({ evidence }) =>
    (lib, of) =>
      lib.findFields(MAIL, { evidence: of(evidence) }),
  claimForm:
    ({ claim, options }) =>
    (lib) =>
      lib.claimForm(claim, options),
  proofChecklist:
    ({ claim, options }) =>
    (lib) =>
      lib.proofChecklist(claim, options),
  afterFiling: ({ claim, options }, random) => {
    const status = random.of(["rejected", "approved", "partner-action-required", "odd"]);
    return (lib) => lib.afterFiling({ ...claim, status, on: "2026-11-02" }, options);
  },
  toCalendar:
    ({ claim, options }) =>
    (lib) =>
      lib.toCalendar(lib.timeline(claim, {}, options), { today: "2026-11-22", locale: "de" }),
  checkRecord:
    ({ claim, evidence, options }) =>
    (lib, of) =>
      lib.checkRecord(lib.checkClaim(claim, of(evidence), options), claim, of(evidence)),
  verifyRecord: ({ claim, evidence, options }, random) => {
    const other = random.oneIn(2) ? claim : drawn(random).claim;
    return (lib, of) => {
      const record = lib.checkRecord(
        lib.checkClaim(claim, of(evidence), options),
        claim,
        of(evidence),
      );
      return lib.verifyRecord(record, other, of(evidence), options);
    };
  },
  readEvidence: ({ options }, random) => {
    const bytes = bytesOf(random);
    return (lib) => lib.readEvidence(bytes, { ...options, tenantId: TENANT });
  },
  mergeEvidence: ({ evidence }, random) => {
    const other = random.of([drawn(random).evidence, ...ODD]);
    return (lib, of) => lib.mergeEvidence(of(evidence), other);
  },
  batchLayout: (_, random) => {
    const [bytes, columns] = [bytesOf(random), random.of([undefined, ["partnerId"], 7n, [null]])];
    return (lib) => lib.batchLayout(bytes, columns);
  },
  checkBatch: ({ evidence, options }, random) => {
    const [bytes, limit] = [bytesOf(random), random.of([undefined, 0, 3, Number.NaN])];
    return (lib, of) => {
      const { toCsv, ...sums } = lib.checkBatch(bytes, of(evidence), { ...options, limit });
      return [sums, new TextDecoder().decode(toCsv())];
    };
  },
  describe:
    ({ options }) =>
    (lib) =>
      lib.describe(options),
  rulesets:
    ({ options }) =>
    (lib) =>
      lib.rulesets(options),
  compareRulesets:
    ({ options }) =>
    (lib) =>
      lib.compareRulesets("2020-06", options?.ruleset, options),
  negotiateLocale:
    ({ options }) =>
    (lib) =>
      lib.negotiateLocale([options?.locale]),
};

/** Those that answer with a promise. */
export const PROMISED = {
  readAnything: ({ options }, random) => {
    const all = [bytesOf(random), bytesOf(random), MAIL];
    const { ruleset, ...about } = typeof options === "object" ? { ...options } : {};
    return (lib) => lib.readAnything(all, { ...about, tenantId: TENANT });
  },
  lookUpTenant: ({ options }, random) => {
    const domain = random.of(["contoso.com", "fabrikam.com", "no domain", TENANT]);
    const issuer = `https://login.microsoftonline.com/${TENANT}/v2.0`;
    const fetch = async () => Response.json({ tenant_region_scope: "EU", issuer });
    const { locale } = typeof options === "object" ? { ...options } : {};
    return (lib) => lib.lookUpTenant(domain, { locale, fetch });
  },
  loadLocale: (_, random) => {
    const tag = random.of(["en", "de", "la"]);
    return (lib) => lib.loadLocale(tag);
  },
  init: (_, random) => {
    const parts = random.of([["check"], ["core"], ["check", "skus"], undefined]);
    return (lib) => lib.init({ parts, locales: ["en", "de"] });
  },
};

/** Drawn input of a call by its name; `evidence` is what may be held. */
export function asked(name, random, evidence) {
  const draw = CALLS[name] ?? PROMISED[name];
  return draw(given(random, evidence), random);
}
