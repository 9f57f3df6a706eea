// The file of claims among what was put in becomes the rows; other evidence or rules check them again.

import { isPlain } from "../batch/plain-file.js";
import type { Rows } from "../batch/rows.js";
import type { Kit } from "../form/kit.js";
import type { Item } from "../form/store.js";

/** Takes up what was put in. `failed`: it could not be read. */
export async function follow(kit: Kit, rows: Rows, failed: () => void): Promise<void> {
  const { store } = kit;
  const item = store.items.findLast(isTable);
  const before = rows.source;
  rows.source = item?.id;
  if (before === item?.id) return rows.refresh();
  if (!item) return rows.close();
  try {
    const bytes = await bytesOf(item);
    // A large file may take longer than a small one that came after it.
    if (rows.source === item.id) rows.open(nameOf(item), bytes);
  } catch {
    if (rows.source === item.id) failed();
  }
}

/** A table of claims, or one of which no column is known: then the person says which is which. */
export const isTable = ({ claims, parts: [part] }: Item): boolean =>
  claims !== undefined || (part?.kind === "unknown" && part.unread.length > 1);

const nameOf = ({ source, about, parts }: Item): string =>
  about.name ?? (typeof source === "string" ? undefined : source.name) ?? parts[0]?.name ?? "";

/** As it came, where it is a plain file: what is not edited goes out byte for byte. */
async function bytesOf({ source, claims }: Item): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof source === "string") return new TextEncoder().encode(source);
  const isOwn = claims === undefined || (await isPlain(source));
  return isOwn ? new Uint8Array(await source.arrayBuffer()) : new TextEncoder().encode(claims);
}
