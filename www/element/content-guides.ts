import { activityGuide } from "../form/activity-guide.js";
import { Kit, Place } from "../form/kit.js";
import { partnerGuide } from "../form/own-ids.js";
import { Store } from "../form/store.js";
import type { CporElement } from "./base.js";
import { evidenceFor } from "./evidence.js";
import { failureView } from "./failure.js";
import { followed } from "./follow.js";
import { type Frame, keptFocus } from "./frame.js";
import { hostOf } from "./host.js";
import type { Shown, Texts } from "./types.js";

export type GuideContent = ReturnType<typeof guideContent>;

/** What a guide is: the field that it fills in, and what it tells of the choice. */
interface Guide {
  field: "activity" | "partnerId";
  view: (kit: Kit) => HTMLElement;
  event: string;
  detail: (chosen: string, kit: Kit) => object;
}

const ACTIVITY: Guide = {
  field: "activity",
  view: activityGuide,
  event: "activity-chosen",
  detail: (activity, { store, host }) => {
    const { solutionArea, purchaseChannel } = store.claim;
    const claimed = {
      ...(solutionArea && { solutionArea }),
      ...(purchaseChannel && { purchaseChannel }),
    };
    return { activity, answers: { ...claimed, ...host.place.advised } };
  },
};
const PARTNER_ID: Guide = {
  field: "partnerId",
  view: partnerGuide,
  event: "partner-id-chosen",
  detail: (partnerId) => ({ partnerId }),
};

/** What `<cpor-activity-guide>` shows. */
export const activityContent = (element: CporElement, frame: Frame) =>
  guideContent(element, frame, ACTIVITY);

/** What `<cpor-partner-id-guide>` shows. */
export const partnerIdContent = (element: CporElement, frame: Frame) =>
  guideContent(element, frame, PARTNER_ID);

/** A guide alone. The claim form that it belongs to, if any, has answers already, and gets the choice. */
function guideContent(element: CporElement, { body, live }: Frame, guide: Guide) {
  const form = followed(element, () => update());
  const place = new Place();
  let views = new AbortController();
  let kit: Kit | undefined;
  let bringEvidence: ReturnType<typeof evidenceFor>;
  let value: object | null = null;
  /** What the claim had when the guide was told of it. */
  let before = "";
  return {
    show,
    get value(): object | null {
      return value;
    },
    connected: (signal: AbortSignal) => form.connect(signal),
    changed: (changes: ReadonlySet<string>) => {
      if (changes.has("htmlFor")) form.changed();
      else update();
    },
  };

  function show(context: Shown): void {
    const { failure, words, retry, library } = context;
    const restoreFocus = keptFocus(element.shadowRoot);
    views.abort();
    views = new AbortController();
    kit = undefined;
    if (failure) {
      body.replaceChildren(failureView(words, failure, retry));
      return;
    }
    const store = new Store(library, { locale: context.locale, ruleset: context.ruleset });
    bringEvidence = evidenceFor(store, library);
    kit = new Kit(hostOf(context, { store, place, say: live.say, signal: views.signal }));
    update();
    kit.draws([`claim.${guide.field}`], chosen);
    body.replaceChildren(guide.view(kit));
    restoreFocus();
  }

  function update(): void {
    if (!kit) return;
    const claim = { ...form()?.value } as Texts;
    before = claim[guide.field] ?? "";
    kit.store.load(claim);
    bringEvidence(element.evidence);
  }

  function chosen(): void {
    const now = kit?.store.text(guide.field) ?? "";
    if (!kit || !now || now === before) return;
    before = now;
    value = guide.detail(now, kit);
    element.dispatch(guide.event, { detail: value });
    form()?.fill({ ...kit.store.claim });
  }
}
