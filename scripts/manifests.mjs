// What tools and editors read about the elements, all from the one list in www/element/manifest.ts:
// custom-elements.json, types, and the data of JetBrains' and Microsoft's editors.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle, imported } from "./bundle.mjs";
import { generated, inRoot, writeIfChanged } from "./tools.mjs";

const { ELEMENTS, RENAMED } = await imported(inRoot("www", "element", "manifest.ts"));

const elements = Object.entries(ELEMENTS).map(([tag, element]) => ({ tag, ...element }));

/** The files by their paths in dist. */
export async function describeElements() {
  const { name, version } = JSON.parse(await readFile(inRoot("package.json"), "utf8"));
  const json = (content) => `${JSON.stringify(content, null, 2)}\n`;
  return {
    "custom-elements.json": json(customElements()),
    "web-types.json": json(webTypes(name, version)),
    "vscode.html-custom-data.json": json(vsCode()),
    "element.d.ts": elementTypes(),
    "element.css": sizes(),
    "define.d.ts": 'export * from "./element.js";\n',
    ...Object.fromEntries(
      Object.entries(FRAMEWORKS).map(([name, its]) => [`types/${name}.d.ts`, frameworkTypes(its)]),
    ),
  };
}

/** As of https://github.com/webcomponents/custom-elements-manifest, version 1.0.0. */
function customElements() {
  const path = "dist/element.js";
  return {
    schemaVersion: "1.0.0",
    modules: [
      {
        kind: "javascript-module",
        path,
        declarations: elements.map(declaration),
        exports: elements.map(({ className }) => ({
          kind: "js",
          name: className,
          declaration: { name: className, module: path },
        })),
      },
      {
        kind: "javascript-module",
        path: "dist/define.js",
        exports: elements.map(({ tag, className }) => ({
          kind: "custom-element-definition",
          name: tag,
          declaration: { name: className, module: path },
        })),
      },
    ],
  };
}

function declaration(element) {
  const { tag, className, doc, formAssociated } = element;
  return {
    kind: "class",
    customElement: true,
    tagName: tag,
    name: className,
    description: doc,
    ...(formAssociated && { formAssociated }),
    superclass: { name: "HTMLElement" },
    attributes: element.attributes.map((attribute) => ({
      name: attribute.name,
      description: attribute.doc,
      type: { text: attributeType(attribute) },
      ...(attribute.values && { default: JSON.stringify(attribute.values[0]) }),
      fieldName: propertyOf(attribute),
    })),
    members: [
      ...element.attributes.map((attribute) => ({
        kind: "field",
        name: propertyOf(attribute),
        description: attribute.doc,
        type: { text: propertyType(attribute) },
        attribute: attribute.name,
        ...(attribute.kind !== "json" && { reflects: true }),
      })),
      ...element.properties.map(({ name, type, doc: description }) => ({
        ...{ kind: "field", name, description },
        type: { text: type },
        readonly: true,
      })),
      ...element.methods.map(({ name, parameters, returns, doc: description }) => ({
        ...{ kind: "method", name, description },
        parameters: parameters.map(([parameter, type]) => ({
          name: parameter,
          type: { text: type },
        })),
        return: { type: { text: returns } },
      })),
    ],
    events: element.events.map((event) => ({
      name: event.name,
      description: event.doc,
      type: { text: eventType(event) },
    })),
    slots: element.slots.map(described),
    cssParts: element.parts.map(described),
    cssProperties: element.cssProperties.map((property) => ({
      ...described(property),
      default: property.default,
    })),
    cssStates: element.states.map(described),
  };
}

const described = ({ name, doc }) => ({ name, description: doc });
const propertyOf = ({ name, property = name }) => property;
const literals = (values) => values.map((value) => JSON.stringify(value)).join(" | ");

function attributeType({ kind, values }) {
  if (kind === "flag") return "boolean";
  return values ? literals(values) : "string";
}

function propertyType({ kind, values, type }) {
  if (kind === "flag") return "boolean";
  if (kind === "number") return values.join(" | ");
  return type ?? (values ? literals(values) : "string");
}

const eventType = ({ type, native }) => (native ? "Event" : `CustomEvent<${type}>`);

