// The types are held against the built package: its exports, and what its functions return. And none of
// them is `any`.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import * as library from "cpor-preflight";
import ts from "typescript";
import { contract } from "../../scripts/texts.mjs";
import { filesUnder, inRoot } from "../../scripts/tools.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
/** Those that the sample imports values from. */
const ENTRIES = ["", "/slim", "/inline", "/attach", "/schema", "/server", "/worker"].map(
  (entry) => `cpor-preflight${entry}`,
);
const SAMPLE = join(HERE, "..", "types", "sample.ts");
const ANSWERS = join(HERE, "answers.ts");

const OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: [],
  noEmit: true,
};
const NODE = {
  ...OPTIONS,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};
const BUNDLER = {
  ...OPTIONS,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SUBSCRIPTION = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";

/** Every member that evidence can have. */
const EVIDENCE = {
  tenants: [
    {
      ...{ tenantId: TENANT, domains: ["contoso.com"], cloud: "global", source: "look-up" },
      asOf: "2026-11-20",
    },
  ],
  unresolvedDomains: [{ domain: "fabrikam.com", reason: "not-found", asOf: "2026-11-20" }],
  subscriptions: [
    {
      id: SUBSCRIPTION,
      commerceSubscriptionId: "71d2e0c4-55aa-4c1b-8f3e-9a0c1b2d3e01",
      tenantId: TENANT,
      skuId: "6070a4c8-34c6-4937-8dfb-39bbc6397a60",
      skuPartNumber: "MEETING_ROOM",
      productName: "Teams Rooms",
      status: "in-grace",
      channel: "csp",
      ownerTenantId: "d3b0c442-98fc-4c14-9afb-f4c8996fb924",
      provisioning: "pending",
      createdOn: "2025-12-01",
      endsOn: "2026-12-01",
      trial: true,
      claimedBy: "us",
      asOf: {
        ...{ status: "2026-11-20", endsOn: "2026-11-19", provisioning: "2026-11-18" },
        ...{ trial: "2026-11-17", ownerTenantId: "2026-11-16" },
      },
      excerpt: true,
    },
  ],
  partnerIds: [
    {
      id: "5357564",
      kind: "global-account",
      partnerType: "FRP FastTrack",
      programs: ["OSU"],
      enrolled: false,
      name: "Cologne",
      asOf: "2026-11-20",
    },
  ],
  associations: [
    {
      tenantId: TENANT,
      product: "Sales",
      subscriptionId: SUBSCRIPTION,
      activity: "usage",
      holder: "other-partner",
      status: "Approved",
      claimId: "CL-1",
      since: "2026-03-02",
      asOf: "2026-11-20",
    },
  ],
  skus: [
    {
      skuId: "11111111-1111-4111-8111-111111111111",
      skuPartNumber: "NEW",
      productName: "A new one",
    },
  ],
};

const OPENID = `{"issuer":"https://login.microsoftonline.com/${TENANT}/v2.0"}`;

const CLAIM = {
  userRole: "other",
  customerTenantId: TENANT,
  customerDomain: "fabrikam.com",
  solutionArea: "business-applications",
  activity: "revenue-association",
  purchaseChannel: "other",
  product: "Sales",
  subscriptionId: SUBSCRIPTION,
  partnerId: "5357564",
  competingPartner: "yes",
  proofOfExecution: "missing",
  colour: "red",
};

await library.init();
const batchRows = [];

const RECORD = library.checkRecord(library.checkClaim(CLAIM, EVIDENCE), CLAIM, EVIDENCE);
const UNUSUAL = { partnerIds: [{ id: "5357564", kind: "Location" }] };
const UNUSUAL_RECORD = library.checkRecord(library.checkClaim(CLAIM, UNUSUAL), CLAIM, UNUSUAL);
const HELD = library.holdEvidence(EVIDENCE);
const HELD_RECORD = library.checkRecord(library.checkClaim(CLAIM, HELD), CLAIM, HELD);

/** Of every kind of row one that cannot be read in full. */
const SPOILT = {
  tenants: [{ tenantId: TENANT, domains: 7, source: "x" }],
  unresolvedDomains: [{ domain: "contoso.com", reason: "not-found", asOf: "soon" }, 7],
  subscriptions: [{ id: SUBSCRIPTION, status: "odd" }],
  partnerIds: [{ id: "5357564", enrolled: "yes" }],
  associations: [{ tenantId: TENANT, holder: "us", since: "once" }],
};

/** An ended subscription with a claim, the one that replaces it, and one of Power Platform. */
const RENEWED = {
  subscriptions: [
    { id: SUBSCRIPTION, status: "expired", claimedBy: "us" },
    { id: "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02", status: "active" },
  ].map((row) => ({ ...row, tenantId: TENANT, skuId: "55c9eb4e-c746-45b4-b255-9ab6b19d5c62" })),
};

/** More than 30 days after all days of the evidence. */
const LATE = "2026-12-25";

/** What the functions return, by the name of its type. */
const RETURNED = {
  Report: [
    library.checkClaim(CLAIM, EVIDENCE, { locale: "de" }),
    library.checkClaim({ ...CLAIM, customerDomain: "contoso.com" }, EVIDENCE, { today: LATE }),
    library.checkClaim({ ...CLAIM, customerTenantId: "", customerDomain: TENANT }, {}),
    library.checkClaim(7, 7, 7),
  ],
  CustomerLetter: [
    library.customerLetter(library.checkClaim({}, {}), {}, {}, { customerLocale: "de" }),
  ],
  Reply: [library.readReply(`1. ${TENANT}`, library.checkClaim({}, {}))],
  "EditionDifference[]": [library.compareEditions(CLAIM, EVIDENCE)],
  "TimelineStep[]": [library.timeline(CLAIM, EVIDENCE)],
  Diagnosis: [
    library.diagnoseSubscription(CLAIM, EVIDENCE, { locale: "de", customerLocale: "en" }),
    library.diagnoseSubscription({ subscriptionId: SUBSCRIPTION }, {}, { answers: { source: 7 } }),
    library.diagnoseSubscription({}, {}, { answers: { holder: "colleague" } }),
    library.diagnoseSubscription(7, 7, 7),
  ],
  ActivityAdvice: [
    library.adviseActivity({}),
    library.adviseActivity({ solutionArea: "microsoft-365" }),
    library.adviseActivity({ solutionArea: "microsoft-365", contribution: "influenced-purchase" }),
  ],
  PartnerIdAdvice: [
    library.advisePartnerId([]),
    library.advisePartnerId([...EVIDENCE.partnerIds, { id: "517285" }], { program: "OSU" }),
  ],
  Plan: [
    library.planClaims(EVIDENCE, { workloads: ["Teams", "Azure"] }, { locale: "de" }),
    library.planClaims(RENEWED, { partnerIds: [] }),
    library.planClaims(7, 7, 7),
  ],
  Identified: [library.classifyIdentifier(TENANT, EVIDENCE), library.classifyIdentifier("x y")],
  Anything: [
    await library.readAnything([
      new File([`Tenant ID: ${TENANT}`], "note.txt"),
      "The subscription was not found.",
      "product,activity\nTeams,usage\n",
      "%PDF-1.7",
    ]),
    await library.readAnything("[]", { name: "subscribedSkus.json", asOf: "2026-11-20" }),
  ],
  ClaimFormText: [library.claimForm(CLAIM), library.claimForm({}, { ruleset: "2020-06" })],
  "ProofPoint[]": [library.proofChecklist(CLAIM), library.proofChecklist(7)],
  AfterFiling: [
    library.afterFiling({ ...CLAIM, status: "submitted", on: "2026-11-02" }),
    library.afterFiling({ status: "rejected", on: "2026-11-02", reason: "missing-products" }),
    library.afterFiling(7, 7),
  ],
  CheckRecord: [RECORD, HELD_RECORD, UNUSUAL_RECORD],
  Verification: [
    library.verifyRecord(RECORD, CLAIM, EVIDENCE),
    library.verifyRecord(RECORD, { ...CLAIM, product: "Finance" }, EVIDENCE, { locale: "de" }),
    library.verifyRecord(7, 7),
  ],
  "FoundField[]": [library.findFields(`Tenant ID: ${TENANT}\n> MPN ID: 5357564`)],
  Export: [
    library.readEvidence(`[{"ownerTenantId":"","status":"Enabled","id":"${SUBSCRIPTION}"},{`),
    library.readEvidence('{"error":{"code":"x","message":"Insufficient privileges."}}'),
    library.readEvidence("[]", { name: "subscribedSkus.json", asOf: "2026-11-20" }),
    library.readEvidence(undefined),
  ],
  LookUp: [
    await lookUp("contoso.com", 200, OPENID),
    await lookUp("fabrikam.com", 400, '{"error_codes":[90002]}'),
    await lookUp("contoso.com", 200, '{"issuer":"{tenantid}"}'),
    await lookUp("contoso.com", 503, ""),
    await lookUp("", 200, ""),
    await lookUp("contoso.com", 200, "", AbortSignal.abort()),
  ],
  Evidence: [
    library.mergeEvidence(EVIDENCE, { partnerIds: [{ id: "5357564", kind: "location" }] }),
    library.mergeEvidence(SPOILT, {}),
  ],
  BatchSums: [batchSums("2026-11-19", 5), batchSums("2020-07-01"), sumsOf("PK\x03\x04")],
  "BatchRow[]": [batchRows],
  BatchLayout: [library.batchLayout("product,x\nSales,y\n"), library.batchLayout("PK\x03\x04")],
  "Ruleset[]": [library.rulesets()],
  "RulesetDifference[]": [library.compareRulesets("2020-06", "2023-10")],
  Description: [
    library.describe({ ruleset: "2020-06" }),
    library.describe({ locale: "de" }),
    library.describe({ ruleset: "2023-10" }),
  ],
};

/** What callers pass in; all other interfaces are returned. */
const INPUTS = [
  "ActivityAnswers",
  "AnythingOptions",
  "BatchOptions",
  "CalendarOptions",
  "CalendarStep",
  "Catalogue",
  "CheckOptions",
  "Claim",
  "DiagnosisAnswers",
  "DiagnosisOptions",
  "FiledClaim",
  "FindOptions",
  "HeldEvidence",
  "InitOptions",
  "LetterOptions",
  "LocaleOption",
  "LookUpOptions",
  "OpenBatchOptions",
  "OwnWords",
  "PartnerIdContext",
  "PlanContext",
  "ReadOptions",
  "ReplyOptions",
  "RulesetOption",
];

/** Answers that are more than data. */
const WITH_FUNCTIONS = ["Batch", "OpenBatch"];

/** What other types are made of. */
const BASES = ["FileLayout", "ParamsByCode", "Step"];

function batchSums(day, limit) {
  const options = { limit, onRows: (rows) => batchRows.push(...rows) };
  const run = library.openBatch({}, options);
  // The day of submission decides under which rule set a row falls.
  const rows = [`TENANT,Sales,${day}`, "TENANT,Sales,2026-11-20", "TENANT,Sales"];
  const csv = ["tenant,product,submitted on,x", ...rows].join("\n");
  run.push(Buffer.from(csv.replaceAll("TENANT", TENANT)));
  return run.end();
}

function sumsOf(text) {
  const run = library.openBatch();
  run.push(text);
  return run.end();
}

function lookUp(domain, status, body, signal) {
  const fetch = async () => new Response(body, { status });
  return library.lookUpTenant(domain, { fetch, signal });
}

const program = ts.createProgram({
  rootNames: [SAMPLE, ANSWERS],
  options: NODE,
  host: hostWith(ANSWERS, answersAsProgram()),
});
const checker = program.getTypeChecker();
const declared = new Map(exportsOf("cpor-preflight").map((symbol) => [symbol.name, symbol]));

test("every entry exports what its types declare", async () => {
  for (const entry of ENTRIES) {
    const values = exportsOf(entry).filter((symbol) => {
      const isAlias = symbol.flags & ts.SymbolFlags.Alias;
      const { flags } = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
      return flags & ts.SymbolFlags.Value;
    });
    assert.deepEqual(names(values), Object.keys(await import(entry)).sort(), entry);
  }
});

test("a caller's program compiles against the package, for Node and for bundlers", () => {
  assert.deepEqual(complaints(program, SAMPLE), []);
  assert.deepEqual(complaints(ts.createProgram([SAMPLE], BUNDLER), SAMPLE), []);
});

test("everything returned is of its type, with no member too many or too few", () => {
  assert.deepEqual(complaints(program, ANSWERS), []);
});

test("no type is any, in the sources and in what is published", async () => {
  const folders = [inRoot("www"), inRoot("dist")];
  const paths = (
    await Promise.all(
      folders.map(async (folder) => (await filesUnder(folder)).map((path) => join(folder, path))),
    )
  )
    .flat()
    .filter((path) => path.endsWith(".ts") && !path.includes("site"));
  assert.ok(paths.length > 50, `${paths.length} files`);
  for (const path of paths) {
    const source = ts.createSourceFile(path, await readFile(path, "utf8"), ts.ScriptTarget.Latest);
    assert.equal(anyIn(source), 0, path);
  }
});

function anyIn(node) {
  let count = node.kind === ts.SyntaxKind.AnyKeyword ? 1 : 0;
  ts.forEachChild(node, (child) => {
    count += anyIn(child);
  });
  return count;
}

test("every member of every returned interface occurs", () => {
  const seen = new Map();
  for (const [name, values] of Object.entries(RETURNED)) {
    const type = checker.getDeclaredTypeOfSymbol(declared.get(name.replace("[]", "")));
    for (const value of values.flat()) collect(type, value, seen);
  }
  const interfaces = [...declared.values()].filter(
    ({ flags }) => flags === ts.SymbolFlags.Interface,
  );
  assert.deepEqual(
    [...seen.keys(), ...INPUTS, ...WITH_FUNCTIONS, ...BASES].sort(),
    names(interfaces),
  );
  for (const [name, members] of seen) assert.deepEqual([...members].sort(), membersOf(name), name);
});

test("claims, answers and parameters have the members that the core lists", () => {
  const { fields, codes, questions } = library.describe();
  const ids = questions.activity.map(({ id }) => id);
  assert.deepEqual(membersOf("Claim"), [...fields.map(({ name }) => name), "mpnId"].sort());
  assert.deepEqual(membersOf("ActivityAnswers"), ids.sort());
  const asked = questions.diagnosis.map(({ id }) => id);
  assert.deepEqual(membersOf("DiagnosisAnswers"), asked.sort());
  const byCode = checker.getDeclaredTypeOfSymbol(declared.get("ParamsByCode"));
  for (const { code, params } of codes) {
    const typed = checker.getTypeOfSymbol(byCode.getProperty(code)).getProperties();
    assert.deepEqual(names(typed), params.map(([name]) => name).sort(), code);
  }
});

test("a field, a code and a kind of export more are in the types, with no line of TypeScript", () => {
  const { fields, codes, lists } = library.describe();
  const english = { terms: {}, fields: { costCentre: { label: "Cost centre", hint: "Yours." } } };
  for (const { name } of fields) english.fields[name] = { label: name, hint: "" };
  const more = {
    code: "cost-centre-closed",
    params: [
      ["endsOn", []],
      ["state", ["shut", "gone"]],
    ],
  };
  const files = contract({
    registry: {
      rulesets: [],
      fields: [...fields, { name: "costCentre", options: [] }],
      codes: [...codes, more],
      lists: {
        ...lists,
        Field: [...lists.Field, "costCentre"],
        Code: [...lists.Code, more.code],
        ExportKind: [...lists.ExportKind, "cost-report"],
      },
    },
    params: [{ name: "endsOn", value: "day" }],
    tags: ["en"],
    english,
  });
  assert.match(files["lists.ts"], /type Field =[^;]+"costCentre"/);
  assert.match(files["lists.ts"], /type ExportKind =[^;]+"cost-report"/);
  assert.match(
    files["records.ts"],
    /\/\*\* Cost centre\. Yours\. \*\/\n {2}costCentre\?: Maybe<string>;/,
  );
  const finding =
    /"cost-centre-closed": \{[^}]+endsOn: string;\s+state: "shut" \| "gone";\n {2}\};/;
  assert.match(files["records.ts"], finding);
});

