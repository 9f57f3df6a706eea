/** Where the first screen’s doors lead to. */
export const DOORS = {
  steps: "#claim",
  error: "#error",
  plan: "#plan",
  example: "#example",
};
