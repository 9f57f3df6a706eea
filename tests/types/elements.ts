// A host's program with elements that must compile, and lines that must not.
import {
  type CporAttributes,
  CporClaimForm,
  CporClaimResult,
  define,
  defineAll,
} from "cpor-preflight/element";
import "cpor-preflight/define";

define();
define("portal-claim", CporClaimForm);
defineAll("portal");

const form = document.querySelector("cpor-claim-form") ?? new CporClaimForm();
form.value = { product: "Teams" };
form.value = null;
form.evidence = { partnerIds: [{ id: "5357564", enrolled: true }] };
form.messages = { form: { check: "Look at it" } };
form.headingLevel = 3;
form.theme = "dark";
form.addEventListener("claim-checked", ({ detail }) => {
  const verdict: "fix" | "confirm" | "ready" = detail.verdict;
  console.log(verdict, detail.findings.length);
});
form.addEventListener("before-check", (event) => {
  if (!event.detail.claim.product) event.preventDefault();
});
form.addEventListener("claim-error", ({ detail }) => console.log(detail.code, detail.message));
form.addEventListener("change", (event) => console.log(event.type));
const ready: CporClaimForm = await form.whenReady();
await ready.fill({ partnerId: "5357564" });
console.log((await form.check())?.verdict, form.validity.valid, form.form?.id);

const result = document.createElement("cpor-claim-result");
result.report = form.report;
result.htmlFor = "claim";
console.log(result instanceof CporClaimResult, await result.toText());

const guide = document.querySelector("cpor-activity-guide");
guide?.addEventListener("activity-chosen", ({ detail }) => console.log(detail.activity));

// As templates write attributes and properties.
const templates: CporAttributes["cpor-claim-form"][] = [
  { "heading-level": 3, value: { product: "Teams" }, lookUp: true },
  { "heading-level": "3", value: '{"product":"Teams"}', "look-up": true },
  // @ts-expect-error: no such level
  { "heading-level": 7 },
];
console.log(templates.length);

// @ts-expect-error: no such theme
form.theme = "pink";
// @ts-expect-error: no field of a claim
form.value = { colour: "red" };
// @ts-expect-error: set by the element alone
form.report = null;
// @ts-expect-error: a report has no such member
form.addEventListener("claim-checked", ({ detail }) => detail.score);
