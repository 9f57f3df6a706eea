// The plan of claims in words, and as a file. `words` are those of a language and rule set: see text.js.

import type { Field, Program } from "../generated/lists.js";
import type * as core from "./core-answers.js";
import { REGISTRY } from "./registry.js";
import type { Words } from "./text.js";
import type { ExcludedClaim, Plan, PlannedClaim, PlannedFields } from "./types.js";
import type { Text } from "./words.js";

type Texts = Readonly<Record<string, Text>>;

/** Which claims could be filed, from what the core answers. */
export function plan(answer: core.Plan, words: Words): Plan {
  const { claims, csv } = claimsIn(answer, words);
  return {
    schema: 1,
    ruleset: answer.ruleset,
    locale: words.tag,
    partnerId: {
      id: answer.partnerId,
      text: words.say(words.catalogue.advice.partnerIdOverall[answer.partnerIdNext], {}),
    },
    claims,
    excluded: excludedIn(answer, words),
    csv,
  };
}

/** The claims, and a file of them that `checkBatch` reads: no text is one that a spreadsheet takes for a formula. */
function claimsIn({ offers, outcomes, reasons }: core.Plan, words: Words) {
  const { plan: texts, advice } = words.catalogue;
  const said = reasons.map(({ reason, ...params }) =>
    words.say((advice.activity as Texts)[reason] as Text, params),
  );
  // The same for many claims, so nobody is to change it in one of them.
  const ends = outcomes.map(({ verdict, open, because }) => {
    const texts = because.map((place) => said[place] as string);
    return { verdict, open: Object.freeze(open), because: Object.freeze(texts) };
  });
  const names = REGISTRY.fields.map(({ name }) => name as Field);
  const place = names.indexOf("activity");
  const lines = [names.join(",")];
  const claims: PlannedClaim[] = [];
  for (const { claim, claims: each } of offers) {
    const cells = names.map((name) => cell(claim[name] ?? ""));
    const before = cells.slice(0, place).join(",");
    const after = cells.slice(place + 1).join(",");
    for (const { activity, outcome, renews } of each) {
      const { verdict, open, because } = ends[outcome] as (typeof ends)[number];
      // The core writes answers by their names.
      const planned = { claim: { ...claim, activity } as PlannedFields, verdict, open };
      const renewed = renews?.map(({ id, certain }) =>
        words.say(certain ? texts.renews : texts.mayRenew, { renews: id }),
      );
      if (!renews || !renewed) claims.push({ ...planned, because });
      else {
        const ids = renews.map(({ id }) => id);
        claims.push({ ...planned, because: [...renewed, ...because], renews: ids });
      }
      lines.push(`${before},${activity},${after}`);
    }
  }
  return { claims, csv: [...lines, ""].join("\r\n") };
}

function excludedIn(
  { excluded, exclusions, reconsider }: core.Plan,
  words: Words,
): ExcludedClaim[] {
  const { plan: texts, advice } = words.catalogue;
  const either = new Intl.ListFormat(words.tag, { type: "disjunction" });
  const instead = (programs: readonly Program[]) =>
    words.say(texts.instead, { programs: either.format(programs.map((id) => texts.programs[id])) });
  const textOf = ({ code, params, programs = [] }: core.PlanExclusion): string => {
    const own = (texts.excluded as Texts)[code];
    if (own) return words.say(own, params);
    if (code === "activity-missing" && reconsider) return advice.reconsider[reconsider];
    const { what, next } = words.finding(code, params);
    const counts = programs.length > 0 && !programs.includes("cpor");
    return `${what} ${counts ? instead(programs) : next}`;
  };
  const said = exclusions.map((why) => {
    const { code, programs, source } = why;
    return {
      ...{ code, text: textOf(why) },
      ...(programs && { programs: Object.freeze(programs) }),
      ...(source && { source: Object.freeze({ ...source.page, section: source.section }) }),
    };
  });
  return excluded.map(({ exclusion, ...rest }) => {
    return { ...rest, ...(said[exclusion] as (typeof said)[number]) };
  });
}

/** The first line of a file of claims, as `csv` has it. */
export const csvHead = (): string => `${REGISTRY.fields.map(({ name }) => name).join(",")}\r\n`;

/** The line of a claim in such a file. */
export function csvRow(claim: PlannedFields): string {
  const cells = REGISTRY.fields.map(({ name }) => cell(claim[name as keyof PlannedFields] ?? ""));
  return `${cells.join(",")}\r\n`;
}

const cell = (text: string) => (/[",;|\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
