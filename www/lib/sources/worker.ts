// The library's parts in a worker, whose one file has them but for the wasm: the page knows where that is.

import skus from "../../generated/skus.js";
import { texts } from "../../generated/texts-inline.js";
import * as anything from "../anything.js";
import * as core from "../core.js";
import type { Sources } from "../engine.js";

export const sources: Sources = {
  texts,
  locales: Object.keys(texts),
  core: { script: () => core },
  skus: () => ({ default: skus }),
  anything: () => anything,
};
