// The library: loads the check, the core and the readers of exports, hands claims, evidence and
// exports to them, and puts their answers into words.

import { begin, Session } from "./check.js";
import { PreflightError } from "./error.js";
import { localDay, optionOf, plain, toJson } from "./plain.js";
import { complete as completeRegistry, isComplete, REGISTRY } from "./registry.js";
import { renewing } from "./renew.js";
import { Words } from "./text.js";
import instantiateCheck, * as alone from "./wasm/cpor_check.js";
import { over } from "./words.js";

export { PreflightError };

/** The languages, each loaded when it is needed, in parts: see `TEXTS`. */
const CATALOGUES = {
  en: {
    first: () => import("./parts/en.js"),
    findings: () => import("./parts/en-findings.js"),
    rest: () => import("./parts/en-rest.js"),
  },
  de: {
    first: () => import("./parts/de.js"),
    findings: () => import("./parts/de-findings.js"),
    rest: () => import("./parts/de-rest.js"),
  },
};

/** The parts that each amount of texts takes: of an empty form, of any claim without evidence, all. */
const TEXTS = {
  first: ["first"],
  form: ["first", "findings"],
  all: ["first", "findings", "rest"],
};

/** What a catalogue has once it has a part. */
const SAID_IN = { first: "fields", findings: "timeline", rest: "diagnosis" };

/** Tags of all languages. */
export const LOCALES = Object.keys(CATALOGUES);

/**
 * Loads the core, and by default all languages and the SKU table. With `evidence: false` it is only
 * the check of a claim without evidence. With `texts: "form"`, languages come without what no form
 * says as long as there is no evidence, with "first" also without what is said of a claim: see
 * `loadTexts`. May be called again at any time, also to load more. Each entry of the package has its
 * own way to the wasm: see `entry.js`.
 *
 * @param source the wasm: URL, Request, Response, bytes or compiled module, a promise of one, or a
 *   function that gives one
 * @param glue see `loadEvidence`
 * @param later parts that are loaded when they are first asked for, and whoever asks waits: for
 *   where no page waits as well. `exports` gives the readers' script and compiled module, `batch` its
 *   script, its compiled module and the SKU table; `skus` promises that table, and `language`, by its
 *   tag, what gives a whole language.
 * @throws {PreflightError} with a `code`
 */
export async function init(source, options, glue, later) {
  Object.assign(whenAsked, later);
  const { locales = LOCALES, skus = true, evidence = true, texts } = options ?? {};
  const few = texts === "first" || texts === "form" ? texts : undefined;
  if (few) wantsAllTexts ??= false;
  else wantsAllTexts = true;
  // Who has the core needs no check beside it.
  const wantsCore = evidence || loadingWhole;
  const loading = wantsCore ? loadEvidence(source, glue) : loadCheck(source);
  await Promise.all([loading, ...locales.map((wanted) => loadLanguage(wanted, few ?? "all"))]);
  if (wantsAllTexts) await loadTexts();
  if (skus) await loadSkus(skus);
}

/**
 * Loads the core, which evidence, guides and diagnosis need, where `init` has not; their texts as
 * well.
 *
 * @param source its wasm, as for `init`
 * @param glue its script, for where nothing can be loaded later
 * @throws {PreflightError} with a `code`
 */
export function loadEvidence(source, glue) {
  loadingWhole ??= startWhole(source, glue).catch((error) => {
    loadingWhole = undefined;
    throw failure(error);
  });
  return loadingWhole;
}

/** Has `loadEvidence` been successful, or `init` with evidence? */
export function hasEvidence() {
  return Boolean(whole);
}

/**
 * Loads a language by its tag, or takes one that is given. An unknown one falls back as `checkClaim`
 * does. Resolves to its tag.
 */
export function loadLocale(wanted) {
  return loadLanguage(wanted, "form");
}

