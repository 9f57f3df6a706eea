// What `<cpor-claim-result>` shows: the verdict and the findings of a report, of a claim, or of a form.

import { h } from "../form/dom.js";
import { findingsView } from "../form/findings.js";
import { handoffText } from "../form/handoff.js";
import { Kit, Place } from "../form/kit.js";
import { letterView } from "../form/letter.js";
import type { Library } from "../form/library.js";
import { nextView } from "../form/next.js";
import { Store } from "../form/store.js";
import { verdictView } from "../form/verdict.js";
import type { Action, Claim, Report } from "../lib/types.js";
import type { CporElement } from "./base.js";
import { evidenceFor } from "./evidence.js";
import { failureView } from "./failure.js";
import { followed } from "./follow.js";
import { type Frame, keptFocus } from "./frame.js";
import { hostOf, printable } from "./host.js";
import type { Shown, Texts } from "./types.js";

export type ResultContent = ReturnType<typeof resultContent>;

export function resultContent(element: CporElement, { body, live }: Frame) {
  const form = followed(element, update);
  const place = new Place();
  let context: Shown | undefined;
  let kit!: Kit;
  let views = new AbortController();
  let heard: Report | undefined;
  /** Was the form's check asked for? */
  let isAsked = false;
  let ruleset: string | undefined;
  /** What is told where somebody else has checked. */
  const reportGiven = () =>
    (element.valueOf("report") as Report | undefined) ?? form()?.report ?? undefined;
  const library = new Proxy({} as Library, {
    get: (_, name) =>
      name === "checkClaim"
        ? (...asked: Parameters<Library["checkClaim"]>) =>
            reportGiven() ?? context?.library.checkClaim(...asked)
        : context?.library[name as keyof Library],
  });
  const store = new Store(library);
  const bringEvidence = evidenceFor(store, library);
  // What mends the claim goes to the form that it is in.
  store.on(["claim"], () => {
    const target = form();
    if (target && !isSame(store.claim, target.value))
      target.fill(emptied(target.value, store.claim));
  });
  return {
    show,
    connected(signal: AbortSignal): void {
      form.connect(signal);
      printable(body, signal);
    },
    changed(changes: ReadonlySet<string>): void {
      if (changes.has("htmlFor")) form.changed();
      else update();
    },
    get report(): Report | null {
      return context && !context.failure ? store.report : null;
    },
    get claim(): Claim {
      return claimNow();
    },
    toText: async (): Promise<string> => handoffText(kit),
  };

  function show(next: Shown): void {
    context = next;
    const { words, locale, failure, retry } = next;
    if (ruleset !== next.ruleset) store.judgeBy(next.ruleset);
    ruleset = next.ruleset;
    if (locale !== store.locale) store.speak(locale);
    const restoreFocus = keptFocus(element.shadowRoot);
    views.abort();
    views = new AbortController();
    kit = new Kit(
      hostOf(next, {
        ...{ store, place, say: live.say, signal: views.signal, ask: () => {}, offers },
        judgeBy: (id) => store.judgeBy(id),
        get isAlone() {
          return !form();
        },
      }),
    );
    const shown = failure
      ? failureView(words, failure, retry)
      : [verdictView(kit), findingsView(kit, [letterView(kit), nextView(kit)])];
    kit.goTo = (field) => form()?.focusField(field);
    body.replaceChildren(
      h("div.result", { role: "group", "aria-label": words.verdict.region }, shown),
      h("slot", { name: "result-footer" }),
    );
    update();
    kit.draws(["report"], tell);
    restoreFocus();
  }

  /** Only with a form, there is something to change or to go to. */
  function offers({ id, changes, opens }: Action): boolean {
    if (id === "open-page") return Boolean(opens);
    if (id === "ask-customer") return true;
    return Boolean(form()) && (Boolean(changes) || id === "choose");
  }

  function update(event?: Event): void {
    if (event?.type === "claim-checked") isAsked = true;
    if (!context || context.failure) return;
    store.load(claimNow() as Texts, isAsked || !form());
    bringEvidence(form() ? null : element.evidence);
    store.recheck();
  }

  function tell(): void {
    if (!context || context.failure) return;
    const { report } = store;
    live.verdict(kit.verdict(kit.judgement));
    if (report !== heard) element.dispatch("claim-report", { detail: report });
    heard = report;
    if (report.ruleset !== context.described.ruleset.id) context.onEdition(report.ruleset);
  }

  function claimNow(): Claim {
    const understood = reportGiven()?.understood as Claim | undefined;
    return form()?.value ?? (element.valueOf("claim") as Claim | undefined) ?? understood ?? {};
  }
}

/** A claim, with an empty text for what it does not have any more. */
const emptied = (before: object, after: Texts): Texts => ({
  ...Object.fromEntries(Object.keys(before).map((name) => [name, ""])),
  ...after,
});

const isSame = (a: object, b: object): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
