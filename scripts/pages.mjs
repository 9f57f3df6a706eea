// Builds the site, one folder that any server can serve: the pages, their scripts and styles, the wasm,
// samples, the package as embed.html loads it, and the service worker.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle, filesOf } from "./bundle.mjs";
import { languages, pageIn, paintedFor } from "./languages.mjs";
import { serviceWorker, versionDefined } from "./offline.mjs";
import { dist, filesUnder, generated, inRoot, site, writeFolder } from "./tools.mjs";
import { MODULES } from "./wasm.mjs";

const www = inRoot("www");
/** The views that come when they are first opened: see page/routes.ts. */
const VIEWS = ["many", "plan"];
const page = (name) => join(www, "page", name);

export async function buildPages() {
  const define = await versionDefined();
  // What comes later has names of its own: what did not load is asked for again under another address.
  const views = Object.fromEntries(VIEWS.map((name) => [`view-${name}`, page(`view-${name}.ts`)]));
  const scripts = { index: page("index.ts"), late: page("late.ts"), ...views };
  const styles = { form: join(www, "form", "form.css"), grid: join(www, "grid", "grid.css") };
  const [one, language, bulk, embed, workers] = await Promise.all([
    bundle(site, { ...scripts, ...styles }, { splitting: true, define }),
    bundle(site, { language: page("painted-language.ts") }, { format: "iife" }),
    bundle(site, { bulk: page("bulk.ts") }),
    bundle(site, ["embed.js", "embed.css"].map(page)),
    buildWorkers(site, {
      checker: join(www, "batch", "checker.ts"),
      "worker-script": join(www, "lib", "worker-script.ts"),
    }),
  ]);
  const files = {
    ...{ ...one.files, ...language.files, ...bulk.files, ...embed.files, ...workers },
    ...(await copies()),
    "index.html": await indexPage(one.metafile),
    "bulk.html": await pageIn("bulk.html"),
    "embed.html": await pageIn("embed.html"),
  };
  await writeFolder(site, { ...files, "offline.js": await serviceWorker(files) });
}

/** Workers, each in one file: the page says where the wasm is. */
async function buildWorkers(folder, entries) {
  const { files } = await bundle(folder, entries, {
    conditions: ["worker"],
    outExtension: { ".js": ".mjs" },
  });
  return files;
}

async function copies() {
  const built = await filesUnder(dist);
  const docs = built.filter((path) => path.startsWith("docs/"));
  const packaged = built.filter((path) => /^(?!docs\/).*\.(m?js|css|wasm)$/.test(path));
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
    ...docs.map((path) => read([path, dist])),
    ...packaged.map(async (path) => [`package/${path}`, await readFile(join(dist, path))]),
  ];
  return Object.fromEntries(await Promise.all(all));
}

/**
 * The page with what its script is going to import named in it: the pieces of the script, and the words that it loads
 * first. Otherwise one request would wait for another.
 */
async function indexPage(metafile) {
  const { builtOf, withImports } = filesOf(metafile);
  const wordsOf = (tag) =>
    ["form", "claim"].flatMap((name) => withImports(builtOf(`www/text/${tag}/${name}.js`)));
  const [first, ...others] = await languages();
  const named = [...new Set([...withImports("index.js").slice(1), ...wordsOf(first)])];
  const painted = others.map((tag) =>
    paintedFor(
      tag,
      wordsOf(tag).filter((file) => !named.includes(file)),
    ),
  );
  const links = named.map((file) => `<link rel="modulepreload" href="${file}">`).join("\n");
  const inOthers = (await Promise.all(painted)).join("\n");
  return (await pageIn("index.html"))
    .replace("<!-- preloads -->", () => links)
    .replace("<!-- painted in other languages -->", () => inOthers);
}
