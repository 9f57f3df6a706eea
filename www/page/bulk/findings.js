// What was found in a file, kept as numbers: some 20 bytes a row, however large the file is.

/** Items of a growing list that lie together. */
const BLOCK_BITS = 16;
const BLOCK = 1 << BLOCK_BITS;
const REST = BLOCK - 1;
/** Findings that a view counts together. */
const STEP = 1024;
const CODE_BITS = 7;
const CODES = (1 << CODE_BITS) - 1;
/** A finding that a correction has mended. */
const GONE = 0xffff;

/** A list of numbers that grows without being copied. */
class Growing {
  #blocks = [];
  #type;
  length = 0;

  constructor(type) {
    this.#type = type;
  }

  push(value) {
    if ((this.length & REST) === 0) this.#blocks.push(new this.#type(BLOCK));
    this.#blocks[this.length >>> BLOCK_BITS][this.length & REST] = value;
    this.length += 1;
  }

  append(values) {
    for (let at = 0; at < values.length; ) {
      if ((this.length & REST) === 0) this.#blocks.push(new this.#type(BLOCK));
      const room = BLOCK - (this.length & REST);
      const part = values.subarray(at, at + room);
      this.#blocks[this.length >>> BLOCK_BITS].set(part, this.length & REST);
      this.length += part.length;
      at += part.length;
    }
  }

  at(place) {
    return this.#blocks[place >>> BLOCK_BITS][place & REST];
  }

  /** Items that lie together from a place on: at most so many. */
  from(place, most) {
    const start = place & REST;
    const end = Math.min(start + most, start + this.length - place);
    return this.#blocks[place >>> BLOCK_BITS].subarray(start, end);
  }

  set(place, value) {
    this.#blocks[place >>> BLOCK_BITS][place & REST] = value;
  }

  /** How many of the items, which ascend, are at most this; by halving. */
  upTo(value) {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * Makes what the core says of a piece (see `lib/batch.ts`) small enough to be kept and handed over:
 * of each row its verdict, its place and how many findings it has, of each finding code and field
 * in one number, and what other row it names.
 */
export function packed(rows, findings, { ofRow, ofFinding }) {
  const count = rows.length / ofRow;
  const verdicts = new Uint8Array(count);
  const places = new Float64Array(count);
  const counts = new Uint8Array(count);
  const found = new Uint16Array(findings.length / ofFinding);
  const others = [];
  const first = rows[0];
  for (let i = 0; i < count; i += 1) {
    verdicts[i] = rows[i * ofRow + 1];
    places[i] = rows[i * ofRow + 6] + rows[i * ofRow + 7] * 2 ** 32;
  }
  for (let i = 0; i < found.length; i += 1) {
    const at = i * ofFinding;
    counts[findings[at] - first] += 1;
    found[i] = packFinding(findings[at + 1], findings[at + 2]);
    if (findings[at + 3]) others.push(i, findings[at + 3]);
  }
  return { verdicts, places, counts, found, others: new Uint32Array(others) };
}

/** A code by its number, a field by its number + 1, or 0. */
const packFinding = (code, field) => code | (field << CODE_BITS);

/** All findings of a file, by their number; rows are counted from 1. */
export class Findings {
  #verdicts = new Growing(Uint8Array);
  #places = new Growing(Float64Array);
  /** The number of each row's first finding. */
  #starts = new Growing(Uint32Array);
  #found = new Growing(Uint16Array);
  #others = [new Growing(Uint32Array), new Growing(Uint32Array)];
  /** The number of the first finding of each code. */
  #firsts = [];
  /** Findings that corrections brought and for which their row has no place: `[row, packed]`. */
  #late = [];

  /** Takes in what `packed` made of the next rows. */
  append({ verdicts, places, counts, found, others }) {
    let start = this.#found.length;
    for (let i = 0; i < others.length; i += 2) {
      this.#others[0].push(start + others[i]);
      this.#others[1].push(others[i + 1]);
    }
    this.#verdicts.append(verdicts);
    this.#places.append(places);
    for (const count of counts) {
      this.#starts.push(start);
      start += count;
    }
    const before = this.#found.length;
    for (let i = 0; i < found.length; i += 1) this.#firsts[found[i] & CODES] ??= before + i;
    this.#found.append(found);
  }

  /** The number of the first finding of a code. */
  first(code) {
    return this.#firsts[code];
  }

  get rows() {
    return this.#verdicts.length;
  }

  get length() {
    return this.#found.length + this.#late.length;
  }

  /** The number of a row's verdict; past the last verdict for a blank row. */
  verdict(row) {
    return this.#verdicts.at(row - 1);
  }

  /** Where a row's bytes begin, and where those of the next one do, if there is one. */
  place(row) {
    return [this.#places.at(row - 1), row < this.rows ? this.#places.at(row) : undefined];
  }

  /** The finding of that number: `{ row, code, field, otherRow }`, as numbers; `field` 0 is none. */
  at(number) {
    const [row, packed] = this.#rowAndPacked(number);
    const [numbers, rows] = this.#others;
    const place = numbers.upTo(number) - 1;
    const hasOther = place >= 0 && numbers.at(place) === number;
    return {
      row,
      code: packed & CODES,
      field: packed >>> CODE_BITS,
      otherRow: hasOther ? rows.at(place) : 0,
    };
  }

  /** The numbers of a row's findings, without those that are gone. */
  of(row) {
    const numbers = this.#slots(row);
    this.#late.forEach(([other], at) => {
      if (other === row) numbers.push(this.#found.length + at);
    });
    return numbers.filter((number) => !this.isGone(number));
  }

  /** A correction has mended it. */
  isGone(number) {
    return this.packed(number) === GONE;
  }

  /** Code and field of a finding in one number; see `View`. */
  packed(number) {
    return number < this.#found.length
      ? this.#found.at(number)
      : this.#late[number - this.#found.length][1];
  }

  /** The same of findings that lie together: at most so many, and at least one. */
  packedFrom(number, most) {
    if (number >= this.#found.length) return [this.packed(number)];
    return this.#found.from(number, most);
  }

  /**
   * A row has been corrected: this is its verdict now, these are its findings, as `{ code, field }`.
   * What is found across rows stays as it was.
   */
  correct(row, verdict, findings, isAcrossRows) {
    this.#verdicts.set(row - 1, verdict);
    const wanted = findings.map(({ code, field }) => packFinding(code, field));
    const slots = this.#slots(row).filter((number) => {
      const packed = this.#found.at(number);
      return packed === GONE || !isAcrossRows(this.at(number).code);
    });
    for (const number of slots) this.#found.set(number, wanted.shift() ?? GONE);
    this.#late = this.#late.map((late) => (late[0] === row ? [row, GONE] : late));
    for (const packed of wanted) this.#late.push([row, packed]);
  }

  #slots(row) {
    const start = this.#starts.at(row - 1);
    const end = row < this.rows ? this.#starts.at(row) : this.#found.length;
    return Array.from({ length: end - start }, (_, i) => start + i);
  }

