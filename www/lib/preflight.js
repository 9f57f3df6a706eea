// The library: loads the core, hands claims and evidence to it, and puts its answers into words.

import load, * as core from "./wasm/cpor_preflight.js";
import { Words } from "./text.js";

/** The languages, each loaded when it is needed. */
const CATALOGUES = {
  en: () => import("./text/en.js"),
  de: () => import("./text/de.js"),
};

/** Tags of all languages. */
export const LOCALES = Object.keys(CATALOGUES);

/**
 * Loads the core, and by default all languages and the SKU table. May be called again at any time,
 * also to load more.
 *
 * @param source the wasm, where it does not lie beside this file: URL, Response, bytes or compiled
 *   module, or a promise of one
 * @throws {PreflightError} with a `code`
 */
export async function init(source, { locales = LOCALES, skus = true } = {}) {
  const wanted = [loadCore(source), ...locales.map(loadLocale)];
  await Promise.all(wanted);
  if (skus) await loadSkus();
}

/** Loading failed; `code` says how. */
export class PreflightError extends Error {
  name = "PreflightError";

  constructor(code, cause) {
    super(`cpor-preflight could not be loaded (${code}): ${cause?.message ?? cause}`, { cause });
    this.code = code;
  }
}

/** Loads a language; an unknown one falls back as `checkClaim` does. Resolves to its tag. */
export async function loadLocale(tag) {
  const locale = negotiateLocale([tag]);
  if (!catalogues.has(locale)) {
    catalogues.set(locale, new Words((await CATALOGUES[locale]()).default));
  }
  return locale;
}

/** Loads the SKU table. Until then SKUs are unknown, and what depends on them too. */
export async function loadSkus() {
  const [{ default: csv }] = await Promise.all([import("./skus.js"), loadCore()]);
  return core.loadSkus(csv);
}

/** The first tag that is a language here, also by its prefix (`de-AT` is `de`), else English. */
export function negotiateLocale(tags) {
  for (const tag of tags) {
    const prefix = String(tag).toLowerCase().split(/[-_]/)[0];
    if (LOCALES.includes(prefix)) return prefix;
  }
  return "en";
}

/** Checks a claim. Any value of any type gets a report. */
export function checkClaim(claim, evidence, options) {
  const report = core.checkClaim(toJson([claim, evidence, options]), localDay());
  const words = wordsFor(options);
  const { ruleset, today, verdict, checks, understood } = report;
  const { url } = ruleSetNamed(ruleset);
  const findings = report.findings.map(({ code, kind, severity, fields, params, section }) => ({
    code,
    kind,
    severity,
    fields,
    params,
    ...words.finding(code, params),
    source: { ruleset, section, url },
  }));
  const timeline = report.timeline.map((step) => words.step(step));
  return { ruleset, locale: words.tag, today, verdict, checks, findings, understood, timeline };
}

/** The report's timeline alone. */
export function timeline(claim, evidence, options) {
  return checkClaim(claim, evidence, options).timeline;
}

/** "Which activity?" */
export function adviseActivity(answers, options) {
  const advice = core.adviseActivity(toJson([answers, options]));
  const words = wordsFor(options);
  const ranking = advice.ranking.map((ranked) => words.rankedActivity(ranked));
  return { activity: null, nextQuestion: null, ...advice, ranking };
}

/** "Which Partner ID (MPN ID)?" */
export function advisePartnerId(candidates, context, options) {
  const advice = core.advisePartnerId(toJson([candidates, context]));
  const words = wordsFor(options);
  const ranking = advice.ranking.map((ranked) => words.rankedPartnerId(ranked));
  const next = words.partnerIdNext(advice);
  return { partnerId: null, ...advice, ranking, next };
}

/** What did the person paste? */
export function classifyIdentifier(text, evidence) {
  return core.classifyIdentifier(toJson([text, evidence]));
}

/** Reads an export: text or bytes (UTF-8, or UTF-16 with a byte-order mark). */
export function readEvidence(textOrBytes, options) {
  const words = wordsFor(options);
  const text = decoded(textOrBytes);
  const read = core.readEvidence(text ?? "", toJson([options]));
  const problems = text === undefined ? [{ code: "not-text" }] : read.problems;
  return { ...read, problems: problems.map((problem) => words.evidenceProblem(problem)) };
}

