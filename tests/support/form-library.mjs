// The library as a form's store asks it, with what its host adds.

import * as library from "cpor-preflight";
import { imported } from "../../scripts/bundle.mjs";
import { inRoot } from "../../scripts/tools.mjs";

const { takenIn } = await imported(inRoot("www", "form", "holding.ts"));

/** @param given what to ask instead of the library's own functions */
export function formLibrary(given = {}) {
  const own = { ...library, ...given };
  return { ...own, takeIn: (...asked) => takenIn(own, ...asked) };
}