/**
 * Loads of all languages here what `init` has left out. With "form" that is what is said of a claim:
 * until it is there, findings and steps have empty texts. By default it is also what is not said without
 * evidence: findings that only evidence raises, rule sets in full, questions, guides, diagnosis,
 * exports, many claims. What needs one of these loads them by itself, but for `describe` and
 * `rulesets`, whose answers have gaps until then.
 */
export async function loadTexts(texts = "all") {
  wantsAllTexts ||= texts === "all";
  await Promise.all([...catalogues.keys()].map((locale) => complete(locale, texts)));
}

/** Are they wanted of languages that come from now on? Nobody who has not said so can do without. */
let wantsAllTexts;

async function loadLanguage(wanted, texts) {
  const locale = negotiateLocale([wanted?.tag ?? wanted]);
  const wants = wantsAllTexts === false ? texts : "all";
  if (!catalogues.has(locale)) {
    catalogues.set(locale, wanted?.tag ? wanted : await language(locale, wants));
  }
  await complete(locale, wants);
  return locale;
}

function language(locale, texts) {
  if (whenAsked.language) return whenAsked.language(locale).catch(fetchFailed);
  return textsOf(locale, TEXTS[texts]);
}

async function complete(locale, texts) {
  const isWhole = typeof catalogues.get(locale) === "function";
  const isThere = (part) => isWhole || SAID_IN[part] in catalogues.get(locale);
  const missing = TEXTS[texts].filter((part) => !isThere(part));
  if (missing.length === 0) return;
  const more = await textsOf(locale, missing);
  // Another one may have been faster.
  if (missing.every(isThere)) return;
  const catalogue = over(catalogues.get(locale), more);
  catalogues.set(locale, catalogue);
  for (const [key, words] of wordsByKey) {
    if (words.tag !== locale) continue;
    // What was told without these is told anew.
    if (missing.includes("findings")) wordsByKey.delete(key);
    else words.take(catalogue);
  }
  last = {};
}

async function textsOf(locale, parts) {
  const loading = parts.map((part) => CATALOGUES[locale][part]());
  const wanted = [...loading, parts.includes("findings") && registryRest()];
  const loaded = (await Promise.all(wanted).catch(fetchFailed)).slice(0, parts.length);
  return loaded.map((part) => part.default).reduce(over);
}

/** Entries for tools have it from the start: see describe.js. */
async function registryRest() {
  if (isComplete()) return;
  const { default: rest } = await import("./registry-rest.js");
  completeRegistry(rest);
}

/** Loads the SKU table, or takes it as text. Until then SKUs are unknown, and what depends on them. */
export async function loadSkus(table) {
  const loading = loadingWhole ?? loadCheck();
  const [csv] = await Promise.all([typeof table === "string" ? table : ownSkus(), loading]);
  skuTable = csv;
  return theCore().loadSkus(csv);
}

function ownSkus() {
  const loading = whenAsked.skus?.() ?? import("./skus.js").then(({ default: csv }) => csv);
  return loading.catch(fetchFailed);
}

/**
 * Loads the readers of exports, which `readEvidence` needs.
 *
 * @param source their wasm, as for `init`
 * @param glue their script, for where nothing can be loaded later
 * @throws {PreflightError} with a `code`
 */
export function loadExports(source, glue) {
  loadingReaders ??= loadReaders(source, glue).catch((error) => {
    loadingReaders = undefined;
    throw failure(error);
  });
  return loadingReaders;
}

/**
 * Loads the check of many claims, which `checkBatch` needs; the SKU table with it.
 *
 * @param source its wasm, as for `init`
 * @param parts its script and the SKU table, for where nothing can be loaded later
 * @throws {PreflightError} with a `code`
 */
export function loadBatch(source, parts) {
  loadingBatch ??= startBatch(source, parts).catch((error) => {
    loadingBatch = undefined;
    throw failure(error);
  });
  return loadingBatch;
}

