/** Loading failed; `code` says how. */
export class PreflightError extends Error {
  name = "PreflightError";

  constructor(code, cause) {
    super(`cpor-preflight could not be loaded (${code}): ${cause?.message ?? cause}`, { cause });
    this.code = code;
  }
}
