// The library's only state: which modules and languages are loaded, and what evidence the core holds.

import { Checker, readInput } from "./check.js";
import { PreflightError } from "./error.js";
import { Held } from "./held.js";
import { Languages, rulesetAt } from "./languages.js";
import { negotiateLocale } from "./locales.js";
import { compile, fetchFailed, WasmModule } from "./module.js";
import { bytesOf, isMap, joined, optionOf, plain, plainOption, toJson } from "./plain.js";
import { codesUnder, REGISTRY, rulesetNamed } from "./registry.js";

const NO_BYTES = new Uint8Array();

export class Engine {
  #sources;
  /** Promises of what is loaded or loading, by name. */
  #loading = new Map();
  /** The module that answers, and the only one with evidence: the core, once it is there. */
  #module;
  #core;
  #lookUp;
  #checker;
  #skus;
  #languages = new Languages(() => Boolean(this.#core));
  #held = new Held();
  /** The look-ups of domains that are under way or were answered: see lookup.js. */
  #lookUps = new WeakMap();
  /** The caller's day, and the minute in which it was looked up: a Date costs more than a check. */
  #today = { minute: -1, day: "" };

  /** @param sources where the parts come from: see `sources/` */
  constructor(sources) {
    this.#sources = sources;
  }

  /* Loading */

  /**
   * Loads the parts that the options name, by default the core, which has the check in it.
   *
   * @param source the wasm, see `compile`; or the options
   * @throws {PreflightError} with a `code`; the next call tries again
   */
  async init(source, options) {
    const isOptions = options === undefined && isPlainObject(source);
    const { wasm, parts = ["core"], locales, skus } = isOptions ? source : (options ?? {});
    const part = [parts].flat().includes("check") && this.#sources.check ? "check" : "core";
    const wanted = locales === undefined ? this.#sources.locales : [locales].flat();
    if (typeof skus === "string") this.#skus ??= skus;
    const needsSkus = part === "core" || [parts].flat().includes("skus");
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
  load(part, wasm) {
    const start = {
      check: () => this.#startCheck(wasm),
      core: () => this.#startCore(wasm),
      skus: () => this.#loadSkus(),
      rest: () => this.#loadRest(),
      lookUp: () => this.#loadLookUp(),
    };
    // Whoever has the core needs no check beside it.
    return part === "check" && this.#loading.has("core")
      ? this.#loading.get("core")
      : this.#once(part, start[part]);
  }

  /** Is a part there? */
  has(part) {
    return part === "core" ? Boolean(this.#core) : Boolean(this.#module);
  }

  /** The core's wasm, for an instance in a worker: what is compiled once need not come twice. */
  get compiledCore() {
    return this.#coreNow.module.compiled;
  }

  /** Loads a language by its tag, or takes one that is given. Resolves to its tag. */
  async loadLocale(wanted) {
    const tag = negotiateLocale([wanted?.tag ?? wanted]);
    if (wanted?.tag) this.#languages.take(tag, "whole", wanted);
    const hasRest = this.#loading.has("core") || this.#loading.has("rest");
    const parts = hasRest ? ["claim", "rest"] : ["claim"];
    await Promise.all(parts.map((part) => this.#loadTexts(tag, part)));
    return tag;
  }

  async #startCheck(wasm) {
    const { check } = this.#sources;
    const module = await this.#started(check.glue, wasm ?? check.wasm);
    if (!this.#core) this.#answerBy(module);
  }

  async #startCore(wasm) {
    const { core } = this.#sources;
    const [{ glue, ...scripts }, compiled] = await Promise.all([
      loaded(core.script),
      compile(wasm ?? core.wasm),
      this.#loadRest(),
      this.load("skus"),
    ]);
    const module = await this.#started(glue, compiled);
    this.#core = { module, ...scripts };
    this.#answerBy(module);
  }

  async #started(glue, wasm) {
    const compiled = await compile(wasm);
    const module = new WasmModule(glue, compiled, () => {
      if (this.#module === module) this.#answerBy(module);
    });
    return module.start();
  }

  /** A module that has just started knows no products and holds no evidence. */
  #answerBy(module) {
    this.#module = module;
    this.#checker = new Checker(module);
    this.#held.end();
    this.#held = new Held(this.#core?.module, () => this.#localDay());
    this.#languages.forget();
    this.#takeSkus();
  }

  async #loadSkus() {
    const { skus } = this.#sources;
    if (this.#skus === undefined && skus) {
      const { default: csv } = await loaded(skus);
      this.#skus ??= csv;
    }
    this.#takeSkus();
  }

  async #loadRest() {
    const parts = this.#tagsAskedFor.flatMap((tag) =>
      ["claim", "rest"].map((part) => this.#loadTexts(tag, part)),
    );
    await Promise.all(parts);
  }

