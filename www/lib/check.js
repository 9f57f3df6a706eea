// Puts claims to the core and reads its reports, as bytes and numbers in the core's memory: the other
// half of src/wasm_check.rs. Of a claim only those fields go in that changed since the last call.

import { localDay, optionOf, plain } from "./plain.js";
import { REGISTRY } from "./registry.js";

/** What a session is told beside the fields and `mpnId`, by its place behind them. */
const [DAY, TODAY, RULESET, ANEW, UNKNOWN_FIELD, WRONG_TYPE] = [1, 2, 3, 4, 5, 6];
/** An option that is given and no text. */
const NO_TEXT = "\0";

const NOTHING = 0xffff_ffff;
const AS_TYPED = 0xffff_fffe;
const NO_DAY = 1 << 31;

const lists = REGISTRY.named;
const { Field: FIELDS, Outcome: OUTCOMES } = lists;
const places = new Map([...lists.Field, "mpnId"].map((name, place) => [name, place]));
let core;
let memory;
/** How many modules there have been: one knows nothing of what another was told. */
let modules = 0;

/** Takes the module that answers from now on, and its memory. */
export function begin(module, itsMemory) {
  core = module;
  memory = itsMemory;
  bytes = undefined;
  room = 0;
  known = [];
  countTold = 0;
  modules += 1;
}

/** One claim: what the core has been told of it, and what it last said. */
export class Session {
  #number;
  #module = modules;
  /** The texts that the core has: of the fields, then as above. */
  #told = new Array(FIELDS.length + ANEW).fill("");
  /** How many of those of the fields are not empty. */
  #given = 0;
  #isOdd = false;
  /* What the core last said; of the findings only where they are kept. */
  #verdict;
  #said;
  #today;
  #outcomes = [];
  #understood = new Array(FIELDS.length);
  /** The same by the fields' names, without those that were not understood; made when it is asked for. */
  #named;
  /** Are they other fields than in the last report? */
  #isOthers = true;
  #findings = [];
  #steps = [];
  #keeps;
  #isKept = false;

  /** `keeps`: are findings that the last report had too the same objects? */
  constructor(number, keeps = false) {
    this.#number = number;
    this.#keeps = keeps;
  }