/** The first tag that is a language here, also by its prefix (`de-AT` is `de`), else English. */
export function negotiateLocale(tags) {
  try {
    for (const tag of Array.isArray(tags) ? tags : [tags]) {
      const prefix = typeof tag === "string" && tag.toLowerCase().split(/[-_]/)[0];
      if (LOCALES.includes(prefix)) return prefix;
    }
  } catch {
    // No list that can be read names no language.
  }
  return "en";
}

/** Checks a claim. Any value of any type gets a report. */
export function checkClaim(claim, evidence, options) {
  const words = wordsFor(options);
  once ??= new Session(0);
  return once.report(claim, knownOf(evidence), options, told(words));
}

/** The claim of the last check: of the next one, only what is different is read. */
let once;

/**
 * Opens a claim that will change: `update` takes the fields that are others now, and answers with what
 * that changes in the report.
 */
export function openCheck(claim, evidence, options) {
  const session = new Session(++lastSession, true);
  let members = membersOf(claim);
  let current = members ?? claim;
  let known = taken(evidence);
  let words = wordsFor(options);
  session.report(current, numberOf(known), options, told(words));
  return Object.freeze({ update, report: () => session.whole(), close });

  function update(changes, ...others) {
    const before = words;
    if (others.length > 0) {
      known.own?.release();
      known = taken(others[0]);
    }
    words = wordsFor(options);
    if (words !== before) session.forget();
    const asked = [numberOf(known), options, told(words)];
    const change = session.changed(changes ?? {}, ...asked);
    if (change) {
      Object.assign(members, changes);
      return change;
    }
    members = { ...members, ...membersOf(changes) };
    current = members;
    return session.changedAll(current, ...asked);
  }

  function close() {
    session.close();
    known.own?.release();
  }
}

let lastSession = 0;

/** Evidence as it is now: what becomes of an object later is not seen. */
function taken(evidence) {
  if (numbers.has(evidence)) return { held: evidence };
  if (isNone(toJson(evidence))) return {};
  const own = holdEvidence(evidence);
  return { held: own, own };
}

/** The members of an object, as JSON has them; `null` for those that it leaves out. */
function membersOf(value) {
  const read = plain(value);
  if (typeof read !== "object" || read === null || Array.isArray(read)) return undefined;
  return { ...Object.fromEntries(Object.keys(value).map((name) => [name, null])), ...read };
}

const numberOf = ({ held }) => knownOf(held ?? null);

/** Puts a claim to the core, with the evidence unless that is what the core holds. */
function ask(question, claim, evidence, options) {
  const input = toJson([claim, options]);
  return question(input, localDay(), knownOf(evidence));
}

/**
 * Hands evidence over to the core, to be asked about again and again. What comes back goes wherever
 * evidence goes.
 */
export function holdEvidence(evidence) {
  const core = theWhole();
  const number = ++lastNumber;
  const held = Object.freeze({
    add(part) {
      if (numbers.has(held)) core.holdEvidence(number, partText(part));
    },
    release() {
      if (numbers.delete(held)) core.releaseEvidence(number);
    },
    // Where it is not known, it is no evidence that can be read.
    toJSON: () => "held evidence",
  });
  core.holdEvidence(number, partText(evidence));
  numbers.set(held, number);
  forgotten?.register(held, number);
  return held;
}

/** The numbers under which the core holds evidence, by what the caller has of it. */
let numbers = new WeakMap();
/** Under this number is the evidence that was last passed as it is. */
const LAST = 0;
let lastNumber = LAST;

/** A caller who only lets go of it frees the core's memory as well. */
const forgotten =
  typeof FinalizationRegistry === "function"
    ? new FinalizationRegistry((number) => whole.releaseEvidence(number))
    : undefined;

const partText = (part) => (typeof part === "string" ? part : toJson(part));

/** The number under which the core has the evidence; it gets what it does not have. */
function knownOf(evidence) {
  const number = numbers.get(evidence);
  if (number) return number;
  const text = toJson(evidence);
  if (isNone(text)) return LAST;
  const core = theWhole();
  if (text !== lastEvidence) {
    lastEvidence = undefined;
    core.releaseEvidence(LAST);
    core.holdEvidence(LAST, text);
    lastEvidence = text;
  }
  return LAST;
}

