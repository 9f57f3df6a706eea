// The guides, the diagnosis and the timeline: none ends nowhere, and none contradicts the report.
import { drawn, TODAY } from "../oracle/cases.mjs";
import {
  adviseActivity,
  advisePartnerId,
  diagnoseSubscription,
  timeline as timelineOf,
  told,
} from "./subject.mjs";

export const GUIDANCE = {
  "a claim filled from the guides has the right activity and Partner ID": (random) => {
    const { ruleset, claim, evidence } = drawn(random);
    const answers = drawnAnswers(random);
    const context = { ...answers, fastTrack: random.of([true, false, undefined]) };
    const { activities } = adviseActivity(answers, { ruleset });
    const { partnerId } = advisePartnerId(evidence.partnerIds ?? [], context, { ruleset });
    for (const activity of activities) {
      const { checks } = told({ ruleset, evidence, claim: { ...claim, ...answers, activity } });
      const wrong = checks.find(({ id, outcome }) => id === "activity" && outcome === "fail");
      if (wrong) return `${activity} is wrong`;
    }
    if (!partnerId) return "";
    const filled = { ...claim, partnerId, mpnId: undefined };
    const { findings } = told({ ruleset, evidence, claim: filled });
    const about = /^partner-id-(missing|malformed|wrong|not-enrolled|global)/;
    const isSpecial = findings.some(({ code }) => code === "partner-id-partner-type");
    const isWrong = findings.some(({ code }) => about.test(code));
    return isWrong || (isSpecial && !context.fastTrack) ? `${partnerId} is wrong` : "";
  },
  "the activity guide never ends nowhere, and says of each activity what its rank is": (random) => {
    const options = { ruleset: drawn(random).ruleset, locale: "en" };
    const answers = drawnAnswers(random);
    for (let asked = 0; asked <= 4; asked += 1) {
      const advice = adviseActivity(answers, options);
      const odd = misranked(advice);
      if (odd) return odd;
      const { activities, nextQuestion, reconsider } = advice;
      if (!nextQuestion) {
        const isEnd = activities.length > 0 !== Boolean(reconsider?.text);
        if (!isEnd) return `${JSON.stringify(answers)} ends with ${JSON.stringify(reconsider)}`;
        return reconsider ? stuck(answers, reconsider.question, options) : "";
      }
      if (answers[nextQuestion]) return `${nextQuestion} is asked again`;
      answers[nextQuestion] = random.of(ANSWERS[nextQuestion]);
    }
    return "more questions than there are";
  },
  "the Partner ID guide ranks every candidate and says what to do": (random) => {
    const candidates = drawn(random).evidence.partnerIds ?? [];
    const more = random.oneIn(2) ? (drawn(random).evidence.partnerIds ?? []) : [];
    const context = {
      fastTrack: random.of([true, false, undefined]),
      program: random.of([undefined, "", "Business Applications"]),
    };
    const { partnerId, ranking, next } = advisePartnerId([...candidates, ...more], context);
    const fitting = ranking.filter(({ fit }) => fit === "fits");
    if ((fitting.length === 1 ? fitting[0].id : null) !== partnerId) return `${partnerId} fits`;
    const isMissing = [...candidates, ...more].some(
      ({ id }) => !ranking.some((one) => one.id === id),
    );
    if (isMissing) return "a candidate is missing";
    if (!next || ranking.some((one) => !one.next || one.because.length === 0))
      return "no next step";
    const odd = ranking.find(({ fit, because }) => fit !== rankOf(because));
    return odd ? `${odd.id} is said to be ${odd.fit}` : "";
  },
  "the diagnosis says what the report says, and its questions come to an end": (random) => {
    const one = drawn(random);
    const isMicrosoft365 = told(one).understood.solutionArea === "microsoft-365";
    const answers = {};
    for (let asked = 0; asked <= 4; asked += 1) {
      const options = { ruleset: one.ruleset, today: TODAY, locale: "en", answers };
      const diagnosis = diagnoseSubscription(one.claim, one.evidence, options);
      const { causes, conclusion, nextQuestion } = diagnosis;
      if (isMicrosoft365)
        return conclusion.state === "not-applicable" && causes.length === 0 && !nextQuestion
          ? ""
          : "Microsoft 365 has causes";
      const odd = contradicted(diagnosis, one) || ended(diagnosis);
      if (odd) return `${JSON.stringify(answers)}: ${odd}`;
      if (!nextQuestion) return "";
      if (answers[nextQuestion.id]) return `${nextQuestion.id} is asked again`;
      answers[nextQuestion.id] = random.of(nextQuestion.options).value;
    }
    return "more than four questions";
  },
  "the timeline is the report’s, in order, and files nothing that is blocked": (random) => {
    const one = drawn(random);
    const options = { ruleset: one.ruleset, today: TODAY, locale: "en" };
    const { timeline, verdict, understood, findings, checks } = told(one);
    if (JSON.stringify(timeline) !== JSON.stringify(timelineOf(one.claim, one.evidence, options)))
      return "it is not the report’s";
    const days = timeline.map(({ from, by }) => from ?? by).filter(Boolean);
    if (days.join() !== [...days].sort().join()) return `out of order: ${days}`;
    const steps = timeline.map(({ step }) => step);
    if (new Set(steps).size < steps.length) return `twice: ${steps}`;
    if (timeline.some(({ note }) => !note)) return "a step says nothing";
    const isFiled = understood.submittedOn !== undefined;
    const isWaiting = verdict === "fix" && !isFiled;
    const due = isFiled ? understood.submittedOn : isWaiting ? undefined : TODAY;
    const submit = timeline.find(({ step }) => step === "submit");
    if (submit.from !== due) return `submitted on ${submit.from}, not ${due}`;
    if (steps.includes("fix-first") !== isWaiting) return "what is blocked is put right first";
    const isOver = (step) =>
      isWaiting && OF_THE_CLAIM.includes(step.step) && (step.from || step.by);
    if (timeline.some(isOver)) return "days of a claim that is not filed";
    const competes = checks.find(({ id }) => id === "competing-claim").outcome === "fail";
    const isOwn = findings.some(({ code }) => code === "own-claim-exists");
    const isCompeting = findings.some(
      ({ code, params }) =>
        code === "competing-claim" ||
        (code === "subscription-already-claimed" && params.by === "other-partner"),
    );
    if (competes && !isOwn && !isCompeting) return "nothing says who competes";
    return steps.includes("arbitration") === isCompeting ? "" : "arbitration without a competitor";
  },
};

