import { adviseActivity, checkClaim, describe, init, LOCALES, rulesets } from "cpor-preflight";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";
import { CLAIM, drawn, Random } from "../oracle/cases.mjs";
import { inserts, missing, texts, wordsOf } from "../support/catalogues.mjs";
import { survey } from "./survey.mjs";

const source = (name) => imported(inRoot("www", "lib", name));
const { Words } = await source("text.ts");
const { merged, wordsUnder } = await source("words.ts");

await init();
const { checks, codes, fields, lists, questions } = describe();
const codeNamed = new Map(codes.map((code) => [code.code, code]));
const paramsOf = (code) => Object.fromEntries(codeNamed.get(code)?.params ?? []);

const FILES = ["claim", "rest"];
/** The words of each file of each language. */
const PARTS = Object.fromEntries(
  await Promise.all(LOCALES.map(async (tag) => [tag, await partsOf(tag)])),
);
const LOADING = Object.fromEntries(
  await Promise.all(LOCALES.map(async (tag) => [tag, await wordsOf(tag, "loading.js")])),
);
/** The library's words by language, in the order of the tags: the first one is English. */
const LANGUAGES = Object.fromEntries(
  Object.entries(PARTS).map(([tag, { claim, rest }]) => [tag, merged(claim, rest)]),
);
const [, ...OTHERS] = LOCALES;
const RULESETS = rulesets();

/** Every catalogue in the words of every rule set: what is held to the rules is what is shown. */
const CATALOGUES = Object.fromEntries(
  Object.entries(LANGUAGES).flatMap(([tag, catalogue]) =>
    RULESETS.map(({ id, days }) => [`${tag} ${id}`, wordsUnder(id, catalogue, days).words]),
  ),
);

/** For the languages whose rules are known. */
const BANNED = {
  en: /(?<!\p{L})(please|sorry|invalid|valid|forbidden|illegal|oops|required|this field)(?!\p{L})/iu,
  de: /(?<!\p{L})(bitte|leider|(un)?gültig|verboten|unzulässig|Pflichtfeld|erforderlich|Entschuldigung)(e[mnrs]?)?(?!\p{L})/iu,
};

/** What a finding's text may have at most, in English; others follow by their ratio. */
const LONGEST = { what: 90, why: 110, next: 170 };

const choices = fields.filter(({ options }) => options.length > 0);

