// Many claims at once: a CSV file goes to the core in pieces, numbers come back.

import type { CoreGlue } from "./core.js";
import type { Totals } from "./core-answers.js";
import type { FileLayout } from "./core-types.js";
import { guarding } from "./guarding.js";
import type { Acting, WasmModule } from "./module.js";
import { joined } from "./plain.js";
import { REGISTRY } from "./registry.js";
import type { BatchColumn, BatchFinding, BatchLayout, BatchRow, BatchSums } from "./types.js";

type Core = WasmModule<CoreGlue>;
/** A run in the core. */
type Running = Acting<InstanceType<CoreGlue["BatchRun"]>>;

/** The sums of a run, whose problems have no words yet. */
export type Sums = Omit<BatchSums, "problems"> & { problems: FileProblem[] };

export type FileProblem = Omit<BatchSums["problems"][number], "text">;

/** What a run needs: the options as `ManyClaims.options` reads them, and the callbacks. */
export interface RunOptions {
  options: string;
  today: string;
  columns: string;
  limit: unknown;
  guardFormulas: boolean;
  /** The number under which the evidence is held when the run begins. */
  evidence: () => number;
  onRows?: ((numbers: Uint32Array) => void) | undefined;
  onCsv?: ((bytes: Uint8Array) => void) | undefined;
  onFindings?: ((numbers: Uint32Array) => void) | undefined;
}

/** As much of a file as its layout is read from. */
const HEAD = 64 * 1024;
/** How many findings an answer names; all are counted. */
const LIMIT = 1000;
const ALL = 2 ** 32 - 1;
/** Of a row: number, verdict, codes (four parts of the bits, the lowest first), place (low and high half). */
export const NUMBERS_OF_A_ROW = 8;
/** Of a finding: row, code, field + 1 or 0, other row or 0. */
export const NUMBERS_OF_A_FINDING = 4;
/** So much crosses at once; more would only take more memory. */
const PIECE = 1 << 20;
const NO_BYTES = new Uint8Array();
const NO_TOTALS: Totals = {
  ...{ rows: 0, verdicts: [0, 0, 0], codes: [], problems: [] },
  ...{ editions: [], conflicting: [], ignored: [] },
};

const { Code, CrossRowCode, Field, Verdict } = REGISTRY.lists;
/** What the numbers of codes stand for. */
export const CODES = [...Code, ...CrossRowCode];

/**
 * How a file is laid out, from its beginning: delimiter, header row (counted from 0), columns with
 * the field that each holds, the first rows. `columns` is a person's own choice of fields, as JSON.
 */
export function layoutOf(core: Core, head: Uint8Array, columns: string): BatchLayout {
  const bytes = utf8().push(head.subarray(0, HEAD), true);
  const { delimiter, ...layout }: FileLayout = JSON.parse(core.call("layout", bytes, columns));
  return { delimiter: String.fromCharCode(delimiter), ...layout };
}

