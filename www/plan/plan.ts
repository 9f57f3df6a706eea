// What could be claimed for the customers in the exports: a list to choose from, and what cannot be claimed.

import { catalogueOf } from "../batch/languages.js";
import { download } from "../batch/saving.js";
import { boxView, put } from "../form/box.js";
import { entitle, filler, h, type Kid, say, show, uid } from "../form/dom.js";
import { icon } from "../form/icons.js";
import { intakeView } from "../form/intake.js";
import type { Kit } from "../form/kit.js";
import type { Contribution, Locale, UserRole } from "../generated/lists.js";
import { type ManyWords, oneOf, runsOf, withWords } from "../grid/many-kit.js";
import { goToClaim } from "../grid/row-bar.js";
import { counted } from "../grid/words.js";
import { fill } from "../lib/fill.js";
import { numberFormat } from "../lib/formats.js";
import type { Handle } from "../lib/held.js";
import type { PlannedClaim } from "../lib/types.js";
import { planList } from "./list.js";
import { type Exclusion, NAMED } from "./planning.js";
import { Plans } from "./plans.js";

const DID: readonly Contribution[] = ["influenced-purchase", "drives-usage", "business-influencer"];
/** The activity that each of these is an answer for. */
const ACTIVITIES = {
  "influenced-purchase": "presales",
  "drives-usage": "usage",
  "business-influencer": "revenue-association",
} as const;
/** Milliseconds after the last key until the plan is made anew. */
const PAUSE = 400;

export function planView(kit: Kit): Kid {
  const intake = intakeView(kit);
  const main = h("main.wrap.many", { id: "main", tabindex: "-1" });
  const bar = h("section.act-bar", { hidden: true });
  withWords(kit, (words) => build(kit, words, { main, intake, bar })).catch(() => {
    main.replaceChildren(h("p", { role: "alert" }, kit.words.failed));
  });
  main.append(h("p.quiet", {}, kit.words.intake.reading));
  return [main, bar];
}

interface Parts {
  main: HTMLElement;
  intake: HTMLElement;
  bar: HTMLElement;
}

async function build(kit: Kit, words: ManyWords, { main, intake, bar }: Parts): Promise<void> {
  const { store, host } = kit;
  const { plan } = words;
  host.place.plans ??= new Plans(runsOf(kit));
  const { plans } = host.place;
  const catalogue = await catalogueOf(host.locale as Locale);
  if (host.signal.aborted) return;
  const numbers = numberFormat(host.dateLocale);
  const title = h("h1", { id: "plan-title", tabindex: "-1" });
  const about = h("p.quiet");
  const wants = h("p.small.quiet", { hidden: true });
  const empty = emptyView(kit, words);
  const all = button(
    "",
    () => plans.chooseAll(plans.chosenCount < plans.claims.length),
    "button.btn.btn-s.btn-q",
  );
  const list = planList({ kit, words, plans, openClaim });
  const excluded = excludedView(kit, words);
  const own = ownView(kit, words, plans, () => again());
  const work = h(
    "div",
    {},
    h("div.tool", {}, h("div", {}, title, about, wants), h("div.btns", {}, all)),
    own.node,
    list.node,
    excluded.node,
  );
  const count = h("p", { role: "status" });
  const take = button(
    plan.download,
    () => {
      const parts = ["\ufeff", ...plans.chosenCsv];
      download(plan.fileName, new Blob(parts, { type: "text/csv" }));
    },
    "button.btn.btn-q",
  );
  const open = button("", () => toGrid(), "button.btn.btn-1");
  bar.replaceChildren(h("div.wrap", {}, count, h("div.btns", {}, take, open)));
  bar.setAttribute("aria-label", plan.list);
  host.signal.addEventListener("abort", plans.on(draw));
  let evidence: unknown;
  let by = "";
  kit.draws(["items", "report"], () => {
    const now = JSON.stringify([store.ruleset, host.locale]);
    if (evidence !== store.held || by !== now) again();
    [evidence, by] = [store.held, now];
    draw();
  });

  function again(): void {
    if (!store.held) return;
    plans.know(store.evidence.partnerIds ?? []);
    own.draw();
    const { ruleset } = store;
    plans
      .plan({
        ...{ evidence: store.held as Handle, ruleset, locale: host.locale, words: catalogue },
      })
      .catch(() => say(title, words.failed));
  }

  function draw(): void {
    const hasEvidence = store.items.length > 0;
    oneOf(main, !hasEvidence, empty, work, intake);
    const { claims, chosenCount, isPlanning } = plans;
    const heading = () => {
      if (isPlanning && !claims.length) return plan.planning;
      if (!claims.length) return plan.none;
      return counted(kit, plan.possible, claims.length);
    };
    say(title, heading());
    entitle(hasEvidence ? heading() : plan.title);
    const subscriptions = counted(
      kit,
      plan.subscriptions,
      store.evidence.subscriptions?.length ?? 0,
    );
    say(about, fill(counted(kit, plan.from, claims.customers), { subscriptions }));
    show(about, claims.length > 0);
    say(wants, plans.partnerId);
    show(wants, plans.partnerId !== "");
    say(all, chosenCount === claims.length ? plan.chooseNone : plan.chooseAll);
    show(all, claims.length > 1);
    list.draw();
    excluded.draw(plans.excluded);
    show(bar, hasEvidence && claims.length > 0);
    say(
      count,
      fill(counted(kit, plan.chosen, chosenCount), { all: numbers.format(claims.length) }),
    );
    say(open, counted(kit, plan.grid, chosenCount));
    for (const one of [open, take]) show(one, chosenCount > 0);
  }

  async function toGrid(): Promise<void> {
    const file = new File(plans.chosenCsv, plan.fileName, { type: "text/csv" });
    await put(kit, [file]);
    location.hash = "#many";
  }

  function openClaim({ claim }: PlannedClaim): void {
    kit.host.keeper.leave();
    store.open(claim);
    goToClaim(kit, kit.judgement.findings);
  }
}

