// What runs in the worker. It is one file with all but the wasm in it, so it works wherever it is
// copied to. It listens at once: nothing is loaded before the page says where the wasm is.

import {
  adviseActivity,
  advisePartnerId,
  checkClaim,
  classifyIdentifier,
  compareEditions,
  compareRulesets,
  describe,
  diagnoseSubscription,
  init,
  mergeEvidence,
  negotiateLocale,
  readEvidence,
  rulesets,
  timeline,
} from "./library.js";

/** The functions that the page can call; those that load, or return functions, are not among them. */
const ANSWERED = {
  ...{
    adviseActivity,
    advisePartnerId,
    checkClaim,
    classifyIdentifier,
    compareEditions,
    compareRulesets,
    describe,
  },
  ...{ diagnoseSubscription, mergeEvidence, negotiateLocale, readEvidence, rulesets, timeline },
};
const FUNCTIONS = { ...ANSWERED, start };

// Imported elsewhere, this does nothing.
globalThis.addEventListener?.("message", async ({ data: { id, name, args, callbacks } }) => {
  try {
    const answer = await FUNCTIONS[name](...withCallbacks(args, callbacks, id));
    postMessage({ id, answer });
  } catch ({ code = "internal", message }) {
    postMessage({ id, failure: { code, message } });
  }
});

/** Loads the core, and returns the names of the functions that answer then. */
async function start(core) {
  const wasm = core.integrity ? new Request(core.url, core) : core;
  await init(wasm, {});
  return Object.keys(ANSWERED);
}

/** The arguments with a function for each one that the page kept: it reports the call to the page. */
function withCallbacks(args, callbacks, id) {
  if (!callbacks.length) return args;
  const reported = (callback) => [
    callback,
    (...given) => postMessage({ id, callback, args: given }),
  ];
  return [...args.slice(0, -1), { ...args.at(-1), ...Object.fromEntries(callbacks.map(reported)) }];
}
