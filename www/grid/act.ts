// What the actions of a row's findings do, in one row or in all that have the same to be done.

import type { Rows } from "../batch/rows.js";
import { addressOf, isOfUnknownTenant, lookUp } from "../form/actions.js";
import { h, type Kid } from "../form/dom.js";
import { icon } from "../form/icons.js";
import type { Kit } from "../form/kit.js";
import type { Texts } from "../form/store.js";
import type { Field } from "../generated/lists.js";
import type { Action, Finding } from "../lib/types.js";
import type { ManyWords } from "./many-kit.js";
import { counted } from "./words.js";

interface Acting {
  kit: Kit;
  rows: Rows;
  words: ManyWords;
  openClaim: (row: number) => void;
}

/** What an action does with the cell in which its button stands. */
interface Doing {
  change: (changes: Texts) => void;
  go: (field: Field) => void;
  leave: () => void;
  /** Does its button stand out? */
  isMain: boolean;
  /** Where something is asked back. */
  asks: HTMLElement;
}

/** Does what is to be done in all rows that have it, and says in how many. */
export async function mendEverywhere({ kit, rows, words }: Acting, key: string): Promise<void> {
  const count = await rows.mendAll(key);
  kit.host.say(counted(kit, words.todo.applied, count));
}

/** An action of a row's finding as a button. */
export function actionButton(
  acting: Acting & { row: number },
  finding: Finding,
  action: Action,
  doing: Doing,
): HTMLElement {
  const { kit, rows, row } = acting;
  const { store } = kit;
  const href = addressOf(kit, action);
  if (href) return h("a.btn.btn-s", { href, rel: "external", target: "_blank" }, action.label);
  const kids: Kid[] = [
    action.id === "swap-fields" && (icon("swap", "small") as Node),
    action.label,
  ];
  const name = doing.isMain ? "button.btn.btn-s.btn-1" : "button.btn.btn-s";
  return h(name, { type: "button", click: act, "data-action": action.id }, ...kids);

  function act(): void {
    const field = action.field ?? finding.fields[0];
    const { report } = rows.judged(row);
    if (action.changes) doing.change(action.changes);
    else if (action.id === "look-up-domain")
      lookUp(kit, doing.asks, report.understood.customerDomain, doing.leave);
    else if (action.id === "load-export") {
      doing.leave();
      const { exportKinds } = kit.host.described.labels;
      store.want((action.kinds ?? []).map((kind) => exportKinds[kind]));
      kit.openBox();
    } else if (action.id === "say-tenant") {
      for (const { id } of store.items.filter(isOfUnknownTenant))
        store.sayTenant(id, rows.judged(row).claim.customerTenantId ?? "");
      doing.leave();
    } else if (action.id === "ask-customer") {
      doing.leave();
      acting.openClaim(row);
    } else if (field) doing.go(field);
  }
}
