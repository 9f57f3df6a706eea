// Claims in an Excel workbook: how much longer than the same claims as CSV it takes to open and check
// 100,000 of them, with progress and a signal that could end it.
import { claimsFile } from "../support/claims.mjs";
import { workbookOf } from "../support/zips.mjs";
import { library } from "./places.mjs";

const ROWS = 100_000;
const ROUNDS = 7;
/** So many times as long as CSV. */
const GOAL = 3;
const OPTIONS = { today: "2026-11-22", answersInWords: true };

export async function measure({ rounds = ROUNDS } = {}) {
  const core = await import(library.node);
  await core.init();
  const csv = Buffer.concat([...claimsFile({ rows: ROWS })]);
  const rows = rowsOf(csv.toString().slice(1));
  const contenders = {
    CSV: () => core.checkBatch(csv, {}, OPTIONS),
    ...Object.fromEntries(
      [true, false].map((shared) => {
        const book = workbookOf([{ name: "Claims", rows }], { shared });
        const name = `workbook, texts ${shared ? "shared" : "in cells"}`;
        return [name, () => opened(core, book)];
      }),
    ),
  };
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  const counted = new Set();
  for (let round = 0; round < Math.min(rounds, ROUNDS); round += 1)
    for (const [name, run] of Object.entries(contenders)) {
      const started = performance.now();
      const { rows: count, verdicts } = await run();
      times[name].push(performance.now() - started);
      counted.add(JSON.stringify([count, verdicts]));
    }
  const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
  const base = median(times.CSV);
  const lines = Object.entries(times).map(([name, list]) => {
    const ms = median(list);
    return `| ${name} | ${ms.toFixed(0)} | ${(ms / base).toFixed(2)} |`;
  });
  const details = ["| 100,000 claims | ms | × CSV |", "|---|---:|---:|", ...lines].join("\n");
  const slowest = Math.max(...Object.values(times).map(median));
  return {
    details,
    rows: [
      {
        ...{ what: "claims in a workbook", against: `${GOAL} × their CSV` },
        ...{ node: (GOAL * base) / slowest, goal: 1 },
      },
    ],
    problems: counted.size === 1 ? [] : ["not all find the same"],
  };
}

async function opened(core, book) {
  const { signal } = new AbortController();
  const { claims } = await core.readAnything(book, { onProgress: () => {}, signal });
  return core.checkBatch(claims, {}, OPTIONS);
}

/** Cells of a file whose quoted cells have no quotes in them. */
function rowsOf(csv) {
  const rows = [[]];
  for (const [, quoted, cell, end] of csv.matchAll(/(?:"([^"]*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1).push(quoted ?? cell);
    if (end !== ",") rows.push([]);
  }
  rows.pop();
  return rows;
}
