// Puts the core's codes into the words of one language and one rule set.

import { wordsUnder } from "./words.js";

export class Words {
  #catalogue;
  /** Labels with both names, where one has changed. */
  #both;
  /** Made when it is needed: browsers take milliseconds to make one. */
  #date;
  /** For check.js: what reports say of each rule set, by its place. */
  underRuleset = [];

  /** `days`: the rule set's day counts. */
  constructor(catalogue, { id, days }) {
    this.tag = catalogue.tag;
    const { words, both } = wordsUnder(id, catalogue, days);
    this.#catalogue = words;
    this.#both = both;
  }

  /** The texts themselves, and how one is filled in: for advice.js. */
  get catalogue() {
    return this.#catalogue;
  }
  say(template, params) {
    return this.#say(template, params);
  }

  finding(code, params) {
    const { what, why, next } = this.#catalogue.findings?.[code] ?? NO_TEXTS;
    const say = (template) => this.#say(template, params, this.#both.options);
    return { what: say(what), why: say(why), next: say(next) };
  }

  /** What a step is called, and what to know of it, where it takes so many days. */
  step(step, days) {
    const { label, note } = this.#catalogue.timeline?.[step] ?? NO_TEXTS;
    return { label, note: this.#say(note, { days: days || "" }) };
  }

  evidenceProblem(problem) {
    return { ...problem, text: this.#catalogue.evidence.problems[problem.code] };
  }

  lookUp(name, params) {
    return this.#say(this.#catalogue.lookUp[name], params);
  }

  batchProblem(problem) {
    const names = problem.columns?.map((name) => `“${name}”`);
    const columns = names && new Intl.ListFormat(this.tag).format(names);
    const text = this.#say(this.#catalogue.batch.problems[problem.code], { columns });
    return { ...problem, text };
  }

  /** Without the rest of the texts, with neither statuses nor contradictions. */
  ruleset({ page, ruled, ...ruleset }) {
    const { rulesets, statuses, contradictions } = this.#catalogue;
    const { title, date, url } = page;
    const place = ({ page: on, section }) => ({ ...on, section });
    return {
      ...ruleset,
      ...{ date, url },
      source: { title, url },
      ...rulesets[ruleset.id],
      statuses: statuses && ruleset.statuses.map((id) => ({ id, ...statuses[id] })),
      statusesSource: ruleset.statusesSource && place(ruleset.statusesSource),
      contradictions:
        contradictions &&
        ruleset.contradictions.map(({ topic, values }) => ({
          topic,
          text: contradictions[topic].text,
          values: values.map(({ value, source }) => ({
            value,
            text: contradictions[topic].values[value],
            source: place(source),
          })),
        })),
    };
  }

  /** The registry's lists with labels; without the rest of the texts, what a form and its result need. */
  description({ ruleset, fields, checks, codes, questions, diagnosis, skuTable }) {
    const words = this.#catalogue;
    const described = (asked, said) =>
      asked.map(({ name, options }) => ({
        id: name,
        text: said[name].text,
        options: labelled(options, said[name].options),
      }));
    const named = (options, field) =>
      options.map((value) => this.#option(words.options[field], this.#both.options[field], value));
    const excepted = ({ except, ...code }) => {
      if (!except || !words.findings?.[code.code]) return code;
      const { what } = this.finding(code.code, { [except.param]: except.value });
      return { ...code, except: { ...except, text: what } };
    };
    const typeOf = ({ name, options }) =>
      options.length ? "choice" : name === "submittedOn" ? "date" : "text";
    return {
      ruleset: this.ruleset(ruleset),
      locale: this.tag,
      fields: fields.map((field) => ({
        name: field.name,
        type: typeOf(field),
        required: ruleset.required.includes(field.name),
        options: named(field.options, field.name),
        ...words.fields[field.name],
        shortLabel: words.fields[field.name].label,
        label: this.#both.fields[field.name],
      })),
      checks: checks.map((id) => ({ id, label: words.checks?.[id] })),
      codes: codes.map(excepted),
      skuTable,
      labels: {
        outcomes: words.outcomes,
        severities: words.severities,
        verdicts: words.verdicts,
        exportKinds: words.evidence?.kinds,
        crossRow: words.batch?.codes,
        exportProblems: words.evidence?.problems,
        facts: words.facts,
        causeStatuses: words.diagnosis?.statuses,
        support: words.support,
        terms: words.terms,
        changes: words.changes,
      },
      questions: words.questions && {
        activity: described(questions, words.questions.activity),
        diagnosis: described(diagnosis, words.questions.diagnosis),
        partnerId: Object.entries(words.questions.partnerId).map(([id, { text, options }]) => ({
          id,
          text,
          options: labelled(Object.keys(options), options),
        })),
      },
    };
  }

  /** An option with its names: where these depend on another answer, one for each. */
  #option(own, both, value) {
    const named = (params) => ({
      label: this.#say(both[value], params),
      shortLabel: this.#say(own[value], params),
    });
    const option = { value, ...named({}) };
    if (typeof both[value] !== "object") return option;
    const { by, other, ...variants } = both[value];
    const each = Object.keys(variants).map((key) => [key, named({ [by]: key })]);
    return { ...option, by, variants: Object.fromEntries(each) };
  }

  /**
   * Fills a template in; a template with variants chooses by one parameter's raw value. `options`
   * have the labels to show.
   */
  #say(template, params, options = this.#catalogue.options) {
    if (typeof template === "object") {
      const value = params[template.by] ?? "";
      return this.#say(template[value] ?? template.other, params, options);
    }
    return template.replace(/\{(\w+)\}/g, (_, name) => this.#show(name, params, options));
  }

  /** `Intl.ListFormat` says the same, but to make one takes longer than a whole check. */
  #listed(names) {
    const { two, more, last } = this.#catalogue.list;
    const templateAt = (place) => {
      if (place < names.length - 1) return more;
      return place === 1 ? two : last;
    };
    return names.reduce((name, other, place) => this.#say(templateAt(place), { name, other }));
  }

  #show(name, params, options) {
    const { kinds, facts, fields, checks } = this.#catalogue;
    const value = params[name];
    const lists = {
      kind: kinds,
      activity: options.activity,
      solutionArea: options.solutionArea,
      channel: options.purchaseChannel,
    };
    if (name === "checks") return this.#listed(value.map((id) => checks[id]));
    // A part of the evidence has facts, a claim has fields; a field's name comes from outside.
    if (name === "field" && params.part) return facts[value];
    if (name === "field") return Object.hasOwn(fields, value) ? fields[value].label : value;
    if (DAYS.has(name)) {
      this.#date ??= new Intl.DateTimeFormat(this.tag, { dateStyle: "long", timeZone: "UTC" });
      return this.#date.format(new Date(`${value}T00:00:00Z`));
    }
    const label = lists[name]?.[value] ?? String(value ?? "");
    return typeof label === "object" ? this.#say(label, params) : label;
  }
}

/** For a language of which not all parts have come yet. */
const NO_TEXTS = { what: "", why: "", next: "", label: "", note: "" };

/** Parameters that are days. */
const DAYS = new Set(["endsOn", "visibleBy"]);

const labelled = (options, labels) =>
  options.map((value) => ({ value, label: labels?.[value] ?? value }));
