// A file of claims under work: how it is laid out, what was found, what was corrected. No word of a
// language and nothing of the document is in here.

import { cellsOf, quoted, withCells } from "./cells.js";
import { Findings } from "./findings.js";
import { recalled } from "./memory.js";
import { CODES, FIELDS, VERDICTS } from "./numbers.js";

const HEAD = 64 * 1024;
/** A longer row is not shown: the check does not read it either. */
const LONGEST_ROW = 1024 * 1024;
/** Reports on rows that are kept at hand. */
const KEPT = 400;
const UTF_16 = { 65534: "utf-16le", 65279: "utf-16be" };
/** How ZIP files begin, and so workbooks, GZIP files, and old workbooks. */
const PACKED = [
  [0x50, 0x4b, 3],
  [0x50, 0x4b, 5],
  [0x1f, 0x8b, 8],
  [0xd0, 0xcf, 0x11],
];

/**
 * What is worked on. `phase` is where the work is:
 *
 * - `none`, `reading`: no file yet, or its beginning is being read
 * - `empty`, `not-text`, `no-claims`, `header-only`, `unreadable`: there is nothing to be checked; `problem` is
 *   the code of what is the matter with a packed file
 * - `columns`: it is laid out and can be checked
 * - `running`, `done`, `cancelled`, `broken`: the check; what it has found so far counts
 *
 * `changed()` is called after every change. `engine` is the library's, `runs` a `Runs`.
 * `checkClaim(claim)` returns a report under the rule set and evidence in use; `settings()` returns
 * these as `{ evidence, options }` for a file.
 */
export class Work {
  phase = "none";
  problem;
  name = "";
  /** Bytes of the file as it was given. */
  size = 0;
  encoding = "utf-8";
  layout;
  /** The field of each column, or null. */
  columns = [];
  isRecalled = false;
  findings = new Findings();
  sums;
  /** Bytes done of the file, and milliseconds since the check began. */
  done = 0;
  took = 0;
  /** By row: the texts of its corrected cells, by column. */
  corrections = new Map();
  /** Fields of corrections that no column holds: their columns come after those of the file. */
  extra = [];
  /** How many columns the file has got in this way before. */
  added = 0;
  #file;
  #stop;
  /** Another object for every file: what took long compares it before it changes anything. */
  #opened;
  #reports = new Map();
  #engine;
  #options;

  constructor({ engine, ...options }) {
    this.#engine = engine;
    this.#options = options;
  }

  /**
   * Takes another file. The answer comes when its layout is known: is it still the one that is worked on?
   */
  async open(file, name) {
    this.cancel();
    this.#stop = undefined;
    const opening = {};
    this.#opened = opening;
    Object.assign(this, { name, size: file.size, phase: "reading", problem: undefined });
    this.#clear();
    this.corrections.clear();
    Object.assign(this, { extra: [], added: 0 });
    this.#changed();
    const laid = await this.#laid(file).catch(() => ({ phase: "unreadable" }));
    // A large file may take longer than a small one that was chosen after it.
    if (this.#opened !== opening) return false;
    const { file: inUtf8, ...layout } = laid;
    this.#file = inUtf8;
    Object.assign(this, layout);
    if (this.phase === "columns") this.#options.runs.prepare();
    this.#changed();
    return true;
  }

  /** What is known of a file from its beginning. */
  async #laid(chosen) {
    const start = new Uint8Array(await chosen.slice(0, 3).arrayBuffer());
    const isPacked = PACKED.some((begin) => begin.every((byte, at) => start[at] === byte));
    const opened = isPacked ? await this.#options.runs.open(chosen) : { claims: chosen };
    if (!opened.claims) return { phase: "no-claims", problem: opened.problem };
    const given = opened.claims;
    const mark = UTF_16[await given.slice(0, 2).arrayBuffer().then(firstTwo)];
    const file = mark ? await inUtf8(given, mark) : given;
    const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
    const text = new TextDecoder().decode(head);
    if (!text.trim()) return { file, phase: "empty" };
    const found = this.#engine.batchLayout(head);
    if (text.includes("\0") || !found.isText) return { file, phase: "not-text" };
    const remembered = recalled(found.columns);
    const layout = remembered ? this.#engine.batchLayout(head, remembered) : found;
    const isAll = file.size <= HEAD;
    return {
      ...{ file, layout },
      isRecalled: Boolean(remembered),
      columns: layout.columns.map(({ field }) => field ?? null),
      encoding: mark ?? (found.isUtf8 ? "utf-8" : "windows-1252"),
      phase: isAll && found.preview.length === 0 ? "header-only" : "columns",
    };
  }

