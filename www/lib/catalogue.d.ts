import type { Catalogue } from "./preflight.js";

/** A language, as `init` takes it. */
declare const catalogue: Catalogue;
export default catalogue;
