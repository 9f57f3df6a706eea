// What follows from a status in Partner Center. The days are counted by hand in a calendar: November 20,
// 2026 is a Friday.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { afterFiling, describe, init, LOCALES, timeline } from "cpor-preflight";

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const CLAIM = {
  customerTenantId: TENANT,
  solutionArea: "business-applications",
  activity: "usage",
  product: "Dynamics 365 Sales",
  partnerId: "5357564",
};
const OPTIONS = { locale: "en", today: "2026-11-22" };
const FRIDAY = "2026-11-20";

before(() => init());

/** Status, rule set, last days by step, what is next, texts. */
const CASES = [
  ["draft", "2023-10", [], "submit", []],
  ["editing", "2020-06", [], "submit", []],
  [
    "submitted",
    "2023-10",
    ["review-starts 2026-11-27", "review 2026-12-17"],
    "wait-for-review",
    ["support"],
  ],
  [
    "submitted",
    "2020-06",
    ["review-starts 2026-11-27", "review 2026-12-04"],
    "wait-for-review",
    ["support"],
  ],
  ["under-review", "2023-10", ["review 2026-12-10"], "wait-for-result", ["support"]],
  ["under-review", "2020-06", ["review 2026-11-27"], "wait-for-result", ["support"]],
  ["partner-action-required", "2023-10", ["answer 2026-12-10"], "answer", ["reply", "support"]],
  ["partner-action-required", "2020-06", ["answer 2026-11-27"], "answer", ["reply", "support"]],
  ["approved", "2023-10", [], "approved", []],
  ["approved", "2020-06", ["customer-opt-out 2026-11-27"], "approved", []],
  ["rejected", "2023-10", ["dispute 2026-12-20"], "dispute", ["dispute", "support"]],
  ["rejected", "2020-06", ["dispute 2026-12-20"], "dispute", ["dispute", "support"]],
  ["dispute", "2023-10", ["dispute-answer 2026-11-27"], "wait-for-dispute", ["support"]],
  ["rejected-final", "2023-10", [], "new-claim", ["support"]],
];

for (const [status, ruleset, days, next, kinds] of CASES) {
  test(`${status} since Friday, ${ruleset}`, () => {
    const answer = afterFiling({ ...CLAIM, status, on: FRIDAY }, { ...OPTIONS, ruleset });
    assert.equal(answer.ruleset, ruleset);
    assert.deepEqual([answer.status, answer.on], [status, FRIDAY]);
    assert.deepEqual(
      answer.deadlines.map(({ step, by }) => `${step} ${by}`),
      days,
    );
    assert.equal(answer.nextStep, next);
    assert.deepEqual(
      answer.texts.map((text) => text.for),
      kinds,
    );
    assert.ok(answer.next.endsWith("."));
    assert.doesNotMatch(JSON.stringify(answer), /\bwill be approved\b/i);
  });
}

test("every status has a case", () => {
  const { lists } = describe();
  assert.deepEqual(new Set(CASES.map(([status]) => status)), new Set(lists.Status));
});

test("a submitted claim has the days of its timeline", () => {
  for (const ruleset of ["2020-06", "2023-10"]) {
    const claim = { ...CLAIM, submittedOn: FRIDAY };
    const steps = timeline(claim, {}, { ...OPTIONS, ruleset });
    const byStep = Object.fromEntries(steps.map(({ step, by }) => [step, by]));
    const { deadlines } = afterFiling(
      { ...claim, status: "submitted", on: FRIDAY },
      { ...OPTIONS, ruleset },
    );
    for (const { step, by } of deadlines) assert.equal(by, byStep[step], `${ruleset} ${step}`);
  }
});

test("a day that is over changes what is next", () => {
  const at = (status, today, more) =>
    afterFiling({ ...CLAIM, status, on: FRIDAY, ...more }, { ...OPTIONS, today }).nextStep;
  assert.equal(at("partner-action-required", "2026-12-10"), "answer");
  assert.equal(at("partner-action-required", "2026-12-11"), "answer-late");
  assert.equal(at("rejected", "2026-12-20"), "dispute");
  assert.equal(at("rejected", "2026-12-21"), "dispute-late");
  assert.equal(at("under-review", "2026-12-11"), "ask-support");
  assert.equal(at("dispute", "2026-11-28"), "ask-support");
  const late = afterFiling({ status: "rejected", on: FRIDAY }, { ...OPTIONS, today: "2026-12-21" });
  assert.deepEqual(
    late.texts.map((text) => text.for),
    ["support"],
  );
  assert.equal(late.deadlines[0].passed, true);
});

