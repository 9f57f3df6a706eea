// What changed between two rule sets, from what `describe` says of them.

/** Every difference as `{ part, id, text, before, after }`; `null` where one of them has nothing. */
export function differencesOf(from, to) {
  const { changes } = to.labels;
  const exceptions = [from, to].flatMap(({ codes }) => codes.filter(({ except }) => except));
  const [before, after] = [from, to].map((described) => ({
    source: source(described, changes),
    days: days(described, changes),
    role: roles(described),
    field: required(described, changes),
    label: labels(described),
    code: severities(described, exceptions),
    status: statuses(described),
    contradiction: contradictions(described),
  }));
  return Object.keys(after).flatMap((part) => differences(part, before[part], after[part]));
}

/** Both sides hold `[id, text, value]`. */
function differences(part, before, after) {
  const [old, now] = [before, after].map((rows) => new Map(rows.map((row) => [row[0], row])));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [, text] = now.get(id) ?? old.get(id);
    const [was, is] = [old, now].map((rows) => rows.get(id)?.[2] ?? null);
    return was === is ? [] : [{ part, id, text, before: was, after: is }];
  });
}

const source = ({ ruleset }, { source: names }) => [
  ["date", names.date, ruleset.date],
  ["title", names.title, ruleset.source.title],
];

/** A rule set without a day count has a 0. */
const days = ({ ruleset }, { days: names }) =>
  Object.entries(names).map(([id, text]) => [id, text, ruleset.days[id] || null]);

const roles = ({ ruleset, fields }) =>
  field(fields, "userRole")
    .options.filter(({ value }) => ruleset.roles.includes(value))
    .map(({ value, label }) => [value, label, label]);

const required = ({ fields }, changes) =>
  fields.map(({ name, shortLabel, required: is }) => [
    name,
    shortLabel,
    is ? changes.required : changes.notRequired,
  ]);

/** Of fields and of their options; of an option with a name in each solution area, all of them. */
const labels = ({ fields }) =>
  fields.flatMap(({ name, shortLabel: label, options }) => [
    [name, label, label],
    ...options.flatMap(({ value, shortLabel, by, variants }) =>
      variants
        ? Object.entries(variants).map(([key, variant]) => [
            `${name}=${value} ${by}=${key}`,
            `${label} (${optionLabel(fields, by, key)})`,
            variant.shortLabel,
          ])
        : [[`${name}=${value}`, label, shortLabel]],
    ),
  ]);

/** A code as such, and with every parameter that has a severity of its own in either rule set. */
function severities({ codes, checks, labels: { severities: names } }, exceptions) {
  const check = new Map(checks.map(({ id, label }) => [id, label]));
  return codes.flatMap(({ code, check: id, severity, except }) => [
    [code, check.get(id) ?? code, names[severity]],
    ...exceptions
      .filter((other) => other.code === code)
      .map(({ except: { param, value, text } }) => {
        const applies = except?.param === param && except.value === value;
        return [`${code} ${param}=${value}`, text, names[applies ? except.severity : severity]];
      }),
  ]);
}

const statuses = ({ ruleset }) =>
  ruleset.statuses.map(({ id, label, meaning }) => [id, label, meaning]);

const contradictions = ({ ruleset }) =>
  ruleset.contradictions.map(({ topic, text, values }) => [
    topic,
    text,
    [...new Set(values.map((value) => value.text))].join(" ≠ "),
  ]);

const field = (fields, wanted) => fields.find(({ name }) => name === wanted);

const optionLabel = (fields, name, wanted) =>
  field(fields, name).options.find(({ value }) => value === wanted).shortLabel;
