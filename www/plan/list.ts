// The planned claims by customer, of which only what can be seen is in the document.

import { attribute, fill, h } from "../form/dom.js";
import { icon } from "../form/icons.js";
import type { Kit, Look } from "../form/kit.js";
import type { Texts } from "../form/store.js";
import { LOOK_ICONS } from "../form/verdict.js";
import type { ManyWords } from "../grid/many-kit.js";
import { cellText, counted } from "../grid/words.js";
import type { PlannedClaim } from "../lib/types.js";
import type { Plans } from "./plans.js";

/** Lines drawn beyond what can be seen, above and below. */
const MARGIN = 6;
const MOST = 90;
const LOOK_OF: Record<PlannedClaim["verdict"], Look> = {
  fix: "block",
  confirm: "settle",
  ready: "done",
};

interface ListParts {
  kit: Kit;
  words: ManyWords;
  plans: Plans;
  openClaim: (claim: PlannedClaim) => void;
}

/** A customer, or a claim. */
type Line = { tenantId: string | undefined } | PlannedClaim;

export function planList({ kit, words, plans, openClaim }: ListParts) {
  const { store, host } = kit;
  const { plan } = words;
  const node = h("ul.plan", { "aria-label": plan.list });
  const drawn = new Map<number, { node: HTMLElement; update(): void }>();
  let lines: readonly Line[] = [];
  let known: readonly PlannedClaim[] | undefined;
  /** Where each line begins, and where the last one ends; measured when the window has another size. */
  let tops: number[] = [];
  let endsOn = new Map<string, string>();
  let domains = new Map<string, string>();
  addEventListener("scroll", paint, { passive: true, signal: host.signal });
  addEventListener(
    "resize",
    () => {
      tops = [];
      for (const { node: one } of drawn.values()) one.remove();
      drawn.clear();
      paint();
    },
    { signal: host.signal },
  );
  return { node, draw };

  function draw(): void {
    if (known !== plans.claims) begin();
    for (const one of drawn.values()) one.update();
    paint();
  }

  function begin(): void {
    known = plans.claims;
    const { subscriptions = [], tenants = [] } = store.evidence;
    endsOn = new Map(
      subscriptions.flatMap(({ id, endsOn: day }) => (day ? [[id, day] as const] : [])),
    );
    domains = new Map(
      tenants.flatMap(({ tenantId, domains: [first] }) =>
        first ? [[tenantId, first] as const] : [],
      ),
    );
    const customers = new Map<string | undefined, PlannedClaim[]>();
    for (const one of plans.claims) {
      const { customerTenantId: id } = one.claim;
      const own = customers.get(id) ?? [];
      own.push(one);
      customers.set(id, own);
    }
    lines = [...customers].flatMap(([tenantId, claims]) => [{ tenantId }, ...claims]);
    for (const { node: one } of drawn.values()) one.remove();
    drawn.clear();
    tops = [];
  }

  function paint(): void {
    if (!node.isConnected || node.closest("[hidden]")) return;
    if (!tops.length) measure();
    const top = Math.max(0, -node.getBoundingClientRect().top);
    const first = Math.max(0, lineAt(top) - MARGIN);
    const last = Math.min(lines.length, lineAt(top + innerHeight) + MARGIN, first + MOST);
    node.style.blockSize = `${tops.at(-1) ?? 0}px`;
    for (const [at, one] of drawn) {
      if ((at >= first && at < last) || one.node.contains(document.activeElement)) continue;
      one.node.remove();
      drawn.delete(at);
    }
    for (let at = first; at < last; at += 1) if (!drawn.has(at)) add(at);
  }

  /** The lines of customers have one height, those of claims another: as the style sheet says. */
  function measure(): void {
    const heightOf = (name: string) => {
      const line = h(name);
      node.append(line);
      const { offsetHeight } = line;
      line.remove();
      return offsetHeight || 1;
    };
    const [customer, claim] = [heightOf("li.customer"), heightOf("li.planned")];
    let top = 0;
    tops = [0];
    for (const line of lines) {
      top += "claim" in line ? claim : customer;
      tops.push(top);
    }
  }

  /** The line at so many pixels; by halving. */
  function lineAt(top: number): number {
    let [low, high] = [0, lines.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((tops[middle + 1] as number) <= top) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function add(at: number): void {
    const line = lines[at] as Line;
    const one = "claim" in line ? claimView(line) : customerView(line.tenantId);
    attribute(one.node, "aria-setsize", String(lines.length));
    attribute(one.node, "aria-posinset", String(at + 1));
    one.node.style.insetBlockStart = `${tops[at]}px`;
    drawn.set(at, one);
    const next = [...drawn.keys()].filter((other) => other > at).sort((a, b) => a - b)[0];
    node.insertBefore(one.node, next === undefined ? null : (drawn.get(next)?.node ?? null));
    one.update();
  }

  function customerView(tenantId: string | undefined) {
    const name = tenantId ? domains.get(tenantId) : undefined;
    const line = h(
      "li.customer",
      {},
      h(name || !tenantId ? "h2" : "h2.mono", {}, name ?? tenantId ?? plan.unknownCustomer),
      name && tenantId ? h("span.mono", {}, tenantId) : null,
    );
    return { node: line, update: () => {} };
  }

  function claimView(planned: PlannedClaim) {
    const { claim, verdict, open, because } = planned;
    const texts: Texts = { ...claim };
    const product = cellText(kit, texts, "product", claim.product ?? "");
    const activity = cellText(kit, texts, "activity", claim.activity ?? "");
    const box = h("input", {
      ...{
        type: "checkbox",
        "aria-label": fill(plan.choose, { claim: `${product}, ${activity}` }),
      },
      change: () => plans.choose([planned], box.checked),
    }) as HTMLInputElement;
    const needsId = !claim.partnerId;
    const look = needsId ? "note" : LOOK_OF[verdict];
    const settled = verdict === "confirm" ? counted(kit, plan.open, open.length) : plan[verdict];
    const state = needsId ? plan.needsId : settled;
    const labels = open.map((id) => host.described.checks.find((one) => one.id === id)?.label);
    const day = claim.subscriptionId && endsOn.get(claim.subscriptionId);
    const line = h(
      "li.planned",
      {},
      h("label.pick", {}, box, h("span", {}, h("strong", {}, product), h("small", {}, activity))),
      h(
        "div.state",
        {},
        h(`span.st.is-${look}`, {}, icon(LOOK_ICONS[look], "small") as Node, h("span", {}, state)),
        h("small", {}, labels.join(", ")),
      ),
      h("span.until", {}, day ? fill(plan.until, { day: kit.day(day) }) : plan.noEnd),
      h(
        "details.menu",
        {},
        h("summary.btn.btn-s.btn-q", {}, plan.why, h("span.vh", {}, `: ${product}, ${activity}`)),
        h(
          "div.sheet",
          {},
          because.map((text) => h("p", {}, text)),
          labels.map((text) => h("p.quiet", {}, text)),
          h(
            "button.btn.btn-s",
            { type: "button", click: () => openClaim(planned) },
            plan.openClaim,
          ),
        ),
      ),
    );
    return { node: line, update };

    function update(): void {
      box.checked = plans.isChosen(planned);
    }
  }
}
