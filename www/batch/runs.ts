// Where files are checked and claims are planned: in a worker or, where none can be had, in the page, in pieces
// so small that it can be used meanwhile.

import { scriptOf, scriptType } from "#place";
import type { Sums } from "../lib/batch.js";
import type { Engine } from "../lib/engine.js";
import type { Handle } from "../lib/held.js";
import { type Planning, type PlanPart, planned } from "../plan/planning.js";
import type { Order } from "./checker.js";
import { checkFile, type Hearing, type Task } from "./checking.js";
import type { Packed } from "./found.js";

/** Milliseconds that a piece may take in the page. */
const STRETCH = 24;
/** Rows of evidence that go to the worker at a time. */
const SLICE = 200;

interface Idle {
  worker: Worker;
  /** The evidence that it holds. */
  evidence?: Handle | undefined;
}

/** What the worker says: one of these. */
interface Said {
  ready?: true;
  found?: Packed;
  progress?: number;
  csv?: Uint8Array;
  planned?: PlanPart;
  end?: unknown;
  error?: string;
}

export class Runs {
  #engine: Engine;
  /** The worker that waits for a task, or nothing where none can be had. */
  #idle: Promise<Idle | undefined> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /**
   * Checks a file.
   *
   * @throws {DOMException} when the file cannot be read, or `signal` aborts
   */
  check(evidence: Handle | undefined, task: Task, on: Hearing, signal: AbortSignal): Promise<Sums> {
    return this.#inTurn(async () => {
      const idle = await this.#ready(evidence, signal);
      if (idle) return (await this.#ask(idle, { task }, on, signal)) as Sums;
      const pace = { stretch: STRETCH, pause: () => rest(signal) };
      return checkFile(this.#engine, evidence, task, on, pace);
    });
  }

  /** Plans claims; `take` gets what comes, part by part. */
  plan(
    evidence: Handle | undefined,
    planning: Planning,
    take: (part: PlanPart) => void,
    signal: AbortSignal,
  ): Promise<void> {
    return this.#inTurn(async () => {
      const idle = await this.#ready(evidence, signal);
      if (idle) {
        await this.#ask(idle, { plan: planning }, { planned: take }, signal);
        return;
      }
      const { words: _, ...own } = planning;
      for await (const part of planned(this.#engine, evidence, own)) {
        take(part);
        await rest(signal);
      }
    });
  }

  /** One after another: the worker has one evidence. */
  #inTurn<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const next = this.#turn.then(act);
    this.#turn = next.catch(() => {});
    return next;
  }

  /** The worker with this evidence. */
  async #ready(evidence: Handle | undefined, signal: AbortSignal): Promise<Idle | undefined> {
    signal.throwIfAborted();
    this.#idle ??= this.#started();
    const idle = await this.#idle;
    signal.throwIfAborted();
    if (!idle || (idle.evidence && idle.evidence === evidence)) return idle;
    idle.evidence = undefined;
    send(idle, { forget: true });
    for (const slice of evidence?.slices(SLICE) ?? []) {
      send(idle, { slice });
      await rest(signal);
    }
    idle.evidence = evidence;
    return idle;
  }

  #ask(
    { worker }: Idle,
    order: Order,
    on: Hearing & { planned?: (part: PlanPart) => void },
    signal: AbortSignal,
  ): Promise<unknown> {
    return new Promise((done, fail) => {
      const aborted = () => failed(signal.reason);
      const failed = (error: unknown) => {
        signal.removeEventListener("abort", aborted);
        // What it is in the middle of, only its end ends; the next task gets another one.
        worker.terminate();
        this.#idle = undefined;
        fail(error);
      };
      worker.onmessage = ({ data }: MessageEvent<Said>) => {
        const { found, progress, csv, planned: part, end } = data;
        if (found) on.found?.(found);
        else if (progress !== undefined) on.progress?.(progress);
        else if (part) on.planned?.(part);
        else if (csv)
          Promise.resolve(on.csv?.(csv)).then(() => send({ worker }, { written: true }), failed);
        else if (end !== undefined) {
          signal.removeEventListener("abort", aborted);
          done(end);
        } else failed(new Error(data.error));
      };
      worker.onerror = (event) => {
        event.preventDefault();
        failed(new Error("worker failed"));
      };
      signal.addEventListener("abort", aborted);
      send({ worker }, order);
    });
  }

  /** A worker that is ready, or nothing where none can be had. */
  #started(): Promise<Idle | undefined> {
    return new Promise((done) => {
      try {
        const address = trusted(scriptOf(new URL("./checker.mjs", import.meta.url)));
        const worker = new Worker(address, { type: scriptType as WorkerType });
        worker.onmessage = ({ data: { ready } }: MessageEvent<Said>) => {
          if (!ready) return;
          try {
            send({ worker }, { wasm: this.#engine.compiledCore });
            done({ worker });
          } catch {
            // A browser may not hand compiled wasm to a worker.
            worker.terminate();
            done(undefined);
          }
        };
        worker.onerror = (event) => {
          event.preventDefault();
          done(undefined);
        };
      } catch {
        done(undefined);
      }
    });
  }
}

const send = ({ worker }: Idle, order: Order): void => worker.postMessage(order);

/** What we use of Trusted Types, which TypeScript does not know everywhere. */
interface Policy {
  createScriptURL(address: string): string;
}
interface Trusting {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
}

/** The policy, which a page can create only once, is kept under this name. */
const POLICY = Symbol.for("cpor-preflight.scripts");

/** The address of one of our own scripts. */
function trusted(address: string): string {
  const scope = globalThis as Trusting & { [POLICY]?: Policy };
  if (!scope.trustedTypes) return address;
  scope[POLICY] ??= scope.trustedTypes.createPolicy("cpor-preflight", {
    createScriptURL: (own) => own,
  });
  return scope[POLICY].createScriptURL(address);
}

/** Lets the page do what it has to; a timer would wait longer than need be. */
export async function rest(signal?: AbortSignal): Promise<void> {
  await new Promise<void>((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(0);
  });
  signal?.throwIfAborted();
}
