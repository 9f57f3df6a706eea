// What the person did for the customer: one question, of which more than one answer may be true.

import type { Activity } from "../generated/lists.js";
import { fill } from "../lib/fill.js";
import { activitiesIn, paysFor } from "./area.js";
import { filler, h, uid } from "./dom.js";
import { type FieldView, goTo, helpFor, sayFound } from "./field.js";
import type { Kit } from "./kit.js";

export function activityField(kit: Kit): FieldView {
  const { store, words } = kit;
  const { library } = kit.host;
  const ruleset = kit.host.described.ruleset.id;
  const hintId = uid();
  const help = helpFor(kit, "activity");
  const body = h("div");
  const messages = h("div.msgs");
  const node = h(
    "fieldset.field",
    { "data-field": "activity" },
    h("legend", {}, words.activity.legend),
    h("p.hint", { id: hintId }, words.activity.hint),
    help,
    messages,
    body,
  );
  sayFound(kit, "activity", messages, node, [hintId, help?.id]);
  const boxes = new Map<Activity, HTMLInputElement>();
  const draw = filler(body);
  const more = h("div.btns.several");
  const drawMore = filler(more);
  node.append(more);
  // What an area has does not change while its form stands.
  const known = new Map<string, Activity[]>();
  const activitiesOf = (area: string): Activity[] => {
    const all = known.get(area) ?? activitiesIn(library, area, ruleset);
    known.set(area, all);
    return all;
  };
  kit.draws(["claim.activity", "claim.solutionArea", "view"], () => {
    const solutionArea = store.text("solutionArea");
    const own = store.text("activity") as Activity;
    const fitting = activitiesOf(solutionArea);
    // What was chosen stays in sight, also where it does not fit any more.
    const all = own && !fitting.includes(own) ? [...fitting, own] : fitting;
    draw([all, solutionArea], () => {
      boxes.clear();
      return h(
        "div.choice",
        {},
        all.map((activity) => option(activity, solutionArea)),
      );
    });
    const ticked = [own, ...store.otherActivities];
    for (const [activity, box] of boxes) box.checked = ticked.includes(activity);
    drawMore([own, store.otherActivities, solutionArea], () => [
      store.otherActivities.length > 0 &&
        h("p.hint", {}, fill(words.activity.several, { activity: kit.option("activity", own) })),
      store.otherActivities.map((other) =>
        h(
          "button.btn.btn-s",
          { type: "button", click: () => store.chooseActivity(other) },
          fill(words.activity.other, { activity: kit.option("activity", other) }),
        ),
      ),
    ]);
  });
  return {
    field: "activity",
    node,
    focus: () => {
      const all = [...boxes.values()];
      goTo(node, all.find(({ checked }) => checked) ?? (all[0] as HTMLInputElement));
    },
  };

  function option(activity: Activity, solutionArea: string): HTMLElement {
    const change = () => store.toggleActivity(activity);
    const box = h("input", { type: "checkbox", "data-key": activity, change }) as HTMLInputElement;
    boxes.set(activity, box);
    const area = solutionArea ? { solutionArea } : {};
    const pays = paysFor(library, { activity, ...area }, ruleset);
    const name = kit.option("activity", activity, "label");
    const detail = `${name}. ${pays ? words.activity.pays : words.activity.paysNothing}`;
    return h(
      "label",
      {},
      box,
      h("span", {}, words.activity.answers[activity]),
      h("small", {}, detail),
    );
  }
}