/** The names that hosts and the core rely on, by where they stand in a catalogue. */
const NAMES = {
  "": list(`tag name actions letter terms names fields options rulesets checks kinds facts outcomes severities
    verdicts findings timeline statuses contradictions changes questions advice plan diagnosis support
    batch evidence notChecked lookUp ask laterFacts filing record`),
  terms: list("partnerId activityWord activityWords"),
  names: list("labelled"),
  ...each("names", list("labelled"), list("later earlier")),
  rulesets: RULESETS.map(({ id }) => id),
  fields: lists.Field,
  ...each("fields", lists.Field, list("label hint")),
  options: choices.map(({ name }) => name),
  ...Object.fromEntries(choices.map(({ name, options }) => [`options.${name}`, values(options)])),
  checks: checks.map(({ id }) => id),
  ask: codes
    .find(({ code }) => code === "subscription-unverified")
    .params.find(([name]) => name === "ask")[1],
  laterFacts: RULESETS[0].laterFacts.map(({ fact }) => fact),
  kinds: lists.IdentifierKind,
  facts: lists.Fact,
  outcomes: lists.Outcome,
  severities: lists.Severity,
  verdicts: lists.Verdict,
  ...each("verdicts", lists.Verdict, list("title text")),
  findings: lists.Code,
  ...each("findings", lists.Code, list("what why next")),
  timeline: lists.StepName,
  ...each("timeline", lists.StepName, list("label note")),
  statuses: lists.Status,
  ...each("statuses", lists.Status, list("label meaning")),
  contradictions: lists.Topic,
  ...each("contradictions", lists.Topic, list("text values")),
  ...Object.fromEntries(
    lists.Topic.map((topic) => [`contradictions.${topic}.values`, statementsOn(topic)]),
  ),
  changes: list("parts source days required notRequired"),
  "changes.source": list("date title"),
  "changes.days": Object.keys(RULESETS[0].days),
  "changes.parts": list("source days role field label code status contradiction"),
  questions: list("activity partnerId diagnosis"),
  "questions.activity": lists.Question,
  ...Object.fromEntries(
    questions.activity.map(({ id, options }) => [
      `questions.activity.${id}.options`,
      values(options),
    ]),
  ),
  "questions.diagnosis": lists.DiagnosisQuestion,
  ...Object.fromEntries(
    questions.diagnosis.map(({ id, options }) => [
      `questions.diagnosis.${id}.options`,
      values(options),
    ]),
  ),
  "questions.partnerId": list("fastTrack program"),
  "questions.partnerId.fastTrack.options": list("yes no"),
  "questions.partnerId.program.options": [],
  advice: list("activity plain reconsider partnerId partnerIdNext partnerIdOverall"),
  plan: list("renews mayRenew instead programs excluded"),
  "plan.programs": lists.Program,
  "plan.excluded": list(
    "tenant-id-missing subscription-id-missing evidence-malformed subscription-not-dynamics",
  ),
  "advice.plain": lists.Question,
  ...each("advice.plain", lists.Question, list("yes no depends")),
  "advice.reconsider": lists.Question,
  "advice.activity": lists.ActivityReason,
  "advice.partnerId": lists.PartnerIdReason,
  "advice.partnerIdNext": lists.PartnerIdNext,
  "advice.partnerIdOverall": lists.PartnerIdOverall,
  diagnosis: list("statuses conclusions causes nothingToDo confirmWord error customer"),
  "diagnosis.statuses": lists.CauseStatus,
  "diagnosis.conclusions": lists.Conclusion,
  "diagnosis.causes": lists.Cause,
  "diagnosis.causes.subscription-csp": list("title open ask confirmed denied shown"),
  "diagnosis.causes.subscription-id-wrong-kind": list("title open ask confirmed denied shown"),
  "diagnosis.causes.product-not-on-tenant": list("title open ask confirmed denied shown"),
  "diagnosis.causes.subscription-not-provisioned": list(
    "title open sign ask confirmed denied shown",
  ),
  "diagnosis.causes.subscription-not-dynamics": list("title open sign ask confirmed denied shown"),
  "diagnosis.causes.subscription-already-claimed": list(
    "title open sign ask confirmed denied rules arbitration",
  ),
  "diagnosis.customer": list("greeting intro about requests readOnly thanks"),
  "diagnosis.customer.requests": lists.CustomerRequest,
  actions: lists.ActionId,
  letter: list("subject greeting intro where questions thanks"),
  "letter.questions": lists.CustomerQuestion,
  ...each("letter.questions", lists.CustomerQuestion, list("ask where")),
  support: list("title program partnerId claimId tenant subscription description"),
  batch: list("problems codes"),
  "batch.problems": lists.BatchProblem,
  "batch.codes": lists.CrossRowCode,
  ...each("batch.codes", lists.CrossRowCode, list("what why next")),
  evidence: list("kinds problems"),
  "evidence.kinds": lists.ExportKind,
  "evidence.problems": lists.ProblemCode,
  notChecked: lists.NotChecked,
  filing: list("blank form asked hearsay proof reasons deadlines next texts"),
  // The others are fields of a claim, and have the names of these.
  "filing.form": list(`claim-name opt-out-of-payment customer-contact-name customer-contact-title
    customer-contact-email technical-contact-name technical-contact-title technical-contact-email
    partner-contact-name partner-contact-email solution-seller revenue-customer isv-solution comments
    acknowledgements`),
  "filing.asked": lists.Asked.filter((name) => name !== "always"),
  "filing.proof": lists.ProofItem,
  ...each("filing.proof", lists.ProofItem, list("label text why")),
  "filing.reasons": lists.ReturnReason,
  "filing.deadlines": lists.DeadlineStep,
  ...each("filing.deadlines", lists.DeadlineStep, list("label note")),
  "filing.next": lists.AfterNext,
  "filing.texts": [
    ...lists.TextKind,
    ...list(`claimId asked rejectedOn reason justification corrected shows attached products contact
      status statusAlone question`),
  ],
  record: list("note parts whole differences"),
  "record.parts":
    list(`tenants unresolvedDomains subscriptions partnerIds associations skus problems
    unread`),
  "record.differences": list(`record digest schema version core skus ruleset today claim evidence
    verdict checks findings`),
  lookUp: list(`offline timeout blocked http not-json not-an-answer not-a-domain not-a-host aborted
    instead`),
};

