// The few words that are needed before the words of a language are there.
export default {
  en: {
    open: "Open the pre-check",
    loading: "Loading the checks …",
    failed: "The pre-check did not load: the connection is slow, or a file is missing.",
    retry: "Try again",
  },
  de: {
    open: "Vorprüfung öffnen",
    loading: "Die Prüfungen werden geladen …",
    failed: "Die Vorprüfung ist nicht geladen: Die Verbindung ist langsam, oder eine Datei fehlt.",
    retry: "Noch einmal versuchen",
  },
};
