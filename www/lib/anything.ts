// Reads whatever people hand over: exports, tables of claims, mails and tickets, also packed or in workbooks.
// Nothing here knows an export or a field: the core says what each part is.

import { type FieldSource, fieldsOf } from "./anything-fields.js";
import { checksOfError } from "./claim-errors.js";
import { type Item, type Opened, opened } from "./containers/open.js";
import { sizeOf } from "./containers/zip.js";
import type { Evidence, FoundField } from "./core-types.js";
import type { Engine } from "./engine.js";
import { bytesOf, optionOf } from "./plain.js";
import type { Anything, AnythingPart, BatchLayout, Export, Problem } from "./types.js";
import { heard } from "./warn.js";

/** What is asked of the library. */
interface Asked {
  option: (name: string) => unknown;
  readEvidence: (content: string | Uint8Array, name: string | undefined) => Export;
  layout: (head: Uint8Array) => BatchLayout;
  findFields: (text: string, evidence: Evidence) => FoundField[];
  merge: (a: unknown, b: unknown) => Evidence;
  worded: (problem: Omit<Problem, "text">) => Problem;
}

/** The library. */
type Library = Pick<Engine, "exports" | "hasCore" | "init" | "many">;

function askedOf(library: Library, options: unknown): Asked {
  const option = (name: string) => optionOf(options, name);
  const names = ["tenantId", "domain", "asOf", "columns", "locale"];
  const { exports, many } = library;
  const about = Object.fromEntries(names.map((name) => [name, option(name)]));
  return {
    option,
    readEvidence: (content, name) => exports.read(content, { ...about, name }),
    layout: (head) => many.layout(head),
    findFields: (text, evidence) => exports.findFields(text, { evidence }),
    merge: (a, b) => exports.merge(a, b),
    worded: exports.wordsOfProblems(options),
  };
}

/** A part, and what of it is looked at once all of them are known. */
interface Read extends FieldSource {
  /** The text of a table of claims. */
  claims?: string;
}

/** As much of a file as is looked at to tell tables of claims from exports. */
const HEAD = 64 * 1024;
/** A longer text is no mail and no ticket. */
const LONGEST_TEXT = 256 * 1024;
/** Milliseconds after which whoever shows the progress gets a turn. */
const STRETCH = 50;
/** For a message in place of an export, which people paste with what they know. */
const MESSAGES = ["permission-missing", "sign-in-needed", "email"];

/** @throws the reason of the signal in the options */
export async function readAnything(
  library: Library,
  input: unknown,
  options?: unknown,
): Promise<Anything> {
  if (!library.hasCore) await library.init();
  const asked = askedOf(library, options);
  const items = itemsOf(input, asked.option("name"));
  const turn = turns(items, asked);
  const read: Read[] = [];
  for (const item of items) {
    if (!item) {
      const problems = [asked.worded({ code: "not-text" })];
      read.push({ part: { ...partOf("unknown"), problems } });
      continue;
    }
    for await (const one of opened(item, turn.share)) {
      read.push(safely(one, asked));
      await turn.share(0);
    }
    await turn.end(item);
  }
  const evidence = merged(
    read.flatMap(({ evidence }) => evidence ?? []),
    asked,
  );
  const parts = read.map(({ part }) => part);
  const claims = claimsOf(read, asked);
  const fields = fieldsOf(read, evidence, asked.findFields);
  return { parts, fields, evidence, ...(claims !== undefined && { claims }) };
}

/** One thing or a list of them; what cannot be read is `undefined`. */
function itemsOf(input: unknown, name: unknown): (Item | undefined)[] {
  const one = itemOf(input, name);
  if (one) return [one];
  const isList = Array.isArray(input) || typeof (input as FileList | null)?.item === "function";
  return isList ? Array.from(input as ArrayLike<unknown>, (each) => itemOf(each)) : [undefined];
}

function itemOf(input: unknown, stated?: unknown): Item | undefined {
  const name = stated ?? optionOf(input, "name");
  const named = typeof name === "string" && name ? { name } : {};
  if (typeof input === "string") return { ...named, content: input };
  // By its name: a file of another window is of another class.
  if (/^\[object (Blob|File)\]$/.test(Object.prototype.toString.call(input)))
    return { ...named, content: input as Blob };
  const content = bytesOf(input);
  return content && { ...named, content };
}

