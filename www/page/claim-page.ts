// The claim with all that stands around it: what was put in above, the verdict beside it, what is needed to file it
// below, and on a phone a bar that leads to the verdict.

import { claimView } from "../form/claim.js";
import { entitle, h, type Kid, say, show } from "../form/dom.js";
import { icon } from "../form/icons.js";
import { type Kit, LOOK_OF } from "../form/kit.js";
import { LOOK_ICONS, verdictView } from "../form/verdict.js";
import type { WithLate } from "./routes.js";

/** Milliseconds after which a new verdict is read aloud: whoever goes on typing is left alone. */
const PAUSE = 700;
/** Pixels above and below the verdict where it stands still. */
const MARGIN = 64;

export function claimPage(kit: Kit, withLate: WithLate): Kid {
  const places = {
    intake: h("div", {}, doorToBox(kit)),
    findings: h("div"),
    filing: h("div.filing"),
  };
  const rail = h(
    "aside.rail",
    { "aria-labelledby": "verdict-title" },
    verdictView(kit),
    places.findings,
  );
  followed(rail, kit.host.signal);
  const attributes = { id: "main", tabindex: "-1" };
  const main = h("main.wrap.two", attributes, claimView(kit), rail, places.filing);
  const view = [kit.host.place.row && rowOfFile(kit), places.intake, main, barView(kit)];
  for (const way of ["openBox", "openLetter", "openProof"] as const)
    kit[way] = () => withLate(() => kit[way]());
  withLate(({ complete }) => complete(kit, places));
  return view;
}

/** Until what was put in is there: what stands below it stays where it is. */
function doorToBox(kit: Kit): HTMLElement {
  const click = () => kit.openBox();
  const attributes = { type: "button", "data-key": "more", click };
  const more = h(
    "button.btn.btn-s.btn-q",
    attributes,
    icon("add", "small") as Node,
    kit.words.intake.more,
  );
  return h("section.intake", { "aria-label": kit.words.intake.title }, h("div.wrap", {}, more));
}

/** The claim is a row of a file: its way back there. The view of the file, which opened it, has brought the script. */
function rowOfFile(kit: Kit): HTMLElement {
  const place = h("div");
  import("../grid/row-bar.js").then(({ rowBar }) => {
    if (!kit.host.signal.aborted)
      place.append(...([rowBar(kit)].flat(9) as Node[]).filter(Boolean));
  });
  return place;
}

/** Where the verdict stands still: what does not fit below it is scrolled to first. */
function followed(rail: HTMLElement, signal: AbortSignal): void {
  const measure = () => {
    const over = Math.min(0, innerHeight - rail.offsetHeight - MARGIN);
    rail.style.setProperty("--over", `${over}px`);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(rail);
  addEventListener("resize", measure, { signal });
  signal.addEventListener("abort", () => observer.disconnect());
}

function barView(kit: Kit): HTMLElement {
  const { store, words, host } = kit;
  const mark = h("span.mark");
  const text = h("b");
  const count = h("span");
  const click = (event: Event) => {
    event.preventDefault();
    kit.goToVerdict();
  };
  const bar = h("a.vbar", { href: "#verdict", click }, mark, text, count);
  let spoken = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Whoever has gone on to another view hears of that one.
  host.signal.addEventListener("abort", () => clearTimeout(timer));
  kit.draws(["report", "view"], () => {
    const { state, answered, checks, told } = kit.judgement;
    const verdict = kit.verdict(kit.judgement);
    const look = LOOK_OF[state];
    if (bar.className !== `vbar is-${look}`) {
      bar.className = `vbar is-${look}`;
      mark.replaceChildren(icon(LOOK_ICONS[look]));
    }
    say(text, verdict);
    say(count, `${answered}/${checks.length}`);
    show(count, state !== "empty");
    const isWrong =
      store.isAsked &&
      told.some(({ kind, severity }) => {
        return kind === "field" && severity === "blocks";
      });
    const title = [verdict, store.report.understood.customerDomain].filter(Boolean).join(": ");
    entitle(isWrong ? `${words.claim.error} ${title}` : title);
    clearTimeout(timer);
    if (spoken && spoken !== verdict) timer = setTimeout(speak, PAUSE);
    spoken = verdict;
    // The day of a claim decides by which rules it is judged, and with them its names.
    if (store.report.ruleset !== host.described.ruleset.id) queueMicrotask(() => host.redraw());
  });
  return h("nav", { "aria-label": words.verdict.region }, bar);

  /** Says the verdict, unless the person was led to it. */
  function speak(): void {
    if (document.activeElement?.id !== "verdict-title") host.say(spoken);
  }
}
