// The built package as a host meets it: what the contract's examples promise, that any input of any
// type gets an answer of the right shape, and every way of loading it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import {
  adviseActivity,
  advisePartnerId,
  checkClaim,
  classifyIdentifier,
  compareEditions,
  describe,
  diagnoseSubscription,
  holdEvidence,
  init,
  LOCALES,
  loadLocale,
  mergeEvidence,
  negotiateLocale,
  planClaims,
  readEvidence,
  rulesets,
  timeline,
} from "cpor-preflight";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CONTOSO = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SUBSCRIPTION = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const TODAY = "2026-11-22";
const OPTIONS = { ruleset: "2020-06", locale: "en", today: TODAY };
const CLAIM = {
  userRole: "incentives-admin",
  customerTenantId: CONTOSO,
  customerDomain: "contoso.com",
  solutionArea: "business-applications",
  activity: "usage",
  purchaseChannel: "volume-licensing",
  product: "DYN365_ENTERPRISE_SALES",
  subscriptionId: SUBSCRIPTION,
  partnerId: "5357564",
  competingPartner: "no",
  proofOfExecution: "ready",
};
const EVIDENCE = {
  tenants: [{ tenantId: CONTOSO, domains: ["contoso.com"], source: "look-up" }],
  subscriptions: [
    {
      id: SUBSCRIPTION,
      tenantId: CONTOSO,
      skuId: "1e1a282c-9c54-43a2-9310-98ef728faace",
      status: "active",
      channel: "volume-licensing",
      provisioning: "provisioned",
    },
  ],
  partnerIds: [{ id: "5357564", kind: "location", enrolled: true }],
};
const CANDIDATES = EVIDENCE.partnerIds;
const SAMPLE = sample("graph-subscriptions.json");

/** What the core calls its lists; the shapes below are held to them. */
let lists;
let checkIds;

before(async () => {
  await init();
  const described = describe({});
  lists = described.lists;
  checkIds = described.checks.map(({ id }) => id);
});

test("loading again changes nothing", async () => {
  const earlier = checkClaim(CLAIM, EVIDENCE, OPTIONS);
  await init();
  await Promise.all([init(), loadLocale("de"), init({ parts: ["check", "skus"] })]);
  assert.deepEqual(checkClaim(CLAIM, EVIDENCE, OPTIONS), earlier);
});

/* The contract's examples */

test("a good claim with evidence of everything is ready", () => {
  const report = checkClaim(CLAIM, EVIDENCE, { ruleset: "2020-06", locale: "de", today: TODAY });
  assert.deepEqual(reportFaults(report), []);
  assert.deepEqual(
    [report.ruleset, report.locale, report.today, report.verdict, report.findings],
    ["2020-06", "de", TODAY, "ready", []],
  );
  assert.deepEqual(report.understood, {
    ...CLAIM,
    product: "Dynamics 365 for Sales Enterprise Edition (DYN365_ENTERPRISE_SALES)",
  });
});

test("a claim without evidence is to be confirmed, never passed", () => {
  const report = checkClaim(CLAIM, undefined, OPTIONS);
  assert.deepEqual(reportFaults(report), []);
  assert.equal(report.verdict, "confirm");
  const open = report.checks.filter(({ outcome }) => outcome === "unknown").map(({ id }) => id);
  assert.deepEqual(open, [
    "tenant-domain",
    "subscription-on-tenant",
    "subscription-dynamics",
    "subscription-not-csp",
    "subscription-provisioned",
    "subscription-status",
    "partner-id-enrolled",
    "partner-id-type",
  ]);
});

test("texts are filled with words, not with codes", () => {
  const claim = { ...CLAIM, customerTenantId: "contoso.com", ownTenantId: "x" };
  const told = (locale) =>
    checkClaim(claim, EVIDENCE, { ...OPTIONS, locale }).findings.map(({ what }) => what);
  assert.deepEqual(told("en").slice(0, 2), [
    "You entered a domain as the customer tenant ID.",
    "The value of “Your own tenant ID” couldn’t be read.",
  ]);
  const [first] = told("de");
  assert.match(first, /eine Domäne|eine Domain/);
});

test("a field that claims do not have is named as it was sent", () => {
  for (const name of ["id", "status", "Product", "constructor", "toString"]) {
    const { findings } = checkClaim({ [name]: 1 }, {}, OPTIONS);
    const { what } = findings.find(({ code }) => code === "unknown-field");
    assert.equal(what, `Claims have no field named “${name}”.`);
  }
});

test("without a subscription ID, the finding says what the tenant’s list has", () => {
  const tenant = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
  const [first, second] = [1, 2].map((number) => `0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a0${number}`);
  const claim = {
    ...{ customerTenantId: tenant, solutionArea: "business-applications" },
    ...{ product: "Dynamics 365 Sales", purchaseChannel: "volume-licensing" },
  };
  const row = (id, sku, more) => ({
    id,
    tenantId: tenant,
    status: "active",
    skuPartNumber: sku,
    ...more,
  });
  const sales = "DYN365_ENTERPRISE_SALES";
  for (const [subscriptions, match, suggestion] of [
    [[], "unknown", ""],
    [[row(first, sales, { excerpt: true })], "unknown", ""],
    [[row(first, "DYN365_FINANCE")], "none", ""],
    [[row(first, sales), row(second, "DYN365_FINANCE")], "one", first],
    [[row(first, sales, { channel: "csp" })], "unfit", first],
    [[row(first, sales, { trial: true })], "unfit", first],
    [[row(first, sales), row(second, sales)], "several", ""],
    // What the second one is for is not known: which one is meant is not, either.
    [[row(first, sales), row(second, "NEW")], "listed", ""],
    [[row(first, "NEW")], "listed", ""],
  ]) {
    const { findings } = checkClaim(claim, { subscriptions }, { today: "2026-11-22" });
    const { params } = findings.find(({ code }) => code === "subscription-id-missing");
    assert.deepEqual(params, { match, suggestion }, JSON.stringify(subscriptions));
  }
});

test("the activity guide", () => {
  const area = { solutionArea: "business-applications", purchaseChannel: "web-direct" };
  const cases = [
    [{ ...area, contribution: "influenced-purchase", seeksPayment: "yes" }, "presales", false],
    [{ ...area, contribution: "drives-usage", seeksPayment: "yes" }, "usage", false],
    [
      { ...area, contribution: "business-influencer", seeksPayment: "no" },
      "revenue-association",
      false,
    ],
    [{ solutionArea: "microsoft-365", contribution: "drives-usage" }, "usage", false],
    [{ ...area, purchaseChannel: "csp" }, null, false],
    [{}, null, true],
  ];
  for (const [answers, activity, asks] of cases) {
    const advice = adviseActivity(answers, OPTIONS);
    assert.deepEqual(activityFaults(advice), []);
    assert.equal(advice.activity, activity, JSON.stringify(answers));
    assert.equal(advice.nextQuestion !== null, asks, JSON.stringify(answers));
  }
});

test("the activity guide's answer passes the activity checks", () => {
  for (const solutionArea of lists.SolutionArea) {
    for (const contribution of lists.Contribution) {
      for (const seeksPayment of lists.SeeksPayment) {
        const answers = { solutionArea, contribution, seeksPayment, purchaseChannel: "web-direct" };
        const { activity } = adviseActivity(answers, OPTIONS);
        if (activity === null) continue;
        const report = checkClaim({ ...CLAIM, solutionArea, activity }, EVIDENCE, OPTIONS);
        assert.equal(outcome(report, "activity"), "pass", JSON.stringify(answers));
      }
    }
  }
});

