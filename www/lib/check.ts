// Puts claims to a module and reads its reports, as bytes and numbers in the module's own memory: the
// other half of src/wasm_check.rs. The whole claim goes in each time.

import type * as checkGlue from "../generated/cpor_check.js";
import type { Field, Locale, Severity as SeverityName } from "../generated/lists.js";
import { LOCALES } from "../generated/names.js";
import type { UnderRuleset } from "./languages.js";
import type { WasmModule } from "./module.js";
import { isMap, plain, plainOption } from "./plain.js";
import { REGISTRY, type RuledCode } from "./registry.js";
import type { Action, CheckResult, Finding, FindingSource, Report, TimelineStep } from "./types.js";

/** What checks claims: the module of the check alone, or the core, which has the same functions. */
export type CheckGlue = Pick<
  typeof checkGlue,
  | "check"
  | "classifyIdentifier"
  | "default"
  | "initSync"
  | "loadSkus"
  | "room"
  | "__wbg_reset_state"
>;

/** A claim and its options as the core takes them: texts by place, the rest by name. */
export interface ClaimInput {
  texts: string[];
  unknownFields?: string[];
  wrongTypes?: string[];
  /** Fields with a list of values. */
  several?: string[];
}

/** A finding without its words, as the module announces it once. */
interface Announced {
  code: number;
  severity: SeverityName;
  fields: readonly Field[] | undefined;
  params: Record<string, string | string[]>;
  /** The parameters that are lists. */
  lists: readonly string[];
  hasParams: boolean;
  /** The rule set and language that the texts are of, and these. */
  ruleset: UnderRuleset | undefined;
  texts:
    | (Pick<Finding, "code" | "kind" | "authority" | "what" | "why" | "next" | "source"> & {
        sources: FindingSource[] | undefined;
        docs: string;
      })
    | undefined;
}

const {
  ActionId,
  Asks,
  Basis,
  Field: FIELDS,
  Opens,
  Outcome: OUTCOMES,
  Severity,
  StepName,
  Verdict,
} = REGISTRY.lists;
/** The places of what goes in beside the fields. */
const MPN_ID = FIELDS.length;
const DAY = MPN_ID + 1;
const TODAY = MPN_ID + 2;
const RULESET = MPN_ID + 3;
const UNKNOWN_FIELD = MPN_ID + 4;
const WRONG_TYPE = MPN_ID + 5;
const SEVERAL = MPN_ID + 6;
const PLACES = new Map<string, number>(
  [...FIELDS, "mpnId"].map((name, place) => [name, place] as const),
);
/** An option that is given and no text. */
const NO_TEXT = "\0";

/**
 * A claim and its options as the core takes them: `texts` by place, `unknownFields`, `wrongTypes` and
 * `several` by name. Runs the getters of the caller's objects.
 *
 * @param today the caller's day
 */
export function readInput(claim: unknown, options: unknown, today: string): ClaimInput {
  const input: ClaimInput = readTexts(claim) ?? readOdd(claim);
  if (!isMap(options)) input.wrongTypes = [...(input.wrongTypes ?? []), "options"];
  const { texts } = input;
  texts[DAY] = today;
  texts[TODAY] = textOption(options, "today");
  texts[RULESET] = textOption(options, "ruleset");
  return input;
}

/** Reports from one instance of a module. A fresh instance needs a fresh checker. */
export class Checker {
  #module: WasmModule<CheckGlue>;
  #memory: WebAssembly.Memory;
  #bytes = new Uint8Array();
  #numbers = new Uint32Array();
  /** Where input is written to, and how many bytes of room there are. */
  #input = 0;
  #room = 0;
  #length = 0;
  /** The place of the next number of an answer. */
  #at = 0;
  /** The findings that the module has announced in full, by its places for them; and how many it has. */
  #announced: Announced[] = [];
  #learned = 0;
  #dayTexts = new Map<number, string>();

  constructor(module: WasmModule<CheckGlue>) {
    this.#module = module;
    this.#memory = module.memory;
  }

