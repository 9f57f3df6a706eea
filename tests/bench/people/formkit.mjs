// Vue and FormKit.
import { defaultConfig, FormKit, plugin } from "@formkit/vue";
import { fields, filled, notInArea } from "definition";
import { createApp, h } from "vue";

/** Of the value of the solution area beside it. */
function inArea(node) {
  const area = node.at("solutionArea")?.value;
  return area !== "microsoft-365" || node.value === "usage";
}

const inputs = fields.map(
  ({ name, label, hint, type, options, isRequired, pattern, missing, malformed }) => ({
    ...{ name, label, help: hint, id: name, validationVisibility: "blur" },
    ...(type === "choice"
      ? { type: "select", options: [{ value: "", label: "" }, ...options] }
      : { type: type === "date" ? "date" : "text" }),
    validation: [
      ...(isRequired ? [["required"]] : []),
      ...(pattern ? [["matches", new RegExp(pattern)]] : []),
      ...(name === "activity" ? [["inArea"]] : []),
    ],
    validationRules: { inArea },
    validationMessages: { required: missing, matches: malformed, inArea: notInArea },
  }),
);
const value = location.hash === "#filled" ? filled : {};

createApp({
  render: () =>
    h(FormKit, { type: "form", submitLabel: "Check", value }, () =>
      inputs.map((input) => h(FormKit, { key: input.name, ...input })),
    ),
})
  .use(plugin, defaultConfig())
  .mount("#app");
