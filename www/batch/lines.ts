// The lines of a file as a spreadsheet counts them: blank ones too, and those within quotes not.

const QUOTE = 34;
const CR = 13;
const LF = 10;

/** Counts lines on the way through a file, which it takes once. */
export class Lines {
  #bytes: Uint8Array;
  #separator: number;
  #at = 0;
  #line = 1;
  #isStart = true;
  #inQuotes = false;

  constructor(bytes: Uint8Array, delimiter: string) {
    this.#bytes = bytes;
    this.#separator = delimiter.charCodeAt(0);
    // A byte-order mark is no text.
    if (new TextDecoder().decode(bytes.subarray(0, 3)) === "") this.#at = 3;
  }

  /** The line of a place; places are asked for in their order. */
  lineFrom(place: number): number {
    while (this.#at < place) this.#step();
    return this.#line;
  }

  #step(): void {
    const byte = this.#bytes[this.#at] as number;
    const next = this.#bytes[this.#at + 1];
    this.#at += 1;
    if (this.#inQuotes) {
      if (byte !== QUOTE) return;
      // Two of them are one.
      if (next === QUOTE) this.#at += 1;
      else this.#inQuotes = false;
      return;
    }
    if (byte === QUOTE && this.#isStart) this.#inQuotes = true;
    const isEnd = byte === LF || byte === CR;
    if (isEnd && !(byte === CR && next === LF)) this.#line += 1;
    this.#isStart = isEnd || byte === this.#separator;
  }
}
