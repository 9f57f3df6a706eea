// What holds for every claim and all evidence, each property by its name: given random choices, it
// tells what is wrong with one case, or nothing. `tests/properties.rs` tries the core alone, with
// damaged evidence and days.
import { ACTIONS } from "./actions.mjs";
import { ADVICE } from "./advice.mjs";
import { CLAIMS } from "./claims.mjs";
import { EVIDENCE } from "./evidence.mjs";
import { FILES } from "./files.mjs";
import { GUIDANCE } from "./guidance.mjs";
import { PLAN } from "./plan.mjs";
import { REENTRANT } from "./reentrant.mjs";
import { UNREADABLE } from "./unreadable.mjs";

export const PROPERTIES = {
  ...CLAIMS,
  ...ACTIONS,
  ...ADVICE,
  ...EVIDENCE,
  ...UNREADABLE,
  ...GUIDANCE,
  ...PLAN,
  ...FILES,
  ...REENTRANT,
};
