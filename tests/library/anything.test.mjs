// Whatever people hand over: what each part is, what all of it shows, which fields are in it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import {
  checkBatch,
  findFields,
  init,
  mergeEvidence,
  readAnything,
  readEvidence,
} from "cpor-preflight";
import { gzipped, sheetXml, workbookOf, zipOf } from "../support/zips.mjs";

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const OTHER = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";
const SUBSCRIPTION = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const OPTIONS = { today: "2026-11-22", ruleset: "2020-06", locale: "en" };
const SUBSCRIPTIONS = sample("graph-subscriptions.json");
const SKUS = sample("graph-subscribed-skus.json");
const CLAIMS = sample("claims.csv");

before(() => init());

test("every kind of input is read alike", async () => {
  const bytes = new TextEncoder().encode(SUBSCRIPTIONS);
  const due = await readAnything(SUBSCRIPTIONS, { tenantId: TENANT });
  assert.deepEqual(kinds(due), ["graph-subscriptions"]);
  assert.deepEqual(
    due.evidence,
    mergeEvidence({}, readEvidence(SUBSCRIPTIONS, { tenantId: TENANT }).evidence),
  );
  for (const input of [
    bytes,
    Buffer.from(bytes),
    bytes.buffer,
    new DataView(bytes.buffer),
    new Blob([bytes]),
    [SUBSCRIPTIONS],
    [new Blob([bytes])],
  ])
    assert.deepEqual(await readAnything(input, { tenantId: TENANT }), due);
  const file = new File([bytes], "subscriptions.json");
  const list = Object.assign([file], { item: (at) => list[at] });
  const fileList = { 0: file, length: 1, item: () => file };
  for (const input of [file, [file], list, fileList]) {
    const { parts, ...read } = await readAnything(input, { tenantId: TENANT });
    assert.deepEqual(parts, [{ name: "subscriptions.json", ...due.parts[0] }]);
    assert.deepEqual(read.evidence, due.evidence);
  }
  const named = await readAnything(bytes, { tenantId: TENANT, name: "x.json" });
  assert.equal(named.parts[0].name, "x.json");
});

test("what is nothing to read is told, and the others are read", async () => {
  for (const odd of [undefined, null, 7, {}, Symbol("x"), new Map(), () => "x", [7], new Date()]) {
    const { parts, fields, evidence } = await readAnything(odd);
    assert.deepEqual(
      parts.map(({ kind, problems }) => [kind, problems.map(({ code }) => code)]),
      [["unknown", ["not-text"]]],
      String(odd),
    );
    assert.deepEqual([fields, evidence.subscriptions], [{}, []]);
  }
  assert.deepEqual((await readAnything([])).parts, []);
  assert.deepEqual(kinds(await readAnything([7, "", SUBSCRIPTIONS])), [
    "unknown",
    "unknown",
    "graph-subscriptions",
  ]);
});

test("files in a ZIP or GZIP file are read as if they lay beside each other", async () => {
  const beside = await readAnything([SUBSCRIPTIONS, SKUS]);
  const inner = zipOf([
    { name: "skus.json.gz", content: gzipped(SKUS) },
    { name: "too deep.zip", content: zipOf([{ name: "x", content: "x" }]) },
  ]);
  const zip = zipOf([
    { name: "a/subscriptions.json", content: SUBSCRIPTIONS },
    { name: "b/", content: "" },
    { name: "__MACOSX/a/._subscriptions.json", content: "\0\0" },
    { name: "inner.zip", content: inner },
  ]);
  const { parts, evidence } = await readAnything(new File([zip], "all.zip"));
  assert.deepEqual(
    parts.map(({ name, kind, rows }) => [name, kind, rows]),
    [
      ["all.zip/a/subscriptions.json", "graph-subscriptions", 6],
      ["all.zip/inner.zip/skus.json", "graph-subscribed-skus", 2],
      ["all.zip/inner.zip/too deep.zip", "unknown", 0],
    ],
  );
  assert.deepEqual(codes(parts[2]), ["container-nested"]);
  assert.deepEqual(evidence, beside.evidence);
  assert.ok(evidence.subscriptions.some(({ tenantId }) => tenantId === TENANT));
});

