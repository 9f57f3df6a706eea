// Above the claim: what was put in, what has to be asked about it, what was not understood, and the box for more.

import { fill } from "../lib/fill.js";
import { isOfUnknownTenant } from "./actions.js";
import { boxView } from "./box.js";
import { chipView, titleOf } from "./chips.js";
import { attribute, filler, h, type Kid, keyed, say, show } from "./dom.js";
import { icon } from "./icons.js";
import { type Kit, short } from "./kit.js";
import type { Item } from "./store.js";
import { unreadView } from "./unread.js";

/** What was put in, above the claim. */
export function intakeView(kit: Kit): HTMLElement {
  const { store, words } = kit;
  const { place } = kit.host;
  const chips = h("ul.chips");
  const drawChips = keyed<Item>(
    chips,
    ({ id }) => id,
    (item) => chipView(kit, item),
  );
  const more = h("button.btn.btn-s.btn-q", {
    ...{ type: "button", "data-key": "more", "aria-controls": "put-in" },
    click: () => toggle(!place.isBoxShown),
  });
  const drawMore = filler(more);
  const undo = h(
    "button.btn.btn-s.btn-q",
    {
      type: "button",
      "data-key": "undo",
      click: () => {
        store.undo();
        kit.host.say(words.intake.undone);
      },
    },
    icon("undo", "small") as Node,
    words.intake.undo,
  );
  const bar = h("progress", {
    max: "1",
    "aria-label": words.intake.reading,
  }) as HTMLProgressElement;
  const reading = h(
    "div.reading",
    { hidden: true },
    h("span.small.quiet", {}, words.intake.reading),
    bar,
    h(
      "button.btn.btn-s.btn-q",
      { type: "button", "data-key": "stop", click: () => store.stop() },
      words.intake.stop,
    ),
  );
  const ask = h("div.questions");
  const drawAsk = filler(ask);
  const wants = h("p.wants", { hidden: true });
  const box = h("div.put-in", { id: "put-in", hidden: true }, wants, boxView(kit, false));
  const node = h(
    "section.intake",
    { "aria-label": words.intake.title },
    h("div.wrap", {}, chips, more, undo, reading, ask, unreadView(kit), box),
  );
  kit.openBox = () => toggle(true);
  kit.draws(["items", "view", "claim"], draw);
  kit.draws(["reading"], () => {
    show(reading, store.reading > 0);
    attribute(node, "aria-busy", store.reading > 0 && "true");
    if (store.progress === undefined) bar.removeAttribute("value");
    else bar.value = store.progress;
  });
  return node;

  function toggle(isShown: boolean): void {
    place.isBoxShown = isShown;
    draw();
    if (!isShown) return;
    const text = box.querySelector("textarea");
    text?.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  }

  function draw(): void {
    drawChips(store.items);
    const isShown = place.isBoxShown;
    drawMore(isShown, () => [
      icon(isShown ? "close" : "add", "small") as Node,
      isShown ? words.intake.less : words.intake.more,
    ]);
    attribute(more, "aria-expanded", String(isShown));
    show(box, isShown);
    show(undo, store.canUndo);
    show(wants, store.wanted.length > 0);
    say(wants, `${words.intake.wants} ${store.wanted.join(", ")}`);
    const meant = store.questions.map(({ value, fields }) => [value, fields]);
    const unsaid = openTenants().map((id) => [id, called(id)]);
    drawAsk([meant, unsaid, tenant()], questions);
  }

  /** Exports that do not say whose they are, and of which nothing else does. */
  function openTenants(): number[] {
    const unsaid = store.items.filter(isOfUnknownTenant);
    if (!unsaid.length) return [];
    const all = (store.evidence.subscriptions ?? []).filter(({ tenantId }) => !tenantId);
    const open = new Set(all.map(({ id }) => id));
    return unsaid
      .filter(({ evidence: { subscriptions } }) => subscriptions?.some(({ id }) => open.has(id)))
      .map(({ id }) => id);
  }

  function tenant(): string {
    const { customerTenantId, customerDomain } = store.report.understood;
    return customerTenantId
      ? [customerDomain, short(customerTenantId)].filter(Boolean).join(", ")
      : "";
  }

  /** One question at a time: its answer may settle the next. */
  function questions(): Kid {
    const [question] = store.questions;
    if (question) {
      const { value, fields } = question;
      const [before, after = ""] = words.intake.which.split("{value}");
      return h(
        "div.question",
        { role: "group" },
        h("p", {}, before ?? "", h("bdi.mono", { dir: "ltr" }, value), after),
        h(
          "div.btns",
          {},
          fields.map((field) => answer(kit.label(field), () => store.answer(value, field))),
          answer(
            words.intake.neither,
            () => store.answer(value, undefined),
            "button.btn.btn-s.btn-q",
          ),
        ),
      );
    }
    const [id] = openTenants();
    if (id === undefined) return null;
    const whose = tenant();
    return h(
      "div.question",
      { role: "group" },
      h("p", {}, called(id), words.intake.tenant),
      whose
        ? h(
            "div.btns",
            {},
            answer(fill(words.intake.ofTenant, { tenant: whose }), () => {
              store.sayTenant(id, store.text("customerTenantId"));
            }),
          )
        : h("p.quiet.small", {}, words.intake.noTenant),
    );
  }

  /** Which export is meant, where there are several. */
  function called(id: number): string {
    const item = store.items.find((one) => one.id === id);
    return item && store.items.length > 1 ? `${titleOf(kit, item)}. ` : "";
  }

  function answer(label: string, click: () => void, name = "button.btn.btn-s"): HTMLElement {
    return h(name, { type: "button", click }, label);
  }
}
