// The library's parts where nothing can be loaded later: all of them are in the script. Node has them
// from here too, so that whatever bundles for Node needs no files beside its bundle.

import { CORE } from "../../generated/inline.js";
import skus from "../../generated/skus.js";
import { texts } from "../../generated/texts-inline.js";
import * as anything from "../anything.js";
import * as core from "../core.js";
import type { Sources } from "../engine.js";
import * as lookUp from "../lookup.js";

/** By the fastest way there is: a function called for each byte would take longer than all the rest. */
function bytesFrom(base64: string): Uint8Array {
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array };
  if (fromBase64) return fromBase64.call(Uint8Array, base64);
  const { Buffer } = globalThis as { Buffer?: { from(text: string, as: string): Uint8Array } };
  if (Buffer) return Buffer.from(base64, "base64");
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

export const sources: Sources = {
  texts,
  locales: Object.keys(texts),
  core: { script: () => core, wasm: () => bytesFrom(CORE) },
  skus: () => ({ default: skus }),
  lookUp: () => lookUp,
  anything: () => anything,
};
