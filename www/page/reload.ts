// The claim in this tab: a reload, a newer version of the page, and the way to another page and back keep it.

import type { Place } from "../form/kit.js";
import { arrange, arrangement, recordOf, type Saved, savedIn } from "./saved.js";
import { Kept } from "./storage.js";
import type { Trail } from "./trail.js";

const NAME = "claim";

export interface Session {
  saved: Saved;
  /** Puts the form in order as it was. */
  arrange: (place: Place) => void;
  spots: Trail["spots"];
  /** Under which ID the claim is kept in this browser, too. */
  id: string | undefined;
}

interface Parts {
  saved: Saved;
  place: Place;
  spots: Trail["spots"];
  id: string | undefined;
  /** Is there anything to keep? */
  isWorth: boolean;
}

/** Keeps the claim whenever the page is left. `now` says what there is; nothing while that is not known. */
export function keepInTab(now: () => Parts | undefined): void {
  const tab = new Kept("sessionStorage");
  const keep = () => {
    const parts = now();
    if (!parts) return;
    const { saved, place, spots, id, isWorth } = parts;
    if (!isWorth) return tab.remove(NAME);
    const rest = { arrangement: arrangement(place), spots, id };
    if (tab.write(NAME, { ...saved, ...rest })) return;
    // The tab’s storage is full: what was typed matters most.
    const sources = saved.sources.map(({ about, name }) => ({
      about,
      name: name ?? about.name ?? "",
    }));
    tab.write(NAME, { ...saved, sources, ...rest });
  };
  addEventListener("pagehide", keep);
  // Phones may end a page that is not seen without another word.
  document.addEventListener("visibilitychange", () => document.hidden && keep());
}

/** What this tab has kept. */
export function keptInTab(): Session | undefined {
  const kept = recordOf(new Kept("sessionStorage").read(NAME));
  const saved = savedIn(kept);
  if (!saved) return undefined;
  const spots = Object.entries(recordOf(kept.spots)).flatMap(([id, spot]) => {
    const { top, key } = recordOf(spot);
    return typeof top === "number"
      ? [[id, { top, ...(typeof key === "string" && { key }) }] as const]
      : [];
  });
  return {
    saved,
    arrange: (place) => arrange(place, kept.arrangement),
    spots: Object.fromEntries(spots),
    id: typeof kept.id === "string" ? kept.id : undefined,
  };
}
