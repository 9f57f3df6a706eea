// What is shown in German while words and checks load, or where they do not come. Every page and script
// has these few of all languages from the start.

/** In the place of an element. */
export const element = {
  open: "Vorprüfung öffnen",
  loading: "Die Prüfungen werden geladen …",
  failed: "Die Vorprüfung ist nicht geladen: Die Verbindung ist langsam, oder eine Datei fehlt.",
  retry: "Noch einmal versuchen",
};

/** In a form that could not be checked. */
export const notes = {
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
};

/** On a page whose scripts are late. */
export const page = {
  late: "Diese Seite ist noch nicht vollständig: Die Verbindung ist langsam, oder eine Datei ist nicht geladen.",
  retry: "Noch einmal versuchen",
};
