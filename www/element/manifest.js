// The one list of what the elements are to their hosts. From it come observed attributes and
// reflected properties at run time, and custom-elements.json, the types and the editors' data at
// build time; the build leaves the texts (`doc` and `type`) out of what browsers load.
//
// An attribute's `kind` says how it becomes a property: "text", "flag" (there or not), "number",
// or "json", which is kept as a value; the first of `values` is the default. `reserved` is the height
// that is kept free for the content, where it is wide and where it is narrow.

const THEMES = ["", "light", "dark", "auto"];

const COMMON = {
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
      doc: "ID of the rule set to check by; the newest by default.",
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
const PARTS = {
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
const parts = (...names) => names.map((name) => ({ name, ...PARTS[name] }));

const FIELDS = [
  "userRole",
  "customerTenantId",
  "customerDomain",
  "solutionArea",
  "activity",
  "purchaseChannel",
  "product",
  "subscriptionId",
  "partnerId",
  "ownTenantId",
  "competingPartner",
  "proofOfExecution",
  "submittedOn",
];

const FRAME_SLOTS = [
  { name: "label", doc: "Title above the element, said for it by screen readers." },
  { name: "hint", doc: "Explanation below the title." },
  { name: "before", doc: "Before everything." },
  { name: "after", doc: "After everything." },
];

const FOR = {
  name: "for",
  property: "htmlFor",
  kind: "text",
};

const EVIDENCE = {
  name: "evidence",
  kind: "json",
  type: "PartialEvidence | null",
  doc: "What the host knows already: subscriptions, tenants, own IDs, associations.",
};

const AS_JSON = [
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

const element = (own) => ({
  ...own,
  ...Object.fromEntries(
    ["attributes", "properties", "methods", "events", "states", "cssProperties"].map((list) => [
      list,
      [...COMMON[list], ...(own[list] ?? [])],
    ]),
  ),
});

export const ELEMENTS = {
  "cpor-claim-form": element({
    className: "CporClaimForm",
    doc: "The whole check: form, guides, exports and result; takes part in the form around it.",
    formAssociated: true,
    reserved: ["100vh", "100vh"],
    attributes: [
      {
        name: "name",
        kind: "text",
        doc: "Name under which the fields are submitted, as `name.field`; without one nothing is.",
      },
      {
        name: "value",
        kind: "json",
        property: "value",
        type: "Claim",
        doc: "The claim; the attribute is where a reset goes back to.",
      },
      { name: "disabled", kind: "flag", doc: "Nothing can be changed, and nothing is submitted." },
      {
        name: "include-findings",
        property: "includeFindings",
        kind: "flag",
        doc: "Also submits the findings, as JSON under `name.findings`.",
      },
      EVIDENCE,
      {
        name: "feedback",
        kind: "text",
        values: ["blur", "submit"],
        doc: "When findings appear at their fields: when a field is left, or after the check.",
      },
      {
        name: "look-up",
        property: "lookUp",
        kind: "flag",
        doc: "Offers to ask Microsoft's public directory which tenant a domain belongs to; the only request to another server, and only on a press of its button.",
      },
      {
        name: "without-result",
        property: "withoutResult",
        kind: "flag",
        doc: "Leaves the result out, for a `cpor-claim-result` elsewhere.",
      },
    ],
    properties: [
      { name: "report", type: "Report | null", doc: "The latest report on the claim." },
      { name: "form", type: "HTMLFormElement | null", doc: "The form around it." },
      { name: "labels", type: "NodeList", doc: "Its labels." },
      { name: "type", type: "string", doc: "The element's name." },
      { name: "validity", type: "ValidityState", doc: "Live, as with any control." },
      { name: "validationMessage", type: "string", doc: "What is wrong first." },
      { name: "willValidate", type: "boolean", doc: "False when disabled." },
    ],
    methods: [
      {
        name: "check",
        parameters: [],
        returns: "Promise<Report | null>",
        doc: "As the main button does; null where `before-check` was cancelled or nothing could be loaded.",
      },
      {
        name: "fill",
        parameters: [["values", "Partial<Record<Field, string>>"]],
        returns: "Promise<void>",
        doc: "Fills fields as if a person had.",
      },
      {
        name: "addFiles",
        parameters: [["files", "Iterable<File>"]],
        returns: "Promise<void>",
        doc: "Takes exports in.",
      },
      {
        name: "focusField",
        parameters: [["name", "Field"]],
        returns: "Promise<void>",
        doc: "Moves the focus to a field.",
      },
      { name: "checkValidity", parameters: [], returns: "boolean", doc: "As with any control." },
      {
        name: "reportValidity",
        parameters: [],
        returns: "boolean",
        doc: "As with any control: shows what is wrong and goes there.",
      },
      {
        name: "setCustomValidity",
        parameters: [["message", "string"]],
        returns: "void",
        doc: "As with any control.",
      },
      ...AS_JSON,
    ],
    events: [
      { name: "input", native: true, doc: "A value is being changed." },
      { name: "change", native: true, doc: "A value was changed." },
      {
        name: "before-check",
        type: "{ claim: Claim }",
        cancelable: true,
        doc: "The person asks for the check; can be cancelled.",
      },
      { name: "claim-checked", type: "Report", doc: "The person asked for the check." },
      {
        name: "claim-report",
        type: "Report",
        quiet: true,
        doc: "Every new report; does not bubble.",
      },
      {
        name: "finding-shown",
        type: 'Pick<Finding, "code" | "kind" | "severity" | "fields">',
        doc: "A finding appears, for the host's own statistics: what it is, and no value of the claim.",
      },
    ],
    states: [
      { name: "valid", doc: "Nothing in the fields speaks against the claim." },
      { name: "invalid", doc: "Something does." },
      { name: "user-invalid", doc: "Something does, and it is shown." },
      { name: "checking", doc: "A check waits for something." },
    ],
    slots: [
      ...FRAME_SLOTS,
      { name: "actions", doc: "More buttons beside the main one." },
      { name: "result-footer", doc: "Below the result." },
      ...FIELDS.map((field) => ({ name: `help-${field}`, doc: `Help at the field ${field}.` })),
    ],
    parts: parts(...Object.keys(PARTS)),
  }),
  "cpor-activity-guide": element({
    className: "CporActivityGuide",
    reserved: ["17rem", "26rem"],
    doc: "Which activity to claim, by a few questions.",
    attributes: [
      { ...FOR, doc: "ID of a claim form: its answers count, and the choice goes there." },
    ],
    properties: [
      {
        name: "value",
        type: "{ activity: Activity; answers: ActivityAnswers } | null",
        doc: "What was chosen last.",
      },
    ],
    events: [
      {
        name: "activity-chosen",
        type: "{ activity: Activity; answers: ActivityAnswers }",
        doc: "An activity was chosen.",
      },
    ],
    slots: FRAME_SLOTS,
    parts: parts(
      "base",
      "placeholder",
      "header",
      "notice",
      "label",
      "hint",
      "choice",
      "next",
      "button",
      "ranking",
    ),
  }),
  "cpor-partner-id-guide": element({
    className: "CporPartnerIdGuide",
    reserved: ["36rem", "58rem"],
    doc: "Which of one's own IDs to claim with.",
    attributes: [
      { ...FOR, doc: "ID of a claim form: its answers count, and the choice goes there." },
      EVIDENCE,
    ],
    properties: [
      { name: "value", type: "{ partnerId: string } | null", doc: "What was chosen last." },
    ],
    events: [
      { name: "partner-id-chosen", type: "{ partnerId: string }", doc: "An ID was chosen." },
    ],
    slots: FRAME_SLOTS,
    parts: parts(
      ...["base", "placeholder", "header", "notice", "label", "hint", "input", "choice", "next"],
      ...["button", "ranking"],
    ),
  }),
  "cpor-claim-result": element({
    className: "CporClaimResult",
    reserved: ["100vh", "100vh"],
    doc: "The result of a check: of a report, of a claim with evidence, or of a claim form.",
    attributes: [
      { ...FOR, doc: "ID of a claim form, whose result to show." },
      { name: "report", kind: "json", type: "Report | null", doc: "The report to show." },
      {
        name: "claim",
        kind: "json",
        type: "Claim | null",
        doc: "The claim to check, or that the report is on.",
      },
      EVIDENCE,
    ],
    methods: AS_JSON,
    events: [
      {
        name: "claim-report",
        type: "Report",
        quiet: true,
        doc: "Every new report; does not bubble.",
      },
    ],
    slots: [...FRAME_SLOTS, { name: "result-footer", doc: "Below the result." }],
    parts: parts(
      ...["base", "placeholder", "header", "notice", "hint", "next", "button", "details", "result"],
      ...["verdict", "finding", "tools", "check-button"],
    ),
  }),
};

/** What hosts may know an attribute by, from other widgets or by habit. */
export const RENAMED = {
  locale: "lang",
  language: "lang",
  "rule-set": "ruleset",
  "color-scheme": "theme",
  readonly: "disabled",
  claim: "value",
  lookup: "look-up",
  test: "mock",
  "mock-error": "mock",
  target: "for",
  form: "for",
};
