// How scripts and styles are bundled: by esbuild, minified, with its documented options alone.
import { relative, sep } from "node:path";

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
