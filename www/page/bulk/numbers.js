// What the numbers stand for by which a run names codes, fields and verdicts.

import { CODES } from "../../lib/batch.js";
import { REGISTRY } from "../../lib/registry.js";

export { CODES };
export const { Field: FIELDS, Verdict: VERDICTS } = REGISTRY.lists;