function webTypes(name, version) {
  return {
    $schema: "https://json.schemastore.org/web-types",
    ...{ name, version },
    "description-markup": "markdown",
    contributions: {
      html: {
        elements: elements.map((element) => ({
          name: element.tag,
          description: element.doc,
          attributes: element.attributes.map((attribute) => ({
            ...described(attribute),
            value: { type: attributeType(attribute) },
          })),
          slots: element.slots.map(described),
          js: {
            events: element.events.map(described),
            properties: element.attributes.map((attribute) => ({
              name: propertyOf(attribute),
              description: attribute.doc,
              type: propertyType(attribute),
            })),
          },
          css: {
            parts: element.parts.map(described),
            properties: element.cssProperties.map(described),
          },
        })),
      },
    },
  };
}

function vsCode() {
  return {
    version: 1.1,
    tags: elements.map((element) => ({
      name: element.tag,
      description: element.doc,
      attributes: element.attributes.map(({ name, doc, values }) => ({
        ...{ name, description: doc },
        ...(values && { values: values.filter(Boolean).map((value) => ({ name: value })) }),
      })),
    })),
  };
}

/** Keeps the elements' places free until their script is there. */
function sizes() {
  const rules = (i) =>
    elements.map(
      ({ tag, reserved }) =>
        `${tag}:not(:defined){display:block;box-sizing:border-box;padding:var(--cpor-padding,clamp(.5rem,2vw,1.5rem));min-block-size:var(--cpor-min-block-size,${reserved[i]})}`,
    );
  return `${rules(0).join("\n")}\n@media (max-width:760px){\n${rules(1).join("\n")}\n}\n`;
}

function elementTypes() {
  return `// Generated by scripts/manifests.mjs from www/element/manifest.ts.
import type {
  Activity,
  ActivityAnswers,
  Claim,
  Field,
  LoadFailure,
  PartialEvidence,
  Finding,
  Report,
} from "./lib/library.js";

/** Why there is no check, or not the one that was asked for; the message is what the element says. */
export interface ClaimErrorDetail {
  code: LoadFailure | "rules_outdated";
  message: string;
  error?: unknown;
}

/** Own texts by their names in the catalogues. */
export interface Messages {
  readonly [name: string]: string | Messages;
}

${elements.map(classType).join("\n")}
/** Defines an element under a name of the host's choice; by default the claim form. */
export function define(tag?: string, Element?: CustomElementConstructor): void;

/** Defines all elements, under names that begin with \`prefix\`, by default \`cpor\`. */
export function defineAll(prefix?: string): void;

/** Attributes and properties of an element, for templates in TypeScript. */
export interface CporAttributes {
${elements.map(attributesType).join("\n")}
}

/** Listeners as templates write them: \`onclaim-checked\`. */
export type CporListeners<Events> = {
  [Name in keyof Events & string as \`on\${Name}\`]?: (event: Events[Name]) => void;
};

declare global {
  interface HTMLElementTagNameMap {
${elements.map(({ tag, className }) => `    "${tag}": ${className};`).join("\n")}
  }
}
`;
}

function classType(element) {
  const { className, doc, formAssociated } = element;
  const events = element.events
    .filter(({ native }) => !native)
    .map((event) => `${comment(event)}  "${event.name}": ${eventType(event)};`);
  const lines = [
    ...element.attributes
      .filter(({ native }) => !native)
      .map((attribute) => `${comment(attribute)}  ${accessors(attribute)}`),
    ...element.properties.map(
      (property) => `${comment(property)}  readonly ${property.name}: ${property.type};`,
    ),
    ...element.methods.map(({ name, parameters, returns, ...method }) => {
      const typed = parameters.map(([parameter, type]) => `${parameter}: ${type}`).join(", ");
      return `${comment(method)}  ${name}(${typed}): ${returns};`;
    }),
  ];
  const names = element.events.filter(({ native }) => !native).map(({ name }) => `"${name}"`);
  return `/** Other elements may have events of these names that say something else. */
export interface ${className}EventMap extends Omit<HTMLElementEventMap, ${names.join(" | ")}> {
${events.join("\n")}
}

/** ${doc} */
export class ${className} extends HTMLElement {
  static readonly version: string;
  static readonly observedAttributes: readonly string[];
${formAssociated ? "  static readonly formAssociated: true;\n" : ""}${lines.join("\n")}
  addEventListener<Name extends keyof ${className}EventMap>(
    type: Name,
    listener: (this: ${className}, event: ${className}EventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof ${className}EventMap>(
    type: Name,
    listener: (this: ${className}, event: ${className}EventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}
`;
}

const comment = ({ doc }) => `  /** ${doc} */\n`;