const ANSWERS = {
  solutionArea: ["business-applications", "microsoft-365"],
  purchaseChannel: ["volume-licensing", "web-direct", "csp", "other", "unknown"],
  contribution: ["influenced-purchase", "drives-usage", "business-influencer"],
  seeksPayment: ["yes", "no"],
};

/** Steps whose days follow from the day of filing. */
const OF_THE_CLAIM = [
  "submit",
  "customer-notice",
  "review-starts",
  "review",
  "comments",
  "arbitration",
];

function drawnAnswers(random) {
  const answers = {};
  for (const [question, options] of Object.entries(ANSWERS))
    if (random.oneIn(2)) answers[question] = random.of(options);
  return answers;
}

/** The rank that follows from the reasons. */
const rankOf = (because) =>
  because.some(({ effect }) => effect === "against")
    ? "does-not-fit"
    : because.some(({ effect }) => effect === "open")
      ? "depends"
      : "fits";

function misranked({ activity, activities, ranking }) {
  const fitting = ranking.filter(({ fit }) => fit === "fits").map((one) => one.activity);
  if (fitting.join() !== activities.join()) return `${fitting} fit, not ${activities}`;
  if ((fitting.length === 1 ? fitting[0] : null) !== activity) return `${activity} is the one`;
  if (ranking.length !== 3 || ranking.some(({ because }) => because.some(({ text }) => !text)))
    return "not every activity has its reasons";
  for (const { activity: id, fit, because } of ranking) {
    const isAgainst = because.some(({ effect }) => effect === "against");
    if (fit === "fits" && isAgainst) return `${id} fits, with a reason against it`;
    if (fit === "does-not-fit" && !isAgainst) return `${id} does not fit, without a reason`;
  }
  return "";
}

