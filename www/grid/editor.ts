// A cell that is edited, with what is found of it and what mends that.

import type { JudgedRow } from "../batch/judging.js";
import type { Across } from "../batch/rows.js";
import { attribute, h, type Kid, uid } from "../form/dom.js";
import { type Icon, icon } from "../form/icons.js";
import type { Texts } from "../form/store.js";
import type { Field } from "../generated/lists.js";
import { fill } from "../lib/fill.js";
import type { Action, Finding } from "../lib/types.js";
import { actionButton, mendEverywhere } from "./act.js";
import type { GridParts } from "./grid.js";
import { mendOf } from "./todo.js";
import { counted } from "./words.js";

export interface Editing extends GridParts {
  row: number;
  /** None: what is to be done about the row as a whole. */
  field: Field | undefined;
  cell: HTMLElement;
  /** Does it stand at the end of its row? */
  isAtEnd: boolean;
  /** What begins its text anew. */
  typed: string | undefined;
  /** Goes to another cell of the row; opens the one where the person is. */
  go: (field: Field) => void;
  open: () => void;
  close: (next: "here" | "below" | "away") => void;
}

type Control = HTMLInputElement | HTMLSelectElement;

const ICONS = { blocks: "blocks", warns: "settle", informs: "note" } as const;
/** Findings that are shown together. */
const MOST = 4;
const LOOKS = { blocks: "block", warns: "settle", informs: "note" } as const;

