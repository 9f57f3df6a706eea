// The messages of Partner Center's claim form: which check does one speak of? No page lists their words,
// so they are recognized by what they say.

import type { CheckId } from "../generated/lists.js";

/** The longest message; what is longer is a text that mentions one. */
const LONGEST = 600;
const GREETING =
  /^\s*(hi|hello|hey|dear|good (morning|afternoon)|hallo|guten|sehr geehrte|moin)\b/i;
const REFUSED =
  /\b(error|failed|unable|invalid|(is|are|was|were|do|does|did|can?|could|has|have)(n['\u2019]?t| not)\b|cannot|no longer|fehler|ungültig|nicht|kein\w*)\b/i;

/** What a message has to mention, and the checks that it is then about; the first that fits counts. */
const MESSAGES: readonly (readonly [RegExp[], CheckId[]])[] = [
  [
    [
      /\b(tenant|directory|mandant\w*|verzeichnis\w*)\b/i,
      /(domain|domäne)/i,
      /match|überein|pass/i,
    ],
    ["tenant-domain"],
  ],
  [
    [/already (been )?(claimed|associated)|bereits (beansprucht|zugeordnet)/i],
    ["subscription-unclaimed", "competing-claim"],
  ],
  [
    [
      /subscription|abonnement/i,
      /error|fehler|valid|gültig|f(ou|i|u)nd|eligible|berechtigt|provision|bereit|claim|beanspruch|exist|avail|verfügbar/i,
    ],
    [
      ...(["subscription-id", "subscription-on-tenant", "subscription-dynamics"] as const),
      ...(["subscription-not-csp", "subscription-provisioned", "subscription-unclaimed"] as const),
    ],
  ],
  [
    [/\b(mpn|partner)[ -]?id\b/i, /enrol|program|eligible|registriert|berechtigt/i],
    ["partner-id-enrolled"],
  ],
];
const CLAIMED = /already|bereits/i;

/** The checks that a message is about; nothing where the text is none. */
export function checksOfError(text: string): CheckId[] | undefined {
  if (text.length > LONGEST || GREETING.test(text) || /^\s*[[{]/.test(text)) return undefined;
  if (!REFUSED.test(text) && !CLAIMED.test(text)) return undefined;
  return MESSAGES.find(([words]) => words.every((word) => word.test(text)))?.[1].slice();
}
