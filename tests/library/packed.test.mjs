// ZIP and GZIP files as their many writers have them: where names, sizes, and bytes stand, how deep files lie in
// others, and how many there may be.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { init, readAnything } from "cpor-preflight";
import { gzipped, workbookOf, zipOf } from "../support/zips.mjs";

const CSV = "Domain,Product\ncontoso.com,Sales\n";
const TEXT = new TextEncoder().encode(CSV);
const BOOK = workbookOf([
  {
    name: "x",
    rows: [
      ["Domain", "Product"],
      ["contoso.com", "Sales"],
    ],
  },
]);

before(() => init({ locales: ["en"] }));

const told = ({ parts }) =>
  parts.map(({ name, kind, problems }) => [name, kind, ...problems.map(({ code }) => code)]);
const read = async (bytes, name = "a.zip") => told(await readAnything(new File([bytes], name)));
const entry = (more) => ({ name: "x.csv", content: CSV, ...more });
const behind = { name: "y.txt", content: "Hello" };
const BOTH = [
  ["a.zip/x.csv", "claims"],
  ["a.zip/y.txt", "text"],
];

for (const [what, entries, options] of [
  ["as most write it", [entry(), behind]],
  ["stored, not packed", [entry({ packed: TEXT, method: 0 }), behind]],
  ["with more in an entry’s own header", [entry({ more: new Uint8Array(9) }), behind]],
  ["with a note on an entry", [entry({ note: "PK\x01\x02 of 2026" }), behind]],
  ["without a mark of UTF-8", [entry({ flags: 0 }), behind]],
  ["with a far size", [entry(), behind], { is64: ["size"] }],
  ["with a far packed size", [entry(), behind], { is64: ["packedSize"] }],
  ["with a far place", [entry(), behind], { is64: ["offset"] }],
  ["with a far size and place", [entry(), behind], { is64: ["size", "offset"] }],
  ["with all of it far", [entry(), behind], { is64: true }],
  ["with a comment", [entry(), behind], { comment: "PK\x05\x06".padEnd(40, "-") }],
  ["with the longest comment", [entry(), behind], { comment: "-".repeat(65_535) }],
  ["with directories", [{ name: "b/" }, entry(), { name: "c\\" }, behind]],
])
  test(`a ZIP file is read ${what}, alone and behind something else`, async () => {
    const zip = zipOf(entries, options);
    assert.deepEqual(await read(zip), BOTH);
    const stub = Buffer.concat([Buffer.from("PK\x03\x04 stub"), zip]);
    assert.deepEqual(await read(stub), BOTH);
    assert.deepEqual(told(await readAnything(zip)), [
      ["x.csv", "claims"],
      ["y.txt", "text"],
    ]);
  });

for (const [what, entries, code, options] of [
  ["a stored entry that is shorter than it says", [entry({ packed: TEXT, method: 0, size: 9 })]],
  ["an entry that says to be longer", [entry({ size: CSV.length + 1 })], "container-damaged"],
  ["an entry that says to be shorter", [entry({ size: CSV.length - 1 })], "container-damaged"],
  ["an entry of another check sum", [entry({ crc: 7 })], "container-damaged"],
  ["an entry with a password", [entry({ flags: 0x801 })], "container-encrypted"],
  ["an entry of another method", [entry({ method: 9 })], "container-unsupported"],
])
  test(`${what} is ${code ?? "read as far as it goes"}, and the next one is read`, async () => {
    const first = code ? ["unknown", code] : ["claims"];
    const due = [["a.zip/x.csv", ...first], BOTH[1]];
    assert.deepEqual(await read(zipOf([...entries, behind], options)), due);
  });

test("names are shown with slashes, and those of systems in any letters are left out", async () => {
  const names = ["b\\x.csv", "DESKTOP.INI", "B\\THUMBS.DB", "a/._x", "__MACOSX/x", "x__MACOSX/y"];
  names.push("._b/x.csv", "xThumbs.db", "Thumbs.db.csv", "desktop_ini");
  const entries = names.map((name) => ({ name, content: CSV }));
  assert.deepEqual(
    (await read(zipOf(entries))).map(([name]) => name),
    ["b/x.csv", "x__MACOSX/y", "._b/x.csv", "xThumbs.db", "Thumbs.db.csv", "desktop_ini"].map(
      (name) => `a.zip/${name}`,
    ),
  );
});

