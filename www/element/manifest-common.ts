// What several elements have in common, for manifest.js.

const THEMES = ["", "light", "dark", "auto"];

/** What all elements have. */
export const COMMON = {
  attributes: [
    {
      name: "lang",
      native: true,
      doc: "Language of the texts; else that of the closest element with one, else the browser's.",
    },
    {
      name: "messages",
      kind: "json",
      type: "Messages",
      doc: "Texts to use instead of the element's own, by their names in the catalogues.",
    },
    {
      name: "ruleset",
      kind: "text",
      doc: "ID of the rule set to check by, or `latest`; by default the one in force on the claim's day.",
    },
    {
      name: "theme",
      kind: "text",
      values: THEMES,
      doc: "Colours: the host page's by default, those of the system with `auto`.",
    },
    {
      name: "loading",
      kind: "text",
      values: ["eager", "lazy", "focus"],
      doc: "When to load: at once, once it is nearly in view or used, or only once it is used.",
    },
    {
      name: "heading-level",
      property: "headingLevel",
      kind: "number",
      values: ["2", "3", "4", "5"],
      doc: "Level of the first headings inside; those below follow.",
    },
    {
      name: "mock",
      kind: "text",
      values: [
        "",
        "fix",
        "confirm",
        "ready",
        "loading",
        "wasm_blocked_by_csp",
        "wasm_fetch_failed",
        "wasm_integrity",
        "wasm_unsupported",
        "internal",
      ],
      doc: "Forces an outcome, for the host's own tests.",
    },
  ],
  properties: [
    { name: "state", type: '"waiting" | "loading" | "ready" | "failed"', doc: "How far it is." },
  ],
  methods: [
    {
      name: "whenReady",
      parameters: [],
      returns: "Promise<this>",
      doc: "Resolves once it can be used, also where the checks could not be loaded; see `state`.",
    },
  ],
  events: [
    { name: "claim-ready", type: "undefined", doc: "The element can be used." },
    {
      name: "claim-error",
      type: "ClaimErrorDetail",
      doc: "Something did not load, or the rule set asked for is not there; the element says so, too.",
    },
  ],
  states: [
    { name: "ready", doc: "Loaded." },
    { name: "failed", doc: "The checks could not be loaded." },
  ],
  cssProperties: [
    ["page", "Background", "light-dark(#f3f5f4, #101416)"],
    ["card", "Background of groups, controls and findings", "light-dark(#fff, #1a2023)"],
    ["text", "Text", "light-dark(#1a2426, #e7edee)"],
    ["soft", "Text of less weight, such as hints", "light-dark(#4d5b5f, #a9b6ba)"],
    ["line", "Lines that only divide", "light-dark(#dde3e2, #333d41)"],
    ["edge", "Edges of controls", "light-dark(#6f7e82, #839196)"],
    ["accent", "Links, the main button, what is chosen", "light-dark(#0f6a5f, #7ad3c3)"],
    ["on-accent", "Text on the accent", "light-dark(#fff, #06231f)"],
    ["tint", "Background of what is chosen or good", "light-dark(#e8f3f0, #1c2f2d)"],
    ["red", "What speaks against the claim", "light-dark(#a3241c, #ff9f94)"],
    ["red-tint", "Its background", "light-dark(#fcefed, #341f1d)"],
    ["amber", "What is open", "light-dark(#7a4a00, #efc06a)"],
    ["amber-tint", "Its background", "light-dark(#fdf4e1, #302717)"],
    ["blue", "What is good to know", "light-dark(#295073, #9fc9ee)"],
    ["blue-tint", "Its background", "light-dark(#edf3f8, #192834)"],
    ["font-family", "Font; the host's by default", "inherit"],
    ["font-size", "Size of text, and unit of all spaces", "1rem"],
    ["line-height", "Height of lines", "1.55"],
    ["strong", "Weight of labels and buttons", "600"],
    ["small", "Size of hints and notes", "0.925rem"],
    ["heading-font", "Font of headings", "inherit"],
    ["heading-size", "Size of the first headings", "1.3rem"],
    ["radius", "Corners of boxes", "14px"],
    ["radius-control", "Corners of controls", "10px"],
    ["radius-card", "Corners of groups and of the verdict", "18px"],
    ["border", "Width of edges", "1px"],
    ["focus-color", "Ring around what has the focus; the accent by default", "var(--cpor-accent)"],
    ["focus-width", "Width of that ring", "3px"],
    ["focus-offset", "Its distance", "2px"],
    ["control-height", "Least height of inputs", "48px"],
    ["button-height", "Least height of buttons", "44px"],
    ["field-gap", "Space between fields", "1.5rem"],
    ["group-gap", "Space between groups", "1.5rem"],
    ["card-padding", "Space inside groups", "clamp(1rem, 4vw, 2rem)"],
    ["padding", "Space around everything", "clamp(0.5rem, 2vw, 1.5rem)"],
    ["shadow", "Shadow of groups", "0 1px 2px #0001, 0 6px 24px #0000000a"],
    ["result-width", "Width of the result beside the form", "minmax(20rem, 27rem)"],
    ["sticky-offset", "Where the result stays when the form scrolls", "1rem"],
    ["min-block-size", "Height reserved before it is loaded", "depends on the element"],
  ].map(([name, doc, fallback]) => ({ name: `--cpor-${name}`, doc, default: fallback })),
};

