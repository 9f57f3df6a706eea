// Many claims: what is to be done in which rows above, the rows below.

import { quoted, separatorIn } from "../batch/cells.js";
import type { Filter, Rows } from "../batch/rows.js";
import { download } from "../batch/saving.js";
import { boxView } from "../form/box.js";
import { entitle, filler, h, type Kid, keyed, say, show } from "../form/dom.js";
import { icon } from "../form/icons.js";
import { intakeView } from "../form/intake.js";
import type { Kit } from "../form/kit.js";
import { unreadView } from "../form/unread.js";
import { LOOK_ICONS } from "../form/verdict.js";
import type { Field } from "../generated/lists.js";
import { fill } from "../lib/fill.js";
import { listFormat, numberFormat } from "../lib/formats.js";
import { REGISTRY } from "../lib/registry.js";
import { mendEverywhere } from "./act.js";
import { columnsView, problemsView } from "./columns.js";
import { follow } from "./follow.js";
import { gridView } from "./grid.js";
import { type ManyWords, oneOf, rowsOf, withWords } from "./many-kit.js";
import { outView } from "./out.js";
import { broughtBack, openRow } from "./row-bar.js";
import { fillSample, TEMPLATE } from "./sample.js";
import type { Todo } from "./todo.js";
import { counted, LOOK_OF, todoText } from "./words.js";

const MAIN: readonly Field[] = [
  "customerDomain",
  "customerTenantId",
  "subscriptionId",
  "product",
  "activity",
  "partnerId",
];
const STATES = ["fix", "settle", "file"] as const;
const FILTER_LOOKS = { fix: "block", settle: "settle", file: "done" } as const;
/** Milliseconds after the last key until the rows are searched. */
const PAUSE = 250;

export function manyView(kit: Kit): Kid {
  const main = h("main.wrap.many", { id: "main", tabindex: "-1" });
  const intake = intakeView(kit);
  withWords(kit, (words) => build(kit, words, main, intake)).catch(() => {
    main.replaceChildren(h("p", { role: "alert" }, kit.words.failed));
  });
  main.append(h("p.quiet", {}, kit.words.intake.reading));
  return main;
}

function build(kit: Kit, words: ManyWords, main: HTMLElement, intake: HTMLElement): void {
  const rows = rowsOf(kit);
  const empty = emptyView(kit, words);
  const work = workView(kit, rows, words);
  const draw = () => {
    const isEmpty = rows.phase === "none";
    oneOf(main, isEmpty, empty, work.node, intake);
    if (isEmpty) entitle(words.empty.title);
    else work.draw();
  };
  const off = rows.on(draw);
  kit.host.signal.addEventListener("abort", off);
  kit.draws(["items", "report"], () =>
    follow(kit, rows, () => kit.host.say(words.empty.unreadable)),
  );
  draw();
  const row = broughtBack(kit, rows, words);
  if (row !== undefined) work.go(row);
}

/** Where there is no file yet. */
function emptyView(kit: Kit, words: ManyWords): HTMLElement {
  const box = boxView(kit, true);
  const hint = box.querySelector("#any-hint");
  if (hint) say(hint, words.empty.hint);
  return h(
    "div.narrow.start",
    {},
    h("h1", {}, words.empty.title),
    box,
    unreadView(kit),
    h(
      "div.btns.below",
      {},
      h("button.btn", { type: "button", click: () => fillSample(kit) }, words.empty.example),
      h("button.btn.btn-q", { type: "button", click: template }, words.empty.template),
    ),
  );

  /** As a spreadsheet of the language opens it. */
  function template(): void {
    const delimiter = separatorIn(kit.host.dateLocale);
    const names = REGISTRY.fields.map(({ name }) => name as Field);
    const lines = [names.map((name) => kit.label(name)), names.map((name) => TEMPLATE[name] ?? "")];
    const text = lines.map((line) => line.map((cell) => quoted(cell, delimiter)).join(delimiter));
    const parts = [`\ufeff${text.join("\r\n")}\r\n`];
    download(words.empty.templateName, new Blob(parts, { type: "text/csv" }));
  }
}

