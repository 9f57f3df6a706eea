// Builds the site, one folder that any server can serve: the pages, their scripts and styles, the wasm,
// samples, the package as embed.html loads it, and the service worker.
import { readFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { APP_PARTS } from "../www/page/app-parts.js";
import { bundle } from "./bundle.mjs";
import { pageIn } from "./languages.mjs";
import { serviceWorker, versionDefined } from "./offline.mjs";
import { dist, filesUnder, generated, inRoot, root, site, writeFolder } from "./tools.mjs";
import { MODULES } from "./wasm.mjs";

const www = inRoot("www");
const page = (name) => join(www, "page", name);

export async function buildPages() {
  const define = await versionDefined();
  const parts = Object.keys(APP_PARTS).map((name) => [name, page(`${name}.js`)]);
  const [app, bulk, embed, style, workers] = await Promise.all([
    // Parts have names of their own: one that did not load is asked for again under another address.
    bundle(
      site,
      { app: page("app.js"), ...Object.fromEntries(parts) },
      { splitting: true, define },
    ),
    bundle(site, { bulk: page("bulk.js") }, { splitting: true, define }),
    bundle(site, ["embed.js", "embed.css", "late.css", "bulk.css"].map(page)),
    bundle(site, { style: page("page.css") }),
    buildWorkers(site, { reader: page("reader.js"), checker: page(join("bulk", "checker.js")) }),
  ]);
  const files = {
    ...{ ...app.files, ...bulk.files, ...embed.files, ...style.files, ...workers },
    ...(await copies()),
    "index.html": await html("index.html", app.metafile, "app.js", [
      "text/en/claim.js",
      "text/en/page.js",
    ]),
    "bulk.html": await html("bulk.html", bulk.metafile, "bulk.js", [
      "text/en/claim.js",
      "text/en/bulk.js",
    ]),
    "embed.html": await pageIn("embed.html"),
  };
  await writeFolder(site, { ...files, "offline.js": await serviceWorker(files) });
}

/** Workers, each in one file: the page says where the wasm is. */
export async function buildWorkers(folder, entries) {
  const { files } = await bundle(folder, entries, {
    conditions: ["worker"],
    outExtension: { ".js": ".mjs" },
  });
  return files;
}

async function copies() {
  const packaged = (await filesUnder(dist)).filter((path) => /\.(m?js|css|wasm)$/.test(path));
  const samples = (await filesUnder(join(www, "samples"))).map((name) => `samples/${name}`);
  const from = {
    ...Object.fromEntries(Object.keys(MODULES).map((name) => [`${name}_bg.wasm`, generated])),
    ...Object.fromEntries(
      ["favicon.svg", "manifest.webmanifest", ...samples].map((name) => [name, www]),
    ),
  };
  const read = async ([name, folder]) => [name, await readFile(join(folder, name))];
  const all = [
    ...Object.entries(from).map(read),
    ...packaged.map(async (path) => [`package/${path}`, await readFile(join(dist, path))]),
  ];
  return Object.fromEntries(await Promise.all(all));
}

/**
 * A page with what its script is going to import named in it: the pieces of the script, and those
 * that it loads first in English. Otherwise one request would wait for another.
 */
async function html(name, { outputs }, script, loadedFirst) {
  const all = Object.entries(outputs).map(([path, output]) => [basename(path), output]);
  const imports = (file) => {
    const [, { imports: own }] = all.find(([other]) => other === file);
    const pieces = own.filter(({ kind }) => kind === "import-statement");
    return pieces.flatMap(({ path }) => [basename(path), ...imports(basename(path))]);
  };
  const first = all.flatMap(([file, { entryPoint }]) => {
    const source = entryPoint && relative(www, join(root, entryPoint)).split(sep).join("/");
    return loadedFirst.includes(source) ? [file, ...imports(file)] : [];
  });
  const links = [...new Set([...imports(script), ...first])].map(
    (file) => `<link rel="modulepreload" href="${file}">`,
  );
  return (await pageIn(name)).replace("<!-- preloads -->", links.join("\n"));
}
