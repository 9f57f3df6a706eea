// Which claims could be filed: worlds written by hand, with what a partner would expect of them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  checkBatch,
  checkClaim,
  holdEvidence,
  init,
  mergeEvidence,
  planClaims,
} from "cpor-preflight";

const TODAY = "2026-11-22";
const OPTIONS = { ruleset: "2023-10", locale: "en", today: TODAY };
const CONTOSO = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const FABRIKAM = "7d20f7b1-6a54-4d0b-9c38-0f6f6a1b2c3d";
const LITWARE = "c1a5e9d3-0b74-4e2f-8d6a-3b9c7f1e5a20";
const OWN = "b6a8c4de-15f2-4f39-a0c7-93d1e2f4a5b6";
const SALES = "1e1a282c-9c54-43a2-9310-98ef728faace";
const FINANCE = "55c9eb4e-c746-45b4-b255-9ab6b19d5c62";
const BUILDER = "d2dea78b-507c-4e56-b400-39447f4738f8"; // Power Platform
const SUITE = "06ebc4ee-1bb5-47dd-8120-11324bc54e06"; // Microsoft 365 E5
const id = (number) => `0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a${String(number).padStart(2, "0")}`;
const subscription = (number, more) => ({
  id: id(number),
  tenantId: CONTOSO,
  skuId: SALES,
  status: "active",
  channel: "web-direct",
  provisioning: "provisioned",
  ...more,
});
const TENANTS = [
  { tenantId: CONTOSO, domains: ["contoso.com"], source: "look-up" },
  { tenantId: FABRIKAM, domains: ["fabrikam.com"], source: "look-up" },
];
const PARTNER_IDS = [{ id: "5357564", kind: "location", enrolled: true }];
const CONTEXT = { userRole: "incentives-admin", contributions: ["drives-usage"] };

before(() => init());

/** The claims as "tenant subscription-or-product activity verdict", and what is excluded as "ID activity code". */
function planned(evidence, context = CONTEXT, options = OPTIONS) {
  const plan = planClaims(evidence, context, options);
  const claims = plan.claims.map(({ claim, verdict }) => {
    const what = claim.subscriptionId?.slice(-2) ?? claim.product;
    return `${claim.customerTenantId?.slice(0, 2)} ${what} ${claim.activity} ${verdict}`;
  });
  const excluded = plan.excluded.map(({ subscriptionId, product, activity = "-", code }) =>
    [subscriptionId?.slice(-2) ?? product, activity, code].join(" "),
  );
  return { ...plan, claims, excluded, all: plan };
}

test("three customers: each subscription of Business Applications for what the partner did", () => {
  const evidence = {
    tenants: TENANTS,
    subscriptions: [
      subscription(1),
      subscription(2, { tenantId: FABRIKAM, skuId: FINANCE, channel: undefined }),
      subscription(3, { tenantId: LITWARE, skuId: SUITE }),
      subscription(4, { tenantId: LITWARE, skuId: FINANCE, provisioning: undefined }),
    ],
    partnerIds: PARTNER_IDS,
  };
  const { claims, excluded, partnerId, ruleset, all } = planned(evidence);
  assert.deepEqual(claims, ["3f 01 usage confirm", "7d 02 usage confirm", "c1 04 usage confirm"]);
  assert.deepEqual(excluded, ["03 - subscription-not-dynamics"]);
  assert.equal(ruleset, "2023-10");
  assert.deepEqual(partnerId, { id: "5357564", text: "One ID fits. Choose it in the claim." });
  assert.deepEqual(all.claims[0].claim, {
    userRole: "incentives-admin",
    customerTenantId: CONTOSO,
    customerDomain: "contoso.com",
    solutionArea: "business-applications",
    activity: "usage",
    purchaseChannel: "web-direct",
    product: "Dynamics 365 for Sales Enterprise Edition",
    subscriptionId: id(1),
    partnerId: "5357564",
  });
  // What nobody has answered yet.
  assert.deepEqual(all.claims[0].open, [
    "subscription-unclaimed",
    "competing-claim",
    "proof-of-execution",
  ]);
  assert.ok(all.claims[1].open.includes("purchase-channel"));
  assert.ok(all.claims[2].open.includes("subscription-provisioned"));
  assert.match(all.claims[0].because.join(" "), /Usage recognition.* matches what you did/);
  const both = planned(evidence, { contributions: ["drives-usage", "influenced-purchase"] });
  assert.deepEqual(
    both.claims.map((claim) => claim.split(" ").slice(1, 3).join(" ")),
    ["01 presales", "01 usage", "02 presales", "02 usage", "04 presales", "04 usage"],
  );
});