  /**
   * The report on any claim of any type.
   *
   * @param evidence its number
   * @param wordsOf gives the words of a rule set, and its description
   */
  report(claim, evidence, options, wordsOf) {
    startInput();
    this.#startAnew();
    if (this.#isOdd || !this.#tellTexts(claim) || !isMap(options)) this.#tellAll(claim, options);
    this.#ask(evidence, options, wordsOf);
    return this.whole();
  }

  /** The report as it was last said. */
  whole() {
    const { id, checks, words } = this.#said;
    const outcomes = this.#outcomes;
    const results = new Array(checks.length);
    for (let place = 0; place < checks.length; place += 1) {
      results[place] = { id: checks[place], outcome: OUTCOMES[outcomes[place]] };
    }
    return {
      ruleset: id,
      locale: words.tag,
      today: dayText(this.#today),
      verdict: lists.Verdict[this.#verdict],
      checks: results,
      findings: this.#keeps ? [...this.#findings] : this.#findings,
      understood: this.#understoodNow(),
      timeline: this.#timeline(),
    };
  }

  /** What changes in the report with these fields; `undefined` where it takes the whole claim. */
  changed(changes, evidence, options, wordsOf) {
    startInput();
    if (this.#startAnew()) return undefined;
    if (this.#isOdd || !this.#tellChanges(changes)) {
      this.#isOdd = true;
      return undefined;
    }
    return this.#changes(() => this.#ask(evidence, options, wordsOf));
  }

  /** What changes in the report where the whole claim may have changed. */
  changedAll(claim, evidence, options, wordsOf) {
    return this.#changes(() => this.report(claim, evidence, options, wordsOf));
  }

  /** Words are others now: those of the findings are of no use any more. */
  forget() {
    this.#isKept = false;
    this.#steps = [];
  }

  close() {
    core.closeCheck(this.#number);
  }

  /** Another module has been told nothing. Is it another? */
  #startAnew() {
    if (this.#module === modules) return false;
    this.#module = modules;
    this.#told.fill("");
    this.#given = 0;
    this.#isOdd = false;
    this.#isKept = false;
    put(FIELDS.length + ANEW, "");
    return true;
  }

  #ask(evidence, options, wordsOf) {
    const others = FIELDS.length;
    this.#tell(others + DAY, localDay());
    this.#tell(others + TODAY, textOption(options, "today"));
    this.#tell(others + RULESET, textOption(options, "ruleset"));
    this.#read(core.check(this.#number, length, evidence, this.#isKept, countTold), wordsOf);
  }

  #changes(ask) {
    const change = { verdict: "", checks: [], added: [], removed: [], understood: {} };
    this.#change = change;
    const before = this.#findings;
    ask();
    this.#change = undefined;
    change.verdict = lists.Verdict[this.#verdict];
    const now = this.#findings;
    for (const finding of before) if (!now.includes(finding)) change.removed.push(finding);
    return change;
  }

  /** What is filled with changes while an answer is read. */
  #change;

  /** False for a claim that is not just texts under the names of fields. */
  #tellTexts(claim) {
    try {
      const given = this.#tellSome(claim);
      if (given === undefined) return false;
      if (given === this.#given) return true;
      const told = this.#told;
      for (let place = 0; place <= FIELDS.length; place += 1) {
        if (told[place] && !Object.hasOwn(claim, nameAt(place))) this.#tell(place, "");
      }
      return true;
    } catch {
      return false;
    }
  }

  #tellChanges(changes) {
    try {
      return this.#tellSome(changes) !== undefined;
    } catch {
      return false;
    }
  }

  /** How many of these texts are not empty; `undefined` where something is no text. */
  #tellSome(texts) {
    if (!isPlain(texts)) return undefined;
    const told = this.#told;
    let given = 0;
    let next = 0;
    // Engines look such a loop's members up by their places.
    for (const name in texts) {
      const own = texts[name];
      const place = FIELDS[next] === name ? next : places.get(name);
      next = place + 1;
      const value = own ?? "";
      if (typeof value !== "string") return undefined;
      if (place === undefined) {
        // What is nothing can have any name; an empty text cannot.
        if (typeof own === "string") return undefined;
      } else {
        if (value) given += 1;
        if (told[place] !== value) this.#tell(place, value);
      }
    }
    return given;
  }

  /** Forgets what was told before: of a claim like this, every part is said as it comes. */
  #tellAll(claim, options) {
    const others = FIELDS.length;
    length = 0;
    put(others + ANEW, "");
    this.#told.fill("", 0, others + DAY);
    this.#given = 0;
    const isWrong = !isMap(options);
    if (isWrong) put(others + WRONG_TYPE, "options");
    this.#isOdd = !this.#tellOdd(claim) || isWrong;
  }

  /** True if nothing was odd about it after all. */
  #tellOdd(claim) {
    const others = FIELDS.length;
    const read = plain(claim);
    let isFine = true;
    const wrong = (about, name) => {
      isFine = false;
      put(others + about, name);
    };
    if (typeof read !== "object" || read === null || Array.isArray(read)) {
      wrong(WRONG_TYPE, "claim");
      return false;
    }
    for (const [name, value] of Object.entries(read)) {
      const place = places.get(name);
      if (value === null) continue;
      if (place === undefined) wrong(UNKNOWN_FIELD, name);
      else if (typeof value === "string" || typeof value === "number") {
        this.#tell(place, String(value));
      } else wrong(WRONG_TYPE, FIELDS[place] ?? "partnerId");
    }
    return isFine;
  }

