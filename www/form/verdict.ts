// The verdict: what to do, in a few words, how much is checked, and by whose rules.

import { fill, plural } from "../lib/fill.js";
import type { CheckResult } from "../lib/types.js";
import { CARD_FIELDS } from "./cards.js";
import { attribute, filler, h, type Kid, say, show } from "./dom.js";
import { staysOpen } from "./fold.js";
import { type Icon, icon } from "./icons.js";
import { type Kit, LOOK_OF, type Look } from "./kit.js";

export const LOOK_ICONS: Record<Look, Icon> = {
  block: "blocks",
  settle: "settle",
  note: "todo",
  done: "done",
};

export function verdictView(kit: Kit): HTMLElement {
  const { store, words } = kit;
  const { rulesets } = kit.host;
  const heading = h("h2", {
    id: "verdict-title",
    blur: () => attribute(heading, "tabindex", null),
  });
  const text = h("p");
  const segments = h("span.segs", { "aria-hidden": "true" });
  const drawSegments = filler(segments);
  const count = h("b");
  const list = h("ul.checks");
  const drawList = filler(list);
  const beyond = h("div");
  const meter = h(
    "details.meter",
    { toggle: sayBeyond },
    h("summary", {}, segments, h("span.say", {}, count, icon("open", "small") as Node)),
    list,
    beyond,
  ) as HTMLDetailsElement;
  staysOpen(kit, meter, "checks");
  const edition = h("div.edition");
  const drawEdition = filler(edition);
  const ask = h(
    "button.btn",
    { type: "button", "data-key": "ask", click: () => kit.ask() },
    words.claim.check,
  );
  const node = h("section.verdict", { id: "verdict" }, heading, text, meter, ask, edition);
  kit.goToVerdict = () => {
    attribute(heading, "tabindex", "-1");
    heading.focus({ preventScroll: true });
    const { top, bottom } = heading.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) heading.scrollIntoView({ block: "center" });
  };
  kit.draws(["report", "view"], draw);
  return node;

  function draw(): void {
    const judgement = kit.judgement;
    const { state, checks, answered } = judgement;
    const { report } = store;
    attribute(node, "class", `verdict is-${LOOK_OF[state]}`);
    say(heading, kit.verdict(judgement));
    const isQuiet = state === "missing" && !judgement.findings.length;
    say(text, state === "empty" ? words.verdict.empty.text : isQuiet ? words.verdict.soFar : "");
    show(text, text.textContent !== "");
    show(meter, state !== "empty");
    show(ask, state === "missing" && !kit.host.ask);
    drawSegments(checks.map(kindOf), () => checks.map((check) => h(`i${kindOf(check)}`)));
    const form = plural(kit.host.locale, words.verdict.meter, checks.length);
    say(count, fill(form, { answered }));
    drawList([checks, report.ruleset], () => checks.map(line));
    show(edition, state !== "empty");
    // What is being typed says nothing yet, by no rules, unless the check was asked for.
    const { isAsked, items } = store;
    const said = CARD_FIELDS.map((field) => {
      const isLeft = store.isLeft(field);
      return [isLeft, (isLeft || isAsked) && store.text(field)];
    });
    drawEdition([report.ruleset, state, isAsked, said, items.map(({ id }) => id)], editions);
  }

  /** What no check covers: its texts come with what reads files. */
  async function sayBeyond(): Promise<void> {
    if (!meter.open || beyond.firstChild) return;
    try {
      await kit.host.needsCore();
    } catch {
      return;
    }
    const texts = Object.values(kit.host.described.labels.notChecked);
    beyond.replaceChildren(
      h("p.group", {}, words.verdict.notChecked),
      h("ul.points", {}, ...texts.map((text) => h("li", {}, text))),
    );
  }

  function kindOf({ outcome }: CheckResult): "" | ".open" | ".fail" {
    if (outcome === "pass") return "";
    return outcome === "unknown" ? ".open" : ".fail";
  }

  function line(check: CheckResult): Kid {
    const { id, outcome, basis, asks, params } = check;
    const kind = kindOf(check);
    const look: Look = kind === "" ? "done" : kind === ".open" ? "note" : "block";
    const rests =
      kind === ".open" ? asks && words.verdict.asks[asks] : basis && words.verdict.bases[basis];
    const asOf = params && fill(words.verdict.asOf, { date: kit.day(params.asOf) });
    const said = words.verdict.outcomes[outcome as "pass"];
    return h(
      `li.is-${look}`,
      { "data-check": id },
      icon(LOOK_ICONS[look], "small") as Node,
      h(
        "span",
        {},
        kit.checkLabel(id),
        h("span.vh", {}, `: ${said}`),
        h("small", {}, [rests, asOf].filter(Boolean).join(", ")),
      ),
    );
  }

  /** By whose rules, and what those of another time would say otherwise. */
  function editions(): Kid {
    const { report } = store;
    const own = rulesets.find(({ id }) => id === report.ruleset);
    const mine = blockers(kit.judgement);
    const others = rulesets.filter(({ id }) => id !== report.ruleset);
    return [
      h("p", {}, fill(words.verdict.rules, { month: own ? kit.month(own.date) : report.ruleset })),
      ...others.map(({ id, date }) => {
        const there = kit.judgementUnder(id);
        if (blockers(there) === mine) return null;
        const said = fill(words.verdict.otherBy, { month: kit.month(date) });
        const [before, after = ""] = said.split("{verdict}");
        const click = () => kit.host.judgeBy(id);
        const button = h(
          "button.link",
          { type: "button", click, title: words.verdict.switch },
          kit.verdict(there),
        );
        return h("p", {}, before ?? "", button, after);
      }),
    ];
  }
}

/** What two rule sets have to agree in to say the same. */
const blockers = ({ state, count, findings, blocking }: Kit["judgement"]): string =>
  [
    state,
    // How much is still to be filled in is no verdict.
    state !== "missing" && count,
    ...findings.slice(0, blocking).map(({ code }) => code),
  ].join(" ");
