// What a form shows where the check could not be loaded, and with it none of the library's texts.

import type { Locale } from "../generated/lists.js";

interface Note {
  notChecked: string;
  sendIt: string;
  reasons: Record<string, string>;
}

export const NOTES: Record<Locale, Note> = {
  en: {
    notChecked: "This claim was not checked before it is sent.",
    sendIt: "You can send it all the same.",
    reasons: {
      wasm_blocked_by_csp: "The security policy of this page blocks WebAssembly.",
      wasm_fetch_failed: "A file is missing or the connection broke.",
      wasm_integrity: "A file is not the one that belongs to this page.",
      wasm_unsupported: "This browser has no WebAssembly.",
      timed_out: "The check did not arrive in time.",
      internal: "Something went wrong in this page.",
    },
  },
  de: {
    notChecked: "Dieser Claim wurde vor dem Absenden nicht geprüft.",
    sendIt: "Absenden können Sie ihn trotzdem.",
    reasons: {
      wasm_blocked_by_csp: "Die Sicherheitsrichtlinie dieser Seite sperrt WebAssembly.",
      wasm_fetch_failed: "Eine Datei fehlt oder die Verbindung ist abgebrochen.",
      wasm_integrity: "Eine Datei ist nicht die, die zu dieser Seite gehört.",
      wasm_unsupported: "Dieser Browser kann kein WebAssembly.",
      timed_out: "Die Prüfung ist nicht rechtzeitig angekommen.",
      internal: "Auf dieser Seite ist etwas schiefgegangen.",
    },
  },
};

/** The note for a failure, in the language of a tag or else in English. */
export function noteFor(code: string, tag: string | undefined): { locale: Locale; text: string } {
  const locale = Object.hasOwn(NOTES, tag ?? "") ? (tag as Locale) : "en";
  const { notChecked, sendIt, reasons } = NOTES[locale];
  return { locale, text: `${notChecked} ${reasons[code] ?? reasons.internal} ${sendIt}` };
}
