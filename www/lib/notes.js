// What a form shows where the check could not be loaded, and with it none of the library's texts.

export const NOTES = {
  en: {
    notChecked: "This claim hasn’t been checked.",
    sendIt: "You can still send it.",
    reasons: {
      wasm_blocked_by_csp: "The security policy of this page blocks WebAssembly.",
      wasm_fetch_failed: "A file is missing, or the connection was lost.",
      wasm_integrity: "A file doesn’t belong to this version of the page.",
      wasm_unsupported: "This browser doesn’t support WebAssembly.",
      timed_out: "The check didn’t load in time.",
      internal: "Something went wrong on this page.",
    },
  },
  de: {
    notChecked: "Dieser Anspruch wurde nicht geprüft.",
    sendIt: "Sie können ihn trotzdem absenden.",
    reasons: {
      wasm_blocked_by_csp: "Die Sicherheitsrichtlinie dieser Seite sperrt WebAssembly.",
      wasm_fetch_failed: "Eine Datei fehlt, oder die Verbindung ist abgebrochen.",
      wasm_integrity: "Eine Datei gehört nicht zu dieser Version der Seite.",
      wasm_unsupported: "Dieser Browser unterstützt WebAssembly nicht.",
      timed_out: "Die Prüfung wurde nicht rechtzeitig geladen.",
      internal: "Auf dieser Seite ist etwas schiefgegangen.",
    },
  },
};

/** The note for a failure, in the language of a tag or else in English. */
export function noteFor(code, tag) {
  const locale = NOTES[tag] ? tag : "en";
  const { notChecked, sendIt, reasons } = NOTES[locale];
  return { locale, text: `${notChecked} ${reasons[code] ?? reasons.internal} ${sendIt}` };
}
