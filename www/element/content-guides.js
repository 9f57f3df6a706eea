import { answered, candidates, labelsOf, YES_NO } from "../page/check.js";
import { h } from "../page/dom.js";
import { emptyState } from "../page/form.js";
import { activityGuide, partnerGuide } from "../page/guides.js";
import { followed } from "./follow.js";

/** What `<cpor-activity-guide>` shows. */
export const activityContent = (element, frame) =>
  guideContent(element, frame, ({ context, common, state, claim, choose }) => {
    const { described, engine, locale, ruleset } = context;
    const { options } = described.fields.find(({ name }) => name === "activity");
    return activityGuide({
      words: { ...common, ...context.words.activityGuide },
      questions: described.questions.activity,
      names: labelsOf(options),
      state,
      advise: (answers) => engine.adviseActivity(answers, { locale, ruleset }),
      seed: () => answered(claim()),
      use: (activity, answers) =>
        choose("activity-chosen", { activity, answers }, { ...answered(answers), activity }),
    });
  });

/** What `<cpor-partner-id-guide>` shows. */
export const partnerIdContent = (element, frame) =>
  guideContent(element, frame, ({ context, common, state, claim, choose, refresh }) => {
    const { described, engine, locale, ruleset } = context;
    return partnerGuide({
      words: { ...common, ...context.words.partnerGuide },
      questions: described.questions.partnerId,
      state,
      changed: () => refresh(),
      advise({ fastTrack, program }) {
        const { solutionArea, activity } = claim();
        const about = {
          ...{ solutionArea, activity },
          fastTrack: YES_NO[fastTrack],
          program: program || undefined,
        };
        const typed = { partnerIds: candidates(state) };
        const { partnerIds = [] } = engine.mergeEvidence(element.evidence ?? {}, typed);
        return engine.advisePartnerId(partnerIds, about, { locale, ruleset });
      },
      use: (partnerId) => choose("partner-id-chosen", { partnerId }, { partnerId }),
    });
  });

/**
 * A guide without a form around it, as `make` makes it. The claim form that it belongs to, if any,
 * has answers already, and gets the choice.
 */
function guideContent(element, { body }, make) {
  const state = emptyState();
  const form = followed(element, () => guide?.refresh());
  let guide;
  let value = null;
  return {
    get value() {
      return value;
    },
    show(context) {
      const { failure, words, described, retry } = context;
      if (failure) {
        guide = undefined;
        const again = h("button.main", { type: "button", click: retry }, words.common.retry);
        body.replaceChildren(h("p.problem", { role: "alert" }, failure.message), h("p", again));
        return;
      }
      guide = make({
        context,
        common: { ...words.common, severities: described.labels.severities },
        state,
        choose,
        claim: () => form()?.value ?? {},
        refresh: () => guide.refresh(),
      });
      body.replaceChildren(h("div.guide", guide.nodes));
      guide.refresh();
    },
    connected: (signal) => form.connect(signal),
    changed: (changes) => {
      if (changes.has("for")) form.changed();
      guide?.refresh();
    },
  };

  function choose(type, detail, values) {
    value = detail;
    element.dispatch(type, { detail });
    form()?.fill(values);
  }
}
