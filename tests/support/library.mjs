// Libraries of a test's own: each with its own module, memory and state, as in a process of its own.
import { readFile } from "node:fs/promises";

let count = 0;

/** A library that nobody has asked anything yet. */
export async function freshLibrary(options) {
  count += 1;
  const library = await import(new URL(`../../dist/inline.js?fresh=${count}`, import.meta.url));
  await library.init(options);
  return library;
}

/** The same, with no more memory than eight megabytes beside what the core begins with. */
export async function libraryWithLittleMemory() {
  const core = await readFile(new URL("../../dist/cpor_core_bg.wasm", import.meta.url));
  return freshLibrary({ wasm: withLittleMemory(core) });
}

/** What no library with little memory can take. */
export const HUGE = "x".repeat(2e7);

const MORE_PAGES = 128;
const MEMORY_SECTION = 5;

/** The wasm with a limit in its section of memories, which names how many pages it begins with. */
export function withLittleMemory(bytes) {
  for (let at = 8; at < bytes.length; ) {
    const [size, start] = numberAt(bytes, at + 1);
    if (bytes[at] === MEMORY_SECTION) {
      const [pages] = numberAt(bytes, start + 2);
      const memory = [1, 1, ...leb(pages), ...leb(pages + MORE_PAGES)];
      const section = [MEMORY_SECTION, ...leb(memory.length), ...memory];
      const rest = bytes.subarray(start + size);
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(section), rest]);
    }
    at = start + size;
  }
  throw new Error("there is no memory");
}

/** A number in LEB128, and the place behind it. */
function numberAt(bytes, place) {
  let value = 0;
  for (let at = place, shift = 0; ; at += 1, shift += 7) {
    value |= (bytes[at] & 127) << shift;
    if (bytes[at] < 128) return [value, at + 1];
  }
}

function leb(number) {
  return number < 128 ? [number] : [(number & 127) | 128, ...leb(number >> 7)];
}
