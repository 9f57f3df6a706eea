// The library's only state: which modules and languages are loaded, and what evidence the core holds.

import type { Field, Locale, ProblemCode } from "../generated/lists.js";
import type * as anythingScript from "./anything.js";
import type { Around } from "./around.js";
import type { BatchRun, FileProblem, RunOptions, Sums } from "./batch.js";
import { Checker, type CheckGlue, readInput } from "./check.js";
import type * as coreScripts from "./core.js";
import type { CoreGlue } from "./core.js";
import type * as core from "./core-answers.js";
import type { Evidence, FoundField, Identified } from "./core-types.js";
import { PreflightError } from "./error.js";
import { type EvidenceRef, type ExportInput, type Handle, Held, type HeldExport } from "./held.js";
import { Languages, type Loaders, rulesetAt } from "./languages.js";
import { negotiateLocale } from "./locales.js";
import type * as lookUpScript from "./lookup.js";
import { compile, fetchFailed, WasmModule } from "./module.js";
import { ownWords } from "./own-words.js";
import { bytesOf, isMap, joined, optionOf, plain, plainOption, toJson } from "./plain.js";
import { codesUnder, REGISTRY, type RegistryRuleset, rulesetNamed } from "./registry.js";
import type { Words } from "./text.js";
import type {
  ActivityAdvice,
  Anything,
  Batch,
  BatchLayout,
  BatchRow,
  BatchSums,
  Catalogue,
  Description,
  Diagnosis,
  EditionDifference,
  Export,
  Finding,
  InitOptions,
  LookUp,
  OpenBatch,
  PartnerIdAdvice,
  Problem,
  Report,
  Ruleset,
  RulesetDifference,
} from "./types.js";
import { heard } from "./warn.js";

/** Where the parts come from: what is there at once, or loads when it is called. */
export interface Sources {
  texts: Loaders;
  /** The languages that are loaded where none are named. */
  locales: string[];
  check?: { glue: CheckGlue; wasm?: () => unknown };
  core: { script: () => Loaded<typeof coreScripts>; wasm?: () => unknown };
  skus?: () => Loaded<{ default: string }>;
  lookUp?: () => Loaded<typeof lookUpScript>;
  anything?: () => Loaded<typeof anythingScript>;
}

type Loaded<Script> = Script | Promise<Script>;
type Core = Omit<typeof coreScripts, "glue" | "Around"> & {
  module: WasmModule<CoreGlue>;
  around: Around;
};
/** What `load` can load. */
export type LoadedPart = "check" | "core" | "skus" | "rest" | "lookUp";

const NO_BYTES = new Uint8Array();

export class Engine {
  #sources: Sources;
  /** Promises of what is loaded or loading, by name. */
  #loading = new Map<string, Promise<void>>();
  /** The module that answers, and the only one with evidence: the core, once it is there. */
  #module: WasmModule<CheckGlue> | undefined;
  #core: Core | undefined;
  #lookUp: typeof lookUpScript | undefined;
  #checker: Checker | undefined;
  #skus: string | undefined;
  #languages = new Languages(() => this.hasCore);
  /** The languages that were asked for by their tags: what comes later comes for them too. */
  #tags = new Set<Locale>();
  #held = new Held(undefined, () => this.#localDay());
  /** The look-ups of domains that are under way or were answered: see lookup.js. */
  #lookUps: lookUpScript.Requests = new WeakMap();
  /** The caller's day, and the minute in which it was looked up: a Date costs more than a check. */
  #today = { minute: -1, day: "" };

  /** @param sources where the parts come from: see `sources/` */
  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /* Loading */

