// What runs in the worker. It is one file with all but the wasm in it, so it works wherever it is
// copied to. It listens at once: nothing is loaded before the page says where the wasm is.

import type { PreflightError } from "./library.js";
import {
  adviseActivity,
  advisePartnerId,
  afterFiling,
  checkClaim,
  checkRecord,
  claimForm,
  classifyIdentifier,
  compareEditions,
  compareRulesets,
  customerLetter,
  describe,
  diagnoseSubscription,
  findFields,
  init,
  mergeEvidence,
  negotiateLocale,
  planClaims,
  proofChecklist,
  readAnything,
  readEvidence,
  readReply,
  rulesets,
  timeline,
  toCalendar,
  verifyRecord,
} from "./library.js";
import type { WorkerSource } from "./worker.js";

/** The functions that the page can call; those that load, or return functions, are not among them. */
const ANSWERED = {
  adviseActivity,
  advisePartnerId,
  afterFiling,
  checkClaim,
  checkRecord,
  claimForm,
  classifyIdentifier,
  compareEditions,
  compareRulesets,
  customerLetter,
  describe,
  diagnoseSubscription,
  findFields,
  mergeEvidence,
  negotiateLocale,
  planClaims,
  proofChecklist,
  readAnything,
  readEvidence,
  readReply,
  rulesets,
  timeline,
  toCalendar,
  verifyRecord,
};
const FUNCTIONS: Record<string, (...args: never[]) => unknown> = { ...ANSWERED, start };

/** A call of the page's. */
interface Call {
  id: number;
  name: string;
  args: unknown[];
  callbacks: string[];
}

// Imported elsewhere, this does nothing.
globalThis.addEventListener?.("message", async ({ data }: MessageEvent<Call>) => {
  const { id, name, args, callbacks } = data;
  try {
    const ask = FUNCTIONS[name] as (...args: unknown[]) => unknown;
    const answer = await ask(...withCallbacks(args, callbacks, id));
    postMessage({ id, answer: withoutRows(id, answer) });
  } catch (error) {
    const { code = "internal", message } = error as Partial<PreflightError>;
    postMessage({ id, failure: { code, message } });
  }
});

/** So many rows cross at a time: the page takes a few milliseconds to unpack them. */
const ROWS = 1_000;

/** Sends the long lists of an answer’s evidence ahead, in pieces. What is left is short. */
function withoutRows(id: number, answer: unknown): unknown {
  const { evidence } = (answer ?? {}) as { evidence?: object | null };
  if (typeof evidence !== "object" || evidence === null) return answer;
  const short = Object.entries(evidence).map(([list, rows]) => {
    if (!Array.isArray(rows) || rows.length <= ROWS) return [list, rows];
    for (let at = 0; at < rows.length; at += ROWS)
      postMessage({ id, list, rows: rows.slice(at, at + ROWS) });
    return [list, []];
  });
  return { ...(answer as object), evidence: Object.fromEntries(short) };
}

/** Loads the core, and returns the names of the functions that answer then. */
async function start(core: WorkerSource | Checked): Promise<string[]> {
  const wasm = isChecked(core) ? new Request(core.url, core) : core;
  await init(wasm, {});
  return Object.keys(ANSWERED);
}

/** The wasm that lies beside the page's own script, with its hash. */
interface Checked {
  url: string;
  integrity: string;
}

const isChecked = (core: WorkerSource | Checked): core is Checked =>
  Boolean((core as Partial<Checked>).integrity);

/** The arguments with a function for each one that the page kept: it reports the call to the page. */
function withCallbacks(args: unknown[], callbacks: string[], id: number): unknown[] {
  if (!callbacks.length) return args;
  const reported = (callback: string) => [
    callback,
    (...given: unknown[]) => postMessage({ id, callback, args: given }),
  ];
  return [
    ...args.slice(0, -1),
    { ...(args.at(-1) as object), ...Object.fromEntries(callbacks.map(reported)) },
  ];
}
