// What the tests of the plan use of the page, with an engine that has everything in it.

export { catalogueOf } from "../../www/batch/languages.js";
export { Runs } from "../../www/batch/runs.js";
export { csvRow } from "../../www/lib/plan.js";
export { engine } from "../../www/lib/shared.js";
export { packs } from "../../www/plan/claims.js";
export { Plans } from "../../www/plan/plans.js";
