// Which fields of a tidied claim are not well formed, by hand; and what schemas say of each field.
import { CHOICES, FIELDS, PATTERNS } from "./rules/forms.mjs";

/** For each field of a tidied claim what a schema can say of it. */
export const shapes = FIELDS.map((name) => [
  name,
  { choices: CHOICES[name], pattern: PATTERNS[name] },
]);
export const schemaOf = (of) =>
  Object.fromEntries(shapes.map(([name, shape]) => [name, of(shape)]));

export const NONE = new Set();

export function handWritten() {
  const tests = shapes.map(([name, { choices, pattern }]) => {
    const allowed = choices && new Set(choices);
    const form = pattern && new RegExp(pattern);
    return [name, (text) => (allowed ? allowed.has(text) : form ? form.test(text) : true)];
  });
  return (claim) => {
    let bad;
    for (const [name, isFine] of tests) {
      const text = claim[name];
      if (text !== undefined && !isFine(text)) {
        bad ??= new Set();
        bad.add(name);
      }
    }
    return bad ?? NONE;
  };
}
