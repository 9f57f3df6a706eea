// What a module does goes through here: one that breaks off in the middle (its memory is used up, say)
// may have left anything half done, so that a fresh one takes its place before the next call.

import { PreflightError } from "./error.js";

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
