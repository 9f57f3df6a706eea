// Many claims at once.

import type { BatchProblem, Code, CrossRowCode, Field, Verdict } from "../../generated/lists.js";
import type { BatchColumn, FileLayout } from "../core-types.js";
import type { CheckOptions, Maybe } from "./input.js";

/* Many claims at once */

export interface BatchOptions extends CheckOptions {
  /** The field of each column in order, where the names are not to decide. */
  columns?: Maybe<readonly (Field | null)[]>;
  /** How many findings are named; 1,000 by default. All are counted. */
  limit?: Maybe<number>;
  /**
   * May closed questions be answered in words, too, as the form shows them in any language? Not
   * by default: `checkClaim` takes codes only. The page and the command line say yes.
   */
  answersInWords?: Maybe<boolean>;
  /**
   * In the file with its results, does an apostrophe stand before each cell that a spreadsheet would take
   * for a formula? Not by default. The command line says yes.
   */
  guardFormulas?: Maybe<boolean>;
}

export interface OpenBatchOptions extends BatchOptions {
  /** Hears of every row, in order. */
  onRows?: Maybe<(rows: BatchRow[]) => void>;
  /**
   * Gets the file with verdict and codes in two more columns; its own cells stay byte for byte, unless
   * `guardFormulas` guards them.
   */
  onCsv?: Maybe<(bytes: Uint8Array) => void>;
}

export interface OpenBatch {
  push(bytes: Uint8Array): void;
  /** The sums so far. */
  sums(): BatchSums;
  /** Ends the file. */
  end(): BatchSums;
}

export interface BatchSums {
  /** Claims: rows with some text. */
  rows: number;
  verdicts: Record<Verdict, number>;
  /** Rows for each code that was found. */
  codes: Partial<Record<Code | CrossRowCode, number>>;
  /** In the order of the rows; those of a row as they were raised. */
  findings: BatchFinding[];
  /** There are more findings than are named. */
  truncated?: true;
  columns: BatchColumn[];
  /** What is wrong with the file, or worth knowing. */
  problems: BatchProblemText[];
  /** ID of the rule set of all rows, where they fall under one. */
  ruleset?: string;
  /** Rows under each rule set, where rows fall under several. */
  editions?: Record<string, number>;
}

export interface Batch extends BatchSums {
  /**
   * The file with verdict and codes in two more columns; its own cells stay byte for byte, unless
   * `guardFormulas` guards them.
   */
  toCsv(): Uint8Array;
}

export interface BatchFinding {
  /** The first data row is 1. */
  row: number;
  code: Code | CrossRowCode;
  /** The field to go to; `null` for findings about the row as a whole. */
  field: Field | null;
  /** The earlier row that a finding across rows is about. */
  otherRow?: number;
}

export interface BatchRow {
  row: number;
  /** `null` for a blank row. */
  verdict: Verdict | null;
  codes: (Code | CrossRowCode)[];
  /** Where the row begins, in bytes; of a UTF-16 file, in bytes of its UTF-8. */
  offset: number;
}

export interface BatchProblemText {
  /** `not-text`: neither a text nor bytes of one. */
  code: BatchProblem;
  /** How many rows. */
  rows: number;
  /** The first of them, where it is about rows. */
  row?: number;
  /** Of `columns-conflict` and `columns-ignored`: the names of the columns. */
  columns?: string[];
  /** Of `container`: its format, such as `XLSX`. */
  name?: string;
  text: string;
}

export interface BatchLayout extends Omit<FileLayout, "delimiter"> {
  delimiter: string;
}