  /**
   * Loads the parts that the options name, by default the core, which has the check in it.
   *
   * @param source the wasm, see `compile`; or the options
   * @throws {PreflightError} with a `code`; the next call tries again
   */
  async init(source?: unknown, options?: unknown): Promise<void> {
    const isOptions = options === undefined && isPlainObject(source);
    const given = (isOptions ? source : (options ?? {})) as InitOptions;
    const { wasm, parts = ["core"], locales, skus, messages } = given;
    for (const [tag, own] of ownWords(messages ?? undefined))
      this.#languages.take(negotiateLocale([tag]), "own", own);
    const named = [parts].flat();
    const part = named.includes("check") && this.#sources.check ? "check" : "core";
    const wanted = locales === undefined ? this.#sources.locales : [locales].flat();
    if (typeof skus === "string") this.#skus ??= skus;
    const needsSkus = part === "core" || named.includes("skus");
    await Promise.all([
      this.load(part, isOptions ? wasm : source),
      needsSkus && this.load("skus"),
      ...wanted.map((locale) => this.loadLocale(locale)),
    ]);
    if (typeof skus === "string") this.#takeSkus();
  }

  /**
   * Loads a part: `check`, `skus` (the SKU table, which names products), `rest` (the texts that a
   * check alone does without), `lookUp` or `core` (all there is).
   * Those who ask while it is loading share the load; after a failure the next call tries again.
   */
  load(part: LoadedPart, wasm?: unknown): Promise<void> {
    const start: Record<LoadedPart, () => Promise<void>> = {
      check: () => this.#startCheck(wasm),
      core: () => this.#startCore(wasm),
      skus: () => this.#loadSkus(),
      rest: () => this.#loadRest(),
      lookUp: () => this.#loadLookUp(),
    };
    // Whoever has the core needs no check beside it.
    const core = this.#loading.get("core");
    return part === "check" && core ? core : this.#once(part, start[part]);
  }

  get hasCore(): boolean {
    return Boolean(this.#core);
  }

  /** The core's wasm, for an instance in a worker: what is compiled once need not come twice. */
  get compiledCore(): WebAssembly.Module {
    return this.#coreNow.module.compiled;
  }

  /** Loads a language by its tag, or takes one that is given. Resolves to its tag. */
  async loadLocale(wanted: unknown): Promise<Locale> {
    const given = (wanted as Partial<Catalogue> | null | undefined)?.tag;
    const tag = negotiateLocale([given ?? wanted]);
    if (given) this.#languages.take(tag, "whole", wanted);
    else this.#tags.add(tag);
    const hasRest = this.#loading.has("core") || this.#loading.has("rest");
    const parts = hasRest ? (["claim", "rest"] as const) : (["claim"] as const);
    await Promise.all(parts.map((part) => this.#loadTexts(tag, part)));
    return tag;
  }

  async #startCheck(wasm: unknown): Promise<void> {
    const { check } = this.#sources;
    if (!check) throw notLoaded();
    const module = await this.#started(check.glue, await compile(wasm ?? check.wasm));
    if (!this.#core) this.#answerBy(module);
  }

  async #startCore(wasm: unknown): Promise<void> {
    const { core } = this.#sources;
    const [{ glue, Around, ...scripts }, compiled] = await Promise.all([
      loaded(core.script),
      compile(wasm ?? core.wasm),
      this.#loadRest(),
      this.load("skus"),
    ]);
    const module = await this.#started(glue, compiled);
    const around = new Around({
      module,
      held: () => this.#held,
      languages: () => this.#languages,
      skus: () => this.#skus,
      today: () => this.#localDay(),
      wordsFor: (options) => this.#wordsFor(options),
      checkClaim: (...asked) => this.checkClaim(...asked),
    });
    this.#core = { module, around, ...scripts };
    this.#answerBy(answering(module));
  }

  async #started<Glue extends CheckGlue>(
    glue: Glue,
    compiled: WebAssembly.Module,
  ): Promise<WasmModule<Glue>> {
    const module: WasmModule<Glue> = new WasmModule(glue, compiled, () => {
      if (this.#module === answering(module)) this.#answerBy(answering(module));
    });
    return module.start();
  }

  /** A module that has just started knows no products and holds no evidence. */
  #answerBy(module: WasmModule<CheckGlue>): void {
    this.#module = module;
    this.#checker = new Checker(module);
    this.#held.end();
    this.#held = new Held(this.#core?.module, () => this.#localDay());
    this.#languages.forget();
    this.#takeSkus();
  }

  async #loadSkus(): Promise<void> {
    const { skus } = this.#sources;
    if (this.#skus === undefined && skus) {
      const { default: csv } = await loaded(skus);
      this.#skus ??= csv;
    }
    this.#takeSkus();
  }

