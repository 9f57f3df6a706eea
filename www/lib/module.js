// One wasm module: how its bytes arrive, and how it is started and called.

import { PreflightError } from "./error.js";

/** A wasm module and the glue that wasm-bindgen made for it. */
export class WasmModule {
  #glue;
  #compiled;
  #onReset;

  /**
   * @param glue wasm-bindgen's script for the module
   * @param {WebAssembly.Module} compiled
   * @param onReset is called after a fresh instance has taken the place of a broken one
   */
  constructor(glue, compiled, onReset) {
    this.#glue = glue;
    this.#compiled = compiled;
    this.#onReset = onReset;
  }

  /** Starts the module without holding up the page. */
  async start() {
    await this.#glue.default({ module_or_path: this.#compiled });
    return this;
  }

  get compiled() {
    return this.#compiled;
  }

  /** The memory of the instance that answers now. */
  get memory() {
    return this.#glue.initSync({ module: this.#compiled }).memory;
  }

  /**
   * Calls a function of the module. A module that traps (its memory is used up, say) may have left
   * anything half done, so a fresh instance takes its place before the error goes on.
   *
   * @throws {PreflightError} `internal`: the modules throw nothing of their own
   */
  call(name, ...input) {
    return this.run((glue) => glue[name](...input));
  }

  /** Like `call`, for what takes more than one function of the glue. */
  run(act) {
    try {
      return act(this.#glue);
    } catch (error) {
      this.#glue.__wbg_reset_state();
      this.#onReset();
      throw new PreflightError("internal", error);
    }
  }
}

/**
 * Compiles wasm from any source: URL, Request, Response, bytes, a compiled module, a promise of one
 * of these, or a function that returns one.
 *
 * @throws {PreflightError} with a `code` that says why it did not load
 */
export async function compile(source) {
  if (typeof WebAssembly !== "object") {
    throw new PreflightError("wasm_unsupported", "there is no WebAssembly");
  }
  const given = await arrived(typeof source === "function" ? source() : source);
  if (is("WebAssembly.Module", given)) return given;
  if (!given) throw new PreflightError("internal", "await init() with the wasm first");
  // From bytes, not streaming: that would depend on the server's MIME type.
  return WebAssembly.compile(given).catch(notCompiled);
}

/** Bytes or a compiled module, from whatever names or promises them. */
async function arrived(source) {
  // Node reports a wrong hash by itself, and would need a millisecond to get its clock ready.
  const since = globalThis.self?.performance?.now();
  const given = await Promise.resolve(source).catch((error) => {
    if (error instanceof WebAssembly.CompileError) notCompiled(error);
    const code = cameButWasRefused(error, since) ? "wasm_integrity" : "wasm_fetch_failed";
    throw new PreflightError(code, error);
  });
  const isAddress = typeof given === "string" || is("URL", given) || is("Request", given);
  const answer = isAddress ? await fetch(given).catch((error) => refused(given, error)) : given;
  if (!is("Response", answer)) return answer;
  if (!answer.ok) throw new PreflightError("wasm_fetch_failed", `status ${answer.status}`);
  return answer.arrayBuffer().catch(fetchFailed);
}

function notCompiled(error) {
  const blocked = /security policy|unsafe-eval|csp/i.test(error.message);
  throw new PreflightError(blocked ? "wasm_blocked_by_csp" : "internal", error);
}

/** A file with another hash than its request names is refused as if it had not come. */
async function refused({ url, integrity }, error) {
  const came = integrity && (await fetch(url).catch(() => undefined))?.ok;
  throw new PreflightError(came ? "wasm_integrity" : "wasm_fetch_failed", error);
}

/**
 * The same for a request of which only the promise is at hand. Node names the reason; browsers note
 * a request without a status although bytes came, where otherwise it would have been answered by then.
 */
function cameButWasRefused(error, since) {
  if (/integrity/i.test(error?.cause?.message)) return true;
  const requests = globalThis.performance?.getEntriesByType?.("resource") ?? [];
  return requests.some(
    ({ initiatorType, responseEnd, responseStatus, encodedBodySize }) =>
      initiatorType === "fetch" &&
      responseEnd >= since &&
      responseStatus === 0 &&
      encodedBodySize > 0,
  );
}

/** By its name: an object of another window is of another class. */
const is = (type, value) => Object.prototype.toString.call(value) === `[object ${type}]`;

/** @throws {PreflightError} always */
export function fetchFailed(error) {
  throw new PreflightError("wasm_fetch_failed", error);
}
