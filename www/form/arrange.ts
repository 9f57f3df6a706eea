// What is open after something was put in.

import type { Kit } from "./kit.js";
import { openWhatIsNext } from "./opening.js";

/** Opens what needs the person, and folds what is complete. */
export function arrange(kit: Kit): void {
  const { place } = kit.host;
  place.isBoxShown = false;
  openWhatIsNext(place, kit.judgement);
  if (place.step) place.step = [...place.opened][0] ?? place.step;
}