test("what cannot be claimed is excluded, with why", () => {
  for (const [more, code, words, rest = {}] of [
    [{ channel: "csp" }, "subscription-csp", /CSP\. What counts instead: the sale through CSP/],
    [{ trial: true }, "subscription-trial", /trial/],
    [{ status: "expired" }, "subscription-not-active", /expired/],
    [{ claimedBy: "other-partner" }, "subscription-already-claimed", /Another partner/],
    [{ skuId: BUILDER }, "product-power-platform", /instead: Partner Admin Link \(PAL\)/],
    [{ provisioning: "pending" }, "subscription-not-provisioned", /provisioned/],
    [{ tenantId: undefined }, "tenant-id-missing", /whose subscription/],
    [{ tenantId: OWN }, "tenant-id-is-own", /own/, { ownTenantId: OWN }],
    [{ channel: undefined }, "channel-not-eligible", /./, { purchaseChannel: "other" }],
  ]) {
    const evidence = { tenants: TENANTS, subscriptions: [subscription(1, more)] };
    const { claims, all } = planned(evidence, { ...CONTEXT, ...rest });
    const [{ text, ...excluded }] = all.excluded;
    assert.deepEqual(claims, [], code);
    assert.deepEqual([excluded.code, excluded.activity], [code, "usage"]);
    assert.match(text, words);
  }
});

test("Power Platform: usage counts by PAL, the other activities by a claim", () => {
  const evidence = { tenants: TENANTS, subscriptions: [subscription(1, { skuId: BUILDER })] };
  const { claims, excluded, all } = planned(evidence, {
    contributions: ["drives-usage", "influenced-purchase"],
  });
  assert.deepEqual(claims, ["3f 01 presales fix"]);
  assert.deepEqual(excluded, ["01 usage product-power-platform"]);
  assert.deepEqual(all.excluded[0].programs, ["pal"]);
  assert.equal(all.excluded[0].source.date, "2023-06-13");
  assert.match(
    planClaims(evidence, CONTEXT, { ...OPTIONS, locale: "de" }).excluded[0].text,
    /Stattdessen zählt: Partner Admin Link \(PAL\)\.$/,
  );
});

test("an own claim is known, and the subscription that replaces an ended one is a renewal", () => {
  const claim = (number, more) => ({
    ...{ tenantId: CONTOSO, subscriptionId: id(number), holder: "us", activity: "usage", ...more },
  });
  const evidence = {
    tenants: TENANTS,
    subscriptions: [
      subscription(1, { status: "expired" }),
      subscription(2),
      subscription(3, { skuId: FINANCE }),
    ],
    associations: [claim(1), claim(3)],
    partnerIds: PARTNER_IDS,
  };
  const { claims, excluded, all } = planned(evidence);
  assert.deepEqual(claims, ["3f 02 usage confirm"]);
  assert.deepEqual(excluded, [
    "01 usage subscription-already-claimed",
    "03 usage subscription-already-claimed",
  ]);
  assert.deepEqual(all.claims[0].renews, [id(1)]);
  assert.match(all.claims[0].because[0], new RegExp(`replaces the subscription ${id(1)}`));
  assert.match(all.excluded[0].text, new RegExp(`File a new.*${id(2)}`));
  // For another activity the claim is another one; a rejected one does not count.
  const other = planned(evidence, { contributions: ["influenced-purchase"] });
  assert.deepEqual(
    other.claims.map((one) => one.slice(3, 5)),
    ["02", "03"],
  );
  const rejected = [claim(3, { status: "Rejected" })];
  assert.equal(planned({ ...evidence, associations: rejected }).claims.length, 2);
});

/** An ended subscription and the one that follows it, on the days of a renewal. */
const OLD = { status: "expired", createdOn: "2025-10-01", endsOn: "2026-10-01" };
const NEW = { createdOn: "2026-10-01", endsOn: "2027-10-01" };
const ownClaim = (more) => ({
  ...{ tenantId: CONTOSO, holder: "us", activity: "usage", status: "Approved", ...more },
});
/** What is renewed, as "new < old", and what is excluded. */
function renewed(subscriptions, associations, options = OPTIONS) {
  const evidence = { tenants: TENANTS, subscriptions, associations, partnerIds: PARTNER_IDS };
  const { all, excluded } = planned(evidence, CONTEXT, options);
  const renews = all.claims.map(({ claim, renews = [] }) => {
    return `${claim.subscriptionId.slice(-2)} < ${renews.map((one) => one.slice(-2)).join(", ")}`;
  });
  return [renews, excluded];
}