test("the Partner ID guide", () => {
  const globalAccount = { id: "4391507", kind: "global-account", enrolled: true };
  const advice = advisePartnerId(
    [globalAccount, ...CANDIDATES],
    { solutionArea: "business-applications", activity: "usage", fastTrack: false },
    OPTIONS,
  );
  assert.deepEqual(partnerIdFaults(advice), []);
  assert.equal(advice.partnerId, "5357564");
  assert.deepEqual(
    advice.ranking.map(({ id, fit }) => [id, fit]),
    [
      ["5357564", "fits"],
      ["4391507", "does-not-fit"],
    ],
  );
  assert.equal(advisePartnerId([], {}, OPTIONS).partnerId, null);
});

/** As the reports themselves say it; a finding that weighs otherwise is in both lists. */
test("editions are compared", () => {
  const held = {
    ...EVIDENCE,
    associations: [{ tenantId: CONTOSO, subscriptionId: SUBSCRIPTION, holder: "other-partner" }],
  };
  for (const [own, other] of [
    ["2020-06", "2023-10"],
    ["2023-10", "2020-06"],
    [undefined, "2020-06"],
  ]) {
    const options = { ...OPTIONS, ruleset: own };
    const [difference, ...none] = compareEditions(CLAIM, held, options);
    assert.deepEqual(none, []);
    const [base, report] = [options, { ...OPTIONS, ruleset: other }].map((one) =>
      checkClaim(CLAIM, held, one),
    );
    assert.equal(difference.ruleset, other);
    assert.equal(difference.verdict, report.verdict);
    const weighs = (findings) =>
      findings.find(({ code }) => code === "subscription-already-claimed")?.severity;
    assert.equal(weighs(difference.added), weighs(report.findings));
    assert.equal(weighs(difference.removed), weighs(base.findings));
    for (const finding of difference.added)
      assert.deepEqual(
        report.findings.find(({ code }) => code === finding.code),
        finding,
      );
  }
  assert.deepEqual(compareEditions(), compareEditions({}, {}, {}));
  const handle = holdEvidence(held);
  assert.deepEqual(compareEditions(CLAIM, handle, OPTIONS), compareEditions(CLAIM, held, OPTIONS));
});

test("the rule set is that of the claim's day", () => {
  for (const [submittedOn, options, expected] of [
    [undefined, {}, "2023-10"],
    ["2021-03-01", {}, "2020-06"],
    ["2021-03-01", { ruleset: "latest" }, "2023-10"],
    [undefined, { today: "2023-10-09" }, "2020-06"],
  ]) {
    const report = checkClaim({ ...CLAIM, submittedOn }, EVIDENCE, { today: TODAY, ...options });
    assert.equal(report.ruleset, expected);
    assert.ok(report.findings.every(({ source }) => source.ruleset === expected));
  }
  assert.equal(describe({ ruleset: "latest" }).ruleset.id, "2023-10");
});

test("the timeline is the report's", () => {
  const claim = { ...CLAIM, competingPartner: "yes", submittedOn: "2026-11-20" };
  const steps = timeline(claim, EVIDENCE, OPTIONS);
  assert.deepEqual(steps, checkClaim(claim, EVIDENCE, OPTIONS).timeline);
  assert.deepEqual(
    steps.map(({ step, from, by }) => [step, from, by]),
    [
      ["submit", "2026-11-20", undefined],
      ["customer-notice", "2026-11-20", undefined],
      ["review-starts", "2026-11-20", "2026-11-27"],
      ["review", "2026-11-20", "2026-12-04"],
      ["comments", "2026-11-20", undefined],
      ["arbitration", "2026-12-04", undefined],
      ["answer", undefined, undefined],
      ["dispute", undefined, undefined],
      ["customer-opt-out", undefined, undefined],
    ],
  );
});