/** Values of parameters whose list the registry leaves open. */
const OPTION_VALUES = { activity: lists.Activity, solutionArea: lists.SolutionArea };
const OPEN_VALUES = { kind: lists.IdentifierKind, channel: lists.PurchaseChannel };

/** One value of each parameter that is no name from a list. */
const SAMPLES = {
  ...{ checks: [["domain", "role"]], field: ["product"], ask: [["exports", "partners"]] },
  ...{ endsOn: ["2026-12-01"], startsOn: ["2026-12-01"], visibleBy: ["2026-12-01"] },
};

const EVERY_ANSWER = [
  ...everyWay(questions.activity.map(({ id, options }) => [id, values(options)])),
];

/** What texts outside the findings may insert, by where they stand. */
const INSERTS = {
  "timeline.review-starts.note": ["days"],
  "timeline.claimable.note": ["days"],
  "timeline.review.note": ["days"],
  "timeline.answer.note": ["days"],
  "timeline.dispute.note": ["days"],
  "timeline.customer-opt-out.note": ["days"],
  "names.labelled": ["name", "other"],
  "advice.activity": ["activity", "channel", "solutionArea"],
  "advice.partnerId": ["partnerType", "program"],
  "plan.renews": ["renews"],
  "plan.mayRenew": ["renews"],
  "plan.instead": ["programs"],
  "plan.excluded.subscription-not-dynamics": ["product"],
  "batch.problems": ["columns", "name"],
  "evidence.problems": ["columns", "name"],
  "diagnosis.customer.requests": ["call"],
  actions: ["field", "value"],
  "letter.where": ["where"],
  "letter.questions": ["customerDomain", "customerTenantId", "product", "subscriptionId"],
  "filing.proof": ["customerTenantId", "product", "fromDay", "dueDay"],
  "filing.deadlines": ["days"],
  "filing.texts.status": ["status", "onDay"],
  "filing.texts.statusAlone": ["status"],
  "record.differences": ["name"],
  "lookUp.http": ["host", "status"],
  lookUp: ["host"],
};

const SENTENCES = [
  /^(findings|batch|advice|evidence\.problems|notChecked|lookUp|ask|laterFacts)\./,
  /^diagnosis\.(conclusions\.|nothingToDo|confirmWord|error|causes\.[^.]+\.(?!title))/,
  /^verdicts\..*\.text$/,
  /^timeline\..*\.note$/,
  /^questions\.[^.]+\.[^.]+\.text$/,
  /^rulesets\..*\.changes$/,
  /^statuses\..*\.meaning$/,
  /^filing\.(hearsay|next\.|texts\.status|proof\..*\.(text|why)|deadlines\..*\.note)/,
  /^record\.(note|differences\.)/,
  /^contradictions\..*\.values\./,
];

survey(
  "claim.js has all that is said of a claim without evidence, and no other findings",
  (fail) => {
    const random = new Random(20261122);
    const claims = Array.from({ length: 4000 }, () => drawn(random).claim);
    claims.push(
      { ...CLAIM, favouriteColour: "blue" },
      { ...CLAIM, customerDomain: "contoso.local" },
      { ...CLAIM, solutionArea: "microsoft-365", product: "E5" },
    );
    const options = RULESETS.map(({ id }) => ({ ruleset: id, today: "2026-11-22" }));
    const raised = options.flatMap((one) =>
      claims.flatMap((claim) => checkClaim(claim, {}, one).findings.map(({ code }) => code)),
    );
    const alone = [...new Set(raised)].sort();
    const others = lists.Code.filter((code) => !alone.includes(code)).sort();
    if (alone.length < 30 || others.length < 15) fail(`${alone.length} and ${others.length} codes`);
    for (const [tag, parts] of Object.entries(PARTS)) {
      for (const [part, due] of Object.entries({ claim: alone, rest: others })) {
        const codes = Object.keys(parts[part].findings);
        for (const code of missing(due, codes)) fail(`${tag}/${part}.js: no ${code}`);
        for (const code of missing(codes, due)) fail(`${tag}/${part}.js: ${code} is out of place`);
        for (const { id } of RULESETS) {
          const own = Object.keys(parts[part].rulesetWords[id]?.findings ?? {});
          for (const code of missing(own, due))
            fail(`${tag}/${part}.js ${id}: ${code} is out of place`);
        }
      }
    }
  },
);

