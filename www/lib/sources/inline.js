// The library's parts where nothing can be loaded later: all of them are in the script. Node has them
// from here too, so that whatever bundles for Node needs no files beside its bundle.

import * as core from "../core.js";
import { CORE } from "../../generated/inline.js";
import skus from "../../generated/skus.js";
import { texts } from "../../generated/texts-inline.js";
import * as lookUp from "../lookup.js";

const bytesFrom = (base64) =>
  Uint8Array.fromBase64?.(base64) ?? Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));

export const sources = {
  texts,
  locales: Object.keys(texts),
  core: { script: () => core, wasm: () => bytesFrom(CORE) },
  skus: () => ({ default: skus }),
  lookUp: () => lookUp,
};
