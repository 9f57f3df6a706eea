// The package's scripts for dist: each entry, what is loaded later under a name of its own, and beside
// them the pieces that several share. Few files, and each names all that it needs: a browser asks for
// them at once, where the sources would be found out one after the other.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { PARTS } from "../www/page/parts.js";
import { filesUnder, inRoot } from "./tools.mjs";

const elements = inRoot("www", "element");
const page = inRoot("www", "page");
const texts = join(page, "text");
const lib = inRoot("www", "lib");
/** They have all they need in them: see scripts/build.mjs. */
const ALONE = ["worker-script"];
/** Nobody waits for a network, and each file takes Node as long as 20 KB of script. */
const NODE = "node";
/** Some entries have these from the start, others load them later: each stays one file under its own name. */
const LATER = [
  "batch",
  "core",
  "lookup",
  "skus",
  ...["batch", "exports"].map((name) => `wasm/cpor_${name}`),
];

/** The files by their paths in dist. */
export async function bundlePackage(options) {
  const { build: bundle } = await import("esbuild");
  const settings = JSON.parse(await readFile(inRoot("package.json"), "utf8"));
  const outdir = inRoot("dist");
  const { outputFiles, metafile } = await bundle({
    ...options,
    metafile: true,
    entryPoints: {
      ...(await libraryEntries(settings)),
      element: join(elements, "element.js"),
      define: join(elements, "define.js"),
      "element/runtime": join(elements, "runtime.js"),
      // A part that did not load is asked for by its name: see www/page/parts.js.
      ...Object.fromEntries(
        [...Object.keys(PARTS), "diagnosis"].map((name) => [
          `element/${name}`,
          join(page, `${name}.js`),
        ]),
      ),
      ...(await scripts(texts, "element")),
    },
    outdir,
    bundle: true,
    splitting: true,
    write: false,
    external: ["node:*"],
    define: { VERSION: JSON.stringify(settings.version) },
    plugins: [filesLoadedLater, placesInDist, styleAsText(options), slimManifest],
  });
  const later = await bundle({
    ...options,
    entryPoints: Object.fromEntries(LATER.map((name) => [name, join(lib, `${name}.js`)])),
    outdir,
    bundle: true,
    write: false,
    plugins: [filesLoadedLater],
  });
  const node = await bundle({
    ...options,
    // One letter beyond Latin-1, and all of it would be read in twice the time.
    charset: "ascii",
    entryPoints: [join(lib, `${NODE}.js`)],
    outdir,
    bundle: true,
    write: false,
    external: ["node:*"],
    plugins: [libraryLoadedLater(/^\.\/(parts\/|lookup\.js$|skus\.js$)/, "./"), listsAsJson],
  });
  const worker = await bundle({
    ...options,
    entryPoints: { "element/reader": join(page, "reader.js") },
    outdir,
    bundle: true,
    write: false,
    plugins: [libraryLoadedLater(/^\.\/(parts\/|skus\.js$)/, "../"), placesInWorker],
  });
  const files = Object.fromEntries(
    [outputFiles, later.outputFiles, node.outputFiles, worker.outputFiles]
      .flat()
      .map(({ path, text }) => [relative(outdir, path).split(sep).join("/"), text]),
  );
  return withRuntimeAtOnce(files, metafile);
}

/** Who asks for the elements' runtime asks for what it imports as well, which is known here alone. */
function withRuntimeAtOnce(files, { outputs }) {
  const named = 'import("./element/runtime.js")';
  const [[path, text], ...others] = Object.entries(files).filter(([, all]) => all.includes(named));
  if (others.length > 0) throw new Error(`${named} stands in several files`);
  const importsOf = (name) =>
    outputs[`dist/${name}`].imports.flatMap((one) =>
      one.kind === "import-statement" ? basename(one.path) : [],
    );
  const missing = importsOf("element/runtime.js").filter(
    (name) => !importsOf("define.js").includes(name),
  );
  const all = missing.map((name) => `import("./${name}")`);
  const atOnce = `Promise.all([${[named, ...all]}]).then(([e])=>e)`;
  return { ...files, [path]: text.replace(named, atOnce) };
}

/** What the package's settings name of the library, and what the library loads when it is needed. */
async function libraryEntries({ exports, bin }) {
  const named = Object.values(exports).flatMap((target) => [target.node, target.default]);
  const others = [...ALONE, ...LATER, NODE];
  const own = [...named, ...Object.values(bin)]
    .map((path) => path?.match(/^\.\/dist\/([^*]+)\.js$/)?.[1])
    .filter((name) => name && !others.includes(name) && existsSync(join(lib, `${name}.js`)));
  return {
    ...Object.fromEntries(own.map((name) => [name, join(lib, `${name}.js`)])),
    ...(await scripts(join(lib, "text"), "text")),
    ...(await scripts(join(lib, "parts"), "parts")),
  };
}

