import type { LoadFailure } from "./types.js";

/** Loading failed; `code` says how. */
export class PreflightError extends Error {
  override name = "PreflightError";
  readonly code: LoadFailure;

  constructor(code: LoadFailure, cause?: unknown) {
    super(
      `cpor-preflight could not be loaded (${code}): ${(cause as Error | undefined)?.message ?? cause}`,
      { cause },
    );
    this.code = code;
  }
}