test("identifiers are told apart", () => {
  const cases = [
    ["", "empty", "", "certain"],
    ["\u200b\ufeff\u00a0", "empty", "", "certain"],
    [`{${CONTOSO.toUpperCase()}}`, "tenant-id", CONTOSO, "certain"],
    [SUBSCRIPTION.replaceAll("-", ""), "subscription-id", SUBSCRIPTION, "certain"],
    [`https://portal.example/#${CONTOSO}/x`, "tenant-id", CONTOSO, "likely"],
    [
      "d3b0c442-98fc-4c14-9afb-f4c8996fb924",
      "guid",
      "d3b0c442-98fc-4c14-9afb-f4c8996fb924",
      "certain",
    ],
    [
      "1e1a282c-9c54-43a2-9310-98ef728faace",
      "sku-id",
      "1e1a282c-9c54-43a2-9310-98ef728faace",
      "certain",
    ],
    ["dyn365_finance", "sku-part-number", "DYN365_FINANCE", "certain"],
    ["CFQ7TTC0LH18:0001:CFQ7TTC0K971", "offer-id", "CFQ7TTC0LH18:0001:CFQ7TTC0K971", "certain"],
    ["CFQ7TTC0LH18", "product-id", "CFQ7TTC0LH18", "certain"],
    ["94e858b6d855", "order-id", "94e858b6d855", "likely"],
    ["MS-AZR-0145P", "azure-offer", "MS-AZR-0145P", "certain"],
    [
      `${CONTOSO}_1e1a282c-9c54-43a2-9310-98ef728faace`,
      "account-sku",
      `${CONTOSO}_1e1a282c-9c54-43a2-9310-98ef728faace`,
      "certain",
    ],
    ["MPN ID: 535 7564", "partner-id", "5357564", "certain"],
    ["4391507", "partner-id", "4391507", "likely"],
    ["contoso.com", "domain", "contoso.com", "certain"],
    ["münchen.de", "domain", "xn--mnchen-3ya.de", "certain"],
    ["anna@contoso.com", "email", "contoso.com", "certain"],
    ["https://contoso.com/", "url", "contoso.com", "certain"],
    ["common", "tenant-id", "common", "certain"],
    ["xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "placeholder", "", "certain"],
    ["your-tenant-id", "placeholder", "", "certain"],
    ["hello world", "unknown", "", "likely"],
  ];
  for (const [text, kind, value, confidence] of cases) {
    assert.deepEqual(classifyIdentifier(text, EVIDENCE), { kind, value, confidence }, text);
  }
});

test("an export is read from text and from bytes of any encoding that exports have", () => {
  const expected = readEvidence(SAMPLE, { tenantId: CONTOSO });
  assert.deepEqual(exportFaults(expected), []);
  assert.deepEqual([expected.kind, expected.rows], ["graph-subscriptions", 6]);
  assert.deepEqual(expected.problems, []);
  const utf8 = new TextEncoder().encode(SAMPLE);
  const padded = Buffer.concat([Buffer.from("xxx"), utf8, Buffer.from("yy")]);
  const wide = Buffer.from(`\ufeff${SAMPLE}`, "utf16le");
  const forms = {
    "text with a byte-order mark": `\ufeff${SAMPLE}`,
    Uint8Array: utf8,
    ArrayBuffer: utf8.slice().buffer,
    Buffer: Buffer.from(SAMPLE),
    DataView: new DataView(utf8.slice().buffer),
    "a part of a larger buffer": new Uint8Array(padded.buffer, padded.byteOffset + 3, utf8.length),
    "UTF-8 with a byte-order mark": Buffer.from(`\ufeff${SAMPLE}`),
    "UTF-16LE with a byte-order mark": wide,
    "UTF-16BE with a byte-order mark": Buffer.from(wide).swap16(),
  };
  for (const [name, form] of Object.entries(forms)) {
    assert.deepEqual(readEvidence(form, { tenantId: CONTOSO }), expected, name);
  }
});

test("a large export tells its progress, whatever the caller does with it", () => {
  const { value } = JSON.parse(SAMPLE);
  const size = JSON.stringify(value).length;
  const rows = Array.from({ length: Math.ceil(5e6 / size) }, () => value).flat();
  const customers = ["Microsoft ID,Company name,Primary domain name,Relationship"].concat(
    Array.from({ length: 1e5 }, () => `${CONTOSO},Contoso,contoso.com,Reseller`),
  );
  for (const text of [JSON.stringify(rows), `${customers.join("\n")}\n`]) {
    const told = [];
    const onProgress = (...numbers) => {
      told.push(numbers);
      throw new Error("the caller's own");
    };
    const expected = readEvidence(text, { tenantId: CONTOSO });
    assert.deepEqual(readEvidence(text, { tenantId: CONTOSO, onProgress }), expected);
    const total = text.length;
    assert.ok(told.length >= total / 2e6 && told.length <= total / 5e5, `${told.length} calls`);
    assert.deepEqual(told.at(-1), [total, total]);
    assert.ok(told.every(([done], at) => at === 0 || done >= told[at - 1][0]));
  }
});

test("the table of SKUs says where it is from", () => {
  const { source, url, date, count } = describe().skuTable;
  assert.ok(source.includes("licensing") && url.startsWith("https://learn.microsoft.com/"));
  assert.deepEqual([isDay(date), count], [true, 620]);
});

test("the tenant of an export is said, or joined from another, never assumed", () => {
  const subscriptions = readEvidence(SAMPLE).evidence;
  const skus = readEvidence(sample("graph-subscribed-skus.json")).evidence;
  const said = readEvidence(SAMPLE, { tenantId: CONTOSO }).evidence;
  const asked = (evidence) =>
    outcome(checkClaim(CLAIM, evidence, OPTIONS), "subscription-on-tenant");
  assert.equal(asked(subscriptions), "unknown");
  assert.equal(asked(said), "pass");
  assert.equal(asked(mergeEvidence(subscriptions, skus)), "pass");
  assert.deepEqual(mergeEvidence(subscriptions, skus), mergeEvidence(skus, subscriptions));
  assert.deepEqual(mergeEvidence(said, said), mergeEvidence(said, undefined));
});

test("held evidence answers as evidence does, whatever was used in between", () => {
  const held = holdEvidence(EVIDENCE);
  const asked = (evidence) => [
    checkClaim(CLAIM, evidence, OPTIONS),
    timeline(CLAIM, evidence, OPTIONS),
    diagnoseSubscription(CLAIM, evidence, OPTIONS),
    classifyIdentifier(SUBSCRIPTION, evidence),
  ];
  const expected = asked(EVIDENCE);
  assert.notDeepEqual(asked(undefined), expected);
  assert.deepEqual(asked(held), expected);
  const other = holdEvidence();
  assert.deepEqual(asked(other), asked({}));
  assert.deepEqual(asked(held), expected);
  other.add(JSON.stringify(EVIDENCE));
  assert.deepEqual(asked(other), expected);
  other.release();
  assert.deepEqual(asked(held), expected);
  held.release();
});

test("held evidence is joined, in whatever slices it comes", () => {
  const contradicting = { subscriptions: [{ id: SUBSCRIPTION, status: "expired" }] };
  const whole = mergeEvidence(EVIDENCE, contradicting);
  const expected = checkClaim(CLAIM, whole, OPTIONS);
  for (const parts of [[whole], [EVIDENCE, contradicting], [contradicting, EVIDENCE, EVIDENCE]]) {
    const held = holdEvidence();
    for (const part of parts) {
      checkClaim(CLAIM, held, OPTIONS);
      held.add(part);
    }
    assert.deepEqual(checkClaim(CLAIM, held, OPTIONS), expected);
    held.release();
  }
  const slices = holdEvidence();
  for (const [part, rows] of Object.entries(whole)) {
    for (const row of rows) slices.add({ [part]: [row] });
  }
  assert.deepEqual(checkClaim(CLAIM, slices, OPTIONS), expected);
});

test("evidence that its caller just lets go of leaves the core’s memory as well", async () => {
  const program = `
    const { Instance } = WebAssembly;
    let memory;
    WebAssembly.Instance = function (...given) {
      const instance = new Instance(...given);
      if (instance.exports.holdEvidence) ({ memory } = instance.exports);
      return instance;
    };
    const { init, holdEvidence } = await import("cpor-preflight");
    await init();
    const id = (i) => "0b6f4c1e-2d83-47aa-9f10-" + String(i).padStart(12, "0");
    const rows = Array.from({ length: 5000 }, (_, i) => ({ id: id(i), tenantId: id(i) }));
    const holdSome = async (times) => {
      for (let i = 0; i < times; i += 1) {
        holdEvidence({ subscriptions: rows });
        gc();
        await new Promise((done) => setTimeout(done));
      }
      return memory.buffer.byteLength;
    };
    console.log(JSON.stringify([await holdSome(3), await holdSome(20)]));`;
  const given = ["--expose-gc", "--input-type=module", "-e", program];
  const { stdout } = await promisify(execFile)(process.execPath, given, { cwd: ROOT });
  const [before, after] = JSON.parse(stdout);
  assert.ok(after <= before * 2, `${before} → ${after}`);
});

test("evidence that is no longer held, or not here, is evidence that cannot be read", () => {
  const released = holdEvidence(EVIDENCE);
  released.release();
  released.release();
  released.add(EVIDENCE);
  const foreign = { ...holdEvidence(EVIDENCE) };
  const damaged = holdEvidence(`${JSON.stringify(EVIDENCE).slice(0, -1)},`);
  for (const evidence of [released, foreign, damaged, holdEvidence("x"), holdEvidence(7)]) {
    const codes = codesOf(checkClaim(CLAIM, evidence, OPTIONS));
    assert.ok(codes.includes("evidence-malformed"), `${codes}`);
    classifyIdentifier(SUBSCRIPTION, evidence);
  }
  assert.throws(() => structuredClone(holdEvidence(EVIDENCE)), { name: "DataCloneError" });
});

test("a look-up says which tenant a domain belongs to, or that none has it", () => {
  const found = readEvidence(sample("openid-contoso.json"), { domain: "contoso.com" });
  assert.equal(outcome(checkClaim(CLAIM, found.evidence, OPTIONS), "tenant-domain"), "pass");
  const missing = readEvidence(sample("openid-not-found.json"));
  const report = checkClaim(
    { ...CLAIM, customerDomain: "contosso.com" },
    missing.evidence,
    OPTIONS,
  );
  assert.deepEqual(codesOf(report).slice(0, 1), ["tenant-not-found"]);
  const named = readEvidence(sample("openid-contoso.json"), {
    name: "https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration",
  });
  assert.deepEqual(named.evidence, found.evidence);
});

test("the sample claims, row by row", () => {
  const evidence = [
    readEvidence(SAMPLE, { tenantId: CONTOSO }),
    readEvidence(sample("openid-contoso.json"), { domain: "contoso.onmicrosoft.com" }),
  ].reduce((all, { evidence }) => mergeEvidence(all, evidence), {});
  const reports = claimsOf(sample("claims.csv")).map((claim) =>
    checkClaim(claim, evidence, OPTIONS),
  );
  const told = reports.map((report) => [report.verdict, ...codesOf(report)]);
  assert.deepEqual(told, [
    ["confirm", "partner-id-unverified"],
    ["confirm", "subscription-in-grace", "subscription-ending", "partner-id-unverified"],
    ["fix", "channel-not-eligible", "partner-id-unverified"],
    ["fix", "activity-not-in-area", "partner-id-unverified"],
    ["confirm", "competing-claim", "partner-id-unverified"],
    [
      "fix",
      "role-not-permitted",
      "tenant-id-wrong-kind",
      "domain-wrong-kind",
      "proof-of-execution-missing",
      "subscription-in-grace",
      "subscription-ending",
      "subscription-unverified",
      "partner-id-unverified",
      "competing-claim-unverified",
    ],
    [
      "fix",
      "subscription-id-wrong-kind",
      "revenue-association-no-payment",
      "subscription-unverified",
      "partner-id-unverified",
    ],
  ]);
});

test("findings come back as they were, however many others there were in between", () => {
  const asked = LOCALES.flatMap((locale) =>
    ["2020-06", "2023-10"].map((ruleset) => ({ locale, ruleset })),
  );
  const told = (customerDomain, options) =>
    JSON.stringify(checkClaim({ ...CLAIM, customerDomain }, {}, { ...OPTIONS, ...options }));
  const first = "first.example";
  const expected = asked.map((options) => told(first, options));
  assert.equal(new Set(expected).size, asked.length);
  for (let number = 0; number < 5000; number += 1) {
    const domain = `domain-${number % 2500}.example`;
    const at = number % asked.length;
    const report = told(domain, asked[at]);
    assert.equal(report, expected[at].replaceAll(first, domain));
  }
  assert.deepEqual(
    asked.map((options) => told(first, options)),
    expected,
  );
});

/* Options */

test("languages fall back by prefix, then to English", () => {
  const cases = [
    ["de", "de"],
    ["de-AT", "de"],
    ["DE_ch", "de"],
    ["en-GB", "en"],
    ["la", "en"],
    ["", "en"],
    ["deutsch", "en"],
    [undefined, "en"],
    [null, "en"],
  ];
  for (const [locale, expected] of cases) {
    assert.equal(checkClaim({}, {}, { locale }).locale, expected, String(locale));
    assert.equal(describe({ locale }).locale, expected, String(locale));
  }
  assert.equal(checkClaim({}).locale, "en");
  assert.equal(negotiateLocale(["la", "de-AT", "en"]), "de");
  assert.equal(negotiateLocale([]), "en");
  assert.equal(LOCALES[0], "en");
});

test("the day is the caller's where none is given", () => {
  const local = () => new Date().toLocaleDateString("sv-SE");
  const earliest = local();
  const { today } = checkClaim({}, {}, {});
  assert.ok([earliest, local()].includes(today), today);
  assert.equal(checkClaim({}, {}, { today: "2024-02-29" }).today, "2024-02-29");
});

survey("an option that is none is a finding, and that of the day counts", (fail) => {
  for (const [options, field, problem] of [
    [{ ruleset: "1999-01" }, "ruleset", "not-an-option"],
    [{ ruleset: 2020 }, "ruleset", "not-an-option"],
    [{ today: "tomorrow" }, "today", "not-a-date"],
    [{ today: "2026-02-30" }, "today", "not-a-date"],
    ["de", "options", "wrong-type"],
  ]) {
    const report = checkClaim({ ...CLAIM, activity: "presales" }, EVIDENCE, options);
    const found = report.findings.map(({ code, params }) => ({ code, params }));
    const expected = [{ code: "input-malformed", params: { field, problem } }];
    if (JSON.stringify(found) !== JSON.stringify(expected))
      fail(`${JSON.stringify(options)}: ${JSON.stringify(found)}`);
    if (report.ruleset !== "2023-10") fail(`${JSON.stringify(options)}: ${report.ruleset}`);
  }
});

test("describe and rulesets name everything a form needs", () => {
  for (const locale of LOCALES) {
    const described = describe({ locale });
    assert.deepEqual(
      described.fields.map(({ name }) => name),
      lists.Field,
    );
    for (const { name, label, hint, options, type } of described.fields) {
      assert.ok(label && hint !== undefined, name);
      assert.equal(type === "choice", options.length > 0, name);
      for (const option of options) assert.ok(option.value && option.label, name);
    }
    assert.deepEqual(
      described.codes.map(({ code }) => code),
      lists.Code,
    );
    for (const { code, severity, section, params, fields } of described.codes) {
      assert.ok(lists.Severity.includes(severity) && section && params && fields, code);
    }
    for (const { id, label } of described.checks) assert.ok(label, id);
    for (const question of Object.values(described.questions).flat()) {
      assert.ok(question.id && question.text, question.id);
    }
    for (const { id, date, title, url, changes } of rulesets({ locale })) {
      assert.ok(id && /^\d{4}-\d\d-\d\d$/.test(date) && title && changes, id);
      assert.ok(url.startsWith("https://"), id);
    }
  }
});

survey("a report knows only the evidence of its own call", (fail) => {
  const held = structuredClone(EVIDENCE);
  const asked = (evidence) => checkClaim(CLAIM, evidence, OPTIONS).verdict;
  const none = [undefined, null, {}, () => 1, Symbol("x"), [], "x"];
  for (const evidence of none) {
    if (asked(EVIDENCE) !== "ready") fail("is not ready with all evidence");
    if (asked(evidence) !== "confirm") fail(`after all of it, ${String(evidence)} is not empty`);
    if (asked(evidence) !== "confirm") fail(`the second ${String(evidence)} is not empty`);
  }
  if (asked(held) !== "ready") fail("is not ready with a copy");
  held.subscriptions[0].channel = "csp";
  if (asked(held) !== "fix") fail("a change within the same object goes unnoticed");
  classifyIdentifier(CONTOSO, {});
  mergeEvidence({}, {});
  if (asked(held) !== "fix") fail("other functions touch the evidence");
});

test("of thousands of faults of a kind, a hundred are told, and only these are put into words", (t) => {
  const replace = t.mock.method(String.prototype, "replace");
  const textsOf = (fields) => {
    const claim = Object.fromEntries(Array.from({ length: fields }, (_, n) => [`field${n}`, n]));
    const rows = Array.from({ length: fields }, () => ({}));
    const before = replace.mock.callCount();
    const codes = codesOf(checkClaim(claim, { subscriptions: rows, partnerIds: rows }, OPTIONS));
    for (const code of ["unknown-field", "evidence-malformed"])
      assert.equal(codes.filter((one) => one === code).length, 100, `${code} of ${fields}`);
    return replace.mock.callCount() - before;
  };
  const some = textsOf(1_000);
  assert.ok(textsOf(20_000) <= some, `no more than ${some} texts`);
});

/* Any input */

/** Values that no argument expects. Made anew for every call, because some of them can be changed. */
function junk() {
  const cyclic = { partnerId: "5357564" };
  cyclic.self = cyclic;
  const deep = (depth) => {
    let value = [];
    for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { value };
    return value;
  };
  const throwing = () => {
    throw new Error("read");
  };
  const revoked = (target) => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy;
  };
  const hostile = new Proxy(
    {},
    { get: throwing, has: throwing, ownKeys: throwing, getPrototypeOf: throwing },
  );
  const getter = (name) => Object.defineProperty({}, name, { enumerable: true, get: throwing });
  return {
    null: null,
    undefined: undefined,
    zero: 0,
    "a negative fraction": -1.5,
    "a large number": 5e6,
    "a huge number": 1e300,
    NaN: Number.NaN,
    infinity: Number.POSITIVE_INFINITY,
    BigInt: 10n ** 30n,
    "a symbol": Symbol("x"),
    true: true,
    false: false,
    "a function": () => 1,
    "a class": class {},
    "an empty array": [],
    "an array": [1, "x", null, undefined, [], {}],
    "a sparse array": new Array(3),
    "an array of getters": [getter("id"), getter("tenantId")],
    "an empty object": {},
    "an object without a prototype": Object.assign(Object.create(null), { partnerId: "1" }),
    "an object with a length": { length: 5e6 },
    "an object of junk": { length: -1, buffer: "x", byteLength: Number.NaN, byteOffset: {} },
    "an object that cannot be a text": { toString: null, valueOf: null },
    "an object whose text throws": { toString: throwing, [Symbol.toPrimitive]: throwing },
    "a date": new Date(0),
    "a date that is none": new Date(Number.NaN),
    "a map": new Map([["partnerId", "1"]]),
    "a set": new Set(["x"]),
    "a regular expression": /x/,
    "an error": new Error("x"),
    "a promise": Promise.resolve({}),
    "a boxed string": new String("5357564"),
    "a typed array": Float64Array.of(1, Number.NaN),
    "getters that throw": Object.defineProperties(
      {},
      Object.fromEntries(
        ["customerTenantId", "subscriptions", "locale", "id", "length", "buffer"].map((name) => [
          name,
          { enumerable: true, get: throwing },
        ]),
      ),
    ),
    "a revoked proxy": revoked({}),
    "a revoked proxy of a list": revoked([]),
    "a revoked proxy of a function": revoked(() => 1),
    "a hostile proxy": hostile,
    "a cycle": cyclic,
    "a toJSON that throws": { toJSON: throwing },
    "a toJSON that throws further down": { partnerId: { toJSON: throwing }, product: "x" },
    "a toJSON that answers with junk": { toJSON: () => 5n },
    "a function whose toJSON throws": Object.assign(() => 1, { toJSON: throwing }),
    "deep nesting": deep(200),
    "very deep nesting": deep(50_000),
    "keys of the prototype": JSON.parse(
      '{"__proto__":{"partnerId":"1"},"constructor":1,"toString":"x","hasOwnProperty":null}',
    ),
    "many unknown fields": Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`f${n}`, n])),
    "a long field name": { ["name ".repeat(1e4)]: 1 },
    "field names with braces and marks": { "{field}": 1, "a\x1eb\x1fc": 1, "a|b": 1, "<b>": 1 },
    "an empty string": "",
    blanks: " \u00a0\u200b\ufeff\t\n",
    "a lone surrogate": "\ud800x\udc00",
    "separators and zeros": "a\x1eb\x1fc\0d\u2028=,*",
    "braces and marks": "{what} <b>$1</b> %s undefined",
    "a long text": "x".repeat(1e6),
    "a long text of words": "sales ".repeat(1.6e5),
    "a long run of digits": "7".repeat(1e6),
    "a long run of hyphens": "-".repeat(1e6),
    "a domain of 243 characters": `${"a".repeat(60)}.`.repeat(4).slice(0, -1),
    "a domain without end": `${"a".repeat(60)}.`.repeat(4e3),
    "broken JSON": '{"value":[{"id":',
    "a lot of brackets": "[".repeat(1e5),
    "a right-to-left text": "\u202econtoso.com",
    emoji: "👩‍💻",
    "a tag": "__proto__",
    constructor: "constructor",
  };
}

