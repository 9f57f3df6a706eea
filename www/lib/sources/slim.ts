// The library's parts for a host that brings the wasm, languages and SKU table: there is no address in it.

import * as checkGlue from "../../generated/cpor_check.js";
import { texts } from "../../generated/texts.js";
import type { Sources } from "../engine.js";

export const sources: Sources = {
  texts,
  locales: [],
  check: { glue: checkGlue },
  core: { script: () => import("../core.js") },
  lookUp: () => import("../lookup.js"),
  anything: () => import("../anything.js"),
};
