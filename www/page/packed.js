// Opens packed files and workbooks among the exports: each file and each sheet in it is an export of its own.

import { opened } from "../lib/containers/open.ts";

/** Milliseconds for which the page may be held up at a stretch. */
const STRETCH = 20;

/** The items in a packed one, see `mountEvidence`; what could not be opened has a `fault`, a code. */
export async function unpacked({ name, data, asOf }) {
  const items = [];
  let started = performance.now();
  const turn = async () => {
    if (performance.now() - started < STRETCH) return;
    await new Promise((goOn) => setTimeout(goOn));
    started = performance.now();
  };
  for await (const { content, faults, ...part } of opened({ name, content: data }, turn)) {
    const [fault = "empty"] = faults;
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    items.push({ name: part.name, data: bytes, asOf, ...(!bytes.length && { fault }) });
  }
  return items;
}
