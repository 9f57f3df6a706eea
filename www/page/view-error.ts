// A script of its own, which comes when it is first needed.
export { errorView as view } from "../form/error.js";
