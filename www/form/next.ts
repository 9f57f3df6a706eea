// What happens next: the steps with their days, also for a calendar.

import { fill } from "../lib/fill.js";
import type { TimelineStep } from "../lib/types.js";
import { filler, h, type Kid, say, show } from "./dom.js";
import { foldView } from "./fold.js";
import { icon } from "./icons.js";
import type { Kit } from "./kit.js";
import { saveFile } from "./out.js";

export function nextView(kit: Kit): HTMLElement {
  const { store, words } = kit;
  const { node, label, inside } = foldView(kit, "next", "calendar");
  const list = h("ul.steps");
  const draw = filler(list);
  say(label, words.next.title);
  inside.append(
    list,
    calendarView(kit, "cpor-claim.ics", () => store.report.timeline),
  );
  kit.draws(["report", "view"], () => {
    const { state } = kit.judgement;
    show(node, !["empty", "missing"].includes(state));
    const { timeline } = store.report;
    draw(timeline, () => timeline.map(step));
  });
  return node;

  function step({ from, by, label: name, note }: TimelineStep): Kid {
    const when = h("span.when", {}, during(kit, from, by));
    return h("li", {}, when, h("span", {}, name, note && h("small", {}, note)));
  }
}

/** From a day to another one, or one of them. */
export function during(kit: Kit, from: string | undefined, by: string | undefined): string {
  if (from && by && from !== by)
    return fill(kit.words.next.fromTo, { from: kit.day(from), by: kit.day(by) });
  const day = from ?? by;
  return day ? kit.day(day) : "";
}

interface Step {
  step: string;
  from?: string;
  by?: string;
  label: string;
  note: string;
}

/** Puts steps into a calendar, under a name that the person gives. */
export function calendarView(kit: Kit, file: string, steps: () => readonly Step[]): HTMLElement {
  const { words, host } = kit;
  const title = h("input.in", {
    ...{ type: "text", autocomplete: "off", spellcheck: "false", value: words.next.claim },
    "data-key": `name-${file}`,
  }) as HTMLInputElement;
  const add = async () => {
    await host.needsCore();
    const options = { title: title.value.trim() || words.next.claim, locale: host.locale };
    saveFile(host.library.toCalendar([...steps()], options), file, "text/calendar");
    host.say(words.next.added);
  };
  return h(
    "div.calendar",
    {},
    h("label.field", {}, h("span.label.small", {}, words.next.name), title),
    h(
      "button.btn.btn-s",
      { type: "button", click: add, "data-key": `add-${file}` },
      icon("calendar", "small") as Node,
      words.next.add,
    ),
  );
}
