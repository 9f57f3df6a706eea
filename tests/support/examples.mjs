// The examples in the comments of the package's types, as scripts. A line `value; // expected` holds the
// value to what is expected, which is JSON.
import { readFile } from "node:fs/promises";
import ts from "typescript";
import { inRoot } from "../../scripts/tools.mjs";

/** Every exported function and constant of an entry's types, with its example as a script, if it has one. */
export async function examplesOf(entry) {
  const path = inRoot("dist", "lib", `${entry}.d.ts`);
  const source = ts.createSourceFile(
    path,
    await readFile(path, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const examples = new Map();
  for (const node of source.statements) {
    const names = ts.isVariableStatement(node)
      ? node.declarationList.declarations.map(({ name }) => name.text)
      : ts.isFunctionDeclaration(node) && [node.name.text];
    if (!names) continue;
    const [example] = ts.getJSDocTags(node).filter(({ tagName }) => tagName.text === "example");
    const text = example && ts.getTextOfJSDocComment(example.comment);
    for (const name of names) examples.set(name, text ?? examples.get(name));
  }
  return examples;
}

/** `same(value, expected)` is called where a line says what is expected. */
export function scriptOf(example) {
  return example
    .split("\n")
    .map((line) => {
      const [, condition = "", value, expected] =
        /^(if \(.+?\) )?(.+); \/\/ (.+)$/.exec(line) ?? [];
      return value ? `${condition}same(${value}, ${expected});` : line;
    })
    .join("\n");
}
