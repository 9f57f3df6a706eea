// Reads Excel workbooks (.xlsx, .xlsm): each sheet becomes a table as text, with commas between the cells.
// It asks for the parts in the order in which they are needed, and reads each as it is inflated.

import { builtInKind, kindOfCode, type NumberKind, numberText } from "./number-formats.js";
import { type Attributes, decoded, type XmlListener, XmlScanner } from "./xml.js";
import { ContainerError, contentsOf, type Source, type ZipEntry } from "./zip.js";

/** A sheet, as text. */
export interface SheetText {
  name: string;
  isHidden: boolean;
  /** Lines with commas between the cells. */
  text: string;
  /** Rows with some text. */
  rows: number;
  /** Are there cells too far to the right to be read? */
  isCut: boolean;
}

/** Hears which share has been read, from 0 to 1; what it returns is waited for. */
type OnShare = (share: number) => Promise<void> | void;

/** More sheets than anybody looks through. */
const MAX_SHEETS = 500;
/** Longer than any text that Excel takes. */
const MAX_CELL = 1 << 20;
/** More cells than a sheet of a million claims has. */
const MAX_CELLS = 30_000_000;
/** Wider than any table of claims or any export. */
const MAX_COLUMNS = 1_000;
/** The last row that Excel has. */
const MAX_ROWS = 1_048_576;
/** So many characters of shared texts, and of a table, fit into memory. */
const MAX_SHARED = 128 << 20;
const MAX_TEXT = 256 << 20;

/** Which kinds of files are ZIP files with these entries; nothing for an archive of files. */
export function kindOfZip(entries: readonly ZipEntry[]): "workbook" | "other-office" | undefined {
  const has = (name: string) => entries.some((entry) => entry.name.toLowerCase() === name);
  if (has("xl/workbook.xml")) return "workbook";
  const office = ["xl/workbook.bin", "word/document.xml", "ppt/presentation.xml", "content.xml"];
  return office.some(has) ? "other-office" : undefined;
}

/**
 * The sheets of a workbook in order, each as text.
 *
 * @param onShare hears which share of the bytes has been read, from 0 to 1; what it returns is waited for
 * @throws {ContainerError} also between the sheets
 */
export async function* sheetsOf(
  source: Source,
  entries: readonly ZipEntry[],
  onShare: OnShare = () => {},
): AsyncGenerator<SheetText> {
  const find = (path: string) =>
    entries.find((entry) => entry.name.toLowerCase() === path.toLowerCase());
  const workbook = new WorkbookListener();
  await scan(source, find("xl/workbook.xml"), workbook);
  const targets = new RelationsListener();
  await scan(source, find("xl/_rels/workbook.xml.rels"), targets);
  const styles = new StylesListener();
  await scan(source, find("xl/styles.xml"), styles);
  const shared = new SharedListener();
  const sharedEntry = find("xl/sharedStrings.xml");
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    entry: find(targets.pathOf(sheet.relation)),
  }));
  const sizes = [sharedEntry, ...sheets.map(({ entry }) => entry)].map(
    (one) => one?.packedSize ?? 0,
  );
  const total = sizes.reduce((sum, size) => sum + size, 0) || 1;
  let read = 0;
  const shareOf = (entry: ZipEntry | undefined) => (part: number) =>
    onShare((read + part * (entry?.packedSize ?? 0)) / total);
  await scan(source, sharedEntry, shared, shareOf(sharedEntry));
  read += sharedEntry?.packedSize ?? 0;
  const seen = new Set<ZipEntry>();
  for (const { name, isHidden, entry } of sheets) {
    // A sheet of charts has no rows, and its relation no part here. No two sheets are of one part.
    if (!entry || seen.has(entry)) continue;
    seen.add(entry);
    const sheet = new SheetListener(shared.texts, styles.kinds, workbook.is1904);
    await scan(source, entry, sheet, shareOf(entry));
    read += entry.packedSize;
    yield { name, isHidden, ...sheet.table() };
  }
}

