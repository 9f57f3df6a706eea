// A library that is asked everything, with little memory, and what it holds: for each thing also how a fresh library
// comes to the same.
import { drawn } from "../oracle/cases.mjs";
import { freshLibrary, HUGE, libraryWithLittleMemory } from "../support/library.mjs";
import { asked, CALLS, PROMISED } from "./calls.mjs";

const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
/** A run begins once so many bytes are there, and is in the core from then on. */
const HEAD = 64 * 1024;
const MOST_HELD = 4;
const encoder = new TextEncoder();

/** Uses up the memory, by functions that take texts of any length. */
const TRAPS = {
  checkClaim: (lib) => lib.checkClaim({ product: HUGE }),
  evidence: (lib) => lib.checkClaim({}, { associations: [{ product: HUGE }] }),
  classifyIdentifier: (lib) => lib.classifyIdentifier(HUGE),
  readEvidence: (lib) => lib.readEvidence(JSON.stringify({ value: [{ id: HUGE }] })),
  holdEvidence: (lib) => lib.holdEvidence({ associations: [{ product: HUGE }] }),
  planClaims: (lib) => lib.planClaims({}, { workloads: [HUGE] }),
  findFields: (lib) => lib.findFields(HUGE),
};

export class World {
  #random;
  #library;
  /** `{ handle, parts, isLost }`: held evidence. */
  #held = [];
  /** `{ run, pieces, rows, evidence, options, isBegun, isLost }`: files under check. */
  #files = [];
  /** `{ name, answer, ask }`: promises under way. */
  #awaited = [];
  /** `{ toCsv, bytes, evidence, options }`: files whose results have not been asked for yet. */
  #later = [];

  static async begun(random) {
    const world = new World();
    world.#random = random;
    world.#library = await libraryWithLittleMemory();
    return world;
  }

  /** Does something at random. Resolves to what it was, and what is wrong with it. */
  async step() {
    const random = this.#random;
    const acts = Object.getOwnPropertyNames(World.prototype).filter((name) => /^do/.test(name));
    const act = random.oneIn(3) ? "doCall" : random.of(acts);
    return this[act](random);
  }

