// The claim as five rows: what is complete is one line with its outcome, what is being filled in is open.

import type { Field } from "../generated/lists.js";
import { fill } from "../lib/fill.js";
import { activityField } from "./activity.js";
import { CARDS, type Card, type CardId, cardOf } from "./cards.js";
import { attribute, filler, h, say, show, uid } from "./dom.js";
import { choiceField, type FieldView, menuField, textField } from "./field.js";
import { staysOpen } from "./fold.js";
import { type Icon, icon } from "./icons.js";
import type { Kit, Look } from "./kit.js";
import { productField } from "./product.js";

const ICONS: Record<Look, Icon> = { block: "blocks", settle: "settle", note: "todo", done: "done" };
const MENUS: readonly Field[] = ["purchaseChannel", "userRole", "solutionArea"];

export function claimView(kit: Kit): HTMLElement {
  const { store, words } = kit;
  const { place } = kit.host;
  const heading = h("h1");
  const all = h("button.btn.btn-s.btn-q", {
    type: "button",
    "data-key": "all",
    click: () => {
      place.isAllShown = !place.isAllShown;
      draw();
    },
  });
  const cards = CARDS.map((card) =>
    cardView(kit, card, { draw: () => draw(), next: goToNext, step }),
  );
  const node = h(
    "div.claim",
    {},
    h("div.title", {}, heading, all),
    cards.map((one) => one.node),
  );
  kit.goTo = (field) => {
    open(cardOf(field));
    draw();
    cards.find(({ id }) => id === cardOf(field))?.focus(field);
  };
  foldBehind(node);
  kit.draws(["claim", "report", "view"], draw);
  return node;

  function draw(): void {
    const customer = store.report.understood.customerDomain;
    say(heading, customer ? fill(words.claim.titleOf, { customer }) : words.claim.title);
    say(all, place.isAllShown ? words.claim.showLess : words.claim.showAll);
    show(all, !place.step);
    const judgement = kit.judgement;
    for (const card of cards) card.update(judgement);
  }

  /** Goes on to the first row below that has something to fill in, else to the verdict. */
  function goToNext(id: string): void {
    place.opened.delete(id as never);
    const at = CARDS.findIndex((card) => card.id === id);
    const { missing } = kit.judgement;
    const rest = CARDS.slice(at + 1);
    const next = rest.find(({ fields }) => fields.some((field) => missing.includes(field)));
    const field = next && (missing.find((one) => next.fields.includes(one)) as Field);
    // One at a time, none is passed over.
    const following = place.step ? CARDS[at + 1]?.id : undefined;
    if (following) step(following);
    else if (field) kit.goTo(field);
    else kit.ask();
  }

  function open(id: CardId): void {
    place.opened.add(id);
    if (place.step) place.step = id;
  }

  function step(id: CardId): void {
    open(id);
    draw();
    cards.find((card) => card.id === id)?.focusFirst();
  }

  /** Complete rows fold once the person works in another one; what they look at keeps its place. */
  function foldBehind(root: HTMLElement): void {
    let isPointed = false;
    root.addEventListener("pointerdown", () => {
      isPointed = true;
    });
    root.addEventListener("focusin", ({ target }) => {
      if (!isPointed) fold(target as Element);
    });
    root.addEventListener("click", ({ target }) => {
      isPointed = false;
      if ((target as Element).closest(".body")) fold(target as Element);
    });
  }

  function fold(target: Element): void {
    const id = target.closest("[data-card]")?.getAttribute("data-card");
    if (!id || place.isAllShown || !target.closest(".body")) return;
    const judgement = kit.judgement;
    const done = cards.filter((card) => card.id !== id && card.lookIn(judgement) === "done");
    if (!done.some((card) => place.opened.has(card.id))) return;
    const { top } = target.getBoundingClientRect();
    for (const card of done) place.opened.delete(card.id);
    draw();
    scrollBy({ top: target.getBoundingClientRect().top - top, behavior: "instant" });
  }
}

type Judged = Kit["judgement"];

interface On {
  draw: () => void;
  next: (id: string) => void;
  step: (id: CardId) => void;
}

