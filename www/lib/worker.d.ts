import type * as library from "./preflight.js";

/**
 * Starts the library in a worker of its own, with all languages and the SKU table.
 *
 * @throws {library.PreflightError} when that fails
 */
export function startWorker(options?: WorkerOptions): Promise<Preflight>;

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
 * The library's functions, each answering with a promise. What cannot be sent to a worker rejects;
 * functions among the options are called as the worker reports.
 */
export type Preflight = {
  readonly [Name in Answered]: (
    ...args: Parameters<(typeof library)[Name]>
  ) => Promise<ReturnType<(typeof library)[Name]>>;
} & {
  /** Ends the worker; calls that are still open reject. */
  terminate(): void;
};

type Answered =
  | "adviseActivity"
  | "advisePartnerId"
  | "checkClaim"
  | "classifyIdentifier"
  | "compareEditions"
  | "compareRulesets"
  | "describe"
  | "diagnoseSubscription"
  | "mergeEvidence"
  | "negotiateLocale"
  | "readEvidence"
  | "rulesets"
  | "timeline";
