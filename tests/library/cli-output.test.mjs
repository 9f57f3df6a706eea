// All that the commands print, word by word: what goes to the output, what beside it, and how they end.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipped, workbookOf, zipOf } from "../support/zips.mjs";
import { sample } from "./given.mjs";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const UNDER = ["--today", "2026-11-22", "--ruleset", "2023-10"];
const BEFORE = ["--today", "2026-11-22", "--ruleset", "2020-06"];
const GOOD = {
  ...{ customerTenantId: TENANT, solutionArea: "microsoft-365", activity: "usage" },
  ...{ product: "Teams", partnerId: "5357564", userRole: "incentives-admin" },
  ...{ competingPartner: "no", proofOfExecution: "ready" },
};
const NOTE =
  "This record says what this check found in this claim and evidence. It isn’t Microsoft’s word: only Microsoft decides on a claim.";

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "cpor-output-"));
  const list = JSON.parse(sample("graph-subscriptions.json"));
  const subscriptions = (count) => JSON.stringify({ ...list, value: list.value.slice(0, count) });
  const line = (tenant, domain, id) => `${tenant};${domain};microsoft-365;usage;Teams;${id};a`;
  for (const [name, content] of Object.entries({
    "claims.csv": [
      "Customer tenant ID;Customer domain;Solution area;Activity;Product;Partner ID;Note",
      line(TENANT, "contoso.com", "5357564"),
      line("contoso.com", "", "5357564"),
      line("contoso.com", "fabrikam.com", "x"),
    ].join("\n"),
    "editions.csv":
      "Product;Date submitted\nTeams;2021-03-01\nTeams;2026-11-20\nTeams;2026-11-20\n",
    "none.csv": "a;b\n1;2\n",
    "broken.csv": "Product;Partner ID\nTeams;5357564;more\nTeams;5357564\n",
    "wrong.json": JSON.stringify({ ...GOOD, customerTenantId: "contoso.com" }),
    "good.json": JSON.stringify(GOOD),
    "open.json": JSON.stringify({
      ...{ customerDomain: "contoso.com", solutionArea: "business-applications" },
    }),
    "partner.json": JSON.stringify({
      partnerIds: [{ id: "5357564", kind: "location", enrolled: true }],
      tenants: [{ tenantId: TENANT, domains: ["contoso.com"] }],
    }),
    "note.txt": `Tenant ID: ${TENANT}\nMPN 5357564, MPN 517285\n`,
    "broken.zip": "PK\x03\x04xxxx",
    "reply.txt": `1. ${TENANT}\n4. yes\n5. who knows\n`,
    "list.json": subscriptions(2),
    "one.json.gz": gzipped(subscriptions(1)),
  }))
    writeFileSync(join(folder, name), content);
});
after(() => rmSync(folder, { recursive: true }));