async function scan(
  source: Source,
  entry: ZipEntry | undefined,
  listener: XmlListener,
  onPart: OnShare = () => {},
): Promise<void> {
  if (!entry) return;
  const scanner = new XmlScanner(listener);
  let decoder: TextDecoder | undefined;
  let size = 0;
  for await (const piece of contentsOf(source, entry)) {
    decoder ??= new TextDecoder(encodingOf(piece));
    scanner.push(decoder.decode(piece, { stream: true }));
    size += piece.length;
    await onPart(entry.size ? Math.min(1, size / entry.size) : 1);
  }
  scanner.push(decoder?.decode() ?? "");
  scanner.end();
}

/** XML without a mark of its bytes' order is UTF-8 here: no workbook is known that is neither. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

class WorkbookListener implements XmlListener {
  sheets: { name: string; isHidden: boolean; relation: string }[] = [];
  /** Do its days begin in 1904, as on old Macs? */
  is1904 = false;

  opened(name: string, attributes: Attributes): void {
    if (name === "workbookPr") this.is1904 = isTrue(attributes.read("date1904").date1904);
    if (name !== "sheet") return;
    if (this.sheets.length === MAX_SHEETS) throw tooLarge();
    const {
      name: title = "",
      state = "visible",
      ...read
    } = attributes.read("name", "state", ":id");
    this.sheets.push({
      name: title,
      isHidden: state !== "visible",
      relation: read[":id"] ?? "",
    });
  }

  closed(): void {}
  text(): void {}
}

class RelationsListener implements XmlListener {
  #targets = new Map<string, string>();

  opened(name: string, attributes: Attributes): void {
    if (name !== "Relationship") return;
    const { Id = "", Target = "" } = attributes.read("Id", "Target");
    this.#targets.set(Id, Target);
  }

  closed(): void {}
  text(): void {}

  /** The part that a relation of the workbook leads to. */
  pathOf(relation: string): string {
    const target = this.#targets.get(relation) ?? "";
    return target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
  }
}

/** Which style shows numbers as what. */
class StylesListener implements XmlListener {
  kinds: NumberKind[] = [];
  #codes = new Map<number, NumberKind>();
  #isInCellFormats = false;