  /** A column holds this field; no other one does. */
  choose(column, field) {
    this.columns = this.columns.map((other) => (other === field ? null : other));
    this.columns[column] = field;
    this.#changed();
  }

  get canRun() {
    return this.columns.some(Boolean);
  }

  get hasRun() {
    return ["running", "done", "cancelled", "broken"].includes(this.phase);
  }

  /** Checks the file, with what was corrected; the answer comes when it is done. */
  async run() {
    this.cancel();
    const stop = new AbortController();
    this.#stop = stop;
    Object.assign(this, { phase: "running", done: 0, took: 0 });
    this.#changed();
    const isCurrent = () => this.#stop === stop;
    const started = performance.now();
    const on = {
      findings: (found) => {
        if (!isCurrent()) return;
        this.findings.append(found);
        this.#changed();
      },
      progress: (sums, done) => {
        if (!isCurrent()) return;
        Object.assign(this, { sums, done, took: performance.now() - started });
        this.#changed();
      },
    };
    try {
      await this.#takeOver(isCurrent);
      if (!isCurrent()) return;
      this.#clear();
      this.#changed();
      const sums = await this.#options.runs.check(this.#task("findings"), on, stop.signal);
      if (!isCurrent()) return;
      Object.assign(this, { sums, done: this.#file.size, phase: "done" });
    } catch {
      if (!isCurrent()) return;
      this.phase = stop.signal.aborted ? "cancelled" : "broken";
    }
    this.took = performance.now() - started;
    this.#changed();
  }

  /** What was corrected becomes part of the file, if it is still the one that is worked on. */
  async #takeOver(isCurrent) {
    if (!this.corrections.size) return;
    const file = await this.#corrected();
    const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
    if (!isCurrent()) return;
    this.#file = file;
    this.columns = this.#fields;
    this.layout = this.#engine.batchLayout(head, this.columns);
    this.added += this.extra.length;
    this.extra = [];
    this.corrections.clear();
  }

  cancel() {
    this.#stop?.abort();
  }

  /** The file with verdict and codes in two more columns; see `checkFile`. */
  async annotated(csv, progress, { guard, signal }) {
    const file = await this.#corrected();
    const task = { ...this.#task("csv"), file, guard: guard && this.layout.delimiter };
    const on = { csv, progress: (_, done) => progress(done / file.size) };
    await this.#options.runs.check(task, on, signal);
  }

  #task(wants) {
    const { evidence, options: chosen } = this.#options.settings();
    const options = { ...chosen, answersInWords: true };
    return { file: this.#file, columns: this.#fields, evidence, options, wants };
  }

  /** The cells of a row: `[{ name, field, text, isCorrected }]`; none where it is too long. */
  async cells(row) {
    const bytes = await this.#bytes(row);
    const cells = bytes ? cellsOf(bytes, this.layout.delimiter) : [];
    const corrected = this.corrections.get(row) ?? new Map();
    const width = Math.max(cells.length, this.#names.length);
    return Array.from({ length: bytes ? width : 0 }, (_, column) => ({
      name: this.#names[column] ?? "",
      field: this.#fields[column] ?? null,
      text: corrected.get(column) ?? cells[column]?.text ?? "",
      isCorrected: corrected.has(column),
    }));
  }

  /** A row as a claim, with answers as codes. */
  async claim(row) {
    const cells = (await this.cells(row)).filter(({ field }) => field);
    return Object.fromEntries(
      cells.map(({ field, text }) => [field, this.#engine.answerOf(field, text)]),
    );
  }

  /** The report on a row as a claim of its own. */
  async report(row) {
    const report = this.#reports.get(row);
    if (report) return report;
    if (this.#reports.size > KEPT) this.#reports.clear();
    const coming = this.claim(row).then((claim) => this.#options.checkClaim(claim));
    this.#reports.set(row, coming);
    coming.catch(() => this.#reports.delete(row));
    return coming;
  }

  /** The words of reports are of a language: in another one they are asked for anew. */
  forget() {
    this.#reports.clear();
  }

  /**
   * A row is this claim from now on. Cells that say the same as before stay as they are. The answer
   * is how many have changed.
   */
  async correct(row, claim) {
    const opened = this.#opened;
    const before = await this.claim(row);
    if (this.#opened !== opened) return 0;
    const changed = Object.entries(claim).filter(
      ([field, text]) => text.trim() !== (before[field] ?? "").trim(),
    );
    if (!changed.length) return 0;
    const texts = new Map(this.corrections.get(row));
    for (const [field, text] of changed) texts.set(this.#columnOf(field), text);
    this.corrections.set(row, texts);
    this.#reports.delete(row);
    const report = await this.report(row);
    if (this.#opened !== opened) return 0;
    this.#recount(row, report);
    this.#changed();
    return changed.length;
  }

  #columnOf(field) {
    const column = this.#fields.indexOf(field);
    if (column >= 0) return column;
    this.extra.push(field);
    return this.#fields.length - 1;
  }

  get #fields() {
    return [...this.columns, ...this.extra];
  }

  get #names() {
    return [...this.layout.columns.map(({ name }) => name), ...this.extra];
  }

  #recount(row, { verdict, findings }) {
    const { verdicts, codes } = this.sums;
    const count = (by) => {
      const old = VERDICTS[this.findings.verdict(row)];
      if (old) verdicts[old] += by;
      const found = this.findings.of(row).map((number) => this.findings.at(number).code);
      for (const code of new Set(found)) codes[CODES[code]] = (codes[CODES[code]] ?? 0) + by;
    };
    const numbers = findings.map(({ code, fields }) => ({
      code: CODES.indexOf(code),
      field: FIELDS.indexOf(fields[0]) + 1,
    }));
    const distinct = [...new Map(numbers.map((one) => [`${one.code} ${one.field}`, one])).values()];
    count(-1);
    this.findings.correct(row, VERDICTS.indexOf(verdict), distinct, this.#options.isAcrossRows);
    count(1);
  }

  async #bytes(row) {
    const [start, end = this.#file.size] = this.findings.place(row);
    // Where the check was cancelled, the end of the last row is not known.
    if (end - start > LONGEST_ROW && row < this.findings.rows) return undefined;
    const last = Math.min(end, start + LONGEST_ROW);
    return new Uint8Array(await this.#file.slice(start, last).arrayBuffer());
  }

  /** The file with the corrected cells; all its other bytes stay as they are. */
  async #corrected() {
    if (!this.corrections.size) return this.#file;
    const { delimiter } = this.layout;
    const isUtf8 = this.encoding !== "windows-1252";
    const pieces = [];
    let kept = 0;
    const keep = (until, instead, from) => {
      pieces.push(this.#file.slice(kept, until), instead);
      kept = from;
    };
    if (this.extra.length) {
      const end = await this.#endOfHeader();
      keep(end, this.extra.map((field) => delimiter + quoted(field, delimiter)).join(""), end);
    }
    for (const row of [...this.corrections.keys()].sort((a, b) => a - b)) {
      const [start, end = this.#file.size] = this.findings.place(row);
      const bytes = await this.#bytes(row);
      keep(
        start,
        withCells(bytes, delimiter, this.corrections.get(row), isUtf8),
        Math.min(end, start + bytes.length),
      );
    }
    pieces.push(this.#file.slice(kept));
    return new Blob(pieces);
  }

  async #endOfHeader() {
    const [first] = this.findings.place(1);
    const before = new Uint8Array(
      await this.#file.slice(Math.max(0, first - 2), first).arrayBuffer(),
    );
    return first - before.filter((byte) => byte === 10 || byte === 13).length;
  }

  #clear() {
    this.findings = new Findings();
    this.#reports.clear();
    Object.assign(this, { sums: undefined, done: 0, took: 0 });
  }

  #changed() {
    this.#options.changed();
  }
}

const firstTwo = (buffer) => {
  const [one, two] = new Uint8Array(buffer);
  return (one << 8) | two;
};

/** The same text in UTF-8; its places can be found again. */
async function inUtf8(file, encoding) {
  const text = file.stream().pipeThrough(new TextDecoderStream(encoding));
  const bytes = await new Response(text.pipeThrough(new TextEncoderStream())).blob();
  return new Blob(["\ufeff", bytes]);
}