test("the renewal of a claim by product is offered, and what ran beside it isn’t", () => {
  const byProduct = ownClaim({ product: "Dynamics 365 Sales" });
  for (const ruleset of ["2020-06", "2023-10"]) {
    const options = { ...OPTIONS, ruleset };
    assert.deepEqual(renewed([subscription(1, OLD), subscription(2, NEW)], [byProduct], options), [
      ["02 < 01"],
      ["01 usage own-claim-exists"],
    ]);
  }
  const parallel = subscription(3, { createdOn: "2024-01-01", endsOn: "2027-01-01" });
  assert.deepEqual(renewed([subscription(1, OLD), parallel], [byProduct]), [
    [],
    ["01 usage own-claim-exists", "03 usage own-claim-exists"],
  ]);
  const all = [subscription(1, OLD), subscription(2, NEW), parallel];
  assert.deepEqual(renewed(all, [byProduct]), [
    ["02 < 01"],
    ["01 usage own-claim-exists", "03 usage own-claim-exists"],
  ]);
  // A claim that began after the older one had ended is the newer one's.
  const later = { ...byProduct, since: "2026-10-15" };
  assert.deepEqual(renewed([subscription(1, OLD), subscription(2, NEW)], [later])[0], []);
});

test("a renewal is known by days, and by the product’s part number or name alone", () => {
  const claimed = [ownClaim({ subscriptionId: id(1) })];
  const ended = "01 usage subscription-already-claimed";
  for (const [old, next, renews] of [
    [OLD, NEW, "02 < 01"],
    // Bought a month early, or weeks late; and some days are not known.
    [OLD, { createdOn: "2026-09-02" }, "02 < 01"],
    [OLD, { createdOn: "2026-11-20" }, "02 < 01"],
    [{ status: "expired" }, {}, "02 < 01"],
    [{ status: "expired", createdOn: "2025-10-01" }, NEW, "02 < 01"],
    // It ran beside the older one.
    [OLD, { createdOn: "2026-08-30" }, "02 < "],
    [{ status: "expired", createdOn: "2025-10-01" }, { createdOn: "2025-03-01" }, "02 < "],
    [OLD, { ...NEW, skuId: FINANCE }, "02 < "],
    [OLD, { ...NEW, tenantId: FABRIKAM }, "02 < "],
    [{ ...OLD, status: "suspended", endsOn: "2027-01-01" }, NEW, "02 < "],
  ])
    assert.deepEqual(
      renewed([subscription(1, old), subscription(2, next)], claimed),
      [[renews], [ended]],
      JSON.stringify(next),
    );
  for (const named of [
    { skuId: undefined, skuPartNumber: "DYN365_ENTERPRISE_SALES" },
    { skuId: undefined, skuPartNumber: undefined, productName: "Dynamics 365 Wonder" },
  ]) {
    const [old, next] = [OLD, NEW].map((days) => ({ ...days, ...named }));
    assert.deepEqual(renewed([subscription(1, old), subscription(2, next)], claimed)[0], [
      "02 < 01",
    ]);
  }
});

test("two ended ones have one renewal, and one that ended may have two", () => {
  const claims = [1, 2].map((number) => ownClaim({ subscriptionId: id(number) }));
  const [first, second, next, other] = [
    subscription(1, OLD),
    subscription(2, OLD),
    subscription(3, NEW),
    subscription(4, NEW),
  ];
  assert.deepEqual(renewed([first, second, next], claims)[0], ["03 < 01, 02"]);
  assert.deepEqual(renewed([first, next, other], claims)[0], ["03 < 01", "04 < 01"]);
  const evidence = { subscriptions: [first, next, other], associations: claims };
  for (const { because } of planClaims(evidence, CONTEXT, OPTIONS).claims)
    assert.equal(because[0], `It may replace the subscription ${id(1)}, which you’ve claimed.`);
  // The one in the middle has ended, too.
  const middle = subscription(3, { ...OLD, createdOn: "2026-10-01", endsOn: "2026-11-01" });
  const last = subscription(4, { createdOn: "2026-11-01" });
  assert.deepEqual(renewed([first, middle, last], claims)[0], ["04 < 01"]);
});