  #rowAndPacked(number) {
    if (number >= this.#found.length) return this.#late[number - this.#found.length];
    return [this.#starts.upTo(number), this.#found.at(number)];
  }
}

/** The findings that a filter lets through, without a list of them. */
export class View {
  #findings;
  #passes = new Uint8Array(1 << 16);
  /** How many have passed at the end of each step. */
  #sums = new Growing(Uint32Array);
  #seen = 0;
  #open = 0;

  /** `passes(code, field)` decides, by the numbers. */
  constructor(findings, passes) {
    this.#findings = findings;
    for (let packed = 0; packed < GONE; packed += 1) {
      const code = packed & CODES;
      this.#passes[packed] = passes(code, packed >>> CODE_BITS) ? 1 : 0;
    }
  }

  get length() {
    const { length } = this.#sums;
    return (length ? this.#sums.at(length - 1) : 0) + this.#open;
  }

  /** Goes through so many findings that have not been seen; are there more? */
  extend(most) {
    const end = Math.min(this.#findings.length, this.#seen + most);
    while (this.#seen < end) {
      const step = Math.min(end, this.#seen + STEP - (this.#seen % STEP));
      const some = this.#findings.packedFrom(this.#seen, step - this.#seen);
      for (const packed of some) this.#open += this.#passes[packed];
      this.#seen += some.length;
      if (this.#seen % STEP > 0) continue;
      this.#sums.push(this.length);
      this.#open = 0;
    }
    return this.#seen < this.#findings.length;
  }

  /** The number of the finding at a place of the view. */
  at(place) {
    const step = this.#sums.upTo(place);
    let left = place - (step ? this.#sums.at(step - 1) : 0);
    for (let number = step * STEP; number < this.#seen; number += 1) {
      if (!this.#passes[this.#findings.packed(number)]) continue;
      if (left === 0) return number;
      left -= 1;
    }
    return undefined;
  }

  /** The place of a finding, or of the next one that is shown. */
  placeOf(number) {
    const step = Math.floor(number / STEP);
    let place = step ? this.#sums.at(step - 1) : 0;
    for (let at = step * STEP; at < Math.min(number, this.#seen); at += 1) {
      place += this.#passes[this.#findings.packed(at)];
    }
    return Math.min(place, Math.max(0, this.length - 1));
  }
}