  async #loadLookUp() {
    [this.#lookUp] = await Promise.all([loaded(this.#sources.lookUp), this.load("rest")]);
  }

  #takeSkus() {
    if (this.#skus !== undefined) this.#module?.call("loadSkus", this.#skus);
  }

  /** The languages that are loaded or loading, but for those that were given. */
  get #tagsAskedFor() {
    const names = [...this.#loading.keys()];
    return names.flatMap((name) => /^(.+)\/claim$/.exec(name)?.[1] ?? []);
  }

  async #loadTexts(tag, part) {
    const { [tag]: { [part]: load } = {} } = this.#sources.texts;
    if (!load || this.#languages.has(tag, part)) return;
    await this.#once(`${tag}/${part}`, async () => {
      this.#languages.take(tag, part, (await loaded(load)).default);
    });
  }

  #once(name, start) {
    if (!this.#loading.has(name)) {
      const loading = start().catch((error) => {
        this.#loading.delete(name);
        throw error instanceof PreflightError ? error : new PreflightError("internal", error);
      });
      this.#loading.set(name, loading);
    }
    return this.#loading.get(name);
  }

  /* One claim */

  checkClaim(claim, evidence, options) {
    const words = this.#wordsFor(options);
    const input = readInput(claim, options, this.#localDay());
    const known = this.#held.read(evidence);
    // From here on no code of the caller's runs, which could ask something else meanwhile.
    const number = this.#hold(known);
    return this.#checkerNow.report(input, number, (place) => rulesetAt(place, words));
  }

  classifyIdentifier(text, evidence) {
    const read = plain(text) ?? "";
    const known = this.#held.read(evidence);
    const isText = typeof read === "string" || typeof read === "number";
    if (!isText) return { kind: "unknown", value: "", confidence: "likely" };
    const number = this.#hold(known);
    const answer = this.#moduleNow.call("classifyIdentifier", String(read), number);
    const [kind, confidence, value] = answer.split("\n");
    return { kind, value, confidence };
  }

  /* Guides and diagnosis */

  diagnoseSubscription(claim, evidence, options) {
    const words = this.#wordsFor(options);
    const ruleset = optionOf(options, "ruleset");
    const locale = this.#languages.worded(optionOf(options, "customerLocale"), words.tag);
    const customerWords = this.#wordsFor({ locale, ruleset });
    const input = toJson([claim, options]);
    const known = this.#held.read(evidence);
    const { module, advice } = this.#coreNow;
    const number = this.#hold(known);
    const answer = module.call("diagnoseSubscription", input, this.#localDay(), number);
    return advice.diagnosis(JSON.parse(answer), words, customerWords);
  }

  adviseActivity(answers, options) {
    const { module, advice } = this.#coreNow;
    const answer = module.call("adviseActivity", toJson([answers, options]));
    return advice.activity(JSON.parse(answer), this.#wordsFor(options));
  }

  advisePartnerId(candidates, context, options) {
    const { module, advice } = this.#coreNow;
    const answer = module.call("advisePartnerId", toJson([candidates, context]));
    return advice.partnerId(JSON.parse(answer), this.#wordsFor(options));
  }

  /* Evidence */

  readEvidence(textOrBytes, options) {
    const words = this.#wordsFor(options);
    const { bytes, input } = exportInput(textOrBytes, options);
    const answer = JSON.parse(this.#coreNow.module.call("readEvidence", ...input));
    const problems = bytes ? answer.problems : [{ code: "not-text" }];
    return { ...answer, problems: problems.map((problem) => words.evidenceProblem(problem)) };
  }

  /**
   * Reads an export and leaves its evidence in the core. What comes out is small however large the
   * export is: `{ held, kind, rows, asOf, problems, problemCount, tenants, counts, asksForTenant }`.
   */
  holdExport(textOrBytes, options) {
    const { bytes, input } = exportInput(textOrBytes, options);
    const view = this.#heldNow.addExport(input);
    return bytes ? view : { ...view, problems: [{ code: "not-text" }] };
  }

  mergeEvidence(a, b) {
    const [one, other] = [a, b].map((part) => this.#heldNow.textOf(part));
    const { module } = this.#coreNow;
    return JSON.parse(module.call("mergeEvidence", `[${one},${other}]`, this.#localDay()));
  }

  /** Hands evidence over to the core. What comes back goes wherever evidence goes. */
  holdEvidence(evidence) {
    return this.#heldNow.add(evidence);
  }

  /** Holds the join of several held evidences; these stay as they are. */
  joinEvidence(handles) {
    return this.#heldNow.join(handles);
  }

  /** The number of evidence that was read: see `Held`. Without any, the check alone will do. */
  #hold(known) {
    if (!this.#core && (known === "null" || known === "{}")) return 0;
    return this.#heldNow.numberOf(known);
  }

  async lookUpTenant(domainOrTenantId, options) {
    const { tag } = this.#wordsFor(options);
    const identified = this.classifyIdentifier(domainOrTenantId);
    await this.load("lookUp");
    const words = this.#wordsFor({ locale: tag, ruleset: optionOf(options, "ruleset") });
    const read = async (answer, stated) => {
      // What has failed before is told without it.
      await this.load("core");
      return this.readEvidence(answer, { ...stated, locale: words.tag });
    };
    const option = (name) => optionOf(options, name);
    return this.#lookUp.lookUp(identified, option, {
      ...{ read, words, today: this.#localDay(), requests: this.#lookUps },
    });
  }

  /* Many claims */

  /** @param columns the fields of the columns in their order, where a person has chosen them */
  batchLayout(head, columns) {
    const { module, batch } = this.#coreNow;
    return batch.layoutOf(module, bytesOf(head) ?? NO_BYTES, toJson(columns));
  }

  checkBatch(csv, evidence, options) {
    const { module, batch } = this.#coreNow;
    const asked = this.batchOptions(evidence, options);
    const bytes = bytesOf(csv);
    const run = (more) => batch.checkAll(module, bytes ?? NO_BYTES, { ...asked, ...more });
    const answer = this.#batchAnswer(run(), options, Boolean(bytes));
    // Made when it is asked for: it is as large as the file.
    answer.toCsv = () => {
      const pieces = [];
      run({ onCsv: (piece) => pieces.push(piece) });
      return joined(pieces);
    };
    return answer;
  }

  /**
   * `push(bytes)`, and `end()` for the answer, which is that of `checkBatch` without `toCsv`. In the
   * options: `onRows(rows)` gets every row checked, `onCsv(bytes)` the file with verdict and codes in
   * two more columns.
   */
  openBatch(evidence, options) {
    const { batch } = this.#coreNow;
    const onRows = functionOf(options, "onRows");
    const run = this.startBatch({
      ...this.batchOptions(evidence, options),
      onRows: onRows && ((numbers) => onRows(batch.rowsOf(numbers))),
      onCsv: functionOf(options, "onCsv"),
    });
    let isText = true;
    return {
      push: (textOrBytes) => {
        const bytes = bytesOf(textOrBytes);
        isText &&= Boolean(bytes);
        if (bytes) run.push(bytes);
      },
      sums: () => this.#batchAnswer(run.sums(), options, isText),
      end: () => this.#batchAnswer(run.end(), options, isText),
    };
  }

  /** A run with numbers for answers, see batch.js; `options` are those of `batchOptions` and its callbacks. */
  startBatch(options) {
    const { module, batch } = this.#coreNow;
    return new batch.BatchRun(module, options);
  }

  /** The code of the answer that a cell has in words, else the text itself. */
  answerOf(field, text) {
    return this.#coreNow.module.call("optionOf", field, text) || text;
  }

  batchOptions(evidence, options) {
    const read = this.#held.read(evidence);
    const option = (name) => optionOf(options, name);
    return {
      options: toJson({
        ruleset: option("ruleset"),
        today: option("today"),
        answersInWords: option("answersInWords") === true,
      }),
      today: this.#localDay(),
      columns: toJson(option("columns")),
      limit: option("limit"),
      // Asked for when the run begins: a number stands for what is held at that moment.
      evidence: () => this.#hold(read),
    };
  }

  /** `isText`: was all of the file text or bytes? */
  #batchAnswer(answer, options, isText) {
    const words = this.#wordsFor(options);
    const problems = [...(isText ? [] : [{ code: "not-text", rows: 0 }]), ...answer.problems];
    return { ...answer, problems: problems.map((problem) => words.batchProblem(problem)) };
  }

  /* Words and lists */

  rulesets(options) {
    const locale = plainOption(options, "locale");
    const worded = (ruleset) => this.#wordsFor({ locale, ruleset: ruleset.id }).ruleset(ruleset);
    return structuredClone(REGISTRY.rulesets.map(worded));
  }

  describe(options) {
    const ruleset = rulesetNamed(plainOption(options, "ruleset"));
    const described = { ...REGISTRY, ruleset, codes: codesUnder(ruleset) };
    const description = this.#wordsFor(options).description(described);
    return structuredClone({ ...description, lists: REGISTRY.lists });
  }

  /** What the second rule set changes against the first. */
  compareRulesets(from, to, options) {
    const locale = optionOf(options, "locale");
    const [before, after] = [from, to].map((ruleset) => this.describe({ locale, ruleset }));
    return this.#coreNow.differencesOf(before, after);
  }

  #wordsFor(options) {
    const words = this.#languages.wordsFor(options);
    if (!words) throw notLoaded();
    return words;
  }

  #localDay() {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.#today.minute) {
      const date = new Date();
      const two = (number) => String(number).padStart(2, "0");
      const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
      this.#today = { minute, day };
    }
    return this.#today.day;
  }

  get #checkerNow() {
    if (!this.#checker) throw notLoaded();
    return this.#checker;
  }

  get #heldNow() {
    if (!this.#core) throw notLoaded();
    return this.#held;
  }

  get #moduleNow() {
    if (!this.#module) throw notLoaded();
    return this.#module;
  }

  get #coreNow() {
    if (!this.#core) throw notLoaded();
    return this.#core;
  }
}

const notLoaded = () => new Error("cpor-preflight: await init() first");

/** A part's script, or an error that says that it did not come. */
async function loaded(load) {
  try {
    return await load();
  } catch (error) {
    return fetchFailed(error);
  }
}

function functionOf(options, name) {
  const value = optionOf(options, name);
  return typeof value === "function" ? value : undefined;
}

/** What the core's readers take: bytes, options as JSON, whether it was pasted, who hears of progress. */
function exportInput(textOrBytes, options) {
  const bytes = bytesOf(textOrBytes);
  const progress = functionOf(options, "onProgress");
  const isPasted = typeof textOrBytes === "string";
  return { bytes, input: [bytes ?? NO_BYTES, toJson(options), isPasted, progress] };
}

/** Made by a literal: options, not a source of wasm. */
function isPlainObject(value) {
  return (
    isMap(value) && value !== undefined && Object.getPrototypeOf(value ?? []) === Object.prototype
  );
}
