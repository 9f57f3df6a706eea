// Cells that no spreadsheet takes for formulas.

/** What a spreadsheet takes for the beginning of a formula. source: OWASP, CSV Injection */
const FORMULA = new Set(Array.from("=+-@\t\r", (sign) => sign.charCodeAt(0)));
/** Of UTF-8: it may stand before the first cell. */
const MARK = [0xef, 0xbb, 0xbf];
const APOSTROPHE = 39;
const QUOTE = 34;
const CR = 13;
const LF = 10;

/**
 * Puts an apostrophe before the content of every cell that a spreadsheet would take for a formula.
 * The answer takes the file's bytes piece by piece; what one piece begins, the next one ends.
 */
export function guarding(delimiter: string): (bytes: Uint8Array) => Uint8Array {
  const separator = delimiter.charCodeAt(0);
  let marked = 0;
  let isStart = true;
  let inQuotes = false;
  let wasQuote = false;
  return (bytes) => {
    const places: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      if (marked < MARK.length) {
        const isMark = byte === MARK[marked];
        marked = isMark ? marked + 1 : MARK.length;
        if (isMark) continue;
      }
      const isQuote = byte === QUOTE;
      const ends = !inQuotes && (byte === separator || byte === CR || byte === LF);
      // Of two quotes in a cell the first seems to end it, and the second opens it again.
      const isDoubled = !inQuotes && isQuote && wasQuote;
      const opens = isDoubled || (!inQuotes && isQuote && isStart);
      if (isStart && !ends && !opens && FORMULA.has(byte)) places.push(at);
      wasQuote = inQuotes && isQuote;
      // What follows quotes with nothing in them is the content.
      isStart = ends || (isStart && !isDoubled && isQuote);
      inQuotes = opens || (inQuotes && !wasQuote);
    }
    return places.length ? withApostrophes(bytes, places) : bytes;
  };
}

function withApostrophes(bytes: Uint8Array, places: readonly number[]): Uint8Array {
  const all = new Uint8Array(bytes.length + places.length);
  let from = 0;
  places.forEach((place, count) => {
    all.set(bytes.subarray(from, place), from + count);
    all[place + count] = APOSTROPHE;
    from = place;
  });
  all.set(bytes.subarray(from), from + places.length);
  return all;
}
