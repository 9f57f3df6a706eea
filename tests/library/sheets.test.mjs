// Workbooks as their many writers have them: which sheets there are, which cells, and what stands in each.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { init, readAnything } from "cpor-preflight";
import { sheetXml, workbookOf } from "../support/zips.mjs";

before(() => init({ locales: ["en"] }));

const HEAD = `<row r="1"><c r="A1" t="str"><v>Domain</v></c><c r="B1" t="str"><v>Product</v></c></row>`;
const ROWS = [
  ["Domain", "Product"],
  ["contoso.com", "Sales"],
];
const SHARED = {
  name: "xl/sharedStrings.xml",
  content: `<sst><si><t>one</t></si><si><r><rPr><b/></rPr><t>tw</t></r><r><t>o</t></r></si><si><t>x</t><rPh sb="0" eb="1"><t>kana</t></rPh><t>y</t><phoneticPr/></si><si><t/></si><si/><si><t>six &amp; _x0041_</t></si></sst>`,
};
const STYLES = {
  name: "xl/styles.xml",
  content: `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf/></cellXfs><dxfs><xf numFmtId="164"/></dxfs></styleSheet>`,
};

/** The second line of a sheet of these cells: the first is that of the names. */
async function lineOf(cells, row = "<row>") {
  const xml = sheetXml(`${HEAD}${row}${cells}</row>`);
  const { claims, parts } = await readAnything(
    workbookOf([{ name: "x", xml }], { parts: [SHARED, STYLES] }),
  );
  return claims?.split("\n").slice(1).join("\n").trimEnd() ?? parts[0].problems[0].code;
}

const [A, B] = [(inside) => `<c r="A2"${inside}</c>`, (inside) => `<c r="B2"${inside}</c>`];

for (const [what, cells, due] of [
  ["a number without a type", A("><v>5</v>"), "5,"],
  ["a number with its type", A(' t="n"><v> 5 </v>'), "5,"],
  ["a formula and what it gives", A(' t="str"><f>B1</f><v>x</v>'), "x,"],
  ["yes", A(' t="b"><v>1</v>'), "TRUE,"],
  ["yes in words", A(' t="b"><v>true</v>'), "TRUE,"],
  ["no", A(' t="b"><v>0</v>'), "FALSE,"],
  ["an error", A(' t="e"><v>#N/A</v>'), "#N/A,"],
  ["a day as text", A(' t="d"><v>2026-11-22</v>'), "2026-11-22,"],
  ["a shared text", A(' t="s"><v>0</v>'), "one,"],
  ["a shared text in several runs", A(' t="s"><v>1</v>'), "two,"],
  ["a shared text without how it is spoken", A(' t="s"><v>2</v>'), "xy,"],
  ["a shared text of nothing", A(' t="s"><v>3</v>') + B("><v>7</v>"), ",7"],
  ["a shared text without a text", A(' t="s"><v>4</v>') + B("><v>7</v>"), ",7"],
  ["a shared text with signs by name and number", A(' t="s"><v>5</v>'), "six & A,"],
  ["a shared text that there is not", A(' t="s"><v>6</v>') + B("><v>7</v>"), ",7"],
  ["a text in the cell", A(' t="inlineStr"><is><t>in</t></is>'), "in,"],
  [
    "a text in the cell in runs",
    A(' t="inlineStr"><is><r><t>i</t></r><r><t>n</t></r></is>'),
    "in,",
  ],
  [
    "a text in the cell without how it is spoken",
    A(' t="inlineStr"><is><t>i</t><rPh><t>kana</t></rPh><t>n</t></is>'),
    "in,",
  ],
  ["an empty cell before another one", `<c r="A2"/>${B("><v>7</v>")}`, ",7"],
  ["an empty cell at the end", `${A("><v>7</v>")}<c r="B2"/>`, "7,"],
  ["a row of empty cells", `<c r="A2"/><c r="B2"/></row><row><c><v>7</v></c>`, "\n7,"],
  ["a comma", A(' t="str"><v>a,b</v>'), '"a,b",'],
  ["a quote", A(' t="str"><v>a"b</v>'), '"a""b",'],
  ["a line break", A(' t="str"><v>a\nb</v>'), '"a\nb",'],
  ["a carriage return", A(' t="str"><v>a_x000D_b</v>'), '"a\rb",'],
  ["a blank in front", A(' t="str"><v> a</v>'), '" a",'],
  ["a blank at the end", A(' t="str"><v>a </v>'), '"a ",'],
  ["a blank within", A(' t="str"><v>a b</v>'), "a b,"],
  ["signs by their numbers", A(' t="str"><v>_x0041__x00e4__x00E4_</v>'), "Aää,"],
  ["what only looks like such", A(' t="str"><v>_x41_ _xyz1_ x0041</v>'), "_x41_ _xyz1_ x0041,"],
  ["an ampersand by its name", A(' t="str"><v>a &amp;amp; b</v>'), "a &amp; b,"],
  ["a number by its style", A(' s="1"><v>5</v>'), "005,"],
  ["a number by a style without a format", A(' s="2"><v>46348</v>'), "46348,"],
  ["a number by a style that there is not", A(' s="9"><v>46348</v>'), "46348,"],
  ["a number by what is a style of something else", A(' s="3"><v>5</v>'), "5,"],
  ["attributes in another order", '<c s="1" t="n" r="B2"><v>5</v></c>', ",005"],
  ["an attribute more", '<c cm="1" r="B2" vm="2"><v>5</v></c>', ",5"],
  ["places in small letters", '<c r="b2"><v>5</v></c>', ",5"],
  ["cells without places", "<c><v>1</v></c><c><v>2</v></c>", "1,2"],
  ["a cell without a place behind one with", '<c r="A2"><v>1</v></c><c><v>2</v></c>', "1,2"],
  ["texts outside of values", A(' t="str">no<v>yes</v>no'), "yes,"],
])
  test(`${what}: ${due.trim().slice(0, 40)}`, async () => {
    assert.equal(await lineOf(cells), due);
  });

