// What runs in the worker. It is built into one file, so that it works wherever it is copied to.

import * as coreGlue from "./core.js";
import { describe } from "./describe.js";
import { entry } from "./entry.js";
import * as library from "./preflight.js";
import skus from "./skus.js";
import de from "./text/de.js";
import en from "./text/en.js";
import * as readersGlue from "./wasm/cpor_exports.js";

/** What loads, waits for the network or gives functions back is no question to a worker. */
const ANSWERED = Object.entries({ ...library, describe }).filter(
  ([name, value]) =>
    typeof value === "function" &&
    !/^(init|load|lookUp|hold|has|open|Preflight)|Batch|batch/.test(name),
);

const questions = { start, ...Object.fromEntries(ANSWERED) };

async function start({ core, readers }, options) {
  const brought = { locales: [en, de], skus };
  const sources = { core: sourceOf(core), readers: sourceOf(readers) };
  const glue = { core: coreGlue, readers: readersGlue };
  await entry({ ...sources, glue, brought }).init(undefined, { ...options, batch: false });
  return ANSWERED.map(([name]) => name);
}

const sourceOf = (given) => (Array.isArray(given) ? () => requestOf(given) : given);
const requestOf = ([url, integrity]) => new Request(url, { integrity });

// Imported elsewhere, it does nothing.
globalThis.addEventListener?.("message", async ({ data: { id, name, args, hears } }) => {
  try {
    const answer = await questions[name](...heard(args, hears, id));
    postMessage({ id, answer });
  } catch ({ code = "internal", message }) {
    postMessage({ id, failed: { code, message } });
  }
});

/** The asker hears of each call of a function that could not be sent along. */
function heard(args, hears, id) {
  if (!hears.length) return args;
  const say =
    (said) =>
    (...args) =>
      postMessage({ id, said, args });
  const functions = Object.fromEntries(hears.map((name) => [name, say(name)]));
  return [...args.slice(0, -1), { ...args.at(-1), ...functions }];
}
