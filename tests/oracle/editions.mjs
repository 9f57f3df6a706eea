// What the two editions of the rules say differently, and which one counts on a day (spec part 6).
// 2020-06: the source document, and the manage page of 2020-09-11 for its clocks (domain.md 6).
// 2023-10: domain.md 1.5, 1.6 and 1.7.

export const EDITIONS = {
  "2020-06": {
    severities: {},
    days: { start: 5, review: 5, answer: 5, dispute: 30, provisioningLag: 0 },
    needsDomain: true,
  },
  "2023-10": {
    severities: { "domain-missing": "informs", "subscription-not-active": "warns" },
    days: { start: 5, review: 14, answer: 14, dispute: 30, provisioningLag: 7 },
    needsDomain: false,
  },
};

const LATEST = "2023-10";
const LATEST_FROM = "2023-10-10";

/** The edition by its ID, else the one in force on the claim's day. */
export function editionFor(ruleset, day) {
  if (ruleset === "latest") return LATEST;
  if (Object.hasOwn(EDITIONS, ruleset ?? "")) return ruleset;
  return day >= LATEST_FROM ? LATEST : "2020-06";
}