test("rows stand where they say, and behind each other where they do not", async () => {
  const cell = "<c><v>7</v></c>";
  for (const [row, due] of [
    ['<row r="2">', "7,"],
    ['<row r="4">', "\n\n7,"],
    ["<row>", "7,"],
    ['<row spans="1:2" r="3">', "\n7,"],
  ])
    assert.equal(await lineOf(cell, row), due, row);
  for (const row of ['<row r="1">', '<row r="0">', '<row r="x">', '<row r="1048577">'])
    assert.equal(await lineOf(cell, row), "container-damaged", row);
  assert.notEqual(await lineOf(cell, '<row r="1048576">'), "container-damaged");
});

test("columns are counted by the letters of their places", async () => {
  for (const [first, second, before] of [
    ["A", "B", 0],
    ["Z", "AA", 25],
    ["AZ", "BA", 51],
    ["ZZ", "AAA", 701],
  ]) {
    const row = (number, ...texts) =>
      `<row>${[first, second].map((column, at) => `<c r="${column}${number}" t="str"><v>${texts[at]}</v></c>`).join("")}</row>`;
    const xml = sheetXml(row(1, "Domain", "Product") + row(2, "contoso.com", "Sales"));
    const { claims } = await readAnything(workbookOf([{ name: "x", xml }]));
    const blank = ",".repeat(before);
    assert.equal(claims, `${blank}Domain,Product\n${blank}contoso.com,Sales\n`, first);
  }
});

test("a thousand columns are read, and of a cell beyond them it is told", async () => {
  for (const [place, isCut] of [
    ["ALL2", false],
    ["ALM2", true],
  ]) {
    const xml = sheetXml(
      `${HEAD}<row r="2"><c r="A2"><v>1</v></c><c r="${place}"><v>2</v></c></row>`,
    );
    const { parts } = await readAnything(workbookOf([{ name: "x", xml }]));
    const codes = parts[0].problems.map(({ code }) => code);
    assert.equal(codes.includes("sheet-too-wide"), isCut, place);
  }
});

