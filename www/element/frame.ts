// What surrounds the content of every element: slots, a notice, a live region; and for the content's
// nodes their names as parts and their levels as headings.

import type { CporElement } from "./base.js";
import { button, type Context, h, type Live, type Session, speaker } from "./kit.js";

/** What surrounds the content. */
export interface Frame {
  body: HTMLElement;
  live: Live;
  session: Session;
  name(context: Context): void;
  notify(text: string, ...choices: Choice[]): void;
  quiet(): void;
  using(part: string, act: (part: unknown) => unknown): Promise<void>;
  failed(again: () => unknown): void;
}

type Choice = readonly [title: string, act: () => unknown];

/** A part of the manifest. */
export interface PartOf {
  name: string;
  selector: string;
}

/** Fills an element's box. `parts` are those of the manifest, `session` is the element's. */
export function makeFrame(element: CporElement, parts: readonly PartOf[], session: Session): Frame {
  const label = h("slot", { name: "label" });
  const hint = h("slot", { name: "hint" });
  const notice = h("div.notice", { tabindex: "-1" });
  const body = h("div");
  const region = h("p.hide", { "aria-live": "polite" });
  const live = speaker(region);
  const { box } = element;
  let words: Context["words"];
  markParts(box, parts, () => element.headingLevel);
  box.replaceChildren(
    h("slot", { name: "before" }),
    h("div.header", label, hint),
    notice,
    body,
    h("slot", { name: "after" }),
    region,
  );
  return { body, live, session, name, notify, quiet, using, failed };

  /** Sets the language, and what screen readers call the element as a whole. */
  function name(context: Context): void {
    ({ words } = context);
    box.lang = context.locale;
    live.hush();
    const { internals } = element;
    internals.role = "group";
    internals.ariaLabel = words.title;
    const labels = (label as HTMLSlotElement).assignedElements();
    if (labels.length && "ariaLabelledByElements" in internals) {
      internals.ariaLabelledByElements = labels;
    }
  }

  function notify(text: string, ...choices: Choice[]): void {
    const buttons = choices.map(([title, act]) =>
      button(title, () => {
        quiet();
        act();
      }),
    );
    notice.replaceChildren(h("p", text), ...buttons);
    live.say(text);
  }

  function quiet(): void {
    notice.replaceChildren();
  }

  /** Does something with a part of the page's scripts once it has loaded; offers a retry otherwise. */
  async function using(part: string, act: (part: unknown) => unknown): Promise<void> {
    try {
      await session.parts.with(part, act);
    } catch {
      failed(() => using(part, act));
    }
  }

  function failed(again: () => unknown): void {
    notify(words.common.partFailed, [words.common.retry, again]);
    notice.focus();
  }
}

/** Sets `part` and `aria-level` on whatever is drawn, so that what draws need not know of either. */
function markParts(box: HTMLElement, parts: readonly PartOf[], level: () => number): void {
  const observer = new MutationObserver((records) => {
    for (const root of new Set(records.map(({ target }) => target as Element))) {
      for (const { name, selector } of parts) {
        for (const node of root.querySelectorAll(selector)) node.part.add(name);
      }
      // A guide alone begins with what is a third level among the parts of a form.
      const shift = level() - (box.querySelector("h2") ? 2 : 3);
      for (const heading of shift ? root.querySelectorAll("h2, h3, h4") : []) {
        heading.ariaLevel = String(Math.min(Number(heading.localName[1]) + shift, 6));
      }
    }
  });
  observer.observe(box, { childList: true, subtree: true });
}