/** For this the check alone will do. */
const isNone = (text) => !whole && (text === "null" || text === "{}");

/** What is under that number, compared as text: the same object may have changed since. */
let lastEvidence;

/** The report's timeline alone. */
export function timeline(claim, evidence, options) {
  return checkClaim(claim, evidence, options).timeline;
}

/** "Partner Center showed me the subscription error": which of its reasons, and what to ask next. */
export function diagnoseSubscription(claim, evidence, options) {
  const words = wordsFor(options);
  const customerLocale = negotiateLocale([optionOf(options, "customerLocale") ?? words.tag]);
  const ruleset = optionOf(options, "ruleset");
  const customer = catalogues.has(customerLocale)
    ? wordsFor({ locale: customerLocale, ruleset })
    : words;
  const { advice, diagnoseSubscription: diagnose } = theWhole();
  return advice.diagnosis(ask(diagnose, claim, evidence, options), words, customer);
}

/** "Which activity?" */
export function adviseActivity(answers, options) {
  const { advice, adviseActivity: advise } = theWhole();
  return advice.activity(advise(toJson([answers, options])), wordsFor(options));
}

/** "Which Partner ID (MPN ID)?" */
export function advisePartnerId(candidates, context, options) {
  const { advice, advisePartnerId: advise } = theWhole();
  return advice.partnerId(advise(toJson([candidates, context])), wordsFor(options));
}

/** What did the person paste? */
export function classifyIdentifier(text, evidence) {
  const read = plain(text) ?? "";
  const known = knownOf(evidence);
  const isText = typeof read === "string" || typeof read === "number";
  if (!isText) return { kind: "unknown", value: "", confidence: "likely" };
  const answer = theCore().classifyIdentifier(String(read), known);
  const [kind, confidence, value] = answer.split("\n");
  return { kind, value, confidence };
}

/** Reads an export: text or bytes (UTF-8, or UTF-16 with a byte-order mark). */
export function readEvidence(textOrBytes, options) {
  const words = wordsFor(options);
  if (!readers && whenAsked.exports) beginReaders(...whenAsked.exports());
  if (!readers) throw new Error("cpor-preflight: await loadExports() first");
  const bytes = bytesOf(textOrBytes);
  const onProgress = optionOf(options, "onProgress");
  const progress = typeof onProgress === "function" ? onProgress : undefined;
  const isPasted = typeof textOrBytes === "string";
  const input = [bytes ?? NO_BYTES, toJson(options), isPasted, progress];
  const read = JSON.parse(readers.readEvidence(...input));
  const problems = bytes ? read.problems : [{ code: "not-text" }];
  return { ...read, problems: problems.map((problem) => words.evidenceProblem(problem)) };
}

/**
 * Asks Microsoft's directory whose a domain is. Nothing else in this library sends anything.
 *
 * @param own what an entry has of its own: `loadExports`, and the look-up's `code` for where nothing
 *   can be loaded later
 */
export async function lookUpTenant(domainOrTenantId, options, own) {
  const { tag } = wordsFor(options);
  const identified = classifyIdentifier(domainOrTenantId);
  const code = own?.code ?? import("./lookup.js").catch(fetchFailed);
  const [{ lookUp }] = await Promise.all([code, loadTexts()]);
  const words = wordsFor({ locale: tag, ruleset: optionOf(options, "ruleset") });
  const read = async (answer, said) => {
    await (own?.loadExports ?? loadExports)();
    return readEvidence(answer, { ...said, locale: words.tag });
  };
  const option = (name) => optionOf(options, name);
  return lookUp(identified, option, { read, words, today: localDay });
}

/** Joins two parts of evidence; order and doubles do not matter. */
export function mergeEvidence(a, b) {
  return theWhole().mergeEvidence(toJson([a, b]));
}

