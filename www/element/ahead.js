// What an element is going to ask for first, asked for while its runtime is still on its way: one after
// the other they would take as long again.

import { ownCheck } from "../lib/own-check.js";

/** Of each language, the words of form and result, and what the library says without evidence. */
const LANGUAGES = {
  en: {
    words: () => import("../page/text/en.js"),
    first: () => import("../lib/parts/en.js"),
    findings: () => import("../lib/parts/en-findings.js"),
  },
  de: {
    words: () => import("../page/text/de.js"),
    first: () => import("../lib/parts/de.js"),
    findings: () => import("../lib/parts/de-findings.js"),
  },
};

/** These ask the core from the start; the others only once there is evidence. */
const ASK_THE_CORE = ["cpor-activity-guide", "cpor-partner-id-guide"];

export const wordsIn = (locale) => LANGUAGES[locale].words();

/** Does an element need more than the check of a claim without evidence? */
export const wantsCore = (tag, { evidence, mock }) =>
  Boolean(evidence || mock) || ASK_THE_CORE.includes(tag);

/** Asks; what does not come is asked for again, and missed, by who needs it. */
export function askAhead(tag, element, locale) {
  for (const load of Object.values(LANGUAGES[locale])) load().catch(() => {});
  if (!wantsCore(tag, element)) check ??= bytesOf(ownCheck());
}

async function bytesOf(request) {
  const answer = await fetch(request).catch(() => undefined);
  return answer?.ok ? answer.arrayBuffer().catch(() => undefined) : undefined;
}

/** The check’s wasm, or nothing where it did not come; undefined as long as no element has asked. */
let check;

export const checkAhead = () => check;

/** Lets go of it, once the library has it or could not use it; nothing is asked for ahead any more. */
export function letGoOfCheck() {
  check = Promise.resolve();
}