/** Parts and the nodes that carry them. */
export const PARTS = {
  base: { selector: ".cpor", doc: "The box around everything." },
  placeholder: { selector: ".placeholder", doc: "What stands there until it is loaded." },
  header: { selector: ".header", doc: "Label and hint above the form." },
  notice: { selector: ".notice", doc: "A message with choices." },
  form: { selector: "form", doc: "The form." },
  summary: { selector: ".summary", doc: "The list of problems after a check." },
  group: { selector: ".card", doc: "A group of fields." },
  "group-title": { selector: ".card > legend", doc: "Its title." },
  field: { selector: ".field", doc: "A field with label, hint, messages and control." },
  label: { selector: ".field > label, .radios > legend, .question > label", doc: "A label." },
  hint: { selector: ".hint", doc: "A hint." },
  input: { selector: "input:not([type=radio], [type=file]), select, textarea", doc: "A control." },
  choice: { selector: ".choices > label", doc: "A radio button with its label." },
  message: { selector: ".message", doc: "What is wrong with a field." },
  next: { selector: ".next", doc: "What to do next." },
  actions: { selector: ".actions", doc: "The buttons below the form." },
  "check-button": { selector: ".main", doc: "The main button." },
  button: { selector: "button:not(.main), .button", doc: "Any other button." },
  details: { selector: "details", doc: "A disclosure." },
  evidence: { selector: ".evidence", doc: "Exports and what they show." },
  ranking: { selector: ".ranking", doc: "A guide's ranking." },
  result: { selector: ".result", doc: "The result." },
  verdict: { selector: ".verdict", doc: "The verdict." },
  finding: { selector: ".finding", doc: "A finding." },
  tools: { selector: ".tools", doc: "Copy, print, download." },
};
export const parts = (...names: (keyof typeof PARTS)[]) =>
  names.map((name) => ({ name, ...PARTS[name] }));

export const FRAME_SLOTS = [
  { name: "label", doc: "Title above the element, said for it by screen readers." },
  { name: "hint", doc: "Explanation below the title." },
  { name: "before", doc: "Before everything." },
  { name: "after", doc: "After everything." },
];

export const FOR = {
  name: "for",
  property: "htmlFor",
  kind: "text",
};

export const EVIDENCE = {
  name: "evidence",
  kind: "json",
  type: "PartialEvidence | null",
  doc: "What the host knows already: subscriptions, tenants, own IDs, associations.",
};

export const AS_JSON = [
  {
    name: "toJSON",
    parameters: [],
    returns: "{ claim: Claim; report: Report | null }",
    doc: "Claim and report as data.",
  },
  {
    name: "toText",
    parameters: [],
    returns: "Promise<string>",
    doc: "Claim and findings as text, as the copy button has it.",
  },
];
