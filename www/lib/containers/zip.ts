// Opens ZIP files, which workbooks are, too. The directory at a file's end names its entries; each of them
// is inflated piece by piece, so that nothing is held that nobody reads.

/** Why a container, or a part of it, cannot be read. */
export type ContainerFault = "damaged" | "encrypted" | "too-large" | "unsupported";

export class ContainerError extends Error {
  override name = "ContainerError";
  readonly fault: ContainerFault;

  constructor(fault: ContainerFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** What has the bytes of a file. */
export type Source = Uint8Array | Blob;

/** A file in a ZIP file. */
export interface ZipEntry {
  /** As it stands in the file: for showing and comparing only, never a path to write to. */
  name: string;
  /** Bytes in the ZIP file. */
  packedSize: number;
  /** Bytes, as the directory says. */
  size: number;
  crc: number;
  method: number;
  isEncrypted: boolean;
  /** Where its own header begins. */
  offset: number;
}

/** More entries than anybody hands over on purpose. */
const MAX_ENTRIES = 10_000;
const MAX_DIRECTORY = 16 << 20;
/** An entry may grow to so many bytes, whatever it is. */
const MAX_SIZE = 1 << 30;
/** From so many bytes on, what grows more than so many times is made to fill memory. */
const SUSPICIOUS_SIZE = 32 << 20;
const SUSPICIOUS_GROWTH = 200;
/** One write inflates everything that it has before anybody can stop it. */
const PIECE = 16 << 10;

const NODE_PIECE = 256 << 10;

const STORED = 0;
const DEFLATED = 8;
const END = { signature: 0x06054b50, size: 22, maxComment: 0xffff };
const LOCATOR_64 = { signature: 0x07064b50, size: 20 };
const END_64 = { signature: 0x06064b50, size: 56 };
const ENTRY = { signature: 0x02014b50, size: 46 };
const LOCAL = { signature: 0x04034b50, size: 30 };
const FULL_32 = 0xffffffff;

export const sizeOf = (source: Source): number =>
  source instanceof Uint8Array ? source.length : source.size;

export async function bytesAt(source: Source, from: number, to: number): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source.subarray(from, to);
  return new Uint8Array(await source.slice(from, to).arrayBuffer());
}

/**
 * The entries of a ZIP file that are files.
 *
 * @throws {ContainerError} when there is no directory that can be read
 */
export async function entriesOf(source: Source): Promise<ZipEntry[]> {
  const { count, size, offset, shift } = await directoryOf(source);
  if (count > MAX_ENTRIES || size > MAX_DIRECTORY)
    throw new ContainerError("too-large", "it has too many entries");
  const bytes = await bytesAt(source, offset + shift, offset + shift + size);
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let left = count; left > 0; left -= 1) {
    if (at + ENTRY.size > bytes.length || view.getUint32(at, true) !== ENTRY.signature)
      throw damaged("its directory breaks off");
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const end = at + ENTRY.size + (name as number);
    const entry = {
      name: nameOf(bytes.subarray(at + ENTRY.size, end)),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      crc: view.getUint32(at + 16, true),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      offset: view.getUint32(at + 42, true),
    };
    takeSizes64(entry, bytes.subarray(end, end + (extra as number)));
    if (!entry.name.endsWith("/")) entries.push({ ...entry, offset: entry.offset + shift });
    at = end + (extra as number) + (comment as number);
  }
  // Otherwise the same bytes stand for many files.
  if (entries.reduce((sum, { packedSize }) => sum + packedSize, 0) > sizeOf(source))
    throw damaged("its entries overlap");
  return entries;
}

/**
 * The bytes of an entry, in pieces. Its check sum is compared at the end.
 *
 * @throws {ContainerError} also between the pieces
 */
export async function* contentsOf(source: Source, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  refuse(entry.size, entry.packedSize);
  if (entry.isEncrypted) throw new ContainerError("encrypted", "it is protected by a password");
  const head = await bytesAt(source, entry.offset, entry.offset + LOCAL.size);
  if (head.length < LOCAL.size || viewOf(head).getUint32(0, true) !== LOCAL.signature)
    throw damaged("an entry is not where the directory says");
  const [name, extra] = [26, 28].map((place) => viewOf(head).getUint16(place, true));
  const start = entry.offset + LOCAL.size + (name as number) + (extra as number);
  const packed = piecesOf(source, start, start + entry.packedSize);
  if (entry.method === STORED) yield* limited(packed, (pieces) => pieces);
  else if (entry.method === DEFLATED)
    yield* limited(packed, (pieces) => gunzipped(asGzip(entry, pieces)));
  else throw new ContainerError("unsupported", "it is packed in a way that is not known here");
}

/** The bytes in a GZ file, in pieces. */
export async function* contentsOfGzip(source: Source): AsyncGenerator<Uint8Array> {
  yield* limited(piecesOf(source, 0, sizeOf(source)), gunzipped);
}

