// Which parts of the claim are open after something was put in.

import { CARDS } from "./cards.js";
import type { Judgement } from "./judgement.js";
import type { Place } from "./kit.js";

/** Opens what blocks, else the first part that lacks something, and folds what is complete. */
export function openWhatIsNext(
  place: Place,
  { findings, missing, blocking }: Pick<Judgement, "findings" | "missing" | "blocking">,
): void {
  const blocked = findings.slice(0, blocking).flatMap(({ fields }) => fields.slice(0, 1));
  const isIn = (fields: readonly string[]) => blocked.some((field) => fields.includes(field));
  place.opened.clear();
  for (const { id, fields } of CARDS) if (isIn(fields)) place.opened.add(id);
  const next = CARDS.find(({ fields }) => fields.some((field) => missing.includes(field)));
  if (next && !place.opened.size) place.opened.add(next.id);
}