test("a workbook's claims are answered as those of its CSV", async () => {
  const rows = CLAIMS.trim()
    .split("\n")
    .map((line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, a, b]) => a ?? b));
  for (const shared of [true, false]) {
    const sheets = [
      { name: "Sheet1", rows: [] },
      { name: "Claims", rows },
    ];
    const answer = await readAnything(new File([workbookOf(sheets, { shared })], "q3.xlsx"));
    assert.deepEqual(
      answer.parts.map(({ name, kind, rows: count }) => [name, kind, count]),
      [["q3.xlsx/Claims", "claims", 7]],
    );
    const due = checkBatch(CLAIMS, {}, OPTIONS);
    const batch = checkBatch(answer.claims, {}, OPTIONS);
    for (const part of ["rows", "verdicts", "codes", "findings", "columns", "problems"])
      assert.deepEqual(batch[part], due[part], part);
  }
});

test("documents of other kinds are told by the names in them, however long they are", async () => {
  const image = { name: "image.png", packed: new Uint8Array(200_000), method: 0 };
  for (const [name, code] of [
    ["word/document.xml", "text-document"],
    ["ppt/presentation.xml", "text-document"],
    ["xl/workbook.bin", "old-workbook"],
  ]) {
    const zip = zipOf([image, { name, content: "<x/>" }]);
    for (const given of [zip, new File([zip], name)]) {
      const { parts } = await readAnything(given);
      assert.deepEqual(parts.map(codes), [[code]], name);
    }
  }
});

test("cells are read as Excel shows them", async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000000"/><numFmt numFmtId="165" formatCode="dd.mm.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
  const rows = [
    ["Partner ID", "Submitted on", "Date submitted", "Product"],
    [
      { style: 1, value: 83575 },
      { style: 2, value: 46348 },
      { style: 3, value: 46348 },
      'A "quoted", \n product & _x0041_',
    ],
    ["00083575", 46348, "2026-11-22", 1.5],
  ];
  const parts = [{ name: "xl/styles.xml", content: styles }];
  const { claims } = await readAnything(workbookOf([{ name: "x", rows }], { parts }));
  assert.equal(
    claims,
    'Partner ID,Submitted on,Date submitted,Product\n00083575,2026-11-22,2026-11-22,"A ""quoted"", \n product & A"\n00083575,46348,2026-11-22,1.5\n',
  );
  const on1904 = await readAnything(workbookOf([{ name: "x", rows }], { parts, date1904: true }));
  assert.match(on1904.claims, /^00083575,2030-11-23,/m);
});

test("comments and quoted texts are read as such wherever a piece of the sheet ends", async () => {
  const row = (...texts) =>
    `<row>${texts.map((text) => `<c t="str"><v>${text}</v></c>`).join("")}</row>`;
  // Of 7 and of 13 letters: pieces of 64 KB end behind each of them.
  for (const between of ["<!---->", "<![CDATA[a]]>"]) {
    const [names, values] = [row("Domain", "Product"), row("contoso.com", "<![CDATA[a&b]]>")];
    const xml = sheetXml(names + between.repeat(80_000) + values);
    const { claims, parts } = await readAnything(workbookOf([{ name: "x", xml }]));
    assert.deepEqual(parts.map(codes), [[]]);
    assert.equal(claims, "Domain,Product\ncontoso.com,a&b\n");
  }
});

test("rows that go back are those of a damaged file", async () => {
  const cell = (row) => `<row r="${row}"><c r="A${row}" t="str"><v>Domain</v></c></row>`;
  for (const [first, second, isDamaged] of [
    [1, 2, false],
    [1, 4, false],
    [2, 2, true],
    [2, 1, true],
  ]) {
    const xml = sheetXml(cell(first) + cell(second));
    const { parts } = await readAnything(workbookOf([{ name: "x", xml }]));
    const found = parts.flatMap(codes).includes("container-damaged");
    assert.equal(found, isDamaged, `${first}, ${second}`);
  }
});

