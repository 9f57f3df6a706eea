// Files that are damaged, lie about themselves, or are made to fill memory: each is told, and the next file
// is read. How long that takes and how much memory: `npm run attack`.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { init, readAnything } from "cpor-preflight";
import { Random } from "../support/claims.mjs";
import { changeContainers, HOSTILE } from "../support/containers.mjs";
import { gzipped, sheetXml, workbookOf, zipOf } from "../support/zips.mjs";

const ROWS = [
  ["Domain", "Product"],
  ["contoso.com", "Sales"],
];
const CSV = "Domain,Product\ncontoso.com,Sales\n";
/** Codes that say that nothing of a part was read. */
const UNREAD = /^(container-|not-|empty)/;

before(() => init());

for (const { name, make, codes, kind = "unknown" } of HOSTILE)
  test(`${name}: it is told, and the next file is read`, async () => {
    const { parts, claims } = await readAnything([make(), CSV]);
    assert.deepEqual(
      parts.map((part) => [part.kind, part.problems.map(({ code }) => code)]),
      [
        [kind, codes],
        ["claims", []],
      ],
    );
    assert.equal(claims, CSV);
  });

test("a cell at the far end of a sheet leaves the others as they are", async () => {
  const rows = `<row r="1"><c r="A1" t="str"><v>Domain</v></c><c r="B1" t="str"><v>Product</v></c></row><row r="2"><c r="A2" t="str"><v>contoso.com</v></c></row>`;
  const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
  const { parts, claims } = await readAnything(
    workbookOf([{ name: "x", xml: sheetXml(rows + far) }]),
  );
  assert.deepEqual(
    parts.map(({ kind, rows: count, problems }) => [kind, count, problems.map(({ code }) => code)]),
    [["claims", 1, ["sheet-too-wide"]]],
  );
  assert.equal(claims.trimEnd(), "Domain,Product\ncontoso.com,");
  const alone = await readAnything(workbookOf([{ name: "x", xml: sheetXml(far) }]));
  assert.ok(alone.parts[0].problems.some(({ code }) => code === "sheet-too-wide"));
});

test("of more files than anybody looks through, the first are read", async () => {
  const entries = Array.from({ length: 1_002 }, (_, at) => ({ name: `${at}.csv`, content: CSV }));
  const { parts } = await readAnything(zipOf(entries));
  assert.equal(parts.filter(({ kind }) => kind === "claims").length, 1_000);
  assert.deepEqual(
    parts.at(-1).problems.map(({ code }) => code),
    ["container-too-many"],
  );
});

test("what is cut off at any kilobyte is told, and so is what lost its beginning", async () => {
  const random = new Random(7);
  const rows = Array.from({ length: 2_000 }, () => [`${random.below(1e9)}.example.com`, "Sales"]);
  const table = [ROWS[0], ...rows];
  const csv = table.map((row) => row.join(",")).join("\n");
  for (const whole of [
    workbookOf([{ name: "x", rows: table }]),
    zipOf([{ name: "x.csv", content: csv }]),
    gzipped(csv),
  ]) {
    assert.equal((await readAnything(whole)).parts[0].rows, rows.length);
    for (let at = 1024; at < whole.length; at += 1024) {
      for (const part of [whole.slice(0, at), whole.slice(at)]) {
        const { parts, claims } = await readAnything(part);
        assert.equal(claims, undefined, `${at}`);
        assert.ok(
          parts[0].problems.some(({ code }) => UNREAD.test(code)),
          `${at}`,
        );
      }
    }
  }
});

test("a file may stand behind something else, as in one that unpacks itself", async () => {
  const zip = zipOf([{ name: "x.csv", content: CSV }]);
  const { parts } = await readAnything(Buffer.concat([Buffer.from("PK\x03\x04stub"), zip]));
  assert.equal(parts[0].kind, "claims");
});

test("sizes and places are read where those of files beyond 4 GB stand, and a comment is passed over", async () => {
  const entries = ["a", "b"].map((name) => ({ name: `${name}.txt`, content: `Text of ${name}` }));
  for (const options of [{ is64: true }, { comment: "PK\x05\x06 of 2026" }]) {
    const zip = zipOf(entries, options);
    for (const whole of [zip, Buffer.concat([Buffer.from("PK\x03\x04stub"), zip])]) {
      const { parts, texts } = await readAnything(whole);
      assert.deepEqual(
        parts.map(({ name, kind, problems }) => [name, kind, problems]),
        ["a.txt", "b.txt"].map((name) => [name, "text", []]),
      );
      assert.deepEqual(texts, undefined);
    }
  }
});

test("where there is nothing of Node, the same is read and the same is told", async () => {
  const csv = [CSV, ...Array.from({ length: 20_000 }, (_, at) => `${at}.example.com,Sales\n`)].join(
    "",
  );
  const zip = zipOf([{ name: "x.csv", content: csv }]);
  const broken = Uint8Array.from(zip, (byte, at) => (at > 100 && at < 200 ? byte ^ 255 : byte));
  const files = [zip, gzipped(csv), workbookOf([{ name: "x", rows: ROWS }]), broken];
  files.push(gzipped(csv).slice(0, 10_000), ...HOSTILE.slice(1, 3).map(({ make }) => make()));
  const all = async () => {
    const read = [];
    for (const file of files) read.push(await readAnything(file));
    return read;
  };
  const inNode = await all();
  const { getBuiltinModule } = process;
  process.getBuiltinModule = undefined;
  try {
    assert.deepEqual(await all(), inNode);
  } finally {
    process.getBuiltinModule = getBuiltinModule;
  }
  assert.deepEqual(
    [inNode[0].parts[0].rows, inNode[0].claims, inNode[1].claims],
    [20_001, csv, csv],
  );
});

test("workbooks of other programs are read", async () => {
  const cells = `<row><c t="str"><f>A1</f><v>Domain</v></c><c t="inlineStr"><is><r><t>Pro</t></r><r><rPr><b/></rPr><t>duct</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c></row>`;
  const prefixed = sheetXml(
    `${cells}<row r="3"><c r="B3" t="e"><v>#N/A</v></c><c r="A3" t="str"><v>a &lt;b&gt; &#228;&#x20AC;</v></c></row>`,
  ).replaceAll(/<(\/?)(?=[a-z])/g, "<$1x:");
  const { parts, claims } = await readAnything(
    workbookOf([{ name: "x", xml: `\ufeff<!-- > ' -->${prefixed}` }]),
  );
  assert.equal(claims, "Domain,Product\n\na <b> ä€,#N/A\n");
  assert.equal(parts[0].rows, 1);
});

test("a workbook that is changed anywhere never breaks anything", async () => {
  await changeContainers({ readAnything, seed: 20261122, rounds: 150 });
});
