// The guides within a claim form: folded into the card that they are about.

import type { CardId } from "../form/cards.js";
import { h } from "../form/dom.js";
import { staysOpen } from "../form/fold.js";
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
  kit: Kit,
  card: CardId,
  load: (card: CardId) => Promise<HTMLElement>,
  failed: (again: () => unknown) => void,
): HTMLElement | undefined {
  if (card !== "activity" && card !== "partner") return undefined;
  const { words } = kit;
  const inside = h("div");
  let guide: HTMLElement | undefined;
  const fold = h(
    "details.more",
    { "data-guide": card, toggle: () => open() },
    h(
      "summary",
      {},
      card === "activity" ? words.guides.activity : words.ownIds.title,
      icon("open", "small") as Node,
    ),
    inside,
  ) as HTMLDetailsElement;
  staysOpen(kit, fold, `guide-${card}`);
  return fold;

  async function open(): Promise<void> {
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
