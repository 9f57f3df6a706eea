// What each row comes to, as its claim is judged, and what is to be done in how many of them.

import { applies, CARDS } from "../form/cards.js";
import { type Judgement, judge } from "../form/judgement.js";
import type { Texts } from "../form/store.js";
import type { CrossRowCode } from "../generated/lists.js";
import { type RowState, STATES, type Todo, todoOf } from "../grid/todo.js";
import { REGISTRY } from "../lib/registry.js";
import type { Report } from "../lib/types.js";

/** A row as a claim. */
export interface JudgedRow extends Judgement {
  report: Report;
  claim: Texts;
  todo: Todo;
}

/** Judged rows that are kept at hand. */
export const KEPT = 400;
const ASKED = CARDS.flatMap(({ fields }) => fields);

export class Judging {
  /** What is to be done, by its key. */
  #todos = new Map<string, Todo>();
  /** By row: the place of its state in the list, and what is to be done. */
  #states: number[] = [];
  #keys: (string | undefined)[] = [];
  #judged = new Map<number, JudgedRow>();

  /** Is nothing judged yet? */
  get isEmpty(): boolean {
    return this.#states.length === 0;
  }
  has(row: number): boolean {
    return this.#states[row] !== undefined;
  }
  state(row: number): RowState | undefined {
    const place = this.#states[row];
    return place === undefined ? undefined : STATES[place];
  }
  keyOf(row: number): string | undefined {
    return this.#keys[row];
  }
  known(row: number): JudgedRow | undefined {
    return this.#judged.get(row);
  }

  /** Judges a row by its report. `across`: what shows only beside other rows. */
  judge(row: number, claim: Texts, report: Report, across: CrossRowCode | undefined): JudgedRow {
    const judged = this.count(row, claim, report, across);
    if (this.#judged.size > KEPT) this.#judged.clear();
    this.#judged.set(row, judged);
    return judged;
  }

  /** The same of one of many rows, of which only what is to be done is kept. */
  count(row: number, claim: Texts, report: Report, across: CrossRowCode | undefined): JudgedRow {
    const judgement = judge(report, {
      ...{ claim, isAsked: true, isLeft: () => true, codes: REGISTRY.codes },
      fields: ASKED.filter((field) => applies(field, claim, "", true)),
    });
    const todo = this.#count(row, todoOf(judgement, across));
    return { ...judgement, claim, report, todo };
  }

  /** What is ready needs no report to say so. */
  ready(row: number): void {
    this.#count(row, { key: "ready", state: "ready" });
  }

  #count(row: number, { what, label, ...now }: Omit<Todo, "rows">): Todo {
    const known = this.#todos.get(now.key);
    const todo = known ?? {
      ...now,
      rows: 0,
      ...(what !== undefined && { what }),
      ...(label !== undefined && { label }),
    };
    // What is not the same in all rows is told of each alone.
    if (known && known.what !== what) delete known.what;
    if (known && known.label !== label) delete known.label;
    if (this.#keys[row] !== now.key) {
      this.#uncount(row);
      todo.rows += 1;
      this.#keys[row] = now.key;
    }
    this.#todos.set(now.key, todo);
    this.#states[row] = STATES.indexOf(now.state);
    return todo;
  }

  #uncount(row: number): void {
    const key = this.#keys[row];
    const todo = key === undefined ? undefined : this.#todos.get(key);
    if (!todo) return;
    todo.rows -= 1;
    this.#keys[row] = undefined;
    if (!todo.rows) this.#todos.delete(todo.key);
  }

  /** A row is to be judged anew. */
  again(row: number): void {
    this.#judged.delete(row);
    this.#uncount(row);
    delete this.#states[row];
  }

  /** All rows are. */
  forget(): void {
    this.#judged.clear();
    this.#todos.clear();
    this.#states = [];
    this.#keys = [];
  }

  todo(key: string): Todo | undefined {
    return this.#todos.get(key);
  }

  /** What is to be done: what blocks first, of that what most rows have. */
  get todos(): Todo[] {
    const place = ({ state }: Todo) => STATES.indexOf(state);
    return [...this.#todos.values()].sort((a, b) => place(a) - place(b) || b.rows - a.rows);
  }
}