const CALLS = () => ({
  "checkClaim(claim)": [(value) => checkClaim(value, EVIDENCE, OPTIONS), reportFaults],
  "checkClaim(, evidence)": [(value) => checkClaim(CLAIM, value, OPTIONS), reportFaults],
  "checkClaim(,, options)": [(value) => checkClaim(CLAIM, EVIDENCE, value), reportFaults],
  "checkClaim(all)": [(value) => checkClaim(value, value, value), reportFaults],
  ...overMembers("claim", [...lists.Field, "mpnId"], (member) => [
    (value) => checkClaim({ ...CLAIM, [member]: value }, EVIDENCE, OPTIONS),
    reportFaults,
  ]),
  ...overMembers("evidence", PARTS, (part) => [
    (value) => checkClaim(CLAIM, { ...EVIDENCE, [part]: value }, OPTIONS),
    reportFaults,
  ]),
  ...overMembers("evidence rows", PARTS, (part) => [
    (value) => checkClaim(CLAIM, { ...EVIDENCE, [part]: [value] }, OPTIONS),
    reportFaults,
  ]),
  ...overMembers("subscription", SUBSCRIPTION_MEMBERS, (member) => [
    (value) =>
      checkClaim(
        CLAIM,
        { subscriptions: [{ ...EVIDENCE.subscriptions[0], [member]: value }] },
        OPTIONS,
      ),
    reportFaults,
  ]),
  ...overMembers("options", ["ruleset", "locale", "today"], (member) => [
    (value) => checkClaim(CLAIM, EVIDENCE, { ...OPTIONS, [member]: value }),
    reportFaults,
  ]),
  "timeline(claim)": [(value) => timeline(value, EVIDENCE, OPTIONS), timelineFaults],
  "timeline(, evidence)": [(value) => timeline(CLAIM, value, OPTIONS), timelineFaults],
  "timeline(,, options)": [(value) => timeline(CLAIM, EVIDENCE, value), timelineFaults],
  "diagnoseSubscription(claim)": [
    (value) => diagnoseSubscription(value, EVIDENCE, OPTIONS),
    diagnosisFaults,
  ],
  "diagnoseSubscription(, evidence)": [
    (value) => diagnoseSubscription(CLAIM, value, OPTIONS),
    diagnosisFaults,
  ],
  "diagnoseSubscription(,, options)": [
    (value) => diagnoseSubscription(CLAIM, EVIDENCE, value),
    diagnosisFaults,
  ],
  ...overMembers("diagnosis options", ["answers", "customerLocale", "ruleset"], (member) => [
    (value) => diagnoseSubscription(CLAIM, {}, { ...OPTIONS, [member]: value }),
    diagnosisFaults,
  ]),
  ...overMembers("diagnosis answers", lists.DiagnosisQuestion, (question) => [
    (value) => diagnoseSubscription(CLAIM, {}, { answers: { [question]: value } }),
    diagnosisFaults,
  ]),
  "adviseActivity(answers)": [(value) => adviseActivity(value, OPTIONS), activityFaults],
  "adviseActivity(, options)": [(value) => adviseActivity({}, value), activityFaults],
  ...overMembers("answers", ACTIVITY_QUESTIONS, (question) => [
    (value) => adviseActivity({ [question]: value }, OPTIONS),
    activityFaults,
  ]),
  "advisePartnerId(candidates)": [(value) => advisePartnerId(value, {}, OPTIONS), partnerIdFaults],
  "advisePartnerId([candidate])": [
    (value) => advisePartnerId([value], {}, OPTIONS),
    partnerIdFaults,
  ],
  ...overMembers("candidate", ["id", "kind", "partnerType", "programs", "enrolled"], (member) => [
    (value) => advisePartnerId([{ ...CANDIDATES[0], [member]: value }], {}, OPTIONS),
    partnerIdFaults,
  ]),
  "planClaims(evidence)": [(value) => planClaims(value, {}, OPTIONS), planFaults],
  "planClaims(, context)": [(value) => planClaims(EVIDENCE, value, OPTIONS), planFaults],
  "planClaims(,, options)": [(value) => planClaims(EVIDENCE, {}, value), planFaults],
  ...overMembers(
    "plan context",
    [
      ...["contributions", "fastTrack", "ownTenantId", "partnerIds", "program", "purchaseChannel"],
      ...["seeksPayment", "userRole", "workloads"],
    ],
    (member) => [(value) => planClaims(EVIDENCE, { [member]: value }, OPTIONS), planFaults],
  ),
  "advisePartnerId(, context)": [
    (value) => advisePartnerId(CANDIDATES, value, OPTIONS),
    partnerIdFaults,
  ],
  ...overMembers("context", ["program", "fastTrack"], (member) => [
    (value) => advisePartnerId(CANDIDATES, { [member]: value }, OPTIONS),
    partnerIdFaults,
  ]),
  "advisePartnerId(,, options)": [
    (value) => advisePartnerId(CANDIDATES, {}, value),
    partnerIdFaults,
  ],
  "classifyIdentifier(text)": [(value) => classifyIdentifier(value, EVIDENCE), identifiedFaults],
  "classifyIdentifier(, evidence)": [
    (value) => classifyIdentifier(CONTOSO, value),
    identifiedFaults,
  ],
  "readEvidence(text)": [(value) => readEvidence(value, {}), exportFaults],
  "readEvidence(, options)": [(value) => readEvidence(SAMPLE, value), exportFaults],
  ...overMembers(
    "read options",
    ["name", "tenantId", "domain", "asOf", "onProgress", "locale"],
    (member) => [(value) => readEvidence(SAMPLE, { [member]: value }), exportFaults],
  ),
  "mergeEvidence(a)": [(value) => mergeEvidence(value, EVIDENCE), evidenceFaults],
  "mergeEvidence(, b)": [(value) => mergeEvidence(EVIDENCE, value), evidenceFaults],
  "negotiateLocale(tags)": [negotiateLocale, localeFaults],
  "negotiateLocale([tag])": [(value) => negotiateLocale([value]), localeFaults],
  "rulesets(options)": [rulesets, (list) => (list.length ? [] : ["no rule sets"])],
  "rulesets(locale)": [(locale) => rulesets({ locale }), (list) => (list.length ? [] : ["none"])],
  "describe(options)": [describe, ({ locale }) => localeFaults(locale)],
  ...overMembers("described", ["ruleset", "locale"], (member) => [
    (value) => describe({ [member]: value }),
    ({ locale }) => localeFaults(locale),
  ]),
});
const PARTS = ["tenants", "unresolvedDomains", "subscriptions", "partnerIds", "associations"];
const SUBSCRIPTION_MEMBERS = [
  "id",
  "commerceSubscriptionId",
  "tenantId",
  "skuId",
  "skuPartNumber",
  "productName",
  "status",
  "channel",
  "ownerTenantId",
  "provisioning",
  "endsOn",
  "claimedBy",
];
const ACTIVITY_QUESTIONS = ["solutionArea", "purchaseChannel", "contribution", "seeksPayment"];

