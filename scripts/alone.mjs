// The pages as one file that opens from disk: script, style and wasm are in it, and its policy lets it
// ask for nothing else. The page for many claims is under #bulk.html. Modules do not run from file://,
// so it is one classic script.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { deflate } from "node:zlib";
import { module, versionDefined } from "./offline.mjs";
import { filesUnder, inRoot } from "./tools.mjs";

const www = inRoot("www");
const page = join(www, "page");
/** Nobody's address: RFC 2606 keeps this name free. */
const ADDRESS = "https://file.invalid/";
const pack = promisify(deflate);

/** The file's text. `minifying` are the options of all scripts. */
export async function oneFile(minifying) {
  const [script, style, icon, form, many] = await Promise.all([
    scriptOf(minifying),
    styleOf(minifying),
    readFile(join(www, "favicon.svg"), "base64"),
    readFile(join(www, "index.html"), "utf8"),
    readFile(join(www, "bulk.html"), "utf8"),
  ]);
  // What a parser of HTML would stop or change its ways at.
  if (/<!--|<\/?script/i.test(script)) throw new Error("The script cannot be put into a page");
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}' 'wasm-unsafe-eval'`,
    `style-src '${hash(style)}'`,
    "connect-src 'none'",
    "img-src data:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types cpor-preflight cpor-preflight-file",
  ].join("; ");
  const [, body] = many.match(/<body class="many">(.*)<\/body>/s);
  const template = replaced(body, [
    [/data-b="privacy">[^<]*/, 'data-b="privacyAlone">'],
    [/href="index.html"/, 'href="#"'],
  ]);
  return replaced(form, [
    [/(Content-Security-Policy" content=)"[^"]*"/, `$1"${policy}"`],
    [/<link rel="icon"[^>]*>/, `<link rel="icon" href="data:image/svg+xml;base64,${icon}">`],
    [/<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`],
    [/<link rel="manifest"[^>]*>\n/, ""],
    [/<link rel="modulepreload"[^>]*>\n/, ""],
    [/<link rel="preload"[^>]*>\n/, ""],
    [/<script type="module" async[^>]*><\/script>\n/, ""],
    [/<script type="module"[^>]*><\/script>\n/, ""],
    [/data-t="privacy">[^<]*/, 'data-t="privacyAlone">'],
    [/href="bulk.html"/, 'href="#bulk.html"'],
    [/ *<li><a href="embed.html".*\n/, ""],
    [/<\/body>/, `<template id="many">${template}</template>\n<script>${script}</script>\n</body>`],
  ]);
}

/** Each pattern has to be found, so that a change of the page is noticed here. */
function replaced(html, changes) {
  return changes.reduce((text, [pattern, by]) => {
    if (!pattern.test(text)) throw new Error(`A page no longer has ${pattern}`);
    const isPattern = by.startsWith("$1");
    return text.replace(pattern, isPattern ? by : () => by);
  }, html);
}

const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

async function scriptOf(minifying) {
  const { build: bundle } = await import("esbuild");
  const { outputFiles } = await bundle({
    ...minifying,
    entryPoints: [join(page, "alone.js")],
    inject: [join(page, "inside.js")],
    bundle: true,
    write: false,
    define: {
      ...(await versionDefined()),
      "import.meta.url": JSON.stringify(`${ADDRESS}built/app.js`),
    },
    plugins: [placedAlone, module("./files.js", { ADDRESS, FILES: await files() })],
  });
  // A module's format, as only that may wait at its top, in a function, as a classic script may not.
  const body = outputFiles[0].text.replace(/export\s*\{[^}]*\};?\s*$/, "");
  return `(async()=>{${body}})();`;
}

async function styleOf(minifying) {
  const { build: bundle } = await import("esbuild");
  const { outputFiles } = await bundle({
    ...minifying,
    stdin: {
      contents: '@import "./page.css"; @import "./late.css"; @import "./bulk.css";',
      resolveDir: page,
      loader: "css",
    },
    bundle: true,
    write: false,
  });
  return outputFiles[0].text;
}

/** What the page would load beside its scripts, by name, packed. */
async function files() {
  const wasm = (await filesUnder(join(www, "lib", "wasm"))).filter((name) => /\.wasm$/.test(name));
  const names = [
    ...wasm.map((name) => `lib/wasm/${name}`),
    ...(await filesUnder(join(www, "samples"))).map((name) => `samples/${name}`),
  ];
  const packed = names.map(async (name) => {
    const bytes = await pack(await readFile(join(www, name)), { level: 9 });
    return [name, bytes.toString("base64")];
  });
  return Object.fromEntries(await Promise.all(packed));
}

const placedAlone = {
  name: "placed alone",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/place\.js$/ }, () => ({ path: join(page, "place-alone.js") }));
  },
};
