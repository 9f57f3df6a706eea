// How each bundler is told to build the consumers. What a portal has to know about its bundler is
// what is written here.
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { built, consumers, resolved, tool } from "./tools.mjs";

/** Builds a consumer into `built/<name>`. */
export const BUNDLERS = {
  Vite: (out) => vite({ out }),

  "Vite, given the address": (out) => vite({ out, entry: "given-vite" }),

  webpack: (out) => webpack(out),

  async Rollup(out) {
    const { rollup } = await tool("rollup");
    const { nodeResolve } = await tool("@rollup/plugin-node-resolve");
    const { importMetaAssets } = await tool("@web/rollup-plugin-import-meta-assets");
    const bundle = await rollup({
      input: join(consumers, "app.js"),
      plugins: [nodeResolve({ browser: true }), importMetaAssets()],
      onwarn: (warning) => {
        throw new Error(warning.message);
      },
    });
    await bundle.write({ dir: out, format: "es" });
    await page(out);
  },

  async esbuild(out) {
    const entryPoints = { app: join(consumers, "given.js") };
    await esbuild({
      ...SPLIT,
      entryPoints,
      outdir: out,
      loader: { ".wasm": "file" },
      publicPath: "./",
    });
    await page(out);
  },

  async Parcel(out) {
    const { Parcel } = await tool("@parcel/core");
    const bundler = new Parcel({
      entries: join(consumers, "index.html"),
      defaultConfig: resolved("@parcel/config-default"),
      cacheDir: join(built, "parcel-cache"),
      mode: "production",
      defaultTargetOptions: { distDir: out, publicUrl: "./", sourceMaps: false },
      shouldDisableCache: true,
    });
    await bundler.run();
  },
};

/** A portal with React 18, which gives elements attributes only. */
export async function react18(out) {
  const { default: plugin } = await tool("@vitejs/plugin-react");
  return vite({ out, root: "react18", plugins: [plugin()] });
}

const SPLIT = { splitting: true, format: "esm" };

async function esbuild(options) {
  const { build } = await tool("esbuild");
  const { warnings } = await build({ bundle: true, logLevel: "silent", ...options });
  if (warnings.length) throw new Error(JSON.stringify(warnings));
}

async function webpack(out) {
  const { default: bundler } = await tool("webpack");
  const compiler = bundler({
    mode: "production",
    context: consumers,
    entry: "./app.js",
    output: { path: out, filename: "app.js", publicPath: "auto" },
    performance: false,
  });
  const stats = await new Promise((done, fail) =>
    compiler.run((error, result) => (error ? fail(error) : done(result))),
  );
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString());
  await page(out);
}

/** Vite's development server on a consumer; resolves to it. */
export async function viteServer({ entry, optimizeDeps }) {
  const { createServer } = await tool("vite");
  const server = await createServer({
    ...common(consumers),
    plugins: [inPlaceOf("app", entry)],
    optimizeDeps,
    cacheDir: await emptied(`vite-${entry}`),
    server: { port: 0, host: "localhost", fs: { strict: false } },
  });
  return server.listen();
}

async function vite({ out, root = ".", entry = "app", plugins = [] }) {
  const { build } = await tool("vite");
  await build({
    ...common(join(consumers, root)),
    plugins: [...plugins, inPlaceOf("app", entry)],
    base: "./",
    build: {
      outDir: out,
      emptyOutDir: true,
      chunkSizeWarningLimit: 2000,
      modulePreload: { polyfill: false },
    },
  });
}

const common = (root) => ({ root, configFile: false, logLevel: "warn" });

const inPlaceOf = (name, entry) => ({
  name: "another entry",
  transformIndexHtml: {
    order: "pre",
    handler: (html) => html.replace(`./${name}.js`, `./${entry}.js`),
  },
});

/** The page for bundlers that make none. */
async function page(out) {
  await mkdir(out, { recursive: true });
  await cp(join(consumers, "index.html"), join(out, "index.html"));
}

/** An empty folder to build into. */
export async function emptied(name) {
  const out = join(built, name.toLowerCase().replace(/\W+/g, "-"));
  await rm(out, { recursive: true, force: true });
  return out;
}
