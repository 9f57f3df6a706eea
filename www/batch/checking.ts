// The check of a file, piece by piece: in a worker (checker.ts) or, where none can be had, in the page.
// Nothing here knows which.

import type { Field } from "../generated/lists.js";
import { NUMBERS_OF_A_FINDING, NUMBERS_OF_A_ROW, type Sums } from "../lib/batch.js";
import type { Engine } from "../lib/engine.js";
import { type Packed, packed } from "./found.js";

/** Bytes of a piece: the first is enough for the first findings, later ones grow while they are quick. */
const FIRST = 16 * 1024;
const LEAST = 16 * 1024;
const MOST = 1024 * 1024;
/** Milliseconds between two notes of progress. */
const PAUSE = 60;
const SIZES = { ofRow: NUMBERS_OF_A_ROW, ofFinding: NUMBERS_OF_A_FINDING };

/** What is to be checked. */
export interface Task {
  /** In UTF-8. */
  file: Blob;
  columns: readonly (Field | null)[];
  ruleset: string | undefined;
  /** What was found, or the file with verdict and codes in two more columns. */
  wants: "found" | "csv";
  /** Are cells of the file that look like formulas to be guarded? */
  guardFormulas?: boolean;
}

/** Who hears of it. */
export interface Hearing {
  found?(piece: Packed): void;
  csv?(bytes: Uint8Array): void | Promise<void>;
  /** Bytes done. */
  progress?(done: number): void;
}

/** How long a piece should take in milliseconds, and what is awaited after each. */
interface Pace {
  stretch: number;
  pause: () => void | Promise<void>;
}

type Checking = Pick<Engine, "many">;

/**
 * Checks a file.
 *
 * @param evidence as the engine holds it
 */
export async function checkFile(
  engine: Checking,
  evidence: unknown,
  task: Task,
  on: Hearing,
  { stretch, pause }: Pace,
): Promise<Sums> {
  const { file, columns, ruleset, wants, guardFormulas = false } = task;
  const csv: Uint8Array[] = [];
  let found = new Uint32Array();
  const run = engine.many.start({
    ...engine.many.options(evidence, { ruleset, answersInWords: true, columns, guardFormulas }),
    onFindings(numbers) {
      found = numbers as Uint32Array<ArrayBuffer>;
    },
    onRows(rows) {
      if (wants === "found" && rows.length) on.found?.(packed(rows, found, SIZES));
    },
    onCsv: wants === "csv" ? (bytes) => csv.push(bytes) : undefined,
  });
  let noted = 0;
  let size = FIRST;
  let coming = piece(file, 0, size);
  for (let at = 0; at < file.size; ) {
    const bytes = await coming;
    at += bytes.length;
    const started = performance.now();
    run.push(bytes);
    const now = performance.now();
    size = now - started < stretch / 3 ? Math.min(MOST, size * 2) : size;
    size = now - started > stretch ? Math.max(LEAST, size / 2) : size;
    coming = piece(file, at, size);
    if (now - noted > PAUSE) {
      noted = now;
      on.progress?.(at);
    }
    await handOver();
    await pause();
  }
  const sums = run.end();
  await handOver();
  return sums;

  async function handOver(): Promise<void> {
    for (const bytes of csv.splice(0)) if (bytes.length) await on.csv?.(bytes);
  }
}

async function piece(file: Blob, at: number, size: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(at, at + size).arrayBuffer());
}
