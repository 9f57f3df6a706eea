// Files that are made to fill memory, to take for ever, or to break whoever opens them; and such as are
// changed at random.
import assert from "node:assert/strict";
import { constants, deflateRawSync } from "node:zlib";
import { Random } from "./claims.mjs";
import { gzipped, sheetXml, workbookOf, zipOf } from "./zips.mjs";

const MEGABYTE = 2 ** 20;
const CSV = "Domain,Product\ncontoso.com,Sales\n";
const UTF_8 = new TextEncoder();

/** Deflated: a text, another one so many times, and a third one; no more is inflated than it is here. */
function deflatedOften(start, often, times, end = "") {
  const part = (text) =>
    deflateRawSync(UTF_8.encode(text), { finishFlush: constants.Z_SYNC_FLUSH, level: 9 });
  const repeated = part(often);
  const all = [part(start), ...Array.from({ length: times }, () => repeated), part(end)];
  return new Uint8Array(Buffer.concat([...all, deflateRawSync("")]));
}

const ZEROS = "0".repeat(16 * MEGABYTE);
const zeros = () => deflatedOften("", ZEROS, 64);
const sheet = (packed, size) =>
  workbookOf([{ name: "x", xml: sheetXml("") }], {
    parts: [{ name: "xl/worksheets/big.xml", packed, size }],
    target: "worksheets/big.xml",
  });
