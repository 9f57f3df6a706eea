// What the proof of execution must show, and what the claim form asks for: by activity and edition, with days.
// Who says so is part of the answer: what only third parties say is marked, and nothing is invented.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { claimForm, init, LOCALES, proofChecklist, rulesets } from "cpor-preflight";

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const CLAIM = {
  customerTenantId: TENANT,
  solutionArea: "business-applications",
  activity: "usage",
  product: "Dynamics 365 Sales",
  partnerId: "5357564",
  submittedOn: "2026-11-20",
};
const OPTIONS = { locale: "en", today: "2026-11-22" };
const ids = (points) => points.map(({ id }) => id);

before(() => init());

test("usage of Business Applications: every point in its order, and which of them is hearsay", () => {
  const points = proofChecklist(CLAIM, OPTIONS);
  assert.deepEqual(
    points.map(({ id, source }) => `${id}${source.hearsay ? " (hearsay)" : ""}`),
    [
      "document",
      "template (hearsay)",
      "right-file",
      "customer-data (hearsay)",
      "customer-acknowledgment",
      "acknowledgment-date (hearsay)",
      "customer-consent",
      "public-sector-disclosure (hearsay)",
      "activity-dates",
      "service-description",
      "activity-details (hearsay)",
      "products",
      "products-by-activity (hearsay)",
      "complete-before-submitting",
      "comparison",
      "newest-proof (hearsay)",
    ],
  );
});

test("each activity, area and edition has its own points", () => {
  const of = (claim, options) =>
    ids(proofChecklist({ ...CLAIM, ...claim }, { ...OPTIONS, ...options }));
  assert.ok(!of({ activity: "presales" }).includes("products-by-activity"));
  assert.ok(!of({ activity: "presales" }).includes("template"));
  const microsoft365 = of({ solutionArea: "microsoft-365" });
  for (const id of ["workload-per-line", "measurable-effect", "recent-work", "referral-email"]) {
    assert.ok(microsoft365.includes(id), id);
    assert.ok(!of({}).includes(id), id);
  }
  // What was said in 2026 is no word on the pages of 2020.
  const early = of({ solutionArea: "microsoft-365" }, { ruleset: "2020-06" });
  assert.ok(!early.includes("workload-per-line") && early.includes("products"));
  assert.ok(!of({ competingPartner: "no" }).includes("comparison"));
  assert.ok(of({ competingPartner: "unknown" }).includes("comparison"));
  // What the claim does not say yet leaves points in.
  const open = ids(proofChecklist({}, OPTIONS));
  assert.ok(open.includes("template") && open.includes("workload-per-line"));
});

test("the signature is of the twelve months before submission, or before today", () => {
  const dated = (claim, today) => {
    const points = proofChecklist(claim, { ...OPTIONS, today, ruleset: "2023-10" });
    const { from, due } = points.find(({ id }) => id === "acknowledgment-date");
    return [from, due];
  };
  assert.deepEqual(dated(CLAIM, "2026-11-22"), ["2025-11-20", "2026-11-20"]);
  assert.deepEqual(dated({}, "2026-11-22"), ["2025-11-22", "2026-11-22"]);
  // A day to come is not the day of submission yet.
  assert.deepEqual(dated({ submittedOn: "2026-12-24" }, "2026-11-22"), [
    "2025-11-22",
    "2026-11-22",
  ]);
  assert.deepEqual(dated({ submittedOn: "2024-02-29" }, "2026-11-22"), [
    "2023-02-28",
    "2024-02-29",
  ]);
  const [point] = proofChecklist(CLAIM, { ...OPTIONS, locale: "de" }).filter(({ from }) => from);
  assert.match(point.text, /20\. November 2025 und dem 20\. November 2026/);
});

test("a contradiction of Microsoft’s pages is said, with both sides", () => {
  for (const ruleset of ["2020-06", "2023-10"]) {
    const points = proofChecklist(CLAIM, { ...OPTIONS, ruleset });
    const { contradiction } = points.find(({ id }) => id === "complete-before-submitting");
    assert.equal(contradiction.topic, "editing");
    assert.equal(contradiction.values.length, 2);
    assert.notEqual(contradiction.values[0].source.title, contradiction.values[1].source.title);
  }
});

