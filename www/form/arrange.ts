// What is open after something was put in.

import { CARDS } from "./cards.js";
import type { Kit } from "./kit.js";

/** Opens what needs the person, and folds what is complete. */
export function arrange(kit: Kit): void {
  const { place } = kit.host;
  const { findings, missing, blocking } = kit.judgement;
  const blocked = findings.slice(0, blocking).flatMap(({ fields }) => fields.slice(0, 1));
  const isIn = (fields: readonly string[]) => blocked.some((field) => fields.includes(field));
  place.isBoxShown = false;
  place.opened.clear();
  for (const { id, fields } of CARDS) if (isIn(fields)) place.opened.add(id);
  const next = CARDS.find(({ fields }) => fields.some((field) => missing.includes(field)));
  if (next && !place.opened.size) place.opened.add(next.id);
  if (place.step) place.step = [...place.opened][0] ?? place.step;
}
