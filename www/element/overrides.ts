// The host's texts in place of ours. They are named as in our catalogues.

import type { Description, NamedOption, Report } from "../lib/types.js";
import type { Messages } from "./types.js";

type Message = string | Messages | undefined;

/** A text, or messages by their names. */
const within = (messages: Message, name: string): Message =>
  typeof messages === "object" ? messages[name] : undefined;

/** The same texts, with those of the host under the same names in their places. */
export function overridden<Texts>(texts: Texts, messages: unknown): Texts;
export function overridden(texts: unknown, messages: unknown): unknown {
  if (typeof texts === "string") return typeof messages === "string" ? messages : texts;
  // Some texts come later.
  if (typeof messages !== "object" || messages === null || texts === undefined) return texts;
  const entries = Object.entries(texts as object).map(([name, text]) => [
    name,
    overridden(text, (messages as Messages)[name]),
  ]);
  return Object.fromEntries(entries);
}

/** The library's description in the host's texts. */
export function reworded(described: Description, messages: Messages): Description {
  const { fields, options, checks, ...labels } = messages;
  return {
    ...described,
    labels: overridden(described.labels, {
      ...labels,
      exportKinds: within(labels.evidence, "kinds"),
    }),
    checks: described.checks.map(({ id, label }) => ({
      id,
      label: overridden(label, within(checks, id)),
    })),
    fields: described.fields.map((field) => ({
      ...field,
      ...overridden({ label: field.label, hint: field.hint }, within(fields, field.name)),
      shortLabel: overridden(field.shortLabel, within(within(fields, field.name), "label")),
      options: field.options.map((option) => ({
        ...option,
        ...renamed(option, within(within(options, field.name), option.value)),
      })),
    })) as Description["fields"],
  };
}

/** One name of the host's takes the place of all variants. */
function renamed({ label, variants }: NamedOption, message: Message): object {
  return typeof message === "string"
    ? { label: message, variants: undefined }
    : { label, variants };
}

/** The names among the host's texts that no catalogue has, as paths: those texts are shown nowhere. */
export function unknownNames(
  messages: unknown,
  catalogues: readonly unknown[],
  path: readonly string[] = [],
): string[] {
  if (typeof messages !== "object" || messages === null) return [];
  return Object.entries(messages).flatMap(([name, text]) => {
    const under = catalogues
      .map((texts) => (texts as Record<string, unknown> | null)?.[name])
      .filter((texts) => texts !== undefined);
    const place = [...path, name];
    return under.length ? unknownNames(text, under, place) : [place.join(".")];
  });
}

/** A report in the host's texts; in these `{name}` stands for a parameter of the finding. */
export function rewordedReport(report: Report, { findings, timeline }: Messages): Report {
  const fill = (text: string, params: object) =>
    text.replace(
      /\{(\w+)\}/g,
      (_, name: string) => `${new Map(Object.entries(params)).get(name) ?? ""}`,
    );
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const { what, why, next, params } = finding;
      const texts = overridden({ what, why, next }, within(findings, finding.code));
      const filled = Object.entries(texts).map(([name, text]) => [
        name,
        text === finding[name as "what"] ? text : fill(text, params),
      ]);
      return { ...finding, ...Object.fromEntries(filled) } as typeof finding;
    }),
    timeline: report.timeline.map((step) => ({
      ...step,
      ...overridden({ label: step.label, note: step.note }, within(timeline, step.step)),
    })),
  };
}
