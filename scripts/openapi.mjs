// The check on a server (www/lib/server) as OpenAPI 3.1.
import { imported } from "./bundle.mjs";
import { inRoot } from "./tools.mjs";

const REFERENCE = "#/components/schemas/";

/**
 * @param schemas JSON Schemas by their names: those of claim and report, with what they refer to
 */
export async function openApi({ claim, report }, version) {
  const { PROBLEMS } = await imported(inRoot("www", "lib", "server", "problems.ts"));
  const ofClaim = { schema: reference("Claim") };
  const answered = (description) => ({
    description,
    headers: { "content-language": { schema: { type: "string" } } },
    content: { "application/json": { schema: reference("Report") } },
  });
  return {
    openapi: "3.1.0",
    info: {
      title: "Check of CPOR claims",
      version,
      description:
        "What checkHandler of cpor-preflight/server answers, at the path where it is put.",
      license: { name: "MIT OR Apache-2.0", identifier: "MIT OR Apache-2.0" },
    },
    servers: [{ url: "/" }],
    security: [],
    paths: {
      "/": {
        post: {
          operationId: "checkClaim",
          summary: "Check a claim before it is filed",
          parameters: [
            {
              name: "accept-language",
              in: "header",
              description: "The languages of the person, for the texts of the report.",
              schema: { type: "string" },
            },
          ],
          requestBody: {
            required: true,
            content: {
              "application/json": ofClaim,
              "application/x-www-form-urlencoded": ofClaim,
              "multipart/form-data": ofClaim,
            },
          },
          responses: {
            200: answered("Nothing blocks the claim."),
            422: answered("Something blocks the claim."),
            ...Object.fromEntries(
              Object.entries(PROBLEMS).map(([code, [status, title]]) => [
                status,
                refused(code, title),
              ]),
            ),
          },
        },
      },
    },
    components: {
      schemas: {
        ...Object.assign({}, ...[claim, report].map(definitions)),
        Problem: {
          type: "object",
          description: "Why there is no report (RFC 9457).",
          required: ["type", "title", "status", "detail", "code"],
          properties: {
            type: { type: "string", const: "about:blank" },
            title: { type: "string" },
            status: { type: "integer" },
            detail: { type: "string" },
            code: { type: "string", enum: Object.keys(PROBLEMS) },
          },
        },
      },
    },
  };
}

const reference = (name) => ({ $ref: `${REFERENCE}${name}` });

function refused(code, title) {
  const schema = { allOf: [reference("Problem"), { properties: { code: { const: code } } }] };
  return { description: title, content: { "application/problem+json": { schema } } };
}

/** A schema and what it refers to, each under its name. */
function definitions({ $schema: _, $id, $defs, ...schema }) {
  const text = JSON.stringify({ ...$defs, [schema.title]: schema });
  return JSON.parse(text.replaceAll('"#/$defs/', `"${REFERENCE}`));
}
