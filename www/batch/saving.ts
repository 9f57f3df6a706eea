import { h } from "../form/dom.js";

/** Bytes that are held in memory before the browser may put them elsewhere. */
const HELD = 4 * 1024 * 1024;

/** Takes a piece of a file. */
export type Put = (piece: string | Uint8Array) => void | Promise<void>;

/** What we use of the chooser, which TypeScript does not know everywhere. */
interface Choosing {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
}

/**
 * Saves a file that `write(put)` makes piece by piece, a text or bytes at a time: straight to where
 * the person chooses, where the browser can do so, else into the downloads. Resolves to whether it was
 * the former.
 *
 * @throws {DOMException} `AbortError` where the person chooses nothing
 */
export async function save(
  name: string,
  type: string,
  write: (put: Put) => Promise<void>,
): Promise<boolean> {
  const handle = await chosen(name);
  if (handle) {
    await saveTo(handle, write);
    return true;
  }
  const blobs: Blob[] = [];
  let pieces: BlobPart[] = [];
  let held = 0;
  await write((piece) => {
    pieces.push(piece as BlobPart);
    held += piece.length;
    if (held < HELD) return;
    blobs.push(new Blob(pieces));
    pieces = [];
    held = 0;
  });
  download(name, new Blob([...blobs, ...pieces], { type }));
  return false;
}

/** Puts a file that is there into the downloads. */
export function download(name: string, file: Blob): void {
  const link = h("a", { download: name, href: URL.createObjectURL(file) }) as HTMLAnchorElement;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function chosen(name: string): Promise<FileSystemFileHandle | undefined> {
  const { showSaveFilePicker: choose } = globalThis as Choosing;
  if (typeof choose !== "function") return undefined;
  try {
    return await choose.call(globalThis, { suggestedName: name });
  } catch (error) {
    if ((error as Error).name === "AbortError") throw error;
    // Not in this frame, or not without a press of the person: then as everywhere else.
    return undefined;
  }
}

async function saveTo(
  handle: FileSystemFileHandle,
  write: (put: Put) => Promise<void>,
): Promise<void> {
  const stream = await handle.createWritable();
  try {
    await write((piece) => stream.write(piece as BlobPart & Uint8Array<ArrayBuffer>));
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => {});
    throw error;
  }
}
