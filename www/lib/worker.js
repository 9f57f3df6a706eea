// The library in a worker: the page stays free while many exports are read.

import { PreflightError } from "./error.js";
import { CORE, READERS } from "./wasm/hashes.js";

/**
 * Starts a worker. Resolves to the library's functions, each answering with a promise.
 *
 * - `worker`: a worker of the host's own, on this package's `worker-script`; or `url`: its address
 * - `core`, `readers`: their wasm: address, bytes or compiled module; else it lies beside this file
 * - `exports`: whether to load the readers; `true` by default
 *
 * @throws {PreflightError} with a `code`
 */
export async function startWorker({ worker, url, core, readers, exports = true } = {}) {
  const remote = worker ?? start(url);
  const sources = {
    core: core ?? [new URL("./wasm/cpor_preflight_bg.wasm", import.meta.url).href, CORE],
    readers: readers ?? [new URL("./wasm/cpor_exports_bg.wasm", import.meta.url).href, READERS],
  };
  const { call, end } = callsOn(remote);
  try {
    const names = await call("start", [sources, { exports }]);
    const functions = names.map((name) => [name, (...args) => call(name, args)]);
    return { ...Object.fromEntries(functions), terminate: () => end("it was ended") };
  } catch (error) {
    end(error);
    throw error;
  }
}

function start(url) {
  try {
    return new Worker(url ?? ownScript(), { type: "module" });
  } catch (error) {
    throw new PreflightError("worker_failed", error);
  }
}

/** Under Trusted Types, a policy of this name lets this one script be a worker, and nothing else. */
function ownScript() {
  const own = new URL("./worker-script.js", import.meta.url).href;
  if (typeof trustedTypes === "undefined") return own;
  try {
    policy ??= trustedTypes.createPolicy("cpor-preflight", { createScriptURL: () => own });
    return policy.createScriptURL("");
  } catch {
    // A policy of that name is not allowed; whether one is needed, the browser says.
    return own;
  }
}

let policy;

/** Questions to a worker, each with a number by which its answer is known. */
function callsOn(worker) {
  const open = new Map();
  let ended;
  let count = 0;
  worker.addEventListener("message", ({ data }) => {
    const { done, fail, hears } = open.get(data.id) ?? {};
    if (!done) return;
    if (data.said) return hears[data.said](...data.args);
    open.delete(data.id);
    if (data.failed) fail(new PreflightError(data.failed.code, data.failed.message));
    else done(data.answer);
  });
  worker.addEventListener("error", (event) => end(event.message || "its script did not load"));
  return { call, end };

  function call(name, args) {
    return new Promise((done, fail) => {
      if (ended) throw ended;
      const [sent, hears] = withoutFunctions(args);
      count += 1;
      worker.postMessage({ id: count, name, args: sent, hears: Object.keys(hears) });
      open.set(count, { done, fail, hears });
    });
  }

  function end(reason) {
    worker.terminate();
    ended ??= new PreflightError("worker_failed", reason);
    for (const { fail } of open.values()) fail(ended);
    open.clear();
  }
}

/** Functions among the options cannot be sent; the worker says when it would call them. */
function withoutFunctions(args) {
  const options = args.at(-1);
  if (typeof options !== "object" || options === null) return [args, {}];
  const isFunction = ([, value]) => typeof value === "function";
  const members = Object.entries(options);
  const hears = members.filter(isFunction);
  if (!hears.length) return [args, {}];
  const rest = Object.fromEntries(members.filter((member) => !isFunction(member)));
  return [[...args.slice(0, -1), rest], Object.fromEntries(hears)];
}