test("a claim can be disputed only once", () => {
  const claim = { ...CLAIM, status: "rejected", on: FRIDAY, disputed: true };
  const { deadlines, nextStep, texts } = afterFiling(claim, OPTIONS);
  assert.deepEqual([deadlines, nextStep], [[], "new-claim"]);
  assert.ok(texts.every((text) => text.for !== "dispute"));
});

test("without a status, or its day, nothing is counted", () => {
  const of = (claim) => {
    const { deadlines, nextStep } = afterFiling(claim, OPTIONS);
    assert.deepEqual(deadlines, []);
    return nextStep;
  };
  assert.equal(of({ on: FRIDAY }), "say-status");
  assert.equal(of({ status: "paid", on: FRIDAY }), "say-status");
  for (const on of [undefined, "soon", "03/04/2026", "2026-11-23", 7])
    assert.equal(of({ status: "rejected", on }), "say-day", `${on}`);
  for (const odd of [undefined, null, 7, "x", []]) assert.equal(of(odd), "say-status");
});

test("the edition is that of the claim’s day, else that of the status’s day", () => {
  const under = (claim, options) =>
    afterFiling({ status: "rejected", ...claim }, { ...OPTIONS, ...options }).ruleset;
  assert.equal(under({ on: FRIDAY }), "2023-10");
  assert.equal(under({ on: "2021-03-01" }), "2020-06");
  assert.equal(under({ on: "2023-11-01", submittedOn: "2023-09-01" }), "2020-06");
  assert.equal(under({ on: "2021-03-01" }, { ruleset: "latest" }), "2023-10");
});

/** What Microsoft writes, and what mends it. */
const REASONS = [
  ["missing-customer-acknowledgment", [], ["customer-acknowledgment", "acknowledgment-date"]],
  ["Missing or old dates", [], ["acknowledgment-date", "activity-dates"]],
  [
    "Missing products: PoE doesn’t include a product or workload",
    ["product"],
    ["products", "products-by-activity"],
  ],
  ["Missing partner solution/service", [], ["service-description", "activity-details"]],
  ["missing-all-poe", ["proof-of-execution"], ["document", "right-file"]],
  ["Missing customer consent on PoE", [], ["customer-consent"]],
  ["PoE unavailable", ["proof-of-execution"], ["right-file"]],
  ["No partner response", [], []],
  ["partner-request", ["activity", "partner-id"], []],
  ["customer declined", [], ["customer-consent"]],
];

for (const [reason, checks, proof] of REASONS) {
  test(`the reason “${reason}” leads to what mends it`, () => {
    const claim = { ...CLAIM, status: "partner-action-required", on: FRIDAY, reason };
    const { mend, texts } = afterFiling(claim, OPTIONS);
    assert.deepEqual(
      mend.checks.map(({ id }) => id),
      checks,
    );
    assert.deepEqual(
      mend.proof.map(({ id }) => id),
      proof,
    );
    assert.ok(texts[0].text.includes(mend.text));
    for (const { label } of mend.proof)
      assert.ok(texts[0].text.includes(`- ${label}: ____`), label);
  });
}

/** What Partner Center shows in German, and what other languages' pages call it. */
const IN_GERMAN = [
  [
    "Der gesamte Ausführungsnachweis fehlt: Ausführungsnachweis fehlt, weil eine falsche Datei hochgeladen wurde.",
    "missing-all-poe",
  ],
  [
    "Fehlende Kundenbestätigung Kunden Signatur ist nicht auf dem Poe",
    "missing-customer-acknowledgment",
  ],
  [
    "Fehlende oder alte Datumsangaben: Datumsangaben fehlen oder sind in Bezug zum Anspruch veraltet.",
    "missing-or-old-dates",
  ],
  [
    "Partnerlösung/-dienst fehlt: Die Beschreibung der Arbeiten ist nicht im Dokument enthalten.",
    "missing-partner-solution-service",
  ],
  ["Fehlende Produkte: Im Ausführungsnachweis fehlt eine Workload.", "missing-products"],
  ["FEHLENDE KUNDENZUSTIMMUNG auf dem PoE", "missing-customer-consent"],
  ["Grund: keine Antwort des Partners", "no-partner-response"],
  ["PoE nicht verfügbar", "poe-unavailable"],
  ["Ihr Ausführungsnachweis ist unzureichend.", "insufficient-proof-of-execution"],
  ["Der Kunde hat abgelehnt", "customer-declined"],
  ["Partneranforderung", "partner-request"],
  ["Missing Customer Acknowledgement – no signature", "missing-customer-acknowledgment"],
];

