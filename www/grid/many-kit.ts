// What the views of many claims share: the kit, their words, and the rows, which outlive a view and its language.

import { Rows } from "../batch/rows.js";
import { Runs } from "../batch/runs.js";
import type { Kit } from "../form/kit.js";
import type { Locale } from "../generated/lists.js";
import { manyTexts } from "../generated/many-texts.js";
import { engine } from "../lib/shared.js";
import { inserted } from "../lib/words.js";
import type words from "../text/en/many.js";

export type ManyWords = typeof words;

/** Loads what these views need, and hands it over, unless the view has ended by then. */
export async function withWords(kit: Kit, build: (words: ManyWords) => void): Promise<void> {
  const { host } = kit;
  const [{ default: plain }] = await Promise.all([
    manyTexts[host.locale as Locale](),
    host.needsCore(),
  ]);
  if (host.signal.aborted) return;
  build(inserted(plain, host.described.labels.terms) as ManyWords);
}

export function runsOf(kit: Kit): Runs {
  const { place } = kit.host;
  place.runs ??= new Runs(engine);
  return place.runs;
}

export function rowsOf(kit: Kit): Rows {
  const { store } = kit;
  const { place } = kit.host;
  place.rows ??= new Rows({
    engine,
    runs: runsOf(kit),
    settings: () => ({
      evidence: store.held as ReturnType<typeof engine.holdEvidence> | undefined,
      ruleset: store.ruleset,
      locale: store.locale,
    }),
  });
  return place.rows;
}

/** Puts into a view what it begins with, or what was put in and the work on it: never two boxes at a time. */
export function oneOf(
  main: HTMLElement,
  isEmpty: boolean,
  empty: HTMLElement,
  work: HTMLElement,
  intake: HTMLElement,
): void {
  const wanted = isEmpty ? empty : work;
  if (main.firstChild !== wanted) main.replaceChildren(wanted);
  if (isEmpty) intake.remove();
  else if (main.previousSibling !== intake) main.before(intake);
}