test("a subscription without an ID that can be read is listed, with why", () => {
  const nameless = [undefined, "", "abc", 7, {}].map((odd) => ({ ...subscription(1), id: odd }));
  const suite = { ...subscription(1), id: undefined, skuId: SUITE };
  const evidence = { tenants: TENANTS, subscriptions: [subscription(2), ...nameless, suite] };
  for (const known of [evidence, holdEvidence(evidence)]) {
    const { claims, excluded, all } = planned(known);
    assert.deepEqual(claims, ["3f 02 usage fix"]);
    const sales = "Dynamics 365 for Sales Enterprise Edition - subscription-id-missing";
    // Rows that say the same are one: an export may have been loaded twice.
    assert.deepEqual(excluded, [sales, "Microsoft 365 E5 - subscription-not-dynamics"]);
    assert.equal(all.excluded[0].tenantId, CONTOSO);
    assert.match(all.excluded[0].text, /no ID that can be read/);
  }
  // Of what an earlier reading lost, nothing else is known.
  const lost = mergeEvidence({ subscriptions: [subscription(2), nameless[2]] }, {});
  const [{ tenantId, code, text }] = planClaims(lost, CONTEXT, OPTIONS).excluded;
  assert.deepEqual([tenantId, code], [null, "evidence-malformed"]);
  assert.match(text, /couldn’t be read/);
});

test("what is unknown stays in the plan, as far as the check does not block it", () => {
  const evidence = {
    tenants: TENANTS,
    subscriptions: [
      subscription(1, { skuId: "1e1a282c-9c54-43a2-9310-98ef728faacf", skuPartNumber: "D365_NEW" }),
      subscription(2, { status: "unknown" }),
      subscription(3, { channel: undefined, ownerTenantId: FABRIKAM }),
    ],
    partnerIds: PARTNER_IDS,
  };
  const { claims, all } = planned(evidence);
  assert.deepEqual(
    claims.map((claim) => claim.slice(3)),
    ["01 usage confirm", "02 usage confirm", "03 usage confirm"],
  );
  const open = all.claims.map((claim) => claim.open);
  assert.ok(open[0].includes("product") && open[0].includes("subscription-dynamics"));
  assert.ok(open[1].includes("subscription-status"));
  assert.ok(open[2].includes("subscription-not-csp"));
  assert.equal(all.claims[0].claim.product, "D365_NEW");
  // A formula is no product.
  const odd = { ...evidence.subscriptions[0], skuPartNumber: undefined, productName: "=1+1" };
  assert.equal(planned({ subscriptions: [odd] }).all.claims[0].claim.product, undefined);
});

test("Microsoft 365: each tenant × each workload", () => {
  const evidence = {
    tenants: TENANTS,
    associations: [
      { tenantId: FABRIKAM, product: "Teams", holder: "other-partner" },
      { tenantId: CONTOSO, product: "Exchange", holder: "us" },
    ],
    partnerIds: PARTNER_IDS,
  };
  const workloads = ["Teams", "Exchange", "Sales"];
  const { claims, excluded } = planned(evidence, { ...CONTEXT, workloads });
  assert.deepEqual(claims, ["3f Teams usage confirm", "7d Exchange usage confirm"]);
  assert.deepEqual(excluded, [
    "Exchange usage own-claim-exists",
    "Sales usage product-not-in-area",
    "Teams usage competing-claim",
    "Sales usage product-not-in-area",
  ]);
  // One workload, however often and however it is named.
  const named = ["Teams", "teams", "Microsoft Teams", " Teams ", "Exchange", "Exchange Online"];
  const once = planned({ tenants: TENANTS }, { ...CONTEXT, workloads: named });
  assert.deepEqual(
    once.claims.map((claim) => claim.split(" ").slice(0, 2).join(" ")),
    ["3f Teams", "3f Exchange", "7d Teams", "7d Exchange"],
  );
  const other = planned(evidence, { contributions: ["influenced-purchase"], workloads: ["Teams"] });
  assert.deepEqual(other.excluded, [
    "Teams - activity-not-in-area",
    "Teams - activity-not-in-area",
  ]);
});

