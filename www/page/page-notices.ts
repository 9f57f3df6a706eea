// What the page says by itself, each time with what can be done about it.

import type { Notice, Words } from "../form/kit.js";
import type { Locale } from "../generated/lists.js";
import { fill } from "../lib/fill.js";
import { monthIn } from "./address.js";
import type { Newer } from "./version.js";

type Choice = NonNullable<Notice["choices"]>[number];

const again = (act: () => void): Choice[] => [[({ retry }) => retry, act]];

/** A part did not come: what was put in stays, and another try is a button away. */
export const missed = (retry: () => void): Notice => ({
  ...{ kind: "missed", isAlert: true, choices: again(retry) },
  text: ({ partFailed }) => partFailed,
});

/** Something could not be read. */
export const unread = (retry: () => void): Notice => ({
  ...{ kind: "unread", choices: again(retry) },
  text: ({ intake }) => intake.failed,
});

/** Files that were too large to be kept. */
export const lost = (names: readonly string[], choose: () => void): Notice => ({
  kind: "lost",
  text: ({ keep }) => fill(keep.lost, { names: names.join(", ") }),
  choices: [[({ first }) => first.choose, choose]],
});

/** The claim of this tab is there again. */
export const back = (startAnew: () => void, toClaim?: () => void): Notice => ({
  ...{ kind: "back", isPassing: true },
  text: ({ keep }) => keep.back,
  choices: [
    ...(toClaim ? [[({ error }: Words) => error.toClaim, toClaim] as const] : []),
    [({ keep }) => keep.anew, startAnew],
  ],
});

/** A link brought a claim, or none that can be read. */
export const linked = (hasClaim: boolean): Notice => ({
  kind: "link",
  text: ({ keep }) => (hasClaim ? keep.linked : keep.linkBroken),
});

/** There is a newer version of the page. */
export const newer = (
  { version, rules }: Newer,
  use: () => void,
  locale: () => Locale,
): Notice => ({
  kind: "newer",
  text: (words) => {
    const months = rules.split(", ").map((id) => monthIn(locale(), `${id}-01`));
    return fill(words.newer, { version, rules: months.join(", ") });
  },
  choices: [[({ useNewer }) => useNewer, use]],
});