  opened(name: string, attributes: Attributes): void {
    if (name === "cellXfs") this.#isInCellFormats = true;
    if (name !== "numFmt" && !(name === "xf" && this.#isInCellFormats)) return;
    const { numFmtId, formatCode = "" } = attributes.read("numFmtId", "formatCode");
    const id = Number(numFmtId ?? 0);
    if (name === "numFmt") this.#codes.set(id, kindOfCode(formatCode));
    else this.kinds.push(this.#codes.get(id) ?? builtInKind(id));
  }

  closed(name: string): void {
    if (name === "cellXfs") this.#isInCellFormats = false;
  }

  text(): void {}
}

/** Texts that cells name by their number, as cells of a table. */
class SharedListener implements XmlListener {
  texts: string[] = [];
  #text = "";
  #isText = false;
  #isPhonetic = false;
  #size = 0;

  opened(name: string): void {
    if (name === "si") this.#text = "";
    if (name === "rPh") this.#isPhonetic = true;
    this.#isText = name === "t" && !this.#isPhonetic;
  }

  closed(name: string): void {
    this.#isText = false;
    if (name === "rPh") this.#isPhonetic = false;
    if (name !== "si") return;
    this.#size += this.#text.length;
    if (this.#size > MAX_SHARED) throw tooLarge();
    this.texts.push(quoted(cellText(this.#text)));
  }

  text(piece: string): void {
    if (!this.#isText) return;
    this.#text += piece;
    if (this.#text.length > MAX_CELL) throw tooLarge();
  }
}

/** Writes the rows of a sheet as lines. */
class SheetListener implements XmlListener {
  #shared: readonly string[];
  #kinds: readonly NumberKind[];
  #is1904: boolean;
  #lines: string[] = [];
  #rows = 0;
  #cells = 0;
  #isCut = false;
  /** Of the lines, in characters. */
  #size = 0;
  /** Of the widest row so far. */
  #width = 0;
  #row: string[] = [];
  /** Counted from 0. */
  #rowPlace = -1;
  #column = -1;
  #type = "";
  #style = 0;
  #value = "";
  #isValue = false;
  #isPhonetic = false;

  constructor(shared: readonly string[], kinds: readonly NumberKind[], is1904: boolean) {
    this.#shared = shared;
    this.#kinds = kinds;
    this.#is1904 = is1904;
  }

  opened(name: string, attributes: Attributes): void {
    if (name === "c") this.#openCell(attributes);
    else if (name === "row") this.#openRow(attributes);
    else if (name === "rPh") this.#isPhonetic = true;
    else this.#isValue = name === "v" || (name === "t" && !this.#isPhonetic);
  }

  closed(name: string): void {
    this.#isValue = false;
    if (name === "c") this.#closeCell();
    else if (name === "row") this.#closeRow();
    else if (name === "rPh") this.#isPhonetic = false;
  }

  text(piece: string): void {
    if (!this.#isValue) return;
    this.#value += piece;
    if (this.#value.length > MAX_CELL) throw tooLarge();
  }

  table(): Pick<SheetText, "text" | "rows" | "isCut"> {
    return { text: this.#lines.join(""), rows: this.#rows, isCut: this.#isCut };
  }

  #openRow(attributes: Attributes): void {
    const place = Number(attributes.read("r").r ?? this.#rowPlace + 2) - 1;
    if (!(place > this.#rowPlace && place < MAX_ROWS))
      throw new ContainerError("damaged", "its rows are out of order");
    // Rows that are not there are blank lines, so that a row has the number that Excel shows.
    if (place > this.#rowPlace + 1) this.#lines.push("\n".repeat(place - this.#rowPlace - 1));
    this.#rowPlace = place;
    this.#column = -1;
    this.#row = [];
  }

  #closeRow(): void {
    const row = this.#row;
    if (row.length) this.#rows += 1;
    // Cells that are not there at its end are empty ones, so that every row has all that the table has.
    this.#width = Math.max(this.#width, row.length);
    if (row.length) row.length = this.#width;
    const line = row.join(",");
    this.#size += line.length;
    if (this.#size > MAX_TEXT) throw tooLarge();
    this.#lines.push(line, "\n");
  }

  #openCell(attributes: Attributes): void {
    this.#cells += 1;
    if (this.#cells > MAX_CELLS) throw tooLarge();
    this.#column += 1;
    this.#type = "n";
    this.#style = 0;
    this.#value = "";
    while (attributes.next()) {
      const { name } = attributes;
      if (name === "r") this.#column = columnOf(attributes);
      else if (name === "t") this.#type = attributes.value;
      else if (name === "s") this.#style = Number(attributes.value);
    }
  }

  #closeCell(): void {
    const cell = this.#value && this.#cell();
    if (!cell) return;
    if (this.#column < MAX_COLUMNS) this.#row[this.#column] = cell;
    else this.#isCut = true;
  }

  /** As it stands in a line. */
  #cell(): string {
    const value = this.#value;
    switch (this.#type) {
      case "s":
        return this.#shared[Number(value)] ?? "";
      case "b":
        return isTrue(value) ? "TRUE" : "FALSE";
      case "n":
        return numberText(value.trim(), this.#kinds[this.#style] ?? "number", this.#is1904);
      default:
        return quoted(cellText(value));
    }
  }
}

/** The place of a column by the letters of a reference, counted from 0. */
function columnOf(reference: Attributes): number {
  let column = 0;
  for (let at = 0; ; at += 1) {
    const letter = reference.codeAt(at) & ~0x20;
    if (!(letter >= 65 && letter <= 90)) return column - 1;
    column = column * 26 + letter - 64;
  }
}

/** Excel writes characters that XML does not allow by their number. */
function cellText(raw: string): string {
  const text = decoded(raw);
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** A cell as it stands in a line. */
function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

const tooLarge = (): ContainerError => new ContainerError("too-large", "it has too much in it");
