// How scripts and styles are bundled: by esbuild, minified, with its documented options alone.
import { basename, join, relative, sep } from "node:path";
import { root } from "./tools.mjs";

/**
 * Imports a script of www as it is, with all that it imports: Node cannot read TypeScript.
 *
 * @param options more of esbuild's
 */
export async function imported(path, options) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    ...{ entryPoints: [path], bundle: true, write: false, platform: "node", format: "esm" },
    ...options,
  });
  const script = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${script}`);
}

/**
 * Bundles entries by their names.
 *
 * @param folder where the files will lie: they refer to each other by relative paths
 * @param options more of esbuild's
 * @returns `files`, contents by path in the folder, and esbuild's `metafile`
 */
export async function bundle(folder, entryPoints, options) {
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    ...{ entryPoints, outdir: folder, bundle: true, write: false, metafile: true },
    ...{ minify: true, format: "esm", target: "es2022", charset: "utf8" },
    // All in one folder, so that an address relative to a script holds for each of its pieces.
    chunkNames: "[name]-[hash]",
    external: ["node:*", "./package/*", "*.wasm", "cpor-preflight"],
    ...options,
  });
  const pathOf = (path) => relative(folder, path).split(sep).join("/");
  const files = outputFiles.map(({ path, contents }) => [pathOf(path), contents]);
  return { files: Object.fromEntries(files), metafile };
}

/**
 * The files that were built, as one asks for another.
 *
 * @returns `builtOf`, the file of an entry or of what is imported dynamically, by its path in the repository; and
 * `withImports`, a file with all that it cannot run without
 */
export function filesOf({ outputs }) {
  const all = Object.entries(outputs).map(([path, output]) => [basename(path), output]);
  const byName = new Map(all);
  const sourceOf = ({ entryPoint }) =>
    entryPoint && relative(root, join(root, entryPoint)).split(sep).join("/");
  return {
    builtOf: (source) => all.find(([, output]) => sourceOf(output) === source)?.[0],
    withImports,
  };

  function withImports(file) {
    const pieces = byName.get(file).imports.filter(({ kind }) => kind === "import-statement");
    return [...new Set([file, ...pieces.flatMap(({ path }) => withImports(basename(path)))])];
  }
}