/** The returned values as literals: the compiler then compares each with its type. */
function answersAsProgram() {
  const lines = Object.entries(RETURNED).flatMap(([name, values]) =>
    values.map((value, place) => {
      const constant = `${name.replace("[]", "s")}${place}`;
      return `export const ${constant}: library.${name} = ${JSON.stringify(value)};`;
    }),
  );
  return ['import type * as library from "cpor-preflight";', ...lines].join("\n");
}

/** Notes which members the objects have, by the name of their interface. */
function collect(type, value, seen) {
  if (typeof value !== "object" || value === null) return;
  const known = checker.getNonNullableType(type);
  const ofObject = (known.types ?? []).find(({ symbol }) => symbol) ?? known;
  if (Array.isArray(value)) {
    const ofItem = checker.getIndexTypeOfType(ofObject, ts.IndexKind.Number);
    for (const item of value) collect(ofItem, item, seen);
    return;
  }
  const { name } = ofObject.symbol ?? {};
  const isOurs = declared.has(name);
  if (isOurs && !seen.has(name)) seen.set(name, new Set());
  for (const [key, member] of Object.entries(value)) {
    if (isOurs) seen.get(name).add(key);
    const property = ofObject.getProperty(key);
    if (property) collect(checker.getTypeOfSymbol(property), member, seen);
  }
}

