// A JSON schema, react-jsonschema-form, and ajv.
import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { fields, filled, notInArea } from "definition";
import { createRoot } from "react-dom/client";

const of = new Map(fields.map((field) => [field.name, field]));
const schema = {
  type: "object",
  required: fields.filter(({ isRequired }) => isRequired).map(({ name }) => name),
  properties: Object.fromEntries(
    fields.map(({ name, label, hint, type, options, pattern }) => [
      name,
      {
        ...{ type: "string", title: label, description: hint },
        ...(type === "choice"
          ? { oneOf: options.map(({ value, label }) => ({ const: value, title: label })) }
          : { pattern }),
      },
    ]),
  ),
};
const uiSchema = { submittedOn: { "ui:widget": "date" } };

const transformErrors = (errors) =>
  errors
    .filter(({ name }) => name === "required" || name === "pattern")
    .map((error) => {
      const field = of.get(error.params.missingProperty ?? error.property.slice(1));
      return { ...error, message: error.name === "required" ? field.missing : field.malformed };
    });

function customValidate({ solutionArea, activity }, errors) {
  if (solutionArea === "microsoft-365" && activity && activity !== "usage")
    errors.activity.addError(notInArea);
  return errors;
}

createRoot(document.getElementById("app")).render(
  <Form
    schema={schema}
    uiSchema={uiSchema}
    validator={validator}
    formData={location.hash === "#filled" ? filled : {}}
    transformErrors={transformErrors}
    customValidate={customValidate}
    showErrorList={false}
    liveValidate
  />,
);
