// Records of checks: what was checked by what, and whether it still is so.

import { CORE } from "../generated/hashes.js";
import { VERSION } from "../generated/version.js";
import { plain } from "./plain.js";
import { REGISTRY } from "./registry.js";
import type { Words } from "./text.js";
import type {
  CheckRecord,
  RecordDifference,
  RecordedEvidence,
  RecordedValues,
  Report,
  Verification,
} from "./types.js";

type Hash = (text: string) => string;
type Members = Record<string, unknown>;

const KIND = "cpor-preflight-record";
const SCHEMA = 1;

/**
 * What a record is made of: the claim and the evidence as plain values, and the hash of the SKU table.
 * Evidence that is held is known only as the core joined it.
 */
export interface Checked {
  claim: unknown;
  evidence: { value: unknown; joined: unknown; isHeld: boolean };
  skus: string;
}

export function recordOf(
  report: Report,
  { claim, evidence, skus }: Checked,
  hash: Hash,
  words: Words,
): CheckRecord {
  const { ruleset, today, verdict, checks, findings } = report;
  const record: Omit<CheckRecord, "digest"> = {
    ...{ kind: KIND, schema: SCHEMA, note: words.catalogue.record.note },
    ...{ version: VERSION, core: CORE, skus, ruleset, today },
    claim: hashed(claim, hash),
    evidence: hashedEvidence(evidence, hash),
    verdict,
    checks: checks.map(({ id, outcome }) => ({ id, outcome })),
    findings: findings.map(({ code, severity, params }) => {
      return { code, severity, params: hash(canonical(params)) };
    }),
  };
  return { ...record, digest: hash(canonical(record)) };
}

/**
 * Everything in which a record differs from what is so now. `again` computes the record of the same claim
 * and evidence, under the record's rule set and day.
 */
export function verified(
  given: unknown,
  again: (options: { ruleset: string; today: string }) => CheckRecord,
  hash: Hash,
  words: Words,
): Verification {
  const { note, parts, whole, differences: texts } = words.catalogue.record;
  const { checks: checkLabels } = words.catalogue;
  const differences: RecordDifference[] = [];
  const differs = (part: RecordDifference["part"], name?: string, shown?: string): void => {
    const text = words.say(texts[part], { name: shown ?? (name || whole) });
    differences.push({ part, ...(name && { name }), text });
  };
  const record = plain(given) as Partial<CheckRecord> | null;
  if (!isRecord(record)) {
    differs("record");
    return { ok: false, differences, note };
  }
  const { digest, ...rest } = record;
  if (digest !== hash(canonical(rest))) differs("digest");
  if (record.schema !== SCHEMA) differs("schema");
  const now = again(record);
  for (const part of ["version", "core", "skus", "ruleset", "today"] as const)
    if (record[part] !== now[part]) differs(part);
  for (const name of changed(record.claim, now.claim)) {
    const field = words.catalogue.fields[name as keyof typeof words.catalogue.fields];
    differs("claim", name, field?.label);
  }
  for (const name of changed(...alike(record.evidence, now.evidence)))
    differs("evidence", name, (parts as Record<string, string>)[name]);
  if (record.verdict !== now.verdict) differs("verdict");
  const outcomes = (one: Partial<CheckRecord>) => pairs(one.checks, "id", "outcome");
  for (const id of unlike(outcomes(record), outcomes(now)))
    differs("checks", id, (checkLabels as Record<string, string>)[id]);
  const raised = (one: Partial<CheckRecord>) => pairs(one.findings, "code", "severity", "params");
  for (const code of unlike(raised(record), raised(now))) {
    const { check, fields = [] } = REGISTRY.codes.find((one) => one.code === code) ?? {};
    const [field] = fields;
    const shown = check ? checkLabels[check] : field && words.catalogue.fields[field].label;
    differs("findings", code, shown ?? whole);
  }
  return { ok: differences.length === 0, differences, note };
}

/** SHA-256 of a value and of each of its members. What is absent, and what is nothing, has no members. */
function hashed(value: unknown, hash: Hash): RecordedValues {
  const members = isMembers(value) ? value : {};
  const each = Object.entries(members).map(([name, member]) => [name, hash(canonical(member))]);
  return {
    sha256: hash(canonical(isMembers(value) || value === null ? members : value)),
    members: Object.fromEntries(each.sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1))),
  };
}

/** As it was given, and as it was joined where that is something else. */
function hashedEvidence(
  { value, joined, isHeld }: Checked["evidence"],
  hash: Hash,
): RecordedEvidence {
  const given = hashed(withoutEmpty(value), hash);
  if (isHeld) return { ...given, held: true };
  const all = hashed(withoutEmpty(joined), hash);
  return all.sha256 === given.sha256 ? given : { ...given, joined: all };
}

/** Two evidences in a form that both are known in: as they were given, or as they were joined. */
function alike(before: unknown, now: RecordedEvidence): [before: unknown, now: RecordedValues] {
  const recorded = (isMembers(before) ? before : {}) as Partial<RecordedEvidence>;
  if (!recorded.held && !now.held) return [before, now];
  return [recorded.joined ?? recorded, now.joined ?? now];
}

/** Evidence without parts that have nothing: with them it would be the same. */
function withoutEmpty(evidence: unknown): unknown {
  if (!isMembers(evidence)) return evidence;
  const parts = Object.entries(evidence);
  const isEmpty = (part: unknown) => part === null || (Array.isArray(part) && part.length === 0);
  return Object.fromEntries(parts.filter(([, part]) => !isEmpty(part)));
}

/** The members that one has otherwise than the other; the whole, named by nothing, if no member tells. */
function changed(before: unknown, now: RecordedValues): string[] {
  const { sha256, members } = (isMembers(before) ? before : {}) as Partial<RecordedValues>;
  const names = unlike(
    new Map(Object.entries(members ?? {})),
    new Map(Object.entries(now.members)),
  );
  return names.length || sha256 === now.sha256 ? names : [""];
}

/** The names under which two maps have different values. */
function unlike(before: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>): string[] {
  const names = new Set([...before.keys(), ...now.keys()]);
  return [...names].filter((name) => before.get(name) !== now.get(name));
}

/** Rows by a member, as texts of others; rows of the same name are numbered. */
function pairs(rows: unknown, key: string, ...others: string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const row of Array.isArray(rows) ? rows : []) {
    if (!isMembers(row)) continue;
    const name = String(row[key]);
    const text = canonical(others.map((other) => row[other] ?? null));
    found.set(name, `${found.get(name) ?? ""}${text}`);
  }
  return found;
}

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isRecord = (value: unknown): value is CheckRecord =>
  isMembers(value) &&
  value.kind === KIND &&
  typeof value.ruleset === "string" &&
  typeof value.today === "string";

/**
 * A plain value as canonical JSON (RFC 8785): members in the order of their names' UTF-16 units, numbers
 * and texts as JSON.stringify writes them, which is the same in every runtime.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isMembers(value)) return JSON.stringify(value) ?? "null";
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  const members = names.sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${members.join(",")}}`;
}
