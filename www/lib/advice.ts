// Guides and diagnosis in words. `words` are those of a language and rule set: see text.js.

import type {
  Question as AskedOfActivity,
  CustomerRequest,
  DiagnosisQuestion,
  Effect,
  Fit,
} from "../generated/lists.js";
import type * as core from "./core-answers.js";
import type { Params, Words } from "./text.js";
import type {
  ActivityAdvice,
  Because,
  DiagnosedCause,
  Diagnosis,
  DiagnosisStep,
  LabelledOption,
  PartnerIdAdvice,
  SupportField,
  SupportRequest,
} from "./types.js";
import type { Text } from "./words.js";

type Texts = Readonly<Record<string, Text>>;
type Labels = Readonly<Record<string, string>>;
type Understood = core.Diagnosis["understood"];

const GRAPH = "GET https://graph.microsoft.com/v1.0";

/** What the customer's administrator is asked to run. */
const CALLS: Partial<Record<CustomerRequest, string>> = {
  subscriptions: `${GRAPH}/directory/subscriptions`,
  "subscribed-skus": `${GRAPH}/subscribedSkus`,
};

/** "Which activity?", from what the core answers. */
export function activity(advice: core.ActivityAdvice, words: Words): ActivityAdvice {
  const { plain, reconsider, activity: texts } = words.catalogue.advice;
  const ranking = advice.ranking.map(({ because, ...ranked }) => {
    const answers = answersIn(because);
    const params = {
      activity: ranked.activity,
      solutionArea: answers.solutionArea,
      channel: answers.purchaseChannel,
    };
    const said = reasons(because, texts, params, words).map((reason) => {
      const fits = FITS[reason.effect];
      // Sentences for what the rank rests on, a word for the rest.
      const isSaid = SAID[ranked.fit].includes(reason.effect);
      const question = reason.question as AskedOfActivity;
      return { ...reason, question, fits, text: isSaid ? reason.text : plain[question][fits] };
    });
    return { ...ranked, because: said };
  });
  const { reconsider: question, ...rest } = advice;
  return {
    ...rest,
    ranking,
    reconsider: question ? { question, text: reconsider[question] } : null,
  };
}

/** What an answer says of an activity. */
const FITS = { for: "yes", neutral: "yes", against: "no", open: "depends" } as const;
/** The reasons on which a rank rests. */
const SAID: Record<Fit, readonly Effect[]> = {
  fits: ["for", "neutral"],
  "does-not-fit": ["against"],
  depends: ["open", "against"],
};

/** "Which Partner ID (MPN ID)?", from what the core answers. */
export function partnerId(advice: core.PartnerIdAdvice, words: Words): PartnerIdAdvice {
  const { partnerIdNext, partnerIdOverall } = words.catalogue.advice;
  const ranking = advice.ranking.map(({ because, ...ranked }) => {
    const { partnerType, program } = answersIn(because);
    return {
      ...ranked,
      because: reasons(because, words.catalogue.advice.partnerId, { partnerType, program }, words),
      next: partnerIdNext[ranked.next],
    };
  });
  return { ...advice, ranking, next: partnerIdOverall[advice.next] };
}

/**
 * The diagnosis of the subscription error, from the core's answer; `customer` has the words of the
 * customer's language.
 */
export function diagnosis(answer: core.Diagnosis, words: Words, customer: Words): Diagnosis {
  const { ruleset, conclusion, nextQuestion, requests, claimIds, understood, ...read } = answer;
  const questions = words.catalogue.questions.diagnosis as Record<DiagnosisQuestion, Question>;
  const answers = Object.fromEntries(read.answered.map(({ id, answer }) => [id, answer]));
  const causes = read.causes.map((cause) => causeOf(cause, answers, words));
  const { conclusions } = words.catalogue.diagnosis;
  return {
    ruleset,
    locale: words.tag,
    conclusion: { state: conclusion, text: conclusions[conclusion] },
    causes,
    nextQuestion: nextQuestion ? questionOf(nextQuestion, words) : null,
    answered: read.answered.map(({ id, answer }) => {
      const { text, options } = questions[id];
      return { id, text, answer, label: options[answer] as string };
    }),
    customerMessage: requests.length ? customerMessage(requests, understood, customer) : null,
    supportRequest: supportRequest(causes, claimIds, understood, words),
  };
}

