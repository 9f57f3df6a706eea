// The check of a file, piece by piece: in a worker (checker.js) or, where none can be had, in the
// page. Nothing here knows which.

import { NUMBERS_OF_A_FINDING, NUMBERS_OF_A_ROW } from "../../lib/batch.ts";
import { guarding } from "./cells.js";
import { packed } from "./findings.js";

/** Bytes of a piece: the first is enough for the first findings, later ones grow while they are quick. */
const FIRST = 16 * 1024;
const LEAST = 16 * 1024;
const MOST = 1024 * 1024;
/** Milliseconds between two notes of progress. */
const PAUSE = 60;
const SIZES = { ofRow: NUMBERS_OF_A_ROW, ofFinding: NUMBERS_OF_A_FINDING };

/**
 * Checks a file. The answer is the sums (see `checkBatch` of the library).
 *
 * - `engine`: with the core; `evidence`: as it holds it
 * - `task`: `{ file, columns, options, wants, guard }`, with `file` a Blob in UTF-8, `columns` the field
 *   of each, and `wants` either `"findings"` or `"csv"`, the file with verdict and codes in two more
 *   columns; `guard` is then the delimiter if cells that look like formulas are to be guarded
 * - `on`: `findings(packed)` and `csv(bytes)` get what each piece brings, `progress(sums, bytes)` is
 *   called now and then
 * - `stretch`: milliseconds that a piece should take; `pause()` is awaited after each
 */
export async function checkFile(engine, evidence, task, { on, stretch, pause }) {
  const { file, columns, options, wants, guard } = task;
  const guarded = guard ? guarding(guard) : (bytes) => bytes;
  const csv = [];
  let found;
  const run = engine.startBatch({
    ...engine.batchOptions(evidence, { ...options, columns }),
    onFindings(numbers) {
      found = numbers;
    },
    onRows(rows) {
      if (wants === "findings" && rows.length) on.findings(packed(rows, found, SIZES));
    },
    onCsv: wants === "csv" ? (bytes) => csv.push(guarded(bytes)) : undefined,
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
      on.progress(run.sums(), at);
    }
    await handOver();
    await pause();
  }
  const sums = run.end();
  await handOver();
  return sums;

  async function handOver() {
    for (const bytes of csv.splice(0)) if (bytes.length) await on.csv(bytes);
  }
}

async function piece(file, at, size) {
  return new Uint8Array(await file.slice(at, at + size).arrayBuffer());
}