/** Joins two parts of evidence; order and doubles do not matter. */
export function mergeEvidence(a, b) {
  return core.mergeEvidence(toJson([a, b]));
}

/** All rule sets, the default first. */
export function rulesets(options) {
  const words = wordsFor(options);
  return core.rulesets().map((ruleset) => ({ ...ruleset, ...words.ruleset(ruleset.id) }));
}

/** Fields, checks, codes and questions with their words, for building a form. */
export function describe(options) {
  const described = core.describe(String(optionOf(options, "ruleset") ?? ""));
  return wordsFor(options).description(described);
}

const catalogues = new Map();
let loading;

/** One load for all callers; after a failure the next call tries again. */
function loadCore(source) {
  loading ??= compile(source)
    .then((module) => load({ module_or_path: module }))
    .catch((error) => {
      loading = undefined;
      throw error instanceof PreflightError ? error : new PreflightError("internal", error);
    });
  return loading;
}

async function compile(source = new URL("./wasm/cpor_preflight_bg.wasm", import.meta.url)) {
  if (typeof WebAssembly !== "object") {
    throw new PreflightError("wasm_unsupported", "there is no WebAssembly");
  }
  let bytes = await source;
  if (bytes instanceof WebAssembly.Module) return bytes;
  if (typeof bytes === "string" || bytes instanceof URL) {
    bytes = await fetch(bytes).catch((error) => {
      throw new PreflightError("wasm_fetch_failed", error);
    });
  }
  if (typeof Response === "function" && bytes instanceof Response) {
    if (!bytes.ok) throw new PreflightError("wasm_fetch_failed", `status ${bytes.status}`);
    bytes = await bytes.arrayBuffer();
  }
  // From bytes, not streaming: that would depend on the server's MIME type.
  return WebAssembly.compile(bytes).catch((error) => {
    const blocked = /security policy|unsafe-eval|csp/i.test(error.message);
    throw new PreflightError(blocked ? "wasm_blocked_by_csp" : "internal", error);
  });
}

function wordsFor(options) {
  const locale = negotiateLocale([optionOf(options, "locale")]);
  const words = catalogues.get(locale) ?? catalogues.get("en") ?? [...catalogues.values()][0];
  if (!words) throw new Error("cpor-preflight: await init() first");
  return words;
}

function optionOf(options, name) {
  try {
    return options?.[name] ?? undefined;
  } catch {
    return undefined;
  }
}

let rulesetsById;

function ruleSetNamed(id) {
  rulesetsById ??= new Map(core.rulesets().map((ruleset) => [ruleset.id, ruleset]));
  return rulesetsById.get(id);
}

function localDay() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function toJson(values) {
  try {
    return JSON.stringify(values);
  } catch {
    // A getter that throws, a cycle, a BigInt: read what can be read.
    return JSON.stringify(readable(values, 0));
  }
}

/** Stands for a value that cannot be read: no field of claim or evidence accepts it. */
const UNREADABLE = [[]];
const MAX_DEPTH = 8;

function readable(value, depth) {
  try {
    if (typeof value === "bigint") return String(value);
    if (typeof value !== "object" || value === null) return value;
    if (depth > MAX_DEPTH) return UNREADABLE;
    if (Array.isArray(value)) return Array.from(value, (item) => readable(item, depth + 1));
    const copy = {};
    for (const key of Object.keys(value)) {
      let member = UNREADABLE;
      try {
        member = readable(value[key], depth + 1);
      } catch {}
      Object.defineProperty(copy, key, { value: member, enumerable: true });
    }
    return copy;
  } catch {
    return UNREADABLE;
  }
}

function decoded(textOrBytes) {
  if (typeof textOrBytes === "string") return textOrBytes;
  try {
    const { buffer = textOrBytes, byteOffset = 0, byteLength } = textOrBytes;
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    const mark = (bytes[0] << 8) | bytes[1];
    const encoding = { 0xfffe: "utf-16le", 0xfeff: "utf-16be" }[mark] ?? "utf-8";
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return undefined;
  }
}
