// What all commands of the command line share: their options, the exports that they are given, JSON files.

import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  type Anything,
  type AnythingPart,
  LOCALES,
  mergeEvidence,
  type PartialEvidence,
  readAnything,
} from "cpor-preflight";

/** How a command ends: nothing to mend, something to mend, something that could not be read. */
export const EXIT = { ready: 0, fix: 1, unreadable: 2 };

/** A command, by what it takes behind its name. Resolves to the exit code; what cannot be read throws. */
export type Command = (args: string[]) => Promise<number>;

/** The options that every command has. */
export const COMMON = {
  evidence: { type: "string", multiple: true, default: [] as string[] },
  tenant: { type: "string" },
  ruleset: { type: "string" },
  locale: { type: "string", default: "en" },
  today: { type: "string" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** What a help says of them. */
export const COMMON_HELP = `  --tenant <id>          the tenant that exports come from which do not say it
  --ruleset <id>         the rule set, or "latest"; by default that of each claim's day
  --locale <tag>         the language of messages: ${LOCALES.join(", ")}
  --today <date>         the day to check for, as 2026-11-22`;

/** What exports are read with. */
export interface ExportOptions {
  tenant?: string | undefined;
  locale: string;
}

/** An option as `parseArgs` takes it. */
interface Option {
  type: "string" | "boolean";
  multiple?: boolean;
  default?: string | boolean | string[];
}
type Parsed<Own extends Record<string, Option>> = ReturnType<
  typeof parseArgs<{ args: string[]; allowPositionals: true; tokens: true; options: Own }>
>;

/** The arguments of a command; `null` if its help was asked for, which is printed. */
export function parsed<Own extends Record<string, Option>>(
  args: string[],
  help: string,
  options: Own,
): Parsed<Own> | null {
  const read = parseArgs({ args, allowPositionals: true, tokens: true, options } as const);
  if (!(read.values as { help?: boolean }).help) return read as Parsed<Own>;
  process.stdout.write(help);
  return null;
}

/** All that is in a file. */
export function readFile(path: string, { tenant, locale }: ExportOptions): Promise<Anything> {
  return readAnything(readFileSync(path), { name: path, tenantId: tenant, locale });
}

/** The evidence of files, joined in their order. What cannot be read of them is told on the way. */
export async function evidenceIn(
  files: readonly string[],
  options: ExportOptions,
): Promise<PartialEvidence> {
  let all: PartialEvidence = {};
  for (const file of files) all = mergeEvidence(all, await exportIn(file, options));
  return all;
}

async function exportIn(file: string, options: ExportOptions): Promise<PartialEvidence> {
  const given = givenEvidence(file);
  if (given) return given;
  const { parts, evidence } = await readFile(file, options);
  process.stderr.write(problemsOf(parts));
  if (!parts.some(({ kind }) => !NO_EXPORTS.includes(kind)))
    throw new Error(`${file} is no export that can be read here`);
  return evidence;
}

/** What is read, though it shows nothing of a customer. */
const NO_EXPORTS = ["unknown", "claims", "text", "partner-center-error"];
/** The parts of evidence: a file with one of them is no export, but evidence. */
const PARTS = ["tenants", "unresolvedDomains", "subscriptions", "partnerIds", "associations"];

/** Evidence as the library takes it, where a file has that. */
function givenEvidence(file: string): PartialEvidence | undefined {
  if (!/\.json$/i.test(file)) return undefined;
  try {
    const read = JSON.parse(readFileSync(file, "utf8"));
    return PARTS.some((part) => Array.isArray(read?.[part])) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** A line for each problem of what was read. */
export function problemsOf(parts: readonly AnythingPart[]): string {
  const lines = parts.flatMap(({ name, problems }) =>
    problems.map(({ row, text }) => `${name ?? "-"}${row ? `:${row}` : ""}: ${text}\n`),
  );
  return lines.join("");
}

/** Writes a file, but never over one that is read. */
export function write(path: string, text: string, read: readonly string[]): void {
  const real = (file: string) => {
    try {
      return realpathSync(file);
    } catch {
      return undefined;
    }
  };
  const own = real(path);
  if (own !== undefined && read.some((file) => real(file) === own))
    throw new Error(`${path} is read, too, and is not overwritten`);
  writeFileSync(path, text);
}

/** The value in a JSON file. */
export function jsonIn(path: string): unknown {
  const text = readFileSync(path, "utf8");
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new Error(`${path} cannot be read as JSON: ${(error as Error).message}`);
  }
}

/** The one file that a command is about. */
export function onlyFile(positionals: readonly string[], help: string): string {
  const [path] = positionals;
  if (path === undefined || positionals.length !== 1)
    throw new Error(`expected one file\n\n${help}`);
  return path;
}

export const print = (text: string): boolean => process.stdout.write(text);
export const printJson = (value: unknown): boolean => print(`${JSON.stringify(value, null, 2)}\n`);
