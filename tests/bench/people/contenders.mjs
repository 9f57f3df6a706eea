// What is compared: one form in several libraries, each built as its users would, and the product's page
// and element. Answers with where each lies, and how its first field is found in it.
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { site } from "../../../scripts/serve.mjs";
import { inRoot } from "../../../scripts/tools.mjs";
import { here } from "../places.mjs";
import { WRONG } from "./definition.mjs";

/** By name: the script, and the selector of a field. */
const PEERS = {
  "plain HTML + valibot": { script: "plain.mjs", of: (name) => `[name=${name}]` },
  "React + react-hook-form + zod": { script: "react.jsx", of: (name) => `[name=${name}]` },
  "rjsf + ajv": { script: "rjsf.jsx", of: (name) => `#root_${name}` },
  SurveyJS: { script: "survey.mjs", of: (name) => `[data-name=${name}] input` },
  "Vue + FormKit": { script: "formkit.mjs", of: (name) => `#${name}` },
};
const ours = (name) => `[data-field=${name}] input`;
const TENANT = "customerTenantId";

/**
 * `[{ name, path, form, first, of }]`: the path of the page, what is added to it for the filled form,
 * and its first input: `{ selector, text, isBox }`. `folders` is what a server needs.
 */
export async function contenders(definition, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const peers = await Promise.all(
    Object.entries(PEERS).map(async ([name, { script, of }], at) => {
      await built(script, join(folder, `peer-${at}`), definition);
      const first = { selector: of(TENANT), text: WRONG[TENANT], answer: messageOf(definition) };
      return { name, path: `peer-${at}/`, isFilled: true, first, of };
    }),
  );
  await element(join(folder, "element"));
  const folders = Object.fromEntries(
    [...peers.keys()].map((at) => [`peer-${at}`, join(folder, `peer-${at}`)]),
  );
  const [box, field] = [
    { selector: "textarea", text: FOUND, isBox: true, answer: FOUND_ANSWER },
    { selector: ours(TENANT), text: WRONG[TENANT], answer: messageOf(definition) },
  ];
  return {
    folders: { ...folders, page: site, element: join(folder, "element") },
    all: [
      { name: "the page", path: "page/", form: "#claim", first: box, of: ours },
      { name: "the element", path: "element/", first: field, of: ours },
      ...peers,
    ],
  };
}

/** An ID that the page is given first, and what it says then. */
const FOUND = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const FOUND_ANSWER = "Customer tenant ID";

const messageOf = ({ fields }) => fields.find(({ name }) => name === TENANT).malformed;

async function built(script, folder, definition) {
  const { build } = await import("esbuild");
  await build({
    ...{ bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "error" },
    ...{
      jsx: "automatic",
      outfile: join(folder, "app.js"),
      entryPoints: [join(here, "people", script)],
    },
    define: {
      "process.env.NODE_ENV": '"production"',
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    plugins: [given(definition)],
  });
  await cp(join(here, "people", "people.css"), join(folder, "people.css"));
  const isPlain = script === "plain.mjs";
  const body = isPlain ? plainForm(definition) : '<div id="app"></div>';
  const own = script === "survey.mjs" ? '<link rel="stylesheet" href="app.css">\n' : "";
  await writeFile(join(folder, "index.html"), page(body, `${own}${SCRIPT}`));
}

const SCRIPT =
  '<link rel="stylesheet" href="people.css">\n<script type="module" src="app.js"></script>';

/** What `import … from "definition"` gives. */
const given = (definition) => ({
  name: "definition",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^definition$/ }, () => ({ path: "definition", namespace: "given" }));
    onLoad({ filter: /.*/, namespace: "given" }, () => ({
      contents: Object.entries(definition)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join("\n"),
    }));
  },
});

/** The package as its README says. */
async function element(folder) {
  await cp(inRoot("dist"), folder, { recursive: true });
  const head = `<link rel="preload" as="fetch" crossorigin href="cpor_check_bg.wasm">
<link rel="stylesheet" href="element.css">
<script type="module" src="define.js"></script>`;
  const body =
    '<form><cpor-claim-form name="claim"></cpor-claim-form> <button>Send</button></form>';
  await writeFile(join(folder, "index.html"), page(body, head));
}

const page = (body, head) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A claim</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
<h1>A claim</h1>
${body}
</body>
</html>
`;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function plainForm({ fields }) {
  const control = ({ name, type, options }) => {
    const common = `id="${name}" name="${name}" aria-describedby="${name}-error"`;
    if (type !== "choice") return `<input ${common} type="${type === "date" ? "date" : "text"}">`;
    const all = options.map(
      ({ value, label }) => `<option value="${value}">${escaped(label)}</option>`,
    );
    return `<select ${common}><option value=""></option>${all.join("")}</select>`;
  };
  const parts = fields.map(
    (field) => `<div class="field"><label for="${field.name}">${escaped(field.label)}</label>
<small>${escaped(field.hint)}</small>
${control(field)}
<p class="error" id="${field.name}-error" role="alert"></p></div>`,
  );
  return `<form novalidate>\n${parts.join("\n")}\n<button>Check</button>\n</form>`;
}
