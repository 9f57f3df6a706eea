// The JSON Schemas of the data that the package ships: see data.mjs.

const DRAFT = "https://json-schema.org/draft/2020-12/schema";
const text = { type: "string" };
const day = { type: "string", format: "date" };
const listOf = (items) => ({ type: "array", items });
const oneOf = (values) => ({ enum: values });
const map = (values) => ({ type: "object", additionalProperties: values });

/** Every property is there unless it is named as `optional`, and there are no others. */
const record = (properties, optional = {}) => ({
  type: "object",
  properties: { ...properties, ...optional },
  required: Object.keys(properties),
  additionalProperties: false,
});

const ABOUT = { schema: { const: 1 }, license: text, note: text };

/** Of `rules/<edition>.json`. */
export function rulesSchema({ lists }) {
  const page = record({ title: text, date: day, url: text });
  const source = record({ page, section: text });
  const place = record({ section: text, url: text });
  const named = record({ name: text, options: listOf(text) });
  const severity = oneOf(lists.Severity);
  return {
    $schema: DRAFT,
    title: "The rules of one edition",
    ...record(
      {
        ...ABOUT,
        id: text,
        page,
        from: day,
        links: map(text),
        roles: listOf(oneOf(lists.UserRole)),
        required: listOf(oneOf(lists.Field)),
        subscriptionError: listOf(oneOf(lists.Code)),
        days: map({ type: "integer" }),
        statuses: listOf(oneOf(lists.Status)),
        statusesSource: source,
        contradictions: listOf(
          record({ topic: oneOf(lists.Topic), values: listOf(record({ value: text, source })) }),
        ),
        laterFacts: listOf(record({ fact: text, source })),
        fields: listOf(named),
        checks: listOf(oneOf(lists.CheckId)),
        codes: listOf(
          record(
            {
              code: oneOf(lists.Code),
              kind: oneOf(lists.Kind),
              fields: listOf(oneOf(lists.Field)),
              params: map(listOf(text)),
              severity,
              section: text,
              authority: oneOf(lists.Authority),
            },
            {
              check: oneOf(lists.CheckId),
              except: record({ param: text, value: text, severity }),
              url: text,
              sources: listOf(place),
            },
          ),
        ),
        skuTable: record({ source: text, url: text, date: day, count: { type: "integer" } }),
      },
      {},
    ),
  };
}

/** Of the files of `corpus/<edition>/`. A claim and evidence may be anything: what cannot be read is a finding. */
export function corpusSchema({ lists }) {
  const finding = record({
    code: oneOf(lists.Code),
    severity: oneOf(lists.Severity),
    fields: listOf(oneOf(lists.Field)),
    params: map({ anyOf: [text, listOf(text)] }),
    why: text,
    source: listOf(record({ section: text, url: text })),
  });
  const checks = Object.fromEntries(lists.CheckId.map((id) => [id, oneOf(lists.Outcome)]));
  return {
    $schema: DRAFT,
    title: "Claims, and the answers that they get",
    ...record({
      ...ABOUT,
      cases: listOf(
        record({
          id: text,
          title: text,
          claim: {},
          evidence: {},
          options: { type: "object", properties: { today: day }, required: ["today"] },
          expect: record({
            ruleset: text,
            verdict: oneOf(lists.Verdict),
            checks: record(checks),
            findings: listOf(finding),
          }),
        }),
      ),
    }),
  };
}