survey("no text stands in both files of a language", (fail) => {
  for (const [tag, { claim, rest }] of Object.entries(PARTS)) {
    const others = texts(rest);
    for (const path of texts(claim).keys()) if (others.has(path)) fail(`${tag} ${path}`);
  }
});

survey("every name has a text, and every text a name", (fail) => {
  for (const [tag, catalogue] of Object.entries(CATALOGUES)) {
    if (!tag.startsWith(catalogue.tag)) fail(`${tag}: the tag is ${catalogue.tag}`);
    for (const [path, expected] of Object.entries(NAMES)) {
      const actual = Object.keys(at(catalogue, path) ?? {});
      for (const name of missing(expected, actual)) fail(`${tag} ${path}: no ${name}`);
      for (const name of missing(actual, expected)) fail(`${tag} ${path}: nobody asks for ${name}`);
    }
  }
});

survey("a rule set’s own words stand over common ones, and differ from them", (fail) => {
  for (const [tag, { rulesetWords, ...common }] of Object.entries(LANGUAGES)) {
    for (const [id, own] of Object.entries(rulesetWords)) {
      if (!RULESETS.some((ruleset) => ruleset.id === id)) fail(`${tag}: nobody asks for ${id}`);
      for (const fault of overFaults(common, own)) fail(`${tag} ${id} ${fault}`);
    }
  }
  const spoilt = { a: "same", b: { c: "1" } };
  if (overFaults({ a: "same", b: { d: "2" } }, spoilt).length !== 2) fail("the test is blind");
});

