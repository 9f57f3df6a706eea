// What can be taken along: the file with two more columns, and the findings.

import { quoted, separatorIn } from "../batch/cells.js";
import type { Rows } from "../batch/rows.js";
import { rest } from "../batch/runs.js";
import { save } from "../batch/saving.js";
import { h, say } from "../form/dom.js";
import { icon } from "../form/icons.js";
import type { Kit } from "../form/kit.js";
import { type ManyWords, runsOf } from "./many-kit.js";

/** Rows that are written together. */
const TOGETHER = 200;

export function outView(kit: Kit, rows: Rows, words: ManyWords): HTMLElement {
  const guard = h("input", { type: "checkbox", "aria-describedby": "guard-text" });
  const state = h("p.small.quiet", { role: "status" });
  const offer = (label: string, text: string, write: () => Promise<unknown>) =>
    h(
      "li",
      {},
      h("button.btn.btn-s", { type: "button", click: () => take(write) }, label),
      h("p.small.quiet", {}, text),
    );
  const node = h(
    "details.menu",
    {
      keydown: (event: KeyboardEvent) => {
        if (event.key !== "Escape") return;
        (node as HTMLDetailsElement).open = false;
        node.querySelector("summary")?.focus();
      },
    },
    h("summary.btn.btn-s", {}, words.out.title, icon("down", "small") as Node),
    h(
      "div.sheet",
      {},
      h(
        "ul",
        {},
        offer(words.out.checked, words.out.checkedText, checked),
        offer(words.out.findings, words.out.findingsText, findings),
      ),
      h("label.check", {}, guard, h("span", {}, words.out.guard)),
      h("p.small.quiet", { id: "guard-text" }, words.out.guardText),
      state,
    ),
  );
  return node;

  async function take(write: () => Promise<unknown>): Promise<void> {
    say(state, words.out.writing);
    const outcome = await write().then(
      () => words.out.written,
      (error) => (error.name === "AbortError" ? "" : words.out.failed),
    );
    say(state, outcome);
  }

  function named(ending: string): string {
    const base = rows.table?.name.replace(/\.[^.]*$/, "") || "claims";
    const { ruleset, editions = {} } = rows.sums ?? {};
    return [base, ruleset ?? Object.keys(editions).join("+"), ending, "csv"]
      .filter(Boolean)
      .join(".");
  }

  function checked(): Promise<unknown> {
    const { table } = rows;
    if (!table) return Promise.resolve();
    const task = {
      ...{ file: table.file(), columns: table.fields, ruleset: kit.store.ruleset },
      ...{ wants: "csv" as const, guardFormulas: (guard as HTMLInputElement).checked },
    };
    const evidence = kit.store.held as Parameters<ReturnType<typeof runsOf>["check"]>[0];
    return save(named(words.out.ending), "text/csv", async (put) => {
      const on = { csv: put };
      await runsOf(kit).check(evidence, task, on, new AbortController().signal);
    });
  }

  function findings(): Promise<unknown> {
    const delimiter = separatorIn(kit.host.dateLocale);
    const { columns } = words.out;
    const { severities, crossRow } = kit.host.described.labels;
    const line = (cells: readonly string[]) =>
      `${cells.map((cell) => quoted(guarded(cell), delimiter)).join(delimiter)}\r\n`;
    const head = ["row", "severity", "field", "what", "why", "next", "source"] as const;
    return save(named(words.out.findingsEnding), "text/csv", async (put) => {
      await put(`\ufeff${line(head.map((name) => columns[name]))}`);
      const order = rows.order();
      for (let at = 0; at < order.length; at += TOGETHER) {
        const lines = order.slice(at, at + TOGETHER).flatMap((row) => linesOf(row));
        await put(lines.join(""));
        await rest();
      }
    });

    function linesOf(row: number): string[] {
      const number = String(rows.table?.number(row) ?? row);
      const own = rows.judged(row).report.findings.map((finding) => {
        const { severity, fields, what, why, next, source } = finding;
        const label = fields[0] ? kit.label(fields[0]) : "";
        return line([number, severities[severity], label, what, why, next, source.section]);
      });
      const across = rows.across(row);
      if (!across) return own;
      const { what, why, next } = crossRow[across.code];
      return [...own, line([number, severities.warns, "", what, why, next, ""])];
    }
  }

  /** A text may quote a cell; a cell of ours never is a formula. */
  function guarded(text: string): string {
    return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  }
}
