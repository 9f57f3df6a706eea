// The guides within a claim form: folded into the card that they are about.

import type { CardId } from "../form/cards.js";
import { h } from "../form/dom.js";
import { icon } from "../form/icons.js";
import type { Kit } from "../form/kit.js";

/** The cards that have one, by what findings call it. */
export const GUIDES: Partial<Record<string, "activity" | "partner">> = {
  "activity-guide": "activity",
  "partner-id-guide": "partner",
};

/**
 * The guide of a card, where it has one.
 *
 * @param load makes it
 * @param failed offers another try
 */
export function guideFold(
  { words, host }: Kit,
  card: CardId,
  load: (card: CardId) => Promise<HTMLElement>,
  failed: (again: () => unknown) => void,
): HTMLElement | undefined {
  if (card !== "activity" && card !== "partner") return undefined;
  const { unfolded } = host.place;
  const name = `guide-${card}`;
  const inside = h("div");
  let guide: HTMLElement | undefined;
  const fold = h(
    "details.more",
    { "data-guide": card, open: unfolded.has(name), toggle: () => open() },
    h(
      "summary",
      {},
      card === "activity" ? words.guides.activity : words.ownIds.title,
      icon("open", "small") as Node,
    ),
    inside,
  ) as HTMLDetailsElement;
  return fold;

  async function open(): Promise<void> {
    unfolded[fold.open ? "add" : "delete"](name);
    if (!fold.open) return;
    try {
      guide ??= await load(card);
    } catch {
      failed(open);
      return;
    }
    inside.replaceChildren(guide);
  }
}
