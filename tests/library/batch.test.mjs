// Many claims at once, as callers of the library and of the command see it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import * as library from "cpor-preflight";
import { gzipped, workbookOf, zipOf } from "../support/zips.mjs";

const { batchLayout, checkBatch, checkClaim, init, mergeEvidence, openBatch, readEvidence } =
  library;
const HERE = dirname(fileURLToPath(import.meta.url));
const SAMPLES = join(HERE, "..", "samples");
const CLI = join(HERE, "..", "..", "dist", "cli.js");
const TODAY = "2026-11-22";
const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";

let claims;
let evidence;
let folder;
before(async () => {
  await init();
  claims = await readFile(join(SAMPLES, "claims.csv"));
  const names = ["graph-subscriptions.json", "graph-subscribed-skus.json", "openid-contoso.json"];
  const options = { tenantId: TENANT, domain: "contoso.onmicrosoft.com" };
  const parts = names.map(async (name) =>
    readEvidence(await readFile(join(SAMPLES, name)), options),
  );
  evidence = (await Promise.all(parts)).reduce(
    (all, part) => mergeEvidence(all, part.evidence),
    {},
  );
  folder = await mkdtemp(join(tmpdir(), "cpor-preflight-"));
});
after(() => rm(folder, { recursive: true }));

/** The sample's cells hold no commas but in quotes, and no line breaks. */
function rowsOf(text) {
  const [header, ...lines] = text.trim().split("\n");
  const names = header.split(",");
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, a, b]) => a ?? b);
    return Object.fromEntries(names.map((name, at) => [name, cells[at]]));
  });
}

test("a Partner ID that says nothing gives way to its older name, in a row as in a claim", () => {
  const options = { today: TODAY, ruleset: "2020-06" };
  const known = { partnerIds: [{ id: "5357564", kind: "location", enrolled: true }] };
  const about = /^(partner-id-|input-malformed)/;
  for (const [partnerId, mpnId, due] of [
    ["5357564", "", []],
    ["", "5357564", []],
    ["n/a", "5357564", []],
    ["5357564", "tbd", []],
    ["5357564", "5357564.0", []],
    ["5357564", "517285", ["input-malformed", "partner-id-malformed", "partner-id-unverified"]],
    ["n/a", "tbd", ["partner-id-missing", "partner-id-unverified"]],
  ]) {
    const claim = checkClaim({ partnerId, mpnId, product: "Teams" }, known, options);
    const row = checkBatch(`mpnId,partnerId,product\n${mpnId},${partnerId},Teams`, known, options);
    for (const { findings } of [claim, row]) {
      const codes = findings.map(({ code }) => code).filter((code) => about.test(code));
      assert.deepEqual(codes.sort(), due, `${partnerId} and ${mpnId}`);
    }
  }
});

test("every row of the sample is answered as its claim alone", () => {
  for (const ruleset of library.rulesets().map(({ id }) => id)) {
    const options = { today: TODAY, ruleset };
    const batch = checkBatch(claims, evidence, options);
    const rows = rowsOf(claims.toString());
    assert.equal(batch.rows, rows.length);
    const verdicts = { fix: 0, confirm: 0, ready: 0 };
    const codes = {};
    rows.forEach((claim, at) => {
      const report = checkClaim(claim, evidence, options);
      verdicts[report.verdict] += 1;
      const own = new Set(report.findings.map(({ code }) => code));
      for (const code of own) codes[code] = (codes[code] ?? 0) + 1;
      const found = batch.findings.filter(({ row }) => row === at + 1).map(({ code }) => code);
      const across = ["duplicate-in-file", "subscription-under-two-tenants"];
      assert.deepEqual(
        new Set(found.filter((code) => !across.includes(code))),
        own,
        `row ${at + 1}`,
      );
    });
    assert.deepEqual(batch.verdicts, verdicts);
    const { "duplicate-in-file": duplicates, ...alone } = batch.codes;
    assert.deepEqual(alone, codes);
    // The sixth row claims the subscription of the second. The fourth and the fifth claim one workload for
    // two activities.
    assert.equal(duplicates, 1);
    assert.deepEqual(batch.problems, []);
  }
});

