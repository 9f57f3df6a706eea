// Where browsers and bundlers have the library's parts from: the wasm lies beside the built script.

import * as checkGlue from "../../generated/cpor_check.js";
import { CHECK, CORE } from "../../generated/hashes.js";
import { texts } from "../../generated/texts.js";
import type { Sources } from "../engine.js";

const checked = (url: URL, integrity: string) => new Request(url, { integrity });

export const sources: Sources = {
  texts,
  locales: Object.keys(texts),
  check: {
    glue: checkGlue,
    wasm: () => checked(new URL("./cpor_check_bg.wasm", import.meta.url), CHECK),
  },
  core: {
    script: () => import("../core.js"),
    wasm: () => checked(new URL("./cpor_core_bg.wasm", import.meta.url), CORE),
  },
  skus: () => import("../../generated/skus.js"),
  lookUp: () => import("../lookup.js"),
  anything: () => import("../anything.js"),
};
