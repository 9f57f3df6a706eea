// Many claims at once: a CSV file goes to the module for many claims in pieces, numbers come back.

import load, * as core from "./wasm/cpor_batch.js";

/** As much of a file as its layout is read from. */
const HEAD = 64 * 1024;
/** How many findings an answer names; all are counted. */
const LIMIT = 1000;
const ALL = 2 ** 32 - 1;
/** Of a row: number, verdict, codes (low and high half of the bits), place (low and high half). */
export const NUMBERS_OF_A_ROW = 6;
/** Of a finding: row, code, field + 1 or 0, other row or 0. */
export const NUMBERS_OF_A_FINDING = 4;
const NO_BYTES = new Uint8Array();

let loading;
let compiled;
let skuTable;
/** The runs of the module's instance. */
const running = new Set();

/** Loads the module from a compiled one, once; `skus` is the SKU table as text. */
export function loadModule(module, skus) {
  loading ??= start(module, skus).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Starts the module at once, which keeps its caller waiting. */
export function beginModule(module, skus) {
  compiled = module;
  core.initSync({ module });
  begun(skus);
}

async function start(module, skus) {
  const [wasm, csv] = await Promise.all([module, skus]);
  compiled = wasm;
  await load({ module_or_path: wasm });
  begun(csv);
}

function begun(skus) {
  skuTable = skus;
  core.loadBatchSkus(skus);
  const [codes, fields, verdicts] = JSON.parse(core.names());
  Object.assign(names, { codes, fields, verdicts });
}

/**
 * What breaks off in the middle (its memory is used up, say) may have left anything half done: a fresh
 * instance takes its place, and no run outlasts the old one.
 *
 * @throws the error, always, with the `code` `internal`
 */
function renew(error) {
  for (const run of running) run.deref()?.__destroy_into_raw();
  running.clear();
  core.initSync({ module: compiled });
  core.loadBatchSkus(skuTable);
  throw Object.assign(error, { code: "internal" });
}

/** What the numbers of codes, fields and verdicts stand for. */
export const names = { codes: [], fields: [], verdicts: [] };

/**
 * How a file is laid out, from its beginning: delimiter, header row (counted from 0), columns with
 * the field that each holds, the first rows. `columns` are a person's own choice of fields.
 */
export function layoutOf(head, columns) {
  const bytes = utf8().push(head.subarray(0, HEAD), true);
  const { delimiter, ...layout } = JSON.parse(core.layout(bytes, json(columns)));
  return { delimiter: String.fromCharCode(delimiter), ...layout };
}

/** A cell's text, or the code of the answer that it has in words. */
export function answerOf(field, text) {
  return core.optionOf(field, text) || text;
}

/** Checks a file at once; what it says is that of `BatchRun`. */
export function checkAll(bytes, options) {
  const run = new BatchRun(options);
  for (let at = 0; at < bytes.length; at += PIECE) run.push(bytes.subarray(at, at + PIECE));
  return run.end();
}

/** So much crosses at once; more would only take more memory. */
const PIECE = 1 << 20;

/**
 * Checks a file in pieces. `onRows(rows)` hears of every row, in order; `onCsv(bytes)` gets the file
 * with verdict and codes as two more columns. `onFindings(numbers)` hears of every finding; then the
 * answer names none.
 */
export class BatchRun {
  #run;
  #ref;
  #head = [];
  #headLength = 0;
  #decode = utf8();
  #options;
  #columns = [];
  #findings = [];

  /**
   * `evidence` and `options` as JSON, `today` the caller's day; `columns` as for `layoutOf`, `limit`
   * of the findings that are named.
   */
  constructor(options) {
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
    running.delete(this.#ref);
    this.#run.free();
    this.#run = undefined;
    return answer;
  }

  /** The sums so far. */
  sums() {
    const { limit = LIMIT, onFindings } = this.#options;
    const { rows, verdicts, codes, problems } = this.#run
      ? JSON.parse(this.#run.totals())
      : { rows: 0, verdicts: [], codes: [], problems: [] };
    const counted = names.codes.map((code, number) => [code, codes[number]]);
    const findings = this.#findings;
    const found = codes.reduce((sum, count) => sum + count, 0);
    return {
      rows,
      verdicts: Object.fromEntries(names.verdicts.map((name, at) => [name, verdicts[at] ?? 0])),
      codes: Object.fromEntries(counted.filter(([, count]) => count > 0)),
      findings,
      ...(!onFindings &&
        findings.length >= limit &&
        found > findings.length && { truncated: true }),
      columns: this.#columns,
      problems: problems.map(([code, count, row]) => ({ code, rows: count, ...(row && { row }) })),
    };
  }

  #begin() {
    const head = joined(this.#head);
    const { columns, evidence, options, today, onRows, onFindings, onCsv } = this.#options;
    const limit = onFindings ? ALL : (this.#options.limit ?? LIMIT);
    const seed = Math.random();
    try {
      this.#run = new core.BatchRun(
        ...[head, json(columns), options, today, evidence],
        ...[limit, Boolean(onRows), Boolean(onCsv), seed],
      );
    } catch (error) {
      renew(error);
    }
    this.#ref = new WeakRef(this.#run);
    running.add(this.#ref);
    this.#columns = JSON.parse(core.layout(head, json(columns))).columns;
    this.#head = [];
    this.#check(head, false);
  }

  #check(bytes, isLast) {
    const { onRows, onFindings, onCsv } = this.#options;
    try {
      this.#run.push(bytes, isLast);
    } catch (error) {
      renew(error);
    }
    const findings = this.#run.findings();
    if (onFindings) onFindings(findings);
    else this.#name(findings);
    if (onRows) onRows(this.#run.rows());
    if (onCsv) onCsv(this.#run.annotated());
  }

  #name(findings) {
    for (let at = 0; at < findings.length; at += NUMBERS_OF_A_FINDING) {
      const [row, code, field, otherRow] = findings.subarray(at, at + NUMBERS_OF_A_FINDING);
      const finding = { row, code: names.codes[code], field: names.fields[field - 1] ?? null };
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
    const codes = names.codes.filter((_, bit) => ((bit < 32 ? low : high) >>> (bit & 31)) & 1);
    rows.push({
      row,
      verdict: names.verdicts[verdict] ?? null,
      codes,
      offset: place + far * 2 ** 32,
    });
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

function joined(pieces) {
  if (pieces.length === 1) return pieces[0];
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

const json = (value) => JSON.stringify(value ?? null);
