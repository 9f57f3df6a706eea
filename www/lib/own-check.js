// The check that belongs to this script, for who asks for it before the library is there.

import { CHECK } from "./wasm/hashes.js";

/**
 * A request for its wasm: of another build than this script, it would answer in a way that nobody
 * understands.
 */
export const ownCheck = () =>
  new Request(new URL("./wasm/cpor_check_bg.wasm", import.meta.url), { integrity: CHECK });