/** Hears how far the reading is, tells it, and lets others have their turn now and then. */
function turns(items: readonly (Item | undefined)[], { option }: Asked) {
  const onProgress = option("onProgress") as ((done: number, total: number) => void) | undefined;
  const signal = option("signal") as AbortSignal | undefined;
  const sizes = items.map((item) => (item ? lengthOf(item) : 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  let size = sizes[0] ?? 0;
  let furthest = 0;
  let last = performance.now();
  const tell = (share: number) => {
    furthest = Math.max(furthest, done + Math.floor(share * size));
    if (typeof onProgress === "function") heard("onProgress", onProgress)(furthest, total);
  };
  return {
    async share(share: number): Promise<void> {
      signal?.throwIfAborted();
      if (performance.now() - last < STRETCH) return;
      tell(share);
      await new Promise((goOn) => setTimeout(goOn));
      last = performance.now();
      signal?.throwIfAborted();
    },
    async end(item: Item): Promise<void> {
      const at = items.indexOf(item);
      tell(1);
      done += sizes[at] as number;
      size = sizes[at + 1] ?? 0;
      signal?.throwIfAborted();
    },
  };
}

const lengthOf = ({ content }: Item): number =>
  typeof content === "string" ? content.length : sizeOf(content);

function partOf(kind: AnythingPart["kind"], name?: string): AnythingPart {
  return { ...(name && { name }), kind, rows: 0, problems: [], unread: [], missing: [] };
}

/* What one part is */

/** What is too much for the core leaves the other parts as they are. */
function safely(one: Opened, asked: Asked): Read {
  try {
    return readOne(one, asked);
  } catch {
    const problems = [asked.worded({ code: "container-too-large" })];
    return { part: { ...partOf("unknown", one.name), problems } };
  }
}

function readOne(one: Opened, asked: Asked): Read {
  const { name, content, faults } = one;
  const own = faults.map((code) => asked.worded({ code }));
  if (!content) {
    const problems = own.length ? own : [asked.worded({ code: "empty" })];
    return { part: { ...partOf("unknown", name), problems } };
  }
  const bytes = bytesOf(content) as Uint8Array;
  const table = tableOfClaims(bytes, name, asked);
  const read = table ? readClaims(one, bytes, table) : readOther(one, bytes, asked);
  read.part.problems.unshift(...own);
  return { ...read, isHidden: faults.includes("sheet-hidden") };
}

function readClaims({ name, content }: Opened, bytes: Uint8Array, table: BatchLayout): Read {
  const claims = typeof content === "string" ? content : decoded(bytes);
  const names = table.columns.filter(({ field }) => !field).map((column) => column.name.trim());
  const rows = rowsIn(claims, table.headerRow + 1);
  const part = { ...partOf("claims", name), rows, unread: names.filter(Boolean) };
  return { part, claims, ...(rows === 1 && { text: cellsOf(table) }) };
}

/** The cells of a table's only row, each behind its column's name: whatever is above them or in them. */
function cellsOf({ columns, preview }: BatchLayout): string {
  const row = preview.find((cells) => cells.some((cell) => cell.trim())) ?? [];
  const plain = (text: string) => text.replace(/\s+/g, " ").trim();
  const named = columns.map(({ name, field }, at) =>
    field ? `${plain(name).replace(/:$/, "")}: ${plain(row[at] ?? "")}` : "",
  );
  return named.join("\n");
}

function readOther({ name, content, isSheet }: Opened, bytes: Uint8Array, asked: Asked): Read {
  // What was pasted may end anywhere; a sheet is whole.
  const isPasted = typeof content === "string" && !isSheet;
  const exported = asked.readEvidence(isPasted ? content : bytes, name);
  const { kind, evidence, rows, problems, asOf, helps, unread, missing } = exported;
  const part: AnythingPart = {
    ...partOf(kind === "container" ? "unknown" : kind, name),
    ...{ rows, problems, unread, missing },
    ...(asOf && { asOf }),
    ...(helps && { helps }),
  };
  const isMessage = problems.some(({ code }) => MESSAGES.includes(code));
  const text = textOf(content, bytes, problems);
  if (kind === "not-evidence" && isMessage && text) return { part, text };
  if (kind !== "unknown") {
    const around = isPasted ? aroundAnswer(content) : "";
    return { part, evidence, ...(around && { text: around }) };
  }
  if (!text) return { part };
  const checks = checksOfError(text);
  if (checks) return { part: { ...partOf("partner-center-error", name), checks }, text };
  const columns = unknownTable(bytes, asked);
  if (columns) return { part: { ...part, unread: columns }, text };
  return { part: partOf("text", name), text };
}

/** The text, unless it is none, too long to be a mail, or an answer with names of its own. */
function textOf(
  content: string | Uint8Array,
  bytes: Uint8Array,
  problems: readonly Problem[],
): string | undefined {
  if (bytes.length > LONGEST_TEXT || !bytes.length) return undefined;
  if (problems.some(({ code }) => code === "not-text")) return undefined;
  const text = typeof content === "string" ? content : decoded(bytes);
  return /^\s*(\[\s*[\]{["]|\{\s*["}])/.test(text) ? undefined : text;
}

/** What somebody wrote before and after an answer in JSON that was pasted with it. */
function aroundAnswer(text: string): string {
  if (text.length > LONGEST_TEXT) return "";
  const start = text.search(/^[ \t]*(?:\[\s*[\]{["]|\{\s*["}])/m);
  const end = [...text.matchAll(/[\]}]$/gm)].at(-1)?.index ?? -1;
  return start < 0 || end < start ? "" : `${text.slice(0, start)}\n${text.slice(end + 1)}`.trim();
}

/** How a table of claims is laid out; nothing where it is none, or an export. */
function tableOfClaims(
  bytes: Uint8Array,
  name: string | undefined,
  asked: Asked,
): BatchLayout | undefined {
  const head = bytes.subarray(0, HEAD);
  const layout = asked.layout(head);
  const fields = new Set(layout.columns.flatMap(({ field }) => field ?? []));
  const named = layout.columns.filter((column) => column.name.trim());
  const isMostlyFields = fields.size >= 2 && fields.size * 2 >= named.length;
  const isTable = isMostlyFields || fields.size >= 4;
  if (!isTable || !fitting(layout) || /^\s*[[{]/.test(layout.columns[0]?.name ?? ""))
    return undefined;
  const { kind } = asked.readEvidence(head, name);
  return kind === "unknown" ? layout : undefined;
}

/** Do most of the first rows have a cell for each column? */
function fitting({ columns, preview }: BatchLayout): boolean {
  const full = preview.filter((row) => row.length === columns.length);
  return columns.length > 1 && full.length > 0 && full.length * 2 >= preview.length;
}

/** The names of the columns, where it is a table of several rows that nobody knows. */
function unknownTable(bytes: Uint8Array, asked: Asked): string[] | undefined {
  const layout = asked.layout(bytes.subarray(0, HEAD));
  if (layout.preview.length < 2 || !fitting(layout) || layout.columns.length < 3) return undefined;
  return layout.columns.map((column) => column.name.trim()).filter(Boolean);
}

/**
 * Windows-1252 where it differs from Latin-1.
 *
 * source: WHATWG, Encoding Standard, index windows-1252
 */
const FROM_80 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** As the reader of many claims takes a file: UTF-8, UTF-16 with a mark, else Windows-1252. */
function decoded(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe) return new TextDecoder("utf-16le").decode(bytes);
  if (mark === 0xfeff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

function windows1252(bytes: Uint8Array): string {
  const text = new TextDecoder("windows-1252").decode(bytes);
  // Node 20 reads it as Latin-1.
  return text.replace(/[\x80-\x9f]/g, (sign) => FROM_80[sign.charCodeAt(0) - 0x80] as string);
}

/** Rows of a table with some text, without the first ones. Empty lines are none, as for the reader of many claims. */
function rowsIn(text: string, skipped: number): number {
  let rows = 0;
  let row = 0;
  let isQuoted = false;
  let isBlank = true;
  let isEmpty = true;
  const end = () => {
    if (isEmpty) return;
    if (!isBlank && row >= skipped) rows += 1;
    row += 1;
    isBlank = true;
    isEmpty = true;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) isQuoted = !isQuoted;
    if ((code === 0x0a || code === 0x0d) && !isQuoted) {
      end();
      continue;
    }
    isEmpty = false;
    if (isBlank && code > 0x20 && !DELIMITERS.includes(code)) isBlank = false;
  }
  end();
  return rows;
}

const DELIMITERS = Array.from(",;|", (sign) => sign.charCodeAt(0));

/* What they say together */

/** Joined by halves, so that none is read again for every other one. */
function merged(all: readonly unknown[], asked: Asked): Evidence {
  if (all.length < 2) return asked.merge({}, all[0] ?? {});
  const half = all.length >> 1;
  return asked.merge(merged(all.slice(0, half), asked), merged(all.slice(half), asked));
}

/** The text of the first table of claims that people see; the others are told. */
function claimsOf(read: readonly Read[], asked: Asked): string | undefined {
  const tables = read.filter(({ claims, part }) => claims !== undefined && part.rows > 0);
  const taken = tables.find(({ isHidden }) => !isHidden) ?? tables[0];
  for (const { part } of tables)
    if (part !== taken?.part)
      part.problems.push(asked.worded({ code: "claims-elsewhere", name: taken?.part.name ?? "" }));
  return taken?.claims;
}