test("of several Partner IDs the one that fits, or none", () => {
  const evidence = {
    tenants: TENANTS,
    subscriptions: [subscription(1)],
    partnerIds: [
      ...PARTNER_IDS,
      { id: "4391507", kind: "global-account", enrolled: true },
      { id: "6363276", kind: "location", enrolled: false },
    ],
  };
  assert.equal(planned(evidence).partnerId.id, "5357564");
  const named = (partnerIds) => planned(evidence, { ...CONTEXT, partnerIds });
  assert.equal(named(["5357564", "4391507"]).partnerId.id, "5357564");
  // The only one is taken, and its check says what is wrong with it.
  assert.deepEqual(named(["6363276"]).claims, ["3f 01 usage fix"]);
  const none = named(["517285", "4391507", "604568"]);
  assert.equal(none.partnerId.id, null);
  assert.deepEqual(none.claims, ["3f 01 usage fix"]);
  assert.ok(none.all.claims[0].open.includes("partner-id"));
});

test("what the context says of a Partner ID counts as evidence", () => {
  const evidence = { tenants: TENANTS, subscriptions: [subscription(1)] };
  const checksOf = (partnerIds) => {
    const { claims } = planClaims(evidence, { ...CONTEXT, partnerIds }, OPTIONS);
    const [{ claim, verdict, open }] = claims;
    const report = checkClaim(claim, mergeEvidence(evidence, { partnerIds }), OPTIONS);
    assert.equal(verdict, report.verdict);
    return [verdict, open.filter((id) => id.startsWith("partner-id"))];
  };
  const location = { id: "5357564", kind: "location", enrolled: true };
  assert.deepEqual(checksOf([location]), ["confirm", []]);
  assert.deepEqual(checksOf([{ ...location, enrolled: false }]), ["fix", ["partner-id-enrolled"]]);
  assert.deepEqual(checksOf([{ ...location, kind: "global-account" }]), [
    "fix",
    ["partner-id-type"],
  ]);
  assert.deepEqual(checksOf([{ id: "5357564" }]), [
    "confirm",
    ["partner-id-enrolled", "partner-id-type"],
  ]);
  const plain = planClaims(evidence, { ...CONTEXT, partnerIds: ["5357564"] }, OPTIONS);
  assert.ok(plain.claims[0].open.includes("partner-id-enrolled"));
});

test("what is the same for many claims can’t be changed in one", () => {
  const { claims } = planClaims({ subscriptions: [subscription(1), subscription(2)] }, CONTEXT);
  assert.throws(() => claims[0].open.push("role"), TypeError);
  claims[0].claim.product = "Finance";
  assert.notEqual(claims[1].claim.product, "Finance");
});

test("if no activity fits, it says which answer to check", () => {
  const evidence = { subscriptions: [subscription(1), subscription(2, { skuId: SUITE })] };
  const context = { contributions: ["business-influencer"], seeksPayment: "yes" };
  const { claims, excluded, all } = planned(evidence, context);
  assert.deepEqual(claims, []);
  assert.deepEqual(excluded, ["01 - activity-missing", "02 - subscription-not-dynamics"]);
  assert.match(all.excluded[0].text, /whether you want incentive payments/);
});

test("verdict and open checks are those of the check, and the file says the same", () => {
  const evidence = {
    tenants: TENANTS,
    subscriptions: [subscription(1), subscription(2, { tenantId: FABRIKAM, status: "in-grace" })],
    partnerIds: PARTNER_IDS,
  };
  for (const known of [evidence, holdEvidence(evidence)]) {
    const { claims, csv } = planClaims(known, {}, OPTIONS);
    assert.equal(claims.length, 6);
    for (const { claim, verdict, open } of claims) {
      const { checks, ...report } = checkClaim(claim, known, OPTIONS);
      const isOpen = ({ outcome }) => ["unknown", "fail"].includes(outcome);
      assert.equal(report.verdict, verdict);
      assert.deepEqual(
        open,
        checks.filter(isOpen).map((check) => check.id),
      );
    }
    const batch = checkBatch(csv, evidence, OPTIONS);
    assert.deepEqual([batch.rows, batch.verdicts.confirm, batch.problems], [6, 6, []]);
    assert.match(csv, /^userRole,customerTenantId,customerDomain,.*submittedOn\r\n/);
  }
});

