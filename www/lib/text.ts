// Puts the core's codes into the words of one language and one rule set.

import type { BatchProblem, CheckId, Code, Field, Locale, StepName } from "../generated/lists.js";
import type { FieldFacts, Source } from "./core-answers.js";
import { dayFormat, listFormat } from "./formats.js";
import type { UnderRuleset } from "./languages.js";
import type { Registry, RegistryRuleset, RuledCode } from "./registry.js";
import type {
  Action,
  BatchProblemText,
  DescribedCode,
  DescribedQuestion,
  Description,
  FindingText,
  LabelledOption,
  NamedOption,
  PageSource,
  Problem,
  Ruleset,
} from "./types.js";

import { type AllWords, type Both, type Text, wordsUnder } from "./words.js";

/** The values that texts insert. */
export type Params = Readonly<Record<string, unknown>>;

/** What `description` needs. */
export type Described = Pick<
  Registry,
  "fields" | "checks" | "questions" | "diagnosis" | "skuTable"
> & { ruleset: RegistryRuleset; codes: RuledCode[] };

type Labels = Readonly<Record<string, Text>>;

/** The text that the parameters choose. */
function chosen(text: Text, params: Params): string {
  if (typeof text === "string") return text;
  const value = String(params[text.by] ?? "");
  // A value can be called as anything.
  return chosen(
    (value !== "by" && Object.hasOwn(text, value) ? text[value] : text.other) as Text,
    params,
  );
}

/** A GUID by its beginning: it is there as a whole in the change itself. */
const shortened = (value: string): string =>
  /^[\da-f]{8}-[\da-f-]{27}$/.test(value) ? `${value.slice(0, 8)}…` : value;

export class Words {
  readonly tag: Locale;
  #catalogue: AllWords;
  /** Labels with both names, where one has changed. */
  #both: Both;
  /** For check.js: what reports say of each rule set, by its place. */
  underRuleset: UnderRuleset[] = [];

  /** `days`: the rule set's day counts. */
  constructor(catalogue: AllWords, { id, days }: Pick<RegistryRuleset, "id" | "days">) {
    this.tag = catalogue.tag as Locale;
    const { words, both } = wordsUnder(id, catalogue, days);
    this.#catalogue = words;
    this.#both = both;
  }

  /** The texts themselves, and how one is filled in: for advice.js. */
  get catalogue(): AllWords {
    return this.#catalogue;
  }
  say(template: Text, params: Params): string {
    return this.#say(template, params);
  }

  finding(code: Code, params: Params): FindingText {
    const findings = this.#catalogue.findings as Partial<Record<Code, Texts>>;
    const { what, why, next } = findings[code] ?? NO_TEXTS;
    const say = (template: Text) => this.#say(template, params);
    return { what: say(what), why: say(why), next: say(next) };
  }

  /** What a button says that carries an action out. Made with each key, so without what texts can be else. */
  action({ id, field, changes = {}, opens }: Omit<Action, "label">, params: Params): string {
    const { actions, fields, options } = this.#catalogue;
    const [[name, typed] = ["", ""]] = Object.entries(changes);
    const labels = (options as Record<string, Labels>)[name] ?? {};
    const own = Object.hasOwn(labels, typed) ? labels[typed] : undefined;
    const value = own ? chosen(own, params) : shortened(typed);
    return chosen((actions as Record<string, Text>)[id] as Text, { ...params, value, opens })
      .replace("{field}", () => (field ? fields[field].label : ""))
      .replace("{value}", () => value);
  }

