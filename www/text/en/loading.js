// What is shown in English while words and checks load, or where they do not come. Every page and script
// has these few of all languages from the start.

/** In the place of an element. */
export const element = {
  open: "Open the pre-check",
  loading: "Loading the checks …",
  failed: "The pre-check did not load: the connection is slow, or a file is missing.",
  retry: "Try again",
};

/** In a form that could not be checked. */
export const notes = {
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
};

/** On a page whose scripts are late. */
export const page = {
  late: "This page is not complete yet: the connection is slow, or a file did not load.",
  retry: "Try again",
};
