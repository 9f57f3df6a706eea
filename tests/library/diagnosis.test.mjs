// "Partner Center showed me an error", as a host meets it: from nothing but the identifier, with
// the sample exports, and the texts to send on. What the core decides is tested in src/diagnose.rs.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import {
  checkClaim,
  describe,
  diagnoseSubscription,
  init,
  LOCALES,
  readEvidence,
} from "cpor-preflight";

const CONTOSO = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const OPTIONS = { locale: "en", today: "2026-11-22" };
const subscription = (number) => `0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a0${number}`;
const claim = (number) => ({ subscriptionId: subscription(number), customerTenantId: CONTOSO });

let evidence;
let lists;

before(async () => {
  await init();
  const file = new URL("../samples/graph-subscriptions.json", import.meta.url);
  ({ evidence } = readEvidence(await readFile(file), { tenantId: CONTOSO }));
  ({ lists } = describe());
});

test("nothing but the identifier: six causes, and the export that decides most is asked for", () => {
  const { causes, nextQuestion, conclusion } = diagnoseSubscription(
    { subscriptionId: subscription(9) },
    {},
    { ruleset: "2020-06" },
  );
  assert.equal(conclusion.state, "asking");
  assert.deepEqual(new Set(causes.map(({ code }) => code)), new Set(lists.Cause));
  assert.ok(causes.every(({ status }) => status === "possible"));
  assert.equal(nextQuestion.id, "listing");
  assert.equal(nextQuestion.exports[0].kind, "graph-subscriptions");
  for (const { kind, label } of nextQuestion.exports) {
    assert.ok(lists.ExportKind.includes(kind), kind);
    assert.ok(label, kind);
  }
});

for (const [number, code, status, basis] of [
  [3, "subscription-csp", "possible", "sign"],
  [4, "subscription-not-provisioned", "confirmed", "evidence"],
  [5, "subscription-not-dynamics", "confirmed", "evidence"],
]) {
  test(`the sample export, subscription …0${number}: ${code} is ${status}`, () => {
    const { causes } = diagnoseSubscription(claim(number), evidence, OPTIONS);
    const { text, next, ...first } = causes[0];
    assert.deepEqual([first.code, first.status, first.basis], [code, status, basis]);
    const business = { ...claim(number), solutionArea: "business-applications" };
    const { findings } = checkClaim(business, evidence, OPTIONS);
    const { what, why } = findings.find((finding) => finding.code === code);
    assert.equal(text, `${what} ${why}`, "the words are the report's");
  });
}

test("the partner's own CSP list makes it certain", () => {
  const own = { ...evidence, subscriptions: evidence.subscriptions.map(sold) };
  const { causes } = diagnoseSubscription(claim(3), own, OPTIONS);
  assert.equal(causes[0].code, "subscription-csp");
  assert.equal(causes[0].status, "confirmed");
});

const sold = (one) => (one.id === subscription(3) ? { ...one, channel: "csp" } : one);

test("an identifier that is another one is named as that", () => {
  for (const [typed, code] of [
    ["CFQ7TTC0LH18:0001:CFQ7TTC0K971", "subscription-id-wrong-kind"],
    ["1e1a282c-9c54-43a2-9310-98ef728faace", "subscription-id-wrong-kind"],
    ["a7a5b4c3d2e1", "subscription-id-wrong-kind"],
    [CONTOSO, "subscription-id-wrong-kind"],
    ["0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a0", "subscription-id-malformed"],
  ]) {
    const { causes } = diagnoseSubscription(
      { ...claim(1), subscriptionId: typed },
      evidence,
      OPTIONS,
    );
    assert.deepEqual([causes[0].code, causes[0].status], [code, "confirmed"], typed);
    assert.equal(new Set(causes.map((cause) => cause.code)).size, 7);
  }
});

test("answers are told as the person's word, and evidence beats them", () => {
  const answers = { channel: "volume-licensing", listing: "dynamics-in-use" };
  const { causes, answered } = diagnoseSubscription(claim(4), evidence, { ...OPTIONS, answers });
  const of = (code) => causes.find((cause) => cause.code === code);
  assert.equal(of("subscription-not-provisioned").basis, "evidence");
  assert.equal(of("subscription-not-provisioned").status, "confirmed");
  assert.match(of("subscription-csp").text, /^You said/);
  assert.equal(of("subscription-csp").status, "ruled-out");
  assert.deepEqual(
    answered.map(({ id, label }) => [id, label]),
    [
      ["listing", "As a Dynamics 365 product with licenses assigned"],
      ["channel", "Through a Volume Licensing agreement"],
    ],
  );
});

test("a purchase through CSP that was typed is told as the person's word", () => {
  const listed = { id: subscription(1), tenantId: CONTOSO, status: "active" };
  const typed = { ...claim(1), purchaseChannel: "csp" };
  const { causes, conclusion } = diagnoseSubscription(typed, { subscriptions: [listed] }, OPTIONS);
  const [{ code, status, basis, text }] = causes;
  assert.deepEqual([code, status, basis], ["subscription-csp", "confirmed", "answer"]);
  assert.match(text, /^You said/);
  assert.equal(conclusion.state, "explained");
});