test("rows have a cell for each column, whatever Excel leaves out at their end", async () => {
  const rows = [
    ["Domain", "Product", "Activity"],
    ["contoso.com"],
    [],
    ["fabrikam.com", "", "usage"],
  ];
  const { parts, claims } = await readAnything(workbookOf([{ name: "x", rows }]));
  assert.equal(claims, "Domain,Product,Activity\ncontoso.com,,\n\nfabrikam.com,,usage\n");
  assert.equal(parts[0].rows, 2);
  const { problems } = checkBatch(claims, {}, OPTIONS);
  assert.deepEqual(problems, []);
});

test("of several tables of claims the first visible one counts, and the others are told", async () => {
  const rows = [
    ["Domain", "Product"],
    ["contoso.com", "Sales"],
  ];
  const book = workbookOf([
    { name: "Old", rows, state: "hidden" },
    { name: "New", rows: [...rows, ["fabrikam.com", "Sales"]] },
    { name: "More", rows },
  ]);
  const { parts, claims } = await readAnything([new File([book], "c.xlsx"), CLAIMS]);
  assert.equal(checkBatch(claims, {}, OPTIONS).rows, 2);
  assert.deepEqual(parts.map(codes), [
    ["sheet-hidden", "claims-elsewhere"],
    [],
    ["claims-elsewhere"],
    ["claims-elsewhere"],
  ]);
  assert.match(parts[2].problems[0].text, /“c\.xlsx\/New”/);
});

test("exports, tables of claims, unknown tables and texts are told apart", async () => {
  for (const [input, kind, unread] of [
    ["Tenant ID,Domain\n3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6,contoso.com\n", "claims"],
    ["Title\n\nTenant ID;Domain;Remark\nx;contoso.com;y\n", "claims", ["Remark"]],
    ["Mandanten-ID\tDomäne\tProdukt\nx\tcontoso.com\tSales", "claims"],
    ["Please send me the tenant ID, domain, product.\nThanks, Anna", "text"],
    ["Tenant ID: 3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6, Domain: contoso.com", "text"],
    [
      "City,Street,Number\nBerlin,Hauptstr.,1\nBonn,Ring,2\n",
      "unknown",
      ["City", "Street", "Number"],
    ],
    ['{"city":"Berlin"}', "unknown"],
    ['["Tenant ID","Domain"]', "unknown"],
    [sample("partner-center-customers.csv"), "partner-center-customers"],
    [sample("azure-usage-report.csv"), "not-evidence"],
    ["%PDF-1.7 x", "not-evidence"],
    [new Uint8Array([0, 1, 2, 3, 0, 4]), "unknown"],
  ]) {
    const { parts, claims } = await readAnything(input);
    assert.deepEqual(kinds({ parts }), [kind], String(input));
    assert.equal(claims !== undefined, kind === "claims", String(input));
    if (unread) assert.deepEqual(parts[0].unread, unread);
  }
});

test("what older programs wrote in Windows-1252 is read as it was written", async () => {
  const bytes = Buffer.from(
    "Domäne des Kunden;Produkt\nmünchen.de;\x84Sales\x93 \x96 \x80\n",
    "latin1",
  );
  const { claims } = await readAnything(new File([bytes], "claims.csv"));
  assert.equal(claims, "Domäne des Kunden;Produkt\nmünchen.de;„Sales“ – €\n");
});

test("a message of Partner Center's claim form names the checks that it is about", async () => {
  const six = [
    ...["subscription-id", "subscription-on-tenant", "subscription-dynamics"],
    ...["subscription-not-csp", "subscription-provisioned", "subscription-unclaimed"],
  ];
  for (const [text, checks] of [
    ["The customer tenant ID and domain don’t match.", ["tenant-domain"]],
    ["Error: tenant id does not match the domain contoso.com", ["tenant-domain"]],
    ["Mandanten-ID und Domäne stimmen nicht überein.", ["tenant-domain"]],
    ["There was an error with the subscription you entered. Please try again.", six],
    [`Subscription ${SUBSCRIPTION} is not eligible for this claim`, six],
    ["Das Abonnement wurde nicht gefunden.", six],
    [
      "This product has already been claimed by another partner",
      ["subscription-unclaimed", "competing-claim"],
    ],
    ["The MPN ID is not enrolled in the incentive program.", ["partner-id-enrolled"]],
  ]) {
    const { parts, fields } = await readAnything(text);
    assert.deepEqual(
      parts.map((part) => [part.kind, part.checks]),
      [["partner-center-error", checks]],
      text,
    );
    assert.equal(
      fields.subscriptionId?.value,
      text.includes(SUBSCRIPTION) ? SUBSCRIPTION : undefined,
    );
  }
  for (const text of [
    "Hi Tom, the subscription was not found in the portal. Could you check?",
    "Our subscription renews in May.",
    "Please find the tenant ID below.",
  ])
    assert.deepEqual(kinds(await readAnything(text)), ["text"], text);
});

