// Was die Befehlszeile auf Deutsch sagt, neben dem, was die Bibliothek sagt. Hilfe und Fehler bleiben englisch.

export default {
  claims: { one: "{n} Anspruch: {sums}", other: "{n} Ansprüche: {sums}" },
  verdicts: { fix: "{n} zu beheben", confirm: "{n} zu klären", ready: "{n} bereit" },
  verdict: { fix: "zu beheben", confirm: "zu klären", ready: "bereit" },
  row: "Zeile {n}",
  rows: { one: "{n} Zeile", other: "{n} Zeilen" },
  codes: "Was die Codes bedeuten: {place}",
  more: "… {options} nennt auch die übrigen",
  rules: "nach Regelwerk {rules}",
  columnUnread: "(nicht gelesen)",
  kinds: {
    claims: "Tabelle mit Ansprüchen",
    text: "Text",
    "partner-center-error": "Meldung des Formulars im Partner Center",
  },
  unread: "nicht gelesen: {names}",
  also: "auch {values}",
  confidences: { certain: "sicher", likely: "wahrscheinlich" },
  open: "offen: {checks}",
  excluded: {
    one: "{n} lässt sich nicht beanspruchen:",
    other: "{n} lassen sich nicht beanspruchen:",
  },
  nothingToAsk: "Beim Kunden ist nichts zu erfragen.",
  answers: { yes: "ja", no: "nein", none: "unklar" },
  differences: {
    none: "keine Abweichung",
    one: "{n} Abweichung",
    other: "{n} Abweichungen",
  },
};