  /**
   * The report on a claim.
   *
   * @param input see `readInput`
   * @param evidence the number under which it is held
   * @param underRuleset returns what reports say of the rule set at a place: its words, codes, checks
   */
  report(
    { texts, unknownFields, wrongTypes, several }: ClaimInput,
    evidence: number,
    underRuleset: (place: number) => UnderRuleset,
  ): Report {
    this.#length = 0;
    this.#view();
    for (let place = 0; place < texts.length; place += 1) {
      const text = texts[place];
      if (text) this.#put(place, text);
    }
    for (const name of unknownFields ?? []) this.#put(UNKNOWN_FIELD, name);
    for (const name of wrongTypes ?? []) this.#put(WRONG_TYPE, name);
    for (const name of several ?? []) this.#put(SEVERAL, name);
    const address = this.#module.call("check", this.#length, evidence, this.#learned);
    this.#view();
    this.#at = address >>> 2;
    const verdict = Verdict[this.#next()] as Report["verdict"];
    const ruleset = underRuleset(this.#next());
    // Read in the order in which they stand in the answer.
    const today = this.#dayText(this.#next()) as string;
    const checks = this.#checks(ruleset);
    const understood = this.#understood(texts);
    const findings = this.#findings(ruleset, understood);
    const timeline = this.#timeline(ruleset);
    const { id, words } = ruleset;
    return {
      schema: SCHEMA,
      ruleset: id,
      locale: words.tag,
      today,
      verdict,
      checks,
      findings,
      understood,
      timeline,
    };
  }

  #checks({ checks }: UnderRuleset): CheckResult[] {
    const results: CheckResult[] = new Array(this.#next());
    for (let place = 0; place < results.length; place += 1) {
      const number = this.#next();
      const id = checks[place] as CheckResult["id"];
      const result: CheckResult = {
        id,
        outcome: OUTCOMES[number & 0xff] as CheckResult["outcome"],
      };
      const basis = Basis[((number >>> 8) & 0xff) - 1];
      const asks = Asks[((number >>> 16) & 0xff) - 1];
      if (basis) result.basis = basis;
      if (asks) result.asks = asks;
      if (number >>> 24) result.params = { asOf: this.#dayText(this.#next()) as string };
      results[place] = result;
    }
    return results;
  }

  #understood(texts: readonly string[]): Report["understood"] {
    const understood: Report["understood"] = {};
    for (let left = this.#next(); left > 0; left -= 1) {
      const place = this.#next();
      const address = this.#next();
      const size = this.#next();
      // A Partner ID that did not go in under its own name went in under its older one.
      const isAsTyped = size === AS_TYPED;
      understood[FIELDS[place] as Field] = isAsTyped
        ? texts[place] || (texts[MPN_ID] as string)
        : this.#text(address, size);
    }
    return understood;
  }

  #findings(ruleset: UnderRuleset, { solutionArea }: Report["understood"]): Finding[] {
    const findings: Finding[] = new Array(this.#next());
    for (let at = 0; at < findings.length; at += 1) {
      const number = this.#next();
      const place = number >>> 1;
      if (number & 1) this.#learn(place);
      const announced = this.#announced[place] as Announced;
      findings[at] = findingOf(announced, ruleset);
      (findings[at] as Finding).actions = this.#actions(ruleset, solutionArea);
    }
    return findings;
  }

  #actions(ruleset: UnderRuleset, solutionArea: string | undefined): Action[] {
    const actions: Action[] = new Array(this.#next());
    for (let at = 0; at < actions.length; at += 1) {
      const number = this.#next();
      const id = ActionId[number & 0xff] as Action["id"];
      const field = FIELDS[((number >>> 16) & 0xff) - 1];
      const place = (number >>> 24) - 1;
      const shows = id === "load-export" ? REGISTRY.shows[place] : undefined;
      const opens = shows ? undefined : Opens[place];
      const needs = NEEDS[id];
      const action: Action = { id, label: "" };
      if ((number >>> 8) & 1) action.primary = true;
      if (field) action.field = field;
      const changes = this.#changes();
      if (changes) action.changes = changes;
      if (opens) action.opens = opens;
      if (shows) action.kinds = shows.options.slice() as Action["kinds"] & string[];
      if (needs) action.needs = needs;
      // What a change is called depends on the claim.
      const known = changes ? undefined : ruleset.actions.get(number);
      action.label = known ?? ruleset.words.action(action, { solutionArea, shows: shows?.name });
      if (!changes) ruleset.actions.set(number, action.label);
      actions[at] = action;
    }
    return actions;
  }

  #changes(): Action["changes"] {
    const count = this.#next();
    if (count === 0) return undefined;
    const changes: Action["changes"] = {};
    for (let left = count; left > 0; left -= 1)
      changes[FIELDS[this.#next()] as Field] = this.#nextText();
    return changes;
  }

  #learn(place: number): void {
    const number = this.#next();
    const field = number >>> 16;
    const params: Announced["params"] = {};
    const lists: string[] = [];
    const count = this.#next();
    for (let left = count; left > 0; left -= 1) {
      const name = this.#nextText();
      const size = this.#next();
      params[name] = size ? Array.from({ length: size }, () => this.#nextText()) : this.#nextText();
      if (size) lists.push(name);
    }
    this.#learned += 1;
    this.#announced[place] = {
      code: number & 0xff,
      severity: Severity[(number >>> 8) & 0xff] as SeverityName,
      fields: field ? [FIELDS[field - 1] as Field] : undefined,
      ...{ params, lists, hasParams: count > 0 },
      // The rule set and language that the texts are of, and these.
      ruleset: undefined,
      texts: undefined,
    };
  }

  #timeline(ruleset: UnderRuleset): TimelineStep[] {
    const timeline: TimelineStep[] = new Array(this.#next());
    for (let place = 0; place < timeline.length; place += 1) {
      const step = this.#next();
      const from = this.#dayText(this.#next());
      const by = this.#dayText(this.#next());
      timeline[place] = stepOf(ruleset, step, from, by, this.#next());
    }
    return timeline;
  }

  #next(): number {
    const number = this.#numbers[this.#at] as number;
    this.#at += 1;
    return number;
  }

  #nextText(): string {
    const address = this.#next();
    return this.#text(address, this.#next());
  }

  #text(address: number, size: number): string {
    return decoder.decode(this.#bytes.subarray(address, address + size));
  }

  /** The memory moves when it grows. */
  #view(): void {
    if (this.#bytes.buffer === this.#memory.buffer) return;
    this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#numbers = new Uint32Array(this.#memory.buffer);
  }

  #put(place: number, text: string): void {
    // At most three bytes for each unit of UTF-16.
    const most = this.#length + HEAD + 3 * text.length;
    if (most > this.#room) {
      const room = Math.max(most, 2 * this.#room, 4096);
      this.#input = this.#module.call("room", room);
      this.#room = room;
      this.#view();
    }
    const bytes = this.#bytes;
    const head = this.#input + this.#length;
    const start = head + HEAD;
    let size = 0;
    while (size < text.length) {
      const unit = text.charCodeAt(size);
      if (unit > 0x7f) {
        size += encoder.encodeInto(text.slice(size), bytes.subarray(start + size)).written;
        break;
      }
      bytes[start + size] = unit;
      size += 1;
    }
    bytes[head] = place;
    bytes[head + 1] = size;
    bytes[head + 2] = size >>> 8;
    bytes[head + 3] = size >>> 16;
    bytes[head + 4] = size >>> 24;
    this.#length += HEAD + size;
  }

  /** A day as text; `undefined` for none. */
  #dayText(number: number): string | undefined {
    const day = number | 0;
    if (day === NO_DAY) return undefined;
    const texts = this.#dayTexts;
    let text = texts.get(day);
    if (text === undefined) {
      if (texts.size >= MAX_DAYS) texts.clear();
      text = new Date(day * DAY_MS).toISOString().slice(0, 10);
      texts.set(day, text);
    }
    return text;
  }
}