test("fields come from texts, certain before likely, and from evidence that leaves one choice", async () => {
  const mail = `Customer tenant ID: ${TENANT}\nOur MPN ID is 5357564.`;
  const { fields, parts } = await readAnything([mail, SUBSCRIPTIONS, SKUS]);
  assert.deepEqual(fields.customerTenantId, {
    ...{ value: TENANT, confidence: "certain", others: [] },
    from: parts[0],
  });
  assert.equal(fields.partnerId.value, "5357564");
  // There are six subscriptions to choose from.
  assert.equal(fields.subscriptionId, undefined);
  const one = JSON.parse(SUBSCRIPTIONS);
  one.value.length = 1;
  const shown = await readAnything(JSON.stringify(one), { tenantId: TENANT });
  assert.deepEqual(
    Object.entries(shown.fields).map(([field, { value, confidence, from }]) => [
      ...[field, value, confidence],
      from === shown.parts[0],
    ]),
    [
      ["customerTenantId", TENANT, "likely", true],
      ["subscriptionId", one.value[0].id, "likely", true],
      ["product", one.value[0].skuPartNumber, "likely", true],
    ],
  );
  // Of a list of customers, the text says which one is meant; its domain follows.
  const customers = sample("partner-center-customers.csv");
  assert.equal((await readAnything(customers)).fields.customerDomain, undefined);
  const named = await readAnything([`Tenant ID: ${TENANT}`, customers]);
  assert.equal(named.fields.customerDomain.value, "contoso.onmicrosoft.com");
  // Which of them is meant, the text says; its product follows.
  const meant = await readAnything([`Subscription ID: ${SUBSCRIPTION}`, SUBSCRIPTIONS]);
  assert.equal(meant.fields.product.value, one.value[0].skuPartNumber);
  assert.equal(meant.fields.subscriptionId.confidence, "certain");
});

test("the only own ID is the Partner ID, and what belongs to another tenant is not meant", async () => {
  const found = async (input, options) =>
    Object.entries((await readAnything(input, options)).fields).map(([name, { value }]) => [
      name,
      value,
    ]);
  const location = "MPNId,PartnerName,City,AccountType\n5357564,Northwind,Munich,Location ID\n";
  const other = "4391508,Northwind,Ulm,Location ID\n";
  assert.deepEqual(await found(location), [["partnerId", "5357564"]]);
  assert.deepEqual(await found(location + other), []);
  const single = JSON.parse(SUBSCRIPTIONS);
  single.value.length = 1;
  const [{ id, commerceSubscriptionId, skuPartNumber }] = single.value;
  const text = JSON.stringify(single);
  // It is of nobody in particular: it may be this one's.
  assert.deepEqual(await found([`Tenant ID: ${OTHER}`, text]), [
    ["customerTenantId", OTHER],
    ["subscriptionId", id],
    ["product", skuPartNumber],
  ]);
  const options = { tenantId: TENANT };
  assert.deepEqual(await found([`Tenant ID: ${OTHER}`, text], options), [
    ["customerTenantId", OTHER],
  ]);
  // Its other ID names it as well.
  assert.deepEqual(await found([`Subscription ID: ${commerceSubscriptionId}`, text], options), [
    ["subscriptionId", commerceSubscriptionId],
    ["customerTenantId", TENANT],
    ["product", skuPartNumber],
  ]);
});

