// What was put in and is no part of the claim: as it came, with why, and what would help.

import type { IdentifierKind } from "../generated/lists.js";
import { plural } from "../lib/fill.js";
import type { AnythingPart } from "../lib/types.js";
import { filler, h, type Kid, show } from "./dom.js";
import type { Kit } from "./kit.js";
import type { Item } from "./store.js";

/** So much of a text tells which one it is. */
const LONGEST = 60;
/** So many values of a text are named. */
const MOST = 3;
/** What is an ID, and no field takes. */
const OTHER_IDS: readonly IdentifierKind[] = [
  ...(["guid", "offer-id", "product-id", "order-id", "azure-offer", "account-sku"] as const),
  ...(["azure-subscription", "app-id", "sku-id"] as const),
];

export function unreadView(kit: Kit): HTMLElement {
  const { store, words, host } = kit;
  const list = h("ul.unread");
  const draw = filler(list);
  kit.draws(["items", "claim"], () => {
    const lines = [...store.items.flatMap(linesOf), ...several()];
    show(list, lines.length > 0);
    draw(
      lines.map(({ key }) => key),
      () => lines.map(({ line }) => h("li", {}, line)),
    );
  });
  return list;

  /** Where the host has such a page. */
  function linked(address: string | undefined, text: string): Kid {
    return address && h("a", { href: address }, text);
  }

  function linesOf(item: Item): Line[] {
    return [...item.parts.flatMap((part) => partLine(item, part)), ...restOf(item)];
  }

  function partLine(item: Item, part: AnythingPart): Line[] {
    const { kind, rows, problems, helps = [], name } = part;
    const key = `${item.id} ${kind} ${name}`;
    if (kind === "claims" && rows > 1)
      return isHere(host.pages.many)
        ? []
        : [{ key, line: [claims(rows), " ", linked(host.pages.many, words.intake.many)] }];
    if (kind === "partner-center-error" && isHere(host.pages.diagnosis)) return [];
    if (kind === "partner-center-error")
      return [
        {
          key,
          line: [
            words.intake.kinds[kind],
            ". ",
            linked(host.pages.diagnosis, words.intake.diagnose),
          ],
        },
      ];
    const isOfNoUse = kind === "unknown" || kind === "not-evidence";
    const isEmpty = kind === "text" && !Object.keys(item.fields).length;
    if (!isOfNoUse && !isEmpty) return [];
    const why = problems.map(({ text }) => text).join(" ") || words.intake.nothing;
    const labels = host.described.labels.exportKinds;
    const helping = helps.length
      ? ` ${words.intake.wants} ${helps.map((one) => labels[one]).join(", ")}.`
      : "";
    const called = name ?? (typeof item.source === "string" ? excerpt(item.source) : "");
    return [{ key, line: [called && [quoted(called), ": "], why, helping] }];
  }

  /** Values in a text that no field takes. */
  function restOf({ id, source, fields, parts }: Item): Line[] {
    if (typeof source !== "string" || parts.some(({ kind }) => kind !== "text")) return [];
    const taken = Object.values(fields).flatMap(({ value, others }) => [value, ...others]);
    const isTaken = (text: string) => taken.some((one) => one.toLowerCase() === text.toLowerCase());
    const tokens = new Set(source.match(/[\p{L}\d][\p{L}\d:_-]{5,}/gu) ?? []);
    const left = [...tokens].filter((text) => {
      if (!/\d.*\d.*\d/.test(text) || isTaken(text)) return false;
      return OTHER_IDS.includes(host.library.classifyIdentifier(text).kind);
    });
    if (!left.length || !Object.keys(fields).length) return [];
    const shown = left.slice(0, MOST).flatMap((text) => [quoted(text), ", "]);
    const [before, after = ""] = words.intake.notUsed.split("{values}");
    return [{ key: `${id} ${left}`, line: [before ?? "", ...shown.slice(0, -1), after] }];
  }

  /** Exports of several customers are more than one claim. */
  function several(): Line[] {
    const { count } = store.customers;
    if (count < 2 || isHere(host.pages.plan)) return [];
    const text = plural(host.locale, words.intake.customers, count);
    return [
      { key: `several ${count}`, line: [text, " ", linked(host.pages.plan, words.intake.plan)] },
    ];
  }

  function claims(rows: number): string {
    return `${plural(host.locale, words.intake.claims, rows)}.`;
  }

  /** Nothing leads to where one is. */
  function isHere(address: string | undefined): boolean {
    return address !== undefined && location.hash === address;
  }
}

interface Line {
  key: string;
  line: Kid;
}

const quoted = (text: string): Kid => h("q", {}, h("bdi", {}, text));

function excerpt(text: string): string {
  const line = text.trim().split("\n")[0]?.trim() ?? "";
  return line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line;
}
