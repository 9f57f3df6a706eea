// What the command line says in English beside what the library says. Help and errors are English in every language.

export default {
  claims: { one: "{n} claim: {sums}", other: "{n} claims: {sums}" },
  verdicts: { fix: "{n} to fix", confirm: "{n} to confirm", ready: "{n} ready" },
  verdict: { fix: "to fix", confirm: "to confirm", ready: "ready" },
  row: "row {n}",
  rows: { one: "{n} row", other: "{n} rows" },
  codes: "What the codes mean: {place}",
  more: "… {options} names the others, too",
  rules: "by rule set {rules}",
  columnUnread: "(not read)",
  kinds: {
    claims: "Table of claims",
    text: "Text",
    "partner-center-error": "Message of Partner Center’s claim form",
  },
  unread: "not read: {names}",
  also: "also {values}",
  confidences: { certain: "certain", likely: "likely" },
  open: "open: {checks}",
  excluded: { one: "{n} can’t be claimed:", other: "{n} can’t be claimed:" },
  nothingToAsk: "There is nothing to ask the customer.",
  answers: { yes: "yes", no: "no", none: "not clear" },
  differences: {
    none: "nothing differs",
    one: "{n} difference",
    other: "{n} differences",
  },
};