function overMembers(where, members, call) {
  return Object.fromEntries(members.map((member) => [`${where}: ${member}`, call(member)]));
}

survey("any value in any place gets an answer of the right shape", (fail) => {
  const places = new Map();
  const note = (fault, place) => places.set(fault, [...(places.get(fault) ?? []), place]);
  for (const [place, [call, faults]] of Object.entries(CALLS())) {
    for (const [kind, value] of Object.entries(junk())) {
      try {
        for (const fault of faults(call(value)).slice(0, 3)) note(`${kind}: ${fault}`, place);
      } catch (error) {
        note(`${kind}: throws ${error?.message ?? String(error)}`, place);
      }
    }
  }
  for (const [fault, all] of places) fail(`${fault}\n    in ${all.length}: ${all.join("; ")}`);
});

survey(
  "what is neither text nor bytes is said to be none, and never taken for a length",
  (fail) => {
    for (const kind of [
      ...["null", "undefined", "zero", "a large number", "NaN", "true", "a symbol", "a function"],
      ...["an empty object", "an array", "a date", "a map", "a cycle", "an object with a length"],
    ]) {
      const { problems } = readEvidence(junk()[kind], {});
      const codes = problems.map(({ code }) => code).join();
      if (codes !== "not-text") fail(`${kind}: ${codes}`);
    }
  },
);

