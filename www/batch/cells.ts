// The cells of one row, from and to its bytes. It reads as the core does (csv_core): a quote opens a
// quoted cell only at its beginning, two of them in it are one.

import { joined } from "../lib/plain.js";

const QUOTE = 34;
const CR = 13;
const LF = 10;

/** A cell, with its place among the bytes of its row. */
export interface Cell {
  start: number;
  end: number;
  text: string;
}

/** The cells of a row. */
export function cellsOf(bytes: Uint8Array, delimiter: string): Cell[] {
  const separator = delimiter.charCodeAt(0);
  const cells: Cell[] = [];
  let at = 0;
  for (;;) {
    const start = at;
    const content: number[] = [];
    let quoted = false;
    if (bytes[at] === QUOTE) {
      quoted = true;
      at += 1;
    }
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      if (quoted && byte === QUOTE) {
        if (bytes[at + 1] !== QUOTE) {
          quoted = false;
          continue;
        }
        at += 1;
      } else if (!quoted && (byte === separator || isLineEnd(byte))) break;
      content.push(byte);
    }
    cells.push({ start, end: at, text: decoded(Uint8Array.from(content)) });
    if (at >= bytes.length || bytes[at] !== separator) return cells;
    at += 1;
  }
}

/**
 * The row's bytes with other texts in some cells, by column; all others stay as they are. Columns
 * past the last cell are added. `isUtf8`: as what the file is written.
 */
export function withCells(
  bytes: Uint8Array,
  delimiter: string,
  texts: ReadonlyMap<number, string>,
  isUtf8 = true,
): Uint8Array<ArrayBuffer> {
  const cells = cellsOf(bytes, delimiter);
  const encode = isUtf8 ? (text: string) => new TextEncoder().encode(text) : windows1252;
  const last = Math.max(...texts.keys());
  const pieces: Uint8Array[] = [];
  let kept = 0;
  cells.forEach(({ start, end }, column) => {
    const text = texts.get(column);
    if (text === undefined) return;
    pieces.push(bytes.subarray(kept, start), encode(quoted(text, delimiter)));
    kept = end;
  });
  const { end } = cells.at(-1) as Cell;
  pieces.push(bytes.subarray(kept, end));
  for (let column = cells.length; column <= last; column += 1) {
    pieces.push(encode(`${delimiter}${quoted(texts.get(column) ?? "", delimiter)}`));
  }
  pieces.push(bytes.subarray(end));
  return joined(pieces) as Uint8Array<ArrayBuffer>;
}

/** Between cells, as spreadsheets of a language expect it: not what its numbers have. */
export const separatorIn = (locale: string): string =>
  new Intl.NumberFormat(locale).format(1.5).includes(",") ? ";" : ",";

/** A text as a cell, in quotes where it needs them. */
export function quoted(text: string, delimiter: string): string {
  const needs = /["\r\n]/.test(text) || text.includes(delimiter);
  return needs ? `"${text.replaceAll('"', '""')}"` : text;
}

const isLineEnd = (byte: number): boolean => byte === LF || byte === CR;

/** What is not UTF-8 is Windows-1252, as in the core. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** A letter that Windows-1252 does not have becomes a question mark, as spreadsheets do it. */
function windows1252(text: string): Uint8Array {
  const letters = new TextDecoder("windows-1252").decode(
    Uint8Array.from({ length: 256 }, (_, i) => i),
  );
  return Uint8Array.from(text, (letter) => {
    const byte = letters.indexOf(letter);
    return byte < 0 ? 63 : byte;
  });
}
