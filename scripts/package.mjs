// Builds dist, the package as it is published: all scripts and the wasm in one folder, types, what
// editors read, and the hashes of all that browsers load.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PRESETS } from "../www/element/presets.js";
import { bundle } from "./bundle.mjs";
import { contractFiles, contractSchemas, writeClaimSchema } from "./contract.mjs";
import { credits } from "./credits.mjs";
import { dataFiles, loadedLibrary } from "./data.mjs";
import { declarations, emitted } from "./declarations.mjs";
import { docsFiles } from "./docs.mjs";
import { languages } from "./languages.mjs";
import { buildElementSources, describeElements } from "./manifests.mjs";
import { versionDefined } from "./offline.mjs";
import { oneFile } from "./one-file.mjs";
import { sbom } from "./sbom.mjs";
import { integrity } from "./texts.mjs";
import { dist, generated, inRoot, writeFolder } from "./tools.mjs";
import { MODULES } from "./wasm.mjs";

/** The modules with the types of the entries. */
const TYPED = ["library", "slim", "attach", "schema", "server", "worker", "events", "address"];

const lib = (name) => inRoot("www", "lib", name);
const element = (name) => inRoot("www", "element", name);

/** Debuggers find the sources in a file beside each script. Those that repeat others in one file go without. */
const mapped = { sourcemap: true };

export async function buildPackage() {
  await buildElementSources();
  const define = await versionDefined();
  const tags = await languages();
  const texts = tags.map((tag) => [`text/${tag}`, join(generated, `text-${tag}.ts`)]);
  const types = await declarations([
    ...TYPED.map((name) => `lib/${name}`),
    ...["skus", ...tags.map((tag) => `text-${tag}`)].map((name) => `generated/${name}`),
  ]);
  const schemas = await contractSchemas(emitted("lib/library"));
  await writeClaimSchema(schemas);
  const built = await Promise.all([
    bundle(
      dist,
      {
        ...{ web: lib("library.ts"), attach: lib("attach.ts"), worker: lib("worker.ts") },
        ...{ element: element("element.ts"), define: element("define.ts") },
        skus: join(generated, "skus.ts"),
      },
      { ...mapped, splitting: true, define },
    ),
    bundle(dist, { slim: lib("slim.ts") }, { ...mapped, splitting: true, conditions: ["slim"] }),
    bundle(dist, { inline: lib("library.ts") }, { conditions: ["inline"], charset: "ascii" }),
    bundle(dist, { workerd: lib("library.ts") }, { conditions: ["workerd"] }),
    // ASCII alone: a page that does not say how it is encoded reads a script beside it its own way.
    bundle(
      dist,
      { "cpor-preflight.iife": lib("classic.ts") },
      { conditions: ["inline"], format: "iife", globalName: "CporPreflight", charset: "ascii" },
    ),
    bundle(
      dist,
      { "worker-script": lib("worker-script.ts") },
      { conditions: ["worker"], outExtension: { ".js": ".mjs" } },
    ),
    bundle(
      dist,
      { cli: lib("cli.ts"), schema: lib("schema.ts"), server: lib("server.ts") },
      mapped,
    ),
    bundle(dist, Object.fromEntries(texts)),
    bundle(dist, {
      attach: lib("attach.css"),
      ...Object.fromEntries(
        Object.keys(PRESETS).map((name) => [`presets/${name}`, element(`presets/${name}.css`)]),
      ),
    }),
  ]);
  const library = await loadedLibrary();
  const described = await describeElements();
  const docs = Object.entries(await docsFiles(library, { ...types, ...described }));
  const files = {
    ...Object.assign({}, ...built.map(({ files }) => files)),
    ...described,
    ...types,
    ...(await contractFiles(schemas)),
    ...(await dataFiles(library)),
    ...Object.fromEntries(docs.map(([path, content]) => [`docs/${path}`, content])),
    ...(await copies()),
    ...compiled(),
    "cpor-preflight.html": await oneFile(),
    "THIRD-PARTY.md": credits(),
    "sbom.json": sbom(),
  };
  const loadable = Object.keys(files).filter((path) => /\.(m?js|wasm)$/.test(path));
  const hashes = loadable.sort().map((path) => [path, integrity(files[path])]);
  const json = JSON.stringify(Object.fromEntries(hashes), null, 2);
  await writeFolder(dist, { ...files, "integrity.json": `${json}\n` });
}

/** The modules as Cloudflare's workers import them: its tools know wasm by the name that is imported. */
function compiled() {
  const names = Object.keys(MODULES).map((name) => [name, name.replace("cpor_", "workerd-")]);
  const script = (name) => `export { default } from "./${name}_bg.wasm";\n`;
  return Object.fromEntries(names.map(([name, path]) => [`${path}.js`, Buffer.from(script(name))]));
}

async function copies() {
  const from = Object.keys(MODULES).map((name) => [
    `${name}_bg.wasm`,
    join(generated, `${name}_bg.wasm`),
  ]);
  return Object.fromEntries(
    await Promise.all(from.map(async ([name, path]) => [name, await readFile(path)])),
  );
}
