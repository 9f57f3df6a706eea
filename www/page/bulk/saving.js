import { h } from "../dom.js";

/** Bytes that are held in memory before the browser may put them elsewhere. */
const HELD = 4 * 1024 * 1024;

/**
 * Saves a file that `write(put)` makes piece by piece, a text or bytes at a time: straight to where
 * the person chooses, where the browser can do so, else into the downloads. Resolves to whether it was
 * the former.
 *
 * @throws {DOMException} `AbortError` where the person chooses nothing
 */
export async function save(name, type, write) {
  const handle = await chosen(name);
  if (handle) {
    await saveTo(handle, write);
    return true;
  }
  const blobs = [];
  let pieces = [];
  let held = 0;
  await write((piece) => {
    pieces.push(piece);
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
export function download(name, file) {
  const link = h("a", { download: name, href: URL.createObjectURL(file) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function chosen(name) {
  if (typeof showSaveFilePicker !== "function") return undefined;
  try {
    return await showSaveFilePicker({ suggestedName: name });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    // Not in this frame, or not without a press of the person: then as everywhere else.
    return undefined;
  }
}

async function saveTo(handle, write) {
  const stream = await handle.createWritable();
  try {
    await write((piece) => stream.write(piece));
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => {});
    throw error;
  }
}
