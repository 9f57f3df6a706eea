// The one list of what the elements are to their hosts. From it come observed attributes and
// reflected properties at run time, and custom-elements.json, the types and the editors' data at
// build time; the build leaves the texts (`doc` and `type`) out of what browsers load.
//
// An attribute's `kind` says how it becomes a property: "text", "flag" (there or not), "number",
// or "json", which is kept as a value; the first of `values` is the default. `reserved` is the height
// that is kept free for the content, where it is wide and where it is narrow.

import { FIELDS } from "../generated/names.js";
import { AS_JSON, COMMON, EVIDENCE, FOR, FRAME_SLOTS, PARTS, parts } from "./manifest-common.js";

const LISTS = ["attributes", "properties", "methods", "events", "states", "cssProperties"] as const;

/** Those of an element's lists to which those of all elements are added. */
type Lists = Partial<Record<(typeof LISTS)[number], readonly object[]>>;

/** An element with what all elements have. */
const element = <Described extends Lists & { reserved: readonly string[] }>(
  described: Described,
) => ({
  ...described,
  ...Object.fromEntries(LISTS.map((list) => [list, [...COMMON[list], ...(described[list] ?? [])]])),
});

export const ELEMENTS = {
  "cpor-claim-form": element({
    className: "CporClaimForm",
    doc: "The whole check: form, guides, exports and result; takes part in the form around it.",
    formAssociated: true,
    reserved: ["47rem", "68rem"],
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
        name: "intake",
        kind: "flag",
        doc: "Offers a box above the claim that reads anything: exports, emails, workbooks. Without it, the box comes when a finding asks for an export.",
      },
      {
        name: "steps",
        kind: "flag",
        doc: "Shows one card at a time, with buttons to go on and back.",
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
    parts: parts(...(Object.keys(PARTS) as (keyof typeof PARTS)[])),
  }),
  "cpor-activity-guide": element({
    className: "CporActivityGuide",
    reserved: ["24rem", "24rem"],
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
      "field",
      "button",
      "ranking",
    ),
  }),
  "cpor-partner-id-guide": element({
    className: "CporPartnerIdGuide",
    reserved: ["40rem", "45rem"],
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
      ...([
        "base",
        "placeholder",
        "header",
        "notice",
        "label",
        "hint",
        "input",
        "choice",
        "next",
        "field",
      ] as const),
      ...(["button", "ranking"] as const),
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
      ...([
        "base",
        "placeholder",
        "header",
        "notice",
        "hint",
        "next",
        "button",
        "details",
        "result",
      ] as const),
      ...(["verdict", "summary", "finding", "tools", "check-button"] as const),
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
