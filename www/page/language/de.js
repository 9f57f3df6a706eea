// What an empty form says in German: the first part of the library's catalogue, and the page's words beside it.
export { default } from "../../lib/parts/de.js";
export { default as words } from "../words/de.js";