survey("no text echoes a whole input", (fail) => {
  const long = "Very long partner type ".repeat(1e4);
  const texts = (value) =>
    typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(texts);
  for (const [name, answer] of Object.entries({
    unknownField: checkClaim({ [long]: 1 }, {}, OPTIONS),
    partnerType: checkClaim(
      CLAIM,
      { partnerIds: [{ ...CANDIDATES[0], partnerType: long }] },
      OPTIONS,
    ),
    domain: checkClaim({ ...CLAIM, customerDomain: `${"a".repeat(60)}.`.repeat(4) }, {}, OPTIONS),
    advice: advisePartnerId([{ ...CANDIDATES[0], partnerType: long }], {}, OPTIONS),
    programs: advisePartnerId([{ ...CANDIDATES[0], programs: [long] }], { program: "x" }, OPTIONS),
  })) {
    const longest = Math.max(...texts(answer).map((text) => text.length));
    if (longest > 600) fail(`${name}: a text of ${longest} characters`);
  }
});

survey("every language has the same codes", (fail) => {
  for (const [kind, value] of Object.entries(junk())) {
    for (const claim of [value, { ...CLAIM, customerTenantId: value, customerDomain: value }]) {
      const told = ["en", "de", "de-AT"].map((locale) => {
        const { findings, ...rest } = silent(() => checkClaim(claim, {}, { ...OPTIONS, locale }));
        const codes = findings?.map(({ code, severity, params }) => [code, severity, params]);
        return JSON.stringify([codes, rest.verdict, rest.checks, rest.understood]);
      });
      if (new Set(told).size > 1) fail(`${kind}: ${told.join("\n")}`);
    }
  }
});

survey("a report survives JSON, and each is the caller's own", (fail) => {
  for (const [name, claim, evidence] of [
    ["a good claim", CLAIM, EVIDENCE],
    ["an empty claim", {}, {}],
    ["a claim with open points", CLAIM, {}],
    ["an unknown field", { ...CLAIM, colour: "x" }, { subscriptions: 1 }],
  ]) {
    const report = checkClaim(claim, evidence, OPTIONS);
    const earlier = JSON.stringify(report);
    if (!same(JSON.parse(earlier), report)) fail(`${name}: JSON loses something`);
    if (!same(checkClaim(claim, evidence, OPTIONS), report)) fail(`${name}: differs`);
    deface(report);
    if (JSON.stringify(checkClaim(claim, evidence, OPTIONS)) !== earlier)
      fail(`${name}: a caller's change shows in the next report`);
  }
  for (const [name, ask] of Object.entries({
    describe: () => describe(OPTIONS),
    rulesets: () => rulesets(OPTIONS),
    adviseActivity: () => adviseActivity({}, OPTIONS),
    diagnoseSubscription: () => diagnoseSubscription(CLAIM, EVIDENCE, OPTIONS),
    readEvidence: () => readEvidence(SAMPLE),
    mergeEvidence: () => mergeEvidence(EVIDENCE, {}),
    planClaims: () => planClaims(EVIDENCE, {}, OPTIONS),
    LOCALES: () => ({ locales: LOCALES.map((tag) => negotiateLocale([tag])) }),
  })) {
    const first = ask();
    const earlier = JSON.stringify(first);
    if (!same(JSON.parse(earlier), first)) fail(`${name}: JSON loses something`);
    deface(first);
    const now = JSON.stringify(silent(ask));
    if (now !== earlier) fail(`${name}: a caller's change shows in the next answer`);
  }
});

/* Shapes: each function names what is wrong with an answer */

function planFaults(plan) {
  const keys = ["schema", "ruleset", "locale", "partnerId", "claims", "excluded", "csv"];
  const faults = keyFaults("plan", plan, keys);
  if (faults.length) return faults;
  const silent = plan.excluded.find(({ code, text }) => !code || !text);
  if (silent) faults.push(`${JSON.stringify(silent)} says nothing`);
  const rows = plan.csv.split("\r\n").length;
  if (rows !== plan.claims.length + 2) faults.push(`${rows} rows`);
  return faults;
}

