// Which activity: a few questions, and the answer goes into the claim.

import { fill } from "../lib/fill.js";
import { choices, ranked } from "./advice.js";
import { filler, h } from "./dom.js";
import type { Kit } from "./kit.js";
import type { Texts } from "./store.js";

export function activityGuide(kit: Kit): HTMLElement {
  const { store, words, host } = kit;
  const { advised } = host.place;
  const questions = h("div.stack");
  const drawQuestions = filler(questions);
  const found = h("div", { "aria-live": "polite" });
  const drawFound = filler(found);
  kit.draws(["claim", "report"], draw);
  return h(
    "section.stack",
    { "data-guide": "activity" },
    h("h2", {}, words.guides.activity),
    questions,
    found,
  );

  function draw(): void {
    const answers = { ...fromClaim(store.claim), ...advised };
    const options = { locale: host.locale, ruleset: store.report.ruleset };
    const advice = host.library.adviseActivity(answers, options);
    const shown = host.described.questions.activity.filter(
      ({ id }) => answers[id] || id === advice.nextQuestion,
    );
    drawQuestions([shown, answers], () =>
      shown.map(({ id, text, options: all }) => {
        const choose = (value: string) => {
          advised[id] = value;
          draw();
          // What was chosen is drawn anew.
          questions.querySelector<HTMLElement>(`[data-key="${id}-${value}"]`)?.focus();
        };
        return choices(id, text, all, answers[id], choose);
      }),
    );
    const hasAnswers = Object.keys(answers).length > 0;
    // An activity’s name can depend on the area.
    const { activity, solutionArea } = store.claim;
    drawFound([advice, answers, activity, solutionArea], () => [
      hasAnswers && h("h3", {}, words.guides.ranking),
      hasAnswers &&
        advice.ranking.map(({ activity: one, fit, because }) =>
          ranked(kit, {
            ...{ name: kit.option("activity", one, "label"), fit },
            reasons: because.map(({ text }) => text),
            isUsed: one === activity,
            use: () => use(one, answers),
          }),
        ),
      advice.reconsider && h("p", {}, advice.reconsider.text),
    ]);
  }

  function use(activity: string, answers: Texts): void {
    const { solutionArea, purchaseChannel } = answers;
    const free: Texts = {};
    if (solutionArea && !store.text("solutionArea")) free.solutionArea = solutionArea;
    if (purchaseChannel && !store.text("purchaseChannel")) free.purchaseChannel = purchaseChannel;
    store.apply({ ...free, activity });
    const name = kit.option("activity", activity);
    host.say(fill(words.guides.used, { name }));
  }
}

/** What the claim has answered already. */
function fromClaim({ solutionArea, purchaseChannel }: Texts): Record<string, string> {
  return { ...(solutionArea && { solutionArea }), ...(purchaseChannel && { purchaseChannel }) };
}
