// What the tests of reading use of the form, with a library that has everything in it.

export { readingApart } from "../../www/form/reading.js";
export { init } from "../../www/lib/library.js";
