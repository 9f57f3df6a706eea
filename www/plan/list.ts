// The planned claims by customer, of which only what can be seen is in the document.

import { attribute, filler, h, keyed, say } from "../form/dom.js";
import { icon } from "../form/icons.js";
import type { Kit, Look } from "../form/kit.js";
import type { Texts } from "../form/store.js";
import { LOOK_ICONS } from "../form/verdict.js";
import type { ManyWords } from "../grid/many-kit.js";
import { cellText, counted } from "../grid/words.js";
import { fill } from "../lib/fill.js";
import type { PlannedClaim } from "../lib/types.js";
import { keyOf, type Plans } from "./plans.js";

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

interface Placed {
  line: Line;
  /** Among all lines. */
  place: number;
}

interface DrawnLine {
  node: HTMLElement;
  update(placed: Placed): void;
}

export function planList({ kit, words, plans, openClaim }: ListParts) {
  const { store, host } = kit;
  const { plan } = words;
  const node = h("ul.plan", { "aria-label": plan.list });
  // What says the same in the next plan stays, and the focus in it.
  const drawLines = keyed<Placed>(
    node,
    ({ line }) => ("claim" in line ? keyOf(line) : (line.tenantId ?? "")),
    lineView,
  );
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
      paint();
    },
    { signal: host.signal },
  );
  return { node, draw };

  function draw(): void {
    if (known !== plans.claims) begin();
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
    tops = [];
  }

  function paint(): void {
    if (!node.isConnected || node.closest("[hidden]")) return;
    if (!tops.length) measure();
    const top = Math.max(0, -node.getBoundingClientRect().top);
    const first = Math.max(0, lineAt(top) - MARGIN);
    const last = Math.min(lines.length, lineAt(top + innerHeight) + MARGIN, first + MOST);
    node.style.blockSize = `${tops.at(-1) ?? 0}px`;
    const shown = lines.slice(first, last).map((line, at) => ({ line, place: first + at }));
    // Where the focus is stays in the document.
    const focused = document.activeElement?.closest("li[aria-posinset]");
    const place = node.contains(focused ?? null) ? placeOf(focused as Element) : -1;
    const line = lines[place];
    if (line && place < first) shown.unshift({ line, place });
    else if (line && place >= last) shown.push({ line, place });
    drawLines(shown);
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

  function lineView({ line }: Placed): DrawnLine {
    const isClaim = "claim" in line;
    const node = h(isClaim ? "li.planned" : "li.customer");
    const view = isClaim ? claimView(node, line) : customerView(node, line.tenantId);
    return { node, update };

    function update(placed: Placed): void {
      attribute(node, "aria-setsize", String(lines.length));
      attribute(node, "aria-posinset", String(placed.place + 1));
      node.style.insetBlockStart = `${tops[placed.place]}px`;
      view(placed.line as PlannedClaim);
    }
  }

  function customerView(node: HTMLElement, tenantId: string | undefined): () => void {
    const fillLine = filler(node);
    return () => {
      const name = tenantId && domains.get(tenantId);
      fillLine(name ?? null, () => [
        h(name || !tenantId ? "h2" : "h2.mono", {}, name || tenantId || plan.unknownCustomer),
        name && h("span.mono", {}, tenantId),
      ]);
    };
  }

  /** Its controls stay while what the plan says of the claim changes. */
  function claimView(node: HTMLElement, first: PlannedClaim): (planned: PlannedClaim) => void {
    const texts: Texts = { ...first.claim };
    const product = cellText(kit, texts, "product", first.claim.product ?? "");
    const activity = cellText(kit, texts, "activity", first.claim.activity ?? "");
    let current = first;
    const box = h("input", {
      type: "checkbox",
      "aria-label": fill(plan.choose, { claim: `${product}, ${activity}` }),
      change: () => plans.choose([current], box.checked),
    }) as HTMLInputElement;
    const [state, until] = [h("div.state"), h("span.until")];
    const sheet = h("div.sheet");
    const [drawState, drawSheet] = [filler(state), filler(sheet)];
    node.append(
      h("label.pick", {}, box, h("span", {}, h("strong", {}, product), h("small", {}, activity))),
      state,
      until,
      h(
        "details.menu",
        // One is open at a time: they lie over the lines below.
        { name: "plan-why" },
        h("summary.btn.btn-s.btn-q", {}, plan.why, h("span.vh", {}, `: ${product}, ${activity}`)),
        sheet,
      ),
    );
    return (planned) => {
      current = planned;
      const { claim, verdict, open, because } = planned;
      box.checked = plans.isChosen(planned);
      const needsId = !claim.partnerId;
      const look = needsId ? "note" : LOOK_OF[verdict];
      const settled = verdict === "confirm" ? counted(kit, plan.open, open.length) : plan[verdict];
      const text = needsId ? plan.needsId : settled;
      const labels = open.map((id) => host.described.checks.find((one) => one.id === id)?.label);
      const day = claim.subscriptionId && endsOn.get(claim.subscriptionId);
      drawState([look, text, labels], () => [
        h(`span.st.is-${look}`, {}, icon(LOOK_ICONS[look], "small") as Node, h("span", {}, text)),
        h("small", {}, labels.join(", ")),
      ]);
      say(until, day ? fill(plan.until, { day: kit.day(day) }) : plan.noEnd);
      drawSheet([because, labels], () => [
        because.map((reason) => h("p", {}, reason)),
        labels.map((label) => h("p.quiet", {}, label)),
        h("button.btn.btn-s", { type: "button", click: () => openClaim(current) }, plan.openClaim),
      ]);
    };
  }
}

const placeOf = (line: Element): number => Number(line.getAttribute("aria-posinset")) - 1;
