// Opens whatever holds files: ZIP and GZIP files, workbooks, lists. What comes out has a text or bytes
// that are none of these.

import { joined } from "../plain.js";
import { kindOfZip, sheetsOf } from "./workbook.js";
import {
  bytesAt,
  ContainerError,
  type ContainerFault,
  contentsOf,
  contentsOfGzip,
  entriesOf,
  type Source,
  sizeOf,
  type ZipEntry,
} from "./zip.js";

/** Something to be read. */
export interface Item {
  name?: string | undefined;
  content: string | Source;
}

/** What is in an item: a file of its own, a sheet, or what cannot be opened. */
export interface Opened {
  /** Where it is: the name of the item, and that of the file or the sheet in it. */
  name?: string | undefined;
  content: string | Uint8Array;
  isSheet?: boolean;
  /** What is the matter with it; there is no content if it could not be opened. */
  faults: OpenFault[];
}

export type OpenFault =
  | `container-${ContainerFault | "nested" | "too-many"}`
  | "sheet-hidden"
  | "sheet-too-wide";

/** Hears which share of an item has been read, from 0 to 1; what it returns is waited for. */
export type OnShare = (share: number) => Promise<void> | void;

/** A ZIP file in another one is opened, a further one is nothing that anybody makes by hand. */
const MOST_LEVELS = 2;
/** More files than anybody looks through. */
const MOST_FILES = 1_000;
/** A text is read in one piece, and one that is longer fits into no browser's memory twice. */
const MOST_BYTES = 256 << 20;
/** However many files there are. */
const MOST_IN_ALL = 512 << 20;
/** What systems add of their own. */
const OF_SYSTEMS = /^__MACOSX\/|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/i;
const [ZIP, GZIP] = [
  [0x50, 0x4b],
  [0x1f, 0x8b, 8],
];
/** What follows "PK": a file, an empty directory, a part of several. */
const ZIP_PARTS = [3, 5, 7];

/** All that is in an item, one after the other. */
export async function* opened(item: Item, onShare: OnShare, level = 0): AsyncGenerator<Opened> {
  const { name, content } = item;
  if (typeof content === "string") {
    yield { name, content, faults: [] };
    return;
  }
  try {
    const head = await bytesAt(content, 0, 4);
    const begins = (mark: number[]) => mark.every((byte, at) => head[at] === byte);
    const isZip = begins(ZIP) && ZIP_PARTS.includes(head[2] as number);
    if (!isZip && !begins(GZIP)) {
      if (sizeOf(content) > MOST_BYTES) throw new ContainerError("too-large", "it is too long");
      yield { name, content: await bytesAt(content, 0, sizeOf(content)), faults: [] };
    } else if (isZip) yield* openedZip(item, content, onShare, level);
    else if (level > MOST_LEVELS) yield unopened(name, "nested");
    else yield* openedGzip(item, content, onShare, level);
  } catch (error) {
    if (!(error instanceof ContainerError)) throw error;
    yield unopened(name, error.fault);
  }
}

async function* openedZip(
  item: Item,
  source: Source,
  onShare: OnShare,
  level: number,
): AsyncGenerator<Opened> {
  const entries = await entriesOf(source);
  const kind = kindOfZip(entries);
  if (kind === "workbook") yield* openedWorkbook(item, source, entries, onShare);
  // Its names say what it is.
  else if (kind) yield { name: item.name, content: await ends(source), faults: [] };
  else if (level >= MOST_LEVELS) yield unopened(item.name, "nested");
  else yield* openedArchive(item, source, entries, onShare, level);
}

async function* openedWorkbook(
  { name }: Item,
  source: Source,
  entries: readonly ZipEntry[],
  onShare: OnShare,
): AsyncGenerator<Opened> {
  let isEmpty = true;
  for await (const sheet of sheetsOf(source, entries, onShare)) {
    const faults: OpenFault[] = [];
    if (sheet.isHidden) faults.push("sheet-hidden");
    if (sheet.isCut) faults.push("sheet-too-wide");
    // Workbooks begin with sheets that nobody has used.
    if (!sheet.rows && !sheet.isCut) continue;
    isEmpty = false;
    yield { name: within(name, sheet.name), content: sheet.text, isSheet: true, faults };
  }
  if (isEmpty) yield { name, content: "", faults: [] };
}

async function* openedArchive(
  { name }: Item,
  source: Source,
  entries: readonly ZipEntry[],
  onShare: OnShare,
  level: number,
): AsyncGenerator<Opened> {
  const files = entries.filter((entry) => !OF_SYSTEMS.test(entry.name));
  const total = files.reduce((sum, { packedSize }) => sum + packedSize, 0) || 1;
  let read = 0;
  let size = 0;
  for (const entry of files.slice(0, MOST_FILES)) {
    if (size > MOST_IN_ALL) {
      yield unopened(name, "too-large");
      return;
    }
    const path = within(name, entry.name);
    const before = read;
    const onPart = (part: number) => onShare((before + part * entry.packedSize) / total);
    read += entry.packedSize;
    try {
      const content = await whole(contentsOf(source, entry), entry.size, onPart);
      size += content.length;
      yield* opened({ name: path, content }, onPart, level + 1);
    } catch (error) {
      if (!(error instanceof ContainerError)) throw error;
      yield unopened(path, error.fault);
    }
  }
  if (files.length > MOST_FILES) yield unopened(name, "too-many");
  if (!files.length) yield { name, content: "", faults: [] };
}

async function* openedGzip(
  { name }: Item,
  source: Source,
  onShare: OnShare,
  level: number,
): AsyncGenerator<Opened> {
  const content = await whole(contentsOfGzip(source), 0, onShare);
  // It is the same file, only packed.
  yield* opened({ name: name?.replace(/\.gz$/i, ""), content }, onShare, level + 1);
}

async function whole(
  pieces: AsyncIterable<Uint8Array>,
  expected: number,
  onPart: OnShare,
): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > MOST_BYTES) throw new ContainerError("too-large", "it is too long");
    all.push(piece);
    await onPart(expected ? Math.min(1, size / expected) : 0);
  }
  return joined(all);
}

/** Of a ZIP file, what has the names of its entries. */
async function ends(source: Source): Promise<Uint8Array> {
  const size = sizeOf(source);
  const [head, tail] = [bytesAt(source, 0, ENDS), bytesAt(source, Math.max(0, size - ENDS), size)];
  return joined([await head, await tail]);
}

const ENDS = 64 << 10;

function unopened(name: string | undefined, fault: ContainerFault | "nested" | "too-many"): Opened {
  return { name, content: "", faults: [`container-${fault}`] };
}

/** Neither files nor sheets have a slash in their own names. */
const within = (outer: string | undefined, inner: string): string =>
  outer ? `${outer}/${inner}` : inner;
