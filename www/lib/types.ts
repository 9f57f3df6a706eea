// What callers get and give. The closed lists of names, the claim and the findings come from the core's
// registry (`generated/`), the rows of evidence and what else crosses as it is from its records
// (`core-types.ts`, which has their comments).

export type * from "../generated/lists.js";
export type * from "../generated/records.js";
export type * from "./core-types.js";
export type * from "./types/anything.js";
export type * from "./types/batch.js";
export type * from "./types/description.js";
export type * from "./types/evidence.js";
export type * from "./types/filing.js";
export type * from "./types/guidance.js";
export type * from "./types/input.js";
export type * from "./types/plan.js";
export type * from "./types/report.js";
