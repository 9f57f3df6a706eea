// cpor-preflight check: a file of claims, or one claim as JSON. Prints the result for people or for pipelines.
// Exits with 0 where nothing has to be fixed, 1 where something has, 2 where nothing could be read.

import { createReadStream, statSync } from "node:fs";
import { stdin } from "node:process";
import {
  type BatchFinding,
  type BatchSums,
  type Code,
  type CrossRowCode,
  checkClaim,
  checkRecord,
  describe,
  LOCALES,
  mergeEvidence,
  negotiateLocale,
  type OpenBatch,
  openBatch,
  type PartialEvidence,
  readAnything,
} from "cpor-preflight";
import { fill } from "../fill.js";
import {
  COMMON,
  COMMON_HELP,
  claimOf,
  EXIT,
  type ExportOptions,
  evidenceIn,
  jsonOf,
  parsed,
  print,
  printJson,
  problemsOf,
  start,
  write,
} from "./command.js";
import { sumsOf, wordsIn } from "./words.js";

export const CHECK_USAGE = `cpor-preflight [check] claims.xlsx [options]
cpor-preflight [check] claim.json [options]

Checks a table with one CPOR claim a row before the claims are filed in Partner Center: a CSV file, or an Excel
workbook, also packed as ZIP or GZIP. Columns are named like the fields of a claim, in ${languageNames()};
JSON is one claim. "-" reads standard input.

  --evidence <file> ...  exports about customers, also packed
${COMMON_HELP}
  --format <format>      table (default), json, or csv: the file with verdict and codes added, and an apostrophe
                         before each cell that a spreadsheet would take for a formula
  --json                 the same as --format json
  --record <file>        for one claim: writes what was checked by what, for "verify"
  --help

Ends with 0 where nothing is to be fixed, 1 where something is, 2 where a file could not be read.
Nothing leaves this computer.
`;
const FORMATS = ["table", "json", "csv"];
const SHOWN = 20;
/** How ZIP files, and so workbooks, and GZIP files begin. */
const PACKED = [
  [0x50, 0x4b, 3],
  [0x50, 0x4b, 5],
  [0x50, 0x4b, 7],
  [0x1f, 0x8b, 8],
];
const PIECE = 1 << 20;
const TICK_MS = 500;

export async function check(args: string[]): Promise<number> {
  const read = readArguments(args);
  if (!read) return EXIT.ready;
  const { values } = read;
  if (values.json) values.format = "json";
  if (!FORMATS.includes(values.format)) throw new Error(`--format is one of ${FORMATS.join(", ")}`);
  const { path, files } = named(read);
  const input = await opened(path);
  const isOne = /\.json$/i.test(path) || isObject(input.first);
  if (values.record !== undefined && !isOne) throw new Error("--record is for one claim, as JSON");
  if (isOne && values.format === "csv") throw new Error("--format csv is for a file of claims");
  await start(values.ruleset);
  const evidence = await evidenceIn(files, values);
  return isOne ? checkOne(input, files, evidence, values) : checkMany(input, evidence, values);
}

/** A file, or standard input, whose first piece is read. */
interface Input {
  path: string;
  first: Uint8Array;
  rest: AsyncIterable<Uint8Array>;
  size: number;
}

async function opened(path: string): Promise<Input> {
  const isStdin = path === "-";
  const size = isStdin ? 0 : statSync(path).size;
  const pieces = isStdin ? stdin : createReadStream(path, { highWaterMark: PIECE });
  const iterator = pieces[Symbol.asyncIterator]();
  const first = (await iterator.next()).value ?? new Uint8Array();
  return { path, first, rest: { [Symbol.asyncIterator]: () => iterator }, size };
}

async function allOf({ first, rest }: Input): Promise<Uint8Array> {
  const all = [first];
  for await (const piece of rest) all.push(piece);
  return Buffer.concat(all);
}