  /** Awaits and ends all that is under way. */
  async end() {
    const faults = [];
    while (this.#awaited.length) faults.push(await this.doAwait(this.#random));
    while (this.#files.length) faults.push(await this.doEnd(this.#random));
    return faults;
  }

  async doCall(random) {
    const name = random.of(Object.keys(CALLS));
    const ask = asked(name, random, this.#evidence(random));
    const found = answered(() => ask(this.#library, ({ handle, plain }) => handle ?? plain));
    const fresh = await freshLibrary();
    const due = answered(() => ask(fresh, (one) => replayed(fresh, one)));
    return [name, found === due ? "" : difference(found, due)];
  }

  doPromise(random) {
    const name = random.of(Object.keys(PROMISED));
    const ask = asked(name, random, { plain: {} });
    const answer = ask(this.#library).then(settledWith, settledWith);
    this.#awaited.push({ name, ask, answer });
    return [`${name} begins`, ""];
  }

  async doAwait(random) {
    const one = taken(this.#awaited, random);
    if (!one) return ["nothing to await", ""];
    const { name, ask, answer } = one;
    const found = JSON.stringify(await answer);
    const due = JSON.stringify(await ask(await freshLibrary()).then(settledWith, settledWith));
    return [`${name} is there`, found === due ? "" : difference(found, due)];
  }

  doTrap(random) {
    const name = random.of(Object.keys(TRAPS));
    const found = answered(() => TRAPS[name](this.#library));
    this.#lose();
    return [
      `trap by ${name}`,
      found.includes("internal") ? "" : `it answers ${found.slice(0, 80)}`,
    ];
  }

  async doFill(random) {
    const product = "x".repeat(1e5 + random.below(9e5));
    const found = answered(() =>
      this.#library.checkClaim({ product }, {}, { today: "2026-11-22" }),
    );
    // It may be the last that the memory could take.
    if (found.includes("throws internal")) {
      this.#lose();
      return ["trap by a long text", ""];
    }
    const fresh = await freshLibrary();
    const due = answered(() => fresh.checkClaim({ product }, {}, { today: "2026-11-22" }));
    return ["a long text", found === due ? "" : difference(found, due)];
  }

  /* Held evidence */

  doHold(random) {
    if (this.#held.length >= MOST_HELD) taken(this.#held, random).handle.release();
    const part = this.#part(random);
    this.#held.push({ handle: this.#library.holdEvidence(part), parts: [part], isLost: false });
    return ["hold", ""];
  }

  doAdd(random) {
    const one = this.#held.length ? random.of(this.#held) : undefined;
    if (!one) return ["nothing is held", ""];
    const part = this.#part(random);
    one.handle.add(part);
    if (!one.isLost) one.parts.push(part);
    return ["add", ""];
  }

  doRelease(random) {
    const one = this.#held.length ? random.of(this.#held) : undefined;
    if (!one) return ["nothing is held", ""];
    one.handle.release();
    one.isLost = true;
    return ["release", ""];
  }

  /* Files under check */

  doOpen(random) {
    const evidence = this.#evidence(random);
    const rows = [];
    const options = { today: "2026-11-22", locale: "en", limit: random.of([undefined, 5]) };
    const onRows = (some) => rows.push(...some);
    const run = this.#library.openBatch(evidence.handle ?? evidence.plain, { ...options, onRows });
    const file = { run, pieces: [], length: 0, rows, evidence, options };
    this.#files.push({ ...file, isBegun: false, isLost: false });
    return ["open", ""];
  }

  async doPush(random) {
    const file = this.#files.length ? random.of(this.#files) : undefined;
    if (!file) return ["nothing is open", ""];
    const line = `${TENANT},${random.of(["5357564", "12ab", ""])},${random.of(["Teams", "x"])}\n`;
    const head = file.pieces.length ? "" : "customerTenantId,partnerId,product\n";
    const piece = encoder.encode(head + line.repeat(random.of([1, 3, 1500])));
    if (file.isLost) return ["push", this.#isRefused(() => file.run.push(piece))];
    const found = answered(() => file.run.push(piece));
    file.pieces.push(piece.slice());
    file.length += piece.length;
    if (file.length >= HEAD) begin(file);
    // It is the caller's again.
    piece.fill(120);
    return ["push", found.includes("throws") ? found : ""];
  }

  async doSums(random) {
    const file = this.#files.length ? random.of(this.#files) : undefined;
    if (!file) return ["nothing is open", ""];
    if (file.isLost) return ["sums", this.#isRefused(() => file.run.sums())];
    const found = answered(() => file.run.sums());
    const due = await onceMore(file, (run) => run.sums());
    return ["sums", found === due ? "" : difference(found, due)];
  }

  async doEnd(random) {
    const file = taken(this.#files, random);
    if (!file) return ["nothing is open", ""];
    if (file.isLost) return ["end", this.#isRefused(() => file.run.end())];
    begin(file);
    const found = answered(() => [file.run.end(), file.rows]);
    const due = await onceMore(file, (run, rows) => [run.end(), rows]);
    return ["end", found === due ? "" : difference(found, due)];
  }

  /* Results that are asked for later */

  doBatch(random) {
    const evidence = this.#evidence(random);
    const bytes = encoder.encode(`partnerId,product\n5357564,Teams\n${random.below(1e6)},x\n`);
    const options = { today: "2026-11-22" };
    const { toCsv } = this.#library.checkBatch(bytes, evidence.handle ?? evidence.plain, options);
    this.#later.push({ toCsv, bytes, evidence, options });
    return ["a file", ""];
  }

  async doCsv(random) {
    const one = taken(this.#later, random);
    if (!one) return ["no file", ""];
    const { toCsv, bytes, evidence, options } = one;
    const found = answered(() => new TextDecoder().decode(toCsv()));
    const fresh = await freshLibrary();
    const { toCsv: again } = fresh.checkBatch(bytes, replayed(fresh, evidence), options);
    const due = answered(() => new TextDecoder().decode(again()));
    return ["its results", found === due ? "" : difference(found, due)];
  }

  /** What was in the core is gone with it. */
  #lose() {
    for (const one of this.#held) one.isLost = true;
    for (const file of this.#files) file.isLost ||= file.isBegun;
  }

  #isRefused(act) {
    const found = answered(act);
    return found.includes("throws internal") ? "" : `of a lost file: ${found.slice(0, 80)}`;
  }

  /** Evidence as a call may get it. */
  #evidence(random) {
    const isHeld = this.#held.length > 0 && random.oneIn(2);
    return isHeld ? random.of(this.#held) : { plain: random.of([undefined, this.#part(random)]) };
  }

  #part(random) {
    return random.of([drawn(random).evidence, {}, drawn(random).evidence, { tenants: 7 }]);
  }
}

/** From here on, what is held is not asked for again. */
function begin(file) {
  if (file.isBegun) return;
  file.isBegun = true;
  const { plain, parts, isLost } = file.evidence;
  file.evidence = parts ? { parts: [...parts], isLost } : { plain };
}

/** The same evidence in a fresh library. */
function replayed(library, { plain, parts, isLost }) {
  if (!parts) return plain;
  const [first, ...others] = parts;
  const held = library.holdEvidence(first);
  for (const part of others) held.add(part);
  if (isLost) held.release();
  return held;
}

/** What a fresh library answers of a file. */
async function onceMore({ pieces, evidence, options }, ask) {
  const fresh = await freshLibrary();
  const rows = [];
  const onRows = (some) => rows.push(...some);
  const run = fresh.openBatch(replayed(fresh, evidence), { ...options, onRows });
  for (const piece of pieces) run.push(piece);
  return answered(() => ask(run, rows));
}

/** An answer as text, or what was thrown. Whoever gets an answer may do with it what they want. */
function answered(ask) {
  let answer;
  try {
    answer = ask();
  } catch (error) {
    return `throws ${error.code ?? error.stack}`;
  }
  const text = JSON.stringify(answer) ?? "nothing";
  spoil(answer);
  return text;
}

function settledWith(answer) {
  const { code, message } = answer instanceof Error ? answer : {};
  return answer instanceof Error ? { code, message: code ? undefined : message } : answer;
}

/** Changes all that can be changed in a value. */
function spoil(value) {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return;
  for (const name of Object.keys(value)) {
    spoil(value[name]);
    Reflect.set(value, name, "spoiled");
  }
  if (Array.isArray(value) && Object.isExtensible(value)) value.push("spoiled");
}

function taken(list, random) {
  return list.length ? list.splice(random.below(list.length), 1)[0] : undefined;
}

/** Where two texts begin to differ. */
function difference(found, due) {
  const at = [...found].findIndex((letter, place) => letter !== due[place]);
  const from = Math.max(0, at - 60);
  return `${found.slice(from, at + 120)} / ${due.slice(from, at + 120)}`;
}
