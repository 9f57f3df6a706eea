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
  const { plan: texts, advice } = words.catalogue;
  const reasons = answer.reasons.map(({ reason, ...params }) =>
    words.say((advice.activity as Texts)[reason] as Text, params),
  );
  const claims = answer.claims.map(({ claim, verdict, open, because, renews }): PlannedClaim => {
    const said = because.map((place) => reasons[place] as string);
    // The core writes answers by their names.
    const planned = { claim: claim as PlannedFields, verdict, open };
    if (!renews) return { ...planned, because: said };
    return { ...planned, because: [words.say(texts.renews, { renews }), ...said], renews };
  });
  return {
    ruleset: answer.ruleset,
    locale: words.tag,
    partnerId: {
      id: answer.partnerId,
      text: words.say(advice.partnerIdOverall[answer.partnerIdNext], {}),
    },
    claims,
    excluded: excludedIn(answer, words),
    csv: csvOf(claims),
  };
}

function excludedIn({ excluded, reconsider }: core.Plan, words: Words): ExcludedClaim[] {
  const { plan: texts, advice } = words.catalogue;
  const either = new Intl.ListFormat(words.tag, { type: "disjunction" });
  const instead = (programs: readonly Program[]) =>
    words.say(texts.instead, { programs: either.format(programs.map((id) => texts.programs[id])) });
  const textOf = ({ code, params, programs = [] }: core.Excluded): string => {
    const own = (texts.excluded as Texts)[code];
    if (own) return words.say(own, params);
    if (code === "activity-missing" && reconsider) return advice.reconsider[reconsider];
    const { what, next } = words.finding(code, params);
    const counts = programs.length > 0 && !programs.includes("cpor");
    return `${what} ${counts ? instead(programs) : next}`;
  };
  // Of tens of thousands, most say the same.
  const said = new Map<string, string>();
  return excluded.map((one): ExcludedClaim => {
    const key = JSON.stringify([one.code, one.params, one.programs]);
    const text = said.get(key) ?? textOf(one);
    said.set(key, text);
    const { params, source, ...rest } = one;
    if (!source) return { ...rest, text };
    return { ...rest, text, source: { ...source.page, section: source.section } };
  });
}

/** A file that `checkBatch` reads: the core plans no text that a spreadsheet takes for a formula. */
function csvOf(claims: readonly PlannedClaim[]): string {
  const names = REGISTRY.fields.map(({ name }) => name as Field);
  const rows = claims.map(({ claim }) =>
    names.map((name) => cell(claim[name as keyof PlannedFields] ?? "")).join(","),
  );
  return [names.join(","), ...rows, ""].join("\r\n");
}

const cell = (text: string) => (/[",;|\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
