// Claims under work, a row each: what was found of them, what is to be done, what was edited. No word of a language
// and nothing of the document is in here.

import type { Texts } from "../form/store.js";
import type { CrossRowCode, Field } from "../generated/lists.js";
import { mendOf, type RowState, STATES, type Todo } from "../grid/todo.js";
import { CODES, type Sums } from "../lib/batch.js";
import type { Engine } from "../lib/engine.js";
import type { Handle } from "../lib/held.js";
import { REGISTRY } from "../lib/registry.js";
import type { Report } from "../lib/types.js";
import { Found } from "./found.js";
import { type JudgedRow, Judging, KEPT } from "./judging.js";
import { type Runs, rest } from "./runs.js";
import { type Edits, Table } from "./table.js";

/** By what rows are checked. */
export interface Settings {
  evidence: Handle | undefined;
  ruleset: string | undefined;
  locale: string | undefined;
}

interface Options {
  engine: Pick<Engine, "checkClaim" | "many">;
  runs: Pick<Runs, "check">;
  settings: () => Settings;
}

/** What shows of a row only beside another one, which it names. */
export interface Across {
  code: CrossRowCode;
  otherRow: number;
}

/** `checking`: it is checked for the first time, and rows come; `done`: all are there. */
export type Phase = "none" | "checking" | "done" | "cancelled" | "broken";

/** Which rows are shown. */
export interface Filter {
  state?: RowState | "file" | undefined;
  /** The key of something to do. */
  todo?: string | undefined;
  text?: string | undefined;
}

/** As much of a file as its layout is read from. */
const HEAD = 64 * 1024;
/** Milliseconds that may go into rows at a stretch: the first time, and while the page is used. */
const FIRST_STRETCH = 120;
const STRETCH = 12;
/** Milliseconds between two times that others hear of it. */
const PAUSE = 400;
const { Verdict } = REGISTRY.lists;
const READY = Verdict.indexOf("ready");
const FIX = Verdict.indexOf("fix");

export class Rows {
  table: Table | undefined;
  /** The number of what was put in, of which the rows are. */
  source: number | undefined;
  phase: Phase = "none";
  /** Every change of file, columns, cells, evidence or rules is another one. */
  generation = 0;
  /** The one that the sums are of. */
  checked = -1;
  /** Another one with every file, columns, evidence and rules; edits leave it as it is. */
  basis = 0;
  #wanted = 0;
  /** Bytes done of the check that is running. */
  done = 0;
  sums: Sums | undefined;
  #judging = new Judging();
  #found = new Found();
  #across = new Map<number, Across>();
  #steps: Edits[] = [];
  #options: Options;
  #stop: AbortController | undefined;
  #isRunning = false;
  /** Who goes through the rows that are not judged yet. */
  #going: object | undefined;
  #listeners = new Set<() => void>();
  #telling = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Calls a listener once for all that changes at a time. Returns what ends that. */
  on(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      for (const listener of [...this.#listeners]) listener();
    });
  }

  /* What there is */

  /** How many rows there are, blank ones too. */
  get length(): number {
    return this.#found.rows;
  }
  /** Is a check running, or are rows still being judged? */
  get isBusy(): boolean {
    return this.#isRunning || this.#going !== undefined;
  }
  get canUndo(): boolean {
    return this.#steps.length > 0;
  }
  /** Cells can be edited once all rows have their place. */
  get canEdit(): boolean {
    return this.phase === "done";
  }

  isBlank(row: number): boolean {
    return this.#found.verdict(row) > READY;
  }

  state(row: number): RowState {
    return this.#judging.state(row) ?? this.#supposed(row);
  }

