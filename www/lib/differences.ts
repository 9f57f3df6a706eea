// What changed between two rule sets, from what `describe` says of them.

import type { DescribedCode, DescribedField, Description, RulesetDifference } from "./types.js";

type Row = [id: string, text: string, value: string | number | null];
type Part = RulesetDifference["part"];
type Changes = Description["labels"]["changes"];
type Excepted = DescribedCode & Required<Pick<DescribedCode, "except">>;

/** Every difference as `{ part, id, text, before, after }`; `null` where one of them has nothing. */
export function differencesOf(from: Description, to: Description): RulesetDifference[] {
  const { changes } = to.labels;
  const exceptions = [from, to].flatMap(({ codes }) =>
    codes.filter((code): code is Excepted => Boolean(code.except)),
  );
  const rowsOf = (described: Description): Record<Part, Row[]> => ({
    source: source(described, changes),
    days: days(described, changes),
    role: roles(described),
    field: required(described, changes),
    label: labels(described),
    code: severities(described, exceptions),
    status: statuses(described),
    contradiction: contradictions(described),
  });
  const [before, after] = [rowsOf(from), rowsOf(to)];
  const parts = Object.keys(after) as Part[];
  return parts.flatMap((part) => differences(part, before[part], after[part]));
}

/** Both sides hold `[id, text, value]`. */
function differences(part: Part, before: Row[], after: Row[]): RulesetDifference[] {
  const byId = (rows: Row[]) => new Map(rows.map((row) => [row[0], row]));
  const [old, now] = [byId(before), byId(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [, text] = (now.get(id) ?? old.get(id)) as Row;
    const [was = null, is = null] = [old, now].map((rows) => rows.get(id)?.[2] ?? null);
    return was === is ? [] : [{ part, id, text, before: was, after: is }];
  });
}

const source = ({ ruleset }: Description, { source: names }: Changes): Row[] => [
  ["date", names.date, ruleset.date],
  ["title", names.title, ruleset.source.title],
];

/** A rule set without a day count has a 0. */
const days = ({ ruleset }: Description, { days: names }: Changes): Row[] =>
  Object.entries(names).map(([id, text]) => [
    id,
    text,
    ruleset.days[id as keyof typeof names] || null,
  ]);

const roles = ({ ruleset, fields }: Description): Row[] =>
  field(fields, "userRole")
    .options.filter(({ value }) => (ruleset.roles as string[]).includes(value))
    .map(({ value, label }) => [value, label, label]);

const required = ({ fields }: Description, changes: Changes): Row[] =>
  fields.map(({ name, shortLabel, required: is }) => [
    name,
    shortLabel,
    is ? changes.required : changes.notRequired,
  ]);

/** Of fields and of their options; of an option with a name in each solution area, all of them. */
const labels = ({ fields }: Description): Row[] =>
  fields.flatMap(({ name, shortLabel: label, options }): Row[] => [
    [name, label, label],
    ...options.flatMap(({ value, shortLabel, by, variants }): Row[] =>
      variants && by
        ? Object.entries(variants).map(
            ([key, variant]): Row => [
              `${name}=${value} ${by}=${key}`,
              `${label} (${optionLabel(fields, by, key)})`,
              variant.shortLabel,
            ],
          )
        : [[`${name}=${value}`, label, shortLabel]],
    ),
  ]);

/** A code as such, and with every parameter that has a severity of its own in either rule set. */
function severities(
  { codes, checks, labels: { severities: names } }: Description,
  exceptions: readonly Excepted[],
): Row[] {
  const check = new Map<string | null, string>(checks.map(({ id, label }) => [id, label]));
  return codes.flatMap(({ code, check: id, severity, except }): Row[] => [
    [code, check.get(id) ?? code, names[severity]],
    ...exceptions
      .filter((other) => other.code === code)
      .map(({ except: { param, value, text } }): Row => {
        const applies = except?.param === param && except.value === value;
        return [`${code} ${param}=${value}`, text, names[applies ? except.severity : severity]];
      }),
  ]);
}

const statuses = ({ ruleset }: Description): Row[] =>
  ruleset.statuses.map(({ id, label, meaning }) => [id, label, meaning]);

const contradictions = ({ ruleset }: Description): Row[] =>
  ruleset.contradictions.map(({ topic, text, values }) => [
    topic,
    text,
    [...new Set(values.map((value) => value.text))].join(" ≠ "),
  ]);

const field = (fields: DescribedField[], wanted: string): DescribedField =>
  fields.find(({ name }) => name === wanted) as DescribedField;

const optionLabel = (fields: DescribedField[], name: string, wanted: string): string =>
  field(fields, name).options.find(({ value }) => value === wanted)?.shortLabel ?? "";
