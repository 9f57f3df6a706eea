// A script of its own, which comes when it is first needed.
export { keptView as view } from "../form/kept.js";
