// What a check found in a file, kept as numbers: some 20 bytes a row, however large the file is.

/** Items of a growing list that lie together. */
const BLOCK_BITS = 16;
const BLOCK = 1 << BLOCK_BITS;
const REST = BLOCK - 1;
const CODE_BITS = 7;
const CODES = (1 << CODE_BITS) - 1;

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** A list of numbers that grows without being copied. */
class Growing<List extends Numbers> {
  #blocks: List[] = [];
  #make: (length: number) => List;
  length = 0;

  constructor(make: (length: number) => List) {
    this.#make = make;
  }

  push(value: number): void {
    if ((this.length & REST) === 0) this.#blocks.push(this.#make(BLOCK));
    (this.#blocks[this.length >>> BLOCK_BITS] as List)[this.length & REST] = value;
    this.length += 1;
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

  /** How many of the items, which ascend, are at most this; by halving. */
  upTo(value: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What `packed` makes of some rows. */
export interface Packed {
  verdicts: Uint8Array;
  places: Float64Array;
  counts: Uint8Array;
  found: Uint16Array;
  others: Uint32Array;
}

/**
 * Makes what the core says of a piece (see `lib/batch.ts`) small enough to be kept and handed over:
 * of each row its verdict, its place and how many findings it has, of each finding code and field
 * in one number, and what other row it names.
 */
export function packed(
  rows: Uint32Array,
  findings: Uint32Array,
  { ofRow, ofFinding }: { ofRow: number; ofFinding: number },
): Packed {
  const count = rows.length / ofRow;
  const number = (list: Uint32Array, at: number) => list[at] as number;
  const verdicts = new Uint8Array(count);
  const places = new Float64Array(count);
  const counts = new Uint8Array(count);
  const found = new Uint16Array(findings.length / ofFinding);
  const others: number[] = [];
  const first = number(rows, 0);
  for (let i = 0; i < count; i += 1) {
    verdicts[i] = number(rows, i * ofRow + 1);
    places[i] = number(rows, i * ofRow + 6) + number(rows, i * ofRow + 7) * 2 ** 32;
  }
  for (let i = 0; i < found.length; i += 1) {
    const at = i * ofFinding;
    const row = number(findings, at) - first;
    counts[row] = number(counts as unknown as Uint32Array, row) + 1;
    found[i] = number(findings, at + 1) | (number(findings, at + 2) << CODE_BITS);
    if (findings[at + 3]) others.push(i, number(findings, at + 3));
  }
  return { verdicts, places, counts, found, others: new Uint32Array(others) };
}

/** A finding of a row by numbers: `field` is one more than that of the list, 0 is none; so is 0 of `otherRow`. */
export interface FoundNumbers {
  code: number;
  field: number;
  otherRow: number;
}

/** What one check found; rows are counted from 1. */
export class Found {
  #verdicts = new Growing<Uint8Array>((length) => new Uint8Array(length));
  #places = new Growing<Float64Array>((length) => new Float64Array(length));
  /** The number of each row's first finding. */
  #starts = new Growing((length) => new Uint32Array(length));
  #found = new Growing<Uint16Array>((length) => new Uint16Array(length));
  /** The numbers of findings that name other rows, and these rows. */
  #naming = new Growing((length) => new Uint32Array(length));
  #named = new Growing((length) => new Uint32Array(length));

  /** Takes in what `packed` made of the next rows. */
  append({ verdicts, places, counts, found, others }: Packed): void {
    let start = this.#found.length;
    for (let i = 0; i < others.length; i += 2) {
      this.#naming.push(start + (others[i] as number));
      this.#named.push(others[i + 1] as number);
    }
    this.#verdicts.append(verdicts);
    this.#places.append(places);
    for (const count of counts) {
      this.#starts.push(start);
      start += count;
    }
    this.#found.append(found);
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

  /** The findings of a row, as they were raised. */
  of(row: number): FoundNumbers[] {
    const start = this.#starts.at(row - 1);
    const end = row < this.rows ? this.#starts.at(row) : this.#found.length;
    return Array.from({ length: end - start }, (_, i) => this.#at(start + i));
  }

  /** The findings that name another row: row, number of the code, and that row. */
  *across(): Generator<[row: number, code: number, otherRow: number]> {
    for (let i = 0; i < this.#naming.length; i += 1) {
      const number = this.#naming.at(i);
      yield [this.#starts.upTo(number), this.#found.at(number) & CODES, this.#named.at(i)];
    }
  }

  #at(number: number): FoundNumbers {
    const one = this.#found.at(number);
    const place = this.#naming.upTo(number) - 1;
    const isNaming = place >= 0 && this.#naming.at(place) === number;
    const otherRow = isNaming ? this.#named.at(place) : 0;
    return { code: one & CODES, field: one >>> CODE_BITS, otherRow };
  }
}