/** Where there is no export yet. */
function emptyView(kit: Kit, { plan }: ManyWords): HTMLElement {
  const box = boxView(kit, true);
  const hint = box.querySelector("#any-hint");
  if (hint) say(hint, plan.text);
  return h("div.narrow.start", {}, h("h1", {}, plan.title), box);
}

/** The partner's side, in one small question. */
function ownView(kit: Kit, { plan, grid }: ManyWords, plans: Plans, changed: () => void) {
  const { own } = plans;
  const { answers } = kit.words.activity;
  let pausing: ReturnType<typeof setTimeout> | undefined;
  const [idsId, hintId, roleId] = [uid(), uid(), uid()];
  const ids = h("input.in.mono", {
    ...{ id: idsId, value: own.ids, autocomplete: "off", spellcheck: "false", dir: "ltr" },
    ...{ "aria-describedby": hintId, "data-key": "plan-ids" },
    input: () => {
      plans.own = { ...plans.own, ids: ids.value, isTyped: true };
      clearTimeout(pausing);
      pausing = setTimeout(changed, PAUSE);
    },
  }) as HTMLInputElement;
  const role = h(
    "select",
    {
      ...{ id: roleId, "data-key": "plan-role" },
      change: () => {
        plans.own = { ...plans.own, role: role.value as UserRole | "" };
        changed();
      },
    },
    h("option", { value: "" }, grid.choose),
    kit.describedField("userRole").options.map(({ value, label }) => h("option", { value }, label)),
  ) as HTMLSelectElement;
  role.value = own.role;
  const did = DID.map((id) => {
    const box = h("input", {
      ...{ type: "checkbox", checked: own.did.has(id) },
      change: () => {
        const now = new Set(plans.own.did);
        now[box.checked ? "add" : "delete"](id);
        plans.own = { ...plans.own, did: now };
        changed();
      },
    }) as HTMLInputElement;
    return h("label.check", {}, box, h("span", {}, answers[ACTIVITIES[id]]));
  });
  const fold = h(
    "details.fold.is-note",
    { "data-fold": "own" },
    h(
      "summary",
      {},
      icon("person") as Node,
      h("span", {}, plan.asks),
      icon("open", "small") as Node,
    ),
    h(
      "div.in-fold.about-us",
      {},
      h(
        "div.field",
        {},
        h("label", { for: idsId }, plan.ids),
        h("p.hint", { id: hintId }, plan.idsHint),
        ids,
      ),
      h(
        "div.field",
        {},
        h("label", { for: roleId }, plan.role),
        h("div.sel.sel-f", {}, role, icon("down", "small") as Node),
      ),
      h("fieldset.field", {}, h("legend", {}, plan.did), did),
    ),
  ) as HTMLDetailsElement;
  fold.open = !own.role;
  const draw = () => {
    if (ids !== document.activeElement) ids.value = plans.own.ids;
  };
  return { node: fold, draw };
}

/** What cannot be claimed, by its reason. */
function excludedView(kit: Kit, { plan }: ManyWords) {
  const label = h("span");
  const list = h("dl.in-fold.reasons");
  const drawList = filler(list);
  const node = h(
    "details.fold.is-note",
    { "data-fold": "excluded" },
    h("summary", {}, icon("note") as Node, label, icon("open", "small") as Node),
    list,
  );
  return { node, draw };

  function draw(all: readonly Exclusion[]): void {
    show(node, all.length > 0);
    const sum = all.reduce((sum, { count }) => sum + count, 0);
    say(label, counted(kit, plan.excluded, sum));
    drawList(all, () =>
      all.map(({ text, count, isOfSubscriptions, products }) => {
        const names = [...new Set(products.map(nameOf).filter(Boolean))];
        const rest = names.length > NAMED ? " …" : "";
        const what = isOfSubscriptions ? plan.subscriptions : plan.products;
        return h(
          "div",
          {},
          h("dt", {}, counted(kit, what, count)),
          h("dd", {}, text, h("small", {}, `${names.slice(0, NAMED).join(", ")}${rest}`)),
        );
      }),
    );
  }

  function nameOf(product: string): string {
    return kit.host.products()?.named(product)?.name ?? product;
  }
}

function button(label: string, click: () => void, name = "button.btn.btn-s"): HTMLElement {
  return h(name, { type: "button", click }, label);
}
