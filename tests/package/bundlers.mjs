// How each bundler is told to build the consumers. What a portal has to know about its bundler is
// what is written here.
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../../scripts/tools.mjs";
import { bin, built, consumers, resolved, tool } from "./tools.mjs";

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

/** Builds a portal with elements. */
export const ELEMENTS = {
  webpack: (out) => webpack(out, "elements"),

  /** It moves no file that is named by its address, so these are copied beside what it writes. */
  async esbuild(out) {
    await esbuild({ ...SPLIT, entryPoints: [join(consumers, "elements", "app.js")], outdir: out });
    const dist = join(consumers, "node_modules", "cpor-preflight", "dist");
    for (const name of (await readdir(dist)).filter((file) => /\.(wasm|mjs)$/.test(file))) {
      await cp(join(dist, name), join(out, name));
    }
    await page(out, "elements");
  },
};

/** A program for Node in one file, which is all that goes to the server. */
export const forNode = (outfile, format) =>
  esbuild({ entryPoints: [join(consumers, "node.js")], outfile, format, platform: "node" });

/** The portal with server components, which goes by Next's own settings; see its next.config.mjs. */
export const next = (...args) => [bin("next"), [...args, join(consumers, "next")]];

/** Frameworks, all built with Vite. */
export const FRAMEWORKS = {
  "React 19": (out) => react(out, "react"),
  "React 18": (out) => react(out, "react18"),

  async "Vue 3"(out) {
    const { default: vue } = await tool("@vitejs/plugin-vue");
    const isCustomElement = (tag) => tag.startsWith("cpor-");
    const plugins = [vue({ template: { compilerOptions: { isCustomElement } } })];
    return vite({ out, root: "vue", plugins });
  },

  async "Svelte 5"(out) {
    const { svelte } = await tool("@sveltejs/vite-plugin-svelte");
    return vite({ out, root: "svelte", plugins: [svelte({ configFile: false })] });
  },

  /** Compiled ahead of time, and its packages too: what is left to the browser would need `eval`. */
  async Angular(out) {
    const compiled = join("node_modules", ".angular");
    await run(bin("ngc"), ["--project", join(consumers, "angular")]);
    await cp(join(consumers, "angular", "index.html"), join(consumers, compiled, "index.html"));
    return vite({ out, root: compiled, plugins: [await angularPackages()] });
  },
};

const SPLIT = { splitting: true, format: "esm" };

async function esbuild(options) {
  const { build } = await tool("esbuild");
  const { warnings } = await build({ bundle: true, logLevel: "silent", ...options });
  if (warnings.length) throw new Error(JSON.stringify(warnings));
}

async function webpack(out, folder = ".") {
  const { default: bundler } = await tool("webpack");
  const compiler = bundler({
    mode: "production",
    context: join(consumers, folder),
    entry: "./app.js",
    output: { path: out, filename: "app.js", publicPath: "auto" },
    performance: false,
  });
  const stats = await new Promise((done, fail) =>
    compiler.run((error, result) => (error ? fail(error) : done(result))),
  );
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString());
  await page(out, folder);
}

async function react(out, root) {
  const { default: plugin } = await tool("@vitejs/plugin-react");
  // What both portals share lies beside one of them, and is to take the other's version.
  const resolve = { dedupe: ["react", "react-dom"] };
  return vite({ out, root, plugins: [plugin()], resolve });
}

async function angularPackages() {
  const { default: linker } = await tool("@angular/compiler-cli/linker/babel");
  const { transformAsync } = await tool("@babel/core");
  const options = { plugins: [linker], compact: false, configFile: false, babelrc: false };
  return {
    name: "Angular's packages",
    transform(code, filename) {
      if (!/@angular/.test(filename) || !code.includes("ɵɵngDeclare")) return undefined;
      return transformAsync(code, { ...options, filename });
    },
  };
}

/** Vite's development server on a consumer; resolves to it. */
export async function viteServer({ root = ".", entry = "app", optimizeDeps }) {
  const { createServer } = await tool("vite");
  const server = await createServer({
    ...common(join(consumers, root)),
    plugins: [inPlaceOf("app", entry)],
    optimizeDeps,
    cacheDir: await emptied(`vite-${root}-${entry}`),
    server: { port: 0, host: "localhost", fs: { strict: false } },
  });
  return server.listen();
}

async function vite({ out, root = ".", entry = "app", plugins = [], resolve }) {
  const { build } = await tool("vite");
  await build({
    ...common(join(consumers, root)),
    plugins: [...plugins, inPlaceOf("app", entry)],
    resolve,
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
async function page(out, folder = ".") {
  await mkdir(out, { recursive: true });
  await cp(join(consumers, folder, "index.html"), join(out, "index.html"));
}

/** An empty folder to build into. */
export async function emptied(name) {
  const out = join(built, name.toLowerCase().replace(/\W+/g, "-"));
  await rm(out, { recursive: true, force: true });
  return out;
}
