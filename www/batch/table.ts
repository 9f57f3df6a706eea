// A file of claims as a table: its bytes as they came, where each row lies in them, and the cells that were edited.

import type { Field } from "../generated/lists.js";
import type { BatchLayout } from "../lib/types.js";
import { type Cell, cellsOf, quoted, withCells } from "./cells.js";
import { Lines } from "./lines.js";

/** Texts of cells by column, by row; no text is the one of the file. */
export type Edits = ReadonlyMap<number, ReadonlyMap<number, string | undefined>>;

/** Where rows lie in the file. */
export interface Places {
  rows: number;
  place(row: number): [start: number, end: number | undefined];
}

/** Cells of rows that are kept at hand. */
const KEPT = 500;
const CR = 13;
const LF = 10;
const NOWHERE: Places = { rows: 0, place: () => [0, 0] };

export class Table {
  readonly name: string;
  readonly layout: BatchLayout;
  /** The field of each column of the file. */
  columns: readonly (Field | null)[];
  /** Fields that were edited and have no column: theirs come after those of the file. */
  extra: readonly Field[] = [];
  /** Known once the file is checked for the first time. */
  places: Places = NOWHERE;
  #bytes: Uint8Array<ArrayBuffer>;
  #edits = new Map<number, Map<number, string>>();
  #cells = new Map<number, Cell[]>();
  /** The lines of the rows, as far as they are counted. */
  #numbers: number[] = [];
  #lines: Lines;
  readonly #beginsWithSeparator: boolean;

  constructor(name: string, bytes: Uint8Array<ArrayBuffer>, layout: BatchLayout) {
    this.name = name;
    this.#bytes = bytes;
    this.layout = layout;
    this.#lines = new Lines(bytes, layout.delimiter);
    // Excel takes such a line for itself, and does not show it.
    const begin = new TextDecoder().decode(bytes.subarray(0, 8));
    this.#beginsWithSeparator = /^"?sep=/i.test(begin);
    this.columns = layout.columns.map(({ field }) => field ?? null);
  }

  get size(): number {
    return this.#bytes.length;
  }
  /** The field of each column, also of those that came with edits. */
  get fields(): (Field | null)[] {
    return [...this.columns, ...this.extra];
  }
  get isEdited(): boolean {
    return this.#edits.size > 0;
  }

  /** Nothing is known of its rows any more. */
  forget(): void {
    this.places = NOWHERE;
    this.#cells.clear();
    this.#numbers = [];
    this.#lines = new Lines(this.#bytes, this.layout.delimiter);
  }

  /** A row as the spreadsheet counts it; 0 is the one with the columns' names. */
  number(row: number): number {
    if (row < 1) return Math.max(1, this.number(1) - 1);
    for (let next = this.#numbers.length + 1; next <= this.places.rows; next += 1)
      this.#numbers.push(this.#lines.lineFrom(this.places.place(next)[0]));
    const line = this.#numbers[row - 1] ?? row + this.layout.headerRow + 1;
    return this.#beginsWithSeparator ? line - 1 : line;
  }

  /** The text of a cell. */
  cell(row: number, column: number): string {
    return this.#edits.get(row)?.get(column) ?? this.#cellsOf(row)[column]?.text ?? "";
  }
  columnsOf(field: Field): number[] {
    return this.fields.flatMap((one, column) => (one === field ? column : []));
  }

  /** What a row has for a field: nothing where two columns contradict each other. */
  text(row: number, field: Field): string {
    const texts = this.columnsOf(field).map((column) => this.cell(row, column));
    const told = [...new Set(texts.filter((text) => text.trim()))];
    return told.length === 1 ? (told[0] as string) : "";
  }

  /** Does a row have this in a cell? */
  has(row: number, text: string): boolean {
    return this.fields.some((_, column) => this.cell(row, column).toLowerCase().includes(text));
  }

  /** The columns that an edit of a field goes to; a field without one gets one. */
  columnsFor(field: Field): number[] {
    if (!this.columnsOf(field).length) this.extra = [...this.extra, field];
    return this.columnsOf(field);
  }

  /** A column holds this field; no other one does. */
  choose(column: number, field: Field | null): void {
    this.columns = this.columns.map((other, at) =>
      at === column ? field : other === field ? null : other,
    );
  }

  /** Puts texts into cells. The answer is what takes that back. */
  edit(edits: Edits): Edits {
    const before = new Map<number, Map<number, string | undefined>>();
    for (const [row, texts] of edits) {
      const own = this.#edits.get(row) ?? new Map<number, string>();
      const was = new Map<number, string | undefined>();
      for (const [column, text] of texts) {
        if (text === this.cell(row, column)) continue;
        was.set(column, own.get(column));
        if (text === undefined || text === (this.#cellsOf(row)[column]?.text ?? ""))
          own.delete(column);
        else own.set(column, text);
        this.#set(row, own);
      }
      if (was.size) before.set(row, was);
    }
    return before;
  }

  #set(row: number, texts: Map<number, string>): void {
    if (texts.size) this.#edits.set(row, texts);
    else this.#edits.delete(row);
  }

  #cellsOf(row: number): Cell[] {
    let cells = this.#cells.get(row);
    if (!cells) {
      if (this.#cells.size > KEPT) this.#cells.clear();
      cells = row > this.places.rows ? [] : cellsOf(this.#row(row), this.layout.delimiter);
      this.#cells.set(row, cells);
    }
    return cells;
  }

  #row(row: number): Uint8Array {
    const [start, end] = this.places.place(row);
    return this.#bytes.subarray(start, end);
  }

  /** The file with the edited cells; all its other bytes stay as they are. */
  file(): Blob {
    const { delimiter, isUtf8 } = this.layout;
    const pieces: BlobPart[] = [];
    let kept = 0;
    const keep = (until: number, instead: BlobPart, from: number) => {
      pieces.push(this.#bytes.subarray(kept, until), instead);
      kept = from;
    };
    if (this.extra.length) {
      const end = this.#endOfHeader();
      keep(end, this.extra.map((field) => delimiter + quoted(field, delimiter)).join(""), end);
    }
    for (const row of [...this.#edits.keys()].sort((a, b) => a - b)) {
      const [start, end = this.size] = this.places.place(row);
      const texts = this.#edits.get(row) as Map<number, string>;
      keep(start, withCells(this.#row(row), delimiter, texts, isUtf8), end);
    }
    pieces.push(this.#bytes.subarray(kept));
    return new Blob(pieces);
  }

  #endOfHeader(): number {
    let [end] = this.places.place(1);
    while ([CR, LF].includes(this.#bytes[end - 1] as number)) end -= 1;
    return end;
  }
}