test("the annotated file is the file with two more columns", () => {
  const batch = checkBatch(claims, evidence, { today: TODAY });
  const lines = Buffer.from(batch.toCsv()).toString().trimEnd().split("\n");
  const before = claims.toString().trimEnd().split("\n");
  assert.equal(lines.length, before.length);
  lines.forEach((line, at) => {
    assert.ok(line.startsWith(`${before[at]},`), line);
    const [verdict, codes, ...rest] = line.slice(before[at].length + 1).split(",");
    assert.deepEqual(rest, []);
    if (at === 0) assert.deepEqual([verdict, codes], ["verdict", "codes"]);
    else {
      const own = batch.findings.filter(({ row }) => row === at).map(({ code }) => code);
      assert.deepEqual(new Set(codes.split(" ")), new Set(own));
    }
  });
});

test("in the annotated file, verdict and codes stand under their names, also of short rows", () => {
  const csv = "product;activity;partnerId\r\nTeams\r\nTeams;usage;5357564;more\n;;\nTeams;usage";
  const lines = Buffer.from(checkBatch(csv).toCsv()).toString().split(/\r?\n/);
  assert.match(lines[0], /^product;activity;partnerId;verdict;codes$/);
  assert.match(lines[1], /^Teams;;;fix;[a-z -]+$/);
  assert.match(lines[2], /^Teams;usage;5357564;more;fix;[a-z -]+$/);
  assert.equal(lines[3], ";;;;");
  assert.match(lines[4], /^Teams;usage;;fix;[a-z -]+$/);
});

test("encodings", () => {
  const text = "Domäne des Kunden;Produkt\nmünchen.de;„Sales“\n";
  const utf16 = (order) => {
    const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
    return order === "le" ? bytes : bytes.swap16();
  };
  const ansi = Buffer.from("Domäne des Kunden;Produkt\nmünchen.de;\x84Sales\x93\n", "latin1");
  const wanted = checkBatch(text, {}, { today: TODAY });
  assert.equal(wanted.columns.map(({ field }) => field).join(), "customerDomain,product");
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    utf16("le"),
    utf16("be"),
    ansi,
  ]) {
    for (const size of [1, 2, 3, 7, bytes.length]) {
      const run = openBatch({}, { today: TODAY });
      for (let at = 0; at < bytes.length; at += size) run.push(bytes.subarray(at, at + size));
      const answer = run.end();
      assert.deepEqual(answer.findings, wanted.findings);
      assert.deepEqual(
        answer.problems.map(({ code }) => code),
        bytes === ansi ? ["not-utf-8"] : [],
      );
    }
  }
});

test("in pieces, every row is heard of in order", () => {
  const rows = [];
  const csv = [];
  const run = openBatch(evidence, {
    today: TODAY,
    onRows: (some) => rows.push(...some),
    onCsv: (bytes) => csv.push(bytes),
  });
  for (const byte of claims) run.push(Uint8Array.of(byte));
  const answer = run.end();
  const whole = checkBatch(claims, evidence, { today: TODAY });
  const { toCsv, ...sums } = whole;
  assert.deepEqual(answer, sums);
  assert.deepEqual(Buffer.concat(csv), Buffer.from(toCsv()));
  assert.deepEqual(
    rows.map(({ row }) => row),
    [1, 2, 3, 4, 5, 6, 7],
  );
  for (const { offset, verdict, codes, row } of rows) {
    assert.equal(
      claims.subarray(offset).toString().split("\n")[0],
      claims.toString().split("\n")[row],
    );
    assert.ok(verdict && codes.length > 0);
  }
});

test("a long file in pieces is answered as the whole, whose rows are looked at as they come", () => {
  const [names, ...rows] = claims.toString().trimEnd().split("\n");
  const text = [names, ...Array.from({ length: 200 }, () => rows).flat()].join("\n");
  const bytes = Buffer.from(text);
  const heard = [];
  let early = 0;
  const run = openBatch(evidence, { today: TODAY, onRows: (some) => heard.push(...some) });
  for (let at = 0; at < bytes.length; at += 1_000) {
    run.push(bytes.subarray(at, at + 1_000));
    early = heard.length;
  }
  const { toCsv, ...sums } = checkBatch(bytes, evidence, { today: TODAY });
  assert.deepEqual(run.end(), sums);
  assert.equal(heard.length, 1_400);
  assert.ok(early > 1_000, `${early} before the end`);
});

