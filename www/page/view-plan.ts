export { planView as view } from "../plan/plan.js";
