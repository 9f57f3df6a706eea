// Guides and diagnosis in words. `words` are those of a language and rule set: see text.js.

const GRAPH = "GET https://graph.microsoft.com/v1.0";

/** What the customer's administrator is asked to run. */
const CALLS = {
  subscriptions: `${GRAPH}/directory/subscriptions`,
  "subscribed-skus": `${GRAPH}/subscribedSkus`,
};

/** "Which activity?", from what the core answers. */
export function activity(advice, words) {
  const { plain, reconsider } = words.catalogue.advice;
  const ranking = advice.ranking.map(({ because, ...ranked }) => {
    const answers = answersIn(because);
    const params = {
      activity: ranked.activity,
      solutionArea: answers.solutionArea,
      channel: answers.purchaseChannel,
    };
    const said = reasons(because, "activity", params, words).map((reason) => {
      const fits = FITS[reason.effect];
      // Sentences for what the rank rests on, a word for the rest.
      const isSaid = SAID[ranked.fit].includes(reason.effect);
      return { ...reason, fits, text: isSaid ? reason.text : plain[reason.question][fits] };
    });
    return { ...ranked, because: said };
  });
  const { reconsider: question, ...rest } = advice;
  return {
    ...{ activity: null, nextQuestion: null, ...rest, ranking },
    reconsider: question ? { question, text: reconsider[question] } : null,
  };
}

/** What an answer says of an activity. */
const FITS = { for: "yes", neutral: "yes", against: "no", open: "depends" };
/** The reasons on which a rank rests. */
const SAID = {
  fits: ["for", "neutral"],
  "does-not-fit": ["against"],
  depends: ["open", "against"],
};

/** "Which Partner ID (MPN ID)?", from what the core answers. */
export function partnerId(advice, words) {
  const { partnerIdNext, partnerIdOverall } = words.catalogue.advice;
  const ranking = advice.ranking.map(({ because, ...ranked }) => {
    const { partnerType, program } = answersIn(because);
    return {
      ...ranked,
      because: reasons(because, "partnerId", { partnerType, program }, words),
      next: partnerIdNext[ranked.next],
    };
  });
  return { partnerId: null, ...advice, ranking, next: partnerIdOverall[advice.next] };
}

/**
 * The diagnosis of the subscription error, from the core's answer; `customer` has the words of the
 * customer's language.
 */
export function diagnosis(answer, words, customer) {
  const { ruleset, conclusion, nextQuestion, requests, claimIds, understood, ...read } = answer;
  const answers = read.answered.map(({ id, answer }) => [id, answer]);
  const causes = read.causes.map((cause) => causeOf(cause, Object.fromEntries(answers), words));
  const { conclusions } = words.catalogue.diagnosis;
  return {
    ruleset,
    locale: words.tag,
    conclusion: { state: conclusion, text: conclusions[conclusion] },
    causes,
    nextQuestion: nextQuestion ? questionOf(nextQuestion, words) : null,
    answered: answers.map(([id, answer]) => {
      const { text, options } = words.catalogue.questions.diagnosis[id];
      return { id, text, answer, label: options[answer] };
    }),
    customerMessage: requests.length ? customerMessage(requests, understood, customer) : null,
    supportRequest: supportRequest(causes, claimIds, understood, words),
  };
}

const answersIn = (because) =>
  Object.fromEntries(because.map(({ question, answer }) => [question, answer]));

const reasons = (because, guide, params, words) =>
  because.map(({ reason, ...rest }) => ({
    ...rest,
    text: words.say(words.catalogue.advice[guide][reason], params),
  }));

function causeOf({ cause, code, status, basis, finding }, answers, words) {
  const { causes, confirmWord, nothingToDo } = words.catalogue.diagnosis;
  const { title, ...texts } = causes[cause];
  const found = finding && words.finding(finding.code, finding.params);
  const say = (text, next) => ({
    ...{ code, title, status, basis, text: words.say(text, answers), next },
  });
  if (basis === "rules") return say(texts.rules, texts.arbitration);
  if (status === "ruled-out") {
    const byWord = basis === "answer";
    return byWord ? say(texts.denied, confirmWord) : say(texts.shown, nothingToDo);
  }
  if (basis === "answer") return say(texts.confirmed, found.next);
  if (found) return say(`${found.what} ${found.why}`, found.next);
  return say(texts[basis], texts.ask);
}

function questionOf({ id, exports }, { catalogue: { evidence, questions } }) {
  const { text, options } = questions.diagnosis[id];
  return {
    ...{ id, text },
    options: Object.entries(options).map(([value, label]) => ({ value, label })),
    exports: exports.map((kind) => ({ kind, label: evidence.kinds[kind] })),
  };
}

function customerMessage(requests, understood, words) {
  const { fields, diagnosis: said } = words.catalogue;
  const { greeting, intro, about, requests: asks, readOnly, thanks } = said.customer;
  const asked = requests.map((id, place) => {
    return `${place + 1}. ${words.say(asks[id], { call: CALLS[id] })}`;
  });
  const facts = ["subscriptionId", "product", "customerTenantId"]
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
function supportRequest(causes, claimIds, understood, { catalogue }) {
  const { diagnosis: said, support } = catalogue;
  const told = causes.map(
    ({ status, title, text }) => `${said.statuses[status]}: ${title}. ${text}`,
  );
  const values = {
    program: "CPOR",
    partnerId: understood.partnerId,
    claimId: claimIds.join(", "),
    tenant: understood.customerTenantId,
    subscription: understood.subscriptionId,
    description: [said.error, ...told].join("\n"),
  };
  const fields = Object.entries(values).map(([id, value = ""]) => ({
    ...{ id, label: support[id], value },
  }));
  return { fields, text: fields.map(({ label, value }) => `${label}: ${value}`).join("\n") };
}
