// The time around filing in words: the claim form, the proof of execution, what follows a status.

import type { Field, Status, TextKind } from "../generated/lists.js";
import type * as core from "./core-answers.js";
import type { RegistryRuleset } from "./registry.js";
import type { Words } from "./text.js";
import type {
  AfterFiling,
  ClaimFormField,
  ClaimFormText,
  Disagreement,
  PasteField,
  PasteText,
  ProofPoint,
  SaidSource,
} from "./types.js";
import type { Text } from "./words.js";

type Understood = core.ClaimForm["understood"];
type Label = { label: string };

/** What texts are made of: the words of a language under a rule set, and that rule set. */
interface Under {
  words: Words;
  ruleset: RegistryRuleset;
}

/** "For the claim form"; `typed` has what the person entered, which counts where it was not understood. */
export function claimForm(answer: core.ClaimForm, typed: unknown, under: Under): ClaimFormText {
  const { words } = under;
  const { filing, fields: inClaim } = words.catalogue;
  const fields = answer.fields.map(
    ({ id, field, asked, topic, source }): ClaimFormField => ({
      id,
      ...(field && { field }),
      label: field
        ? (inClaim as Record<Field, Label>)[field].label
        : (filing.form as Record<string, string>)[id] || id,
      value: field ? shownValue(field, answer.understood, typed, words) : "",
      asked,
      note: asked === "always" ? "" : filing.asked[asked],
      ...contradiction(topic, under),
      source: said(source),
    }),
  );
  const lines = fields.map(({ label, value, note }) => {
    return `${label}: ${value || filing.blank}${note && ` (${note})`}`;
  });
  return { ruleset: answer.ruleset, locale: words.tag, fields, text: lines.join("\n") };
}

/** The checklist for the proof of execution. */
export function proofChecklist(
  { items, understood }: core.ProofChecklist,
  typed: unknown,
  under: Under,
): ProofPoint[] {
  return items.map((item) => point(item, withProduct(understood, typed), under));
}

/** With the product as it was entered, where none of those that are known was understood. */
function withProduct(understood: Understood, typed: unknown): Understood {
  const product = understood.product ?? entered(typed, "product");
  return product && product.length < LONG ? { ...understood, product } : understood;
}

/** What is longer is no name. */
const LONG = 100;

function entered(typed: unknown, field: Field): string | undefined {
  const text = (typed as Partial<Record<string, unknown>> | null)?.[field];
  return typeof text === "string" || typeof text === "number" ? `${text}`.trim() : undefined;
}

/** What follows from a status. */
export function afterFiling(answer: core.AfterFiling, typed: unknown, under: Under): AfterFiling {
  const { words } = under;
  const { filing, checks } = words.catalogue;
  const { ruleset, status = null, on = null, next, mend } = answer;
  const understood = withProduct(answer.understood, typed);
  const deadlines = answer.deadlines.map(({ days, topic, ...deadline }) => {
    const { label, note } = filing.deadlines[deadline.step];
    return { ...deadline, label, note: words.say(note, { days }), ...contradiction(topic, under) };
  });
  const proof = mend?.proof.map((item) => point(item, understood, under)) ?? [];
  return {
    ...{ ruleset, locale: words.tag, status, on, deadlines },
    ...{ next: filing.next[next], nextStep: next },
    mend: mend
      ? {
          reason: mend.reason,
          text: filing.reasons[mend.reason],
          checks: mend.checks.map((id) => ({ id, label: checks[id] })),
          proof,
          source: said(mend.source),
        }
      : null,
    texts: answer.texts.map((kind) => pasteText(kind, { ...answer, understood }, proof, words)),
  };
}

function point(
  { id, from, due, topic, source }: core.ProofEntry,
  { customerTenantId, product }: Understood,
  under: Under,
): ProofPoint {
  const { words } = under;
  const { proof, hearsay } = words.catalogue.filing;
  const { label, text, why } = proof[id] as { label: string; text: Text; why: string };
  const params = { customerTenantId, product, fromDay: from, dueDay: due };
  return {
    ...{ id, label, text: words.say(text, params) },
    why: source.hearsay ? `${why} ${hearsay}` : why,
    ...(from && { from }),
    ...(due && { due }),
    ...contradiction(topic, under),
    source: said(source),
  };
}

const said = ({ page, section, hearsay }: core.Said): SaidSource => ({ ...page, section, hearsay });

function contradiction(
  topic: Disagreement["topic"] | undefined,
  { words, ruleset }: Under,
): { contradiction?: Disagreement } {
  if (!topic) return {};
  const found = words.ruleset(ruleset).contradictions.find((one) => one.topic === topic);
  return found ? { contradiction: found } : {};
}

/** As the form shows it: an answer by its label, else what was read, else what was typed. */
function shownValue(field: Field, understood: Understood, typed: unknown, words: Words): string {
  const read = understood[field];
  const options = (words.catalogue.options as Partial<Record<Field, Record<string, Text>>>)[field];
  if (options) return read ? words.say(options[read] ?? read, { ...understood }) : "";
  return read ?? entered(typed, field) ?? "";
}

function pasteText(
  kind: TextKind,
  answer: core.AfterFiling,
  proof: readonly ProofPoint[],
  words: Words,
): PasteText {
  const { filing, support, statuses } = words.catalogue;
  const { texts, blank, reasons } = filing;
  const { understood, status, on, mend } = answer;
  const reason = mend ? reasons[mend.reason] : blank;
  const shown = proof.map(({ label }) => `\n- ${label}: ${blank}`).join("") || blank;
  const product = understood.product ?? "";
  const onDay = on;
  const fields = (...list: [label: string, value: string | undefined][]): PasteField[] =>
    list.map(([label, value]) => ({ label, value: value || blank }));
  const statusOf = (named: Status) =>
    words.say(on ? texts.status : texts.statusAlone, { status: statuses[named].label, onDay });
  const asked = {
    reply: () =>
      fields(
        [texts.claimId, blank],
        [texts.asked, reason],
        [texts.corrected, shown],
        [texts.products, product],
        [texts.attached, blank],
        [texts.contact, blank],
      ),
    dispute: () =>
      fields(
        [texts.claimId, blank],
        [texts.rejectedOn, words.say("{onDay}", { onDay })],
        [texts.reason, reason],
        [texts.justification, blank],
        [texts.shows, shown],
        [texts.attached, blank],
      ),
    support: () =>
      fields(
        [support.program, "CPOR"],
        [support.partnerId, understood.partnerId],
        [support.claimId, blank],
        [support.tenant, understood.customerTenantId],
        [support.subscription, understood.subscriptionId ?? product],
        [
          support.description,
          [
            status && statusOf(status),
            mend && `${texts.reason}: ${reason}.`,
            `${texts.question}: ${blank}`,
          ]
            .filter(Boolean)
            .join(" "),
        ],
      ),
  }[kind]();
  const text = asked.map(({ label, value }) => `${label}: ${value}`).join("\n");
  return { for: kind, title: texts[kind], fields: asked, text };
}
