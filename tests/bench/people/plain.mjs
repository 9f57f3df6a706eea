// HTML that the server sends with all fields, and valibot.
import { fields, filled, notInArea } from "definition";
import * as v from "valibot";

const text = ({ pattern, isRequired, missing, malformed }) => {
  const checks = [
    ...(isRequired ? [v.minLength(1, missing)] : []),
    ...(pattern ? [v.regex(new RegExp(pattern), malformed)] : []),
  ];
  return v.pipe(v.string(), ...checks);
};
const isInArea = ({ solutionArea, activity }) =>
  solutionArea !== "microsoft-365" || activity === "" || activity === "usage";
const schema = v.pipe(
  v.object(Object.fromEntries(fields.map((field) => [field.name, text(field)]))),
  v.forward(v.partialCheck([["solutionArea"], ["activity"]], isInArea, notInArea), ["activity"]),
);

const form = document.querySelector("form");
const left = new Set();
if (location.hash === "#filled")
  for (const [name, value] of Object.entries(filled)) form.elements[name].value = value;

function check() {
  const { issues = [] } = v.safeParse(schema, Object.fromEntries(new FormData(form)));
  const messages = v.flatten(issues).nested ?? {};
  for (const { name } of fields) {
    const message = left.has(name) ? (messages[name]?.[0] ?? "") : "";
    const place = document.getElementById(`${name}-error`);
    if (place.textContent !== message) place.textContent = message;
    form.elements[name].ariaInvalid = String(message !== "");
  }
}

form.addEventListener("input", check);
form.addEventListener("focusout", ({ target }) => {
  left.add(target.name);
  check();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  for (const { name } of fields) left.add(name);
  check();
});
