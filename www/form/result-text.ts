// The result as a text, for a colleague or a ticket: what is said and no code, and no ID that the findings do not name.

import { fill } from "../lib/fill.js";
import type { Kit } from "./kit.js";

export function resultText(kit: Kit): string {
  const { store, words, judgement } = kit;
  const { report } = store;
  const used = kit.host.rulesets.find(({ id }) => id === report.ruleset);
  const month = used ? kit.month(used.date) : report.ruleset;
  const findings = judgement.findings.map(({ what, next }, at) => `${at + 1}. ${what}\n   ${next}`);
  const missing = judgement.missing.map((field) => kit.label(field)).join(", ");
  const unseen = judgement.unseen.map(({ id }) => kit.checkLabel(id)).join(", ");
  return [
    [kit.verdict(judgement), report.understood.customerDomain].filter(Boolean).join(": "),
    `${fill(words.verdict.rules, { month })}, ${kit.day(report.today)}`,
    ...findings,
    missing && `${words.claim.toFill}: ${missing}`,
    unseen && `${words.verdict.asks.microsoft}: ${unseen}`,
    words.foot.decides,
  ]
    .filter(Boolean)
    .join("\n\n");
}