/** Where the directory is; `shift` is the size of what stands before the ZIP file. */
async function directoryOf(source: Source) {
  const total = sizeOf(source);
  const from = Math.max(0, total - END.size - END.maxComment - LOCATOR_64.size - END_64.size);
  const tail = await bytesAt(source, from, total);
  const view = viewOf(tail);
  for (let at = tail.length - END.size; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END.signature) continue;
    if (at + END.size + view.getUint16(at + 20, true) !== tail.length) continue;
    const found = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    };
    const locator = at - LOCATOR_64.size;
    const is64 = locator >= 0 && view.getUint32(locator, true) === LOCATOR_64.signature;
    const end = is64 ? locator - END_64.size : at;
    if (is64 && end >= 0 && view.getUint32(end, true) === END_64.signature) {
      found.count = number64(view, end + 32);
      found.size = number64(view, end + 40);
      found.offset = number64(view, end + 48);
    }
    const shift = from + end - found.size - found.offset;
    if (shift < 0) throw damaged("its beginning is missing");
    return { ...found, shift };
  }
  throw damaged("its end is missing");
}

/** Sizes and places beyond 4 GB stand in an extra field, in the order of those that are full. */
function takeSizes64(entry: ZipEntry, extra: Uint8Array): void {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; ) {
    const [id, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    let place = at + 4;
    const end = Math.min(place + size, extra.length);
    if (id === 1) {
      for (const key of ["size", "packedSize", "offset"] as const) {
        if (entry[key] !== FULL_32 || place + 8 > end) continue;
        entry[key] = number64(view, place);
        place += 8;
      }
    }
    at = end;
  }
}

async function* piecesOf(source: Source, from: number, to: number): AsyncGenerator<Uint8Array> {
  const end = Math.min(to, sizeOf(source));
  for (let at = from; at < end; at += PIECE)
    yield await bytesAt(source, at, Math.min(at + PIECE, end));
  if (end < to) throw damaged("it breaks off");
}

/**
 * Deflated bytes as a GZ file. Hosts that inflate know this format longer than bare deflated bytes, and
 * compare its check sum and size, which the directory has.
 */
async function* asGzip(
  entry: ZipEntry,
  packed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield new Uint8Array([0x1f, 0x8b, DEFLATED, 0, 0, 0, 0, 0, 0, 0xff]);
  yield* packed;
  const end = new DataView(new ArrayBuffer(8));
  end.setUint32(0, entry.crc, true);
  end.setUint32(4, entry.size % 2 ** 32, true);
  yield new Uint8Array(end.buffer);
}

async function* gunzipped(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // What the source says of itself outweighs what the stream makes of it.
  let fault: unknown;
  async function* noted(): AsyncGenerator<Uint8Array> {
    try {
      yield* pieces;
    } catch (error) {
      fault = error;
      throw error;
    }
  }
  const { process } = globalThis as { process?: NodeProcess };
  const zlib = process?.getBuiltinModule?.("node:zlib");
  try {
    yield* zlib ? inflatedByNode(noted(), zlib) : inflatedByStream(noted());
  } catch (error) {
    throw [fault, error].find((one) => one instanceof ContainerError) ?? damaged("it breaks off");
  }
}

async function* inflatedByStream(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const feed = async () => {
    for await (const piece of pieces) await writer.write(piece as Uint8Array<ArrayBuffer>);
    await writer.close();
  };
  const fed = feed().catch((error) => writer.abort(error).catch(() => undefined));
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value as Uint8Array;
    }
    await fed;
  } finally {
    // Whoever stops early stops the feeding, too.
    await reader.cancel().catch(() => undefined);
  }
}

/** The stream that Node has beside its own one hands over larger pieces, which takes a fifth of the time. */
async function* inflatedByNode(
  pieces: AsyncIterable<Uint8Array>,
  { createGunzip }: NodeZlib,
): AsyncGenerator<Uint8Array> {
  const stream = createGunzip({ chunkSize: NODE_PIECE });
  const feed = async () => {
    for await (const piece of pieces) {
      if (stream.destroyed) return;
      await new Promise((taken) => stream.write(piece, taken));
    }
    stream.end();
  };
  const fed = feed().catch((error) => stream.destroy(error));
  try {
    yield* stream;
    await fed;
  } finally {
    stream.destroy();
  }
}

/** What is used of Node, of which a browser knows nothing. */
interface NodeProcess {
  getBuiltinModule?(name: "node:zlib"): NodeZlib;
}

interface NodeZlib {
  createGunzip(options: { chunkSize: number }): AsyncIterable<Uint8Array> & {
    destroyed: boolean;
    write(piece: Uint8Array, taken: (error?: unknown) => void): void;
    end(): void;
    destroy(error?: unknown): void;
  };
}

/** Inflates pieces, as long as they do not grow too much. */
async function* limited(
  packed: AsyncIterable<Uint8Array>,
  inflated: (pieces: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let packedSize = 0;
  let size = 0;
  async function* counted() {
    for await (const piece of packed) {
      packedSize += piece.length;
      yield piece;
    }
  }
  for await (const piece of inflated(counted())) {
    size += piece.length;
    refuse(size, packedSize);
    yield piece;
  }
}

function refuse(size: number, packedSize: number): void {
  const isSuspicious = size > SUSPICIOUS_SIZE && size > packedSize * SUSPICIOUS_GROWTH;
  if (size > MAX_SIZE || isSuspicious) throw new ContainerError("too-large", "it grows too large");
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

const number64 = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** Names are UTF-8 or of an old code page; where they are not UTF-8, only letters of ASCII are certain. */
const nameOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replaceAll("\\", "/");

const damaged = (why: string): ContainerError => new ContainerError("damaged", why);
