// What views say of a claim, without a document: names of fields, answers and days, the result as a text, and what was put
// in, in a few words.

import assert from "node:assert/strict";
import test from "node:test";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const views = await imported(inRoot("tests", "support", "views.ts"), { conditions: ["inline"] });
const { during, handoffText, lookOf, made, resultText, short, titleOf } = views;
await views.ready();

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const M365 = { product: "Teams", customerTenantId: TENANT, customerDomain: "contoso.com" };

test("fields, answers, checks and days are called as a person knows them", () => {
  const { kit, store } = made();
  assert.deepEqual(
    ["partnerId", "customerTenantId", "userRole"].map((field) => kit.label(field)),
    ["Partner ID", "Customer tenant ID", "Your role"],
  );
  assert.throws(() => kit.label("nothing"), /nothing/);
  assert.equal(kit.option("activity", "usage"), "Usage recognition - Non-Incentivized");
  store.set("solutionArea", "microsoft-365");
  assert.equal(kit.option("activity", "usage"), "Use or consume");
  assert.equal(kit.option("activity", "nothing"), "nothing");
  assert.equal(kit.option("purchaseChannel", "csp"), "CSP");
  assert.equal(kit.option("purchaseChannel", "csp", "label"), "CSP");
  assert.equal(kit.answer("activity"), "");
  store.set("activity", "usage");
  assert.equal(kit.answer("activity"), "Use or consume");
  assert.equal(kit.checkLabel("tenant-domain"), "Domain-tenant match");
  assert.equal(kit.checkLabel("nothing"), "nothing");
  assert.equal(kit.fieldOf("role"), "userRole");
  assert.equal(kit.fieldOf("tenant-domain"), undefined);
  assert.equal(kit.day("2026-11-20"), "November 20, 2026");
  assert.equal(kit.month("2026-11-20"), "November 2026");
});

test("a verdict is called by its state and number", () => {
  const { kit } = made();
  const names = [
    ...["empty", "missing", "fix", "settle", "microsoft", "ready"].map((state) => [state, 1]),
    ...["missing", "fix", "settle", "microsoft"].map((state) => [state, 3]),
  ].map(([state, count]) => kit.verdict({ state, count }));
  assert.deepEqual(names, [
    ...["Nothing to check yet", "Still to fill in: 1", "Fix 1 thing", "Settle 1 point first"],
    ...["File it: 1 point only Microsoft can see", "File it"],
    ...["Still to fill in: 3", "Fix 3 things", "Settle 3 points first"],
    "File it: 3 points only Microsoft can see",
  ]);
});

test("what a claim comes to is worked out once after each change, and for other rules apart", () => {
  const { kit, store } = made();
  const first = kit.judgement;
  assert.equal(first.state, "empty");
  assert.equal(kit.judgement, first);
  store.set("partnerId", "x1");
  assert.equal(kit.judgement.state, "fix");
  assert.equal(kit.judgement, kit.judgement);
  store.want(["an export"]);
  assert.notEqual(kit.judgement, first);
  const before = kit.judgement;
  store.recheck();
  assert.notEqual(kit.judgement, before);
  const [early, late] = ["2020-06", "2023-10"].map((id) => {
    const { kit: other, store: own } = made();
    const { customerDomain: _, ...claim } = M365;
    own.load({ ...claim, solutionArea: "microsoft-365", activity: "usage" });
    return other.judgementUnder(id).missing;
  });
  const rest = ["partnerId", "userRole", "proofOfExecution", "competingPartner"];
  assert.deepEqual([early, late], [["customerDomain", ...rest], rest]);
});

test("before the check is asked for, a quiet host’s claim is judged by what is empty alone", () => {
  const { kit, store } = made({ isQuiet: true });
  store.set("partnerId", "x1");
  const { state, findings, missing, checks } = kit.judgement;
  assert.deepEqual([state, findings, checks], ["empty", [], []]);
  assert.deepEqual(missing, [
    ...["customerTenantId", "customerDomain", "product", "activity", "userRole"],
    ...["proofOfExecution", "competingPartner"],
  ]);
  store.ask();
  assert.equal(kit.judgement.state, "fix");
});

test("who asks for the check hears of it from the host, or is led to the verdict", () => {
  const own = made();
  own.kit.ask();
  assert.deepEqual([own.store.isAsked, own.heard], [true, [["goToVerdict"]]]);
  const heard = [];
  const others = made({ ask: () => heard.push("asked") });
  others.kit.ask();
  assert.deepEqual([others.store.isAsked, heard, others.heard], [false, ["asked"], []]);
});

