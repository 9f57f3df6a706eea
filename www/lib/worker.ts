// The library in a worker, so that the page stays responsive while many exports are read.

import { CORE } from "../generated/hashes.js";
import { PreflightError } from "./error.js";
import type * as library from "./library.js";
import { type Names, warnOfOptions } from "./misspelled.js";
import { UNREADABLE } from "./plain.js";
import type { LoadFailure } from "./types.js";
import { heard } from "./warn.js";

export interface WorkerOptions {
  /** A module worker of your own on `cpor-preflight/worker-script`; this one ends with the client. */
  worker?: Worker | undefined;
  /** The address of `cpor-preflight/worker-script`; under Trusted Types as your policy makes it. */
  url?: string | URL | undefined;
  /** The wasm of the core, where it does not lie beside the package. */
  core?: WorkerSource | undefined;
  /** @deprecated Does nothing: the core has the readers of exports. */
  readers?: WorkerSource | undefined;
  /** @deprecated Does nothing: the core has the readers of exports. */
  exports?: boolean | undefined;
}

/** The address of a wasm, its bytes, or compiled. */
export type WorkerSource = string | ArrayBuffer | ArrayBufferView | WebAssembly.Module;

/**
 * The library's functions, each answering with a promise. What cannot be sent to a worker is copied as plain
 * objects and lists, as the proxies of frameworks are, or rejects. Functions among the options are called as the worker
 * reports.
 */
export type Preflight = {
  readonly [Name in Answered]: (
    ...args: Parameters<(typeof library)[Name]>
  ) => Promise<Awaited<ReturnType<(typeof library)[Name]>>>;
} & {
  /** Ends the worker; calls that are still open reject. */
  terminate(): void;
};

type Answered =
  | "adviseActivity"
  | "advisePartnerId"
  | "afterFiling"
  | "checkClaim"
  | "checkRecord"
  | "claimForm"
  | "classifyIdentifier"
  | "compareEditions"
  | "compareRulesets"
  | "customerLetter"
  | "describe"
  | "diagnoseSubscription"
  | "findFields"
  | "mergeEvidence"
  | "negotiateLocale"
  | "readAnything"
  | "proofChecklist"
  | "planClaims"
  | "readEvidence"
  | "readReply"
  | "rulesets"
  | "timeline"
  | "toCalendar"
  | "verifyRecord";

/** What we use of Trusted Types, which TypeScript does not know everywhere. */
interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

interface Policy {
  createScriptURL(address: string): string;
}

type Callbacks = Record<string, (...args: unknown[]) => void>;

const OPTIONS: Names<WorkerOptions> = {
  ...{ worker: null, url: null, core: null, readers: null, exports: null },
};
/** The Trusted Types policy, which a page can create only once, is kept under this name. */
const POLICY = Symbol.for("cpor-preflight.worker");

/**
 * Starts the library in a worker of its own, with all languages and the SKU table.
 *
 * @example
 * const { checkClaim, terminate } = await startWorker();
 * (await checkClaim({})).verdict; // "fix"
 * terminate();
 *
 * @throws {library.PreflightError} when that fails
 */
export async function startWorker(options: WorkerOptions = {}): Promise<Preflight> {
  warnOfOptions("startWorker", OPTIONS, options);
  const { worker, url, core } = options;
  const { call, end } = callsTo(worker ?? start(url));
  const beside = new URL("./cpor_core_bg.wasm", import.meta.url);
  try {
    const names = await call("start", [core ?? { url: beside.href, integrity: CORE }]);
    const functions = (names as string[]).map((name) => [
      name,
      (...args: unknown[]) => call(name, args),
    ]);
    return { ...Object.fromEntries(functions), terminate: () => end("it was ended") };
  } catch (error) {
    end(error);
    throw error;
  }
}

function start(url: string | URL | undefined): Worker {
  try {
    return new Worker(url ?? trustedScript(), { type: "module" });
  } catch (error) {
    throw new PreflightError("worker_failed", error);
  }
}

/** The address of the worker's script; the policy lets this one script be a worker and nothing else. */
function trustedScript(): string {
  const { href } = new URL("./worker-script.mjs", import.meta.url);
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  if (!trustedTypes) return href;
  const kept = globalThis as { [POLICY]?: Policy };
  try {
    kept[POLICY] ??= trustedTypes.createPolicy("cpor-preflight", {
      createScriptURL(address: string) {
        if (address !== href) throw new TypeError("cpor-preflight: not this package's worker");
        return href;
      },
    });
    return kept[POLICY].createScriptURL(href);
  } catch {
    // The page allows no policy of this name; whether it needs one, the browser decides.
    return href;
  }
}

