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
      name: "density",
      kind: "text",
      values: ["", "compact"],
      doc: "How much room everything takes; `compact` suits a sidebar.",
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
    ["page", "Background", "light-dark(#faf9f7, #161513)"],
    ["card", "Background of controls", "light-dark(#fff, #1f1d1b)"],
    ["text", "Text", "light-dark(#1d1b18, #f2f0ec)"],
    ["soft", "Text of less weight, such as hints", "light-dark(#57534c, #bcb6ac)"],
    ["line", "Lines that only divide", "light-dark(#e5e2dc, #35322e)"],
    ["edge", "Edges of controls", "light-dark(#8a857c, #7f796f)"],
    ["accent", "The main button, what is chosen", "light-dark(#1f4fc4, #3b66dc)"],
    ["on-accent", "Text on the accent", "light-dark(#fff, #fff)"],
    ["link", "Links and quiet buttons", "light-dark(#1f4fc4, #9db9ff)"],
    ["tint", "Background of what is chosen", "light-dark(#eef2fc, #222a40)"],
    ["red", "What speaks against the claim", "light-dark(#a8201a, #ff9d94)"],
    ["red-tint", "Its background", "light-dark(#fcf0ee, #2e1c1a)"],
    ["amber", "What is to be settled", "light-dark(#8a4a00, #f2bd6b)"],
    ["amber-tint", "Its background", "light-dark(#fdf3e3, #2b2214)"],
    ["blue", "What is good to know", "light-dark(#57534c, #bcb6ac)"],
    ["blue-tint", "Its background", "light-dark(#f2f0ec, #262421)"],
    ["done", "What is done", "light-dark(#1a6840, #86d2a3)"],
    ["done-tint", "Its background", "light-dark(#eef6f0, #18271e)"],
    ["font-family", "Font; the host's by default", "inherit"],
    ["font-size", "Unit of all sizes and spaces", "1rem"],
    ["line-height", "Height of lines", "1.5"],
    ["strong", "Weight of headings and buttons", "600"],
    ["heading-font", "Font of headings", "inherit"],
    ["radius", "Corners of controls; those of boxes are half as large again", "8px"],
    ["border", "Width of edges", "1px"],
    ["focus-color", "Ring around what has the focus", "light-dark(#1f4fc4, #9db9ff)"],
    ["focus-width", "Width of that ring", "2px"],
    ["focus-offset", "Its distance", "2px"],
    ["control-height", "Least height of inputs", "44px"],
    ["button-height", "Least height of buttons; as inputs by default", "44px"],
    ["padding", "Space around everything", "clamp(0.5rem, 2vw, 1.5rem)"],
    ["shadow", "Shadow of the verdict", "none"],
    ["result-width", "Width of the result beside the form", "minmax(18rem, 25rem)"],
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
  summary: { selector: ".findings", doc: "The list of what was found." },
  group: { selector: ".card", doc: "A card with fields." },
  "group-title": { selector: ".card > h2", doc: "Its title." },
  field: { selector: ".field", doc: "A field with label, hint, messages and control." },
  label: { selector: ".field > label, .field > legend", doc: "A label." },
  hint: { selector: ".hint", doc: "A hint." },
  input: {
    selector: "input:not([type=radio], [type=checkbox], [type=file]), select, textarea",
    doc: "A control.",
  },
  choice: { selector: ".choice > label", doc: "A radio button or checkbox with its label." },
  message: { selector: ".msg", doc: "What is wrong with a field." },
  next: { selector: ".behind > p:first-child", doc: "What to do next." },
  actions: { selector: ".actions", doc: "The buttons below the form." },
  "check-button": { selector: ".main", doc: "The main button." },
  button: { selector: "button:not(.main), .btn:not(.main)", doc: "Any other button." },
  details: { selector: "details", doc: "A disclosure." },
  evidence: { selector: ".intake", doc: "What was put in, and the box for more." },
  chip: { selector: ".chip", doc: "One thing that was put in." },
  ranking: { selector: "[data-guide] > [aria-live]", doc: "A guide's ranking." },
  result: { selector: ".result", doc: "The result." },
  verdict: { selector: ".verdict", doc: "The verdict." },
  finding: { selector: ".finding:not([data-fit])", doc: "A finding." },
  tools: { selector: ".findings ~ .btn", doc: "The button that copies the result." },
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
    doc: "Claim and result as text.",
  },
];