test("what draws is called at once, with each change of its slices, and no more once the views end", async () => {
  const { kit, store, end } = made();
  const drawn = [];
  kit.draws(["claim"], () => drawn.push(store.text("partnerId")));
  store.set("partnerId", "1");
  await store.settled;
  store.want(["x"]);
  await store.settled;
  end();
  store.set("partnerId", "2");
  await store.settled;
  assert.deepEqual(drawn, ["", "1"]);
});

test("an ID is shortened to its beginning, and nothing else is", () => {
  for (const [value, expected] of [
    [TENANT, "3f1c7a52…"],
    [TENANT.toUpperCase(), "3F1C7A52…"],
    ["contoso.com", "contoso.com"],
    [`x${TENANT}`, `x${TENANT}`],
    [`${TENANT}0`, `${TENANT}0`],
    ["5357564", "5357564"],
  ])
    assert.equal(short(value), expected);
  assert.deepEqual(
    ["blocks", "warns", "informs"].map((severity) => lookOf({ severity })),
    ["block", "settle", "settle"],
  );
});

test("a time is from one day to another, or one of them", () => {
  const { kit } = made();
  const of = (from, by) => during(kit, from, by);
  assert.equal(of("2026-11-20", "2026-12-10"), "November 20, 2026 to December 10, 2026");
  assert.equal(of("2026-11-20", "2026-11-20"), "November 20, 2026");
  assert.equal(of("2026-11-20", undefined), "November 20, 2026");
  assert.equal(of(undefined, "2026-12-10"), "December 10, 2026");
  assert.equal(of(undefined, undefined), "");
});

test("the result is a text: verdict, rules, findings, what is missing, what only Microsoft sees", () => {
  const { kit, store } = made({ library: { checkClaim: dated } });
  store.load({ customerTenantId: "contoso.com", customerDomain: TENANT });
  const result = [
    "Fix 1 thing",
    "By the rules of October 2023, November 22, 2026",
    "1. You entered a domain as the customer tenant ID.\n   Move it to the customer domain, and ask the customer’s administrator for the tenant ID (directory ID).",
    "Still to fill in: Product, Partner role, Partner ID, Your role, Proof of execution, Competing partner",
    "Only Microsoft decides.",
  ].join("\n\n");
  assert.equal(resultText(kit), result);
  const lines = ["Claim", "Customer tenant ID: contoso.com", `Customer domain: ${TENANT}`, ""];
  assert.equal(handoffText(kit), [...lines, result].join("\n"));
  const more = { product: "Teams", purchaseChannel: "csp", customerDomain: "Contoso.com" };
  store.load({ ...more, customerTenantId: TENANT });
  assert.match(resultText(kit), /^Still to fill in: 6: contoso.com\n\n/);
  assert.match(handoffText(kit), /\nPurchase channel: CSP\nProduct: Teams\n/);
});

const dated = (claim, evidence, options) =>
  views.library.checkClaim(claim, evidence, { ...options, today: "2026-11-22" });

/** Something that was put in, as the library would read it. */
const read = (parts, more = {}) => ({
  ...{ id: 1, source: "text", about: {}, fields: {}, evidence: {}, parts },
  customers: { only: undefined, of: () => ({ tenants: [], subscriptions: [] }) },
  ...more,
});
const field = (value, confidence = "certain") => ({ value, confidence, others: [] });

