// One wasm module: how its bytes arrive, and how it is started and called.

import { PreflightError } from "./error.js";

/** What wasm-bindgen makes for every module, beside the module's own functions. */
export interface Glue {
  default(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  initSync(options: { module: WebAssembly.Module }): { readonly memory: WebAssembly.Memory };
  __wbg_reset_state(): void;
}

type Args<Member> = Member extends (...input: infer Input) => unknown ? Input : never;
type Answer<Member> = Member extends (...input: never[]) => infer Out ? Out : never;

/** Acts on an object of a module's own. */
export type Acting<Made> = <Out>(act: (object: Made) => Out) => Out;

/** A wasm module and the glue that wasm-bindgen made for it. */
export class WasmModule<Script extends Glue> {
  #glue: Script;
  #compiled: WebAssembly.Module;
  #onReset: () => void;
  /** Counts the instances: one answers at a time. */
  #instance = 0;
  /** How many calls are under way: who hears of a reader's progress may call again. */
  #depth = 0;
  #isBroken = false;

  /**
   * @param glue wasm-bindgen's script for the module
   * @param compiled the module
   * @param onReset is called after a fresh instance has taken the place of a broken one
   */
  constructor(glue: Script, compiled: WebAssembly.Module, onReset: () => void) {
    this.#glue = glue;
    this.#compiled = compiled;
    this.#onReset = onReset;
  }

  /** Starts the first instance. */
  async start(): Promise<this> {
    // Older browsers start nothing large on a page's own thread without waiting.
    if (globalThis.document) await this.#glue.default({ module_or_path: this.#compiled });
    // Elsewhere that is allowed; the glue's way to wait would make Node load all that `fetch` needs.
    else this.#glue.initSync({ module: this.#compiled });
    return this;
  }

  get compiled(): WebAssembly.Module {
    return this.#compiled;
  }

  /** The memory of the instance that answers now. */
  get memory(): WebAssembly.Memory {
    return this.#glue.initSync({ module: this.#compiled }).memory;
  }

  /**
   * Calls a function of the module. A module that traps (its memory is used up, say) may have left
   * anything half done, so a fresh instance takes its place before the error goes on.
   *
   * @throws {PreflightError} `internal`: the modules throw nothing of their own
   */
  call<Name extends keyof Script>(name: Name, ...input: Args<Script[Name]>): Answer<Script[Name]> {
    return this.run((glue) => {
      const ask = glue[name] as (...given: unknown[]) => Answer<Script[Name]>;
      return ask(...input);
    });
  }

  /** Like `call`, for what takes more than one function of the glue. */
  run<Out>(act: (glue: Script) => Out): Out {
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
  make<Made>(create: (glue: Script) => Made): Acting<Made> {
    const object = this.run(create);
    const instance = this.#instance;
    return (act) => {
      if (instance !== this.#instance) throw new PreflightError("internal", BROKE_OFF);
      return this.run(() => act(object));
    };
  }

  #insist(isFine: boolean): void {
    if (!isFine) throw new Error(BROKE_OFF);
  }

  #renew(): void {
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
export async function compile(source: unknown): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== "object") {
    throw new PreflightError("wasm_unsupported", "there is no WebAssembly");
  }
  const given = await arrived(typeof source === "function" ? source() : source);
  if (is("WebAssembly.Module", given)) return given as WebAssembly.Module;
  if (!given) throw new PreflightError("internal", "await init() with the wasm first");
  // From bytes, not streaming: that would depend on the server's MIME type.
  return WebAssembly.compile(given as BufferSource).catch(notCompiled);
}

/** Bytes or a compiled module, from whatever names or promises them. */
async function arrived(source: unknown): Promise<unknown> {
  // Node reports a wrong hash by itself, and would need a millisecond to get its clock ready.
  const since = globalThis.self?.performance?.now();
  const given = await Promise.resolve(source).catch((error: unknown) => {
    if (error instanceof WebAssembly.CompileError) notCompiled(error);
    const code = cameButWasRefused(error, since) ? "wasm_integrity" : "wasm_fetch_failed";
    throw new PreflightError(code, error);
  });
  const isAddress = typeof given === "string" || is("URL", given) || is("Request", given);
  const answer = isAddress
    ? await fetch(given as RequestInfo | URL).catch((error) => refused(given as Request, error))
    : given;
  if (!isResponse(answer)) return answer;
  if (!answer.ok) throw notThere(answer.url, `status ${answer.status}`);
  return answer.arrayBuffer().catch(fetchFailed);
}

function notCompiled(error: Error): never {
  const blocked = /security policy|unsafe-eval|csp|code generation disallowed/i.test(error.message);
  throw new PreflightError(blocked ? "wasm_blocked_by_csp" : "internal", error);
}

/** A file with another hash than its request names is refused as if it had not come. */
async function refused(request: Partial<Request> | string | URL, error: unknown): Promise<never> {
  const { url = String(request), integrity } = request as Partial<Request>;
  const answer = integrity ? await fetch(url).catch(() => undefined) : undefined;
  const came = answer?.ok && (await isWasm(answer));
  if (came) throw new PreflightError("wasm_integrity", error);
  throw notThere(url, error);
}

/** Where a file is missing, some servers answer with a page. */
async function isWasm(answer: Response): Promise<boolean> {
  const bytes = await answer.arrayBuffer().catch(() => new ArrayBuffer(0));
  return String.fromCharCode(...new Uint8Array(bytes.slice(0, 4))) === "\0asm";
}

const notThere = (url: string, cause: unknown): PreflightError =>
  new PreflightError("wasm_fetch_failed", new Error(`there is no wasm at ${url}`, { cause }));

/**
 * The same for a request of which only the promise is at hand. Node names the reason; browsers note
 * a request without a status although bytes came, where otherwise it would have been answered by then.
 */
function cameButWasRefused(error: unknown, since: number | undefined): boolean {
  const { cause } = (error ?? {}) as { cause?: { message?: string } };
  if (/integrity/i.test(String(cause?.message))) return true;
  const requests = globalThis.performance?.getEntriesByType?.("resource") ?? [];
  return (requests as PerformanceResourceTiming[]).some(
    ({ initiatorType, responseEnd, responseStatus, encodedBodySize }) =>
      initiatorType === "fetch" &&
      responseEnd >= (since ?? Number.NaN) &&
      responseStatus === 0 &&
      encodedBodySize > 0,
  );
}

/** By its name: an object of another window is of another class. */
const is = (type: string, value: unknown): boolean =>
  Object.prototype.toString.call(value) === `[object ${type}]`;

const isResponse = (value: unknown): value is Response => is("Response", value);

/** @throws {PreflightError} always */
export function fetchFailed(error: unknown): never {
  throw new PreflightError("wasm_fetch_failed", error);
}
