// Puts the core's codes into one language's words.

/** Rendered findings are kept: the same ones come back with every keystroke. */
const MAX_KEPT = 2000;

export class Words {
  #catalogue;
  #list;
  #date;
  #kept = new Map();

  constructor(catalogue) {
    this.#catalogue = catalogue;
    this.tag = catalogue.tag;
    this.#list = new Intl.ListFormat(catalogue.tag);
    this.#date = new Intl.DateTimeFormat(catalogue.tag, { dateStyle: "long", timeZone: "UTC" });
  }

  finding(code, params) {
    let key = code;
    for (const name in params) key += `|${params[name]}`;
    return this.#keep(key, () => {
      const { what, why, next } = this.#catalogue.findings[code];
      const say = (template) => this.#say(template, params);
      return { what: say(what), why: say(why), next: say(next) };
    });
  }

  step([, step, from, by, days]) {
    const { label, note } = this.#keep(`${step}|${days}`, () => {
      const words = this.#catalogue.timeline[step];
      return { ...words, note: this.#say(words.note, { days }) };
    });
    const entry = { step };
    if (from) entry.from = from;
    if (by) entry.by = by;
    entry.label = label;
    entry.note = note;
    return entry;
  }

  rankedActivity({ because, ...ranked }) {
    const answers = Object.fromEntries(because.map(({ question, answer }) => [question, answer]));
    const params = {
      activity: ranked.activity,
      solutionArea: answers.solutionArea,
      channel: answers.purchaseChannel,
    };
    return { ...ranked, because: this.#reasons(because, "activity", params) };
  }

  rankedPartnerId({ because, ...ranked }) {
    const answers = Object.fromEntries(because.map(({ question, answer }) => [question, answer]));
    const params = { partnerType: answers.partnerType, program: answers.program };
    return {
      ...ranked,
      because: this.#reasons(because, "partnerId", params),
      next: this.#catalogue.advice.partnerIdNext[ranked.next],
    };
  }

  partnerIdNext({ next }) {
    return this.#catalogue.advice.partnerIdOverall[next];
  }

  evidenceProblem(problem) {
    return { ...problem, text: this.#catalogue.evidence.problems[problem.code] };
  }

  ruleset({ title, ...ruleset }) {
    const source = { title, url: ruleset.url };
    return { ...ruleset, source, ...this.#catalogue.rulesets[ruleset.id] };
  }

  /** The core's lists with labels. */
  description({ ruleset, fields, checks, codes, lists, questions }) {
    const words = this.#catalogue;
    const labelled = (options, labels) =>
      options.map((value) => ({ value, label: labels?.[value] ?? value }));
    const typeOf = ({ name, options }) =>
      options.length ? "choice" : name === "submittedOn" ? "date" : "text";
    const partnerIdQuestions = Object.entries(words.questions.partnerId);
    return {
      ruleset: this.ruleset(ruleset),
      locale: this.tag,
      fields: fields.map((field) => ({
        name: field.name,
        type: typeOf(field),
        options: labelled(field.options, words.options[field.name]),
        ...words.fields[field.name],
      })),
      checks: checks.map((id) => ({ id, label: words.checks[id] })),
      codes,
      lists,
      labels: {
        outcomes: words.outcomes,
        severities: words.severities,
        verdicts: words.verdicts,
        exportKinds: words.evidence.kinds,
        exportProblems: words.evidence.problems,
      },
      questions: {
        activity: questions.map(({ name, options }) => ({
          id: name,
          text: words.questions.activity[name].text,
          options: labelled(options, words.questions.activity[name].options),
        })),
        partnerId: partnerIdQuestions.map(([id, { text, options }]) => ({
          id,
          text,
          options: labelled(Object.keys(options), options),
        })),
      },
    };
  }

  #keep(key, make) {
    let words = this.#kept.get(key);
    if (!words) {
      if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
      words = make();
      this.#kept.set(key, words);
    }
    return words;
  }

  #reasons(because, guide, params) {
    return because.map(({ reason, ...rest }) => ({
      ...rest,
      text: this.#say(this.#catalogue.advice[guide][reason], params),
    }));
  }

  /** Fills a template in; a template with variants chooses by one parameter's raw value. */
  #say(template, params) {
    if (typeof template === "object") {
      const value = params[template.by] ?? "";
      return this.#say(template[value] ?? template.other, params);
    }
    return template.replace(/\{(\w+)\}/g, (_, name) => this.#show(name, params[name]));
  }

  #show(name, value) {
    const { kinds, fields, options, checks } = this.#catalogue;
    const lists = {
      kind: kinds,
      activity: options.activity,
      solutionArea: options.solutionArea,
      channel: options.purchaseChannel,
    };
    if (name === "checks") return this.#list.format(value.map((id) => checks[id]));
    if (name === "field") return fields[value]?.label ?? value;
    if (name === "endsOn") return this.#date.format(new Date(`${value}T00:00:00Z`));
    return lists[name]?.[value] ?? String(value ?? "");
  }
}