test("what was put in is told in a few words", () => {
  const { kit, store } = made();
  const text = [{ kind: "text" }];
  const subscriptions = [{}, {}];
  const export_ = [{ kind: "graph-subscriptions", rows: 7 }];
  const of = (nobodys = []) => ({
    only: TENANT,
    of: (id) => ({ tenants: [], subscriptions: id ? [] : nobodys }),
  });
  const cases = [
    ["a look-up", read(export_, { about: { domain: "contoso.com" } }), "Lookup of contoso.com"],
    ["one claim", read([{ kind: "claims", rows: 1 }]), "File: 1 claim"],
    ["claims", read([...text, { kind: "claims", rows: 12 }]), "File: 12 claims"],
    ["a text with nothing", read(text), "Text: nothing for the claim"],
    [
      "a domain",
      read(text, { fields: { customerDomain: field("contoso.com") } }),
      "Text: contoso.com",
    ],
    [
      "three fields",
      read(text, {
        fields: {
          customerTenantId: field(TENANT),
          competingPartner: field("no"),
          partnerId: field("5357564"),
        },
      }),
      "Text: Customer tenant ID 3f1c7a52…, Competing partner No",
    ],
    [
      "what is likely",
      read(text, {
        fields: { subscriptionId: field(TENANT, "likely"), partnerId: field("1", "likely") },
      }),
      "Text: 3f1c7a52…",
    ],
    [
      "what is certain beside it",
      read(text, { fields: { subscriptionId: field(TENANT, "likely"), partnerId: field("1") } }),
      "Text: Partner ID 1",
    ],
    ["an error", read([...text, { kind: "partner-center-error" }]), "Error from Partner Center"],
    ["what is unknown", read([{ kind: "unknown", name: "x.bin" }]), "Not recognized: x.bin"],
    ["what is unknown without a name", read([{ kind: "unknown" }]), "Not recognized"],
    ["nothing at all", read([]), "Not recognized"],
    ["what is of no use", read([{ kind: "not-evidence", name: "x.csv" }]), "No use here: x.csv"],
    ["subscriptions", read(export_, { evidence: { subscriptions } }), "Export: 2 subscriptions"],
    [
      "own IDs",
      read(export_, { evidence: { partnerIds: [{}], tenants: [{}] } }),
      "Export: 1 Partner ID",
    ],
    [
      "existing claims",
      read(export_, { evidence: { associations: [{}, {}], tenants: [{}] } }),
      "Export: 2 existing claims",
    ],
    ["tenants", read(export_, { evidence: { tenants: [{}] } }), "Export: 1 tenant"],
    ["rows", read(export_), "Export: 7 rows"],
    ["no rows", read([{ kind: "graph-subscriptions" }]), "Export: 0 rows"],
    [
      "an export among a text and what is unknown",
      read([{ kind: "unknown" }, ...text, { kind: "not-evidence" }, ...export_]),
      "Export: 7 rows",
    ],
    [
      "an export of a tenant",
      read(export_, { evidence: { subscriptions }, customers: of() }),
      "Export: 2 subscriptions of 3f1c7a52…",
    ],
    [
      "an export of a tenant and of who knows",
      read(export_, { evidence: { subscriptions }, customers: of([{}]) }),
      "Export: 2 subscriptions",
    ],
  ];
  for (const [name, item, expected] of cases) assert.equal(titleOf(kit, item), expected, name);
  const ofTenant = read(export_, { evidence: { subscriptions }, customers: of() });
  store.load({ customerTenantId: TENANT, customerDomain: "contoso.com" });
  assert.equal(titleOf(kit, ofTenant), "Export: 2 subscriptions of contoso.com");
  store.load({ customerTenantId: TENANT.replace("3", "4"), customerDomain: "contoso.com" });
  assert.equal(titleOf(kit, ofTenant), "Export: 2 subscriptions of 3f1c7a52…");
  store.bring({ tenants: [{ tenantId: TENANT, domains: ["fabrikam.com", "x.com"] }] });
  assert.equal(titleOf(kit, ofTenant), "Export: 2 subscriptions of fabrikam.com");
});

test("without a document, views are HTML as text, in which nothing that was typed is a tag", () => {
  const { h, drawing } = views;
  const html = (...given) => String(h(...given));
  assert.equal(html("p"), "<p></p>");
  assert.equal(html("p.a.b", { lang: "en" }, "x"), '<p class="a b" lang="en">x</p>');
  assert.equal(
    html("p", { title: `"<&>"` }, `<b>"&"</b>`),
    '<p title="&#34;&#60;&#38;&#62;&#34;">&#60;b&#62;&#34;&#38;&#34;&#60;/b&#62;</p>',
  );
  assert.equal(
    html("p", { a: true, b: false, c: 0, d: "", e: null, f: undefined, click: () => {} }),
    '<p a c="0"></p>',
  );
  assert.equal(html("input", { value: "x", checked: true }), '<input value="x" checked>');
  assert.equal(html("option", { value: "" }, "Choose"), "<option>Choose</option>");
  assert.equal(html("textarea", { value: "x", checked: true }), "<textarea></textarea>");
  assert.equal(
    html("ul", {}, [h("li", {}, 1), [h("li", {}, 0)]], null, false, undefined, ""),
    "<ul><li>1</li><li>0</li></ul>",
  );
  assert.equal(
    String(drawing("i i-s", "M0")),
    '<svg class="i i-s" viewBox="0 0 20 20" aria-hidden="true"><path d="M0"></path></svg>',
  );
  assert.equal(
    String(drawing("i", "M0", "M1")),
    '<svg class="i" viewBox="0 0 20 20" aria-hidden="true"><path d="M0"></path>' +
      '<path d="M1" fill="currentColor" stroke="none"></path></svg>',
  );
});
