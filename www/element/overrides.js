// The host's texts in place of ours. They are named as in our catalogues.

/** The same texts, with those of the host under the same names in their places. */
export function overridden(texts, messages) {
  if (typeof texts === "string") return typeof messages === "string" ? messages : texts;
  // Some texts come later.
  if (typeof messages !== "object" || messages === null || texts === undefined) return texts;
  const entries = Object.entries(texts).map(([name, text]) => [
    name,
    overridden(text, messages[name]),
  ]);
  return Object.fromEntries(entries);
}

/** The library's description in the host's texts. */
export function reworded(described, { fields, options, checks, ...labels }) {
  return {
    ...described,
    labels: overridden(described.labels, { ...labels, exportKinds: labels.evidence?.kinds }),
    checks: described.checks.map(({ id, label }) => ({
      id,
      label: overridden(label, checks?.[id]),
    })),
    fields: described.fields.map((field) => ({
      ...field,
      ...overridden({ label: field.label, hint: field.hint }, fields?.[field.name]),
      shortLabel: overridden(field.shortLabel, fields?.[field.name]?.label),
      options: field.options.map((option) => ({
        ...option,
        ...renamed(option, options?.[field.name]?.[option.value]),
      })),
    })),
  };
}

/** One name of the host's takes the place of all variants. */
function renamed({ label, variants }, message) {
  return typeof message === "string"
    ? { label: message, variants: undefined }
    : { label, variants };
}

/** The names among the host's texts that no catalogue has, as paths: those texts are shown nowhere. */
export function unknownNames(messages, catalogues, path = []) {
  if (typeof messages !== "object" || messages === null) return [];
  return Object.entries(messages).flatMap(([name, text]) => {
    const under = catalogues.map((texts) => texts?.[name]).filter((texts) => texts !== undefined);
    const place = [...path, name];
    return under.length ? unknownNames(text, under, place) : [place.join(".")];
  });
}

/** A report in the host's texts; in these `{name}` stands for a parameter of the finding. */
export function rewordedReport(report, { findings, timeline }) {
  const fill = (text, params) => text.replace(/\{(\w+)\}/g, (_, name) => params[name] ?? "");
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const { what, why, next, params } = finding;
      const texts = overridden({ what, why, next }, findings?.[finding.code]);
      const filled = Object.entries(texts).map(([name, text]) => [
        name,
        text === finding[name] ? text : fill(text, params),
      ]);
      return { ...finding, ...Object.fromEntries(filled) };
    }),
    timeline: report.timeline.map((step) => ({
      ...step,
      ...overridden({ label: step.label, note: step.note }, timeline?.[step.step]),
    })),
  };
}
