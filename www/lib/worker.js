// The library in a worker, so that the page stays responsive while many exports are read.

import { CORE } from "../generated/hashes.js";
import { PreflightError } from "./error.js";

/** The Trusted Types policy, which a page can create only once, is kept under this name. */
const POLICY = Symbol.for("cpor-preflight.worker");

/**
 * Starts a worker. Resolves to the library's functions, each of which returns a promise.
 *
 * - `worker`: a worker of the host's on this package's `worker-script`; or `url`: the script's address
 * - `core`: its wasm: address, bytes or compiled module; otherwise it lies beside this file
 *
 * @throws {PreflightError} with a `code`
 */
export async function startWorker({ worker, url, core } = {}) {
  const { call, end } = callsTo(worker ?? start(url));
  const beside = new URL("./cpor_core_bg.wasm", import.meta.url);
  try {
    const names = await call("start", [core ?? { url: beside.href, integrity: CORE }]);
    const functions = names.map((name) => [name, (...args) => call(name, args)]);
    return { ...Object.fromEntries(functions), terminate: () => end("it was ended") };
  } catch (error) {
    end(error);
    throw error;
  }
}

function start(url) {
  try {
    return new Worker(url ?? trustedScript(), { type: "module" });
  } catch (error) {
    throw new PreflightError("worker_failed", error);
  }
}

/** The address of the worker's script; the policy lets this one script be a worker and nothing else. */
function trustedScript() {
  const { href } = new URL("./worker-script.mjs", import.meta.url);
  if (typeof trustedTypes === "undefined") return href;
  try {
    globalThis[POLICY] ??= trustedTypes.createPolicy("cpor-preflight", {
      createScriptURL(address) {
        if (address !== href) throw new TypeError("cpor-preflight: not this package's worker");
        return href;
      },
    });
    return globalThis[POLICY].createScriptURL(href);
  } catch {
    // The page allows no policy of this name; whether it needs one, the browser decides.
    return href;
  }
}

/** Calls of functions in a worker. Each has a number that comes back with its answer. */
function callsTo(worker) {
  const open = new Map();
  let ended;
  let count = 0;
  worker.addEventListener("message", ({ data }) => {
    const { resolve, reject, callbacks } = open.get(data.id) ?? {};
    if (!resolve) return;
    if (data.callback) return callbacks[data.callback](...data.args);
    open.delete(data.id);
    if (data.failure) reject(new PreflightError(data.failure.code, data.failure.message));
    else resolve(data.answer);
  });
  worker.addEventListener("error", (event) => end(event.message || "its script did not load"));
  return { call, end };

  function call(name, args) {
    return new Promise((resolve, reject) => {
      if (ended) throw ended;
      const [sent, callbacks] = withoutCallbacks(args);
      count += 1;
      worker.postMessage({ id: count, name, args: sent, callbacks: Object.keys(callbacks) });
      open.set(count, { resolve, reject, callbacks });
    });
  }

  function end(reason) {
    worker.terminate();
    ended ??= new PreflightError("worker_failed", reason);
    for (const { reject } of open.values()) reject(ended);
    open.clear();
  }
}

/** The arguments as they can be sent, and the functions among the options, which cannot. */
function withoutCallbacks(args) {
  const options = args.at(-1);
  if (typeof options !== "object" || options === null) return [args, {}];
  const isFunction = ([, value]) => typeof value === "function";
  const members = Object.entries(options);
  const callbacks = members.filter(isFunction);
  if (!callbacks.length) return [args, {}];
  const others = Object.fromEntries(members.filter((member) => !isFunction(member)));
  return [[...args.slice(0, -1), others], Object.fromEntries(callbacks)];
}
