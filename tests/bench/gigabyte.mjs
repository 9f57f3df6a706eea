// Five million claims, more than a gigabyte, as a stream in Node: how much memory that takes, and whether every
// row that goes in comes out. The annotated file is removed after it has been read again.
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { claimsFile } from "../support/claims.mjs";
import { folder, library } from "./places.mjs";

const ROWS = 5_000_000;
const MIB = 2 ** 20;
const TICK_MS = 50;

export async function measure({ rows = ROWS } = {}) {
  await mkdir(folder, { recursive: true });
  const path = join(folder, "gigabyte-checked.csv");
  const places = [];
  try {
    const node = await check(rows, path);
    places.push({ place: "Node", ...node, problems: await reread(rows, path, node) });
  } finally {
    await rm(path, { force: true });
  }
  const problems = places.flatMap(({ place, problems }) =>
    problems.map((one) => `${place}: ${one}`),
  );
  return { details: table(rows, places), rows: [], problems };
}

async function check(count, path) {
  const core = await import(library.node);
  await core.init();
  const file = createWriteStream(path);
  let [size, written, peak, spent] = [0, 0, 0, 0];
  const [before, started] = [process.memoryUsage().rss, performance.now()];
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, TICK_MS);
  const onCsv = (bytes) => {
    written += bytes.length;
    file.write(bytes);
  };
  const batch = core.openBatch({}, { today: "2026-11-22", onCsv });
  for (const piece of claimsFile({ rows: count })) {
    size += piece.length;
    const start = performance.now();
    batch.push(piece);
    spent += performance.now() - start;
    if (file.writableNeedDrain) await new Promise((done) => file.once("drain", done));
  }
  const { rows, verdicts } = batch.end();
  await new Promise((done) => file.end(done));
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1000;
  return { rows, verdicts, size, written, before, peak, spent: spent / 1000, seconds };
}

/** Reads the annotated file again beside the one that was checked, which is made once more. */
async function reread(count, path, { rows, written }) {
  const problems = [];
  const annotated = linesOf(createReadStream(path, { highWaterMark: MIB }));
  let [lines, bytes] = [0, 0];
  const verdicts = { fix: 0, confirm: 0, ready: 0, verdict: 0 };
  for await (const line of linesOf(claimsFile({ rows: count }))) {
    const { value } = await annotated.next();
    const cells = value?.slice(line.length).split(",") ?? [];
    const isWhole = value?.startsWith(line) && cells.length === 3 && cells[1] in verdicts;
    if (!isWhole && problems.length < 5) problems.push(`line ${lines + 1}: ${value}`);
    verdicts[cells[1]] += 1;
    lines += 1;
    bytes += Buffer.byteLength(value ?? "") + "\r\n".length;
  }
  if (!(await annotated.next()).done) problems.push("the annotated file is longer");
  if (lines - 1 !== count || rows !== count)
    problems.push(`${count} rows went in, ${rows} were counted, ${lines - 1} came out`);
  if (bytes !== written) problems.push(`${written} bytes were written, ${bytes} read`);
  return problems;
}

async function* linesOf(pieces) {
  // Node leaves the mark at the beginning in: both files have it.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\r\n");
    rest = lines.pop();
    yield* lines;
  }
  if (rest) yield rest;
}

function table(count, places) {
  const mib = (bytes) => (bytes / MIB).toFixed(0);
  const mb = (bytes) => (bytes / 1e6).toFixed(0);
  return [
    "| place | rows in | rows checked and read again | MB in | MB out | MiB before | MiB at the peak | s in the check | µs a row | s in all |",
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ...places.map(({ place, rows, size, written, before, peak, spent, seconds }) => {
      const memory = [mb(size), mb(written), mib(before), mib(peak)];
      const time = [spent.toFixed(1), ((spent * 1e6) / count).toFixed(2), seconds.toFixed(0)];
      return `| ${[place, count, rows, ...memory, ...time].join(" | ")} |`;
    }),
    "",
    "In Node, the time in all is that of making the file, too; in Chromium, that of the download.",
  ].join("\n");
}
