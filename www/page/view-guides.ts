// A script of its own, which comes when it is first needed.
export { guidesView as view } from "../form/guides.js";