test("a person's choice of columns goes before their names", () => {
  const csv = "a,b,product\nDYN365_FINANCE,usage,x\n";
  assert.deepEqual(batchLayout(csv).columns, [
    { name: "a" },
    { name: "b" },
    { name: "product", field: "product" },
  ]);
  const batch = checkBatch(csv, {}, { today: TODAY, columns: ["product", "activity", null] });
  assert.deepEqual(
    batch.columns.map(({ field }) => field),
    ["product", "activity", undefined],
  );
  assert.ok(!batch.codes["activity-missing"]);
});

test("answers may be in the form’s words, in any language and rule set", () => {
  const claim = {
    userRole: "incentives-admin",
    customerTenantId: TENANT,
    customerDomain: "contoso.com",
    solutionArea: "business-applications",
    product: "DYN365_FINANCE",
    partnerId: "5357564",
  };
  const answered = (changes, ruleset) => {
    const cells = Object.entries({ ...claim, ...changes });
    const csv = [cells.map(([field]) => field), cells.map(([, text]) => `"${text}"`)].join("\n");
    const { verdicts, codes } = checkBatch(csv, evidence, {
      ...{ today: TODAY, ruleset },
      answersInWords: true,
    });
    return { verdicts, codes };
  };
  let tried = 0;
  for (const { id: ruleset } of library.rulesets()) {
    for (const locale of library.LOCALES) {
      for (const { name, options = [] } of library.describe({ locale, ruleset }).fields) {
        for (const { value, variants = {}, ...names } of options) {
          const due = answered({ [name]: value }, ruleset);
          assert.ok(!due.codes["input-malformed"], value);
          const labels = [names, ...Object.values(variants)];
          const texts = labels.flatMap(({ label, shortLabel }) => [label, shortLabel]);
          for (const text of texts.flatMap((one) => [one, ` ${one.toUpperCase()} `])) {
            assert.deepEqual(answered({ [name]: text }, ruleset), due, text);
            tried += 1;
          }
        }
      }
    }
  }
  assert.ok(tried > 100);
  const unclear = answered({ activity: "Consulting", competingPartner: "Fabrikam" });
  assert.equal(unclear.codes["input-malformed"], 1);
});

test("more findings than are named are counted", () => {
  const csv = `product\n${"x\n".repeat(500)}`;
  const batch = checkBatch(csv, {}, { limit: 10 });
  assert.equal(batch.findings.length, 10);
  assert.equal(batch.truncated, true);
  assert.equal(batch.codes["tenant-id-missing"], 500);
  assert.ok(!("truncated" in checkBatch("product\nx\n")));
});

test("what is no file of claims gets an answer", () => {
  for (const csv of [
    undefined,
    null,
    7,
    {},
    [],
    "",
    "\n",
    new Uint8Array(),
    "x",
    Symbol("x"),
    () => 1,
  ]) {
    for (const options of [
      undefined,
      null,
      7,
      { columns: 7, limit: "x", today: {}, ruleset: [] },
    ]) {
      const batch = checkBatch(csv, csv, options);
      assert.equal(batch.rows, 0);
      assert.ok(batch.problems.length > 0 && batch.problems.every(({ text }) => text), String(csv));
      assert.ok(batch.toCsv() instanceof Uint8Array);
    }
  }
});

test("a limit is any number: what is none is the usual thousand", () => {
  const csv = `product\n${"x\n".repeat(500)}`;
  const all = checkBatch(csv, {}, { limit: 2 ** 32 });
  assert.ok(all.findings.length > 2_000);
  assert.ok(!("truncated" in all));
  for (const [limit, named] of [
    [Number.POSITIVE_INFINITY, all.findings.length],
    [2 ** 53, all.findings.length],
    [10.9, 10],
    [0, 0],
    ...[Number.NaN, "x", "10", -1, 1n, null, {}, [5], true].map((none) => [none, 1_000]),
  ]) {
    const { findings, truncated, codes } = checkBatch(csv, {}, { limit });
    const isCut = named < all.findings.length ? true : undefined;
    assert.deepEqual([findings.length, truncated], [named, isCut], String(limit));
    assert.deepEqual(codes, all.codes);
  }
});

