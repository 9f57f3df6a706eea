// The built package as a host meets it: what the contract's examples promise.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import {
  adviseActivity,
  advisePartnerId,
  checkClaim,
  classifyIdentifier,
  compareEditions,
  describe,
  holdEvidence,
  init,
  LOCALES,
  loadLocale,
  mergeEvidence,
  negotiateLocale,
  rulesets,
  timeline,
} from "cpor-preflight";
import {
  CANDIDATES,
  CLAIM,
  CONTOSO,
  codesOf,
  EVIDENCE,
  OPTIONS,
  outcome,
  SUBSCRIPTION,
  TODAY,
} from "./given.mjs";
import { activityFaults, lists, partnerIdFaults, reportFaults } from "./shapes.mjs";
import { survey } from "./survey.mjs";

before(() => init());

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

test("of thousands of faults of a kind, few are told, and only these are put into words", (t) => {
  const replace = t.mock.method(String.prototype, "replace");
  const textsOf = (fields) => {
    const claim = Object.fromEntries(Array.from({ length: fields }, (_, n) => [`field${n}`, n]));
    const rows = Array.from({ length: fields }, () => ({}));
    const before = replace.mock.callCount();
    const codes = codesOf(checkClaim(claim, { subscriptions: rows, partnerIds: rows }, OPTIONS));
    // Of evidence, each part is told once.
    for (const [code, due] of Object.entries({ "unknown-field": 100, "evidence-malformed": 2 }))
      assert.equal(codes.filter((one) => one === code).length, due, `${code} of ${fields}`);
    return replace.mock.callCount() - before;
  };
  const some = textsOf(1_000);
  assert.ok(textsOf(20_000) <= some, `no more than ${some} texts`);
});