const names = ({ parts }) => parts.map(({ name }) => name);

test("sheets are found by their relations, however these are written", async () => {
  for (const target of [
    "worksheets/a.xml",
    "/xl/worksheets/a.xml",
    "./worksheets/a.xml",
    "Worksheets/A.XML",
  ]) {
    const parts = [{ name: "xl/worksheets/a.xml", content: sheetXml(HEAD) }];
    const book = workbookOf([{ name: "One", rows: [] }], { parts, target });
    assert.deepEqual(names(await readAnything(book)), ["One"], target);
  }
  const none = workbookOf([{ name: "One", rows: ROWS }], { target: "charts/chart1.xml" });
  const { parts } = await readAnything(none);
  assert.deepEqual(
    parts[0].problems.map(({ code }) => code),
    ["empty"],
  );
});

test("a part of a workbook is one sheet, however many name it", async () => {
  const sheets = ["One", "Two"].map((name) => ({ name, rows: ROWS }));
  const twice = workbookOf(sheets, { target: "worksheets/sheet2.xml" });
  assert.deepEqual(names(await readAnything(twice)), ["One"]);
});

test("what is hidden is told, and what is visible by its name is not", async () => {
  for (const [state, codes] of [
    [undefined, []],
    ["visible", []],
    ["hidden", ["sheet-hidden"]],
    ["veryHidden", ["sheet-hidden"]],
  ]) {
    const { parts } = await readAnything(workbookOf([{ name: "x", rows: ROWS, state }]));
    assert.deepEqual(
      parts[0].problems.map(({ code }) => code),
      codes,
      state,
    );
  }
});

test("names of sheets are read with their signs, and behind that of the file", async () => {
  const book = workbookOf([{ name: 'A & "B"', rows: ROWS }]);
  assert.deepEqual(names(await readAnything(new File([book], "q.xlsx"))), ['q.xlsx/A & "B"']);
  assert.deepEqual(names(await readAnything(book)), ['A & "B"']);
});

test("parts in UTF-16 with a mark are read as those in UTF-8", async () => {
  const xml = sheetXml(`${HEAD}<row><c t="str"><v>münchen.de</v></c></row>`);
  const little = Buffer.from(`\ufeff${xml}`, "utf16le");
  for (const content of [little, Buffer.from(little).swap16(), Buffer.from(`\ufeff${xml}`)]) {
    const parts = [{ name: "xl/worksheets/sheet1.xml", content: new Uint8Array(content) }];
    const { claims } = await readAnything(workbookOf([{ name: "x", rows: [] }], { parts }));
    assert.equal(claims, "Domain,Product\nmünchen.de,\n");
  }
});

test("five hundred sheets are looked through, and no more", async () => {
  const sheets = (count) => Array.from({ length: count }, (_, at) => ({ name: `${at}`, rows: [] }));
  const codes = async (count) =>
    (await readAnything(workbookOf([...sheets(count - 1), { name: "x", rows: ROWS }]))).parts.map(
      ({ kind, problems }) => [kind, ...problems.map(({ code }) => code)],
    );
  assert.deepEqual(await codes(500), [["claims"]]);
  assert.deepEqual(await codes(501), [["unknown", "container-too-large"]]);
});

test("days of old Macs begin in 1904", async () => {
  const book = (value) => {
    const styles = `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`;
    const content = `<workbook xmlns:r="r"><workbookPr date1904="${value}"/><sheets><sheet name="x" r:id="rId1"/></sheets></workbook>`;
    return workbookOf([{ name: "x", rows: [...ROWS, ["a", { style: 0, value: 1 }]] }], {
      parts: [
        { name: "xl/workbook.xml", content },
        { name: "xl/styles.xml", content: styles },
      ],
    });
  };
  for (const [value, day] of [
    ["1", "1904-01-02"],
    ["true", "1904-01-02"],
    ["0", "1900-01-01"],
    ["false", "1900-01-01"],
  ])
    assert.match((await readAnything(book(value))).claims, new RegExp(`^a,${day}$`, "m"));
});