test("a piece is text or bytes of any kind, and stays the caller’s", () => {
  const lines = claims.toString().match(/.*\n/g);
  const { toCsv, ...expected } = checkBatch(claims, evidence, { today: TODAY });
  const other = new Uint8Array(4_000);
  const shared = (bytes) => {
    const buffer = new SharedArrayBuffer(bytes.length);
    new Uint8Array(buffer).set(bytes);
    return buffer;
  };
  for (const [name, piece] of Object.entries({
    text: (line) => line,
    ArrayBuffer: (line) => Uint8Array.from(Buffer.from(line)).buffer,
    DataView: (line) => new DataView(Uint8Array.from(Buffer.from(line)).buffer),
    SharedArrayBuffer: (line) => shared(Buffer.from(line)),
    "a view of shared memory": (line) => new Uint8Array(shared(Buffer.from(line))),
    // As a stream does that reads into one buffer again and again.
    "a Buffer that is written to again": (line) =>
      Buffer.from(other.buffer, 0, other.fill(0) && reused(line)),
    "a part of one buffer": (line) => other.subarray(0, reused(line)),
  })) {
    const run = openBatch(evidence, { today: TODAY });
    for (const line of lines) run.push(piece(line));
    assert.deepEqual(run.end(), expected, name);
    assert.deepEqual(
      checkBatch(piece(claims.toString()), evidence, { today: TODAY }).rows,
      7,
      name,
    );
  }
  function reused(line) {
    return new TextEncoder().encodeInto(line, other).written;
  }
});

test("a piece that is neither is named, and the others are checked", () => {
  for (const odd of [undefined, null, 7, {}, [1, 2], Symbol("x"), new Map(), () => "x"]) {
    const run = openBatch({}, { today: TODAY });
    run.push("product\n");
    run.push(odd);
    run.push("Teams\n");
    const { rows, problems } = run.end();
    assert.deepEqual([rows, problems.map(({ code }) => code)], [1, ["not-text"]], String(odd));
    assert.ok(problems[0].text);
  }
});

test("what is pushed after the end is another file", () => {
  const run = openBatch(evidence, { today: TODAY });
  run.push(claims);
  const { findings } = run.end();
  const first = structuredClone(findings);
  run.push("product\nTeams\n");
  const { toCsv, ...expected } = checkBatch("product\nTeams\n", evidence, { today: TODAY });
  assert.deepEqual(run.end(), expected);
  assert.deepEqual(findings, first);
  assert.equal(run.end().rows, 0);
});

test("options of any type get an answer, and what is no function is not called", () => {
  const cyclic = [];
  cyclic.push(cyclic);
  const throwing = new Proxy([], { get: () => assert.fail("read") });
  for (const columns of [
    ["product", 7n],
    [Symbol("x")],
    cyclic,
    throwing,
    7n,
    "x",
    [null],
    5,
    {},
  ]) {
    assert.ok(Array.isArray(batchLayout("product\nTeams\n", columns).columns));
    assert.equal(checkBatch("product\nTeams\n", {}, { columns }).rows, 1);
  }
  for (const odd of [7, "x", {}, true, 7n]) {
    const run = openBatch({}, { onRows: odd, onCsv: odd });
    run.push("product\nTeams\n");
    assert.equal(run.end().rows, 1);
  }
});