/** What can be set to nothing is read as its default. */
function accessors(attribute) {
  const property = propertyOf(attribute);
  const type = propertyType(attribute);
  if (attribute.kind === "flag") return `${property}: boolean;`;
  const given = type.endsWith(" | null") ? type : `${type} | null`;
  const read = attribute.kind === "json" && property !== "value" ? given : type;
  return `get ${property}(): ${read};\n  set ${property}(value: ${given} | undefined);`;
}

function attributesType({ tag, className, attributes, events }) {
  const names = events
    .filter(({ native }) => !native)
    .map(({ name }) => `"${name}"`)
    .join(" | ");
  const lines = attributes
    .filter(({ native }) => !native)
    .flatMap((attribute) => {
      const property = propertyOf(attribute);
      const own =
        {
          json: `${propertyType(attribute)} | string`,
          number: `${propertyType(attribute)} | ${attributeType(attribute)}`,
        }[attribute.kind] ?? attributeType(attribute);
      const asAttribute = `    "${attribute.name}"?: ${own} | undefined;`;
      if (property === attribute.name) return [asAttribute];
      return [asAttribute, `    ${property}?: ${propertyType(attribute)} | undefined;`];
    });
  return `  "${tag}": {\n${lines.join("\n")}\n  } & CporListeners<Pick<${className}EventMap, ${names}>>;`;
}

const HEAD = "// Generated by scripts/manifests.mjs from www/element/manifest.ts.\n";

/**
 * Types for the templates of frameworks (`import "cpor-preflight/types/react"`): the module that has them,
 * and what of it is imported; the interface that lists elements, and what stands there for one.
 */
const FRAMEWORKS = {
  react: ["react", "DetailedHTMLProps, HTMLAttributes", "JSX.IntrinsicElements", inReact],
  preact: ["preact", "JSX", "JSX.IntrinsicElements", inPreact],
  solid: ["solid-js", "JSX", "JSX.IntrinsicElements", inPreact],
  svelte: ["svelte/elements", "HTMLAttributes", "SvelteHTMLElements", inSvelte],
  vue: ["vue", "DefineComponent", "GlobalComponents", inVue],
};

function inReact(name, own) {
  return `DetailedHTMLProps<HTMLAttributes<${name}>, ${name}> & ${own}`;
}

function inPreact(name, own) {
  return `JSX.HTMLAttributes<${name}> & ${own}`;
}

function inSvelte(name, own) {
  return `HTMLAttributes<${name}> & ${own}`;
}

function inVue(_name, own) {
  return `DefineComponent<${own}>`;
}

function frameworkTypes([module, imported, listed, typeOf]) {
  const lines = elements.map(({ tag, className }) => {
    return `    "${tag}": ${typeOf(className, `CporAttributes["${tag}"]`)};`;
  });
  const [list, namespace] = listed.split(".").reverse();
  const all = `  interface ${list} {\n${lines.join("\n")}\n  }\n`;
  return `${HEAD}import type { ${imported} } from "${module}";
import type { CporAttributes, ${elements.map(({ className }) => className).join(", ")} } from "../element.js";

declare module "${module}" {
${namespace ? `  namespace ${namespace} {\n${all}  }\n` : all}}
`;
}

/** What browsers need of the elements at run time: the manifest without its documentation, and the style. */
export async function buildElementSources() {
  const slim = Object.entries(ELEMENTS).map(([tag, { attributes, parts, reserved }]) => [
    tag,
    {
      attributes: attributes.map(({ doc, type, ...rest }) => rest),
      reserved,
      parts: parts.map(({ doc, ...rest }) => rest),
    },
  ]);
  const { files } = await bundle(generated, [inRoot("www", "element", "look.css")]);
  const css = Buffer.from(files["look.css"]).toString().trim();
  // `rem` is the host page's, and some pages make theirs 10 px; so sizes go by a unit of our own. What
  // decides on a rule, before its brace, is about the browser.
  const sized = css.replace(/(?<![\w.-])(\d*\.?\d+)rem\b(?![^;}]*\{)/g, "calc($1*var(--rem))");
  const constants = {
    ELEMENTS: Object.fromEntries(slim),
    RENAMED,
  };
  const constant = ([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`;
  const lines = Object.entries(constants).map(constant);
  await writeIfChanged(join(generated, "elements.js"), lines.join(""));
  // Apart, because it is loaded with what it is for.
  const style = constant(["STYLE", `.cpor{--rem:var(--cpor-font-size,1rem)}${sized}`]);
  await writeIfChanged(join(generated, "element-style.js"), style);
}