test("what systems leave in a ZIP file is no part of it", async () => {
  const names = [".DS_Store", "a/.DS_Store", "Thumbs.db", "a/thumbs.db", "desktop.ini", "._a.csv"];
  names.push("__MACOSX/a.csv", "a/._b.csv", "b.DS_Store.csv", "a/x.csv");
  const entries = names.map((name) => ({ name, content: CLAIMS }));
  const { parts } = await readAnything(zipOf(entries));
  assert.deepEqual(
    parts.map(({ name }) => name),
    ["b.DS_Store.csv", "a/x.csv"],
  );
});

test("two certain values leave open which is meant", async () => {
  const texts = [`Tenant ID: ${TENANT}`, `Tenant ID: ${OTHER}`];
  const { fields, parts } = await readAnything(texts);
  assert.deepEqual(fields.customerTenantId, {
    ...{ value: TENANT, confidence: "likely", others: [OTHER] },
    from: parts[0],
  });
});

test("what is found in one text is what findFields finds in it", async () => {
  const text = `Kunde: contoso.com, Mandanten-ID ${TENANT}\nAbo ${SUBSCRIPTION}, MPN 5357564`;
  const { fields } = await readAnything(text);
  for (const { field, value } of findFields(text)) {
    const { value: first, others } = fields[field];
    assert.ok([first, ...others].includes(value), field);
  }
});

test("a refused export says what is missing, and what stands beside it is found", async () => {
  const text = `Tenant ID: ${TENANT}\nInsufficient privileges to complete the operation.`;
  const { parts, fields } = await readAnything(text);
  assert.deepEqual(kinds({ parts }), ["not-evidence"]);
  assert.deepEqual(codes(parts[0]), ["permission-missing"]);
  assert.equal(fields.customerTenantId.value, TENANT);
});

test("progress is told, and a signal ends the reading", async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => [`${at}.example.com`, "Sales"]);
  const book = workbookOf([{ name: "x", rows: [["Domain", "Product"], ...rows] }]);
  const told = [];
  const onProgress = (done, total) => told.push([done, total]);
  const { claims } = await readAnything([book, "x"], { onProgress });
  assert.equal(claims.split("\n").length, rows.length + 2);
  assert.ok(told.every(([done, total]) => done <= total && total === book.length + 1));
  assert.deepEqual(
    told,
    told.toSorted(([a], [b]) => a - b),
  );
  assert.deepEqual(told.at(-1), [book.length + 1, book.length + 1]);
  const reason = new Error("enough");
  await assert.rejects(readAnything(book, { signal: AbortSignal.abort(reason) }), reason);
  const later = new AbortController();
  const reading = readAnything([book, book], {
    onProgress: () => later.abort(reason),
    signal: later.signal,
  });
  await assert.rejects(reading, reason);
});

test("progress goes evenly through what lies in a file", async (t) => {
  let time = 0;
  t.mock.method(performance, "now", () => {
    time += 1000;
    return time;
  });
  const sheet = (name) => ({
    name,
    rows: Array.from({ length: 5_000 }, (_, at) => [`${at}.${name}.example.com`, "Sales"]),
  });
  const csv = (at) => Array.from({ length: 5_000 }, (_, row) => `${row},${at},x`).join("\n");
  const files = [0, 1, 2].map((at) => ({ name: `${at}.csv`, content: csv(at) }));
  const sharesOf = async (file) => {
    const seen = [];
    await readAnything(file, { onProgress: (done, total) => seen.push(done / total) });
    return seen;
  };
  const ofBook = await sharesOf(workbookOf(["a", "b"].map(sheet), { shared: false }));
  const steps = ofBook.map((share, at) => share - (ofBook[at - 1] ?? 0));
  assert.ok(Math.max(...steps) < 0.2, `${ofBook}`);
  const ofFiles = await sharesOf(zipOf(files));
  assert.deepEqual(
    [...new Set(ofFiles.map((share) => share.toFixed(2)))],
    ["0.33", "0.67", "1.00"],
  );
});

