// How rows and what is to be done about them are put into words.

import type { Kit, Look } from "../form/kit.js";
import type { Texts } from "../form/store.js";
import type { Field } from "../generated/lists.js";
import { fill, plural } from "../lib/fill.js";
import { numberFormat } from "../lib/formats.js";
import type { ManyWords } from "./many-kit.js";
import type { RowState, Todo } from "./todo.js";

export const LOOK_OF: Record<RowState, Look> = {
  fix: "block",
  settle: "settle",
  microsoft: "note",
  ready: "done",
};

/** The form for a number, with the number as the visitor's language writes it. */
export function counted({ host }: Kit, forms: Record<string, string>, n: number): string {
  return plural(host.locale, forms, n, numberFormat(host.dateLocale).format(n));
}

/** What is to be done, in a few words. */
export function todoText(kit: Kit, words: ManyWords, todo: Todo, isShort = false): string {
  const { state, action, fields = [], across, label, what } = todo;
  if (across) return kit.host.described.labels.crossRow[across].what;
  if (state === "ready" || state === "microsoft") return words.todo[state];
  if (!action) return what ?? words.todo.settle;
  const [first, second] = fields;
  if (action.id === "swap-fields" && first && second && !action.isMove)
    return isShort
      ? words.todo.swapShort
      : fill(words.todo.swap, { first: kit.label(first), second: kit.label(second) });
  if (action.id === "use-value" && first && !(action.isMove && label))
    return fill(words.todo.use, { field: kit.label(first) });
  return label ?? words.todo.settle;
}

/** What a cell shows: the answer by its name, the product by the one that people use. */
export function cellText(kit: Kit, claim: Texts, field: Field, text: string): string {
  if (field === "product") return kit.host.products()?.named(text)?.name ?? text;
  const option = kit.describedField(field).options.find(({ value }) => value === claim[field]);
  if (!option) return text;
  const by = option.by && claim[option.by];
  return ((by && option.variants?.[by]) || option).shortLabel;
}
