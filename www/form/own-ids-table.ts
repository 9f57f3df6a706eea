// The partner’s own IDs as a table among what was put in.

import type { Meaning } from "../generated/lists.js";
import type { About, Store } from "./store.js";

/** An ID as it is entered. */
export interface OwnId {
  id: string;
  kind: string;
  enrolled: string;
  type: string;
}

const COLUMNS: Record<string, Meaning> = {
  id: "partner-id",
  kind: "account-kind",
  enrolled: "enrolled",
  type: "partner-type",
};
/** By which name the table of them is known among what was put in. */
const NAME = "own-partner-ids.csv";

/** The IDs that were entered. */
export function ownIdsIn(store: Store): OwnId[] {
  const item = store.items.find(({ about }) => isOfOwnIds(about));
  if (typeof item?.source !== "string") return [];
  const [, ...rows] = item.source.split("\n");
  return rows.map((row) => {
    const [id = "", kind = "", enrolled = "", type = ""] = row.split("\t");
    return { id, kind, enrolled, type };
  });
}

/** These IDs as a table, to put in; nothing where there are none. */
export function tableOf(ids: readonly OwnId[]): [string, About] | undefined {
  const clean = (text: string) => text.replace(/[\t\r\n]/g, " ").trim();
  const rows = ids
    .filter(({ id }) => id.trim())
    .map(({ id, kind, enrolled, type }) => [id, kind, enrolled, type].map(clean).join("\t"));
  const table = [Object.keys(COLUMNS).join("\t"), ...rows].join("\n");
  return rows.length ? [table, { name: NAME, columns: COLUMNS }] : undefined;
}

/** Is this the table of them? */
export const isOfOwnIds = ({ name }: About): boolean => name === NAME;
