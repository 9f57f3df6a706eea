// What is said of a claim in German, and what else the page says once the form is in use.
export { default } from "../../lib/parts/de-findings.js";
export { default as words } from "../words/de-later.js";