export function openEditor(editing: Editing): void {
  const { kit, rows, words, row, field, cell, isAtEnd, typed, close } = editing;
  const number = rows.table?.number(row) ?? row;
  const panelId = uid();
  const control = field && controlOf(editing, field, number);
  const panel = h("div.cell-panel", { id: panelId });
  const box = h(
    "div.cell-edit",
    {
      ...{ role: "group", "aria-label": fill(words.grid.rowOf, { row: number }), keydown },
      focusout: ({ relatedTarget }: FocusEvent) => {
        // Another window takes the focus, and gives it back.
        if (!document.hasFocus() || box.contains(relatedTarget as Node | null)) return;
        // What was pressed may be gone: something beside it has the focus at once.
        queueMicrotask(() => {
          if (!box.contains(document.activeElement)) end("away");
        });
      },
    },
    control ? wrapped(control) : null,
    panel,
  );
  box.classList.toggle("at-end", isAtEnd);
  let isOver = false;
  draw();
  cell.append(box);
  cell.classList.add("editing");
  cell.closest<HTMLElement>(".grid-row")?.classList.add("editing");
  if (control) {
    attribute(control, "aria-describedby", panelId);
    control.focus({ preventScroll: true });
    if (control instanceof HTMLInputElement && typed === undefined) control.select();
  } else panel.querySelector<HTMLElement>("button, a")?.focus({ preventScroll: true });
  box.scrollIntoView({ block: "nearest" });

  function wrapped(one: Control): HTMLElement {
    if (one instanceof HTMLInputElement) return one;
    return h("div.sel.sel-f", {}, one, icon("down", "small") as Node);
  }

  function draw(): void {
    const judged = rows.judged(row);
    // What can be settled later waits until nothing blocks.
    const urgent = judged.findings.slice(0, judged.blocking || undefined);
    const told = judged.told.filter(
      ({ kind, severity }) => kind === "field" || severity === "blocks",
    );
    const all = field ? told.filter(({ fields }) => fields.includes(field)) : urgent;
    const across = field ? undefined : rows.across(row);
    panel.replaceChildren(
      ...all.slice(0, MOST).map((finding) => found(finding, judged)),
      ...(across ? [beside(across)] : []),
      button(
        fill(words.grid.open, { row: number }),
        () => {
          end("away");
          editing.openClaim(row);
        },
        "button.btn.btn-s.btn-q.flush",
      ),
    );
  }

  /** What shows only beside another row, and the way there. */
  function beside({ code, otherRow }: Across): HTMLElement {
    const { what } = kit.host.described.labels.crossRow[code];
    const row = rows.table?.number(otherRow) ?? otherRow;
    const see = button(fill(words.grid.otherRow, { row }), () => {
      end("away");
      editing.show(otherRow);
    });
    return message("settle", "settle", what, see);
  }

  function found(finding: Finding, judged: JudgedRow): HTMLElement {
    const asks = h("div.asks", { hidden: true });
    const mend = mendOf(finding, judged.told);
    // Going to a field is no help in it.
    const offered = (mend ? [mend] : finding.actions.slice(0, 2)).filter(
      ({ id, field: to }) => id !== "choose" || (to ?? finding.fields[0]) !== field,
    );
    const buttons = offered.map((action) => act(finding, action, asks, action === mend));
    const todo = rows.todo(judged.todo.key);
    const count = finding === judged.findings[0] && todo?.action?.isMend ? todo.rows : 0;
    if (count > 1)
      buttons.push(
        button(counted(kit, words.todo.all, count), () => {
          end("here");
          mendEverywhere(editing, todo?.key ?? "");
        }),
      );
    const { severity, what } = finding;
    return message(LOOKS[severity], ICONS[severity], what, buttons, asks);
  }

  function message(
    look: string,
    mark: Icon,
    text: string,
    buttons: Kid,
    asks: Kid = null,
  ): HTMLElement {
    return h(
      `div.msg.is-${look}`,
      {},
      icon(mark, "small") as Node,
      h("p", {}, text),
      buttons && h("div.btns", {}, buttons),
      asks,
    );
  }

  function act(finding: Finding, action: Action, asks: HTMLElement, isMend: boolean): HTMLElement {
    return actionButton(editing, finding, action, {
      isMain: isMend && Boolean(action.changes),
      asks,
      change: (changes) => {
        end("none");
        rows.edit([[row, changes]]);
        kit.host.say(words.grid.changed);
        close("here");
      },
      go: (to) => {
        end("none");
        close("away");
        editing.go(to);
        editing.open();
      },
      leave: () => end("away"),
    });
  }

  function button(label: string, click: () => void, name = "button.btn.btn-s"): HTMLElement {
    return h(name, { type: "button", click }, label);
  }

  function keydown(event: KeyboardEvent): void {
    const isControl = event.target === control;
    if (event.key === "Escape") {
      if (control) control.value = before(editing, field as Field);
      end("here");
    } else if (event.key === "Enter" && isControl) end("below");
    else {
      event.stopPropagation();
      return;
    }
    event.stopPropagation();
    event.preventDefault();
  }

  /** Takes the text, and closes the cell. */
  function end(next: "here" | "below" | "away" | "none"): void {
    if (isOver) return;
    isOver = true;
    const text = control?.value;
    const isOther = field && text !== undefined && text !== before(editing, field);
    box.remove();
    cell.classList.remove("editing");
    cell.closest<HTMLElement>(".grid-row")?.classList.remove("editing");
    if (isOther) rows.edit([[row, { [field]: text } as Texts]]);
    if (next !== "none") close(next);
  }
}

/** What the control of a field holds: an answer by its code. */
function before({ rows, row }: Editing, field: Field): string {
  return rows.judged(row).claim[field] ?? rows.text(row, field);
}

function controlOf(editing: Editing, field: Field, number: number): Control {
  const { kit, rows, words, row, typed } = editing;
  const { options, type } = kit.describedField(field);
  const label = fill(words.grid.edit, { field: kit.label(field), row: number });
  const text = rows.text(row, field);
  if (options.length) {
    const value = rows.judged(row).claim[field] ?? "";
    const isKnown = options.some((one) => one.value === value);
    const select = h(
      "select",
      { "aria-label": label },
      h("option", { value: "" }, words.grid.choose),
      !isKnown && value ? h("option", { value }, text) : null,
      options.map((one) => h("option", { value: one.value }, kit.option(field, one.value))),
    ) as HTMLSelectElement;
    select.value = value;
    return select;
  }
  return h("input.in", {
    ...{ "aria-label": label, spellcheck: "false", autocomplete: "off", type: "text" },
    ...(type === "date" ? {} : { dir: "auto" }),
    value: typed ?? text,
  }) as HTMLInputElement;
}