/**
 * How a CSV file of claims is laid out, from its beginning (64 KB are enough). Needs `loadBatch`.
 *
 * @param columns the fields of the columns in their order, where a person has chosen them
 */
export function batchLayout(head, columns) {
  return theBatch().layoutOf(bytesOf(head) ?? NO_BYTES, columns);
}

/** Checks a CSV file of claims: text or bytes. Needs `loadBatch`. */
export function checkBatch(csv, evidence, options) {
  const { checkAll } = theBatch();
  const bytes = bytesOf(csv);
  const run = (more) =>
    checkAll(bytes ?? NO_BYTES, { ...batchOptions(evidence, options), ...more });
  const answer = batchAnswer(run(), options);
  if (!bytes)
    answer.problems.unshift(wordsFor(options).batchProblem({ code: "not-text", rows: 0 }));
  // Made when it is asked for: it is as large as the file.
  answer.toCsv = () => {
    const pieces = [];
    run({ onCsv: (piece) => pieces.push(piece) });
    return joined(pieces);
  };
  return answer;
}

/**
 * Checks a CSV file of claims in pieces: `push(bytes)`, and `end()` for the answer, which is that of
 * `checkBatch` without `toCsv`. Needs `loadBatch`. In the options: `onRows(rows)` gets every row
 * checked, `onCsv(bytes)` the file with verdict and codes in two more columns.
 */
export function openBatch(evidence, options) {
  const { BatchRun, rowsOf } = theBatch();
  const onRows = optionOf(options, "onRows");
  const onCsv = optionOf(options, "onCsv");
  const run = new BatchRun({
    ...batchOptions(evidence, options),
    onRows: onRows && ((numbers) => onRows(rowsOf(numbers))),
    onCsv,
  });
  return {
    push: (bytes) => run.push(bytes),
    sums: () => batchAnswer(run.sums(), options),
    end: () => batchAnswer(run.end(), options),
  };
}

/** All rule sets, the default first; the caller's own. */
export function rulesets(options) {
  const locale = optionOf(options, "locale");
  const own = (ruleset) => wordsFor({ locale, ruleset: ruleset.id }).ruleset(ruleset);
  return structuredClone(REGISTRY.rulesets.map(own));
}

/**
 * Fields, checks, codes and questions with their words, for building a form; the caller's own. The
 * entries of the package add the closed lists: see `describe.js`.
 */
export function describe(options) {
  const { rulesets: all, codes, named, ...common } = REGISTRY;
  const { ruled, ...ruleset } = rulesetOf(optionOf(options, "ruleset"));
  const described = { ruleset, ...common, codes: codesUnder({ ruled }) };
  return structuredClone(wordsFor(options).description(described));
}

/** The module that answers: the core, or until it is there the check alone. */
function theCore() {
  const core = whole ?? checkAlone;
  if (!core) throw new Error("cpor-preflight: await init() first");
  return core;
}

function theWhole() {
  if (!whole) throw new Error("cpor-preflight: await loadEvidence() first");
  return whole;
}

function theBatch() {
  if (!batch && whenAsked.batch) beginBatch(...whenAsked.batch());
  if (!batch) throw new Error("cpor-preflight: await loadBatch() first");
  return batch;
}

function batchOptions(evidence, options) {
  return {
    evidence: toJson(evidence),
    options: toJson({
      ruleset: optionOf(options, "ruleset"),
      today: optionOf(options, "today"),
      answersInWords: optionOf(options, "answersInWords") === true,
    }),
    today: localDay(),
    columns: optionOf(options, "columns"),
    limit: optionOf(options, "limit"),
  };
}

function batchAnswer(answer, options) {
  const words = wordsFor(options);
  return { ...answer, problems: answer.problems.map((problem) => words.batchProblem(problem)) };
}

