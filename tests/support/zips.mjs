// ZIP files and workbooks made by hand, right ones and such as lie about themselves.
import { deflateRawSync, gzipSync } from "node:zlib";

const UTF_8 = new TextEncoder();
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

export const gzipped = (content) => new Uint8Array(gzipSync(bytesOf(content)));

/**
 * A ZIP file with these entries, each `{ name, content }` with text or bytes. What an entry says of
 * itself may be a lie: `crc`, `size`, `packedSize`, `flags`, `method`; `packed` are the bytes in the file. `more` are
 * bytes of its own header, `note` what the directory says of it.
 * `is64`: do sizes and places stand where those beyond 4 GB do; or which of them: "size", "packedSize", "offset"?
 * `comment`: what stands at the file's end.
 */
export function zipOf(entries, { is64 = false, comment = "" } = {}) {
  const pieces = [];
  const directory = [];
  let offset = 0;
  for (const entry of entries) {
    const content = bytesOf(entry.content ?? "");
    const { packed = new Uint8Array(deflateRawSync(content)) } = entry;
    const { size = content.length, method = 8, flags = 0x800 } = entry;
    const { packedSize = packed.length, more = new Uint8Array(0), note = "" } = entry;
    const about = UTF_8.encode(note);
    const isFar = (what) => (Array.isArray(is64) ? is64.includes(what) : is64);
    const name = UTF_8.encode(entry.name);
    const start = [u16(20), u16(flags), u16(method), u16(0), u16(0x21)];
    start.push(u32(entry.crc ?? crc32(content)));
    const sizes = [u32(packedSize), u32(size)];
    const local = joined([
      ...[u32(0x04034b50), ...start, ...sizes],
      ...[u16(name.length), u16(more.length), name, more],
    ]);
    pieces.push(local, packed);
    const far = Object.entries({ size, packedSize, offset }).filter(([what]) => isFar(what));
    const extra = is64 ? extra64(far.map(([, number]) => number)) : new Uint8Array(0);
    directory.push(
      joined([
        ...[u32(0x02014b50), u16(20), ...start],
        ...[isFar("packedSize") ? FULL : sizes[0], isFar("size") ? FULL : sizes[1]],
        ...[u16(name.length), u16(extra.length), u16(about.length), u16(0), u16(0), u32(0)],
        ...[isFar("offset") ? FULL : u32(offset), name, extra, about],
      ]),
    );
    offset += local.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end64 = is64 ? endOf64(entries.length, size, offset) : new Uint8Array(0);
  const count = is64 ? u16(0xffff) : u16(entries.length);
  const places = is64 ? [FULL, FULL] : [u32(size), u32(offset)];
  const said = UTF_8.encode(comment);
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, ...places, u16(said.length), said];
  return joined([...pieces, ...directory, end64, ...end]);
}

/** The times of a file, as Unix has them, and the sizes. */
const extra64 = (numbers) =>
  joined([
    ...[u16(0x5455), u16(5), new Uint8Array(5)],
    ...[u16(1), u16(8 * numbers.length), ...numbers.map(u64)],
  ]);

/** The end of the directory, and where it is. */
const endOf64 = (count, size, offset) =>
  joined([
    ...[u32(0x06064b50), u64(44), u16(45), u16(45), u32(0), u32(0), u64(count), u64(count)],
    ...[u64(size), u64(offset)],
    ...[u32(0x07064b50), u32(0), u64(offset + size), u32(1)],
  ]);

/**
 * A workbook with these sheets: each `{ name, rows, state? }` has texts and numbers in rows, or `xml`
 * in place of `rows`. `shared`: do cells name their texts, as Excel has it, or hold them? More
 * parts, such as `xl/styles.xml`, come as `parts`; `target` is the part of the first sheet.
 */
export function workbookOf(sheets, { shared = true, parts = [], date1904 = false, target } = {}) {
  const texts = new Map();
  const numberOf = (text) => {
    if (!texts.has(text)) texts.set(text, texts.size);
    return texts.get(text);
  };
  const cell = (value, row, column) => {
    const at = ` r="${lettersOf(column)}${row + 1}"`;
    if (value === "" || value === undefined) return "";
    if (typeof value === "number") return `<c${at}><v>${value}</v></c>`;
    if (typeof value === "object") return `<c${at} s="${value.style}"><v>${value.value}</v></c>`;
    if (shared) return `<c${at} t="s"><v>${numberOf(value)}</v></c>`;
    return `<c${at} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  };
  const row = (cells, number) =>
    `<row r="${number + 1}" spans="1:${cells.length}">${cells
      .map((value, column) => cell(value, number, column))
      .join("")}</row>`;
  const xml = sheets.map((sheet) => sheet.xml ?? sheetXml(sheet.rows.map(row).join("")));
  const strings = [...texts.keys()].map(
    (text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`,
  );
  const own = [
    {
      name: "[Content_Types].xml",
      content: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    {
      name: "xl/workbook.xml",
      content: `${XML}<workbook ${MAIN} xmlns:r="r"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="rId${at + 1}"/>`,
        )
        .join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `${XML}<Relationships>${sheets
        .map((_, at) => {
          const part = (at === 0 && target) || `worksheets/sheet${at + 1}.xml`;
          return `<Relationship Id="rId${at + 1}" Target="${part}"/>`;
        })
        .join("")}</Relationships>`,
    },
    ...xml.map((content, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content })),
    { name: "xl/sharedStrings.xml", content: `${XML}<sst ${MAIN}>${strings.join("")}</sst>` },
  ];
  const isOther = ({ name }) => !parts.some((part) => part.name === name);
  return zipOf([...own.filter(isOther), ...parts]);
}

/** A sheet with these rows, as XML. */
export const sheetXml = (rows) =>
  `${XML}<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

function lettersOf(column) {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const bytesOf = (content) => (typeof content === "string" ? UTF_8.encode(content) : content);

const u16 = (number) => new Uint8Array([number & 255, (number >>> 8) & 255]);
const u32 = (number) => joined([u16(number & 65535), u16(number >>> 16)]);
const u64 = (number) => joined([u32(number), u32(0)]);
const FULL = u32(0xffffffff);

function joined(pieces) {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}