/** What a command prints; where the documentation lies is another place everywhere. */
function said(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    ...{ encoding: "utf8", cwd: folder },
  });
  return [status, stdout.replace(/file:\S+\/docs\//, "docs/"), stderr];
}

/** Lines as they are printed: each with its end. */
const lines = (...texts) => texts.map((text) => `${text}\n`).join("");

test("a file of claims: sums, codes with their checks, the first findings, and what each column is", () => {
  assert.deepEqual(said("check", "claims.csv", ...UNDER), [
    1,
    lines(
      "3 claims: 2 to fix, 1 to confirm, 0 ready",
      "",
      "        3  role-missing  Role",
      "        3  partner-id-unverified  Incentive enrollment",
      "        3  competing-claim-unverified  Competing claim",
      "        3  proof-of-execution-unverified  Proof of execution",
      "        2  tenant-id-wrong-kind  Tenant ID",
      "        1  domain-missing  Domain",
      "        1  tenant-domain-unverified  Domain-tenant match",
      "        1  partner-id-malformed  Partner ID",
      "",
      "row 1: role-missing (Your role)",
      "row 1: tenant-domain-unverified (Customer tenant ID)",
      "row 1: competing-claim-unverified (Competing partner)",
      "row 1: proof-of-execution-unverified (Proof of execution)",
      "row 1: partner-id-unverified (Partner ID (until 2023: MPN ID))",
      "row 2: role-missing (Your role)",
      "row 2: tenant-id-wrong-kind (Customer tenant ID)",
      "row 2: domain-missing (Customer domain)",
      "row 2: competing-claim-unverified (Competing partner)",
      "row 2: proof-of-execution-unverified (Proof of execution)",
      "row 2: partner-id-unverified (Partner ID (until 2023: MPN ID))",
      "row 3: role-missing (Your role)",
      "row 3: tenant-id-wrong-kind (Customer tenant ID)",
      "row 3: partner-id-malformed (Partner ID (until 2023: MPN ID))",
      "row 3: competing-claim-unverified (Competing partner)",
      "row 3: proof-of-execution-unverified (Proof of execution)",
      "row 3: partner-id-unverified (Partner ID (until 2023: MPN ID))",
      "",
      "What the codes mean: docs/en/codes.html",
    ),
    lines(
      "  Customer tenant ID → customerTenantId",
      "  Customer domain → customerDomain",
      "  Solution area → solutionArea",
      "  Activity → activity",
      "  Product → product",
      "  Partner ID → partnerId",
      "  Note → (not read)",
      "by rule set 2023-10",
      "These columns weren’t read because no field has their name: “Note”.",
    ),
  ]);
});

test("a table in a workbook, a ZIP file, or a GZIP file is checked as it is alone", () => {
  const rows = [
    ["Customer domain", "Product", "Partner ID"],
    ["contoso.com", "Teams", "x"],
  ];
  const csv = rows.map((row) => row.join(",")).join("\n");
  const book = workbookOf([{ name: "x", rows }]);
  const [, alone] = checkedAs("alone.csv", csv);
  assert.match(alone, /^1 claim: 1 to fix, 0 to confirm, 0 ready\n/);
  for (const [name, content] of [
    ["a.xlsx", book],
    ["a.zip", zipOf([{ name: "b/alone.csv", content: csv }])],
    ["a.csv.gz", gzipped(csv)],
  ])
    assert.deepEqual(checkedAs(name, content).slice(0, 2), [1, alone], name);
});

function checkedAs(name, content) {
  writeFileSync(join(folder, name), content);
  return said(name, ...UNDER);
}

test("of more than twenty findings the first are named; rows by several rule sets are counted", () => {
  const [status, output, beside] = said("editions.csv", "--today", "2026-11-22", "--locale", "de");
  assert.equal(status, 1);
  const all = output.split("\n");
  assert.equal(all[0], "3 Ansprüche: 3 zu beheben, 0 zu klären, 0 bereit");
  assert.equal(all.filter((one) => /^Zeile \d: /.test(one)).length, 20);
  assert.deepEqual(all.slice(-4), [
    ...["… --format json nennt auch die übrigen", ""],
    ...["Was die Codes bedeuten: docs/de/codes.html", ""],
  ]);
  assert.match(beside, /^nach Regelwerk 2020-06 \(1\), 2023-10 \(2\)$/m);
});

test("what is the matter with a file is told beside the output, with how many rows and the first of them", () => {
  const [status, , beside] = said("none.csv", ...UNDER);
  assert.deepEqual(
    [status, beside],
    [
      2,
      lines(
        "  a → (not read)",
        "  b → (not read)",
        "by rule set 2023-10",
        "1 × No column matches a field of a claim. Name the columns in the first row, or choose which column is which.",
      ),
    ],
  );
  assert.match(said("broken.csv", ...UNDER)[2], /^1 × .+ \(1\)$/m);
});

test("a claim: its verdict, and each finding with its severity, what it says, and what to do", () => {
  assert.deepEqual(said("check", "wrong.json", ...UNDER), [
    1,
    lines(
      "Something blocks this claim",
      "Blocks the claim: You entered a domain as the customer tenant ID. (tenant-id-wrong-kind)",
      "  Move it to the customer domain, and ask the customer’s administrator for the tenant ID (directory ID).",
      "Note: The customer domain isn’t given. (domain-missing)",
      "  Enter it if you know it, for example, contoso.com or contoso.onmicrosoft.com. The customer’s administrator can give it to you.",
      "Note: Not known yet: Incentive enrollment and Partner ID type. (partner-id-unverified)",
      "  Check the Incentives overview in Partner Center, and ask your global admin which location and partner type the Partner ID has.",
    ),
    "by rule set 2023-10\n",
  ]);
});

test("a record is named with what it is, and verifying names each difference", () => {
  const evidence = ["--evidence", "partner.json"];
  assert.deepEqual(said("check", "good.json", ...UNDER, ...evidence, "--record", "record.json"), [
    0,
    lines(
      "Nothing we know of blocks this claim",
      "Note: The customer domain isn’t given. (domain-missing)",
      "  Enter it if you know it, for example, contoso.com or contoso.onmicrosoft.com. The customer’s administrator can give it to you.",
    ),
    lines("by rule set 2023-10", `record.json: ${NOTE}`),
  ]);
  assert.deepEqual(said("verify", "record.json", "--claim", "good.json", ...evidence), [
    ...[0, "nothing differs\n", `${NOTE}\n`],
  ]);
  assert.deepEqual(said("verify", "record.json", "--claim", "wrong.json"), [
    1,
    lines(
      "9 differences",
      "claim: In the claim, this isn’t what was checked: Customer tenant ID.",
      "evidence: In the evidence, this isn’t what was checked: your own IDs.",
      "evidence: In the evidence, this isn’t what was checked: tenants.",
      "verdict: Checked again, the verdict is different.",
      "checks: Checked again, this check ends differently: Tenant ID.",
      "checks: Checked again, this check ends differently: Incentive enrollment.",
      "checks: Checked again, this check ends differently: Partner ID type.",
      "findings: Checked again, this finding is different: Tenant ID.",
      "findings: Checked again, this finding is different: Incentive enrollment.",
    ),
    `${NOTE}\n`,
  ]);
  assert.deepEqual(said("verify", "good.json", "--claim", "good.json"), [
    2,
    lines("1 difference", "record: This can’t be read as a record of this check."),
    `${NOTE}\n`,
  ]);
});

test("a letter is its subject and text; a reply is its answers and fields; with nothing to ask, that is said", () => {
  const [status, output, beside] = said("letter", "open.json", ...BEFORE);
  assert.deepEqual([status, beside], [0, ""]);
  const [subject, blank, greeting] = output.split("\n");
  assert.deepEqual(
    [subject, blank, greeting],
    ["A few questions about your Microsoft subscription", "", "Hello,"],
  );
  assert.ok(output.endsWith("\n\nThank you for your help.\n"));
  assert.deepEqual(said("letter", "open.json", "--ruleset", "2020-06", "--reply", "reply.txt"), [
    0,
    lines(
      `Tenant ID, Domain-tenant match: not clear (certain) ${TENANT}`,
      "Provisioning: yes (certain) yes",
      "Earlier claims, Competing claim: not clear (likely) who knows",
      `Customer tenant ID: ${TENANT} (certain)`,
    ),
    "",
  ]);
  const known = ["good.json", ...UNDER, "--evidence", "partner.json"];
  const nothing = "There is nothing to ask the customer.\n";
  assert.deepEqual(said("letter", ...known), [0, "", nothing]);
  assert.deepEqual(said("letter", ...known, "--json"), [0, "null\n", ""]);
});

test("each file is told with its kind, rows, problems, and what is not read; then the fields in all of them", () => {
  const files = ["note.txt", "claims.csv", "list.json", "one.json.gz", "broken.zip", "nowhere.txt"];
  const tenant =
    "  The export doesn’t say which tenant it comes from. If it’s the customer’s, enter their tenant ID.";
  assert.deepEqual(said("read", ...files), [
    2,
    lines(
      "note.txt: Text",
      "claims.csv: Table of claims, 3 rows",
      "  not read: Note",
      "list.json: Subscriptions from Microsoft Graph, 2 rows",
      tenant,
      "  not read: totalLicenses, ownerId, ownerType",
      "one.json: Subscriptions from Microsoft Graph, 1 row",
      tenant,
      "  not read: totalLicenses, ownerId, ownerType",
      "broken.zip: Unknown file",
      "  This file is damaged or incomplete, so nothing in it was read. Download or save it again.",
      `Customer tenant ID: ${TENANT} (certain, note.txt)`,
      "Partner ID (until 2023: MPN ID): 5357564 (likely, note.txt; also 517285)",
    ),
    "cpor-preflight: nowhere.txt: ENOENT: no such file or directory, open 'nowhere.txt'\n",
  ]);
  for (const [file, status] of [
    ["one.json.gz", 0],
    ["note.txt", 0],
    ["broken.zip", 2],
  ])
    assert.equal(said("read", file)[0], status, file);
});

test("a plan has a line for each claim with what is open, and one for each reason against others", () => {
  const open =
    "to confirm (open: Role, Purchase channel, Purchase channel of the subscription, Earlier claims, Incentive enrollment, Partner ID type, Competing claim, Proof of execution)";
  const asked = ["--tenant", TENANT, "--activity", "usage", "--partner-id", "5357564"];
  assert.deepEqual(said("plan", "list.json", ...UNDER, ...asked), [
    0,
    lines(
      "2 claims: 0 to fix, 2 to confirm, 0 ready",
      `  ${TENANT}  Dynamics 365 for Sales Enterprise Edition, Usage recognition - Non-Incentivized, 0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01: ${open}`,
      `  ${TENANT}  Dynamics 365 Finance, Usage recognition - Non-Incentivized, 0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02: ${open}`,
    ),
    "by rule set 2023-10\n",
  ]);
  assert.deepEqual(said("plan", "list.json", ...UNDER), [
    1,
    lines(
      "0 claims: 0 to fix, 0 to confirm, 0 ready",
      "6 can’t be claimed:",
      "        6  tenant-id-missing: No export says whose subscription this is. Say which tenant it comes from, or load the subscribed SKUs of the same tenant.",
    ),
    lines(
      "list.json: The export doesn’t say which tenant it comes from. If it’s the customer’s, enter their tenant ID.",
      "by rule set 2023-10",
      "There is no Partner ID to compare yet. Enter one, or ask your global admin.",
    ),
  ]);
});

test("a diagnosis is its conclusion, each cause, the next question with what to answer, and the customer’s message", () => {
  const [status, output, beside] = said("diagnose", ...BEFORE, "--answer", "channel=csp");
  assert.deepEqual([status, beside], [1, ""]);
  const [conclusion, causes, question, greeting, intro, asked, ...rest] = output.split("\n\n");
  assert.equal(conclusion, "This explains the error.");
  const each = causes.split("\n");
  assert.equal(each.length, 7);
  assert.equal(
    each[0],
    "Confirmed: Bought through CSP. You said it was bought through CSP. Partner Center doesn’t accept CSP subscriptions.",
  );
  assert.deepEqual(question.split("\n"), [
    "How does the customer’s Microsoft 365 admin center list the subscription (Billing, Your products)?",
    "  --answer listing=dynamics-in-use  As a Dynamics 365 product with licenses assigned",
    "  --answer listing=dynamics-not-set-up  As a Dynamics 365 product that isn’t set up yet",
    "  --answer listing=inactive  As a Dynamics 365 product that’s expired, suspended, or disabled",
    "  --answer listing=other-product  As another product",
    "  --answer listing=not-listed  Not at all",
    "  --answer listing=unknown  I don’t know",
  ]);
  assert.equal(greeting, "Hello,");
  assert.match(intro, /^As your partner, /);
  assert.match(asked, /^1\. Sign in to Graph Explorer/);
  assert.deepEqual(rest, [
    "The calls only read data; they change nothing.",
    "Thank you for your help.\n",
  ]);
});

test("what can’t be done is told in one sentence, with the help where that says what is due", () => {
  for (const [args, message, help] of [
    [["chekc"], "chekc is no command and no file", "Other commands, each with --help of its own:"],
    [["-", "-"], '"-" is read once only'],
    [["check"], "expected one file", "cpor-preflight [check] claims.xlsx [options]"],
    [
      ["claims.csv", "none.csv"],
      "expected one file",
      "cpor-preflight [check] claims.xlsx [options]",
    ],
    [["claims.csv", "--format", "xml"], "--format is one of table, json, csv"],
    [["claims.csv", "--record", "r.json"], "--record is for one claim, as JSON"],
    [["good.json", "--format", "csv"], "--format csv is for a file of claims"],
    [["broken.zip"], "there is no table of claims in broken.zip"],
    [["good.json", "--evidence", "note.txt"], "note.txt is no export that can be read here"],
    [["letter"], "expected one file", "cpor-preflight letter claim.json [options]"],
    [["letter", "a", "b"], "expected one file", "cpor-preflight letter claim.json [options]"],
    [
      ["diagnose", "a", "b"],
      "expected one claim",
      "cpor-preflight diagnose [claim.json] [options]",
    ],
    [
      ["diagnose", "--answer", "colour=red"],
      "--answer is for one of listing, source, channel, holder",
    ],
    [["read"], "expected a file", "cpor-preflight read <file> ... [options]"],
    [["plan"], "expected an export", "cpor-preflight plan export… [options]"],
    [
      ["plan", "list.json", "--activity", "selling"],
      "--activity is one of presales, usage, revenue-association",
    ],
    [["plan", "list.json", "--context", "note.txt"], /^note\.txt cannot be read as JSON: ./],
    [
      ["verify", "record.json"],
      "expected one record, and --claim",
      "cpor-preflight verify record.json --claim claim.json [options]",
    ],
    [
      ["verify", "a", "b", "--claim", "c"],
      "expected one record, and --claim",
      "cpor-preflight verify record.json --claim claim.json [options]",
    ],
  ]) {
    const [status, output, beside] = said(...args);
    assert.deepEqual([status, output], [2, ""], args.join(" "));
    const told = beside.split("\n").filter((line) => !/^[^:]+\.(zip|txt): [A-Z]/.test(line));
    const first = told[0].replace(/^cpor-preflight: /, "");
    if (message instanceof RegExp) assert.match(first, message);
    else assert.equal(first, message, args.join(" "));
    assert.equal(told[2], help, args.join(" "));
  }
});
