// What tests in browsers have in common: the library's words by language, a claim, samples.

import { readFile } from "node:fs/promises";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { LOCALES } = await imported(inRoot("www", "generated", "names.ts"));
const { wordsUnder } = await imported(inRoot("www", "lib", "words.ts"));

/** What the library says, by language. */
const LANGUAGES = await Promise.all(
  LOCALES.map(async (tag) => {
    const said = await imported(inRoot("www", "generated", `text-${tag}.ts`));
    return [tag, said.default];
  }),
);

/** What the library says under a rule set, with the labels as the form shows them. */
export function textsUnder(ruleset) {
  const texts = (catalogue) => {
    const { words, both } = wordsUnder(ruleset, catalogue);
    const fields = Object.entries(words.fields).map(([name, field]) => [
      name,
      { ...field, shortLabel: field.label, label: both.fields[name] },
    ]);
    const { usage, ...activity } = both.options.activity;
    return {
      ...words,
      fields: Object.fromEntries(fields),
      names: words.options,
      options: { ...both.options, activity: { ...activity, usage: usage.other } },
    };
  };
  return Object.fromEntries(LANGUAGES.map(([tag, said]) => [tag, texts(said)]));
}

/** Under the rule set in force today, which the pages go by where none is chosen. */
export const TEXTS = textsUnder("2023-10");
export const TENANT = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
export const sampleFile = (name) => inRoot("tests", "samples", name);
export const sample = (name) => readFile(sampleFile(name), "utf8");

/** The day on which the samples say what they say: some of them end. */
export const TODAY = "2026-11-22";

/** A Microsoft 365 claim that nothing speaks against, once the evidence is there. */
export const READY = {
  userRole: "incentives-admin",
  customerTenantId: TENANT,
  customerDomain: "contoso.onmicrosoft.com",
  solutionArea: "microsoft-365",
  activity: "usage",
  product: "Teams",
  partnerId: "5357564",
  competingPartner: "no",
  proofOfExecution: "ready",
};

/** Waits until a question has the wished answer; the last answer otherwise. */
export async function eventually(ask, wished, seconds = 15) {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (wished(answer) || Date.now() > until) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
}