/** What an action needs beside the claim. */
const NEEDS: Partial<Record<Action["id"], Action["needs"] & string>> = {
  "look-up-domain": "look-up",
  "load-export": "export",
  "say-tenant": "export",
  "ask-customer": "customer",
};
/** The version of the report's shape. */
const SCHEMA = 1;
const AS_TYPED = 0xffff_ffff;
const NO_DAY = 1 << 31;
const DAY_MS = 86_400_000;
const MAX_DAYS = 1000;
/** The place and length in front of each text. */
const HEAD = 5;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Of a claim that is an object literal with nothing but texts under the names of fields. */
function readTexts(claim: unknown): ClaimInput | undefined {
  try {
    if (!isPlain(claim)) return undefined;
    const texts: string[] = new Array(RULESET + 1).fill("");
    let next: number | undefined = 0;
    // Engines look the members of such a loop up by their places.
    for (const name in claim) {
      const value = claim[name] ?? "";
      const place: number | undefined = FIELDS[next as number] === name ? next : PLACES.get(name);
      if (typeof value !== "string") return undefined;
      if (place !== undefined) texts[place] = value;
      // A member that is nothing can have any name.
      else if (typeof claim[name] === "string") return undefined;
      next = (place as number) + 1;
    }
    return { texts };
  } catch {
    return undefined;
  }
}

