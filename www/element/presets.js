/** Looks to begin with, by the style sheet in presets/ that sets custom properties of the elements, and their names. */
export const PRESETS = {
  inherit: "The page’s own",
  fluent: "Fluent",
  bootstrap: "Bootstrap",
  govuk: "GOV.UK",
};
