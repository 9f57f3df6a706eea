// A row that is open as a claim, and its way back into the file.

import type { Rows } from "../batch/rows.js";
import { cardOf } from "../form/cards.js";
import { attribute, h, type Kid, show } from "../form/dom.js";
import { icon } from "../form/icons.js";
import type { Kit } from "../form/kit.js";
import type { Texts } from "../form/store.js";
import type { Field } from "../generated/lists.js";
import { fill } from "../lib/fill.js";
import type { Finding } from "../lib/types.js";
import { type ManyWords, rowsOf, withWords } from "./many-kit.js";
import { counted } from "./words.js";

/** Opens a row as a claim. */
export function openRow(kit: Kit, rows: Rows, row: number): void {
  const { store, host } = kit;
  const { claim, findings } = rows.judged(row);
  host.keeper.leave();
  store.open(claim);
  host.place.row = { row, before: claim };
  goToClaim(kit, findings);
}

/** Shows the claim, with the parts of it that something is to be done about. */
export function goToClaim({ host }: Kit, findings: readonly Finding[]): void {
  const { opened } = host.place;
  opened.clear();
  const blocking = findings.filter(({ severity }) => severity === "blocks");
  for (const { fields } of blocking.length ? blocking : findings.slice(0, 1))
    if (fields[0]) opened.add(cardOf(fields[0]));
  location.hash = "#claim";
}

/** Above the claim, where it is a row of a file. */
export function rowBar(kit: Kit): Kid {
  const { row: open } = kit.host.place;
  if (!open) return null;
  const inside = h("div.wrap");
  const bar = h("div.row-bar", { hidden: true }, inside);
  withWords(kit, (words) => {
    const { table } = rowsOf(kit);
    const number = table?.number(open.row) ?? open.row;
    inside.append(
      h("span", {}, fill(words.row.of, { row: number, name: table?.name ?? "" })),
      h("a.btn.btn-s", { href: "#many" }, icon("undo", "small") as Node, words.row.back),
    );
    attribute(bar, "role", "region");
    attribute(bar, "aria-label", words.row.label);
    show(bar, true);
  });
  return bar;
}

/** What was changed of a claim that is a row goes into the row. The answer is the row. */
export function broughtBack(kit: Kit, rows: Rows, words: ManyWords): number | undefined {
  const { store, host } = kit;
  const { row: open } = host.place;
  delete host.place.row;
  if (!open || !rows.table) return undefined;
  const names = new Set([...Object.keys(open.before), ...Object.keys(store.claim)]) as Set<Field>;
  const changed = [...names].filter((name) => store.text(name) !== (open.before[name] ?? ""));
  const texts: Texts = Object.fromEntries(changed.map((name) => [name, store.text(name)]));
  rows.edit([[open.row, texts]]);
  if (changed.length) host.say(counted(kit, words.row.kept, changed.length));
  return open.row;
}
