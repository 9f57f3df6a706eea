// The pages as one file that opens from disk: script, style and wasm are in it, and its policy lets it
// ask for nothing else. Modules do not run from file://, so the script is a classic one.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { bundle } from "./bundle.mjs";
import { pageIn } from "./languages.mjs";
import { versionDefined } from "./offline.mjs";
import { dist, inRoot } from "./tools.mjs";

const www = (...path) => inRoot("www", ...path);

/** The file's text. */
export async function oneFile() {
  const entries = ["page/file.js", "form/form.css", "grid/grid.css"].map((path) => www(path));
  const { files } = await bundle(dist, entries, {
    entryNames: "[dir]-[name]",
    ...{ format: "iife", conditions: ["inline"], loader: { ".json": "text" } },
    // Addresses of what would lie beside the script name its parts here.
    define: { ...(await versionDefined()), "import.meta.url": "location.href" },
  });
  const [script, ...styles] = ["page-file.js", "form-form.css", "grid-grid.css"].map((name) =>
    Buffer.from(files[name]).toString(),
  );
  const style = styles.join("");
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
    "trusted-types cpor-preflight",
  ].join("; ");
  const icon = await readFile(www("favicon.svg"), "base64");
  const [, head, body] = /^(.*)<\/head>(.*)<\/body>/s.exec(await unserved("index.html"));
  return [
    replaced(head, /(?<=Content-Security-Policy" content=")[^"]*/, policy),
    `<link rel="icon" href="data:image/svg+xml;base64,${icon}">\n<style>${style}</style>\n</head>`,
    `${body}<script>${script}</script>\n</body>\n</html>\n`,
  ].join("");
}

/** A page without what only a server can give it. */
async function unserved(name) {
  const html = await pageIn(name);
  return html.replaceAll(/ *<!-- served -->.*?<!-- \/served -->\n/gs, "");
}

/** The pattern has to be found, so that a change of the page is noticed here. */
function replaced(text, pattern, by) {
  if (!pattern.test(text)) throw new Error(`The page no longer has ${pattern}`);
  return text.replace(pattern, () => by);
}

const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