  /** What a step is called, and what to know of it, where it takes so many days. */
  step(step: StepName, days: number): { label: string; note: string } {
    const { label, note } = this.#catalogue.timeline[step];
    return { label, note: this.#say(note, { days: days || "" }) };
  }

  evidenceProblem<Told extends Omit<Problem, "text">>(problem: Told): Told & Problem {
    const { columns, name } = problem;
    const text = this.#catalogue.evidence.problems[problem.code];
    return { ...problem, text: this.#say(text, { columns: columns?.map(quoted), name }) };
  }

  lookUp(name: string, params: Params = {}): string {
    return this.#say((this.#catalogue.lookUp as Labels)[name] as Text, params);
  }

  batchProblem(problem: Omit<BatchProblemText, "text">): BatchProblemText {
    const problems = this.#catalogue.batch.problems as Record<BatchProblem, Text>;
    const { columns, name } = problem;
    return {
      ...problem,
      text: this.#say(problems[problem.code], { columns: columns?.map(quoted), name }),
    };
  }

  /** Without the rest of the texts, with neither statuses nor contradictions. */
  ruleset({ page, ruled, ...ruleset }: RegistryRuleset): Ruleset {
    const { rulesets, statuses } = this.#catalogue;
    const laterFacts = this.#catalogue.laterFacts as Record<string, string> | undefined;
    const contradictions = this.#catalogue.contradictions as
      | Record<string, Contradicted>
      | undefined;
    const { title, date, url } = page;
    const place = ({ page: on, section }: Source): PageSource => ({ ...on, section });
    return {
      ...ruleset,
      ...{ date, url },
      source: { title, url },
      ...(rulesets as Record<string, Pick<Ruleset, "title" | "changes">>)[ruleset.id],
      statuses: statuses && ruleset.statuses.map((id) => ({ id, ...statuses[id] })),
      laterFacts:
        laterFacts &&
        ruleset.laterFacts.map(({ fact, source: seen }) => ({
          ...{ fact, text: laterFacts[fact], source: place(seen) },
        })),
      statusesSource: ruleset.statusesSource && place(ruleset.statusesSource),
      contradictions:
        contradictions &&
        ruleset.contradictions.map(({ topic, values }) => {
          const { text, values: texts } = contradictions[topic] as Contradicted;
          return {
            ...{ topic, text },
            values: values.map(({ value, source }) => {
              return { value, text: texts[value], source: place(source) };
            }),
          };
        }),
    } as Ruleset;
  }

  /** The registry's lists with labels; without the rest of the texts, what a form and its result need. */
  description(described: Described): Omit<Description, "lists"> {
    const { ruleset, fields, checks, codes, questions, diagnosis, skuTable } = described;
    const words = this.#catalogue;
    const asked = <Id extends string>(asks: FieldFacts[], texts: object): DescribedQuestion<Id>[] =>
      asks.map(({ name, options }) => {
        const { text, options: labels } = (texts as Record<string, Asked>)[name] as Asked;
        return { id: name as Id, text, options: labelled(options, labels) };
      });
    const own = words.options as Record<string, Labels>;
    const named = ({ options, name }: FieldFacts) =>
      options.map((value) => this.#option(own[name] ?? {}, this.#both.options[name] ?? {}, value));
    const findings = words.findings as Partial<Record<Code, Texts>>;
    const excepted = ({ except, ...code }: RuledCode) => {
      if (!except || !findings[code.code]) return code;
      const { what } = this.finding(code.code, { [except.param]: except.value });
      return { ...code, except: { ...except, text: what } };
    };
    const typeOf = ({ name, options }: FieldFacts) =>
      options.length ? "choice" : name === "submittedOn" ? "date" : "text";
    return {
      ruleset: this.ruleset(ruleset),
      locale: this.tag,
      fields: fields.map((field) => ({
        name: field.name,
        type: typeOf(field),
        required: (ruleset.required as string[]).includes(field.name),
        options: named(field),
        ...(words.fields as Record<string, object>)[field.name],
        shortLabel: (words.fields as Record<string, { label: string }>)[field.name]?.label,
        label: this.#both.fields[field.name],
      })),
      checks: checks.map((id) => ({ id, label: words.checks[id] })),
      codes: codes.map(excepted) as DescribedCode[],
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
        notChecked: words.notChecked,
        support: words.support,
        terms: words.terms,
        changes: words.changes,
      },
      questions: words.questions && {
        activity: asked(questions, words.questions.activity),
        diagnosis: asked(diagnosis, words.questions.diagnosis),
        partnerId: Object.entries(words.questions.partnerId).map(([id, { text, options }]) => ({
          id,
          text,
          options: labelled(Object.keys(options), options),
        })),
      },
    } as Omit<Description, "lists">;
  }

  /** An option with its names: where these depend on another answer, one for each. */
  #option(own: Labels, both: Labels, value: string): NamedOption {
    const [name, label] = [own[value], both[value]] as [Text, Text];
    const named = (params: Params) => ({
      label: this.#say(label, params),
      shortLabel: this.#say(name, params),
    });
    const option = { value, ...named({}) };
    if (typeof label !== "object") return option;
    const { by, other, ...variants } = label;
    const each = Object.keys(variants).map((key) => [key, named({ [by]: key })]);
    return {
      ...option,
      by: by as NonNullable<NamedOption["by"]>,
      variants: Object.fromEntries(each),
    };
  }

  /**
   * Fills a template in; a template with variants chooses by one parameter's raw value. `options`
   * have the labels to show.
   */
  #say(
    template: Text,
    params: Params,
    options: Readonly<Record<string, Labels>> = this.#catalogue.options,
  ): string {
    if (typeof template === "object") {
      const value = String(params[template.by] ?? "");
      return this.#say((template[value] ?? template.other) as Text, params, options);
    }
    return template.replace(/\{(\w+)\}/g, (_, name: string) => this.#show(name, params, options));
  }

  #show(name: string, params: Params, options: Readonly<Record<string, Labels>>): string {
    const { facts, fields, checks, ask } = this.#catalogue;
    const value = params[name];
    const key = String(value ?? "");
    // Each is a sentence of its own.
    if (name === "ask") {
      return [value]
        .flat()
        .map((id) => (ask as Record<string, string>)[String(id)] ?? "")
        .join(" ");
    }
    if (Array.isArray(value)) {
      return listFormat(this.tag).format(
        name === "checks" ? value.map((id: CheckId) => checks[id]) : value,
      );
    }
    // A part of the evidence has facts, a claim has fields; a field's name comes from outside.
    if (name === "field" && params.part) return (facts as Record<string, string>)[key] ?? key;
    if (name === "field") {
      return Object.hasOwn(fields, key) ? fields[key as keyof typeof fields].label : key;
    }
    if (DAYS.has(name) || name.endsWith("Day")) {
      return dayFormat(this.tag).format(new Date(`${value}T00:00:00Z`));
    }
    const label = this.#label(name, key, options) ?? key;
    return typeof label === "object" ? this.#say(label, params) : label;
  }

