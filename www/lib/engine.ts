// The library's only state: which modules and languages are loaded, and what evidence the core holds.

import type { Locale } from "../generated/lists.js";
import type * as anythingScript from "./anything.js";
import type { Around, Behind } from "./around.js";
import { Checker, type CheckGlue, readInput } from "./check.js";
import type * as coreScripts from "./core.js";
import type { Identified } from "./core-types.js";
import { editionsBeside } from "./editions.js";
import type { Exports } from "./exports.js";
import type { Guides } from "./guides.js";
import { type EvidenceRef, type Handle, Held } from "./held.js";
import { Languages, type Loaders, rulesetAt } from "./languages.js";
import { type Loaded, Loads, loaded } from "./loads.js";
import { LocalDay } from "./local-day.js";
import { negotiateLocale } from "./locales.js";
import type * as lookUpScript from "./lookup.js";
import type { ManyClaims } from "./many.js";
import { compile, WasmModule } from "./module.js";
import { ownWords } from "./own-words.js";
import { evidenceJson, isMap, optionOf, plain, plainOption } from "./plain.js";
import { codesUnder, REGISTRY, type RegistryRuleset, rulesetNamed } from "./registry.js";
import type { Words } from "./text.js";
import type {
  Anything,
  Catalogue,
  Description,
  EditionDifference,
  Export,
  InitOptions,
  LookUp,
  Report,
  Ruleset,
  RulesetDifference,
} from "./types.js";

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

interface Core extends Pick<typeof coreScripts, "differencesOf" | "lists"> {
  module: WasmModule<coreScripts.CoreGlue>;
  around: Around;
  guides: Guides;
  many: ManyClaims;
  exports: Exports;
}
/** What `load` can load. */
export type LoadedPart = "check" | "core" | "skus" | "rest" | "lookUp";

export class Engine {
  #sources: Sources;
  #loads = new Loads();
  /** The module that answers, and the only one with evidence: the core, once it is there. */
  #module: WasmModule<CheckGlue> | undefined;
  #core: Core | undefined;
  #lookUp: typeof lookUpScript | undefined;
  #checker: Checker | undefined;
  #skus: string | undefined;
  #languages = new Languages(() => this.hasCore);
  /** The languages that were asked for by their tags: what comes later comes for them too. */
  #tags = new Set<Locale>();
  /** The evidence that the core holds; none as long as there is only the check of a claim without evidence. */
  #held: Held | undefined;
  /** The look-ups of domains that are under way or were answered: see lookup.js. */
  #lookUps: lookUpScript.Requests = new WeakMap();
  #day = new LocalDay();

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
    const name = part === "check" && this.#loads.has("core") ? "core" : part;
    return this.#loads.once(name, start[name]);
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
    const hasRest = this.#loads.has("core") || this.#loads.has("rest");
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
    const [{ glue, Around, Exports, Guides, ManyClaims, ...scripts }, compiled] = await Promise.all(
      [loaded(core.script), compile(wasm ?? core.wasm), this.#loadRest(), this.load("skus")],
    );
    const module = await this.#started(glue, compiled);
    const behind: Behind = {
      module,
      held: () => this.#heldNow,
      hold: (evidenceRef) => this.#hold(evidenceRef),
      languages: () => this.#languages,
      skus: () => this.#skus,
      today: () => this.#day.now,
      rulesetOf: (options) => this.#rulesetOf(options),
      wordsFor: (options) => this.#wordsFor(options),
      checkClaim: (...asked) => this.checkClaim(...asked),
    };
    this.#core = {
      ...{ module, ...scripts },
      around: new Around(behind),
      guides: new Guides(behind),
      many: new ManyClaims(behind),
      exports: new Exports(behind),
    };
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
    this.#held?.end();
    this.#held = this.#core && new Held(this.#core.module, () => this.#day.now);
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
    await this.#loads.once(`${tag}/${part}`, async () => {
      const { default: texts } = (await loaded(load)) as { default: unknown };
      this.#languages.take(tag, part, texts);
    });
  }

  /* One claim */

  checkClaim(claim: unknown, evidence?: unknown, options?: unknown): Report {
    const words = this.#wordsFor(options);
    const input = readInput(claim, options, this.#day.now);
    const evidenceRef = this.#read(evidence);
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
    const evidenceRef = this.#read(evidence);
    const shown = typeof evidenceRef === "number" ? evidence : JSON.parse(evidenceRef);
    const under = (ruleset: unknown) => this.checkClaim(read, shown, { locale, today, ruleset });
    return editionsBeside(under(named), under);
  }

  classifyIdentifier(text: unknown, evidence?: unknown): Identified {
    const read = plain(text) ?? "";
    const evidenceRef = this.#read(evidence);
    const isText = typeof read === "string" || typeof read === "number";
    if (!isText) return { kind: "unknown", value: "", confidence: "likely" };
    const number = this.#hold(evidenceRef);
    const answer = this.#moduleNow.call("classifyIdentifier", String(read), number);
    const [kind, confidence, value] = answer.split("\n");
    return { kind, value, confidence } as Identified;
  }

  /* What comes with the core */

  /** The guides and the diagnosis: see guides.js. */
  get guides(): Guides {
    return this.#coreNow.guides;
  }

  /** Plans, the customer's letter, the time around filing, and records of checks: see around.js. */
  get around(): Around {
    return this.#coreNow.around;
  }

  /** Files of claims: see many.js. */
  get many(): ManyClaims {
    return this.#coreNow.many;
  }

  /** What is read in exports and texts: see exports.js. */
  get exports(): Exports {
    return this.#coreNow.exports;
  }

  /* Evidence */

  /** Hands evidence over to the core. What comes back goes wherever evidence goes. */
  holdEvidence(evidence: unknown): Handle {
    return this.#heldNow.add(evidence);
  }

  /** Evidence as a number or as JSON: see `Held`. */
  #read(evidence: unknown): EvidenceRef {
    return this.#held?.read(evidence) ?? evidenceJson(evidence);
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

  async lookUpTenant(domainOrTenantId: unknown, options?: unknown): Promise<LookUp> {
    const { tag } = this.#wordsFor(options);
    const identified = this.classifyIdentifier(domainOrTenantId);
    await this.load("lookUp");
    const words = this.#wordsFor({ locale: tag, ruleset: optionOf(options, "ruleset") });
    const read = async (answer: string, stated: object): Promise<Export> => {
      // A look-up that failed has nothing to be read, and needs no core to say so.
      await this.load("core");
      return this.exports.read(answer, { ...stated, locale: words.tag });
    };
    const option = (name: string) => optionOf(options, name);
    return (this.#lookUp as typeof lookUpScript).lookUp(identified, option, {
      ...{ read, words, today: this.#day.now, requests: this.#lookUps },
    });
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
    return rulesetNamed(plainOption(options, "ruleset"), isDay ? today : this.#day.now);
  }

  get #checkerNow(): Checker {
    if (!this.#checker) throw notLoaded();
    return this.#checker;
  }

  get #heldNow(): Held {
    if (!this.#held) throw notLoaded();
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

/** A module as what checks claims: the core has all functions of the check. */
const answering = (module: unknown): WasmModule<CheckGlue> => module as WasmModule<CheckGlue>;

const notLoaded = (): Error => new Error("cpor-preflight: await init() first");

/** Made by a literal: options, not a source of wasm. */
function isPlainObject(value: unknown): boolean {
  return isMap(value) && Object.getPrototypeOf(value ?? []) === Object.prototype;
}
