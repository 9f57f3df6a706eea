// What a claim form has beside its cards and the verdict; it comes after them.

import { activityGuide } from "../form/activity-guide.js";
import { put } from "../form/box.js";
import type { CardId } from "../form/cards.js";
import { formTextView } from "../form/copying.js";
import { show } from "../form/dom.js";
import { filedView } from "../form/filed.js";
import { findingsView } from "../form/findings.js";
import { intakeView } from "../form/intake.js";
import type { Kit } from "../form/kit.js";
import { letterView } from "../form/letter.js";
import { nextView } from "../form/next.js";
import { partnerGuide } from "../form/own-ids.js";
import { proofView } from "../form/proof.js";

export { put } from "../form/box.js";
export { handoffText } from "../form/handoff.js";
export { Products } from "../form/products.js";

interface Places {
  above: Element;
  below: Element;
  /** Does the host want the box for anything, whether something asks for it or not? */
  isBoxWanted: boolean;
}

/** Adds what was put in, and what was found. */
export function complete(kit: Kit, { above, below, isBoxWanted }: Places): void {
  above.replaceChildren(intake(kit, isBoxWanted));
  below.replaceChildren(
    findingsView(kit, [
      ...[letterView(kit), nextView(kit), proofView(kit), formTextView(kit), filedView(kit)],
    ]),
  );
}

function intake(kit: Kit, isWanted: boolean): HTMLElement {
  const { store, host } = kit;
  const view = intakeView(kit);
  const { openBox } = kit;
  kit.openBox = () => {
    show(view, true);
    openBox();
  };
  kit.draws(["items", "view"], () => {
    const isUsed = store.items.length + store.reading > 0;
    show(view, isWanted || isUsed || host.place.isBoxShown);
  });
  const dragged = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (event.type === "drop") put(kit, [...event.dataTransfer.files]);
  };
  for (const type of ["dragover", "drop"] as const) view.addEventListener(type, dragged);
  return view;
}

/** The guide of a card: its choice goes into the claim. */
export const guideOf = (kit: Kit, card: CardId): HTMLElement =>
  card === "activity" ? activityGuide(kit) : partnerGuide(kit);