/** Checks a file at once; the answer is that of `BatchRun`. */
export function checkAll(core: Core, bytes: Uint8Array, options: RunOptions): Sums {
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
  #core: Core;
  #run: Running | undefined;
  #head: Uint8Array[] = [];
  #headLength = 0;
  #decode = utf8();
  #options: RunOptions;
  #columns: BatchColumn[] = [];
  #guarded = (bytes: Uint8Array): Uint8Array => bytes;
  #findings: BatchFinding[] = [];

  /**
   * @param core the module that checks
   * @param options those of `ManyClaims.options`, and the callbacks
   */
  constructor(core: Core, options: RunOptions) {
    this.#core = core;
    this.#options = options;
  }

  push(bytes: Uint8Array): void {
    const text = this.#decode.push(bytes, false);
    if (this.#run) {
      this.#check(this.#run, text, false);
      return;
    }
    this.#head.push(text.slice());
    this.#headLength += text.length;
    if (this.#headLength >= HEAD) this.#begin();
  }

  /** Ends the file; the answer is the sums, and the first findings. */
  end(): Sums {
    const rest = this.#decode.push(NO_BYTES, true);
    const begun = this.#run;
    if (!begun) this.#head.push(rest);
    const run = begun ?? this.#begin();
    this.#check(run, begun ? rest : NO_BYTES, true);
    const answer = this.sums();
    run((one) => one.free());
    this.#run = undefined;
    // What is pushed from now on is another file.
    this.#decode = utf8();
    this.#headLength = 0;
    this.#columns = [];
    this.#findings = [];
    return answer;
  }

  /** The sums so far. */
  sums(): Sums {
    const { onFindings } = this.#options;
    const { rows, verdicts, codes, problems, editions, conflicting, ignored, container }: Totals =
      this.#run ? JSON.parse(this.#run((run) => run.totals())) : NO_TOTALS;
    const named: Partial<Record<string, string[]>> = {
      "columns-conflict": conflicting,
      "columns-ignored": ignored,
    };
    const counted = CODES.map((code, number) => [code, codes[number] ?? 0] as const);
    const findings = this.#findings;
    const found = codes.reduce((sum, count) => sum + count, 0);
    const isCut = !onFindings && findings.length >= this.#limit && found > findings.length;
    return {
      rows,
      verdicts: Object.fromEntries(
        Verdict.map((name, at) => [name, verdicts[at] ?? 0]),
      ) as Sums["verdicts"],
      codes: Object.fromEntries(counted.filter(([, count]) => count > 0)),
      findings: findings.map((finding) => ({ ...finding })),
      ...(isCut && { truncated: true }),
      columns: this.#columns.map((column) => ({ ...column })),
      ...(editions.length > 1 && { editions: Object.fromEntries(editions) }),
      ...(editions.length === 1 && { ruleset: editions[0]?.[0] }),
      problems: problems.map(([code, count, row]) => ({
        ...{ code, rows: count },
        ...(row && { row }),
        ...(named[code] && { columns: named[code] }),
        ...(code === "container" && container && { name: container }),
      })),
    };
  }

  #begin(): Running {
    const head = joined(this.#head);
    const { columns, evidence, options, today, onRows, onCsv, guardFormulas } = this.#options;
    const number = evidence();
    const run = this.#core.make(
      (glue) =>
        new glue.BatchRun(
          ...([head, columns, options, today, number] as const),
          ...([this.#limit, Boolean(onRows), Boolean(onCsv), Math.random()] as const),
        ),
    );
    this.#run = run;
    const layout: FileLayout = JSON.parse(this.#core.call("layout", head, columns));
    this.#columns = layout.columns;
    if (guardFormulas) this.#guarded = guarding(String.fromCharCode(layout.delimiter));
    this.#head = [];
    this.#check(run, head, false);
    return run;
  }

  /** How many findings the core is to name. */
  get #limit(): number {
    const { limit, onFindings } = this.#options;
    if (onFindings) return ALL;
    return typeof limit === "number" && limit >= 0 ? Math.min(Math.floor(limit), ALL) : LIMIT;
  }

  #check(ask: Running, bytes: Uint8Array, isLast: boolean): void {
    const { onRows, onFindings, onCsv } = this.#options;
    ask((run) => run.push(bytes, isLast));
    const findings = ask((run) => run.findings());
    if (onFindings) onFindings(findings);
    else this.#name(findings);
    if (onRows) onRows(ask((run) => run.rows()));
    if (onCsv) onCsv(this.#guarded(ask((run) => run.annotated())));
  }

  #name(findings: Uint32Array): void {
    for (let at = 0; at < findings.length; at += NUMBERS_OF_A_FINDING) {
      const [row = 0, code = 0, field = 0, otherRow] = findings.subarray(
        at,
        at + NUMBERS_OF_A_FINDING,
      );
      const finding: BatchFinding = {
        row,
        code: CODES[code] as BatchFinding["code"],
        field: Field[field - 1] ?? null,
      };
      if (otherRow) finding.otherRow = otherRow;
      this.#findings.push(finding);
    }
  }
}

/** The meaning of the numbers that `onRows` gets, eight a row. */
export function rowsOf(numbers: Uint32Array): BatchRow[] {
  const rows: BatchRow[] = [];
  for (let at = 0; at < numbers.length; at += NUMBERS_OF_A_ROW) {
    const [row = 0, verdict = 0, ...rest] = numbers.subarray(at, at + NUMBERS_OF_A_ROW);
    const [place = 0, far = 0] = rest.slice(4);
    const codes = CODES.filter((_, bit) => ((rest[bit >>> 5] ?? 0) >>> (bit & 31)) & 1);
    rows.push({ row, verdict: Verdict[verdict] ?? null, codes, offset: place + far * 2 ** 32 });
  }
  return rows;
}

/** UTF-16, known by its byte-order mark, becomes UTF-8; all else stays as it is. */
function utf8(): { push(bytes: Uint8Array, isLast: boolean): Uint8Array } {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  let kept: Uint8Array = NO_BYTES;
  return {
    push(bytes, isLast) {
      const piece = kept.length ? joined([kept, bytes]) : bytes;
      kept = NO_BYTES;
      if (isFirst && piece.length < 2 && !isLast) {
        kept = piece.slice();
        return NO_BYTES;
      }
      if (isFirst) {
        const encoding = UTF_16_MARKS[((piece[0] ?? 0) << 8) | (piece[1] ?? 0)];
        if (encoding) decoder = new TextDecoder(encoding);
        isFirst = false;
      }
      if (!decoder) return piece;
      return new TextEncoder().encode(decoder.decode(piece, { stream: !isLast }));
    },
  };
}

/** By the first two bytes of the text: 0xFFFE and 0xFEFF. */
const UTF_16_MARKS: Record<number, string> = { 65534: "utf-16le", 65279: "utf-16be" };
