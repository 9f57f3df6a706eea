// What the numbers stand for by which a run names codes, fields and verdicts.

import { CODES } from "../../lib/batch.ts";
import { REGISTRY } from "../../lib/registry.ts";

export { CODES };
export const { Field: FIELDS, Verdict: VERDICTS } = REGISTRY.lists;
