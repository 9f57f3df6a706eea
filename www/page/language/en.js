// All that is said in English: the library's catalogue, and the page's words beside it.
export { default } from "../../lib/text/en.js";
export { default as words } from "../text/en.js";