/** Do other answers, each to the question to reconsider, lead to one with which something fits? */
function stuck(answers, question, options, reconsidered = []) {
  if (!answers[question]) return `${question} has no answer to reconsider`;
  if (reconsidered.includes(question)) return `${question} is reconsidered again`;
  const faults = ANSWERS[question].map((answer) => {
    const others = { ...answers, [question]: answer };
    const { activities, nextQuestion, reconsider } = adviseActivity(others, options);
    if (activities.length > 0 || nextQuestion) return "";
    return stuck(others, reconsider.question, options, [...reconsidered, question]);
  });
  return faults.includes("") ? "" : `${JSON.stringify(answers)}: ${faults[0]}`;
}

/** The check that each cause fails. */
const CHECKS = {
  "subscription-csp": "subscription-not-csp",
  "subscription-id-wrong-kind": "subscription-id",
  "subscription-id-malformed": "subscription-id",
  "subscription-not-provisioned": "subscription-provisioned",
  "subscription-not-dynamics": "subscription-dynamics",
  "product-not-on-tenant": "subscription-on-tenant",
  "subscription-already-claimed": "subscription-unclaimed",
  "subscription-not-active": "subscription-status",
};

/** Evidence decides cause and check alike; where it decides nothing, only an answer may. */
function contradicted({ causes, ruleset }, { claim, evidence }) {
  // The error occurs nowhere else, so a claim that names no solution area is of this one.
  const solutionArea = "business-applications";
  const { checks, findings } = told({ ruleset, claim: { ...claim, solutionArea }, evidence });
  const isNew = findings.some(({ code }) => code === "subscription-newly-provisioned");
  for (const { code, status, basis } of causes) {
    const { outcome, basis: ground } = checks.find(({ id }) => id === CHECKS[code]);
    if (basis === "rules") continue;
    const isShown = outcome === "fail" && ground !== "stated";
    if (isShown !== (status === "confirmed" && basis === "evidence"))
      return `${code} is ${status}, its check ${outcome}`;
    // Any GUID has the right form; only a record shows, or a person knows, whose it is.
    const isOfForm = code === "subscription-id-wrong-kind";
    // Provisioned, and so lately that Partner Center may not show it yet.
    const isShownLater = isNew && code === "subscription-not-provisioned" && basis === "sign";
    if (status !== "ruled-out" && outcome === "pass" && !isOfForm && !isShownLater)
      return `${code} is ${status} and passes`;
    if (status === "ruled-out" && basis === "evidence" && outcome !== "pass")
      return `${code} is ruled out by evidence, its check ${outcome}`;
  }
  return "";
}

/** What is concluded, and something to do at each end. */
function ended({ causes, conclusion, nextQuestion }) {
  const has = (status) => causes.some((cause) => cause.status === status);
  const due = has("confirmed")
    ? "explained"
    : !has("possible")
      ? "unexplained"
      : nextQuestion
        ? "asking"
        : "undecided";
  if (conclusion.state !== due) return `${conclusion.state}, not ${due}`;
  if (!conclusion.text) return "the conclusion says nothing";
  if (nextQuestion && !(nextQuestion.text && nextQuestion.options.length > 1))
    return "a question without answers";
  const silent = causes.find(({ text, next }) => !text || !next);
  return silent ? `${silent.code} says nothing` : "";
}
