// What a module does goes through here: one that breaks off in the middle (its memory is used up, say)
// may have left anything half done, so that a fresh one takes its place before the next call.

import { PreflightError } from "./error.js";

/**
 * Starts a compiled module by its script; resolves to what the module exports. Only a page's own thread
 * must not be kept waiting. The script's way for that looks for what can be fetched, and Node takes
 * longer to get that ready than the module takes to start.
 *
 * @param glue the module's script: `initSync`, and `default`, which does not wait
 */
export async function started(glue, compiled) {
  const hasPage = typeof document === "object";
  return hasPage ? glue.default({ module_or_path: compiled }) : glue.initSync({ module: compiled });
}

/**
 * The functions, with a fresh instance after one has thrown: the core throws nothing of its own.
 *
 * @param glue `initSync` of the module's script
 * @param compiled the module
 * @param renewed hears of the new instance's memory
 * @throws {PreflightError} `internal`, each of them, where it breaks off
 */
export function renewing(functions, { initSync }, compiled, renewed) {
  const safe = ([name, run]) => [
    name,
    (...input) => {
      try {
        return run(...input);
      } catch (error) {
        renewed(initSync({ module: compiled }).memory);
        throw new PreflightError("internal", error);
      }
    },
  ];
  return Object.fromEntries(Object.entries(functions).map(safe));
}
