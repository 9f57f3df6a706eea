// What an attached form shows: findings at its fields, the others and the verdict in a region.

import type { Field, Locale } from "../generated/lists.js";
import type { AttachOptions } from "./attach-options.js";
import { type Control, isGivenByHost } from "./controls.js";
import { messagesIn } from "./messages.js";
import { regionOf } from "./region.js";
import type { Description, Finding, Report } from "./types.js";

export function attachedView(
  form: HTMLFormElement,
  { fields, place, result, block = "blocks", scope = "form" }: AttachOptions,
) {
  const messages = messagesIn(form, { fields, place, validity: block !== "never" });
  const region = regionOf(form, result);
  let shown: readonly Finding[] = [];
  return {
    /** What is shown now. */
    get findings(): readonly Finding[] {
      return shown;
    },
    show,
    empty,
    note,
    clear,
    isBlocked,
    isOurFault: (control: Control) => messages.isOurFault(control),
    focusFirstFault,
  };

  /** @param verdict where it is asked for */
  function show(
    findings: readonly Finding[],
    verdict: Report["verdict"] | undefined,
    labels: Description["labels"],
    locale: Locale,
  ): void {
    shown = findings;
    const findingsOf = new Map<Field, Finding[]>();
    const others: Finding[] = [];
    for (const finding of shown) {
      const field = fieldToShowAt(finding);
      if (field) findingsOf.set(field, [...(findingsOf.get(field) ?? []), finding]);
      else others.push(finding);
    }
    const labelOf = ({ severity }: Finding) => `${labels.severities[severity]}:`;
    messages.show(findingsOf, labelOf, locale);
    const line = verdict ? labels.verdicts[verdict].title : "";
    const ours = others.filter(isInScope);
    const isNeeded = region.isThere && block !== "never" && ours.some(isBlocking);
    if (region.isRequested) region.show(line, others, labelOf, locale);
    else if (isNeeded) region.show(line, ours, labelOf, locale);
    else region.show("", []);
  }

  /** Shows nothing. */
  function empty(): void {
    shown = [];
    messages.clear();
    region.show("", []);
  }

  /** Says why nothing is checked. */
  function note(text: string, code: string, locale: Locale): void {
    messages.clear();
    region.note(text, code, locale);
  }

  /** Leaves the form as it was. */
  function clear(): void {
    messages.clear();
    region.clear();
  }

  /** What nobody could see must not keep anybody from sending. */
  function isBlocked(): boolean {
    if (block === "never") return false;
    return shown.some(
      (finding) =>
        isBlocking(finding) &&
        isInScope(finding) &&
        (region.isThere || Boolean(fieldToShowAt(finding))),
    );
  }

  function focusFirstFault(): void {
    const named = shown.filter(isBlocking).flatMap((finding) => finding.fields);
    if (!named.find((field) => messages.focus(field))) region.focus();
  }

  /** Can the form do anything about a finding? Not where all its fields are fields of other forms. */
  function isInScope({ fields: named }: Finding): boolean {
    if (scope === "claim" || !named.length) return true;
    return named.some((field) => isGivenByHost(field, fields) || messages.hasPlaceFor(field));
  }

  /** The field to show a finding at, where the input is at fault and not the claim as such. */
  function fieldToShowAt({ kind, fields: named }: Finding): Field | undefined {
    return kind === "field" ? named.find((field) => messages.hasPlaceFor(field)) : undefined;
  }
}

const isBlocking = ({ severity }: Finding): boolean => severity === "blocks";
