// Many claims at once: a CSV file goes to the core in pieces, numbers come back.

import { joined } from "./plain.js";
import { REGISTRY } from "./registry.js";

/** As much of a file as its layout is read from. */
const HEAD = 64 * 1024;
/** How many findings an answer names; all are counted. */
const LIMIT = 1000;
const ALL = 2 ** 32 - 1;
/** Of a row: number, verdict, codes (low and high half of the bits), place (low and high half). */
export const NUMBERS_OF_A_ROW = 6;
/** Of a finding: row, code, field + 1 or 0, other row or 0. */
export const NUMBERS_OF_A_FINDING = 4;
/** So much crosses at once; more would only take more memory. */
const PIECE = 1 << 20;
const NO_BYTES = new Uint8Array();

const { Code, CrossRowCode, Field, Verdict } = REGISTRY.lists;
/** What the numbers of codes stand for. */
export const CODES = [...Code, ...CrossRowCode];

/**
 * How a file is laid out, from its beginning: delimiter, header row (counted from 0), columns with
 * the field that each holds, the first rows. `columns` is a person's own choice of fields, as JSON.
 */
export function layoutOf(core, head, columns) {
  const bytes = utf8().push(head.subarray(0, HEAD), true);
  const { delimiter, ...layout } = JSON.parse(core.call("layout", bytes, columns));
  return { delimiter: String.fromCharCode(delimiter), ...layout };
}

/** Checks a file at once; the answer is that of `BatchRun`. */
export function checkAll(core, bytes, options) {
  const run = new BatchRun(core, options);
  for (let at = 0; at < bytes.length; at += PIECE) run.push(bytes.subarray(at, at + PIECE));
  return run.end();
}

/**
 * Checks a file in pieces. `onRows(rows)` gets every row, in order; `onCsv(bytes)` gets the file with
 * verdict and codes as two more columns. `onFindings(numbers)` gets every finding; then the answer
 * names none.
 */
export class BatchRun {
  #core;
  #run;
  #head = [];
  #headLength = 0;
  #decode = utf8();
  #options;
  #columns = [];
  #findings = [];

  /**
   * @param core the module that checks
   * @param options those of `Engine.batchOptions`, and the callbacks
   */
  constructor(core, options) {
    this.#core = core;
    this.#options = options;
  }

  push(bytes) {
    const text = this.#decode.push(bytes, false);
    if (this.#run) return this.#check(text, false);
    this.#head.push(text.slice());
    this.#headLength += text.length;
    if (this.#headLength >= HEAD) this.#begin();
  }

  /** Ends the file; the answer is the sums, and the first findings. */
  end() {
    const rest = this.#decode.push(NO_BYTES, true);
    if (!this.#run) {
      this.#head.push(rest);
      this.#begin();
      this.#check(NO_BYTES, true);
    } else this.#check(rest, true);
    const answer = this.sums();
    this.#run((run) => run.free());
    this.#run = undefined;
    // What is pushed from now on is another file.
    this.#decode = utf8();
    this.#headLength = 0;
    this.#columns = [];
    this.#findings = [];
    return answer;
  }

  /** The sums so far. */
  sums() {
    const { onFindings } = this.#options;
    const { rows, verdicts, codes, problems, editions, conflicting, ignored } = this.#run
      ? JSON.parse(this.#run((run) => run.totals()))
      : { rows: 0, verdicts: [], codes: [], problems: [], editions: [] };
    const named = { "columns-conflict": conflicting, "columns-ignored": ignored };
    const counted = CODES.map((code, number) => [code, codes[number]]);
    const findings = this.#findings;
    const found = codes.reduce((sum, count) => sum + count, 0);
    const isCut = !onFindings && findings.length >= this.#limit && found > findings.length;
    return {
      rows,
      verdicts: Object.fromEntries(Verdict.map((name, at) => [name, verdicts[at] ?? 0])),
      codes: Object.fromEntries(counted.filter(([, count]) => count > 0)),
      findings: findings.slice(),
      ...(isCut && { truncated: true }),
      columns: this.#columns,
      ...(editions.length > 1 && { editions: Object.fromEntries(editions) }),
      problems: problems.map(([code, count, row]) => ({
        ...{ code, rows: count },
        ...(row && { row }),
        ...(named[code] && { columns: named[code] }),
      })),
    };
  }

  #begin() {
    const head = joined(this.#head);
    const { columns, evidence, options, today, onRows, onCsv } = this.#options;
    const number = evidence();
    this.#run = this.#core.make(
      (glue) =>
        new glue.BatchRun(
          ...[head, columns, options, today, number],
          ...[this.#limit, Boolean(onRows), Boolean(onCsv), Math.random()],
        ),
    );
    this.#columns = JSON.parse(this.#core.call("layout", head, columns)).columns;
    this.#head = [];
    this.#check(head, false);
  }

  /** How many findings the core is to name. */
  get #limit() {
    const { limit, onFindings } = this.#options;
    if (onFindings) return ALL;
    return typeof limit === "number" && limit >= 0 ? Math.min(Math.floor(limit), ALL) : LIMIT;
  }

  #check(bytes, isLast) {
    const { onRows, onFindings, onCsv } = this.#options;
    const ask = this.#run;
    ask((run) => run.push(bytes, isLast));
    const findings = ask((run) => run.findings());
    if (onFindings) onFindings(findings);
    else this.#name(findings);
    if (onRows) onRows(ask((run) => run.rows()));
    if (onCsv) onCsv(ask((run) => run.annotated()));
  }

  #name(findings) {
    for (let at = 0; at < findings.length; at += NUMBERS_OF_A_FINDING) {
      const [row, code, field, otherRow] = findings.subarray(at, at + NUMBERS_OF_A_FINDING);
      const finding = { row, code: CODES[code], field: Field[field - 1] ?? null };
      if (otherRow) finding.otherRow = otherRow;
      this.#findings.push(finding);
    }
  }
}

/** The meaning of the numbers that `onRows` gets, six a row. */
export function rowsOf(numbers) {
  const rows = [];
  for (let at = 0; at < numbers.length; at += NUMBERS_OF_A_ROW) {
    const [row, verdict, low, high, place, far] = numbers.subarray(at, at + NUMBERS_OF_A_ROW);
    const codes = CODES.filter((_, bit) => ((bit < 32 ? low : high) >>> (bit & 31)) & 1);
    rows.push({ row, verdict: Verdict[verdict] ?? null, codes, offset: place + far * 2 ** 32 });
  }
  return rows;
}

/** UTF-16, known by its byte-order mark, becomes UTF-8; all else stays as it is. */
function utf8() {
  let decoder;
  let isFirst = true;
  let kept = NO_BYTES;
  return {
    push(bytes, isLast) {
      const piece = kept.length ? joined([kept, bytes]) : bytes;
      kept = NO_BYTES;
      if (isFirst && piece.length < 2 && !isLast) {
        kept = piece.slice();
        return NO_BYTES;
      }
      if (isFirst) {
        const encoding = UTF_16_MARKS[(piece[0] << 8) | piece[1]];
        if (encoding) decoder = new TextDecoder(encoding);
        isFirst = false;
      }
      if (!decoder) return piece;
      return new TextEncoder().encode(decoder.decode(piece, { stream: !isLast }));
    },
  };
}

/** By the first two bytes of the text: 0xFFFE and 0xFEFF. */
const UTF_16_MARKS = { 65534: "utf-16le", 65279: "utf-16be" };