test("without a solution area, the one subscription of the product is looked at", () => {
  const sales = "1e1a282c-9c54-43a2-9310-98ef728faace";
  const listed = { id: subscription(1), tenantId: CONTOSO, skuId: sales, status: "active" };
  const pending = { ...listed, provisioning: "pending" };
  const typed = { customerTenantId: CONTOSO, product: "Dynamics 365 Sales" };
  const { causes } = diagnoseSubscription(typed, { subscriptions: [pending] }, OPTIONS);
  const [{ code, status, basis }] = causes;
  assert.deepEqual(
    [code, status, basis],
    ["subscription-not-provisioned", "confirmed", "evidence"],
  );
});

test("no export is wanted that the evidence has", () => {
  const listed = { id: subscription(1), tenantId: CONTOSO, skuPartNumber: "NOT_IN_ANY_TABLE" };
  const typed = { ...claim(1), customerTenantId: CONTOSO, product: "" };
  for (const [known, expected] of [
    [{}, ["graph-subscriptions", "graph-subscribed-skus"]],
    [{ subscriptions: [{ ...listed, tenantId: undefined }] }, ["graph-subscribed-skus"]],
    [{ subscriptions: [listed] }, []],
  ]) {
    const { nextQuestion } = diagnoseSubscription(typed, known, OPTIONS);
    assert.equal(nextQuestion.id, "listing");
    assert.deepEqual(
      nextQuestion.exports.map(({ kind }) => kind),
      expected,
    );
  }
});

/** Walks along every answer in both languages: there is always a text, and never a fifth question. */
test("every path of answers has words in every language", () => {
  const walk = (known, locale, answers) => {
    const { causes, nextQuestion, conclusion } = diagnoseSubscription(claim(9), known, {
      ...OPTIONS,
      locale,
      answers,
    });
    for (const { title, text, next } of [
      ...causes,
      { title: conclusion.text, text: "x", next: "x" },
    ])
      for (const said of [title, text, next]) assert.match(said, /^[^{}]+$/);
    assert.ok(Object.keys(answers).length <= 4);
    for (const { value } of nextQuestion?.options ?? [])
      walk(known, locale, { ...answers, [nextQuestion.id]: value });
  };
  for (const locale of LOCALES) {
    walk({}, locale, {});
    const held = { tenantId: CONTOSO, holder: "us", status: "Approved" };
    const recent = { id: subscription(9), status: "active", createdOn: "2026-11-20" };
    const sku = { ...recent, skuPartNumber: "NOT_IN_ANY_TABLE" };
    walk({ associations: [held] }, locale, {});
    walk({ subscriptions: [sku] }, locale, {});
  }
});

test("the customer is written to in the customer's language, for what is open", () => {
  const german = { ...OPTIONS, customerLocale: "de-CH" };
  const { customerMessage, locale } = diagnoseSubscription(claim(9), {}, german);
  assert.equal(locale, "en");
  assert.equal(customerMessage.locale, "de");
  for (const part of [
    "Guten Tag",
    "GET https://graph.microsoft.com/v1.0/directory/subscriptions",
    "GET https://graph.microsoft.com/v1.0/subscribedSkus",
    subscription(9),
    CONTOSO,
  ])
    assert.ok(customerMessage.text.includes(part), part);
  assert.ok(!customerMessage.text.includes("Mandanten-ID (Verzeichnis-ID)?"), "known already");
  const answers = { channel: "web-direct", holder: "nobody", source: "subscription-list" };
  const settled = { ...german, answers: { ...answers, listing: "dynamics-in-use" } };
  assert.equal(diagnoseSubscription(claim(9), {}, settled).customerMessage, null);
});

test("support is told in its own order what was ruled out", () => {
  const answers = {
    listing: "dynamics-in-use",
    source: "subscription-list",
    channel: "web-direct",
    holder: "nobody",
  };
  const filed = { ...claim(9), partnerId: "5357564" };
  const known = { associations: [{ tenantId: CONTOSO, holder: "us", claimId: "C-7" }] };
  const { conclusion, supportRequest } = diagnoseSubscription(filed, known, {
    ...OPTIONS,
    answers,
  });
  assert.equal(conclusion.state, "unexplained");
  assert.match(conclusion.text, /support/);
  assert.deepEqual(
    supportRequest.fields.map(({ id, value }) => [id, value.split("\n")[0]]),
    [
      ["program", "CPOR"],
      ["partnerId", "5357564"],
      ["claimId", "C-7"],
      ["tenant", CONTOSO],
      ["subscription", subscription(9)],
      ["description", "Partner Center shows the subscription error in the claim form."],
    ],
  );
  const ruledOut = supportRequest.text.split("\n").filter((line) => line.startsWith("Ruled out:"));
  assert.equal(ruledOut.length, 7);
});
