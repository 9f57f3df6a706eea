// What a browser writes to its console, as far as a test must know of it.

/** What tests block, and what says how soon something was used, which a busy machine decides. */
const NO_PROBLEM =
  /^Service Worker registration blocked by Playwright$|was preloaded using link preload but not used within a few seconds/;

/** Whether a message is an error or a warning that must not be there. */
export const isProblem = (message) =>
  ["error", "warning"].includes(message.type()) && !NO_PROBLEM.test(message.text());
