// The site without a network: its service worker, with the version and the hashes of the files that it
// keeps.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { filesUnder, inRoot } from "./tools.mjs";

const www = inRoot("www");
/** The page for portals is for people who write pages: it stays where the network is. */
const OTHERS = /^built\/embed\./;

/**
 * The service worker's text. `minifying` are the options of all scripts, `rules` the ids of the rule
 * sets that the page knows.
 */
export async function serviceWorker(minifying, rules) {
  const files = await hashes();
  const content = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 8);
  const version = `${await packageVersion()} (${content})`;
  const constants = { FILES: files, RULES: rules.join(", "), VERSION: version };
  const { build: bundle } = await import("esbuild");
  const { outputFiles } = await bundle({
    ...minifying,
    entryPoints: [join(www, "page", "offline.js")],
    bundle: true,
    format: "iife",
    write: false,
    plugins: [module("./version-of-files.js", constants)],
  });
  return outputFiles[0].text;
}

async function packageVersion() {
  return JSON.parse(await readFile(inRoot("package.json"), "utf8")).version;
}

/** For esbuild: what the page calls VERSION. */
export const versionDefined = async () => ({ VERSION: JSON.stringify(await packageVersion()) });

/** A module that is there in no other way than as these constants. */
export const module = (name, constants) => ({
  name,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path }) =>
      path === name ? { path, namespace: name } : undefined,
    );
    onLoad({ filter: /./, namespace: name }, () => {
      const lines = Object.entries(constants).map(
        ([constant, value]) => `export const ${constant} = ${JSON.stringify(value)};`,
      );
      return { contents: lines.join("\n") };
    });
  },
});

/** What the page and the page for many claims load, by name; the page itself has none. */
async function hashes() {
  const folder = async (name) =>
    (await filesUnder(join(www, name))).map((path) => `${name}/${path}`);
  const loaded = [
    ...(await filesUnder(www)).filter((path) =>
      /^(bulk\.html|[^/]+\.(svg|webmanifest))$/.test(path),
    ),
    ...(await folder("built")).filter((path) => !OTHERS.test(path)),
    ...(await folder("lib/wasm")).filter((path) => path.endsWith(".wasm")),
    ...(await folder("samples")),
  ];
  const named = [["", "index.html"], ...loaded.map((path) => [path, path])];
  const hashed = named.map(async ([name, path]) => {
    const hash = createHash("sha256").update(await readFile(join(www, path)));
    return [name, `sha256-${hash.digest("base64")}`];
  });
  return Object.fromEntries(await Promise.all(hashed));
}
