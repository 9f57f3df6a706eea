// What an empty form says in English: the first part of the library's catalogue, and the page's words beside it.
export { default } from "../../lib/parts/en.js";
export { default as words } from "../words/en.js";