/** Is it a JSON object? No table begins so. */
const isObject = (first: Uint8Array): boolean =>
  /^\s*\{/.test(new TextDecoder().decode(first.subarray(0, 1000)));

const OPTIONS = {
  ...COMMON,
  format: { type: "string", default: "table" },
  record: { type: "string" },
} as const;

const readArguments = (args: string[]) => parsed(args, CHECK_USAGE, OPTIONS);
type Read = NonNullable<ReturnType<typeof readArguments>>;
type Values = Read["values"];

/** Checks one claim, and writes its record where one is asked for. */
async function checkOne(
  input: Input,
  files: readonly string[],
  evidence: PartialEvidence,
  values: Values,
): Promise<number> {
  const { ruleset, today, locale, format, record } = values;
  const { path } = input;
  const claim = claimOf(jsonOf(await allOf(input), path), path);
  const report = checkClaim(claim, evidence, { ruleset, today, locale });
  const { verdicts, severities } = describe({ locale }).labels;
  const lines = report.findings.flatMap(({ severity, code, what, next }) => [
    `${severities[severity]}: ${what} (${code})`,
    `  ${next}`,
  ]);
  if (format === "json") printJson(report);
  else print(`${[verdicts[report.verdict].title, ...lines].join("\n")}\n`);
  process.stderr.write(`${fill(wordsIn(locale).rules, { rules: report.ruleset })}\n`);
  if (record !== undefined) {
    const written = checkRecord(report, claim, evidence);
    write(record, `${JSON.stringify(written, null, 2)}\n`, [path, ...files]);
    process.stderr.write(`${record}: ${written.note}\n`);
  }
  return report.verdict === "fix" ? EXIT.fix : EXIT.ready;
}

async function checkMany(input: Input, given: PartialEvidence, values: Values): Promise<number> {
  const { ruleset, today, locale, format } = values;
  const claims = await claimsIn(input, values);
  const evidence = claims.evidence ? mergeEvidence(given, claims.evidence) : given;
  const batch = openBatch(evidence, {
    ...{ ruleset, locale, today },
    answersInWords: true,
    guardFormulas: true,
    onCsv: format === "csv" ? (bytes) => void process.stdout.write(bytes) : undefined,
  });
  await readAll(claims.source, claims.size, batch);
  const answer = batch.end();
  if (format === "json") printJson(answer);
  const words = wordsIn(locale);
  if (format === "table") print(table(answer, locale));
  process.stderr.write(mapping(answer, words.columnUnread));
  if (answer.rows > 0) process.stderr.write(`${fill(words.rules, { rules: rulesOf(answer) })}\n`);
  for (const { text, rows, row } of answer.problems) {
    process.stderr.write(`${rows ? `${rows} × ` : ""}${text}${row ? ` (${row})` : ""}\n`);
  }
  const isRead = answer.rows > 0 && answer.columns.some(({ field }) => field);
  if (!isRead) return EXIT.unreadable;
  return answer.verdicts.fix > 0 ? EXIT.fix : EXIT.ready;
}

/**
 * The file of claims and the exports. A shell makes several files of `--evidence *.zip`, of which only the
 * first is the option's.
 */
function named({ tokens, positionals, values }: Read): {
  path: string;
  files: string[];
} {
  const isEvidence = (one: { kind: string; name?: string }) => one.name === "evidence";
  const start = tokens.findIndex(isEvidence);
  const before = tokens.slice(0, Math.max(start, 0)).some(({ kind }) => kind === "positional");
  const path = before ? positionals[0] : positionals.at(-1);
  const others = before ? positionals.slice(1) : positionals.slice(0, -1);
  if (path === undefined || (others.length && start < 0))
    throw new Error(`expected one file\n\n${CHECK_USAGE}`);
  return { path, files: [...values.evidence, ...others] };
}

/** The rows of claims; a table is read as it comes, and what has it in it is opened first. */
async function claimsIn(
  input: Input,
  { tenant, locale }: ExportOptions,
): Promise<{ source: AsyncIterable<unknown>; size: number; evidence?: PartialEvidence }> {
  const { path, first, rest, size } = input;
  const isPacked = PACKED.some((mark) => mark.every((byte, at) => first[at] === byte));
  if (!isPacked) return { source: withFirst(first, rest), size };
  const { parts, claims, evidence } = await readAnything(await allOf(input), {
    ...{ name: path === "-" ? undefined : path, tenantId: tenant, locale },
  });
  process.stderr.write(problemsOf(parts));
  if (claims === undefined) throw new Error(`there is no table of claims in ${path}`);
  const bytes = new TextEncoder().encode(claims);
  return { source: piecesOf(bytes), size: bytes.length, evidence };
}

async function* withFirst(first: Uint8Array, rest: AsyncIterable<unknown>) {
  yield first;
  yield* rest;
}

async function* piecesOf(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
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
function mapping({ columns }: BatchSums, unread: string): string {
  const lines = columns.map(({ name, field }) => `  ${name} → ${field ?? unread}\n`);
  return lines.join("");
}

/** By which rule set the rows were checked, or how many by each. */
function rulesOf({ ruleset, editions = {} }: BatchSums): string {
  const each = Object.entries(editions).map(([id, count]) => `${id} (${count})`);
  return ruleset ?? each.join(", ");
}

function table({ verdicts, codes, findings, truncated }: BatchSums, locale: string): string {
  const words = wordsIn(locale);
  const described = describe({ locale });
  const labels = new Map(described.checks.map(({ id, label }) => [id, label]));
  const checks = new Map(
    described.codes.map(({ code, check }) => [code, check ? labels.get(check) : ""]),
  );
  const fields = new Map(described.fields.map(({ name, label }) => [name, label]));
  const { crossRow } = described.labels;
  const pages = new URL(`docs/${negotiateLocale([locale])}/codes.html`, import.meta.url);
  const about = (code: BatchFinding["code"]) =>
    code in crossRow ? crossRow[code as CrossRowCode].what : checks.get(code as Code);
  const lines = [
    sumsOf(locale, verdicts),
    "",
    ...Object.entries(codes)
      .sort(([, a], [, b]) => b - a)
      .map(([code, n]) => `${String(n).padStart(9)}  ${code}  ${about(code as Code)}`.trimEnd()),
    "",
    ...findings.slice(0, SHOWN).map(({ row, code, field }) => {
      const where = field ? ` (${fields.get(field)})` : "";
      return `${fill(words.row, { n: row })}: ${code}${where}`;
    }),
  ];
  if (truncated || findings.length > SHOWN)
    lines.push(fill(words.more, { options: "--format json" }));
  if (findings.length) lines.push("", fill(words.codes, { place: pages.href }));
  return `${lines.join("\n")}\n`;
}

/** "English or German", as this help is in English. */
function languageNames() {
  const names = new Intl.DisplayNames("en", { type: "language" });
  return new Intl.ListFormat("en", { type: "disjunction" }).format(
    LOCALES.map((tag) => names.of(tag) ?? tag),
  );
}
