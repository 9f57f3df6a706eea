#!/usr/bin/env node
// npx cpor-preflight claims.csv: checks a file of claims, and prints the result for people or for
// pipelines. Exits with 0 where no row has to be fixed, 1 where one has, 2 where nothing could be read.

import { createReadStream, readFileSync, statSync } from "node:fs";
import { stdin } from "node:process";
import { parseArgs } from "node:util";
import {
  type BatchSums,
  type Evidence,
  init,
  LOCALES,
  mergeEvidence,
  type OpenBatch,
  openBatch,
  type PartialEvidence,
  readEvidence,
} from "cpor-preflight";

const USAGE = `cpor-preflight claims.csv [options]

Checks a CSV file with one CPOR claim a row before the claims are filed in Partner Center.
Columns are named like the fields of a claim, in ${languageNames()}; "-" reads standard input.

  --evidence <file>      an export about customers (may be given again)
  --tenant <id>          the tenant that exports come from which do not say it
  --ruleset <id>         the rule set, or "latest"; by default that of each claim's day
  --locale <tag>         the language of messages: ${LOCALES.join(", ")}
  --today <date>         the day to check for, as 2026-11-22
  --format <format>      table (default), json, or csv: the file with verdict and codes added
  --help

Ends with 0 where no row is to be fixed, 1 where one is, 2 where the file could not be read.
Nothing leaves this computer.
`;
const EXIT = { ready: 0, fix: 1, unreadable: 2 };
const FORMATS = ["table", "json", "csv"];
const SHOWN = 20;
const TICK_MS = 500;

process.exitCode = await main().catch((error: Error) => {
  process.stderr.write(`cpor-preflight: ${error.message}\n`);
  return EXIT.unreadable;
});

type Values = ReturnType<typeof parsedArguments>["values"];

async function main(): Promise<number> {
  const { values, positionals } = parsedArguments();
  if (values.help) {
    process.stdout.write(USAGE);
    return EXIT.ready;
  }
  const [path] = positionals;
  if (path === undefined || positionals.length !== 1)
    throw new Error(`expected one file\n\n${USAGE}`);
  if (!FORMATS.includes(values.format)) throw new Error(`--format is one of ${FORMATS.join(", ")}`);
  const { evidence: files, locale } = values;
  await init({ locales: [locale] });
  const evidence = files
    .map((file) => evidenceIn(file, values))
    .reduce((all: PartialEvidence, part) => mergeEvidence(all, part), {});
  const isCsv = values.format === "csv";
  const batch = openBatch(evidence, {
    ...{ ruleset: values.ruleset, locale, today: values.today },
    answersInWords: true,
    onCsv: isCsv ? (bytes) => void process.stdout.write(bytes) : undefined,
  });
  const size = path === "-" ? 0 : statSync(path).size;
  await readAll(
    path === "-" ? stdin : createReadStream(path, { highWaterMark: 1 << 20 }),
    size,
    batch,
  );
  const answer = batch.end();
  if (values.format === "json") process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  if (values.format === "table") process.stdout.write(table(answer));
  process.stderr.write(mapping(answer));
  if (answer.rows > 0) process.stderr.write(`by rule set ${rulesOf(answer)}\n`);
  for (const { text, rows, row } of answer.problems) {
    process.stderr.write(`${rows ? `${rows} × ` : ""}${text}${row ? ` (${row})` : ""}\n`);
  }
  const isRead = answer.rows > 0 && answer.columns.some(({ field }) => field);
  if (!isRead) return EXIT.unreadable;
  return answer.verdicts.fix > 0 ? EXIT.fix : EXIT.ready;
}

/** "English or German", as this help is in English. */
function languageNames() {
  const names = new Intl.DisplayNames("en", { type: "language" });
  return new Intl.ListFormat("en", { type: "disjunction" }).format(
    LOCALES.map((tag) => names.of(tag) ?? tag),
  );
}

function parsedArguments() {
  return parseArgs({
    allowPositionals: true,
    options: {
      evidence: { type: "string", multiple: true, default: [] },
      tenant: { type: "string" },
      ruleset: { type: "string" },
      locale: { type: "string", default: "en" },
      today: { type: "string" },
      format: { type: "string", default: "table" },
      help: { type: "boolean", default: false },
    },
  });
}

function evidenceIn(file: string, { tenant, locale }: Values): Evidence {
  const { kind, evidence, problems } = readEvidence(readFileSync(file), {
    ...{ name: file, tenantId: tenant, locale },
  });
  for (const { row, text } of problems) {
    process.stderr.write(`${file}${row ? `:${row}` : ""}: ${text}\n`);
  }
  if (kind === "unknown") throw new Error(`${file} is no export that can be read here`);
  return evidence;
}

/** Waits for whoever reads the output where it is slow, so that a large file does not fill the memory. */
async function readAll(
  source: AsyncIterable<unknown>,
  size: number,
  batch: OpenBatch,
): Promise<void> {
  const start = performance.now();
  let read = 0;
  let shownAt = start;
  for await (const piece of source) {
    const bytes = piece as Uint8Array;
    batch.push(bytes);
    read += bytes.length;
    if (process.stdout.writableNeedDrain)
      await new Promise<void>((done) => process.stdout.once("drain", () => done()));
    const now = performance.now();
    if (process.stderr.isTTY && now - shownAt > TICK_MS) {
      shownAt = now;
      const { rows } = batch.sums();
      const share = size ? `${Math.round((read / size) * 100)} %, ` : "";
      const speed = Math.round((rows / (now - start)) * 1000);
      process.stderr.write(`\r${share}${rows} rows, ${speed} rows/s `);
    }
  }
  if (process.stderr.isTTY && shownAt > start) process.stderr.write("\n");
}

/** Which column was read as which field. */
function mapping({ columns }: BatchSums): string {
  const lines = columns.map(({ name, field }) => `  ${name} → ${field ?? "(not read)"}\n`);
  return lines.join("");
}

/** By which rule set the rows were checked, or how many by each. */
function rulesOf({ ruleset, editions = {} }: BatchSums): string {
  const each = Object.entries(editions).map(([id, count]) => `${id} (${count})`);
  return ruleset ?? each.join(", ");
}

function table({ rows, verdicts, codes, findings, truncated }: BatchSums): string {
  const lines = [
    `${rows} claims: ${verdicts.fix} to fix, ${verdicts.confirm} to confirm, ${verdicts.ready} ready`,
    "",
    ...Object.entries(codes)
      .sort(([, a], [, b]) => b - a)
      .map(([code, count]) => `${String(count).padStart(9)}  ${code}`),
    "",
    ...findings
      .slice(0, SHOWN)
      .map(({ row, code, field }) => `row ${row}: ${code}${field ? ` (${field})` : ""}`),
  ];
  if (truncated || findings.length > SHOWN) lines.push("… --format json names more of them");
  return `${lines.join("\n")}\n`;
}