test("any value of any type is a plan", () => {
  for (const odd of [
    undefined,
    null,
    7,
    "x",
    [],
    { contributions: 7, partnerIds: {}, workloads: {} },
  ])
    for (const evidence of [
      undefined,
      { subscriptions: 7 },
      { subscriptions: [subscription(1)] },
    ]) {
      const { claims, excluded, csv } = planClaims(evidence, odd, OPTIONS);
      assert.ok(claims.length + excluded.length >= 0 && csv.startsWith("userRole,"));
    }
});

test("npx cpor-preflight plan", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "plan-"));
  after(() => rmSync(folder, { recursive: true }));
  const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
  const samples = fileURLToPath(new URL("../samples/", import.meta.url));
  const run = (...args) => spawnSync(process.execPath, [cli, ...args], { encoding: "utf8" });
  const exports = ["graph-subscriptions.json", "graph-subscribed-skus.json"].map((name) =>
    join(samples, name),
  );
  const asked = [
    "--tenant",
    CONTOSO,
    "--today",
    TODAY,
    "--activity",
    "usage",
    "--partner-id",
    "5357564",
  ];

  await t.test("says the same as the library, and writes the file", () => {
    const file = join(folder, "claims.csv");
    const { status, stdout, stderr } = run("plan", ...exports, ...asked, "--json", "--csv", file);
    assert.equal(status, 0, stderr);
    const plan = JSON.parse(stdout);
    assert.equal(plan.partnerId.id, "5357564");
    assert.ok(
      plan.claims.length > 0 && plan.claims.every(({ claim }) => claim.activity === "usage"),
    );
    assert.equal(readFileSync(file, "utf8"), plan.csv);
    assert.notEqual(run(file, "--today", TODAY).status, 2);
  });
  await t.test("takes a context from a file", () => {
    const file = join(folder, "context.json");
    writeFileSync(
      file,
      JSON.stringify({ contributions: ["influenced-purchase"], partnerIds: ["5357564"] }),
    );
    const { stdout } = run("plan", exports[0], "--tenant", CONTOSO, "--context", file, "--json");
    assert.ok(JSON.parse(stdout).claims.every(({ claim }) => claim.activity === "presales"));
  });
  await t.test("writes over no file that it reads", () => {
    const context = join(folder, "kept.json");
    writeFileSync(context, "{}");
    const { status } = run("plan", exports[0], "--context", context, "--csv", context);
    assert.deepEqual([status, readFileSync(context, "utf8")], [2, "{}"]);
  });
  await t.test("names the file where not all claims are in the table", () => {
    const many = JSON.parse(readFileSync(exports[0], "utf8"));
    const [first] = many.value;
    const tail = (at) => String(at).padStart(4, "0");
    many.value = Array.from({ length: 60 }, (_, at) => {
      const id = first.id.slice(0, -4) + tail(at);
      return { ...first, id, commerceSubscriptionId: id.replace("0b6f", "71d2") };
    });
    const file = join(folder, "many.json");
    writeFileSync(file, JSON.stringify(many));
    const { stdout } = run("plan", file, ...asked);
    assert.match(stdout, /--json, --csv/);
    assert.ok(stdout.split("\n").length < 60);
    assert.doesNotMatch(run("plan", ...exports, ...asked).stdout, /--json/);
  });
  await t.test("prints a table, in the language", () => {
    const { status, stdout } = run("plan", ...exports, ...asked, "--locale", "de");
    assert.equal(status, 0);
    assert.match(stdout, /^ {2}\S+ {2}Dynamics .*: zu klären \(offen: Rolle, Bezugsweg, /m);
    assert.match(stdout, /^\d+ Ansprüche: \d+ zu beheben, \d+ zu klären, \d+ bereit\n/);
  });
  await t.test("ends with 1 or 2", () => {
    const empty = join(folder, "empty.json");
    writeFileSync(empty, readFileSync(exports[0], "utf8").replace(/\[[\s\S]*\]/, "[]"));
    assert.equal(run("plan", empty).status, 1);
    for (const args of [
      [],
      ["missing.json"],
      [exports[0], "--activity", "sales"],
      [exports[0], "--activity", "usage", "--channel", "shop"],
      [exports[0], "--odd"],
    ]) {
      const { status, stderr } = run("plan", ...args);
      assert.equal(status, 2, args.join(" "));
      assert.ok(stderr);
    }
  });
  await t.test("--help", () => assert.match(run("plan", "--help").stdout, /--partner-id/));
});
