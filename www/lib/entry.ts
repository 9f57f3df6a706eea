// What the schema and the server use of an entry.

import type { Report } from "./types.js";

/** Any entry of this package with the library. */
export interface Entry {
  init(...args: never[]): Promise<void>;
  checkClaim(claim: unknown, evidence?: unknown, options?: object): Report;
}