test("npx cpor-preflight", async (t) => {
  const run = (args, input) =>
    spawnSync(process.execPath, [CLI, ...args, "--today", TODAY], { encoding: "utf8", input });
  const file = async (name, text) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const lines = claims.toString().split("\n");
  const good = await file("good.csv", `${lines[0]}\n${lines[1]}\n`);
  const exports = ["graph-subscriptions.json", "graph-subscribed-skus.json"].flatMap((name) => [
    "--evidence",
    join(SAMPLES, name),
  ]);
  const bad = join(SAMPLES, "claims.csv");

  await t.test("ends with 0, 1 or 2", async () => {
    assert.equal(run([good, ...exports, "--tenant", TENANT]).status, 0);
    assert.equal(run([bad]).status, 1);
    for (const args of [
      [join(folder, "missing.csv")],
      [],
      [good, bad],
      [good, "--format", "xml"],
      [good, "--colour"],
      [good, "--evidence", good],
      [await file("empty.csv", "")],
      [await file("other.csv", "a,b\n1,2\n")],
    ]) {
      const { status, stderr } = run(args);
      assert.equal(status, 2, args.join(" "));
      assert.ok(stderr, args.join(" "));
    }
  });
  await t.test("says the same as the library", () => {
    const { toCsv, ...sums } = checkBatch(claims, {}, { today: TODAY, locale: "en" });
    assert.deepEqual(
      JSON.parse(run([bad, "--format", "json"]).stdout),
      JSON.parse(JSON.stringify(sums)),
    );
    assert.equal(run([bad, "--format", "csv"]).stdout, Buffer.from(toCsv()).toString());
    const odd = run(["-", "--format", "csv"], "product;=1\n=2;@x\n").stdout;
    assert.match(odd, /^product;'=1;verdict;codes\n'=2;'@x;fix;/);
    assert.equal(run(["-", "--format", "csv"], claims).stdout, Buffer.from(toCsv()).toString());
    assert.match(run([bad]).stdout, /^7 claims: \d to fix, \d to confirm, \d ready\n/);
  });
  await t.test("takes workbooks and packed files, of which a shell names several", async () => {
    const named = rowsOf(claims.toString());
    const rows = [Object.keys(named[0]), ...named.map((row) => Object.values(row))];
    const book = workbookOf([{ name: "Claims", rows }]);
    const xlsx = await file("claims.xlsx", book);
    const due = JSON.parse(run([bad, "--format", "json", ...exports, "--tenant", TENANT]).stdout);
    const [subscriptions, skus] = await Promise.all(
      ["graph-subscriptions.json", "graph-subscribed-skus.json"].map((name) =>
        readFile(join(SAMPLES, name)),
      ),
    );
    const zip = await file("a.zip", zipOf([{ name: "a.json", content: subscriptions }]));
    const gz = await file("b.json.gz", gzipped(skus));
    const both = [
      { name: "claims.xlsx", content: book },
      { name: "a.json", content: subscriptions },
      { name: "b.json", content: skus },
    ];
    const all = await file("all.zip", zipOf(both));
    for (const args of [
      [xlsx, "--evidence", zip, gz],
      [xlsx, "--evidence", zip, "--evidence", gz],
      ["--evidence", zip, gz, xlsx],
      [all],
      ["--json", all],
    ]) {
      const { status, stdout } = run([...args, "--format", "json", "--tenant", TENANT]);
      assert.equal(status, 1, args.join(" "));
      assert.deepEqual(JSON.parse(stdout), due, args.join(" "));
    }
    assert.equal(run(["-", "--format", "csv"], book).stdout, run([xlsx, "--format", "csv"]).stdout);
    for (const args of [
      [zip],
      [await file("broken.xlsx", book.subarray(0, 2000))],
      [xlsx, "--evidence", xlsx],
      [xlsx, gz],
    ]) {
      const { status, stderr } = run(args);
      assert.equal(status, 2, args.join(" "));
      assert.ok(stderr, args.join(" "));
    }
  });
  await t.test("read says what files are", async () => {
    const read = (args) =>
      spawnSync(process.execPath, [CLI, "read", ...args], { encoding: "utf8" });
    const note = await file("note.txt", `Tenant ID: ${TENANT}\nMPN 5357564\n`);
    const zip = await file("c.zip", zipOf([{ name: "claims.csv", content: claims }]));
    const { status, stdout } = read([note, zip, join(SAMPLES, "graph-subscriptions.json")]);
    assert.equal(status, 0);
    const lines = stdout.split("\n");
    for (const line of [
      `${note}: Text`,
      `${zip}/claims.csv: Table of claims, 7 rows`,
      `${join(SAMPLES, "graph-subscriptions.json")}: Subscriptions from Microsoft Graph, 6 rows`,
      "  not read: totalLicenses, ownerId, ownerType",
      `Customer tenant ID: ${TENANT} (certain, note.txt)`,
    ])
      assert.ok(lines.includes(line), `${line}\n\n${stdout}`);
    const { parts, fields } = JSON.parse(read(["--json", zip, note]).stdout);
    assert.deepEqual(
      parts.map(({ kind }) => kind),
      ["claims", "text"],
    );
    assert.deepEqual([fields.partnerId.value, fields.partnerId.from], ["5357564", 1]);
    for (const args of [[], [note, await file("x.bin", "\0\x01\x02\0")]])
      assert.equal(read(args).status, 2, args.join(" "));
    assert.match(read([note, "--locale", "de"]).stdout, /Mandanten-ID/);
  });
  await t.test("--help", () => assert.match(run(["--help"]).stdout, /--evidence/));
});