/** Of any other value, as far as it is a claim once it has been through JSON. */
function readOdd(claim: unknown): ClaimInput {
  const input = { texts: new Array<string>(RULESET + 1).fill(""), ...emptyLists() };
  const read = plain(claim);
  if (typeof read !== "object" || read === null || Array.isArray(read)) {
    input.wrongTypes.push("claim");
    return input;
  }
  for (const [name, value] of Object.entries(read)) {
    const place = PLACES.get(name);
    if (value === null) continue;
    if (place === undefined) input.unknownFields.push(name);
    else if (typeof value === "string" || typeof value === "number") {
      input.texts[place] = String(value);
    } else {
      const isSeveral = Array.isArray(value) && value.length > 1;
      (isSeveral ? input.several : input.wrongTypes).push(FIELDS[place] ?? "partnerId");
    }
  }
  return input;
}

const emptyLists = (): Required<Omit<ClaimInput, "texts">> => ({
  unknownFields: [],
  wrongTypes: [],
  several: [],
});

/** Made by a literal, so that JSON would give no other members, and inheriting none. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  for (const _ in prototype) return false;
  return prototype === Object.prototype || prototype === null;
}

/** A Date, for example, is a text once it has been through JSON. */
function textOption(options: unknown, name: string): string {
  const value = plainOption(options, name);
  if (value === undefined || typeof value === "function") return "";
  return typeof value === "string" && value ? value : NO_TEXT;
}

/** An announced finding whose words have been made. */
type Worded = Announced &
  Required<{ texts: NonNullable<Announced["texts"]>; fields: readonly Field[] }>;

/** A finding of the caller's own, with its words; these are made once for a rule set and language. */
function findingOf(announced: Announced, ruleset: UnderRuleset): Finding {
  if (announced.ruleset !== ruleset) {
    const { code, section, kind, fields, authority, url, sources } = ruleset.codes[
      announced.code
    ] as RuledCode;
    const { what, why, next } = ruleset.words.finding(code, announced.params);
    announced.ruleset = ruleset;
    announced.texts = {
      ...{ code, kind, authority, what, why, next },
      source: { ruleset: ruleset.id, section, url: url ?? ruleset.url },
      sources: sources?.map((source) => ({ ruleset: ruleset.id, ...source })),
      docs: cardOf(code, ruleset.words.tag),
    };
    announced.fields ??= fields;
  }
  const { params, lists, hasParams, texts, severity, fields } = announced as Worded;
  const own = hasParams ? { ...params } : {};
  for (const list of lists) own[list] = (params[list] as string[]).slice();
  const { code, kind, authority, what, why, next, source, sources, docs } = texts;
  const finding = {
    code,
    kind,
    severity,
    fields: fields.slice(),
    params: own,
    actions: [] as Action[],
    what,
    why,
    next,
    source: { ...source },
    authority,
    docs,
    // The module raises each code with its own parameters: a test of the core holds it to that.
  } as Finding;
  if (sources) finding.sources = sources.map((other) => ({ ...other }));
  return finding;
}

/** The documentation has cards in our languages; one that a caller brings has none. */
function cardOf(code: Finding["code"], tag: Locale): string {
  return `docs/${LOCALES.includes(tag) ? tag : LOCALES[0]}/codes/${code}.html`;
}

/** A step of the caller's own, without the days that it does not have. */
function stepOf(
  { words, steps }: UnderRuleset,
  number: number,
  from: string | undefined,
  by: string | undefined,
  days: number,
): TimelineStep {
  const step = StepName[number] as TimelineStep["step"];
  let texts = steps[number];
  if (texts?.days !== days) texts = steps[number] = { days, ...words.step(step, days) };
  const { label, note } = texts;
  if (from && by) return { step, from, by, label, note };
  if (from) return { step, from, label, note };
  return by ? { step, by, label, note } : { step, label, note };
}