const [SHEET_START, SHEET_END] = sheetXml("\n").split("\n").slice(-2);
const ROWS = `<row>${"<c/>".repeat(1_000)}</row>`.repeat(1_000);
/** Packs badly, so that what is too long is not refused for how much it grows. */
const NOISE = Array.from({ length: MEGABYTE / 8 }, (_, at) =>
  Math.imul(at + 1, 0x9e3779b1)
    .toString(16)
    .slice(-8)
    .padStart(8, "0"),
).join("");
const cells = () => deflatedOften(SHEET_START, ROWS, 60, SHEET_END);
const laughs = `<!DOCTYPE x [<!ENTITY a "${"ha".repeat(100)}">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY ${"bcdefghij"[at]} "${`&${"abcdefghi"[at]};`.repeat(10)}">`,
).join("")}]>`;
const xml = (text) => () => workbookOf([{ name: "x", xml: text }]);

/** Each: what it is, its bytes, and what is told of it. */
export const HOSTILE = [
  {
    name: "a gigabyte of zeros in a ZIP file of a megabyte",
    make: () => zipOf([{ name: "x.csv", packed: zeros(), size: 1024 * MEGABYTE }]),
    codes: ["container-too-large"],
  },
  {
    name: "the same, said to be small",
    make: () => zipOf([{ name: "x.csv", packed: zeros(), size: 100 }]),
    codes: ["container-too-large"],
  },
  {
    name: "a gigabyte of zeros in a GZIP file",
    make: () =>
      new Uint8Array(Buffer.concat([gzipped("").subarray(0, 10), zeros(), new Uint8Array(8)])),
    codes: ["container-too-large"],
  },
  {
    name: "a gigabyte of zeros in a workbook",
    make: () => sheet(zeros(), 1024 * MEGABYTE),
    codes: ["container-too-large"],
  },
  {
    name: "the same, said to be small",
    make: () => sheet(zeros(), 100),
    codes: ["container-too-large"],
  },
  {
    name: "60 million cells",
    make: () => sheet(cells(), 60 * ROWS.length),
    codes: ["container-too-large"],
  },
  {
    name: "60 million cells, said to be few",
    make: () => sheet(cells(), 100),
    codes: ["container-too-large"],
  },
  {
    name: "a cell of 40 megabytes",
    make: () => sheet(deflatedOften(`${SHEET_START}<row><c t="str"><v>`, NOISE, 40), 40 * MEGABYTE),
    codes: ["container-too-large"],
  },
  {
    name: "a tag without an end",
    make: xml(`${SHEET_START}<row ${"x".repeat(2 * MEGABYTE)}`),
    codes: ["container-damaged"],
  },
  {
    name: "entities that stand for each other",
    make: xml(laughs + sheetXml('<row><c t="str"><v>&j;</v></c></row>')),
    codes: ["container-damaged"],
  },
  {
    name: "entities among the shared texts",
    make: () =>
      workbookOf([{ name: "x", rows: [["a"]] }], {
        parts: [{ name: "xl/sharedStrings.xml", content: `${laughs}<sst/>` }],
      }),
    codes: ["container-damaged"],
  },
  {
    name: "a row beyond the last one",
    make: xml(sheetXml('<row r="99999999999"><c><v>1</v></c></row>')),
    codes: ["container-damaged"],
  },
  {
    name: "rows that go back",
    make: xml(sheetXml('<row r="5"/><row r="4"/>')),
    codes: ["container-damaged"],
  },
  {
    name: "a part that breaks off",
    make: xml(sheetXml("<row><c>").replace(/<\/sheetData>.*/, "")),
    codes: ["container-damaged"],
  },
  {
    name: "another check sum",
    make: () => zipOf([{ name: "x.csv", content: CSV, crc: 1 }]),
    codes: ["container-damaged"],
  },
  {
    name: "bytes that are not deflated",
    make: () => zipOf([{ name: "x.csv", packed: UTF_8.encode("nothing of the kind") }]),
    codes: ["container-damaged"],
  },
  {
    name: "a password",
    make: () => zipOf([{ name: "x.csv", content: CSV, flags: 1 }]),
    codes: ["container-encrypted"],
  },
  {
    name: "a way of packing that is not known",
    make: () => zipOf([{ name: "x.csv", content: CSV, method: 93 }]),
    codes: ["container-unsupported"],
  },
  {
    name: "an encrypted workbook",
    make: () =>
      new Uint8Array(
        Buffer.concat([
          Buffer.from("d0cf11e0a1b11ae1", "hex"),
          Buffer.alloc(600),
          Buffer.from("EncryptedPackage", "utf16le"),
        ]),
      ),
    kind: "not-evidence",
    codes: ["encrypted-workbook", "container"],
  },
  {
    name: "20,000 files",
    make: () => zipOf(Array.from({ length: 20_000 }, (_, at) => ({ name: `${at}`, content: "" }))),
    codes: ["container-too-large"],
  },
  {
    name: "many names for the same bytes",
    make: () =>
      zipOf([
        { name: "x.csv", content: CSV },
        { name: "y.csv", content: CSV, packedSize: 1_000_000 },
      ]),
    codes: ["container-damaged"],
  },
  {
    name: "a ZIP file of ZIP files of ZIP files",
    make: () => {
      const inner = zipOf([{ name: "z.zip", content: zipOf([{ name: "x", content: "x" }]) }]);
      return zipOf([{ name: "y.zip", content: inner }]);
    },
    codes: ["container-nested"],
  },
  { name: "an empty ZIP file", make: () => zipOf([]), codes: ["empty"] },
  { name: "an empty workbook", make: xml(sheetXml("")), codes: ["empty"] },
];

/**
 * Changes bytes of containers, and what is in them before it is packed; the next file is always read. The
 * answer is how many there were.
 */
export async function changeContainers({ readAnything, seed, rounds, until = Infinity }) {
  const random = new Random(seed);
  const rows = [
    ["Domain", "Product"],
    ["contoso.com", "Sales"],
  ];
  const xml = sheetXml(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Product</t></is></c></row><row r="2"><c r="A2" s="1"><v>46348</v></c></row>',
  );
  let done = 0;
  for (let round = 0; round < rounds && Date.now() < until; round += 1) {
    const bytes = workbookOf([
      { name: changed("Claims", random), xml: random.share() < 0.5 ? changed(xml, random) : xml },
      { name: "Notes", rows },
    ]);
    const whole = random.of([
      () => bytes,
      () => gzipped(bytes),
      () =>
        zipOf([
          { name: "a.xlsx", content: bytes },
          { name: "a.csv", content: CSV },
        ]),
      () => zipOf([{ name: "a.csv", content: changed(CSV, random) }]),
    ])();
    for (let count = random.below(4); count > 0; count -= 1)
      whole[random.below(whole.length)] = random.below(256);
    const { parts } = await readAnything([whole, CSV]);
    const where = `seed ${seed}, round ${round}`;
    assert.equal(parts.at(-1).kind, "claims", where);
    for (const { kind, problems } of parts) assert.ok(kind !== "unknown" || problems.length, where);
    done = round + 1;
  }
  return done;
}

/** A text with a few characters removed, doubled, or replaced by such as mean something. */
function changed(text, random) {
  let now = text;
  for (let count = random.below(4); count > 0; count -= 1) {
    const at = random.below(now.length);
    const sign = random.of([
      "",
      "<",
      ">",
      "&",
      '"',
      "/",
      "=",
      "]]>",
      "\0",
      "999999999999",
      now[at],
    ]);
    now = now.slice(0, at) + sign + now.slice(at + random.below(3));
  }
  return now;
}
