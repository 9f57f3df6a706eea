// One wasm module: how its bytes arrive, and how it is started and called.

import { PreflightError } from "./error.js";

/** A wasm module and the glue that wasm-bindgen made for it. */
export class WasmModule {
  #glue;
  #compiled;
  #onReset;
  /** Counts the instances: one answers at a time. */
  #instance = 0;
  /** How many calls are under way: who hears of a reader's progress may call again. */
  #depth = 0;
  #isBroken = false;

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

  /** Starts the first instance. */
  async start() {
    // Older browsers start nothing large on a page's own thread without waiting.
    if (globalThis.document) await this.#glue.default({ module_or_path: this.#compiled });
    // Elsewhere that is allowed; the glue's way to wait would make Node load all that `fetch` needs.
    else this.#glue.initSync({ module: this.#compiled });
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
    this.#depth += 1;
    try {
      this.#insist(!this.#isBroken);
      const answer = act(this.#glue);
      this.#insist(!this.#isBroken);
      return answer;
    } catch (error) {
      this.#isBroken = true;
      throw new PreflightError("internal", error);
    } finally {
      this.#depth -= 1;
      // A call that goes on must not meet another instance than it began with.
      if (this.#isBroken && this.#depth === 0) this.#renew();
    }
  }

  /** Makes an object of the module's own; returns a function that acts on it, like `run`. */
  make(create) {
    const object = this.run(create);
    const instance = this.#instance;
    return (act) => {
      if (instance !== this.#instance) throw new PreflightError("internal", BROKE_OFF);
      return this.run(() => act(object));
    };
  }

  #insist(isFine) {
    if (!isFine) throw new Error(BROKE_OFF);
  }

  #renew() {
    try {
      this.#glue.__wbg_reset_state();
    } catch {
      // There is no memory for another instance yet: the next call fails, too, and tries again.
      return;
    }
    this.#isBroken = false;
    this.#instance += 1;
    this.#onReset();
  }
}

const BROKE_OFF = "an earlier call broke off";

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
