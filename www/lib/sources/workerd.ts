// The library's parts where wasm can only come compiled, as in Cloudflare's workers: all else is in the script.

import skus from "../../generated/skus.js";
import { texts } from "../../generated/texts-inline.js";
import * as anything from "../anything.js";
import * as core from "../core.js";
import type { Sources } from "../engine.js";
import * as lookUp from "../lookup.js";
import wasm from "./cpor_core_bg.wasm";

export const sources: Sources = {
  texts,
  locales: Object.keys(texts),
  core: { script: () => core, wasm: () => wasm },
  skus: () => ({ default: skus }),
  lookUp: () => lookUp,
  anything: () => anything,
};