survey("every text is complete under every rule set", (fail) => {
  for (const catalogue of Object.values(LANGUAGES)) {
    for (const ruleset of RULESETS) {
      const where = `${catalogue.tag} ${ruleset.id}`;
      const complain = (path, said) => {
        for (const [below, text] of texts(said))
          if (/[{}]|undefined|\[object/.test(text)) fail(`${where} ${path} ${below}: ${text}`);
      };
      const words = new Words(catalogue, ruleset);
      for (const { code, params } of codes)
        for (const given of everyWay(params)) complain(code, words.finding(code, given));
      for (const step of lists.StepName) complain(step, words.step(step, 7));
      const options = { locale: catalogue.tag, ruleset: ruleset.id };
      const { fields: inForm, labels, ...described } = describe(options);
      complain("fields", inForm);
      complain("described", { ...described, codes: {}, lists: {} });
      for (const answers of EVERY_ANSWER)
        complain("advice", adviseActivity(answers, options).ranking);
    }
  }
});

survey("texts insert only what they are given", (fail) => {
  for (const [tag, catalogue] of Object.entries(CATALOGUES)) {
    for (const [path, text] of texts(catalogue)) {
      const [section, code] = path.split(".");
      const given =
        section === "findings"
          ? Object.keys(paramsOf(code))
          : (Object.entries(INSERTS).find(([start]) => `${path}.`.startsWith(`${start}.`))?.[1] ??
            []);
      for (const name of missing(inserts(text), given))
        fail(`${tag} ${path}: is not given ${name}`);
    }
  }
});

survey("texts with variants choose by a parameter and leave no value out", (fail) => {
  for (const [tag, catalogue] of Object.entries(CATALOGUES)) {
    for (const [code, finding] of Object.entries(catalogue.findings)) {
      for (const [part, text] of Object.entries(finding)) {
        if (typeof text === "string") continue;
        const where = `${tag} ${code}.${part}`;
        const { by, other, ...variants } = text;
        const values = paramsOf(code)[by];
        if (!values) fail(`${where}: chooses by ${by}, which is no parameter`);
        if (Object.keys(variants).length === 0) fail(`${where}: names no variant`);
        if (other === undefined && !values?.length)
          fail(`${where}: ${by} can be anything, but no other`);
        if (other === undefined) {
          for (const value of missing(values ?? [], Object.keys(variants)))
            fail(`${where}: nothing for ${by} ${value}`);
        }
        const known = values?.length ? values : OPEN_VALUES[by];
        for (const value of known ? missing(Object.keys(variants), known) : [])
          fail(`${where}: ${by} is never ${value}`);
      }
    }
  }
});

survey("a field's finding uses the words of its label", (fail) => {
  for (const [tag, catalogue] of Object.entries(CATALOGUES)) {
    for (const [path, text] of texts(catalogue)) {
      const [, code] = /^findings\.([^.]+)\.what/.exec(path) ?? [];
      const { kind, fields } = codeNamed.get(code) ?? {};
      if (kind !== "field" || fields.length === 0) continue;
      const { label } = catalogue.fields[fields[0]];
      if (!text.toLowerCase().includes(label.toLowerCase()))
        fail(`${tag} ${path}: does not say “${label}”`);
    }
  }
});

survey("texts keep the wording rules", (fail) => {
  for (const [tag, catalogue] of Object.entries(CATALOGUES)) {
    for (const [path, text] of [...texts(catalogue), ...texts(LOADING[catalogue.tag])]) {
      const where = `${tag} ${path}`;
      // The name of a status is Microsoft's.
      const [banned] =
        BANNED[catalogue.tag]?.exec(text.replace("Partner action required", "")) ?? [];
      if (banned) fail(`${where}: says “${banned}”`);
      if (text === "" && !path.endsWith(".hint")) fail(`${where}: is empty`);
      if (/[<>]/.test(text)) fail(`${where}: has an angle bracket`);
      if (/["']/.test(text)) fail(`${where}: has a straight quote`);
      if (/^\s|\s$|\s\s|[^\S ]/.test(text))
        fail(`${where}: has a blank too many or of another kind`);
      if (/[{}]/.test(text.replace(/\{\w+\}/g, ""))) fail(`${where}: has a stray brace`);
      if (SENTENCES.some((pattern) => pattern.test(path)) && !/([.?:]”?|^\{ask\})$/.test(text))
        fail(`${where}: does not end like a sentence`);
    }
    for (const verdict of lists.Verdict) {
      if (!catalogue.verdicts[verdict].text.includes("Microsoft"))
        fail(`${tag} verdicts.${verdict}: does not say that Microsoft decides`);
    }
  }
});

survey("texts are short", (fail) => {
  // As they are shown: what inserts a name is as long as the name.
  const shown = (tag) => {
    const [{ id }] = RULESETS;
    return new Map([
      ...texts(CATALOGUES[`${tag} ${id}`]),
      ...texts({ rulesetWords: LANGUAGES[tag].rulesetWords }),
    ]);
  };
  const others = OTHERS.map((tag) => [tag, shown(tag)]);
  for (const [path, text] of shown("en")) {
    const [, part] = /(?:^|\.)findings\.[^.]+\.(what|why|next)/.exec(path) ?? [];
    if (text.length > (LONGEST[part] ?? Number.POSITIVE_INFINITY))
      fail(`en ${path}: ${text.length} characters, at most ${LONGEST[part]}`);
    for (const [tag, other] of others) {
      const length = other.get(path)?.length ?? 0;
      if (length > 2 * text.length + 40)
        fail(`${tag} ${path}: ${length} characters for ${text.length} English ones`);
    }
  }
});

async function partsOf(tag) {
  const load = async (file) => [file, await wordsOf(tag, `${file}.js`)];
  return Object.fromEntries(await Promise.all(FILES.map(load)));
}

/** What is no word over another one, or says the same. */
function overFaults(common, own, path = "") {
  if (common === undefined) return [`${path}: stands over nothing`];
  if (typeof own === "string") return own === common ? [`${path}: is the same as without it`] : [];
  // A text may become one that is chosen by a parameter.
  if (typeof common === "string") return typeof own.by === "string" ? [] : [`${path}: is no text`];
  return Object.keys(own).flatMap((key) => overFaults(common[key], own[key], `${path}.${key}`));
}

/** Every combination of the parameters' values. */
function* everyWay([first, ...rest]) {
  if (!first) {
    yield {};
    return;
  }
  const [name, closed] = first;
  const open = { ...OPEN_VALUES, ...SAMPLES, ...OPTION_VALUES }[name] ?? ["x"];
  for (const value of closed.length ? closed : open)
    for (const others of everyWay(rest)) yield { [name]: value, ...others };
}

function statementsOn(topic) {
  const values = RULESETS.flatMap(({ contradictions }) =>
    contradictions.filter((one) => one.topic === topic).flatMap((one) => one.values),
  );
  return [...new Set(values.map(({ value }) => value))];
}

function list(words) {
  return words.split(/\s+/);
}

function values(options) {
  return options.map(({ value }) => value);
}

function each(path, names, below) {
  return Object.fromEntries(names.map((name) => [`${path}.${name}`, below]));
}

function at(catalogue, path) {
  return path
    .split(".")
    .filter(Boolean)
    .reduce((node, key) => node?.[key], catalogue);
}
