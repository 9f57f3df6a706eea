// The elements as scripts for dist: two entries, and beside them what these load when it is needed.
// The library is not in them: they share the one that the package has, and so its wasm.
import { readFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { PARTS } from "../www/page/parts.js";
import { filesUnder, inRoot } from "./tools.mjs";

const source = inRoot("www", "element");
const page = inRoot("www", "page");
const texts = join(page, "text");
const lib = inRoot("www", "lib");

/** The files by their paths in dist. */
export async function bundleElements(options) {
  const { build: bundle } = await import("esbuild");
  const { version } = JSON.parse(await readFile(inRoot("package.json"), "utf8"));
  const outdir = inRoot("dist");
  const { outputFiles } = await bundle({
    ...options,
    entryPoints: {
      element: join(source, "element.js"),
      define: join(source, "define.js"),
      "element/runtime": join(source, "runtime.js"),
      // A part that did not load is asked for by its name: see www/page/parts.js.
      ...Object.fromEntries(
        [...Object.keys(PARTS), "diagnosis"].map((name) => [
          `element/${name}`,
          join(page, `${name}.js`),
        ]),
      ),
      ...Object.fromEntries(
        (await filesUnder(texts)).map((name) => [
          `element/${name.replace(/\.js$/, "")}`,
          join(texts, name),
        ]),
      ),
    },
    outdir,
    chunkNames: "element/[name]-[hash]",
    bundle: true,
    splitting: true,
    write: false,
    define: { VERSION: JSON.stringify(version) },
    plugins: [libraryBeside, placesInDist, styleAsText(options), slimManifest],
  });
  const worker = await bundle({
    ...options,
    entryPoints: { "element/reader": join(page, "reader.js") },
    outdir,
    bundle: true,
    write: false,
    plugins: [libraryLoadedLater, placesInDist],
  });
  return Object.fromEntries(
    [...outputFiles, ...worker.outputFiles].map(({ path, text }) => [
      relative(outdir, path).split(sep).join("/"),
      text,
    ]),
  );
}

/** Everything that imports the library ends up in dist/element, from where it is one folder up. */
const libraryBeside = {
  name: "library beside",
  setup({ onResolve }) {
    onResolve({ filter: /\/lib\// }, ({ path, resolveDir }) => {
      const inLib = relative(lib, join(resolveDir, path)).split(sep).join("/");
      return inLib.startsWith("..") ? undefined : { path: `../${inLib}`, external: true };
    });
  },
};

/** The worker has the library in it, but for what that loads when it is asked to. */
const libraryLoadedLater = {
  name: "library loaded later",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(parts\/|skus\.js$)/ }, ({ path, kind, resolveDir }) =>
      kind === "dynamic-import" && resolveDir === lib
        ? { path: path.replace("./", "../"), external: true }
        : undefined,
    );
  },
};

/** Where the page's files lie in dist, as seen from dist/element. */
const PLACES = {
  "desk.js": ["../built/reader.js", "./reader.js"],
  "reader.js": ["../lib/wasm/", "../wasm/"],
};
const placesInDist = {
  name: "places in dist",
  setup({ onLoad }) {
    onLoad({ filter: /page[\\/](desk|reader)\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const [there, here] = PLACES[basename(path)];
      if (!text.includes(there)) throw new Error(`${path} no longer names ${there}`);
      return { contents: text.replace(there, here), loader: "js" };
    });
  },
};

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
