// What is to be done about a row: the first thing that stands against it, and what mends that.

import type { Judgement } from "../form/judgement.js";
import type { CrossRowCode, Field } from "../generated/lists.js";
import type { Action, Finding } from "../lib/types.js";

/** What to do with a row: mend it, settle points first, or file it. */
export type RowState = "fix" | "settle" | "microsoft" | "ready";
export const STATES: readonly RowState[] = ["fix", "settle", "microsoft", "ready"];

/** Something that is to be done in so many rows. */
export interface Todo {
  key: string;
  state: RowState;
  /** The action that does it, without what it changes in a row. */
  action?: Pick<Action, "id"> & { field?: Field; isMend: boolean; isMove: boolean };
  /** The fields that it changes. */
  fields?: Field[];
  /** Its label, and what was found, where these are the same in all rows. */
  label?: string;
  what?: string;
  across?: CrossRowCode;
  rows: number;
}

/**
 * The one to offer first: the only right one. Of several that seem equally right, it is the one that another
 * finding of the row asks for as well.
 */
export function mendOf(finding: Finding, all: readonly Finding[]): Action | undefined {
  const { actions } = finding;
  const primary = actions.find((one) => one.primary);
  if (primary || actions.length < 2) return primary ?? actions[0];
  const wanted = all.flatMap((other) => other.actions.filter((one) => one.primary).map(changesOf));
  return actions.find((one) => one.changes && wanted.includes(changesOf(one)));
}

const changesOf = ({ changes = {} }: Action): string =>
  JSON.stringify(Object.entries(changes).sort());

/** The first thing to do about a row. `across`: what shows only beside other rows. */
export function todoOf(judgement: Judgement, across?: CrossRowCode): Omit<Todo, "rows"> {
  // A row is asked about as a whole: it is never empty, and what it lacks is a finding.
  const state = judgement.state as RowState;
  const [finding] = judgement.findings;
  if (finding && (state === "fix" || !across)) {
    const { key, ...asked } = about(finding, judgement.told);
    // What blocks in one row and only has to be settled in another one is not the same.
    return { key: `${state} ${key}`, state, ...asked };
  }
  if (across) return { key: `across ${across}`, state: "settle", across };
  return { key: state, state };
}

/** What a finding asks for: rows with the same one are mended together. */
function about(
  finding: Finding,
  all: readonly Finding[],
): Pick<Todo, "key" | "action" | "fields" | "label" | "what"> {
  const { code, fields, actions, what } = finding;
  const only = mendOf(finding, all);
  const mend = only ?? actions[0];
  const field = mend?.field ?? fields[0];
  if (!mend) return { key: code, what };
  const { id, changes, label } = mend;
  // Two mends that are equally right are nothing to do in all rows.
  const isMend = Boolean(changes) && only === mend;
  const isMove = Object.values(changes ?? {}).some((text) => !text);
  const action = { id, isMend, isMove, ...(field && { field }) };
  // The kinds of exports stand in the label, and so does the field to choose.
  const changed = Object.keys(changes ?? {}) as Field[];
  const key = changes ? `${code} ${id} ${changed.sort()} ${isMove}` : `${id} ${label}`;
  return { key, action, fields: changed, label, what };
}