  #tell(place, text) {
    const before = this.#told[place];
    if (before === text) return;
    if (place <= FIELDS.length) this.#given += Number(text !== "") - Number(before !== "");
    this.#told[place] = text;
    put(place, text);
  }

  #read(address, wordsOf) {
    view();
    at = address >>> 2;
    this.#verdict = numbers[at++];
    this.#said = wordsOf(numbers[at++]);
    this.#today = numbers[at++];
    this.#readOutcomes();
    this.#readUnderstood();
    this.#readFindings();
    this.#readSteps();
  }

  #readOutcomes() {
    const outcomes = this.#outcomes;
    const count = numbers[at++];
    for (let place = 0; place < count; place += 1) {
      const outcome = numbers[at++];
      if (outcome === outcomes[place]) continue;
      outcomes[place] = outcome;
      const id = this.#said.checks[place];
      this.#change?.checks.push({ id, outcome: OUTCOMES[outcome] });
    }
  }

  #readUnderstood() {
    const read = this.#understood;
    const told = this.#told;
    for (let left = numbers[at++]; left > 0; left -= 1) {
      const place = numbers[at++];
      const address = numbers[at++];
      const size = numbers[at++];
      let text;
      // A field that was not told by its own name was told by its alias.
      if (size === AS_TYPED) text = told[place] || told[FIELDS.length];
      else if (size !== NOTHING) text = textAt(address, size);
      if (text === read[place]) continue;
      if (text === undefined || read[place] === undefined) {
        this.#named = undefined;
        this.#isOthers = true;
      } else if (this.#named) this.#named[FIELDS[place]] = text;
      read[place] = text;
      if (this.#change) this.#change.understood[FIELDS[place]] = text ?? null;
    }
  }

  #readFindings() {
    const before = this.#findings;
    const findings = new Array(numbers[at++]);
    for (let place = 0; place < findings.length; place += 1) {
      const number = numbers[at++];
      const where = number >>> 2;
      if ((number & 3) === SAME) {
        findings[place] = before[where];
        continue;
      }
      if ((number & 3) === NEW) learn(where);
      findings[place] = finding(known[where], this.#said);
      this.#change?.added.push(findings[place]);
    }
    this.#findings = findings;
    this.#isKept = this.#keeps;
  }

  #readSteps() {
    const steps = this.#steps;
    const count = STEP * numbers[at++];
    let isSame = steps.length === count;
    steps.length = count;
    for (let place = 0; place < count; place += 1) {
      const number = numbers[at++];
      isSame &&= steps[place] === number;
      steps[place] = number;
    }
    if (!isSame && this.#change) this.#change.timeline = this.#timeline();
  }

  /** The caller's own: copied, where it was the same fields before; what is not is not worth keeping. */
  #understoodNow() {
    const isOthers = this.#isOthers;
    this.#isOthers = false;
    if (isOthers) return named(this.#understood);
    this.#named ??= named(this.#understood);
    return Object.assign({}, this.#named);
  }

  #timeline() {
    const steps = this.#steps;
    const timeline = new Array(steps.length / STEP);
    for (let place = 0; place < timeline.length; place += 1) {
      const first = place * STEP;
      const from = dayText(steps[first + 1]);
      const by = dayText(steps[first + 2]);
      timeline[place] = stepOf(this.#said, steps[first], from, by, steps[first + 3]);
    }
    return timeline;
  }
}

/** A step of the caller's own, without the days that it does not have. */
function stepOf({ words, steps }, number, from, by, days) {
  const name = lists.StepName[number];
  let told = steps[number];
  if (told?.days !== days) {
    told = { days, ...words.step(name, days) };
    steps[number] = told;
  }
  const { label, note } = told;
  if (from && by) return { step: name, from, by, label, note };
  if (from) return { step: name, from, label, note };
  return by ? { step: name, by, label, note } : { step: name, label, note };
}

function named(understood) {
  const read = {};
  for (let place = 0; place < understood.length; place += 1) {
    if (understood[place] !== undefined) read[FIELDS[place]] = understood[place];
  }
  return read;
}

/** Numbers of a step: which, first day, last day, days. */
const STEP = 4;

/** An object or nothing, as far as JSON is concerned. */
function isMap(value) {
  try {
    return typeof (value ?? {}) === "object" ? !Array.isArray(value) : typeof value === "function";
  } catch {
    return false;
  }
}

/** Made by a literal, so that JSON would give no other members, and inheriting none. */
function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  for (const _ in prototype) return false;
  return prototype === Object.prototype || prototype === null;
}

