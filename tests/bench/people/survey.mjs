// SurveyJS.
import { fields, filled, notInArea } from "definition";
import { Model } from "survey-core";
import "survey-core/survey-core.min.css";
import "survey-js-ui";

const elements = fields.map(
  ({ name, label, hint, type, options, isRequired, pattern, missing, malformed }) => ({
    ...{ name, title: label, description: hint, isRequired, requiredErrorText: missing },
    ...(type === "choice"
      ? { type: "dropdown", choices: options.map(({ value, label }) => ({ value, text: label })) }
      : { type: "text", inputType: type === "date" ? "date" : "text" }),
    validators: [
      ...(pattern ? [{ type: "regex", regex: pattern, text: malformed }] : []),
      ...(name === "activity"
        ? [
            {
              type: "expression",
              expression: "{solutionArea} <> 'microsoft-365' or {activity} = 'usage'",
              text: notInArea,
            },
          ]
        : []),
    ],
  }),
);
const survey = new Model({
  ...{ elements, showQuestionNumbers: "off" },
  ...{ checkErrorsMode: "onValueChanged", textUpdateMode: "onTyping" },
});
if (location.hash === "#filled") survey.data = filled;
survey.render(document.getElementById("app"));
