// What the tests of rows use of the page, with an engine that has everything in it.

export { checkFile } from "../../www/batch/checking.js";
export { Rows } from "../../www/batch/rows.js";
export { follow } from "../../www/grid/follow.js";
export { sampleSources } from "../../www/grid/sample.js";
export { engine } from "../../www/lib/shared.js";