const nameAt = (place) => FIELDS[place] ?? "mpnId";

/** A date, say, is a text once it has been through JSON. */
function textOption(options, name) {
  const value = optionOf(options, name);
  if (value === undefined || typeof value === "function") return "";
  const text = typeof value === "object" ? plain(value) : value;
  return typeof text === "string" && text ? text : NO_TEXT;
}

/**
 * The findings that the core has told in full, by the places that it gives them, and how many it has
 * told.
 */
let known = [];
let countTold = 0;
/** How an answer goes on with a finding; otherwise it is known. */
const [SAME, NEW] = [0, 2];

function learn(place) {
  const number = numbers[at++];
  const field = number >>> 16;
  const params = {};
  let list;
  const count = numbers[at++];
  for (let left = count; left > 0; left -= 1) {
    const name = nextText();
    const size = numbers[at++];
    params[name] = size ? Array.from({ length: size }, nextText) : nextText();
    if (size) list = name;
  }
  known[place] = {
    number: number & 0xff,
    severity: lists.Severity[(number >>> 8) & 0xff],
    fields: field ? [FIELDS[field - 1]] : undefined,
    ...{ params, list, hasParams: count > 0 },
    // By what rule set and in whose words the rest is.
    said: undefined,
  };
  countTold += 1;
}

/** The caller's own. */
function finding(told, said) {
  if (told.said !== said) say(told, said);
  const { code, kind, severity, fields, params, list, what, why, next, section } = told;
  const own = told.hasParams ? { ...params } : {};
  if (list) own[list] = params[list].slice();
  return {
    code,
    kind,
    severity,
    fields: fields.slice(),
    params: own,
    what,
    why,
    next,
    source: { ruleset: said.id, section, url: said.url },
  };
}

function say(told, said) {
  const { code, kind, fields, section } = said.codes[told.number];
  const { what, why, next } = said.words.finding(code, told.params);
  told.fields ??= fields;
  Object.assign(told, { code, kind, section, what, why, next, said });
}

const nextText = () => textAt(numbers[at++], numbers[at++]);

/* The input. */

let bytes;
let numbers;
let input = 0;
let room = 0;
/** Of the input so far. */
let length = 0;
/** The next number of the answer. */
let at = 0;
const HEAD = 5;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The memory moves when it grows. */
function view() {
  if (bytes?.buffer === memory.buffer) return;
  bytes = new Uint8Array(memory.buffer);
  numbers = new Uint32Array(memory.buffer);
}

function startInput() {
  length = 0;
  view();
}

function put(about, text) {
  // At most three bytes for each unit of UTF-16.
  const most = length + HEAD + 3 * text.length;
  if (most > room) {
    room = Math.max(most, 2 * room, 4096);
    input = core.room(room);
    view();
  }
  const start = input + length + HEAD;
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
  const head = input + length;
  bytes[head] = about;
  bytes[head + 1] = size;
  bytes[head + 2] = size >>> 8;
  bytes[head + 3] = size >>> 16;
  bytes[head + 4] = size >>> 24;
  length += HEAD + size;
}

/* The answer. */

const textAt = (address, size) => decoder.decode(bytes.subarray(address, address + size));

const days = new Map();
const MAX_DAYS = 1000;
const DAY_MS = 86_400_000;

/** A day as text; `undefined` for none. */
function dayText(number) {
  const day = number | 0;
  if (day === NO_DAY) return undefined;
  let text = days.get(day);
  if (text === undefined) {
    if (days.size >= MAX_DAYS) days.clear();
    text = new Date(day * DAY_MS).toISOString().slice(0, 10);
    days.set(day, text);
  }
  return text;
}