interface Question {
  text: string;
  options: Labels;
}

const answersIn = (because: readonly core.Because[]): Record<string, string | null> =>
  Object.fromEntries(because.map(({ question, answer }) => [question, answer]));

const reasons = <Asked extends string>(
  because: readonly core.Because[],
  templates: object,
  params: Params,
  words: Words,
): Because<Asked>[] =>
  because.map(({ reason, ...rest }) => ({
    ...(rest as Omit<Because<Asked>, "text">),
    text: words.say((templates as Texts)[reason] as Text, params),
  }));

function causeOf(
  { cause, code, status, basis, finding }: core.Diagnosed,
  answers: Params,
  words: Words,
): DiagnosedCause {
  const { causes, confirmWord, nothingToDo } = words.catalogue.diagnosis;
  const { title, ...texts } = causes[cause] as { title: string } & Texts;
  const found = finding && words.finding(finding.code, finding.params);
  const say = (text: Text | undefined, next: Text | undefined): DiagnosedCause => ({
    ...{ code, title, status, basis, text: words.say(text as Text, answers), next: next as string },
  });
  if (basis === "rules") return say(texts.rules, texts.arbitration);
  if (status === "ruled-out") {
    const byWord = basis === "answer";
    return byWord ? say(texts.denied, confirmWord) : say(texts.shown, nothingToDo);
  }
  if (basis === "answer") return say(texts.confirmed, found?.next);
  if (found) return say(`${found.what} ${found.why}`, found.next);
  return say(texts[basis], texts.ask);
}

function questionOf(
  { id, exports }: core.NextQuestion,
  { catalogue: { evidence, questions } }: Words,
): DiagnosisStep {
  const { text, options } = questions.diagnosis[id];
  return {
    ...{ id, text },
    options: Object.entries<string>(options).map(
      ([value, label]): LabelledOption => ({
        value,
        label,
      }),
    ),
    exports: exports.map((kind) => ({ kind, label: evidence.kinds[kind] })),
  };
}

function customerMessage(
  requests: readonly CustomerRequest[],
  understood: Understood,
  words: Words,
): Diagnosis["customerMessage"] {
  const { fields, diagnosis } = words.catalogue;
  const { greeting, intro, about, requests: asks, readOnly, thanks } = diagnosis.customer;
  const asked = requests.map((id, place) => {
    return `${place + 1}. ${words.say(asks[id], { call: CALLS[id] })}`;
  });
  const facts = (["subscriptionId", "product", "customerTenantId"] as const)
    .filter((id) => understood[id])
    .map((id) => `${fields[id].label}: ${understood[id]}`);
  const parts = [
    ...[greeting, intro],
    asked.join("\n"),
    facts.length > 0 && [about, ...facts].join("\n"),
    requests.some((id) => CALLS[id]) && readOnly,
    thanks,
  ];
  return { locale: words.tag, text: parts.filter(Boolean).join("\n\n") };
}

/** In the order in which Partner Center's support asks. */
function supportRequest(
  causes: readonly DiagnosedCause[],
  claimIds: readonly string[],
  understood: Understood,
  { catalogue }: Words,
): SupportRequest {
  const { diagnosis, support } = catalogue;
  const explanations = causes.map(
    ({ status, title, text }) => `${diagnosis.statuses[status]}: ${title}. ${text}`,
  );
  const values: Partial<Record<SupportField["id"], string | undefined>> = {
    program: "CPOR",
    partnerId: understood.partnerId,
    claimId: claimIds.join(", "),
    tenant: understood.customerTenantId,
    subscription: understood.subscriptionId,
    description: [diagnosis.error, ...explanations].join("\n"),
  };
  const fields = Object.entries(values).map(([name, value = ""]): SupportField => {
    const id = name as SupportField["id"];
    return { id, label: support[id], value };
  });
  return { fields, text: fields.map(({ label, value }) => `${label}: ${value}`).join("\n") };
}