test("nothing is invented: no format, no size, no number but those of the sources", () => {
  for (const locale of LOCALES) {
    for (const { id: ruleset } of rulesets()) {
      for (const { text, why, source } of proofChecklist({}, { ...OPTIONS, ruleset, locale })) {
        const said = `${text} ${why}`;
        assert.doesNotMatch(said, /\b(pdf|docx?|xlsx?|pptx?|MB|GB|120)\b/i, said);
        assert.match(source.date, /^\d{4}-\d\d-\d\d$/);
        assert.match(source.url, /^https:\/\//);
        const isMicrosofts = source.url.startsWith("https://learn.microsoft.com/partner-center/");
        assert.equal(source.hearsay, !isMicrosofts, source.url);
      }
    }
  }
});

test("a point names what the claim says, and no text that is longer than a name", () => {
  const text = (claim, wanted) =>
    proofChecklist(claim, OPTIONS).find(({ id }) => id === wanted).text;
  assert.match(text(CLAIM, "products"), /: Dynamics 365 Sales\.$/);
  assert.match(text(CLAIM, "customer-data"), new RegExp(`: ${TENANT}\\.$`));
  assert.doesNotMatch(text({ product: "x".repeat(500) }, "products"), /xxx/);
  assert.doesNotMatch(text({ customerTenantId: "none" }, "customer-data"), /none/);
});

const FORM_2023 = [
  ["solution-area", "Business Applications"],
  ["activity", "Build intent - Advisor"],
  ["claim-name", ""],
  ["partner-location", "5357564"],
  ["customer-tenant", TENANT],
  ["customer-domain", ""],
  ["products", "Dynamics 365 Sales"],
  ["subscription", ""],
  ["customer-contact-name", ""],
  ["customer-contact-title", ""],
  ["customer-contact-email", ""],
  ["partner-contact-name", ""],
  ["partner-contact-email", ""],
  ["proof-of-execution", ""],
  ["comments", ""],
  ["acknowledgements", ""],
];
const FORM_2020 = [
  ["partner-location", "5357564"],
  ["customer-domain", ""],
  ["customer-tenant", TENANT],
  ["solution-area", "Business Applications"],
  ["activity", "Presales"],
  ["claim-name", ""],
  ["products", "Dynamics 365 Sales"],
  ["subscription", ""],
  ["customer-contact-name", ""],
  ["customer-contact-title", ""],
  ["customer-contact-email", ""],
  ["technical-contact-name", ""],
  ["technical-contact-title", ""],
  ["technical-contact-email", ""],
  ["partner-contact-name", ""],
  ["partner-contact-email", ""],
  ["proof-of-execution", ""],
  ["comments", ""],
];

for (const [ruleset, expected] of [
  ["2023-10", FORM_2023],
  ["2020-06", FORM_2020],
]) {
  test(`the form of ${ruleset} has all its fields in its order, with blanks`, () => {
    const claim = { ...CLAIM, activity: "presales" };
    const { fields, text } = claimForm(claim, { ...OPTIONS, ruleset });
    assert.deepEqual(
      fields.map(({ id, value }) => [id, value]),
      expected,
    );
    const lines = text.split("\n");
    assert.equal(lines.length, expected.length);
    assert.equal(
      lines.filter((line) => line.includes("____")).length,
      expected.filter(([, value]) => !value).length,
    );
    const [perhaps] = fields.filter(({ id }) => id === "subscription");
    assert.deepEqual([perhaps.asked, perhaps.contradiction.topic], ["perhaps", "subscription"]);
  });
}

test("revenue association and Microsoft 365 have fields of their own", () => {
  const of = (claim) => ids(claimForm({ ...CLAIM, ...claim }, OPTIONS).fields);
  const revenue = ["solution-seller", "revenue-customer", "isv-solution"];
  for (const id of revenue) {
    assert.ok(of({ activity: "revenue-association" }).includes(id), id);
    assert.ok(!of({}).includes(id), id);
  }
  const microsoft365 = of({ solutionArea: "microsoft-365" });
  assert.ok(microsoft365.includes("opt-out-of-payment") && !microsoft365.includes("subscription"));
  assert.ok(!of({}).includes("opt-out-of-payment"));
});

test("any value of any type has a form and a checklist", () => {
  for (const claim of [undefined, null, 7, "x", [], { product: {} }, { submittedOn: 7 }]) {
    assert.ok(claimForm(claim, claim).fields.length > 10);
    assert.ok(proofChecklist(claim, claim).length > 10);
  }
});