async function scripts(folder, as) {
  const paths = (await filesUnder(folder)).filter((path) => path.endsWith(".js"));
  return Object.fromEntries(paths.map((path) => [`${as}/${stem(path)}`, join(folder, path)]));
}

const stem = (path) => path.replace(/\.js$/, "");

/** They lie in dist as they do in www/lib; what the page has of its own lies in dist/element. */
const filesLoadedLater = {
  name: "files loaded later",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
      const name = stem(relative(lib, join(resolveDir, path)).split(sep).join("/"));
      if (![...LATER, NODE].includes(name)) return undefined;
      return { path: `${resolveDir === lib ? "." : ".."}/${name}.js`, external: true };
    });
  },
};

/** Worker and Node have the library in one file, but for what that loads when it is asked to. */
const libraryLoadedLater = (filter, folder) => ({
  name: "library loaded later",
  setup({ onResolve }) {
    onResolve({ filter }, ({ path, kind, resolveDir }) =>
      kind === "dynamic-import" && resolveDir === lib
        ? { path: path.replace("./", folder), external: true }
        : undefined,
    );
  },
});

/** What is large is read in less time as JSON than as script. */
const listsAsJson = {
  name: "lists as JSON",
  setup({ onLoad }) {
    onLoad({ filter: /lib[\\/](registry-\w+|closed-lists)\.js$/ }, async ({ path }) => {
      const lists = Object.entries(await import(`${pathToFileURL(path)}?${Date.now()}`));
      const json = (value) => JSON.stringify(JSON.stringify(value));
      const lines = lists.map(([name, all]) => {
        const exported = name === "default" ? "export default" : `export const ${name} =`;
        return `${exported} JSON.parse(${json(all)});`;
      });
      return { contents: lines.join("\n"), loader: "js" };
    });
  },
};

/** Where the page's files lie in dist, as seen from the file that names them. */
const places = (moved) => ({
  name: "places in dist",
  setup({ onLoad }) {
    onLoad({ filter: /page[\\/](desk|parts|reader)\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const move = moved[basename(path)];
      if (!move) return undefined;
      const [there, here] = move;
      if (!text.includes(there)) throw new Error(`${path} no longer names ${there}`);
      return { contents: text.replace(there, here), loader: "js" };
    });
  },
});
const placesInDist = places({
  // Only what reads exports has it, which lies beside it.
  "desk.js": ["../built/reader.js", "./reader.js"],
  "parts.js": ["new URL(`", "new URL(`element/"],
});
const placesInWorker = places({ "reader.js": ["../lib/wasm/", "../wasm/"] });

/**
 * The style sheet as text. `rem` is the host page's, and some pages make theirs 10 px; so sizes go by
 * a unit of our own.
 */
const styleAsText = (options) => ({
  name: "style as text",
  setup({ onLoad }) {
    onLoad({ filter: /look\.css$/ }, async ({ path }) => {
      const { build: bundle } = await import("esbuild");
      const { outputFiles } = await bundle({
        ...options,
        entryPoints: [path],
        bundle: true,
        write: false,
      });
      const [{ text }] = outputFiles;
      const sized = text.trim().replace(/(?<![\w.-])(\d*\.?\d+)rem\b/g, "calc($1*var(--rem))");
      return { contents: `.cpor{--rem:var(--cpor-font-size,1rem)}${sized}`, loader: "text" };
    });
  },
});

/** Of the manifest, browsers need what an element does at run time, not what it is told about. */
const slimManifest = {
  name: "slim manifest",
  setup({ onLoad }) {
    onLoad({ filter: /manifest\.js$/ }, async ({ path }) => {
      const { ELEMENTS, RENAMED } = await import(pathToFileURL(path));
      const slim = Object.entries(ELEMENTS).map(([tag, { attributes, parts, reserved }]) => [
        tag,
        {
          attributes: attributes.map(({ doc, type, ...rest }) => rest),
          reserved,
          parts: parts.map(({ doc, ...rest }) => rest),
        },
      ]);
      const constants = { ELEMENTS: Object.fromEntries(slim), RENAMED };
      const lines = Object.entries(constants).map(
        ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
      );
      return { contents: lines.join("\n"), loader: "js" };
    });
  },
};
