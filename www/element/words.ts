// The few words that an element shows before the words of its language have loaded.
import type { Locale } from "../generated/lists.js";

interface Words {
  open: string;
  loading: string;
  failed: string;
  retry: string;
}

const words: Record<Locale, Words> = {
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
export default words;
