import { PARTS } from "./parts.js";

/** The parts of the page with the form. */
export const APP_PARTS = {
  ...PARTS,
  examples: () => import("./examples.js"),
  rulesets: () => import("./rulesets.js"),
};