  /** The state of a row that has not been judged yet. */
  #supposed(row: number): RowState {
    const verdict = this.#found.verdict(row);
    if (verdict === FIX) return "fix";
    return verdict === READY ? "ready" : "settle";
  }

  text(row: number, field: Field): string {
    return this.table?.text(row, field) ?? "";
  }

  /** A row as a claim, with answers as codes. */
  claim(row: number): Texts {
    const fields = new Set(this.table?.fields.filter((field) => field !== null));
    const texts: Texts = {};
    for (const field of fields) {
      const text = this.text(row, field);
      if (text.trim()) texts[field] = this.#options.engine.many.answerOf(field, text);
    }
    return texts;
  }

  /** What shows of a row only beside another one. */
  across(row: number): Across | undefined {
    return this.#across.get(row);
  }

  /** All that is known of a row. */
  judged(row: number): JudgedRow {
    const known = this.#judging.known(row);
    if (known) return known;
    return this.#judging.judge(row, ...this.#checked(row));
  }

  #checked(row: number): [claim: Texts, report: Report, across: CrossRowCode | undefined] {
    const { engine, settings } = this.#options;
    const { evidence, ruleset, locale } = settings();
    const claim = this.claim(row);
    const report = engine.checkClaim(claim, evidence ?? {}, { ruleset, locale });
    return [claim, report, this.across(row)?.code];
  }

  /** What is to be done: what blocks first, of that what most rows have. */
  get todos(): Todo[] {
    return this.#judging.todos;
  }
  todo(key: string): Todo | undefined {
    return this.#judging.todo(key);
  }

  /** Rows by their states. */
  get counts(): Record<RowState, number> & { all: number } {
    const counts = { fix: 0, settle: 0, microsoft: 0, ready: 0, all: 0 };
    for (let row = 1; row <= this.length; row += 1) {
      if (this.isBlank(row)) continue;
      counts[this.state(row)] += 1;
      counts.all += 1;
    }
    return counts;
  }

  /** The rows that a filter lets through: what blocks first, else as they stand in the file. */
  order({ state, todo, text }: Filter = {}): number[] {
    const groups: number[][] = STATES.map(() => []);
    const wanted = text?.trim().toLowerCase();
    for (let row = 1; row <= this.length; row += 1) {
      if (this.isBlank(row)) continue;
      const own = this.state(row);
      const isFiled = own === "microsoft" || own === "ready";
      if (state && (state === "file" ? !isFiled : own !== state)) continue;
      if (todo && this.#judging.keyOf(row) !== todo) continue;
      if (wanted && !this.table?.has(row, wanted)) continue;
      groups[STATES.indexOf(own)]?.push(row);
    }
    return groups.flat();
  }

  /* What a person does */

  /** Takes a file. */
  open(name: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.close();
    const layout = this.#options.engine.many.layout(bytes.subarray(0, HEAD));
    this.table = new Table(name, bytes, layout);
    this.#begin();
  }

  close(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#going = undefined;
    this.#isRunning = false;
    this.generation += 1;
    this.table = undefined;
    this.phase = "none";
    this.#steps = [];
    this.#judging.forget();
    this.#wanted += 1;
    this.#take(new Found(), undefined, this.#wanted);
    this.#tell();
  }

  /** Says which field a column holds. */
  choose(column: number, field: Field | null): void {
    this.table?.choose(column, field);
    this.#begin();
  }

  /** Checks anew, where evidence or rules are others. */
  refresh(): void {
    if (this.table && (this.#isOther() || this.phase !== "done")) this.#begin();
  }

  cancel(): void {
    this.#stop?.abort();
  }

  /** Puts texts into fields of rows, as one step. */
  edit(changes: Iterable<readonly [row: number, texts: Texts]>): void {
    const { table } = this;
    if (!table || !this.canEdit) return;
    const edits = new Map<number, Map<number, string>>();
    for (const [row, texts] of changes) {
      const cells = edits.get(row) ?? new Map<number, string>();
      for (const [field, text = ""] of Object.entries(texts))
        for (const column of table.columnsFor(field as Field)) cells.set(column, text);
      edits.set(row, cells);
    }
    const before = table.edit(edits);
    if (!before.size) return;
    this.#steps.push(before);
    this.#edited(before);
  }

  /** Does what is to be done in all rows that have it, as far as it leaves no choice. The answer is in how many. */
  async mendAll(key: string): Promise<number> {
    const generation = this.generation;
    const changes: [number, Texts][] = [];
    await this.#each(this.order({ todo: key }), (row) => {
      const { findings, told } = this.judged(row);
      const mend = findings[0] && mendOf(findings[0], told)?.changes;
      if (mend) changes.push([row, mend]);
    });
    if (generation !== this.generation) return 0;
    this.edit(changes);
    return changes.length;
  }

  /** Takes back the last step. */
  undo(): void {
    const step = this.#steps.pop();
    if (step && this.table) this.#edited(this.table.edit(step));
  }

  /* The check */

  #edited(edits: Edits): void {
    this.generation += 1;
    for (const row of edits.keys()) this.#judging.again(row);
    if (edits.size <= KEPT) for (const row of edits.keys()) this.judged(row);
    this.#judge();
    // What shows only across rows may be otherwise now. A check that is running begins anew at its end.
    if (!this.#isRunning) this.#run();
    this.#tell();
  }

  #begin(): void {
    this.generation += 1;
    this.#wanted += 1;
    this.#isOther();
    this.#stop?.abort();
    this.#going = undefined;
    if (this.phase === "checking") this.table?.forget();
    this.#run();
    this.#tell();
  }

  async #run(): Promise<void> {
    const { table } = this;
    if (!table) return;
    const stop = new AbortController();
    const { generation } = this;
    const isFirst = !table.places.rows;
    const fresh = new Found();
    this.#stop = stop;
    this.#isRunning = true;
    this.done = 0;
    const basis = this.#wanted;
    if (isFirst) {
      this.basis = basis;
      this.phase = "checking";
      this.#judging.forget();
      this.#found = fresh;
      table.places = fresh;
    }
    const { evidence, ruleset } = this.#options.settings();
    const task = { file: table.file(), columns: table.fields, ruleset, wants: "found" } as const;
    const on = {
      found: (piece: Parameters<Found["append"]>[0]) => {
        if (this.#stop !== stop) return;
        fresh.append(piece);
        if (isFirst) this.#tell();
      },
      progress: (done: number) => {
        if (this.#stop !== stop) return;
        this.done = done;
        this.#tell();
      },
    };
    try {
      const sums = await this.#options.runs.check(evidence, task, on, stop.signal);
      if (this.#stop !== stop) return;
      this.#isRunning = false;
      this.phase = "done";
      // The cells are others by now: this is the answer for what they were.
      if (generation !== this.generation) return void this.#run();
      this.checked = generation;
      this.#take(fresh, sums, basis);
    } catch {
      if (this.#stop !== stop) return;
      this.#isRunning = false;
      this.phase = stop.signal.aborted ? "cancelled" : "broken";
    }
    this.#judge();
    this.#tell();
  }

  /** By which evidence and rules the rows are judged. */
  #by = "";
  #evidence: unknown;

  /** Are evidence or rules others than those of the last check that began? */
  #isOther(): boolean {
    const { evidence, ruleset, locale } = this.#options.settings();
    const by = JSON.stringify([ruleset, locale]);
    const isOther = by !== this.#by || evidence !== this.#evidence;
    this.#by = by;
    this.#evidence = evidence;
    return isOther;
  }

  /** Takes what a check found in place of what was found before. */
  #take(found: Found, sums: Sums | undefined, basis: number): void {
    const before = this.#across;
    this.#across = new Map();
    for (const [row, code, otherRow] of found.across())
      this.#across.set(row, { code: CODES[code] as CrossRowCode, otherRow });
    this.#found = found;
    this.sums = sums;
    if (this.table && !this.table.isEdited) this.table.places = found;
    if (basis !== this.basis) {
      this.basis = basis;
      this.#judging.forget();
      return;
    }
    for (const row of new Set([...before.keys(), ...this.#across.keys()]))
      if (before.get(row)?.code !== this.#across.get(row)?.code) this.#judging.again(row);
  }

  /** Judges the rows that are not, what blocks first, in stretches between which the page can be used. */
  async #judge(): Promise<void> {
    const isFirst = this.#judging.isEmpty;
    const going = {};
    this.#going = going;
    const rows = this.order().filter((row) => !this.#judging.has(row));
    const isEnded = await this.#each(rows, (row) => this.#judgeOne(row), {
      first: isFirst ? FIRST_STRETCH : STRETCH,
      isOver: () => this.#going !== going,
    });
    if (!isEnded) return;
    this.#going = undefined;
    this.#tell();
  }

  #judgeOne(row: number): void {
    const isEdited = this.generation !== this.checked;
    // What is ready needs no report to say so.
    if (!isEdited && this.#found.verdict(row) === READY && !this.across(row))
      this.#judging.ready(row);
    else this.#judging.count(row, ...this.#checked(row));
  }

  /** Does something for each row, and lets the page have its turn. The answer is whether it came to its end. */
  async #each(
    rows: readonly number[],
    act: (row: number) => void,
    { first = STRETCH, isOver = (): boolean => false } = {},
  ): Promise<boolean> {
    let until = performance.now() + first;
    let told = 0;
    for (const row of rows) {
      act(row);
      if (performance.now() < until) continue;
      if (until - told > PAUSE) {
        told = until;
        this.#tell();
      }
      await rest();
      if (isOver()) return false;
      until = performance.now() + STRETCH;
    }
    return !isOver();
  }
}
