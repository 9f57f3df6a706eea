import { answered, candidates, labelsOf, YES_NO } from "../page/check.js";
import { h } from "../page/dom.js";
import { emptyState } from "../page/form.js";
import { activityGuide, partnerGuide } from "../page/guides.js";
import { followed } from "./follow.js";

/** What `<cpor-activity-guide>` shows. */
export const activityContent = (element, frame) =>
  guideContent(element, frame, ({ core, own, state, claim, choose }) => {
    const { described, lib, locale, ruleset } = core;
    const { options } = described.fields.find(({ name }) => name === "activity");
    return activityGuide({
      words: { ...own, ...core.words.activityGuide },
      questions: described.questions.activity,
      names: labelsOf(options),
      state,
      advise: (answers) => lib.adviseActivity(answers, { locale, ruleset }),
      seed: () => answered(claim()),
      use: (activity, answers) =>
        choose("activity-chosen", { activity, answers }, { ...answered(answers), activity }),
    });
  });

/** What `<cpor-partner-id-guide>` shows. */
export const partnerIdContent = (element, frame) =>
  guideContent(element, frame, ({ core, own, state, claim, choose, refresh }) => {
    const { described, lib, locale, ruleset } = core;
    return partnerGuide({
      words: { ...own, ...core.words.partnerGuide },
      questions: described.questions.partnerId,
      state,
      changed: () => refresh(),
      advise({ fastTrack, program }) {
        const { solutionArea, activity } = claim();
        const context = {
          ...{ solutionArea, activity },
          fastTrack: YES_NO[fastTrack],
          program: program || undefined,
        };
        const ids = lib.mergeEvidence(element.evidence ?? {}, { partnerIds: candidates(state) });
        return lib.advisePartnerId(ids.partnerIds ?? [], context, { locale, ruleset });
      },
      use: (partnerId) => choose("partner-id-chosen", { partnerId }, { partnerId }),
    });
  });

/** A guide alone: `make` makes it; a claim form that it belongs to knows answers and gets the choice. */
function guideContent(element, { body }, make) {
  const state = emptyState();
  const form = followed(element, () => guide?.refresh());
  let guide;
  let value = null;
  return {
    get value() {
      return value;
    },
    show(core) {
      if (core.failure) {
        guide = undefined;
        const retry = h(
          "button.main",
          { type: "button", click: core.retry },
          core.words.common.retry,
        );
        body.replaceChildren(
          h("p.problem", { role: "alert" }, core.failure.message),
          h("p", retry),
        );
        return;
      }
      const { words, described } = core;
      const own = { ...words.common, severities: described.labels.severities };
      guide = make({
        core,
        own,
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
    element.tell(type, { detail });
    form()?.fill(values);
  }
}
