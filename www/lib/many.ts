// What the library answers about files of claims. It comes with the core.

import type { Field } from "../generated/lists.js";
import type { Behind } from "./around.js";
import {
  BatchRun,
  checkAll,
  type FileProblem,
  layoutOf,
  type RunOptions,
  rowsOf,
  type Sums,
} from "./batch.js";
import { NO_BYTES, NOT_TEXT } from "./exports.js";
import { bytesOf, joined, optionOf, toJson } from "./plain.js";
import type { Batch, BatchLayout, BatchRow, BatchSums, OpenBatch } from "./types.js";

export class ManyClaims {
  #behind: Behind;

  constructor(behind: Behind) {
    this.#behind = behind;
  }

  /** @param columns the fields of the columns in their order, where a person has chosen them */
  layout(head: unknown, columns?: unknown): BatchLayout {
    return layoutOf(this.#behind.module, bytesOf(head) ?? NO_BYTES, toJson(columns));
  }

  check(csv: unknown, evidence?: unknown, options?: unknown): Batch {
    const asked = this.options(evidence, options);
    const bytes = bytesOf(csv);
    const run = (more?: Partial<RunOptions>) =>
      checkAll(this.#behind.module, bytes ?? NO_BYTES, { ...asked, ...more });
    const answer = this.#worded(run(), options, Boolean(bytes));
    // Made when it is asked for: it is as large as the file.
    const toCsv = () => {
      const pieces: Uint8Array[] = [];
      run({ onCsv: (piece) => pieces.push(piece) });
      return joined(pieces);
    };
    return Object.assign(answer, { toCsv });
  }

  /**
   * `push(bytes)`, and `end()` for the answer, which is that of `check` without `toCsv`. In the
   * options: `onRows(rows)` gets every row checked, `onCsv(bytes)` the file with verdict and codes in
   * two more columns.
   */
  open(evidence?: unknown, options?: unknown): OpenBatch {
    const onRows = functionOf<[BatchRow[]]>(options, "onRows");
    const run = this.start({
      ...this.options(evidence, options),
      onRows: onRows && ((numbers) => onRows(rowsOf(numbers))),
      onCsv: functionOf<[Uint8Array]>(options, "onCsv"),
    });
    let isText = true;
    return {
      push: (textOrBytes: unknown) => {
        const bytes = bytesOf(textOrBytes);
        isText &&= Boolean(bytes);
        if (bytes) run.push(bytes);
      },
      sums: () => this.#worded(run.sums(), options, isText),
      end: () => this.#worded(run.end(), options, isText),
    };
  }

  /** A run with numbers for answers, see batch.js; `options` are those of `options()` and its callbacks. */
  start(options: RunOptions): BatchRun {
    return new BatchRun(this.#behind.module, options);
  }

  options(evidence: unknown, options: unknown): RunOptions {
    const { held, hold, today } = this.#behind;
    const evidenceRef = held().read(evidence);
    const option = (name: string) => optionOf(options, name);
    return {
      options: toJson({
        ruleset: option("ruleset"),
        today: option("today"),
        answersInWords: option("answersInWords") === true,
      }),
      today: today(),
      columns: toJson(option("columns")),
      limit: option("limit"),
      guardFormulas: option("guardFormulas") === true,
      // Asked for when the run begins: what is held may be gone by then, and its number another's.
      evidence: () => hold(typeof evidenceRef === "number" ? held().read(evidence) : evidenceRef),
    };
  }

  /** The code of the answer that a cell has in words, else the text itself. */
  answerOf(field: Field, text: string): string {
    return this.#behind.module.call("optionOf", field, text) || text;
  }

  /** Puts what is the matter with a file into words. */
  problems(problems: readonly FileProblem[], options: unknown): BatchSums["problems"] {
    const words = this.#behind.wordsFor(options);
    return problems.map((problem) => words.batchProblem(problem));
  }

  /** `isText`: was all of the file text or bytes? */
  #worded(answer: Sums, options: unknown, isText: boolean): BatchSums {
    const problems = [...(isText ? [] : [{ ...NOT_TEXT, rows: 0 }]), ...answer.problems];
    return { ...answer, problems: this.problems(problems, options) };
  }
}

function functionOf<Given extends unknown[]>(
  options: unknown,
  name: string,
): ((...given: Given) => void) | undefined {
  const value = optionOf(options, name);
  return typeof value === "function" ? (value as (...given: Given) => void) : undefined;
}