function reportFaults(report) {
  const faults = keyFaults("report", report, [
    ...["schema", "ruleset", "locale", "today", "verdict"],
    ...["checks", "findings", "understood", "timeline"],
  ]);
  if (faults.length) return faults;
  const { ruleset, locale, today, verdict, checks, findings, understood } = report;
  const wrong = (what, value) => faults.push(`${what} is ${JSON.stringify(value)}`);
  if (report.schema !== 1) wrong("schema", report.schema);
  if (!["2020-06", "2023-10"].includes(ruleset)) wrong("ruleset", ruleset);
  if (!LOCALES.includes(locale)) wrong("locale", locale);
  if (!isDay(today)) wrong("today", today);
  const ids = checks.map(({ id }) => id);
  if (!same(ids, checkIds)) wrong("checks", ids);
  const outcomes = checks.map(({ outcome }) => outcome);
  for (const outcome of outcomes) if (!lists.Outcome.includes(outcome)) wrong("outcome", outcome);
  const blocks = findings.some(({ severity }) => severity === "blocks");
  for (const { id, outcome, basis, asks } of checks) {
    if (["pass", "fail"].includes(outcome) !== lists.Basis.includes(basis))
      wrong(`basis of ${id}`, basis);
    if (asks !== undefined && !lists.Asks.includes(asks)) wrong(`asks of ${id}`, asks);
    if (outcome === "unknown" && !asks) wrong(`asks of ${id}`, asks);
  }
  const isOpen = outcomes.some((outcome) => outcome === "unknown" || outcome === "fail");
  const due = blocks ? "fix" : isOpen ? "confirm" : "ready";
  if (verdict !== due) wrong(`verdict, which should be ${due},`, verdict);
  for (const finding of findings) faults.push(...findingFaults(finding, ruleset));
  faults.push(...orderFaults(findings));
  for (const [field, value] of Object.entries(understood)) {
    if (!lists.Field.includes(field)) wrong("understood field", field);
    if (typeof value !== "string" || !value || value.length > 300) wrong(field, value);
  }
  return [...faults, ...timelineFaults(report.timeline)];
}

