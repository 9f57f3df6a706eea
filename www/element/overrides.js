// The host's own texts in place of ours.

/** The same texts, with those that the host brings under the same names. */
export function overridden(texts, own) {
  if (typeof texts === "string") return typeof own === "string" ? own : texts;
  // Some texts come later.
  if (typeof own !== "object" || own === null || texts === undefined) return texts;
  const entries = Object.entries(texts).map(([name, text]) => [name, overridden(text, own[name])]);
  return Object.fromEntries(entries);
}

/** The library's description with the host's texts, which are named as in its catalogues. */
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

/** One name of the host's stands for all. */
function renamed({ label, variants }, own) {
  return typeof own === "string" ? { label: own, variants: undefined } : { label, variants };
}

/** The names among the host's texts that none of ours has, as paths: nobody would see those. */
export function unknownNames(own, known, path = []) {
  if (typeof own !== "object" || own === null) return [];
  return Object.entries(own).flatMap(([name, text]) => {
    const under = known.map((texts) => texts?.[name]).filter((texts) => texts !== undefined);
    const place = [...path, name];
    return under.length ? unknownNames(text, under, place) : [place.join(".")];
  });
}

/** A report with the host's texts; `{name}` stands for a parameter of the finding. */
export function retold(report, { findings, timeline }) {
  const told = (text, params) => text.replace(/\{(\w+)\}/g, (_, name) => params[name] ?? "");
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const { what, why, next, params } = finding;
      const texts = overridden({ what, why, next }, findings?.[finding.code]);
      const own = Object.entries(texts).map(([name, text]) => [
        name,
        text === finding[name] ? text : told(text, params),
      ]);
      return { ...finding, ...Object.fromEntries(own) };
    }),
    timeline: report.timeline.map((step) => ({
      ...step,
      ...overridden({ label: step.label, note: step.note }, timeline?.[step.step]),
    })),
  };
}
