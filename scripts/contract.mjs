// The contract as data: JSON Schemas of what goes in and comes out, made of the package's types.
import { join } from "node:path";
import { packageVersion } from "./offline.mjs";
import { openApi } from "./openapi.mjs";
import { generated, writeIfChanged } from "./tools.mjs";

/** The types, by the names of their files. */
const TYPES = { claim: "Claim", evidence: "Evidence", report: "Report", plan: "Plan" };
const DRAFT = "https://json-schema.org/draft/2020-12/schema";

/**
 * The schemas by their names.
 *
 * @param types the package's declarations with all these types
 */
export async function contractSchemas(types) {
  const { createGenerator } = await import("ts-json-schema-generator");
  const generator = createGenerator({
    ...{ path: types, skipTypeCheck: true, topRef: false, sortProps: false },
    // What a later version adds is no fault.
    additionalProperties: true,
  });
  const schemas = Object.entries(TYPES).map(([name, type]) => {
    const { definitions, ...schema } = generator.createSchema(type);
    return [name, schemaOf(name, type, { ...schema, ...joined(definitions) })];
  });
  return Object.fromEntries(schemas);
}

/** What `cpor-preflight/schema` has of it. */
export async function writeClaimSchema({ claim }) {
  const { $schema, $id, ...schema } = inlined(claim);
  const text = `export const CLAIM_SCHEMA = ${JSON.stringify(schema)};\n`;
  await writeIfChanged(join(generated, "claim-schema.js"), text);
}

/** The files of the contract, by their paths in dist. */
export async function contractFiles(schemas) {
  const documents = { ...schemas, openapi: await openApi(schemas, await packageVersion()) };
  return Object.fromEntries(
    Object.entries(documents).map(([name, document]) => [
      `contract/${name}.json`,
      `${JSON.stringify(document, null, 2)}\n`,
    ]),
  );
}

function schemaOf(name, title, { $schema: _, ...schema }) {
  const text = JSON.stringify(schema).replaceAll('"#/definitions/', '"#/$defs/');
  const { definitions, ...rest } = JSON.parse(text);
  return { $schema: DRAFT, $id: `urn:cpor-preflight:${name}`, title, ...rest, $defs: definitions };
}

/** One definition of findings, with parameters that depend on the code, instead of one for each code. */
function joined(definitions) {
  const isFinding = ([name]) => name.startsWith("FindingOf<");
  const findings = Object.entries(definitions)
    .filter(isFinding)
    .map(([, finding]) => finding);
  if (!findings.length) return { definitions };
  const { NoParams: _, ...others } = Object.fromEntries(
    Object.entries(definitions).filter((entry) => !isFinding(entry)),
  );
  const [{ properties, ...first }] = findings;
  const codes = findings.map((finding) => finding.properties.code.const);
  const ruled = findings
    .filter(({ properties: { params } }) => !params.$ref)
    .map(({ properties: { code, params } }) => ({
      if: { properties: { code } },
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      then: { properties: { params } },
    }));
  const common = {
    ...properties,
    code: { type: "string", enum: codes },
    params: { type: "object" },
  };
  const finding = { ...first, properties: common, allOf: ruled };
  return { definitions: { ...others, Finding: finding } };
}

/** A schema without references. */
function inlined({ $defs, ...schema }) {
  const text = JSON.stringify(schema, (_, value) => {
    const [, name] = value?.$ref?.match(/^#\/\$defs\/(.+)/) ?? [];
    return name ? $defs[name] : value;
  });
  return JSON.parse(text);
}