test("functions that answer at once name a container, and open none", () => {
  const files = [
    [zipOf([{ name: "a.csv", content: CLAIMS }]), "ZIP"],
    [workbookOf([{ name: "x", rows: [["Product"], ["Sales"]] }]), "XLSX"],
    [gzipped(CLAIMS), "GZIP"],
    [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "OLE"],
  ];
  for (const [bytes, name] of files) {
    for (const locale of ["en", "de"]) {
      const batch = checkBatch(bytes, {}, { ...OPTIONS, locale });
      const { text, ...problem } = batch.problems[0];
      assert.deepEqual(
        [batch.rows, batch.columns, batch.problems.length, problem],
        [0, [], 1, { code: "container", rows: 0, name }],
      );
      assert.match(text, new RegExp(name));
      assert.equal(batch.toCsv().length, 0);
    }
    const { problems } = readEvidence(bytes);
    assert.equal(problems.find(({ code }) => code === "container").name, name);
  }
  const { problems, rows } = checkBatch(Buffer.from("%PDF-1.7\n1 0 obj"), {}, OPTIONS);
  assert.deepEqual([rows, problems.map(({ code }) => code)], [0, ["not-text"]]);
});

/** The fields of an answer, `~` for what is likely, with the other values. */
function shown({ fields }) {
  const lines = Object.entries(fields).map(([field, { value, confidence, others }]) => {
    const mark = confidence === "certain" ? "" : "~";
    return [`${mark}${field} ${value}`, ...others].join(" | ");
  });
  return lines.sort();
}

test("what the writer says counts before what is quoted", async () => {
  for (const [text, due] of [
    [
      `The right tenant ID: ${TENANT}\n\n> Tenant ID: ${OTHER}\n> MPN: 5357564`,
      [`customerTenantId ${TENANT} | ${OTHER}`, "partnerId 5357564"],
    ],
    [
      `our customer Contoso: tenant ID ${TENANT}\n> From: Fab\n> Tenant ID: ${OTHER}`,
      [`~customerTenantId ${TENANT} | ${OTHER}`, `~ownTenantId ${TENANT}`],
    ],
    [
      `Tenant ID: ${TENANT}\n\nOn Mon, Nov 23, 2026 at 9:00 AM Sam <sam@partner.example> wrote:\n\nTenant ID: ${OTHER}`,
      [`customerTenantId ${TENANT} | ${OTHER}`, "~customerDomain partner.example"],
    ],
    [
      `Mandanten-ID: ${TENANT}\n\nVon: Sam\nGesendet: Montag, 23. November 2026\n\nMandanten-ID: ${OTHER}`,
      [`customerTenantId ${TENANT} | ${OTHER}`],
    ],
    // Without a name, nothing says what it is.
    [
      `It is ${OTHER}.\n\n> Tenant ID: ${TENANT}`,
      [`customerTenantId ${TENANT} | ${OTHER}`, `~subscriptionId ${OTHER}`],
    ],
    // What is forwarded is all there is.
    [`FYI\n\n> Tenant ID: ${TENANT}`, [`customerTenantId ${TENANT}`]],
    [`> Tenant ID: ${TENANT}\n> Tenant ID: ${OTHER}`, [`~customerTenantId ${TENANT} | ${OTHER}`]],
    [`Tenant ID: ${TENANT}\nTenant ID: ${OTHER}`, [`~customerTenantId ${TENANT} | ${OTHER}`]],
  ])
    assert.deepEqual(shown(await readAnything(text)), due.sort(), text);
});

test("the only row of a table of claims is one claim, whatever is above it or in its cells", async () => {
  const due = [
    `customerTenantId ${TENANT}`,
    "customerDomain contoso.com",
    "partnerId 5357564",
    "product Dynamics 365 Sales",
  ].sort();
  const names = "Customer tenant ID,Customer domain,Product,Partner ID";
  for (const text of [
    `${names}\n${TENANT},contoso.com,Dynamics 365 Sales,5357564\n`,
    `Our claims FY27\n\n${names}\n\n${TENANT},contoso.com,Dynamics 365 Sales,5357564\n`,
    `Partner: Fabrikam; MPN 7654321\n${names}\n${TENANT},contoso.com,Dynamics 365 Sales,5357564\n`,
    `${names}\n${TENANT},contoso.com,"Dynamics 365\nSales",5357564\n`,
    `${names}\r\n${TENANT},contoso.com,"Dynamics 365\r\nSales","5357564\r\n"\r\n`,
    `"Customer\ntenant ID",Customer domain,Product,Partner ID\n${TENANT},contoso.com,Dynamics 365 Sales,5357564`,
  ]) {
    const answer = await readAnything(text);
    assert.deepEqual([answer.parts[0].kind, answer.parts[0].rows], ["claims", 1], text);
    assert.deepEqual(shown(answer), due, text);
  }
  const two = `Our claims\n\n${names}\n${TENANT},contoso.com,"A\nB",5357564\n${OTHER},fabrikam.com,C,5357564\n`;
  const answer = await readAnything(two);
  assert.deepEqual([answer.parts[0].rows, answer.fields], [2, {}]);
});

