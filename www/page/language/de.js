// All that is said in German: the library's catalogue, and the page's words beside it.
export { default } from "../../lib/text/de.js";
export { default as words } from "../text/de.js";
