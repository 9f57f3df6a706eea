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
};

/** On a page whose scripts are late. */
export const page = {
  late: "This page is not complete yet: the connection is slow, or a file did not load.",
  retry: "Try again",
};