test("what nobody sees does not win", async () => {
  const rows = (id) => [
    ["Customer domain", "Product", "Partner ID"],
    ["contoso.com", "Dynamics 365 Sales", id],
  ];
  const book = workbookOf([
    { name: "Old", rows: rows("1111111"), state: "hidden" },
    { name: "New", rows: rows("5357564") },
  ]);
  const { partnerId } = (await readAnything(book)).fields;
  assert.deepEqual([partnerId.value, partnerId.confidence], ["5357564", "certain"]);
  assert.deepEqual(partnerId.others, ["1111111"]);
  const hidden = workbookOf([{ name: "Old", rows: rows("1111111"), state: "hidden" }]);
  assert.equal((await readAnything(hidden)).fields.partnerId.confidence, "likely");
});

test("a subscription to Azure is none of a claim, however it is printed", async () => {
  const printed = (gap) =>
    ["Id", "Name", "State", "SubscriptionId", "TenantId", "HomeTenantId"]
      .map((name) => `${name}${gap(name)}: ${name.endsWith("enantId") ? TENANT : SUBSCRIPTION}`)
      .join("\n");
  for (const text of [printed((name) => " ".repeat(20 - name.length)), printed(() => " ")]) {
    const { parts, fields } = await readAnything(text);
    assert.deepEqual([kinds({ parts }), fields], [["not-evidence"], {}], text);
    assert.ok(parts[0].helps.length, text);
    assert.ok(!findFields(text).some((one) => one.field === "subscriptionId" && one.label), text);
  }
});

test("what somebody wrote around an answer in JSON is read, whatever the answer is of use for", async () => {
  const account = { environmentName: "AzureCloud", homeTenantId: TENANT, id: SUBSCRIPTION };
  const user = { name: "anna@fabrikam.com", type: "user" };
  const azure = {
    ...account,
    isDefault: true,
    name: "x",
    state: "Enabled",
    tenantId: TENANT,
    user,
  };
  const contracts = await sample("graph-contracts.json");
  const [before, after] = ["Hi,\n\nour domain is contoso.com, see [1]:\n\n", "\n\nMPN: 5357564\n"];
  for (const [answer, kind] of [
    [JSON.stringify(azure, null, 2), "not-evidence"],
    [`[\n${JSON.stringify(azure)}\n]`, "not-evidence"],
    [contracts, "graph-contracts"],
  ])
    for (const text of [before + answer + after, answer + before + after]) {
      const { parts, fields } = await readAnything(text);
      assert.deepEqual(kinds({ parts }), [kind], text);
      assert.equal(fields.partnerId?.value, "5357564", text);
      assert.equal(fields.customerDomain?.value, "contoso.com", text);
      assert.equal(fields.subscriptionId, undefined, text);
      const { fields: alone } = await readAnything(before + after);
      for (const name of ["partnerId", "customerDomain"])
        assert.equal(fields[name].confidence, alone[name].confidence);
    }
});

test("problems are told in the language that is asked for", async () => {
  for (const [locale, text] of [
    ["en", /packed file is inside/],
    ["de", /steckt in anderen/],
  ]) {
    const deep = zipOf([{ name: "z", content: zipOf([{ name: "z", content: zipOf([]) }]) }]);
    const { parts } = await readAnything(deep, { locale });
    assert.match(parts[0].problems[0].text, text);
  }
});

const kinds = ({ parts }) => parts.map(({ kind }) => kind);
const codes = ({ problems }) => problems.map(({ code }) => code);

function sample(name) {
  return readFileSync(new URL(`../samples/${name}`, import.meta.url), "utf8");
}
