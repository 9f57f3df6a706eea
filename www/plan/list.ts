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
import { keyOf, type PlannedClaims } from "./claims.js";
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

/** A claim or, with `isCustomer`, the customer of whose claims it is the first. */
interface Line {
  /** Among all claims. */
  number: number;
  isCustomer: boolean;
  planned: PlannedClaim;
  /** Among all lines. */
  place: number;
}

interface DrawnLine {
  node: HTMLElement;
  update(line: Line): void;
}

export function planList({ kit, words, plans, openClaim }: ListParts) {
  const { store, host } = kit;
  const { plan } = words;
  const node = h("ul.plan", { "aria-label": plan.list });
  // What says the same in the next plan stays, and the focus in it.
  const drawLines = keyed<Line>(
    node,
    ({ planned, isCustomer }) =>
      isCustomer ? (planned.claim.customerTenantId ?? "") : keyOf(planned),
    lineView,
  );
  /** The number of the claim of each line; behind the sign, for a customer's, where its claims begin. */
  let lines: number[] = [];
  let known: PlannedClaims | undefined;
  /** Where each line begins, and where the last one ends; measured when the window has another size. */
  let tops: number[] = [];
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
    lines = [];
    for (let number = 0; number < known.length; number += 1) {
      if (known.beginsCustomer(number)) lines.push(~number);
      lines.push(number);
    }
    tops = [];
  }

  function paint(): void {
    if (!node.isConnected || node.closest("[hidden]")) return;
    if (!tops.length) measure();
    const top = Math.max(0, -node.getBoundingClientRect().top);
    const first = Math.max(0, lineAt(top) - MARGIN);
    const last = Math.min(lines.length, lineAt(top + innerHeight) + MARGIN, first + MOST);
    node.style.blockSize = `${tops.at(-1) ?? 0}px`;
    const shown = lines.slice(first, last).map((_, at) => lineAtPlace(first + at));
    // Where the focus is stays in the document.
    const focused = document.activeElement?.closest("li[aria-posinset]");
    const place = node.contains(focused ?? null) ? placeOf(focused as Element) : -1;
    const isThere = place >= 0 && place < lines.length;
    if (isThere && place < first) shown.unshift(lineAtPlace(place));
    else if (isThere && place >= last) shown.push(lineAtPlace(place));
    drawLines(shown);
  }

  function lineAtPlace(place: number): Line {
    const line = lines[place] as number;
    const number = line < 0 ? ~line : line;
    return { number, isCustomer: line < 0, planned: plans.claims.at(number), place };
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
      top += line < 0 ? customer : claim;
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

  function lineView(line: Line): DrawnLine {
    const node = h(line.isCustomer ? "li.customer" : "li.planned");
    const view = line.isCustomer
      ? customerView(node, line.planned.claim.customerTenantId)
      : claimView(node, line);
    return { node, update };

    function update(now: Line): void {
      attribute(node, "aria-setsize", String(lines.length));
      attribute(node, "aria-posinset", String(now.place + 1));
      node.style.insetBlockStart = `${tops[now.place]}px`;
      view(now);
    }
  }

  function customerView(node: HTMLElement, tenantId: string | undefined): () => void {
    const fillLine = filler(node);
    return () => {
      const [name] = store.customers.of(tenantId).tenants.flatMap(({ domains }) => domains);
      fillLine(name ?? null, () => [
        h(name || !tenantId ? "h2" : "h2.mono", {}, name || tenantId || plan.unknownCustomer),
        name && h("span.mono", {}, tenantId),
      ]);
    };
  }

  /** Its controls stay while what the plan says of the claim changes. */
  function claimView(node: HTMLElement, first: Line): (line: Line) => void {
    const texts: Texts = { ...first.planned.claim };
    const product = cellText(kit, texts, "product", texts.product ?? "");
    const activity = cellText(kit, texts, "activity", texts.activity ?? "");
    let current = first;
    const box = h("input", {
      type: "checkbox",
      "aria-label": fill(plan.choose, { claim: `${product}, ${activity}` }),
      change: () => plans.choose(current.number, box.checked),
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
    return (line) => {
      current = line;
      const { claim, verdict, open, because } = line.planned;
      box.checked = plans.isChosen(line.number);
      const needsId = !claim.partnerId;
      const look = needsId ? "note" : LOOK_OF[verdict];
      const settled = verdict === "confirm" ? counted(kit, plan.open, open.length) : plan[verdict];
      const text = needsId ? plan.needsId : settled;
      const labels = open.map((id) => host.described.checks.find((one) => one.id === id)?.label);
      const { subscriptions } = store.customers.of(claim.customerTenantId);
      const day = subscriptions.find(({ id }) => id === claim.subscriptionId)?.endsOn;
      drawState([look, text, labels], () => [
        h(`span.st.is-${look}`, {}, icon(LOOK_ICONS[look], "small") as Node, h("span", {}, text)),
        h("small", {}, labels.join(", ")),
      ]);
      say(until, day ? fill(plan.until, { day: kit.day(day) }) : plan.noEnd);
      drawSheet([because, labels], () => [
        because.map((reason) => h("p", {}, reason)),
        labels.map((label) => h("p.quiet", {}, label)),
        h(
          "button.btn.btn-s",
          { type: "button", click: () => openClaim(current.planned) },
          plan.openClaim,
        ),
      ]);
    };
  }
}

const placeOf = (line: Element): number => Number(line.getAttribute("aria-posinset")) - 1;
