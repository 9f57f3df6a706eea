// References: the functions from the package's types, with their comments and examples; the elements from
// the list that they are made of.
import { readFile } from "node:fs/promises";
import ts from "typescript";
import { imported } from "./bundle.mjs";
import { block, code, escaped, list, table, withCode } from "./docs-page.mjs";
import { inRoot } from "./tools.mjs";

const { ELEMENTS } = await imported(inRoot("www", "element", "manifest.ts"));

/** @param types the package's declarations, by their paths in dist */
export async function apiReference(types) {
  const sections = (await entries(types)).map(([entry, found]) => {
    const links = found.map(({ name }) => `<a href="#${anchorOf(entry, name)}">${code(name)}</a>`);
    return `<h2>${code(entry)}</h2>\n${list(links)}\n${found.map((one) => described(entry, one)).join("\n")}`;
  });
  const body = `<h1>API reference</h1>
<p>Every function with its example. The types of what goes in and comes out are in the package: editors show them.</p>
${sections.join("\n")}`;
  return { path: "api-reference.html", title: "API reference", body };
}

/** What is imported from where: entries whose declarations have functions of their own, and these. */
async function entries(types) {
  const { exports } = JSON.parse(await readFile(inRoot("package.json"), "utf8"));
  const seen = new Set();
  return Object.entries(exports).flatMap(([entry, { types: path }]) => {
    const declarations = types[path?.replace("./dist/", "")];
    if (!declarations || seen.has(path)) return [];
    seen.add(path);
    const found = exported(declarations);
    return found.length > 0 ? [[entry.replace(".", "cpor-preflight"), found]] : [];
  });
}

const anchorOf = (entry, name) => `${entry.replaceAll("/", "-")}-${name}`;

function described(entry, { name, text, signatures, example }) {
  const paragraphs = text.split(/\n\s*\n/).filter(Boolean);
  return [
    `<h3 id="${anchorOf(entry, name)}">${code(name)}</h3>`,
    ...paragraphs.map((paragraph) => `<p>${withCode(paragraph)}</p>`),
    block(signatures.join("\n"), `${entry}, ${name}: types`),
    ...(example ? [block(example, `${entry}, ${name}: example`)] : []),
  ].join("\n");
}

/** What a module exports: `{ name, text, signatures, example }`. Overloads are one. */
function exported(declarations) {
  const source = ts.createSourceFile("types.d.ts", declarations, ts.ScriptTarget.ES2022, true);
  const found = new Map();
  for (const statement of source.statements) {
    const isExported = statement.modifiers?.some(
      ({ kind }) => kind === ts.SyntaxKind.ExportKeyword,
    );
    const isValue = ts.isFunctionDeclaration(statement) || ts.isVariableStatement(statement);
    if (!isExported || !isValue) continue;
    const [declared = statement] = statement.declarationList?.declarations ?? [];
    const name = declared.name.text;
    const one = found.get(name) ?? { name, text: "", signatures: [] };
    found.set(name, one);
    one.signatures.push(statement.getText().replace(/^export declare /, ""));
    const [comment] = statement.jsDoc ?? [];
    if (!comment) continue;
    one.text ||= ts.getTextOfJSDocComment(comment.comment) ?? "";
    const tag = comment.tags?.find(({ tagName }) => tagName.text === "example");
    one.example ??= tag && ts.getTextOfJSDocComment(tag.comment);
  }
  return [...found.values()];
}

export function elementsReference() {
  const sections = Object.entries(ELEMENTS).map(([tag, element]) => {
    const { attributes, properties, methods, events, slots = [], parts, states } = element;
    const named = (all) => all.map(({ name, doc }) => [code(name), withCode(doc)]);
    const tables = [
      ["Attributes", ["Name", "What it does", "Values"], attributes.map(attributeRow)],
      ["Properties", ["Name", "What it is", "Type"], properties.map(typedRow)],
      ["Methods", ["Name", "What it does", "Type"], methods.map(methodRow)],
      ["Events", ["Name", "When it comes", "Detail"], events.map(typedRow)],
      ["Slots", ["Name", "What it is for"], named(slots)],
      ["Parts", ["Name", "What it is"], named(parts)],
      ["States", ["Name", "When it is set"], named(states)],
    ].filter(([, , rows]) => rows.length > 0);
    const all = tables.map(
      ([title, head, rows]) => `<h3>${title}</h3>\n${table(`${tag}: ${title}`, head, rows)}`,
    );
    return `<h2 id="${tag}">${code(`<${tag}>`)}</h2>\n<p>${withCode(element.doc)}</p>\n${all.join("\n")}`;
  });
  const [{ cssProperties }] = Object.values(ELEMENTS);
  const rows = cssProperties.map((one) => [code(one.name), withCode(one.doc), code(one.default)]);
  const body = `<h1>Elements reference</h1>
${list(Object.keys(ELEMENTS).map((tag) => `<a href="#${tag}">${code(`<${tag}>`)}</a>`))}
${sections.join("\n")}
<h2 id="css-properties">CSS properties</h2>
<p>Of every element.</p>
${table("CSS properties", ["Name", "What it sets", "Default"], rows)}`;
  return { path: "elements-reference.html", title: "Elements reference", body };
}

function attributeRow({ name, doc, values, kind, type }) {
  const choices = values?.filter(Boolean).map((value) => code(value));
  return [code(name), withCode(doc), choices?.join(", ") ?? escaped(type ?? kind)];
}

const typedRow = ({ name, doc, type }) => [code(name), withCode(doc), type ? code(type) : ""];

function methodRow({ name, doc, parameters, returns }) {
  const typed = parameters.map(([parameter, type]) => `${parameter}: ${type}`).join(", ");
  return [code(name), withCode(doc), code(`(${typed}) => ${returns}`)];
}