test("a ZIP file without its beginning or end, or with another directory, is damaged", async () => {
  const zip = zipOf([entry(), behind]);
  const directory = Buffer.from(zip).indexOf("PK\x01\x02");
  const spoilt = (at, byte) => Uint8Array.from(zip, (one, place) => (place === at ? byte : one));
  for (const bytes of [
    zip.slice(5),
    zip.slice(0, -1),
    spoilt(directory, 0),
    spoilt(directory + 3, 9),
    spoilt(zip.length - 12, 3),
  ]) {
    const behindStub = Buffer.concat([Buffer.from("PK\x03\x04"), bytes]);
    assert.deepEqual(await read(behindStub), [["a.zip", "unknown", "container-damaged"]]);
  }
});

test("an entry that is not where it should be is damaged, and the next one is read", async () => {
  const zip = zipOf([entry(), behind]);
  const stub = Buffer.concat([Buffer.from("PK\x03\x04"), zip.subarray(1)]);
  assert.deepEqual(await read(stub), [["a.zip/x.csv", "unknown", "container-damaged"], BOTH[1]]);
});

const wrapped = (wrap, times, content) =>
  Array.from({ length: times }).reduce((inner) => wrap(inner), content);
const zipped = (content) => zipOf([{ name: "z", content }]);

test("files lie so deep in others as people put them, and deeper ones are told", async () => {
  for (const [what, bytes, due] of [
    ["ZIP in ZIP", wrapped(zipped, 2, CSV), ["claims"]],
    ["three ZIPs", wrapped(zipped, 3, CSV), ["unknown", "container-nested"]],
    ["GZIP thrice", wrapped(gzipped, 3, CSV), ["claims"]],
    ["GZIP four times", wrapped(gzipped, 4, CSV), ["unknown", "container-nested"]],
    ["GZIP in two ZIPs", wrapped(zipped, 2, gzipped(CSV)), ["claims"]],
    [
      "GZIP twice in two ZIPs",
      wrapped(zipped, 2, wrapped(gzipped, 2, CSV)),
      ["unknown", "container-nested"],
    ],
    ["ZIP in GZIP", gzipped(zipped(CSV)), ["claims"]],
    ["ZIP in two GZIPs", wrapped(gzipped, 2, zipped(CSV)), ["unknown", "container-nested"]],
    ["a workbook in two ZIPs", wrapped(zipped, 2, BOOK), ["claims"]],
    ["a workbook in three GZIPs", wrapped(gzipped, 3, BOOK), ["claims"]],
  ]) {
    const [[, ...first], ...others] = await read(bytes);
    assert.deepEqual([first, others], [due, []], what);
  }
});

test("what is packed by GZIP has its own name without the ending", async () => {
  for (const [name, due] of [
    ["x.csv.gz", "x.csv"],
    ["X.CSV.GZ", "X.CSV"],
    ["x.gz.csv", "x.gz.csv"],
    ["x", "x"],
  ])
    assert.deepEqual(await read(gzipped(CSV), name), [[due, "claims"]]);
  assert.deepEqual(told(await readAnything(gzipped(CSV))), [[undefined, "claims"]]);
});

test("what only begins as a packed file is a file as it is", async () => {
  for (const start of [
    "PK",
    "PK\x01\x02",
    "PK\x04\x04",
    "KP\x03\x04",
    "\x1f\x8b\x07",
    "\x1f\x8b",
  ]) {
    const [[, kind, code]] = await read(Buffer.from(`${start} and more`, "latin1"), "x");
    assert.ok(!/^container/.test(code ?? ""), `${start}: ${kind}, ${code}`);
  }
  for (const start of ["PK\x03\x04", "PK\x05\x06", "PK\x07\x08", "\x1f\x8b\x08"]) {
    const [[, kind, code]] = await read(Buffer.from(`${start} and more`, "latin1"), "x");
    assert.deepEqual([kind, code], ["unknown", "container-damaged"], start);
  }
});

test("ten thousand entries are listed, of which a thousand files are read", async () => {
  const systems = (count) => Array.from({ length: count }, (_, at) => ({ name: `__MACOSX/${at}` }));
  assert.deepEqual(await read(zipOf([...systems(9_999), entry()])), [BOTH[0]]);
  assert.deepEqual(await read(zipOf([...systems(10_000), entry()])), [
    ["a.zip", "unknown", "container-too-large"],
  ]);
  const files = (count) =>
    Array.from({ length: count }, (_, at) => ({ name: `${at}`, content: "" }));
  for (const [count, more] of [
    [1_000, []],
    [1_001, [["a.zip", "unknown", "container-too-many"]]],
  ])
    assert.deepEqual((await read(zipOf(files(count)))).slice(1_000), more);
});