for (const [reason, id] of IN_GERMAN) {
  test(`“${reason}” is read in any language of the answer`, () => {
    for (const locale of LOCALES) {
      const claim = { ...CLAIM, status: "rejected", on: FRIDAY, reason };
      assert.equal(afterFiling(claim, { ...OPTIONS, locale }).mend?.reason, id);
    }
  });
}

test("a status is read as Partner Center shows it", () => {
  for (const [shown, status] of [
    ["Partneraktion erforderlich", "partner-action-required"],
    ["Partner Aktion erforderlich", "partner-action-required"],
    ["Partner action required", "partner-action-required"],
    ["Wird überprüft", "under-review"],
    ["Rejected (Abgelehnt)", "rejected"],
    ["abgelehnt", "rejected"],
    ["Endgültig abgelehnt", "rejected-final"],
    ["REJECTED_FINAL", "rejected-final"],
    ["Bearbeitung läuft", "editing"],
    ["Entwurf", "draft"],
    ["Genehmigt", "approved"],
    ["nicht genehmigt", null],
    ["Partner", null],
  ])
    assert.equal(
      afterFiling({ ...CLAIM, status: shown, on: FRIDAY }, OPTIONS).status,
      status,
      shown,
    );
});

test("a reason that is none, or of a claim that did not come back, mends nothing", () => {
  const mended = (claim) => afterFiling({ ...CLAIM, on: FRIDAY, ...claim }, OPTIONS).mend;
  assert.equal(mended({ status: "rejected", reason: "bad luck" }), null);
  assert.equal(mended({ status: "approved", reason: "missing-products" }), null);
  assert.equal(
    mended({ status: "rejected", reason: "No product connection" }).source.hearsay,
    true,
  );
  assert.equal(mended({ status: "rejected", reason: "missing-products" }).source.hearsay, false);
});

test("texts ask in the order of the forms, and leave blank what only the person knows", () => {
  const claim = { ...CLAIM, status: "rejected", on: FRIDAY, reason: "missing-products" };
  const [dispute, support] = afterFiling(claim, OPTIONS).texts;
  assert.equal(
    dispute.text,
    [
      "Claim ID: ____",
      "Rejected on: November 20, 2026",
      "Reason given: A product or workload is missing",
      "Why the rejection should be reconsidered: ____",
      "What the updated proof of execution shows, and where: ",
      "- Products or workloads: ____",
      "- Products by kind of activity: ____",
      "Updated proof of execution (file): ____",
    ].join("\n"),
  );
  assert.equal(
    support.text,
    [
      "Program: CPOR",
      "Location Partner ID: 5357564",
      "Claim ID: ____",
      `Customer tenant ID: ${TENANT}`,
      "Dynamics subscription ID or Microsoft 365 workload: Dynamics 365 Sales",
      "Description: The claim has had the status “Rejected” since November 20, 2026. Reason given: A product or workload is missing. Our question: ____",
    ].join("\n"),
  );
  const asked = { ...CLAIM, status: "partner-action-required", on: FRIDAY };
  const [reply] = afterFiling(asked, { ...OPTIONS, locale: "de" }).texts;
  assert.equal(
    reply.text,
    [
      "Anspruchs-ID: ____",
      "Wonach Sie gefragt haben: ____",
      "Was wir korrigiert haben, und wo es steht: ____",
      "Produkte oder Workloads: Dynamics 365 Sales",
      "Aktualisierter Ausführungsnachweis (Datei): ____",
      "Kontakt für Fragen: ____",
    ].join("\n"),
  );
});

test("deadlines say what Microsoft’s pages contradict each other about", () => {
  const review = afterFiling({ status: "under-review", on: FRIDAY }, OPTIONS).deadlines[0];
  assert.deepEqual(
    review.contradiction.values.map(({ value }) => value),
    ["fourteen-business-days", "five-days", "five-business-days"],
  );
  assert.equal(review.who, "microsoft");
  const early = { ...OPTIONS, ruleset: "2020-06" };
  const [optOut] = afterFiling({ status: "approved", on: FRIDAY }, early).deadlines;
  assert.deepEqual([optOut.contradiction.topic, optOut.who], ["customer-opt-out", "customer"]);
});

test("every language has all of it", () => {
  const { lists } = describe();
  for (const locale of LOCALES) {
    for (const status of lists.Status) {
      for (const reason of lists.ReturnReason) {
        for (const ruleset of ["2020-06", "2023-10"]) {
          const claim = { status, on: FRIDAY, reason };
          const text = JSON.stringify(afterFiling(claim, { ...OPTIONS, locale, ruleset }));
          assert.doesNotMatch(text, /undefined|\{\w+\}|null,null/, `${locale} ${status} ${reason}`);
        }
      }
    }
  }
});