function findingFaults(finding, ruleset) {
  const faults = keyFaults("finding", finding, [
    ...["code", "kind", "severity", "fields", "params"],
    ...["actions", "what", "why", "next", "source", "authority"],
    ...(finding?.sources ? ["sources"] : []),
  ]);
  if (faults.length) return faults;
  const { code, kind, severity, fields, params, what, why, next, source, sources } = finding;
  const wrong = (what, value) => faults.push(`${code}: ${what} is ${JSON.stringify(value)}`);
  if (!lists.Code.includes(code)) wrong("code", code);
  if (!lists.Kind.includes(kind)) wrong("kind", kind);
  if (!lists.Severity.includes(severity)) wrong("severity", severity);
  for (const field of fields) if (!lists.Field.includes(field)) wrong("field", field);
  for (const [name, value] of Object.entries(params)) {
    const texts = Array.isArray(value) ? value : [value];
    for (const text of texts) {
      if (typeof text !== "string" || text.length > 120) wrong(`${name} (${text?.length})`, value);
    }
  }
  // What a parameter brings in is the caller's; the rest is ours.
  const brought = Object.values(params).flat();
  for (const [name, text] of Object.entries({ what, why, next })) {
    const ours = brought.reduce((rest, value) => rest.split(value || "\0").join(""), text ?? "");
    if (typeof text !== "string" || !text || /[{}]|undefined|null|\[object/.test(ours))
      wrong(name, text);
  }
  for (const place of [source, ...(sources ?? [])]) {
    const keys = Object.keys(place ?? {})
      .sort()
      .join();
    if (keys !== "ruleset,section,url" || place.ruleset !== ruleset) wrong("source", place);
    if (!place.section || !place.url?.startsWith("https://")) wrong("source", place);
  }
  for (const { id, label, field, changes = {}, opens, kinds = [] } of finding.actions) {
    if (!lists.ActionId.includes(id)) wrong("action", id);
    if (!label || /[{}]|undefined/.test(label)) wrong(`label of ${id}`, label);
    for (const name of [field ?? "product", ...Object.keys(changes)])
      if (!lists.Field.includes(name)) wrong(`field of ${id}`, name);
    if (opens && !lists.Opens.includes(opens)) wrong(`what ${id} opens`, opens);
    if (!kinds.every((kind) => lists.ExportKind.includes(kind))) wrong(`kinds of ${id}`, kinds);
  }
  if (!lists.Authority.includes(finding.authority)) wrong("authority", finding.authority);
  if (finding.authority === "inferred" && severity === "blocks") wrong("authority", "inferred");
  return faults;
}

function orderFaults(findings) {
  const faults = [];
  const place = ({ severity, fields }) => {
    const field = fields.length ? lists.Field.indexOf(fields[0]) : lists.Field.length;
    return lists.Severity.indexOf(severity) * 100 + field;
  };
  findings.forEach((finding, at) => {
    if (at && place(findings[at - 1]) > place(finding))
      faults.push(`${finding.code}: out of order`);
  });
  const told = findings.map(({ code, params }) => `${code} ${JSON.stringify(params)}`);
  const doubles = told.filter((one, at) => told.indexOf(one) !== at);
  return [...faults, ...doubles.map((double) => `twice: ${double}`)];
}

function timelineFaults(steps) {
  if (!Array.isArray(steps) || steps.length < 3) return [`timeline is ${JSON.stringify(steps)}`];
  return steps.flatMap((step) => {
    const { step: name, from, by, label, note, ...rest } = step;
    const faults = Object.keys(rest).map((key) => `step ${name}: has ${key}`);
    if (!lists.StepName.includes(name)) faults.push(`step is ${name}`);
    for (const day of [from, by]) {
      if (day !== undefined && !isDay(day)) faults.push(`step ${name}: day is ${day}`);
    }
    for (const text of [label, note]) {
      if (!text || /[{}]|undefined/.test(text)) faults.push(`step ${name}: text is ${text}`);
    }
    return faults;
  });
}

function diagnosisFaults(diagnosis) {
  const faults = keyFaults("diagnosis", diagnosis, [
    ...["ruleset", "locale", "conclusion", "causes", "nextQuestion", "answered"],
    ...["customerMessage", "supportRequest"],
  ]);
  if (faults.length) return faults;
  const { causes, nextQuestion, answered, conclusion } = diagnosis;
  const wrong = (what, value) => faults.push(`${what} is ${JSON.stringify(value)}`);
  if (!lists.Conclusion.includes(conclusion.state)) wrong("conclusion", conclusion);
  if (causes.length !== lists.Cause.length) wrong("number of causes", causes.length);
  for (const { code, status, basis, ...texts } of causes) {
    if (!lists.Code.includes(code)) wrong("code", code);
    if (!lists.CauseStatus.includes(status)) wrong("status", status);
    if (!lists.CauseBasis.includes(basis)) wrong("basis", basis);
    for (const text of Object.values(texts)) {
      if (typeof text !== "string" || !text || /[{}]|undefined/.test(text)) wrong(code, text);
    }
  }
  const possible = causes.filter(({ status }) => status === "possible").length;
  if (!nextQuestion && possible > 1 && !answered.some(({ answer }) => answer === "unknown"))
    wrong("next question", nextQuestion);
  return faults;
}

function activityFaults(advice) {
  const faults = keyFaults("advice", advice, [
    ...["activities", "activity", "nextQuestion", "ranking", "reconsider"],
  ]);
  if (faults.length) return faults;
  const { activities, activity, nextQuestion, ranking, reconsider } = advice;
  if (activities.length === 0 && nextQuestion === null && !reconsider?.text)
    faults.push("there is nothing to go by");
  if (activity !== null && !lists.Activity.includes(activity)) faults.push(`activity ${activity}`);
  if (nextQuestion !== null && !ACTIVITY_QUESTIONS.includes(nextQuestion))
    faults.push(`next question is ${nextQuestion}`);
  const ranked = ranking.map((one) => one.activity).sort();
  if (!same(ranked, [...lists.Activity].sort())) faults.push(`ranking is of ${ranked}`);
  return [...faults, ...ranking.flatMap(rankedFaults)];
}

function partnerIdFaults(advice) {
  const faults = keyFaults("advice", advice, ["next", "partnerId", "ranking"]);
  if (faults.length) return faults;
  const { partnerId, next, ranking } = advice;
  if (partnerId !== null && typeof partnerId !== "string") faults.push(`Partner ID ${partnerId}`);
  if (!next || typeof next !== "string") faults.push(`next is ${next}`);
  for (const { id, next } of ranking) {
    if (typeof id !== "string" || !next) faults.push(`ranked ${id}: next is ${next}`);
  }
  return [...faults, ...ranking.flatMap(rankedFaults)];
}

function rankedFaults({ fit, because }) {
  const faults = lists.Fit.includes(fit) ? [] : [`fit is ${fit}`];
  for (const reason of because) {
    const { fits = "yes", ...others } = reason;
    if (!["yes", "no", "depends"].includes(fits)) faults.push(`it fits: ${fits}`);
    faults.push(...keyFaults("because", others, ["question", "answer", "effect", "text"]));
    const { question, answer, effect, text } = reason;
    if (typeof question !== "string") faults.push(`question is ${question}`);
    if (answer !== null && typeof answer !== "string") faults.push(`answer is ${answer}`);
    if (!lists.Effect.includes(effect)) faults.push(`effect is ${effect}`);
    const ours = (text ?? "").split(answer || "\0").join("");
    if (!text || /[{}]|undefined/.test(ours)) faults.push(`text is ${text}`);
  }
  return faults;
}

function identifiedFaults(identified) {
  const faults = keyFaults("identified", identified, ["confidence", "kind", "value"]);
  const { kind, value, confidence } = identified;
  if (!lists.IdentifierKind.includes(kind)) faults.push(`kind is ${kind}`);
  if (typeof value !== "string") faults.push(`value is ${value}`);
  if (!["certain", "likely"].includes(confidence)) faults.push(`confidence is ${confidence}`);
  return faults;
}

function exportFaults({ asOf, helps = [], ...read }) {
  const members = ["evidence", "kind", "missing", "problems", "rows", "unread"];
  const faults = keyFaults("export", read, members);
  if (faults.length) return faults;
  if (asOf !== undefined && !isDay(asOf)) faults.push(`asOf is ${asOf}`);
  if (!lists.ExportKind.includes(read.kind)) faults.push(`kind is ${read.kind}`);
  if (!Number.isInteger(read.rows)) faults.push(`rows are ${read.rows}`);
  for (const kind of helps) if (!lists.ExportKind.includes(kind)) faults.push(`helps ${kind}`);
  for (const name of [...read.unread, ...read.missing])
    if (!name || typeof name !== "string") faults.push(`column ${name}`);
  for (const { row, code, text, columns = [], name = "", ...rest } of read.problems) {
    if (![...columns, name].every((shown) => typeof shown === "string"))
      faults.push(`problem ${code} names ${columns} ${name}`);
    if (row !== undefined && !Number.isInteger(row)) faults.push(`row is ${row}`);
    if (![...lists.ProblemCode, "not-text"].includes(code)) faults.push(`problem is ${code}`);
    if (!text || Object.keys(rest).length) faults.push(`problem ${code}: ${text} ${rest}`);
  }
  return [...faults, ...evidenceFaults(read.evidence)];
}

function evidenceFaults(evidence) {
  // It names what could not be read.
  const { unread, ...rest } = evidence ?? {};
  const faults = keyFaults("evidence", rest, PARTS);
  for (const part of PARTS) {
    if (!Array.isArray(evidence?.[part])) faults.push(`${part} is ${evidence?.[part]}`);
  }
  const again = faults.length ? evidence : mergeEvidence(evidence, {});
  if (!same(mergeEvidence(again, {}), again)) faults.push("is not read again as it was written");
  return faults;
}

function localeFaults(locale) {
  return LOCALES.includes(locale) ? [] : [`locale is ${locale}`];
}

function keyFaults(name, value, keys) {
  const actual = Object.keys(value ?? {}).sort();
  return same(actual, [...keys].sort()) ? [] : [`${name} has ${actual}`];
}

test("the shape checkers see what is wrong", () => {
  const good = () => checkClaim({}, {}, OPTIONS);
  const spoilt = [
    ({ ...rest }) => ({ ...rest, extra: 1 }),
    (report) => ({ ...report, verdict: "ready" }),
    (report) => ({ ...report, today: "today" }),
    (report) => ({ ...report, checks: report.checks.slice(1) }),
    (report) => ({ ...report, findings: [...report.findings].reverse() }),
    (report) => ({ ...report, findings: [report.findings[0], ...report.findings] }),
    (report) => ({ ...report, findings: [{ ...report.findings[0], what: "{field}" }] }),
    (report) => ({ ...report, findings: [{ ...report.findings[0], next: "" }] }),
    (report) => ({ ...report, findings: [{ ...report.findings[0], params: { x: 1 } }] }),
    (report) => ({ ...report, timeline: [] }),
    (report) => ({ ...report, understood: { colour: "blue" } }),
  ];
  assert.deepEqual(reportFaults(good()), []);
  for (const spoil of spoilt) assert.notDeepEqual(reportFaults(spoil(good())), [], String(spoil));
});

/* Helpers */

/** A test that goes on after a failure and reports all of them together. */
function survey(name, body) {
  test(name, async () => {
    const failures = [];
    await body((failure) => failures.push(failure));
    if (failures.length > 0) {
      const shown = failures.slice(0, 60).map((failure) => failure.slice(0, 600));
      assert.fail(`${failures.length} failures:\n  ${shown.join("\n  ")}`);
    }
  });
}

function sample(name) {
  return readFileSync(new URL(`../samples/${name}`, import.meta.url), "utf8");
}

/** Claims of a CSV whose quoted cells hold commas, but neither quotes nor line ends. */
function claimsOf(csv) {
  const cells = (line) =>
    Array.from(
      line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g),
      ([, quoted, plain]) => quoted ?? plain,
    );
  const [head, ...rows] = csv.trim().split("\n").map(cells);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]])));
}

function codesOf(report) {
  return report.findings.map(({ code }) => code);
}

function outcome(report, check) {
  return report.checks.find(({ id }) => id === check).outcome;
}

function isDay(text) {
  return /^\d{4,5}-\d\d-\d\d$/.test(text);
}

function same(a, b) {
  try {
    assert.deepEqual(a, b);
    return true;
  } catch {
    return false;
  }
}

/** Overwrites everything that can be reached: what is frozen stays as it is for everybody. */
function deface(value) {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  for (const member of Object.values(value)) deface(member);
  for (const key of Object.keys(value)) value[key] = "defaced";
  if (Array.isArray(value)) value.length = 0;
}

/** Where another test reports what is thrown. */
function silent(call) {
  try {
    return call();
  } catch {
    return {};
  }
}