function joined(pieces) {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** As `init` was given them. */
const whenAsked = {};
/** By their tags; what gives one, until it is first asked for. */
const catalogues = new Map();
const wordsByKey = new Map();
let checkAlone;
let whole;
let skuTable;
let batch;
let readers;
let loadingCheck;
let loadingWhole;
let loadingBatch;
let loadingReaders;

/** One load for all callers; after a failure the next call tries again. */
function loadCheck(source) {
  loadingCheck ??= startCheck(source).catch((error) => {
    loadingCheck = undefined;
    throw failure(error);
  });
  return loadingCheck;
}

async function startCheck(source) {
  const module = await compile(source);
  const { memory } = await instantiateCheck({ module_or_path: module });
  // Named one by one: bundlers make an object of all there is only with code of their own.
  const functions = {
    check: alone.check,
    classifyIdentifier: alone.classifyIdentifier,
    closeCheck: alone.closeCheck,
    loadSkus: alone.loadSkus,
    room: alone.room,
  };
  checkAlone = renewing(functions, { initSync: alone.initSync }, module, (fresh) => {
    if (!whole) beginAnew(checkAlone, fresh);
  });
  if (!whole) begin(checkAlone, memory);
}

/** A fresh instance knows nothing: what was held for callers is no evidence any more. */
function beginAnew(core, memory) {
  begin(core, memory);
  numbers = new WeakMap();
  lastEvidence = undefined;
  if (skuTable) core.loadSkus(skuTable);
}

async function startWhole(source, glue) {
  const script = glue ?? import("./core.js").catch(fetchFailed);
  const [module, core] = await Promise.all([compile(source), script, loadTexts()]);
  const { memory } = await core.default({ module_or_path: module });
  if (skuTable) core.loadSkus(skuTable);
  const { advice, ...functions } = core;
  const safe = renewing(functions, core, module, (fresh) => beginAnew(whole, fresh));
  whole = { ...safe, advice };
  begin(whole, memory);
}

async function loadReaders(source, glue) {
  const script = glue ?? import("./wasm/cpor_exports.js").catch(fetchFailed);
  const [module, exports] = await Promise.all([compile(source), script, loadTexts()]);
  await exports.default({ module_or_path: module });
  readers = renewing(exports, exports, module, () => {});
}

function beginReaders(exports, module) {
  exports.initSync({ module });
  readers = renewing(exports, exports, module, () => {});
}

async function startBatch(source, { script = import("./batch.js"), skus } = {}) {
  const table = skus ?? import("./skus.js").then(({ default: csv }) => csv);
  const wanted = [compile(source), script, table, loadTexts()];
  const [module, loaded, csv] = await Promise.all(wanted).catch((error) => {
    throw error instanceof PreflightError ? error : new PreflightError("wasm_fetch_failed", error);
  });
  await loaded.loadModule(module, csv);
  batch = loaded;
}

function beginBatch(loaded, module, csv) {
  loaded.beginModule(module, csv);
  batch = loaded;
}

function failure(error) {
  return error instanceof PreflightError ? error : new PreflightError("internal", error);
}

async function compile(source) {
  if (typeof WebAssembly !== "object") {
    throw new PreflightError("wasm_unsupported", "there is no WebAssembly");
  }
  const given = await arrived(typeof source === "function" ? source() : source);
  if (given instanceof WebAssembly.Module) return given;
  if (!given) throw new PreflightError("internal", "await init() with the wasm first");
  // From bytes, not streaming: that would depend on the server's MIME type.
  return WebAssembly.compile(given).catch(notCompiled);
}

function notCompiled(error) {
  const blocked = /security policy|unsafe-eval|csp/i.test(error.message);
  throw new PreflightError(blocked ? "wasm_blocked_by_csp" : "internal", error);
}

/** Bytes or a compiled module, from whatever names or promises them. */
async function arrived(source) {
  // Node says it by itself, and would need a millisecond to get its clock ready.
  const since = globalThis.self?.performance?.now();
  const given = await Promise.resolve(source).catch((error) => {
    if (error instanceof WebAssembly.CompileError) notCompiled(error);
    const code = cameButWasRefused(error, since) ? "wasm_integrity" : "wasm_fetch_failed";
    throw new PreflightError(code, error);
  });
  const isAddress = typeof given === "string" || is("URL", given) || is("Request", given);
  const answer = isAddress ? await fetch(given).catch((error) => refused(given, error)) : given;
  if (!is("Response", answer)) return answer;
  if (!answer.ok) throw new PreflightError("wasm_fetch_failed", `status ${answer.status}`);
  return answer.arrayBuffer().catch(fetchFailed);
}

/** What has another hash than its request says is refused as if it had not come. */
async function refused({ url, integrity }, error) {
  const came = integrity && (await fetch(url).catch(() => undefined))?.ok;
  throw new PreflightError(came ? "wasm_integrity" : "wasm_fetch_failed", error);
}

/**
 * The same of a request that only its promise is known of. Node says it; browsers note a request
 * without a status although something came, where otherwise it would have been answered by then.
 */
function cameButWasRefused(error, since) {
  if (/integrity/i.test(error?.cause?.message)) return true;
  const requests = globalThis.performance?.getEntriesByType?.("resource") ?? [];
  return requests.some(
    ({ initiatorType, responseEnd, responseStatus, encodedBodySize }) =>
      initiatorType === "fetch" &&
      responseEnd >= since &&
      responseStatus === 0 &&
      encodedBodySize > 0,
  );
}

/** Also of another window; and Node takes longer to get its `Response` ready than to start. */
const is = (type, value) => Object.prototype.toString.call(value) === `[object ${type}]`;

function fetchFailed(error) {
  throw new PreflightError("wasm_fetch_failed", error);
}

/** The words of the language and rule set that the options name. */
function wordsFor(options) {
  const wanted = optionOf(options, "locale");
  const id = optionOf(options, "ruleset");
  const isLast = wanted === last.wanted && id === last.id && catalogues.size === last.count;
  if (!isLast) last = { wanted, id, count: catalogues.size, words: foundWords(wanted, id) };
  return last.words;
}

/** Asked for again and again, they are the same. */
let last = {};

function foundWords(wanted, id) {
  const locale = negotiateLocale([wanted]);
  const tag = [locale, "en", ...catalogues.keys()].find((one) => catalogues.has(one));
  let catalogue = catalogues.get(tag);
  if (!catalogue) throw new Error("cpor-preflight: await init() first");
  if (typeof catalogue === "function") {
    catalogue = catalogue();
    catalogues.set(tag, catalogue);
  }
  const ruleset = rulesetOf(id);
  const key = `${catalogue.tag}/${ruleset.id}`;
  let words = wordsByKey.get(key);
  if (!words) {
    words = new Words(catalogue, ruleset);
    wordsByKey.set(key, words);
  }
  return words;
}

/** The rule set of a name, else the default. */
function rulesetOf(id) {
  return REGISTRY.rulesets.find((known) => known.id === id) ?? REGISTRY.rulesets[0];
}

/** The codes with what a rule set says of each. */
function codesUnder({ ruled }) {
  return REGISTRY.codes.map((code, place) => ({ ...code, ...ruled?.[place] }));
}

/** The rule set of a place with what a report says of it, in these words. */
const told = (words) => (place) => {
  let told = words.told[place];
  if (!told) {
    const ruleset = REGISTRY.rulesets[place];
    const { id, page } = ruleset;
    const codes = codesUnder(ruleset);
    told = { id, url: page.url, checks: REGISTRY.checks, codes, words, steps: [] };
    words.told[place] = told;
  }
  return told;
};

const NO_BYTES = new Uint8Array();

function bytesOf(textOrBytes) {
  try {
    if (typeof textOrBytes === "string") return new TextEncoder().encode(textOrBytes);
    if (textOrBytes instanceof ArrayBuffer) return new Uint8Array(textOrBytes);
    if (!ArrayBuffer.isView(textOrBytes)) return undefined;
    const { buffer, byteOffset, byteLength } = textOrBytes;
    return new Uint8Array(buffer, byteOffset, byteLength);
  } catch {
    return undefined;
  }
}