function membersOf(name) {
  return names(checker.getDeclaredTypeOfSymbol(declared.get(name)).getProperties());
}

/** What a module exports, as the sample sees it. */
function exportsOf(module) {
  const { statements } = program.getSourceFile(SAMPLE);
  const statement = statements.find(({ moduleSpecifier }) => moduleSpecifier?.text === module);
  const symbol = checker.getSymbolAtLocation(statement.moduleSpecifier);
  return checker.getExportsOfModule(symbol);
}

function names(symbols) {
  return symbols.map(({ name }) => name).sort();
}

/** What the compiler says of one file and of the package's types. */
function complaints(compiled, path) {
  const sources = compiled.getSourceFiles().filter(({ fileName }) => fileName.includes("/dist/"));
  assert.ok(sources.length >= 2, "the types are read from the package");
  return [compiled.getSourceFile(path), ...sources]
    .flatMap((source) => ts.getPreEmitDiagnostics(compiled, source))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** The usual files, and one more that is not on disk. */
function hostWith(path, text) {
  const host = ts.createCompilerHost(NODE);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (asked) => asked === path || fileExists(asked);
  host.readFile = (asked) => (asked === path ? text : readFile(asked));
  host.getSourceFile = (asked, ...rest) =>
    asked === path ? ts.createSourceFile(path, text, rest[0]) : getSourceFile(asked, ...rest);
  return host;
}