/** Calls of functions in a worker. Each has a number that comes back with its answer. */
interface Calls {
  call(name: string, args: unknown[]): Promise<unknown>;
  end(reason: unknown): void;
}

interface OpenCall {
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
  callbacks: Callbacks;
  /** Rows of the answer’s evidence that have come ahead of it, by their lists. */
  lists: Map<string, unknown[]>;
}

/** What the worker sends. */
interface Message {
  id: number;
  callback?: string;
  args: unknown[];
  list?: string;
  rows?: unknown[];
  failure?: { code: LoadFailure; message: string };
  answer?: unknown;
}

function callsTo(worker: Worker): Calls {
  const open = new Map<number, OpenCall>();
  let ended: PreflightError | undefined;
  let count = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    const called = open.get(data.id);
    if (!called) return;
    const { resolve, reject, callbacks, lists } = called;
    if (data.list && data.rows) {
      take(lists, data.list, data.rows);
      return;
    }
    if (data.callback) {
      const listener = callbacks[data.callback];
      if (listener) heard(data.callback, listener)(...data.args);
      return;
    }
    open.delete(data.id);
    if (data.failure) reject(new PreflightError(data.failure.code, data.failure.message));
    else resolve(withRows(data.answer, lists));
  });
  worker.addEventListener("error", (event) => end(event.message || "its script did not load"));
  return { call, end };

  function call(name: string, args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (ended) throw ended;
      const [sent, callbacks] = withoutCallbacks(args);
      count += 1;
      const message = { id: count, name, args: sent, callbacks: Object.keys(callbacks) };
      try {
        worker.postMessage(message);
      } catch {
        worker.postMessage({ ...message, args: sent.map((value) => plainCopy(value)) });
      }
      open.set(count, { resolve, reject, callbacks, lists: new Map() });
    });
  }

  function end(reason: unknown): void {
    worker.terminate();
    ended ??= new PreflightError("worker_failed", reason);
    for (const { reject } of open.values()) reject(ended);
    open.clear();
  }
}

function take(lists: OpenCall["lists"], name: string, rows: readonly unknown[]): void {
  const list = lists.get(name) ?? [];
  for (const row of rows) list.push(row);
  lists.set(name, list);
}

/** An answer with the rows that came ahead of it. */
function withRows(answer: unknown, lists: OpenCall["lists"]): unknown {
  if (!lists.size) return answer;
  const { evidence } = answer as { evidence: object };
  return { ...(answer as object), evidence: { ...evidence, ...Object.fromEntries(lists) } };
}

/**
 * Objects and lists as plain ones, whatever stands for them; all else stays what it is. Functions and the like, which
 * are no values, are not absent: what is left of them cannot be read as a value either.
 */
function plainCopy(value: unknown, around: readonly unknown[] = []): unknown {
  try {
    if (typeof value === "function" || typeof value === "symbol") return UNREADABLE;
    const isList = Array.isArray(value);
    if (!isList && Object.prototype.toString.call(value) !== "[object Object]") return value;
    if (around.includes(value)) return UNREADABLE;
    const inside = [...around, value];
    if (isList) return Array.from(value, (member) => plainCopy(member, inside));
    const members = value as Record<string, unknown>;
    const copy = (name: string): unknown => {
      try {
        return plainCopy(members[name], inside);
      } catch {
        return UNREADABLE;
      }
    };
    return Object.fromEntries(Object.keys(members).map((name) => [name, copy(name)]));
  } catch {
    return UNREADABLE;
  }
}

/** The arguments as they can be sent, and the functions among the options, which cannot. */
function withoutCallbacks(args: unknown[]): [unknown[], Callbacks] {
  const options = args.at(-1);
  if (typeof options !== "object" || options === null) return [args, {}];
  const isFunction = ([, value]: [string, unknown]) => typeof value === "function";
  const members = Object.entries(options);
  const callbacks = members.filter(isFunction);
  if (!callbacks.length) return [args, {}];
  const others = Object.fromEntries(members.filter((member) => !isFunction(member)));
  return [[...args.slice(0, -1), others], Object.fromEntries(callbacks)];
}
