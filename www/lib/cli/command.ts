// What all commands of the command line share: their options, the exports that they are given, JSON files.

import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  type Anything,
  type AnythingPart,
  type Claim,
  init,
  LOCALES,
  mergeEvidence,
  type PartialEvidence,
  readAnything,
  rulesets,
} from "cpor-preflight";
import { isDay } from "../calendar.js";

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
  if ((read.values as { help?: boolean }).help) {
    process.stdout.write(help);
    return null;
  }
  for (const [name, value] of Object.entries(read.values))
    for (const text of [value].flat()) if (typeof text === "string") checkValue(name, text);
  return read as Parsed<Own>;
}

const GUID = /^[{(]?[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}[)}]?$/i;
const isLanguage = (text: string): boolean =>
  LOCALES.some((tag) => tag === text.split(/[-_]/, 1)[0]);

/** What the values of options look like, by their names. */
const VALUES: Record<string, [isValue: (text: string) => boolean, looks: () => string]> = {
  tenant: [(text) => GUID.test(text), () => "a tenant ID"],
  "own-tenant": [
    (text) => GUID.test(text) || /^[^\s@]+\.[^\s@]+$/.test(text),
    () => "a tenant ID or a domain",
  ],
  "partner-id": [(text) => /^\d[\d ]*$/.test(text), () => "a number"],
  today: [isDay, () => "a day, such as 2026-11-22"],
  locale: [isLanguage, () => `one of ${LOCALES.join(", ")}`],
  customer: [isLanguage, () => `one of ${LOCALES.join(", ")}`],
};

/** A value that cannot be meant is an error: it would count as not given. */
function checkValue(name: string, text: string): void {
  const [isValue, looks] = VALUES[name] ?? [];
  if (isValue && !isValue(text.trim())) throw new Error(`--${name} is ${looks?.()}, not “${text}”`);
}

/** Loads the library; a rule set that there is none of is an error, too. */
export async function start(ruleset?: string): Promise<void> {
  await init();
  const all = [...rulesets().map(({ id }) => id), "latest"];
  if (ruleset !== undefined && !all.includes(ruleset))
    throw new Error(`--ruleset is one of ${all.join(", ")}, not “${ruleset}”`);
}

/** The bytes of a file; "-" is standard input, which can be read once. */
export function bytesOf(path: string): Uint8Array {
  return readFileSync(path === "-" ? process.stdin.fd : path);
}

/** All that is in a file. */
export function readFile(path: string, { tenant, locale }: ExportOptions): Promise<Anything> {
  const name = path === "-" ? undefined : path;
  return readAnything(bytesOf(path), { name, tenantId: tenant, locale });
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
const PARTS: (keyof PartialEvidence)[] = [
  "tenants",
  "unresolvedDomains",
  "subscriptions",
  "partnerIds",
  "associations",
];

/** Evidence as the library takes it, where a file has that. */
function givenEvidence(file: string): PartialEvidence | undefined {
  if (!/\.json$/i.test(file)) return undefined;
  try {
    const read = jsonIn(file) as PartialEvidence;
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
export const jsonIn = (path: string): unknown => jsonOf(bytesOf(path), path);

/** The value that bytes are as JSON; `path` says where they come from. */
export function jsonOf(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new Error(`${path} cannot be read as JSON: ${(error as Error).message}`);
  }
}

/** The claim in a JSON file. */
export const claimIn = (path: string): Claim => claimOf(jsonIn(path), path);

export function claimOf(value: unknown, path: string): Claim {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  const what = Array.isArray(value) ? "a list, and several claims are a table" : "no claim";
  throw new Error(`${path} is ${what}: one claim is an object with the fields of a claim`);
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