function workView(kit: Kit, rows: Rows, words: ManyWords) {
  const numbers = numberFormat(kit.host.dateLocale);
  let filter: Filter = {};
  let isMore = false;
  let order: readonly number[] = [];
  const openClaim = (row: number) => openRow(kit, rows, row);
  const parts = { kit, rows, words, openClaim };
  /** Of what the grid was drawn the last time. */
  let begun = "";
  const title = h("h1", { id: "many-title", tabindex: "-1" });
  const about = h("p.quiet");
  const state = h("p.small.quiet", { role: "status" });
  const stop = button(words.head.cancel, () => rows.cancel(), "button.btn.btn-s.btn-q");
  const again = button(words.head.again, () => rows.refresh());
  const undo = h(
    "button.btn.btn-s.btn-q",
    {
      type: "button",
      click: () => {
        rows.undo();
        kit.host.say(words.head.undone);
      },
    },
    icon("undo", "small") as Node,
    words.head.undo,
  );
  const todos = h("ul.todos");
  const drawTodos = keyed<Todo>(
    todos,
    ({ key }) => key,
    (todo) => todoView(todo),
  );
  const filters = h("div.filters", { role: "group", "aria-label": words.filters.label });
  const drawFilters = filler(filters);
  const only = h("p.only", { hidden: true });
  const drawOnly = filler(only);
  const find = h("input.in", {
    ...{ type: "search", "aria-label": words.filters.find, placeholder: words.filters.find },
    "data-key": "find",
    input: () => {
      clearTimeout(searching);
      searching = setTimeout(() => choose({ ...filter, text: find.value }), PAUSE);
    },
  }) as HTMLInputElement;
  let searching: ReturnType<typeof setTimeout> | undefined;
  const more = button(
    "",
    () => {
      isMore = !isMore;
      begin();
    },
    "button.btn.btn-s.btn-q",
  );
  const shown = h("p.small.quiet");
  const none = h("p", { hidden: true }, words.grid.none);
  const grid = gridView({
    ...{ ...parts, order: () => order, fields },
    show: (row) => {
      if (!order.includes(row)) choose({});
      grid.go(row);
    },
  });
  const columns = columnsView(kit, rows, words);
  const problems = problemsView(kit, rows, words);
  const node = h(
    "div",
    {},
    h(
      "div.tool",
      {},
      h("div", {}, title, about, state),
      h("div.btns", {}, stop, again, undo, outView(kit, rows, words)),
    ),
    h("section", { "aria-label": words.todo.title }, todos),
    h("div.tool.filter-bar", {}, filters, h("div.finding-bar", {}, find, more)),
    only,
    none,
    grid.node,
    h("p.small.quiet.keys", {}, words.grid.keys),
    shown,
    columns.node,
    problems.node,
  );
  return { node, draw, go: (row: number) => grid.go(row) };

  function draw(): void {
    const { counts, phase, table } = rows;
    const { fix, settle, all } = counts;
    const heading = () => {
      if (phase === "checking") return words.head.checking;
      if (!all) return words.head.nothing;
      const name = fix ? "fix" : settle ? "settle" : "file";
      const count = fix || settle || all;
      return fill(counted(kit, words.head[name], count), { all: numbers.format(all) });
    };
    say(title, heading());
    entitle([heading(), table?.name].filter(Boolean).join(": "));
    say(about, fill(words.head.from, { name: table?.name ?? "", months: months() }));
    const share = (rows.done / (table?.size || 1)).toLocaleString(kit.host.dateLocale, {
      ...{ style: "percent", maximumFractionDigits: 0 },
    });
    const states = {
      checking: rows.done ? fill(words.head.done, { percent: share }) : "",
      cancelled: words.head.cancelled,
      broken: words.head.broken,
    } as Record<string, string>;
    say(state, states[phase] ?? "");
    show(state, Boolean(states[phase]));
    show(stop, phase === "checking");
    show(again, phase === "cancelled" || phase === "broken");
    show(undo, rows.canUndo);
    const had = todos.contains(document.activeElement);
    drawTodos(rows.todos);
    // What was pressed is done and gone: the heading says what is to be done next.
    if (had && !todos.contains(document.activeElement)) title.focus({ preventScroll: true });
    const file = counts.microsoft + counts.ready;
    const amounts = { fix, settle, file };
    drawFilters([amounts, all, filter], () => [
      filterButton(undefined, words.filters.all, all),
      ...STATES.map((one) => filterButton(one, words.filters[one], amounts[one])),
    ]);
    const todo = filter.todo === undefined ? undefined : rows.todo(filter.todo);
    show(only, filter.todo !== undefined);
    drawOnly([filter.todo, todo], () => [
      todo ? fill(words.filters.only, { todo: todoText(kit, words, todo) }) : words.grid.none,
      " ",
      button(words.filters.clear, () => choose({}), "button.link"),
    ]);
    columns.draw();
    problems.draw();
    // Another check orders the rows anew; a change leaves each where the person sees it.
    const now = `${rows.basis} ${phase === "checking" ? rows.length : ""}`;
    if (now !== begun) {
      begun = now;
      begin();
    } else grid.draw();
  }

  function begin(): void {
    order = rows.order(filter);
    say(more, isMore ? words.grid.fewer : words.grid.more);
    show(more, fields().length < allFields().length || isMore);
    show(none, !order.length);
    show(grid.node, order.length > 0);
    say(shown, counted(kit, words.grid.shown, order.length));
    show(shown, order.length !== rows.counts.all);
    grid.begin();
  }

  function choose(wanted: Filter): void {
    filter = wanted;
    find.value = wanted.text ?? "";
    begin();
    draw();
    kit.host.say(counted(kit, words.grid.shown, order.length));
  }

  function filterButton(name: Filter["state"], label: string, count: number): HTMLElement {
    const isChosen = filter.state === name && filter.todo === undefined;
    const look = name && FILTER_LOOKS[name as keyof typeof FILTER_LOOKS];
    return h(
      `button.filter${look ? `.is-${look}` : ""}`,
      {
        ...{ type: "button", "aria-pressed": String(isChosen), "data-key": `filter-${name}` },
        click: () => choose({ state: name, text: find.value }),
      },
      look ? (icon(LOOK_ICONS[look], "small") as Node) : null,
      label,
      h("b", {}, numbers.format(count)),
    );
  }

  /** The fields that a claim is known by, and those in which something is to be done. */
  function fields(): Field[] {
    if (isMore) return allFields();
    const asked = rows.todos.flatMap(({ state: own, action, fields: changed = [] }) =>
      own === "fix" || action?.id === "choose" ? [...changed, action?.field] : [],
    );
    return allFields().filter((field) => MAIN.includes(field) || asked.includes(field));
  }

  function allFields(): Field[] {
    const others = (rows.table?.fields ?? []).filter((field) => field !== null);
    const asked = rows.todos.flatMap(({ action }) => action?.field ?? []);
    return [...new Set([...MAIN, ...others, ...asked])];
  }

  function months(): string {
    const { ruleset, editions = {} } = rows.sums ?? {};
    const ids = ruleset ? [ruleset] : Object.keys(editions);
    const named = REGISTRY.rulesets.filter(({ id }) => ids.includes(id));
    const list = listFormat(kit.host.dateLocale);
    return list.format(named.map(({ page }) => kit.month(page.date)));
  }

  /* What is to be done */

  function todoView({ key }: Todo) {
    const mark = h("span.mark");
    const count = h("b");
    const what = h("span.text");
    const why = h("small");
    const act = h("div.btns");
    const drawMark = filler(mark);
    const drawAct = filler(act);
    const one = h("li", {}, mark, count, h("span.what", {}, what, why), act);
    return { node: one, update };

    function update(todo: Todo): void {
      const look = LOOK_OF[todo.state];
      one.className = `is-${look}`;
      drawMark(look, () => icon(LOOK_ICONS[look]) as Node);
      say(count, counted(kit, words.todo.rows, todo.rows));
      const text = todoText(kit, words, todo);
      say(what, text);
      say(why, todo.what && todo.what !== text ? todo.what : "");
      const isFirst = rows.todos[0]?.key === key;
      drawAct([todo.rows, todo.action, todo.label, isFirst], () => actions(todo, text, isFirst));
    }

    function actions(todo: Todo, text: string, isFirst: boolean): Kid {
      const { action, rows: n } = todo;
      const showThem = h(
        "button.btn.btn-s.btn-q",
        {
          ...{ type: "button", click: () => choose({ todo: key }) },
          "aria-label": `${counted(kit, words.todo.show, n)}: ${text}`,
        },
        counted(kit, words.todo.show, n),
      );
      const all = n === 1 && todo.label ? todo.label : counted(kit, words.todo.all, n);
      if (action?.isMend)
        return [
          h(
            isFirst ? "button.btn.btn-s.btn-1" : "button.btn.btn-s",
            {
              ...{ type: "button", click: () => mendEverywhere(parts, key) },
              "aria-label": `${all}: ${text}`,
            },
            all,
          ),
          showThem,
        ];
      const field = action?.id === "choose" ? action.field : undefined;
      const options = field ? kit.describedField(field).options : [];
      if (field && options.length && n > 1) return [choice(field, n), showThem];
      return todo.state === "fix" || todo.state === "settle" ? showThem : null;
    }

    /** One answer for all of these rows. */
    function choice(field: Field, n: number): Kid {
      const label = fill(words.todo.choice, { field: kit.label(field) });
      const { options } = kit.describedField(field);
      const select = h(
        "select",
        { "aria-label": label, "data-key": `all-${field}` },
        h("option", { value: "" }, words.grid.choose),
        options.map(({ value }) => h("option", { value }, kit.option(field, value))),
      ) as HTMLSelectElement;
      const set = () => {
        if (!select.value) return select.focus();
        const all = rows.order({ todo: key });
        rows.edit(all.map((row) => [row, { [field]: select.value }] as const));
        kit.host.say(counted(kit, words.todo.applied, all.length));
      };
      return [
        h("span.sel.sel-f", {}, select, icon("down", "small") as Node),
        button(counted(kit, words.todo.set, n), set),
      ];
    }
  }

  function button(label: string, click: () => void, name = "button.btn.btn-s"): HTMLElement {
    return h(name, { type: "button", click }, label);
  }
}
