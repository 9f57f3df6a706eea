// React, react-hook-form, and zod.
import { zodResolver } from "@hookform/resolvers/zod";
import { fields, filled, notInArea } from "definition";
import { createRoot } from "react-dom/client";
import { useForm } from "react-hook-form";
import * as z from "zod";

const text = ({ pattern, isRequired, missing, malformed }) => {
  const some = isRequired ? z.string().min(1, missing) : z.string();
  return pattern ? some.regex(new RegExp(pattern), malformed) : some;
};
const schema = z
  .object(Object.fromEntries(fields.map((field) => [field.name, text(field)])))
  .refine(
    ({ solutionArea, activity }) =>
      solutionArea !== "microsoft-365" || activity === "" || activity === "usage",
    { path: ["activity"], message: notInArea },
  );
const empty = Object.fromEntries(fields.map(({ name }) => [name, ""]));

function Field({ field, register, error }) {
  const { name, label, hint, type, options } = field;
  const given = {
    ...register(name),
    id: name,
    "aria-invalid": Boolean(error),
    "aria-describedby": `${name}-error`,
  };
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <small>{hint}</small>
      {type === "choice" ? (
        <select {...given}>
          <option value="" />
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input {...given} type={type === "date" ? "date" : "text"} />
      )}
      <p className="error" id={`${name}-error`} role="alert">
        {error?.message}
      </p>
    </div>
  );
}

function Claim() {
  const defaultValues = location.hash === "#filled" ? filled : empty;
  const resolver = zodResolver(schema);
  const { register, handleSubmit, formState } = useForm({
    defaultValues,
    resolver,
    mode: "onTouched",
  });
  return (
    <form onSubmit={handleSubmit(() => {})}>
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          register={register}
          error={formState.errors[field.name]}
        />
      ))}
      <button type="submit">Check</button>
    </form>
  );
}

createRoot(document.getElementById("app")).render(<Claim />);
