// The partner’s own IDs, and which of them fits the claim. They count in the check as an export of them would.

import { fill } from "../lib/fill.js";
import type { PartnerAccount } from "../lib/types.js";
import { choices, ranked } from "./advice.js";
import { filler, h, type Kid, uid } from "./dom.js";
import { icon } from "./icons.js";
import type { Kit } from "./kit.js";
import { isOfOwnIds, type OwnId, ownIdsIn, tableOf } from "./own-ids-table.js";
import type { Store } from "./store.js";

const NEW: OwnId = { id: "", kind: "", enrolled: "", type: "" };

/** Puts these IDs in, in place of those that were entered before. */
async function takeOwnIds(store: Store, ids: readonly OwnId[]): Promise<void> {
  const before = store.items.find(({ about }) => isOfOwnIds(about));
  const [table, about] = tableOf(ids) ?? [];
  if (before?.source === table) return;
  if (!table) {
    if (before) store.remove(before.id);
  } else if (before) await store.reread(before.id, table);
  else await store.put([table], about);
}

export function partnerGuide(kit: Kit): HTMLElement {
  const { store, words, host } = kit;
  const { context } = host.place;
  const ids = ownIdsIn(store);
  if (!ids.length) ids.push({ ...NEW });
  const rows = h("div.stack");
  const found = h("div", { "aria-live": "polite" });
  const drawFound = filler(found);
  const asked = h("div.stack");
  const add = h(
    "button.btn.btn-s",
    { type: "button", "data-key": "add-id", click: addRow },
    icon("add", "small") as Node,
    words.ownIds.add,
  );
  drawRows();
  drawAsked();
  kit.draws(["claim", "items", "report"], draw);
  return h(
    "section.stack",
    { "data-guide": "partner-id" },
    h("h2", {}, words.ownIds.title),
    h("p.quiet", {}, words.ownIds.intro),
    rows,
    h("div.btns", {}, add),
    asked,
    found,
  );

  function changed(): void {
    draw();
    takeOwnIds(store, ids).catch(() => host.say(words.intake.failed));
  }

  function draw(): void {
    const typed = ids.filter(({ id }) => id.trim()).map(accountOf);
    const isOther = ({ id }: PartnerAccount) => typed.every((one) => one.id !== id);
    const candidates = [...typed, ...(store.evidence.partnerIds ?? []).filter(isOther)];
    const { solutionArea, activity } = store.claim;
    const { fastTrack, program } = context;
    const asks = {
      ...(solutionArea && { solutionArea }),
      ...(activity && { activity }),
      ...(program && { program }),
      ...(fastTrack && { fastTrack: fastTrack === "yes" }),
    };
    const { ranking, next } = host.library.advisePartnerId(candidates, asks as never, {
      locale: host.locale,
    });
    drawFound([ranking, next, store.text("partnerId")], () => [
      ranking.length > 0 && h("h3", {}, words.guides.ranking),
      ranking.map(({ id, fit, because, next: then }) =>
        ranked(kit, {
          ...{ name: id, fit, next: then },
          reasons: because.map(({ text }) => text),
          isUsed: store.text("partnerId") === id,
          use: () => {
            store.apply({ partnerId: id });
            host.say(fill(words.guides.used, { name: id }));
          },
        }),
      ),
      ranking.length > 0 && h("p", {}, next),
    ]);
  }

  function drawAsked(): void {
    asked.replaceChildren(
      ...host.described.questions.partnerId.map(({ id, text, options }) => {
        const choose = (value: string) => {
          context[id] = value;
          draw();
        };
        if (options.length) return choices(id, text, options, context[id], choose);
        return labelled(text, (attributes) =>
          h("input.in", {
            ...{ ...attributes, value: context[id] ?? "", "data-key": `context-${id}` },
            change: (event: Event) => choose((event.target as HTMLInputElement).value),
          }),
        );
      }),
    );
  }

  function addRow(): void {
    ids.push({ ...NEW });
    drawRows();
    rows.lastElementChild?.querySelector("input")?.focus();
  }

  function drawRows(): void {
    rows.replaceChildren(...ids.map(row));
  }

  function row(own: OwnId, at: number): HTMLElement {
    const name = fill(words.ownIds.nth, { n: at + 1 });
    const set = (key: keyof OwnId) => (event: Event) => {
      own[key] = (event.target as HTMLInputElement).value;
      changed();
    };
    const text = (key: "id" | "type", more: Record<string, string> = {}) =>
      labelled(words.ownIds[key], (attributes) =>
        h(key === "id" ? "input.in.mono" : "input.in", {
          ...{ ...attributes, ...more, spellcheck: "false", autocomplete: "off" },
          ...{ value: own[key], "data-key": `own-${key}-${at}`, change: set(key) },
        }),
      );
    const remove = () => {
      ids.splice(at, 1);
      if (!ids.length) ids.push({ ...NEW });
      drawRows();
      changed();
      rows.querySelector("input")?.focus();
    };
    return h(
      "div.own",
      { role: "group", "aria-label": name },
      text("id", { inputmode: "numeric", dir: "ltr" }),
      menu("kind", words.ownIds.kinds, own.kind, at, set("kind")),
      menu("enrolled", words.ownIds.enrolments, own.enrolled, at, set("enrolled")),
      text("type"),
      ids.length > 1 &&
        h(
          "button.btn.btn-i",
          { type: "button", "aria-label": `${words.ownIds.remove}: ${name}`, click: remove },
          icon("close", "small") as Node,
        ),
    );
  }

  function menu(
    key: "kind" | "enrolled",
    options: Record<string, string>,
    value: string,
    at: number,
    change: (event: Event) => void,
  ): HTMLElement {
    return labelled(words.ownIds[key], (attributes) =>
      h(
        "div.sel.sel-f",
        {},
        h(
          "select",
          { ...attributes, "data-key": `own-${key}-${at}`, change },
          Object.entries(options).map(([name, label]) =>
            h("option", { value: name, selected: name === value }, label),
          ),
        ),
        icon("down", "small") as Node,
      ),
    );
  }
}

function labelled(text: string, control: (attributes: { id: string }) => Kid): HTMLElement {
  const id = uid();
  return h("div.field", {}, h("label", { for: id }, text), control({ id }));
}

function accountOf({ id, kind, enrolled, type }: OwnId): PartnerAccount {
  return {
    id: id.trim(),
    ...(kind && { kind: kind as "location" }),
    ...(enrolled && { enrolled: enrolled === "yes" }),
    ...(type.trim() && { partnerType: type.trim() }),
  };
}