  /** What a value of a parameter is called, where it is from a list. */
  #label(name: string, value: string, options: Readonly<Record<string, Labels>>): Text | undefined {
    if (name === "kind") return (this.#catalogue.kinds as Labels)[value];
    for (const list of LISTS[name] ?? []) {
      const label = options[list]?.[value];
      if (label !== undefined) return label;
    }
    return undefined;
  }
}

const quoted = (name: string) => `“${name}”`;

/** For a language of which not all parts have come yet. */
const NO_TEXTS = { what: "", why: "", next: "" };

/** The fields whose answers a parameter is one of. */
const LISTS: Readonly<Record<string, readonly Field[] | undefined>> = {
  activity: ["activity"],
  solutionArea: ["solutionArea"],
  channel: ["purchaseChannel"],
  belongs: ["solutionArea"],
  typed: ["competingPartner", "purchaseChannel"],
};

/** Parameters that are days, beside those whose names end so. */
const DAYS = new Set(["endsOn", "startsOn", "visibleBy"]);

interface Texts {
  what: Text;
  why: Text;
  next: Text;
}

interface Asked {
  text: string;
  options?: Readonly<Record<string, string>>;
}

interface Contradicted {
  text: string;
  values: Record<string, string>;
}

const labelled = (
  options: readonly string[],
  labels: Readonly<Record<string, string>> | undefined,
): LabelledOption[] => options.map((value) => ({ value, label: labels?.[value] ?? value }));
