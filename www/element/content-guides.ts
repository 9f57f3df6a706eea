import type { Engine } from "../lib/engine.js";
import type { Claim, DescribedField } from "../lib/types.js";
import type { CporElement } from "./base.js";
import { followed } from "./follow.js";
import type { Frame } from "./frame.js";
import {
  activityGuide,
  answered,
  candidates,
  emptyState,
  type FormState,
  type Guide,
  h,
  labelsOf,
  partnerGuide,
  type Shown,
  type Texts,
  YES_NO,
} from "./kit.js";

export type GuideContent = ReturnType<typeof guideContent>;

/** What a guide is made of. */
interface Making {
  context: Shown;
  engine: Engine;
  common: Record<string, unknown>;
  state: FormState;
  choose: (type: string, detail: object, values: object) => void;
  claim: () => Claim;
  refresh: () => void;
}

/** What `<cpor-activity-guide>` shows. */
export const activityContent = (element: CporElement, frame: Frame) =>
  guideContent(element, frame, ({ context, engine, common, state, claim, choose }) => {
    const { described, locale, ruleset } = context;
    const isActivity = ({ name }: DescribedField) => name === "activity";
    const { options } = described.fields.find(isActivity) as DescribedField;
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
export const partnerIdContent = (element: CporElement, frame: Frame) =>
  guideContent(element, frame, ({ context, engine, common, state, claim, choose, refresh }) => {
    const { described, locale, ruleset } = context;
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
function guideContent(element: CporElement, { body }: Frame, make: (making: Making) => Guide) {
  const state = emptyState();
  const form = followed(element, () => guide?.refresh());
  let guide: Guide | undefined;
  let value: object | null = null;
  return {
    get value(): object | null {
      return value;
    },
    show(context: Shown): void {
      const { engine, failure, words, described, retry } = context;
      if (failure || !engine) {
        guide = undefined;
        const again = h("button.main", { type: "button", click: retry }, words.common.retry);
        body.replaceChildren(h("p.problem", { role: "alert" }, failure?.message), h("p", again));
        return;
      }
      guide = make({
        context,
        engine,
        common: { ...words.common, severities: described.labels.severities },
        state,
        choose,
        claim: () => form()?.value ?? {},
        refresh: () => guide?.refresh(),
      });
      body.replaceChildren(h("div.guide", guide.nodes));
      guide.refresh();
    },
    connected: (signal: AbortSignal) => form.connect(signal),
    changed: (changes: ReadonlySet<string>) => {
      if (changes.has("for")) form.changed();
      guide?.refresh();
    },
  };

  function choose(type: string, detail: object, values: object): void {
    value = detail;
    element.dispatch(type, { detail });
    form()?.fill(values as Texts);
  }
}
