// What the tests of the plan use of the page, with an engine that has everything in it.

export { Runs } from "../../www/batch/runs.js";
export { csvOf } from "../../www/lib/plan.js";
export { engine } from "../../www/lib/shared.js";
export { Plans } from "../../www/plan/plans.js";
