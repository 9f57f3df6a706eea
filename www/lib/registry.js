// What the core says of rule sets, fields, checks and codes: what a form and a report take, and what comes
// later. scripts/build.mjs has the core write both down.

import FIRST from "./registry-first.js";

const { rulesets, fields, checks, codes, kinds, about, ...lists } = FIRST;
const named = Object.fromEntries(
  Object.entries(lists).map(([name, all]) => [name, all.split(" ")]),
);
named.Field = fields.map(([name]) => name);

/** A field by each of these digits. */
const fieldsAt = (digits) => [...digits].map((digit) => named.Field[Number.parseInt(digit, 36)]);
const aboutEach = about.split(" ");

export const REGISTRY = {
  rulesets: rulesets.map(({ required, ...ruleset }) => ({
    ...ruleset,
    required: fieldsAt(required),
  })),
  fields: fields.map(([name, ...options]) => ({ name, options })),
  checks: checks.split(" "),
  codes: codes.split(" ").map((code, place) => ({
    code,
    kind: kinds[place] === "f" ? "field" : "outcome",
    fields: fieldsAt(aboutEach[place]),
  })),
  named,
};

/** Adds what comes later: registry-rest.js. */
export function complete({ rulesets: ruled, codes: described, ...more }) {
  Object.assign(REGISTRY, more);
  for (const [place, own] of ruled.entries()) Object.assign(REGISTRY.rulesets[place], own);
  for (const [place, own] of described.entries()) Object.assign(REGISTRY.codes[place], own);
}

/** Has it been added? */
export const isComplete = () => "questions" in REGISTRY;
