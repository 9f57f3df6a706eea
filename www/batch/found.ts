// What a check found in a file, kept as numbers: some ten bytes a row, however large the file is.

/** Items of a growing list that lie together. */
const BLOCK_BITS = 16;
const BLOCK = 1 << BLOCK_BITS;
const REST = BLOCK - 1;

type Numbers = Uint8Array | Uint32Array | Float64Array;

/** A list of numbers that grows without being copied. */
class Growing<List extends Numbers> {
  #blocks: List[] = [];
  #make: (length: number) => List;
  length = 0;

  constructor(make: (length: number) => List) {
    this.#make = make;
  }

  append(values: List): void {
    for (let at = 0; at < values.length; ) {
      if ((this.length & REST) === 0) this.#blocks.push(this.#make(BLOCK));
      const room = BLOCK - (this.length & REST);
      const part = values.subarray(at, at + room);
      (this.#blocks[this.length >>> BLOCK_BITS] as List).set(part, this.length & REST);
      this.length += part.length;
      at += part.length;
    }
  }

  at(place: number): number {
    return (this.#blocks[place >>> BLOCK_BITS] as List)[place & REST] as number;
  }
}

/** What `packed` makes of some rows. */
export interface Packed {
  verdicts: Uint8Array;
  places: Float64Array;
  /** Of each finding that names another row: its row, the number of its code, and that other row. */
  across: Uint32Array;
}

/**
 * Makes what the core says of a piece (see `lib/batch.ts`) small enough to be kept and handed over: of each row its
 * verdict and its place, and of the findings those that no check of the row alone can tell again.
 */
export function packed(
  rows: Uint32Array,
  findings: Uint32Array,
  { ofRow, ofFinding }: { ofRow: number; ofFinding: number },
): Packed {
  const number = (list: Uint32Array, at: number) => list[at] as number;
  const verdicts = new Uint8Array(rows.length / ofRow);
  const places = new Float64Array(verdicts.length);
  const across: number[] = [];
  for (let i = 0; i < verdicts.length; i += 1) {
    verdicts[i] = number(rows, i * ofRow + 1);
    places[i] = number(rows, i * ofRow + 6) + number(rows, i * ofRow + 7) * 2 ** 32;
  }
  for (let at = 0; at < findings.length; at += ofFinding) {
    const otherRow = number(findings, at + 3);
    if (otherRow) across.push(number(findings, at), number(findings, at + 1), otherRow);
  }
  return { verdicts, places, across: new Uint32Array(across) };
}

/** What one check found; rows are counted from 1. */
export class Found {
  #verdicts = new Growing<Uint8Array>((length) => new Uint8Array(length));
  #places = new Growing<Float64Array>((length) => new Float64Array(length));
  #across = new Growing<Uint32Array>((length) => new Uint32Array(length));

  /** Takes in what `packed` made of the next rows. */
  append({ verdicts, places, across }: Packed): void {
    this.#verdicts.append(verdicts);
    this.#places.append(places);
    this.#across.append(across);
  }

  get rows(): number {
    return this.#verdicts.length;
  }

  /** The number of a row's verdict; past the last verdict for a blank row. */
  verdict(row: number): number {
    return this.#verdicts.at(row - 1);
  }

  /** Where a row's bytes begin, and where those of the next one do, if there is one. */
  place(row: number): [start: number, end: number | undefined] {
    return [this.#places.at(row - 1), row < this.rows ? this.#places.at(row) : undefined];
  }

  /** The findings that name another row: row, number of the code, and that row. */
  *across(): Generator<[row: number, code: number, otherRow: number]> {
    for (let at = 0; at < this.#across.length; at += 3)
      yield [this.#across.at(at), this.#across.at(at + 1), this.#across.at(at + 2)];
  }
}