  async #loadRest(): Promise<void> {
    const parts = [...this.#tags].flatMap((tag) =>
      (["claim", "rest"] as const).map((part) => this.#loadTexts(tag, part)),
    );
    await Promise.all(parts);
  }

  async #loadLookUp(): Promise<void> {
    const { lookUp } = this.#sources;
    if (!lookUp) throw notLoaded();
    [this.#lookUp] = await Promise.all([loaded(lookUp), this.load("rest")]);
  }

  #takeSkus(): void {
    if (this.#skus !== undefined) this.#module?.call("loadSkus", this.#skus);
  }

  async #loadTexts(tag: Locale, part: "claim" | "rest"): Promise<void> {
    const load = this.#sources.texts[tag]?.[part];
    if (!load || this.#languages.has(tag, part)) return;
    await this.#once(`${tag}/${part}`, async () => {
      const { default: texts } = (await loaded(load)) as { default: unknown };
      this.#languages.take(tag, part, texts);
    });
  }

  #once(name: string, start: () => Promise<void>): Promise<void> {
    let loading = this.#loading.get(name);
    if (!loading) {
      loading = start().catch((error: unknown) => {
        this.#loading.delete(name);
        throw error instanceof PreflightError ? error : new PreflightError("internal", error);
      });
      this.#loading.set(name, loading);
    }
    return loading;
  }

  /* One claim */

  checkClaim(claim: unknown, evidence?: unknown, options?: unknown): Report {
    const words = this.#wordsFor(options);
    const input = readInput(claim, options, this.#localDay());
    const evidenceRef = this.#held.read(evidence);
    // From here on no code of the caller's runs, which could ask something else meanwhile.
    const number = this.#hold(evidenceRef);
    return this.#checkerNow.report(input, number, (place) =>
      rulesetAt(place, words, this.#languages),
    );
  }

  /** What each other rule set would say otherwise of a claim. */
  compareEditions(claim: unknown, evidence?: unknown, options?: unknown): EditionDifference[] {
    const [locale, today, named] = ["locale", "today", "ruleset"].map((name) =>
      plainOption(options, name),
    );
    // Read once, so that every rule set judges the same.
    const read = plain(claim);
    const evidenceRef = this.#held.read(evidence);
    const shown = typeof evidenceRef === "number" ? evidence : JSON.parse(evidenceRef);
    const under = (ruleset: unknown) => this.checkClaim(read, shown, { locale, today, ruleset });
    const base = under(named);
    const others = REGISTRY.rulesets.filter(({ id }) => id !== base.ruleset);
    return others.map(({ id }) => {
      const { ruleset, verdict, findings } = under(id);
      const [added, removed] = [without(findings, base.findings), without(base.findings, findings)];
      return { ruleset, verdict, added, removed };
    });
  }

  classifyIdentifier(text: unknown, evidence?: unknown): Identified {
    const read = plain(text) ?? "";
    const evidenceRef = this.#held.read(evidence);
    const isText = typeof read === "string" || typeof read === "number";
    if (!isText) return { kind: "unknown", value: "", confidence: "likely" };
    const number = this.#hold(evidenceRef);
    const answer = this.#moduleNow.call("classifyIdentifier", String(read), number);
    const [kind, confidence, value] = answer.split("\n");
    return { kind, value, confidence } as Identified;
  }

  findFields(text: unknown, options?: unknown): FoundField[] {
    const read = plain(text);
    const isText = typeof read === "string" || typeof read === "number";
    const evidenceRef = this.#held.read(optionOf(options, "evidence"));
    const { module } = this.#coreNow;
    const number = this.#hold(evidenceRef);
    return JSON.parse(module.call("findFields", isText ? String(read) : "", number));
  }

  /* Guides and diagnosis */

  diagnoseSubscription(claim: unknown, evidence: unknown, options: unknown): Diagnosis {
    const words = this.#wordsFor(options);
    const locale = this.#languages.worded(optionOf(options, "customerLocale"), words.tag);
    const input = toJson([claim, options]);
    const evidenceRef = this.#held.read(evidence);
    const { module, advice } = this.#coreNow;
    const number = this.#hold(evidenceRef);
    const answer: core.Diagnosis = JSON.parse(
      module.call("diagnoseSubscription", input, this.#localDay(), number),
    );
    const under = (tag: string) => this.#wordsFor({ locale: tag, ruleset: answer.ruleset });
    return advice.diagnosis(answer, under(words.tag), under(locale));
  }

  adviseActivity(answers: unknown, options: unknown): ActivityAdvice {
    const { module, advice } = this.#coreNow;
    const answer = module.call("adviseActivity", toJson([answers, options]), this.#localDay());
    const { id: ruleset } = this.#rulesetOf(options);
    const locale = optionOf(options, "locale");
    return advice.activity(JSON.parse(answer), this.#wordsFor({ locale, ruleset }));
  }

  advisePartnerId(candidates: unknown, context: unknown, options: unknown): PartnerIdAdvice {
    const { module, advice } = this.#coreNow;
    const answer = module.call("advisePartnerId", toJson([candidates, context]), this.#localDay());
    return advice.partnerId(JSON.parse(answer), this.#wordsFor(options));
  }

  /** Plans, the customer's letter, the time around filing, and records of checks: see around.js. */
  get around(): Around {
    return this.#coreNow.around;
  }

  /* Evidence */

  readEvidence(textOrBytes: unknown, options?: unknown): Export {
    const worded = this.wordsOfProblems(options);
    const { bytes, input } = exportInput(textOrBytes, options);
    const answer: core.Export = JSON.parse(this.#coreNow.module.call("readEvidence", ...input));
    const problems: core.Problem[] = bytes ? answer.problems : [NOT_TEXT];
    return { ...answer, problems: problems.map(worded) };
  }

  /**
   * Reads an export and leaves its evidence in the core. What comes out is small however large the
   * export is: `{ held, kind, rows, asOf, problems, problemCount, tenants, counts, asksForTenant }`.
   */
  holdExport(textOrBytes: unknown, options?: unknown): HeldExport {
    const { bytes, input } = exportInput(textOrBytes, options);
    const view = this.#heldNow.addExport(input);
    return bytes ? view : { ...view, problems: [NOT_TEXT] };
  }

  mergeEvidence(a: unknown, b: unknown): Evidence {
    const [one, other] = [a, b].map((part) => this.#heldNow.textOf(part));
    const { module } = this.#coreNow;
    return JSON.parse(module.call("mergeEvidence", `[${one},${other}]`, this.#localDay()));
  }

  /** Hands evidence over to the core. What comes back goes wherever evidence goes. */
  holdEvidence(evidence: unknown): Handle {
    return this.#heldNow.add(evidence);
  }

  /** The number of evidence that was read: see `Held`. Without any, the check alone will do. */
  #hold(evidenceRef: EvidenceRef): number {
    if (!this.#core && (evidenceRef === "null" || evidenceRef === "{}")) return 0;
    return this.#heldNow.numberOf(evidenceRef);
  }

  async readAnything(input: unknown, options?: unknown): Promise<Anything> {
    const { anything } = this.#sources;
    if (!anything) throw notLoaded();
    return (await loaded(anything)).readAnything(this, input, options);
  }

  /** Puts problems of exports into words, where there are any. */
  wordsOfProblems(options: unknown): (problem: core.Problem) => Problem {
    const words = this.#languages.wordsFor(options);
    return (problem) => words?.evidenceProblem(problem) ?? (problem as Problem);
  }

  async lookUpTenant(domainOrTenantId: unknown, options?: unknown): Promise<LookUp> {
    const { tag } = this.#wordsFor(options);
    const identified = this.classifyIdentifier(domainOrTenantId);
    await this.load("lookUp");
    const words = this.#wordsFor({ locale: tag, ruleset: optionOf(options, "ruleset") });
    const read = async (answer: string, stated: object): Promise<Export> => {
      // A look-up that failed has nothing to be read, and needs no core to say so.
      await this.load("core");
      return this.readEvidence(answer, { ...stated, locale: words.tag });
    };
    const option = (name: string) => optionOf(options, name);
    if (!this.#lookUp) throw notLoaded();
    return this.#lookUp.lookUp(identified, option, {
      ...{ read, words, today: this.#localDay(), requests: this.#lookUps },
    });
  }

  /* Many claims */

  /** @param columns the fields of the columns in their order, where a person has chosen them */
  batchLayout(head: unknown, columns?: unknown): BatchLayout {
    const { module, batch } = this.#coreNow;
    return batch.layoutOf(module, bytesOf(head) ?? NO_BYTES, toJson(columns));
  }

  checkBatch(csv: unknown, evidence?: unknown, options?: unknown): Batch {
    const { module, batch } = this.#coreNow;
    const asked = this.batchOptions(evidence, options);
    const bytes = bytesOf(csv);
    const run = (more?: Partial<RunOptions>) =>
      batch.checkAll(module, bytes ?? NO_BYTES, { ...asked, ...more });
    const answer = this.#batchAnswer(run(), options, Boolean(bytes));
    // Made when it is asked for: it is as large as the file.
    const toCsv = () => {
      const pieces: Uint8Array[] = [];
      run({ onCsv: (piece) => pieces.push(piece) });
      return joined(pieces);
    };
    return Object.assign(answer, { toCsv });
  }

  /**
   * `push(bytes)`, and `end()` for the answer, which is that of `checkBatch` without `toCsv`. In the
   * options: `onRows(rows)` gets every row checked, `onCsv(bytes)` the file with verdict and codes in
   * two more columns.
   */
  openBatch(evidence?: unknown, options?: unknown): OpenBatch {
    const { batch } = this.#coreNow;
    const onRows = functionOf<[BatchRow[]]>(options, "onRows");
    const run = this.startBatch({
      ...this.batchOptions(evidence, options),
      onRows: onRows && ((numbers) => onRows(batch.rowsOf(numbers))),
      onCsv: functionOf<[Uint8Array]>(options, "onCsv"),
    });
    let isText = true;
    return {
      push: (textOrBytes: unknown) => {
        const bytes = bytesOf(textOrBytes);
        isText &&= Boolean(bytes);
        if (bytes) run.push(bytes);
      },
      sums: () => this.#batchAnswer(run.sums(), options, isText),
      end: () => this.#batchAnswer(run.end(), options, isText),
    };
  }

  /** A run with numbers for answers, see batch.js; `options` are those of `batchOptions` and its callbacks. */
  startBatch(options: RunOptions): BatchRun {
    const { module, batch } = this.#coreNow;
    return new batch.BatchRun(module, options);
  }

  /** The code of the answer that a cell has in words, else the text itself. */
  answerOf(field: Field, text: string): string {
    return this.#coreNow.module.call("optionOf", field, text) || text;
  }

  batchOptions(evidence: unknown, options: unknown): RunOptions {
    const evidenceRef = this.#held.read(evidence);
    const option = (name: string) => optionOf(options, name);
    return {
      options: toJson({
        ruleset: option("ruleset"),
        today: option("today"),
        answersInWords: option("answersInWords") === true,
      }),
      today: this.#localDay(),
      columns: toJson(option("columns")),
      limit: option("limit"),
      guardFormulas: option("guardFormulas") === true,
      // Asked for when the run begins: what is held may be gone by then, and its number another's.
      evidence: () =>
        this.#hold(typeof evidenceRef === "number" ? this.#held.read(evidence) : evidenceRef),
    };
  }

  /** `isText`: was all of the file text or bytes? */
  #batchAnswer(answer: Sums, options: unknown, isText: boolean): BatchSums {
    const words = this.#wordsFor(options);
    const problems: FileProblem[] = [
      ...(isText ? [] : [{ ...NOT_TEXT, rows: 0 }]),
      ...answer.problems,
    ];
    return { ...answer, problems: problems.map((problem) => words.batchProblem(problem)) };
  }

  /** Puts what is the matter with a file into words. */
  batchProblems(problems: readonly FileProblem[], options: unknown): BatchSums["problems"] {
    const words = this.#wordsFor(options);
    return problems.map((problem) => words.batchProblem(problem));
  }

  /* Words and lists */

  rulesets(options: unknown): Ruleset[] {
    const locale = plainOption(options, "locale");
    const worded = (ruleset: RegistryRuleset) =>
      this.#wordsFor({ locale, ruleset: ruleset.id }).ruleset(ruleset);
    return structuredClone(REGISTRY.rulesets.map(worded));
  }

  describe(options?: unknown): Description {
    const ruleset = this.#rulesetOf(options);
    const described = { ...REGISTRY, ruleset, codes: codesUnder(ruleset) };
    const locale = plainOption(options, "locale");
    const description = this.#wordsFor({ locale, ruleset: ruleset.id }).description(described);
    return structuredClone({ ...description, lists: { ...REGISTRY.lists, ...this.#core?.lists } });
  }

  /** What the second rule set changes against the first. */
  compareRulesets(from: unknown, to: unknown, options: unknown): RulesetDifference[] {
    const locale = optionOf(options, "locale");
    const described = (ruleset: unknown) => this.describe({ locale, ruleset });
    const [before, after] = [described(from), described(to)];
    return this.#coreNow.differencesOf(before, after);
  }

  #wordsFor(options: unknown): Words {
    const words = this.#languages.wordsFor(options);
    if (!words) throw notLoaded();
    return words;
  }

  /** The rule set that the options name, else the one in force on their day or the caller's. */
  #rulesetOf(options: unknown): RegistryRuleset {
    const today = plainOption(options, "today");
    const isDay = typeof today === "string" && /^\d{4}-\d\d-\d\d$/.test(today);
    return rulesetNamed(plainOption(options, "ruleset"), isDay ? today : this.#localDay());
  }

  #localDay(): string {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.#today.minute) {
      const date = new Date();
      const two = (number: number) => String(number).padStart(2, "0");
      const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
      this.#today = { minute, day };
    }
    return this.#today.day;
  }

  get #checkerNow(): Checker {
    if (!this.#checker) throw notLoaded();
    return this.#checker;
  }

  get #heldNow(): Held {
    if (!this.#core) throw notLoaded();
    return this.#held;
  }

  get #moduleNow(): WasmModule<CheckGlue> {
    if (!this.#module) throw notLoaded();
    return this.#module;
  }

  get #coreNow(): Core {
    if (!this.#core) throw notLoaded();
    return this.#core;
  }
}

/** The findings that are not among the others, or weigh otherwise there. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const key = ({ code, severity, fields, params }: Finding) =>
    JSON.stringify([code, severity, fields, params]);
  const known = new Set(others.map(key));
  return findings.filter((finding) => !known.has(key(finding)));
}

const NOT_TEXT = { code: "not-text" as ProblemCode & "not-text" };

/** A module as what checks claims: the core has all functions of the check. */
const answering = (module: unknown): WasmModule<CheckGlue> => module as WasmModule<CheckGlue>;

const notLoaded = (): Error => new Error("cpor-preflight: await init() first");

/** A part's script, or an error that says that it did not come. */
async function loaded<Part>(load: () => Part | Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    return fetchFailed(error);
  }
}

function functionOf<Given extends unknown[]>(
  options: unknown,
  name: string,
): ((...given: Given) => void) | undefined {
  const value = optionOf(options, name);
  return typeof value === "function" ? (value as (...given: Given) => void) : undefined;
}

/** What the core's readers take: bytes, options as JSON, whether it was pasted, who hears of progress. */
function exportInput(
  textOrBytes: unknown,
  options: unknown,
): { bytes: Uint8Array | undefined; input: ExportInput } {
  const bytes = bytesOf(textOrBytes);
  const progress = functionOf<[done: number, total: number]>(options, "onProgress");
  const hear = progress && heard("onProgress", progress);
  const isPasted = typeof textOrBytes === "string";
  return { bytes, input: [bytes ?? NO_BYTES, toJson(options), isPasted, hear] };
}

/** Made by a literal: options, not a source of wasm. */
function isPlainObject(value: unknown): boolean {
  return (
    isMap(value) && value !== undefined && Object.getPrototypeOf(value ?? []) === Object.prototype
  );
}