function cardView(kit: Kit, card: Card, on: On) {
  const { store, words } = kit;
  const { place } = kit.host;
  const { id } = card;
  const headingId = uid();
  const mark = h("span.mark");
  const drawMark = filler(mark);
  const out = h("div.out");
  const drawOut = filler(out);
  const body = h("div.body", { hidden: true });
  const toggle = h("button.btn.btn-s.btn-q", {
    type: "button",
    "data-key": `card-${id}`,
    click: () => {
      const isOpen = place.opened.has(id);
      place.opened[isOpen ? "delete" : "add"](id);
      on.draw();
      if (!isOpen) views?.[0]?.focus();
    },
  });
  const ofAll = fill(words.claim.step, { at: CARDS.indexOf(card) + 1, all: CARDS.length });
  const count = h("small.quiet", {}, ` ${ofAll}`);
  const label = h("span");
  toggle.append(label, h("span.vh", {}, ` ${words.cards[id]}`));
  const node = h(
    "section.card",
    { "aria-labelledby": headingId, "data-card": id },
    mark,
    h("h2", { id: headingId }, words.cards[id], count),
    out,
    toggle,
    body,
  );
  let views: FieldView[] | undefined;
  let drawNext: ((isMain: boolean) => void) | undefined;
  return { id, node, update, focus, focusFirst, lookIn };

  function lookIn({ findings, missing, blocking }: Judged): Look {
    const isOwn = (field: Field | undefined) => field !== undefined && cardOf(field) === id;
    const at = findings.findIndex(({ fields }) => isOwn(fields[0]));
    if (at >= 0 && at < blocking) return "block";
    if (missing.some(isOwn) || !card.fields.some((field) => store.text(field))) return "note";
    return at >= 0 ? "settle" : "done";
  }

  function update(judgement: Judged): void {
    const look = lookIn(judgement);
    const isDone = look === "done" || look === "settle";
    // What comes next is there as soon as it is needed.
    if (isDone && !place.complete.has(id) && place.opened.has(id)) openNext(judgement);
    place.complete[isDone ? "add" : "delete"](id);
    const isOpen = place.step ? place.step === id : place.isAllShown || place.opened.has(id);
    show(node, !place.step || isOpen);
    show(count, Boolean(place.step));
    attribute(node, "class", `card is-${look}${isOpen ? " open" : ""}`);
    drawMark(look, () => icon(ICONS[look]) as Node);
    show(out, !isOpen);
    show(toggle, !place.isAllShown && !place.step);
    show(body, isOpen);
    attribute(toggle, "aria-expanded", String(isOpen));
    if (isOpen) {
      build();
      const applying = kit.fieldsOf([...card.fields, ...card.more]);
      const { activeElement = null } = node.getRootNode() as Document;
      // What is emptied does not go while somebody is in it.
      for (const view of views ?? [])
        show(view.node, applying.includes(view.field) || view.node.contains(activeElement));
      const { state, missing } = judgement;
      const isNext = missing[0] !== undefined && card.fields.includes(missing[0]);
      drawNext?.(["empty", "missing"].includes(state) && isNext);
    } else {
      const lines = outcome();
      attribute(out, "class", lines[0] ? "out" : "out empty");
      drawOut(lines, () => [
        lines[0] || words.claim.toFill,
        lines[1] && h("small", {}, card.id === "customer" ? h("bdi.mono", {}, lines[1]) : lines[1]),
      ]);
    }
    say(label, isOpen ? words.claim.close : outcome()[0] ? words.claim.edit : words.claim.fillIn);
  }

  function openNext({ missing }: Judged): void {
    const rest = CARDS.slice(CARDS.indexOf(card) + 1);
    const next = rest.find(({ fields }) => fields.some((field) => missing.includes(field)));
    if (next) place.opened.add(next.id);
  }

  function build(): void {
    if (views) return;
    views = [...card.fields, ...card.more].map(fieldView);
    const inside = views.filter(({ field }) => !card.more.includes(field));
    const more = views.filter(({ field }) => card.more.includes(field));
    const click = () => on.next(id);
    const button = h("button.btn", { type: "button", "data-key": `next-${id}`, click });
    const at = CARDS.indexOf(card);
    const [before, next] = [CARDS[at - 1], CARDS[at + 1]];
    button.textContent = next
      ? fill(words.claim.next, { card: words.cards[next.id] })
      : words.claim.check;
    // Where the host has a button for the check, that one stands out.
    const isWanted = next || !kit.host.ask;
    drawNext = (isMain) => button.classList.toggle("btn-1", isMain && !kit.host.ask);
    const beside = kit.host.beside?.(id);
    body.append(
      ...inside.map((view) => view.node),
      ...(more.length ? [folded(more)] : []),
      ...(beside ? [beside] : []),
      h("div.btns.go", {}, place.step && before && back(before), isWanted && button),
    );
  }

  function back({ id: before }: Card): HTMLElement {
    const click = () => on.step(before);
    return h(
      "button.btn.btn-q",
      { type: "button", "data-key": `back-${id}`, click },
      fill(words.claim.back, { card: words.cards[before] }),
    );
  }

  function focusFirst(): void {
    build();
    views?.find(({ node: one }) => !one.hidden)?.focus();
  }

  function folded(more: readonly FieldView[]): HTMLElement {
    const fold = h(
      "details.more",
      {},
      h("summary", {}, words.claim.more, icon("open", "small") as Node),
      h(
        "div",
        {},
        more.map((view) => view.node),
      ),
    ) as HTMLDetailsElement;
    fold.open = more.some(({ field }) => store.text(field));
    staysOpen(kit, fold, `more-${id}`);
    return fold;
  }

  function fieldView(field: Field): FieldView {
    if (field === "product") return productField(kit);
    if (field === "activity") return activityField(kit);
    if (MENUS.includes(field)) return menuField(kit, field);
    const isChoice = kit.describedField(field).type === "choice";
    return isChoice ? choiceField(kit, field) : textField(kit, field);
  }

  function focus(field: Field): void {
    build();
    const view = views?.find((one) => one.field === field);
    const fold = view?.node.closest("details");
    if (fold) fold.open = true;
    view?.focus();
  }

  /** What a row comes to: one line, and a second one in small. */
  function outcome(): [string, string] {
    const text = (field: Field) => store.text(field).trim();
    const option = (field: Field) => (text(field) ? kit.option(field, text(field)) : "");
    const named = (template: string, field: Field) =>
      option(field) && fill(template, { answer: option(field) });
    const lines: Record<Card["id"], [string, string]> = {
      customer: [text("customerDomain") || text("customerTenantId"), text("customerTenantId")],
      product: [
        kit.host.products()?.named(text("product"))?.name ?? text("product"),
        option("purchaseChannel") || option("solutionArea"),
      ],
      activity: [option("activity"), ""],
      partner: [text("partnerId"), option("userRole")],
      proof: [
        named(words.outcome.proof, "proofOfExecution"),
        named(words.outcome.partner, "competingPartner"),
      ],
    };
    const [first, second] = lines[id];
    return first ? [first, second === first ? "" : second] : [second, ""];
  }
}
