// What is said of a claim in English, and what else the page says once the form is in use.
export { default } from "../../lib/parts/en-findings.js";
export { default as words } from "../words/en-later.js";
