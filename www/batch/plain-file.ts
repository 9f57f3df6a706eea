// Files that hold a table as it is, in letters of a byte: their own bytes are what is checked, and what goes out.

import type { Source } from "../form/store.js";

/** How ZIP files begin, and so workbooks, GZIP files, and texts in UTF-16. */
const OTHERS = [
  [0x50, 0x4b],
  [0x1f, 0x8b],
  [0xff, 0xfe],
  [0xfe, 0xff],
];

export async function isPlain(source: Source): Promise<boolean> {
  if (typeof source === "string") return false;
  const start = new Uint8Array(await source.slice(0, 2).arrayBuffer());
  return !OTHERS.some((begin) => begin.every((byte, at) => start[at] === byte));
}
