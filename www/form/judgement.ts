// What a report comes to for the person in front of it: what to do first, in one word and a number, and what
// is only still to be filled in.

import type { CheckId, Field } from "../generated/lists.js";
import type { CheckResult, DescribedCode, Finding, Report } from "../lib/types.js";
import { CARDS, checkOf } from "./cards.js";
import type { Texts } from "./store.js";

/** `empty`: there is no claim yet. The others are the page's four verdicts, and `missing` before them. */
export type State = "empty" | "missing" | "fix" | "settle" | "microsoft" | "ready";

export interface Judgement {
  state: State;
  /** How many things to fix, points to settle, points that Microsoft sees, or fields to fill in. */
  count: number;
  /** Fields that apply and are empty, or being typed into. */
  missing: Field[];
  /** What blocks, then what is to be settled. */
  findings: Finding[];
  /** All of it, also what another finding's mend takes care of. */
  told: Finding[];
  /** How many of the findings block. */
  blocking: number;
  /** What is worth knowing, and needs nothing. */
  notes: Finding[];
  /** What only Microsoft can see. */
  unseen: CheckResult[];
  /** What rests on the person's word. */
  stated: CheckResult[];
  /** The checks that apply; what fails for nothing but an empty field is open. */
  checks: CheckResult[];
  /** How many of them have an answer. */
  answered: number;
}

const FIELDS = CARDS.flatMap(({ fields }) => fields);

interface Circumstances {
  claim: Texts;
  /** The fields that apply, in the order of the cards. */
  fields: readonly Field[];
  isAsked: boolean;
  /** Is a field's text whole? */
  isLeft: (field: Field) => boolean;
  codes: readonly Pick<DescribedCode, "code" | "check">[];
}

export function judge(report: Report, around: Circumstances): Judgement {
  const { claim, fields, isAsked, isLeft, codes } = around;
  const isWhole = (field: Field) => Boolean(claim[field]) && isLeft(field);
  const isTyped = (field: Field) => Boolean(claim[field]) && !isLeft(field);
  const isEmpty = (id: CheckId) => FIELDS.some((one) => checkOf(one) === id && !claim[one]);
  // What is being typed says nothing yet.
  const early = report.findings.filter(({ fields: about }) => about.some(isTyped));
  const waiting = new Set([
    ...FIELDS.filter(isTyped).map(checkOf),
    ...early.flatMap((finding) => checksOf(finding, codes)),
  ]);
  const checks = report.checks
    .filter(({ outcome }) => outcome !== "not-applicable")
    .map(
      (check): CheckResult =>
        waiting.has(check.id) || (check.outcome === "fail" && isEmpty(check.id))
          ? open(check)
          : check,
    );
  const outcomes = new Map(checks.map((check) => [check.id, check]));
  const missing = fields.filter((field) => {
    const check = checkOf(field);
    const outcome = check && outcomes.get(check)?.outcome;
    return !isWhole(field) && outcome === "unknown";
  });
  /** Is it to be done by the person, the customer or somebody else who is not Microsoft? */
  const isOpen = (id: CheckId) => {
    const check = outcomes.get(id);
    if (check?.outcome === "unknown") return check.asks !== "microsoft";
    return check?.outcome === "fail";
  };
  const named = new Set<Field>();
  const told = report.findings.filter((finding) => {
    const {
      kind,
      fields: [first],
    } = finding;
    if (early.includes(finding)) return false;
    const isAboutEmpty = first !== undefined && !claim[first];
    if (isAboutEmpty && (!fields.includes(first) || (kind === "field" && !isAsked))) return false;
    if (!first || !missing.includes(first)) return true;
    // What follows from an empty field is not told beside it.
    if (!isAsked || named.has(first)) return false;
    named.add(first);
    return true;
  });
  const blocks = told.filter(({ severity }) => severity === "blocks").filter(isFirstOfItsMend);
  const settles = told.filter(
    (finding) =>
      finding.severity !== "blocks" && checksOf(finding, codes).some((check) => isOpen(check)),
  );
  const findings = [...blocks, ...settles];
  const unseen = checks.filter(
    ({ outcome, asks }) => outcome === "unknown" && asks === "microsoft",
  );
  const [state, count] = verdict();
  return {
    ...{ state, count, missing, findings, unseen, checks },
    blocking: blocks.length,
    told,
    notes: told.filter((one) => !findings.includes(one) && one.severity !== "blocks"),
    stated: checks.filter(({ basis, outcome }) => basis === "stated" && outcome === "pass"),
    answered: checks.filter(({ outcome }) => outcome !== "unknown").length,
  };

  function verdict(): [State, number] {
    if (!Object.keys(claim).length && !isAsked) return ["empty", 0];
    if (blocks.length) return ["fix", blocks.length];
    const open = missing.filter((field) => !isAsked || isTyped(field));
    if (open.length) return ["missing", open.length];
    if (settles.length) return ["settle", settles.length];
    if (report.verdict === "ready") return ["ready", 0];
    const rest = checks.filter(({ id }) => isOpen(id)).length;
    return rest ? ["settle", rest] : ["microsoft", unseen.length];
  }
}

/** A check without an answer. */
const open = ({ id, asks = "you" }: CheckResult): CheckResult => ({ id, outcome: "unknown", asks });

/** What one step mends, such as two IDs that are swapped, is one thing. */
function isFirstOfItsMend(finding: Finding, at: number, all: readonly Finding[]): boolean {
  const key = mendOf(finding);
  return key === undefined || all.findIndex((one) => mendOf(one) === key) === at;
}

function mendOf({ actions }: Finding): string | undefined {
  const [first] = actions;
  const changes = Object.entries(first?.changes ?? {});
  // Where several mends are equally right, another finding may have another one.
  return changes.length > 1 || (first?.primary && changes.length)
    ? JSON.stringify(changes.sort())
    : undefined;
}

/** The checks that a finding is about. */
export function checksOf(
  finding: Finding,
  codes: readonly Pick<DescribedCode, "code" | "check">[],
): CheckId[] {
  const { checks } = finding.params as { checks?: CheckId[] };
  const check = codes.find(({ code }) => code === finding.code)?.check;
  return checks ?? (check ? [check] : []);
}
